"""Reads the keys of JSON objects in any case and punctuation, as the senders of webhooks differ in both."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from xi.sdk.resellers._json import Json, is_list, is_object

_PUNCTUATION: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_ID: Final = 500
"""Characters of an ID; the index of a database takes little more than 2,000 bytes."""
_OF_ERROR: Final = ("errors", "fields", "id", "traceid", "type")
"""Keys that an error of the API has. That of a gateway has a `fault`, or a message alone."""


def normalized(key: str) -> str:
    """Return a key in lower case without punctuation: all spellings of a key have the same normalized form."""
    return _PUNCTUATION.sub("", key.lower())


def kept_id(event_id: str) -> str:
    """Return the ID of an event as every database can keep it.

    Args:
        event_id: the ID. A very long one, and one that no database takes as text, such as half a character, is kept as
            its SHA-256 digest.
    """
    if len(event_id) <= _LONGEST_ID and event_id.isprintable():
        return event_id
    import hashlib  # noqa: PLC0415 - slow to load, and most programs receive no webhooks

    return hashlib.sha256(event_id.encode(errors="surrogatepass")).hexdigest()


def values_at(given: Json, *names: str) -> list[Any]:
    """Return the values whose key is a spelling of one of the names."""
    wanted = {normalized(name) for name in names}
    return [value for key, value in given.items() if normalized(key) in wanted]


def text_at(given: Json, *names: str) -> str | None:
    """Return the first number, boolean or text under one of the names, as text."""
    found = (each for each in values_at(given, *names) if isinstance(each, (str, int, float)))
    return next(map(str, found), None)


def is_api_error(body: str | None) -> bool:
    """Return whether the body of an error is one of the API, and not of a gateway or a web server in front of it."""
    try:
        given: Any = json.loads(body or "")
    except (ValueError, RecursionError):
        return False
    return is_list(given) or (is_object(given) and bool(values_at(given, *_OF_ERROR)))


def may_be_api_error(body: str | None) -> bool:
    """Return whether an error may be one of the API: its body is, or it has none."""
    return not (body or "").strip() or is_api_error(body)


def objects_at(given: Json, name: str) -> list[Json]:
    """Return the objects under a name, where the contract has a list and some senders have one object."""
    found = next(iter(values_at(given, name)), None)
    return [each for each in (found if is_list(found) else [found]) if is_object(each)]


def texts(objects: list[Json], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for each in objects if (text := text_at(each, *names))))
