"""The commands a flow yields, and what it is sent in return."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple, TypeVar

from xi.sdk.resellers._core.messages import Request, Response, Timeouts

T = TypeVar("T")


class Send(NamedTuple):
    """Send a request; the reply is its Response, or a TransportFailure is thrown in."""

    request: Request
    timeouts: Timeouts


class Sleep(NamedTuple):
    """Wait; the reply is None."""

    seconds: float


class Acquire(NamedTuple):
    """Get the bearer token; the reply is the token, or None where the client has none.

    `refused` is the token the server has just answered 401 to, so that a source that can renew it does.
    """

    refused: str | None = None

    def __repr__(self) -> str:
        """Leave out the token, which was refused but may be good elsewhere."""
        return f"Acquire({'' if self.refused is None else 'another token'})"


Command = Send | Sleep | Acquire
Reply = Response | str | None
Flow = Generator[Command, Reply, T]
