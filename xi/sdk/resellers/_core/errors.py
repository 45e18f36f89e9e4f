"""Reads error bodies: the server uses ten formats, which become one."""

from __future__ import annotations

from reprlib import Repr
from typing import TYPE_CHECKING, Any, cast

from xi.sdk.resellers._json import Json
from xi.sdk.resellers.exceptions import ErrorDetail, FieldError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi.sdk.resellers._core.messages import Response


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
SUCCESS = range(200, 300)
UNAUTHORIZED = 401


def is_unapproved(response: Response) -> bool:
    """Return whether a 401 means that the app is not approved for the API, so that another token does not help."""
    return response.status == UNAUTHORIZED and b"apiproduct" in response.body.lower()


def read_errors(body: Any) -> tuple[ErrorDetail, ...]:
    """Return the errors in an error body.

    Args:
        body: the parsed JSON. Known are `errors` lists with ids, with trace ids or with one field inlined; a single
            error without that wrapper; bare lists of errors; the gateway's `fault`, nested or flat; only a `message`;
            and only an `error`. Anything else has no errors. At most a hundred errors are read, from lists nested at
            most eight levels deep. The rest is left out, and a last error says how many were left out.
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
        members = cast("Json", fault)
        detail = members.get("detail")
        code = cast("Json", detail).get("errorcode") if isinstance(detail, dict) else None
        found = ErrorDetail(message=_text(members.get("faultstring")), type=_text(code))
    elif "faultstring" in given:
        found = ErrorDetail(message=_text(given["faultstring"]), type=_text(given.get("faultcode")))
    elif "error" in given:
        found = ErrorDetail(message=_text(given.get("error_description")) or _text(given["error"]))
    else:
        found = _plain(given)
    return () if found == ErrorDetail() else (found,)


def _plain(given: Json) -> ErrorDetail:
    listed: Any = given.get("fields")
    entries = cast("list[Json]", listed) if isinstance(listed, list) else []
    fields = [
        FieldError(_text(each.get("field")), _text(each.get("value")), _text(each.get("message")))
        for each in entries[:_COUNT]
        if isinstance(each, dict)  # pyright: ignore[reportUnnecessaryIsInstance] - the server may send anything
    ]
    more = len(entries) - _COUNT
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


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, (list, dict)):
        value = _SHORT.repr(value)  # it may be large or deep
    text = str(value)
    return text if len(text) <= _LENGTH else f"{text[:_LENGTH]}… ({len(text) - _LENGTH:,} characters more)"
