"""Modes of output, columns, and the choice of fields."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from xi.sdk.resellers.cli.errors import CommandError


class Mode(StrEnum):
    """How a result is written."""

    TABLE = "table"
    """For eyes."""
    PLAIN = "plain"
    """A row a line, tabs between."""
    JSON = "json"
    """One document."""
    JSONL = "jsonl"
    """An object a line, as it happens."""
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, of plain output and of CSV.

    Args:
        name: where the value is in the item, as a path with dots: `total.amount`.
        title: what a table calls it; None is the last word of the name.
        is_cut: whether a table may cut its values.
        is_right: whether a table has it on the right.
        show: the text of a value in a table and in plain output; None shows it as it is.
        in_table: whether a table has it; plain output and CSV have every column.
        paint: the style of a value in a table with colours, in the words of Rich. It must not be all that tells.
    """

    name: str
    title: str | None = None
    is_cut: bool = False
    is_right: bool = False
    show: Callable[[Any], str] | None = None
    in_table: bool = True
    paint: Callable[[Any], str] | None = None

    @property
    def heading(self) -> str:
        """What a table calls it."""
        title = self.name.rpartition(".")[2].replace("_", " ") if self.title is None else self.title
        return title.upper()


def value_at(item: Any, path: str) -> Any:
    """Return a value of an item; None where it is absent. Of a list it is the list of what each has there.

    Args:
        item: the item.
        path: the path, with dots.
    """
    if isinstance(item, Mapping):
        values: Mapping[str, Any] = item  # pyright: ignore[reportUnknownVariableType] # an item has names
        if path in values:
            return values[path]
        # A free key, such as that of an ID of the user's own, may have dots itself.
        name, _, rest = path.partition(".")
        return value_at(values.get(name), rest) if rest else None
    if path == "" or item is None:
        return item
    if isinstance(item, (list, tuple)):
        return [value_at(each, path) for each in item]  # pyright: ignore[reportUnknownVariableType] # anything can be in it
    return None


def picked(item: Any, paths: Iterable[str]) -> Any:
    """Return an item with these fields only.

    Args:
        item: the item.
        paths: their paths, with dots.
    """
    if isinstance(item, (list, tuple)):
        wanted = list(paths)
        return [picked(each, wanted) for each in item]  # pyright: ignore[reportUnknownVariableType] # anything can be in it
    if not isinstance(item, Mapping):
        return item
    values: Mapping[str, Any] = item  # pyright: ignore[reportUnknownVariableType] # an item has names
    tree: dict[str, list[str]] = {}
    for path in paths:
        name, _, rest = path.partition(".")
        if path in values or name not in values:
            name, rest = path, ""  # a free key, which may have dots itself
        tree.setdefault(name, []).append(rest)
    return {name: values.get(name) if "" in rests else picked(values.get(name), rests) for name, rests in tree.items()}


_ANY: Final = ".*"
"""The end of a path under which any key is permitted."""


def known_paths(schema: Mapping[str, Any]) -> list[str]:
    """Return the paths of the fields that a schema describes; `name.*` where any key is permitted.

    Args:
        schema: the schema of an item.
    """
    if "items" in schema:
        return known_paths(schema["items"])
    found = [path for each in schema.get("anyOf", ()) for path in known_paths(each)]
    for name, its in schema.get("properties", {}).items():
        found.append(name)
        found += [f"{name}.{each}" for each in known_paths(its)]
    if "object" in schema.get("type", ()) and "properties" not in schema:
        found.append("*")
    return found


def check_fields(fields: Sequence[str], known: Sequence[str]) -> None:
    """Refuse a field that there is not.

    Args:
        fields: the fields that are wanted.
        known: the fields that there are.

    Raises:
        CommandError: one is unknown; the known ones are named.
    """
    free = tuple(each.removesuffix("*") for each in known if each.endswith(_ANY))
    for field in fields:
        if field in known or (field.startswith(free) and free and field not in free):
            continue
        near = difflib.get_close_matches(field, known, n=1)
        raise CommandError(
            f"--fields: there is no field {field!r}; there are {', '.join(known)}",
            word="unknown-field",
            hint=f"did you mean {near[0]}?" if near else "",
        )


def chosen(columns: Sequence[Column], fields: Sequence[str]) -> list[Column]:
    """Return a column for each field, in the order of the fields.

    Args:
        columns: the columns of the command, which say how some fields are shown.
        fields: the fields that are wanted.
    """
    by_name = {each.name: each for each in columns}
    return [
        Column(each)
        if (known := by_name.get(each)) is None
        else Column(each, known.title, known.is_cut, known.is_right, known.show, paint=known.paint)
        for each in fields
    ]
