"""The model `ReturnsDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class ReturnsDetailsResponseProductsInner(ResponseModel):
    """DRAFT 945.

    ReturnsDetailsResponseProductsInner.

    Args:
        ingram_line_number (int): DRAFT 946. ingram Line Number of ReturnsDetailsResponseProductsInner.
        description (str): DRAFT 947. description of ReturnsDetailsResponseProductsInner.
        ingram_part_number (str): DRAFT 948. ingram Part Number of ReturnsDetailsResponseProductsInner.
        vendor_part_number (str): DRAFT 949. vendor Part Number of ReturnsDetailsResponseProductsInner.
        upc (str): DRAFT 950. upc of ReturnsDetailsResponseProductsInner.
        invoice_date (str): DRAFT 951. invoice Date of ReturnsDetailsResponseProductsInner.
        invoice_number (str): DRAFT 952. invoice Number of ReturnsDetailsResponseProductsInner.
        customer_order_number (str): DRAFT 953. customer Order Number of ReturnsDetailsResponseProductsInner.
        quantity (int or float): DRAFT 954. quantity of ReturnsDetailsResponseProductsInner.
        unit_price (int or float): DRAFT 955. unit Price of ReturnsDetailsResponseProductsInner.
        extended_price (int or float): DRAFT 956. extended Price of ReturnsDetailsResponseProductsInner.
        status (str): DRAFT 957. status of ReturnsDetailsResponseProductsInner.
        return_branch (str): DRAFT 958. return Branch of ReturnsDetailsResponseProductsInner.
        ship_from_branch (str): DRAFT 959. ship From Branch of ReturnsDetailsResponseProductsInner.
        request_details (str): DRAFT 960. request Details of ReturnsDetailsResponseProductsInner.
        additional_details (str): DRAFT 961. additional Details of ReturnsDetailsResponseProductsInner.
    """

    ingram_line_number: int | None = None
    """DRAFT 946.

    ingram Line Number of ReturnsDetailsResponseProductsInner.
    """

    description: str | None = None
    """DRAFT 947.

    description of ReturnsDetailsResponseProductsInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 948.

    ingram Part Number of ReturnsDetailsResponseProductsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 949.

    vendor Part Number of ReturnsDetailsResponseProductsInner.
    """

    upc: str | None = None
    """DRAFT 950.

    upc of ReturnsDetailsResponseProductsInner.
    """

    invoice_date: str | None = None
    """DRAFT 951.

    invoice Date of ReturnsDetailsResponseProductsInner.
    """

    invoice_number: str | None = None
    """DRAFT 952.

    invoice Number of ReturnsDetailsResponseProductsInner.
    """

    customer_order_number: str | None = None
    """DRAFT 953.

    customer Order Number of ReturnsDetailsResponseProductsInner.
    """

    quantity: IntOrFloat | None = None
    """DRAFT 954.

    quantity of ReturnsDetailsResponseProductsInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 955.

    unit Price of ReturnsDetailsResponseProductsInner.
    """

    extended_price: IntOrFloat | None = None
    """DRAFT 956.

    extended Price of ReturnsDetailsResponseProductsInner.
    """

    status: str | None = None
    """DRAFT 957.

    status of ReturnsDetailsResponseProductsInner.
    """

    return_branch: str | None = None
    """DRAFT 958.

    return Branch of ReturnsDetailsResponseProductsInner.
    """

    ship_from_branch: str | None = None
    """DRAFT 959.

    ship From Branch of ReturnsDetailsResponseProductsInner.
    """

    request_details: str | None = None
    """DRAFT 960.

    request Details of ReturnsDetailsResponseProductsInner.
    """

    additional_details: str | None = None
    """DRAFT 961.

    additional Details of ReturnsDetailsResponseProductsInner.
    """
