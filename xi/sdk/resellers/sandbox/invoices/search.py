"""Searches of invoices: the filters, dates and sorting in a query, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.invoices.values import TERM, Invoice, InvoiceStatus, plain
from xi.sdk.resellers.sandbox.orders.search import Key
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError
from xi.sdk.resellers.sandbox.wire.parameters import Parameters

INVOICE_TYPE: Final = "Invoice"
_NUMBER_LIMIT: Final = 11
_OTHER_LIMIT: Final = 32

Match = Callable[[Invoice], bool]
SortKey = Callable[[Invoice], date | str | Decimal]
_Texts = Callable[[Invoice], Iterable[str]]


def _order_day(invoice: Invoice) -> date:
    return invoice.order.placed_at.date()


_INDEXED: Final = ("customerOrderNumber", "endCustomerOrderNumber", "specialBidNumber")
"""Filters by which orders have an index, under the same names."""
_FILTERS: Final[Mapping[str, _Texts]] = MappingProxyType(
    {
        "DeliveryNumber": lambda invoice: invoice.deliveries,
        "invoiceType": lambda _: (INVOICE_TYPE.upper(),),
        # An order may have lines of several bids, on several invoices.
        "specialBidNumber": lambda invoice: (each.line.special_bid.upper() for each in invoice.lines),
        "serialNumber": lambda invoice: (serial.upper() for each in invoice.lines for serial in each.serial_numbers),
    }
)
"""Filters by text, which is compared without regard to case."""
_LIMITS: Final = {"serialNumber": _OTHER_LIMIT}
_ORDER_DATE: Final = ("orderDate", "orderFromDate", "orderToDate")
_ISSUED: Final = (
    ("invoiceDate", "invoiceFromDate", "invoiceToDate", timedelta(0)),
    ("invoiceDueDate", "invoiceFromDueDate", "invoiceToDueDate", TERM),
    ("paymentTermsNetDate", "", "", TERM),
)
"""Filters by the day of issue, or by the day on which it is due: how long after the issue that is."""
SORTABLE: Final[Mapping[str, SortKey]] = MappingProxyType(
    {
        "invoiceDate": lambda invoice: invoice.day,
        "invoiceDueDate": lambda invoice: invoice.due_on,
        "paymentTermsDueDate": lambda invoice: invoice.due_on,
        "orderCreateDate": _order_day,
        "invoiceNumber": lambda invoice: invoice.number,
        "erpOrderNumber": lambda invoice: plain(invoice.sub_order),
        "customerOrderNumber": lambda invoice: invoice.order.customer_order_number,
        "endCustomerOrderNumber": lambda invoice: invoice.order.end_customer_order_number.upper(),
        "invoiceStatus": lambda invoice: invoice.status.value,
        "invoiceAmountInclTax": lambda invoice: invoice.total,
        "invoicedAmountDue": lambda invoice: invoice.amount_due,
    }
)
"""The columns by which a search can be sorted."""
BY_DAY: Final = "invoiceDate"
_DIRECTIONS: Final = ("asc", "desc")


@dataclass(frozen=True, slots=True)
class InvoiceQuery:
    """A valid search.

    Args:
        first: The first day of issue that is looked at.
        last: The last day of issue that is looked at.
        invoice_number: In the form without dashes; empty for any.
        order_number: The number of an order or a sub-order, as sent; empty for any.
        keys: The keys of the index that the order of an invoice needs.
        matches: Further conditions, all of which an invoice has to meet.
        column: What to sort by, one of SORTABLE.
        descending: Whether the largest is first.
    """

    first: date
    last: date
    invoice_number: str = ""
    order_number: str = ""
    keys: Sequence[Key] = ()
    matches: Sequence[Match] = ()
    column: str = BY_DAY
    descending: bool = True

    @property
    def is_plain(self) -> bool:
        """Whether it asks for all invoices of some days, sorted by day."""
        narrowed = self.invoice_number or self.order_number or self.keys or self.matches
        return not narrowed and self.column == BY_DAY

    def found(self, invoices: Iterable[Invoice]) -> list[Invoice]:
        """Return those of some invoices that the search finds, sorted.

        Args:
            invoices: The oldest first; of equal ones the oldest is first too, or last if the search is descending.
        """
        kept = [
            each
            for each in invoices
            if self.first <= each.day <= self.last
            and self.invoice_number in ("", each.number)
            and all(match(each) for match in self.matches)
        ]
        ordered = sorted(kept, key=SORTABLE[self.column])
        return ordered[::-1] if self.descending else ordered


def read_invoice_query(request: ApiRequest, today: date, history: timedelta) -> InvoiceQuery | list[FieldError]:
    """Read the filters and the sorting of a search; unknown parameters are ignored, as the live API does.

    Args:
        request: The request.
        today: The day of the search.
        history: How far back invoices are found.
    """
    given = Parameters(request)
    number, order_number = given.text("invoiceNumber", _NUMBER_LIMIT), given.text("orderNumber")
    keys = [(name, value.upper()) for name in _INDEXED if (value := given.text(name))]
    first, last = _days_of_issue(given, today - history)
    matches = [*_text_matches(given), *_order_day_matches(given)]
    if order_number:
        matches.append(_is_of(plain(order_number)))
    if status := given.one_of("invoiceStatus", [each.value.upper() for each in InvoiceStatus]):
        matches.append(lambda invoice: invoice.status.value.upper() == status)
    query = InvoiceQuery(
        first=first,
        last=last,
        invoice_number=plain(number),
        order_number=order_number,
        keys=keys,
        matches=matches,
        column=given.one_of("orderby", SORTABLE) or BY_DAY,
        descending=given.one_of("direction", _DIRECTIONS) != "asc",
    )
    return given.errors or query


def _text_matches(given: Parameters) -> Iterator[Match]:
    for name, texts in _FILTERS.items():
        if wanted := given.text(name, _LIMITS.get(name)).upper():
            yield _one_is(wanted, texts)


def _days_of_issue(given: Parameters, since: date) -> tuple[date, date]:
    """Return the first and the last day of issue for which all filters by a day hold."""
    first, last = since, date.max
    for exact_name, from_name, to_name, later in _ISSUED:
        start, end = _range(given, exact_name, from_name, to_name)
        # A due date near the end of the calendar is still one.
        first = max(first, start - later if start - date.min > later else date.min)
        last = min(last, end - later if end - date.min > later else date.min)
    return first, last


def _order_day_matches(given: Parameters) -> Iterator[Match]:
    first, last = _range(given, *_ORDER_DATE)
    if (first, last) != (date.min, date.max):
        yield lambda invoice: first <= _order_day(invoice) <= last


def _range(given: Parameters, exact_name: str, from_name: str, to_name: str) -> tuple[date, date]:
    """Return the first and the last day that a date and a range leave; a range may have one end."""
    exact = given.day(exact_name)
    start, end = given.day(from_name), given.day(to_name)
    if start is not None and end is not None and start > end:
        given.refuse(from_name, f"{from_name} must not be after {to_name}", start.isoformat())
    return max(start or date.min, exact or date.min), min(end or date.max, exact or date.max)


def _is_of(number: str) -> Match:
    return lambda invoice: number in (plain(invoice.order.number), plain(invoice.sub_order))


def _one_is(wanted: str, texts: _Texts) -> Match:
    return lambda invoice: any(text == wanted for text in texts(invoice))
