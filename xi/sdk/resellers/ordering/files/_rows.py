"""From text to rows: the delimiter, the header, and cells as RFC 4180 has them, strictly."""

from __future__ import annotations

import csv
import re
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
_AS_TEXT: Final = re.compile('="[^"]*"')
_NAMES: Final = {"tab": "\t", "\\t": "\t"}


Strays = dict[int, tuple[int, int]]
"""Rows in which quotes are a part of unquoted cells, by their first lines: the first and the last of these cells."""


class _Quotes:
    """Finds rows such as `a"b;c"`, which `a;"b;c"` becomes when a delimiter is lost: as many cells, but others."""

    def __init__(self, delimiter: str) -> None:
        self.raw: list[str] = []
        """The lines of the row that is read, from the first one with a quote."""
        mark = re.escape(delimiter)
        self._cell = re.compile(rf'("(?:[^"]|"")*"|[^"{mark}\r\n][^{mark}\r\n]*|)(?:{mark}|\r\n|\r|\n|$)')

    def noted(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield the lines, and keep those of rows with quotes."""
        raw = self.raw
        for line in lines:
            if '"' in line or raw:
                raw.append(line)
            yield line

    def stray(self, cells: list[str]) -> tuple[int, int] | None:
        """Return the first and the last cell, from 0, of what may have been one cell in quotes and the one before it.

        Args:
            cells: the row that has just been read.
        """
        if sum('"' in each for each in cells) < 2:  # noqa: PLR2004 - it takes two cells
            return None
        first: int | None = None
        found: tuple[int, int] | None = None
        for index, match in zip(range(len(cells)), self._cell.finditer("".join(self.raw)), strict=False):
            cell = match[1]
            # Quotes after a blank are a part of the cell: nothing is trimmed before the cell is found.
            if cell[:1] == '"' or '"' not in cell or _AS_TEXT.fullmatch(cell.strip(" \t")):
                continue
            if first is not None and cell[-1] == '"' and cell.count('"') % 2:
                found = (first, index)
            first = index if first is None else first
        return found


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


def said_delimiter(delimiter: str | None) -> str | None:
    """Return the delimiter that is said; None if none is.

    Args:
        delimiter: one character, or `tab`.

    Raises:
        FileFault: it is more than one character.
    """
    said = None if delimiter is None else _NAMES.get(delimiter, delimiter)
    if said is not None and (len(said) != 1 or said in '"\r\n'):
        raise FileFault("bad-delimiter", f"--delimiter is {said!r}; it should be one character, or tab")
    return said


def said_in(first_line: str, said: str | None) -> str | None:
    """Return the delimiter that a first line such as `sep=;` says; None if it is another line.

    Args:
        first_line: the first line of the file.
        said: the delimiter that is said otherwise.

    Raises:
        FileFault: that is another one.
    """
    if first_line[:4].lower() != "sep=" or len(first_line) != len("sep=") + 1:
        return None
    if said not in (None, first_line[-1]):
        raise FileFault("other-delimiter", f"line 1 says {first_line[-1]!r}, --delimiter says {said!r}", line=1)
    return first_line[-1]


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
    said = said_delimiter(delimiter)
    why = "--delimiter"
    with copy.opened() as text:
        first_line = text.readline().rstrip("\r\n")
    in_line = said_in(first_line, said)
    if in_line is not None:
        said, why = in_line, "line 1"
    start = header or (1 if in_line is None else 2)
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


def rows_of(
    copy: Copy, delimiter: str, first: int, skip_lines: frozenset[int], strays: Strays | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its first line.

    Args:
        copy: the file.
        delimiter: the character between cells.
        first: the first line, from 1.
        skip_lines: lines that are not read.
        strays: where rows are noted that may have lost a delimiter in front of a quote, before they are given.

    Raises:
        FileFault: a quote is never closed, or text follows one.
    """
    if csv.field_size_limit() < _LONGEST_CELL:
        csv.field_size_limit(_LONGEST_CELL)
    quotes = _Quotes(delimiter)
    with copy.opened() as text:
        lines: Iterable[str] = islice(text, first - 1, None)
        if skip_lines:
            # Left out as empty lines, so that lines are still counted.
            lines = ("\n" if number in skip_lines else line for number, line in enumerate(lines, first))
        reader = csv.reader(quotes.noted(lines), delimiter=delimiter, strict=True)
        before = first - 1
        done = 0
        try:
            for cells in reader:
                line = before + done + 1
                if quotes.raw:
                    if strays is not None and '"' in "".join(cells) and (stray := quotes.stray(cells)) is not None:
                        strays[line] = stray
                    quotes.raw.clear()
                if line not in skip_lines:
                    yield line, cells
                done = reader.line_num
        except csv.Error as error:
            fault = str(error)
        else:
            return
    raise _row_fault(copy, delimiter, before + done + 1, fault)


def _row_fault(copy: Copy, delimiter: str, start: int, fault: str) -> FileFault:
    """Return the fault of a row that cannot be read.

    Args:
        copy: the file.
        delimiter: the character between cells.
        start: the line that the row begins at.
        fault: what the reader says of it.
    """
    if "field larger" in fault and (found := _long_cell(copy, delimiter, start)) is not None:
        line, number = found
        return FileFault(
            "too-long",
            f"cell {number} of the row has more than {csv.field_size_limit():,} characters",
            "take it out, also if it is not read; or look for a quote that is missing or one too many",
            line,
        )
    if "unexpected end" in fault or "field larger" in fault:
        line = _opening_line(copy, delimiter, start)
        return FileFault("open-quote", "a quote opens here and is never closed", "close it, or double it inside", line)
    return FileFault("bad-quote", "text follows a quote that closes", "double each quote that is inside a cell", start)


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


def _long_cell(copy: Copy, delimiter: str, start: int) -> tuple[int, int] | None:
    """Return where the cell is that is too long, in a row that begins at a line: its line, and its number from 1.

    None if it has no end: its quote is never closed, or text follows where it would be.
    """
    limit = csv.field_size_limit()
    line, number, length = start, 1, 0
    inside = is_closed = False
    with copy.opened() as text:
        for count, each_line in enumerate(islice(text, start - 1, None), start):
            if inside and '"' not in each_line:  # most of a cell that takes the rest of the file
                length += len(each_line)
                continue
            for each in each_line:
                if each == '"' and (inside or is_closed or not length):
                    length += is_closed  # the second of two, which stand for one
                    line = count if not inside and not is_closed else line
                    inside, is_closed = not inside, inside
                elif not inside and (each == delimiter or each in "\r\n"):
                    if length > limit:
                        return line, number
                    number, length, is_closed, line = number + 1, 0, False, count
                elif is_closed:
                    return None
                else:
                    length += 1
    return None if inside or length <= limit else (line, number)


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


def stray_fault(first: int, last: int) -> FileFault:
    """Return the fault of a row that may have lost a delimiter in front of a quote.

    Args:
        first: the first cell with a quote inside, from 0.
        last: the last one.
    """
    return FileFault(
        "stray-quote",
        f"cells {first + 1} and {last + 1} have quotes that are not around them; a delimiter may be lost there",
        "put each cell that has a quote in quotes, and double the quote inside",
    )
