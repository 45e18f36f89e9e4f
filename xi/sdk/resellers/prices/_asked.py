"""What is asked: parts, each named in one of four ways, without doubles, in pieces that the server takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypedDict, cast

from xi.sdk.resellers._arguments import listed
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

LARGEST_PIECE: Final = 50
"""The most products in a call; the server's limit."""
MOST_IN_FLIGHT: Final = 32
"""The most calls that may be in flight; more would only wait for the quota."""
KINDS: Final[Mapping[str, str]] = {
    "sku": "ingramPartNumber",
    "vendor_part_number": "vendorPartNumber",
    "customer_part_number": "customerPartNumber",
    "upc": "upc",
}
"""The ways to name a part, each with its field on the wire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part to ask about, named in one way, and how many are wanted.

    Args:
        sku: Ingram Micro's part number.
        vendor_part_number: the maker's part number.
        customer_part_number: the reseller's own part number, if Ingram Micro knows it.
        upc: the bar code.
        quantity: how many are wanted, 1 or more; None if it does not matter.

    Raises:
        ApiValueError: the part is named in no way or in several, a name is blank, or the quantity is below 1.
        ApiTypeError: a name is not text, or the quantity is not a whole number.
    """

    sku: str | None = None
    vendor_part_number: str | None = None
    customer_part_number: str | None = None
    upc: str | None = None
    quantity: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be asked."""
        named = [name for name in KINDS if getattr(self, name) is not None]
        if len(named) != 1:
            said = " and ".join(named) or "nothing"
            raise ApiValueError(f"a Part is named by one of {', '.join(KINDS)}, not by {said}")
        _name(named[0], getattr(self, named[0]), ())
        number = cast("object", self.quantity)
        if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
            raise ApiTypeError(f"quantity should be a whole number, not {type(number).__name__}", argument="quantity")
        if self.quantity is not None and self.quantity < 1:
            raise ApiValueError(f"quantity is {self.quantity}; it should be 1 or more", argument="quantity")


@dataclass(frozen=True, slots=True)
class Asked:
    """A part as it is asked for, once, however often the caller names it.

    Args:
        kind: in which way it is named, one of `KINDS`.
        value: its name, without blanks around it.
        quantity: how many are wanted.
        given: all that the caller gave for it.
    """

    kind: str
    value: str
    quantity: int | None = None
    given: list[str | Part] = field(default_factory=list["str | Part"], compare=False)

    @property
    def product(self) -> dict[str, str]:
        """The part in the body of a request."""
        found = {KINDS[self.kind]: self.value}
        return found if self.quantity is None else {**found, "quantityRequested": str(self.quantity)}


def asked_of(parts: Iterable[str | Part], plain: str = "sku") -> list[Asked]:
    """Return what is asked for, without doubles and in the order in which it was named first.

    Args:
        parts: numbers as text, or parts.
        plain: what kind of number a text is, one of `KINDS`.

    Raises:
        ApiTypeError: it is one text and not a list, or an entry is neither text nor a Part.
        ApiValueError: an entry is blank.
    """
    given_parts = cast("Iterable[str | Part]", listed("parts", parts, "a list of part numbers and Parts"))
    found: dict[tuple[str, str, int | None], Asked] = {}
    for index, each in enumerate(given_parts):
        if isinstance(each, Part):
            kind = next(name for name in KINDS if getattr(each, name) is not None)
            one = Asked(kind, str(getattr(each, kind)).strip(), each.quantity)
        else:
            one = Asked(plain, _name("parts", each, (index,)))
        given = found.setdefault((one.kind, one.value, one.quantity), one).given
        if each not in given:
            given.append(each)
    return list(found.values())


def _name(argument: str, given: object, path: tuple[int, ...]) -> str:
    pointer = "".join(f"/{each}" for each in path)
    where = f"{argument}[{path[0]}]" if path else argument
    if not isinstance(given, str):
        wanted = "a part number as text, or a Part" if path else "text"
        raise ApiTypeError(
            f"{where} should be {wanted}, not {type(given).__name__}: a number has lost its leading zeros",
            argument=argument,
            pointer=pointer,
        )
    text = given.strip()
    if not text or not text.isprintable():
        raise ApiValueError(
            f"{where} is {given!r}; it should be a part number without control characters",
            argument=argument,
            pointer=pointer,
        )
    return text


def pieces_of(asked: Sequence[Asked], size: int = LARGEST_PIECE) -> Iterator[list[Asked]]:
    """Yield what is asked for in pieces, none of which names a part twice.

    Args:
        asked: what is asked for.
        size: the most parts in a piece.
    """
    left = list(asked)
    while left:
        later: list[Asked] = []
        piece: dict[tuple[str, str], Asked] = {}
        for each in left:
            if (each.kind, each.value) in piece:
                later.append(each)  # asked with two quantities: in one piece the answers could not be told apart
                continue
            piece[each.kind, each.value] = each
            if len(piece) == size:
                yield list(piece.values())
                piece.clear()
        if piece:
            yield list(piece.values())
        left = later


class Options(TypedDict, total=False):
    """How to ask."""

    special_bid_number: str
    """The special bid whose prices are asked for."""
    warehouses: Sequence[str]
    """The IDs of the warehouses that are asked about; all of them if left out."""
    discounts: bool
    """Whether the answer lists special prices and quantity discounts."""
    reservations: bool
    """Whether the answer lists stock that is reserved for the account."""
    pricing: bool
    """Whether prices are asked for; True if left out."""
    availability: bool
    """Whether stock is asked for; True if left out."""
    attributes: bool
    """Whether the answer describes the product; True if left out."""
    in_flight: int
    """How many calls are in flight at once, 1 to 32; 4 if left out. The client's quota holds all the same."""
    deadline: float
    """Seconds for each call, with all its repeats; that of the client if left out."""


