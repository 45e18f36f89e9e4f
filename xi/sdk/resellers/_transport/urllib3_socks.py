"""Sends requests through a SOCKS proxy, where PySocks is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._extras import missing

try:
    from urllib3.contrib.socks import SOCKSConnection, SOCKSHTTPSConnection, SOCKSProxyManager
except ImportError as error:
    raise ImportError(missing("a SOCKS proxy needs PySocks", "socks")) from error

from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from xi.sdk.resellers._transport.urllib3_connections import BaseConnection
from xi.sdk.resellers._transport.urllib3_stack import ConnectionStack

if TYPE_CHECKING:
    from urllib3 import PoolManager

    from xi.sdk.resellers._transport.proxies import Proxy


class _PlainConnection(BaseConnection, SOCKSConnection):
    pass


class _TlsConnection(BaseConnection, SOCKSHTTPSConnection):
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
