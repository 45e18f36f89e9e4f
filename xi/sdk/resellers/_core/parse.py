"""Turns an answer into what the caller gets: the operation's model, None, or the right exception."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from xi.sdk.resellers._core.decoding import decoded
from xi.sdk.resellers._core.errors import read_errors
from xi.sdk.resellers._core.lookup import model_class
from xi.sdk.resellers._core.operation import Subject
from xi.sdk.resellers._core.redact import without
from xi.sdk.resellers._core.retry import REFUSALS, asked_wait
from xi.sdk.resellers.exceptions import (
    NotApprovedException,
    TooManyRequestsException,
    UnreadableResponseException,
    error_class,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.correlation import RecentCalls
    from xi.sdk.resellers._core.messages import Answered, Response
    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers.exceptions import ApiException, ErrorDetail

T = TypeVar("T")

_SUCCESS = range(200, 300)
_UNAUTHORIZED = 401
_LONGEST_ERROR = 1 << 18
"""Bytes of an error's body that are made a model; nobody reads the thousands of errors in a longer one."""
_FAULT = "the body is a fault of the gateway"
_PERHAPS = "it may have been acted on, reconcile before repeating"
_DOUBT = "an attempt before this one failed and may have been acted on"


def parse(
    operation: Operation[T],
    answered: Answered,
    *,
    correlation_id: str | None,
    now: Callable[[], float],
    subject: Callable[[], Subject] = Subject,
    recent: RecentCalls | None = None,
) -> T:
    """Return what a successful answer says.

    A 2xx is one only where it is what the contract promises: it may be empty where the operation says so, and is else
    JSON of the operation's model. What a firewall or another service sends in its place never reads as "nothing found"
    or as "placed".

    Args:
        operation: what was called.
        answered: the last answer to it.
        correlation_id: what the call went out with; for the errors, where the answer does not echo it.
        now: gives the seconds since the epoch.
        subject: tells what the call is about.
        recent: the calls made lately, by which the answer to another one is known.

    Raises:
        UnreadableResponseException: a 2xx that is not what the contract promises.
        ApiException: any other status, as the class that stands for it.
    """
    response = answered.response
    why = ""
    model: Any = None
    if response.status in _SUCCESS:
        model, why = _read(operation, answered)
        if (
            not why
            and recent is not None
            and hasattr(model, "model_fields_set")
            and recent.is_about_another(_named(model), subject())
        ):
            why = "it is the answer to another call, by the order that it names"
        if not why:
            return cast("T", model)
    # Nothing that quotes the answer as it came is left in this frame, nor kept by the error as its context.
    del model, response
    known = answered.without_secrets()
    why = without(why, answered.secrets)
    del answered
    if not operation.authorized:
        known = replace(known, response=known.response.without_tokens())
    ending = _Ending(operation, known, correlation_id, subject)
    raise _unreadable(ending, why) if why else _error(ending, now)


def _read(operation: Operation[Any], answered: Answered) -> tuple[Any, str]:
    """Read the answer of a call that succeeded, or say what keeps it from being one."""
    response = answered.response
    body = response.body
    if response.defect:
        return None, response.defect
    if not body or body.isspace() or (len(body) < 16 and body.strip() == b"null"):  # noqa: PLR2004 - spares copying
        is_meant = operation.may_be_empty(response.status, answered.target)
        return None, "" if is_meant else "the answer carries no body"
    name, is_list = operation.result_at(response.status)
    if name is None:
        return None, "the answer should carry no body"
    with suppress(ValueError, RecursionError):
        if is_list:
            models = _models(name, response)
            return models, _missing_in_list(name, models)
        model = _model(name, response)
        return model, _missing(operation, model, response)
    return None, f"the body is no JSON {'list' if is_list else 'object'}"


class _Ending(NamedTuple):
    """What an error needs to know of the call it ends."""

    operation: Operation[Any]
    answered: Answered
    correlation_id: str | None
    subject: Callable[[], Subject]

    def told(self, *, in_doubt: bool) -> dict[str, Any]:
        """What every error says of its call.

        Args:
            in_doubt: whether its last answer leaves open what was done.
        """
        operation, answered, correlation_id, subject = self
        response = answered.response
        return {
            "headers": response.headers,
            "correlation_id": response.headers.get("IM-CorrelationID") or correlation_id,
            "operation": operation.name,
            "attempts": answered.attempts,
            "may_have_been_acted_on": operation.leaves_doubt and (in_doubt or answered.in_doubt),
            **subject()._asdict(),
        }


