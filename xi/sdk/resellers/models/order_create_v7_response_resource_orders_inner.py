"""The model `OrderCreateV7ResponseResourceOrdersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_response_orders_inner_links_inner import (
    OrderCreateResponseOrdersInnerLinksInner,
)
from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner_lines_inner import (
    OrderCreateV7ResponseResourceOrdersInnerLinesInner,
)


class OrderCreateV7ResponseResourceOrdersInner(ResponseModel):
    """One order that a v7 order became.

    Args:
        number_of_lines_with_success (int): Lines that were accepted; only a hint, as the counters of v6 are wrong at
            times.
        number_of_lines_with_error (int): Lines that the server counts as failed; look at the lines as well.
        number_of_lines_with_warning (int): Lines that were accepted with a remark, such as a backorder.
        ingram_order_number (str): Ingram Micro's number of the order, needed for every later call.
        ingram_order_date (str): Day on which the order was entered, yyyy-MM-dd; a full timestamp in SAP countries.
        notes (str): Remarks that the order keeps.
        order_type (str): Kind of order: `S` stocked, `D` direct ship from the vendor; SAP countries have others.
        order_total (int or float): Total of this order; 0 while it is on customer hold.
        freight_charges (int or float): Freight for this order, if it is already known.
        total_tax (int or float): Tax on this order, if it is already known.
        currency_code (str): Currency of the amounts as an ISO code with three letters.
        lines (list of OrderCreateV7ResponseResourceOrdersInnerLinesInner): Lines of this order, as they were accepted.
        links (list of OrderCreateResponseOrdersInnerLinksInner): Where this order can be read.
    """

    number_of_lines_with_success: int | None = None
    """Lines that were accepted; only a hint, as the counters of v6 are wrong at times."""

    number_of_lines_with_error: int | None = None
    """Lines that the server counts as failed; look at the lines as well."""

    number_of_lines_with_warning: int | None = None
    """Lines that were accepted with a remark, such as a backorder."""

    ingram_order_number: str | None = None
    """Ingram Micro's number of the order, needed for every later call."""

    ingram_order_date: str | None = None
    """Day on which the order was entered, yyyy-MM-dd; a full timestamp in SAP countries."""

    notes: str | None = None
    """Remarks that the order keeps."""

    order_type: str | None = None
    """Kind of order: `S` stocked, `D` direct ship from the vendor; SAP countries have others."""

    order_total: IntOrFloat | None = None
    """Total of this order; 0 while it is on customer hold."""

    freight_charges: IntOrFloat | None = None
    """Freight for this order, if it is already known."""

    total_tax: IntOrFloat | None = None
    """Tax on this order, if it is already known."""

    currency_code: str | None = None
    """Currency of the amounts as an ISO code with three letters."""

    lines: list[OrderCreateV7ResponseResourceOrdersInnerLinesInner] | None = None
    """Lines of this order, as they were accepted."""

    links: list[OrderCreateResponseOrdersInnerLinksInner] | None = None
    """Where this order can be read."""
