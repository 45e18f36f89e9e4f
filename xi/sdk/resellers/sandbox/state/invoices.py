"""The invoices of a sandbox: found by number, by search, and marked as paid."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from heapq import merge
from threading import RLock
from typing import Generic, TypeVar, overload

from xi.sdk.resellers.sandbox.invoices.search import InvoiceQuery
from xi.sdk.resellers.sandbox.invoices.values import Invoice, InvoiceStatus, Payment, invoice_of, invoices_of, plain
from xi.sdk.resellers.sandbox.keeping import Book
from xi.sdk.resellers.sandbox.orders.book import Billed, OrderBook
from xi.sdk.resellers.sandbox.orders.search import invoice_key
from xi.sdk.resellers.sandbox.orders.values import Order

Row = TypeVar("Row")


class Listed(Sequence[Invoice], Generic[Row]):
    """Invoices that are made only when they are looked at, so that a page of a long list costs no more than itself.

    Args:
        rows: What they are made from.
        make: Makes an invoice.
    """

    def __init__(self, rows: Sequence[Row], make: Callable[[Row], Invoice]) -> None:
        self._rows = rows
        self._make = make

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Invoice: ...
    @overload
    def __getitem__(self, place: slice) -> list[Invoice]: ...
    def __getitem__(self, place: int | slice) -> Invoice | list[Invoice]:
        if isinstance(place, slice):
            return [self._make(row) for row in self._rows[place]]
        return self._make(self._rows[place])


class Invoices:
    """The invoices of all customers, made from the orders that they bill.

    Args:
        orders: The orders.
        payments: Which invoices are paid.
        now: Returns the time.
        tax_percent: Returns the tax on lines, in per cent.
        paid: Called after an invoice was paid, to record and store it.
        lock: The lock of the sandbox.
    """

    def __init__(
        self,
        orders: OrderBook,
        payments: Book[Payment],
        now: Callable[[], datetime],
        tax_percent: Callable[[], Decimal],
        paid: Callable[[Invoice], None],
        lock: RLock,
    ) -> None:
        self._orders = orders
        self._payments = payments
        self._now = now
        self._tax_percent = tax_percent
        self._when_paid = paid
        self._lock = lock

    def find(self, customer: str, number: str) -> Invoice | None:
        """Return the customer's invoice with a number, in any case, with its dashes or without."""
        wanted = plain(number)
        orders = self._orders.with_keys(customer, [invoice_key(wanted)])
        return next((self._one(order, wanted) for order in orders), None)

    def find_by_order(self, customer: str, number: str) -> Invoice | None:
        """Return the first invoice of the customer's order or sub-order with a number."""
        order = self._orders.find(customer, number)
        if order is None:
            return None
        whole = plain(number) == plain(order.number)
        return next((each for each in self._all([order]) if whole or plain(each.sub_order) == plain(number)), None)

    def search(self, customer: str, query: InvoiceQuery) -> Sequence[Invoice]:
        """Return the customer's invoices that a search finds; some are made only when they are looked at."""
        if query.is_plain:
            rows = self._orders.billed(customer, query.first, query.last)
            return Listed(rows[::-1] if query.descending else rows, self._of_row)
        return query.found(self._candidates(customer, query))

    def _candidates(self, customer: str, query: InvoiceQuery) -> Iterator[Invoice]:
        """Yield invoices that a search may find, the oldest first, as the indexes have them."""
        keys = [*query.keys, *([invoice_key(query.invoice_number)] if query.invoice_number else ())]
        if query.order_number:
            order = self._order_of(customer, query.order_number)
            orders = [] if order is None else [order]
        elif keys:
            orders = self._orders.with_keys(customer, keys)
        else:
            return map(self._of_row, self._orders.billed(customer, query.first, query.last))
        return iter(sorted(self._all(orders), key=lambda each: each.day))

    def _order_of(self, customer: str, number: str) -> Order | None:
        """Return the customer's order with a number, or with a sub-order of it, with dashes or without."""
        bare = plain(number)
        with_dash = f"{bare[:2]}-{bare[2:7]}"
        return self._orders.find(customer, bare) or self._orders.find(customer, with_dash)

    def get(self, number: str) -> Invoice:
        """Return the invoice with a number, of any customer, in any form.

        Raises:
            KeyError: There is no such invoice.
        """
        with self._lock:
            for customer in self._orders.customers():
                found = self.find(customer, number)
                if found is not None:
                    return found
        raise KeyError(f"invoice {number}")

    def of(self, customer: str) -> Sequence[Invoice]:
        """Return the customer's invoices, the oldest first."""
        return Listed(self._orders.billed(customer), self._of_row)

    def everything(self, text: str = "", status: InvoiceStatus | None = None) -> Sequence[Invoice]:
        """Return the invoices of all customers, the oldest first.

        Args:
            text: A text that the number of the invoice or the order or the PO contains, in any case; empty for any.
            status: Whether they are paid; None for all.
        """
        wanted, bare = text.upper(), plain(text)

        def fits(row: Billed) -> bool:
            if status is not None and (self._payments.get(row.number) is None) != (status is InvoiceStatus.OPEN):
                return False
            return (
                bare in row.number
                or wanted in row.order_number
                or wanted in self._orders.get(row.order_number).customer_order_number
            )

        with self._lock:
            rows = merge(*(self._orders.billed(customer) for customer in self._orders.customers()))
            return Listed([row for row in rows if fits(row)], self._of_row)

    def pay(self, number: str) -> Invoice:
        """Mark an invoice as paid, and return it.

        Raises:
            KeyError: There is no such invoice.
            ValueError: It is paid already.
        """
        with self._lock:
            invoice = self.get(number)
            if invoice.paid_on is not None:
                raise ValueError(f"invoice {invoice.number} is paid already")
            day = self._now().date()
            self._payments.put(Payment(invoice.number, invoice.order.customer, day))
            paid = replace(invoice, paid_on=day)
            self._when_paid(paid)
            return paid

    def _all(self, orders: Iterable[Order]) -> Iterator[Invoice]:
        for order in orders:
            yield from map(self._with_payment, invoices_of(order, self._tax_percent()))

    def _one(self, order: Order, number: str) -> Invoice:
        found = invoice_of(order, number, self._tax_percent())
        if found is None:
            raise KeyError(f"invoice {number}")
        return self._with_payment(found)

    def _of_row(self, row: Billed) -> Invoice:
        return self._one(self._orders.get(row.order_number), row.number)

    def _with_payment(self, invoice: Invoice) -> Invoice:
        payment = self._payments.get(invoice.number)
        return invoice if payment is None else replace(invoice, paid_on=payment.day)
