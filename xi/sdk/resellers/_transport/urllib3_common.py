"""What the urllib3 modules share: routes, timeouts, and what an exception of urllib3 means for a call."""

from __future__ import annotations

import socket
import ssl
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from urllib3.exceptions import (
    ClosedPoolError,
    ConnectTimeoutError,
    EmptyPoolError,
    LocationValueError,
    NewConnectionError,
)
from urllib3.util import Retry, Timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xi.sdk.resellers._core.messages import Timeouts
    from xi.sdk.resellers._transport.proxies import Proxy


class Route(NamedTuple):
    """The urllib3 objects for an origin."""

    manager: Any
    pool: Any
    """None if requests go through the manager."""
    proxy: Proxy | None
    is_absolute: bool = False
    """Whether the request contains the whole URL, as a proxy for plain http needs it; otherwise it has the path."""


NEVER = Retry(total=False, redirect=False, raise_on_redirect=False, raise_on_status=False)
"""urllib3 neither repeats a request nor follows a redirect: `_core` decides that."""
_NEVER_CONNECTED = (
    ClosedPoolError,
    ConnectionRefusedError,
    ConnectTimeoutError,
    EmptyPoolError,
    LocationValueError,
    NewConnectionError,
    socket.gaierror,
    ssl.SSLCertVerificationError,
)
"""Exceptions that are raised only before there is a connection; others can be raised at any time."""
_NO_TUNNEL = "Tunnel connection failed"
"""How the message of http.client begins if a proxy refuses."""

_LONGEST = 1e7
"""Seconds; a socket does not accept a much longer time."""


def seconds(given: float) -> float:
    """Return a time that a socket accepts."""
    return min(given, _LONGEST)


def timeout(timeouts: Timeouts) -> Timeout:
    """Return the timeouts for urllib3, without the total time, which differs in each call."""
    return _timeout(seconds(timeouts.connect), seconds(timeouts.read))


@lru_cache(maxsize=16)
def _timeout(connect: float, read: float) -> Timeout:
    return Timeout(connect=connect, read=read)


def cause(error: BaseException) -> str:
    """Return the innermost reason; the outer ones name objects of urllib3."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error) or type(error).__name__


def never_connected(error: BaseException) -> bool:
    """Return whether a failure came before there was a connection to send on."""
    return any(
        isinstance(each, _NEVER_CONNECTED) or (isinstance(each, OSError) and str(each).startswith(_NO_TUNNEL))
        for each in causes(error)
    )


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and its causes, from all attributes in which urllib3 keeps them."""
    return _with_related(
        error,
        lambda each: (each.__cause__, getattr(each, "reason", None), getattr(each, "original_error", None), *each.args),
    )


def without_frames(error: BaseException) -> BaseException:
    """Remove the frames of an error, its causes and contexts: frames of urllib3 contain the Authorization header."""
    related = _with_related(error, lambda each: (each.__cause__, each.__context__, *getattr(each, "exceptions", ())))
    for each in related:
        each.__traceback__ = None
    return error


def _with_related(
    error: BaseException, related: Callable[[BaseException], Iterable[object]]
) -> Iterator[BaseException]:
    left, seen = [error], set[int]()
    while left:
        each = left.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            left += [one for one in related(each) if isinstance(one, BaseException)]
