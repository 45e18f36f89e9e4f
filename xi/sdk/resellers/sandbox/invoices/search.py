"""Searches of invoices: the filters, dates and sorting in a query, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.invoices.values import Invoice, InvoiceStatus, plain
from xi.sdk.resellers.sandbox.orders.search import INVOICED, Key, invoice_key
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError
from xi.sdk.resellers.sandbox.wire.parameters import Parameters

INVOICE_TYPE: Final = "Invoice"
_NUMBER_LIMIT: Final = 11
_OTHER_LIMIT: Final = 32

Match = Callable[[Invoice], bool]
SortKey = Callable[[Invoice], date | str | Decimal]
_Texts = Callable[[Invoice], Iterable[str]]
_Day = Callable[[Invoice], date]


def _order_day(invoice: Invoice) -> date:
    return invoice.order.placed_at.date()


def _order_numbers(invoice: Invoice) -> tuple[str, str]:
    return plain(invoice.order.number), plain(invoice.sub_order)


_FILTERS: Final[Mapping[str, _Texts]] = MappingProxyType(
    {
        "DeliveryNumber": lambda invoice: invoice.deliveries,
        "invoiceType": lambda _: (INVOICE_TYPE.upper(),),
        "customerOrderNumber": lambda invoice: (invoice.order.customer_order_number,),
        "endCustomerOrderNumber": lambda invoice: (invoice.order.end_customer_order_number.upper(),),
        "specialBidNumber": lambda invoice: (each.line.special_bid.upper() for each in invoice.lines),
        "serialNumber": lambda invoice: (serial.upper() for each in invoice.lines for serial in each.serial_numbers),
    }
)
"""Filters by text, which is compared without regard to case."""
_NUMBER_FILTERS: Final[Mapping[str, _Texts]] = MappingProxyType(
    {"invoiceNumber": lambda invoice: (invoice.number,), "orderNumber": _order_numbers}
)
"""Filters by a number, which may be written with dashes or without."""
_LIMITS: Final = {"serialNumber": _OTHER_LIMIT}
_DAYS: Final[Mapping[str, tuple[_Day, str, str]]] = MappingProxyType(
    {
        "invoiceDate": (lambda invoice: invoice.day, "invoiceFromDate", "invoiceToDate"),
        "invoiceDueDate": (lambda invoice: invoice.due_on, "invoiceFromDueDate", "invoiceToDueDate"),
        "orderDate": (_order_day, "orderFromDate", "orderToDate"),
        "paymentTermsNetDate": (lambda invoice: invoice.due_on, "", ""),
    }
)
"""Filters by a day: what they look at, and the filters for the ends of a range."""
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
_DEFAULT_COLUMN: Final = "invoiceDate"
_DIRECTIONS: Final = ("asc", "desc")


@dataclass(frozen=True, slots=True)
class InvoiceQuery:
    """A valid search.

    Args:
        keys: The keys of the index that the order of an invoice needs.
        matches: Conditions, all of which an invoice has to meet.
        since: The first day of the history: no earlier invoice is found.
        first: The first day asked for; None for any.
        last: The last day asked for; None for any.
        column: What to sort by, one of SORTABLE.
        descending: Whether the largest is first.
    """

    keys: Sequence[Key]
    matches: Sequence[Match]
    since: date
    first: date | None = None
    last: date | None = None
    column: str = _DEFAULT_COLUMN
    descending: bool = True

    def found(self, invoices: Iterable[Invoice]) -> list[Invoice]:
        """Return those of some invoices that the search finds, sorted.

        Args:
            invoices: The oldest first; of equal ones the oldest is first too, or last if the search is descending.
        """
        kept = [each for each in invoices if each.day >= self.since and all(match(each) for match in self.matches)]
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
    keys: list[Key] = [INVOICED]
    if number := plain(given.text("invoiceNumber", _NUMBER_LIMIT)):
        keys.append(invoice_key(number))
    if purchase_order := given.text("customerOrderNumber").upper():
        keys.append(("customerOrderNumber", purchase_order))
    matches = [*_text_matches(given), *_day_matches(given)]
    if status := given.one_of("invoiceStatus", [each.value.upper() for each in InvoiceStatus]):
        matches.append(lambda invoice: invoice.status.value.upper() == status)
    query = InvoiceQuery(
        keys=keys,
        matches=matches,
        since=today - history,
        first=given.day("invoiceFromDate"),
        last=given.day("invoiceToDate"),
        column=given.one_of("orderby", SORTABLE) or _DEFAULT_COLUMN,
        descending=given.one_of("direction", _DIRECTIONS) != "asc",
    )
    return given.errors or query


def _text_matches(given: Parameters) -> Iterator[Match]:
    for name, texts in _FILTERS.items():
        if wanted := given.text(name, _LIMITS.get(name)).upper():
            yield _one_is(wanted, texts)
    for name, texts in _NUMBER_FILTERS.items():
        if wanted := plain(given.text(name)):
            yield _one_is(wanted, texts)


def _day_matches(given: Parameters) -> Iterator[Match]:
    """Yield the conditions on days; a range may have one end."""
    for name, (of, from_name, to_name) in _DAYS.items():
        exact = given.day(name)
        first, last = given.day(from_name), given.day(to_name)
        if first is not None and last is not None and first > last:
            given.refuse(from_name, f"{from_name} must not be after {to_name}", first.isoformat())
        for start, end in ((exact, exact), (first, last)):
            if start is not None or end is not None:
                yield _between(of, start or date.min, end or date.max)


def _one_is(wanted: str, texts: _Texts) -> Match:
    return lambda invoice: any(text == wanted for text in texts(invoice))


def _between(of: _Day, first: date, last: date) -> Match:
    return lambda invoice: first <= of(invoice) <= last
