"""A mapping: what the columns of a file are, said by a person."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering.files._fields import Field, field_of

LAYOUTS: Final = ("rows", "groups", "records")
DECIMALS: Final = ("point", "comma")
_EMPTY: Final[Mapping[str, Any]] = MappingProxyType({})
_TEXTS: Final = ("encoding", "delimiter", "decimal", "layout", "items")
_TABLES: Final = ("only", "skip", "must")
_LISTS: Final = ("ignore", "fill")
_KEYS: Final = frozenset({*_TEXTS, *_TABLES, *_LISTS, "columns", "header", "skip_lines"})
_RULE_TEXTS: Final = ("pattern", "strip", "split", "date")
_RULE_NUMBERS: Final = ("width", "pad")
_RULE_KEYS: Final = frozenset({"to", "lookup", "as_text", *_RULE_TEXTS, *_RULE_NUMBERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRule:
    """What a column is read into, and how.

    Args:
        fields: the fields; more than one with `split`.
        split: what parts the text of a cell that fills more than one field.
        pattern: what the whole cell must match; its group is taken.
        strip: characters that are taken from both ends.
        lookup: own codes with what stands for them; a code that is not there is refused.
        lookup_name: the file that they are from, for messages; None if the mapping itself has them.
        width: digits that a part number of digits only must have.
        pad: digits that a number of digits only gets, with zeros in front.
        date: the format of dates, as strptime has it.
        as_text: whether a part number or a PO that looks changed by a spreadsheet is taken as it is.
    """

    fields: tuple[Field, ...]
    split: str | None = None
    pattern: re.Pattern[str] | None = None
    strip: str | None = None
    lookup: Mapping[str, str] | None = None
    width: int | None = None
    pad: int | None = None
    date: str | None = None
    as_text: bool = False
    lookup_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMapping:
    """What the columns of an order file are. Read one with `from_dict` or `from_file`.

    Args:
        columns: the columns that are read; empty if they have our own names.
        ignore: columns that are never read; `*` stands for all others.
        fill: columns in which an empty cell repeats the row above within one order.
        only: columns with the values of the rows that are read.
        skip: columns with the values of rows that are left out; `*` at the end of a value: begins with.
        must: columns with the values that each row must have.
        encoding: the encoding, as Python names it.
        delimiter: the character between cells.
        decimal: point or comma.
        header: the line of the header, from 1; 0 for a file without one.
        skip_lines: lines that are not read, from 1.
        layout: rows (a row is a line), groups (a row is an order) or records (the first cell is the type of the row).
        items: where the list of orders is in a JSON file, such as `data.orders`.
    """

    columns: Mapping[str, ColumnRule] = field(default_factory=lambda: _EMPTY)
    ignore: tuple[str, ...] = ()
    fill: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    skip: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    must: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _EMPTY)
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    header: int | None = None
    skip_lines: frozenset[int] = frozenset()
    layout: str = "rows"
    items: str | None = None

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> FileMapping:
        """Return the mapping of a TOML or JSON file; files of `lookup` are found from its folder.

        Args:
            path: the file; one that ends in `.json` is JSON.

        Raises:
            ApiValueError: it cannot be read as a mapping; all that is wrong is named.
            OSError: the file cannot be read.
        """
        file = Path(path)
        try:
            text = _text_of(file.read_bytes())
            content = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
        except ValueError as error:
            fault = str(error)
        except RecursionError:
            fault = "its tables and lists are nested too deeply"
        else:
            if isinstance(content, dict):
                return cls.from_dict(cast("dict[str, Any]", content), folder=file.parent)
            fault = "it is no table of keys"
        raise ApiValueError(f"mapping {file.name}: {fault}", argument="mapping")

    @classmethod
    def from_dict(cls, content: Mapping[str, Any], *, folder: str | os.PathLike[str] = ".") -> FileMapping:
        """Return a mapping from a dict with the keys of the file.

        Args:
            content: the dict.
            folder: where files of `lookup` are.

        Raises:
            ApiValueError: it is no mapping; all that is wrong is named.
            ApiTypeError: it is no dict.
        """
        if not isinstance(content, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            raise ApiTypeError("mapping should be a dict, a path or a FileMapping", argument="mapping")
        reader = _Reader(Path(folder))
        mapping = reader.mapping(content)
        if mapping is None or reader.faults:
            raise ApiValueError("mapping: " + "; ".join(reader.faults), argument="mapping")
        return mapping


def mapping_of(given: FileMapping | Mapping[str, Any] | str | os.PathLike[str] | None) -> FileMapping:
    """Return a mapping from what a program gives.

    Args:
        given: a mapping, a dict, the path of a file, or None for our own names.

    Raises:
        ApiValueError: it is no mapping.
        ApiTypeError: it is none of these.
    """
    if given is None:
        return FileMapping()
    if isinstance(given, FileMapping):
        return given
    return FileMapping.from_file(given) if isinstance(given, (str, os.PathLike)) else FileMapping.from_dict(given)


def _text_of(content: bytes) -> str:
    """Return the text of a file that belongs to a mapping: UTF-8, with or without its mark.

    Raises:
        ValueError: it is in another encoding.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"byte {error.start + 1:,}, 0x{content[error.start]:02x}, in line {line:,}"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        wrong = "its byte order mark says UTF-16"
    raise ValueError(f"the file is not UTF-8 ({wrong}); save it as UTF-8")


