"""The model `OrderCreateV7Response201`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models.async_order_create_response import AsyncOrderCreateResponse


class OrderCreateV7Response201(AsyncOrderCreateResponse):
    """DRAFT 1263.

    OrderCreateV7Response201.

    Args:
        quote_number (str): DRAFT 1264. quote Number of OrderCreateV7Response201.
        confirmation_number (str): DRAFT 1265. confirmation Number of OrderCreateV7Response201.
        message (str): DRAFT 1266. message of OrderCreateV7Response201.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"quote_number"})

    quote_number: str | None = None
    """DRAFT 1264.

    quote Number of OrderCreateV7Response201.
    """

    confirmation_number: str | None = None
    """DRAFT 1265.

    confirmation Number of OrderCreateV7Response201.
    """

    message: str | None = None
    """DRAFT 1266.

    message of OrderCreateV7Response201.
    """
