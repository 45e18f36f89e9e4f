"""The model `OrderCreateResponseOrdersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_response_orders_inner_additional_attributes_inner import (
    OrderCreateResponseOrdersInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_response_orders_inner_lines_inner import (
    OrderCreateResponseOrdersInnerLinesInner,
)
from xi.sdk.resellers.models.order_create_response_orders_inner_links_inner import (
    OrderCreateResponseOrdersInnerLinksInner,
)
from xi.sdk.resellers.models.order_create_response_orders_inner_miscellaneous_charges_inner import (
    OrderCreateResponseOrdersInnerMiscellaneousChargesInner,
)
from xi.sdk.resellers.models.order_create_response_orders_inner_rejected_line_items_inner import (
    OrderCreateResponseOrdersInnerRejectedLineItemsInner,
)


class OrderCreateResponseOrdersInner(ResponseModel):
    """One order placed for the PO.

    Args:
        number_of_lines_with_success (int): Accepted lines, without comment lines; only a hint.
        number_of_lines_with_error (int): Lines the server counts as failed. Has been 0 with a rejected line present;
            look at `rejectedLineItems`.
        number_of_lines_with_warning (int): Lines accepted with a remark, such as a backorder.
        ingram_order_number (str): The order's number: two-digit branch, dash and five characters in Impulse countries
            (`20-RD128`), ten digits in SAP countries. Needed for every later call.
        ingram_order_date (str): Day the order was entered, yyyy-MM-dd; SAP countries give a full time stamp.
        notes (str): Remarks kept on the order.
        order_type (str): `S` stocked, `D` direct ship from the vendor; `ZOR` and `ZLCN` in SAP countries.
        order_total (int or float): Total of this order; 0 while it is on customer hold.
        freight_charges (int or float): Freight for this order, if it is already known.
        total_tax (int or float): Tax on this order, if it is already known.
        currency_code (str): Currency as an ISO code. Joined texts such as `USD USD` occur.
        lines (list of OrderCreateResponseOrdersInnerLinesInner): Lines that were accepted; `rejectedLineItems` has the
            rejected ones.
        miscellaneous_charges (list of OrderCreateResponseOrdersInnerMiscellaneousChargesInner): Fees other than goods
            and freight.
        links (list of OrderCreateResponseOrdersInnerLinksInner): Where to read the order; the paths name v6 or v5, not
            v6.1.
        rejected_line_items (list of OrderCreateResponseOrdersInnerRejectedLineItemsInner): Lines that were not
            accepted. Only this list shows which lines were rejected.
        additional_attributes (list of OrderCreateResponseOrdersInnerAdditionalAttributesInner): Further data on the
            order as name and value.
    """

    number_of_lines_with_success: int | None = None
    """Accepted lines, without comment lines; only a hint."""

    number_of_lines_with_error: int | None = None
    """Lines the server counts as failed.

    Has been 0 with a rejected line present; look at `rejectedLineItems`.
    """

    number_of_lines_with_warning: int | None = None
    """Lines accepted with a remark, such as a backorder."""

    ingram_order_number: str | None = None
    """The order's number: two-digit branch, dash and five characters in Impulse countries (`20-RD128`), ten digits in
    SAP countries.

    Needed for every later call.
    """

    ingram_order_date: str | None = None
    """Day the order was entered, yyyy-MM-dd; SAP countries give a full time stamp."""

    notes: str | None = None
    """Remarks kept on the order."""

    order_type: str | None = None
    """`S` stocked, `D` direct ship from the vendor; `ZOR` and `ZLCN` in SAP countries."""

    order_total: IntOrFloat | None = None
    """Total of this order; 0 while it is on customer hold."""

    freight_charges: IntOrFloat | None = None
    """Freight for this order, if it is already known."""

    total_tax: IntOrFloat | None = None
    """Tax on this order, if it is already known."""

    currency_code: str | None = None
    """Currency as an ISO code.

    Joined texts such as `USD USD` occur.
    """

    lines: list[OrderCreateResponseOrdersInnerLinesInner] | None = None
    """Lines that were accepted; `rejectedLineItems` has the rejected ones."""

    miscellaneous_charges: list[OrderCreateResponseOrdersInnerMiscellaneousChargesInner] | None = None
    """Fees other than goods and freight."""

    links: list[OrderCreateResponseOrdersInnerLinksInner] | None = None
    """Where to read the order; the paths name v6 or v5, not v6.1."""

    rejected_line_items: list[OrderCreateResponseOrdersInnerRejectedLineItemsInner] | None = None
    """Lines that were not accepted.

    Only this list shows which lines were rejected.
    """

    additional_attributes: list[OrderCreateResponseOrdersInnerAdditionalAttributesInner] | None = None
    """Further data on the order as name and value."""
