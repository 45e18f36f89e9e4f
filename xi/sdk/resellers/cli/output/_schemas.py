"""The schemas of what commands write as JSON."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, Final

NUMBER: Final = 1
"""The number of every schema. Within a number, fields and values of enumerations are only added."""
_RECORD: Final = "record.json#"
_FILES: Final = resources.files("xi.sdk.resellers.cli.output") / "schemas"


def schema_names() -> list[str]:
    """Return the names of all schemas."""
    return sorted(each.name.removesuffix(".json") for each in _FILES.iterdir() if each.name.endswith(".json"))


def schema_id(name: str) -> str:
    """Return what a document says of its schema, such as `xi-orders/list/1`.

    Args:
        name: the name of the schema.
    """
    return f"xi-orders/{name}/{NUMBER}"


def schema_text(name: str) -> str:
    """Return a JSON Schema (2020-12) that needs no other file.

    Args:
        name: its name, such as `record` or `list`.

    Raises:
        LookupError: there is none of this name.
    """
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


@cache
def schema_of(name: str) -> dict[str, Any]:
    """Return a JSON Schema. It is shared: do not change it.

    Args:
        name: its name.

    Raises:
        LookupError: there is none of this name.
    """
    if name not in schema_names():
        raise LookupError(f"there is no schema {name!r}; there are {', '.join(schema_names())}")
    text = (_FILES / f"{name}.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text.replace(_RECORD, "#/$defs/record"))
    if _RECORD in text:
        record = schema_of("record")
        schema["$defs"] = {**schema.get("$defs", {}), "record": {"type": record["type"], **_body(record)}}
    return schema


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {name: schema[name] for name in ("description", "required", "properties")}


def item_schema(name: str) -> dict[str, Any]:
    """Return what a schema says of an item: of the elements of `items`, or of the document itself.

    Args:
        name: the name of the schema.

    Raises:
        LookupError: there is none of this name.
    """
    schema = schema_of(name)
    item: dict[str, Any] = _resolved(schema.get("$defs", {}).get("item", schema), schema)
    return item


def _resolved(node: Any, root: dict[str, Any]) -> Any:
    """Return a part of a schema with what it refers to in its place."""
    if isinstance(node, list):
        return [_resolved(each, root) for each in node]  # pyright: ignore[reportUnknownVariableType] # anything of JSON
    if not isinstance(node, dict):
        return node
    values: dict[str, Any] = node  # pyright: ignore[reportUnknownVariableType] # anything of JSON
    target = values.get("$ref")
    if isinstance(target, str):
        return _resolved(root["$defs"][target.rpartition("/")[2]], root)
    return {name: _resolved(each, root) for name, each in values.items()}
