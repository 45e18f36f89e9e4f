"""Rows of a behaviour, an operation and the outcome that both clients must have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Any, NamedTuple

from call_kit import CREATE_V7, DETAILS, MODIFY, RELEASE, SEARCH, Call
from server_kit import Step

SAFE = (DETAILS, SEARCH)
OTHER_ONCE = (CREATE_V7, MODIFY, RELEASE)
"""Calls that are sent once, besides create v6; each behaviour gets the next one of them."""
EXAMPLE_HOST = "api.example"
"""The name that certificates, tunnels and look-ups are for."""


class Outcome(NamedTuple):
    """What a caller gets, and how many requests reached the server."""

    kind: str
    """`result`, or the name of the exception's class."""
    doubt: bool | None = False
    """`may_have_been_acted_on`."""
    attempts: int = 1
    status: int | None = None
    requests: int = 1
    """Whole requests of the operation that reached the server."""

    def __str__(self) -> str:
        doubt = {True: ", in doubt", False: "", None: ", doubt unknown"}[self.doubt]
        return f"{self.kind} {self.status}{doubt}, {self.attempts} attempts, {self.requests} requests"


def result(attempts: int = 1, requests: int | None = None) -> Outcome:
    """The call returned what the good answer says."""
    return Outcome("result", False, attempts, None, attempts if requests is None else requests)


def raised(
    kind: type[BaseException],
    status: int | None = None,
    *,
    doubt: bool = False,
    attempts: int = 1,
    requests: int | None = None,
) -> Outcome:
    """The call raised exactly this class.

    Args:
        kind: of the exception.
        status: of the exception; None if any status is right.
        doubt: whether the call may have been acted on.
        attempts: that the exception reports.
        requests: that reached the server; the same as attempts if None.
    """
    return Outcome(kind.__name__, doubt, attempts, status, attempts if requests is None else requests)


@dataclass(frozen=True)
class Row:
    """A behaviour of the server, a call, and the outcome it must have with both clients."""

    name: str
    call: Call
    script: Sequence[Step]
    want: Outcome
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Of the configuration."""
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Of the call."""
    first: str = ""
    """What comes before the call: "good" for a call that succeeds, whose connection is idle while the server goes on;
    "late" for a call that gives up before the server answers it."""
    reconnects: bool = False
    """Whether the call must not use the connection of the call before it."""
    at_least: float = 0.0
    """Seconds that the call takes at least."""
    tls: str | None = None
    """The name in the server's certificate; None for no TLS."""
    host: str | None = None
    """The host to call, `PORT` standing for the server's; the server itself without it."""
    through: str | None = None
    """The host behind the server, if the server is a proxy."""
    is_configured: bool = True
    """Whether the configuration names the proxy; otherwise the test has to set it in the environment."""
    credential: str = ""
    """One of `CREDENTIALS`, or "app of this server" for an app whose token comes from the server; "" for any."""

    def __str__(self) -> str:
        return f"{self.name}, {self.call.name}"


CREDENTIALS = ("token", "app", "callable", "auth", "header")
"""The ways to give a call its credential; rows use them in turn."""


def in_turn(calls: Sequence[Call]) -> Callable[[], Call]:
    """Return a function that returns these calls one after the other, again and again."""
    turn = count()
    return lambda: calls[next(turn) % len(calls)]
