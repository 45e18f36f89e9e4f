"""Full documents of every answer, damaged at random places."""

from __future__ import annotations

import json
import types
from datetime import date
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic_core import to_json

from xi.sdk.resellers import models
from xi.sdk.resellers.models._model import Model, ResponseModel

ANSWERS: list[type[ResponseModel]] = [
    m for name in models.__all__ if issubclass(m := getattr(models, name), ResponseModel)
]
BOUNDED = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Step = str | int


# Documents


def core(annotation: Any) -> Any:
    """Return the inner type of an annotation, without Optional and Annotated."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    return annotation


@cache
def _full_text(model: type[Model], levels: int) -> str:
    return json.dumps(
        {wire(model, name): value(field.annotation, levels) for name, field in model.model_fields.items()}
    )


def full(model: type[Model]) -> dict[str, Any]:
    """Every field of a model, with a value of its type: three levels of models, two items in each list."""
    found: dict[str, Any] = json.loads(_full_text(model, 3))
    return found


def wire(model: type[Model], name: str) -> str:
    return model.model_fields[name].serialization_alias or name


def value(annotation: Any, levels: int) -> Any:
    kind = core(annotation)
    if get_origin(kind) is list:
        return [value(get_args(kind)[0], levels)] * 2
    if isinstance(kind, type) and issubclass(kind, Model):
        return json.loads(_full_text(kind, levels - 1)) if levels > 1 else {}
    values: dict[Any, Any] = {str: "A1", int: 3, float: 2.5, bool: True, date: "2026-04-17"}
    return values.get(kind, {"any": 1})


def places(part: Any, at: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """Yield every place in a document, the document itself first."""
    found = [at]
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, item in items:
        found += places(item, (*at, step))
    return found


# What damage puts there

TEXTS = st.sampled_from(
    ["", " ", "?", "7", "007", " 2 ", "1,5", "1.0", "1e3", "true", "No", "null", "[]", "{}", "Infinity"]
)
WRONG = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.text(max_size=4),
    st.sampled_from(
        [[], {}, [[]], [{}], [None], [None, None], {"": None}, {"a/b": {"~": 1}}, [[["x"]]], ["x", {"y": 0}]]
    ),
)


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS | st.text()
)
KEYS = st.sampled_from(sorted({wire(model, name) for model in ANSWERS for name in model.model_fields}))
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=5),
    max_leaves=25,
)


@st.composite
def damaged(draw: st.DrawFn, model: type[ResponseModel]) -> Any:
    """A full document with one to six changes, each at a place that still exists."""
    document: Any = full(model)
    for _ in range(draw(st.integers(1, 6))):
        *way, last = draw(st.sampled_from(places({"body": document})[1:]))
        holder = whole = {"body": document}
        for step in way:
            holder = holder[step]  # type: ignore[index]
        before: Any = holder[last]  # type: ignore[index]
        match draw(st.sampled_from(["replace", "replace", "wrap", "unwrap", "twice", "strange key"])):
            case "wrap":
                holder[last] = [before]  # type: ignore[index]
            case "unwrap" if isinstance(before, list) and before:
                holder[last] = before[0]  # type: ignore[index]
            case "twice":
                holder[last] = [before, draw(WRONG), before]  # type: ignore[index]
            case "strange key" if isinstance(before, dict):
                before[draw(st.sampled_from(["", "/", "~", "~1", "a/b", "unknownKey", "x_y"]))] = draw(WRONG)
            case _:
                holder[last] = draw(WRONG)  # type: ignore[index]
        document = json.loads(json.dumps(whole["body"]))  # the items of a list are not to be one object
    return document


def at_pointer(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        document = document[int(key) if isinstance(document, list) else key]
    return document


def in_json(document: Any) -> Any:
    """Return a document as it is in JSON, which has no number for infinity."""
    return json.loads(to_json(document, inf_nan_mode="strings"))
