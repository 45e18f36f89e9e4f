"""OrderDesk: places each order once, whatever dies when.

    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
    from xi.sdk.resellers.ordering import OrderDesk

    with ApiClient(Configuration.from_env()) as client:
        desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
        record = desk.place(order, wait=600)
        record.raise_for_state()

Every order is written into the ledger before it is sent, and what came back is written too.
`xi.sdk.resellers.ordering.aio` has the same desk for asyncio.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime
from os import PathLike  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import Any, TypeVar

from xi.sdk.resellers import BoundOrdersApi
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _resolving as resolving
from xi.sdk.resellers.ordering import _webhooks as webhooks
from xi.sdk.resellers.ordering._base import Order, resolution, why
from xi.sdk.resellers.ordering._bulk import Placing
from xi.sdk.resellers.ordering._drivers import Flow, Stop, drive
from xi.sdk.resellers.ordering._entries import Pause
from xi.sdk.resellers.ordering._intake import Options, check_wait, origin_of
from xi.sdk.resellers.ordering._pools import Run, Threads, to_end
from xi.sdk.resellers.ordering._protocol import (
    Abandoned,
    Reason,
    ResendPermitted,
    ResolvedNotPlaced,
    State,
)
from xi.sdk.resellers.ordering._quoting import QuoteDesk
from xi.sdk.resellers.ordering._work import OTHERS, Working, check_options, stopped_by_signals
from xi.sdk.resellers.ordering.ledger import Ledger
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import BadOrder, Item, Progress, Totals
from xi.sdk.resellers.ordering.settings import Settings

T = TypeVar("T")
DEFAULTS = Settings()


class OrderDesk(QuoteDesk):
    """Places each order of an account once.

    It can be shared between threads. Several desks, also on several machines, can share a ledger: each order is placed
    once all the same.

    Args:
        orders: the API, bound to an account: `OrdersApi(client).bound(account)`.
        ledger: the ledger, or its URL, such as `sqlite:///orders.db` or `postgresql://orders@db/orders`.
        settings: the times and limits.
        partial: whether good lines are placed although others are rejected, where an order does not say. It is always
            sent explicitly, as the attribute `allowPartialOrder`.
        marker: whether orders get a mark of ours as `endCustomerOrderNumber` where it is free, so that ours is told
            from another order under the same PO.
        any_text: whether a PO may have characters that are not printable ASCII.
        on_held: called with the record of each order that needs a person. Its failure is logged, and stops nothing.
        on_settled: called with the record of each order that is settled.
        by: who uses the desk, for the history; by default the login name.

    Raises:
        ApiTypeError: `orders` is not bound, or is of another package.
        LedgerError: the ledger is missing, belongs to another environment, or cannot be used; it says what to do.
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

    def _drive(self, flow: Flow[T]) -> T:
        return drive(flow, self.orders, self.ledger, self._stop)

    # -- placing

    def place(
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
        """Place an order once, and return what became of it. Called again with the same order, it goes on from there.

        Args:
            order: an OrderCreateRequest (v6), an AsyncOrderCreateDTO (v7), or a dict of the fields of either.
            wait: how long to wait until the order is settled or held, in seconds. The order goes on without it, and is
                not sent here if its place in the quota is further away.
            reuse: why the PO is used again although an order under it is settled. Needed also for an order that turns
                off the server's check for duplicates; such an order is sent once, and never again.
            batch: a name that the order has in common with others.
            source: the file that the order is from, and its lines.
            ref: the program's own IDs, which are kept beside the order and not sent.
            another: whether a quote is ordered although an order of it under another PO is not settled. An order with a
                `quoteNumber` and no lines takes the whole quote; orders of pieces stand beside each other without it.

        Raises:
            ApiValueError: the order cannot be placed; nothing was written or sent.
            OrderDiffersError: the PO was used before, with other content.
            QuoteInUseError: an order of the quote under another PO is not settled; nothing was written or sent.
            NotSettledError: the wait is over.
            StoppedError: `stop` was called.
            LedgerError: the ledger cannot be used; `sent` says whether the order went out.
        """
        check_wait(wait)
        filing = self.check(order, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        may = self._unless_quote_in_use(filing, another=another)
        return self._record(self._drive(flows.place(self._context, filing, origin, wait, may)))

    def plan(
        self,
        order: Order,
        *,
        connection: Any = None,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
        another: bool = False,
    ) -> Record:
        """Write an order down, to be sent by a worker. Nothing is sent here.

        Args:
            order: as for `place`.
            connection: an SQLAlchemy connection to the database of the ledger, in a transaction. The order becomes due
                when the program commits it, and is forgotten when the program rolls back.
            reuse: as for `place`.
            batch: as for `place`.
            source: as for `place`.
            ref: as for `place`.
            another: as for `place`.

        Raises:
            ApiTypeError: the connection is none of SQLAlchemy.
            ApiValueError: the order cannot be placed; nothing was written.
            OrderDiffersError: the PO was used before, with other content.
            QuoteInUseError: an order of the quote under another PO is not settled; nothing was written.
            LedgerError: the ledger cannot be used.
        """
        filing = self.check(order, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        may = self._unless_quote_in_use(filing, another=another)
        return self._record(self._plan(filing, origin, connection, may))

    def place_all(
        self,
        orders: Iterable[Order | Item],
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
    ) -> Run:
        """Place many orders, each once, and return an iterator over what became of them, as they come to an end.

        Run again with the same orders, it goes on from where it was. Few orders are in memory at once. Orders that can
        be read twice, as those of a list, are all checked before the first one is sent. One order at a time is sent
        until one is placed. Ctrl-C begins nothing new and waits for what is out; a second one ends at once.

        Args:
            orders: the orders, or Items, which say where each one is from.
            threads: how many are sent at once.
            wait: how long to wait for an order that was begun, and how long nothing may be sent, in seconds. An order
                whose wait is over is given with the state that it has. `inf` waits for ever, 0 sends and does not wait.
            batch: a name that the orders have in common.
            reuse: why the POs are used again, as for `place`.
            all_or_nothing: whether all are written down in one transaction before the first one is sent. All of them
                are in memory then.
            max_rejected: after how many rejections in a row for the same reason no further order is begun.
            max_orders: the most orders. If they can be read only once, they are kept in memory until all are counted.
            max_quantity: the most units in a line.
            expect: how many orders, lines and units there have to be. They are counted as for `max_orders`.
            rate: the most orders that are sent in a minute.
            search_first: whether each PO is searched for before its first send: an equal order that a person has placed
                under it is taken for ours.
            skip_bad: whether orders that cannot be placed are left out; otherwise the first one ends the run.
            on_bad: called with each order that is left out.
            progress: called about once a second with how far the run is.

        Raises:
            ApiTypeError: an argument has the wrong type.
            ApiValueError: an argument does not fit; or, when the records are read, an order cannot be placed, or there
                are other orders than there should be.
            OrderDiffersError: when the records are read: a PO was used before, with other content.
            RunError: when the records are read: the run has ended before its end; see its kinds in `errors`.
            LedgerError: when the records are read: the ledger cannot be used; `sent` says whether an order went out.
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
        pool = Threads(threads + 1, self.orders, self.ledger, stop)
        placing = Placing(self._context, self._intake(options), orders, options, pool, stop, self._record)
        return Run(placing.run(), pool, stop, self.ledger, placing.progress)

    def work(
        self,
        *,
        threads: int = 8,
        until: str | None = None,
        on_tick: Callable[[Progress], Any] | None = None,
        signals: bool = False,
    ) -> Progress:
        """Do what is due for the orders of the account until `stop` is called: send, look, take webhooks.

        Any number of workers, also on several machines, can share a ledger. While its database is away they wait.

        Args:
            threads: how many orders are in hand at once.
            until: "idle" ends it when nothing is due; None goes on.
            on_tick: called about once a second.
            signals: whether SIGINT and SIGTERM stop it as `stop` does, and a second one at once. It is for the main
                thread only.

        Raises:
            LedgerError: the ledger cannot be used, and waiting does not help.
        """
        check_options(threads, until)
        stop = Stop(self._stop)
        pool = Threads(threads + OTHERS, self.orders, self.ledger, stop)
        working = Working(self._context, threads, until, pool, stop, on_tick)
        with stopped_by_signals(stop) if signals else nullcontext():
            to_end(Run(working.run(), pool, stop, self.ledger, working.progress))
        return working.progress()

    def stop(self) -> None:
        """Begin nothing new, now and later: `place_all` and `work` end when nothing is out any more.

        What would send something raises StoppedError from now on; `plan` still writes orders down. This returns at
        once, and can be called by any thread, and in a signal handler.
        """
        self._stop.set()

    def settle(self, key: str) -> Record:
        """Do what is due for an order, in one round: send it, or look for it. It may be called at any time, by anyone.

        Args:
            key: the key of a record.

        Raises:
            StoppedError: `stop` was called.
            LookupError: the ledger has no such order.
            LedgerError: the ledger cannot be used.
        """
        return self._record(self._drive(flows.settle(self._context, key)).entry)

    def due(self, limit: int = 100) -> list[str]:
        """Return the keys of orders for which something is due, the oldest first.

        Args:
            limit: how many at most.
        """
        return self._due(limit)

    def handle_webhooks(self) -> int:
        """Do what the webhooks say that have come; return how many. They only make orders due.

        Raises:
            LedgerError: the ledger cannot be used.
        """
        return self._drive(webhooks.handle(self._context))

    # -- what is known

    def find(self, po: str) -> Record | None:
        """Return what the ledger knows about a PO, in any case; None if nothing.

        Args:
            po: the PO, or the key of a record.

        Raises:
            ApiTypeError: it is no text.
            LedgerError: the ledger cannot be read.
        """
        return self._find(po)

    def rows(
        self,
        *,
        state: Collection[State | str] | State | str = (),
        reason: Collection[Reason | str] | Reason | str = (),
        batch: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        ref: Mapping[str, str] | None = None,
        limit: int | None = None,
    ) -> Iterator[Record]:
        """Return an iterator over orders of the account, in the order in which they were written down.

        Some hundred are read at a time, each as it is then, so a program may take as long as it likes for each of them.

        Args:
            state: a state, or several.
            reason: a reason for which orders are held, or several.
            batch: the name of a batch.
            since: written down at or after this time, which has a time zone; a day begins at midnight UTC.
            until: written down before this time, in the same way.
            ref: IDs of the program that they have.
            limit: how many at most.

        Raises:
            ApiTypeError: a state, a reason, a time or `ref` has another type.
            ApiValueError: there is no such state or reason, a time has no time zone, or `limit` is no number.
        """
        return self._rows(state, reason, batch, since, until, ref, limit)

    # -- what a person decides

    def recheck(self, po: str) -> Record:
        """Look for an order now. Nothing is sent, whatever is found.

        Args:
            po: the PO, or the key of a record.

        Raises:
            ApiTypeError: `po` is no text.
            NotPermittedError: the ledger has no such order.
        """
        return self._record(self._drive(resolving.recheck(self._context, po)).entry)

    def resolve(
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
        """Say what became of an order in doubt, or held; or which one stands, when an order stood twice.

        Args:
            po: the PO, or the key of a record.
            because: how you know, such as a ticket of the support.
            placed: its order numbers. They are read back first; of an order that stood twice, the others too.
            not_placed: there is no such order. Nobody sends it again, but a late yes still counts.
            unchecked: whether the numbers are not to be read back.
            by: who says it; by default the user of the desk.
            seen: the record on which it was decided. If the order was written since, nothing is done.

        Raises:
            ApiValueError: neither numbers nor `not_placed` are given, or no reason is.
            ApiTypeError: `po` is no text, or `placed` is no list.
            NotPermittedError: the state of the order does not permit it, a number is under another PO or is that of
                another order of the ledger, or an order that is said not to stand does.
            NotAsSeenError: the order was written since `seen` was read; a NotPermittedError.
            ApiException: a number could not be read back.
        """
        numbers = resolution(placed, not_placed=not_placed)
        because = why(because)
        if numbers is None:
            flow = resolving.told(self._context, po, ResolvedNotPlaced(), "person", by, because, seen)
        else:
            flow = resolving.resolve_placed(self._context, po, numbers, by, because, checked=not unchecked, seen=seen)
        return self._record(self._drive(flow))

    def resend(self, po: str, *, because: str, by: str | None = None, seen: Record | None = None) -> Record:
        """Permit one more send of an order that is held or rejected. Before it, the order is looked for.

        Args:
            po: the PO, or the key of a record.
            because: how you know that it is not there.
            by: who permits it.
            seen: the record on which it was decided. If the order was written since, nothing is done: another person
                may have permitted a send too, and each of them would be one.

        Raises:
            ApiValueError: no reason is given.
            ApiTypeError: `po` is no text.
            NotPermittedError: the order is neither held nor rejected.
            NotAsSeenError: the order was written since `seen` was read; a NotPermittedError.
        """
        flow = resolving.told(self._context, po, ResendPermitted(), "person", by, why(because), seen)
        return self._record(self._drive(flow))

    def abandon(self, po: str, *, because: str, by: str | None = None, seen: Record | None = None) -> Record:
        """Decide that nobody sends an order, or sends it again. Evidence that it was placed still counts.

        Args:
            po: the PO, or the key of a record.
            because: why.
            by: who decides it.
            seen: the record on which it was decided. If the order was written since, nothing is done.

        Raises:
            ApiValueError: no reason is given.
            ApiTypeError: `po` is no text.
            NotPermittedError: the order is neither planned nor held.
            NotAsSeenError: the order was written since `seen` was read; a NotPermittedError.
        """
        flow = resolving.told(self._context, po, Abandoned(), "person", by, why(because), seen)
        return self._record(self._drive(flow))

    def pause(self, because: str, *, by: str | None = None, all_accounts: bool = True) -> None:
        """Send nothing new, on any machine that uses the ledger. Looks and webhooks go on.

        Args:
            because: why; `place` and the status show it.
            by: who pauses it.
            all_accounts: whether it is for all accounts of the ledger.

        Raises:
            ApiValueError: no reason is given.
        """
        self._pause(because, by, all_accounts=all_accounts)

    def resume(self, *, all_accounts: bool = True) -> None:
        """End a pause, also one that the desk has made itself because the set-up was refused.

        Args:
            all_accounts: whether a pause of all accounts ends too.
        """
        self._resume(all_accounts=all_accounts)

    @property
    def paused(self) -> Pause | None:
        """The pause of the account, or of all; None if orders are sent."""
        return self._paused()
