"""Many doubts at once: a page of a search by date shows a hundred orders, where a search by PO shows one.

A page can only say yes. An order that is not on it, or that cannot be taken for ours, is looked for by its PO as
always: only that look can permit another send.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from xi.sdk.resellers import models
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiException, ApiValueError
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _looks as looks
from xi.sdk.resellers.ordering import _rounds as rounds
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Called, Flow, Stored
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._loops import Ended
from xi.sdk.resellers.ordering._matching import Sight, candidates, judge, with_total
from xi.sdk.resellers.ordering._protocol import SETTLED, Do, Kind, Seen, State
from xi.sdk.resellers.ordering._reserved import learn, take_place
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering.ledger import Ledger

MANY: Final = 20
"""Orders that have to be looked for, from which on pages are read."""
_ROWS: Final = 10_000
"""Orders that are looked for on the same pages, at most as many as a run has begun. Pages are read again for others."""
_ROWS_A_PAGE: Final = 4
"""A page is worth its call if it spares that many searches."""
_AGAIN_S: Final = 10.0
"""Seconds between the beginnings of two sweeps: what was not there will hardly be there sooner."""
_KEPT_S: Final = 3_600.0
"""For how long numbers are used up before pages are read again. Other workers may have taken those that are left."""
_SOON_S: Final = 0.5
"""Seconds until they are counted again, if they were few."""

Numbers = Mapping[str, tuple[str, ...]]
"""Order numbers by the keys of the orders whose PO they are under."""


@dataclass(slots=True, eq=False)
class Pages:
    """Reads pages for a run, when many of its orders have to be looked for.

    Args:
        ctx: the desk.
        sweep_at: not before this moment of `ctx.monotonic`.
        kept_until: not before this moment, as long as many numbers are left.
    """

    ctx: Context
    sweep_at: float = 0.0
    kept_until: float = 0.0
    _is_reading: bool = False
    _numbers: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def sweep(self, due: int) -> Flow[Numbers] | None:
        """Return the flow that reads pages, if so many orders are worth it; its end is for `ended`.

        Args:
            due: how many orders have to be looked for.
        """
        if not self.may_sweep():
            return None
        now = self.ctx.monotonic()
        if due < MANY:
            self.sweep_at = now + _SOON_S
            return None
        self._is_reading = True
        self.sweep_at = now + _AGAIN_S
        self.kept_until = now + _KEPT_S
        return read_numbers(self.ctx)

    def may_sweep(self) -> bool:
        """Return whether it is worth counting how many orders have to be looked for."""
        now = self.ctx.monotonic()
        has_many = len(self._numbers) >= MANY and now < self.kept_until
        return not self._is_reading and not has_many and now >= self.sweep_at

    def ended(self, ended: Ended) -> None:
        """Take what the pages have shown. What failed is looked for by PO.

        Args:
            ended: the flow of `sweep` that has ended.
        """
        self._is_reading = False
        self._numbers = dict(ended.result or {})
        if ended.error is not None:
            log.warning("pages of orders could not be read: %s", ended.error)

    def follow(self, key: str) -> rounds.Follow:
        """Return how to do what is due for an order: by the numbers of the pages, if they have its PO.

        Args:
            key: the key of the order.
        """
        numbers = self._numbers.pop(key, None)
        return flows.follow if numbers is None else partial(confirm, numbers=numbers)


def read_numbers(ctx: Context) -> Flow[Numbers]:
    """Read pages of orders, and return the numbers under the POs of orders that have to be looked for."""
    read: tuple[list[Entry], float] = yield Stored(partial(_looked_for, ctx=ctx))
    entries, now = read
    if len(entries) < MANY:
        return {}
    by_po: dict[str, Entry] = {each.folded: each for each in entries}
    moments = [each.row.search_first or each.row.first_send or each.planned_at for each in entries]
    # Dates of the server have no zone, so a day more at both ends.
    first = datetime.fromtimestamp(min(moments), UTC).date() - timedelta(days=1)
    last = datetime.fromtimestamp(now, UTC).date() + timedelta(days=1)
    found: dict[str, tuple[str, ...]] = {}
    number, most, seen = 1, max(1, len(entries) // _ROWS_A_PAGE), 0
    while number <= most:
        yield from take_place(ctx, None, turns.SEARCH)
        answer: ApiResponse[models.OrderSearchResponse | None] = yield Called(
            "get_resellers_v6_ordersearch_with_http_info",
            {
                "page_size": looks.PAGE,
                "page_number": number,
                "ingram_order_date_bt": [first, last],
                "_deadline": ctx.settings.deadline,
            },
        )
        yield Stored(partial(learn, ctx=ctx, learned={turns.SEARCH: answer.headers or {}}))
        orders = (answer.data.orders or ()) if answer.data is not None else ()
        for each in orders:
            entry = by_po.get(folded(each.customer_order_number))
            if entry is not None:
                numbers = candidates(looks.wanted(entry), [each])
                found[entry.key] = tuple(dict.fromkeys((*found.get(entry.key, ()), *numbers)))
        seen += len(orders)
        total = (answer.data.records_found or 0) if answer.data is not None else 0
        if len(orders) < looks.PAGE or seen >= total:
            break
        number += 1
    log.info(
        "%d pages read for %d orders in doubt: the POs of %d are on them",
        min(number, most),
        len(entries),
        len(found),
    )
    return found


def _looked_for(ledger: Ledger, ctx: Context) -> tuple[list[Entry], float]:
    with ledger.reading() as tx:
        due = tx.due(ctx.customer, ctx.country, limit=_ROWS)
        return [each for each in due if _may_be_on_pages(each)], tx.now


def _may_be_on_pages(entry: Entry) -> bool:
    """Return whether a page may tell what is looked for."""
    return is_looked_for(entry) and entry.row.kind is not Kind.RETURN and entry.row.state not in SETTLED


def is_looked_for(entry: Entry) -> bool:
    """Return whether what is due for an order is a look."""
    row = entry.row
    if row.state is State.PLANNED:
        return row.search_first is not None and not row.permitted
    return row.state is not State.SENDING


def confirm(ctx: Context, turn: Turn, numbers: Sequence[str]) -> Flow[Turn]:
    """Look for an order by numbers that a page has shown; if they are not ours, look for it by its PO.

    Args:
        ctx: the desk.
        turn: the order, which is claimed.
        numbers: the numbers.
    """
    entry = turn.entry
    if not turn.wants(Do.LOOK) or entry.row.state in SETTLED:
        # Neither does a page show that there is no second one, nor whose it is if the PO was used again.
        return (yield from flows.follow(ctx, turn))
    sight = yield from looks.let_go(entry, _sight_by_numbers(ctx, entry, numbers))
    if sight is None or sight.seen is not Seen.OURS:
        return (yield from flows.follow(ctx, turn))
    write = partial(turns.looked, ctx=ctx, entry=entry, sight=sight, looked_at=turn.now)
    after = yield from looks.written(entry, write)
    if after is None:
        return replace(turn, commands=())
    log.info("PO %s: %s", entry.po, sight.says, extra=entry.log_fields)
    return (yield from flows.follow(ctx, after))


def _sight_by_numbers(ctx: Context, entry: Entry, numbers: Sequence[str]) -> Flow[Sight | None]:
    """Read orders by their numbers, and return what they say; None if one cannot be read."""
    try:
        others: frozenset[str] = yield Stored(partial(_others, entry=entry, numbers=numbers))
        target = replace(looks.wanted(entry), others=others)
        known = dict.fromkeys((*numbers, *entry.row.numbers))
        found = yield from looks.read_details(ctx, entry, [each for each in known if each not in others])
    except (ApiException, ApiValueError) as error:
        log.info("PO %s: %s", entry.po, error, extra=entry.log_fields)
        return None
    return with_total(judge(target, found), found)


def _others(ledger: Ledger, entry: Entry, numbers: Sequence[str]) -> frozenset[str]:
    with ledger.reading() as tx:
        return tx.numbers_of_others(entry, numbers)
