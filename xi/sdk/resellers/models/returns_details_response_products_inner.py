"""The model `ReturnsDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class ReturnsDetailsResponseProductsInner(ResponseModel):
    """One product of a case.

    Args:
        ingram_line_number (int): Number of the line within the case.
        description (str): Name of the product; may have line breaks and runs of blanks inside.
        ingram_part_number (str): Ingram Micro's SKU of the product.
        vendor_part_number (str): The manufacturer's number of the product.
        upc (str): Bar code of the product; null if not known.
        invoice_date (str): Day of the invoice, ISO date and time ending in `Z`.
        invoice_number (str): Invoice under which it was sold, such as `20-RB417-21`.
        customer_order_number (str): The reseller's PO number of the purchase.
        quantity (int or float): Units to return; a number that may have a fraction by its declaration, whole in
            practice.
        unit_price (int or float): Price of one unit on the invoice.
        extended_price (int or float): Price of all units of the line.
        status (str): State of this product within the case.
        return_branch (str): Number of the branch that takes the goods back.
        ship_from_branch (str): Number of the branch from which the goods had been sent.
        request_details (str): What the reseller wrote when filing; null if nothing.
        additional_details (str): What Ingram Micro added to it; null if nothing.
    """

    ingram_line_number: int | None = None
    """Number of the line within the case."""

    description: str | None = None
    """Name of the product; may have line breaks and runs of blanks inside."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the product."""

    vendor_part_number: str | None = None
    """The manufacturer's number of the product."""

    upc: str | None = None
    """Bar code of the product; null if not known."""

    invoice_date: str | None = None
    """Day of the invoice, ISO date and time ending in `Z`."""

    invoice_number: str | None = None
    """Invoice under which it was sold, such as `20-RB417-21`."""

    customer_order_number: str | None = None
    """The reseller's PO number of the purchase."""

    quantity: IntOrFloat | None = None
    """Units to return; a number that may have a fraction by its declaration, whole in practice."""

    unit_price: IntOrFloat | None = None
    """Price of one unit on the invoice."""

    extended_price: IntOrFloat | None = None
    """Price of all units of the line."""

    status: str | None = None
    """State of this product within the case."""

    return_branch: str | None = None
    """Number of the branch that takes the goods back."""

    ship_from_branch: str | None = None
    """Number of the branch from which the goods had been sent."""

    request_details: str | None = None
    """What the reseller wrote when filing; null if nothing."""

    additional_details: str | None = None
    """What Ingram Micro added to it; null if nothing."""
