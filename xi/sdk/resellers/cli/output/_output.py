"""Output: what a command writes its result to, in the form that was asked for."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output._columns import Column, Mode, check_fields, chosen, known_paths, picked, value_at
from xi.sdk.resellers.cli.output._schemas import NUMBER, item_schema, schema_id
from xi.sdk.resellers.cli.output._sinks import FileSink, Sink
from xi.sdk.resellers.cli.output._values import Clock, as_json, escaped, flat, moment_in_utc, visible, visible_line
from xi.sdk.resellers.cli.output._writers import CsvWriter, JsonLinesWriter, JsonWriter, PlainWriter, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


def _always() -> bool:
    return True


class Output:
    """Where a command writes its result.

    Args:
        mode: the form.
        stream: the stream of the result, such as sys.stdout.
        fields: the fields that are wanted, in this order; None is what the command shows by itself.
        header: whether rows begin with the names of their columns.
        excel: whether CSV is for a spreadsheet.
        utc: whether tables have times in UTC.
        schema: the number of the schema that is wanted; None is the newest.
        file: the file to write instead of the stream; it is there whole, or not at all.
        color: whether tables may have colours.
        width: the characters of a line of a table; None is the width of the terminal.
        goes_on: whether a result that cannot be written stops nothing; `close` raises the error then. If nobody reads
            it, that is no error.
        before: called with each text before it is written to the stream.

    Raises:
        CommandError: the file cannot be written, there is no such schema, or `excel` is for another form.
    """

    def __init__(
        self,
        mode: Mode = Mode.PLAIN,
        *,
        stream: TextIO,
        fields: Sequence[str] | None = None,
        header: bool = True,
        excel: bool = False,
        utc: bool = False,
        schema: int | None = None,
        file: Path | None = None,
        color: bool = False,
        width: int | None = None,
        goes_on: bool = False,
        before: Callable[[str], None] | None = None,
    ) -> None:
        if excel and mode is not Mode.CSV:
            raise CommandError("--excel is for CSV alone", word="bad-option", hint="add --csv")
        if schema not in (None, NUMBER):
            raise CommandError(f"--schema is {schema}; there is only {NUMBER}", word="bad-option")
        if fields is not None and not all(fields):
            raise CommandError("--fields has an empty name; it should be names with commas between", word="bad-option")
        self.mode = mode
        self._fields = None if fields is None else tuple(dict.fromkeys(fields))
        self._header = header
        self._excel = excel
        self._color = color
        self._clock = Clock(utc=utc)
        self._sink = Sink(stream, goes_on=goes_on, before=before) if file is None else FileSink(file, goes_on=goes_on)
        self.width = _width_of(self._sink.stream) if width is None else width
        """The characters of a line; None where there is no terminal that breaks lines."""

    @property
    def is_for_eyes(self) -> bool:
        """Whether a person reads it, rather than a program."""
        return self.mode is Mode.TABLE

    def text_of(self, value: Any) -> str:
        """Return a value as it stands in a line of `one`: foreign text made visible, times as the mode has them.

        Args:
            value: text, a number, a moment, or a list of them.
        """
        if isinstance(value, datetime):
            return self._clock.show(value) if self.is_for_eyes else moment_in_utc(value)
        return visible(flat(value))

    def rows(
        self,
        schema: str,
        columns: Sequence[Column],
        items: Iterable[Mapping[str, Any]],
        *,
        complete: Callable[[], bool] = _always,
        summary: Callable[[], Mapping[str, Any]] | None = None,
        empty: str = "",
        live: bool = False,
    ) -> int:
        """Write rows as they come, and return how many there were.

        Args:
            schema: the name of the schema of the document, such as `list`.
            columns: the columns of tables, plain output and CSV. New ones come last.
            items: the rows. An error that they raise goes on, after the document was closed as not complete.
            complete: asked at the end whether all rows are there.
            summary: asked at the end for what sums them up: the key `summary` of JSON, and the last line of JSON Lines.
            empty: what a table says when there are no rows.
            live: whether a table shows each row as soon as it is there.

        Raises:
            CommandError: a field is unknown, or the rows cannot be written.
            BrokenPipeError: nobody reads them any more.
        """
        if self._fields is not None:
            check_fields(self._fields, _known(schema, columns))
            columns = chosen(columns, self._fields)
        writer = self._writer(schema, columns, empty, live=live)
        count = 0
        writer.begin()
        left = iter(items)
        while True:
            try:
                item = next(left)
            except StopIteration:
                break
            except BaseException:
                writer.end(complete=False, summary=None)
                self._sink.flush()
                raise
            writer.row(item)
            count += 1
        writer.end(complete=complete(), summary=None if summary is None else summary())
        self._sink.flush()
        return count

    def check(self, schema: str, columns: Sequence[Column] = ()) -> None:
        """Refuse fields that there are not, before the work for a result begins.

        Args:
            schema: the name of the schema of the document.
            columns: the columns.

        Raises:
            CommandError: a field is unknown.
        """
        if self._fields is not None:
            check_fields(self._fields, _known(schema, columns))

    def begin(self, schema: str, columns: Sequence[Column]) -> Writer:
        """Return what writes rows that are given one by one; the caller ends it.

        Args:
            schema: the name of the schema of the document.
            columns: the columns.

        Raises:
            CommandError: the rows cannot be written.
        """
        writer = self._writer(schema, columns, "", live=True)
        writer.begin()
        return writer

    def _writer(self, schema: str, columns: Sequence[Column], empty: str, *, live: bool) -> Writer:
        match self.mode:
            case Mode.JSON:
                return JsonWriter(self._sink, schema, self._fields)
            case Mode.JSONL:
                return JsonLinesWriter(self._sink, schema, self._fields)
            case Mode.CSV:
                return CsvWriter(self._sink, columns, header=self._header, excel=self._excel)
            case Mode.PLAIN:
                return PlainWriter(self._sink, columns, header=self._header)
            case Mode.TABLE:
                from xi.sdk.resellers.cli.output._table import TableWriter

                return TableWriter(
                    self._sink,
                    [each for each in columns if each.in_table],
                    header=self._header,
                    color=self._color,
                    width=self.width,
                    clock=self._clock,
                    empty=empty,
                    live=live,
                )

    def one(self, schema: str, item: Mapping[str, Any], lines: Callable[[], Iterable[str]] | None = None) -> None:
        """Write one document.

        Args:
            schema: the name of its schema.
            item: its values.
            lines: asked for what a table and plain output show of it, a line each; None shows a line a field.

        Raises:
            CommandError: a field is unknown, or it cannot be written.
            BrokenPipeError: nobody reads it any more.
        """
        paths = self._fields
        if paths is not None:
            check_fields(paths, _known(schema, ()))
        match self.mode:
            case Mode.JSON | Mode.JSONL:
                values = item if paths is None else picked(item, paths)
                indent = 2 if self.mode is Mode.JSON else None
                self._sink.write(as_json({"schema": schema_id(schema), **values}, indent=indent) + "\n")
            case Mode.CSV:
                columns = [Column(each) for each in paths or _paths_of(item)]
                writer = CsvWriter(self._sink, columns, header=self._header, excel=self._excel)
                writer.begin()
                writer.row(item)
            case _ if lines is not None and paths is None:
                for line in lines():
                    self._sink.write(visible_line(line) + "\n")
                self._name_zones()
            case _:
                self._fields_of(item, paths or _paths_of(item))
        self._sink.flush()

    def _fields_of(self, item: Mapping[str, Any], paths: Sequence[str]) -> None:
        longest = max(map(len, paths), default=0)
        for path in paths:
            value = value_at(item, path)
            if self.is_for_eyes:
                text = self.text_of(value)
                if text or self._fields is not None:
                    self._sink.write(f"{path:{longest}}  {text}".rstrip() + "\n")
            else:
                self._sink.write(f"{path.upper()}\t{escaped(flat(value))}\n")
        self._name_zones()

    def _name_zones(self) -> None:
        zones = self._clock.zones()
        if zones:
            self._sink.write(zones + "\n")

    def text(self, lines: Iterable[str]) -> None:
        """Write lines that are the same in every mode, such as a template.

        Args:
            lines: the lines, each without its end.

        Raises:
            CommandError: they cannot be written.
            BrokenPipeError: nobody reads them any more.
        """
        for line in lines:
            self._sink.write(visible_line(line) + "\n")
        self._sink.flush()

    def clear(self) -> None:
        """Clear the terminal for the next state of what is watched; of other output nothing can be taken back."""
        if self.is_for_eyes and self._sink.stream.isatty() and os.environ.get("TERM") != "dumb":
            self._sink.write("\x1b[H\x1b[2J")

    def close(self, ok: bool) -> None:
        """End the writing. A file is put in its place if the result is whole; otherwise nothing of it is left.

        Args:
            ok: whether the result is whole.

        Raises:
            CommandError: it cannot be written.
            BrokenPipeError: nobody reads it any more.
        """
        self._sink.close(ok=ok)


def _known(schema: str, columns: Iterable[Column]) -> list[str]:
    return list(dict.fromkeys([*known_paths(item_schema(schema)), *(each.name for each in columns)]))


def _paths_of(item: Mapping[str, Any], before: str = "") -> list[str]:
    """Return the paths of all values that have no parts."""
    found: list[str] = []
    for name, value in item.items():
        found += _paths_of(value, f"{before}{name}.") if isinstance(value, dict) and value else [f"{before}{name}"]  # pyright: ignore[reportUnknownArgumentType] # anything can be in it
    return found


def _width_of(stream: TextIO) -> int | None:
    """Return the characters of a line; None where there is no terminal that breaks lines."""
    if stream.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return shutil.get_terminal_size().columns
    return None
