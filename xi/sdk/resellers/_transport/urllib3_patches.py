"""Finds what tests and tools have patched in urllib3, http.client and socket, and sends through it.

A patch expects to be called. Whether a class or function is genuine is judged by the module its code comes from, so it
makes no difference which was imported first, this package or the patch.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
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

from xi.sdk.resellers._core.messages import Headers, Response, Unanswered
from xi.sdk.resellers._transport.decoding import cut, decoded
from xi.sdk.resellers._transport.urllib3_common import NEVER, cause, timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.urllib3_common import Route

_PIECE = 1 << 16
_FINAL = 200
_LAST = 599
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
"""Packages and modules that the classes and functions of the three come from."""
_WRAPPERS = ("contextlib", "functools")
"""Modules whose decorators urllib3 uses."""


class Patches(NamedTuple):
    """The patches that were found."""

    found: tuple[object, ...] = ()
    needs_plain_call: bool = False
    """Whether a patch is reached only by the plain call that the published package makes."""

    def is_same(self, other: Patches) -> bool:
        """Tell whether these are the very same patches."""
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
"""What our connections do in their own way."""
_READING = ["__init__", "begin", "read", "read1"]
"""What a monitor may wrap: nothing is sent by it, so a wrapper around the genuine function changes nothing for us."""
_ANSWER = ["__init__", "data", "read"]
_SOCKET = ["__init__", "connect", "makefile", "recv", "recv_into", "send", "sendall", "setsockopt", "settimeout"]


def _places() -> Iterator[tuple[Any, list[str], bool]]:
    """Give the places on the way of a call, from the pool manager down to the socket.

    Each has its names, and whether our own connections pass by what stands there, so that what replaces it is reached
    by a plain call only. Classes come after the modules that name them, each with all it inherits.
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
    # Where the one of urllib3 inherits from; that one's `getresponse` asks this one's, and so do our connections.
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
    """Return the class that urllib3's own connection is derived from, http.client's if nothing replaced it."""
    return connection.__base__ if isinstance(connection, type) else http.client.HTTPConnection


def is_genuine(value: Any) -> bool:
    """Tell whether something is urllib3's, http.client's or socket's own, or no class or function at all."""
    if isinstance(value, property):
        return all(map(is_genuine, (value.fget, value.fset, value.fdel)))
    if isinstance(value, dict):
        return all(map(is_genuine, cast("Mapping[Any, Any]", value).values()))
    return not callable(value) or _is_home(_home_of(value))


def _home_of(value: Any) -> object:
    """Return the name of the module that the code of a class or function comes from, whatever it says of itself."""
    if type(value) is FunctionType:
        home = value.__globals__.get("__name__")
        wrapped = value.__dict__.get("__wrapped__")
        return _home_of(wrapped) if home in _WRAPPERS and wrapped is not None else home
    if type(value) is BuiltinFunctionType:
        return value.__module__ or type(value.__self__).__module__
    return value.__module__ if isinstance(value, type) else type(value).__module__


def _wraps_genuine(value: Any) -> bool:
    """Tell whether a function keeps the genuine one that it was put in the place of, as whoever calls it does."""
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
                continue  # it was found under its name, and what it has is its own business
            known = [name for name in names if hasattr(owner, name)]
            pick = attrgetter(*known, known[0])  # one name more, so that it gives a tuple
            values = pick(owner)
            self._picks.append((pick, owner))
            self._seen += values
            strangers = [each for each in values if not is_genuine(each)]
            found += strangers
            needs_plain_call |= is_bypassed and not all(
                names is _READING and _wraps_genuine(each) for each in strangers
            )
        # Schemes are looked up in a table that some put their pools into.
        table = urllib3.poolmanager.pool_classes_by_scheme
        self._picks.append((lambda given: tuple(given.values()), table))
        self._seen += table.values()
        self.patches = Patches(tuple(found), needs_plain_call) if found else NO_PATCHES

    def is_current(self) -> bool:
        """Tell whether nothing was patched or restored since."""
        try:
            now = [pick(owner) for pick, owner in self._picks]
        except AttributeError:
            return False
        return all(map(is_, chain.from_iterable(now), self._seen)) and sum(map(len, now)) == len(self._seen)


