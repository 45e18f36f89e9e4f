"""Follow orders that stand until they are shipped, invoiced, delivered or cancelled.

1. A round reads each order that is still on its way, once. What is delivered, cancelled or closed is never read again.
2. Between two rounds an order is read when a webhook tells of its status.
3. The status that was seen last is in the ledger, so that only what has changed is told, whoever asks next.
4. A change of an order that was not answered is looked up with it.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from xi.sdk.resellers.exceptions import ApiException, ApiValueError, NotFoundException
from xi.sdk.resellers.ordering import _changes as changes
from xi.sdk.resellers.ordering import _looks as looks
from xi.sdk.resellers.ordering import _resolving as resolving
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering import _webhooks as webhooks
from xi.sdk.resellers.ordering._drivers import Flow, Slept, Stored
from xi.sdk.resellers.ordering._entries import Entry, Note
from xi.sdk.resellers.ordering._intake import check_number, check_wait
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._protocol import SETTLED, STANDING, Kind
from xi.sdk.resellers.ordering._shipping import goal_of, has_reached, status_of, together
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering.errors import NotSettledError
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.settings import DAY
from xi.sdk.resellers.statuses import Status

FOLLOWED_FOR_S: Final = 180 * DAY
"""For how long after it was placed an order is followed, unless it is named: some are never told to be delivered."""
_NAP_S: Final = 2.0
"""How often webhooks are asked for between two rounds: a query of the ledger, and no call."""
_AFTER_FAILURE_S: Final = 60.0
"""When a round that failed is begun again, if rounds are further apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """The status of an order at Ingram Micro has changed since it was read last.

    Args:
        record: the order in the ledger.
        before: the status that was seen last; None if it was never read.
        after: the status now. One PO can be several orders: it is that of the one which is least far.
    """

    record: Record
    before: Status | None
    after: Status


@dataclass(slots=True)
class Tracking:
    """Where the tracking of orders stands.

    Args:
        names: the POs, keys or order numbers that are followed; None for all orders of the account.
        goal: what is waited for; None if nothing is.
        follow: whether it goes on until it is stopped.
        interval: seconds from the beginning of a round to that of the next.
        wait: the longest time for all of it, in seconds; None without end.
        began: when it began, by the clock of the process.
        keys: what is still to be read in this round.
        on_their_way: keys of orders that have not reached the goal.
        next_round: when the next round begins.
        rounds: how many have begun.
    """

    names: tuple[str, ...] | None
    goal: Status | None
    follow: bool
    interval: float
    wait: float | None
    began: float | None = None
    keys: deque[str] = field(default_factory=deque[str])
    on_their_way: dict[str, None] = field(default_factory=dict[str, None])
    next_round: float = 0.0
    rounds: int = 0


def tracking_of(
    names: Sequence[str] | str | None, until: Status | str | None, interval: float, wait: float | None, *, follow: bool
) -> Tracking:
    """Return the beginning of a tracking.

    Raises:
        ApiValueError: an argument is not what it should be.
        ApiTypeError: a time is no number.
    """
    check_number("interval", interval)
    if not interval > 0:
        raise ApiValueError(f"interval is {interval!r}; it should be seconds above 0", argument="interval")
    if wait is not None:
        check_wait(wait)
    if follow and until is not None:
        raise ApiValueError("follow goes on for ever, and until ends; say one of them", argument="follow")
    listed = (names,) if isinstance(names, str) else None if names is None else tuple(names)
    goal = None if until is None else goal_of(until)
    return Tracking(names=listed, goal=goal, follow=follow, interval=interval, wait=wait)


def next_change(ctx: Context, tracking: Tracking) -> Flow[StatusChange | None]:
    """Return the next change of a status; None if the tracking is over.

    Raises:
        NotPermittedError: a PO that is named is not in the ledger.
        NotSettledError: the wait is over, and an order has not reached its goal.
        ApiException: an order cannot be read, and nothing else is waited for.
    """
    if tracking.began is None:
        tracking.began = ctx.monotonic()
        yield from _begin_round(ctx, tracking)
    while True:
        while tracking.keys:
            key = tracking.keys.popleft()
            try:
                change = yield from _read_one(ctx, tracking, key)
            except ApiException as error:
                if tracking.goal is None and not tracking.follow:
                    raise
                log.warning(
                    "the status of an order cannot be read: %s",
                    error,
                    extra={"po": key.split("/")[2], "correlation_id": error.correlation_id},
                )
                tracking.on_their_way |= dict.fromkeys((key, *tracking.keys))
                tracking.keys.clear()
                tracking.next_round = ctx.monotonic() + min(tracking.interval, _AFTER_FAILURE_S)
                break
            if change is not None:
                return change
        is_over = not tracking.follow and (tracking.goal is None or not tracking.on_their_way)
        if is_over:
            return None
        yield from _wait(ctx, tracking)


def _begin_round(ctx: Context, tracking: Tracking) -> Flow[None]:
    tracking.rounds += 1
    tracking.next_round = ctx.monotonic() + tracking.interval
    if tracking.rounds > 1 and not tracking.follow:
        tracking.keys.extend(tracking.on_their_way)
    else:
        keys: list[str] = yield Stored(partial(_keys, ctx=ctx, names=tracking.names))
        tracking.keys.extend(keys)
    tracking.on_their_way.clear()


