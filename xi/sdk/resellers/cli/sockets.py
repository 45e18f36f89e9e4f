"""Sockets that commands listen on."""

from __future__ import annotations

import errno
import socket


def listen(host: str, port: int, other: str) -> socket.socket:
    """Return a socket that listens.

    Args:
        host: the address.
        port: the port; 0 for any free one.
        other: what may have the port already, such as `another sandbox`.

    Raises:
        ValueError: the address cannot be used; the message says why.
    """
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ValueError(
                f"port {port} on {host} is in use, perhaps by {other}; --port takes another, 0 any free one"
            ) from None
        reason = (error.strerror or str(error)).partition(" (")[0]
        raise ValueError(f"cannot listen on port {port} of {host}: {reason}") from None


def url_of(listening: socket.socket) -> str:
    """Return the URL of a server that listens.

    Args:
        listening: its socket.
    """
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
