"""One order of JSON, checked against its model member by member. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, cast

from xi.sdk.resellers._json import is_list
from xi.sdk.resellers._json_files import JsonObject, NotANumber, joined, plain
from xi.sdk.resellers.ordering._filing import LONGEST_PO_V7
from xi.sdk.resellers.ordering.files._built import Built
from xi.sdk.resellers.ordering.files._columns import sent_as
from xi.sdk.resellers.ordering.files._fields import ATTRIBUTES, Node, schema
from xi.sdk.resellers.ordering.files._header import PART, PO, QUANTITY, QUOTE
from xi.sdk.resellers.ordering.files._refusals import CellFault, Refusal, shown
from xi.sdk.resellers.ordering.files._switches import switch_faults
from xi.sdk.resellers.ordering.files._values import Reading, check_text, clean

_LARGEST: Final = 10**20
"""A number of JSON; 1e999999 would take long to write out."""
_LINES: Final = "lines"
_LINE_ENDS: Final = "\t\n\r"
"""What may be in a text that has no field of its own."""
_REF: Final = "ref"
_LINE_NUMBER: Final = "customerLineNumber"


@dataclass(frozen=True, slots=True)
class Rules:
    """How keys and values of JSON are read.

    Args:
        file: the name of the file.
        is_lines: whether it is JSON Lines.
        reading: how numbers are read.
        send_unknown: whether unknown keys are sent.
        ignored: keys that are never read; `*` stands for all that are unknown.
        top: keys of an order with the names that they have for us.
        inner: the same for keys of a line.
        refs: keys of an order that are kept and not sent, with the names under which.
        may_reuse: whether orders may turn the server's check for duplicates off.
    """

    file: str
    is_lines: bool
    reading: Reading
    send_unknown: bool
    ignored: frozenset[str]
    top: Mapping[str, str]
    inner: Mapping[str, str]
    refs: Mapping[str, str]
    may_reuse: bool

    def refusal(self, built: Built, path: str, fault: CellFault, value: str | None = None) -> Refusal:
        """Return a fault with its place."""
        return Refusal(
            file=self.file,
            code=fault.code,
            message=fault.message,
            line=built.first if self.is_lines else None,
            item=None if self.is_lines else built.first,
            name=path,
            value=None if value is None else shown(value),
            po=shown(built.po),
            hint=fault.hint,
            whole_file=fault.whole_file,
        )


class JsonOrder:
    """One order of JSON, checked against its model member by member.

    Args:
        rules: how keys and values are read.
        number: the line, or the item of the list.
    """

    def __init__(self, rules: Rules, number: int) -> None:
        self._rules = rules
        self.built = Built("", first=number, spans=[[number, number]])
        self._kind = "v6"

    @property
    def is_long(self) -> bool:
        """Whether the PO is longer than the newest v7 permits."""
        return self._kind == "v7" and len(self.built.po) > LONGEST_PO_V7

    def note(self, path: str, fault: CellFault, value: str | None = None) -> None:
        """Note what is wrong at a place of the order."""
        self.built.faults.append(self._rules.refusal(self.built, path, fault, value))

    def read(self, given: Any) -> None:
        """Read the order, and note all that is wrong with it."""
        if not isinstance(given, JsonObject):
            self.note("", CellFault("not-an-object", "is no JSON object", "each order is an object"))
            return
        content = given
        names = {self._rules.top.get(name, name) for name, value in content.items() if value is not None}
        wires = {schema("v7").wire.get(name) for name in names} - {*schema("v6").wire.values(), None}
        self._kind = "v7" if wires else "v6"
        po = next((value for name, value in content.items() if self._is_po(name)), None)
        self.built.po = po.strip() if isinstance(po, str) else ""
        order = self._object(content, schema(self._kind), "", is_top=True)
        if PO not in order and not any(each.name == PO for each in self.built.faults):
            self.note(PO, CellFault("no-po", "is missing; each order needs a number of its own"))
        lines = cast("list[dict[str, Any]]", order.get(_LINES, []))
        if not lines and QUOTE not in order and not self.built.faults:
            self.note(_LINES, CellFault("no-lines", "the order has no lines", "add at least one"))
        for wrong in switch_faults(order, may_reuse=self._rules.may_reuse):
            self.note(f"{ATTRIBUTES}[{wrong.place}].attributeValue", wrong.fault, wrong.value)
        self._count(lines)
        self.built.order = order

    def _is_po(self, name: str) -> bool:
        return schema("v6").wire.get(self._rules.top.get(name, name)) == PO

    def _count(self, lines: list[dict[str, Any]]) -> None:
        numbers: set[int] = set()
        built = self.built
        for index, line in enumerate(lines):
            for name in (PART, QUANTITY):
                place = f"lines[{index}].{name}"
                if name not in line and not any(each.name == place for each in built.faults):
                    self.note(place, CellFault("missing", "is missing; each line needs it"))
            number = line.get(_LINE_NUMBER)
            if number is not None and int(number) in numbers:
                fault = CellFault("line-number-twice", "is there twice in the order", "leave it out")
                self.note(f"lines[{index}].{_LINE_NUMBER}", fault, str(number))
            if number is not None:
                numbers.add(int(number))
            quantity = line.get(QUANTITY, 0)
            built.lines += 1
            built.units += quantity
            if quantity > built.largest[0]:
                built.largest = (quantity, built.first)
            built.digits += str(line.get(PART, "")).isdigit()

    def _object(self, given: JsonObject, node: Node, path: str, *, is_top: bool = False) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in given.twice:
            self._lost(joined(path, name), None)
        for key, value in given.items():
            where = joined(path, key)
            if is_top and self._ref(key, value):
                continue
            if key in self._rules.ignored or value is None:
                continue
            is_line = path.startswith(f"{_LINES}[") and "." not in path
            inner: Mapping[str, str] = self._rules.inner if is_line else {}
            renamed = self._rules.top if is_top else inner
            name = renamed.get(key, key)
            member = node.members.get(name)
            if member is None:
                if self._rules.send_unknown:
                    found[name] = plain(value, where, self._lost)
                    self._check_texts(name, where)
                    self._check_texts(value, where)
                elif "*" not in self._rules.ignored:
                    hint = f"take it out, or ignore in a mapping; to send it: --send-unknown (this is {self._kind})"
                    self.note(where, CellFault("unknown-key", "is no key of an order", hint))
                continue
            wire = node.wire[name]
            if wire in found:
                self.note(
                    where, CellFault("name-twice", f"is {wire}, which is there under another name", "take one out")
                )
                continue
            place = joined(path, wire)
            read = self._value(value, member, place)
            if read is not None and read != {}:
                found[wire] = read
        return found

    def _ref(self, key: str, value: Any) -> bool:
        """Keep what is not sent; return whether the key is that."""
        name = self._rules.refs.get(key)
        pairs: dict[str, Any] = {name: value} if name is not None else {}
        if key == _REF and isinstance(value, dict):
            pairs = cast("dict[str, Any]", value)
        elif name is None:
            return False
        for each, text in pairs.items():
            self._check_texts(each, f"{_REF}.{each}")
            if isinstance(text, str):
                self._check_texts(text, f"{_REF}.{each}")
                self.built.ref[each] = text
            elif text is not None:
                self.note(f"{_REF}.{each}", CellFault("not-text", "is no text", 'write it in quotes: "..."'))
        return True

    def _check_texts(self, value: Any, path: str) -> None:
        """Refuse texts that cannot be kept or sent, also in the names of members and in what is nested."""
        if isinstance(value, str):
            try:
                check_text(value, _LINE_ENDS)
            except CellFault as fault:
                self.note(path, fault, value)
        elif is_list(value):
            for index, each in enumerate(value):
                self._check_texts(each, f"{path}[{index}]")
        elif isinstance(value, JsonObject):
            for name, each in value.items():
                self._check_texts(name, joined(path, name))
                self._check_texts(each, joined(path, name))

    def _value(self, value: Any, node: Node, path: str) -> Any:
        if node.holds == "object":
            if isinstance(value, JsonObject):
                return self._object(value, node, path)
            self.note(path, _shape_fault(value, "an object"), _as_text(value))
            return None
        if node.holds == "list":
            if is_list(value) and node.item is not None:
                item = node.item
                read = [self._value(each, item, f"{path}[{index}]") for index, each in enumerate(value)]
                return [each for each in read if each is not None]
            self.note(path, _shape_fault(value, "a list"), _as_text(value))
            return None
        try:
            return self._leaf(value, node)
        except CellFault as fault:
            self.note(path, fault, _as_text(value))
            return None

    def _leaf(self, value: Any, node: Node) -> Any:
        if isinstance(value, (dict, list, NotANumber)):
            raise CellFault("bad-value", f"is no {node.holds}", "")
        if isinstance(value, bool):
            if node.holds == "flag":
                return value
            raise CellFault("bad-value", f"is no {node.holds}", 'an attribute is text: "true"')
        if isinstance(value, (int, Decimal)):
            if node.holds not in ("quantity", "price"):
                raise CellFault(
                    "not-text",
                    "is a number, where text belongs; zeros in front may be gone",
                    'write it in quotes: "..."',
                )
            if abs(Decimal(value)) >= _LARGEST:
                raise CellFault(f"bad-{node.holds}", "is too large", "")
            # A number of JSON has one reading only.
            is_whole = value == int(value)
            text = str(int(value)) if is_whole else format(value, "f")
            if text.startswith("-"):
                raise CellFault(f"bad-{node.holds}", "is below 0", "")
            return sent_as(node.holds, self._kind, node.limit, replace(self._rules.reading, decimal="point"))(text)
        text = clean(value)
        if not text:
            raise CellFault("empty-text", "is empty text", "leave the key out")
        return sent_as(node.holds, self._kind, node.limit, self._rules.reading)(text)

    def _lost(self, path: str, number: NotANumber | Decimal | None) -> None:
        """Note a name that is there twice, or what is no number that can be sent."""
        if number is None:
            self.note(path, CellFault("name-twice", "is there twice in one object", "take one out"))
        else:
            self.note(path, CellFault("bad-value", "is a number that JSON does not have"), str(number))


def _as_text(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "{...}" if isinstance(value, dict) else "[...]"
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _shape_fault(value: Any, wanted: str) -> CellFault:
    is_lost = isinstance(value, str) and (value.startswith("@{") or value.endswith("[]"))
    hint = "PowerShell has written a name in its place: ConvertTo-Json -Depth 10" if is_lost else ""
    return CellFault("bad-shape", f"is not {wanted}", hint)
