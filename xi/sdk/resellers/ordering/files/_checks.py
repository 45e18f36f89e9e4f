"""What a file has in it, for a person who reads it before anything is sent, and the error of a file that is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.files._refusals import Refusal, shown_refusals
from xi.sdk.resellers.ordering.runs import Item, Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """What was found in an order file.

    Args:
        file: its name.
        kind: csv, json or jsonl; empty if that is not known.
        encoding: its encoding, as Python names it.
        encoding_why: what decided that.
        delimiter: the character between cells; empty for JSON.
        delimiter_why: what decided that.
        header: the line of the header, from 1; 0 without one.
        decimal: point or comma; None if it was not said.
        sha256: the SHA-256 of its bytes, in hexadecimal digits.
        columns: the names of the columns that are read.
        not_read: the names of the other columns.
        rows: rows after the header, or orders of JSON.
        lines: rows that are lines of orders, good or bad.
        empty: rows of nothing but empty cells.
        left_out: rows that a mapping leaves out, by the column and the value.
        refused_rows: rows with a fault.
        orders: orders that can be placed.
        order_lines: their lines.
        units: the sum of their quantities.
        largest: the largest quantity of one line.
        largest_line: the line in the file that has it; the item, for JSON.
        refused_orders: orders that cannot be placed.
        warnings: what may be wrong, a sentence each.
        first: the first orders that can be placed, at most 5.
        errors: all that is refused, in the order of the rows.
    """

    file: str
    kind: str = ""
    encoding: str = ""
    encoding_why: str = ""
    delimiter: str = ""
    delimiter_why: str = ""
    header: int = 0
    decimal: str | None = None
    sha256: str = ""
    columns: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
    rows: int = 0
    lines: int = 0
    empty: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])
    refused_rows: int = 0
    orders: int = 0
    order_lines: int = 0
    units: int = 0
    largest: int = 0
    largest_line: int = 0
    refused_orders: int = 0
    warnings: tuple[str, ...] = ()
    first: tuple[Item, ...] = ()
    errors: tuple[Refusal, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether all of the file is refused, also if bad orders are left out."""
        return any(each.whole_file for each in self.errors)

    @property
    def totals(self) -> Totals:
        """How many orders, lines and units can be placed."""
        return Totals(orders=self.orders, lines=self.order_lines, units=self.units)

    def as_item(self) -> dict[str, Any]:
        """Return it as a plain dict for JSON: what is not known is None."""
        return {
            "file": self.file,
            "kind": self.kind or None,
            "encoding": self.encoding or None,
            "delimiter": self.delimiter or None,
            "header": self.header,
            "decimal": self.decimal,
            "sha256": self.sha256 or None,
            "read": list(self.columns),
            "not_read": list(self.not_read),
            "rows": self.rows,
            "lines": self.lines,
            "empty": self.empty,
            "left_out": dict(self.left_out),
            "refused_rows": self.refused_rows,
            "orders": self.orders,
            "order_lines": self.order_lines,
            "units": self.units,
            "largest": {"quantity": self.largest, "line": self.largest_line} if self.largest else None,
            "refused_orders": self.refused_orders,
            "warnings": list(self.warnings),
            "errors": [each.as_item() for each in self.errors],
        }

    def __str__(self) -> str:
        """Return some lines for a person."""
        return "\n".join([*self.about(), *shown_refusals(self.errors)])

    def about(self) -> list[str]:
        """Return the lines for a person about what is in the file, without what is refused."""
        if not self.sha256:
            return []
        is_csv = self.kind == "csv"
        about = [f"{self.file}: {self.kind}", f"{self.encoding} ({self.encoding_why})"]
        if is_csv and self.delimiter:
            about += [f'"{self.delimiter}" ({self.delimiter_why})', f"header line {self.header or 'none'}"]
        about += [f"decimal {self.decimal}"] if self.decimal else []
        found = [", ".join([*about, f"sha256 {self.sha256}"])]
        if self.columns or self.not_read:
            found.append(f"read      {', '.join(self.columns)}        not read   {', '.join(self.not_read) or 'none'}")
        left = sum(self.left_out.values())
        shown = ", ".join(f"{name} {count:,}" for name, count in self.left_out.items())
        rows = [f"{self.lines:,} lines", f"{self.empty:,} empty"]
        rows += [f"{left:,} left out ({shown})"] if left else []
        found.append(f"rows      {self.rows:,}: {' · '.join([*rows, f'{self.refused_rows:,} refused'])}")
        where = f"; largest {self.largest:,} ({'line' if self.kind != 'json' else 'item'} {self.largest_line:,})"
        largest = where if self.largest else ""
        found.append(
            f"orders    {self.orders:,} of {self.order_lines:,} lines, {self.units:,} units{largest}"
            f"        refused {self.refused_orders:,}"
        )
        return [*found, *(f"warning   {each}" for each in self.warnings)]


class FileRefusedError(ApiValueError):
    """An order file is refused, and no order of it was given.

    Args:
        refusals: all that is wrong, in the order of the rows.
        checks: what was found in each file.
    """

    def __init__(self, refusals: Iterable[Refusal], checks: Iterable[FileCheck] = ()) -> None:
        self.errors = tuple(refusals)
        self.checks = tuple(checks)
        super().__init__(f"{len(self.errors)} things are refused", argument="file")

    def __str__(self) -> str:
        """Return a line for each: the first 20 of each code with their hints, then how many more there are."""
        return "\n".join(shown_refusals(self.errors))
