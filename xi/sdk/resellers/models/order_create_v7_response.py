"""The model `OrderCreateV7Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models.order_create_v7_response201 import OrderCreateV7Response201
from xi.sdk.resellers.models.order_create_v7_response_resource import OrderCreateV7ResponseResource


class OrderCreateV7Response(OrderCreateV7Response201):
    """DRAFT 1267.

    OrderCreateV7Response.

    Args:
        quote_number (str): Number of the quote being turned into an order; empty or null when no quote was named.
        confirmation_number (str): Receipt number, such as `US-I-T-` and twenty digits. No operation looks it up and the
            result event does not repeat it, so match the outcome by `customerOrderNumber`.
        message (str): Readable note that the request is being processed and that a webhook will follow; carries no
            data.
        topic (str): DRAFT 1268. topic of OrderCreateV7Response.
        event (str): DRAFT 1269. event of OrderCreateV7Response.
        event_time_stamp (str): DRAFT 1270. event Time Stamp of OrderCreateV7Response.
        event_id (str): DRAFT 1271. event Id of OrderCreateV7Response.
        event_type (str): DRAFT 1272. event Type of OrderCreateV7Response.
        resource (OrderCreateV7ResponseResource): DRAFT 1273. resource of OrderCreateV7Response.
    """

    topic: str | None = None
    """DRAFT 1268.

    topic of OrderCreateV7Response.
    """

    event: str | None = None
    """DRAFT 1269.

    event of OrderCreateV7Response.
    """

    event_time_stamp: str | None = None
    """DRAFT 1270.

    event Time Stamp of OrderCreateV7Response.
    """

    event_id: str | None = None
    """DRAFT 1271.

    event Id of OrderCreateV7Response.
    """

    event_type: str | None = None
    """DRAFT 1272.

    event Type of OrderCreateV7Response.
    """

    resource: OrderCreateV7ResponseResource | None = None
    """DRAFT 1273.

    resource of OrderCreateV7Response.
    """
