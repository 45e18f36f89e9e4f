"""The model `DealsDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class DealsDetailsResponseProductsInner(ResponseModel):
    """DRAFT 893.

    DealsDetailsResponseProductsInner.

    Args:
        ingram_part_number (str): DRAFT 894. ingram Part Number of DealsDetailsResponseProductsInner.
        vendor_part_number (str): DRAFT 895. vendor Part Number of DealsDetailsResponseProductsInner.
        upc (str): DRAFT 896. upc of DealsDetailsResponseProductsInner.
        product_description (str): DRAFT 897. product Description of DealsDetailsResponseProductsInner.
        msrp (int or float): DRAFT 898. msrp of DealsDetailsResponseProductsInner.
        extended_msrp (int or float): DRAFT 899. extended MSRP of DealsDetailsResponseProductsInner.
        standard_price (int or float): DRAFT 900. standard Price of DealsDetailsResponseProductsInner.
        approved_quantity (int): DRAFT 901. approved Quantity of DealsDetailsResponseProductsInner.
        remaining_quantity (int): DRAFT 902. remaining Quantity of DealsDetailsResponseProductsInner.
        comments (str): DRAFT 903. comments of DealsDetailsResponseProductsInner.
        special_conditions (str): DRAFT 904. special Conditions of DealsDetailsResponseProductsInner.
        start_date (str): DRAFT 905. start Date of DealsDetailsResponseProductsInner.
        expiration_date (str): DRAFT 906. expiration Date of DealsDetailsResponseProductsInner.
        days_remaining (int): DRAFT 907. days Remaining of DealsDetailsResponseProductsInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 894.

    ingram Part Number of DealsDetailsResponseProductsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 895.

    vendor Part Number of DealsDetailsResponseProductsInner.
    """

    upc: str | None = None
    """DRAFT 896.

    upc of DealsDetailsResponseProductsInner.
    """

    product_description: str | None = None
    """DRAFT 897.

    product Description of DealsDetailsResponseProductsInner.
    """

    msrp: IntOrFloat | None = None
    """DRAFT 898.

    msrp of DealsDetailsResponseProductsInner.
    """

    extended_msrp: Annotated[IntOrFloat | None, Field(alias="extendedMSRP")] = None
    """DRAFT 899.

    extended MSRP of DealsDetailsResponseProductsInner.
    """

    standard_price: IntOrFloat | None = None
    """DRAFT 900.

    standard Price of DealsDetailsResponseProductsInner.
    """

    approved_quantity: int | None = None
    """DRAFT 901.

    approved Quantity of DealsDetailsResponseProductsInner.
    """

    remaining_quantity: int | None = None
    """DRAFT 902.

    remaining Quantity of DealsDetailsResponseProductsInner.
    """

    comments: str | None = None
    """DRAFT 903.

    comments of DealsDetailsResponseProductsInner.
    """

    special_conditions: str | None = None
    """DRAFT 904.

    special Conditions of DealsDetailsResponseProductsInner.
    """

    start_date: str | None = None
    """DRAFT 905.

    start Date of DealsDetailsResponseProductsInner.
    """

    expiration_date: str | None = None
    """DRAFT 906.

    expiration Date of DealsDetailsResponseProductsInner.
    """

    days_remaining: int | None = None
    """DRAFT 907.

    days Remaining of DealsDetailsResponseProductsInner.
    """
