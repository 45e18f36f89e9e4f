"""The fields of an order, from the models of v6 and v7: their names, what they hold, and how long they may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from inspect import getdoc
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin
from unicodedata import category

from xi.sdk.resellers import models

MODELS: Final[Mapping[str, Any]] = {"v6": models.OrderCreateRequest, "v7": models.AsyncOrderCreateDTO}
_MEANINGS: Final = {
    "customerOrderNumber": "po",
    "ingramPartNumber": "part",
    "quantity": "quantity",
    "customerLineNumber": "line number",
    "unitPrice": "price",
    "endUserPrice": "price",
    "requestedDeliveryDate": "date",
}
"""What is more than its type says; v7 has quantities, prices and dates as text."""
_LIMITS: Final = {"notes": 132}
"""Limits that Ingram Micro's contract states in words only."""
_ARGUMENT: Final = re.compile(r"^    (\w+) \([^)]*\): (.*(?:\n {8}.*)*)", re.MULTILINE)
"""An argument in the docstring of a model, with what it means."""
ATTRIBUTES: Final = "additionalAttributes"


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the JSON of an order.

    Args:
        holds: object, list, text, number, flag, date, po, part, quantity, price or line number.
        limit: characters at most; None without a limit.
        members: of an object: its members, by both of their names.
        wire: of an object: the name on the wire by both names.
        item: of a list: what is in it.
        meaning: what it means, as its model says; empty where Python keeps no docstrings.
    """

    holds: str
    limit: int | None = None
    members: Mapping[str, Node] = field(default_factory=dict[str, "Node"])
    wire: Mapping[str, str] = field(default_factory=dict[str, str])
    item: Node | None = None
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a column can be read into.

    Args:
        name: its name, as the guide writes it.
        path: the steps to it in the order, or in the line.
        level: order, line, or ref for what is kept and not sent.
        holds: see Node.
        limit: characters at most; None without a limit.
        kinds: which of v6 and v7 have it.
    """

    name: str
    path: tuple[str, ...]
    level: str
    holds: str
    limit: int | None
    kinds: frozenset[str]


@cache
def schema(kind: str) -> Node:
    """Return the JSON of an order.

    Args:
        kind: v6 or v7.
    """
    return _object(MODELS[kind])


@cache
def own_names() -> Mapping[str, Field]:
    """Return all fields that a column can be read into, by each of their names."""
    found: dict[str, Field] = {}
    trees = {kind: schema(kind) for kind in MODELS}
    orders = {name for tree in trees.values() for name in tree.members if name != "lines"}
    for kind, tree in trees.items():
        for names, path, node in _leaves(tree):
            _add(found, names, Field(names[0], path, "order", node.holds, node.limit, frozenset({kind})))
        line = tree.members["lines"].item
        for names, path, node in _leaves(line or tree):
            # A name that both levels have means the order if it stands alone.
            bare = names if names[0].split(".", maxsplit=1)[0] not in orders else ()
            shown = (bare or tuple(f"lines.{each}" for each in names))[0]
            of_line = Field(shown, path, "line", node.holds, node.limit, frozenset({kind}))
            _add(found, (*bare, *(f"lines.{each}" for each in names)), of_line)
    return found


def field_of(name: str) -> Field | None:
    """Return the field of a name; None if there is none.

    Args:
        name: a name on the wire or in snake case, with dots for what is nested.
    """
    if not _is_name(name):
        return None
    first, _, rest = name.partition(".")
    level = "order"
    if first == "lines" and rest:
        inner, _, inner_rest = rest.partition(".")
        if inner in (ATTRIBUTES, "additional_attributes"):
            first, rest, level = inner, inner_rest, "line"
    if first == "ref" and rest:
        return Field(name, (rest,), "ref", "text", None, frozenset(MODELS))
    if first in (ATTRIBUTES, "additional_attributes") and rest:
        kinds = frozenset({"v6"}) if level == "line" else frozenset(MODELS)
        return Field(name, (ATTRIBUTES, rest), level, "text", None, kinds)
    return own_names().get(name)


