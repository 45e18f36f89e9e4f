"""How fast an order file is checked, against csv.reader alone on the same bytes, in turns.

    tox -e bench-files

The rows are of two kinds: three short cells, and eight of which one is in quotes. It takes half a minute.
"""

from __future__ import annotations

import argparse
import csv
import io
import statistics
import time
from typing import TYPE_CHECKING

from xi.sdk.resellers.ordering import check_file

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = 50_000
"""Rows a second, at least."""
NEEDED = "customerOrderNumber,ingramPartNumber,quantity"
MORE = "shipToInfo.city,shipToInfo.postalCode,endCustomerOrderNumber,ref.erp,notes"
LINES = 5
"""Lines of an order."""


def short(number: int) -> str:
    """Return a row of three cells."""
    return f"PO-{number // LINES:07},DF{number:06},{number % 9 + 1}"


def wide(number: int) -> str:
    """Return a row of eight cells."""
    order = number // LINES
    return f'{short(number)},Sampletown,12345,EC-{order},{order},"handle, with care"'


def content(header: str, row: Callable[[int], str], count: int) -> bytes:
    """Return a file."""
    return "".join(f"{each}\n" for each in (header, *map(row, range(count)))).encode()


def parse(given: bytes) -> None:
    """Read the cells of a file, and no more."""
    for _ in csv.reader(io.TextIOWrapper(io.BytesIO(given), "utf-8", newline=""), strict=True):
        pass


def check(given: bytes) -> None:
    """Check a file."""
    found = check_file(io.BytesIO(given), kind="csv")
    if found.errors:
        raise SystemExit(str(found))


def seconds(call: Callable[[bytes], None], given: bytes) -> float:
    """Return the CPU time of a call."""
    began = time.process_time()
    call(given)
    return time.process_time() - began


def main() -> None:
    """Measure both kinds of rows, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000, help="rows of a file (default 100,000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that medians are taken over (default 5)")
    given = parser.parse_args()
    files = {"3 cells": content(NEEDED, short, given.rows), "8 cells": content(f"{NEEDED},{MORE}", wide, given.rows)}
    print(f"{'rows of':<10}{'csv.reader':>14}{'check_file':>14}{'ratio':>8}    rows a second, CPU time")
    for name, file in files.items():
        parsed: list[float] = []
        checked: list[float] = []
        for _ in range(given.rounds):
            parsed.append(seconds(parse, file))
            checked.append(seconds(check, file))
        rates = [given.rows / statistics.median(each) for each in (parsed, checked)]
        verdict = "pass" if rates[1] >= GOAL else "MISS"
        print(f"{name:<10}{rates[0]:>14,.0f}{rates[1]:>14,.0f}{rates[0] / rates[1]:>8.1f}    {verdict}: {GOAL:,}")


if __name__ == "__main__":
    main()
