"""The invoices of a sandbox: found by number, by search, and marked as paid."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from threading import RLock

from xi.sdk.resellers.sandbox.invoices.search import InvoiceQuery
from xi.sdk.resellers.sandbox.invoices.values import Invoice, Payment, invoices_of, plain
from xi.sdk.resellers.sandbox.keeping import Book
from xi.sdk.resellers.sandbox.orders.book import OrderBook
from xi.sdk.resellers.sandbox.orders.search import INVOICED, invoice_key
from xi.sdk.resellers.sandbox.orders.values import Order


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
        self._paid = paid
        self._lock = lock

    def find(self, customer: str, number: str) -> Invoice | None:
        """Return the customer's invoice with a number, in any case, with its dashes or without."""
        wanted = plain(number)
        found = self._invoices(self._orders.with_keys(customer, invoice_key(wanted)))
        return next((each for each in found if each.number == wanted), None)

    def find_by_order(self, customer: str, number: str) -> Invoice | None:
        """Return the first invoice of the customer's order or sub-order with a number."""
        order = self._orders.find(customer, number)
        if order is None:
            return None
        whole = plain(number) == plain(order.number)
        return next((each for each in self._invoices([order]) if whole or plain(each.sub_order) == plain(number)), None)

    def search(self, customer: str, query: InvoiceQuery) -> list[Invoice]:
        """Return the customer's invoices that a search finds."""
        return query.found(self._invoices(self._orders.with_keys(customer, *query.keys), query.first or query.since))

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
        raise KeyError(number)

    def of(self, customer: str) -> list[Invoice]:
        """Return the customer's invoices, in the sequence of their orders, the oldest first."""
        with self._lock:
            return list(self._invoices(self._orders.with_keys(customer, INVOICED)))

    def __iter__(self) -> Iterator[Invoice]:
        return iter([each for customer in self._orders.customers() for each in self.of(customer)])

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
            self._paid(paid)
            return paid

    def _invoices(self, orders: Iterable[Order], since: date | None = None) -> Iterator[Invoice]:
        """Yield the invoices of some orders; of those, orders may be missing that were invoiced before a day only."""
        tax_percent = self._tax_percent()
        for order in orders:
            # Most orders of a long history are out of the way with this.
            if since is not None and max(each.invoiced_on or date.min for each in order.shipments) < since:
                continue
            for invoice in invoices_of(order, tax_percent):
                payment = self._payments.get(invoice.number)
                yield invoice if payment is None else replace(invoice, paid_on=payment.day)
