"""Ends a plain call at its deadline, which the connections of urllib3 do not know."""

from __future__ import annotations

import socket
import time
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from http.client import HTTPException
from threading import Timer
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._core.messages import NotSent
from xi.sdk.resellers._transport.settings import TIMED_OUT
from xi.sdk.resellers._transport.urllib3_common import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


class Watchdog:
    """Shuts the connection of a request down at its deadline.

    A timeout of urllib3 begins anew with each byte that arrives, so a server that sends slowly would hold a call for as
    long as it likes.

    Args:
        until: the latest moment for the end of the response, on the monotonic clock.
    """

    def __init__(self, until: float) -> None:
        self._until = until
        self._sock: Any = None
        self._timer: Timer | None = None
        self.is_late = False
        """Whether a connection was shut down."""

    def watch(self, sock: Any) -> None:
        """Shut this socket down when the time is over."""
        self._sock = sock
        left = self._until - time.monotonic()
        if left <= 0:
            self._strike()
        elif self._timer is None and left != float("inf"):
            self._timer = Timer(seconds(left), self._strike)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._sock = None
        if self._timer is not None:
            self._timer.cancel()

    def _strike(self) -> None:
        sock = self._sock
        if isinstance(sock, socket.socket) and sock.fileno() >= 0:  # within a handshake TLS has taken it over
            self.is_late = True
            with suppress(OSError):  # it is closed already
                # Not that of an SSLSocket, which would take TLS away from the thread that reads.
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


_watchdog: ContextVar[Watchdog] = ContextVar("watchdog")


@contextmanager
def watched(until: float) -> Generator[Watchdog]:
    """Watch over the request that is sent in this block.

    Args:
        until: the latest moment for the end of the response, on the monotonic clock.
    """
    made = Watchdog(until)
    outer = _watchdog.set(made)
    try:
        yield made
    finally:
        _watchdog.reset(outer)
        made.stop()


def _in_time(open_tunnel: Callable[[], None], place: str) -> None:
    found = _watchdog.get(None)
    try:
        open_tunnel()
    except (OSError, HTTPException):
        if found is None or not found.is_late:
            raise
    if found is not None and found.is_late:  # Python takes a part of an answer for the whole, and would begin TLS
        raise NotSent(f"could not connect to {place}: timed out")


def watched_class(connection: Any) -> Any:
    """Return a subclass of a class of connections, which tells the watchdog of each request."""

    class WatchedConnection(connection):  # type: ignore[misc]  # of urllib3, perhaps with patches
        _said_408 = False
        _read: Any = None
        """The last answer, as http.client read it."""

        @property
        def is_connected(self) -> bool:
            """Whether it may be used again."""
            inherited: Any = super()
            # What was received with an answer, and is no part of it, went with that answer; its rest may be on the way.
            is_spent = self._said_408 or getattr(self._read, "had_more", False)
            return not is_spent and bool(inherited.is_connected)

        def connect(self) -> None:
            inherited: Any = super()
            inherited.connect()
            self._said_408, self._read = False, None
            self._tell()

        def _new_conn(self) -> Any:
            inherited: Any = super()
            made = inherited._new_conn()  # noqa: SLF001 - urllib3 has no public name for it
            self._watch(made)  # already for the answer of a proxy to CONNECT
            return made

        def _tunnel(self) -> None:
            inherited: Any = super()
            _in_time(inherited._tunnel, f"{self.host}:{self.port}")  # noqa: SLF001 - as above

        def request(self, *args: Any, **kwargs: Any) -> Any:
            inherited: Any = super()
            self._tell()
            return inherited.request(*args, **kwargs)

        def getresponse(self) -> Any:
            inherited: Any = super()
            answer: Any = inherited.getresponse()
            self._said_408 = getattr(answer, "status", None) == TIMED_OUT
            self._read = getattr(answer, "_original_response", None)
            return answer

        def _tell(self) -> None:
            self._watch(getattr(self, "sock", None))

        def _watch(self, sock: Any) -> None:
            found = _watchdog.get(None)
            if found is not None and sock is not None:
                found.watch(getattr(sock, "socket", sock))  # that of urllib3 for TLS within TLS has one inside

    return WatchedConnection
