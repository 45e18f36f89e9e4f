"""Converts each argument of a call to the text or the bytes to send, or raises an error that names the argument."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote

from xi.sdk.resellers._core.lookup import model_class
from xi.sdk.resellers._core.operation import SHORT, Kind, member
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers._core.operation import Operation, Parameter

ErrorT = TypeVar("ErrorT", ApiTypeError, ApiValueError)

_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+")
"""Characters that no encoding changes; every order number has only these."""
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]+")
_LONGEST_NUMBER = 20
_SHOWN = 80
"""Characters of a value that an error repeats."""
_ENDS = 2
"""Number of days in a range: the first and the last."""


def path_segment(name: str, text: str, safe: str) -> str:
    """Return an argument as one part of a path.

    Args:
        name: of the argument.
        text: the argument.
        safe: characters that are not encoded, for example the slash.

    Raises:
        ApiValueError: it is empty, or contains a path step such as '..'.
    """
    if text == "" or not {".", ".."}.isdisjoint(text.split("/")):
        rule = "it should be what names the thing that is meant, neither empty nor a step in a path such as '..'"
        raise ApiValueError(f"{name} is {text!r}; {rule}", argument=name)
    return text if _UNRESERVED.fullmatch(text) else quote(text, safe=safe)


def texts_of(parameter: Parameter, value: Any) -> Sequence[str]:
    """Return the values that an argument has in the query, one or more.

    Raises:
        ApiValueError: there is no value, or one is blank or outside its limits.
        ApiTypeError: a value has the wrong type.
    """
    name = parameter.name
    if parameter.kind in (Kind.TEXTS, Kind.DAYS):
        # One text can mean only a list of one. Of a range, one day is as likely a mistake.
        if parameter.kind is Kind.TEXTS and isinstance(value, (str, date)):
            value = [value]
        if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
            raise ApiTypeError(f"{name} should be a list of texts, not {type(value).__name__}", argument=name)
        items = cast("Sequence[object]", value)
        if parameter.kind is Kind.DAYS:
            texts = _days(name, items)
        else:
            texts = [_plain_text(f"{name}[{i}]", item) for i, item in enumerate(items)]
    else:
        texts = [text_of(parameter, value)]
    blank = next((i for i, text in enumerate(texts) if not text.strip()), None)
    if blank is not None or not texts:
        # The server ignores a filter that it cannot use, and returns all orders.
        is_list = texts and parameter.kind in (Kind.TEXTS, Kind.DAYS)
        raise ApiValueError(
            f"{name} is empty; leave it out, or None, where nothing is to be filtered by it",
            argument=name,
            pointer=f"/{blank}" if is_list else "",
        )
    return texts


def text_of(parameter: Parameter, value: Any) -> str:
    """Return an argument with a single value as text.

    Raises:
        ApiValueError: it is required but blank, too long or too short.
        ApiTypeError: it has the wrong type.
    """
    name, kind = parameter.name, parameter.kind
    if kind is Kind.TEXT:
        text = value if type(value) is str and value.isascii() else _plain_text(name, value)
        # This is the case for nearly every argument of nearly every call.
        if parameter.is_plain and text and not text[0].isspace() and len(text) <= SHORT:
            return text
    elif kind is Kind.NUMBER:
        text = _number(parameter, value)
    elif kind is Kind.FLAG:
        text = _flag(name, value)
    else:
        text = _day(name, value)
    if parameter.required and not text.strip():
        raise ApiValueError(f"{name} must not be blank", argument=name)
    if parameter.max_length is not None and len(text) > parameter.max_length:
        raise ApiValueError(f"{name} has {len(text)} characters; at most {parameter.max_length} fit", argument=name)
    if parameter.min_length is not None and len(text) < parameter.min_length:
        raise ApiValueError(f"{name} has {len(text)} characters; it should have {parameter.min_length}", argument=name)
    return text


def sendable(name: str, text: str) -> str:
    """Return a text that can be encoded as UTF-8.

    Raises:
        ApiValueError: it contains half a character (a lone surrogate).
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        # Raised below: the exception caught here contains the text, which may be a secret.
        pass
    else:
        return text
    del text
    raise _error(ApiValueError, name, " holds half a character (a lone surrogate), which cannot be sent")


def require_one_body(operation: Operation[Any], arguments: Sequence[Any]) -> None:
    """Refuse a call without exactly one of the two bodies that an operation takes.

    Raises:
        ApiValueError: none of them is given, or both are.
    """
    names = [operation.parameters[i].name for i in operation.body_indexes]
    given = [arguments[i] is not None for i in operation.body_indexes]
    if given.count(True) != 1:
        raise ApiValueError(f"{operation.name}: give {' or '.join(names)}, one of the two", argument=names[0])


def body_of(parameter: Parameter, value: Any) -> tuple[bytes, str | None]:
    """Return an argument that is a model, or a dict of its members, as a JSON body, and the name of the model.

    Where a second model can be given too, a model is told by its class, and a dict by its numbers: the members that are
    text in the first model are numbers in the second one.

    Raises:
        ApiTypeError: it is neither.
        ApiValueError: it does not fit the model. The message names each wrong place; the pointer is that of the first.
    """
    name, kind = parameter.name, parameter.model or ""
    if parameter.other_model is not None and _is_for_other(parameter, value):
        kind = parameter.other_model
    model = model_class(kind)
    if not isinstance(value, (model, Mapping)):
        raise ApiTypeError(f"{name} should be of type {kind} or a dict, not {type(value).__name__}", argument=name)
    try:
        fitting = value if isinstance(value, model) else model.model_validate(value)
        return cast("bytes", fitting.to_json_bytes()), kind
    except ValueError as error:  # the base of pydantic's errors
        message, pointer = _model_errors(model, error)
    raise ApiValueError(f"{name} does not fit {kind}: {message}", argument=name, pointer=pointer)


