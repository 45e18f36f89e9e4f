"""The model `OrderDetailB2BLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_additional_attributes_inner import (
    OrderDetailB2BLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner import (
    OrderDetailB2BLinesInnerEstimatedDatesInner,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_links_inner import OrderDetailB2BLinesInnerLinksInner
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_multiple_shipments_inner import (
    OrderDetailB2BLinesInnerMultipleShipmentsInner,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_schedule_lines_inner import (
    OrderDetailB2BLinesInnerScheduleLinesInner,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info import (
    OrderDetailB2BLinesInnerServiceContractInfo,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner import (
    OrderDetailB2BLinesInnerShipmentDetailsInner,
)


class OrderDetailB2BLinesInner(ResponseModel):
    """One line of an order, with everything that happened to it.

    Args:
        sub_order_number (str): Sub-order the line belongs to (`20-RD128-11`); asking for it gives the same order.
        ingram_order_line_number (str): Ingram Micro's number for the line; this key differs from the create answer's
            `ingramLineNumber`.
        vendor_sales_order_line_number (str): Number of the line in the vendor's order.
        customer_line_number (str): Number the reseller gave the line.
        line_status (str): Backordered, In Progress, Shipped, Delivered, Canceled or On Hold; other words and cases
            occur.
        ingram_part_number (str): Ingram Micro's SKU on the line; empty on comment lines.
        vendor_part_number (str): Number the vendor gives the part.
        vendor_name (str): Manufacturer of the part, by name.
        part_description (str): Product description, as printed on documents.
        unit_weight (int or float): Weight of one unit, in `weightUom`.
        weight_uom (str): Unit of the weights, such as `LB`.
        unit_price (int or float): Price per unit, in `currencyCode`.
        upc_code (str): The part's UPC or EAN barcode number.
        extended_price (int or float): Unit price times units ordered, before tax.
        tax_amount (int or float): Tax on the line, in the line's currency.
        currency_code (str): Currency of the line's amounts.
        quantity_ordered (int): Units on order, shipped ones included.
        quantity_confirmed (int): Units allocated from stock.
        quantity_back_ordered (int): Units that wait for stock; see `backOrderETADate`.
        special_bid_number (str): Special price that was applied.
        requested_deliverydate (str): Day that the reseller requested; spelt with a small `d`, empty text when there is
            none.
        promised_delivery_date (str): Day that Ingram Micro promised, if there is one.
        back_order_eta_date (str): Day the missing units are expected in stock.
        line_notes (str): Remarks on the line, from the create or a later modify.
        shipment_details (list of OrderDetailB2BLinesInnerShipmentDetailsInner): Shipments of the line: a list here,
            unlike in the create answer.
        service_contract_info (OrderDetailB2BLinesInnerServiceContractInfo): Contract, subscription and licence data;
            announced, but not filled yet.
        additional_attributes (list of OrderDetailB2BLinesInnerAdditionalAttributesInner): Data on the line as name and
            value.
        links (list of OrderDetailB2BLinesInnerLinksInner): Where to read invoices and the like.
        estimated_dates (list of OrderDetailB2BLinesInnerEstimatedDatesInner): When the line should ship and arrive.
        schedule_lines (list of OrderDetailB2BLinesInnerScheduleLinesInner): Partial deliveries planned for the line, in
            SAP countries.
        multiple_shipments (list of OrderDetailB2BLinesInnerMultipleShipmentsInner): Partial deliveries of the line with
            their expected days.
        default_carrier_name (str): Carrier used if none was requested.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"additional_attributes", "links", "shipment_details"})

    sub_order_number: str | None = None
    """Sub-order the line belongs to (`20-RD128-11`); asking for it gives the same order."""

    ingram_order_line_number: str | None = None
    """Ingram Micro's number for the line; this key differs from the create answer's `ingramLineNumber`."""

    vendor_sales_order_line_number: str | None = None
    """Number of the line in the vendor's order."""

    customer_line_number: str | None = None
    """Number the reseller gave the line."""

    line_status: str | None = None
    """Backordered, In Progress, Shipped, Delivered, Canceled or On Hold; other words and cases occur."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU on the line; empty on comment lines."""

    vendor_part_number: str | None = None
    """Number the vendor gives the part."""

    vendor_name: str | None = None
    """Manufacturer of the part, by name."""

    part_description: str | None = None
    """Product description, as printed on documents."""

    unit_weight: IntOrFloat | None = None
    """Weight of one unit, in `weightUom`."""

    weight_uom: str | None = None
    """Unit of the weights, such as `LB`."""

    unit_price: IntOrFloat | None = None
    """Price per unit, in `currencyCode`."""

    upc_code: str | None = None
    """The part's UPC or EAN barcode number."""

    extended_price: IntOrFloat | None = None
    """Unit price times units ordered, before tax."""

    tax_amount: IntOrFloat | None = None
    """Tax on the line, in the line's currency."""

    currency_code: str | None = None
    """Currency of the line's amounts."""

    quantity_ordered: int | None = None
    """Units on order, shipped ones included."""

    quantity_confirmed: int | None = None
    """Units allocated from stock."""

    quantity_back_ordered: int | None = None
    """Units that wait for stock; see `backOrderETADate`."""

    special_bid_number: str | None = None
    """Special price that was applied."""

    requested_deliverydate: str | None = None
    """Day that the reseller requested; spelt with a small `d`, empty text when there is none."""

    promised_delivery_date: str | None = None
    """Day that Ingram Micro promised, if there is one."""

    back_order_eta_date: Annotated[str | None, Field(alias="backOrderETADate")] = None
    """Day the missing units are expected in stock."""

    line_notes: str | None = None
    """Remarks on the line, from the create or a later modify."""

    shipment_details: list[OrderDetailB2BLinesInnerShipmentDetailsInner] | None = None
    """Shipments of the line: a list here, unlike in the create answer."""

    service_contract_info: OrderDetailB2BLinesInnerServiceContractInfo | None = None
    """Contract, subscription and licence data; announced, but not filled yet."""

    additional_attributes: list[OrderDetailB2BLinesInnerAdditionalAttributesInner] | None = None
    """Data on the line as name and value."""

    links: list[OrderDetailB2BLinesInnerLinksInner] | None = None
    """Where to read invoices and the like."""

    estimated_dates: list[OrderDetailB2BLinesInnerEstimatedDatesInner] | None = None
    """When the line should ship and arrive."""

    schedule_lines: list[OrderDetailB2BLinesInnerScheduleLinesInner] | None = None
    """Partial deliveries planned for the line, in SAP countries."""

    multiple_shipments: list[OrderDetailB2BLinesInnerMultipleShipmentsInner] | None = None
    """Partial deliveries of the line with their expected days."""

    default_carrier_name: str | None = None
    """Carrier used if none was requested."""
