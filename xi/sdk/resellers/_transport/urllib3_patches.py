"""Finds what tests and tools have patched in urllib3, http.client and socket, and sends through it.

A patch expects to be called. A class or function counts as genuine if its code is from one of these packages. So it
makes no difference whether this package or the patch was imported first.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from contextlib import suppress
from http.client import HTTPException
from itertools import chain
from operator import attrgetter, is_
from types import BuiltinFunctionType, FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import urllib3.connection
import urllib3.connectionpool
import urllib3.poolmanager
import urllib3.response
import urllib3.util.connection
from urllib3.exceptions import HTTPError

from xi.sdk.resellers._core.messages import FINAL, Headers, NotSent, Response, Unanswered
from xi.sdk.resellers._transport.decoding import cut, decoded
from xi.sdk.resellers._transport.urllib3_common import NEVER, cause, timeout
from xi.sdk.resellers._transport.urllib3_watchdog import Watchdog, watched, watched_class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.urllib3_common import Route

_PIECE = 1 << 16
_POOL_CLASSES = (urllib3.connectionpool.HTTPConnectionPool, urllib3.connectionpool.HTTPSConnectionPool)
_STATUSES = range(FINAL, 600)
_BYTES = (bytes, bytearray, memoryview)

_HOME_MODULES = {"urllib3", "http", "socket", "_socket", "ssl", "_ssl"} | {
    "abc",
    "builtins",
    "collections",
    "contextlib",
    "email",
    "enum",
    "io",
    "_io",
    "queue",
    "re",
    "types",
    "typing",
}
"""Packages and modules that genuine classes and functions come from."""
_WRAPPERS = ("contextlib", "functools")
"""Modules whose decorators urllib3 uses."""


class Patches(NamedTuple):
    """The patches that were found."""

    found: tuple[object, ...] = ()
    needs_plain_call: bool = False
    """Whether a patch is reached only by the plain call that the published package makes."""

    def is_same(self, other: Patches) -> bool:
        """Return whether these are the very same patches."""
        return len(self.found) == len(other.found) and all(map(is_, self.found, other.found))


NO_PATCHES = Patches()
"""Nothing is patched."""

_MANAGER = ["__init__", "request", "request_encode_body", "request_encode_url", "urlopen", "_new_pool"]
_CHOICE = [f"connection_from_{each}" for each in ("url", "host", "context", "pool_key")]
_POOL = [
    "__init__",
    "urlopen",
    "_get_conn",
    "_make_request",
    "_new_conn",
    "_prepare_proxy",
    "_put_conn",
    "_validate_conn",
]
_CONNECTION = [
    "__init__",
    "close",
    "connect",
    "endheaders",
    "is_connected",
    "putrequest",
    "request",
    "send",
    "_new_conn",
]
_OWN = ["putheader", "response_class"]
"""What our connections override."""
_READING = ["__init__", "begin", "read", "read1"]
"""Functions that a monitor may wrap. They send nothing, so a wrapper around a genuine one needs no plain call."""
_ANSWER = ["__init__", "data", "read"]
_SOCKET = ["__init__", "connect", "makefile", "recv", "recv_into", "send", "sendall", "setsockopt", "settimeout"]


def _places() -> Iterator[tuple[Any, list[str], bool]]:
    """Yield the classes and modules that a call goes through, from the pool manager down to the socket.

    Each has the names to look at, and whether our connections bypass them, so that only a plain call reaches a patch
    there. Classes come after the modules in which they are looked up.
    """
    managers, pools = ["PoolManager", "ProxyManager"], ["HTTPConnectionPool", "HTTPSConnectionPool"]
    connections = ["HTTPConnection", "HTTPSConnection"]
    yield urllib3, managers, True
    yield urllib3.poolmanager, [*managers, "pool_classes_by_scheme"], True
    yield urllib3.connectionpool, [*pools, *connections], True
    yield urllib3.connection, connections, True
    yield urllib3.response, ["HTTPResponse"], True
    yield http.client, ["HTTPResponse"], True
    for name in managers:
        yield getattr(urllib3.poolmanager, name), [*_MANAGER, *_CHOICE], True
    for name in pools:
        yield getattr(urllib3.connectionpool, name), ["ConnectionCls"], True
        yield getattr(urllib3.connectionpool, name), _POOL, False
    for name in connections:
        yield getattr(urllib3.connection, name), ["getresponse", *_OWN], True
        yield getattr(urllib3.connection, name), _CONNECTION, False
    # The base class of urllib3's connection; its `getresponse` is called by that of urllib3 and by our connections.
    plain: Any = base_of(urllib3.connection.HTTPConnection)
    yield plain, _OWN, True
    yield plain, ["getresponse", *_CONNECTION], False
    yield urllib3.response.HTTPResponse, _ANSWER, True
    yield http.client.HTTPResponse, _READING, True
    yield urllib3.connectionpool, ["is_connection_dropped"], False
    yield urllib3.connection, ["ssl_wrap_socket"], False
    yield urllib3.util.connection, ["create_connection", "allowed_gai_family"], False
    yield socket, ["socket", "create_connection", "getaddrinfo"], False
    yield socket.socket, _SOCKET, False
    yield ssl.SSLSocket, ["do_handshake", "read", "recv_into", "send", "sendall", "write"], False
    yield ssl.SSLContext, ["wrap_socket"], False


def base_of(connection: Any) -> Any:
    """Return the base class of a connection of urllib3; it is that of http.client unless it is patched."""
    return connection.__base__ if isinstance(connection, type) else http.client.HTTPConnection


def is_genuine(value: Any) -> bool:
    """Return whether a value is genuine: from urllib3, http.client or socket, or not a class or function at all."""
    if isinstance(value, property):
        return all(map(is_genuine, (value.fget, value.fset, value.fdel)))
    if isinstance(value, dict):
        return all(map(is_genuine, cast("Mapping[Any, Any]", value).values()))
    return not callable(value) or _is_home(_home_of(value))


def _home_of(value: Any) -> object:
    """Return the name of the module that the code of a class or function comes from; `__module__` may be another."""
    if type(value) is FunctionType:
        home = value.__globals__.get("__name__")
        wrapped = value.__dict__.get("__wrapped__")
        return _home_of(wrapped) if home in _WRAPPERS and wrapped is not None else home
    if type(value) is BuiltinFunctionType:
        return value.__module__ or type(value.__self__).__module__
    return value.__module__ if isinstance(value, type) else type(value).__module__


def _wraps_genuine(value: Any) -> bool:
    """Return whether a function has a genuine one in its closure, which it probably calls."""
    cells = value.__closure__ or () if type(value) is FunctionType else ()
    kept = [each.cell_contents for each in cells]
    return any(type(each) is FunctionType and _is_home(_home_of(each)) for each in kept)


def _is_home(module: object) -> bool:
    return isinstance(module, str) and module.partition(".")[0] in _HOME_MODULES


class _Snapshot:
    """The classes and functions found at one moment, and a quick check whether they are still in place."""

    def __init__(self) -> None:
        self._seen: list[Any] = []
        self._picks: list[tuple[Callable[[Any], tuple[Any, ...]], Any]] = []
        found: list[object] = []
        needs_plain_call = False
        for owner, names, is_bypassed in _places():
            if not is_genuine(owner):
                continue  # it was found under its name already, and its contents do not matter
            known = [name for name in names if hasattr(owner, name)]
            pick = attrgetter(*known, known[0])  # with two names or more it returns a tuple
            values = pick(owner)
            self._picks.append((pick, owner))
            self._seen += values
            strangers = [each for each in values if not is_genuine(each)]
            found += strangers
            needs_plain_call |= is_bypassed and not all(
                names is _READING and _wraps_genuine(each) for each in strangers
            )
        # urllib3 looks up schemes in this table, and some tools put their pools into it.
        table = urllib3.poolmanager.pool_classes_by_scheme
        self._picks.append((lambda given: tuple(given.values()), table))
        self._seen += table.values()
        self.patches = Patches(tuple(found), needs_plain_call) if found else NO_PATCHES

    def is_current(self) -> bool:
        """Return whether nothing was patched or restored after it was made."""
        try:
            now = [pick(owner) for pick, owner in self._picks]
        except AttributeError:
            return False
        return all(map(is_, chain.from_iterable(now), self._seen)) and sum(map(len, now)) == len(self._seen)


_snapshot = _Snapshot()


def current_patches() -> Patches:
    """Return the present patches; the same object as long as nothing changes."""
    global _snapshot  # noqa: PLW0603 - patches belong to the process too
    snapshot = _snapshot
    if not snapshot.is_current():
        before = snapshot.patches
        snapshot = _Snapshot()
        if snapshot.patches.is_same(before):
            snapshot.patches = before
        _snapshot = snapshot
    return snapshot.patches


def send_plainly(route: Route, request: Request, timeouts: Timeouts, limit: int) -> Response:
    """Send a request by the call that the published package makes, and read the response.

    Args:
        route: the route, with a manager that has a `request` like that of urllib3.
        request: the request.
        timeouts: how long it may take.
        limit: most bytes of the body of the response.

    Raises:
        NotSent: the deadline has passed.
        Unanswered: the response is not complete.
        Exception: anything that the manager raises, such as HTTPException and OSError.
    """
    if timeouts.total is not None and timeouts.total <= 0:  # urllib3 would raise a ValueError
        raise NotSent("the deadline passed before it was sent")
    until = float("inf") if timeouts.total is None else time.monotonic() + timeouts.total
    options: dict[str, Any] = (
        {"fields": {}} if request.body is None else {"body": (request.open_body() or b"").decode()}
    )
    kind = type(cast("object", route.manager))
    if is_genuine(kind) and is_genuine(getattr(kind, "request", None)):
        # Otherwise urllib3 would repeat requests by itself; a patched manager may not know these arguments.
        options |= {"retries": NEVER, "redirect": False}
    _watch_connections(route.manager, request.origin)
    with watched(until) as watchdog:
        try:
            answer = route.manager.request(
                request.method,
                request.origin + request.target,
                timeout=timeout(timeouts),
                headers=request.open_headers(),
                preload_content=False,
                **options,
            )
        except (HTTPError, HTTPException, OSError) as error:
            if watchdog.is_late:
                raise Unanswered(f"no whole answer from {request.origin}: timed out") from error
            raise
        return response_from(answer, request.origin, until, limit, watchdog)


def _watch_connections(manager: Any, origin: str) -> None:
    """Let the watchdog know the connections to an origin, if they are those of urllib3, with or without wrappers."""
    kind = type(cast("object", manager))
    if not is_genuine(kind) or not all(is_genuine(getattr(kind, name, None)) for name in (*_CHOICE, "_new_pool")):
        return
    with suppress(Exception):  # a patch may lack what this needs, or raises what its request shall raise
        pool = manager.connection_from_url(origin)
        connection = pool.ConnectionCls
        if type(pool) in _POOL_CLASSES and is_genuine(connection) and "ConnectionCls" not in vars(pool):
            pool.ConnectionCls = watched_class(connection)
            if connection.response_class is http.client.HTTPResponse and is_genuine(http.client.HTTPResponse):
                # That of Python takes a part of an answer for the whole.
                from xi.sdk.resellers._transport.urllib3_response import BoundedResponse  # noqa: PLC0415 - derived from what is genuine

                pool.ConnectionCls.response_class = BoundedResponse


def response_from(answer: Any, origin: str, until: float, limit: int, watchdog: Watchdog | None = None) -> Response:
    """Return an object that is similar to a response of urllib3 as a response.

    Args:
        answer: the object.
        origin: where it came from.
        until: the latest moment for its end.
        limit: most bytes of its body.
        watchdog: watches over its connection, if anybody does.

    Raises:
        Unanswered: it is not similar enough, or not complete.
    """
    status: Any = getattr(answer, "status", None)
    if not isinstance(status, int) or status not in _STATUSES:
        raise Unanswered(f"no whole answer from {origin}: its status is {str(status)[:40]!r}, not one from 200 to 599")
    given = getattr(answer, "reason", None)
    reason = given if isinstance(given, str) else ""
    headers = Headers(_pairs(answer))
    came = bytearray()
    try:
        body = _body(answer, came, until, limit)
        if watchdog is not None and watchdog.is_late:  # a body without a length ends with its connection
            raise TimeoutError("timed out")
    except (HTTPError, HTTPException, OSError, ValueError) as error:  # ValueError: such as a chunk of -5 bytes
        is_late = watchdog is not None and watchdog.is_late
        why = f"no whole answer from {origin}: {'timed out' if is_late else cause(error)}"
        raise Unanswered(why, Response(status, reason, headers, bytes(came))) from error
    if len(body) > limit:
        body, defect = cut(body, limit)
    else:
        body, defect = decoded(body, headers.get("Content-Encoding", ""), limit)
    return Response(status, reason, headers, body, defect)


def _pairs(answer: Any) -> list[tuple[str, str]]:
    """Return the headers, which may be a mapping, a message or a list, under one of three names."""
    for name in ("headers", "msg", "getheaders"):
        found = getattr(answer, name, None)
        if name == "getheaders" and callable(found):
            found = found()
        # A mock has every attribute; its class does not.
        if _has(found, "items"):
            found = cast("Any", found).items()
        if _has(found, "__iter__"):
            pairs = [tuple(map(str, each)) for each in cast("Iterable[Iterable[object]]", found)]
            return [(each[0], each[1]) for each in pairs if len(each) == 2]  # noqa: PLR2004 - a pair
    return []


def _has(value: Any, name: str) -> bool:
    kind = type(cast("object", value))
    return hasattr(kind, name)


def _body(answer: Any, came: bytearray, until: float, limit: int) -> bytes:
    if isinstance(answer, urllib3.response.BaseHTTPResponse):
        while piece := answer.read(_PIECE, decode_content=False):
            came += piece
            if len(came) > limit:
                answer.close()
                return bytes(came)
            if time.monotonic() >= until:
                answer.close()
                raise TimeoutError("timed out")
        answer.release_conn()
    if came:
        return bytes(came)
    whole = getattr(answer, "data", None)  # what was read already, and perhaps decompressed by urllib3
    if not isinstance(whole, (*_BYTES, str)):
        read = getattr(answer, "read", None)
        whole = read() if callable(read) else None
    if isinstance(whole, str):
        return whole.encode()
    return bytes(cast("bytes", whole)) if isinstance(whole, _BYTES) else b""
