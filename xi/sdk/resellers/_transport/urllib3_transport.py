"""Sends requests through urllib3."""

from __future__ import annotations

import os
import ssl
from contextlib import suppress
from http.client import HTTPException
from threading import RLock
from typing import TYPE_CHECKING, Any

import urllib3
import urllib3.poolmanager
from urllib3.exceptions import HTTPError, LocationValueError
from urllib3.util.ssl_ import create_urllib3_context

from xi.sdk.resellers._core.messages import NotSent, TransportFailure, Unanswered, mark_unsent
from xi.sdk.resellers._core.redact import Sealed, without
from xi.sdk.resellers._transport.proxies import SOCKS, Proxy, parse_proxy, proxy_of, unfit_proxy
from xi.sdk.resellers._transport.urllib3_common import NEVER, Route, cause, never_connected, without_frames
from xi.sdk.resellers._transport.urllib3_patches import NO_PATCHES, Patches, current_patches, is_genuine, send_plainly
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.messages import Request, Response, Timeouts
    from xi.sdk.resellers._transport.settings import ConnectionSettings


class _Routes:
    """The routes that were opened under the same patches.

    Args:
        settings: how connections are made.
        found: the patches of urllib3, http.client and socket.
    """

    def __init__(self, settings: ConnectionSettings, found: Patches) -> None:
        self.patches = found
        self._send: Callable[[Route, Request, Timeouts, int], Response] | None = None
        self._settings = settings
        self._lock = RLock()  # a signal handler may make a call while its own thread opens a route
        self._managers: dict[Proxy | None, Any] = {}
        """By proxy."""
        self._routes: dict[str, Route] = {}

    def to(self, origin: str) -> Route:
        """Return the route to an origin.

        Raises:
            ApiValueError: the host or the proxy is not a URL to connect to.
        """
        found = self._routes.get(origin)
        if found is not None:
            return found
        proxy = parse_proxy(proxy_of(origin, self._settings.proxy))
        if proxy is not None and not proxy.url:
            raise unfit_proxy()
        with self._lock:
            opened = self._opened(origin, proxy)
        if opened is None:
            raise ApiValueError(
                f"host ({origin}) or proxy is not a URL to connect to; a proxy should be like http://proxy.example:3128",
                argument="host",
            )
        return opened

    def prepare(self, origin: str) -> None:
        """Import and make what the first request to an origin needs, but no connection.

        Raises:
            ApiValueError: the host or the proxy is not a URL to connect to.
        """
        pool = self.to(origin).pool
        if self._send is None:
            self._send = _sender(self.patches)
        if not self.patches.found and hasattr(pool, "prepare"):
            pool.prepare()

    def sent(self, route: Route, request: Request, timeouts: Timeouts) -> Response:
        """Send a request and read the whole response; it raises the exceptions of urllib3, and ours."""
        if self._send is None:
            self._send = _sender(self.patches)
        return self._send(route, request, timeouts, self._settings.max_response_size)

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._lock:
            routes, managers = list(self._routes.values()), list(self._managers.values())
            self._managers, self._routes = {}, {}
        for route in routes:
            # urllib3 closes a pool only when nothing refers to it; the traceback of an exception may refer to it.
            if route.pool is not None:
                route.pool.close()
        if self.patches.needs_plain_call:
            for manager in managers:
                manager.clear()

    def _opened(self, origin: str, proxy: Proxy | None) -> Route | None:
        try:
            manager = self._managers.get(proxy)
            if manager is None:
                manager = self._managers.setdefault(proxy, self._manager(proxy))
            pool: Any = None if self.patches.needs_plain_call else manager.connection_from_url(origin)
        except LocationValueError:
            return None  # the exception is dropped, since its text may contain a password
        forwards = pool is not None and pool.proxy is not None and origin.startswith("http:")
        return self._routes.setdefault(origin, Route(manager, pool, proxy, forwards))

    def _manager(self, proxy: Proxy | None) -> Any:
        settings = self._settings
        arguments: dict[str, Any] = {
            "cert_reqs": ssl.CERT_REQUIRED if settings.verify_ssl else ssl.CERT_NONE,
            "ca_certs": settings.ssl_ca_cert,
            "cert_file": settings.cert_file,
            "key_file": settings.key_file,
            "assert_hostname": settings.assert_hostname,
            "server_hostname": settings.tls_server_name,
            "socket_options": settings.socket_options,
            "maxsize": settings.pool_size,
            "retries": NEVER,
        }
        if settings.ca_cert_data is not None:  # which the managers of urllib3 2.0 do not know
            arguments["ssl_context"] = _context_of(arguments["cert_reqs"], settings.ca_cert_data)
        arguments = {name: value for name, value in arguments.items() if value is not None}
        needs_plain_call = self.patches.needs_plain_call
        if proxy is None:
            manager = _class_of("PoolManager")(**arguments)
        elif proxy.scheme in SOCKS:
            from xi.sdk.resellers._transport.urllib3_socks import socks_manager  # noqa: PLC0415 - needs PySocks, which few have

            return socks_manager(proxy, arguments, needs_plain_call=needs_plain_call)
        else:
            if "ssl_context" in arguments and proxy.scheme == "https":  # authorities in memory are for the proxy too
                arguments["proxy_ssl_context"] = arguments["ssl_context"]
            manager = _class_of("ProxyManager")(
                proxy.url, proxy_headers={**proxy.authorization, **(settings.proxy_headers or {})}, **arguments
            )
        if not needs_plain_call:
            from xi.sdk.resellers._transport.urllib3_connections import POOLS  # noqa: PLC0415 - derived from what is genuine

            manager.pool_classes_by_scheme = POOLS
        return manager


