"""Looks for orders: what is asked of searches and details, and what the ledger knows beside the answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from xi.sdk.resellers import models
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiException, ApiTypeError, ApiValueError, printable
from xi.sdk.resellers.ordering import _return_flows as returns
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._as_ordered import differences_of_lines
from xi.sdk.resellers.ordering._change_notes import KIND as CHANGE
from xi.sdk.resellers.ordering._change_notes import units_after
from xi.sdk.resellers.ordering._drivers import Called, Flow, Stored
from xi.sdk.resellers.ordering._entries import Entry, Note, with_differences
from xi.sdk.resellers.ordering._evidence import total_of_details
from xi.sdk.resellers.ordering._filing import wanted_of
from xi.sdk.resellers.ordering._findings import base_number
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._matching import (
    Found,
    Sight,
    Wanted,
    candidates,
    found_of,
    judge,
    ours_of,
    unnumbered,
    with_total,
)
from xi.sdk.resellers.ordering._protocol import STANDING, Kind, Seen, State
from xi.sdk.resellers.ordering._reserved import Beside, learn, learned_and_beside, take_place
from xi.sdk.resellers.ordering._searches import (
    contradicted,
    left_out,
    missing_orders,
    unless_open,
    unless_rivals,
    with_told,
)
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering._webhook_notes import numbers_told
from xi.sdk.resellers.ordering.errors import LedgerError, StoppedError
from xi.sdk.resellers.ordering.ledger import Ledger, MovedOn, Transaction

T = TypeVar("T")

PAGE: Final = 100
"""Orders in a page of a search; the server's limit."""


def search(ctx: Context, **filters: Any) -> Called:
    """Return the call of a search for orders; a look reads one page of it."""
    return Called(
        "get_resellers_v6_ordersearch_with_http_info",
        {"page_size": PAGE, "_deadline": ctx.settings.deadline, **filters},
    )


def details(ctx: Context, number: str) -> Called:
    """Return the call for the details of an order."""
    return Called("get_orderdetails_v6_1_with_http_info", {"ordernumber": number, "_deadline": ctx.settings.deadline})


def look(ctx: Context, turn: Turn) -> Flow[Turn]:
    """Look for an order, and write down what was seen."""
    entry = turn.entry
    sight = yield from let_go(entry, sight_of(ctx, entry))
    write = partial(turns.looked, ctx=ctx, entry=entry, sight=sight, looked_at=turn.now)
    after = yield from written(entry, write)
    if after is None:
        return replace(turn, commands=())
    # A look that counts although it leaves something open may have missed a second order.
    leaves_open = bool(sight.leaves_open) and sight.seen is not Seen.FAILED
    level = logging.WARNING if leaves_open or sight.differs else logging.INFO
    log.log(level, "%s: %s", entry.name, sight.says, extra=entry.log_fields)
    return after


def written(entry: Entry, write: Callable[[Transaction, float], Turn]) -> Flow[Turn | None]:
    """Write an order that is claimed, and return its turn; None if somebody has written it since, such as a webhook.

    Then others may take it: what was seen here will be seen again, and at once if the order is due.

    Args:
        entry: the order.
        write: writes it, if it is as it was.
    """
    try:
        turn: Turn = yield Stored(turns.committed(write))
    except MovedOn:
        yield Stored(partial(turns.release, key=entry.key))
        return None
    return turn


def let_go(entry: Entry, looks: Flow[T]) -> Flow[T]:
    """Look for an order that is claimed. If that is broken off, others may take it: nobody waits for what is not made.

    Args:
        entry: the order.
        looks: what is done while others are kept from it; it writes nothing of the order.
    """
    try:
        return (yield from looks)
    except LedgerError:
        raise
    except BaseException:  # Ctrl-C, a task that is cancelled, or a desk that is stopping
        with suppress(LedgerError):
            yield Stored(partial(turns.release, key=entry.key))
        raise


