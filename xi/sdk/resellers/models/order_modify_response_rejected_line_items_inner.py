"""The model `OrderModifyResponseRejectedLineItemsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderModifyResponseRejectedLineItemsInner(ResponseModel):
    """One refused line change.

    Args:
        ingram_line_number (str): Number of the line that was to change; absent for an addition.
        customer_line_number (str): The reseller's number for the refused addition.
        ingram_part_number (str): SKU named in the refused change.
        vendor_part_number (str): Vendor's number of that part, where known.
        quantity_ordered (int): Units named in the refused change.
        reject_code (str): `EN` unknown part, `EQ` blank or zero quantity, `EL` no such line.
        reject_reason (str): The same as text: `ERROR-PART-NOT-FOUND`, `ERROR-INVALID-QTY`, `ERROR-LINE-NOT-FOUND`.
    """

    ingram_line_number: str | None = None
    """Number of the line that was to change; absent for an addition."""

    customer_line_number: str | None = None
    """The reseller's number for the refused addition."""

    ingram_part_number: str | None = None
    """SKU named in the refused change."""

    vendor_part_number: str | None = None
    """Vendor's number of that part, where known."""

    quantity_ordered: int | None = None
    """Units named in the refused change."""

    reject_code: str | None = None
    """`EN` unknown part, `EQ` blank or zero quantity, `EL` no such line."""

    reject_reason: str | None = None
    """The same as text: `ERROR-PART-NOT-FOUND`, `ERROR-INVALID-QTY`, `ERROR-LINE-NOT-FOUND`."""
