"""Renewals as the JSON of the live API, including its irregular shapes."""

from datetime import date
from typing import Final

from xi.sdk.resellers.sandbox.catalog.offers import RenewalStatus
from xi.sdk.resellers.sandbox.renewals.values import Renewal, RenewedPart
from xi.sdk.resellers.sandbox.wire.json import Json
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

_CONTACT_WIDTH: Final = 100
"""The live API pads the contact to this width."""


def searched_renewal(renewal: Renewal, status: RenewalStatus) -> Json:
    """Return a renewal as an entry of a search: the number is a number here, and the reference is text."""
    links: list[Json] = [_link("renewals", f"/resellers/v6/renewals/{renewal.number}")]
    if renewal.quote:
        links.append(_link("quotedetails", f"/resellers/v6/quotes/{renewal.quote}"))
    return {
        "renewalId": int(renewal.number),
        "customerOrderNumber": renewal.customer_order_number,
        "referenceNumber": renewal.quote or renewal.notification,
        "endUser": renewal.end_user,
        "vendor": renewal.vendor,
        "expirationDate": _moment(renewal.expires_on),
        "renewalValue": float(renewal.value),
        "status": status.value,
        "links": links,
    }


def page_link(_request: ApiRequest, number: int) -> str:
    """Return the link to a page; it has no filter, so the body has to be sent again with it."""
    return f"/resellers/v6/renewals/search?page={number}"


def renewal_details(renewal: Renewal, status: RenewalStatus, country: str, *, strict: bool = False) -> Json:
    """Return a renewal in full: its value is text here, and the reference is an object.

    Args:
        renewal: The renewal.
        status: Its state.
        country: The country of the request.
        strict: Whether quantities are text, as published; they are sent as numbers.
    """
    return {
        "renewalId": renewal.number,
        "ingramOrderNumber": renewal.order_number,
        "ingramOrderDate": _moment(renewal.bought_at.date()) if renewal.order_number else None,
        "expirationDate": _moment(renewal.expires_on),
        "ingramPurchaseOrderNumber": renewal.order_number,
        "customerOrderNumber": renewal.customer_order_number,
        "endCustomerOrderNumber": "",
        "renewalValue": str(renewal.value),
        "endUser": renewal.end_user,
        "vendor": renewal.vendor,
        "status": status.value.replace("(", "").replace(")", ""),
        "endUserInfo": {
            **dict.fromkeys(("name1", "name2", "addressLine2", "addressLine3", "addressLine4"), ""),
            "contact": "Robin Sample".ljust(_CONTACT_WIDTH),
            "companyName": renewal.end_user,
            "addressLine1": "12 Example Ave",
            "city": "Springfield",
            "state": "NY",
            "postalCode": "10001",
            "countryCode": country,
            "phoneNumber": "(555)010-0100",
            "email": "robin@example.com",
        },
        "referenceNumber": {"notificationId": renewal.notification, "quoteNumber": renewal.quote},
        "products": [_product(index, each, strict=strict) for index, each in enumerate(renewal.parts, 1)],
        "additionalAttributes": [_serial_number(each) for each in renewal.parts if each.serial_number],
    }


def _product(index: int, line: RenewedPart, *, strict: bool) -> Json:
    return {
        "ingramLineNumber": str(index),
        "productDescription": line.part.description,
        "vendorPartNumber": line.part.vendor_number,
        "ingramPartNumber": line.part.number,
        "manufacturerPartNumber": "",
        "unitPrice": float(line.price),
        "quantity": str(line.quantity) if strict else line.quantity,
        "isConsolidated": "No",
    }


def _serial_number(line: RenewedPart) -> Json:
    return {
        "attributeDescription": "SerialNumber",
        "attributeValue": line.serial_number,
        "startDate": None,
        "expirationDate": None,
        "isConsolidated": "",
    }


def _link(topic: str, href: str) -> Json:
    return {"topic": topic, "href": href, "type": "Get"}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"
