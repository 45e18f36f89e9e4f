"""Say which environment a host belongs to, and whether the package of this name is the right one; no I/O.

This module imports nothing of the client when it is loaded: it also has to run where the published package has replaced
it.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import urlsplit

PRODUCTION: Final = "production"
SANDBOX: Final = "sandbox"
LOCAL: Final = "local"

_HOST = "api.ingrammicro.com"
_PORTS = {"https": 443, "http": 80}


def environment_of(host: str) -> str:
    """Return the environment that a host belongs to.

    Args:
        host: the URL that a client is configured with, such as `https://api.ingrammicro.com:443/sandbox`.

    Returns:
        `production`, `sandbox` (Ingram Micro's), or `local` for this machine. For every other URL it is the host, in
        lower case, with the port if it is not the usual one, and with the path: one gateway may serve several services.
    """
    parts = urlsplit(host if "://" in host else f"https://{host}")
    name = (parts.hostname or "").rstrip(".")
    if _is_this_machine(name):
        return LOCAL
    path = parts.path.rstrip("/")
    while path.endswith("/sandbox/sandbox"):  # the client reads it as once
        path = path.removesuffix("/sandbox")
    usual = _PORTS.get(parts.scheme)
    if name == _HOST and parts.port in (None, usual) and path in ("", "/sandbox"):
        return SANDBOX if path else PRODUCTION
    shown = f"[{name}]" if ":" in name else name
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return f"{shown}{port}{path}"


def _is_this_machine(name: str) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return name == "localhost"
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return address.is_loopback or (mapped is not None and mapped.is_loopback)


def is_ingram_package() -> bool:
    """Return whether `xi.sdk.resellers` is the package that Ingram Micro publishes under this name."""
    try:
        # The published package has neither.
        from xi.sdk.resellers.account import Account  # noqa: PLC0415 - imported to see whether it is there
        from xi.sdk.resellers.exceptions import in_doubt  # noqa: PLC0415 - the same
    except ImportError:
        return True
    return not (callable(Account) and callable(in_doubt))


def refuse_ingram_package() -> None:
    """Refuse to place orders with the published package, which cannot read the answer to a create.

    Raises:
        ImportError: the package of this name is the published one.
    """
    if is_ingram_package():
        raise ImportError(
            "xi.sdk.resellers is Ingram Micro's package here, not the one that xi.sdk.resellers.ordering belongs to; "
            "uninstall xi.sdk.resellers, and install this package again in an environment of its own",
            name="xi.sdk.resellers",
        )
