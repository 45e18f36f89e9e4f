"""What the tests of tools share: a server, and the orders API of a client of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `tools_kit`

from tools_kit import Real

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi


@pytest.fixture
def real() -> Iterator[Real]:
    """A server that counts what it hears."""
    server = Real()
    yield server
    server.stop()


@pytest.fixture
def orders(real: Real) -> Iterator[OrdersApi]:
    """The orders API of a client of that server."""
    with ApiClient(Configuration(host=real.url, access_token="t-secret")) as client:
        yield OrdersApi(client)