def texts_of(value: object) -> tuple[str, ...] | None:
    """Return one text or a list of texts as a tuple; None if it is neither."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence):
        listed = cast("Sequence[object]", value)
        if all(isinstance(each, str) for each in listed):
            return tuple(cast("Sequence[str]", listed))
    return None


def _is_whole_date(form: str) -> bool:
    """Return whether the format of a date has its year, its month and its day: the others would be guessed."""
    day = datetime(2031, 11, 23)  # noqa: DTZ001 - a date has no zone
    # Not by reading: Python warns of a format without a year. The other day is on the same day of the week.
    if day.strftime(form) == day.replace(year=2042).strftime(form):
        return False
    try:
        return datetime.strptime(day.strftime(form), form).date() == day.date()  # noqa: DTZ007 - likewise
    except ValueError:
        return False


class _Reader:
    """Reads a mapping, and notes all that is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.faults: list[str] = []

    def mapping(self, content: Mapping[str, Any]) -> FileMapping | None:
        self._unknown(content, _KEYS, "")
        values: dict[str, Any] = {name: self._text(content, name, "") for name in _TEXTS if name in content}
        for name, permitted in (("layout", LAYOUTS), ("decimal", DECIMALS)):
            if name in values and values[name] not in permitted:
                self.faults.append(f"{name} should be one of {', '.join(permitted)}")
        for name in _LISTS:
            if name in content and content[name] != []:  # an empty list says what its absence says
                values[name] = self._texts(content[name], name)
        for name in _TABLES:
            table = self._table(content, name)
            values[name] = {column: self._texts(each, f"{name}.{column}") for column, each in table.items()}
        if "header" in content:
            values["header"] = self._number(content["header"], "header", 0)
        if "skip_lines" in content:
            lines = content["skip_lines"]
            listed = cast("list[object]", lines) if isinstance(lines, list) else [lines]
            values["skip_lines"] = frozenset(self._number(each, "skip_lines", 1) for each in listed)
        columns = self._table(content, "columns")
        values["columns"] = {name: self._rule(name, each) for name, each in columns.items()}
        self._twice(values["columns"])
        both = {*values.get("ignore", ())} & {*columns}
        self.faults += [f"column {name!r} is read and ignored; take it out of one" for name in sorted(both)]
        return None if self.faults else FileMapping(**values)

    def _rule(self, column: str, given: object) -> ColumnRule:
        where = f"columns.{column}"
        rule: Mapping[str, Any] = {"to": given}
        if isinstance(given, Mapping):
            rule = cast("Mapping[str, Any]", given)
        self._unknown(rule, _RULE_KEYS, f"{where}.")
        fields: list[Field] = []
        for name in self._texts(rule.get("to"), f"{where}.to"):
            found = field_of(name)
            if found is not None:
                fields.append(found)
            elif name.rpartition(".")[2] != "lines":  # the list of lines in JSON
                self.faults.append(f"column {column!r} goes to {name!r}, which is no field of an order")
            else:
                fields.append(Field("lines", ("lines",), "list", "list", None, frozenset({"v6", "v7"})))
        values: dict[str, Any] = {name: self._text(rule, name, where) for name in _RULE_TEXTS if name in rule}
        values |= {name: self._number(rule[name], f"{where}.{name}", 1) for name in _RULE_NUMBERS if name in rule}
        if len(fields) > 1 and not values.get("split"):
            self.faults.append(f"{where} has more than one field; say split, which parts the text")
        if "as_text" in rule:
            values["as_text"] = rule["as_text"]
            if not isinstance(rule["as_text"], bool):
                self.faults.append(f"{where}.as_text should be true or false")
        self._date(values.get("date"), where)
        if "pattern" in values:
            values["pattern"] = self._pattern(values["pattern"], where)
        if "lookup" in rule:
            values["lookup"] = self._lookup(rule["lookup"], f"{where}.lookup")
            values["lookup_name"] = None if isinstance(rule["lookup"], Mapping) else Path(str(rule["lookup"])).name
        return ColumnRule(fields=tuple(fields), **values)

    def _date(self, form: str | None, where: str) -> None:
        if form and not _is_whole_date(form):
            self.faults.append(f"{where}.date {form!r} has not the year, the month and the day of a date")

    def _pattern(self, text: str, where: str) -> re.Pattern[str] | None:
        try:
            pattern = re.compile(text)
        except re.error as error:
            self.faults.append(f"{where}.pattern is no regular expression: {error}")
            return None
        if pattern.groups != 1:
            self.faults.append(f"{where}.pattern should have one group, in brackets; it is what is taken")
        return pattern

    def _lookup(self, given: object, where: str) -> Mapping[str, str]:
        if isinstance(given, Mapping):
            pairs = [[str(key), str(value)] for key, value in cast("Mapping[object, object]", given).items()]
        else:
            try:
                text = _text_of((self._folder / str(given)).read_bytes())
                rows = csv.reader(io.StringIO(text, newline=""), strict=True)
                pairs = [[cell.strip(" \t") for cell in row] for row in rows if any(row)]
            except (OSError, ValueError, csv.Error) as error:
                why = error.strerror if isinstance(error, OSError) else error
                self.faults.append(f"{where} {given!r} cannot be read: {why}")
                return {}
        found: dict[str, str] = {}
        for pair in pairs:
            if len(pair) != 2 or not all(pair):  # noqa: PLR2004 - a pair
                self.faults.append(
                    f"{where} should have two cells a row, own code and their number; one row has {pair}"
                )
            elif found.setdefault(pair[0], pair[1]) != pair[1]:
                self.faults.append(f"{where} has {pair[0]!r} twice, with two numbers")
        return found

    def _twice(self, columns: Mapping[str, ColumnRule]) -> None:
        seen: dict[tuple[str, tuple[str, ...]], str] = {}
        for column, rule in columns.items():
            for each in rule.fields:
                first = seen.setdefault((each.level, each.path), column)
                if first != column or rule.fields.count(each) > 1:
                    self.faults.append(f"columns {first!r} and {column!r} both go to {each.name}")

    def _table(self, content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        table = content.get(name, {})
        if not isinstance(table, Mapping):
            self.faults.append(f"{name} should be a table")
            return {}
        return cast("Mapping[str, Any]", table)

    def _text(self, content: Mapping[str, Any], name: str, where: str) -> str:
        value = content[name]
        if not isinstance(value, str) or not value:
            self.faults.append(f"{where}{'.' if where else ''}{name} should be text")
            return ""
        return value

    def _texts(self, value: object, where: str) -> tuple[str, ...]:
        texts = texts_of(value)
        if not texts:
            self.faults.append(f"{where} should be a text or a list of texts")
            return ()
        return texts

    def _number(self, value: object, where: str, least: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            self.faults.append(f"{where} should be a whole number of {least} or more")
            return least
        return value

    def _unknown(self, content: Mapping[str, Any], known: frozenset[str], where: str) -> None:
        unknown = sorted(f"{where}{name}" for name in content if name not in known)
        self.faults += [f"{name} is no key of a mapping" for name in unknown]
