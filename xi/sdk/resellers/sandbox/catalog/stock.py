"""How many units are left, and which warehouse a line ships from."""

from collections.abc import Iterable
from typing import Self

from xi.sdk.resellers.sandbox.catalog.parts import DIRECT_WAREHOUSE, Part, PartKind


class Stock:
    """Counts the units that were taken from the stock in the catalogue, and those that were added by hand."""

    def __init__(
        self, taken: dict[tuple[str, str], int] | None = None, added: dict[tuple[str, str], int] | None = None
    ) -> None:
        self._taken: dict[tuple[str, str], int] = dict(taken or {})
        # Shared by all copies: a request adds nothing.
        self._added: dict[tuple[str, str], int] = {} if added is None else added

    def copy(self) -> Self:
        """Return an independent count, so that a request can be tried before it is accepted."""
        return type(self)(self._taken, self._added)

    @classmethod
    def of(cls, counts: Iterable[tuple[str, str, int]]) -> Self:
        """Build a count from what `counts` returned."""
        return cls({(part, warehouse): units for part, warehouse, units in counts})

    def counts(self) -> list[tuple[str, str, int]]:
        """Return part number, warehouse and units of everything that was taken."""
        return [(part, warehouse, units) for (part, warehouse), units in self._taken.items()]

    def addition(self, part: Part, warehouse: str, units: int) -> int:
        """Return how many units have to be added to those of the catalogue, so that a warehouse has so many now."""
        return units + self._taken.get((part.number, warehouse), 0) - part.stock.get(warehouse, 0)

    def add(self, number: str, warehouse: str, units: int) -> None:
        """Set how many units were added to those of the catalogue; fewer than none if some were lost."""
        self._added[number, warehouse] = units

    def total(self, part: Part) -> int:
        """Return the units of a part that all warehouses have together."""
        return sum(self.left(part, warehouse) for warehouse in part.stock)

    def touched(self) -> set[str]:
        """Return the numbers of the parts of which units were ever taken."""
        return {number for number, _ in self._taken}

    def left(self, part: Part, warehouse: str) -> int:
        """Return the units of a part that a warehouse still has."""
        key = (part.number, warehouse)
        return max(part.stock.get(warehouse, 0) + self._added.get(key, 0) - self._taken.get(key, 0), 0)

    def choose(self, part: Part, quantity: int, asked: str = "") -> str:
        """Return the warehouse for a line: the requested one, else the first with enough units, else the fullest."""
        if asked:
            return asked
        if not part.stock:
            return DIRECT_WAREHOUSE
        enough = [name for name in part.stock if self.left(part, name) >= quantity]
        return enough[0] if enough else max(part.stock, key=lambda name: self.left(part, name))

    def take(self, part: Part, quantity: int, warehouse: str) -> int:
        """Take up to `quantity` units and return how many there were; the rest is backordered."""
        if part.kind is not PartKind.STOCK:
            return quantity
        got = min(quantity, self.left(part, warehouse))
        key = (part.number, warehouse)
        self._taken[key] = self._taken.get(key, 0) + got
        return got

    def give_back(self, part: Part, quantity: int, warehouse: str) -> None:
        """Put back units that were taken and are not needed any more."""
        key = (part.number, warehouse)
        if key in self._taken:
            self._taken[key] = max(self._taken[key] - quantity, 0)
