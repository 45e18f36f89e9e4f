"""Sends requests through a SOCKS proxy, where PySocks is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._extras import missing

try:
    from urllib3.contrib.socks import SOCKSConnection, SOCKSHTTPSConnection, SOCKSProxyManager
except ImportError as error:
    raise ImportError(missing("a SOCKS proxy needs PySocks", "socks")) from error

from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from xi.sdk.resellers._transport.sync import Telling

if TYPE_CHECKING:
    from urllib3 import PoolManager


class _PlainConnection(Telling, SOCKSConnection):
    pass


class _TlsConnection(Telling, SOCKSHTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls: Any = _PlainConnection  # Any: see `sync`


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls: Any = _TlsConnection


_POOLS: dict[str, Any] = {"http": _PlainPool, "https": _TlsPool}


def socks_manager(url: str, arguments: dict[str, Any]) -> PoolManager:
    """Return a manager whose connections go through the proxy at `url`."""
    manager = SOCKSProxyManager(url, **arguments)
    manager.pool_classes_by_scheme = _POOLS
    return manager
