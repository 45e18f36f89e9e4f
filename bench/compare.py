"""Measure two versions of this repository side by side: does a call cost more than before?

    python bench/compare.py BEFORE [AFTER]

Each is a git ref; without AFTER it is the working tree. Both run on this interpreter, with the packages it has, each in
processes of its own. The versions take turns, forwards and backwards; a ratio is taken round by round, then its median.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import measure
import report
from payloads import CASES

REPOSITORY = measure.HERE.parent
ROUNDS = 9
CALLS = 300
WARM_UP_CALLS = 32
AT_ONCE = (1, 32, 256)
ALLOWED = 1.05
"""The largest ratio that is allowed."""
FIRST_CREATE = "start to first create"


@dataclass(frozen=True)
class Row:
    """One measurement: a call made by a kind of worker."""

    title: str
    kind: str
    case: str
    at_once: int = 1

    def command(self, calls: int) -> dict[str, object]:
        """Return the command for the worker."""
        count = max(2, calls // CASES[self.case].weight)
        return {"case": self.case, "calls": count, "at_once": self.at_once}


ROWS = (
    *(Row(case.title, "sdk", case.name) for case in CASES.values()),
    *(Row(f"awaited create, {count} at once", "aio", "create", count) for count in AT_ONCE),
)


def tree_of(ref: str | None, folder: Path) -> Path:
    """Return a folder with the compiled files of a ref, or of the working tree if it is None."""
    tree = folder / ("after" if ref is None else ref.replace("/", "-"))
    if ref is None:
        tree.mkdir()
        found = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "xi"],
            cwd=REPOSITORY,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
        for name in filter(None, found.split("\0")):
            if (REPOSITORY / name).exists():
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                (tree / name).write_bytes((REPOSITORY / name).read_bytes())
    else:
        packed = subprocess.run(
            ["git", "archive", ref, "xi"], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(tree, filter="data")
    subprocess.run([sys.executable, "-m", "compileall", "-q", tree], check=True)
    return tree


def first_create(tree: Path, url: str) -> measure.Sample:
    """Return the CPU time of a new process until its first create is answered."""
    command = [sys.executable, "-I", str(measure.HERE / "probe.py"), "sdk_first_create", url, str(tree)]
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=measure.ANSWER_SECONDS)
    sample: measure.Sample = json.loads(done.stdout)
    return {"cpu_us": sample["process_ms"] * 1e3}


def compare(trees: dict[str, Path], rounds: int, calls: int) -> measure.Samples:
    """Measure all rows, one version after the other in each round."""
    samples = measure.Samples()
    with measure.serving() as (url, _), ExitStack() as stack:
        workers: dict[tuple[str, str], measure.Child] = {}
        for name, tree in trees.items():
            for kind in ("sdk", "aio"):
                child = measure.Child(f"{name}, {kind}", Path(sys.executable), "worker.py", kind, url, str(tree))
                stack.callback(child.stop)
                workers[name, kind] = child
        for number in range(rounds + 1):
            measure.progress(f"round {number} of {rounds}" if number else "warming up")
            order = list(trees) if number % 2 else list(reversed(trees))
            for row in ROWS:
                for name in order:
                    sample = workers[name, row.kind].ask(row.command(calls if number else WARM_UP_CALLS))
                    if number:
                        samples.add(row.title, name, sample)
            for name in order:
                sample = first_create(trees[name], url)
                if number:
                    samples.add(FIRST_CREATE, name, sample)
    return samples


def table(samples: measure.Samples, before: str, after: str) -> str:
    """Return the medians of both versions, their ratio, and whether it is allowed, as a table."""
    rows: list[list[str]] = []
    for title in (*(row.title for row in ROWS), FIRST_CREATE):
        old, new = (report.column(samples, title, name, "cpu_us") for name in (before, after))
        found = report.ratio(new, old)
        rows.append(
            [
                title,
                f"{report.Spread.of(old).median:,.0f}",
                f"{report.Spread.of(new).median:,.0f}",
                found.show(2) if found else "-",
                report.verdict(found, ALLOWED),
            ]
        )
    return report.table(["CPU µs", before, after, "ratio", "goal"], rows)


def main() -> int:
    """Compare the versions on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", help="git ref")
    parser.add_argument("after", nargs="?", help="git ref; the working tree if left out")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times all are measured (default %(default)s)")
    parser.add_argument("--calls", type=int, default=CALLS, help="small calls a round (default %(default)s)")
    options = parser.parse_args()
    before, after = options.before, options.after or "working tree"
    with tempfile.TemporaryDirectory(prefix="bench-compare-") as folder:
        trees = {before: tree_of(before, Path(folder)), after: tree_of(options.after, Path(folder))}
        samples = compare(trees, options.rounds, options.calls)
    print(table(samples, before, after))
    return 0


if __name__ == "__main__":
    sys.exit(main())
