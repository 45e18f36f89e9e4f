"""The model `OrderCreateV7Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_create_v7_response_resource import OrderCreateV7ResponseResource


class OrderCreateV7Response(ResponseModel):
    """The outcome of a v7 order, published as the answer 201 of its creation; in truth the webhook receives it, inside
    a list.

    Args:
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
