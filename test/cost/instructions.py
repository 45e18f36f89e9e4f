"""Count the instructions of each row of the table with callgrind, including those in C code.

`tox -e cost` runs this script. Each piece of work is between two calls of getppid. At each such call callgrind writes
its count since the last one, so one start of the interpreter is enough for all rows.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from inputs import ROWS
from measures import SIZES, is_linear

_SLACK = 2_000_000
"""Instructions: a thousandth of a second."""


def run_rows(names: list[str]) -> None:
    """Do the work of rows at all sizes, and mark the begin and the end of each piece."""
    gc.disable()
    for name in names:
        row = ROWS[name]
        row.work(row.make(1))  # work that is done only once
        for given in [row.make(size) for size in SIZES]:
            os.getppid()
            row.work(given)
            os.getppid()


def count(names: list[str]) -> dict[str, list[int]]:
    """Return the instructions of each row, one count for each size."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = ["valgrind", "--tool=callgrind", "--dump-before=getppid", f"--callgrind-out-file={out}"]
        subprocess.run(
            [*command, sys.executable, __file__, "--run", *names],
            env={**os.environ, "PYTHONHASHSEED": "0"},
            check=True,
            capture_output=True,
        )
        parts = sorted(Path(folder).glob("out.*"), key=lambda part: int(part.suffix[1:]))
        totals = [int(re.search(r"^totals: (\d+)", part.read_text(), re.MULTILINE)[1]) for part in parts]  # type: ignore[index]
    # The parts between two pieces of work do not count.
    counts = totals[1::2]
    assert len(counts) == len(names) * len(SIZES), (len(totals), len(names))
    return {name: counts[i * len(SIZES) : (i + 1) * len(SIZES)] for i, name in enumerate(names)}


def main() -> int:
    """Print the counts of all rows, or of named ones. Return 1 if a count grows faster than its input."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help="names of rows; all by default")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    names = given.rows or list(ROWS)
    if unknown := [name for name in names if name not in ROWS]:
        parser.error(f"unknown rows {unknown}; the rows are {', '.join(ROWS)}")
    if given.run:
        run_rows(names)
        return 0
    if shutil.which("valgrind") is None:
        print("skipped: valgrind, which counts the instructions, is not installed")
        return 0
    is_good = True
    for name, costs in count(names).items():
        fits = is_linear(costs, _SLACK)
        is_good = is_good and fits
        print(f"{'linear' if fits else 'GROWS '}  {name:<45}", *(f"{cost / 1e6:10.2f}" for cost in costs))
    print("millions of instructions at sizes", *SIZES)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
