"""A run over many orders: begins them, puts those aside that have to wait, and gives each record when it is settled."""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _rounds as rounds
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Flow, Stop, Stored
from xi.sdk.resellers.ordering._entries import Entry, Pause
from xi.sdk.resellers.ordering._intake import (
    CHUNK,
    READ_S,
    Intake,
    Options,
    Orders,
    Prepared,
    QuotesTaken,
    is_known,
    plan_all,
    refused_quotes,
)
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._loops import Ended, Fed, Given, Loop, LoopStep, Source, Started, Waited
from xi.sdk.resellers.ordering._meter import TICK_S, Meter, told
from xi.sdk.resellers.ordering._pages import MANY, Pages
from xi.sdk.resellers.ordering._pools import Threads
from xi.sdk.resellers.ordering._protocol import STANDING, Kind, State
from xi.sdk.resellers.ordering._tasks import Tasks
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering.errors import (
    LedgerError,
    OrderDiffersError,
    RunError,
    RunPausedError,
    RunStoppedError,
    StoppedError,
    TooManyRejectedError,
    WaitOverError,
)
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import BadOrder, Progress

WINDOW: Final = 10_000
"""Orders that are begun and not settled, at most. v7 tells the result of an order long after it has accepted it."""
_ASIDE_S: Final = 10.0
"""How long an order is put aside at most, while there are few: a webhook or another worker may settle it."""
_READS_A_SECOND: Final = 100
"""How many orders are read from the ledger in a second at most, while there are many."""
_BREAKER_OPEN: Final = "several creates in a row were not answered: nothing is sent for a time, then one order tries"

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
        is_paused: whether it could not be sent because of a pause.
    """

    number: int
    deadline: float
    prepared: Prepared | None = None
    key: str = ""
    sends: int = 0
    is_new: bool = True
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
        self._quotes = QuotesTaken(ctx)
        self._meter = Meter(ctx.monotonic, options.batch)
        self._cause: BaseException | None = None
        # An order is in one of these: read and not begun, with the pool, or put aside. Those that are done are counted.
        self._index = 0
        self._ready: deque[Prepared] = deque()
        self._keys: deque[str] = deque()
        self._with_pool: dict[int, _Begun] = {}
        self._aside: list[tuple[float, int, _Begun]] = []
        # Brakes.
        self._is_proven = False
        self._next_begin = 0.0
        self._reason: str | None = None
        self._in_a_row = 0
        # Orders that could not be sent go before all that are not begun; the text says why they wait.
        self._first: dict[int, str] = {}
        self._pause: Pause | None = None
        self._breaker_until: float | None = None
        self._shut_since: float | None = None
        self._read_shut_at = 0.0
        self._tick_at = 0.0

    def run(self) -> Loop:
        """Place the orders; raise at the end why it is not the end of all."""
        try:
            source = yield from self._intake.opened(self._orders)
            if self._options.all_or_nothing:
                yield from self._plan_all(source)
            yield from self._place(source)
        except Exception as error:  # noqa: BLE001 - raised when nothing is out any more
            self._cause = self._cause or error
        except (KeyboardInterrupt, asyncio.CancelledError) as error:
            self._cause = error
        yield from self._end()

    def _plan_all(self, source: Source) -> Part:
        """Write all orders down in one transaction, before the first one is sent."""
        prepared: list[Prepared] = []
        while not source.is_over:
            prepared += yield from self._read(source)
            if self._cause is not None:
                raise self._cause
        self._intake.total = self._index
        work = turns.again_if_taken(partial(plan_all, ctx=self._ctx, prepared=prepared))
        self._keys.extend((yield Stored(work)))

    # -- the loop

    def _place(self, source: Source) -> Part:
        while not self._is_stopped():
            yield from self._tick()
            yield from self._take_aside(source)
            yield from self._begin(source)
            is_over = source.is_over and not (self._ready or self._keys)
            if self._is_stopped() or (is_over and not self._with_pool and not self._aside):
                return
            yield from self._wait(source)

    def _is_stopped(self) -> bool:
        if self._cause is None and self._stop.is_set():
            self._cause = RunStoppedError("the run was asked to stop", self.progress())
        return self._cause is not None

    def _wait(self, source: Source) -> Part:
        now = self._ctx.monotonic()
        until = now + TICK_S
        if self._aside and self._room_for_aside(source):
            until = min(until, self._aside[0][0])
        if self._next_begin > now:
            until = min(until, self._next_begin)
        if self._has_to_read(source) or (self._ready and self._may_begin()):
            until = now
        ended: Ended | None = yield Waited(max(until - now, 0.0))
        while ended is not None:
            yield from self._ended(ended)
            ended = (yield Waited(0.0)) if self._pool.has_ended else None

    def _tick(self) -> Part:
        """Do what is done once in a second: tell the progress, look at what is shut and at who has waited too long."""
        now = self._ctx.monotonic()
        if now < self._tick_at:
            return
        self._tick_at = now + TICK_S
        yield from self._meter.tell(self._options.progress, self.progress)
        if self._shut_why() is not None or self._breaker_until is not None:
            self._note_shut((yield Stored(partial(rounds.read_shut, ctx=self._ctx))))
        self._look_at_gate()

    # -- beginning

    def _limit(self) -> int:
        """One order at a time until one is placed, so that what is wrong with all of them is wrong with one only."""
        return self._options.threads if self._is_proven else 1

    def _begin(self, source: Source) -> Part:
        while not self._is_stopped():
            if self._has_to_read(source):
                yield from self._fill(source)  # also while nothing may be sent: it may all be done
                return
            if not self._may_begin():
                return
            if self._keys:
                begun = self._new()
                begun.key = self._keys.popleft()
                yield from self._start(begun, rounds.take(self._ctx, begun.key))
            elif self._ready:
                begun = self._new()
                begun.prepared = prepared = self._ready.popleft()
                noted = partial(setattr, begun, "key")
                yield from self._start(begun, rounds.begin(self._ctx, prepared.filing, prepared.origin, noted))
            else:
                return

    def _has_to_read(self, source: Source) -> bool:
        return not (self._ready or self._keys or source.is_over) and len(self._aside) < WINDOW

    def _may_begin(self) -> bool:
        if self._shut_why() is not None:
            self._look_at_gate()
            return False
        return (
            len(self._with_pool) < self._limit()
            and len(self._aside) < WINDOW
            and self._next_begin <= self._ctx.monotonic()
            # The breaker is open, but its pause is over: one order tries.
            and (self._breaker_until is None or not any(each.is_new for each in self._with_pool.values()))
        )

    def _new(self) -> _Begun:
        now = self._ctx.monotonic()
        self._meter.counts["begun"] += 1
        return _Begun(self._meter.counts["begun"], now + self._options.wait)

    def _space_out(self, sends: int) -> None:
        if self._options.rate is not None:
            self._next_begin = max(self._next_begin, self._ctx.monotonic()) + sends * 60 / self._options.rate

    def _start(self, begun: _Begun, flow: Flow[Turn | None]) -> Part:
        if begun.is_new:
            self._space_out(1)
        self._with_pool[begun.number] = begun
        self._first.pop(begun.number, None)
        yield Started(begun, flow)

    def _read(self, source: Source) -> Generator[LoopStep, Any, list[Prepared]]:
        """Read orders, and check them."""
        good: list[Prepared] = []
        for checked in (yield Fed(source, CHUNK, READ_S, self._prepared)):
            if not isinstance(checked, BadOrder):
                good.append(checked)
            elif self._options.skip_bad:
                yield from self._leave_out(checked)
            else:
                self._cause = checked.error
                break
        return (yield from self._without_taken_quotes(good))

    def _without_taken_quotes(self, good: list[Prepared]) -> Generator[LoopStep, Any, list[Prepared]]:
        """Return orders without those of a quote that another one takes; a list that is read twice has none by now."""
        if not any(each.filing.kind is Kind.QUOTE for each in good):
            return good
        refused: dict[int, ApiValueError]
        refused = yield Stored(partial(refused_quotes, quotes=self._quotes, prepared=good))
        for at, each in enumerate(good):
            error = refused.get(each.index)
            if error is not None and not self._options.skip_bad:
                self._cause = error
                return good[:at]
            if error is not None:
                yield from self._leave_out(BadOrder(index=each.index, item=each.item, error=error))
        return [each for each in good if each.index not in refused]

    def _prepared(self, given: Any) -> Prepared | BadOrder:
        checked = self._intake.prepared(self._index, given)
        self._index += 1
        return checked

    def _fill(self, source: Source) -> Part:
        """Read orders, and give the records of those that the ledger has already, and that are done."""
        good = yield from self._read(source)
        if not good:
            return
        read: tuple[list[Entry | None], rounds.Shut]
        read = yield Stored(partial(rounds.read_known, ctx=self._ctx, filings=[each.filing for each in good]))
        entries, shut = read
        self._note_shut(shut)
        for prepared, entry in zip(good, entries, strict=True):
            if entry is not None and is_known(entry, prepared) and flows.is_done(entry):
                self._meter.counts["begun"] += 1
                self._meter.counts["known"] += 1
                flows.tell_if_off(entry)
                yield from self._give(entry)
            elif entry is not None and is_known(entry, prepared) and entry.row.state is not State.PLANNED:
                begun = self._new()
                begun.key, begun.sends, begun.is_new = entry.key, entry.row.sends, False
                self._put_aside(begun, self._due_of(entry, shut.now))
            else:
                self._ready.append(prepared)

    def _leave_out(self, bad: BadOrder) -> Part:
        self._meter.counts["left_out"] += 1
        log.warning("left out: %s", bad.error, extra=self._meter.fields)
        if self._options.on_bad is not None:
            yield from told(partial(self._options.on_bad, bad))

    # -- what is shut

    def _note_shut(self, shut: rounds.Shut) -> None:
        now = self._ctx.monotonic()
        is_resumed = self._pause is not None and shut.pause is None
        self._pause = shut.pause
        self._breaker_until = None if shut.until is None else now + shut.until - shut.now
        if is_resumed:
            aside = self._aside
            self._aside = [(now if begun.is_paused else at, number, begun) for at, number, begun in aside]
            heapq.heapify(self._aside)

    def _shut_why(self) -> str | None:
        """Return why nothing new is begun; None if it may be."""
        if self._pause is not None:
            return str(self._pause)
        if self._breaker_until is not None and (self._first or self._breaker_until > self._ctx.monotonic()):
            return _BREAKER_OPEN
        return next(iter(self._first.values()), None)

    def _look_at_gate(self) -> None:
        """Give up if nothing could be sent for as long as the run was to wait."""
        now = self._ctx.monotonic()
        why = self._shut_why()
        if why is None:
            self._shut_since = None
            return
        if self._shut_since is None:
            self._shut_since = now
            log.warning("nothing new is sent: %s", why, extra=self._meter.fields)
        if now - self._shut_since >= self._options.wait:
            self._give_up(why)

    def _give_up(self, why: str) -> None:
        if self._cause is not None:
            return
        why = self._shut_why() or why
        if self._pause is not None:
            self._cause = RunPausedError(why, self.progress(), by_itself=self._pause.by_itself)
        else:
            self._cause = WaitOverError(f"the wait is over: {why}", self.progress())

    # -- what comes back

    def _ended(self, ended: Ended) -> Part:
        if ended.tag is self._pages:
            self._pages.ended(ended)
            return
        begun: _Begun = ended.tag
        self._with_pool.pop(begun.number, None)
        prepared, begun.prepared = begun.prepared, None
        error = ended.error
        if error is None:
            turn: Turn | None = ended.result
            if turn is None:  # another worker has it
                self._put_aside(begun, self._ctx.monotonic() + TICK_S)
            else:
                yield from self._after(begun, turn)
        elif isinstance(error, StoppedError):
            if begun.key:
                self._put_aside(begun, self._ctx.monotonic())
        elif isinstance(error, OrderDiffersError) and prepared is not None and self._options.skip_bad:
            yield from self._leave_out(BadOrder(index=prepared.index, item=prepared.item, error=error))
        elif isinstance(error, LedgerError) and isinstance(self._cause, LedgerError):
            self._cause.add(error)
        elif self._cause is None or (isinstance(error, LedgerError) and error.sent):
            self._cause = error

    def _after(self, begun: _Begun, turn: Turn) -> Part:
        """Go on with an order after a round."""
        entry, row, now = turn.entry, turn.entry.row, self._ctx.monotonic()
        if not begun.is_new and row.sends > begun.sends:
            self._space_out(row.sends - begun.sends)
        begun.key, begun.sends, begun.is_new = entry.key, row.sends, False
        self._is_proven = self._is_proven or row.state in STANDING or row.state is State.ACCEPTED
        self._count_rejections(turn)
        if turn.pause is not None:
            self._pause = turn.pause
        begun.is_paused = row.state is State.PLANNED and turn.pause is not None
        # One whose set-up was refused goes last; one that waits for trust in the ledger waits as all others do.
        goes_first = row.state is State.PLANNED and not row.refusals and (row.trusted_from or 0.0) <= turn.now
        if flows.is_done(entry):
            yield from self._give(entry)
        elif now >= begun.deadline:
            if goes_first:
                self._give_up(_why_not_sent(entry))
            yield from self._give(entry)
        else:
            if goes_first:
                self._first[begun.number] = _why_not_sent(entry)
                self._tick_at = now  # the ledger may say more about it
            self._put_aside(begun, self._due_of(entry, turn.now))

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
            self._cause = TooManyRejectedError(reason, self.progress(), count=self._in_a_row)

    # -- orders that were put aside

    def _due_of(self, entry: Entry, database_now: float) -> float:
        """Return when something is due for an order, by the clock of this process."""
        due = entry.row.due
        return self._ctx.monotonic() + (TICK_S if due is None else max(due - database_now, 0.0))

    def _put_aside(self, begun: _Begun, at: float) -> None:
        now = self._ctx.monotonic()
        longest = max(_ASIDE_S, len(self._aside) / _READS_A_SECOND)
        heapq.heappush(self._aside, (min(max(at, now), begun.deadline, now + longest), begun.number, begun))

    def _room_for_aside(self, source: Source) -> int:
        """Return how many orders that were put aside may be taken.

        Half of the threads are kept for new ones, since a look can wait long for its place in the quota of searches.
        """
        limit = self._limit()
        has_new = (bool(self._ready or self._keys) or not source.is_over) and self._shut_why() is None
        old = sum(not each.is_new for each in self._with_pool.values())
        return min(limit - len(self._with_pool), (max(1, limit // 2) if has_new else limit) - old)

    def _take_aside(self, source: Source) -> Part:
        """Go on with orders whose time has come."""
        if len(self._aside) >= MANY and self._pages.may_sweep():
            now = self._ctx.monotonic()
            flow = self._pages.sweep(sum(at <= now for at, _, _ in self._aside))
            if flow is not None:
                yield Started(self._pages, flow)
        while (room := self._room_for_aside(source)) > 0 and not self._is_stopped():
            now = self._ctx.monotonic()
            due: list[_Begun] = []
            while self._aside and self._aside[0][0] <= now and len(due) < room:
                due.append(heapq.heappop(self._aside)[2])
            if not due:
                return
            yield from self._read_aside(due)

    def _read_aside(self, due: list[_Begun]) -> Part:
        read: tuple[list[Entry | None], float] = yield Stored(partial(rounds.read_all, keys=[each.key for each in due]))
        entries, database_now = read
        now = self._ctx.monotonic()
        for begun, entry in zip(due, entries, strict=True):
            if entry is None:
                raise LookupError(f"{begun.key} is not in the ledger any more")
            row_due = entry.row.due
            if flows.is_done(entry) or now >= begun.deadline:
                why = self._first.pop(begun.number, None)
                if why is not None and not flows.is_done(entry):
                    self._give_up(why)
                yield from self._give(entry)
            elif begun.is_paused and self._pause is None:
                begun.is_paused = False
                yield from self._start(begun, rounds.take(self._ctx, begun.key, early=True))
            elif row_due is not None and row_due <= database_now:
                yield from self._start(begun, rounds.take(self._ctx, begun.key, self._pages.follow(begun.key)))
            else:
                self._put_aside(begun, self._due_of(entry, database_now))

    # -- the end

    def _give(self, entry: Entry) -> Part:
        self._meter.count(entry)
        yield Given(self._record(entry))

    def _end(self) -> Part:
        """Wait for what is out, give what is known of all that was begun, and raise why the run ends."""
        is_broken_off = isinstance(self._cause, (RunStoppedError, KeyboardInterrupt, asyncio.CancelledError))
        if is_broken_off:
            self._stop.set()  # breaks off waits
        try:
            while self._pool.out or self._pool.has_ended:
                ended: Ended | None = yield Waited(TICK_S)
                if ended is not None:
                    yield from self._ended(ended)
        except (KeyboardInterrupt, asyncio.CancelledError):
            count = self._pool.out
            log.warning("ended at once: %d orders were out: in doubt, not lost", count, extra=self._meter.fields)
            raise
        if not isinstance(self._cause, (LedgerError, asyncio.CancelledError)):
            yield from self._give_rest()
        self._aside, self._with_pool = [], {}
        yield from self._meter.tell(self._options.progress, self.progress)
        log.info("the run is over: %s", self.progress(), extra=self._meter.fields)
        if self._cause is not None:
            if isinstance(self._cause, RunError):
                self._cause.progress = self.progress()
            raise self._cause

    def _give_rest(self) -> Part:
        """Give what is known of orders that are in the ledger and not done."""
        left = [*(begun for _, _, begun in self._aside), *self._with_pool.values()]
        keys = [each.key for each in left if each.key]
        # What was written down together is planned: a worker would send it, and a person can abandon it.
        self._meter.counts["begun"] += len(self._keys)
        keys += self._keys
        self._keys.clear()
        for start in range(0, len(keys), CHUNK):
            work = partial(rounds.read_all, keys=keys[start : start + CHUNK])
            read: tuple[list[Entry | None], float] = yield Stored(work)
            for entry in read[0]:
                if entry is not None:
                    yield from self._give(entry)

    def progress(self) -> Progress:
        """Return how far the run is."""
        why = self._shut_why()
        if why is None and self._aside and not self._with_pool and not self._ready:
            why = "orders that are not settled yet"
        # At the end of a run nothing is aside any more; what could not be sent stays noted, since it says why.
        doubt = len(self._aside) - len(self._first) if self._aside else 0
        return self._meter.progress(self._intake.total, doubt=doubt, out=len(self._with_pool), waits_for=why)


def _why_not_sent(entry: Entry) -> str:
    return f"PO {entry.po} could not be sent{f': {entry.says}' if entry.says else ' yet'}"
