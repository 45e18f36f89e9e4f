"""Units that are on order at their vendors, and when they come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.keeping import Book, Kept

ARRIVED: Final[Kept[date]] = Kept("arrived", date, lambda _: "")
"""The last day whose arrivals are in stock."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Units that are on order.

    Args:
        day: When they come.
        number: The number of the part.
        warehouse: Where they will be.
        units: How many.
    """

    day: date
    number: str
    warehouse: str
    units: int


class Arrivals:
    """What is on order, by day.

    Args:
        parts: The parts of the catalogue.
        begun: The day that their arrivals count from.
        arrived: Keeps until when they have come, also over a restart.
    """

    def __init__(self, parts: Iterable[Part], begun: date, arrived: Book[date]) -> None:
        self._arrived = arrived
        found = (
            Expected(begun + timedelta(days=each.days), part.number, each.warehouse, each.quantity)
            for part in parts
            if part.kind is PartKind.STOCK
            for each in part.arrivals
        )
        last = arrived.get("")
        self._coming = sorted((each for each in found if last is None or each.day > last), key=lambda each: each.day)
        self._by_part: dict[str, list[Expected]] = {}
        for each in self._coming:
            self._by_part.setdefault(each.number, []).append(each)

    def of(self, part: Part) -> Sequence[Expected]:
        """Return what is on order of a part, the next to come first."""
        return self._by_part.get(part.number, ())

    def due(self, today: date) -> Sequence[Expected]:
        """Return what comes until today, the first first; it is not on order any more."""
        if not self._coming or self._coming[0].day > today:
            return ()
        here = [each for each in self._coming if each.day <= today]
        self._coming = self._coming[len(here) :]
        for each in here:
            self._by_part[each.number].remove(each)
        self._arrived.put(today)
        return here
