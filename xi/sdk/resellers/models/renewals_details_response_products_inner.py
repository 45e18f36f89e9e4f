"""The model `RenewalsDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Any

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class RenewalsDetailsResponseProductsInner(ResponseModel):
    """One product of a renewal; its price is for one unit.

    Args:
        ingram_line_number (str): Number of the line within the renewal, as text.
        product_description (str): Name of the product as Ingram Micro has it; may be empty.
        vendor_part_number (str): The manufacturer's number as Ingram Micro lists it. It may differ between two lines
            with the same part.
        ingram_part_number (str): Ingram Micro's SKU. Several lines may have the same, and leading zeros count.
        manufacturer_part_number (str): The manufacturer's own number; mostly empty beside `vendorPartNumber`.
        quantity (any value): Units to renew. Declared as text, sent as a number; 1.3.0 declares a whole number.
        unit_price (int or float): Price of one unit for the new term, without a currency.
        is_consolidated (str): Whether the line joins several contracts: `Yes`, `No` or empty.
    """

    ingram_line_number: str | None = None
    """Number of the line within the renewal, as text."""

    product_description: str | None = None
    """Name of the product as Ingram Micro has it; may be empty."""

    vendor_part_number: str | None = None
    """The manufacturer's number as Ingram Micro lists it.

    It may differ between two lines with the same part.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU.

    Several lines may have the same, and leading zeros count.
    """

    manufacturer_part_number: str | None = None
    """The manufacturer's own number; mostly empty beside `vendorPartNumber`."""

    quantity: Any = None
    """Units to renew.

    Declared as text, sent as a number; 1.3.0 declares a whole number.
    """

    unit_price: IntOrFloat | None = None
    """Price of one unit for the new term, without a currency."""

    is_consolidated: str | None = None
    """Whether the line joins several contracts: `Yes`, `No` or empty."""
