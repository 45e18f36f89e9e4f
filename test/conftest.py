"""Shared by all tests: limits for hypothesis, skips, folders filled once in a run, scripts as modules, time zones, an
end of webhook deliveries, a guard against sockets."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings

from xi.sdk.resellers.sandbox.state.webhooks import Hooks

# A slow example may only mean a busy machine. `--hypothesis-profile=deep` takes longer than each change can wait.
settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile("deep", settings.get_profile("quick"), max_examples=2_000)
settings.load_profile("quick")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts in this way what runs in the background. Programs that tests start would ignore Ctrl-C too.
    signal.signal(signal.SIGINT, signal.default_int_handler)

Report = pytest.TestReport | pytest.CollectReport
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one more than there are cores, because many tests wait for a time limit or for a server to stop."""
    return (os.cpu_count() or 1) + 1


_NO_IPV6 = "no IPv6 here"
"""The only skip that is allowed under CI=true: a container often has no IPv6, and no package adds it."""


def _failed_if_skipped(report: Report) -> Report:
    """Turn a skip into a failure under CI=true, where every service, browser, interpreter and client is installed."""
    is_skipped = report.skipped and not hasattr(report, "wasxfail") and _NO_IPV6 not in str(report.longrepr)
    if is_skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} would skip: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    return _failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """A module can skip itself during collection, before it has tests."""
    return _failed_if_skipped((yield))


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


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that opens a socket; what sandboxes of earlier tests still deliver is none of its business."""
    connect = socket.socket.connect

    def refuse(*arguments: Any) -> None:
        if not threading.current_thread().name.startswith("xi-sandbox-webhooks"):
            raise AssertionError("this test may not open a socket")
        connect(*arguments)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def in_zone() -> Iterator[Callable[[str], None]]:
    """Return a function that gives the machine a time zone until the test ends."""
    with pytest.MonkeyPatch.context() as patch:

        def move(zone: str) -> None:
            patch.setenv("TZ", zone)
            time.tzset()

        yield move
    time.tzset()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return a function that fills a folder once in a run: the first process that asks fills it, the others wait."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent

    def filled(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = root / name, root / f"{name}.done"
        with FileLock(root / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return filled


@pytest.fixture(scope="session")
def loaded() -> Callable[[str], ModuleType]:
    """Return a function that loads a script as a module, by its path in the repository."""

    @cache
    def load(path: str) -> ModuleType:
        name = path.removesuffix(".py").replace("/", "_")
        spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # dataclasses look for it there
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(scope="session")
def npm_package(once: Once) -> Callable[[str], Path]:
    """Return a function that installs an npm package, `name@version`, into a new directory, or skips the test."""

    def install(package: str) -> Path:
        npm = shutil.which("npm")
        if npm is None or shutil.which("node") is None:
            pytest.skip("node and npm are not installed here")

        def make(where: Path) -> None:
            (where / "package.json").write_text("{}")
            command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", package]
            try:
                subprocess.run(command, cwd=where, capture_output=True, text=True, check=True, timeout=180)
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
                pytest.skip(f"{package} cannot be installed: {str(error.stderr)[-300:]}")

        return once("npm-" + package.replace("/", "-"), make)

    return install


# The kit of the browser is imported when it is used: it skips the module that imports it where there is no playwright.


@pytest.fixture(scope="module")  # while it runs, no other test of the process can begin an event loop
def browser() -> Iterator[Any]:
    from browser_kit import started

    with started() as running:
        yield running


@pytest.fixture(scope="session")
def axe(npm_package: Callable[[str], Path]) -> Path:
    """Return the script of axe-core, which knows the rules for accessible pages."""
    from browser_kit import AXE

    return npm_package(AXE) / "node_modules" / "axe-core" / "axe.min.js"
