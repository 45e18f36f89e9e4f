"""Make the adapters importable, and let no vector open a socket."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `adapters`


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, mine = socket.socket.connect, threading.get_ident()

    def refuse(*args: Any) -> None:
        if threading.get_ident() == mine:
            raise AssertionError("a vector opened a socket")
        connect(*args)  # a thread that an earlier test left behind, such as a delivery of a sandbox that tries once more

    monkeypatch.setattr(socket.socket, "connect", refuse)
