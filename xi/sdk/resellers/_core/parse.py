"""Turns an answer into what the caller gets: the operation's model, None, or the right exception."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from xi.sdk.resellers._core.errors import read_errors
from xi.sdk.resellers._core.lookup import model_class
from xi.sdk.resellers._core.operation import Repeat
from xi.sdk.resellers._core.retry import asked_wait
from xi.sdk.resellers.exceptions import (
    NotApprovedException,
    TooManyRequestsException,
    UnreadableResponseException,
    error_class,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.exchange import Answered
    from xi.sdk.resellers._core.messages import Response
    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers.exceptions import ErrorDetail

T = TypeVar("T")

_SUCCESS = range(200, 300)
_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)
_UNAUTHORIZED = 401
_SERVER_ERROR = 500
_PERHAPS = "it may have been acted on, reconcile before repeating"
_DOUBT = "an attempt before this one failed and may have been acted on"


def parse(
    operation: Operation[T],
    answered: Answered,
    *,
    correlation_id: str | None,
    now: Callable[[], float],
    hidden: str | None = None,
) -> T:
    """Return what a successful answer says; any 2xx with JSON is one.

    Args:
        operation: what was called.
        answered: the last answer to it.
        correlation_id: what the call went out with; for the errors, where the answer does not echo it.
        now: gives the seconds since the epoch.
        hidden: a secret that went out; should the server echo it, no error repeats it.

    Raises:
        UnreadableResponseException: a 2xx whose body is not JSON, or is missing where there has to be one.
        ApiException: any other status, as the class that stands for it.
    """
    response = answered.response
    if hidden:
        # For errors only: a token may well contain a short secret, and has to be read as it came.
        answered = answered._replace(response=response.without(hidden))
    if response.status not in _SUCCESS:
        _raise(operation, answered, correlation_id, now)
    if operation.success is None:
        return None  # type: ignore[return-value]  # an operation without a model is an Operation[None]
    body = response.body
    if response.defect:
        raise _unreadable(operation, answered, correlation_id, response.defect)
    if not body or body.isspace() or (len(body) < 16 and body.strip() == b"null"):  # noqa: PLR2004 - spares copying
        if operation.may_be_empty:
            return None  # type: ignore[return-value]  # its type parameter says `| None`
        raise _unreadable(operation, answered, correlation_id, "the answer carries no body")
    with suppress(ValueError, RecursionError):
        return _model(operation.success, response)  # type: ignore[no-any-return]  # a class found by its name
    # Out here, since an error raised in handling another keeps that one, which quotes the body.
    raise _unreadable(operation, answered, correlation_id, "the body is not JSON")


def _model(name: str, response: Response) -> Any:
    model = model_class(name)
    try:
        return model.from_json(response.body)
    except ValueError:
        # Not UTF-8, or led by a byte-order mark: the charset, where one is named, decides.
        return model.from_json(_decoded(response))


def _decoded(response: Response) -> str:
    named = _CHARSET.search(response.headers.get("Content-Type", ""))
    for charset in (named[1] if named else "utf-8", "utf-8"):
        with suppress(LookupError, UnicodeError):
            return response.body.decode(charset).removeprefix("\ufeff")
    return response.body.decode("latin-1")  # which decodes anything


def _unreadable(
    operation: Operation[Any], answered: Answered, correlation_id: str | None, why: str
) -> UnreadableResponseException:
    response = answered.response
    return UnreadableResponseException(
        response.status,
        f"{response.reason}, but {why}".lstrip(", "),
        body=_decoded(response),
        headers=response.headers,
        correlation_id=response.headers.get("IM-CorrelationID") or correlation_id,
        operation=operation.name,
        attempts=answered.attempts,
    )


def is_unapproved(response: Response) -> bool:
    """Tell whether a 401 is about the app, which may have tokens but not call this API, not about its token."""
    return response.status == _UNAUTHORIZED and b"apiproduct" in response.body.lower()


def _hint(operation: Operation[Any], answered: Answered) -> str | None:
    if operation.repeat is Repeat.ONCE and answered.response.status >= _SERVER_ERROR:
        return _PERHAPS
    return _DOUBT if answered.in_doubt and operation.repeat is not Repeat.SAFE else None


def _raise(
    operation: Operation[Any], answered: Answered, correlation_id: str | None, now: Callable[[], float]
) -> NoReturn:
    response = answered.response
    text = _decoded(response)
    said: Any = None
    data: Any = None
    errors: tuple[ErrorDetail, ...] = ()
    with suppress(ValueError, RecursionError):
        said = json.loads(text)
        errors = read_errors(said)
        declared = operation.errors.get(response.status)
        data = _model(declared, response) if declared and isinstance(said, dict) else said
    kind = NotApprovedException if is_unapproved(response) else error_class(response.status)
    error = kind(
        response.status,
        response.reason,
        body=text,
        data=data,
        headers=response.headers,
        errors=errors,
        correlation_id=response.headers.get("IM-CorrelationID") or correlation_id,
        operation=operation.name,
        attempts=answered.attempts,
        hint=_hint(operation, answered) or kind.__dict__.get("_hint"),
    )
    if isinstance(error, TooManyRequestsException):
        error.retry_after = asked_wait(response.headers, now=now(), window=0) or None
    raise error