@dataclass(frozen=True, slots=True)
class Request:
    """How to ask, checked.

    Args:
        body: what each request has beside the products.
        arguments: the other arguments of each call.
        in_flight: how many calls are in flight at once.
        wants_price: whether prices are asked for.
    """

    body: Mapping[str, Any]
    arguments: Mapping[str, Any]
    in_flight: int
    wants_price: bool


def request_of(options: Options) -> Request:
    """Return the options, checked.

    Raises:
        ApiTypeError: there is no such option, or one has the wrong type.
        ApiValueError: an option has a value that cannot be used.
    """
    unknown = sorted(options.keys() - Options.__annotations__.keys())
    if unknown:
        known = ", ".join(Options.__annotations__)
        raise ApiTypeError(f"there is no option {unknown[0]!r}; there are {known}", argument=unknown[0])
    in_flight = options.get("in_flight", 4)
    if isinstance(in_flight, bool) or in_flight not in range(1, MOST_IN_FLIGHT + 1):
        raise ApiValueError(
            f"in_flight is {in_flight!r}; it should be 1 to {MOST_IN_FLIGHT} calls", argument="in_flight"
        )
    pricing, availability = options.get("pricing", True), options.get("availability", True)
    if not (pricing or availability):
        raise ApiValueError("neither pricing nor availability is asked for; one of them should be", argument="pricing")
    body: dict[str, Any] = {}
    if options.get("discounts"):
        body["showAvailableDiscounts"] = True
    if options.get("reservations"):
        body["showReserveInventoryDetails"] = True
    if "special_bid_number" in options:
        body["specialBidNumber"] = _name("special_bid_number", options["special_bid_number"], ())
    if "warehouses" in options:
        body["availabilityByWarehouse"] = [
            {"availabilityByWarehouseId": each} for each in _warehouses(options["warehouses"])
        ]
    arguments: dict[str, Any] = {
        "include_pricing": bool(pricing),
        "include_availability": bool(availability),
        "include_product_attributes": bool(options.get("attributes", True)),
    }
    if "deadline" in options:
        arguments["_deadline"] = options["deadline"]
    return Request(body, arguments, in_flight, bool(pricing))


def _warehouses(given: object) -> list[str]:
    ids = listed("warehouses", given, "a list of IDs")
    return [_name("warehouses", each, (index,)) for index, each in enumerate(ids)]
