"""Answers as the published schema has them, for clients that read nothing else."""

import json
from importlib import import_module
from typing import Final, cast

from xi.sdk.resellers.sandbox.messages import NO_BODY, Answer

_SUCCESS: Final = range(200, 300)

_MODELS: Final = {
    "create_v6": "OrderCreateResponse",
    "create_v7": "AsyncOrderCreateResponse",
    "modify_or_release": "OrderModifyResponse",
    "read_details": "OrderDetailB2B",
    "search": "OrderSearchResponse",
}


def as_published(operation: str, answer: Answer) -> object:
    """Return an answer's body with each value of its declared type, and nothing where null is not declared.

    Args:
        operation: The name of the function that answered.
        answer: Its answer; what failed, and what has no body, is left as it is.
    """
    name = _MODELS.get(operation)
    if name is None or answer.status not in _SUCCESS or answer.body in (None, NO_BODY):
        return answer.body
    # Models cost more to load than all the rest of a sandbox, and most never answer so.
    model = getattr(import_module("xi.sdk.resellers.models"), name)
    return _without_nulls(json.loads(model.model_validate(answer.body).to_json()))


def _without_nulls(value: object) -> object:
    if isinstance(value, dict):
        members = cast("dict[str, object]", value).items()
        return {name: _without_nulls(item) for name, item in members if item is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in cast("list[object]", value) if item is not None]
    return value