def _is_name(name: str) -> bool:
    """Return whether nothing of a name is lost: it may be kept, or sent as the name of an attribute."""
    if "\ufffd" in name:
        return False
    return name.isprintable() or not any(category(each) in ("Cc", "Cs") for each in name)


def put(into: dict[str, Any], path: tuple[str, ...], value: Any, *, level: str) -> None:
    """Write a value into an order or a line.

    Args:
        into: the order or the line.
        path: the steps to it.
        value: what is written.
        level: order or line; what is nested in a line is a list of one object.
    """
    if len(path) == 1:
        into[path[0]] = value
    elif path[0] == ATTRIBUTES:
        into.setdefault(ATTRIBUTES, []).append({"attributeName": path[1], "attributeValue": value})
    elif level == "line":
        into.setdefault(path[0], [{}])[0][path[1]] = value
    else:
        into.setdefault(path[0], {})[path[1]] = value


def _add(found: dict[str, Field], names: tuple[str, ...], added: Field) -> None:
    """Note a field; one that both kinds have is one field, with the limit of v6 if that has one."""
    known = found.get(names[0])
    if known is not None:
        limit = added.limit if known.limit is None else known.limit
        added = Field(known.name, known.path, known.level, known.holds, limit, known.kinds | added.kinds)
    for name in names:
        found[name] = added


def _leaves(tree: Node) -> list[tuple[tuple[str, ...], tuple[str, ...], Node]]:
    """Return each leaf with its names (the one on the wire first) and its path; of lists those of one object."""
    found: list[tuple[tuple[str, ...], tuple[str, ...], Node]] = []
    for name, node in _by_wire(tree).items():
        snake = _snake(tree, name)
        inner = node.item if node.holds == "list" and name == "endUserInfo" else node
        if inner is None or inner.holds == "list":
            continue
        if inner.holds != "object":
            found.append((tuple(dict.fromkeys((name, snake))), (name,), inner))
            continue
        for deep, leaf in _by_wire(inner).items():
            if leaf.holds in ("object", "list"):
                continue
            names = (f"{name}.{deep}", f"{snake}.{_snake(inner, deep)}")
            found.append((tuple(dict.fromkeys(names)), (name, deep), leaf))
    return found


def _by_wire(tree: Node) -> dict[str, Node]:
    return {tree.wire[name]: node for name, node in tree.members.items()}


def _snake(tree: Node, wire: str) -> str:
    return next((name for name, on_wire in tree.wire.items() if on_wire == wire and name != wire), wire)


def _object(model: Any) -> Node:
    members: dict[str, Node] = {}
    meanings = {name: " ".join(text.split()) for name, text in _ARGUMENT.findall(getdoc(model) or "")}
    wire: dict[str, str] = {}
    for name, info in model.model_fields.items():
        alias: str = info.alias or name
        limit = next((each.max_length for each in info.metadata if getattr(each, "max_length", None)), None)
        node = replace(_node(alias, info.annotation, _LIMITS.get(alias, limit)), meaning=meanings.get(name, ""))
        for each in (alias, name):
            members[each], wire[each] = node, alias
    return Node("object", members=members, wire=wire)


def _node(name: str, annotation: Any, limit: int | None) -> Node:
    types = _types(annotation)
    listed = next((each for each in types if get_origin(each) is list), None)
    if listed is not None:
        return Node("list", item=_node("", get_args(listed)[0], None))
    inner = next((each for each in types if hasattr(each, "model_fields")), None)
    if inner is not None:
        return _object(inner)
    if name in _MEANINGS:
        return Node(_MEANINGS[name], limit)
    for kind, holds in ((str, "text"), (bool, "flag"), (date, "date")):
        if kind in types:
            return Node(holds, limit)
    return Node("price", limit)


def _types(annotation: Any) -> list[Any]:
    """Return the types that a value can have, without None."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _types(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [each for part in get_args(annotation) for each in _types(part)]
    return [] if annotation is type(None) else [annotation]
