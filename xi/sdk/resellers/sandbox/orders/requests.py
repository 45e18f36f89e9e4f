"""Reads the bodies of requests about orders, each into a value or into errors. It has no business rules."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar, cast

from xi.sdk.resellers.sandbox.orders.lines import Wish
from xi.sdk.resellers.sandbox.wire.fields import Fields, parse_date
from xi.sdk.resellers.sandbox.wire.json import Json, attributes, flag, present, price, quantity, record, text, whole
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, blank

T = TypeVar("T")

LINE_LIMIT: Final = 884
"""The highest customerLineNumber, and so the most lines of an order."""
PO_LIMIT: Final = 35
PART_NUMBER_LIMIT: Final = 18
CREATE_NOTES_LIMIT: Final = 10_000
"""A limit of the sandbox, since none is known; 35 characters can become a line."""
OTHER_LIMIT: Final = 250
"""Characters of a text without a known limit; a limit of the sandbox, so that orders stay small."""
_NOTES_LIMIT: Final = 132
_BID_LIMIT: Final = 36

_IMPULSE_NUMBER: Final = re.compile(r"[0-9]{2}-[0-9A-Z]{5}(-[0-9]{2})?", re.IGNORECASE)
_SAP_NUMBER: Final = re.compile(r"[0-9]{10}")
_LINE_ACTIONS: Final = ("ADD", "UPDATE", "DELETE")

_ADDRESS_FIELDS: Final = (
    *("addressId", "endUserId", "resellerId", "contact", "companyName", "name1", "name2"),
    *("addressLine1", "addressLine2", "addressLine3", "addressLine4"),
    *("city", "state", "postalCode", "countryCode", "phoneNumber", "email"),
)
_CREATE_ADDRESS_LIMITS: Final = dict.fromkeys(_ADDRESS_FIELDS, OTHER_LIMIT) | {
    "addressId": 10,
    "contact": 70,
    "companyName": 40,
    "addressLine1": 70,
    "addressLine2": 70,
    "addressLine3": 70,
    "city": 25,
    "state": 3,
    "postalCode": 10,
    "countryCode": 10,
}
_ASYNC_ADDRESS_LIMITS: Final = dict.fromkeys(_ADDRESS_FIELDS, OTHER_LIMIT)
_MODIFY_ADDRESS_LIMITS: Final = dict.fromkeys(_ADDRESS_FIELDS, OTHER_LIMIT) | {
    "addressId": 10,
    "contact": 40,
    "companyName": 40,
    "name1": 40,
    "name2": 40,
    "addressLine1": 60,
    "addressLine2": 40,
    "addressLine3": 40,
    "city": 25,
    "state": 3,
    "postalCode": 10,
    "countryCode": 3,
    "phoneNumber": 30,
    "email": 241,
}
_SHIPPING_LIMITS: Final = {
    "carrierCode": 10,
    "freightAccountNumber": OTHER_LIMIT,
    "signatureRequired": OTHER_LIMIT,
    "shippingInstructions": _NOTES_LIMIT,
}
_NOT_AN_OBJECT: Final = FieldError("The request body must be a JSON object")
_END_USER_NEEDS: Final = ("companyName", "addressLine1", "city", "state", "postalCode")
_PLACE: Final = ("addressLine1", "city", "postalCode", "countryCode")


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line in a create request.

    Args:
        part_number: The Ingram part number, in upper case.
        own_part_number: The reseller's part number.
        customer_line: The reseller's line number, as sent.
        units: How many; None if the quantity cannot be ordered.
        units_sent: The quantity sent; None if it is not a whole number.
        unit_price: The requested price.
        special_bid: The number of its special bid.
        note: In upper case.
        warehouse: The requested warehouse.
        vendor_part_number: The vendor's part number, in a line without the other two; only v7 has it.
        quoted: Whether it comes from a quote, at `unit_price`.
    """

    part_number: str
    own_part_number: str = ""
    customer_line: str = ""
    units: int | None = None
    units_sent: int | None = None
    unit_price: Decimal | None = None
    special_bid: str = ""
    note: str = ""
    warehouse: str = ""
    vendor_part_number: str = ""
    quoted: bool = False

    @property
    def wish(self) -> Wish | None:
        """The price that it comes with."""
        if self.unit_price is None:
            return None
        return Wish(self.unit_price, (self.units or 0) if self.quoted else 0)


@dataclass(frozen=True, slots=True)
class NewOrder:
    """The order in a create request, of v6 or v7.

    Args:
        purchase_order: In upper case, as in the answer and in comparisons.
        quote: The number of a quote; its lines replace those of the request.
        may_backorder: Whether lines may wait for stock; shipComplete has priority over acceptBackOrder.
        held: Whether the order is put on customer hold.
        authorised: Whether the request has the vendor's authorisation number.
        allow_duplicate: Whether the PO may have been used before.
        allow_partial: Whether good lines are placed if others are bad; None if the policy decides.
        comments_as_lines: Whether notes are split into comment lines.
        shipping: The shipment details that are not empty.
    """

    customer: str
    country: str
    impulse: bool
    purchase_order: str
    end_customer_order_number: str
    quote: str
    lines: tuple[NewLine, ...]
    reseller: dict[str, str]
    ship_to: dict[str, str]
    end_user: dict[str, str]
    bill_to_id: str
    special_bid: str
    notes: str
    shipping: dict[str, str]
    may_backorder: bool
    held: bool
    authorised: bool
    allow_duplicate: bool
    allow_partial: bool | None
    comments_as_lines: bool
    confirmation_number: str = ""


