"""The model `InvoiceDetailsv61ResponseLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.invoice_detailsv61_response_lines_inner_serial_numbers_inner import (
    InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner,
)


class InvoiceDetailsv61ResponseLinesInner(ResponseModel):
    """One line of an invoice.

    It may cover only a part of the order's line, as the rest comes with another invoice.

    Args:
        ingram_line_number (str): Number of the line at Ingram Micro, as text.
        customer_line_number (str): The reseller's number of the line. It may be absent, or `0`, if none was sent, and
            does not always lead back to the line of the order.
        ingram_part_number (str): Ingram Micro's SKU, such as `5TR118`; text, as leading zeros count.
        upc (str): Universal product code, digits as text.
        vendor_part_number (str): Manufacturer's number of the product.
        customer_part_number (str): The reseller's own number of the product, if the account has one on file.
        vendor_name (str): Manufacturer, cut at 15 characters in the published example.
        product_description (str): Two texts on the product, packed with `||` between them.
        unit_weight (int or float): Weight of one unit; the unit of weight is not told. 0 for software.
        quantity (int): Units on this line of the invoice, which count for its amount.
        unit_price (int or float): Price of one unit in the line's currency, without tax presumably.
        unit_of_measure (str): Unit in which is counted, such as `EA` for each.
        currency_code (str): Currency of the line's amounts, as an ISO code with three letters.
        extended_price (int or float): Price times quantity of the line.
        tax_percentage (int or float): Tax in percent; how it differs from `taxRate` is not documented.
        tax_rate (int or float): Rate of the tax; percent or fraction is not documented.
        tax_amount (int or float): Tax on the line, in its currency; may be 0 although the summary has a charge for tax.
        serial_numbers (list of InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner): Serial numbers of the units;
            only if they were asked for, else null or missing.
        quantity_ordered (int): Units on the line of the order.
        quantity_shipped (int): Units that have left the warehouse for this line.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"serial_numbers"})

    ingram_line_number: str | None = None
    """Number of the line at Ingram Micro, as text."""

    customer_line_number: str | None = None
    """The reseller's number of the line.

    It may be absent, or `0`, if none was sent, and does not always lead back to the line of the order.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU, such as `5TR118`; text, as leading zeros count."""

    upc: str | None = None
    """Universal product code, digits as text."""

    vendor_part_number: str | None = None
    """Manufacturer's number of the product."""

    customer_part_number: str | None = None
    """The reseller's own number of the product, if the account has one on file."""

    vendor_name: str | None = None
    """Manufacturer, cut at 15 characters in the published example."""

    product_description: str | None = None
    """Two texts on the product, packed with `||` between them."""

    unit_weight: IntOrFloat | None = None
    """Weight of one unit; the unit of weight is not told.

    0 for software.
    """

    quantity: int | None = None
    """Units on this line of the invoice, which count for its amount."""

    unit_price: IntOrFloat | None = None
    """Price of one unit in the line's currency, without tax presumably."""

    unit_of_measure: str | None = None
    """Unit in which is counted, such as `EA` for each."""

    currency_code: str | None = None
    """Currency of the line's amounts, as an ISO code with three letters."""

    extended_price: IntOrFloat | None = None
    """Price times quantity of the line."""

    tax_percentage: IntOrFloat | None = None
    """Tax in percent; how it differs from `taxRate` is not documented."""

    tax_rate: IntOrFloat | None = None
    """Rate of the tax; percent or fraction is not documented."""

    tax_amount: IntOrFloat | None = None
    """Tax on the line, in its currency; may be 0 although the summary has a charge for tax."""

    serial_numbers: list[InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner] | None = None
    """Serial numbers of the units; only if they were asked for, else null or missing."""

    quantity_ordered: int | None = None
    """Units on the line of the order."""

    quantity_shipped: int | None = None
    """Units that have left the warehouse for this line."""