def wanted(entry: Entry) -> Wanted:
    """Return what an order of the ledger is compared with."""
    row = entry.row
    since = row.search_first if row.search_first is not None else row.first_send
    base = wanted_of(row.kind, entry.body) if entry.body is not None else None
    if base is None:
        base = Wanted(kind=row.kind, folded=entry.folded, units=None)
    return replace(base, marker=entry.marker, known=frozenset(row.numbers), since=since)


def sight_of(ctx: Context, entry: Entry) -> Flow[Sight]:
    """Look for an order. A look that fails, for whatever reason, has seen nothing, and is made again."""
    try:
        sight = yield from _see(ctx, entry)
    except (LedgerError, StoppedError):
        raise
    except ApiException as error:
        sight = Sight(seen=Seen.FAILED, numbers=(), says=f"the look failed: {error}")
    except Exception as error:  # a token that the program cannot get, or an answer that nobody foresaw
        log.warning("%s: the look failed", entry.name, exc_info=error, extra=entry.log_fields)
        sight = Sight(seen=Seen.FAILED, numbers=(), says=f"the look failed: {type(error).__name__}")
    return replace(sight, says=printable(sight.says))


def _see(ctx: Context, entry: Entry) -> Flow[Sight]:
    if entry.row.kind is Kind.RETURN:
        return (yield from returns.see(ctx, entry))
    longest = ctx.longest_reserved  # a claim must not end in a wait, nor `place` wait much longer than it was told
    too_long = yield from take_place(ctx, entry, turns.SEARCH, longest=longest)
    if too_long:
        return Sight(Seen.FAILED, (), f"the quota of searches is used up for {too_long:.0f} s; it is looked for later")
    answer: ApiResponse[models.OrderSearchResponse | None] = yield search(ctx, customer_order_number=entry.po)
    orders = answer.data.orders or () if answer.data is not None else ()
    target = wanted(entry)
    shown = candidates(target, orders)
    numbers = list(dict.fromkeys((*shown, *entry.row.numbers)))
    headers = answer.headers or {}
    beside: Beside = yield Stored(
        partial(learned_and_beside, ctx=ctx, bucket=turns.SEARCH, entry=entry, headers=headers, among=numbers)
    )
    others, history, rivals = beside
    target = replace(target, others=others)
    if entry.row.state in STANDING and target.units is not None:  # it may have been changed since it was placed
        target = replace(target, units=units_after(target.units, history))
    try:
        found = yield from read_details(ctx, entry, [each for each in numbers if each not in others])
    except ApiValueError as error:  # the client refuses to ask for such a number, now and later
        return Sight(seen=Seen.UNCLEAR, numbers=(), says=f"an order under the PO cannot be read: {error}")
    found += unnumbered(target, orders)
    sight = judge(target, found)
    told: list[Found] = []
    if entry.row.state is not State.PLANNED:  # of an order that was never sent a webhook tells nothing
        known = set(map(base_number, (*numbers, *others)))
        named = [each for each in numbers_told(history) if each not in known]
        told, unread = yield from _read_told(ctx, entry, target, named)
        sight = with_told(entry.row, target, sight, found, told, unread)
    if sight.seen is Seen.NOTHING and answer.data is not None:
        if others:
            owners: dict[str, Entry] = yield Stored(partial(_owners, entry=entry, numbers=others))
            # Those that the ledger has under other POs contradict it: an answer may have been another order's.
            of_po = {each: owner for each, owner in owners.items() if owner.folded == entry.folded}
            target = replace(target, others=frozenset(of_po))
            sight = _of_owners(entry, of_po, sight)
        sight = contradicted(target, answer.data) or sight
    ours = [each for each in entry.row.numbers if each not in others]
    if target.marker is None:
        sight = unless_rivals(entry.row, sight, missing_orders(sight.numbers, ours), rivals)
    missing, recheck = missing_orders(ours, shown), ctx.settings.recheck
    sight = unless_open(entry.row, sight, missing, left_out(answer.data), history, recheck)
    found += told
    return _as_it_stands(entry, with_total(sight, found), found, history)


