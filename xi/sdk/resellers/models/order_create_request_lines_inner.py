"""The model `OrderCreateRequestLinesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models.order_create_request_lines_inner_additional_attributes_inner import (
    OrderCreateRequestLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_request_lines_inner_end_user_info_inner import (
    OrderCreateRequestLinesInnerEndUserInfoInner,
)
from xi.sdk.resellers.models.order_create_request_lines_inner_warranty_info_inner import (
    OrderCreateRequestLinesInnerWarrantyInfoInner,
)


class OrderCreateRequestLinesInner(Request):
    """One line of an order.

    SAP countries also take `customerPartNumber`, the reseller's own part number, as an extra.
    """

    customer_line_number: Annotated[str | None, Field(max_length=3)] = None
    """The reseller's number for the line: 1 to 884, unique.

    Doubles and letters are renumbered by the server, not refused.
    """

    ingram_part_number: Annotated[str | None, Field(max_length=18)] = None
    """Ingram Micro's part number (SKU), at most 18 characters.

    An unknown one rejects the line with code `EN`.
    """

    quantity: int | None = None
    """Units wanted, a whole number from 1."""

    special_bid_number: Annotated[str | None, Field(max_length=36)] = None
    """Number of the vendor's special price for this line; wins over the order's.

    At most 36 characters.
    """

    notes: str | None = None
    """Remarks on this line, for the warehouse and the papers."""

    unit_price: float | None = None
    """Price per unit the reseller asks for, in the account's currency.

    A wish: the price charged may differ.
    """

    end_user_price: float | None = None
    """Price per unit the end user pays, for vendors that want it reported."""

    additional_attributes: list[OrderCreateRequestLinesInnerAdditionalAttributesInner] | None = None
    """Switches for this line as name and value, such as `shipFromWarehouseId`."""

    warranty_info: list[OrderCreateRequestLinesInnerWarrantyInfoInner] | None = None
    """Links a warranty line to the hardware it covers."""

    end_user_info: list[OrderCreateRequestLinesInnerEndUserInfoInner] | None = None
    """End users of this line, where they differ from the order's."""