def _named(model: Any) -> Subject:
    """What an answer says it is about."""
    # Not by getattr: what a model has not is looked for among what it keeps, and that takes its time.
    held = model.__dict__
    return Subject(held.get("customer_order_number"), held.get("ingram_order_number"))


def _missing(operation: Operation[Any], model: Any, response: Response) -> str:
    """Say what a body lacks to be an answer of the operation; nothing where it is one."""
    if _is_fault(model):
        return _FAULT
    proof = operation.proof
    if proof is None:
        if not _holds_any(model):
            return f"the body holds nothing of {type(model).__name__}"
        return "" if operation.listing is None else operation.listing.lost(model)
    # It may be in a member that the model does not declare, as where one version of a call answers like another.
    return "" if proof.is_in(model, response.status) else f"the body names none of {', '.join(proof.any_of)}"


def _missing_in_list(name: str, models: list[Any]) -> str:
    """Say what a list lacks to be an answer; nothing where it is one. An empty list is: nothing was found."""
    if any(map(_is_fault, models)):
        return _FAULT
    return "" if not models or any(map(_holds_any, models)) else f"the body holds nothing of {name}"


def _is_fault(model: Any) -> bool:
    return any(key.lower() == "fault" for key in model.model_extra or ())


def _models(name: str, response: Response) -> list[Any]:
    """Read a list; one object in place of it is a list of one.

    Raises:
        ValueError: it is no JSON.
    """
    kind, text = model_class(name), _decoded(response)
    entries: Any = json.loads(text)
    if not text.lstrip().startswith("["):
        entries = [entries]
    # From its own text: a model knows more of JSON's numbers and of cut characters than a parsed value tells.
    return [kind.from_json(json.dumps(each)) for each in entries]


def _model(name: str, response: Response) -> Any:
    model = model_class(name)
    try:
        return model.from_json(response.body)
    except ValueError:
        # Not UTF-8, or led by a byte-order mark: the charset, where one is named, decides.
        return model.from_json(_decoded(response))


def _decoded(response: Response) -> str:
    return decoded(response.body, response.headers.get("Content-Type", ""))


def _unreadable(ending: _Ending, why: str) -> UnreadableResponseException:
    response = ending.answered.response
    told = ending.told(in_doubt=True)
    return UnreadableResponseException(
        response.status,
        f"{response.reason}, but {why}".lstrip(", "),
        body=_decoded(response),
        hint=_PERHAPS if told["may_have_been_acted_on"] else "",
        **told,
    )


def is_unapproved(response: Response) -> bool:
    """Tell whether a 401 is about the app, which may have tokens but not call this API, not about its token."""
    return response.status == _UNAUTHORIZED and b"apiproduct" in response.body.lower()


def _error(ending: _Ending, now: Callable[[], float]) -> ApiException:
    """Return the error that stands for a status other than success."""
    operation, answered, *_ = ending
    response = answered.response
    text = _decoded(response)
    data: Any = None
    errors: tuple[ErrorDetail, ...] = ()
    with suppress(ValueError, RecursionError):
        said = json.loads(text)
        errors = read_errors(said)
        declared = operation.errors.get(response.status)
        if declared and isinstance(said, dict) and len(response.body) <= _LONGEST_ERROR:
            data = _declared_error(declared, response)
    kind = NotApprovedException if is_unapproved(response) else error_class(response.status)
    told = ending.told(in_doubt=response.status not in REFUSALS)
    error = kind(
        response.status,
        response.reason,
        body=text,
        data=data,
        errors=errors,
        hint=_hint(kind, answered, doubtful=told["may_have_been_acted_on"]),
        **told,
    )
    if isinstance(error, TooManyRequestsException):
        error.retry_after = asked_wait(response.headers, now=now(), window=0) or None
    return error


def _declared_error(name: str, response: Response) -> Any:
    """The error as the model the contract declares, or None for a body of another shape; 1.1.0 gives the same."""
    model = _model(name, response)
    return model if _holds_any(model) else None


def _holds_any(model: Any) -> bool:
    """Whether an answer has a member that the contract declares."""
    kind = cast("Any", type(model))
    return not kind.model_fields.keys().isdisjoint(model.model_fields_set)


def _hint(kind: type[ApiException], answered: Answered, *, doubtful: bool) -> str | None:
    if not doubtful:
        return kind.__dict__.get("_hint")
    return _PERHAPS if answered.response.status not in REFUSALS else _DOUBT
