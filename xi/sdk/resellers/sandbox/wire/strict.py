"""Responses in the published schema, for clients that read nothing else."""

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from xi.sdk.resellers.sandbox.wire.error_shapes import ErrorShape
from xi.sdk.resellers.sandbox.wire.messages import NO_BODY, ApiResponse

if TYPE_CHECKING:
    from pydantic import BaseModel

_Model = TypeVar("_Model", bound="BaseModel")

_SUCCESS: Final = range(200, 300)


def as_published(response: ApiResponse, model: str, errors: ErrorShape) -> object:
    """Return a response's body with declared members only, each of its type, and no null that is not declared.

    Args:
        response: The response; a body that is missing or null stays so.
        model: The name in `xi.sdk.resellers.models` of the model of a success, or of each entry if it is a list; empty
            for none.
        errors: The format of the errors of the operation.
    """
    if response.body in (None, NO_BODY):
        return response.body
    if response.status not in _SUCCESS:
        convert = errors.published.get(response.status)
        return _without_nulls(response.body if convert is None else convert(response.body))
    if not model:
        return response.body
    from xi.sdk.resellers import models  # noqa: PLC0415 - slow to load, and most sandboxes are not strict

    declared, body = getattr(models, model), response.body
    if isinstance(body, list):
        return [_declared(declared, each) for each in cast("list[object]", body)]
    return _declared(declared, body)


def _declared(model: Any, body: object) -> object:
    return _without_nulls(json.loads(_without_undeclared(model.model_validate(body)).to_json()))


def _without_undeclared(model: _Model) -> _Model:
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
