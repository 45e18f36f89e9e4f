"""Tells the receivers of webhooks what changed in stock, each quarter of an hour."""

from collections.abc import Callable
from datetime import datetime

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.catalog.stock_events import EVENT_TYPE, Told, event_bodies, news, slot
from xi.sdk.resellers.sandbox.keeping import Book
from xi.sdk.resellers.sandbox.state.webhooks import CATALOG_TOPIC, Hooks


class StockNews:
    """Knows when the next stock event is due, and what it has to say.

    Args:
        now: Returns the time of the sandbox.
        hooks: Sends the events.
        told: What was told of each part last.
    """

    def __init__(self, now: Callable[[], datetime], hooks: Hooks, told: Book[Told]) -> None:
        self._now = now
        self._hooks = hooks
        self._told = told
        self._slot = slot(now())

    @property
    def due(self) -> bool:
        """Whether a quarter of an hour has begun since the last event."""
        return slot(self._now()) != self._slot

    def tell(self, catalogue: Catalogue, stock: Stock) -> bool:
        """Send what changed since the last event; return whether anything did.

        What nobody subscribes to counts as told too: a receiver learns of later changes only.
        """
        self._slot = slot(self._now())
        numbers = stock.touched() | {each.number for each in self._told}
        changes = list(news(catalogue, stock, numbers, self._told.get))
        for body in event_bodies(changes):
            self._hooks.notify(EVENT_TYPE, body, CATALOG_TOPIC)
        for part, total in changes:
            self._told.put(Told(part.number, total))
        return bool(changes)

    def begin(self, part: Part, stock: Stock) -> None:
        """Remember the stock of a part before it is changed by hand, if nothing was told of it yet."""
        if self._told.get(part.number) is None:
            self._told.put(Told(part.number, stock.total(part)))
