"""Makes connections of the asynchronous client through a SOCKS proxy; needs aiohttp-socks."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from xi.sdk.resellers._extras import missing

try:
    from aiohttp_socks import ProxyConnector, ProxyType
except ImportError as error:
    raise ImportError(missing("a SOCKS proxy needs aiohttp-socks in an event loop", "async", "socks")) from error

from xi.sdk.resellers._core.messages import NotSent, TransportFailure
from xi.sdk.resellers._transport.aiohttp_common import cause
from xi.sdk.resellers._transport.aiohttp_connections import Connector

_KINDS = {
    "socks4": (ProxyType.SOCKS4, False),
    "socks4a": (ProxyType.SOCKS4, True),
    "socks5": (ProxyType.SOCKS5, False),
    "socks5h": (ProxyType.SOCKS5, True),
}
"""The protocol of each scheme, and whether the proxy resolves names."""


class _Connector(Connector, ProxyConnector):
    async def connect(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return await super().connect(*args, **kwargs)
        except TransportFailure:
            raise
        except Exception as error:
            raise NotSent(f"could not connect through the SOCKS proxy: {cause(error)}") from error

    async def _wrap_create_connection(self, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
        # TLS begins here, not in the inherited method: if its handshake is cancelled, python-socks waits until the
        # connection is closed, and asyncio never says so.
        tls = kwargs.get("ssl")
        inherited: Any = super()
        transport, other = await inherited._wrap_create_connection(*args, **{**kwargs, "ssl": None})  # noqa: SLF001 - its own
        # The inherited method makes aiohttp's own protocol, which reads unexpected bytes as a response.
        protocol: Any = self._factory()
        protocol.stream = other
        if tls is None:
            transport.set_protocol(protocol)
        else:
            raw = transport
            try:
                transport = await self._loop.start_tls(raw, protocol, tls, server_hostname=kwargs["server_hostname"])
            except BaseException:
                raw.abort()
                raise
        protocol.connection_made(transport)
        return transport, protocol


def socks_connector(url: str, arguments: dict[str, Any]) -> Connector:
    """Return a connector whose connections go through the proxy at `url`."""
    parts = urlsplit(url)
    kind, resolves = _KINDS[parts.scheme]
    return _Connector(
        host=parts.hostname or "",
        port=parts.port or 1080,
        proxy_type=kind,
        username=None if parts.username is None else unquote(parts.username),
        password=None if parts.password is None else unquote(parts.password),
        rdns=resolves,
        **arguments,
    )
