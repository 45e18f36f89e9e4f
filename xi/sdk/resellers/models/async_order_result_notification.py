"""The model `AsyncOrderResultNotification`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.order_create_response import OrderCreateResponse


class AsyncOrderResultNotification(Answer):
    """What became of a v7 order.

    The event's type stands at the top level or in the resource, and lines carry more than a v6 answer's: `lineType`,
    `globalSkuId`, `vendorNumber`, `endUserInfo` and `warrantyInfo`, kept as extras.
    """

    topic: str | None = None
    """Always `resellers/orders` for orders."""

    event: str | None = None
    """`IM::created`, in any letter case."""

    event_time_stamp: str | None = None
    """When it happened, ISO 8601."""

    event_id: str | None = None
    """Identifier of the event; signed, and the key to drop doubles by."""

    event_type: str | None = None
    """`IM::async_order_create`; stands here in the newer spec and in the resource in its example."""

    resource: OrderCreateResponse | None = None
    """The placed order, as a v6 create would have answered."""