_snapshot = _Snapshot()


def current_patches() -> Patches:
    """Return the present patches; the same object as long as nothing changes."""
    global _snapshot  # noqa: PLW0603 - it is about the process, as what it looks at is
    snapshot = _snapshot
    if not snapshot.is_current():
        before = snapshot.patches
        snapshot = _Snapshot()
        if snapshot.patches.is_same(before):
            snapshot.patches = before
        _snapshot = snapshot
    return snapshot.patches


def send_plainly(route: Route, request: Request, timeouts: Timeouts, limit: int) -> Response:
    """Send a request and read what comes back.

    Args:
        route: has an object with urllib3's `request`.
        request: what to send.
        timeouts: how long it may take.
        limit: bytes that the body of the answer may have.

    Raises:
        Unanswered: what came back is no whole answer.
        Exception: whatever the manager raises; urllib3's, HTTPException and OSError for one.
    """
    until = float("inf") if timeouts.total is None else time.monotonic() + timeouts.total
    options: dict[str, Any] = {}
    if _is_urllib3s(route.manager):
        # Something further down is replaced, and may give an answer that says nothing of repeats.
        options = {"retries": NEVER, "redirect": False}
    answer = route.manager.request(
        request.method,
        request.origin + request.target,
        timeout=timeout(timeouts),
        headers=request.open_headers(),
        preload_content=False,
        **_content(request),
        **options,
    )
    return response_from(answer, request.origin, until, limit)


def _content(request: Request) -> dict[str, Any]:
    return {"fields": {}} if request.body is None else {"body": (request.open_body() or b"").decode()}


def _is_urllib3s(manager: Any) -> bool:
    kind = type(cast("object", manager))
    return is_genuine(kind) and is_genuine(getattr(kind, "request", None))


def response_from(answer: Any, origin: str, until: float, limit: int) -> Response:
    """Return the response that an object stands for which only resembles one of urllib3.

    Raises:
        Unanswered: it does not look like one, or is not whole.
    """
    status: Any = getattr(answer, "status", None)
    if not isinstance(status, int) or not _FINAL <= status <= _LAST:
        raise Unanswered(f"no whole answer from {origin}: its status is {str(status)[:40]!r}, not one from 200 to 599")
    given = getattr(answer, "reason", None)
    reason = given if isinstance(given, str) else ""
    headers = Headers(_pairs(answer))
    came = bytearray()
    try:
        body = _body(answer, came, until, limit)
    except (HTTPError, HTTPException, OSError) as error:
        why = f"no whole answer from {origin}: {cause(error)}"
        raise Unanswered(why, Response(status, reason, headers, bytes(came))) from error
    if len(body) > limit:
        body, defect = cut(body, limit)
    else:
        body, defect = decoded(body, headers.get("Content-Encoding", ""), limit)
    return Response(status, reason, headers, body, defect)


def _pairs(answer: Any) -> list[tuple[str, str]]:
    """Return the headers, which may be a mapping, a message or a list, by one of three names."""
    for name in ("headers", "msg", "getheaders"):
        found = getattr(answer, name, None)
        if name == "getheaders" and callable(found):
            found = found()
        # A mock has any attribute one asks for; its class does not.
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
    whole = getattr(answer, "data", None)  # what was read already, and unpacked where urllib3 did
    if not isinstance(whole, (*_BYTES, str)):
        read = getattr(answer, "read", None)
        whole = read() if callable(read) else None
    if isinstance(whole, str):
        return whole.encode()
    return bytes(cast("bytes", whole)) if isinstance(whole, _BYTES) else b""
