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
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import matrix
import mutants
import plant
from results import VECTORS, Json, Printed, faults, record, text_of
from starting import RUNNERS, CannotRunError, claims_of, run, started

if TYPE_CHECKING:
    from collections.abc import Iterator


def wrong_with(name: str, *, write: bool) -> Iterator[str]:
    """Yield what is wrong with a runner.

    Args:
        name: its name.
        write: whether its results are written to results/; if not, they are compared with the file there.
    """
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
