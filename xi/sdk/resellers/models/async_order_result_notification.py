"""The model `AsyncOrderResultNotification`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_create_response import OrderCreateResponse


class AsyncOrderResultNotification(ResponseModel):
    """The result of a v7 order.

    The event's type is at the top level or in the resource, and lines have more fields than in a v6 answer: `lineType`,
    `globalSkuId`, `vendorNumber`, `endUserInfo` and `warrantyInfo`, kept as extras.

    Args:
        topic (str): Resource family, `resellers/orders` as with status events.
        event (str): What happened in general: `IM::created`; compare without regard to case.
        event_time_stamp (str): When the event was raised, a timestamp as text.
        event_id (str): Identifier of the event, the text that is signed; use it to recognise repeats.
        event_type (str): `IM::async_order_create`. At the top level in the newer spec's schema, inside `resource` in
            its example; look in both places.
        resource (OrderCreateResponse): The outcome, laid out like the answer of the v6 create: PO number, orders with
            lines, and `rejectedLineItems`. One object, not a list.
    """

    topic: str | None = None
    """Resource family, `resellers/orders` as with status events."""

    event: str | None = None
    """What happened in general: `IM::created`; compare without regard to case."""

    event_time_stamp: str | None = None
    """When the event was raised, a timestamp as text."""

    event_id: str | None = None
    """Identifier of the event, the text that is signed; use it to recognise repeats."""

    event_type: str | None = None
    """`IM::async_order_create`.

    At the top level in the newer spec's schema, inside `resource` in its example; look in both places.
    """

    resource: OrderCreateResponse | None = None
    """The outcome, laid out like the answer of the v6 create: PO number, orders with lines, and `rejectedLineItems`.

    One object, not a list.
    """
