"""From the header and the mapping to a plan: which cell is read into which field, and how. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Final

from xi.sdk.resellers.ordering.files._fields import MODELS, Field, field_of, own_names
from xi.sdk.resellers.ordering.files._header import NEEDED, NUMBERED, PART, PO, QUANTITY, QUOTE, needed_of
from xi.sdk.resellers.ordering.files._mapping import ColumnRule, FileMapping
from xi.sdk.resellers.ordering.files._refusals import CellFault, FileFault, shown
from xi.sdk.resellers.ordering.files._values import Reading, check_text, clean, reader_of

_UNKNOWN: Final = "if it is not to be read: ignore in a mapping; ref.NAME is kept"
_CACHED: Final = 1024
"""Texts of a column whose values are kept, since most come again."""

_ENDS: Final = re.compile("\r\n|\r")
"""Ends of lines other than that which stands for all."""

Parts = tuple[tuple[Field, Any], ...]
Skip = tuple[int, str, frozenset[str], tuple[str, ...]]
"""A cell, the name of its column, the values of rows that are left out, and how other such values begin."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read.

    Args:
        index: its place in the row, from 0.
        number: its cell in the file, from 1.
        name: its name.
        fields: what it fills.
        read: makes the fields and their values of a text that is not empty; it raises CellFault.
        kept: texts that were read before, with their values.
    """

    index: int
    number: int
    name: str
    fields: tuple[Field, ...]
    read: Callable[[str], Parts]
    kept: dict[str, Parts] = field(default_factory=dict[str, Parts])

    def parts(self, text: str) -> Parts:
        """Return the fields and their values; none for an empty cell.

        Raises:
            CellFault: the text cannot be read.
        """
        known = self.kept.get(text)
        if known is None:
            known = self.read(text) if text.strip(" \t") else ()
            if len(self.kept) >= _CACHED:
                self.kept.clear()
            self.kept[text] = known
        return known


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How a row becomes a part of an order.

    Args:
        kind: v6 or v7.
        width: the cells that each row has.
        po: the column of the PO.
        order: the other columns of the order.
        lines: the columns of each line in a row.
        nameless: cells without a name in the header, which have to be empty.
        fill: cells that repeat the row above.
        only: cells with the values that are read, and the name of the column.
        skip: cells with the values that are left out, and the name of the column.
        must: cells with the values that they must have, and the name of the column.
        fixed_order: what each order gets.
        fixed_line: what each line gets.
        read: the names of the columns that are read.
        not_read: the names of the others.
    """

    kind: str
    width: int
    po: Column
    order: tuple[Column, ...]
    lines: tuple[tuple[Column, ...], ...]
    nameless: tuple[int, ...]
    fill: tuple[int, ...]
    only: tuple[tuple[int, str, frozenset[str]], ...]
    skip: tuple[Skip, ...]
    must: tuple[tuple[int, str, frozenset[str]], ...]
    fixed_order: Parts
    fixed_line: Parts
    read: tuple[str, ...]
    not_read: tuple[str, ...]

    @cached_property
    def used(self) -> frozenset[int]:
        """The cells that say something: what is read, and what tells which rows are."""
        marks = [index for index, *_ in self.only] + [index for index, *_ in self.skip]
        marks += [index for index, *_ in self.must]
        columns = [self.po, *self.order, *(each for group in self.lines for each in group)]
        return frozenset({*marks, *self.fill, *(each.index for each in columns)})

    @cached_property
    def said_by_rows(self) -> frozenset[int]:
        """The cells that say which order a row is of and what it orders: the PO, the parts and the quantities."""
        lines = [each for group in self.lines for each in group]
        needed = [each.index for each in lines if each.fields[0].path[0] in (PART, QUANTITY)]
        return frozenset({self.po.index, *needed})


