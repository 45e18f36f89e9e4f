"""The model `RenewalsDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Any

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class RenewalsDetailsResponseProductsInner(ResponseModel):
    """DRAFT 852.

    RenewalsDetailsResponseProductsInner.

    Args:
        ingram_line_number (str): DRAFT 853. ingram Line Number of RenewalsDetailsResponseProductsInner.
        product_description (str): DRAFT 854. product Description of RenewalsDetailsResponseProductsInner.
        vendor_part_number (str): DRAFT 855. vendor Part Number of RenewalsDetailsResponseProductsInner.
        ingram_part_number (str): DRAFT 856. ingram Part Number of RenewalsDetailsResponseProductsInner.
        manufacturer_part_number (str): DRAFT 857. manufacturer Part Number of RenewalsDetailsResponseProductsInner.
        quantity (any value): DRAFT 858. quantity of RenewalsDetailsResponseProductsInner.
        unit_price (int or float): DRAFT 859. unit Price of RenewalsDetailsResponseProductsInner.
        is_consolidated (str): DRAFT 860. is Consolidated of RenewalsDetailsResponseProductsInner.
    """

    ingram_line_number: str | None = None
    """DRAFT 853.

    ingram Line Number of RenewalsDetailsResponseProductsInner.
    """

    product_description: str | None = None
    """DRAFT 854.

    product Description of RenewalsDetailsResponseProductsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 855.

    vendor Part Number of RenewalsDetailsResponseProductsInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 856.

    ingram Part Number of RenewalsDetailsResponseProductsInner.
    """

    manufacturer_part_number: str | None = None
    """DRAFT 857.

    manufacturer Part Number of RenewalsDetailsResponseProductsInner.
    """

    quantity: Any = None
    """DRAFT 858.

    quantity of RenewalsDetailsResponseProductsInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 859.

    unit Price of RenewalsDetailsResponseProductsInner.
    """

    is_consolidated: str | None = None
    """DRAFT 860.

    is Consolidated of RenewalsDetailsResponseProductsInner.
    """
