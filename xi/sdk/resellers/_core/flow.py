"""The commands that a flow yields, and the replies that it receives."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple, Protocol, TypeVar

from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers._core.redact import Sealed

T = TypeVar("T")

NOTICEABLE_S = 1.0
"""A longer wait is logged at WARNING, since somebody may notice it and wonder why."""


class Send(NamedTuple):
    """Send a request; the reply is its Response, or a TransportFailure is thrown in."""

    request: Request
    timeouts: Timeouts


class Sleep(NamedTuple):
    """Wait; the reply is None."""

    seconds: float
    why: str = ""
    """The reason, and the setting that limits it; empty for a wait that nobody notices."""


class DropConnections(NamedTuple):
    """Do not use any open connection again, since one returned the response to another call. The reply is None."""


class AskForToken(NamedTuple):
    """Ask the program for its bearer token, or for the credentials to fetch one; the reply is what it returns.

    `refused` is the token that the server has just answered with 401, so that the program can renew it.
    """

    refused: Sealed | None = None


class Gate(Protocol):
    """Lets one flow in at a time, from all threads and tasks."""

    def leave(self, by: object) -> None:
        """Wake the flows that wait, if the gate is held by this one; otherwise nothing happens."""
        ...


class EnterGate(NamedTuple):
    """Enter a gate; the reply is True once it is entered, or False once another flow has left or the time is up."""

    gate: Gate
    patience: float
    """Longest wait in seconds; with 0 the reply comes at once."""
    by: object = None
    """Stands for the flow that enters, so that it can leave though it was interrupted before the reply came."""


Command = Send | Sleep | AskForToken | EnterGate | DropConnections
Reply = Response | Sealed | tuple[str, Sealed] | bool | None
Flow = Generator[Command, Reply, T]
