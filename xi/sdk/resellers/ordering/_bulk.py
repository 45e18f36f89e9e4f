"""A run over many orders: begins them, puts those aside that have to wait, and gives each record when it is settled."""

from __future__ import annotations

import asyncio
import heapq
import logging
from collections import Counter, deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _rounds as rounds
from xi.sdk.resellers.ordering._drivers import Flow, Stop, StoppedError, Stored, Told
from xi.sdk.resellers.ordering._entries import Entry, Pause
from xi.sdk.resellers.ordering._intake import CHUNK, READ_S, Intake, Options, Orders, Prepared, is_known, plan_all
from xi.sdk.resellers.ordering._pages import Pages
from xi.sdk.resellers.ordering._pools import Ended, Fed, Given, Loop, LoopStep, Source, Started, Tasks, Threads, Waited
from xi.sdk.resellers.ordering._protocol import CLOSED, STANDING, State
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering.errors import (
    LedgerError,
    OrderDiffersError,
    RunPausedError,
    RunStoppedError,
    TooManyRejectedError,
    WaitOverError,
)
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import BadOrder, Progress

log: Final = logging.getLogger("xi.sdk.resellers.ordering")

WINDOW: Final = 10_000
"""Orders that are begun and not settled, at most. v7 tells the result of an order long after it has accepted it."""
_TICK_S: Final = 1.0
"""How often the program is told of the progress, and a gate that is shut is looked at."""
_READ_AT_ONCE: Final = 100
"""Orders that were put aside and are read from the ledger at once."""
_ASIDE_S: Final = 10.0
"""How long an order is put aside at most, while there are few: a webhook or another worker may settle it."""
_READS_A_SECOND: Final = 100
"""How many orders are read from the ledger in a second at most, while there are many."""
_RATE_S: Final = 60

Cause = BaseException
Pool = Threads | Tasks
Part = Generator[LoopStep, Any, None]


@dataclass(slots=True, eq=False)
class _Begun:
    """An order that is begun and not done.

    Args:
        number: tells it from others in the heap.
        deadline: when it is no longer waited for.
        prepared: the order, until it is in the ledger.
        key: its key in the ledger.
        sends: how often it was sent when it was seen last.
        is_new: whether the run is still at its first step with it.
        waits: why it could not be sent, if it is planned and goes before all that are not begun.
        is_paused: whether that is a pause.
    """

    number: int
    deadline: float
    prepared: Prepared | None = None
    key: str = ""
    sends: int = 0
    is_new: bool = True
    waits: str | None = None
    is_paused: bool = False


