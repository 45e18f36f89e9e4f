"""Orders as the JSON of the live API, including its irregular shapes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from urllib.parse import urlencode
from zlib import crc32

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.places import LOCATIONS, currency
from xi.sdk.resellers.sandbox.orders.modify import Modified
from xi.sdk.resellers.sandbox.orders.search import Page
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Rejection, Status, delivery_address
from xi.sdk.resellers.sandbox.wire.json import Json, present, records
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

_CARRIERS: Final = {
    "UG": "UPS GROUND",
    "GR": "DIRECT GROUND",
    "VL": "VIRTUAL",
    "FG": "FEDEX GROUND",
    "OT": "OTHER",
}
_CLOSED: Final = frozenset({Status.SHIPPED, Status.DELIVERED})


def created(orders: Sequence[Order], rejected: Sequence[Rejection]) -> Json:
    """Return the body of a v6 create; the first order lists the refused lines."""
    first = orders[0]
    total = sum((order.confirmed_total for order in orders), Decimal(0))
    body: Json = {
        "customerOrderNumber": first.customer_order_number,
        **present([("endCustomerOrderNumber", first.end_customer_order_number)]),
        "billToAddressId": first.bill_to_id,
        **present([("specialBidNumber", first.special_bid)]),
        "orderSplit": len(orders) > 1,
        "processedPartially": bool(rejected),
        "purchaseOrderTotal": float(total),
        "resellerInfo": dict(first.reseller),
        "shipToInfo": delivery_address(first.ship_to, first.customer, first.country),
    }
    if first.end_user:
        body["endUserInfo"] = dict(first.end_user)
    body["orders"] = [_created_order(order, rejected if order is first else ()) for order in orders]
    return body


def created_v7(body: Json) -> Json:
    """Return the body of a v6 create as version 1.3.0 declares it for v7, where the shipments of a line are a list."""
    orders = [
        {**order, "lines": [{**line, "shipmentDetails": [line["shipmentDetails"]]} for line in records(order["lines"])]}
        for order in records(body["orders"])
    ]
    return {**body, "orders": orders}


def _created_order(order: Order, rejected: Sequence[Rejection]) -> Json:
    body: Json = {
        "numberOfLinesWithSuccess": len(order.parts),
        "numberOfLinesWithError": len(rejected),
        "numberOfLinesWithWarning": 0,
        "ingramOrderNumber": order.number,
        # The day on Impulse, the moment on SAP.
        "ingramOrderDate": order.placed_at.date().isoformat() if order.impulse else moment(order),
        "notes": order.comments,
        "orderType": order.order_type,
        "orderTotal": float(order.confirmed_total),
        "freightCharges": 0 if order.held else float(order.freight_due),
        "totalTax": 0,
        "currencyCode": currency(order.country),
        "lines": [_created_line(order, line, part) for line, part in order.parts],
        "links": [link("orders", f"/resellers/v6/orders/{order.number}")],
    }
    if rejected:
        body["rejectedLineItems"] = [_rejected_on_create(item) for item in rejected]
    return body


def _created_line(order: Order, line: Line, part: Part) -> Json:
    return {
        **present([("subOrderNumber", order.sub_order(line))]),
        "ingramLineNumber": line_number(order, line),
        "customerLineNumber": line.customer_line,
        # The hold is not shown here: a held line looks back-ordered.
        "lineStatus": "Backordered" if line.backordered else "In Progress",
        "ingramPartNumber": part.number,
        **present([("vendorPartNumber", part.vendor_number)]),
        "unitPrice": float(line.unit_price),
        "extendedUnitPrice": float(line.unit_price * line.confirmed),
        "quantityOrdered": line.quantity,
        "quantityConfirmed": line.confirmed,
        "quantityBackOrdered": line.backordered,
        **present([("specialBidNumber", line.special_bid)]),
        "notes": line_notes(line, part),
        # An object, though the published schema says list.
        "shipmentDetails": _ship_from(order, line, part),
    }


def _ship_from(order: Order, line: Line, part: Part) -> Json:
    code, name = carrier(order, part)
    return {
        "carrierCode": code,
        **present([("carrierName", name)]),
        "shipFromWarehouseId": warehouse(order, line),
        **present(
            [
                ("shipFromLocation", location(order, line)),
                *((key, order.shipping.get(key, "")) for key in ("freightAccountNumber", "signatureRequired")),
                ("shippingInstructions", order.shipping.get("shippingInstructions", "")),
            ]
        ),
    }


def _rejected_on_create(item: Rejection) -> Json:
    # The live API has the lower-case n.
    body: Json = {
        "customerLinenumber": item.customer_line,
        "ingramPartNumber": item.part_number,
        **present([("vendorPartNumber", item.vendor_number)]),
    }
    return {**body, **_refusal(item)}


def _refusal(item: Rejection) -> Json:
    units: Json = {} if item.quantity is None else {"quantityOrdered": item.quantity}
    return {**units, "rejectCode": item.code, "rejectReason": item.reason}


def modified(before: Order, outcome: Modified, now: str) -> Json:
    """Return the body of a modify, with the old totals and only the changed lines."""
    body: Json = {
        "ingramOrderNumber": before.number,
        **present([("changeDescription", outcome.description)]),
        "orderModifiedDate": now,
        "customerOrderNumber": before.customer_order_number,
        **present([("endCustomerOrderNumber", before.end_customer_order_number)]),
        "orderTotal": float(before.total),
        **present([("notes", outcome.notes)]),
        "orderSubTotal": float(before.subtotal),
        "freightCharges": float(before.freight_due),
        "totalTax": 0,
        "orderStatus": "ON HOLD",
        "billToAddressId": before.bill_to_id,
    }
    if outcome.ship_to is not None:
        body["shipToInfo"] = outcome.ship_to
    if outcome.changed_lines:
        body["lines"] = [_changed_line(before, item.line, deleted=item.deleted) for item in outcome.changed_lines]
    if outcome.rejected:
        body["rejectedLineItems"] = [_rejected_on_modify(item) for item in outcome.rejected]
    return body


def _changed_line(order: Order, line: Line, *, deleted: bool) -> Json:
    number = line_number(order, line)
    customer_line = line.customer_line or "000"
    if deleted:
        gone = [("ingramPartNumber", line.part.number if line.part is not None else "")]
        return {"ingramLineNumber": number, "customerLineNumber": customer_line, **present(gone)}
    if line.part is None:
        # A number here and text elsewhere, as was observed.
        return {"ingramLineNumber": line.number, "customerLineNumber": customer_line, "notes": line.note}
    code, name = carrier(order, line.part)
    return {
        **present([("subOrderNumber", order.sub_order(line))]),
        "ingramLineNumber": number,
        "customerLineNumber": customer_line,
        "ingramPartNumber": line.part.number,
        **present([("vendorPartNumber", line.part.vendor_number)]),
        "quantityOrdered": line.quantity,
        "quantityConfirmed": line.confirmed,
        "quantityBackOrdered": line.backordered,
        "shipmentDetails": {"carrierCode": code, **present([("carrierName", name)])},
        "notes": line_notes(line, line.part),
    }


def _rejected_on_modify(item: Rejection) -> Json:
    named = [
        ("ingramLineNumber", item.ingram_line),
        ("customerLineNumber", item.customer_line),
        ("ingramPartNumber", item.part_number),
        ("vendorPartNumber", item.vendor_number),
    ]
    return {**present(named), **_refusal(item)}


def searched(request: ApiRequest, page: Page) -> Json:
    """Return the body of a search; its counts and totals are text."""
    body: Json = {
        "recordsFound": str(page.found),
        "pageSize": str(page.size),
        "pageNumber": str(page.number),
        "orders": [_found(order) for order in page.orders],
    }
    if page.has_next:
        body["nextPage"] = _page_link(request, page.number + 1)
    if page.number > 1:
        body["previousPage"] = _page_link(request, page.number - 1)
    return body


def _page_link(request: ApiRequest, number: int) -> str:
    kept = [(name, value) for name, value in request.query if name != "pageNumber"]
    return f"/resellers/v6/orders/search?{urlencode([*kept, ('pageNumber', str(number))])}"


def _found(order: Order) -> Json:
    status = order.status
    state = "CANCELLED" if status is Status.CANCELED else "CLOSED" if status in _CLOSED else "OPEN"
    vendors = [part.vendor_name for _, part in order.parts]
    return {
        "ingramOrderNumber": order.number,
        "ingramOrderDate": moment(order),
        "customerOrderNumber": order.customer_order_number,
        "vendorSalesOrderNumber": vendor_order_number(order),
        "vendorName": vendors[0] if vendors else "",
        "endUserCompanyName": order.end_user.get("companyName", ""),
        "orderTotal": f"{order.total:.2f}",
        "orderStatus": state,
        "subOrders": [_found_sub_order(order, name, lines) for name, lines in order.sub_orders().items()],
        "links": link("orders", f"/resellers/v6.1/orders/{order.number}"),
    }


def _found_sub_order(order: Order, name: str, lines: Sequence[Line]) -> Json:
    total = sum((line.unit_price * line.quantity for line in lines), Decimal(0))
    numbers = {line.number for line in lines}
    billed = {item.invoice_number for item in order.shipments if item.invoice_number and item.line in numbers}
    links = [link("orders", f"/resellers/v6.1/orders/{name or order.number}")]
    links += [link("invoices", f"/resellers/v6/invoices/{number}") for number in sorted(billed)]
    return {
        **present([("subOrderNumber", name)]),
        "subOrderTotal": f"{total:.2f}",
        "subOrderStatus": order.status_of(lines).value,
        "links": links,
    }


def vendor_order_number(order: Order) -> str:
    """Return the vendor's order number for a direct shipment; other orders have none."""
    return f"{crc32(order.number.encode()) % 10**9:09}" if order.order_type == "D" else ""


