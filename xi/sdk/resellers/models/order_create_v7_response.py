"""The model `OrderCreateV7Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models.order_create_v7_response201 import OrderCreateV7Response201
from xi.sdk.resellers.models.order_create_v7_response_resource import OrderCreateV7ResponseResource


class OrderCreateV7Response(OrderCreateV7Response201):
    """The outcome of a v7 order, published as the answer 201 of its creation; in truth the webhook receives it, inside
    a list.

    Args:
        quote_number (str): Number of the quote being turned into an order; empty or null when no quote was named.
        confirmation_number (str): Receipt number, such as `US-I-T-` and twenty digits. No operation looks it up and the
            result event does not repeat it, so match the outcome by `customerOrderNumber`.
        message (str): Readable note that the request is being processed and that a webhook will follow; carries no
            data.
        topic (str): Family of what happened, `resellers/orders`.
        event (str): What happened in general, `IM::created` in the published example; compare without regard to case.
        event_time_stamp (str): When the outcome was sent, as a timestamp.
        event_id (str): Identifier of the event; the webhook's signature covers nothing else.
        event_type (str): Kind of outcome, `IM::async_order_create` in the published example, where it is inside
            `resource`.
        resource (OrderCreateV7ResponseResource): The orders that the purchase order became.
    """

    topic: str | None = None
    """Family of what happened, `resellers/orders`."""

    event: str | None = None
    """What happened in general, `IM::created` in the published example; compare without regard to case."""

    event_time_stamp: str | None = None
    """When the outcome was sent, as a timestamp."""

    event_id: str | None = None
    """Identifier of the event; the webhook's signature covers nothing else."""

    event_type: str | None = None
    """Kind of outcome, `IM::async_order_create` in the published example, where it is inside `resource`."""

    resource: OrderCreateV7ResponseResource | None = None
    """The orders that the purchase order became."""
