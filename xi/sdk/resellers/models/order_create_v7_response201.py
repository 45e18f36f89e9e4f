"""The model `OrderCreateV7Response201`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models.async_order_create_response import AsyncOrderCreateResponse


class OrderCreateV7Response201(AsyncOrderCreateResponse):
    """Receipt for a v7 order.

    It says that the order was taken, not that it exists; the outcome follows by webhook.

    Args:
        quote_number (str): Number of the quote that becomes an order; empty or null when none was named.
        confirmation_number (str): Number of the receipt, which no operation looks up and the outcome does not repeat.
        message (str): Readable note that the order is being processed; carries no data.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"quote_number"})

    quote_number: str | None = None
    """Number of the quote that becomes an order; empty or null when none was named."""

    confirmation_number: str | None = None
    """Number of the receipt, which no operation looks up and the outcome does not repeat."""

    message: str | None = None
    """Readable note that the order is being processed; carries no data."""
