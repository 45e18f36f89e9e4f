"""Reads parts of requests: fields of an address by their names, and files with the whole of it as JSON."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import name_and_value, refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

_LARGEST: Final = 1_000_000
"""The largest file of a request, in bytes."""


def fields_of(texts: Sequence[str], option: str, model: type[BaseModel]) -> dict[str, str]:
    """Return fields with their values, by their names on the wire.

    Args:
        texts: texts such as `postalCode=67401`; the name in any case, with or without underscores.
        option: the option that they are from.
        model: what has these fields.

    Raises:
        CommandError: one cannot be read, there is no such field, or it is said twice.
    """
    known = {_folded(each.alias or name): str(each.alias or name) for name, each in model.model_fields.items()}
    found: dict[str, str] = {}
    for text in texts:
        name, value = name_and_value(text, option)
        field = known.get(_folded(name))
        if field is None:
            near = difflib.get_close_matches(_folded(name), known, n=1)
            raise CommandError(
                f"{option}: there is no field {name!r}; there are {', '.join(known.values())}",
                word="bad-option",
                hint=f"did you mean {known[near[0]]}?" if near else "",
            )
        if field in found:
            raise CommandError(f"{option}: {field} is said twice", word="bad-option")
        found[field] = value
    return found


def _folded(name: str) -> str:
    return name.replace("_", "").casefold()


def read_request(name: str, option: str, example: str, *, is_exact: bool = True) -> dict[str, Any]:
    """Return the object of a JSON file.

    Args:
        name: the path.
        option: the option, or the name of the argument, that it is from.
        example: how the object begins.
        is_exact: whether amounts stay as they are written, as Decimal; else they are float.

    Raises:
        CommandError: it is too large, no JSON or no object.
        OSError: it cannot be read.
    """
    from decimal import Decimal

    path = Path(name)
    if path.stat().st_size > _LARGEST:
        raise refused(option, name, f"a file of {_LARGEST:,} bytes at most")
    try:
        body: Any = json.loads(path.read_text("utf-8-sig"), parse_float=Decimal if is_exact else None)
    except RecursionError:
        raise CommandError(f"{name}: this is nested too deeply", word="bad-body") from None
    except (ValueError, ArithmeticError) as error:  # the latter is of numbers that no Decimal can hold
        raise CommandError(f"{name}: this is no JSON: {error}", word="bad-body") from None
    if not isinstance(body, dict):
        raise CommandError(f"{name}: this should be an object, such as {example}", word="bad-body")
    return cast("dict[str, Any]", body)
