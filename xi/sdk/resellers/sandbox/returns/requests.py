"""Reads the body of a create, each entry of its list into a value or into errors. It has no business rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from xi.sdk.resellers.sandbox.wire.fields import Fields, parse_date
from xi.sdk.resellers.sandbox.wire.json import LARGEST_QUANTITY, Json, quantity, records
from xi.sdk.resellers.sandbox.wire.messages import FieldError, blank

ENTRY_LIMIT: Final = 100
"""Entries of one create; a limit of the sandbox, since none is known."""
_TEXT_LIMIT: Final = 250
_NOTES_LIMIT: Final = 2_000
_REQUIRED: Final = ("companyName", "contact", "addressLine1", "city", "state", "postalCode", "countryCode", "email")
_OPTIONAL: Final = ("addressLine2", "addressLine3", "phoneNumber")


@dataclass(frozen=True, slots=True)
class NewReturn:
    """An entry of a create: units of one part of one invoice.

    Args:
        prefix: What comes before the name of a member in an error, such as `list[0].`.
        invoice_number: As sent.
        invoice_day: The date of the invoice.
        part_number: The Ingram part number, as sent; empty if the vendor's is given.
        vendor_number: The vendor's part number, as sent.
        units: How many.
        primary_reason: In the reseller's words.
        secondary_reason: In the reseller's words.
        boxes: How many boxes.
        ship_from: Where the units are.
        purchase_order: The PO, in upper case; empty if it was not sent.
        serial_number: As sent.
        notes: As sent.
        reference: The reseller's own reference.
        bill_to_id: As sent.
    """

    prefix: str
    invoice_number: str
    invoice_day: date
    part_number: str
    vendor_number: str
    units: int
    primary_reason: str
    secondary_reason: str
    boxes: int
    ship_from: Mapping[str, str]
    purchase_order: str
    serial_number: str
    notes: str
    reference: str
    bill_to_id: str

    @property
    def part(self) -> str:
        """The part number that was sent, of either kind."""
        return self.part_number or self.vendor_number


def read_returns(body: object) -> list[NewReturn] | list[FieldError]:
    """Read the body of a create; with an error in any entry, return the errors of all entries."""
    if not isinstance(body, dict):
        return [FieldError("The request body must be a JSON object with a list of returns", "list")]
    sent = Fields(cast("Json", body))
    if sent.members.get("list") in (None, []):
        return [blank("list")]
    found = [_new_return(each) for each in sent.list_of_objects("list", ENTRY_LIMIT)]
    return sent.errors or [each for each in found if each is not None]


def _new_return(entry: Fields) -> NewReturn | None:
    """Return an entry; None, with its errors added, if it is not valid."""
    before = len(entry.errors)
    invoice_number, primary, secondary = (
        _required(entry, name) for name in ("invoiceNumber", "primaryReason", "secondaryReason")
    )
    day = _day(entry)
    part_number, vendor_number = (entry.text(name, _TEXT_LIMIT) for name in ("ingramPartNumber", "vendorPartNumber"))
    if not part_number and not vendor_number:
        name = f"{entry.prefix}ingramPartNumber"
        entry.errors.append(FieldError("ingramPartNumber or vendorPartNumber must be given", name, ""))
    units, boxes = _count(entry, "quantity"), _count(entry, "numberOfBoxes")
    ship_from = _ship_from(entry)
    texts = {
        name: entry.text(name, _TEXT_LIMIT)
        for name in ("customerOrderNumber", "serialNumber", "referenceNumber", "billToAddressId")
    }
    notes = entry.text("notes", _NOTES_LIMIT)
    if len(entry.errors) > before or day is None or units is None or boxes is None:
        return None
    return NewReturn(
        prefix=entry.prefix,
        invoice_number=invoice_number,
        invoice_day=day,
        part_number=part_number,
        vendor_number=vendor_number,
        units=units,
        primary_reason=primary,
        secondary_reason=secondary,
        boxes=boxes,
        ship_from=ship_from,
        purchase_order=texts["customerOrderNumber"].upper(),
        serial_number=texts["serialNumber"],
        notes=notes,
        reference=texts["referenceNumber"],
        bill_to_id=texts["billToAddressId"] or "000",
    )


def _required(sent: Fields, name: str) -> str:
    value = sent.text(name, _TEXT_LIMIT)
    if not value:
        sent.errors.append(blank(sent.prefix + name))
    return value


def _day(entry: Fields) -> date | None:
    value = _required(entry, "invoiceDate")
    # Clients send the day, or the moment as the details of a case have it.
    found = parse_date(value[:10])
    if value and found is None:
        name = f"{entry.prefix}invoiceDate"
        entry.errors.append(FieldError("invoiceDate must have the form yyyy-MM-dd", name, value))
    return found


def _count(entry: Fields, name: str) -> int | None:
    value = entry.members.get(name)
    found = quantity(value)
    if value in (None, ""):
        entry.errors.append(blank(entry.prefix + name))
    elif found is None:
        wanted = f"{name} must be a whole number from 1 to {LARGEST_QUANTITY}"
        entry.errors.append(FieldError(wanted, entry.prefix + name, value))
    return found


def _ship_from(entry: Fields) -> dict[str, str]:
    """Return the address: an object as in the published example, or a list of one as in the published schema."""
    value = entry.members.get("shipFromInfo")
    name = f"{entry.prefix}shipFromInfo"
    if value in (None, [], {}, ""):
        entry.errors.append(blank(name))
        return {}
    found = records(value)
    if len(found) != 1 or (isinstance(value, list) and len(cast("list[object]", value)) != 1):
        entry.errors.append(FieldError("shipFromInfo must be one address, or a list with one address", name))
        return {}
    address = Fields(found[0], entry.errors, f"{name}.")
    kept = {each: _required(address, each) for each in _REQUIRED}
    if kept["email"] and "@" not in kept["email"]:
        entry.errors.append(FieldError("email must be an e-mail address", f"{name}.email", kept["email"]))
    return kept | {each: given for each in _OPTIONAL if (given := address.text(each, _TEXT_LIMIT))}
