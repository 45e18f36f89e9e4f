"""Reads the body of a freight estimate into a value or into errors."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from xi.sdk.resellers.sandbox.freight.carriers import CARRIERS
from xi.sdk.resellers.sandbox.orders.requests import LINE_LIMIT, OTHER_LIMIT, PART_NUMBER_LIMIT
from xi.sdk.resellers.sandbox.wire.fields import Fields
from xi.sdk.resellers.sandbox.wire.json import LARGEST_QUANTITY, Json, present, quantity, records
from xi.sdk.resellers.sandbox.wire.messages import FieldError, blank

_ADDRESS: Final = (
    *("companyName", "addressLine1", "addressLine2", "addressLine3"),
    *("city", "state", "postalCode", "countryCode"),
)
_ADDRESS_NEEDS: Final = ("postalCode", "countryCode")


@dataclass(frozen=True, slots=True)
class FreightLine:
    """A line to be shipped.

    Args:
        prefix: What comes before the name of a member in an error, such as `lines[0].`.
        part_number: The Ingram part number, as sent.
        units: How many.
        warehouse: The warehouse asked for; empty for any.
        carrier: The code of the carrier asked for; empty for all.
    """

    prefix: str
    part_number: str
    units: int
    warehouse: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class FreightRequest:
    """What is to be shipped, and where to.

    Args:
        lines: At least one.
        ship_to: The address; empty for the one on file.
    """

    lines: tuple[FreightLine, ...]
    ship_to: Mapping[str, str]


def read_freight_request(body: object) -> FreightRequest | list[FieldError]:
    """Read the body of an estimate."""
    if not isinstance(body, dict):
        return [FieldError("The request body must be a JSON object with lines", "lines")]
    sent = Fields(cast("Json", body))
    for name in ("billToAddressId", "shipToAddressId"):
        sent.text(name, OTHER_LIMIT)
    ship_to = _ship_to(sent)
    if sent.members.get("lines") in (None, []):
        return [*sent.errors, blank("lines")]
    lines = [_line(each) for each in sent.list_of_objects("lines", LINE_LIMIT)]
    return sent.errors or FreightRequest(tuple(lines), ship_to)


def _ship_to(sent: Fields) -> dict[str, str]:
    """Return the address: an object as in the published example, or a list of one as in the published schema."""
    value = sent.members.get("shipToAddress")
    if value in (None, [], {}, ""):
        return {}
    found = records(value)
    if len(found) != 1 or (isinstance(value, list) and len(cast("list[object]", value)) != 1):
        wanted = "shipToAddress must be one address, or a list with one address"
        sent.errors.append(FieldError(wanted, "shipToAddress"))
        return {}
    address = Fields(found[0], sent.errors, "shipToAddress.")
    kept = present((name, address.text(name, OTHER_LIMIT)) for name in _ADDRESS)
    # Clients send an address of empty texts together with the ID of one on file.
    if kept:
        sent.errors += [blank(f"shipToAddress.{name}") for name in _ADDRESS_NEEDS if name not in kept]
    return kept


def _line(line: Fields) -> FreightLine:
    part_number = line.text("ingramPartNumber", PART_NUMBER_LIMIT)
    if not part_number:
        line.errors.append(blank(f"{line.prefix}ingramPartNumber"))
    asked = line.members.get("quantity")
    units = quantity(asked)
    if asked in (None, ""):
        line.errors.append(blank(f"{line.prefix}quantity"))
    elif units is None:
        wanted = f"quantity must be a whole number from 1 to {LARGEST_QUANTITY}"
        line.errors.append(FieldError(wanted, f"{line.prefix}quantity", asked))
    carrier = line.text("carrierCode", OTHER_LIMIT).upper()
    if carrier and carrier not in CARRIERS:
        one_of = f"carrierCode must be empty, or one of {', '.join(CARRIERS)}"
        line.errors.append(FieldError(one_of, f"{line.prefix}carrierCode", carrier))
    return FreightLine(line.prefix, part_number, units or 0, line.text("warehouseId", OTHER_LIMIT), carrier)
