"""Tracks the connections of a running server, so that a fault can break or hold up one, and limits their number."""

import asyncio
import socket
import sys
from collections.abc import Callable
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

Peer = tuple[str, int]

CONNECTION_LIMIT: Final = 1_000
"""Connections that can be open at the same time; a further one is closed at once. Fewer where the process may not have
so many files."""
KEPT_FILES: Final = 192
"""Files that are left for all else: databases, state files, logs, and connections that are accepted before the first of
them can be closed for being too many. A server that has none left accepts nobody."""
REQUEST_TIME_S: Final = 20.0
"""Seconds that a request may take to arrive; after that its connection is closed."""
_DONE: Final = (h11.DONE, h11.MUST_CLOSE, h11.CLOSED, h11.SWITCHED_PROTOCOL)


def limit() -> int:
    """Return how many connections can be open at the same time."""
    if sys.platform == "win32":
        return CONNECTION_LIMIT
    import resource  # noqa: PLC0415 - there is none on Windows

    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return CONNECTION_LIMIT
    return min(CONNECTION_LIMIT, max(files // 4, files - KEPT_FILES))


class Connections:
    """The open connections, by the address of the client.

    Args:
        refuses: Returns whether a new connection is to be closed at once; without it only those over the limit are.
    """

    def __init__(self, refuses: Callable[[], bool] = lambda: False) -> None:
        self._refuses = refuses
        self._open: dict[Peer, asyncio.Transport] = {}
        self._pauses: set[asyncio.Future[None]] = set()
        self._is_ending = False
        self._has_sockets = False

    def of(self, scope: Any) -> asyncio.Transport | None:
        """Return the connection of a request; None if its client has gone, so that there is nothing to break.

        Raises:
            ConnectionAbortedError: There is no connection, as in a test without sockets; the error breaks the request.
        """
        client = scope.get("client")
        if client is None or not self._has_sockets:
            raise ConnectionAbortedError("broken by a fault of the sandbox")
        return self._open.get((client[0], client[1]))

    async def pause(self, seconds: float) -> bool:
        """Hold a request up; return False if the server ends meanwhile, so that there is nobody left to answer.

        Args:
            seconds: How long.
        """
        if self._is_ending:
            return False
        ended = asyncio.get_running_loop().create_future()
        self._pauses.add(ended)
        try:
            return not (await asyncio.wait((ended,), timeout=seconds))[0]
        finally:
            self._pauses.discard(ended)

    def end_pauses(self) -> None:
        """End all pauses, because the server ends; to be called in its event loop."""
        self._is_ending = True
        for each in self._pauses:
            each.set_result(None)

    def protocol(self) -> type[H11Protocol]:
        """Return the protocol class for a server whose connections are tracked here."""
        return type("Protocol", (_Protocol,), {"known": self})

    def take(self, peer: Peer | None, transport: asyncio.Transport) -> None:
        """Add a new connection, or close it at once."""
        self._has_sockets = True
        if self._refuses() or len(self._open) >= limit():
            transport.abort()
        elif peer is not None:
            self._open[peer] = transport

    def forget(self, peer: Peer | None) -> None:
        """Remove a connection that is closed."""
        if peer is not None:
            self._open.pop(peer, None)


def _send_at_once(transport: asyncio.Transport) -> None:
    """Let a connection send what it has without waiting for the client, whoever made the socket that it came by.

    asyncio sets this only for sockets with an explicit protocol. Without it, each response on a connection that is kept
    waits 40 ms for the acknowledgement of its head.
    """
    accepted = transport.get_extra_info("socket")
    if accepted is not None and accepted.family in (socket.AF_INET, socket.AF_INET6):
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class _Protocol(H11Protocol):
    known: Connections
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        _send_at_once(transport)
        self.known.take(self.client, transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._unwatch()
        self.known.forget(self.client)
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Start the timer for the next request, or for the rest of one."""
        if self.conn.their_state in _DONE:
            self._unwatch()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_TIME_S, self.transport.abort)

    def _unwatch(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
