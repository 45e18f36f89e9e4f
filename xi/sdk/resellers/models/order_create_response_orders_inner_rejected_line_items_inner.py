"""The model `OrderCreateResponseOrdersInnerRejectedLineItemsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderCreateResponseOrdersInnerRejectedLineItemsInner(Answer):
    """One line that was not accepted.

    `customerPartNumber` comes as an extra in SAP countries.

    Args:
        customer_linenumber (str): The reseller's number for the line; spelt with a small `n` here.
        ingram_part_number (str): SKU that was asked for and refused.
        vendor_part_number (str): Vendor's number of the refused part, where it is known.
        quantity_ordered (int): Units that were asked for.
        reject_code (str): Why, as a code: `EN` unknown SKU, `EQ` wrong quantity, `EW` the warehouse cannot ship it.
        reject_reason (str): Why, as text such as `SKU-NOTFOUND` or `BR-CANT-SHIP` followed by the SKU.
    """

    customer_linenumber: str | None = None
    """The reseller's number for the line; spelt with a small `n` here."""

    ingram_part_number: str | None = None
    """SKU that was asked for and refused."""

    vendor_part_number: str | None = None
    """Vendor's number of the refused part, where it is known."""

    quantity_ordered: int | None = None
    """Units that were asked for."""

    reject_code: str | None = None
    """Why, as a code: `EN` unknown SKU, `EQ` wrong quantity, `EW` the warehouse cannot ship it."""

    reject_reason: str | None = None
    """Why, as text such as `SKU-NOTFOUND` or `BR-CANT-SHIP` followed by the SKU."""
