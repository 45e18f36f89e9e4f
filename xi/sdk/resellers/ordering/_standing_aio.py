"""What an awaited desk does with orders that stand: the same as `_standing`, awaited."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from functools import partial as bind
from typing import Any, TypeVar

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering import _changes as changes
from xi.sdk.resellers.ordering import _tracking as tracking
from xi.sdk.resellers.ordering._base import Base
from xi.sdk.resellers.ordering._changes import ChangeResult
from xi.sdk.resellers.ordering._drivers import Flow
from xi.sdk.resellers.ordering._tracking import StatusChange
from xi.sdk.resellers.ordering.errors import StoppedError
from xi.sdk.resellers.ordering.metrics import Metrics
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.statuses import Status
from xi.sdk.resellers.webhooks import MAX_BODY_BYTES

T = TypeVar("T")


class StandingOrders(Base):
    """The part of an awaited desk that is about orders which stand."""

    @abstractmethod
    async def _drive(self, flow: Flow[T]) -> T:
        """Carry out a flow."""

    @abstractmethod
    async def _run(self, work: Callable[[], T]) -> T:
        """Do work on the ledger in a thread."""

    async def modify(
        self,
        order: str,
        request: models.OrderModifyRequest | Mapping[str, Any],
        *,
        because: str | None = None,
        again: bool = False,
        wait: float = 600.0,
        by: str | None = None,
        seen: Record | None = None,
    ) -> ChangeResult:
        """Change an order on customer hold, once; see the blocking desk."""
        flow = changes.modify(self._context, order, request, because, again=again, wait=wait, by=by, seen=seen)
        return await self._drive(flow)

    async def release(
        self,
        order: str,
        *,
        because: str | None = None,
        region_code: str | None = None,
        wait: float = 600.0,
        by: str | None = None,
    ) -> ChangeResult:
        """Release an order from customer hold, once; see the blocking desk."""
        return await self._drive(changes.release(self._context, order, because, region_code, wait=wait, by=by))

    async def cancel(
        self,
        order: str,
        *,
        because: str | None = None,
        region_code: str | None = None,
        wait: float = 600.0,
        by: str | None = None,
    ) -> ChangeResult:
        """Cancel an order on customer hold, once; see the blocking desk."""
        return await self._drive(changes.cancel(self._context, order, because, region_code, wait=wait, by=by))

    async def rest(self, po: str, *, new_po: str, by: str | None = None) -> Record:
        """Plan the rejected lines of an order as an order of their own; see the blocking desk."""
        return await self._run(bind(self._rest, po, new_po, by))

    def track(
        self,
        orders: Sequence[str] | str | None = None,
        *,
        until: Status | str | None = None,
        follow: bool = False,
        interval: float = 900.0,
        wait: float | None = None,
    ) -> AsyncIterator[StatusChange]:
        """Read the status of orders that stand, and yield what has changed; see the blocking desk."""
        return self._track(tracking.tracking_of(orders, until, interval, wait, follow=follow))

    async def _track(self, state: tracking.Tracking) -> AsyncIterator[StatusChange]:
        while True:
            try:
                change = await self._drive(tracking.next_change(self._context, state))
            except StoppedError:
                return
            if change is None:
                return
            yield change

    async def metrics(self) -> Metrics:
        """Return how the orders of the account are, in numbers; see the blocking desk."""
        return await self._run(self.measure)

    async def note_webhook(
        self, body: bytes, signature: str | None, *, secret: str | Sequence[str], max_bytes: int = MAX_BODY_BYTES
    ) -> bool:
        """Write down a webhook; return whether it is genuine; see the blocking desk."""
        return await self._run(bind(self._note_webhook, body, signature, secret, max_bytes))
