"""Reads an order file in two passes over one private copy: the first checks all of it, the second gives the orders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Final, Protocol, Self
from weakref import finalize

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.files._built import Built, Counts, Known
from xi.sdk.resellers.ordering.files._bytes import Copy, copied, kind_of, look_at, new_copy
from xi.sdk.resellers.ordering.files._checks import FileCheck
from xi.sdk.resellers.ordering.files._columns import Plan, Planner
from xi.sdk.resellers.ordering.files._header import fits, positions_of
from xi.sdk.resellers.ordering.files._json import JsonReader, check_mapping
from xi.sdk.resellers.ordering.files._mapping import FileMapping
from xi.sdk.resellers.ordering.files._orders import Row, RowsReader
from xi.sdk.resellers.ordering.files._records import Records
from xi.sdk.resellers.ordering.files._refusals import CellFault, FileFault, Refusal
from xi.sdk.resellers.ordering.files._rows import Head, Strays, head_of, rows_of
from xi.sdk.resellers.ordering.files._values import Reading
from xi.sdk.resellers.ordering.runs import Item

OrderSource = str | os.PathLike[str] | IO[bytes]
"""A path, or a stream of bytes such as `sys.stdin.buffer`."""

_SHOWN: Final = 5
"""Orders that a check keeps to be shown."""


class _Reader(Protocol):
    """Makes orders; one for each pass."""

    @property
    def counts(self) -> Counts: ...
    @property
    def faults(self) -> list[Refusal]: ...
    def twice(self, built: Built, fault: CellFault) -> Refusal: ...


_Pass = Callable[[], tuple[_Reader, Iterator[Built]]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a program says about a file; see read_orders."""

    mapping: FileMapping
    kind: str | None
    fixed: Mapping[str, str]
    is_anywhere: bool
    equal_rows: bool
    send_unknown: bool
    last_line_whole: bool
    may_reuse: bool
    reading: Reading


