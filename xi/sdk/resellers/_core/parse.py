"""Turns the last response of a call into what the caller gets: the operation's model, None, or the right exception."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from xi.sdk.resellers._core.decoding import decoded
from xi.sdk.resellers._core.errors import is_unapproved, read_errors
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
    from xi.sdk.resellers._core.call import Call
    from xi.sdk.resellers._core.exchange import Runtime
    from xi.sdk.resellers._core.messages import FinalResponse, Response
    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers.exceptions import ApiException, ErrorDetail

T = TypeVar("T")

_SUCCESS = range(200, 300)
_LONGEST_ERROR = 1 << 18
"""Bytes of an error's body that are made a model; nobody reads the thousands of errors in a longer one."""
_FAULT = "the body is a fault of the gateway"
_NULL = range(4, 16)
"""Bytes of a body that may be no more than `null` with blanks around it; a longer one need not be copied to see it."""
_PERHAPS = "it may have been acted on, reconcile before repeating"
_EARLIER = "an attempt before this one failed and may have been acted on"


def parse(call: Call[T], final: FinalResponse, runtime: Runtime) -> T:
    """Return what a successful answer says.

    A 2xx is one only where it is what the contract promises: it may be empty where the operation says so, and is else
    JSON of the operation's model. What a firewall or another service sends in its place never reads as "nothing found"
    or as "placed".

    Args:
        call: what was sent.
        final: the last response to it.
        runtime: has the clock, and the calls made lately, by which the answer to another one is known.

    Raises:
        UnreadableResponseException: a 2xx that is not what the contract promises.
        ApiException: any other status, as the class that stands for it.
    """
    why = ""
    if final.response.status in _SUCCESS:
        model, why = _read(call, final.response)
        recent = runtime.recent
        if not why and recent is not None and recent.is_about_another(_named(model), call.subject):
            why = "it is the answer to another call, by the order that it names"
        if not why:
            return cast("T", model)
        # Nothing that quotes the answer as it came is left in this frame, nor kept by the error as its context.
        del model
    why = without(why, final.secrets)
    final = final.without_secrets()
    if not call.operation.authorized:
        final = final._replace(response=final.response.without_tokens())
    raise _unreadable(call, final, why) if why else _error(call, final, runtime)


def _read(call: Call[Any], response: Response) -> tuple[Any, str]:
    """Return the model in the response to a call that succeeded, or why there is none."""
    operation, body = call.operation, response.body
    if response.defect:
        return None, response.defect
    if not body or body.isspace() or (len(body) in _NULL and body.strip() == b"null"):
        is_meant = operation.may_be_empty(response.status, call.request.target)
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


def _named(model: Any) -> Subject:
    """Return what an answer says it is about; a list, or nothing, says nothing of that."""
    # Not by getattr: for what a model has not, that searches what the model keeps, and takes its time.
    held = getattr(model, "__dict__", {})
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
    kind, text = model_class(name), _text(response)
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
        return model.from_json(_text(response))


def _text(response: Response) -> str:
    return decoded(response.body, response.headers.get("Content-Type", ""))


def _unreadable(call: Call[Any], final: FinalResponse, why: str) -> UnreadableResponseException:
    """Return the error that stands for a 2xx that is not what the contract promises."""
    response = final.response
    about = _about(call, final, leaves_doubt=True)
    return UnreadableResponseException(
        response.status,
        f"{response.reason}, but {why}".lstrip(", "),
        body=_text(response),
        hint=_PERHAPS if about["may_have_been_acted_on"] else "",
        **about,
    )


def _error(call: Call[Any], final: FinalResponse, runtime: Runtime) -> ApiException:
    """Return the error that stands for a status other than success."""
    response = final.response
    body = _text(response)
    data: Any = None
    errors: tuple[ErrorDetail, ...] = ()
    with suppress(ValueError, RecursionError):
        content = json.loads(body)
        errors = read_errors(content)
        declared = call.operation.errors.get(response.status)
        if declared and isinstance(content, dict) and len(response.body) <= _LONGEST_ERROR:
            data = _declared_error(declared, response)
    is_refusal = response.status in REFUSALS
    about = _about(call, final, leaves_doubt=not is_refusal)
    kind = NotApprovedException if is_unapproved(response) else error_class(response.status)
    hint = kind.__dict__.get("_hint")
    if about["may_have_been_acted_on"]:
        hint = _EARLIER if is_refusal else _PERHAPS
    error = kind(response.status, response.reason, body=body, data=data, errors=errors, hint=hint, **about)
    if isinstance(error, TooManyRequestsException):
        error.retry_after = asked_wait(response.headers, now=runtime.wall_clock(), window=0) or None
    return error


def _about(call: Call[Any], final: FinalResponse, *, leaves_doubt: bool) -> dict[str, Any]:
    """Return what every error says of its call.

    Args:
        call: what was sent.
        final: the last response to it.
        leaves_doubt: whether that response leaves open what was done.
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


def _declared_error(name: str, response: Response) -> Any:
    """Return the error as the model that the contract declares, as 1.1.0 does; None for a body of another shape."""
    model = _model(name, response)
    return model if _holds_any(model) else None


def _holds_any(model: Any) -> bool:
    """Tell whether an answer has a member that the contract declares."""
    kind = cast("Any", type(model))
    return not kind.model_fields.keys().isdisjoint(model.model_fields_set)
