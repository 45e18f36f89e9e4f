"""Start the runners: their commands, what compiles them, and what they print.

Needs nothing but Python and the languages of the runners.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from results import VECTORS, Json, Printed, UnreadableError, read

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

ROOT = VECTORS.parents[1]
_LONGEST_S = 300


@dataclass(frozen=True)
class Runner:
    """How a runner is started.

    Args:
        command: its program and arguments, without the options of every runner.
        source: the file, from the root of the repository, that the command names or that is compiled.
        compiler: the program that compiles it, with the arguments before the folder of what it writes; empty for none.
    """

    command: tuple[str, ...]
    source: str
    compiler: tuple[str, ...] = ()

    @property
    def is_installed(self) -> bool:
        """Whether the runner and its language are here."""
        programs = [each[0] for each in (self.command, self.compiler) if each]
        return all(map(shutil.which, programs)) and (ROOT / self.source).exists()


RUNNERS = {
    "python": Runner((sys.executable,), "test/vectors/runner.py"),
    "node": Runner(("node",), "contract/vectors/runners/node/runner.mjs"),
    "java": Runner(
        ("java", "-XX:TieredStopAtLevel=1", "-cp"),  # so short a run is over before the second compiler pays
        "contract/vectors/runners/java/Runner.java",
        ("javac", "-J-XX:TieredStopAtLevel=1", "-proc:none", "-d"),
    ),
}
"""The runners, by the name of their implementation."""


class CannotRunError(Exception):
    """A runner did not print results."""


@contextmanager
def started(name: str, root: Path = ROOT, changed: str = "", base: str = "") -> Generator[list[str]]:
    """Give the command of a runner, compiled before if its language needs it.

    Args:
        name: the name of the implementation.
        root: the repository, or a copy of the part with the runner.
        changed: the only file that differs from what was compiled before, below the folder of the runner.
        base: the folder of what was compiled before.

    Raises:
        CannotRunError: it does not compile, or not in time.
    """
    runner, source = RUNNERS[name], root / RUNNERS[name].source
    if not runner.compiler:
        yield [*runner.command, str(source)]
        return
    with tempfile.TemporaryDirectory() as folder:
        what = (
            ["-cp", base, str(source.parent / changed)] if changed else ["-sourcepath", str(source.parent), str(source)]
        )
        done = _run([*runner.compiler, folder, *what], root, _LONGEST_S)
        if done.returncode:
            raise CannotRunError(f"it does not compile: {done.stderr.strip()[:500]}")
        yield [*runner.command, os.pathsep.join(filter(None, (folder, base))), source.stem]


def run(name: str, command: Sequence[str], vectors: Path, *, seconds: float = _LONGEST_S) -> Printed:
    """Return what a runner prints for a folder of vectors.

    Args:
        name: the name of the implementation.
        command: the command of its runner.
        vectors: the folder.
        seconds: how long it may take.

    Raises:
        CannotRunError: it ends with another status than 0 or 1, prints something else, or takes too long.
    """
    options = ["--vectors", str(vectors), "--implementation", str(_claims_path(name))]
    try:
        done = _run([*command, *options], ROOT, seconds)
        printed = read(done.stdout)
    except UnreadableError as error:
        raise CannotRunError(str(error)) from None
    failed = any(each["result"] == "fail" for each in printed.lines)
    if done.returncode != (1 if failed else 0):
        why = done.stderr.strip()[-500:]
        raise CannotRunError(f"it ended with {done.returncode}, which its results do not explain: {why}")
    return printed


def _run(command: Sequence[str], where: Path, seconds: float) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603 - a command of this repository
            command, cwd=where, capture_output=True, text=True, encoding="utf-8", timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise CannotRunError(f"{Path(command[0]).name} was not done after {seconds:g} s") from None


def claims_of(name: str) -> Json:
    """Return what an implementation claims."""
    found: Json = json.loads(_claims_path(name).read_text("utf-8"))
    return found


def _claims_path(name: str) -> Path:
    return VECTORS / "implementations" / f"{name}.json"
