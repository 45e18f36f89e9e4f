"""The loop of a worker: takes what is due for an account from the ledger, and does it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import Any, Final

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _rounds as rounds
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering import _webhooks as webhooks
from xi.sdk.resellers.ordering._drivers import Stop, Stored
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._intake import check_count
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._loops import Ended, Loop, LoopStep, Started, Waited
from xi.sdk.resellers.ordering._meter import TICK_S, Meter
from xi.sdk.resellers.ordering._pages import MANY, Pages, is_looked_for
from xi.sdk.resellers.ordering._pools import Threads
from xi.sdk.resellers.ordering._protocol import AWAY_S, State
from xi.sdk.resellers.ordering._tasks import Tasks
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering.errors import Fault, LedgerError, StoppedError
from xi.sdk.resellers.ordering.ledger import Ledger
from xi.sdk.resellers.ordering.runs import Progress

IDLE: Final = "idle"
_AWAY_S: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
"""When to ask a database again that does not answer, in seconds; the last one repeats."""
_PASSES: Final = frozenset({Fault.AWAY, Fault.LOCKED})
"""Faults of a ledger that end by themselves."""
_SEEN_S: Final = 15.0
"""How often a worker says that it is there."""
_WEBHOOKS: Final = "webhooks"

OTHERS: Final = 2
"""Flows beside those that settle orders: one for webhooks, one for pages."""

Part = Generator[LoopStep, Any, None]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a worker asks the ledger for.

    Args:
        planned: how many orders that are to be sent.
        looks: how many others at first, so that neither kind keeps the other waiting.
        most: how many in all.
        worker: the name of the worker, if it is time to say that it is there.
    """

    planned: int
    looks: int
    most: int
    worker: str | None


@dataclass(frozen=True, slots=True)
class _Due:
    """What a worker got.

    Args:
        entries: orders that are claimed.
        shut: whether something may be sent.
        next_due: in how many seconds something is due next; None if nothing is.
        has_webhooks: whether webhooks wait.
    """

    entries: list[Entry]
    shut: rounds.Shut
    next_due: float | None
    has_webhooks: bool


def _claim(ledger: Ledger, ctx: Context, wanted: _Wanted) -> _Due:
    with ledger.transaction() as tx:
        if wanted.worker is not None:
            tx.seen(wanted.worker)
        shut = rounds.shut_of(tx, ctx)
        entries: list[Entry] = []
        next_due = tx.next_due(ctx.customer, ctx.country)
        if next_due is not None and next_due <= tx.now:
            planned = 0 if shut.pause is not None else wanted.planned
            if shut.until is not None:  # the breaker is open; when its pause is over, one order tries
                planned = min(planned, 1) if shut.until <= tx.now else 0
            take = partial(tx.claim, ctx.customer, ctx.country, until=turns.claim_end(tx, ctx))
            entries += take(limit=wanted.looks, planned=False) if wanted.looks > 0 else ()
            entries += take(limit=planned, planned=True) if planned > 0 else ()
            left = wanted.most - len(entries)
            entries += take(limit=left, planned=False) if left > 0 else ()
        return _Due(
            entries,
            shut,
            None if next_due is None else next_due - tx.now,
            bool(tx.waiting_webhooks(1)),
        )


def check_options(threads: object, until: object) -> None:
    """Refuse what does not fit.

    Raises:
        ApiTypeError: the number of threads is not a whole number.
        ApiValueError: it is below 1, or the end is unknown.
    """
    check_count("threads", threads)
    if until not in (None, IDLE):
        raise ApiValueError(f'until is {until!r}; it should be None or "{IDLE}"', argument="until")


