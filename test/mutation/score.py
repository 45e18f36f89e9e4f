"""Change the code that decides in thousands of small ways, and count the changes that no test notices.

    tox -e mutation                                   all of it; hours on two cores, and it goes on where it stopped
    tox -e mutation -- 'xi.sdk.resellers._core.retry*'    the changes of one module
    tox -e mutation -- --results                      only print what is known so far

mutmut makes the changes and runs the tests that reach each; `[mutmut]` in setup.cfg says of which files, with which
tests. `mutmut show NAME` prints a change. One that nobody can see is listed in equivalent.toml, with the line that it
makes and the reason, and is left out; so is a change of what only type checkers read. The exit code is 1 if less than
90 % of the changes are noticed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

LEAST = 0.9
NOTICED = ("killed", "timeout", "segfault", "caught by type check")
UNKNOWN = "not checked"
SURVIVED = "survived"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
ONLY_TYPES = re.compile(r'(?<=\bcast\()(?:"[^"]*"|None)(?=, )|(?<=\bassert_never\().*(?=\))')
"""What only type checkers read: the type of a cast, and what can never come."""


def mutmut(*arguments: str) -> str:
    """Return what a command of mutmut prints."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def results() -> dict[str, str]:
    """Return what became of each change, by its name."""
    rows = (line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines())
    return {name: result for name, _, result in rows if name}


def lines_of(name: str) -> tuple[list[str], list[str]]:
    """Return the lines that a change takes away, and those that it puts there."""
    shown = [line for line in mutmut("show", name).splitlines() if line[:3] not in ("---", "+++")]
    gone, new = ([line[1:].strip() for line in shown if line[:1] == sign] for sign in "-+")
    return gone, new


def is_only_of_types(name: str) -> bool:
    """Return whether a change is one of what only type checkers read."""
    gone, new = ([ONLY_TYPES.sub("", each) for each in lines] for lines in lines_of(name))
    return gone == new


def faults_of(equivalent: dict[str, dict[str, str]], known: dict[str, str]) -> list[str]:
    """Return which entries of the list are about no change, or about another one than they say."""
    found: list[str] = []
    for name, entry in equivalent.items():
        if name not in known:
            found.append(f"{name} is no change any more")
        elif entry["line"] not in lines_of(name)[1]:
            found.append(f"{name} does not make the line {entry['line']!r} any more")
        elif known[name] in NOTICED:
            found.append(f"{name} is noticed, so it is not equivalent")
    return found


def show(counts: Counter[str], what: str) -> float:
    """Print and return the share of changes that was noticed."""
    run = counts.total() - counts[UNKNOWN]
    share = sum(counts[each] for each in NOTICED) / run
    print(f"{share:7.1%}  {run:5} of {counts.total():5} run  {what}")
    return share


def main(*arguments: str) -> int:
    """Run mutmut, and print the share that was noticed, by module."""
    if "--results" not in arguments:
        subprocess.run([sys.executable, "-m", "mutmut", "run", *arguments], check=True)
    known = results()
    equivalent = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    faults = faults_of(equivalent, known)
    counted: dict[str, Counter[str]] = {}
    for name, result in known.items():
        is_left_out = name in equivalent or (result == SURVIVED and is_only_of_types(name))
        if not is_left_out:
            counted.setdefault(name.rpartition(".")[0], Counter())[result] += 1
    for module, counts in sorted(counted.items()):
        run = counts.total() - counts[UNKNOWN]
        if run:
            show(counts, module)
    every = sum(counted.values(), Counter())
    if every.total() == every[UNKNOWN]:
        faults.append("no change was tried")
    elif show(every, "all") < LEAST:
        faults.append(f"less than {LEAST:.0%} of the changes are noticed")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