def link(topic: str, href: str) -> Json:
    """Return a link to another resource."""
    return {"topic": topic, "href": href, "type": "GET"}


def moment(order: Order) -> str:
    """Return when an order was placed, with its offset."""
    return order.placed_at.isoformat(timespec="seconds")


def line_number(order: Order, line: Line) -> str:
    """Return a line number as text: three digits on Impulse, plain on SAP."""
    return f"{line.number:03}" if order.impulse else str(line.number)


def line_notes(line: Line, part: Part) -> str:
    """Return a line's notes: the product description, then the reseller's own."""
    return " || ".join(text for text in (part.description, line.note) if text)


def carrier(order: Order, part: Part) -> tuple[str, str]:
    """Return the code and the name of the carrier of a part."""
    code = order.shipping.get("carrierCode", "")
    if not code:
        code = "VL" if part.virtual else "GR" if order.order_type == "D" else "UG"
    return code, _CARRIERS.get(code, "")


def warehouse(order: Order, line: Line) -> str:
    """Return the warehouse that a line ships from, in the form of its country."""
    return line.warehouse if order.impulse else f"{order.country}01"


def location(order: Order, line: Line) -> str:
    """Return the place of the warehouse of a line; empty if it is not known."""
    return LOCATIONS.get(line.warehouse, "") if order.impulse else ""


def day(day: date | None) -> str:
    """Return a date as text, empty when there is none."""
    return "" if day is None else day.isoformat()
