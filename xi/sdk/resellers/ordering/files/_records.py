"""Rows of more than one type: orders, and their lines below them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from xi.sdk.resellers.ordering.files._built import Counts
from xi.sdk.resellers.ordering.files._columns import Plan, Planner
from xi.sdk.resellers.ordering.files._header import PART, PO, needed_of, record_types
from xi.sdk.resellers.ordering.files._mapping import FileMapping
from xi.sdk.resellers.ordering.files._orders import Row
from xi.sdk.resellers.ordering.files._refusals import CellFault, FileFault, Refusal, shown
from xi.sdk.resellers.ordering.files._rows import Strays, stray_fault

_NO_LINES: Final = CellFault("no-lines", "the order has no lines")
_Raw = Iterable[tuple[int, list[str]]]


class Records:
    """Makes of each record of a line a row that has the cells of its order in front.

    Args:
        file: the name of the file.
        mapping: the mapping, such as `"H#2" = "customerOrderNumber"`.

    Raises:
        FileFault: the mapping does not say which type is an order and which is a line.
    """

    def __init__(self, file: str, mapping: FileMapping) -> None:
        self._file = file
        self._needed = needed_of(mapping)
        self._ignored = frozenset(mapping.ignore)
        self._types = record_types(self._needed)
        targets = {rule.fields[0].path: name.rpartition("#")[0] for name, rule in mapping.columns.items()}
        self._above, self._below = targets.get((PO,), ""), targets.get((PART,), "")
        if {self._above, self._below} != {*self._types} or self._above == self._below:
            raise FileFault(
                "bad-records",
                "the layout records needs two types: one with the PO, one with the part",
                'such as "H#2" = "customerOrderNumber", "D#2" = "ingramPartNumber"',
            )
        self._widths: dict[str, int] = {}

    def plan(self, planner: Planner, raw: _Raw) -> Plan | None:
        """Return the plan; the first record of each type tells how many cells it has.

        Args:
            planner: makes the plan.
            raw: the rows of the file.
        """
        for _, cells in raw:
            if any(cells):
                self._widths.setdefault(cells[0].strip(" \t"), len(cells))
            if self._types.keys() <= self._widths.keys():
                break
        ahead = self._widths.setdefault(self._above, self._types[self._above])
        width = self._widths.setdefault(self._below, self._types[self._below])
        positions = {f"{self._above}#{number}": number - 1 for number in range(1, ahead + 1)}
        positions |= {f"{self._below}#{number}": ahead + number - 1 for number in range(1, width + 1)}
        numbers = {index: int(name.rpartition("#")[2]) for name, index in positions.items()}
        kinds = {f"{self._above}#1", f"{self._below}#1"} - self._needed
        named = {name: index for name, index in positions.items() if name not in kinds}
        return planner.plan(named, ahead + width, numbers)

    def joined(self, raw: _Raw, strays: Strays, counts: Counts, faults: list[Refusal]) -> Iterator[Row]:
        """Yield a row for each line.

        Args:
            raw: the rows of the file.
            strays: those that may have lost a delimiter in front of a quote.
            counts: where all other rows are counted.
            faults: where faults are noted; each refuses all of the file.
        """
        last: Row | None = None
        has_lines = True
        for line, cells in raw:
            name = cells[0].strip(" \t") if cells else ""
            fault = None
            if not any(each.strip(" \t") for each in cells):
                counts.empty += 1
            elif (fault := self._fault_of(cells, last, strays.pop(line, None))) is not None:
                counts.refused += 1
                faults.append(self._at(line, fault))
            elif name == self._below and last is not None:
                has_lines = True
                yield Row(line, [*last.cells, *cells], last.line)
                continue
            elif name == self._above:
                if not has_lines and last is not None:
                    faults.append(self._at(last.line, _NO_LINES))
                last, has_lines = Row(line, cells, line), False
            else:
                counts.left_out[f'record "{shown(name)}"'] += 1
            counts.rows += 1
        if not has_lines and last is not None:
            faults.append(self._at(last.line, _NO_LINES))

    def _fault_of(self, cells: list[str], last: Row | None, stray: tuple[int, int] | None) -> CellFault | None:
        name = cells[0].strip(" \t")
        if stray is not None:
            return stray_fault(*stray)
        if name not in self._types:
            is_ignored = name in self._ignored or "*" in self._ignored
            return None if is_ignored else CellFault("record-type", f"{name!r} is no type of record that is read")
        if len(cells) != self._widths[name]:
            message = f"the row has {len(cells)} cells, and the first {name} has {self._widths[name]}"
            return CellFault("cell-count", message)
        if name == self._below and last is None:
            return CellFault("no-order", "a line stands before the first order")
        return None

    def _at(self, line: int, fault: CellFault) -> Refusal:
        return Refusal(
            file=self._file, code=fault.code, message=fault.message, line=line, hint=fault.hint, whole_file=True
        )
