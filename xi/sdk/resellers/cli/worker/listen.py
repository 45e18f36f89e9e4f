"""Answers monitors by HTTP: whether the worker lives, whether it is ready, and its metrics. Nothing can be changed."""

from __future__ import annotations

import logging
import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import refused

if TYPE_CHECKING:
    from collections.abc import Callable

LOG: Final = logging.getLogger("xi.sdk.resellers.cli.worker")
_MOST: Final = 16
"""Connections that are answered at once; others wait."""
_LONGEST_S: Final = 5.0
"""How long a monitor may take to ask, and to read the answer, in seconds."""
_TEXT: Final = "text/plain; charset=utf-8"
METRICS: Final = "application/openmetrics-text; version=1.0.0; charset=utf-8"

Answer = tuple[int, str, str]
"""A status, the type of the content, the content."""


def address_of(text: str) -> tuple[str, int]:
    """Return the host and the port of `127.0.0.1:9102`, `[::1]:9102`, `:9102` or `9102`; without a host this machine.

    Args:
        text: the text of `--listen`.

    Raises:
        CommandError: it is none.
    """
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) <= 65_535):  # noqa: PLR2004 - the last port
        raise refused("--listen", text, "an address such as 127.0.0.1:9102")
    return host.strip("[]") or "127.0.0.1", int(port)


class Listening:
    """A server in threads of its own.

    Args:
        address: where it listens: the host and the port; 0 takes a free one.
        pages: returns the answer for a path; None if there is no such page.

    Raises:
        CommandError: it cannot listen there.
    """

    def __init__(self, address: tuple[str, int], pages: Callable[[str], Answer | None]) -> None:
        try:
            self._server = _Server(address, pages)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CommandError(
                f"cannot listen on port {address[1]} of {address[0]}: {reason}", word="bad-option"
            ) from None
        host, port = self._server.server_address[:2]
        self.url = f"http://{f'[{host!s}]' if ':' in str(host) else host!s}:{port}"
        """Where it is."""

    def __enter__(self) -> None:
        threading.Thread(target=self._server.serve_forever, name="xi-orders-listen", daemon=True).start()

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    allow_reuse_address = os.name == "posix"  # on Windows it would let two programs have one port
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], pages: Callable[[str], Answer | None]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.pages = pages
        self._free = threading.BoundedSemaphore(_MOST)
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind, without asking a name server for the name of this machine, which can take long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread, if one is free; the queue of the system keeps others waiting."""
        self._free.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the signature of the class
        """Log that a monitor has gone away."""
        LOG.debug("a monitor at %s went away", client_address)


class _Handler(BaseHTTPRequestHandler):
    server_version = "xi-orders"
    sys_version = ""
    timeout = _LONGEST_S

    def do_GET(self) -> None:
        """Answer with a page."""
        path = self.path.partition("?")[0]
        try:
            status, kind, text = cast("_Server", self.server).pages(path) or (
                404,
                _TEXT,
                "there are /livez, /readyz and /metrics\n",
            )
        except Exception as error:
            LOG.exception("the page %s failed", path)
            status, kind, text = 500, _TEXT, f"{type(error).__name__}\n"
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_HEAD = do_GET  # noqa: N815 - the name that the class looks for

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature of the class
        """Log a request where everything is logged."""
        LOG.debug(format, *args)
