"""The URL of the API, which hosts are this machine, and what a configured URL may contain.

These rules are here once for the whole client. The sandbox must not import the client, and has its own rule for this
machine.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from xi.sdk.resellers.exceptions import ApiValueError

PRODUCTION = "https://api.ingrammicro.com:443"
"""The published host; the sandbox of the vendor is under `/sandbox` of it."""
_UNFIT_FOR_URL = re.compile(r"[\x00-\x20\x7f]")


def is_this_machine(host: str) -> bool:
    """Return whether a host is this machine: a loopback address, or exactly `localhost`.

    Secrets may be sent to it without TLS, and no proxy is used for it.

    Args:
        host: a name or an address, in lower case and without brackets, as `urlsplit` gives it. Any other name, such as
            127.example.com, can belong to anybody.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return address.is_loopback or (mapped is not None and mapped.is_loopback)


@lru_cache(maxsize=64)
def require_private(origin: str, name: str = "host") -> None:
    """Refuse to send a credential that others could read on its way.

    Args:
        origin: scheme, host and port that it would be sent to.
        name: the setting that contains the origin.

    Raises:
        ApiValueError: the origin is neither https nor on this machine.
    """
    parts = urlsplit(origin)
    if parts.scheme != "https" and not is_this_machine(parts.hostname or ""):
        raise ApiValueError(
            f"{name} is {origin!r}; a token or a secret goes only over https, or to this machine", argument=name
        )


@lru_cache(maxsize=64)
def split_host(host: str, name: str = "host", example: str = PRODUCTION) -> tuple[str, str]:
    """Return the origin of a configured URL, and the prefix of all paths.

    Args:
        host: the URL.
        name: the setting that contains it.
        example: a correct value, for the error.

    Raises:
        ApiValueError: it is not an http or https URL, or has more than scheme, host, port and path. The error does
            not contain the URL, since a password or a key may be anywhere in it.
    """
    fault = _fault_of_url(host)
    if fault is not None:
        del host  # a tool that shows the variables of this frame would show it
        raise ApiValueError(f"{name} {fault}; it should be like {example}", argument=name)
    parts = urlsplit(host)
    prefix = parts.path.rstrip("/")
    while prefix.endswith("/sandbox/sandbox"):  # added twice, for example by a setting and by a program
        prefix = prefix.removesuffix("/sandbox")
    return f"{parts.scheme}://{parts.netloc}", prefix


def _fault_of_url(text: str) -> str | None:  # noqa: PLR0911 - a fault a line
    """Return what is wrong with a URL; None if it is correct."""
    if not text.strip():
        return "is blank"
    # Checked first, in the whole text: a malformed URL may contain a password too.
    if "@" in text:
        return "must not carry a user name or password, which have settings of their own"
    if _UNFIT_FOR_URL.search(text):
        return "holds a blank or a control character"
    try:
        parts = urlsplit(text)
        port = parts.port  # raises if it is not a number
    except ValueError:
        return "is not a URL"
    if parts.scheme not in ("http", "https"):
        return "does not begin with http:// or https://"
    if not parts.hostname or port == 0:
        return "names no server"
    if parts.query or parts.fragment or "?" in text or "#" in text:
        return "must carry neither a query nor a fragment"
    return None