class OrderFile:
    """The orders of a file that was read and checked: an iterable of Items, which can be read more than once.

    It holds a private copy of the file. Close it, or use it in a `with` block; the copy is gone then.

    Args:
        given: the path, or a stream of bytes.
        said: what the program says about the file.
        known: the POs of files that were read before; None if there is no other file.
        name: its name in messages; None for the last part of its path.
    """

    def __init__(self, given: OrderSource, said: Said, *, known: Known | None = None, name: str | None = None) -> None:
        self._said = said
        self._refused: set[bytes] = set()
        self._faults: list[Refusal] = []
        self._open: _Pass | None = None
        self._is_read = False
        self._counts = Counts()
        self._known = Known() if known is None else known
        self._name = name_of(given) if name is None else name
        self.elsewhere: dict[int, set[bytes]] = {}
        """What stands for the POs that were there before, by the place of the file that had them first, from 0."""
        self._known.begin(self._name)
        file = new_copy()
        self._end = finalize(self, file.close)
        try:
            self._check = self._checked(given, file)
        except BaseException:
            self.close()
            raise

    @property
    def check(self) -> FileCheck:
        """What was found in the file."""
        return self._check

    def __iter__(self) -> Iterator[Item]:
        """Yield the orders that are not refused, in the order of the file.

        Raises:
            ApiValueError: it is closed.
        """
        if not self._end.alive:
            raise ApiValueError("the order file is closed; read it again with read_orders", argument="file")
        if self._open is None:
            return
        for built in self._open()[1]:
            if not built.faults and built.key not in self._refused:
                yield self._item(built)

    def exclude(self, keys: set[bytes]) -> None:
        """Refuse orders whose POs came again in another file.

        Args:
            keys: what stands for their POs.
        """
        self._refused |= keys
        if self._open is None or not self._is_read:
            return
        total = self._check.orders + self._check.refused_orders
        self._check = self._summed(self._check, self._sums_of(self._open), total)

    def close(self) -> None:
        """Delete the private copy. Closing twice does nothing."""
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        """Return the name of the file and its counts."""
        return f"{type(self).__name__}({self._name!r}, {self._check.orders} orders)"

    def _checked(self, given: OrderSource, file: IO[bytes]) -> FileCheck:
        said = self._said
        check = FileCheck(file=self._name, decimal=said.reading.decimal)
        try:
            kind = self._kind(given)
            check = replace(check, kind=kind)
            copy = copied(given, self._name, said.mapping.encoding, file=file)
            check = replace(check, encoding=copy.encoding, encoding_why=copy.why, sha256=copy.sha256)
            if kind == "csv":
                check = self._prepare_rows(copy, check)
            else:
                self._prepare_json(copy, kind)
            if self._open is not None:
                check = self._first_pass(self._open, check)
            if kind == "csv" and not copy.is_ended and not said.last_line_whole:
                self._note(
                    FileFault(
                        "last-line",
                        "the last line has no end, so it may be cut",
                        "export the file again; if it is whole: --last-line-whole",
                    )
                )
        except FileFault as fault:
            self._note(fault)
        # Errors about all of the file have no line, and stand at the end if they were found there.
        errors = sorted(self._faults, key=_row_of)
        return replace(check, errors=tuple(errors))

    def _kind(self, given: OrderSource) -> str:
        try:
            return kind_of(self._name, self._said.kind)
        except FileFault:
            # A workbook or a folder is told as that: no kind that could be said makes it readable.
            look_at(given)
            raise

    def _prepare_rows(self, copy: Copy, check: FileCheck) -> FileCheck:
        said, mapping = self._said, self._said.mapping
        if mapping.items:
            raise FileFault("json-only", "the mapping has items", "items is for JSON")
        header = 0 if mapping.layout == "records" and mapping.header is None else mapping.header
        head = head_of(
            copy,
            delimiter=mapping.delimiter,
            header=header,
            skip_lines=mapping.skip_lines,
            fits=fits(mapping, said.fixed, header),
        )
        check = replace(check, delimiter=head.delimiter, delimiter_why=head.why, header=head.line)
        plan, rows = self._planned(copy, head)
        if plan is None:
            return check

        def opened() -> tuple[_Reader, Iterator[Built]]:
            reader = RowsReader(
                self._name,
                plan,
                mapping.layout,
                equal_rows=said.equal_rows,
                anywhere=said.is_anywhere,
                may_reuse=said.may_reuse,
            )
            return reader, reader.orders(rows(reader))

        self._open = opened
        return replace(check, columns=plan.read, not_read=plan.not_read)

    def _planned(self, copy: Copy, head: Head) -> tuple[Plan | None, Callable[[RowsReader], Iterator[Row]]]:
        mapping = self._said.mapping
        planner = Planner(mapping, self._said.reading, self._said.fixed, head.line)

        def raw(strays: Strays | None = None) -> Iterator[tuple[int, list[str]]]:
            return rows_of(copy, head.delimiter, head.first, mapping.skip_lines, strays)

        def plain(reader: RowsReader) -> Iterator[Row]:
            return (Row(line, cells, line) for line, cells in raw(reader.strays))

        rows: Callable[[RowsReader], Iterator[Row]] = plain
        if mapping.layout == "records":
            records = Records(self._name, mapping)
            plan = records.plan(planner, raw())

            def joined(reader: RowsReader) -> Iterator[Row]:
                strays: Strays = {}
                return records.joined(raw(strays), strays, reader.counts, reader.faults)

            rows = joined
        elif head.line == 0:
            _, first = next(raw(), None) or (0, [])
            plan = planner.plan({f"#{number}": number - 1 for number in range(1, len(first) + 1)}, len(first))
        else:
            plan = planner.plan(positions_of(head.names), len(head.names))
        for fault in planner.faults:
            self._note(fault)
        return plan, rows

    def _prepare_json(self, copy: Copy, kind: str) -> None:
        said = self._said
        check_mapping(said.mapping)

        def opened() -> tuple[_Reader, Iterator[Built]]:
            reader = JsonReader(
                copy,
                kind,
                said.mapping,
                said.reading,
                said.fixed,
                send_unknown=said.send_unknown,
                may_reuse=said.may_reuse,
            )
            return reader, reader.orders()

        self._open = opened

    def _first_pass(self, opened: _Pass, check: FileCheck) -> FileCheck:
        reader, orders = opened()
        known, word = self._known, "item" if check.kind == "json" else "line"
        total = twice = 0
        fault: FileFault | None = None
        sums = _Sums()
        try:
            for built in orders:
                total += 1
                key = built.key
                again = known.fault_of(built.po, key, built.first, word) if built.po else None
                if again is not None:
                    twice += 1
                    built.faults.append(reader.twice(built, again))
                    self.elsewhere.setdefault(known.file_of(key), set()).add(key)
                if built.faults:
                    if built.po:
                        self._refused.add(key)
                    self._faults += built.faults
                else:
                    sums.add(built, self._item)
        except FileFault as wrong:
            fault = wrong
        self._faults += reader.faults
        self._is_read = fault is None
        if fault is not None:
            self._note(fault)
        if twice:
            # The first order of such a PO was counted before it was known that it is refused.
            sums = self._sums_of(opened) if fault is None else _Sums()
        counts = self._counts = reader.counts
        check = replace(
            check,
            rows=counts.rows,
            lines=counts.lines,
            empty=counts.empty,
            left_out=dict(counts.left_out),
            refused_rows=counts.refused,
        )
        return self._summed(check, sums, total)

    def _sums_of(self, opened: _Pass) -> _Sums:
        sums = _Sums()
        for built in opened()[1]:
            if not built.faults and built.key not in self._refused:
                sums.add(built, self._item)
        return sums

    def _summed(self, check: FileCheck, sums: _Sums, total: int) -> FileCheck:
        return replace(
            check,
            orders=sums.orders,
            order_lines=sums.lines,
            units=sums.units,
            largest=sums.largest[0],
            largest_line=sums.largest[1],
            refused_orders=total - sums.orders,
            warnings=tuple(_warnings(sums, self._counts)),
            first=tuple(sums.first),
        )

    def _item(self, built: Built) -> Item:
        place = f"item {built.first}" if kind_of(self._name, self._said.kind) == "json" else built.place
        return Item(order=built.order, source=(self._name, place), ref=built.ref)

    def _note(self, fault: FileFault) -> None:
        self._faults.append(self._at(fault.line, fault.code, fault.message, fault.hint))

    def _at(self, line: int | None, code: str, message: str, hint: str = "") -> Refusal:
        return Refusal(file=self._name, code=code, message=message, line=line, hint=hint, whole_file=True)