def _is_for_other(parameter: Parameter, value: Any) -> bool:
    """Return whether a body is one of the second model of its parameter."""
    if isinstance(value, Mapping):
        return any(_has_number(value, path.split(".")) for path in parameter.told_by)
    # Its class is looked up only if the value is not of the first one, since that imports the module of the model.
    return not isinstance(value, model_class(parameter.model or "")) and isinstance(
        value, model_class(parameter.other_model or "")
    )


def _has_number(value: Any, path: Sequence[str]) -> bool:
    if isinstance(value, (list, tuple)):
        return any(_has_number(each, path) for each in cast("Sequence[Any]", value))
    if path:
        return _has_number(member(value, path[0]), path[1:])
    from decimal import Decimal  # noqa: PLC0415 - only for a body of two models that is given as a dict

    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _model_errors(model: Any, error: Any) -> tuple[str, str]:
    """Return all errors of a model in one message, with long values cut, and a JSON pointer to the first place."""
    if not hasattr(error, "errors"):
        return " ".join(str(error).split()), ""  # an extra value that JSON cannot represent
    from xi.sdk.resellers.models._schema import pointer_to  # noqa: PLC0415 - pydantic, loaded with the model

    messages: list[str] = []
    pointers: list[str] = []
    for each in error.errors(include_url=False):
        key = getattr(each.get("ctx", {}).get("error"), "key", None)  # a name that is not a field
        steps, pointer = pointer_to(model, each["loc"])
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
        given = each["input"]
        if isinstance(given, str) and len(given) > _SHOWN:
            given = f"{given[:_SHOWN]}…"
        shown = f" (given: {given!r})" if isinstance(given, (str, int, float, bool)) else ""
        messages.append(f"{place}: {each['msg']}{shown}" if place else each["msg"])
        pointers.append(pointer if key is None else pointer + pointer_step(key))
    return "; ".join(dict.fromkeys(messages)), pointers[0]


def pointer_step(key: str) -> str:
    """Return a key as a step of a JSON pointer (RFC 6901)."""
    return "/" + key.replace("~", "~0").replace("/", "~1")


def _error(kind: type[ErrorT], name: str, text: str) -> ErrorT:
    """Return the error about an argument, or about an item of it such as `name[1]`."""
    argument, _, index = name.rstrip("]").partition("[")
    return kind(f"{name}{text}", argument=argument, pointer=f"/{index}" if index else "")


def _plain_text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return sendable(name, str.__str__(value))  # for a member of an enumeration, its value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise _error(ApiTypeError, name, f" should be text, not {type(value).__name__}")


def _number(parameter: Parameter, value: Any) -> str:
    name, least, most = parameter.name, parameter.minimum, parameter.maximum
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if isinstance(value, str) and len(value) <= _LONGEST_NUMBER:
        is_number = _WHOLE_NUMBER.fullmatch(value.strip()) is not None
    if not is_number:
        raise ApiTypeError(f"{name} should be a whole number, not {value!r}", argument=name)
    number = int(value)
    if (least is not None and number < least) or (most is not None and number > most):
        limits = f"{least} or more" if most is None else f"{least} to {most}"
        raise ApiValueError(f"{name} is {number}; it should be {limits}", argument=name)
    return str(number)


def _flag(name: str, value: Any) -> str:
    text = str(value).lower() if isinstance(value, (bool, str)) else ""
    if text not in ("true", "false"):
        raise ApiTypeError(f"{name} should be True or False, not {value!r}", argument=name)
    return text


def _day(name: str, value: Any) -> str:
    from xi.sdk.resellers.models._types import read_date  # noqa: PLC0415 - pydantic, not needed until a date is

    try:
        found = read_date(value)
    except ValueError as error:
        raise _error(ApiValueError, name, f": {error}") from None
    if not isinstance(found, date):
        raise _error(
            ApiTypeError, name, f" should be a date, or a text such as '2026-05-13', not {type(value).__name__}"
        )
    return found.isoformat()


def _days(name: str, values: Sequence[object]) -> list[str]:
    """Return the first and the last day of a range as text.

    A text without a digit cannot be a date. It is sent unchanged, and the server decides.
    """
    if len(values) > _ENDS:
        raise ApiValueError(f"{name} has {len(values)} entries; it should be the first and the last day", argument=name)
    texts: list[str] = []
    days: list[str] = []
    for i, value in enumerate(values):
        each = f"{name}[{i}]"
        if isinstance(value, str) and not any(map(str.isdigit, value)):
            texts.append(_plain_text(each, value))
        else:
            days.append(_day(each, value))
            texts.append(days[-1])
    if len(days) == _ENDS and days[0] > days[1]:
        raise ApiValueError(f"{name} begins on {days[0]}, after it ends on {days[1]}", argument=name)
    return texts