@dataclass(frozen=True, slots=True)
class LineChange:
    """A change of a line in a modify request; units as in NewLine, the other values as sent.

    Args:
        action: ADD, UPDATE or DELETE.
    """

    action: str
    ingram_line: str
    customer_line: str
    part_number: str
    units: int | None
    units_sent: int | None
    note: str


@dataclass(frozen=True, slots=True)
class OrderChange:
    """The changes in a modify request.

    Args:
        ship_to: The new address, empty for none.
        comments_as_lines: Whether notes are split into comment lines.
        bad_address: Whether the new address is not valid, which alone is no reason to refuse good lines (207).
    """

    lines: tuple[LineChange, ...]
    ship_to: dict[str, str]
    notes: str
    comments_as_lines: bool
    bad_address: bool


def order_number_errors(number: str, *, impulse: bool) -> list[FieldError]:
    """Check the order number in the path of a modify."""
    if (_IMPULSE_NUMBER if impulse else _SAP_NUMBER).fullmatch(number):
        return []
    form = "xx-xxxxx or xx-xxxxx-xx" if impulse else "ten digits"
    return [FieldError(f"OrderNumber must have the form {form}", "OrderNumber", number)]


def read_new_order(request: ApiRequest, *, impulse: bool, asynchronous: bool = False) -> NewOrder | list[FieldError]:
    """Read the body of a create.

    Args:
        request: The request.
        impulse: Whether the country is on Impulse.
        asynchronous: Whether it is v7, where a quote needs no lines and addresses have wider limits.
    """
    body = request.body
    if not isinstance(body, dict):
        return [_NOT_AN_OBJECT]
    sent = Fields(cast("Json", body))
    purchase_order = _purchase_order(sent)
    quote = sent.text("quoteNumber", PO_LIMIT if asynchronous else None)
    lines = () if asynchronous and quote else tuple(_new_lines(sent, asynchronous=asynchronous))
    limits = _ASYNC_ADDRESS_LIMITS if asynchronous else _CREATE_ADDRESS_LIMITS
    reseller, ship_to, end_user = (
        _address(sent.inside(name), limits) for name in ("resellerInfo", "shipToInfo", "endUserInfo")
    )
    if not asynchronous:
        sent.errors += _end_user_errors(sent.members.get("endUserInfo"), end_user, impulse=impulse)
    details = sent.inside("shipmentDetails")
    switches = attributes(sent.members.get("additionalAttributes"))
    found = NewOrder(
        customer=request.customer,
        country=request.country,
        impulse=impulse,
        purchase_order=purchase_order,
        quote=quote,
        lines=lines,
        reseller=reseller,
        ship_to=ship_to,
        end_user=end_user,
        shipping=_shipping(details, asynchronous=asynchronous),
        end_customer_order_number=sent.text("endCustomerOrderNumber", PO_LIMIT),
        bill_to_id=sent.text("billToAddressId", OTHER_LIMIT) or "000",
        special_bid=sent.text("specialBidNumber", OTHER_LIMIT),
        notes=sent.text("notes", CREATE_NOTES_LIMIT),
        may_backorder=bool(details.text("shipComplete")) or flag(sent.members.get("acceptBackOrder")) is not False,
        held=flag(switches.get("alloworderoncustomerhold")) is True,
        # v6 has it in vmf, v7 at the top.
        authorised=any((sent.inside("vmf").text("vendAuthNumber"), sent.text("vendAuthNumber"))),
        allow_duplicate=flag(switches.get("allowduplicatecustomerordernumber")) is True,
        allow_partial=flag(switches.get("allowpartialorder")),
        comments_as_lines=flag(switches.get("enablecommentsaslines")) is True,
    )
    return sent.errors or found


def read_order_change(body: object) -> OrderChange | list[FieldError]:
    """Read the body of a modify."""
    if not isinstance(body, dict):
        return [_NOT_AN_OBJECT]
    sent = Fields(cast("Json", body))
    notes = sent.text("notes", _NOTES_LIMIT)
    changes = sent.list_of_objects("lines", LINE_LIMIT) if sent.members.get("lines") is not None else ()
    lines = tuple(_line_change(each) for each in changes)
    # An address that is too long is a bad address, not an error of the request.
    given = record(sent.members.get("shipToInfo"))
    ship_to = present((name, text(given.get(name))) for name in _ADDRESS_FIELDS)
    if not sent.errors and not (lines or ship_to or notes):
        sent.errors.append(FieldError("The request changes nothing: send lines, shipToInfo or notes"))
    comments = flag(attributes(sent.members.get("additionalAttributes")).get("enablecommentsaslines")) is True
    found = OrderChange(lines, ship_to, notes, comments, bad_address=bool(ship_to) and not is_valid_ship_to(ship_to))
    return sent.errors or found


