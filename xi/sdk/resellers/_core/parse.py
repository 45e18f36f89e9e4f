"""Converts the last response of a call to the result for the caller: a model, None, or an exception."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from xi.sdk.resellers._charsets import decoded
from xi.sdk.resellers._core.errors import SUCCESS, is_unapproved, read_errors
from xi.sdk.resellers._core.lookup import model_class
from xi.sdk.resellers._core.operation import Subject
from xi.sdk.resellers._core.redact import without, without_inner_frames
from xi.sdk.resellers._core.retry import REFUSALS, asked_wait
from xi.sdk.resellers._json import is_list
from xi.sdk.resellers.exceptions import (
    NotApprovedException,
    TooManyRequestsException,
    UnreadableResponseException,
    error_class,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi.sdk.resellers._core.call import Call
    from xi.sdk.resellers._core.exchange import Runtime
    from xi.sdk.resellers._core.messages import FinalResponse, Response
    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers.exceptions import ApiException, ErrorDetail

T = TypeVar("T")

_LONGEST_ERROR = 1 << 18
"""Largest error body, in bytes, for which the declared model is built; nobody reads thousands of errors."""
_FAULT = "the body is a fault of the gateway"
_NULL = range(4, 16)
"""Lengths of a body that is compared with `null`; a longer one is not copied to strip its blanks."""
_PERHAPS = "it may have been acted on, reconcile before repeating"
_EARLIER = "an attempt before this one failed and may have been acted on"


def parse(call: Call[T], final: FinalResponse, runtime: Runtime) -> T:
    """Return the result of a successful call.

    A 2xx is a success only if it has the content that the contract promises: JSON of the operation's model, or nothing
    if the operation allows it. The page of a firewall or of another service is never read as "nothing found" or as
    "placed".

    Args:
        call: the call that was sent.
        final: its last response.
        runtime: the clock, and the last calls, to recognise a response to another call.

    Raises:
        UnreadableResponseException: a 2xx that is not what the contract promises.
        ApiException: any other status, as the class for that status.
    """
    why = ""
    if final.response.status in SUCCESS:
        # A program's own models may raise in it, and its frames help then; the one with a token is not a program's.
        model, why = (_read if call.operation.authorized else _read_token)(call, final.response)
        recent = runtime.recent
        if not why and recent is not None and recent.is_about_another(_named(model), call.subject):
            why = "it is the answer to another call, by the order that it names"
        if not why:
            return cast("T", model)
        # No variable of this frame and no context of the error may contain the answer before secrets are hidden.
        del model
    why = without(why, final.secrets)
    final = final.without_secrets()
    if not call.operation.authorized:
        final = final._replace(response=final.response.without_tokens())
    raise _unreadable(call, final, why) if why else _error(call, final, runtime)


def _read(call: Call[Any], response: Response) -> tuple[Any, str]:
    """Return the model in a 2xx, or the reason why there is none."""
    operation, body = call.operation, response.body
    if response.defect:
        return None, response.defect
    if not body or body.isspace() or (len(body) in _NULL and body.strip() == b"null"):
        is_meant = operation.may_be_empty(response.status, call.request.target)
        return None, "" if is_meant else "the answer carries no body"
    name, is_list = operation.result_at(response.status, call.body_model)
    if name is None:
        return None, "the answer should carry no body"
    with suppress(ValueError, RecursionError):
        if is_list:
            models = _models(name, response)
            return models, _missing_in_list(name, models)
        model = _model(name, response)
        return model, _missing(operation, model, response)
    return None, f"the body is not a JSON {'list' if is_list else 'object'}"


_read_token = without_inner_frames(_read)


def _named(model: Any) -> Subject:
    """Return the order that an answer names; a list, or an empty answer, names none."""
    # Not with getattr, which is slow for members that a model does not have.
    held = getattr(model, "__dict__", {})
    return Subject(held.get("customer_order_number"), held.get("ingram_order_number"))


def _missing(operation: Operation[Any], model: Any, response: Response) -> str:
    """Return what a body lacks to be an answer of the operation; an empty text if it lacks nothing."""
    if _is_fault(model):
        return _FAULT
    proof = operation.proof
    if proof is None:
        if not _has_member(model):
            return f"the body holds nothing of {type(model).__name__}"
        return "" if operation.listing is None else operation.listing.lost(model)
    # It may be in a member that the model does not declare, if one version of an operation answers like another.
    return "" if proof.is_in(model, response.status) else f"the body names none of {', '.join(proof.any_of)}"


def _missing_in_list(name: str, models: list[Any]) -> str:
    """Return what a list lacks to be an answer; an empty text if it lacks nothing. An empty list is an answer."""
    if any(map(_is_fault, models)):
        return _FAULT
    return "" if not models or any(map(_has_member, models)) else f"the body holds nothing of {name}"


def _is_fault(model: Any) -> bool:
    extra: dict[str, Any] = model.model_extra or {}
    return any(key.lower() == "fault" and value is not None for key, value in extra.items())


def _models(name: str, response: Response) -> list[Any]:
    """Read a list; a single object is read as a list of one.

    Raises:
        ValueError: the body is not JSON.
    """
    kind, text = model_class(name), _text(response)
    found: Any = json.loads(text)
    entries = found if is_list(found) else [found]
    # Each from its own text: a model reads numbers and half characters from JSON that a parsed value does not keep.
    return [kind.from_json(json.dumps(each)) for each in entries]


def _model(name: str, response: Response) -> Any:
    model = model_class(name)
    try:
        return model.from_json(response.body)
    except ValueError:
        # The text may be in another charset than UTF-8, or begin with a byte-order mark.
        return model.from_json(_text(response))


def _text(response: Response) -> str:
    return decoded(response.body, response.headers.get("Content-Type", ""))


def _unreadable(call: Call[Any], final: FinalResponse, why: str) -> UnreadableResponseException:
    """Return the error for a 2xx without the content that the contract promises."""
    response = final.response
    body = _text(response)
    about = _about(call, final, leaves_doubt=True)
    errors: tuple[ErrorDetail, ...] = ()
    with suppress(ValueError, RecursionError):  # some operations answer 200 with nothing but complaints
        errors = read_errors(json.loads(body))
    return UnreadableResponseException(
        response.status,
        f"{response.reason}, but {why}".lstrip(", "),
        body=body,
        errors=errors,
        hint=_PERHAPS if about["may_have_been_acted_on"] else "",
        **about,
    )


def _error(call: Call[Any], final: FinalResponse, runtime: Runtime) -> ApiException:
    """Return the error for a status other than 2xx."""
    response = final.response
    body = _text(response)
    data: Any = None
    errors: tuple[ErrorDetail, ...] = ()
    with suppress(ValueError, RecursionError):
        content = json.loads(body)
        errors = read_errors(content)
        declared = call.operation.errors.get(response.status)
        if declared and _is_of_objects(content) and len(response.body) <= _LONGEST_ERROR:
            # Errors come inside a list or under a name that the model does not declare; it keeps all of that.
            data = _model(declared, response)
    is_refusal = response.status in REFUSALS
    about = _about(call, final, leaves_doubt=not is_refusal)
    kind = NotApprovedException if is_unapproved(response) else error_class(response.status)
    hint: str | None = None
    if about["may_have_been_acted_on"]:
        hint = _EARLIER if is_refusal else _PERHAPS
    error = kind(response.status, response.reason, body=body, data=data, errors=errors, hint=hint, **about)
    if isinstance(error, TooManyRequestsException):
        error.retry_after = asked_wait(response.headers, now=runtime.wall_clock(), window=0) or None
    return error


def _is_of_objects(content: Any) -> bool:
    """Return whether the content of an error is an object, or a list of objects; lists in lists are made up."""
    listed = cast("Sequence[Any]", content) if isinstance(content, list) else [content]
    return bool(listed) and all(isinstance(each, dict) for each in listed)


def _about(call: Call[Any], final: FinalResponse, *, leaves_doubt: bool) -> dict[str, Any]:
    """Return the arguments of an error that describe its call.

    Args:
        call: the call that was sent.
        final: its last response.
        leaves_doubt: whether after that response the call may have been acted on.
    """
    headers = final.response.headers
    return {
        "headers": headers,
        "correlation_id": headers.get("IM-CorrelationID") or call.correlation_id,
        "operation": call.operation.name,
        "attempts": final.attempts,
        "may_have_been_acted_on": call.operation.leaves_doubt and (leaves_doubt or final.in_doubt),
        **call.subject._asdict(),
    }


def _has_member(model: Any) -> bool:
    """Return whether an answer has a member that its model declares, with a value; it need not fit."""
    kind = cast("Any", type(model))
    held = model.__dict__
    given = kind.model_fields.keys() & model.model_fields_set
    return any(held[name] is not None for name in given) or bool(given and model.unparsed)
