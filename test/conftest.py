"""What all tests share: no skip in CI, what is made once in a run, and no sandbox that outlives its test."""

import os
import shutil
import subprocess
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from xi.sdk.resellers.sandbox.state.webhooks import Hooks

# A busy machine is no fault of an example. `--hypothesis-profile=deep` looks longer than every change can wait for.
settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile("deep", settings.get_profile("quick"), max_examples=2_000)
settings.load_profile("quick")

Report = pytest.TestReport | pytest.CollectReport
Once = Callable[[str, Callable[[Path], object]], Path]

_OF_THE_MACHINE = "no IPv6 here"
"""The one skip that stays one in CI: a container often has no IPv6, and nothing that is installed would give it."""


def _failed_if_skipped(report: Report) -> Report:
    """Let a skip fail in CI, where every service, browser, interpreter and client is there by intention."""
    is_skipped = report.skipped and not hasattr(report, "wasxfail") and _OF_THE_MACHINE not in str(report.longrepr)
    if is_skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} would skip: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    return _failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """A file that skips itself as it is collected has no test that could."""
    return _failed_if_skipped((yield))


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
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return what makes a folder, by name, once in a run: the first process that asks makes it, the others wait."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = root / name, root / f"{name}.done"
        with FileLock(root / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def npm_package(once: Once) -> Callable[[str], Path]:
    """Return what installs a package of npm, `name@version`, into a directory of its own, or skips the test."""

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
