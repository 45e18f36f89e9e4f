"""Compares the orders of the ledger with those at Ingram Micro over a range of days.

1. The orders at Ingram Micro are read by pages. Each one is looked up in the ledger: by its numbers, then by its PO.
2. An order of the ledger with several numbers is compared when all of them were seen.
3. One that the ledger has not settled, or under a PO of ours with a number that is new, is searched for by the desk.
   What that finds is evidence, and all that is written.
4. Then the ledger is read: what was sent in these days, stands, and was on no page, is searched for by its PO with
   days of slack, since a date of the server has no zone and may be the next day; then by its numbers.

The keys of orders that were seen stay in memory, about a hundred bytes each; the orders do not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers import paging
from xi.sdk.resellers.cli.finding import by_number
from xi.sdk.resellers.cli.short_lists import Short
from xi.sdk.resellers.exceptions import ApiException, NotFoundException
from xi.sdk.resellers.statuses import Status, fold_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xi.sdk.resellers import BoundOrdersApi
    from xi.sdk.resellers.cli.billing import Bills
    from xi.sdk.resellers.models import OrderSearchResponseOrdersInner as Found
    from xi.sdk.resellers.ordering import OrderDesk, Record

EQUAL: Final = "equal"
DIFFERENT: Final = "different"
ONLY_OURS: Final = "only_in_ledger"
ONLY_THEIRS: Final = "only_at_ingram_micro"
DOUBLED: Final = "doubled"
SLACK: Final = timedelta(days=3)
"""How far the day of an order at Ingram Micro may be from ours: the zone makes a day, and a weekend two."""
_STANDING: Final = ("placed", "partly", "empty")
_RETURN: Final = "return"
"""The kind of a return, which no search for orders shows."""
_OFF: Final = (Status.CANCELED, Status.VOIDED)


@dataclass(slots=True)
class Reconciliation:
    """A comparison of both sides. `rows` can be read once.

    Args:
        desk: the desk.
        first: the first day of order entry.
        last: the last one.
        searches: whether the desk may search for orders that are not settled, and write what it finds.
        bills: what the invoices of these orders say; None does not ask.
    """

    desk: OrderDesk
    first: date
    last: date
    searches: bool = True
    bills: Bills | None = None
    counts: Counter[str] = field(default_factory=Counter[str])
    differences: Counter[str] = field(default_factory=Counter[str])
    failure: ApiException | None = None
    short: Short = field(default_factory=Short)
    _done: set[str] = field(default_factory=set[str])
    _searched: set[str] = field(default_factory=set[str])
    _waiting: dict[str, list[Found]] = field(default_factory=dict[str, "list[Found]"])

    @property
    def _api(self) -> BoundOrdersApi:
        api: BoundOrdersApi = self.desk.orders
        return api

    @property
    def is_whole(self) -> bool:
        """Whether all orders at Ingram Micro were read."""
        return self.failure is None and self.short.counts is None

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield each order with its verdict.

        `failure` is set if a page or an order could not be read; `short` notes whether the list of orders has ended
        before all came.
        """
        try:
            for found in self._rows():
                row = found if self.bills is None else self.bills.noted(found)
                self.counts[row["verdict"]] += 1
                self.differences.update(row["differences"])
                yield row
        except ApiException as error:
            self.failure = error

    def _rows(self) -> Iterator[dict[str, Any]]:
        for order in paging.orders(self._api, ordered=(self.first, self.last), on_short=self.short):
            row = self._of_order(order)
            if row is not None:
                yield row
        waiting = {key: orders for key, orders in self._waiting.items() if key not in self._done}
        for key, orders in waiting.items():
            record = self.desk.find(key)
            if record is not None:
                yield self._searched_for(record, orders)
        for key in self._unseen():
            record = self.desk.find(key)
            if record is not None and key not in self._done:
                yield self._searched_for(record, [])

    # -- an order on a page

    def _of_order(self, order: Found) -> dict[str, Any] | None:
        record = self._ours(order)
        if record is None:
            return _row(ONLY_THEIRS, None, [order], says="placed by somebody else, or by another ledger")
        if not _covers(order, record):
            record = self._with_evidence(record)
            if not _covers(order, record):
                return self._of_stranger(order, record)
        if record.doubled:
            return None if record.key in self._done else self._close(record, [order])
        orders = self._waiting.setdefault(record.key, [])
        orders.append(order)
        if record.key in self._done or not _all_covered(record, orders):
            return None
        return self._close(record, orders)

    def _ours(self, order: Found) -> Record | None:
        for number in _numbers(order):
            record = by_number(self.desk, number)
            if record is not None:
                return record
        po = order.customer_order_number
        return self.desk.find(po) if po and po.strip() else None

    def _with_evidence(self, record: Record) -> Record:
        """Return what the ledger knows after the desk has searched for an order, once."""
        if not self.searches or record.key in self._searched:
            return record
        self._searched.add(record.key)
        return self.desk.recheck(record.key)

    def _of_stranger(self, order: Found, record: Record) -> dict[str, Any]:
        """Return the verdict about an order under a PO of ours whose number the ledger does not take for ours."""
        if record.doubled and record.key not in self._done:
            return self._close(record, [order])
        if record.state.value in _STANDING:
            numbers = ", ".join(record.order_numbers)
            return _row(ONLY_THEIRS, None, [order], says=f"under our PO, which the ledger has as {numbers}")
        if record.reason == "conflict":
            says = f"under our PO, and another's order: xi-orders history {record.po}"
            return _row(ONLY_THEIRS, None, [order], says=says)
        self._done.add(record.key)
        reason = f" ({record.reason.value})" if record.reason is not None else ""
        says = f"it is {record.state.value}{reason} in the ledger: xi-orders recheck {record.po}"
        return _row(DIFFERENT, record, [order], differences=["state"], says=says)

    # -- an order that no page has shown as a whole

    def _unseen(self) -> list[str]:
        """Return the keys of orders that stand, were sent in these days, and were on no page."""
        begin, end = (datetime.combine(each, time()).astimezone() for each in (self.first, self.last + timedelta(1)))
        return [
            record.key
            for record in self.desk.rows(state=_STANDING, until=end)
            if record.key not in self._done
            and record.first_sent is not None
            and begin <= record.first_sent < end
            and record.kind.value != _RETURN
        ]

    def _searched_for(self, record: Record, seen: Sequence[Found]) -> dict[str, Any]:
        if record.doubled:
            return self._close(record, seen)
        day = (record.first_sent or record.planned).astimezone().date()
        near = (min(day, self.first) - SLACK, max(day, self.last) + SLACK)
        found = {each.ingram_order_number: each for each in seen}
        for each in paging.orders(self._api, customer_order_number=record.po, ordered=near):
            if _covers(each, record):
                found[each.ingram_order_number] = each
        orders = list(found.values())
        if _all_covered(record, orders):
            return self._close(record, orders)
        missing = [each for each in record.order_numbers if not any(_is_of(each, order) for order in orders)]
        return self._read_by_number(record, orders, missing)

    def _read_by_number(self, record: Record, orders: Sequence[Found], missing: Sequence[str]) -> dict[str, Any]:
        """Return the verdict about an order of which no search shows some numbers."""
        self._done.add(record.key)
        days: list[str] = []
        gone: list[str] = []
        for number in missing:
            try:
                details = self._api.get_orderdetails_v6_1(number)
            except NotFoundException:
                gone.append(number)
            else:
                days.append(f"{number} of {details.ingram_order_date or 'no day'}")
        if gone and not days and not orders:
            says = f"sent, and taken for placed: xi-orders history {record.po} --support"
            return _row(ONLY_OURS, record, [], says=says)
        if gone:
            return _row(DIFFERENT, record, orders, differences=["numbers"], says=f"not there: {', '.join(gone)}")
        says = f"its day is another at Ingram Micro, or the search does not show it: {', '.join(days)}"
        return _row(DIFFERENT, record, orders, differences=["day"], says=says)

    # -- an order with all its numbers

    def _close(self, record: Record, orders: Sequence[Found]) -> dict[str, Any]:
        self._done.add(record.key)
        self._waiting.pop(record.key, None)
        if record.doubled:
            says = f"two orders of ours stand; cancel one: xi-orders history {record.po}"
            return _row(DOUBLED, record, orders, says=says)
        if record.state.value not in _STANDING:
            says = f"it is {record.state.value} in the ledger: xi-orders recheck {record.po}"
            return _row(DIFFERENT, record, orders, differences=["state"], says=says)
        if all(fold_status(each.order_status).status in _OFF for each in orders):
            return self._of_cancelled(record, orders)
        ours, theirs = _amount(record.total), _sum(orders)
        if not ours:  # an order on customer hold is answered with a total of 0
            return _row(EQUAL, record, orders, says="the answer to the order had no total, so it is not compared")
        if theirs is None or ours == theirs:
            return _row(EQUAL, record, orders, says=None if theirs is not None else "the search gives no total")
        says = "changed by modify since it was placed" if _was_modified(record) else "changed since it was placed"
        return _row(DIFFERENT, record, orders, differences=["total"], says=says)

    def _of_cancelled(self, record: Record, orders: Sequence[Found]) -> dict[str, Any]:
        """Return the verdict about a cancelled order: its total means nothing any more."""
        if fold_status(record.shipping).status in _OFF:
            return _row(EQUAL, record, orders, says="cancelled")
        says = f"cancelled, and the ledger does not know it: xi-orders track {record.po}"
        return _row(DIFFERENT, record, orders, differences=["status"], says=says)


