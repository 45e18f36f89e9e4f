"""All details of one order, as in the v6.1 answer."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.places import currency
from xi.sdk.resellers.sandbox.orders.answers import (
    carrier,
    day,
    line_number,
    link,
    location,
    moment,
    vendor_order_number,
    warehouse,
)
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Shipment, account_address, delivery_address
from xi.sdk.resellers.sandbox.wire.json import Json, present

_TRANSIT: Final = timedelta(days=3)


def details(order: Order, sub_order: str = "") -> Json:
    """Return the body of the details, of a whole order or of one of its sub-orders."""
    chosen = [(line, part) for line, part in order.parts if not sub_order or order.sub_order(line) == sub_order]
    lines = [line for line, _ in chosen]
    subtotal = sum((line.unit_price * line.quantity for line in lines), Decimal(0))
    # Charged once, with the first sub-order.
    freight = order.freight_due if lines[:1] == [line for line, _ in order.parts][:1] else Decimal(0)
    weight = sum((part.weight * line.quantity for line, part in chosen), Decimal(0))
    address = delivery_address(order.ship_to, order.customer, order.country)
    return {
        "ingramOrderNumber": order.number,
        "ingramOrderDate": moment(order),
        "orderType": order.order_type,
        "customerOrderNumber": order.customer_order_number,
        "endCustomerOrderNumber": order.end_customer_order_number,
        "webOrderId": "",
        "vendorSalesOrderNumber": vendor_order_number(order),
        "ingramPurchaseOrderNumber": "",
        "orderStatus": order.status_of(lines).value,
        "orderTotal": float(subtotal + freight),
        "orderSubTotal": float(subtotal),
        "freightCharges": float(freight),
        "currencyCode": currency(order.country),
        "totalWeight": float(weight),
        "totalTax": 0,
        "totalFees": 0,
        "paymentTerms": "NET 30 DAYS",
        "notes": order.comments,
        "billToInfo": _without_ids(account_address(order.customer, order.country)),
        "shipToInfo": _without_ids(address),
        "endUserInfo": _without_ids(order.end_user),
        "lines": [_detailed_line(order, line, part) for line, part in chosen],
        "miscellaneousCharges": [],
        "additionalAttributes": [],
    }


def _without_ids(address: Mapping[str, str]) -> Json:
    return {name: value for name, value in address.items() if not name.endswith("Id")}


def _detailed_line(order: Order, line: Line, part: Part) -> Json:
    sent = [item for item in order.shipments if item.line == line.number]
    bills = sorted({item.invoice_number for item in sent if item.invoice_number})
    due = (order.placed_at.date() + _TRANSIT).isoformat()
    return {
        **present([("subOrderNumber", order.sub_order(line))]),
        "ingramOrderLineNumber": line_number(order, line),
        "vendorSalesOrderLineNumber": "",
        "customerLineNumber": line.customer_line,
        "lineStatus": order.line_status(line).value,
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "vendorName": part.vendor_name,
        "partDescription": part.description,
        "unitWeight": float(part.weight),
        "weightUom": "LB",
        "unitPrice": float(line.unit_price),
        "upcCode": part.upc,
        "extendedPrice": float(line.unit_price * line.quantity),
        "taxAmount": 0,
        "currencyCode": currency(order.country),
        "quantityOrdered": line.quantity,
        "quantityConfirmed": line.confirmed,
        "quantityBackOrdered": line.backordered,
        "specialBidNumber": line.special_bid,
        "requestedDeliverydate": order.shipping.get("requestedDeliveryDate", ""),
        "promisedDeliveryDate": "" if line.backordered else due,
        "backOrderETADate": "",
        "lineNotes": line.note,
        "shipmentDetails": [_shipment(order, line, part, item) for item in sent],
        "additionalAttributes": [],
        "links": [link("invoices", f"/resellers/v6/invoices/{number}") for number in bills],
        "estimatedDates": [] if line.backordered else [_estimate(due)],
        "scheduleLines": None,
        "multipleShipments": [],
        "defaultCarrierName": carrier(order, part)[1],
    }


def _estimate(day: str) -> Json:
    nowhere: Json = {"startDate": None, "endDate": None}
    delivery: Json = {
        "deliveryDateType": "Single",
        "deliveryDateRange": nowhere,
        "deliverySource": None,
        "deliveryDescription": None,
        "deliveryDate": day,
    }
    return {"ship": None, "delivery": delivery}


def _shipment(order: Order, line: Line, part: Part, item: Shipment) -> Json:
    code, name = carrier(order, part)
    due = (item.shipped_on + _TRANSIT).isoformat()
    parcel: Json = {
        "trackingNumber": item.tracking_number,
        "trackingUrl": "",
        "packageWeight": f"{part.weight * item.quantity}",
        "cartonNumber": "1",
        "quantityInBox": str(item.quantity),
        "serialNumbers": [{"serialNumber": serial} for serial in item.serial_numbers],
    }
    leg: Json = {
        "carrierCode": code,
        "carrierName": name,
        "quantity": item.quantity,
        "shippedDate": day(item.shipped_on),
        "estimatedDeliveryDate": due,
        "deliveredDate": day(item.delivered_on),
        "carrierPickupDate": day(item.shipped_on),
        "trackingDetails": [parcel],
    }
    return {
        "quantity": item.quantity,
        "deliveryNumber": order.delivery_number(item),
        "estimatedShipDate": day(item.shipped_on),
        "shippedDate": day(item.shipped_on),
        "estimatedDeliveryDate": due,
        "shipFromWarehouseId": warehouse(order, line),
        "shipFromLocation": location(order, line),
        "invoiceNumber": item.invoice_number,
        "invoiceDate": day(item.invoiced_on),
        "carrierDetails": [leg],
    }
