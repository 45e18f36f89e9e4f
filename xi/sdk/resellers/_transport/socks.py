"""Sends requests through a SOCKS proxy, where PySocks is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._extras import missing

try:
    from urllib3.contrib.socks import SOCKSConnection, SOCKSHTTPSConnection, SOCKSProxyManager
except ImportError as error:
    raise ImportError(missing("a SOCKS proxy needs PySocks", "socks")) from error

from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from xi.sdk.resellers._transport.connections import Telling

if TYPE_CHECKING:
    from urllib3 import PoolManager

    from xi.sdk.resellers._transport.proxies import Proxy


class _PlainConnection(Telling, SOCKSConnection):
    pass


class _TlsConnection(Telling, SOCKSHTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls: Any = _PlainConnection  # Any: see `sync`


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls: Any = _TlsConnection


_POOLS: dict[str, Any] = {"http": _PlainPool, "https": _TlsPool}


def socks_manager(proxy: Proxy, arguments: dict[str, Any], *, is_plain: bool) -> PoolManager:
    """Return a manager whose connections go through a proxy.

    Args:
        proxy: where it is, and who asks.
        arguments: for urllib3's manager.
        is_plain: whether it is to make urllib3's own connections, not ours.
    """
    manager = SOCKSProxyManager(proxy.url, username=proxy.user, password=proxy.password, **arguments)
    if not is_plain:
        manager.pool_classes_by_scheme = _POOLS
    return manager
