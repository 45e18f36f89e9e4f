"""Searches of invoices: the filters, dates and sorting in a query, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.invoices.values import Invoice, InvoiceStatus, plain
from xi.sdk.resellers.sandbox.orders.search import INVOICED, Key, invoice_key
from xi.sdk.resellers.sandbox.wire.fields import parse_date
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, too_long

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
_LIMITS: Final[Mapping[str, int]] = MappingProxyType(
    {"invoiceNumber": _NUMBER_LIMIT, "serialNumber": _OTHER_LIMIT, "orderby": _OTHER_LIMIT, "direction": _OTHER_LIMIT}
)
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
_COLUMNS: Final = {name.lower(): name for name in SORTABLE}
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
        """Return the invoices that the search finds, sorted; equal ones stay in the sequence in which they came."""
        kept = [each for each in invoices if each.day >= self.since and all(match(each) for match in self.matches)]
        return sorted(kept, key=SORTABLE[self.column], reverse=self.descending)


def read_invoice_query(request: ApiRequest, today: date, history: timedelta) -> InvoiceQuery | list[FieldError]:
    """Read the filters and the sorting of a search; unknown parameters are ignored, as the live API does.

    Args:
        request: The request.
        today: The day of the search.
        history: How far back invoices are found.
    """
    reader = _Reader(request)
    keys: list[Key] = [INVOICED]
    if number := plain(reader.text("invoiceNumber")):
        keys.append(invoice_key(number))
    if purchase_order := reader.text("customerOrderNumber").upper():
        keys.append(("customerOrderNumber", purchase_order))
    matches = [*reader.text_matches(), *reader.day_matches(), *reader.status_matches()]
    column, descending = reader.sorting()
    query = InvoiceQuery(
        keys=keys,
        matches=matches,
        since=today - history,
        first=reader.day("invoiceFromDate"),
        last=reader.day("invoiceToDate"),
        column=column,
        descending=descending,
    )
    return list(reader.errors.values()) or query


class _Reader:
    """Converts parameters to conditions, and collects one error for each wrong parameter."""

    def __init__(self, request: ApiRequest) -> None:
        self.errors: dict[str, FieldError] = {}
        self._given: dict[str, list[str]] = {}
        for name, value in request.query:
            if value.strip():
                self._given.setdefault(name, []).append(value.strip())

    def text(self, name: str) -> str:
        """Return the value of a parameter, empty where there is none."""
        values = self._given.get(name, [])
        if len(set(values)) > 1:
            self.errors[name] = FieldError(f"{name} must be given once", name, ", ".join(values))
        value = values[0] if values else ""
        limit = _LIMITS.get(name)
        if limit is not None and len(value) > limit:
            self.errors[name] = too_long(name, value, limit)
        return value

    def day(self, name: str) -> date | None:
        """Return the day in a parameter, None where there is none."""
        value = self.text(name)
        found = parse_date(value)
        if value and found is None:
            self.errors.setdefault(name, FieldError(f"{name} must have the form yyyy-MM-dd", name, value))
        return found

    def text_matches(self) -> Iterator[Match]:
        """Yield the conditions on texts and numbers."""
        for name, texts in _FILTERS.items():
            if wanted := self.text(name).upper():
                yield _one_is(wanted, texts)
        for name, texts in _NUMBER_FILTERS.items():
            if wanted := plain(self.text(name)):
                yield _one_is(wanted, texts)

    def day_matches(self) -> Iterator[Match]:
        """Yield the conditions on days; a range may have one end."""
        for name, (of, from_name, to_name) in _DAYS.items():
            exact = self.day(name)
            first, last = self.day(from_name), self.day(to_name)
            if first is not None and last is not None and first > last:
                order = f"{from_name} must not be after {to_name}"
                self.errors[from_name] = FieldError(order, from_name, first.isoformat())
            for start, end in ((exact, exact), (first, last)):
                if start is not None or end is not None:
                    yield _between(of, start or date.min, end or date.max)

    def status_matches(self) -> Iterator[Match]:
        """Yield the condition on the status."""
        given = self.text("invoiceStatus")
        known = {status.value.upper(): status for status in InvoiceStatus}
        wanted = known.get(given.upper())
        if given and wanted is None:
            self.errors["invoiceStatus"] = FieldError(
                f"invoiceStatus must be one of {', '.join(known)}", "invoiceStatus", given
            )
        if wanted is not None:
            yield lambda invoice: invoice.status is wanted

    def sorting(self) -> tuple[str, bool]:
        """Return the column to sort by, and whether the largest value is first."""
        by, direction = self.text("orderby"), self.text("direction").lower()
        column = _COLUMNS.get(by.lower())
        if by and column is None:
            self.errors.setdefault(
                "orderby", FieldError(f"orderby must be one of {', '.join(SORTABLE)}", "orderby", by)
            )
        if direction and direction not in _DIRECTIONS:
            self.errors.setdefault("direction", FieldError("direction must be asc or desc", "direction", direction))
        return column or _DEFAULT_COLUMN, direction != "asc"


def _one_is(wanted: str, texts: _Texts) -> Match:
    return lambda invoice: any(text == wanted for text in texts(invoice))


def _between(of: _Day, first: date, last: date) -> Match:
    return lambda invoice: first <= of(invoice) <= last
