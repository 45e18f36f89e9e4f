"""The order book: which orders exist, who they belong to, and what has become of them."""

import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from random import Random

from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.values import Order, Status
from xi.sdk.resellers.sandbox.state.store import Forgetful, Journal

_ALPHANUMERICS = string.digits + string.ascii_uppercase
_TAIL_LENGTH = 5
_SAP_PREFIX = "70"
_SAP_DIGITS = 8
_DEFAULT_BRANCH = "20"
_BRANCH_LENGTH = 2
_ORDER_LENGTH = 8
"""An Impulse number is BB-XXXXX; what follows is the sub-order."""


class OrderBook:
    """All orders, by number, by customer and by PO.

    Args:
        rng: Makes up order numbers.
        journal: Is told of new and changed orders.
    """

    def __init__(self, rng: Random, journal: Journal | None = None) -> None:
        self._rng = rng
        self._journal: Journal = journal or Forgetful()
        self._orders: dict[str, Order] = {}
        self._of_customer: dict[str, list[str]] = {}
        self._purchase_orders: dict[tuple[str, str], list[str]] = {}
        self._held: dict[str, datetime] = {}
        self._counts: Counter[Status] = Counter()
        self._promised: set[str] = set()
        self.stock = Stock()

    def __len__(self) -> int:
        return len(self._orders)

    def new_number(self, customer: str, *, impulse: bool) -> str:
        """Return an order number nobody has: branch-style for Impulse, ten digits for SAP."""
        while True:
            if impulse:
                branch = customer[:_BRANCH_LENGTH]
                head = branch if branch.isdigit() and customer[_BRANCH_LENGTH:][:1] == "-" else _DEFAULT_BRANCH
                number = f"{head}-{''.join(self._rng.choices(_ALPHANUMERICS, k=_TAIL_LENGTH))}"
            else:
                number = _SAP_PREFIX + "".join(self._rng.choices(string.digits, k=_SAP_DIGITS))
            if number not in self._orders and number not in self._promised:
                self._promised.add(number)
                return number

    def knows_purchase_order(self, customer: str, purchase_order: str) -> bool:
        """Tell whether the customer has used this PO before, whatever became of the order."""
        return (customer, purchase_order.upper()) in self._purchase_orders

    def add(self, orders: Iterable[Order], stock: Stock) -> list[Order]:
        """Take in new orders and the stock count they leave; return them as they are kept.

        An order on hold reserves nothing until it is released.
        """
        self.stock = stock
        kept = [self._unreserved(order) if order.held else order for order in orders]
        for order in kept:
            self._promised.discard(order.number)
            self.restore(order)
            self._note(order)
        return kept

    def restore(self, order: Order) -> None:
        """Take in an order of an earlier run."""
        self._of_customer.setdefault(order.customer, []).append(order.number)
        purchase_order = (order.customer, order.customer_order_number.upper())
        self._purchase_orders.setdefault(purchase_order, []).append(order.number)
        self._keep(order)

    def _note(self, order: Order) -> None:
        self._journal.put("order", order.number, order)
        self._journal.put("stock", "", self.stock.counts())

    def _keep(self, order: Order) -> None:
        """Take in the latest value of an order, count its state, and remember since when it is on hold."""
        before = self._orders.get(order.number)
        if before is not None:
            self._counts[before.status] -= 1
        self._counts[order.status] += 1
        self._orders[order.number] = order
        if order.held:
            self._held[order.number] = order.held_at or order.placed_at
        else:
            self._held.pop(order.number, None)

    def put(self, order: Order) -> None:
        """Replace an order by its next value."""
        self._keep(order)
        self._note(order)

    def find(self, customer: str, number: str) -> Order | None:
        """Return the customer's order with this order or sub-order number.

        Args:
            customer: The customer number; the orders of others are unknown to it.
            number: An order number, or the number of one of its sub-orders.
        """
        wanted = number.upper()
        order = self._orders.get(wanted) or self._orders.get(wanted[:_ORDER_LENGTH])
        if order is None or order.customer != customer:
            return None
        return order if wanted == order.number or wanted in order.sub_orders() else None

    def get(self, number: str) -> Order:
        """Return the order with this number, whoever owns it.

        Raises:
            KeyError: There is no such order.
        """
        return self._orders[number]

    def of(self, customer: str, purchase_order: str = "") -> list[Order]:
        """Return the customer's orders, the newest first.

        Args:
            customer: The customer number.
            purchase_order: The PO they came by, in any case; empty for all.
        """
        numbers = (
            self._purchase_orders.get((customer, purchase_order.upper()), [])
            if purchase_order
            else self._of_customer.get(customer, [])
        )
        return [self._orders[number] for number in reversed(numbers)]

    def counts(self) -> Mapping[Status, int]:
        """Return how many orders are in each state."""
        return {status: self._counts[status] for status in Status if self._counts[status]}

    def latest(self, start: int, count: int, status: Status | None = None) -> list[Order]:
        """Return some of all orders, the newest first.

        Args:
            start: How many of the newest to pass over.
            count: The most that are returned.
            status: The state they are in; None for any.
        """
        newest = self._newest()
        wanted = newest if status is None else (order for order in newest if order.status is status)
        return list(islice(wanted, start, start + count))

    def _newest(self) -> Iterator[Order]:
        # Of a copy: another thread may place orders meanwhile.
        return reversed(list(self._orders.values()))

    def fitting(self, text: str) -> list[Order]:
        """Return the orders whose number or PO contains a text in any case, the newest first.

        The number of a sub-order finds its order.
        """
        wanted = text.upper()
        return [
            order
            for order in self._newest()
            if wanted in order.customer_order_number or wanted in order.number or wanted.startswith(order.number)
        ]

    def release(self, order: Order) -> Order:
        """Take an order off hold and reserve stock for it."""
        lines = tuple(
            replace(line, confirmed=self.stock.take(line.part, line.quantity, line.warehouse))
            if line.part is not None
            else line
            for line in order.lines
        )
        freed = replace(order, held=False, held_at=None, lines=lines)
        self.put(freed)
        return freed

    def hold(self, order: Order, at: datetime) -> Order:
        """Put an order on hold; what it reserved goes back to stock."""
        held = replace(self._unreserved(order), held=True, held_at=at)
        self.put(held)
        return held

    def cancel(self, order: Order, at: datetime) -> Order:
        """Cancel an order; what it reserved goes back to stock."""
        dead = replace(self._unreserved(order), held=False, held_at=None, cancelled_at=at)
        self.put(dead)
        return dead

    def _unreserved(self, order: Order) -> Order:
        for line, part in order.parts:
            self.stock.give_back(part, line.confirmed, line.warehouse)
        return replace(order, lines=tuple(replace(line, confirmed=0) for line in order.lines))

    def void_overdue(self, now: datetime, window: timedelta) -> list[Order]:
        """Void the orders that stayed on hold for longer than the window, and return them."""
        due = [number for number, since in self._held.items() if now - since >= window]
        return [self.cancel(self._orders[number], self._held[number] + window) for number in due]
