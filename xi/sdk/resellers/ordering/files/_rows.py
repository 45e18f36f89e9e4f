"""From text to rows: the delimiter, the header, and cells as RFC 4180 has them, strictly."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.ordering.files._header import Fits
from xi.sdk.resellers.ordering.files._refusals import FileFault, shown

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering.files._bytes import Copy

DELIMITERS: Final = (",", ";", "\t", "|")
_LONGEST_CELL: Final = 1 << 20
"""Characters of a cell. A quote that is never closed would take the rest of the file into one."""
_NAMES: Final = {"tab": "\t", "\\t": "\t"}


@dataclass(frozen=True, slots=True)
class Head:
    """How the rows of a file are read.

    Args:
        delimiter: the character between cells.
        why: what decided it.
        names: the cells of the header; empty without one.
        line: the line of the header, from 1; 0 without one.
        first: the first line of the rows, from 1.
    """

    delimiter: str
    why: str
    names: tuple[str, ...]
    line: int
    first: int


def head_of(copy: Copy, *, delimiter: str | None, header: int | None, skip_lines: frozenset[int], fits: Fits) -> Head:
    """Return how the rows of a file are read.

    Args:
        copy: the file.
        delimiter: what is said; None if the header should tell.
        header: the line of the header, from 1; 0 without one; None for the first.
        skip_lines: lines that are not read.
        fits: tells what a header lacks.

    Raises:
        FileFault: there is no header, or none or two delimiters fit.
    """
    said = None if delimiter is None else _NAMES.get(delimiter, delimiter)
    if said is not None and (len(said) != 1 or said in '"\r\n'):
        raise FileFault("bad-delimiter", f"--delimiter is {said!r}; it should be one character, or tab")
    why = "--delimiter"
    with copy.opened() as text:
        first_line = text.readline().rstrip("\r\n")
    is_sep = first_line[:4].lower() == "sep=" and len(first_line) == len("sep=") + 1
    if is_sep:
        if said not in (None, first_line[-1]):
            raise FileFault("other-delimiter", f"line 1 says {first_line[-1]!r}, --delimiter says {said!r}", line=1)
        said, why = first_line[-1], "line 1"
    start = header or (1 + is_sep)
    while start in skip_lines:
        start += 1
    found = [(each, *_first_row(copy, each, start)) for each in ([said] if said else DELIMITERS)]
    if said is None:
        fitting = [each for each in found if fits(each[1]) == 0]
        if len(fitting) > 1:
            which = " and ".join(repr(each[0]) for each in fitting)
            raise FileFault("two-delimiters", f"the header fits {which}", "say which: --delimiter", start)
        if not fitting:
            # What comes nearest is judged as the header, so that what is missing is named.
            ranked = sorted(found, key=lambda each: fits(each[1]))
            if fits(ranked[0][1]) == fits(ranked[1][1]):
                needs = "a header with the columns of the mapping, or customerOrderNumber, ingramPartNumber, quantity"
                raise FileFault(
                    "no-delimiter",
                    f"under no delimiter does line {start} hold every column that is needed: {shown(first_line)!r}",
                    f"the file needs {needs}; title rows above: header in a mapping; another one: --delimiter",
                    start,
                )
            fitting = ranked[:1]
        found, why = fitting, "the header fits no other"
    chosen, names, after = found[0]
    if header == 0:
        return Head(chosen, why, (), 0, start)
    return Head(chosen, why, tuple(name.strip(" \t") for name in names), start, after)


def rows_of(copy: Copy, delimiter: str, first: int, skip_lines: frozenset[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its first line.

    Args:
        copy: the file.
        delimiter: the character between cells.
        first: the first line, from 1.
        skip_lines: lines that are not read.

    Raises:
        FileFault: a quote is never closed, or text follows one.
    """
    if csv.field_size_limit() < _LONGEST_CELL:
        csv.field_size_limit(_LONGEST_CELL)
    with copy.opened() as text:
        lines: Iterable[str] = islice(text, first - 1, None)
        if skip_lines:
            # Left out as empty lines, so that lines are still counted.
            lines = ("\n" if number in skip_lines else line for number, line in enumerate(lines, first))
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        before = first - 1
        done = 0
        try:
            for cells in reader:
                if before + done + 1 not in skip_lines:
                    yield before + done + 1, cells
                done = reader.line_num
        except csv.Error as error:
            fault = str(error)
        else:
            return
    start = before + done + 1
    if "unexpected end" in fault or "field larger" in fault:
        line = _opening_line(copy, delimiter, start)
        raise FileFault("open-quote", "a quote opens here and is never closed", "close it, or double it inside", line)
    raise FileFault("bad-quote", "text follows a quote that closes", "double each quote that is inside a cell", start)


def _first_row(copy: Copy, delimiter: str, start: int) -> tuple[list[str], int]:
    """Return the first row from a line, and the line after it."""
    with copy.opened() as text:
        lines = islice(text, start - 1, None)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            cells = next(reader, None) or []
        except csv.Error:
            cells = []
        return cells, start + max(reader.line_num, 1)


def _opening_line(copy: Copy, delimiter: str, start: int) -> int:
    """Return the line of the quote that is never closed, in a row that begins at a line."""
    opened = start
    inside = False
    before = delimiter
    with copy.opened() as text:
        for number, line in enumerate(islice(text, start - 1, None), start):
            for each in line:
                if each == '"' and (inside or before in (delimiter, "\n", "\r", "closed")):
                    # A quote right after one that closes is one inside the cell, which goes on from where it opened.
                    opened = opened if inside or before == "closed" else number
                    before = "closed" if inside else each
                    inside = not inside
                else:
                    before = each
    return opened


def width_fault(cells: Sequence[str], width: int) -> FileFault:
    """Return the fault of a row that has more or fewer cells than the header.

    Args:
        cells: the row.
        width: the cells of the header.
    """
    return FileFault(
        "cell-count",
        f"the row has {len(cells)} cells, and the header {width}",
        "put a cell that holds the delimiter in quotes",
    )
