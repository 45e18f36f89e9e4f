"""The model `OrderCreateV7Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_create_v7_response_resource import OrderCreateV7ResponseResource


class OrderCreateV7Response(ResponseModel):
    """DRAFT 1267.

    OrderCreateV7Response.

    Args:
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
