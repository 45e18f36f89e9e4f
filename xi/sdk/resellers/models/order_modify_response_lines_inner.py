"""The model `OrderModifyResponseLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_modify_response_lines_inner_additional_attributes_inner import (
    OrderModifyResponseLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_modify_response_lines_inner_shipment_details import (
    OrderModifyResponseLinesInnerShipmentDetails,
)


class OrderModifyResponseLinesInner(ResponseModel):
    """One line touched by a modify.

    Args:
        sub_order_number (str): Sub-order the touched line ships under.
        ingram_line_number (str): Ingram Micro's number of the touched line; may be a new one after an update.
        customer_line_number (str): The reseller's number; `000` for an added line that had none.
        ingram_part_number (str): SKU on the touched line; a deleted line has only this and its number.
        vendor_part_number (str): The vendor's number for it.
        quantity_ordered (int): Requested units after the change.
        quantity_confirmed (int): Units that can ship after the change.
        quantity_back_ordered (int): Units that wait for stock after the change.
        shipment_details (OrderModifyResponseLinesInnerShipmentDetails): How the line ships; an object here, also by
            declaration.
        additional_attributes (list of OrderModifyResponseLinesInnerAdditionalAttributesInner): Data on the touched
            line.
        notes (str): Remark or product description on the line.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"lineNumber": "ingramLineNumber"}

    sub_order_number: str | None = None
    """Sub-order the touched line ships under."""

    ingram_line_number: str | None = None
    """Ingram Micro's number of the touched line; may be a new one after an update."""

    customer_line_number: str | None = None
    """The reseller's number; `000` for an added line that had none."""

    ingram_part_number: str | None = None
    """SKU on the touched line; a deleted line has only this and its number."""

    vendor_part_number: str | None = None
    """The vendor's number for it."""

    quantity_ordered: int | None = None
    """Requested units after the change."""

    quantity_confirmed: int | None = None
    """Units that can ship after the change."""

    quantity_back_ordered: int | None = None
    """Units that wait for stock after the change."""

    shipment_details: OrderModifyResponseLinesInnerShipmentDetails | None = None
    """How the line ships; an object here, also by declaration."""

    additional_attributes: list[OrderModifyResponseLinesInnerAdditionalAttributesInner] | None = None
    """Data on the touched line."""

    notes: str | None = None
    """Remark or product description on the line."""
