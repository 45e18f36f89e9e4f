"""The small pieces that several answers share: links, dates, line numbers, carriers."""

from datetime import date
from typing import Final
from zlib import crc32

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.orders.values import Line, Order
from xi.sdk.resellers.sandbox.wire.json import Json

_CURRENCIES: Final = {
    "US": "USD",
    "CA": "CAD",
    "MX": "MXN",
    "BR": "BRL",
    "CL": "CLP",
    "CO": "COP",
    "PE": "PEN",
    "IN": "INR",
    "AU": "AUD",
    "SG": "SGD",
    "DK": "DKK",
    "FR": "EUR",
    "ES": "EUR",
    "FI": "EUR",
}
_LOCATIONS: Final = {"10": "Fontana, CA", "30": "Memphis, TN", "40": "Joliet, IL"}
_CARRIERS: Final = {
    "UG": "UPS GROUND",
    "GR": "DIRECT GROUND",
    "VL": "VIRTUAL",
    "FG": "FEDEX GROUND",
    "OT": "OTHER",
}


def currency(country: str) -> str:
    """Return the currency a country is billed in."""
    return _CURRENCIES.get(country, "USD")


def vendor_order_number(order: Order) -> str:
    """Return the vendor's number for a direct shipment; stocked orders have none."""
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
    """Return the code and name of the carrier a part travels with."""
    code = order.shipping.get("carrierCode", "")
    if not code:
        code = "VL" if part.virtual else "GR" if order.order_type == "D" else "UG"
    return code, _CARRIERS.get(code, "")


def warehouse(order: Order, line: Line) -> str:
    """Return the warehouse a line ships from, as its country names it."""
    return line.warehouse if order.impulse else f"{order.country}01"


def location(order: Order, line: Line) -> str:
    """Return where that warehouse is, as far as it is known."""
    return _LOCATIONS.get(line.warehouse, "") if order.impulse else ""


def day(day: date | None) -> str:
    """Return a date as text, empty when there is none."""
    return "" if day is None else day.isoformat()
