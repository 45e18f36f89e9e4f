"""Which hosts are this machine: the one rule for where a secret may go in clear, and where no proxy is asked."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address


def is_this_machine(host: str) -> bool:
    """Tell whether a host is this machine: an address of the loopback, or exactly `localhost`.

    Args:
        host: a name or an address, in lower case and without brackets, as `urlsplit` gives it. Any other name, such as
            127.example.com, is what its owner makes of it.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return address.is_loopback or (mapped is not None and mapped.is_loopback)
