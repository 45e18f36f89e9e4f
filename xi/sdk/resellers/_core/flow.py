"""The commands a flow yields, and what it is sent in return."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple, Protocol, TypeVar

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
    """Ask the program for its bearer token, or for the credentials to fetch one with; the reply is what it gives.

    `refused` is the token the server has just answered 401 to, so that a source that can renew it does.
    """

    refused: str | None = None

    def __repr__(self) -> str:
        """Leave out the token, which was refused but may be good elsewhere."""
        return f"Acquire({'' if self.refused is None else 'another token'})"


class Gate(Protocol):
    """Lets one flow through at a time, whichever thread or task it runs in."""

    def leave(self) -> None:
        """Let those who wait look again; called by the one that was let through."""
        ...


class Guard(NamedTuple):
    """Pass a gate; the reply is True for the one let through, and False once that one has left, or patience ends."""

    gate: Gate
    patience: float
    """Longest wait, in seconds; with 0 it is the answer at this moment."""


Command = Send | Sleep | Acquire | Guard
Reply = Response | str | tuple[str, str] | bool | None
Flow = Generator[Command, Reply, T]
