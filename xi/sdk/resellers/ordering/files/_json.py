"""Orders from JSON and JSON Lines, checked against the models member by member."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers._json import is_list
from xi.sdk.resellers._json_files import read_json
from xi.sdk.resellers.ordering.files._built import Built, Counts
from xi.sdk.resellers.ordering.files._fields import schema
from xi.sdk.resellers.ordering.files._header import PO
from xi.sdk.resellers.ordering.files._json_orders import JsonOrder, Rules
from xi.sdk.resellers.ordering.files._refusals import CellFault, FileFault, Refusal

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering.files._bytes import Copy
    from xi.sdk.resellers.ordering.files._mapping import FileMapping
    from xi.sdk.resellers.ordering.files._values import Reading

_LARGEST: Final = 64 << 20
"""Bytes of JSON; it is read in one piece."""
_CSV_ONLY: Final = ("fill", "only", "skip", "must", "delimiter", "header", "skip_lines")


def check_mapping(mapping: FileMapping) -> None:
    """Refuse a mapping that says what JSON has no place for.

    Args:
        mapping: the mapping.

    Raises:
        FileFault: it has keys for CSV.
    """
    wrong = [name for name in _CSV_ONLY if getattr(mapping, name)]
    wrong += [] if mapping.layout == "rows" else ["layout"]
    for name, rule in mapping.columns.items():
        is_plain = len(rule.fields) == 1 and len(rule.fields[0].path) == 1
        others = (rule.pattern, rule.strip, rule.lookup, rule.width, rule.pad, rule.date, rule.as_text or None)
        if not is_plain or any(each is not None for each in others):
            wrong.append(f"columns.{name}")
    if wrong:
        raise FileFault(
            "csv-only", f"the mapping has {', '.join(wrong)}", "for JSON a mapping renames and ignores keys"
        )


class JsonReader:
    """Makes orders of JSON.

    Args:
        copy: the file.
        kind: json or jsonl.
        mapping: what renames keys.
        reading: how numbers are read.
        fixed: fields that have one value for every order.
        send_unknown: whether unknown keys are sent.
        may_reuse: whether orders may turn the server's check for duplicates off.
    """

    def __init__(
        self,
        copy: Copy,
        kind: str,
        mapping: FileMapping,
        reading: Reading,
        fixed: Mapping[str, str],
        *,
        send_unknown: bool,
        may_reuse: bool,
    ) -> None:
        self._copy = copy
        self._items = mapping.items
        names: dict[str, dict[str, str]] = {"line": {}, "ref": {}, "order": {}}
        for name, rule in mapping.columns.items():
            target = rule.fields[0]
            names.get(target.level, names["order"])[name] = target.path[0]
        self._rules = Rules(
            file=copy.name,
            is_lines=kind == "jsonl",
            reading=reading,
            send_unknown=send_unknown,
            ignored=frozenset(mapping.ignore),
            top=names["order"],
            inner=names["line"],
            refs=names["ref"],
            may_reuse=may_reuse,
        )
        if fixed:
            raise FileFault("csv-only", "--set is for CSV", "write the value into the orders")
        self.counts = Counts()
        self.faults: list[Refusal] = []

    def orders(self) -> Iterator[Built]:
        """Yield the orders, good and bad.

        Raises:
            FileFault: the file is no list of orders.
        """
        for number, given in self._line_values() if self._rules.is_lines else self._item_values():
            self.counts.rows += 1
            walk = JsonOrder(self._rules, number)
            if isinstance(given, CellFault):
                walk.note("", given)
            else:
                try:
                    walk.read(given)
                except RecursionError:  # it was less deep than JSON itself may be
                    walk.note("", CellFault("bad-json", "its objects and lists are nested too deeply", ""))
            self.counts.long_pos += walk.is_long
            self.counts.lines += walk.built.lines
            self.counts.refused += bool(walk.built.faults)
            yield walk.built

    def twice(self, built: Built, fault: CellFault) -> Refusal:
        """Return what is wrong with an order whose PO was there before.

        Args:
            built: the order.
            fault: what is wrong.
        """
        return self._rules.refusal(built, PO, fault, built.po)

    def _line_values(self) -> Iterator[tuple[int, Any]]:
        with self._copy.opened() as text:
            for number, line in enumerate(text, 1):
                if not line.strip():
                    self.counts.rows += 1
                    self.counts.empty += 1
                    continue
                try:
                    yield number, read_json(line)
                except (ValueError, RecursionError):
                    yield (
                        number,
                        CellFault("bad-json", "the line is not one whole JSON object", "write one order a line"),
                    )

    def _item_values(self) -> Iterator[tuple[int, Any]]:
        if self._copy.size > _LARGEST:
            raise FileFault("large-json", "JSON over 64 MiB is not read", "write JSON Lines or CSV")
        with self._copy.opened() as text:
            content = text.read()
        try:
            found = read_json(content)
        except json.JSONDecodeError as error:
            message, line = error.msg, error.lineno
        except RecursionError:
            message, line = "its objects and lists are nested too deeply", None
        else:
            yield from enumerate(self._listed(found), 1)
            return
        raise FileFault("bad-json", f"the file is no JSON: {message}", "if each line is an order: --kind jsonl", line)

    def _listed(self, found: Any) -> list[Any]:
        for step in self._items.split(".") if self._items else ():
            if not isinstance(found, dict) or step not in found:
                raise FileFault("no-items", f"the file has no {self._items!r}", "mend items in the mapping")
            found = cast("dict[str, Any]", found)[step]
        if is_list(found):
            return found
        if not isinstance(found, dict):
            raise FileFault("no-items", "the file is neither an order nor a list of orders")
        members = cast("dict[str, Any]", found)
        lists = [name for name, value in members.items() if isinstance(value, list)]
        is_order = bool(members.keys() & {*schema("v6").members, *schema("v7").members, *self._rules.top})
        if self._items is None and lists and not is_order:
            raise FileFault("no-items", "the file is an object with lists in it", f'items = "{lists[0]}" in a mapping')
        return [members]
