"""The URLs that webhooks are sent to: which are valid, and which are on this machine."""

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

_PLAIN_URL: Final = re.compile(r"[!-\[\]-~]+")


def host_of(url: str) -> str:
    """Return the host of a URL that all parsers read in the same way.

    Raises:
        ValueError: It is not such a URL.
    """
    problem = ValueError(f"url is {url!r}; it should be an http or https URL in ASCII, with no user and no password")
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises if it is not a number
    except ValueError:
        raise problem from None
    # With a backslash, a blank or a user name, two parsers may find two different hosts.
    is_plain = _PLAIN_URL.fullmatch(url) and "@" not in parts.netloc and parts.scheme in ("http", "https")
    if not (is_plain and parts.hostname):
        raise problem
    return parts.hostname


def is_text(value: str) -> bool:
    """Return whether a text can be written in UTF-8, which half a character cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_here(host: str) -> bool:
    """Return whether a host is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
