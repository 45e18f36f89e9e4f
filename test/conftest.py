"""What all tests share: no sandbox goes on telling of its orders once its test is over."""

import os
import shutil
import subprocess
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from xi.sdk.resellers.sandbox.state.webhooks import Hooks

# A busy machine is no fault of an example.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


_ELSEWHERE = ("test/tools/", "test/typing/")
"""What has an environment of its own, where nothing of it skips."""
_OF_THE_MACHINE = "no IPv6 here"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Let a skip fail where every service, browser and client is there by intention."""
    report = yield
    is_skipped = report.skipped and not hasattr(report, "wasxfail") and _OF_THE_MACHINE not in str(report.longrepr)
    if is_skipped and os.environ.get("CI") == "true" and not item.nodeid.startswith(_ELSEWHERE):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} would skip: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def silence_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End the threads of webhooks, which would open sockets in the midst of tests that may not."""
    made: list[weakref.ref[Hooks]] = []
    begin = Hooks.__init__

    def begun(self: Hooks, *arguments: object, **options: object) -> None:
        made.append(weakref.ref(self))
        begin(self, *arguments, **options)

    monkeypatch.setattr(Hooks, "__init__", begun)
    yield
    for each in made:
        if (hooks := each()) is not None:
            hooks.close(wait=1.0)


@pytest.fixture(scope="session")
def npm_package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what installs a package of npm, `name@version`, into a directory of its own, or skips the test."""

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