def _numbers(order: Found) -> list[str]:
    """Return the numbers of an order and its sub-orders."""
    numbers = (order.ingram_order_number, *(each.sub_order_number for each in order.sub_orders or ()))
    return [each.strip().upper() for each in numbers if each and each.strip()]


def _is_of(number: str, order: Found) -> bool:
    """Return whether a number of the ledger is that of an order, or of a sub-order of it."""
    return any(number == each or number.startswith(f"{each}-") for each in _numbers(order))


def _covers(order: Found, record: Record) -> bool:
    return any(_is_of(each, order) for each in record.order_numbers)


def _all_covered(record: Record, orders: Sequence[Found]) -> bool:
    return bool(orders) and all(any(_is_of(each, order) for order in orders) for each in record.order_numbers)


def _amount(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None


def _sum(orders: Sequence[Found]) -> Decimal | None:
    """Return the sum of the totals; None if one is missing. The shortest text of a float is that of the server."""
    amounts = [_amount(None if each.order_total is None else str(each.order_total)) for each in orders]
    known = [each for each in amounts if each is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _was_modified(record: Record) -> bool:
    return any(
        each.kind == "change" and each.detail.get("change") == "modify" and each.detail.get("step") == "done"
        for each in record.history()
    )


def _row(
    verdict: str,
    record: Record | None,
    orders: Sequence[Found],
    *,
    differences: Sequence[str] = (),
    says: str | None = None,
) -> dict[str, Any]:
    ours = () if record is None else record.order_numbers
    theirs = [each.ingram_order_number for each in orders if each.ingram_order_number]
    new = [each for each in theirs if not any(number == each or number.startswith(f"{each}-") for number in ours)]
    statuses = dict.fromkeys(each.order_status for each in orders if each.order_status)
    days = dict.fromkeys(each.ingram_order_date for each in orders if each.ingram_order_date)
    total = _sum(orders)
    return {
        "verdict": verdict,
        "differences": list(differences),
        "po": record.po if record is not None else next((each.customer_order_number for each in orders), None),
        "order_numbers": [*ours, *new],
        "state": None if record is None else record.state,
        "status": ", ".join(statuses) or None,
        "ordered": ", ".join(days) or None,
        "first_sent": None if record is None else record.first_sent,
        "total": {
            "ledger": None if record is None else record.total,
            "ingram_micro": None if total is None else format(total, "f"),
            "currency": None if record is None else record.currency,
        },
        "batch": None if record is None else record.batch,
        "ref": {} if record is None else dict(record.ref),
        "says": says,
        "invoices": None,
    }
