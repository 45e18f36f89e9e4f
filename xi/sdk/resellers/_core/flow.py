"""The commands a flow yields, and what it is sent in return."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple, Protocol, TypeVar

from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers._core.redact import Sealed

T = TypeVar("T")

NOTICEABLE_S = 1.0
"""A wait longer than this is told of; people wonder about it."""


class Send(NamedTuple):
    """Send a request; the reply is its Response, or a TransportFailure is thrown in."""

    request: Request
    timeouts: Timeouts


class Sleep(NamedTuple):
    """Wait; the reply is None."""

    seconds: float
    why: str = ""
    """What for, and which setting bounds it, where people are to be told; empty for a moment that nobody notices."""


class DropConnections(NamedTuple):
    """Use none of the open connections again: one was seen to carry another call's answer. The reply is None."""


class AskForToken(NamedTuple):
    """Ask the program for its bearer token, or for the credentials to fetch one with; the reply is what it gives.

    `refused` is the token the server has just answered 401 to, so that a source that can renew it does.
    """

    refused: Sealed | None = None


class Gate(Protocol):
    """Lets one flow through at a time, whichever thread or task it runs in."""

    def leave(self) -> None:
        """Let those who wait look again; called by the one that was let through."""
        ...


class EnterGate(NamedTuple):
    """Pass a gate; the reply is True for the one let through, and False once that one has left, or patience ends."""

    gate: Gate
    patience: float
    """Longest wait, in seconds; with 0 it is the answer at this moment."""


Command = Send | Sleep | AskForToken | EnterGate | DropConnections
Reply = Response | Sealed | tuple[str, Sealed] | bool | None
Flow = Generator[Command, Reply, T]
