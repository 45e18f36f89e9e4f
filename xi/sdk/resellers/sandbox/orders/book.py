"""The order book: all orders, with the indexes by which they are found."""

import heapq
import string
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain
from random import Random
from typing import Final, NamedTuple

from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.search import EVERY_ORDER, Key, Page, Query, invoice_days, keys_of
from xi.sdk.resellers.sandbox.orders.states import Move, moved, require
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Status

_ALPHANUMERICS: Final = string.digits + string.ascii_uppercase
_TAIL_LENGTH: Final = 5
_SAP_PREFIX: Final = "70"
_SAP_DIGITS: Final = 8
_DEFAULT_BRANCH: Final = "20"
_BRANCH_LENGTH: Final = 2
_ORDER_LENGTH: Final = 8
"""An Impulse number is BB-XXXXX; what follows is the sub-order."""


class Billed(NamedTuple):
    """An invoice as the order book knows it.

    Args:
        day: When it was issued.
        place: The place of its order among all orders.
        position: Which invoice of the order it is, from 0.
        number: Its number without dashes.
        order_number: The order that it bills.
    """

    day: date
    place: int
    position: int
    number: str
    order_number: str


class OrderBook:
    """All orders in the sequence in which they were placed, with indexes for searches.

    Args:
        rng: Makes up order numbers.
        save: Stores each new or changed order, and the stock: kind, key and value. None stores nothing.
    """

    def __init__(self, rng: Random, save: Callable[[str, str, object], None] | None = None) -> None:
        self._rng = rng
        self._save = save
        self._orders: list[Order] = []
        self._places: dict[str, int] = {}
        """The index of each order in the list, by order number."""
        self._index: dict[tuple[str, Key], list[int]] = {}
        """By customer and key: the places of the orders with this key, sorted."""
        self._by_status: dict[Status, list[int]] = {status: [] for status in Status}
        """The places of the orders of all customers in each state, sorted."""
        self._days: dict[str, list[date]] = {}
        """By customer: the days on which orders were placed, sorted."""
        self._on_hold: list[tuple[datetime, str]] = []
        """A heap of orders that were put on hold, the earliest first; some are not on hold any more."""
        self._billed: dict[str, list[Billed]] = {}
        """By customer: its invoices, sorted by day."""
        self._reserved_numbers: set[str] = set()
        self._waiting: Counter[tuple[str, str]] = Counter()
        """By part and warehouse: the units that orders wait for."""
        self._in_sequence = True
        """Whether each order was placed after the ones before it; if not, the clock was put back."""
        self._placements = 0
        """The number of the last create that placed orders."""
        self.stock = Stock()
        self.lines = 0
        """The number of lines of all orders together."""

    def __len__(self) -> int:
        return len(self._orders)

    def __contains__(self, number: object) -> bool:
        return number in self._places

    def new_number(self, customer: str, *, impulse: bool) -> str:
        """Return an unused order number: branch and letters for Impulse, ten digits for SAP."""
        while True:
            if impulse:
                branch = customer[:_BRANCH_LENGTH]
                head = branch if branch.isdigit() and customer[_BRANCH_LENGTH:][:1] == "-" else _DEFAULT_BRANCH
                number = f"{head}-{''.join(self._rng.choices(_ALPHANUMERICS, k=_TAIL_LENGTH))}"
            else:
                number = _SAP_PREFIX + "".join(self._rng.choices(string.digits, k=_SAP_DIGITS))
            if number not in self._places and number not in self._reserved_numbers:
                self._reserved_numbers.add(number)
                return number

    def add(self, orders: Iterable[Order], stock: Stock) -> list[Order]:
        """Add the new orders of one create, and set the stock that they leave; return the orders as stored.

        An order on hold reserves nothing until it is released.
        """
        self.stock = stock
        placement = self._placements + 1
        kept = [replace(self._unreserved(order) if order.held else order, placement=placement) for order in orders]
        for order in kept:
            self._reserved_numbers.discard(order.number)
            self.restore(order)
            self._save_order(order)
        return kept

    def restore(self, order: Order) -> None:
        """Add an order of an earlier run."""
        place = len(self._orders)
        self._in_sequence &= not self._orders or self._orders[-1].placed_at <= order.placed_at
        self._orders.append(order)
        self._places[order.number] = place
        day = order.placed_at.date()
        if (order.customer, ("day", day)) not in self._index:
            insort(self._days.setdefault(order.customer, []), day)
        for key in keys_of(order):
            self._index.setdefault((order.customer, key), []).append(place)
        self._remember_bills(order)
        self._by_status[order.status].append(place)
        self.lines += len(order.lines)
        self._count_waiting(order, 1)
        self._placements = max(self._placements, order.placement)
        self._remember_hold(order)

    def put(self, order: Order) -> None:
        """Replace the stored value of an order."""
        place = self._places[order.number]
        replaced = self._orders[place]
        before, after = keys_of(replaced), keys_of(order)
        self.lines += len(order.lines) - len(replaced.lines)
        self._orders[place] = order
        self._count_waiting(replaced, -1)
        self._count_waiting(order, 1)
        if replaced.status is not order.status:
            _remove(self._by_status[replaced.status], place)
            insort(self._by_status[order.status], place)
        for key in before - after:
            _remove(self._index[order.customer, key], place)
        for key in after - before:
            insort(self._index.setdefault((order.customer, key), []), place)
        self._remember_bills(order, replaced)
        self._remember_hold(order)
        self._save_order(order)

    def waiting_for(self, part: Part, warehouse: str) -> int:
        """Return the units of a part that orders wait for at a warehouse; orders on hold wait for none."""
        return self._waiting[part.number, warehouse]

    def _count_waiting(self, order: Order, sign: int) -> None:
        if order.held or order.cancelled_at is not None:
            return
        for line, part in order.parts:
            if line.backordered and part.kind is PartKind.STOCK:
                self._waiting[part.number, line.warehouse] += sign * line.backordered

    def _save_order(self, order: Order) -> None:
        if self._save is not None:
            self._save("order", order.number, order)
            self._save("stock", "", self.stock.counts)

    def _remember_bills(self, order: Order, replaced: Order | None = None) -> None:
        known = invoice_days(replaced) if replaced is not None else {}
        rows = self._billed.setdefault(order.customer, [])
        for position, (number, day) in enumerate(invoice_days(order).items()):
            if number not in known:
                insort(rows, Billed(day, self._places[order.number], position, number, order.number))

    def _remember_hold(self, order: Order) -> None:
        if order.held:
            heapq.heappush(self._on_hold, (order.held_since, order.number))

    def find(self, customer: str, number: str) -> Order | None:
        """Return the customer's order with this order or sub-order number.

        Args:
            customer: The customer number; the orders of others are unknown to it.
            number: An order number, or the number of one of its sub-orders.
        """
        wanted = number.upper()
        place = self._places.get(wanted, self._places.get(wanted[:_ORDER_LENGTH]))
        if place is None or self._orders[place].customer != customer:
            return None
        order = self._orders[place]
        return order if wanted == order.number or wanted in order.sub_orders() else None

    def get(self, number: str) -> Order:
        """Return the order with this number, of any customer.

        Raises:
            KeyError: There is no such order.
        """
        return self._orders[self._places[number]]

    def of(self, customer: str, purchase_order: str = "") -> list[Order]:
        """Return the customer's orders, the newest first.

        Args:
            customer: The customer number.
            purchase_order: The PO they came by, in any case; empty for all.
        """
        key = ("customerOrderNumber", purchase_order.upper()) if purchase_order else EVERY_ORDER
        return [self._orders[place] for place in reversed(self._index.get((customer, key), []))]

    def with_bid(self, customer: str, bid: str) -> Iterator[Order]:
        """Return the customer's orders that have a line with this special bid, in any case, the oldest first."""
        return (self._orders[place] for place in self._index.get((customer, ("specialBidNumber", bid.upper())), []))

    def customers(self) -> list[str]:
        """Return the customers that have orders."""
        return list(self._days)

    def billed(self, customer: str, first: date = date.min, last: date = date.max) -> list[Billed]:
        """Return the customer's invoices of some days, the oldest first.

        Args:
            customer: The customer number.
            first: The first day.
            last: The last day.
        """
        rows = self._billed.get(customer, [])
        start = bisect_left(rows, first, key=lambda row: row.day)
        return rows[start : bisect_right(rows, last, start, key=lambda row: row.day)]

    def with_keys(self, customer: str, keys: Iterable[Key]) -> list[Order]:
        """Return the customer's orders that have all of some keys in the index, one at least, the oldest first."""
        first, *others = sorted((self._index.get((customer, key), []) for key in keys), key=len)
        for group in others:
            places = set(group)
            first = [place for place in first if place in places]
        return [self._orders[place] for place in first]

    def by_purchase_order(self, customer: str = "") -> dict[str, list[Order]]:
        """Return the orders by the PO they came by, the oldest first.

        Args:
            customer: The customer number; empty for the orders of all customers.
        """
        found: dict[str, list[Order]] = {}
        # A copy, since another thread may place orders meanwhile.
        for order in self._orders.copy():
            if not customer or order.customer == customer:
                found.setdefault(order.customer_order_number, []).append(order)
        return found

    def counts(self) -> dict[Status, int]:
        """Return the number of orders in each state; states without orders are left out."""
        return {status: len(self._by_status[status]) for status in Status if self._by_status[status]}

    def latest(self, start: int, count: int, status: Status | None = None) -> list[Order]:
        """Return some of all orders, the newest first.

        Args:
            start: How many of the newest to skip.
            count: The most that are returned.
            status: The state they are in; None for any.
        """
        places = range(len(self._orders)) if status is None else self._by_status[status]
        end = max(len(places) - start, 0)
        return [self._orders[place] for place in reversed(places[max(end - count, 0) : end])]

    def fitting(self, text: str) -> list[Order]:
        """Return the orders whose number or PO contains a text in any case, the newest first.

        The number of a sub-order finds its order.
        """
        wanted = text.upper()
        return [
            order
            # A copy, since another thread may place orders meanwhile.
            for order in reversed(self._orders.copy())
            if wanted in order.customer_order_number or wanted in order.number or wanted.startswith(order.number)
        ]

    def search(self, customer: str, query: Query) -> Page:
        """Return the page of a customer's orders that a search asks for, the newest first."""
        found = self._places_of(customer, query)
        if query.until is not None:
            found = [place for place in found if self._orders[place].placed_at <= query.until]
        if query.matches:
            found = [place for place in found if all(match(self._orders[place]) for match in query.matches)]
        if not self._in_sequence:
            found = sorted(found, key=lambda place: self._orders[place].placed_at)
        end = max(len(found) - (query.number - 1) * query.size, 0)
        orders = [self._orders[place] for place in reversed(found[max(end - query.size, 0) : end])]
        return Page(orders, len(found), query.size, query.number)

    def _places_of(self, customer: str, query: Query) -> Sequence[int]:
        """Return the places of the orders that the indexes find, sorted."""
        groups = [[self._index.get((customer, key), []) for key in group] for group in query.keys]
        if query.order_number:
            order = self.find(customer, query.order_number)
            groups.append([] if order is None else [[self._places[order.number]]])
        if query.days is not None:
            groups.append(list(self._placed_on(customer, *query.days, query.since)))
        if not groups:
            groups.append([self._index.get((customer, EVERY_ORDER), [])])
        # The group with the fewest orders is first; the others only remove orders. No order is in a group twice.
        first, *others = sorted(groups, key=lambda group: sum(map(len, group)))
        found: Sequence[int] = first[0] if len(first) == 1 else sorted(chain(*first))
        for group in others:
            places = set(chain(*group))
            found = [place for place in found if place in places]
        return found

    def _placed_on(self, customer: str, first: date, last: date, since: datetime | None) -> Iterator[list[int]]:
        days = self._days.get(customer, [])
        for day in days[bisect_left(days, first) : bisect_right(days, last)]:
            found = self._index[customer, ("day", day)]
            if since is not None and day == since.date():
                found = [place for place in found if self._orders[place].placed_at >= since]
            yield found

    def apply(self, number: str, move: Move, now: datetime) -> Order:
        """Make a move with an order, and return its new value.

        Raises:
            KeyError: There is no such order.
            ValueError: Its state does not allow the move, or the move would change nothing.
        """
        order = self.get(number)
        require(order, move)
        match move:
            case Move.RELEASE:
                after = replace(
                    order,
                    held=False,
                    held_at=None,
                    lines=tuple(self._reserved(order)),
                    # Sales releases it when the vendor has authorised it.
                    authorised=order.authorised or order.awaits_vendor,
                )
            case Move.HOLD:
                after = replace(self._unreserved(order), held=True, held_at=now)
            case Move.VOID | Move.CANCEL:
                after = replace(self._unreserved(order), held=False, held_at=None, cancelled_at=now)
            case _:
                after = moved(order, move, now.date())
                if after == order:
                    raise ValueError(f"order {number} has nothing to be {move.done}")
        self.put(after)
        return after

    def receive(self, part: Part, units: int, warehouse: str) -> list[Order]:
        """Take units into stock, for the orders that wait for them first, the oldest first; return these orders."""
        self.stock.give_back(part, units, warehouse)
        if self._save is not None:
            self._save("stock", "", self.stock.counts)
        waiting = self._orders if self.waiting_for(part, warehouse) else ()
        changed = [
            replace(order, lines=tuple(self._filled(order, part, warehouse)))
            for order in waiting
            if self.stock.left(part, warehouse) and self._waits(order, part, warehouse)
        ]
        for order in changed:
            self.put(order)
        return changed

    def _waits(self, order: Order, part: Part, warehouse: str) -> bool:
        if order.held or order.cancelled_at is not None:
            return False
        return any(_is_due(line, part, warehouse) for line, _ in order.parts)

    def _filled(self, order: Order, part: Part, warehouse: str) -> Iterator[Line]:
        for line in order.lines:
            more = self.stock.take(part, line.backordered, warehouse) if _is_due(line, part, warehouse) else 0
            yield replace(line, confirmed=line.confirmed + more) if more else line

    def _reserved(self, order: Order) -> Iterator[Line]:
        for line in order.lines:
            part = line.part
            yield (
                line if part is None else replace(line, confirmed=self.stock.take(part, line.quantity, line.warehouse))
            )

    def _unreserved(self, order: Order) -> Order:
        for line, part in order.parts:
            self.stock.give_back(part, line.confirmed, line.warehouse)
        return replace(order, lines=tuple(replace(line, confirmed=0) for line in order.lines))

    def void_overdue(self, now: datetime, window: timedelta) -> list[Order]:
        """Void the orders that have been on hold for longer than the window, and return them."""
        voided: list[Order] = []
        while self._on_hold and now - self._on_hold[0][0] >= window:
            since, number = heapq.heappop(self._on_hold)
            order = self.get(number)
            if order.held and order.held_since == since:
                voided.append(self.apply(number, Move.VOID, since + window))
        return voided


def _is_due(line: Line, part: Part, warehouse: str) -> bool:
    same = line.part is not None and line.part.number == part.number and line.warehouse == warehouse
    return same and line.backordered > 0


def _remove(places: list[int], place: int) -> None:
    del places[bisect_left(places, place)]
