"""Shared by the tests of tools: an order, and a server that counts requests."""

from __future__ import annotations

import json
import socket
import threading

WHO = ("20-777777", "US", "c0ffee00c0ffee00c0ffee00c0ffee00")
ORDER = {"customerOrderNumber": "PO-1"}
PLACED = {"orders": [{"ingramOrderNumber": "20-AB1CD"}]}
"""The least content of an answer to a create."""


class CountingServer:
    """A real server that counts requests. It must get none while a test double replaces it."""

    def __init__(self) -> None:
        self.count = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with sock, sock.makefile("rb") as lines:
            body = json.dumps({"ingramOrderNumber": "20-REAL", "customerOrderNumber": "PO-1", **PLACED}).encode()
            while lines.readline():
                size = 0
                while (line := lines.readline()) not in (b"\r\n", b""):
                    if line.lower().startswith(b"content-length:"):
                        size = int(line.split(b":")[1])
                lines.read(size)
                self.count += 1
                sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    def stop(self) -> None:
        self._listener.close()
