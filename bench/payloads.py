"""The measured calls and their answers: names and types of the contract, invented values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]

CUSTOMER_NUMBER = "20-000042"
COUNTRY_CODE = "US"
SENDER_ID = "bench"
CORRELATION_ID = "0123456789abcdef0123456789abcdef"
ACCESS_TOKEN = "bench-access-token"

STRIPE_PREFIX = "/v2"
"""Paths under it are those that stripe sends JSON to; the server gives the same answers there."""

SEARCH_PAGE_ORDERS = 100
LARGE_ANSWER_LINES = 500

# A service contract is rare on real lines; the fifth line of five carries one.
LINES_PER_SERVICE_CONTRACT = 5

CREATE_REQUEST: Json = {
    "customerOrderNumber": "BENCH-PO-0001",
    "notes": "leave at the loading dock",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "ZZ1001", "quantity": 1}],
    "additionalAttributes": [
        {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"},
    ],
}


@dataclass(frozen=True)
class Case:
    """One measured call: its path, its answer, and a deeply nested value that proves the answer was read."""

    name: str
    title: str
    method: str
    path: str
    query: str
    status: str
    answer: Callable[[], Json]
    leaf: tuple[str | int, ...]
    leaf_value: str
    # How many small calls cost about as much as one of these; a round makes that many fewer.
    weight: int


def address(seed: int) -> Json:
    """The fields that all addresses of the contract share."""
    return {
        "contact": f"Robin Sample {seed}",
        "companyName": f"Sample Trading {seed} LLC",
        "addressLine1": f"{100 + seed} Example Avenue",
        "addressLine2": f"Suite {seed}",
        "addressLine3": "Building C",
        "city": "Springfield",
        "state": "IL",
        "postalCode": "627010000",
        "countryCode": "US",
        "phoneNumber": "2175550100",
        "email": f"robin{seed}@example.com",
    }


def attributes(*names: str) -> list[Json]:
    """Additional attributes of these names."""
    return [{"attributeName": name, "attributeValue": f"{name}-value"} for name in names]


def create_answer() -> Json:
    """A booked order of one line; `shipmentDetails` is a list, the only form every contestant can read."""
    named_address = {**address(1), "name1": "Sample Trading", "name2": "Receiving", "addressLine4": "Gate 2"}
    line: Json = {
        "subOrderNumber": "20-BNCH1-11",
        "ingramLineNumber": "001",
        "customerLineNumber": "1",
        "lineStatus": "Open",
        "ingramPartNumber": "ZZ1001",
        "vendorPartNumber": "SAMPLE-VPN-1",
        "unitPrice": 129.95,
        "extendedUnitPrice": 129.95,
        "quantityOrdered": 1,
        "quantityConfirmed": 1,
        "quantityBackOrdered": 0,
        "specialBidNumber": "",
        "notes": "",
        "shipmentDetails": [
            {
                "carrierCode": "SC",
                "carrierName": "Sample Carrier Ground",
                "shipFromWarehouseId": "20",
                "shipFromLocation": "Springfield, IL",
                "freightAccountNumber": "",
                "signatureRequired": "false",
                "shippingInstructions": "",
            }
        ],
        "additionalAttributes": attributes("lineNumberOfHost"),
    }
    order: Json = {
        "numberOfLinesWithSuccess": 1,
        "numberOfLinesWithError": 0,
        "numberOfLinesWithWarning": 0,
        "ingramOrderNumber": "20-BNCH1",
        "ingramOrderDate": "2024-05-02",
        "notes": "leave at the loading dock",
        "orderType": "S",
        "orderTotal": 139.45,
        "freightCharges": 9.5,
        "totalTax": 0.0,
        "currencyCode": "USD",
        "lines": [line],
        "miscellaneousCharges": [],
        "links": [{"topic": "orders", "href": "/resellers/v6.1/orders/20-BNCH1", "type": "GET"}],
        "rejectedLineItems": [],
        "additionalAttributes": attributes("orderOrigin"),
    }
    return {
        "customerOrderNumber": "BENCH-PO-0001",
        "endCustomerOrderNumber": "",
        "billToAddressId": "000",
        "specialBidNumber": "",
        "orderSplit": False,
        "processedPartially": False,
        "purchaseOrderTotal": 139.45,
        "shipToInfo": {"addressId": "200", **named_address},
        "endUserInfo": {"endUserId": "EU-1", **named_address},
        "orders": [order],
    }


def date_window(day: int) -> Json:
    """Three days from this day of May."""
    return {"startDate": f"2024-05-{day:02d}", "endDate": f"2024-05-{day + 2:02d}"}


def estimated_dates() -> Json:
    """When a line should ship and arrive."""
    return {
        "ship": {
            "shipDateType": "range",
            "shipDateRange": date_window(6),
            "shipSource": "Ingram",
            "shipDescription": "estimated from stock",
            "shipDate": "2024-05-07",
        },
        "delivery": {
            "deliveryDateType": "range",
            "deliveryDateRange": date_window(9),
            "deliverySource": "Carrier",
            "deliveryDescription": "estimated by the carrier",
            "deliveryDate": "2024-05-10",
        },
    }


def parcel(line: int, shipment: int, box: int) -> Json:
    """One tracked carton with the serials in it."""
    tracking = f"1ZBENCH{line:04d}{shipment}{box}"
    return {
        "trackingNumber": tracking,
        "trackingUrl": f"https://carrier.example.com/track?number={tracking}",
        "packageWeight": "4.20",
        "cartonNumber": f"C{line:04d}{box}",
        "quantityInBox": "2",
        "serialNumbers": [{"serialNumber": f"SN{line:04d}{shipment}{box}{unit}"} for unit in range(2)],
    }


def shipment(line: int, number: int, boxes: int) -> Json:
    """One delivery by one carrier in so many cartons."""
    carrier: Json = {
        "carrierCode": "SC",
        "carrierName": "Sample Carrier Ground",
        "quantity": 2 * boxes,
        "shippedDate": "2024-05-07",
        "estimatedDeliveryDate": "2024-05-10",
        "deliveredDate": "2024-05-10",
        "carrierPickupDate": "2024-05-07",
        "trackingDetails": [parcel(line, number, box) for box in range(boxes)],
    }
    return {
        "quantity": 2 * boxes,
        "deliveryNumber": f"80{line:06d}{number}",
        "estimatedShipDate": "2024-05-07",
        "shippedDate": "2024-05-07",
        "estimatedDeliveryDate": "2024-05-10",
        "shipFromWarehouseId": "20",
        "shipFromLocation": "Springfield, IL",
        "invoiceNumber": f"20-BNCHL-{number:02d}",
        "invoiceDate": "2024-05-08",
        "carrierDetails": [carrier],
    }


def service_contract(line: int) -> Json:
    """The contract, subscription and licence of a line."""
    return {
        "contractInfo": {
            "contractDescription": "three years, next day on site",
            "contractNumber": f"CT{line:05d}",
            "contractStatus": "Active",
            "contractStartDate": "2024-05-08",
            "contractEndDate": "2027-05-07",
            "contractDuration": "36",
        },
        "subscriptions": {
            "subscriptionId": f"SUB{line:05d}",
            "subscriptionTerm": "36",
            "renewalTerm": "12",
            "billingModel": "annual",
            "subcriptionStartDate": "2024-05-08",
            "subcriptionEndDate": "2027-05-07",
        },
        "licenseInfo": {
            "licenseNumber": [f"LIC{line:05d}A", f"LIC{line:05d}B"],
            "licenseStartDate": "2024-05-08",
            "licenseEndDate": "2027-05-07",
            "description": "sample licence",
            "quantity": "2",
        },
    }


def details_line(number: int) -> Json:
    """One line, nearly every field filled: even lines ship at once, odd ones in two parts."""
    shipments = [shipment(number, index, 1 + (number + index) % 2) for index in range(1 + number % 2)]
    quantity = sum(item["quantity"] for item in shipments)
    line: Json = {
        "subOrderNumber": "20-BNCHL-11",
        "ingramOrderLineNumber": f"{number:03d}",
        "vendorSalesOrderLineNumber": f"{number * 10:06d}",
        "customerLineNumber": f"{number:03d}",
        "lineStatus": "Shipped",
        "ingramPartNumber": f"ZZ{number:04d}",
        "vendorPartNumber": f"SAMPLE-VPN-{number}",
        "vendorName": "SAMPLE VENDOR",
        "partDescription": f'SAMPLE PRODUCT {number} 14" 16GB 512GB',
        "unitWeight": 2.1,
        "weightUom": "LB",
        "unitPrice": 129.95,
        "upcCode": f"0000{number:08d}",
        "extendedPrice": round(129.95 * quantity, 2),
        "taxAmount": 8.12,
        "currencyCode": "USD",
        "quantityOrdered": quantity,
        "quantityConfirmed": quantity,
        "quantityBackOrdered": 0,
        "specialBidNumber": f"BID-{number:04d}",
        "requestedDeliverydate": "2024-05-10",
        "promisedDeliveryDate": "2024-05-10",
        "backOrderETADate": "",
        "lineNotes": "call before delivery",
        "shipmentDetails": shipments,
        "additionalAttributes": attributes("sapLineNumber", "govtProgramType"),
        "links": [{"topic": "invoices", "href": "/resellers/v6/invoices/20-BNCHL-11", "type": "GET"}],
        "estimatedDates": [estimated_dates()],
        "scheduleLines": [
            {
                "lineNumber": f"{number:03d}",
                "scheduleLineDate": "2024-05-07",
                "requestedQuantity": str(quantity),
                "confirmedQuantity": str(quantity),
                "goodsIssueDate": "2024-05-07",
            }
        ],
        "multipleShipments": [
            {
                "lineNumber": f"{number:03d}",
                "requestedQuantity": quantity,
                "confirmedQuantity": quantity,
                "dateType": "range",
                "dateRange": date_window(6),
                "source": "Ingram",
                "description": "estimated from stock",
                "date": "2024-05-07",
                "deliveryDate": "2024-05-10",
            }
        ],
        "defaultCarrierName": "Sample Carrier Ground",
    }
    if number % LINES_PER_SERVICE_CONTRACT == 0:
        line["serviceContractInfo"] = service_contract(number)
    return line


def details_answer(order_number: str, lines: int) -> Json:
    """An order with so many lines, shipped."""
    return {
        "ingramOrderNumber": order_number,
        "ingramOrderDate": "2024-05-02T13:14:15.000Z",
        "orderType": "Stock",
        "customerOrderNumber": "BENCH-PO-0001",
        "endCustomerOrderNumber": "EU-PO-0001",
        "webOrderId": "W0001",
        "vendorSalesOrderNumber": "VSO-0001",
        "ingramPurchaseOrderNumber": "IPO-0001",
        "orderStatus": "Shipped",
        "orderTotal": 139.45 * lines,
        "orderSubTotal": 129.95 * lines,
        "freightCharges": 9.5,
        "currencyCode": "USD",
        "totalWeight": 4.2,
        "totalTax": 8.12,
        "totalFees": 0.0,
        "paymentTerms": "Net 30",
        "notes": "leave at the loading dock",
        "billToInfo": address(1),
        "shipToInfo": address(2),
        "endUserInfo": address(3),
        "lines": [details_line(number) for number in range(1, lines + 1)],
        "miscellaneousCharges": [
            {
                "subOrderNumber": f"{order_number}-11",
                "chargeLineReference": "900",
                "chargeDescription": "handling",
                "chargeAmount": "1.50",
            }
        ],
        "additionalAttributes": attributes("orderOrigin", "entryMethod"),
    }


def small_details_answer() -> Json:
    """An order as most are: one line, shipped whole in one parcel, so without the lists for partial deliveries."""
    answer = details_answer("20-BNCHS", 1)
    line = details_line(2)
    for partial in ("scheduleLines", "multipleShipments"):
        del line[partial]
    return answer | {"lines": [line]}


def filled_details_answer() -> Json:
    """An order of one line with nearly every field filled, shipped in two parts and three parcels."""
    return details_answer("20-BNCHF", 1)


def large_details_answer() -> Json:
    """An order of many lines."""
    return details_answer("20-BNCHL", LARGE_ANSWER_LINES)


def found_order(number: int) -> Json:
    """One order of a search page, in one or two sub-orders."""
    order_number = f"20-B{number:04d}"
    return {
        "ingramOrderNumber": order_number,
        "ingramOrderDate": "2024-05-02",
        "customerOrderNumber": f"BENCH-PO-{number:04d}",
        "vendorSalesOrderNumber": f"VSO-{number:04d}",
        "vendorName": "SAMPLE VENDOR",
        "endUserCompanyName": f"Sample Trading {number} LLC",
        "orderTotal": 139.45 + number,
        "orderStatus": "OPEN",
        "subOrders": [
            {
                "subOrderNumber": f"{order_number}-{11 * sub}",
                "subOrderTotal": 139.45,
                "subOrderStatus": "Shipped",
                "links": [
                    {"topic": "orders", "href": f"/resellers/v6.1/orders/{order_number}", "type": "GET"},
                    {
                        "topic": "invoices",
                        "href": f"/resellers/v6/invoices/{order_number}-{11 * sub}",
                        "type": "GET",
                    },
                ],
            }
            for sub in range(1, 2 + number % 2)
        ],
        "links": {"topic": "orders", "href": f"/resellers/v6.1/orders/{order_number}", "type": "GET"},
    }


def search_answer() -> Json:
    """A full page of orders, with another page after it."""
    return {
        "recordsFound": 2 * SEARCH_PAGE_ORDERS,
        "pageSize": SEARCH_PAGE_ORDERS,
        "pageNumber": 1,
        "orders": [found_order(number) for number in range(SEARCH_PAGE_ORDERS)],
        "nextPage": f"/resellers/v6/orders/search?pageSize={SEARCH_PAGE_ORDERS}&pageNumber=2",
        "previousPage": "",
    }


LAST_SERIAL: tuple[str | int, ...] = (
    *("lines", -1, "shipmentDetails", -1, "carrierDetails", -1),
    *("trackingDetails", -1, "serialNumbers", -1, "serialNumber"),
)

CASES: dict[str, Case] = {
    case.name: case
    for case in (
        Case(
            name="create",
            title="create, one line",
            method="POST",
            path="/resellers/v6/orders",
            query="",
            status="201 Created",
            answer=create_answer,
            leaf=("orders", 0, "lines", 0, "shipmentDetails", 0, "carrierCode"),
            leaf_value="SC",
            weight=1,
        ),
        Case(
            name="details",
            title="details, one line",
            method="GET",
            path="/resellers/v6.1/orders/20-BNCHS",
            query="",
            status="200 OK",
            answer=small_details_answer,
            leaf=LAST_SERIAL,
            leaf_value="SN0002001",
            weight=1,
        ),
        Case(
            name="filled",
            title="details, one line, all filled",
            method="GET",
            path="/resellers/v6.1/orders/20-BNCHF",
            query="",
            status="200 OK",
            answer=filled_details_answer,
            leaf=LAST_SERIAL,
            leaf_value="SN0001101",
            weight=1,
        ),
        Case(
            name="search",
            title=f"search page, {SEARCH_PAGE_ORDERS} orders",
            method="GET",
            path="/resellers/v6/orders/search",
            query=f"pageSize={SEARCH_PAGE_ORDERS}&pageNumber=1",
            status="200 OK",
            answer=search_answer,
            leaf=("orders", -1, "subOrders", -1, "links", -1, "href"),
            leaf_value="/resellers/v6/invoices/20-B0099-22",
            weight=5,
        ),
        Case(
            name="large",
            title=f"details, {LARGE_ANSWER_LINES} lines",
            method="GET",
            path="/resellers/v6.1/orders/20-BNCHL",
            query="",
            status="200 OK",
            answer=large_details_answer,
            leaf=LAST_SERIAL,
            leaf_value="SN0500001",
            weight=50,
        ),
    )
}


def http_answer(status: str, body: bytes) -> bytes:
    """An answer as sent, with the headers the service sends and a rate limit too wide to make anyone wait."""
    head = (
        f"HTTP/1.1 {status}\r\n"
        "Content-Type: application/json; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Date: Thu, 02 May 2024 13:14:15 GMT\r\n"
        f"IM-CorrelationID: {CORRELATION_ID}\r\n"
        f"IM-SenderID: {SENDER_ID}\r\n"
        f"IM-CountryCode: {COUNTRY_CODE}\r\n"
        "X-RateLimit-Limit: 1000000\r\n"
        "X-RateLimit-Remaining: 999999\r\n"
        "X-RateLimit-Reset: 4102444800000\r\n"
        "\r\n"
    )
    return head.encode("ascii") + body


def routes() -> dict[tuple[bytes, bytes], bytes]:
    """Every answer, ready to send, by method and path, with the prefix and without."""
    found: dict[tuple[bytes, bytes], bytes] = {}
    for case in CASES.values():
        answer = http_answer(case.status, json.dumps(case.answer(), separators=(",", ":")).encode())
        for prefix in ("", STRIPE_PREFIX):
            found[case.method.encode(), (prefix + case.path).encode()] = answer
    return found
