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
    from collections.abc import Iterator

    from xi.sdk.resellers._core.messages import Timeouts
    from xi.sdk.resellers._transport.proxies import Proxy


class Route(NamedTuple):
    """What was opened for an origin."""

    manager: Any
    pool: Any
    """None where only the manager is asked."""
    proxy: Proxy | None
    is_absolute: bool = False
    """Whether the whole URL is asked for, as of a proxy for plain http; everyone else is asked for the path."""


NEVER = Retry(total=False, redirect=False, raise_on_redirect=False, raise_on_status=False)
"""urllib3 repeats and follows nothing: that is decided in `_core`."""
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
"""What is raised before a connection is there; of other failures nobody can say when they came."""
_NO_TUNNEL = "Tunnel connection failed"
"""How http.client begins to say that a proxy refused."""


_LONGEST = 1e7
"""Seconds; a socket refuses to wait for much more."""


def seconds(given: float) -> float:
    """Return a time as a socket takes it."""
    return min(given, _LONGEST)


def timeout(timeouts: Timeouts) -> Timeout:
    """Return how long urllib3 may wait, the time of the whole left out: it changes with every call."""
    return _timeout(seconds(timeouts.connect), seconds(timeouts.read))


@lru_cache(maxsize=16)
def _timeout(connect: float, read: float) -> Timeout:
    """The same as urllib3 takes it; it copies it before each use."""
    return Timeout(connect=connect, read=read)


def cause(error: BaseException) -> str:
    """Return the innermost reason; the outer ones name objects of urllib3."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error) or type(error).__name__


def never_connected(error: BaseException) -> bool:
    """Tell whether a failure came before there was a connection to send on."""
    return any(
        isinstance(each, _NEVER_CONNECTED) or (isinstance(each, OSError) and str(each).startswith(_NO_TUNNEL))
        for each in causes(error)
    )


def causes(error: BaseException) -> Iterator[BaseException]:
    """Give a failure and what it says it came of, wherever urllib3 keeps that."""
    left, seen = [error], set[int]()
    while left:
        each = left.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inner = (each.__cause__, getattr(each, "reason", None), getattr(each, "original_error", None), *each.args)
        left += [one for one in inner if isinstance(one, BaseException)]


def without_frames(error: BaseException) -> BaseException:
    """Return an error without the frames it came through: those of urllib3 hold the Authorization header.

    The same goes for those it was raised from and while handling.
    """
    left, seen = [error], set[int]()
    while left:
        each = left.pop()
        seen.add(id(each))
        each.__traceback__ = None
        inner = (each.__cause__, each.__context__, *getattr(each, "exceptions", ()))
        left += [one for one in inner if isinstance(one, BaseException) and id(one) not in seen]
    return error
