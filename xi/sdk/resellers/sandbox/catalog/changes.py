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
        stock: Units by warehouse that were added to those of the catalogue; fewer than none if some were lost.
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


def changed(part: Part, before: PartChange | None, stock: Stock, wanted: PartWishes) -> tuple[PartChange, Part]:
    """Return what differs from the catalogue after a change, and the part as it is then.

    Args:
        part: The part as it is.
        before: What differed before.
        stock: What orders took of it.
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
    change = replace(
        change,
        price=wanted.get("price", change.price),
        stock={**change.stock, **{name: stock.addition(part, name, units) for name, units in left.items()}},
        authorised=wanted.get("authorised", change.authorised),
    )
    return change, _with(part, change)


def _with(part: Part, change: PartChange) -> Part:
    """Return a part of the catalogue with what differs from it.

    What was added to a stock is not in it: an order on hold knows the part as it was, and must get the new units too.
    """
    return replace(
        part,
        price=part.price if change.price is None else change.price,
        stock={**dict.fromkeys(change.stock, 0), **part.stock} if change.stock else part.stock,
        authorised=part.authorised if change.authorised is None else change.authorised,
    )


def with_changes(catalogue: Catalogue, changes: Iterable[PartChange], stock: Stock) -> Catalogue:
    """Return a catalogue with the changes of an earlier run, and add what they added to the stock.

    Those of parts that the catalogue does not have are left out.
    """
    parts: list[Part] = []
    for change in changes:
        part = catalogue.parts.get(change.number)
        if part is not None:
            parts.append(_with(part, change))
            add(part, change, stock)
    return catalogue.having(*parts)


def add(part: Part, change: PartChange, stock: Stock) -> None:
    """Add to the stock what a change adds."""
    for warehouse, units in change.stock.items():
        stock.add(part.number, warehouse, units)
