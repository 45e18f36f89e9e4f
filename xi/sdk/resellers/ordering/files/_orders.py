"""From rows to orders: rows in succession with one PO are one order, and a bad row refuses all of its order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import Any, Final, NamedTuple

from xi.sdk.resellers.ordering._filing import LONGEST_PO_V7
from xi.sdk.resellers.ordering.files._built import Built, Counts
from xi.sdk.resellers.ordering.files._columns import Column, Plan, Skip
from xi.sdk.resellers.ordering.files._fields import ATTRIBUTES, put
from xi.sdk.resellers.ordering.files._header import PART, PO, QUANTITY, QUOTE
from xi.sdk.resellers.ordering.files._refusals import CellFault, Refusal, shown
from xi.sdk.resellers.ordering.files._rows import Strays, stray_fault, width_fault
from xi.sdk.resellers.ordering.files._switches import switch_faults
from xi.sdk.resellers.ordering.files._values import WrongPo, is_cut, may_be

_LINE_NUMBER: Final = "customerLineNumber"


class Row(NamedTuple):
    """A row of a file.

    Args:
        line: its first line.
        cells: its cells.
        order_line: the line that the fields of the order are from: the same, or that of the record above.
    """

    line: int
    cells: list[str]
    order_line: int


class RowsReader:
    """Makes orders of rows.

    Args:
        file: the name of the file.
        plan: what the cells are.
        layout: rows, groups or records.
        equal_rows: whether rows that are equal in every cell are permitted in one order.
        anywhere: whether rows of one PO may stand in many places.
        may_reuse: whether orders may turn the server's check for duplicates off.
    """

    def __init__(
        self, file: str, plan: Plan, layout: str, *, equal_rows: bool, anywhere: bool, may_reuse: bool
    ) -> None:
        self.strays: Strays = {}
        self._file = file
        self._plan = plan
        self._layout = layout
        self._equal_rows = equal_rows
        self._anywhere = anywhere
        self._may_reuse = may_reuse
        self._all: set[str] = set()
        """All POs of the file, if its rows may stand anywhere."""
        self.counts = Counts()
        self.faults: list[Refusal] = []

    def orders(self, rows: Iterable[Row]) -> Iterator[Built]:
        """Yield the orders, good and bad; faults of all of the file are kept in `faults`."""
        used = self._used(rows)
        if self._anywhere and self._layout == "rows":
            collected: dict[bytes, list[Row]] = {}
            for row in used:
                po = row.cells[self._plan.po.index].strip(" \t")
                collected.setdefault(Built(po).key, []).append(row)
            used = (row for listed in collected.values() for row in listed)
            self._all = {rows[0].cells[self._plan.po.index].strip(" \t") for rows in collected.values()}
        opened: _Opened | None = None
        for row in used:
            text = row.cells[self._plan.po.index]
            is_next = opened is None or (text != opened.text and not opened.is_same(text))
            if not is_next and opened is not None and self._layout != "rows":
                is_next = row.order_line != opened.order_line
            if is_next or opened is None:
                before = None
                if opened is not None:
                    yield self._closed(opened, text)
                    before = opened.text
                opened = self._begun(row, text, before)
            self._add(opened, row)
        if opened is not None:
            yield self._closed(opened, None)

    def _used(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows that are read, after filling and leaving out."""
        plan, counts = self._plan, self.counts
        above: list[str] | None = None
        is_plain = not (plan.nameless or plan.fill or plan.only or plan.skip or plan.must)
        po = plan.po.index
        for row in rows:
            cells = row.cells
            counts.rows += 1
            if not "".join(cells).strip(" \t"):
                counts.empty += 1
                continue
            if len(cells) != plan.width:
                counts.refused += 1
                self.faults.append(self._refusal(row.line, width_fault(cells, plan.width)))
                continue
            if self.strays and self._is_torn(row):
                continue
            if not is_plain:
                cells = self._filled(cells, above)
                # What may be repeated below stays: a row of which nobody knows the order gives no other one.
                above = cells if above is None or cells[po].strip(" \t") or po not in plan.fill else above
                if self._is_left_out(cells) or not self._is_whole(row, cells):
                    continue
                row = Row(row.line, cells, row.order_line)  # noqa: PLW2901 - the same row, filled
            if not cells[po].strip(" \t"):
                counts.refused += 1
                self.faults.append(self._refusal(row.line, self._no_po(above), plan.po))
                continue
            yield row

    def _is_torn(self, row: Row) -> bool:
        """Return whether a row may have lost a delimiter in front of a quote, at cells that are used."""
        first, last = self.strays.pop(row.line, (0, -1))
        if self._plan.used.isdisjoint(range(first, last + 1)):
            self.counts.strays += first <= last
            return False
        self.counts.refused += 1
        fault = stray_fault(first, last)
        self.faults.append(self._refusal(row.line, fault))
        return True

    def _filled(self, cells: list[str], above: list[str] | None) -> list[str]:
        plan = self._plan
        if above is None or not plan.fill:
            return cells
        po = plan.po.index
        filled = list(cells)
        if po in plan.fill and not filled[po].strip(" \t") and not self._is_mark(po, above):
            filled[po] = above[po]
        if filled[po].strip(" \t") == above[po].strip(" \t"):
            for index in plan.fill:
                if not filled[index].strip(" \t") and not self._is_mark(index, above):
                    filled[index] = above[index]
        return filled

    def _is_mark(self, index: int, above: list[str]) -> bool:
        """Return whether a cell above has, where a PO, a part or a quantity belongs, what marks a row that is left out.

        Such a text is none of these: a row below that repeated it would be left out too, and its goods with it. A mark
        in another column, such as a state, says something of an order, and is repeated in all of its rows.
        """
        if index not in self._plan.said_by_rows:
            return False
        return any(each[0] == index and _skipped_by(each, above[index]) is not None for each in self._plan.skip)

    def _no_po(self, above: list[str] | None) -> CellFault:
        po = self._plan.po.index
        if po not in self._plan.fill:
            why, hint = "is empty", "if it repeats the row above: fill in a mapping"
        elif above is None or not above[po].strip(" \t"):
            why, hint = "is empty, and no row above has one", "write the order number into the cell"
        else:
            why, hint = f'is empty, and "{shown(above[po])}" above is left out', "write the order number into the cell"
        return CellFault("no-po", f"{why}, so it cannot be known which order the row belongs to", hint, whole_file=True)

    def _is_left_out(self, cells: list[str]) -> bool:
        plan = self._plan
        # Where a row without a PO would have repeated one, its other cells would have been filled too: empty ones say
        # nothing then, and must not leave it out before it is refused.
        is_unsure = plan.po.index in plan.fill and not cells[plan.po.index].strip(" \t")
        unsaid = [each for each in plan.fill if not cells[each].strip(" \t")] if is_unsure else []
        for index, name, values in plan.only:
            if index not in unsaid and cells[index].strip(" \t") not in values:
                self.counts.left_out[name] += 1
                return True
        for each in plan.skip:
            label = None if each[0] in unsaid else _skipped_by(each, cells[each[0]])
            if label is not None:
                self.counts.left_out[f'{each[1]} "{label}"'] += 1
                return True
        return False

    def _is_whole(self, row: Row, cells: list[str]) -> bool:
        wrong = next((index for index in self._plan.nameless if cells[index].strip(" \t")), None)
        if wrong is None:
            return True
        self.counts.refused += 1
        fault = CellFault("no-name", "is in a column without a name", "name the column, or empty the cell")
        self.faults.append(
            Refusal(
                file=self._file,
                code=fault.code,
                message=fault.message,
                line=row.line,
                column=wrong + 1,
                value=shown(cells[wrong]),
                hint=fault.hint,
                whole_file=True,
            )
        )
        return False

    def _begun(self, row: Row, text: str, before: str | None) -> _Opened:
        po = text.strip(" \t")
        opened = _Opened(Built(po, first=row.order_line), text, row.order_line, before)
        try:
            parts = self._plan.po.parts(text)
            if not parts or parts[0][0].path != (PO,):
                raise CellFault("no-po", "has no order number in it", "mend the cell or the mapping", whole_file=True)  # noqa: TRY301 - noted below with its place
            opened.built.po = parts[0][1]
            for found, value in parts:
                self._write(opened.built, found, value)
        except CellFault as fault:
            self._note(opened.built, row.order_line, fault, self._plan.po, text)
            opened.is_wrong = isinstance(fault, WrongPo)
            opened.is_unsure = not opened.is_wrong
        for found, value in self._plan.fixed_order:
            self._write(opened.built, found, value)
        for column in self._plan.order:
            self._read_order_cell(opened, row, column)
        opened.texts = [row.cells[each.index] for each in self._plan.order]
        return opened

    def _read_order_cell(self, opened: _Opened, row: Row, column: Column) -> None:
        text = row.cells[column.index]
        try:
            for found, value in column.parts(text):
                self._write(opened.built, found, value)
        except CellFault as fault:
            self._note(opened.built, row.order_line, fault, column, text)

    @staticmethod
    def _write(built: Built, found: Any, value: Any) -> None:
        if found.level == "ref":
            built.ref[found.path[0]] = value
        else:
            put(built.order, found.path, value, level="order")

    def _add(self, opened: _Opened, row: Row) -> None:
        """Add a row to its order."""
        built, cells, line = opened.built, row.cells, row.line
        if built.spans and line == opened.last + 1:
            built.spans[-1][1] = line
        elif not built.spans or built.spans[-1][1] != line:
            built.spans.append([line if built.spans else row.order_line, line])
        opened.last = line
        if built.first != line:
            self._compare(opened, row)
        for index, name, values in self._plan.must:
            text = cells[index].strip(" \t")
            if text not in values:
                fault = CellFault("must", f"is not {' or '.join(sorted(values))}, as the mapping wants")
                self._note(built, line, fault, None, text, name=name, number=index + 1)
                opened.is_unsure |= index == self._plan.po.index
        if not self._equal_rows:
            self._compare_rows(opened, row)
        for group in self._plan.lines:
            is_used = self._layout != "groups" or any(cells[each.index].strip(" \t") for each in group)
            if is_used:
                self._add_line(opened, row, group)

    def _compare_rows(self, opened: _Opened, row: Row) -> None:
        """Refuse a row that says in every cell what one above says; `1.0` says what `1` says."""
        if not opened.rows:
            if opened.first_cells is None:  # most orders have one row, which is compared with none
                opened.first_cells = row.cells
                return
            opened.rows.add(self._read(opened.first_cells))
        key = self._read(row.cells)
        if key in opened.rows:
            fault = CellFault(
                "equal-rows", "the row is equal to one above in every cell", "take one out, or --equal-rows"
            )
            self._note(opened.built, row.line, fault)
        opened.rows.add(key)

    def _read(self, cells: list[str]) -> tuple[Any, ...]:
        """Return what a row says: the values of the cells that are read, and the texts of the others."""
        said: list[Any] = [each.strip(" \t") for each in cells]
        for column in (self._plan.po, *self._plan.order, *chain.from_iterable(self._plan.lines)):
            with suppress(CellFault):  # it is noted where it is read
                said[column.index] = tuple(value for _, value in column.parts(cells[column.index]))
        return tuple(said)

    def _compare(self, opened: _Opened, row: Row) -> None:
        """Refuse a row whose fields of the order differ from those of the first row."""
        for column, first in zip(self._plan.order, opened.texts, strict=True):
            text = row.cells[column.index]
            if text == first:
                continue
            try:
                if column.parts(text) == column.parts(first):
                    continue
                differs = CellFault(
                    "order-differs",
                    f'differs from "{shown(first)}" in the first row of the order',
                    "write it alike on all rows, or fill in a mapping",
                )
            except CellFault as wrong:
                differs = wrong
            self._note(opened.built, row.order_line, differs, column, text)

    def _add_line(self, opened: _Opened, row: Row, group: tuple[Column, ...]) -> None:
        built, cells = opened.built, row.cells
        line: dict[str, Any] = {}
        for found, value in self._plan.fixed_line:
            put(line, found.path, value, level="line")
        for column in group:
            text = cells[column.index]
            try:
                parts = column.parts(text)
            except CellFault as fault:
                self._note(built, row.line, fault, column, text)
                continue
            for found, value in parts:
                path = found.path
                if len(path) == 1:
                    line[path[0]] = value
                else:
                    put(line, path, value, level="line")
            if not parts and column.fields[0].path[0] in (PART, QUANTITY):
                self._note(built, row.line, CellFault("missing", "is empty; each line needs it"), column, text)
        if _LINE_NUMBER in line:
            self._check_number(opened, row, group, line[_LINE_NUMBER])
        quantity = line.get(QUANTITY, 0)
        built.lines += 1
        built.units += quantity
        if quantity > built.largest[0]:
            built.largest = (quantity, row.line)
        built.digits += str(line.get(PART, "")).isdigit()
        opened.lines.append(line)

    def _check_number(self, opened: _Opened, row: Row, group: tuple[Column, ...], number: str) -> None:
        if int(number) in opened.numbers:
            twice = CellFault("line-number-twice", "is there twice in the order", "leave the column out")
            wrong = next((each for each in group if each.fields[0].path[0] == _LINE_NUMBER), None)
            self._note(opened.built, row.line, twice, wrong, number)
        opened.numbers.add(int(number))

    def _closed(self, opened: _Opened, after: str | None) -> Built:
        built = opened.built
        self._refuse_all_if_unsure(opened, after)
        if opened.lines:
            built.order["lines"] = opened.lines
        elif QUOTE not in built.order:
            self._note(built, built.first, CellFault("no-lines", "the order has no lines", "add at least one"))
        for wrong in switch_faults(built.order, may_reuse=self._may_reuse):
            path = (ATTRIBUTES, wrong.name)
            column = next((each for each in self._plan.order if path in [found.path for found in each.fields]), None)
            self._note(built, built.first, wrong.fault, column, wrong.value, name=".".join(path))
        self.counts.refused += len({each.line for each in built.faults})
        self.counts.lines += built.lines
        self.counts.long_pos += self._plan.kind == "v7" and len(built.po) > LONGEST_PO_V7
        self.counts.cut_pos += is_cut(built.po)
        return built

    def _refuse_all_if_unsure(self, opened: _Opened, after: str | None) -> None:
        """Refuse all of the file for an order whose rows may be of another one, which would be placed without them.

        A PO that is lost, as in `#N/A`, may have been that of the rows above or below, or of any rows if they may stand
        anywhere. One that is too long, or is written in a wrong way, is that of an order of its own, unless it may be
        another spelling of theirs: a spreadsheet does to each row of an order what it does to one of them. In the other
        layouts a row, or a record, begins an order whatever its PO is.
        """
        if self._layout != "rows" or not (opened.is_unsure or opened.is_wrong):
            return
        own = opened.text.strip(" \t")
        others = self._all if self._anywhere else {each.strip(" \t") for each in (opened.before, after) if each}
        if any(opened.is_unsure or may_be(own, each) for each in others - {own}):
            number, faults = self._plan.po.number, opened.built.faults
            faults[:] = [_of_any_order(each) if each.column == number else each for each in faults]

    def _note(
        self,
        built: Built,
        line: int,
        fault: CellFault,
        column: Column | None = None,
        text: str | None = None,
        *,
        name: str = "",
        number: int | None = None,
    ) -> None:
        refusal = self._refusal(line, fault, column, text, po=built.po, name=name, number=number)
        built.faults.append(refusal)

    def _refusal(
        self,
        line: int,
        fault: CellFault,
        column: Column | None = None,
        text: str | None = None,
        *,
        po: str = "",
        name: str = "",
        number: int | None = None,
    ) -> Refusal:
        return Refusal(
            file=self._file,
            code=fault.code,
            message=fault.message,
            line=line,
            column=number if column is None else column.number,
            name=name if column is None else column.name,
            value=None if text is None else shown(text),
            po=shown(po),
            hint=fault.hint,
            whole_file=fault.whole_file,
        )

    def twice(self, built: Built, fault: CellFault) -> Refusal:
        """Return what is wrong with an order whose PO was there before.

        Args:
            built: the order.
            fault: what is wrong.
        """
        return self._refusal(built.first, fault, self._plan.po, built.po, po=built.po)


