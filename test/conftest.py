"""Shared by all tests: limits for hypothesis, skips, and an end of all webhook deliveries after each test."""

import os
import shutil
import subprocess
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from xi.sdk.resellers.sandbox.state.webhooks import Hooks

# A slow example may only mean that the machine is busy.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


_MAY_SKIP = ("test/tools/", "test/typing/")
"""These tests run in separate tox environments, which have everything they need."""
_NO_IPV6 = "no IPv6 here"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip into a failure under CI=true, where every service, browser and client is installed."""
    report = yield
    is_skipped = report.skipped and not hasattr(report, "wasxfail") and _NO_IPV6 not in str(report.longrepr)
    if is_skipped and os.environ.get("CI") == "true" and not item.nodeid.startswith(_MAY_SKIP):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} would skip: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def end_webhook_deliveries(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End the threads of webhooks after the test; they would open sockets during later tests that forbid it."""
    created: list[weakref.ref[Hooks]] = []
    original = Hooks.__init__

    def recorded(self: Hooks, *arguments: object, **options: object) -> None:
        created.append(weakref.ref(self))
        original(self, *arguments, **options)

    monkeypatch.setattr(Hooks, "__init__", recorded)
    yield
    for each in created:
        if (hooks := each()) is not None:
            hooks.close(wait=1.0)


@pytest.fixture(scope="session")
def npm_package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that installs an npm package, `name@version`, into a new directory, or skips the test."""

    def install(package: str) -> Path:
        npm = shutil.which("npm")
        if npm is None or shutil.which("node") is None:
            pytest.skip("node and npm are not installed here")
        where = tmp_path_factory.mktemp("npm")
        (where / "package.json").write_text("{}")
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", package]
        try:
            subprocess.run(command, cwd=where, capture_output=True, text=True, check=True, timeout=180)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            pytest.skip(f"{package} cannot be installed: {str(error.stderr)[-300:]}")
        return where

    return install
