"""What a worker tells monitors: whether its loop turns, whether it is ready, and its metrics."""

from __future__ import annotations

import os
import socket
import time
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.worker.listen import METRICS, Answer
from xi.sdk.resellers.ordering.errors import LedgerError
from xi.sdk.resellers.ordering.metrics import openmetrics_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers.ordering import OrderDesk

_TURNS_S: Final = 60.0
"""For how long the loop may stand, in seconds: a database that does not answer can keep it for a while."""
_SEEN_S: Final = 45.0
"""How old the worker's last word in the ledger may be, in seconds; it writes one every 15."""
_REFUSED: Final = 401


class Health:
    """How the worker is.

    Args:
        desk: its desk.
    """

    def __init__(self, desk: OrderDesk) -> None:
        self._desk = desk
        self._ticked_at = time.monotonic()
        self._is_refused = False
        self._who = f"{socket.gethostname()}/{os.getpid()}/"

    def tick(self) -> None:
        """Note that the loop has turned."""
        self._ticked_at = time.monotonic()

    def watching(self, observer: Callable[[Any], None] | None) -> Callable[[Any], None]:
        """Return an observer of calls that notes whether the token is good.

        Args:
            observer: an observer that is called too.
        """

        def observe(event: Any) -> None:
            if event.status is not None:
                self._is_refused = event.status == _REFUSED
            if observer is not None:
                observer(event)

        return observe

    @property
    def lives(self) -> bool:
        """Whether the loop turns."""
        return time.monotonic() - self._ticked_at < _TURNS_S

    def faults(self) -> list[str]:
        """Return why the worker is not ready."""
        found = [] if self.lives else ["the loop does not turn"]
        if self._is_refused:
            found.append("the credentials are refused")
        account = self._desk.account
        try:
            with self._desk.ledger.reading() as tx:
                written = any(
                    each.worker.startswith(self._who) and each.last > tx.now - _SEEN_S for each in tx.workers()
                )
                pause = tx.pause(account.customer_number, account.country_code)
        except LedgerError as error:
            return [*found, str(error)]
        if not written:
            found.append("the worker has not written into the ledger for a while")
        if pause is not None:
            found.append(f"paused by {pause.by}: {pause.because}")
        return found

    def page(self, path: str) -> Answer | None:
        """Return the page of a path.

        Args:
            path: the path.
        """
        text = "text/plain; charset=utf-8"
        if path == "/livez":
            return (200, text, "ok\n") if self.lives else (503, text, "the loop does not turn\n")
        if path == "/readyz":
            faults = self.faults()
            return (503, text, "".join(f"{each}\n" for each in faults)) if faults else (200, text, "ready\n")
        if path == "/metrics":
            try:
                return 200, METRICS, openmetrics_text(self._desk.measure())
            except LedgerError as error:
                return 503, text, f"{error}\n"
        return None
