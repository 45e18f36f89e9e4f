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
    """DRAFT 711.

    InvoiceDetailsv61ResponseLinesInner.

    Args:
        ingram_line_number (str): DRAFT 712. ingram Line Number of InvoiceDetailsv61ResponseLinesInner.
        customer_line_number (str): DRAFT 713. customer Line Number of InvoiceDetailsv61ResponseLinesInner.
        ingram_part_number (str): DRAFT 714. ingram Part Number of InvoiceDetailsv61ResponseLinesInner.
        upc (str): DRAFT 715. upc of InvoiceDetailsv61ResponseLinesInner.
        vendor_part_number (str): DRAFT 716. vendor Part Number of InvoiceDetailsv61ResponseLinesInner.
        customer_part_number (str): DRAFT 717. customer Part Number of InvoiceDetailsv61ResponseLinesInner.
        vendor_name (str): DRAFT 718. vendor Name of InvoiceDetailsv61ResponseLinesInner.
        product_description (str): DRAFT 719. product Description of InvoiceDetailsv61ResponseLinesInner.
        unit_weight (int or float): DRAFT 720. unit Weight of InvoiceDetailsv61ResponseLinesInner.
        quantity (int): DRAFT 721. quantity of InvoiceDetailsv61ResponseLinesInner.
        unit_price (int or float): DRAFT 722. unit Price of InvoiceDetailsv61ResponseLinesInner.
        unit_of_measure (str): DRAFT 723. unit Of Measure of InvoiceDetailsv61ResponseLinesInner.
        currency_code (str): DRAFT 724. currency Code of InvoiceDetailsv61ResponseLinesInner.
        extended_price (int or float): DRAFT 725. extended Price of InvoiceDetailsv61ResponseLinesInner.
        tax_percentage (int or float): DRAFT 726. tax Percentage of InvoiceDetailsv61ResponseLinesInner.
        tax_rate (int or float): DRAFT 727. tax Rate of InvoiceDetailsv61ResponseLinesInner.
        tax_amount (int or float): DRAFT 728. tax Amount of InvoiceDetailsv61ResponseLinesInner.
        serial_numbers (list of InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner): DRAFT 729. serial Numbers of
            InvoiceDetailsv61ResponseLinesInner.
        quantity_ordered (int): DRAFT 730. quantity Ordered of InvoiceDetailsv61ResponseLinesInner.
        quantity_shipped (int): DRAFT 731. quantity Shipped of InvoiceDetailsv61ResponseLinesInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"serial_numbers"})

    ingram_line_number: str | None = None
    """DRAFT 712.

    ingram Line Number of InvoiceDetailsv61ResponseLinesInner.
    """

    customer_line_number: str | None = None
    """DRAFT 713.

    customer Line Number of InvoiceDetailsv61ResponseLinesInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 714.

    ingram Part Number of InvoiceDetailsv61ResponseLinesInner.
    """

    upc: str | None = None
    """DRAFT 715.

    upc of InvoiceDetailsv61ResponseLinesInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 716.

    vendor Part Number of InvoiceDetailsv61ResponseLinesInner.
    """

    customer_part_number: str | None = None
    """DRAFT 717.

    customer Part Number of InvoiceDetailsv61ResponseLinesInner.
    """

    vendor_name: str | None = None
    """DRAFT 718.

    vendor Name of InvoiceDetailsv61ResponseLinesInner.
    """

    product_description: str | None = None
    """DRAFT 719.

    product Description of InvoiceDetailsv61ResponseLinesInner.
    """

    unit_weight: IntOrFloat | None = None
    """DRAFT 720.

    unit Weight of InvoiceDetailsv61ResponseLinesInner.
    """

    quantity: int | None = None
    """DRAFT 721.

    quantity of InvoiceDetailsv61ResponseLinesInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 722.

    unit Price of InvoiceDetailsv61ResponseLinesInner.
    """

    unit_of_measure: str | None = None
    """DRAFT 723.

    unit Of Measure of InvoiceDetailsv61ResponseLinesInner.
    """

    currency_code: str | None = None
    """DRAFT 724.

    currency Code of InvoiceDetailsv61ResponseLinesInner.
    """

    extended_price: IntOrFloat | None = None
    """DRAFT 725.

    extended Price of InvoiceDetailsv61ResponseLinesInner.
    """

    tax_percentage: IntOrFloat | None = None
    """DRAFT 726.

    tax Percentage of InvoiceDetailsv61ResponseLinesInner.
    """

    tax_rate: IntOrFloat | None = None
    """DRAFT 727.

    tax Rate of InvoiceDetailsv61ResponseLinesInner.
    """

    tax_amount: IntOrFloat | None = None
    """DRAFT 728.

    tax Amount of InvoiceDetailsv61ResponseLinesInner.
    """

    serial_numbers: list[InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner] | None = None
    """DRAFT 729.

    serial Numbers of InvoiceDetailsv61ResponseLinesInner.
    """

    quantity_ordered: int | None = None
    """DRAFT 730.

    quantity Ordered of InvoiceDetailsv61ResponseLinesInner.
    """

    quantity_shipped: int | None = None
    """DRAFT 731.

    quantity Shipped of InvoiceDetailsv61ResponseLinesInner.
    """
