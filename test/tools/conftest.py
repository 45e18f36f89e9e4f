"""Shared by the tests of tools: a server, and the orders API of a client for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `tools_kit`

from tools_kit import CountingServer

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi


@pytest.fixture
def server() -> Iterator[CountingServer]:
    """A server that counts requests."""
    server = CountingServer()
    yield server
    server.stop()


@pytest.fixture
def orders(server: CountingServer) -> Iterator[OrdersApi]:
    """The orders API of a client for that server."""
    with ApiClient(Configuration(host=server.url, access_token="t-secret")) as client:
        yield OrdersApi(client)
