"""Break an SDK in small ways, and show that the vectors notice each of them.

    python contract/vectors/tools/mutants.py NAME    print how many vectors fail each mutant; exit with 1 if one lives

NAME is that of a runner in runners/. Beside it, mutants.json has a list of changes: a `name` that says what is broken,
a `file`, and a text in it (`find`, once) that is replaced by another (`replace`). Needs nothing but Python and the
language of the runner.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import starting
from results import VECTORS, Json
from starting import RUNNERS, CannotRunError, started

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_ONCE = 2
_LONGEST_S = 60


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant."""

    name: str
    killed: list[str]
    """The IDs of the vectors that failed."""
    fault: str = ""
    """Why it says nothing: it does not run, or the text is not there."""


def listed(name: str) -> list[Json]:
    """Return the mutants of a runner."""
    found: list[Json] = json.loads((VECTORS / "runners" / name / "mutants.json").read_text("utf-8"))
    return found


def wrong_with_list(name: str) -> Iterator[str]:
    """Yield mutants whose name is used twice, or whose text is not in the file exactly once."""
    mutants = listed(name)
    names = [each["name"] for each in mutants]
    yield from (f"{each}: two mutants have this name" for each in sorted({x for x in names if names.count(x) > 1}))
    for each in mutants:
        times = (VECTORS / "runners" / name / each["file"]).read_text("utf-8").count(each["find"])
        if times != 1:
            yield f"{each['name']}: {each['file']} has its text {times} times, not once"
        if each["find"] == each["replace"]:
            yield f"{each['name']}: changes nothing"


def run(name: str) -> list[Outcome]:
    """Run the runner against each of its mutants."""
    with started(name) as command, ThreadPoolExecutor(_AT_ONCE) as pool:
        base = command[-2] if RUNNERS[name].compiler else ""
        return list(pool.map(partial(_run_one, name, base), listed(name)))


def _run_one(name: str, base: str, mutant: Json) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copied = root / "contract" / "vectors" / "runners" / name
        shutil.copytree(VECTORS / "runners" / name, copied)
        path = copied / mutant["file"]
        text = path.read_text("utf-8")
        path.write_text(text.replace(mutant["find"], mutant["replace"]), "utf-8")
        try:
            with started(name, root, mutant["file"], base) as command:
                printed = starting.run(name, command, VECTORS, seconds=_LONGEST_S)
        except CannotRunError as error:
            return Outcome(mutant["name"], [], str(error))
    return Outcome(mutant["name"], [each["id"] for each in printed.lines if each["result"] == "fail"])


def faults(name: str) -> Iterator[str]:
    """Yield each mutant that lives, or that says nothing."""
    wrong = list(wrong_with_list(name))
    yield from wrong
    for each in () if wrong else run(name):
        if each.fault:
            yield f"{each.name}: {each.fault}"
        elif not each.killed:
            yield f"{each.name}: no vector fails"


def main(arguments: list[str]) -> int:
    """Run the mutants of a runner, and return the exit status."""
    have = sorted(each.parent.name for each in (VECTORS / "runners").glob("*/mutants.json"))
    if len(arguments) != 1 or arguments[0] not in have:
        sys.stderr.write(f"give the name of one runner that has mutants: {', '.join(have)}\n")
        return 2
    (name,) = arguments
    wrong = list(wrong_with_list(name))
    outcomes = [] if wrong else run(name)
    for each in outcomes:
        sys.stdout.write(f"{len(each.killed):4} {each.name}{f': {each.fault}' if each.fault else ''}\n")
    wrong += [f"{each.name}: {each.fault or 'no vector fails'}" for each in outcomes if each.fault or not each.killed]
    sys.stderr.writelines(f"{each}\n" for each in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
