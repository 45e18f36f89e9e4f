"""The model `OrderDetailB2B`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_detail_b2_b_additional_attributes_inner import (
    OrderDetailB2BAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_detail_b2_b_bill_to_info import OrderDetailB2BBillToInfo
from xi.sdk.resellers.models.order_detail_b2_b_end_user_info import OrderDetailB2BEndUserInfo
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner import OrderDetailB2BLinesInner
from xi.sdk.resellers.models.order_detail_b2_b_miscellaneous_charges_inner import (
    OrderDetailB2BMiscellaneousChargesInner,
)
from xi.sdk.resellers.models.order_detail_b2_b_ship_to_info import OrderDetailB2BShipToInfo


class OrderDetailB2B(ResponseModel):
    """One order with all its data: lines, shipments, tracking, serial numbers.

    Gaps are normal; lines or sub-order numbers have been missing altogether at times.

    Args:
        ingram_order_number (str): The order's number; for a sub-order, the number of its order.
        ingram_order_date (str): When the order was entered, ISO 8601 with offset.
        order_type (str): `S` stocked, `D` direct ship, `ZOR` or `ZLCN` in SAP countries.
        customer_order_number (str): The reseller's PO number in upper case.
        end_customer_order_number (str): PO number of the reseller's customer.
        web_order_id (str): Number from Ingram Micro's web shop, for orders placed there.
        vendor_sales_order_number (str): The vendor's own order number, for direct-ship orders.
        ingram_purchase_order_number (str): Number under which Ingram Micro ordered from the vendor.
        order_status (str): Shipped, Canceled, Backordered, Processing, On Hold or Delivered by declaration; `INVOICED`,
            `E-DELIVERED` and both spellings of cancelled occur. Compare without case.
        order_total (int or float): Total of the order, freight and tax included.
        order_sub_total (int or float): Sum of the lines, before freight and tax.
        freight_charges (int or float): Freight charged so far; 0 until something ships.
        currency_code (str): Currency of all amounts, as an ISO code.
        total_weight (int or float): Weight of all lines, in the unit of `weightUom`.
        total_tax (int or float): Tax charged so far, on lines and freight.
        total_fees (int or float): Fees other than freight and tax.
        payment_terms (str): Terms agreed for the account, such as net 30 days.
        notes (str): Remarks kept with the order.
        bill_to_info (OrderDetailB2BBillToInfo): Address the invoice goes to.
        ship_to_info (OrderDetailB2BShipToInfo): Delivery address, as stored after the last modify.
        end_user_info (OrderDetailB2BEndUserInfo): Who uses the goods; empty if the order has no end user.
        lines (list of OrderDetailB2BLinesInner): The order's lines; sometimes missing, then ask the v6 path or the
            search.
        miscellaneous_charges (list of OrderDetailB2BMiscellaneousChargesInner): Fees other than goods and freight; null
            when there are none.
        additional_attributes (list of OrderDetailB2BAdditionalAttributesInner): Data on the order as name and value;
            null when there is none.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"additional_attributes", "lines", "miscellaneous_charges"})

    ingram_order_number: str | None = None
    """The order's number; for a sub-order, the number of its order."""

    ingram_order_date: str | None = None
    """When the order was entered, ISO 8601 with offset."""

    order_type: str | None = None
    """`S` stocked, `D` direct ship, `ZOR` or `ZLCN` in SAP countries."""

    customer_order_number: str | None = None
    """The reseller's PO number in upper case."""

    end_customer_order_number: str | None = None
    """PO number of the reseller's customer."""

    web_order_id: str | None = None
    """Number from Ingram Micro's web shop, for orders placed there."""

    vendor_sales_order_number: str | None = None
    """The vendor's own order number, for direct-ship orders."""

    ingram_purchase_order_number: str | None = None
    """Number under which Ingram Micro ordered from the vendor."""

    order_status: str | None = None
    """Shipped, Canceled, Backordered, Processing, On Hold or Delivered by declaration; `INVOICED`, `E-DELIVERED` and
    both spellings of cancelled occur.

    Compare without case.
    """

    order_total: IntOrFloat | None = None
    """Total of the order, freight and tax included."""

    order_sub_total: IntOrFloat | None = None
    """Sum of the lines, before freight and tax."""

    freight_charges: IntOrFloat | None = None
    """Freight charged so far; 0 until something ships."""

    currency_code: str | None = None
    """Currency of all amounts, as an ISO code."""

    total_weight: IntOrFloat | None = None
    """Weight of all lines, in the unit of `weightUom`."""

    total_tax: IntOrFloat | None = None
    """Tax charged so far, on lines and freight."""

    total_fees: IntOrFloat | None = None
    """Fees other than freight and tax."""

    payment_terms: str | None = None
    """Terms agreed for the account, such as net 30 days."""

    notes: str | None = None
    """Remarks kept with the order."""

    bill_to_info: OrderDetailB2BBillToInfo | None = None
    """Address the invoice goes to."""

    ship_to_info: OrderDetailB2BShipToInfo | None = None
    """Delivery address, as stored after the last modify."""

    end_user_info: OrderDetailB2BEndUserInfo | None = None
    """Who uses the goods; empty if the order has no end user."""

    lines: list[OrderDetailB2BLinesInner] | None = None
    """The order's lines; sometimes missing, then ask the v6 path or the search."""

    miscellaneous_charges: list[OrderDetailB2BMiscellaneousChargesInner] | None = None
    """Fees other than goods and freight; null when there are none."""

    additional_attributes: list[OrderDetailB2BAdditionalAttributesInner] | None = None
    """Data on the order as name and value; null when there is none."""
