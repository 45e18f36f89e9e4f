"""What the API has sent, as text: a number of Python loses the zeros of 812.40."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers._json import Json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xi.sdk.resellers import ApiResponse
    from xi.sdk.resellers.cli.output import Output

_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]")


def body_of(raw: bytes) -> Any:
    """Return the JSON of a body, its numbers with a point as text; None if it is no JSON.

    Args:
        raw: the body.
    """
    try:
        # NaN is no JSON, and shown as a number it would make what is shown none.
        return json.loads(raw or b"null", parse_float=str, parse_constant=str)
    except ValueError:
        return None  # the client could read it all the same


def content_of(answer: ApiResponse[Any]) -> Any:
    """Return the JSON of an answer in the shape of the contract: some services send one object for a list of one.

    Args:
        answer: the answer.
    """
    from xi.sdk.resellers._contract_shape import shaped_as

    return shaped_as(answer.data, body_of(answer.raw_data))


def besides(sent: Mapping[str, Any], row: Mapping[str, Any], places: Mapping[str, str]) -> Json:
    """Return all that was sent and that no field of a row shows.

    Args:
        sent: the item as it was sent.
        row: its fields.
        places: the name of each field in what was sent. What could not be read is not shown.
    """
    shown = {place for name, place in places.items() if row[name] is not None}
    return {name: value for name, value in sent.items() if name not in shown}


def correlation_id_of(answer: ApiResponse[Any]) -> str | None:
    """Return the ID of the call that gave an answer; None if it has none.

    Args:
        answer: the answer.
    """
    return (answer.headers or {}).get("IM-CorrelationID")


def objects(value: Any) -> list[Json]:
    """Return the objects of a list of JSON; empty where it is something else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType] # of JSON


def value_of(item: Mapping[str, Any], name: str) -> Any:
    """Return the value under a name of JSON, in any case and punctuation; None if there is none.

    Args:
        item: the object.
        name: the name.
    """
    wanted = _folded(name)
    return next((value for key, value in item.items() if _folded(key) == wanted and value is not None), None)


def text_of(item: Mapping[str, Any], name: str) -> str | None:
    """Return a text, or a number as text, as it was sent, without blanks around it; None if there is none.

    Args:
        item: the object, as `body_of` reads it.
        name: the name of JSON.
    """
    value = value_of(item, name)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None


def _folded(name: str) -> str:
    return _NOT_IN_NAMES.sub("", name.lower())


class Remembered:
    """The items of the last page of a list, as they were sent.

    Args:
        api: the bound API, whose search remembers them from now on.
        method: the name of the search.
        items: the attribute of the answer that has the items.
    """

    def __init__(self, api: Any, method: str, items: str) -> None:
        self._items = items
        self._sent: dict[int, Json] = {}
        search: Callable[..., Any] = getattr(api, f"{method}_with_http_info")

        def remembering(*args: Any, **filters: Any) -> Any:
            answer = search(*args, **filters)
            self._note(answer.data, content_of(answer))
            return answer.data

        setattr(api, method, remembering)

    def _note(self, data: Any, body: Any) -> None:
        found: list[Any] = getattr(data, self._items, None) or []
        # One family sends a list with one answer.
        answers = objects(body if isinstance(body, list) else [body])
        sent = [item for each in answers for item in objects(value_of(each, self._items))]
        self._sent = {id(item): its for item, its in zip(found, sent, strict=False)} if len(found) == len(sent) else {}

    def of(self, item: Any) -> Json:
        """Return what was sent for an item of the last page; empty if that is not known.

        Args:
            item: the item.
        """
        return self._sent.get(id(item), {})


def lines_of(body: Mapping[str, Any], out: Output, before: str = "") -> Iterator[str]:
    """Yield what a person reads of an object: a line for each value, and one for each element of a list.

    Args:
        body: the object.
        out: where it is shown.
        before: what stands before each name.
    """
    for name, value in body.items():
        if value in (None, "", [], {}):
            continue
        if isinstance(value, dict):
            yield from lines_of(value, out, f"{before}{name}.")  # pyright: ignore[reportUnknownArgumentType] # of JSON
        elif _has_parts(value):
            for number, each in enumerate(value, start=1):
                rest = " · ".join(f"{key} {out.text_of(its)}".lstrip() for key, its in _scalars(each))
                yield f"{before}{name} {number}  {rest}".rstrip()
        else:
            yield f"{before}{name}  {out.text_of(value)}"


def _has_parts(value: Any) -> bool:
    """Return whether this is a list in which something is no scalar."""
    return isinstance(value, list) and any(isinstance(each, (dict, list)) for each in value)  # pyright: ignore[reportUnknownVariableType] # of JSON


def _scalars(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield all that has no parts, by its path: keys, and the numbers of elements."""
    if value in (None, "", [], {}):
        return
    if isinstance(value, dict):
        parts: Iterable[tuple[str | int, Any]] = cast("Json", value).items()
    elif _has_parts(value):
        parts = enumerate(cast("list[Any]", value), start=1)
    else:
        yield path, value
        return
    for name, each in parts:
        yield from _scalars(each, f"{path}.{name}" if path else f"{name}")
