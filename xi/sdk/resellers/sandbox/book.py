"""The order book: which orders exist, who they belong to, and what has become of them."""

import string
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from xi.sdk.resellers.sandbox.orders import Order
from xi.sdk.resellers.sandbox.stock import Stock

_ALPHANUMERICS = string.digits + string.ascii_uppercase
_TAIL_LENGTH = 5
_SAP_PREFIX = "70"
_SAP_DIGITS = 8
_DEFAULT_BRANCH = "20"
_BRANCH_LENGTH = 2
_ORDER_LENGTH = 8
"""An Impulse number is BB-XXXXX; what follows is the sub-order."""


class OrderBook:
    """All orders, by number, by customer and by PO."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._orders: dict[str, Order] = {}
        self._of_customer: dict[str, list[str]] = {}
        self._purchase_orders: set[tuple[str, str]] = set()
        self._held: dict[str, datetime] = {}
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

    def add(self, orders: Iterable[Order], stock: Stock) -> None:
        """Take in new orders and the stock count they leave."""
        self.stock = stock
        for order in orders:
            self._promised.discard(order.number)
            self._orders[order.number] = order
            self._of_customer.setdefault(order.customer, []).append(order.number)
            self._purchase_orders.add((order.customer, order.customer_order_number.upper()))
            if order.held:
                self._held[order.number] = order.placed_at

    def put(self, order: Order) -> None:
        """Replace an order by its next value."""
        self._orders[order.number] = order
        if not order.held:
            self._held.pop(order.number, None)

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

    def of(self, customer: str) -> list[Order]:
        """Return the customer's orders, the newest first."""
        return [self._orders[number] for number in reversed(self._of_customer.get(customer, []))]

    def release(self, order: Order) -> Order:
        """Take an order off hold and reserve stock for it."""
        lines = tuple(
            replace(line, confirmed=self.stock.take(line.part, line.quantity, line.warehouse))
            if line.part is not None
            else line
            for line in order.lines
        )
        freed = replace(order, held=False, lines=lines)
        self.put(freed)
        return freed

    def cancel(self, order: Order, at: datetime) -> Order:
        """Cancel a held order; it reserved no stock, so none goes back."""
        dead = replace(order, held=False, cancelled_at=at)
        self.put(dead)
        return dead

    def void_overdue(self, now: datetime, window: timedelta) -> list[Order]:
        """Void the orders that stayed on hold for longer than the window, and return them."""
        due = [number for number, since in self._held.items() if now - since >= window]
        return [self.cancel(self._orders[number], self._held[number] + window) for number in due]
