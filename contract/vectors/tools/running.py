"""Run the runners, and judge them: their results, twins with wrong expectations, and mutants of their SDKs.

    python contract/vectors/tools/running.py [NAME ...]            print each fault, and exit with 1 if there is one
    python contract/vectors/tools/running.py --write [NAME ...]    write results/NAME.json, and then the page

Without a NAME all runners run. One whose language is not installed is left out; in CI (environment variable CI) that is
a fault. Needs nothing but Python and the languages of the runners.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import matrix
import plant
from results import VECTORS, Json, Printed, UnreadableError, faults, read, record, text_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

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


def wrong_with(name: str, *, write: bool) -> Iterator[str]:
    """Yield what is wrong with a runner.

    Args:
        name: its name.
        write: whether its results are written to results/; if not, they are compared with the file there.
    """
    import mutants  # noqa: PLC0415 - it imports this module

    manifest: Json = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    with started(name) as command, tempfile.TemporaryDirectory() as folder:
        printed = run(name, command, VECTORS)
        wrong = list(faults(manifest, claims_of(name), printed))
        yield from wrong
        if not wrong:
            yield from _kept(name, manifest, printed, write=write)
        plant.write(Path(folder))
        yield from plant.judge(Path(folder), claims_of(name), run(name, command, Path(folder)))
    if (VECTORS / "runners" / name / "mutants.json").exists():
        yield from mutants.faults(name)


def _kept(name: str, manifest: Json, printed: Printed, *, write: bool) -> Iterator[str]:
    """Write the results, or compare them; the day of equal results stays."""
    path = VECTORS / "results" / f"{name}.json"
    before: Json = json.loads(path.read_text("utf-8")) if path.exists() else {}
    today = dt.datetime.now(dt.UTC).date().isoformat()
    now = record(claims_of(name), manifest, printed, today)
    if now | {"date": None} == before | {"date": None}:
        return
    if write:
        path.write_text(text_of(now), "utf-8")
    else:
        yield f"results/{name}.json is not what the runner prints now; run tools/running.py --write"


def _claims_path(name: str) -> Path:
    return VECTORS / "implementations" / f"{name}.json"


def main(arguments: list[str]) -> int:
    """Run and judge the runners, and return the exit status."""
    write = arguments[:1] == ["--write"]
    names = arguments[1:] if write else arguments
    unknown = [name for name in names if name not in RUNNERS]
    if unknown:
        sys.stderr.write(f"no runner has the name {', '.join(unknown)}; there are {', '.join(RUNNERS)}\n")
        return 2
    wrong: list[str] = []
    for name in names or RUNNERS:
        if not RUNNERS[name].is_installed:
            sys.stdout.write(f"{name}: is not installed\n")
            wrong += [f"{name}: is not installed"] if names or os.environ.get("CI") else []
            continue
        began = time.monotonic()
        try:
            found = [f"{name}: {each}" for each in wrong_with(name, write=write)]
        except CannotRunError as error:
            found = [f"{name}: {error}"]
        sys.stdout.write(f"{name}: {len(found)} faults, {time.monotonic() - began:.0f} s\n")
        wrong += found
    sys.stderr.writelines(f"{each}\n" for each in wrong)
    return 1 if matrix.main(["--write"] if write else []) or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
