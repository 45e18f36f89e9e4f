"""How many units are left, and which warehouse a line ships from."""

from collections.abc import Iterable
from typing import Self

from xi.sdk.resellers.sandbox.catalog.parts import DIRECT_WAREHOUSE, Part, PartKind


class Stock:
    """Counts the units that were taken from the stock in the catalogue, and those that were added by hand.

    Units that arrive count as given back: then fewer than none may be taken.
    """

    def __init__(
        self,
        taken: dict[tuple[str, str], int] | None = None,
        added: dict[tuple[str, str], int] | None = None,
        places: dict[str, dict[str, None]] | None = None,
    ) -> None:
        self._taken: dict[tuple[str, str], int] = dict(taken or {})
        # Shared by all copies: a request adds nothing.
        self._added: dict[tuple[str, str], int] = {} if added is None else added
        self._places: dict[str, dict[str, None]] = {} if places is None else places
        """By part: the warehouses to which units came back, or came first."""

    def copy(self) -> Self:
        """Return an independent count, so that a request can be tried before it is accepted."""
        return type(self)(self._taken, self._added, self._places)

    @classmethod
    def of(cls, counts: Iterable[tuple[str, str, int]]) -> Self:
        """Build a count from what `counts` returned."""
        made = cls({(part, warehouse): units for part, warehouse, units in counts})
        for (part, warehouse), units in made._taken.items():
            if units < 0:
                made._places.setdefault(part, {})[warehouse] = None
        return made

    def counts(self) -> list[tuple[str, str, int]]:
        """Return part number, warehouse and units of everything that was taken."""
        return [(part, warehouse, units) for (part, warehouse), units in self._taken.items()]

    def addition(self, part: Part, warehouse: str, units: int) -> int:
        """Return how many units have to be added to those of the catalogue, so that a warehouse has so many now."""
        return units + self._taken.get((part.number, warehouse), 0) - part.stock.get(warehouse, 0)

    def add(self, number: str, warehouse: str, units: int) -> None:
        """Set how many units were added to those of the catalogue; fewer than none if some were lost."""
        self._added[number, warehouse] = units

    def warehouses(self, part: Part) -> Iterable[str]:
        """Return the warehouses that hold a part, or have held it."""
        return dict.fromkeys((*part.stock, *self._places.get(part.number, ())))

    def total(self, part: Part) -> int:
        """Return the units of a part that all warehouses have together."""
        return sum(self.left(part, warehouse) for warehouse in self.warehouses(part))

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
        names = tuple(self.warehouses(part))
        if not names:
            return DIRECT_WAREHOUSE
        enough = [name for name in names if self.left(part, name) >= quantity]
        return enough[0] if enough else max(names, key=lambda name: self.left(part, name))

    def take(self, part: Part, quantity: int, warehouse: str) -> int:
        """Take up to `quantity` units and return how many there were; the rest is backordered."""
        if part.kind is not PartKind.STOCK:
            return quantity
        got = min(quantity, self.left(part, warehouse))
        key = (part.number, warehouse)
        self._taken[key] = self._taken.get(key, 0) + got
        return got

    def give_back(self, part: Part, quantity: int, warehouse: str) -> None:
        """Put units into a warehouse: such as were taken and are not needed any more, or such as arrive."""
        if part.kind is not PartKind.STOCK or not quantity:
            return
        key = (part.number, warehouse)
        self._taken[key] = self._taken.get(key, 0) - quantity
        self._places.setdefault(part.number, {})[warehouse] = None
