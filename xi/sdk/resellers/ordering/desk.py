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

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from os import PathLike  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import Any, TypeVar

from xi.sdk.resellers import BoundOrdersApi
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _webhooks as webhooks
from xi.sdk.resellers.ordering._base import Base, Order, origin_of, resolution, why
from xi.sdk.resellers.ordering._drivers import Flow, drive
from xi.sdk.resellers.ordering._entries import Pause
from xi.sdk.resellers.ordering._protocol import (
    Abandoned,
    Reason,
    ResendPermitted,
    ResolvedNotPlaced,
    State,
)
from xi.sdk.resellers.ordering.ledger import Ledger
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.settings import Settings

T = TypeVar("T")
DEFAULTS = Settings()


class OrderDesk(Base):
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
        self._stop = threading.Event()

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
    ) -> Record:
        """Place an order once, and return what became of it. Called again with the same order, it goes on from there.

        Args:
            order: an OrderCreateRequest (v6), an AsyncOrderCreateDTO (v7), or a dict of the fields of either.
            wait: how long to wait until the order is settled or held, in seconds. The order goes on without it.
            reuse: why the PO is used again although an order under it is settled. Needed also for an order that turns
                off the server's check for duplicates; such an order is sent once, and never again.
            batch: a name that the order has in common with others.
            source: the file that the order is from, and its lines.
            ref: the program's own IDs, which are kept beside the order and not sent.

        Raises:
            ApiValueError: the order cannot be placed; nothing was written or sent.
            OrderDiffersError: the PO was used before, with other content.
            NotSettledError: the wait is over.
            LedgerError: the ledger cannot be used; `sent` says whether the order went out.
        """
        filing = self.check(order, reuse=reuse)
        origin = origin_of(batch, source, ref, reuse)
        return self._record(self._drive(flows.place(self._context, filing, origin, wait)))

    def plan(
        self,
        order: Order,
        *,
        connection: Any = None,
        reuse: str | None = None,
        batch: str | None = None,
        source: tuple[str, str] | None = None,
        ref: Mapping[str, str] | None = None,
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

        Raises:
            ApiValueError: the order cannot be placed; nothing was written.
            OrderDiffersError: the PO was used before, with other content.
            LedgerError: the ledger cannot be used.
        """
        filing = self.check(order, reuse=reuse)
        return self._record(self._plan(filing, origin_of(batch, source, ref, reuse), connection))

    def settle(self, key: str) -> Record:
        """Do what is due for an order, in one round: send it, or look for it. It may be called at any time, by anyone.

        Args:
            key: the key of a record.

        Raises:
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

        Args:
            state: a state, or several.
            reason: a reason for which orders are held, or several.
            batch: the name of a batch.
            since: written down at or after this time.
            until: written down before this time.
            ref: IDs of the program that they have.
            limit: how many at most.

        Raises:
            ApiValueError: there is no such state or reason.
        """
        return self._rows(state, reason, batch, since, until, ref, limit)

    # -- what a person decides

    def recheck(self, po: str) -> Record:
        """Look for an order now. Nothing is sent, whatever is found.

        Args:
            po: the PO, or the key of a record.

        Raises:
            NotPermittedError: the ledger has no such order.
        """
        return self._record(self._drive(flows.recheck(self._context, po)).entry)

    def resolve(
        self,
        po: str,
        *,
        because: str,
        placed: Sequence[str] | None = None,
        not_placed: bool = False,
        unchecked: bool = False,
        by: str | None = None,
    ) -> Record:
        """Say what became of an order in doubt, or held.

        Args:
            po: the PO, or the key of a record.
            because: how you know, such as a ticket of the support.
            placed: its order numbers. They are read back first.
            not_placed: there is no such order. Nobody sends it again, but a late yes still counts.
            unchecked: whether the numbers are not to be read back.
            by: who says it; by default the user of the desk.

        Raises:
            ApiValueError: neither numbers nor `not_placed` are given, or no reason is.
            NotPermittedError: the state of the order does not permit it, or a number is under another PO.
            ApiException: a number could not be read back.
        """
        numbers = resolution(placed, not_placed=not_placed)
        because = why(because)
        if numbers is None:
            flow = flows.told(self._context, po, ResolvedNotPlaced(), "person", by, because)
        else:
            flow = flows.resolve_placed(self._context, po, numbers, by, because, checked=not unchecked)
        return self._record(self._drive(flow))

    def resend(self, po: str, *, because: str, by: str | None = None) -> Record:
        """Permit one more send of an order that is held or rejected. Before it, the order is looked for.

        Args:
            po: the PO, or the key of a record.
            because: how you know that it is not there.
            by: who permits it.

        Raises:
            ApiValueError: no reason is given.
            NotPermittedError: the order is neither held nor rejected.
        """
        return self._record(self._drive(flows.told(self._context, po, ResendPermitted(), "person", by, why(because))))

    def abandon(self, po: str, *, because: str, by: str | None = None) -> Record:
        """Decide that nobody sends an order, or sends it again. Evidence that it was placed still counts.

        Args:
            po: the PO, or the key of a record.
            because: why.
            by: who decides it.

        Raises:
            ApiValueError: no reason is given.
            NotPermittedError: the order is neither planned nor held.
        """
        return self._record(self._drive(flows.told(self._context, po, Abandoned(), "person", by, why(because))))

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
