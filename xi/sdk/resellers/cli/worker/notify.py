"""Tells systemd how the service is, by the protocol of sd_notify: datagrams to the socket that it names."""

from __future__ import annotations

import logging
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LOG: Final = logging.getLogger("xi.sdk.resellers.cli.worker")
_LONGEST: Final = 4_096
"""Bytes of a status that are sent; systemd shows one line."""


class Notify:
    """What tells systemd. Where no socket is named, nothing is told.

    Args:
        environ: the environment variables; NOTIFY_SOCKET is the socket.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        if self._address.startswith("@"):  # an abstract socket: its name begins with the character 0
            self._address = f"\0{self._address[1:]}"

    def tell(self, **fields: str) -> None:
        """Send fields, such as READY="1". A socket that does not answer stops nothing.

        Args:
            **fields: the names and values.
        """
        if not self._address:
            return
        lines = (f"{name}={' '.join(value.split())}" for name, value in fields.items())
        message = "\n".join(lines).encode()[:_LONGEST]
        with suppress(AttributeError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            try:
                sender.settimeout(1.0)
                sender.connect(self._address)
                sender.sendall(message)
            except OSError as error:
                LOG.debug("systemd cannot be told: %s", error)