class _Opened:
    """An order whose rows are being read."""

    __slots__ = (
        "before", "built", "first_cells", "is_unsure", "is_wrong", "last", "lines", "numbers", "order_line", "rows",
        "text", "texts",
    )  # fmt: skip

    def __init__(self, built: Built, text: str, order_line: int, before: str | None) -> None:
        self.built = built
        self.text = text
        self.before = before
        self.is_unsure = self.is_wrong = False
        self.order_line = order_line
        self.texts: list[str] = []
        self.lines: list[dict[str, Any]] = []
        self.first_cells: list[str] | None = None
        self.rows: set[tuple[Any, ...]] = set()
        self.numbers: set[int] = set()
        self.last = built.first

    def is_same(self, text: str) -> bool:
        """Return whether a PO that is written with other blanks around it is the same."""
        return text.strip(" \t") == self.text.strip(" \t")


def _of_any_order(refusal: Refusal) -> Refusal:
    message = f"{refusal.message}; so it cannot be known which order the row belongs to"
    return replace(refusal, message=message, whole_file=True, po="")


def _skipped_by(rule: Skip, text: str) -> str | None:
    """Return the value of a rule that leaves a row out by the text of its cell; None if none does."""
    text = text.strip(" \t")
    if text in rule[2]:
        return text
    return next((f"{each}*" for each in rule[3] if text.startswith(each)), None)
