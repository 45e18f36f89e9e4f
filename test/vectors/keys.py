"""Finds the keys of a vector that the schema of vectors does not have at their place, at any depth."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from adapters.comparing import Mismatch
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

_SCHEMA = Path(__file__).parents[2] / "contract" / "vectors" / "vector.schema.json"
_OF_KEYS = ("additionalProperties", "propertyNames", "maxProperties")
"""The rules of the schema that refuse a key."""
_OF_THE_WHOLE = ("required", "enum", "type", "const")
"""The rules that say of a form as a whole that a value does not have it."""
_LONG = 300


def unknown_keys(kind: str, vector: dict[str, Any]) -> list[Mismatch]:
    """Return the unknown keys of a vector.

    Only keys: a wrong value in an expectation is what the comparison has to find.

    Args:
        kind: the kind of its file.
        vector: the vector.

    Raises:
        ValueError: the kind is not known.
    """
    return [
        {"at": f"/{'/'.join(map(str, each.absolute_path))}", "want": "known keys", "got": each.message[:_LONG]}
        for each in _about_keys(_validator(kind).iter_errors(vector))
    ]


@cache
def _validator(kind: str) -> Draft202012Validator:
    schema = json.loads(_SCHEMA.read_text("utf-8"))
    forms = {each["if"]["properties"]["kind"]["const"]: each["then"] for each in schema["allOf"]}
    if kind not in forms:
        raise ValueError(f"{kind!r} is no kind that this runner knows")
    own = forms[kind]["properties"]["vectors"]["items"]
    return Draft202012Validator({"$defs": schema["$defs"], "allOf": [{"$ref": "#/$defs/vector"}, own]})


def _about_keys(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors about keys. Of several forms that a value may have, those that it does not try do not count."""
    for error in errors:
        if error.validator in _OF_KEYS:
            yield error
            continue
        forms: dict[Any, list[ValidationError]] = defaultdict(list)
        for each in error.context or ():
            forms[each.relative_schema_path[0]].append(each)
        tried = [of for of in forms.values() if not any(map(_is_about_the_whole, of))]
        wrong = [list(_about_keys(of)) for of in tried]
        yield from wrong[0] if wrong and all(wrong) else ()


def _is_about_the_whole(error: ValidationError) -> bool:
    return not error.relative_path and error.validator in _OF_THE_WHOLE