def is_valid_ship_to(ship_to: Mapping[str, str]) -> bool:
    """Return whether the ship-to address of a modify is valid.

    An address without a place (only a contact or a phone number) is valid; an address with a place needs all its parts.
    """
    if any(len(ship_to.get(name, "")) > limit for name, limit in _MODIFY_ADDRESS_LIMITS.items()):
        return False
    if not any(ship_to.get(name) for name in (*_PLACE, "state")):
        return True
    if not all(ship_to.get(name) for name in _PLACE):
        return False
    if ship_to["countryCode"].upper() != "US":
        return True
    zip_code = ship_to["postalCode"].replace("-", "")
    state = ship_to.get("state", "")
    return bool(re.fullmatch(r"[A-Za-z]{2}", state) and re.fullmatch(r"[0-9]{5}([0-9]{4})?", zip_code))


def _purchase_order(sent: Fields) -> str:
    name = "customerOrderNumber"
    given = sent.text(name, PO_LIMIT)
    if not given:
        sent.errors.append(blank(name))
    elif any(unicodedata.category(each) == "Cc" for each in given):
        sent.errors.append(
            FieldError(f"{name} must not have line breaks, tabs or other control characters", name, given)
        )
    return given.upper()


def _new_lines(sent: Fields, *, asynchronous: bool) -> Iterator[NewLine]:
    if not sent.members.get("lines"):
        sent.errors.append(blank("lines"))
        return
    order_warehouse = attributes(sent.members.get("additionalAttributes")).get("shipfromwarehouseid", "")
    for line in sent.list_of_objects("lines", LINE_LIMIT):
        part_number = line.text("ingramPartNumber", PART_NUMBER_LIMIT).upper()
        own_part_number = line.text("customerPartNumber")
        vendor_part_number = line.text("vendorPartNumber", OTHER_LIMIT) if asynchronous else ""
        if not part_number and not own_part_number and not vendor_part_number:
            line.errors.append(blank(f"{line.prefix}ingramPartNumber"))
        special_bid = line.text("specialBidNumber", _BID_LIMIT)
        asked = line.members.get("unitPrice")
        unit_price = price(asked)
        if text(asked) and unit_price is None:
            line.errors.append(FieldError(f"{line.prefix}unitPrice must be a price", f"{line.prefix}unitPrice", asked))
        units = line.members.get("quantity")
        yield NewLine(
            part_number=part_number,
            own_part_number=own_part_number,
            vendor_part_number=vendor_part_number,
            customer_line=line.text("customerLineNumber"),
            units=quantity(units),
            units_sent=whole(units),
            unit_price=unit_price,
            special_bid=special_bid,
            note=line.text("notes", OTHER_LIMIT).upper(),
            warehouse=attributes(line.members.get("additionalAttributes")).get("shipfromwarehouseid", order_warehouse),
        )


def _line_change(line: Fields) -> LineChange:
    action = line.text("addUpdateDeleteLine")
    if action.upper() not in _LINE_ACTIONS:
        name = f"{line.prefix}addUpdateDeleteLine"
        line.errors.append(FieldError(f"{name} must be ADD, UPDATE or DELETE", name, action))
    units = line.members.get("quantity")
    return LineChange(
        action=action.upper(),
        note=line.text("notes", _NOTES_LIMIT),
        part_number=line.text("ingramPartNumber", PART_NUMBER_LIMIT),
        ingram_line=line.text("ingramLineNumber"),
        customer_line=line.text("customerLineNumber", OTHER_LIMIT),
        units=quantity(units),
        units_sent=whole(units),
    )


def _address(sent: Fields, limits: Mapping[str, int]) -> dict[str, str]:
    return present((name, sent.text(name, limit)) for name, limit in limits.items())


def _end_user_errors(sent: object, end_user: Mapping[str, str], *, impulse: bool) -> list[FieldError]:
    if not isinstance(sent, dict):
        return []
    if not end_user:
        return [FieldError("endUserInfo must not be sent with empty values", "endUserInfo")]
    # A stored end user needs no address, and SAP countries need less.
    if not impulse or "endUserId" in end_user:
        return []
    return [blank(f"endUserInfo.{name}") for name in _END_USER_NEEDS if name not in end_user]


def _shipping(details: Fields, *, asynchronous: bool) -> dict[str, str]:
    limits = dict.fromkeys(_SHIPPING_LIMITS, OTHER_LIMIT) if asynchronous else _SHIPPING_LIMITS
    found = [(name, details.text(name, limit)) for name, limit in limits.items()]
    wanted = details.text("requestedDeliveryDate", OTHER_LIMIT)
    if wanted and parse_date(wanted) is None and not asynchronous:
        name = "shipmentDetails.requestedDeliveryDate"
        details.errors.append(FieldError(f"{name} must have the form yyyy-MM-dd", name, wanted))
    return present([*found, ("requestedDeliveryDate", wanted)])