@contextmanager
def stopped_by_signals(stop: Stop) -> Generator[None]:
    """Let SIGINT and SIGTERM stop a worker; a second one is a KeyboardInterrupt.

    Args:
        stop: what stops the worker.
    """

    def handle(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    numbers = [signal.SIGINT, signal.SIGTERM]
    before = [signal.signal(each, handle) for each in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


class Working:
    """The loop of a worker.

    Args:
        ctx: the desk.
        threads: how many orders are in hand at once.
        until: "idle" ends the loop when nothing is due.
        pool: where the orders are settled.
        stop: what stops the loop.
        on_tick: called about once a second with the progress.
    """

    def __init__(
        self,
        ctx: Context,
        threads: int,
        until: str | None,
        pool: Threads | Tasks,
        stop: Stop,
        on_tick: Callable[[Progress], Any] | None,
    ) -> None:
        self._ctx = ctx
        self._threads = threads
        self._until = until
        self._pool = pool
        self._stop = stop
        self._on_tick = on_tick
        self._name = f"{socket.gethostname()}/{os.getpid()}/{id(self):x}"
        self._pages = Pages(ctx)
        self._meter = Meter(ctx.monotonic, None)
        self._cause: BaseException | None = None
        self._claimed: deque[Entry] = deque()
        self._with_pool: dict[str, bool] = {}
        """By key: whether what was due is a look."""
        self._is_handling_webhooks = False
        self._is_idle = False
        self._looks_first = True
        self._why: str | None = None
        # Orders that could not be sent, in a row, and when the next one is tried.
        self._not_sent = 0
        self._send_at = 0.0
        self._away = 0
        self._ask_at = 0.0
        self._tick_at = 0.0
        self._seen_at = 0.0

    def run(self) -> Loop:
        """Do what is due until the loop is stopped, or nothing is due."""
        log.info("worker %s begins: %s %s", self._name, self._ctx.customer, self._ctx.country, extra=self._meter.fields)
        try:
            while not (self._stop.is_set() or self._cause is not None or self._is_idle):
                yield from self._turn()
        except (KeyboardInterrupt, asyncio.CancelledError) as error:
            self._cause = error
        yield from self._end()

    def _turn(self) -> Part:
        now = self._ctx.monotonic()
        if now >= self._tick_at:
            self._tick_at = now + TICK_S
            yield from self._meter.tell(self._on_tick, self.progress)
        free = self._threads - len(self._with_pool)
        if free > 0 and not self._claimed and now >= self._ask_at:
            try:
                yield from self._ask(free)
            except LedgerError as error:
                self._ledger_failed(error)
        while self._claimed and len(self._with_pool) < self._threads:
            entry = self._claimed.popleft()
            self._with_pool[entry.key] = is_looked_for(entry)
            yield Started(entry.key, rounds.take_claimed(self._ctx, entry, self._pages.follow(entry.key)))
        if self._is_idle:
            return
        may_ask = len(self._with_pool) < self._threads
        until = min(self._ask_at, self._tick_at) if may_ask else self._tick_at
        ended: Ended | None = yield Waited(max(until - self._ctx.monotonic(), 0.0))
        while ended is not None:
            self._ended(ended)
            ended = (yield Waited(0.0)) if self._pool.has_ended else None

    def _ask(self, free: int) -> Part:
        """Claim what is due, and learn when something is due next."""
        now = self._ctx.monotonic()
        looking = sum(self._with_pool.values())
        # With one thread the two kinds take turns.
        half = max(self._threads // 2, int(self._looks_first))
        self._looks_first = not self._looks_first
        looks = max(min(free, half - looking), 0)
        # Some are claimed ahead, so that a claim is made for several; but while nothing can be sent, one order tries.
        planned = 0 if now < self._send_at else 1 if self._not_sent else free - looks + self._threads
        says_so = now >= self._seen_at
        wanted = _Wanted(planned, looks, free, self._name if says_so else None)
        due: _Due = yield Stored(partial(_claim, ctx=self._ctx, wanted=wanted))
        if says_so:
            self._seen_at = now + _SEEN_S
        if self._away:
            log.info("the ledger answers again", extra=self._meter.fields)
        self._away = 0
        self._tell_shut(due.shut)
        self._claimed.extend(due.entries)
        if due.entries:
            self._ask_at = now
            if sum(map(is_looked_for, due.entries)) >= max(looks, 1):
                flow = self._pages.sweep(MANY)
                if flow is not None:
                    yield Started(self._pages, flow)
        else:
            # What is due and was not claimed is with another worker, or may not be sent now.
            is_due = due.next_due is not None and due.next_due <= 0
            self._ask_at = now + (TICK_S if is_due or due.next_due is None else min(due.next_due, TICK_S))
        if due.has_webhooks and not self._is_handling_webhooks:
            self._is_handling_webhooks = True
            yield Started(_WEBHOOKS, webhooks.handle(self._ctx))
        is_busy = due.entries or self._with_pool or due.has_webhooks or self._is_handling_webhooks
        self._is_idle = self._until == IDLE and not is_busy

    def _tell_shut(self, shut: rounds.Shut) -> None:
        why = None
        if shut.pause is not None:
            why = str(shut.pause)
        elif shut.until is not None:
            why = "several creates in a row were not answered: nothing is sent for a time, then one order tries"
        if why != self._why:
            log.warning("%s", why or "orders are sent again", extra=self._meter.fields)
        self._why = why

    def _ledger_failed(self, error: LedgerError) -> None:
        if error.fault not in _PASSES:
            self._cause = self._cause or error
            return
        pause = _AWAY_S[min(self._away, len(_AWAY_S) - 1)]
        log.warning("%s; it is asked again in %g s", error, pause, extra=self._meter.fields)
        self._away += 1
        self._ask_at = self._ctx.monotonic() + pause

    def _ended(self, ended: Ended) -> None:
        if ended.tag is self._pages:
            self._pages.ended(ended)
            return
        if ended.tag == _WEBHOOKS:
            self._is_handling_webhooks = False
        else:
            self._with_pool.pop(ended.tag, None)
        error = ended.error
        if isinstance(error, LedgerError):
            self._ledger_failed(error)
        elif error is not None and not isinstance(error, StoppedError):
            # Its claim keeps it for a while. The others must go on.
            log.error("%s: %s", ended.tag, error, exc_info=error, extra=self._meter.fields)
        elif isinstance(ended.result, Turn):
            self._after(ended.result)

    def _after(self, turn: Turn) -> None:
        row, now = turn.entry.row, self._ctx.monotonic()
        if flows.is_done(turn.entry):
            self._meter.count(turn.entry)
        if row.state is not State.PLANNED:
            self._not_sent = 0
        elif row.tries and not row.refusals and now >= self._send_at:
            pause = AWAY_S[min(self._not_sent, len(AWAY_S) - 1)]
            due = 0.0 if row.due is None else row.due - turn.now
            self._not_sent += 1
            self._send_at = now + max(pause, due)

    def _end(self) -> Part:
        """Wait for what is out, and let others take what is claimed."""
        self._stop.set()
        try:
            while self._pool.out or self._pool.has_ended:
                ended: Ended | None = yield Waited(TICK_S)
                if ended is not None:
                    self._ended(ended)
            if self._claimed:
                yield Stored(partial(_release_all, entries=list(self._claimed)))
        except LedgerError as error:
            self._ledger_failed(error)
        except (KeyboardInterrupt, asyncio.CancelledError):
            count = self._pool.out
            log.warning("ended at once: %d orders were out: in doubt, not lost", count, extra=self._meter.fields)
            raise
        log.info("worker %s ends: %s", self._name, self.progress(), extra=self._meter.fields)
        if self._cause is not None:
            raise self._cause

    def progress(self) -> Progress:
        """Return what the worker has done so far."""
        return self._meter.progress(None, doubt=0, out=len(self._with_pool), waits_for=self._why)


def _release_all(ledger: Ledger, entries: list[Entry]) -> None:
    with ledger.transaction() as tx:
        for each in entries:
            tx.release(each)
