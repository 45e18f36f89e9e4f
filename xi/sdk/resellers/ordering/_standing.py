"""What a blocking desk does with orders that stand: change them, plan their rest, follow them, count them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
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
    """The part of a blocking desk that is about orders which stand."""

    @abstractmethod
    def _drive(self, flow: Flow[T]) -> T:
        """Carry out a flow."""

    def modify(
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
        """Change lines, notes or address of an order on customer hold, once, and return what became of it.

        The intent is in the history before anything is sent. If there is no answer, the order is read until it shows
        the change, or the wait is over. It is not sent again by itself. While a change that adds lines is unknown,
        neither the same one nor another change of lines is sent: the order would not show which of them was made.

        Args:
            order: the order number; or the PO, if it is one order.
            request: the changes, as the API takes them. Lines that are not named stay as they are.
            because: why, for the history.
            again: whether to send a change of lines although one that adds lines is unknown: you have looked, and
                answer for it that it is not made any more. The order is read first all the same.
            wait: how long to look for a change that was not answered, in seconds.
            by: who wants it; by default the user of the desk.
            seen: the record on which it was decided. If the order was written since, as by another change, nothing is
                sent.

        Raises:
            ApiValueError: the request changes nothing, or a line of it is not complete.
            ApiTypeError: the order is not named by text.
            NotPermittedError: there is no such order, it does not stand, the desk is paused, or another change of it is
                under way. Nothing was sent.
            ChangeUnknownError: another change, which adds lines, is unknown; a NotPermittedError.
            NotAsSeenError: the order was written since `seen` was read; a NotPermittedError.
            ApiException: the order cannot be read. Nothing was sent.
            StoppedError: `stop` was called.
            LedgerError: the ledger cannot be used; `sent` says whether the change went out.
        """
        flow = changes.modify(self._context, order, request, because, again=again, wait=wait, by=by, seen=seen)
        return self._drive(flow)

    def release(
        self,
        order: str,
        *,
        because: str | None = None,
        region_code: str | None = None,
        wait: float = 600.0,
        by: str | None = None,
    ) -> ChangeResult:
        """Release an order from customer hold, once, and return what became of it; see `modify`.

        Args:
            order: the order number; or the PO, if it is one order.
            because: why, for the history.
            region_code: the region, such as `CS`, which only Ingram Micro's sandbox wants.
            wait: how long to look for a release that was not answered, in seconds.
            by: who wants it; by default the user of the desk.

        Raises:
            ApiTypeError: as for `modify`.
            NotPermittedError: as for `modify`.
            ApiException: the order cannot be read. Nothing was sent.
            StoppedError: `stop` was called.
            LedgerError: the ledger cannot be used; `sent` says whether the release went out.
        """
        return self._drive(changes.release(self._context, order, because, region_code, wait=wait, by=by))

    def cancel(
        self,
        order: str,
        *,
        because: str | None = None,
        region_code: str | None = None,
        wait: float = 600.0,
        by: str | None = None,
    ) -> ChangeResult:
        """Cancel an order on customer hold, once, and return what became of it; see `modify`.

        Args:
            order: the order number; or the PO, if it is one order.
            because: why, for the history.
            region_code: the region, such as `CS`, which only Ingram Micro's sandbox wants.
            wait: how long to look for a cancellation that was not answered, in seconds.
            by: who wants it; by default the user of the desk.

        Raises:
            ApiTypeError: as for `modify`.
            NotPermittedError: as for `modify`.
            ApiException: the order cannot be read. Nothing was sent.
            StoppedError: `stop` was called.
            LedgerError: the ledger cannot be used; `sent` says whether the cancellation went out.
        """
        return self._drive(changes.cancel(self._context, order, because, region_code, wait=wait, by=by))

    def rest(self, po: str, *, new_po: str, by: str | None = None) -> Record:
        """Plan the rejected lines of an order as an order of their own. A worker, or `place`, sends it.

        Everything but the lines is as in the first order; batch, source and references too. Called again with the same
        PO, it returns the same record.

        Args:
            po: the PO, or the key of a record.
            new_po: the PO for the rest.
            by: who plans it; by default the user of the desk.

        Raises:
            ApiValueError: the new PO cannot be used.
            NotPermittedError: nothing was rejected, it is not clear which lines were, or the rest was planned before.
            OrderDiffersError: the new PO was used before, with other content.
            LedgerError: the ledger cannot be used.
        """
        return self._rest(po, new_po, by)

    def track(
        self,
        orders: Sequence[str] | str | None = None,
        *,
        until: Status | str | None = None,
        follow: bool = False,
        interval: float = 900.0,
        wait: float | None = None,
    ) -> Iterator[StatusChange]:
        """Read the status of orders that stand, and yield what has changed since they were read last.

        Every order is read once in a round; one that was delivered, closed or cancelled is not read again. Between two
        rounds an order is read when a webhook tells of it.

        Args:
            orders: POs, order numbers or keys; by default all orders of the account from the last 180 days.
            until: go on with rounds until each order is shipped, invoiced, delivered or cancelled, or will never be.
            follow: go on with rounds, also for orders that are placed later, until the desk stops or `wait` is over.
            interval: seconds from the beginning of a round to that of the next.
            wait: the longest time for all of it, in seconds.

        Raises:
            ApiValueError: an argument is not what it should be.
            ApiTypeError: an order is not named by text.
            NotPermittedError: the ledger has no such order.
            NotSettledError: the wait is over, and an order has not reached what `until` says.
            ApiException: an order cannot be read, and there is no other round in which to try again.
            LedgerError: the ledger cannot be used.
        """
        return self._track(tracking.tracking_of(orders, until, interval, wait, follow=follow))

    def _track(self, state: tracking.Tracking) -> Iterator[StatusChange]:
        while True:
            try:
                change = self._drive(tracking.next_change(self._context, state))
            except StoppedError:
                return
            if change is None:
                return
            yield change

    def metrics(self) -> Metrics:
        """Return how the orders of the account are, in numbers.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        return self.measure()

    def note_webhook(
        self, body: bytes, signature: str | None, *, secret: str | Sequence[str], max_bytes: int = MAX_BODY_BYTES
    ) -> bool:
        """Write down a webhook, for a view of a framework that is not ASGI; return whether it is genuine.

        The API is not called. What it says is handled by `handle_webhooks`, `work` or `track`.

        Args:
            body: the body of the request as it came.
            signature: the header `x-hub-signature`.
            secret: the secret of the webhook; or several, while a new one replaces an old one.
            max_bytes: the limit for the size of the body.

        Raises:
            ApiValueError: the secret is empty.
            LedgerError: the ledger cannot be used: answer 503, so that the webhook is sent again.
        """
        return self._note_webhook(body, signature, secret, max_bytes)
