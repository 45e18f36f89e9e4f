"""What the aiohttp modules share: the request that is out, and the cause of a failure."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

import aiohttp


@dataclass(slots=True)
class ActiveRequest:
    """The state of a request in progress."""

    until: float
    """The latest moment for its response, on the loop's clock; nothing is sent after it."""
    longest_idle: float
    """Longest time in seconds that its connection may have been idle."""
    is_latin1: bool = False
    """Whether a header has to be sent in Latin-1, as HTTP/1.1 says; aiohttp would use UTF-8."""
    meanwhile: Callable[[], object] | None = None
    """Called once the request is sent, before its response is read."""
    wants_new: bool = False
    """Whether an idle connection was not fit, and the next one has to be new, so that not all idle ones are closed."""
    is_begun: bool = False
    """Whether any byte of it was sent."""
    is_late: bool = False
    """Whether its time was over before it was sent, so that it was given up."""
    answer: aiohttp.ClientResponse | None = None
    was_refused: str = ""
    """Why no connection could be made."""
    pieces: list[bytes] = field(default_factory=list[bytes])
    size: int = 0
    first: bytearray | None = None
    """The first bytes that were received on its connection."""

    @property
    def received(self) -> bytes:
        """The first bytes of its response, from the status line on."""
        return bytes(self.first or b"")


current_request: ContextVar[ActiveRequest] = ContextVar("current_request")


def cause(error: Exception) -> str:
    """Return the cause of a failure, without secrets."""
    if isinstance(error, aiohttp.ClientHttpProxyError):
        # Its text would contain the URL of the proxy, and so the password.
        return f"it was answered {error.status} {error.message}".rstrip()
    if isinstance(error, aiohttp.ClientResponseError):  # aiohttp gives a status of its own to what it cannot read
        return f"the answer is not HTTP: {error.message}"
    return str(error) or ("timed out" if isinstance(error, TimeoutError) else type(error).__name__)
