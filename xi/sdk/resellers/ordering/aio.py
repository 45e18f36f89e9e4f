"""OrderDesk for asyncio: the same as `xi.sdk.resellers.ordering.OrderDesk`, awaited."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial as bind
from os import PathLike  # noqa: TC003 - get_type_hints resolves it at runtime
from types import TracebackType
from typing import Any, Self, TypeVar

from xi.sdk.resellers.aio import BoundOrdersApi
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _resolving as resolving
from xi.sdk.resellers.ordering import _webhooks as webhooks
from xi.sdk.resellers.ordering._base import Order, resolution, why
from xi.sdk.resellers.ordering._bulk import Placing
from xi.sdk.resellers.ordering._drivers import Flow, Stop, adrive, begun_in
from xi.sdk.resellers.ordering._entries import Pause
from xi.sdk.resellers.ordering._intake import Options, check_wait, origin_of
from xi.sdk.resellers.ordering._protocol import (
    Abandoned,
    Reason,
    ResendPermitted,
    ResolvedNotPlaced,
    State,
)
from xi.sdk.resellers.ordering._quoting_aio import QuoteDesk
from xi.sdk.resellers.ordering._tasks import AsyncRun, Tasks, ato_end
from xi.sdk.resellers.ordering._work import Working, check_options
from xi.sdk.resellers.ordering.ledger import Ledger
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import BadOrder, Item, Progress, Totals
from xi.sdk.resellers.ordering.settings import Settings

T = TypeVar("T")
DEFAULTS = Settings()
_THREADS = 4
"""Threads that use the ledger; SQLite has one writer at a time, and a transaction takes about a millisecond."""


class OrderDesk(QuoteDesk):
    """Places each order of an account once; see the blocking `OrderDesk`, whose arguments and errors it has.

    The ledger is used in threads of its own, so that the event loop is never blocked. `close`, or leaving the `async
    with` block, ends them.
    """

    def __init__(
        self,
        orders: BoundOrdersApi,
        ledger: Ledger | str | PathLike[str],
        *,
        settings: Settings = DEFAULTS,
        partial: bool = False,
        marker: bool = False,
        any_text: bool = False,
        on_held: Callable[[Record], Any] | None = None,
        on_settled: Callable[[Record], Any] | None = None,
        by: str | None = None,
    ) -> None:
        super().__init__(
            orders,
            BoundOrdersApi,
            ledger,
            settings=settings,
            partial=partial,
            marker=marker,
            any_text=any_text,
            on_held=on_held,
            on_settled=on_settled,
            by=by,
        )
        self._stop = Stop()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="xi-ledger")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Begin nothing new, now and later, and end the threads that use the ledger.

        What other tasks have out is still written down, when it is answered.
        """
        self._stop.set()
        self._threads.shutdown(wait=True)

    async def _drive(self, flow: Flow[T]) -> T:
        return await adrive(flow, self.orders, self.ledger, self._threads, self._stop)

    async def _run(self, work: Callable[[], T]) -> T:
        return await begun_in(self._threads, work, self._stop)

    async def place(
        self,
        order: Order,
        *,
        wait: float = 600.0,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
        another: bool = False,
    ) -> Record:
        """Place an order once; see `xi.sdk.resellers.ordering.OrderDesk.place`."""
        check_wait(wait)
        filing = self.check(order, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        may = self._unless_quote_in_use(filing, another=another)
        return self._record(await self._drive(flows.place(self._context, filing, origin, wait, may)))

    async def plan(
        self,
        order: Order,
        *,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
        another: bool = False,
    ) -> Record:
        """Write an order down, to be sent by a worker; see the blocking desk.

        A connection of the program's own is for the blocking desk: with SQLAlchemy's asyncio extension write
        `await connection.run_sync(lambda sync: desk.plan(order, connection=sync))`, with a blocking desk.
        """
        filing = self.check(order, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        may = self._unless_quote_in_use(filing, another=another)
        return self._record(await self._run(bind(self._plan, filing, origin, None, may)))

    def place_all(
        self,
        orders: Iterable[Order | Item] | AsyncIterable[Order | Item],
        *,
        threads: int = 8,
        wait: float = 600.0,
        batch: str | None = None,
        reuse: str | None = None,
        all_or_nothing: bool = False,
        max_rejected: int | None = 20,
        max_orders: int | None = None,
        max_quantity: int | None = None,
        expect: Totals | None = None,
        rate: float | None = None,
        search_first: bool = False,
        skip_bad: bool = False,
        on_bad: Callable[[BadOrder], Any] | None = None,
        progress: Callable[[Progress], Any] | None = None,
    ) -> AsyncRun:
        """Place many orders, each once; see the blocking desk. `threads` is the number of tasks.

        The orders can come from an asynchronous iterable too. A task that is cancelled while it reads the records
        begins nothing new, and waits for what is out; cancelled again, it ends at once.
        """
        options = Options(
            threads=threads,
            wait=wait,
            batch=batch,
            reuse=reuse,
            all_or_nothing=all_or_nothing,
            max_rejected=max_rejected,
            max_orders=max_orders,
            max_quantity=max_quantity,
            expect=expect,
            rate=rate,
            search_first=search_first,
            skip_bad=skip_bad,
            on_bad=on_bad,
            progress=progress,
        )
        stop = Stop(self._stop)
        pool = Tasks(self.orders, self.ledger, self._threads, stop)
        placing = Placing(self._context, self._intake(options), orders, options, pool, stop, self._record)
        return AsyncRun(placing.run(), pool, stop, placing.progress)

    async def work(
        self, *, threads: int = 8, until: str | None = None, on_tick: Callable[[Progress], Any] | None = None
    ) -> Progress:
        """Do what is due for the orders of the account until `stop` is called; see the blocking desk.

        It is stopped by cancelling its task, too.
        """
        check_options(threads, until)
        stop = Stop(self._stop)
        pool = Tasks(self.orders, self.ledger, self._threads, stop)
        working = Working(self._context, threads, until, pool, stop, on_tick)
        await ato_end(AsyncRun(working.run(), pool, stop, working.progress))
        return working.progress()

    def stop(self) -> None:
        """Begin nothing new, now and later; see the blocking desk. It returns at once, and any thread can call it."""
        self._stop.set()

    async def settle(self, key: str) -> Record:
        """Do what is due for an order, in one round; see the blocking desk."""
        return self._record((await self._drive(flows.settle(self._context, key))).entry)

    async def due(self, limit: int = 100) -> list[str]:
        """Return the keys of orders for which something is due; see the blocking desk."""
        return await self._run(bind(self._due, limit))

    async def handle_webhooks(self) -> int:
        """Do what the webhooks say that have come; see the blocking desk."""
        return await self._drive(webhooks.handle(self._context))

    async def find(self, po: str) -> Record | None:
        """Return what the ledger knows about a PO; see the blocking desk."""
        return await self._run(bind(self._find, po))

    async def rows(
        self,
        *,
        state: Collection[State | str] | State | str = (),
        reason: Collection[Reason | str] | Reason | str = (),
        batch: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        ref: Mapping[str, str] | None = None,
        limit: int | None = None,
    ) -> list[Record]:
        """Return orders of the account as a list; see the blocking desk."""
        return await self._run(lambda: list(self._rows(state, reason, batch, since, until, ref, limit)))

    async def recheck(self, po: str) -> Record:
        """Look for an order now; see the blocking desk."""
        return self._record((await self._drive(resolving.recheck(self._context, po))).entry)

    async def resolve(
        self,
        po: str,
        *,
        because: str,
        placed: Sequence[str] | None = None,
        not_placed: bool = False,
        unchecked: bool = False,
        by: str | None = None,
        seen: Record | None = None,
    ) -> Record:
        """Say what became of an order in doubt, or held; see the blocking desk."""
        numbers = resolution(placed, not_placed=not_placed)
        because = why(because)
        if numbers is None:
            flow = resolving.told(self._context, po, ResolvedNotPlaced(), "person", by, because, seen)
        else:
            flow = resolving.resolve_placed(self._context, po, numbers, by, because, checked=not unchecked, seen=seen)
        return self._record(await self._drive(flow))

    async def resend(self, po: str, *, because: str, by: str | None = None, seen: Record | None = None) -> Record:
        """Permit one more send of an order; see the blocking desk."""
        flow = resolving.told(self._context, po, ResendPermitted(), "person", by, why(because), seen)
        return self._record(await self._drive(flow))

    async def abandon(self, po: str, *, because: str, by: str | None = None, seen: Record | None = None) -> Record:
        """Decide that nobody sends an order, or sends it again; see the blocking desk."""
        flow = resolving.told(self._context, po, Abandoned(), "person", by, why(because), seen)
        return self._record(await self._drive(flow))

    async def pause(self, because: str, *, by: str | None = None, all_accounts: bool = True) -> None:
        """Send nothing new, on any machine that uses the ledger; see the blocking desk."""
        await self._run(bind(self._pause, because, by, all_accounts=all_accounts))

    async def resume(self, *, all_accounts: bool = True) -> None:
        """End a pause; see the blocking desk."""
        await self._run(bind(self._resume, all_accounts=all_accounts))

    async def paused(self) -> Pause | None:
        """Return the pause of the account, or of all; None if orders are sent."""
        return await self._run(self._paused)
