"""Sends requests through a SOCKS proxy, where PySocks is installed."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._extras import missing

try:
    import socks  # type: ignore[import-untyped]
    from urllib3.contrib.socks import SOCKSConnection, SOCKSHTTPSConnection, SOCKSProxyManager
except ImportError as error:
    raise ImportError(missing("a SOCKS proxy needs PySocks", "socks")) from error

from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from xi.sdk.resellers._transport.urllib3_common import seconds
from xi.sdk.resellers._transport.urllib3_connections import BaseConnection, remaining
from xi.sdk.resellers._transport.urllib3_stack import ConnectionStack

if TYPE_CHECKING:
    from urllib3 import PoolManager

    from xi.sdk.resellers._transport.proxies import Proxy


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left


class _Socket(socks.socksocket):  # type: ignore[misc]  # PySocks states no types
    """Bounds the whole handshake with a proxy: the timeout of PySocks begins anew with each piece that arrives."""

    until: float | None = None
    """The latest moment for the next piece, on the monotonic clock; None once the proxy has agreed."""

    def recv_into(self, *arguments: Any, **settings: Any) -> int:
        if self.until is not None:
            socket.socket.settimeout(self, _left(self.until))
        return super().recv_into(*arguments, **settings)  # type: ignore[no-any-return]  # as above


class _SocksConnection(BaseConnection, SOCKSConnection):
    def _new_conn(self) -> Any:
        """Connect through the proxy, as that of urllib3 does, but within the time for a connection."""
        options: Any = self._socks_options
        patience: Any = self.timeout
        until = time.monotonic() + seconds(min(patience, remaining()))
        proxy_host = options["proxy_host"].strip("[]")
        failure: OSError = OSError("its name has no address")
        for family, kind, protocol, _, _ in socket.getaddrinfo(
            proxy_host, options["proxy_port"], 0, socket.SOCK_STREAM
        ):
            try:
                return self._agreed(_Socket(family, kind, protocol), (proxy_host, options["proxy_port"]), until)
            except OSError as error:  # those of PySocks too
                failure = error
        raise failure

    def _agreed(self, made: Any, proxy: tuple[str, int], until: float) -> socket.socket:
        options: Any = self._socks_options
        patience: Any = self.timeout
        try:
            for option in self.socket_options or ():
                made.setsockopt(*option)
            if self.source_address:
                made.bind(self.source_address)
            made.until = until
            made.settimeout(_left(until))
            made.set_proxy(options["socks_version"], *proxy, options["rdns"], options["username"], options["password"])
            made.connect((self.host.strip("[]"), self.port))
            made.until = None
            made.settimeout(seconds(min(patience, remaining())))  # for example for the TLS handshake
        except BaseException:
            made.close()
            raise
        return made  # type: ignore[no-any-return]  # as above


class _PlainConnection(_SocksConnection):
    pass


class _TlsConnection(_SocksConnection, SOCKSHTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    QueueCls: Any = ConnectionStack
    ConnectionCls: Any = _PlainConnection  # Any: as in urllib3_connections


class _TlsPool(HTTPSConnectionPool):
    QueueCls: Any = ConnectionStack
    ConnectionCls: Any = _TlsConnection


_POOLS: dict[str, Any] = {"http": _PlainPool, "https": _TlsPool}


def socks_manager(proxy: Proxy, arguments: dict[str, Any], *, needs_plain_call: bool) -> PoolManager:
    """Return a manager whose connections go through a proxy.

    Args:
        proxy: where it is, and who asks.
        arguments: for urllib3's manager.
        needs_plain_call: whether it is to make urllib3's own connections, not ours.
    """
    manager = SOCKSProxyManager(proxy.url, username=proxy.user, password=proxy.password, **arguments)
    if not needs_plain_call:
        manager.pool_classes_by_scheme = _POOLS
    return manager
