"""Changes of parts while the sandbox runs: price, stock, and whether the reseller may buy them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, TypedDict

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.keeping import Kept

_UNITS_LIMIT: Final = 10**9


@dataclass(frozen=True, slots=True)
class PartChange:
    """What differs from the catalogue that the sandbox was started with.

    Args:
        number: The Ingram part number, in upper case.
        price: The price; None for that of the catalogue.
        stock: Units by warehouse, before those that orders took; other warehouses have those of the catalogue.
        authorised: Whether the reseller may buy it; None for what the catalogue says.
    """

    number: str
    price: Decimal | None = None
    stock: Mapping[str, int] = field(default_factory=dict[str, int])
    authorised: bool | None = None


CHANGES: Final[Kept[PartChange]] = Kept("part", PartChange, key=lambda change: change.number)
"""Where changes are kept."""


class PartWishes(TypedDict, total=False):
    """What is to change of a part.

    Args:
        price: Its price from now on.
        stock: Units that each warehouse has now, whatever orders took before; other warehouses keep theirs.
        authorised: Whether the reseller may buy it.
    """

    price: Decimal
    stock: Mapping[str, int]
    authorised: bool


def changed(part: Part, before: PartChange | None, taken: Stock, wanted: PartWishes) -> tuple[PartChange, Part]:
    """Return what differs from the catalogue after a change, and the part as it is then.

    Args:
        part: The part as it is.
        before: What differed before.
        taken: The units that orders took.
        wanted: What is to change.

    Raises:
        ValueError: The price or a stock is not possible; the message names it.
    """
    left = wanted.get("stock", {})
    for warehouse, units in left.items():
        if part.kind is not PartKind.STOCK:
            raise ValueError(f"stock has warehouse {warehouse!r}; {part.number} is not kept in any")
        if not (warehouse and 0 <= units < _UNITS_LIMIT):
            raise ValueError(f"stock of {warehouse!r} is {units}; it should be 0 or more units, below {_UNITS_LIMIT}")
    change = before or PartChange(part.number.upper())
    units_before = {name: units + taken.taken(part.number, name) for name, units in left.items()}
    change = replace(
        change,
        price=wanted.get("price", change.price),
        stock={**change.stock, **units_before},
        authorised=wanted.get("authorised", change.authorised),
    )
    return change, _with(part, change)


def _with(part: Part, change: PartChange) -> Part:
    """Return a part of the catalogue with what differs from it."""
    return replace(
        part,
        price=part.price if change.price is None else change.price,
        stock={**part.stock, **change.stock} if change.stock else part.stock,
        authorised=part.authorised if change.authorised is None else change.authorised,
    )


def with_changes(catalogue: Catalogue, changes: Iterable[PartChange]) -> Catalogue:
    """Return a catalogue with the changes of an earlier run; those of parts that it does not have are left out."""
    parts = ((part, change) for change in changes if (part := catalogue.parts.get(change.number)) is not None)
    return catalogue.having(*(_with(part, change) for part, change in parts))