def _context_of(cert_reqs: int, authorities: str | bytes) -> ssl.SSLContext:
    """Return a context that trusts the given authorities; urllib3 adds those of a file."""
    context = create_urllib3_context(cert_reqs=cert_reqs)
    context.load_verify_locations(cadata=authorities)
    return context


def _sender(found: Patches) -> Callable[[Route, Request, Timeouts, int], Response]:
    if found.needs_plain_call:
        return send_plainly
    # Its classes are derived from those of urllib3, which must be genuine when it is imported.
    from xi.sdk.resellers._transport.urllib3_connections import sender_over  # noqa: PLC0415

    return sender_over(found)


def _class_of(name: str) -> Any:
    """Return the class of a manager, or the patch that replaces it in one of the two places that name it."""
    found = getattr(urllib3, name)
    return found if not is_genuine(found) else getattr(urllib3.poolmanager, name)


class Urllib3Transport:
    """Keeps connections to each origin; can be shared between threads.

    Requests use our own connections. If a test or a tool has patched urllib3, http.client or socket in a place that our
    connections bypass, requests use the plain call that the published package makes.

    Args:
        settings: how connections are made.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._process = os.getpid()
        self._genuine = _Routes(settings, NO_PATCHES)
        self._other: _Routes | None = None
        """The routes while there are patches: a connection of a test must not be used for a real call."""

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request and read the whole response.

        Raises:
            NotSent: no connection was made.
            Unanswered: the connection failed, or was silent for too long, before the response was complete.
            ApiValueError: the host or the proxy is not a URL to connect to.
        """
        if self._process != os.getpid():
            # A forked child must not use the sockets of its parent: the responses could go to the wrong process.
            self._genuine, self._other = _Routes(self._settings, NO_PATCHES), None
            self._process = os.getpid()  # last, since another thread of the child goes by it
        found = current_patches()
        routes = self._genuine if found is NO_PATCHES and self._other is None else self._routes(found)
        try:
            route = routes.to(request.origin)
        except BaseException as error:  # a wrong proxy, or a SOCKS proxy without the extra that it needs
            mark_unsent(error)
            raise
        failure: BaseException
        try:
            return routes.sent(route, request, timeouts)
        except BaseException as error:  # noqa: BLE001 - raised below
            failure = _without_secrets(error, request, route.proxy)
        # Raised here, since an error that is raised while another is handled keeps that one and its frames.
        try:
            raise failure
        finally:
            del failure

    def prepare(self, origin: str) -> None:
        """Import and make what the first request to an origin needs, but no connection.

        Raises:
            ApiValueError: the host or the proxy is not a URL to connect to.
        """
        self._routes(current_patches()).prepare(origin)

    def close(self) -> None:
        """Close every connection that is not in use."""
        self._genuine.close()
        other = self._other  # read once, here and below: another thread may change it
        if other is not None:
            with suppress(Exception):  # a patch may lack what closing needs
                other.close()
            self._other = None

    def drop_connections(self) -> None:
        """Use none of the open connections again; requests in progress are completed."""
        self.close()

    def _routes(self, found: Patches) -> _Routes:
        other = self._other
        if other is not None and not found.is_same(other.patches):
            self._other = None
            with suppress(Exception):  # as above
                other.close()
            other = None
        if found is NO_PATCHES:
            return self._genuine
        if other is None:
            other = self._other = _Routes(self._settings, found)
        return other


def _without_secrets(error: BaseException, request: Request, proxy: Proxy | None) -> BaseException:
    """Return the failure for the caller, without inner frames and without the password of a proxy."""
    if isinstance(error, TransportFailure):
        text, begun, kind = str(error), error.begun, type(error)
    elif isinstance(error, (HTTPError, HTTPException, OSError)):
        begun = None
        if never_connected(error):
            kind, text = NotSent, f"could not connect to {request.origin}: {cause(error)}"
        else:
            kind, text = Unanswered, f"no whole answer from {request.origin}: {cause(error)}"
    else:
        return without_frames(error)
    if proxy is not None:
        text = without(text, [Sealed(each) for each in proxy.secrets])
    return kind(text, begun)
