"""Fetches orders with their invoices, and gives each order when it is matched."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from xi.sdk.resellers._purchase_orders import folded as folded_po
from xi.sdk.resellers._steps import Begin, Flow, Give, Next, Work, gathered
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.invoice_matching._matching import SEQUENCE, Group, OurOrder, completed, matched_order
from xi.sdk.resellers.invoice_matching._reading import folded, invoice_of, main_number, order_of, read_hit
from xi.sdk.resellers.invoice_matching._values import Finding, Invoice, MatchedOrder, Order, Reason
from xi.sdk.resellers.paging._families import INVOICES, ORDER_LIST
from xi.sdk.resellers.paging._flow import pages_of
from xi.sdk.resellers.paging._ranges import windows
from xi.sdk.resellers.paging._raw import raw

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

T = TypeVar("T")
Progress = Callable[[int, int], object]
"""Called with the number of orders that are done, and of all that are known so far."""

_log: Final = logging.getLogger("xi.sdk.resellers")
_PAGE: Final = 100
_LONGEST: Final = 12
"""Characters of a number in the path; a longer one is sent without dashes."""
_LONGEST_SEARCHED: Final = 11
_REFUSED: Final = (401, 403)
_HOPELESS: Final = 5
"""After so many failed calls in a row the others are not sent: each would wait for all its repeats."""


class Ledger(Protocol):
    """What tells which orders are ours; an `OrderDesk`, blocking or not, is one."""

    def find_all(self, id_: str, /) -> Sequence[OurOrder]:
        """Return the orders under a PO, or with an order number; it may block."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which orders are matched. Exactly one of these is given.

    Args:
        po: those under a PO.
        order_number: one.
        invoice_number: that of an invoice.
        invoiced: those of the invoices of some days.
        ordered: those that were entered on some days.
    """

    po: str | None = None
    order_number: str | None = None
    invoice_number: str | None = None
    invoiced: tuple[date, date] | None = None
    ordered: tuple[date, date] | None = None


_HITS: Final = raw(INVOICES)


@dataclass(slots=True)
class Matching:
    """Matches the orders that are wanted.

    Args:
        invoices: the API of invoices.
        orders: the API of orders.
        ledger: tells which orders are ours; None without one.
        wanted: which orders.
        tolerance: how far a stated total may be from the sum.
        progress: is told how far it is.
    """

    invoices: object
    orders: object
    ledger: Ledger | None
    wanted: Wanted
    tolerance: Decimal
    progress: Progress | None
    _failures: int = 0
    _groups: dict[str, Group] = field(default_factory=dict[str, Group])

    def run(self) -> Flow[None]:
        """Give a `MatchedOrder` for each order."""
        yield from self._collect()
        yield from self._lead_to_orders()
        for done, group in enumerate(list(self._groups.values()), 1):
            yield Give((yield from self._matched(group)))
            # The invoices of an order are not needed any more, and there may be many orders.
            group.invoices.clear()
            group.order = None
            if self.progress is not None:
                self.progress(done, len(self._groups))

    # -- which orders

    def _collect(self) -> Flow[None]:
        wanted = self.wanted
        if wanted.po is not None:
            yield from self._search(lambda hit: _is_po(hit.po, wanted.po), customer_order_number=wanted.po)
            yield from self._orders(customer_order_number=wanted.po)
            for ours in (yield from self._known(wanted.po)):
                for number in ours.order_numbers:
                    self._group(number)
        elif wanted.order_number is not None:
            group = self._group(wanted.order_number)
            # A service may compare the number with that of a sub-order only, or find by it only what that one has.
            for number in dict.fromkeys((wanted.order_number, main_number(wanted.order_number))):
                yield from self._search(partial(_is_of, group), order_number=number)
        elif wanted.invoice_number is not None:
            yield from self._collect_invoice(wanted.invoice_number)
        elif wanted.invoiced is not None:
            for first, last in windows(*wanted.invoiced):
                dates = {"invoice_from_date": [str(first)], "invoice_to_date": [str(last)]}
                yield from self._search(lambda _: True, **dates)
        elif wanted.ordered is not None:
            yield from self._orders(ingram_order_date_bt=list(wanted.ordered))

    def _collect_invoice(self, number: str) -> Flow[None]:
        """Find an invoice by its number. Details are read even if the search, which takes fewer characters, fails."""
        short = folded(number)
        if len(short) <= _LONGEST_SEARCHED:
            yield from self._search(lambda hit: folded(hit.number) == short, invoice_number=short)
        if any(folded(each.number) == short for group in self._groups.values() for each in group.invoices):
            return
        invoice, findings = yield from self._invoice(Invoice(number=number, is_read=False))
        group = self._group(invoice.order_number, f"invoice {folded(invoice.number)}")
        group.invoices.append(invoice)
        group.findings += findings

    def _lead_to_orders(self) -> Flow[None]:
        """Read the invoices whose order a search leaves out, and add them to the orders that their details name.

        It is done before the first order is matched: an order without them would match though they bill it again.
        """
        for key, group in list(self._groups.items()):
            if group.number is None:
                yield from self._read(group)
                number = next((each.order_number for each in group.invoices if each.order_number), None)
                if number is not None:
                    del self._groups[key]
                    home = self._group(number)
                    self._add(home, group.invoices)
                    home.findings += group.findings

    def _group(self, number: str | None, otherwise: str = "") -> Group:
        """Return the group of an order, by the number of it or of one of its sub-orders."""
        main = None if number is None else main_number(number)
        return self._groups.setdefault(folded(main) or otherwise, Group(main))

    def _search(self, is_wanted: Callable[[Invoice], bool], **filters: Any) -> Flow[None]:
        """Search for invoices, and add them to the groups of their orders."""
        for hit in (yield from self._hits(is_wanted, self._ended_early, **filters)):
            self._add(self._group(hit.order_number, f"invoice {folded(hit.number)}"), [hit])

    def _ended_early(self) -> Group:
        """Return the group of what belongs to orders that nobody can name, since a search has ended before all came."""
        return self._group(None, "ended early")

    def _hits(
        self, is_wanted: Callable[[Invoice], bool], lacking: Callable[[], Group], **filters: Any
    ) -> Flow[list[Invoice]]:
        """Return what a search for invoices finds, without what only contains the text that was meant."""
        pages = yield from gathered(
            pages_of(_HITS, self.invoices, filters, size=_PAGE, prefetch=False, on_short=_noted_in(lacking))
        )
        hits = [read_hit(each) for page in pages for each in page]
        found = [each for each in hits if is_wanted(each)]
        if len(found) < len(hits):
            _log.warning("%s invoices that %s does not mean are left out", len(hits) - len(found), filters)
        return found

    def _orders(self, **filters: Any) -> Flow[None]:
        """Search for orders, and make a group for each."""
        on_short = _noted_in(self._ended_early)
        pages = yield from gathered(
            pages_of(ORDER_LIST, self.orders, filters, size=_PAGE, prefetch=False, on_short=on_short)
        )
        for found in (each for page in pages for each in page):
            if self.wanted.po is not None and not _is_po(found.customer_order_number, self.wanted.po):
                _log.warning("order %s, which has another PO, is left out", found.ingram_order_number)
            elif found.ingram_order_number:
                self._group(found.ingram_order_number)
            else:
                says = "a search found it without a number"
                self._group(None, "without a number").findings.append(Finding(reason=Reason.UNREAD, says=says))

    @staticmethod
    def _add(group: Group, invoices: Iterable[Invoice]) -> None:
        """Add invoices that a group does not have; of those that it has, what two searches do not agree on."""
        known = {folded(each.number): each for each in group.invoices}
        for each in invoices:
            same = known.setdefault(folded(each.number), each)
            if same is each:
                group.invoices.append(each)
            else:
                group.findings += [one for one in completed(same, each)[1] if one not in group.findings]

    # -- one order

    def _matched(self, group: Group) -> Flow[MatchedOrder]:
        """Fetch an order and its invoices, and match them.

        If units were shipped that no invoice has, or an invoice does not add up to what is due and a search may state
        its total, the invoices of the order are searched for, unless it was done. If an invoice was named, they are
        always: another one may bill the same units, and no shipment has to name it.
        """
        if group.number is not None:
            group.order = yield from self._order(group)
        was_searched = self.wanted.order_number is not None or self.wanted.po is not None
        if self.wanted.invoice_number is not None and group.number is not None:
            was_searched = True
            yield from self._more(group, is_of_all=True)
        self._add(group, (Invoice(number=each, is_read=False) for each in _named(group.order)))
        yield from self._read(group)
        ours = yield from self._ours(group)
        matched = matched_order(group, ours, self.tolerance)
        if _is_doubtful(matched) and not was_searched and (yield from self._more(group)):
            yield from self._read(group)
            matched = matched_order(group, ours, self.tolerance)
        return matched

    def _more(self, group: Group, *, is_of_all: bool = False) -> Flow[bool]:
        """Search for the invoices of an order; return whether more is known of them now.

        Args:
            group: the order.
            is_of_all: whether those whose order the search leaves out are added too; their details name it.
        """
        hits = yield from self._hits(partial(_is_of, group), lambda: group, order_number=group.number)
        told = {folded(each.number): each for each in reversed(hits)}
        before = list(group.invoices), len(group.findings)
        for index, each in enumerate(before[0]):
            if each.total is None and (hit := told.get(folded(each.number))) is not None:
                group.invoices[index], _ = completed(each, hit)
        self._add(group, (each for each in hits if is_of_all or each.order_number is not None))
        return (group.invoices, len(group.findings)) != before

    def _order(self, group: Group) -> Flow[Order | None]:
        number = group.number or ""
        read = yield from self._call(self.orders, "get_orderdetails_v6_1_with_http_info", number, order_of)
        if isinstance(read, Finding):
            group.findings.append(replace(read, says=f"order {number} could not be read: {read.says}"))
            return None
        if folded(read.number) != folded(main_number(number)):
            says = f"order {number} could not be read: the answer is about {read.number}"
            group.findings.append(Finding(reason=Reason.UNREAD, says=says))
            return None
        if self.wanted.po is not None and not _is_po(read.po, self.wanted.po):
            says = f"order {read.number} has the PO {read.po}, and not {self.wanted.po}"
            group.findings.append(Finding(reason=Reason.PO, says=says))
        return read

    def _read(self, group: Group) -> Flow[None]:
        """Read the details of the invoices that were only found; one that cannot be read is kept as it was found."""
        for index, invoice in enumerate(list(group.invoices)):
            if invoice.is_read or any(_is_unread(each, invoice) for each in group.findings):
                continue
            read, findings = yield from self._invoice(invoice)
            if read.is_read and group.number is not None and not _is_of(group, read):
                says = f"its details name order {read.order_number}, and not {group.number}"
                findings.append(Finding(reason=Reason.NO_ORDER, says=says, invoice_number=read.number))
            group.invoices[index] = read
            group.findings += findings

    def _invoice(self, found: Invoice) -> Flow[tuple[Invoice, list[Finding]]]:
        """Return an invoice with its details, and where they do not agree with the search; without them, why not."""
        number = found.number if len(found.number) <= _LONGEST else folded(found.number)
        # Without being asked, the service leaves the serial numbers out, and no unit could be seen to be billed twice.
        read = yield from self._call(
            self.invoices, "get_invoicedetails_v6_1_with_http_info", number, invoice_of, include_serial_numbers=True
        )
        if isinstance(read, Finding):
            says = f"it could not be read, so what it bills is not known: {read.says}"
            return found, [replace(read, says=says, invoice_number=found.number)]
        if folded(read.number) != folded(found.number):
            says = f"it could not be read, so what it bills is not known: the answer is about {read.number}"
            return found, [Finding(reason=Reason.UNREAD, says=says, invoice_number=found.number)]
        return completed(read, found)

    def _call(
        self, api: object, method: str, number: str, read: Callable[[Any], T], **options: Any
    ) -> Flow[T | Finding]:
        """Return what is read by a number, or why it cannot be.

        Raises:
            ApiException: the account may not read it, or several calls in a row have failed.
        """
        try:
            yield Begin(partial(getattr(api, method), number, **options))
            came = yield Next()
            value = read(came.value)
        except (ApiException, ValueError) as error:
            self._failures += isinstance(error, ApiException)
            if isinstance(error, ApiException) and (error.status in _REFUSED or self._failures >= _HOPELESS):
                raise
            _log.warning("%s of %s: %s", method, number, error)
            return Finding(reason=Reason.UNREAD, says=str(error), error=error)
        self._failures = 0
        return value

    # -- the ledger

    def _ours(self, group: Group) -> Flow[list[OurOrder] | None]:
        """Return what the ledger has under the number and the PO of an order; None without a ledger."""
        if self.ledger is None:
            return None
        po = group.order.po if group.order is not None else next((each.po for each in group.invoices if each.po), None)
        found: list[OurOrder] = []
        for each in (group.number, po):
            if each is not None:
                found += yield from self._known(each)
        return found

    def _known(self, id_: str) -> Flow[list[OurOrder]]:
        if self.ledger is None:
            return []
        found: Sequence[OurOrder] = yield Work(partial(self.ledger.find_all, id_))
        return [each for each in found if str(getattr(each, "kind", "")) != "return"]


def _is_po(po: str | None, wanted: str | None) -> bool:
    return po is None or folded_po(po) == folded_po(wanted)


def _is_unread(finding: Finding, invoice: Invoice) -> bool:
    """Return whether a finding says that an invoice could not be read."""
    return finding.reason is Reason.UNREAD and finding.invoice_number == invoice.number


def _noted_in(lacking: Callable[[], Group]) -> Callable[[int, int], None]:
    """Return what writes down that a list ended before all came; `lacking` returns the group that lacks the others."""

    def note(came: int, stated: int) -> None:
        says = f"a search ended after {came:,} of {stated:,}; the others were not sent"
        lacking().findings.append(Finding(reason=Reason.UNREAD, says=says))

    return note


def _is_of(group: Group, hit: Invoice) -> bool:
    """Return whether an invoice belongs to an order, by what it says itself."""
    mine, name = folded(group.number), hit.order_number
    return name is None or mine in (folded(name), folded(main_number(name)), folded(name)[:-SEQUENCE])


def _is_doubtful(matched: MatchedOrder) -> bool:
    """Return whether a search for the invoices of an order may clear something up."""
    untold = {each.invoice.number for each in matched.invoices if each.invoice.total is None}
    return matched.number is not None and any(
        each.reason is Reason.NOT_INVOICED or (each.reason is Reason.TOTAL and each.invoice_number in untold)
        for each in matched.findings
    )


def _named(order: Order | None) -> list[str]:
    """Return the invoices that the shipments of an order name."""
    if order is None:
        return []
    return list({folded(each): each for line in order.lines for each in line.invoice_numbers}.values())
