"""Answers as the published schema has them, for clients that read nothing else."""

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from xi.sdk.resellers.sandbox.wire.messages import NO_BODY, Answer

if TYPE_CHECKING:
    from pydantic import BaseModel

_Model = TypeVar("_Model", bound="BaseModel")

_SUCCESS: Final = range(200, 300)
_WRAPPED: Final = (400, 500)

_MODELS: Final = {
    "create_v6": "OrderCreateResponse",
    "create_v7": "AsyncOrderCreateResponse",
    "modify_or_release": "OrderModifyResponse",
    "read_details": "OrderDetailB2B",
    "search": "OrderSearchResponse",
}


def as_published(operation: str, answer: Answer) -> object:
    """Return an answer's body with declared members only, each of its type, and nothing where null is not declared.

    Args:
        operation: The name of the function that answered, or the one faults know it by.
        answer: Its answer; what has no body is left as it is.
    """
    if answer.body in (None, NO_BODY):
        return answer.body
    if answer.status not in _SUCCESS:
        return _without_nulls(_refused(operation, answer))
    # Models cost more to load than all the rest of a sandbox, and most never answer so.
    model = getattr(import_module("xi.sdk.resellers.models"), _MODELS[operation])
    return _without_nulls(json.loads(_declared(model.model_validate(answer.body)).to_json()))


def _refused(operation: str, answer: Answer) -> object:
    """The schema of v7 has the one entry that its example, as the live API, has in a list."""
    if operation == "create_v7" and answer.status in _WRAPPED:
        return cast("dict[str, Any]", answer.body)["errors"][0]
    return answer.body


def _declared(model: _Model) -> _Model:
    """Let go of every member that no schema has."""
    waiting: list[object] = [model]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += cast("list[object]", value)
        elif hasattr(value, "__pydantic_extra__"):
            found = cast("BaseModel", value)
            if found.__pydantic_extra__:
                found.__pydantic_extra__.clear()
            waiting += [getattr(found, name) for name in type(found).model_fields]
    return model


def _without_nulls(value: object) -> object:
    if isinstance(value, dict):
        members = cast("dict[str, object]", value).items()
        return {name: _without_nulls(item) for name, item in members if item is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in cast("list[object]", value) if item is not None]
    return value