def _as_it_stands(entry: Entry, sight: Sight, found: Sequence[Found], history: Sequence[Note]) -> Sight:
    """Return a look that has found ours with how they differ from what was ordered, unless that was changed since."""
    if sight.seen not in (Seen.OURS, Seen.PARTLY) or any(each.kind == CHANGE for each in history):
        return sight
    lines = [line for order in ours_of(sight, found) for line in order.lines or ()]
    differs = differences_of_lines(entry.body, lines)
    return replace(sight, says=with_differences(sight.says, differs), differs=differs)


def _owners(ledger: Ledger, entry: Entry, numbers: Collection[str]) -> dict[str, Entry]:
    with ledger.reading() as tx:
        return tx.owners(entry, numbers)


def _of_owners(entry: Entry, owners: Mapping[str, Entry], sight: Sight) -> Sight:
    """Return a look that has found nothing of ours with the words for what is there: other orders of the ledger."""
    if not owners:
        return sight
    them = ", ".join(f"order {number} is that of {owner.beside(entry)}" for number, owner in sorted(owners.items()))
    return replace(sight, says=f"no other order under PO {entry.folded}: {them}")


def read_details(ctx: Context, entry: Entry, numbers: Sequence[str]) -> Flow[list[Found]]:
    """Read orders by their numbers, to compare them with what was ordered."""
    answers = yield from _read(ctx, entry, numbers)
    return [_found(each, number) for number, each in zip(numbers, answers, strict=True)]


def _found(answer: ApiResponse[models.OrderDetailB2B], number: str) -> Found:
    total, currency = total_of_details(answer.raw_data)
    return replace(found_of(answer.data, number=number), total=total, currency=currency)


def _read_told(ctx: Context, entry: Entry, target: Wanted, numbers: Sequence[str]) -> Flow[tuple[list[Found], str]]:
    """Read orders that webhooks name; return those under the PO, and why one could not be read.

    A webhook is no proof. One that names an order under another PO, or a number that nobody has, says nothing. Nor must
    it hold up a look: once that has taken as long as one request may, the other numbers are left to the next one.
    """
    found: list[Found] = []
    unread = ""
    end = ctx.monotonic() + ctx.settings.deadline
    for number in numbers:
        if ctx.monotonic() >= end:
            return found, _unread(number, "those before it have taken too long")
        try:
            read = yield from _read(ctx, entry, [number], longest=ctx.longest_reserved)
        except (ApiValueError, ApiTypeError):  # the client refuses to ask for such a number
            continue
        except ApiException as error:
            unread = _unread(number, str(error))
            continue
        if not read:
            return found, _unread(number, "the quota of details is used up")
        order = _found(read[0], number)
        if folded(order.po) == target.folded:
            found.append(order)
    return found, unread


def _unread(number: str, why: str) -> str:
    return f"order {number}, which a webhook names, could not be read: {why}"


def read_by_number(
    ctx: Context, entry: Entry, numbers: Sequence[str], *, level: int = logging.WARNING
) -> Flow[list[models.OrderDetailB2B]]:
    """Read orders by their numbers, within the quota of all machines; a wait is told at a level of the log."""
    answers = yield from _read(ctx, entry, numbers, level=level)
    return [each.data for each in answers]


def _read(
    ctx: Context,
    entry: Entry,
    numbers: Sequence[str],
    *,
    longest: float | None = None,
    level: int = logging.WARNING,
) -> Flow[list[ApiResponse[models.OrderDetailB2B]]]:
    """Read orders; with `longest`, those from the first on whose place is further away, in seconds, are left out."""
    orders: list[ApiResponse[models.OrderDetailB2B]] = []
    learned: dict[str, Mapping[str, str]] = {}
    for number in numbers:
        if (yield from take_place(ctx, entry, turns.DETAILS, learned=learned, longest=longest, level=level)):
            return orders
        answer: ApiResponse[models.OrderDetailB2B] = yield details(ctx, number)
        learned = {turns.DETAILS: answer.headers or {}}
        orders.append(answer)
    if learned:
        yield Stored(partial(learn, ctx=ctx, learned=learned))
    return orders
