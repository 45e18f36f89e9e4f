"""Knows the connections of a running server, so that a fault can break the one a call came over."""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

Peer = tuple[str, int]


class Lines:
    """The open connections by the address at their other end.

    Args:
        refuses: Tells whether a new connection is to be closed at once.
    """

    def __init__(self, refuses: Callable[[], bool]) -> None:
        self._refuses = refuses
        self._open: dict[Peer, asyncio.Transport] = {}

    def of(self, scope: Any) -> asyncio.Transport:
        """Return the connection a request came over.

        Raises:
            ConnectionAbortedError: No server of ours took it, as in a test without sockets: all that is left to break
                is the call itself.
        """
        client = scope.get("client")
        line = None if client is None else self._open.get((client[0], client[1]))
        if line is None:
            raise ConnectionAbortedError("broken by a fault of the sandbox")
        return line

    def protocol(self) -> type[H11Protocol]:
        """Return the protocol for a server whose connections are to be known."""
        lines = self

        class _Protocol(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                if lines._refuses():
                    transport.abort()
                elif self.client is not None:
                    lines._open[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client is not None:
                    lines._open.pop(self.client, None)
                super().connection_lost(exc)

        return _Protocol