class Planner:
    """Makes a plan, and notes all that is wrong with the header.

    Args:
        mapping: the mapping.
        reading: how numbers are read.
        fixed: fields that have one value for every order.
        line: the line of the header, for messages.
    """

    def __init__(self, mapping: FileMapping, reading: Reading, fixed: Mapping[str, str], line: int) -> None:
        self._mapping = mapping
        self._reading = reading
        self._fixed = fixed
        self._line = line
        self._kind = "v6"
        self.faults: list[FileFault] = []

    def plan(self, positions: Mapping[str, int], width: int, numbers: Mapping[int, int] | None = None) -> Plan | None:
        """Return the plan; None if something is wrong.

        Args:
            positions: the place of each column by its name.
            width: the cells of a row.
            numbers: the cell in the file of each place, if it is another one.
        """
        mapping = self._mapping
        rules = self._rules(positions)
        needed = needed_of(mapping) - rules.keys()
        for name in sorted((needed | rules.keys()) - positions.keys()):
            self._fault("missing-column", f"column {name!r} is not there", self._nearest(name, positions))
        fixed = {name: found for name in self._fixed if (found := self._fixed_field(name)) is not None}
        self._kind = self._choose_kind([*(each for _, rule in rules.values() for each in rule.fields), *fixed.values()])
        self._twice(rules, fixed)
        columns: dict[str, tuple[int, Column]] = {}
        for name, (group, rule) in rules.items():
            index = positions.get(name, 0)
            number = (numbers or {}).get(index, index + 1)
            columns[name] = group, Column(index, number, name, rule.fields, self._reader(rule))
        fixed_parts = [(found, self._fixed_value(name, found)) for name, found in fixed.items()]
        known = needed_of(mapping) | rules.keys()
        read = tuple(name for name in positions if name in rules)
        not_read = tuple(name for name in positions if name not in rules)
        ignored = {name for name in not_read if name in mapping.ignore or _base_of(name, positions) in mapping.ignore}
        for name in not_read:
            if name not in known and name not in ignored and "*" not in mapping.ignore:
                self._fault("unknown-column", f"column {name!r} is unknown", self._near_field(name))
        po = next((each for _, each in columns.values() if each.fields[0].path == (PO,)), None)
        lines = self._lines(columns)
        self._complete(po, lines, columns, fixed)
        if self.faults or po is None:
            return None
        at = positions.__getitem__
        return Plan(
            kind=self._kind,
            width=width,
            po=po,
            order=tuple(each for _, each in columns.values() if each.fields[0].level != "line" and each is not po),
            lines=lines,
            nameless=tuple(set(range(width)) - {*positions.values()}) if numbers is None else (),
            fill=tuple(at(name) for name in mapping.fill),
            only=tuple((at(name), name, frozenset(values)) for name, values in mapping.only.items()),
            skip=tuple(
                (
                    at(name),
                    name,
                    frozenset(each for each in values if each[-1:] != "*"),
                    tuple(each[:-1] for each in values if each[-1:] == "*"),
                )
                for name, values in mapping.skip.items()
            ),
            must=tuple((at(name), name, frozenset(values)) for name, values in mapping.must.items()),
            fixed_order=tuple(each for each in fixed_parts if each[0].level != "line"),
            fixed_line=tuple(each for each in fixed_parts if each[0].level == "line"),
            read=read,
            not_read=not_read,
        )

    def _rules(self, positions: Mapping[str, int]) -> dict[str, tuple[int, ColumnRule]]:
        """Return what is read: the name of each column with its group, from 0, and its rule."""
        mapping = self._mapping
        if not mapping.columns:
            found = {name: field_of(name) for name in positions if name not in mapping.ignore}
            return {name: (0, ColumnRule(fields=(each,))) for name, each in found.items() if each is not None}
        if mapping.layout != "groups":
            return {name: (0, rule) for name, rule in mapping.columns.items()}
        rules: dict[str, tuple[int, ColumnRule]] = {}
        numbered = {name: rule for name, rule in mapping.columns.items() if NUMBERED in name}
        rules |= {name: (0, rule) for name, rule in mapping.columns.items() if name not in numbered}
        number = 1
        while number == 1 or any(name.replace(NUMBERED, str(number)) in positions for name in numbered):
            names = {name.replace(NUMBERED, str(number)): rule for name, rule in numbered.items()}
            rules |= {name: (number - 1, rule) for name, rule in names.items()}
            number += 1
        for name in positions.keys() - rules.keys() - {*mapping.ignore}:
            pattern = next((each for each in numbered if _is_of_group(name, each)), None)
            if pattern is not None:
                hint = f"number the columns from 1 without a gap; or ignore = [{name!r}] in the mapping"
                self._fault(
                    "group-gap", f"column {name!r} is like {pattern!r}, and the last group is {number - 1}", hint
                )
        return rules

    def _lines(self, columns: Mapping[str, tuple[int, Column]]) -> tuple[tuple[Column, ...], ...]:
        groups: dict[int, list[Column]] = {}
        for group, column in columns.values():
            if column.fields[0].level == "line":
                groups.setdefault(group, []).append(column)
        return tuple(tuple(groups[each]) for each in sorted(groups))

    def _complete(
        self,
        po: Column | None,
        lines: tuple[tuple[Column, ...], ...],
        columns: Mapping[str, tuple[int, Column]],
        fixed: Mapping[str, Field],
    ) -> None:
        filled = {each.path[0] for _, column in columns.values() for each in column.fields if len(each.path) == 1}
        filled |= {each.path[0] for each in fixed.values() if len(each.path) == 1}
        is_quote = QUOTE in filled and not lines
        for name in (PO,) if is_quote else NEEDED:
            if name not in filled or (name == PO and po is None):
                self._fault(
                    "missing-column", f"no column is read into {name}", "add the column, or name it in a mapping"
                )
        for _, column in columns.values():
            if len({each.level == "line" for each in column.fields}) > 1:
                self._fault("two-levels", f"column {column.name!r} fills fields of the order and of a line")

    def _twice(self, rules: Mapping[str, tuple[int, ColumnRule]], fixed: Mapping[str, Field]) -> None:
        seen: dict[tuple[int, str, tuple[str, ...]], str] = {}
        for name, each in fixed.items():
            seen[0, each.level, each.path] = f"--set {name}"
        for name, (group, rule) in rules.items():
            for each in rule.fields:
                key = (group, each.level, each.path)
                first = seen.setdefault(key, name)
                if first != name:
                    self._fault("column-twice", f"{first!r} and {name!r} both go to {each.name}", "take one out")

    def _choose_kind(self, fields: Sequence[Field]) -> str:
        """Return v7 if a field is one by which an order is known to be of v7, else v6; all others must be there too."""
        is_seventh = any("v6" not in each.kinds and len(each.path) == 1 for each in fields)
        kind = "v7" if is_seventh else "v6"
        for each in fields:
            if each.level == "list":
                self._fault("json-only", "the list of lines can be named for JSON only")
            elif kind not in each.kinds:
                other = next(iter({*MODELS} - {kind}))
                self._fault("other-kind", f"{each.name} is in orders of {other} only, and the others make it {kind}")
        return kind

    def _reader(self, rule: ColumnRule) -> Callable[[str], Parts]:
        reading = replace(self._reading, as_text=rule.as_text, width=rule.width, date=rule.date)
        readers = [(each, sent_as(each.holds, self._kind, each.limit, reading)) for each in rule.fields]
        is_plain = not any((rule.pattern, rule.strip, rule.lookup is not None, rule.pad, rule.split))
        if is_plain and len(readers) == 1:
            only, read = readers[0]

            def plain(text: str) -> Parts:
                text = clean(text)
                return ((only, read(text)),) if text else ()

            return plain

        # Each end of a line is one, as everywhere in the file: programs write any of them into a cell.
        split = None if rule.split is None else _ENDS.sub("\n", rule.split)

        def full(text: str) -> Parts:
            text = text.strip(" \t")
            if split is not None and "\n" in split:
                text = _ENDS.sub("\n", text)
            check_text(text, split or "")
            texts = [text] if split is None else text.split(split)
            if len(texts) > len(readers):
                raise CellFault("too-many-parts", f"has {len(texts)} parts; {len(readers)} fit", "map one field more")
            found = [(each, read, made(part, rule)) for (each, read), part in zip(readers, texts, strict=False)]
            return tuple((each, _read_as(rule, read, part)) for each, read, part in found if part)

        return full

    def _fixed_field(self, name: str) -> Field | None:
        found = field_of(name)
        if found is None or found.path == (PO,):
            self._fault("bad-set", f"--set {name} is no field that each order can have", self._near_field(name, ""))
            return None
        return found

    def _fixed_value(self, name: str, found: Field) -> Any:
        text = self._fixed[name]
        try:
            cleaned = clean(text)
            if not cleaned:
                # An empty cell leaves its field out; a field that every order gets has a value, or is a slip.
                raise CellFault(  # noqa: TRY301 - noted below with its place
                    "bad-set", "has no value", "say one, or leave it out; a variable of the shell may not be set"
                )
            return sent_as(found.holds, self._kind, found.limit, self._reading)(cleaned)
        except CellFault as fault:
            self._fault(fault.code, f'--set {name}="{shown(text)}" {fault.message}', fault.hint)
        return None

    def _nearest(self, name: str, names: Mapping[str, int]) -> str:
        near = get_close_matches(name, names, 1)
        if f"{name}#1" in names:
            return f"it is there more than once: {name}#1, {name}#2 in a mapping"
        if near:
            return f"the nearest is {near[0]!r}"
        return f"line {self._line} is read as the header; if it is another: header in a mapping" if self._line else ""

    def _near_field(self, name: str, otherwise: str = _UNKNOWN) -> str:
        if name.endswith(("#1", "#2")):
            return "the name is there twice; a mapping can name each"
        near = get_close_matches(name, own_names(), 2, 0.6)
        return f"nearest: {', '.join(near)}" if near else otherwise

    def _fault(self, code: str, message: str, hint: str = "") -> None:
        self.faults.append(FileFault(code, message, hint, self._line or None))