class _Sums:
    """What the good orders have."""

    def __init__(self) -> None:
        self.orders = self.lines = self.units = self.digits = 0
        self.largest = (0, 0)
        self.first: list[Item] = []

    def add(self, built: Built, item: Callable[[Built], Item]) -> None:
        self.orders += 1
        self.lines += built.lines
        self.units += built.units
        self.digits += built.digits
        if built.largest[0] > self.largest[0]:
            self.largest = built.largest
        if len(self.first) < _SHOWN:
            self.first.append(item(built))


def _warnings(sums: _Sums, counts: Counts) -> Iterator[str]:
    if sums.digits:
        yield (
            f"{sums.digits:,} part numbers are digits only; a spreadsheet may have taken zeros in front "
            "(--map: width or pad)"
        )
    if counts.strays:
        yield (
            f"{counts.strays:,} rows have quotes that are not around a cell, in columns that are not read; "
            "a delimiter may be lost there"
        )
    if counts.long_pos:
        yield f"{counts.long_pos:,} POs have more than 18 characters, more than the newest v7 permits"
    if counts.cut_pos:
        yield (
            f"{counts.cut_pos:,} POs are numbers of more than 15 digits that end in zeros; a spreadsheet may have cut "
            "them, and two orders may have become one"
        )


def _row_of(refusal: Refusal) -> tuple[float, int]:
    row = refusal.line if refusal.line is not None else refusal.item
    return (float("inf") if row is None else row, refusal.column or 0)


def name_of(given: object) -> str:
    """Return the name of a file for messages and the ledger; `-` for a stream without one.

    Args:
        given: a path, or a stream.
    """
    if isinstance(given, (str, os.PathLike)):
        path = Path(os.fspath(given))  # pyright: ignore[reportUnknownArgumentType] - a path of any kind
        return written(path.name or str(path))  # the folders `.` and `/` have no name
    name = getattr(given, "name", None)
    return written(Path(name).name) if isinstance(name, str) and not name.startswith("<") else "-"


def written(name: str) -> str:
    """Return the name of a file as text that a ledger takes: bytes that are no UTF-8 are written out.

    Args:
        name: the name, or the path.
    """
    return name.replace("\0", "\\x00").encode(errors="backslashreplace").decode()
