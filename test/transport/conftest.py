"""Fixtures of the transport tests: scripted servers, certificates, and clients with short waits."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `transport_kit`

from call_kit import QUICK, TOKEN, configured
from server_kit import Authority, ScriptedServer, Step

from xi.sdk.resellers import ApiClient, OrdersApi, RetryPolicy


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A certificate authority that clients trust if it is configured."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """An authority that nobody trusts."""
    return Authority(tmp_path_factory.mktemp("stranger"))


@pytest.fixture
def serve() -> Iterator[Callable[..., ScriptedServer]]:
    """Starts servers; they are gone after the test."""
    started: list[ScriptedServer] = []

    def start(*script: Step, **options: Any) -> ScriptedServer:
        started.append(ScriptedServer(*script, **options))
        return started[-1]

    yield start
    for server in started:
        server.stop()
    assert [each for server in started for each in server.errors] == []


@pytest.fixture
def closed_port() -> Iterator[str]:
    """An origin whose port nobody listens on, and nobody else gets while the test runs."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


@pytest.fixture
def client_of() -> Iterator[Callable[..., ApiClient]]:
    """Makes clients of a server or a URL; they are closed after the test."""
    made: list[ApiClient] = []

    def make(server: ScriptedServer | str, *, retry: RetryPolicy = QUICK, **settings: Any) -> ApiClient:
        host = server if isinstance(server, str) else server.url
        # A token goes over plain http only to this machine; a proxied host elsewhere is called without one.
        token = None if host.startswith("http://api.example") else TOKEN
        settings.setdefault("access_token", token)
        made.append(ApiClient(configured(server, retry=retry, **settings)))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture
def orders_of(client_of: Callable[..., ApiClient]) -> Callable[..., OrdersApi]:
    """Makes the orders API of a server or a URL."""

    def make(server: ScriptedServer | str, **settings: Any) -> OrdersApi:
        return OrdersApi(client_of(server, **settings))

    return make


@pytest.fixture(autouse=True)
def _loggers_as_they_were() -> Iterator[None]:
    """Debugging lowers a level of the whole process; the next test has to find it as it was."""
    loggers = [logging.getLogger("xi.sdk.resellers"), logging.getLogger("urllib3")]
    before = [(each, each.level, list(each.handlers)) for each in loggers]
    yield
    for each, level, handlers in before:
        each.setLevel(level)
        each.handlers[:] = handlers
