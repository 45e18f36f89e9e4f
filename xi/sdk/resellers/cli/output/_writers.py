"""Writes rows as plain lines, JSON, JSON Lines or CSV: each as it comes, so that memory use stays constant."""

from __future__ import annotations

import csv
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from xi.sdk.resellers.cli.output._columns import picked, value_at
from xi.sdk.resellers.cli.output._schemas import schema_id
from xi.sdk.resellers.cli.output._values import as_json, escaped, flat, visible_in_csv

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xi.sdk.resellers.cli.output._columns import Column
    from xi.sdk.resellers.cli.output._sinks import Sink

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the begin of a formula."""


class Writer(Protocol):
    """Writes rows."""

    def begin(self) -> None:
        """Write what stands before the first row."""
        ...

    def row(self, item: Mapping[str, Any]) -> None:
        """Write a row."""
        ...

    def end(self, *, complete: bool, summary: Mapping[str, Any] | None) -> None:
        """Write what stands after the last row."""
        ...


class PlainWriter:
    """A row a line, with tabs between.

    Args:
        sink: where to write.
        columns: the columns.
        header: whether to begin with their names.
    """

    def __init__(self, sink: Sink, columns: Sequence[Column], *, header: bool) -> None:
        self._sink = sink
        self._columns = columns
        self._header = header

    def begin(self) -> None:
        """Write the names of the columns."""
        if self._header:
            self._sink.write("\t".join(each.name.upper() for each in self._columns) + "\n")

    def row(self, item: Mapping[str, Any]) -> None:
        """Write a row.

        Args:
            item: its values.
        """
        self._sink.write("\t".join(escaped(shown(each, item)) for each in self._columns) + "\n")
        self._sink.flush()

    def end(self, *, complete: bool, summary: Mapping[str, Any] | None) -> None:
        """Write nothing more."""


def shown(column: Column, item: Mapping[str, Any]) -> str:
    """Return the text of a value for plain output.

    Args:
        column: its column.
        item: where it is.
    """
    value = value_at(item, column.name)
    return flat(value) if column.show is None or isinstance(value, datetime) else column.show(value)


class CsvWriter:
    """CSV as RFC 4180 has it.

    Args:
        sink: where to write.
        columns: the columns.
        header: whether to begin with their names.
        excel: whether it is for a spreadsheet, which needs a mark of the encoding and must not run what it reads.
    """

    def __init__(self, sink: Sink, columns: Sequence[Column], *, header: bool, excel: bool) -> None:
        self._sink = sink
        self._columns = columns
        self._header = header
        self._excel = excel
        self._csv = csv.writer(sink, lineterminator="\r\n")

    def begin(self) -> None:
        """Write the mark of the encoding, and the names of the columns."""
        if self._excel:
            self._sink.write("\ufeff")
        if self._header:
            self._csv.writerow([each.name for each in self._columns])

    def row(self, item: Mapping[str, Any]) -> None:
        """Write a row.

        Args:
            item: its values.
        """
        self._csv.writerow([self._cell(flat(value_at(item, each.name))) for each in self._columns])
        self._sink.flush()

    def _cell(self, text: str) -> str:
        is_formula = self._excel and text.startswith(_FORMULA)
        return visible_in_csv(f"'{text}" if is_formula else text)

    def end(self, *, complete: bool, summary: Mapping[str, Any] | None) -> None:
        """Write nothing more."""


class JsonWriter:
    """One document, whose rows are written as they come.

    Args:
        sink: where to write.
        schema: the name of its schema.
        fields: the fields that are wanted; None is all.
    """

    def __init__(self, sink: Sink, schema: str, fields: Sequence[str] | None) -> None:
        self._sink = sink
        self._schema = schema
        self._fields = fields
        self._is_first = True

    def begin(self) -> None:
        """Open the document."""
        self._sink.write(f'{{"schema": {as_json(schema_id(self._schema))}, "items": [')

    def row(self, item: Mapping[str, Any]) -> None:
        """Write a row.

        Args:
            item: its values.
        """
        before, self._is_first = ("\n" if self._is_first else ",\n"), False
        self._sink.write(before + as_json(item if self._fields is None else picked(item, self._fields)))

    def end(self, *, complete: bool, summary: Mapping[str, Any] | None) -> None:
        """Close the document.

        Args:
            complete: whether all rows are there.
            summary: what sums them up.
        """
        after = "" if summary is None else f', "summary": {as_json(summary)}'
        before = "" if self._is_first else "\n"
        self._sink.write(f'{before}], "complete": {as_json(complete)}{after}}}\n')


class JsonLinesWriter:
    """An object a line.

    Args:
        sink: where to write.
        schema: the name of its schema.
        fields: the fields that are wanted; None is all.
    """

    def __init__(self, sink: Sink, schema: str, fields: Sequence[str] | None) -> None:
        self._sink = sink
        self._schema = schema
        self._fields = fields

    def begin(self) -> None:
        """Write nothing yet."""

    def row(self, item: Mapping[str, Any]) -> None:
        """Write a line.

        Args:
            item: its values.
        """
        self._line(self._schema, item if self._fields is None else picked(item, self._fields))

    def end(self, *, complete: bool, summary: Mapping[str, Any] | None) -> None:
        """Write what sums the rows up.

        Args:
            complete: whether all rows are there.
            summary: what sums them up; None writes nothing.
        """
        if summary is not None:
            self._line(f"{self._schema}-summary", {"complete": complete, **summary})

    def _line(self, schema: str, item: Mapping[str, Any]) -> None:
        self._sink.write(as_json({"schema": schema_id(schema), **item}) + "\n")
        self._sink.flush()
