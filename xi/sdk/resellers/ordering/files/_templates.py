"""Order files to begin with, and what each of their fields means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.files._fields import Field, Node, field_of, own_names, put, schema
from xi.sdk.resellers.ordering.files._header import NEEDED, PO

_KINDS: Final = ("csv", "json", "jsonl")
_MODEL: Final = "v6"
"""A file has one kind of orders: fields of v7 alone would make all of them orders of v7."""
_REF: Final = "ref.id"
_SHOWN: Final = (
    *NEEDED,
    "endCustomerOrderNumber",
    "shipToInfo.companyName",
    "shipToInfo.contact",
    "shipToInfo.addressLine1",
    "shipToInfo.city",
    "shipToInfo.state",
    "shipToInfo.postalCode",
    "shipToInfo.countryCode",
    "lines.notes",
    _REF,
)
_BUFFALO: Final = {
    "endCustomerOrderNumber": "EC-7001",
    "shipToInfo.companyName": "Example Inc.",
    "shipToInfo.contact": "Alex Doe",
    "shipToInfo.addressLine1": "1 Main Street",
    "shipToInfo.city": "Buffalo",
    "shipToInfo.state": "NY",
    "shipToInfo.postalCode": "14201",
    "shipToInfo.countryCode": "US",
}
_FIRST: Final = {PO: "PO-1001", _REF: "5501", **_BUFFALO}
_SECOND: Final = {PO: "PO-1002", _REF: "5502"}
_ROWS: Final = (
    {**_FIRST, "ingramPartNumber": "DF4128", "quantity": "2"},
    {**_FIRST, "ingramPartNumber": "YN6231", "quantity": "1", "lines.notes": "for the office"},
    {**_FIRST, "ingramPartNumber": "TSXML1", "quantity": "10"},
    {**_SECOND, "ingramPartNumber": "DF4128", "quantity": "5"},
    {**_SECOND, "ingramPartNumber": "2GZ200", "quantity": "1"},
)
"""Parts that the sandbox sells. The second order goes to the address of the account."""
_OF_REF: Final = "An ID of your own. It is kept in the ledger and comes back in reports; it is not sent."
_OF_ATTRIBUTES: Final = "A named switch or value, such as additionalAttributes.allowPartialOrder; NAME is its name."


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNote:
    """What a field of an order file means.

    Args:
        name: its name, as a column or a key.
        meaning: what it means.
        limit: characters at most; None without a limit.
        is_needed: whether each order, or each line, needs it.
        kinds: which of v6 and v7 have it.
    """

    name: str
    meaning: str
    limit: int | None = None
    is_needed: bool = False
    kinds: tuple[str, ...] = ("v6", "v7")

    def __str__(self) -> str:
        """Return one line."""
        about = ["needed"] if self.is_needed else []
        about += [f"at most {self.limit} characters"] if self.limit else []
        about += [f"{self.kinds[0]} only"] if len(self.kinds) == 1 else []
        shown = f" ({', '.join(about)})" if about else ""
        return f"{self.name}{shown}: {self.meaning}"


def order_template(kind: str = "csv", *, all_fields: bool = False) -> str:
    """Return an order file to begin with: two orders of the sandbox's parts, with the fields that are used most.

    Neither CSV nor JSON has a place for comments; `field_notes` explains the fields.

    Args:
        kind: csv, json or jsonl.
        all_fields: whether all fields of an order are there; those that are not used are empty, in JSON null.

    Raises:
        ApiValueError: there is no such kind.
    """
    _check_kind(kind)
    if kind == "csv":
        names = [each.name for each in _fields(_MODEL)] if all_fields else [*_SHOWN[:-1]]
        names = [*NEEDED, *(name for name in names if name not in NEEDED), _REF]
        rows = [names, *([row.get(name, "") for name in names] for row in _ROWS)]
        return "".join(f"{','.join(row)}\n" for row in rows)
    orders = [_order(rows, all_fields=all_fields) for rows in (_ROWS[:3], _ROWS[3:])]
    if kind == "jsonl":
        return "".join(f"{json.dumps(order)}\n" for order in orders)
    return json.dumps(orders, indent=2) + "\n"


def field_notes(kind: str = "csv", *, all_fields: bool = False) -> tuple[FieldNote, ...]:
    """Return what the fields of a template mean.

    Args:
        kind: csv, json or jsonl.
        all_fields: whether all fields are explained, also those that only orders of v7 have.

    Raises:
        ApiValueError: there is no such kind.
    """
    _check_kind(kind)
    fields = {each.name: each for model in ("v6", "v7") for each in _fields(model)}
    names = [*NEEDED, *(name for name in (fields if all_fields else _SHOWN[:-1]) if name not in NEEDED)]
    notes = [_note(fields[name], kind) for name in names]
    if all_fields:
        notes.append(
            FieldNote(
                name="additionalAttributes.NAME" if kind == "csv" else "additionalAttributes", meaning=_OF_ATTRIBUTES
            )
        )
    return (*notes, FieldNote(name="ref.NAME" if kind == "csv" else "ref", meaning=_OF_REF))


def _check_kind(kind: str) -> None:
    if kind not in _KINDS:
        raise ApiValueError(f"kind is {kind!r}; it should be {', '.join(_KINDS)}", argument="kind")


def _fields(model: str) -> list[Field]:
    """Return the fields of an order: those of a line after those of the order."""
    found = {(each.level, each.path): each for each in own_names().values() if model in each.kinds}
    return sorted(found.values(), key=lambda each: each.level == "line")


def _note(field: Field, kind: str) -> FieldNote:
    name = field.name
    if kind != "csv" and field.level == "line":
        name = f"lines[].{name.removeprefix('lines.').replace('endUserInfo.', 'endUserInfo[].')}"
    return FieldNote(
        name=name,
        meaning=_meaning(field),
        limit=field.limit,
        is_needed=field.name in NEEDED,
        kinds=tuple(sorted(field.kinds)),
    )


def _meaning(field: Field) -> str:
    node: Node | None = schema(min(field.kinds))
    for step in ("lines", *field.path) if field.level == "line" else field.path:
        inner = node.item if node is not None and node.item is not None else node
        node = None if inner is None else inner.members.get(step)
    return "" if node is None else node.meaning


def _order(rows: tuple[dict[str, str], ...], *, all_fields: bool) -> dict[str, Any]:
    """Return an order of JSON, from the rows of CSV."""
    lines = [dict(_levels(row, "line")) for row in rows]
    order = dict(_levels(rows[0], "order"))
    if all_fields:
        tree = schema(_MODEL)
        line = tree.members["lines"].item
        order = _with_all(order, tree)
        lines = [_with_all(each, line or tree) for each in lines]
    return {**order, "lines": lines, "ref": {"id": rows[0][_REF]}}


def _levels(row: dict[str, str], level: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in row.items():
        field = field_of(name)
        if field is not None and field.level == level:
            put(found, field.path, int(text) if field.holds == "quantity" else text, level=level)
    return found


def _with_all(given: dict[str, Any], node: Node) -> dict[str, Any]:
    """Return an object with all members of its model; those that it does not have are null."""
    return dict(_members(given, node))


def _members(given: dict[str, Any], node: Node) -> Iterator[tuple[str, Any]]:
    for name in dict.fromkeys(node.wire.values()):
        member = node.members[name]
        value = given.get(name)
        yield name, _with_all(value or {}, member) if member.holds == "object" else value
