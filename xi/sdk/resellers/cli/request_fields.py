"""Reads parts of requests: fields of an address by their names, and files with the whole of it as JSON."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import check_word, name_and_value, refused

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
        CommandError: one cannot be read, there is no such field, it is said twice, or its value is blank or has control
            characters.
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
        check_word(f"{option} {field}", value)
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
        CommandError: it is too large, no JSON or no object, or a name or number in it would not be sent as it stands.
        OSError: it cannot be read.
    """
    from xi.sdk.resellers._json_files import plain, read_json

    with Path(name).open("rb") as file:
        content = file.read(_LARGEST + 1)  # what is no file of the disk has no size, and may have no end
    if len(content) > _LARGEST:
        raise refused(option, name, f"a file of {_LARGEST:,} bytes at most")

    def lost(path: str, number: object) -> None:
        if number is None:
            raise CommandError(f"{name}:{path}: is there twice in one object", word="name-twice", hint="take one out")
        raise CommandError(f"{name}:{path}: {number} is no number that can be sent", word="bad-body")

    try:
        body = read_json(content.decode("utf-8-sig"))
        if not isinstance(body, dict):
            raise CommandError(f"{name}: this should be an object, such as {example}", word="bad-body")
        return cast("dict[str, Any]", plain(body, "", lost, is_exact=is_exact))
    except RecursionError:
        raise CommandError(f"{name}: this is nested too deeply", word="bad-body") from None
    except ValueError as error:
        raise CommandError(f"{name}: this is no JSON: {error}", word="bad-body") from None
