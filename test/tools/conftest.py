"""Tests with tools of users. The tests of a missing tool are skipped, but not under `tox -e tools`."""

from __future__ import annotations

import os
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip into a failure in the environment that has every tool."""
    report = yield
    if report.skipped and os.environ.get("TOOLS_REQUIRED") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} would skip: {report.longrepr}"
    return report
