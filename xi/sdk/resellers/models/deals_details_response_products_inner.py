"""The model `DealsDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class DealsDetailsResponseProductsInner(ResponseModel):
    """One product of a deal.

    Args:
        ingram_part_number (str): Ingram Micro's SKU; leading zeros count.
        vendor_part_number (str): The manufacturer's number for the product.
        upc (str): Bar code of the product, 12 digits as text; null if not known.
        product_description (str): Name of the product, often in capitals and cut off.
        msrp (int or float): The manufacturer's list price for one unit.
        extended_msrp (int or float): List price times the approved quantity, for this product. Spelt `extendedMsrp` on
            the deal.
        standard_price (int or float): What one unit costs without the deal. Published answers leave it out.
        approved_quantity (int): Units that the manufacturer approved at this price in all.
        remaining_quantity (int): Units that can still be ordered at this price.
        comments (str): Remarks about the product in this deal; mostly null.
        special_conditions (str): Conditions that the manufacturer attached; mostly null.
        start_date (str): First day on which the price holds for this product.
        expiration_date (str): Last day on which the price holds for this product; may differ from that of the deal.
        days_remaining (int): Days of the product's term. In a published answer it is the whole term and not what is
            left of it, so compute the days left from `expirationDate`.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"extendedMsrp": "extendedMSRP"}

    ingram_part_number: str | None = None
    """Ingram Micro's SKU; leading zeros count."""

    vendor_part_number: str | None = None
    """The manufacturer's number for the product."""

    upc: str | None = None
    """Bar code of the product, 12 digits as text; null if not known."""

    product_description: str | None = None
    """Name of the product, often in capitals and cut off."""

    msrp: IntOrFloat | None = None
    """The manufacturer's list price for one unit."""

    extended_msrp: Annotated[IntOrFloat | None, Field(alias="extendedMSRP")] = None
    """List price times the approved quantity, for this product.

    Spelt `extendedMsrp` on the deal.
    """

    standard_price: IntOrFloat | None = None
    """What one unit costs without the deal.

    Published answers leave it out.
    """

    approved_quantity: int | None = None
    """Units that the manufacturer approved at this price in all."""

    remaining_quantity: int | None = None
    """Units that can still be ordered at this price."""

    comments: str | None = None
    """Remarks about the product in this deal; mostly null."""

    special_conditions: str | None = None
    """Conditions that the manufacturer attached; mostly null."""

    start_date: str | None = None
    """First day on which the price holds for this product."""

    expiration_date: str | None = None
    """Last day on which the price holds for this product; may differ from that of the deal."""

    days_remaining: int | None = None
    """Days of the product's term.

    In a published answer it is the whole term and not what is left of it, so compute the days left from
    `expirationDate`.
    """
