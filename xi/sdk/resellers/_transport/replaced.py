"""Finds what stands in the place of urllib3's, http.client's and socket's own classes and functions.

Tests and tools put theirs there, and rely on being called. What is genuine is judged by the module that its code comes
from, so it makes no difference who came first, this package or the replacement.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from itertools import chain
from operator import attrgetter, is_
from types import BuiltinFunctionType, FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import urllib3.connection
import urllib3.connectionpool
import urllib3.poolmanager
import urllib3.response
import urllib3.util.connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_HOMES = {"urllib3", "http", "socket", "_socket", "ssl", "_ssl"} | {
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


class World(NamedTuple):
    """What was found to be replaced."""

    found: tuple[object, ...] = ()
    is_plain: bool = False
    """Whether some of it is reached only by the plain call that the published package makes."""

    def is_same(self, other: World) -> bool:
        """Tell whether the very same things are replaced."""
        return len(self.found) == len(other.found) and all(map(is_, self.found, other.found))


GENUINE = World()
"""Nothing is replaced."""

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
    plain: Any = super_of(urllib3.connection.HTTPConnection)
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


def super_of(connection: Any) -> Any:
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
    return isinstance(module, str) and module.partition(".")[0] in _HOMES


class _Look:
    """What was seen at a time, and how to see in a moment whether it is still there."""

    def __init__(self) -> None:
        self._seen: list[Any] = []
        self._picks: list[tuple[Callable[[Any], tuple[Any, ...]], Any]] = []
        found: list[object] = []
        is_plain = False
        for owner, names, is_passed_by in _places():
            if not is_genuine(owner):
                continue  # it was found under its name, and what it has is its own business
            known = [name for name in names if hasattr(owner, name)]
            pick = attrgetter(*known, known[0])  # one name more, so that it gives a tuple
            values = pick(owner)
            self._picks.append((pick, owner))
            self._seen += values
            strangers = [each for each in values if not is_genuine(each)]
            found += strangers
            is_plain |= is_passed_by and not all(names is _READING and _wraps_genuine(each) for each in strangers)
        # Schemes are looked up in a table that some put their pools into.
        table = urllib3.poolmanager.pool_classes_by_scheme
        self._picks.append((lambda given: tuple(given.values()), table))
        self._seen += table.values()
        self.world = World(tuple(found), is_plain) if found else GENUINE

    def is_true(self) -> bool:
        """Tell whether everything is where it was."""
        try:
            now = [pick(owner) for pick, owner in self._picks]
        except AttributeError:
            return False
        return all(map(is_, chain.from_iterable(now), self._seen)) and sum(map(len, now)) == len(self._seen)


_look = _Look()


def world() -> World:
    """Return what is replaced at this moment; the same object as long as nothing changes."""
    global _look  # noqa: PLW0603 - it is about the process, as what it looks at is
    look = _look
    if not look.is_true():
        before = look.world
        look = _Look()
        if look.world.is_same(before):
            look.world = before
        _look = look
    return look.world
