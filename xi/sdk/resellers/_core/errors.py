"""Brings the ten shapes of error bodies the server uses into one."""

from __future__ import annotations

from typing import Any, cast

from xi.sdk.resellers.exceptions import ErrorDetail, FieldError

Json = dict[str, Any]


def read_errors(body: Any) -> tuple[ErrorDetail, ...]:
    """Return what an error body says.

    Args:
        body: the parsed JSON. Known are `errors` lists with ids, with trace ids or with one field inlined; a single
            error without that wrapper; bare lists of errors; the gateway's `fault`, nested or flat; a lone `message`;
            and a lone `error`. Anything else gives nothing.
    """
    if isinstance(body, list):
        return tuple(each for item in cast("list[Json]", body) for each in read_errors(item))
    if not isinstance(body, dict):
        return ()
    given = cast("Json", body)
    listed = given.get("errors")
    if isinstance(listed, (list, dict)):
        return read_errors(listed)
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
    listed = given.get("fields")
    fields = [_field(each) for each in _objects(listed)]
    if given.get("field") is not None:
        # One field, inlined: the shape of the 429 on the portal.
        fields.append(FieldError(_text(given["field"]), _text(given.get("value"))))
    return ErrorDetail(
        message=_text(given.get("message")),
        type=_text(given.get("type")),
        id=_text(given.get("id")) or _text(given.get("traceid")),
        fields=tuple(fields),
    )


def _objects(value: Any) -> list[Json]:
    listed = cast("list[Json]", value) if isinstance(value, list) else []
    return [each for each in listed if isinstance(each, dict)]  # pyright: ignore[reportUnnecessaryIsInstance]


def _field(given: Json) -> FieldError:
    return FieldError(_text(given.get("field")), _text(given.get("value")), _text(given.get("message")))


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)
