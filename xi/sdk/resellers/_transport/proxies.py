"""Which proxy a connection goes through: the configured one, else what the environment names."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

SOCKS = ("socks4", "socks4a", "socks5", "socks5h")
"""Schemes of SOCKS proxies; with an `a` or `h` at its end the proxy resolves names."""


def proxy_of(origin: str, configured: str | None) -> str | None:
    """Return the URL of the proxy for an origin, or None to connect directly.

    A configured proxy serves everything. Without one, HTTPS_PROXY (or HTTP_PROXY, for plain http) is used, except for
    hosts that NO_PROXY lists and for this machine.

    Args:
        origin: scheme, host and port.
        configured: what the configuration names.
    """
    if configured is not None:
        return configured
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - costly, and few machines have a proxy

    parts = urlsplit(origin)
    host = parts.hostname or ""
    found = getproxies().get(parts.scheme)
    if not found or host in ("localhost", "::1") or host.startswith("127.") or proxy_bypass(parts.netloc):
        return None
    return found if "://" in found else f"http://{found}"
