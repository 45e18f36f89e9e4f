"""The model `AsyncOrderCreateDTOLinesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models.async_order_create_dto_lines_inner_end_user_info_inner import (
    AsyncOrderCreateDTOLinesInnerEndUserInfoInner,
)


class AsyncOrderCreateDTOLinesInner(Request):
    """One line of a v7 order; `vmfAdditionalAttributesLines` is taken as an extra."""

    customer_line_number: str | None = None
    """The reseller's number for the line, as text."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the wanted part."""

    quantity: str | None = None
    """Units wanted.

    Text in v7; a whole number is converted.
    """

    unit_price: str | None = None
    """Wished price per unit, as text with a decimal point."""

    special_bid_number: str | None = None
    """Special price of the vendor for this line alone."""

    end_user_price: str | None = None
    """Price the end user pays per unit, as text."""

    notes: str | None = None
    """Remarks on this line, for the warehouse and the papers."""

    end_user_info: list[AsyncOrderCreateDTOLinesInnerEndUserInfoInner] | None = None
    """End users of this line, where they differ from the order's."""