def _is_of_group(name: str, pattern: str) -> bool:
    """Return whether a column is one of a group, whatever its number; also one that is there twice."""
    before, _, after = pattern.partition(NUMBERED)
    number = f"{re.escape(before)}[0-9]+{re.escape(after).replace(re.escape(NUMBERED), '[0-9]+')}(?:#[0-9]+)?"
    return re.fullmatch(number, name) is not None


def _base_of(name: str, positions: Mapping[str, int]) -> str:
    """Return the name in the header of a column that is there more than once."""
    base, mark, _ = name.rpartition("#")
    return base if mark and f"{base}#2" in positions else name


def made(text: str, rule: ColumnRule) -> str:
    """Return a text as the rule of its column makes it: stripped, matched, looked up, padded.

    Args:
        text: the text of a cell, or a part of it.
        rule: the rule.

    Raises:
        CellFault: it does not match, or is not there.
    """
    text = clean(text)
    if rule.strip:
        text = text.strip(rule.strip).strip(" \t")
    if not text:
        return text
    if rule.pattern is not None:
        match = rule.pattern.fullmatch(text)
        if match is None or not match[1]:
            raise CellFault(
                "no-match", f"does not match the pattern {rule.pattern.pattern}", "mend the cell or the mapping"
            )
        text = match[1]
    if rule.lookup is not None:
        found = rule.lookup.get(text)
        if found is None:
            raise CellFault("not-in-lookup", "is not in the file of lookup", "add it there")
        text = found
    if rule.pad is not None and text.isascii() and text.isdigit():
        text = text.zfill(rule.pad)
    return text


def _read_as(rule: ColumnRule, read: Callable[[str], Any], text: str) -> Any:
    """Return the value of a text that its rule has made; what is wrong with one looked up is told of its file."""
    if rule.lookup is None:
        return read(text)
    try:
        return read(clean(text))
    except CellFault as fault:
        where = rule.lookup_name or "the lookup of the mapping"
        message = f'stands for "{shown(text)}" in {where}, which {fault.message}'
        wrong = CellFault(fault.code, message, f"mend it in {where}: {fault.hint}", whole_file=fault.whole_file)
    raise wrong


def sent_as(holds: str, kind: str, limit: int | None, reading: Reading) -> Callable[[str], Any]:
    """Return what makes of a text the value that is sent; v7 has prices as text.

    Args:
        holds: what the field holds.
        kind: v6 or v7.
        limit: characters at most.
        reading: how numbers are read.
    """
    read = reader_of(holds, limit, reading)
    if holds != "price":
        return read
    if kind == "v7":
        return lambda text: format(read(text), "f")

    def number(text: str) -> int | float:
        value = read(text)
        return int(value) if value == value.to_integral_value() else float(value)

    return number
