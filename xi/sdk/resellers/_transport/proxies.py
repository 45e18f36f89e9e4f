"""Which proxy a connection uses: the configured one, or else one from the environment."""

from __future__ import annotations

import os
from base64 import b64encode
from urllib.parse import unquote, urlsplit

from xi.sdk.resellers._core.hosts import is_this_machine
from xi.sdk.resellers._records import dataclass, field
from xi.sdk.resellers.exceptions import ApiValueError

SOCKS = ("socks4", "socks4a", "socks5", "socks5h")
"""Schemes of SOCKS proxies; if a scheme ends with `a` or `h`, the proxy resolves names."""


def proxy_of(origin: str, configured: str | None) -> str | None:
    """Return the URL of the proxy for an origin, or None to connect directly.

    This machine is reached without a proxy: a proxy would connect to another machine, and see the token. A configured
    proxy is used for all other hosts. If none is configured, HTTPS_PROXY (or HTTP_PROXY, for plain http) is used,
    except for hosts in NO_PROXY.

    Args:
        origin: scheme, host and port.
        configured: the proxy of the configuration, if it has one.
    """
    if configured is None and not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    parts = urlsplit(origin)
    if is_this_machine(parts.hostname or ""):
        return None
    if configured is not None:
        return configured
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - costly, and few machines have a proxy

    found = getproxies().get(parts.scheme)
    if not found or proxy_bypass(parts.netloc):
        return None
    return found if "://" in found else f"http://{found}"


@dataclass(frozen=True, slots=True)
class Proxy:
    """The parts of the URL of a proxy, so that the part that is passed on and shown contains no password."""

    url: str
    """Scheme, host and port; empty if the given text was not the URL of a proxy."""
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    @property
    def scheme(self) -> str:
        """The scheme of its URL."""
        return self.url.partition("://")[0]

    @property
    def authorization(self) -> dict[str, str]:
        """The header with its credentials; empty if its URL has neither a user nor a password."""
        if self.user is None and self.password is None:
            return {}
        pair = f"{self.user or ''}:{self.password or ''}"
        return {"Proxy-Authorization": f"Basic {b64encode(pair.encode()).decode()}"}

    @property
    def secrets(self) -> list[str]:
        """The texts to hide wherever the proxy sends them back."""
        encoded = [value.removeprefix("Basic ") for value in self.authorization.values()]
        return [*encoded, self.password] if self.password else encoded


def parse_proxy(url: str | None) -> Proxy | None:
    """Return the parts of a proxy's URL, user and password percent-decoded; None for none.

    It raises nothing, since a traceback could show the URL. If the result has no `url`, the caller raises
    `unfit_proxy`.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https", *SOCKS) and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return Proxy("")
    if not fits or " " in url:
        return Proxy("")
    user, password = (None if part is None else unquote(part) for part in (parts.username, parts.password))
    return Proxy(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", user, password)


def unfit_proxy() -> ApiValueError:
    """Return the error for a wrong proxy URL, without the URL, which may hold a password."""
    text = "proxy is not a URL to connect to; it should be like http://proxy.example:3128"
    return ApiValueError(text, argument="proxy")
