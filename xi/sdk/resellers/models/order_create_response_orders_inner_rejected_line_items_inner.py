"""The model `OrderCreateResponseOrdersInnerRejectedLineItemsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateResponseOrdersInnerRejectedLineItemsInner(ResponseModel):
    """One line that was not accepted.

    `customerPartNumber` comes as an extra in SAP countries.

    Args:
        customer_linenumber (str): The reseller's number for the line; spelt with a small `n` here.
        ingram_part_number (str): Requested SKU that was refused.
        vendor_part_number (str): Vendor's number of the refused part, if known.
        quantity_ordered (int): Units requested for the rejected line.
        reject_code (str): Reason as a code: `EN` unknown SKU, `EQ` wrong quantity, `EW` the warehouse cannot ship it.
        reject_reason (str): Reason as text, such as `SKU-NOTFOUND` or `BR-CANT-SHIP` followed by the SKU.
    """

    customer_linenumber: str | None = None
    """The reseller's number for the line; spelt with a small `n` here."""

    ingram_part_number: str | None = None
    """Requested SKU that was refused."""

    vendor_part_number: str | None = None
    """Vendor's number of the refused part, if known."""

    quantity_ordered: int | None = None
    """Units requested for the rejected line."""

    reject_code: str | None = None
    """Reason as a code: `EN` unknown SKU, `EQ` wrong quantity, `EW` the warehouse cannot ship it."""

    reject_reason: str | None = None
    """Reason as text, such as `SKU-NOTFOUND` or `BR-CANT-SHIP` followed by the SKU."""