class Placing:
    """A run over many orders.

    Args:
        ctx: the desk.
        intake: checks the orders.
        orders: the orders.
        options: how the run is to be done.
        pool: where the orders are placed.
        stop: what stops the run.
        record: returns what is told about an order.
    """

    def __init__(
        self,
        ctx: Context,
        intake: Intake,
        orders: Orders,
        options: Options,
        pool: Pool,
        stop: Stop,
        record: Callable[[Entry], Record],
    ) -> None:
        self._ctx = ctx
        self._intake = intake
        self._orders = orders
        self._options = options
        self._pool = pool
        self._stop = stop
        self._record = record
        self._pages = Pages(ctx)
        self._began = ctx.monotonic()
        self._cause: Cause | None = None
        # Orders in four places: read and not begun, with the pool, put aside, and done (which are only counted).
        self._ready: deque[Prepared] = deque()
        self._keys: deque[str] = deque()
        self._index = 0
        self._aside: list[tuple[float, int, _Begun]] = []
        self._with_pool: dict[int, _Begun] = {}
        self._counts: Counter[str] = Counter()
        self._ended_at: deque[tuple[int, int]] = deque()
        # Brakes.
        self._is_proven = False
        self._next_begin = 0.0
        self._reason: str | None = None
        self._in_a_row = 0
        self._pause: Pause | None = None
        self._breaker_until: float | None = None
        self._shut_since: float | None = None
        self._read_shut_at = 0.0
        self._told_at = 0.0
        self._told_why: str | None = None

    def run(self) -> Loop:
        """Place the orders; raise at the end why it is not the end of all."""
        try:
            source = yield from self._intake.opened(self._orders)
            if self._options.all_or_nothing:
                source = yield from self._planned_all(source)
            yield from self._place(source)
        except (KeyboardInterrupt, asyncio.CancelledError) as error:
            self._cause = error
        yield from self._end()

    def _planned_all(self, source: Source) -> Generator[LoopStep, Any, Source]:
        prepared: list[Prepared] = []
        while not source.is_over:
            for given in (yield Fed(source, CHUNK, READ_S)):
                checked = self._intake.prepared(self._index, given)
                self._index += 1
                if not isinstance(checked, BadOrder):
                    prepared.append(checked)
                elif self._options.skip_bad:
                    yield from self._leave_out(checked)
                else:
                    raise checked.error
        self._intake.total = self._index
        work = partial(plan_all, ctx=self._ctx, prepared=prepared)
        self._keys.extend((yield Stored(rounds.again_if_taken(work))))
        return source

    # -- the loop

    def _place(self, source: Source) -> Part:
        while not self._is_stopped():
            yield from self._tell_progress()
            yield from self._take_aside()
            yield from self._look_at_gate()
            if self._is_given_up():
                return
            yield from self._begin(source)
            if source.is_over and not (self._ready or self._keys or self._with_pool or self._aside):
                return
            if self._is_stopped():
                return
            yield from self._wait(self._nap(source))

    def _is_stopped(self) -> bool:
        if self._stop.is_set() and self._cause is None:
            self._cause = RunStoppedError("the run was asked to stop", self._progress())
        return self._cause is not None

    def _wait(self, seconds: float) -> Part:
        ended: Ended | None = yield Waited(seconds)
        while ended is not None:
            yield from self._ended(ended)
            ended = (yield Waited(0.0)) if self._pool.has_ended else None

    def _nap(self, source: Source) -> float:
        now = self._ctx.monotonic()
        until = now + _TICK_S
        if self._aside and self._has_room_for_aside(source):
            until = min(until, self._aside[0][0])
        if self._next_begin > now:
            until = min(until, self._next_begin)
        return max(until - now, 0.0)

    def _limit(self) -> int:
        """One order at a time until one is placed, so that what is wrong with all of them is wrong with one only."""
        return self._options.threads if self._is_proven else 1

    # -- beginning

    def _begin(self, source: Source) -> Part:
        while self._may_begin() and not self._is_stopped():
            if self._keys:
                begun = self._new()
                begun.key = self._keys.popleft()
                yield from self._start(begun, rounds.take(self._ctx, begun.key))
            elif self._ready:
                begun = self._new()
                begun.prepared = prepared = self._ready.popleft()
                flow = rounds.begin(self._ctx, prepared.filing, prepared.origin, partial(setattr, begun, "key"))
                yield from self._start(begun, flow)
            elif not source.is_over:
                yield from self._fill(source)
            else:
                return

    def _may_begin(self) -> bool:
        now = self._ctx.monotonic()
        return (
            len(self._with_pool) < self._limit()
            and len(self._aside) < WINDOW
            and self._next_begin <= now
            and self._shut_why() is None
            and (self._breaker_until is None or not any(each.is_new for each in self._with_pool.values()))
        )

    def _new(self) -> _Begun:
        now = self._ctx.monotonic()
        self._counts["begun"] += 1
        if self._options.rate is not None:
            self._next_begin = max(self._next_begin, now) + 60 / self._options.rate
        return _Begun(self._counts["begun"], now + self._options.wait)

    def _start(self, begun: _Begun, flow: Flow[Turn | None]) -> Part:
        self._with_pool[begun.number] = begun
        yield Started(begun, flow)

    def _fill(self, source: Source) -> Part:
        """Read orders, and give the records of those that are settled in the ledger."""
        good: list[Prepared] = []
        for given in (yield Fed(source, CHUNK, READ_S)):
            checked = self._intake.prepared(self._index, given)
            self._index += 1
            if not isinstance(checked, BadOrder):
                good.append(checked)
            elif self._options.skip_bad:
                yield from self._leave_out(checked)
            else:
                self._cause = checked.error
                break
        if not good:
            return
        read: tuple[list[Entry | None], rounds.Shut]
        read = yield Stored(partial(rounds.read_known, ctx=self._ctx, filings=[each.filing for each in good]))
        entries, shut = read
        self._note_shut(shut)
        for prepared, entry in zip(good, entries, strict=True):
            if entry is not None and is_known(entry, prepared) and flows.is_done(entry):
                self._counts["begun"] += 1
                self._counts["known"] += 1
                yield from self._give(entry)
            else:
                self._ready.append(prepared)

    def _leave_out(self, bad: BadOrder) -> Part:
        self._counts["left_out"] += 1
        log.warning("left out: %s", bad.error, extra={"po": None, "batch": self._options.batch})
        if self._options.on_bad is not None:
            yield from _told(partial(self._options.on_bad, bad))

    # -- what is shut

    def _note_shut(self, shut: rounds.Shut) -> None:
        was_paused = self._pause is not None
        self._read_shut_at = now = self._ctx.monotonic()
        self._pause = shut.pause
        self._breaker_until = None if shut.until is None else now + shut.until - shut.now
        if was_paused and shut.pause is None:
            for at, number, begun in self._aside:
                if begun.is_paused and at > now:
                    begun.deadline = max(begun.deadline, now)
            self._aside = [
                (now if begun.is_paused else at, number, begun) for at, number, begun in self._aside
            ]
            heapq.heapify(self._aside)

    def _shut_why(self) -> str | None:
        """Return why nothing new is begun; None if it may be."""
        if self._pause is not None:
            return f"the desk is paused by {self._pause.by}: {self._pause.because}"
        if self._breaker_until is not None and self._breaker_until > self._ctx.monotonic():
            return "creates were not answered, several in a row; nothing is sent for a time, then one order tries"
        waiting = [each for _, _, each in self._aside if each.waits is not None]
        waiting += [each for each in self._with_pool.values() if each.waits is not None]
        return waiting[0].waits if waiting else None

    def _look_at_gate(self) -> Part:
        now = self._ctx.monotonic()
        why = self._shut_why()
        if why is None and self._breaker_until is None:
            self._shut_since = None
            return
        if why is None:
            self._shut_since = None
        elif self._shut_since is None:
            self._shut_since = now
        if why != self._told_why and why is not None:
            log.warning("nothing new is sent: %s", why, extra={"po": None, "batch": self._options.batch})
        self._told_why = why
        if now - self._read_shut_at >= _TICK_S:
            self._note_shut((yield Stored(partial(rounds.read_shut, ctx=self._ctx))))

    def _is_given_up(self) -> bool:
        """Return whether nothing could be sent for as long as the run was to wait."""
        if self._shut_since is None or self._cause is not None:
            return self._cause is not None
        if self._ctx.monotonic() - self._shut_since < self._options.wait:
            return False
        why = self._shut_why() or "nothing could be sent"
        if self._pause is not None:
            self._cause = RunPausedError(why, self._progress(), by_itself=self._pause.by_itself)
        else:
            self._cause = WaitOverError(f"the wait is over: {why}", self._progress())
        return True

    # -- what comes back

    def _ended(self, ended: Ended) -> Part:
        if not isinstance(ended.tag, _Begun):
            yield from self._pages.ended(ended)
            return
        begun = ended.tag
        self._with_pool.pop(begun.number, None)
        error = ended.error
        prepared = begun.prepared
        begun.prepared = None
        if error is None:
            turn: Turn | None = ended.result
            if turn is None:  # another worker has it
                self._put_aside(begun, self._ctx.monotonic() + _TICK_S)
            else:
                yield from self._after(begun, turn)
        elif isinstance(error, StoppedError):
            if begun.key:
                self._put_aside(begun, self._ctx.monotonic())
        elif isinstance(error, OrderDiffersError) and prepared is not None:
            yield from self._differs(prepared, error)
        elif self._cause is None or (isinstance(error, LedgerError) and error.sent):
            self._cause = error

    def _differs(self, prepared: Prepared, error: OrderDiffersError) -> Part:
        if self._options.skip_bad:
            yield from self._leave_out(BadOrder(index=prepared.index, item=prepared.item, error=error))
        elif self._cause is None:
            self._cause = error

    def _after(self, begun: _Begun, turn: Turn) -> Part:
        """Go on with an order after a round."""
        entry, row, now = turn.entry, turn.entry.row, self._ctx.monotonic()
        if row.sends > begun.sends and not begun.is_new and self._options.rate is not None:
            self._next_begin = max(self._next_begin, now) + (row.sends - begun.sends) * 60 / self._options.rate
        begun.key, begun.sends, begun.is_new = entry.key, row.sends, False
        self._is_proven = self._is_proven or row.state in STANDING or row.state is State.ACCEPTED
        self._count_rejections(turn)
        if turn.pause is not None:
            self._pause = turn.pause
        goes_first = row.state is State.PLANNED and not row.refusals and (row.trusted_from or 0.0) <= turn.now
        begun.waits = flows.because(turn) if goes_first else None
        begun.is_paused = row.state is State.PLANNED and turn.pause is not None
        if flows.is_done(entry):
            yield from self._give(entry)
        elif now >= begun.deadline:
            yield from self._give(entry)
        else:
            due = now if row.due is None else now + row.due - turn.now
            self._put_aside(begun, due)

    def _count_rejections(self, turn: Turn) -> None:
        reason = turn.reject_reason
        if reason is None:
            if turn.entry.row.state in STANDING:
                self._reason, self._in_a_row = None, 0
            return
        self._in_a_row = self._in_a_row + 1 if reason == self._reason else 1
        self._reason = reason
        most = self._options.max_rejected
        if most is not None and self._in_a_row >= most and self._cause is None:
            self._cause = TooManyRejectedError(reason, self._progress(), count=self._in_a_row)

    # -- orders put aside

    def _put_aside(self, begun: _Begun, at: float) -> None:
        now = self._ctx.monotonic()
        longest = max(_ASIDE_S, len(self._aside) / _READS_A_SECOND)
        heapq.heappush(self._aside, (min(max(at, now), begun.deadline, now + longest), begun.number, begun))

    def _has_room_for_aside(self, source: Source) -> bool:
        """Return whether a thread is free for an order that was put aside; half of them are kept for new ones."""
        has_more = bool(self._ready or self._keys) or not source.is_over
        looking = sum(not each.is_new for each in self._with_pool.values())
        limit = self._limit()
        return len(self._with_pool) < limit and looking < (max(1, limit // 2) if has_more else limit)

    def _take_aside(self) -> Part:
        """Go on with orders whose time has come, and give those whose wait is over."""
        now = self._ctx.monotonic()
        room = self._options.threads - len(self._with_pool)
        due: list[_Begun] = []
        while self._aside and self._aside[0][0] <= now and len(due) < _READ_AT_ONCE:
            due.append(heapq.heappop(self._aside)[2])
        if not due:
            return
        read: tuple[list[Entry | None], float] = yield Stored(partial(rounds.read_all, keys=[each.key for each in due]))
        entries, database_now = read
        for begun, entry in zip(due, entries, strict=True):
            if entry is None:
                continue
            row_due = entry.row.due
            is_due = row_due is not None and row_due <= database_now
            if flows.is_done(entry) or now >= begun.deadline:
                yield from self._give(entry)
            elif (is_due or begun.is_paused) and room > 0:
                room -= 1
                early, begun.is_paused = begun.is_paused and self._pause is None, False
                flow = self._pages.take(entry) or rounds.take(self._ctx, begun.key, early=early)
                yield from self._start(begun, flow)
            elif is_due:
                self._put_aside(begun, now + 0.05)
            else:
                self._put_aside(begun, now + (1.0 if row_due is None else row_due - database_now))
        yield from self._pages.sweep_if_many(sum(each.key != "" for each in due))