def _keys(ledger: Ledger, ctx: Context, names: tuple[str, ...] | None) -> list[str]:
    """Return the keys of the orders that a round reads."""
    with ledger.reading() as tx:
        if names is not None:
            return list(dict.fromkeys(_key_named(tx, ctx, each) for each in names))
        standing = tx.rows(customer=ctx.customer, country=ctx.country, state=STANDING)
        orders = (each for each in standing if each.row.kind is not Kind.RETURN)
        return [each.key for each in orders if _is_on_its_way(each, tx.now)]


def _key_named(tx: Transaction, ctx: Context, name: str) -> str:
    known = resolving.numbered(tx, ctx, name)
    if known is not None:
        return resolving.no_return(known[0]).key
    return resolving.ordered(tx, ctx, name).key


def _is_on_its_way(entry: Entry, now: float) -> bool:
    if entry.row.settled_at is not None and entry.row.settled_at < now - FOLLOWED_FOR_S:
        return False
    seen = _seen_last(entry)
    return seen is None or not seen.is_final


def _seen_last(entry: Entry) -> Status | None:
    try:
        return None if entry.shipping is None else Status(entry.shipping)
    except ValueError:  # a newer version knows more statuses
        return None


def _wait(ctx: Context, tracking: Tracking) -> Flow[None]:
    """Wait for the next round, or for webhooks.

    Raises:
        NotSettledError: the wait is over.
    """
    now = ctx.monotonic()
    end = None if tracking.wait is None or tracking.began is None else tracking.began + tracking.wait
    if end is not None and now >= end:
        if tracking.follow:
            tracking.follow = False
            return
        raise (yield Stored(partial(_not_there, ctx=ctx, tracking=tracking)))
    until = tracking.next_round if end is None else min(tracking.next_round, end)
    if until > now:
        yield Slept(min(until - now, _NAP_S), "the next change of a status")
        handled = yield from webhooks.take_waiting(ctx)
        told = dict.fromkeys(handled.about_status)
        known = tracking.on_their_way
        tracking.keys.extend(each for each in told if each in known or (tracking.follow and tracking.names is None))
    if ctx.monotonic() >= tracking.next_round:
        tracking.keys.clear()
        yield from _begin_round(ctx, tracking)


def _not_there(ledger: Ledger, ctx: Context, tracking: Tracking) -> NotSettledError:
    key, *others = tracking.on_their_way
    with ledger.reading() as tx:
        entry = resolving.named(tx, ctx, key)
    goal = tracking.goal.value if tracking.goal is not None else "done"
    more = f", nor are {len(others)} others" if others else ""
    says = f"its status is {entry.shipping or 'not known'}, and not {goal} yet{more}; the wait is over"
    return NotSettledError(ctx.record(entry, ledger), says)


def _read_one(ctx: Context, tracking: Tracking, key: str) -> Flow[StatusChange | None]:
    """Read the status of an order, and write it down if it has changed."""
    entry: Entry = yield Stored(partial(_entry, ctx=ctx, key=key))
    seen = _seen_last(entry)
    if entry.row.state not in STANDING:
        if entry.row.state not in SETTLED:
            tracking.on_their_way[key] = None  # it is not placed yet
        return None
    change: StatusChange | None = None
    if seen is None or not seen.is_final:
        change = yield from _read_status(ctx, entry)
        seen = change.after if change is not None else seen
    if tracking.goal is not None and not has_reached(seen, tracking.goal):
        tracking.on_their_way[key] = None
    elif tracking.goal is not None:
        tracking.on_their_way.pop(key, None)
    return change


def _entry(ledger: Ledger, ctx: Context, key: str) -> Entry:
    with ledger.reading() as tx:
        return resolving.named(tx, ctx, key)


def _read_status(ctx: Context, entry: Entry) -> Flow[StatusChange | None]:
    numbers = entry.row.numbers
    try:
        # Many orders are read, one after the other: that this takes its time is no news.
        details = yield from looks.read_by_number(ctx, entry, numbers, level=logging.INFO)
    except NotFoundException as error:
        log.warning("PO %s: its order cannot be found: %s", entry.po, error, extra=entry.log_fields)
        return None
    yield from changes.look_up(ctx, entry, dict(zip(numbers, details, strict=True)))
    statuses = {number: status_of(each) for number, each in zip(numbers, details, strict=True)}
    after = together(statuses.values())
    if after is Status.UNKNOWN:
        texts = ", ".join(repr(each.order_status) for each in details)
        log.warning("PO %s: its status is not known: %s", entry.po, texts, extra=entry.log_fields)
        return None
    write = partial(_write_status, ctx=ctx, key=entry.key, after=after, statuses=statuses)
    change: StatusChange | None = yield Stored(turns.again_if_taken(write))
    return change


def _write_status(
    ledger: Ledger, ctx: Context, key: str, after: Status, statuses: dict[str, Status]
) -> StatusChange | None:
    with ledger.transaction() as tx:
        entry = resolving.named(tx, ctx, key)
        before = _seen_last(entry)
        if before is after or (before is not None and before.is_final):
            return None
        note = Note(
            at=tx.now,
            kind="track",
            state=entry.row.state.value,
            says=f"{after.value}, was {before.value}" if before is not None else after.value,
            detail={"statuses": {number: each.value for number, each in statuses.items()}},
        )
        entry = tx.write(entry, note, shipping=after.value)
    log.info("PO %s: %s", entry.po, note.says, extra=entry.log_fields)
    return StatusChange(record=ctx.record(entry, ledger), before=before, after=after)
