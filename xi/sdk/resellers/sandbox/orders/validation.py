"""Is a request well formed? Headers, path and bodies in, field errors out; business rules live elsewhere."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, cast

from xi.sdk.resellers.sandbox.wire.json import Json, address, price, record, records, text
from xi.sdk.resellers.sandbox.wire.messages import Call, FieldError, blank

_US_CUSTOMER: Final = re.compile(r"([0-9]{2}-)?[0-9]{6}")
_ANY_CUSTOMER: Final = re.compile(r"[0-9A-Za-z-]{1,10}")
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")
_IMPULSE_NUMBER: Final = re.compile(r"[0-9]{2}-[0-9A-Z]{5}(-[0-9]{2})?", re.IGNORECASE)
_SAP_NUMBER: Final = re.compile(r"[0-9]{10}")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

SENDER_LIMIT: Final = 32
PO_LIMIT: Final = 35
NOTES_LIMIT: Final = 132
CREATE_NOTES_LIMIT: Final = 10_000
"""A bound of the sandbox's own: none is known, and each 35 characters can become a line."""
LINE_LIMIT: Final = 884
"""The highest customerLineNumber, hence the most lines an order can have."""

CREATE_ADDRESS_LIMITS: Final = {
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
MODIFY_ADDRESS_LIMITS: Final = {
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
_END_USER_NEEDS: Final = ("companyName", "addressLine1", "city", "state", "postalCode")
_PLACE: Final = ("addressLine1", "city", "postalCode", "countryCode")
_LINE_ACTIONS: Final = frozenset({"ADD", "UPDATE", "DELETE"})


def parse_date(value: str) -> date | None:
    """Return a date written yyyy-MM-dd, else None."""
    if not _ISO_DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def header_errors(call: Call) -> list[FieldError]:
    """Check the IM-* headers, one entry per bad header.

    The correlation ID's documented limit of 32 is left alone: longer ones are in use everywhere.
    """
    errors: list[FieldError] = []
    customer = call.headers.get("im-customernumber", "").strip()
    country = call.headers.get("im-countrycode", "").strip()
    # Outside the United States numbers come in many forms, so only there is the form held to.
    united_states = country.upper() == "US"
    if not customer:
        errors.append(blank("IM-CustomerNumber"))
    elif not (_US_CUSTOMER if united_states else _ANY_CUSTOMER).fullmatch(customer):
        wanted = "look like XX-XXXXXX" if united_states else "be 1 to 10 letters, digits or dashes"
        errors.append(FieldError(f"IM-CustomerNumber must {wanted}", "IM-CustomerNumber", customer))
    if not country:
        errors.append(blank("IM-CountryCode"))
    elif not _COUNTRY.fullmatch(country):
        errors.append(FieldError("IM-CountryCode must be a two-letter country code", "IM-CountryCode", country))
    if not call.correlation_id.strip():
        errors.append(blank("IM-CorrelationID"))
    sender = call.headers.get("im-senderid", "")
    if len(sender) > SENDER_LIMIT:
        errors.append(too_long("IM-SenderID", sender, SENDER_LIMIT))
    return errors


def order_number_errors(number: str, *, impulse: bool) -> list[FieldError]:
    """Check the order number in the path of a modify."""
    if (_IMPULSE_NUMBER if impulse else _SAP_NUMBER).fullmatch(number):
        return []
    form = "xx-xxxxx or xx-xxxxx-xx" if impulse else "ten digits"
    return [FieldError(f"OrderNumber must have the form {form}", "OrderNumber", number)]


def create_errors(body: object, *, impulse: bool) -> list[FieldError]:
    """Check the body of a v6 create."""
    if not isinstance(body, dict):
        return [_not_an_object()]
    sent = record(cast("object", body))
    return [
        *_purchase_order_errors(sent),
        *_lines_errors(sent.get("lines")),
        *_address_errors(sent, CREATE_ADDRESS_LIMITS, ("resellerInfo", "shipToInfo", "endUserInfo")),
        *_end_user_errors(sent, impulse=impulse),
        *_shipping_errors(record(sent.get("shipmentDetails"))),
        *_limits(sent, {"endCustomerOrderNumber": PO_LIMIT, "notes": CREATE_NOTES_LIMIT}),
    ]


def async_create_errors(body: object) -> list[FieldError]:
    """Check the body of a v7 create; a quote brings its own lines."""
    if not isinstance(body, dict):
        return [_not_an_object()]
    sent = record(cast("object", body))
    lines = [] if text(sent.get("quoteNumber")) else _lines_errors(sent.get("lines"))
    limits = {"endCustomerOrderNumber": PO_LIMIT, "quoteNumber": PO_LIMIT, "notes": CREATE_NOTES_LIMIT}
    return [*_purchase_order_errors(sent), *lines, *_limits(sent, limits)]


def modify_errors(body: object) -> list[FieldError]:
    """Check the body of a modify; a bad address is the modify rules' business, as it may only cost a 207."""
    if not isinstance(body, dict):
        return [_not_an_object()]
    sent = record(cast("object", body))
    errors = _limits(sent, {"notes": NOTES_LIMIT})
    lines = sent.get("lines")
    if lines is not None and not _is_list_of_objects(lines):
        return [*errors, FieldError("lines must be a list of objects", "lines")]
    if len(records(lines)) > LINE_LIMIT:
        return [*errors, FieldError(f"lines must not be more than {LINE_LIMIT}", "lines")]
    for index, line in enumerate(records(lines)):
        action = text(line.get("addUpdateDeleteLine"))
        name = f"lines[{index}].addUpdateDeleteLine"
        if action.upper() not in _LINE_ACTIONS:
            errors.append(FieldError(f"{name} must be ADD, UPDATE or DELETE", name, action))
        errors += _limits(line, {"notes": NOTES_LIMIT, "ingramPartNumber": 18}, f"lines[{index}].")
    if not errors and not any((records(lines), address(sent.get("shipToInfo")), text(sent.get("notes")))):
        errors.append(FieldError("The request changes nothing: send lines, shipToInfo or notes"))
    return errors


def is_valid_ship_to(ship_to: Mapping[str, str], *, limits: Mapping[str, int] = MODIFY_ADDRESS_LIMITS) -> bool:
    """Tell whether a modified ship-to address can be delivered to.

    One that names no place (a contact, a phone number) is fine; one that does must name all of it.
    """
    if any(len(ship_to.get(name, "")) > limit for name, limit in limits.items()):
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


def too_long(name: str, value: str, limit: int) -> FieldError:
    """Return the entry for a value over its limit."""
    return FieldError(f"{name} must not be longer than {limit} characters", name, value)


def _not_an_object() -> FieldError:
    return FieldError("The request body must be a JSON object")


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in cast("list[object]", value))


def _limits(sent: Json, limits: Mapping[str, int], prefix: str = "") -> list[FieldError]:
    values = ((name, text(sent.get(name)), limit) for name, limit in limits.items())
    return [too_long(prefix + name, value, limit) for name, value, limit in values if len(value) > limit]


def _purchase_order_errors(sent: Json) -> list[FieldError]:
    if not text(sent.get("customerOrderNumber")):
        return [blank("customerOrderNumber")]
    return _limits(sent, {"customerOrderNumber": PO_LIMIT})


def _lines_errors(lines: object) -> list[FieldError]:
    if not lines:
        return [blank("lines")]
    if not _is_list_of_objects(lines):
        return [FieldError("lines must be a list of objects", "lines")]
    found = records(lines)
    if len(found) > LINE_LIMIT:
        return [FieldError(f"lines must not have more than {LINE_LIMIT} entries", "lines", len(found))]
    errors: list[FieldError] = []
    for index, line in enumerate(found):
        errors += _line_errors(line, f"lines[{index}].")
    return errors


def _line_errors(line: Json, prefix: str) -> Iterable[FieldError]:
    if not text(line.get("ingramPartNumber")) and not text(line.get("customerPartNumber")):
        yield blank(f"{prefix}ingramPartNumber")
    yield from _limits(line, {"ingramPartNumber": 18, "specialBidNumber": 36}, prefix)
    asked = line.get("unitPrice")
    if text(asked) and price(asked) is None:
        yield FieldError(f"{prefix}unitPrice must be a price", f"{prefix}unitPrice", asked)


def _address_errors(sent: Json, limits: Mapping[str, int], names: Iterable[str]) -> list[FieldError]:
    errors: list[FieldError] = []
    for name in names:
        errors += _limits(record(sent.get(name)), limits, f"{name}.")
    return errors


def _end_user_errors(sent: Json, *, impulse: bool) -> list[FieldError]:
    given = sent.get("endUserInfo")
    if not isinstance(given, dict):
        return []
    said = address(cast("object", given))
    if not said:
        return [FieldError("endUserInfo must not be sent with empty values", "endUserInfo")]
    # A stored end user needs no address, and SAP countries make fewer demands.
    if not impulse or "endUserId" in said:
        return []
    return [blank(f"endUserInfo.{name}") for name in _END_USER_NEEDS if name not in said]


def _shipping_errors(details: Json) -> list[FieldError]:
    errors = _limits(details, {"carrierCode": 10, "shippingInstructions": NOTES_LIMIT}, "shipmentDetails.")
    wanted = text(details.get("requestedDeliveryDate"))
    if wanted and parse_date(wanted) is None:
        name = "shipmentDetails.requestedDeliveryDate"
        errors.append(FieldError(f"{name} must have the form yyyy-MM-dd", name, wanted))
    return errors
