"""Reads error bodies: the server uses ten formats, which become one."""

from __future__ import annotations

from reprlib import Repr
from typing import TYPE_CHECKING, Any, cast

from xi.sdk.resellers.exceptions import ErrorDetail, FieldError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi.sdk.resellers._core.messages import Response

Json = dict[str, Any]

_COUNT = 100
"""Number of errors that are read from a body, and of fields from each error."""
_DEPTH = 8
"""Depth of nested lists of errors that is read; two were observed."""
_LENGTH = 10_000
"""Characters kept of each text."""
_SHORT = Repr()
_SHORT.maxlevel = 4
_SHORT.maxlist = _SHORT.maxdict = 20
_SHORT.maxstring = _SHORT.maxother = 1000
_UNAUTHORIZED = 401


def is_unapproved(response: Response) -> bool:
    """Tell whether a 401 means that the app is not approved for the API, so that another token does not help."""
    return response.status == _UNAUTHORIZED and b"apiproduct" in response.body.lower()


def read_errors(body: Any) -> tuple[ErrorDetail, ...]:
    """Return the errors in an error body.

    Args:
        body: the parsed JSON. Known are `errors` lists with ids, with trace ids or with one field inlined; a single
            error without that wrapper; bare lists of errors; the gateway's `fault`, nested or flat; a lone `message`;
            and a lone `error`. Anything else has no errors. After a hundred errors, and in lists that are nested deeper
            than eight levels, the rest is left out; a last error says how many.
    """
    found: list[ErrorDetail] = []
    left_out = _collect(body, found, 0)
    if left_out:
        found.append(ErrorDetail(message=f"and {left_out:,} more, left out here; the body has them"))
    return tuple(found)


def _collect(given: Any, found: list[ErrorDetail], depth: int) -> int:
    """Append the errors of a body, or of a part of it, to `found`; return the number of errors left out."""
    listed: Any = cast("Json", given).get("errors") if isinstance(given, dict) else given
    if not isinstance(listed, (list, dict)):
        if not isinstance(given, dict):
            return 0
        if len(found) >= _COUNT:
            return 1
        found += _one(cast("Json", given))
        return 0
    inner = cast("Sequence[Any]", listed if isinstance(listed, list) else [listed])
    return len(inner) if depth == _DEPTH else sum(_collect(each, found, depth + 1) for each in inner)


def _one(given: Json) -> tuple[ErrorDetail, ...]:
    fault = given.get("fault")
    if isinstance(fault, dict):
        said = cast("Json", fault)
        detail = said.get("detail")
        code = cast("Json", detail).get("errorcode") if isinstance(detail, dict) else None
        found = ErrorDetail(message=_text(said.get("faultstring")), type=_text(code))
    elif "faultstring" in given:
        found = ErrorDetail(message=_text(given["faultstring"]), type=_text(given.get("faultcode")))
    elif "error" in given:
        found = ErrorDetail(message=_text(given.get("error_description")) or _text(given["error"]))
    else:
        found = _plain(given)
    return () if found == ErrorDetail() else (found,)


def _plain(given: Json) -> ErrorDetail:
    listed: Any = given.get("fields")
    fields = [_field(each) for each in _objects(listed)]
    more = len(cast("Sequence[Any]", listed)) - _COUNT if isinstance(listed, list) else 0
    if more > 0:
        fields.append(FieldError(message=f"and {more:,} more, left out here; the body has them"))
    if given.get("field") is not None:
        # A single field without a list: the format of the 429 on the portal.
        fields.append(FieldError(_text(given["field"]), _text(given.get("value"))))
    return ErrorDetail(
        message=_text(given.get("message")),
        type=_text(given.get("type")),
        id=_text(given.get("id")) or _text(given.get("traceid")),
        fields=tuple(fields),
    )


def _objects(value: Any) -> list[Json]:
    listed = cast("list[Json]", value)[:_COUNT] if isinstance(value, list) else []
    return [each for each in listed if isinstance(each, dict)]  # pyright: ignore[reportUnnecessaryIsInstance]


def _field(given: Json) -> FieldError:
    return FieldError(_text(given.get("field")), _text(given.get("value")), _text(given.get("message")))


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, (list, dict)):
        value = _SHORT.repr(value)  # it may be large or deep
    text = str(value)
    return text if len(text) <= _LENGTH else f"{text[:_LENGTH]}… ({len(text) - _LENGTH:,} characters more)"
