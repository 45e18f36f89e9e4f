"""Whatever JSON an answer is made of: reading it never raises, never lies about types, and never loses a value.

A value is a scalar that is not null, at its path. A list of one and its only element share a path, since each is read
where the other is declared; conversions between text, numbers and booleans count as equal.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from xi.sdk.resellers import models
from xi.sdk.resellers.models._model import Answer

ANSWERS: list[type[Answer]] = [
    model for name in models.__all__ if issubclass(model := getattr(models, name), Answer) and model is not Answer
]
COMPOUND = [model for model in ANSWERS if "xi.sdk" in str([field.annotation for field in model.model_fields.values()])]
"""Those that hold others; there is more to go wrong in them."""
BOUNDED = settings(
    suppress_health_check=[HealthCheck.too_slow],
)

# What is compared

_TRUE = {"true", "t", "yes", "y", "on"}
_FALSE = {"false", "f", "no", "n", "off"}
Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index) if len(value) > 1 else path)
    elif value is not None:
        yield path, value


def folded(value: Any) -> Any:
    """Fold what pydantic and JSON convert into each other; NaN, which is equal to nothing, into a text."""
    if isinstance(value, str):
        word = value.strip().lower()
        if word in _TRUE | _FALSE:
            return float(word in _TRUE)
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):  # no number, or an integer beyond any float
        return value
    return number if number == number else "nan"  # noqa: PLR0124 - which is what NaN is known by


def same(sent: Any, kept: Any) -> bool:
    return folded(sent) == folded(kept)


def lost(sent: Any, kept: Any) -> list[Path]:
    """Paths of values that are not there any more."""
    there = dict(leaves(kept))
    nothing = object()
    return [path for path, value in leaves(sent) if not same(value, there.get(path, nothing))]


def holds(annotation: Any, value: Any) -> bool:  # noqa: PLR0911 - one for every kind of annotation
    """Whether a value is what its annotation says, all the way down."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return holds(inner[0], value)
    if origin in (Union, types.UnionType):
        return any(holds(each, value) for each in inner)
    if origin is list:
        return isinstance(value, list) and all(holds(inner[0], item) for item in value)
    if origin is dict:
        return isinstance(value, dict)
    if annotation is type(None):
        return value is None
    if isinstance(annotation, type) and issubclass(annotation, Answer):
        return type(value) is annotation and truthful(value)
    return annotation is Any or type(value) is annotation


def truthful(model: Answer) -> bool:
    return all(holds(field.annotation, getattr(model, name)) for name, field in type(model).model_fields.items())


def check(model: type[Answer], sent: Any) -> None:
    """All that is promised of one document, on the way from JSON and on the way from a dict."""
    text = json.dumps(sent)
    found = [model.from_json(text), model.from_json(text.encode())]
    if sent is not None:
        found += [each for each in [model.from_dict(sent)] if each is not None]
    for each in found:
        assert type(each) is model
        assert truthful(each), each
        written = json.loads(each.to_json())
        whole = {"": sent} if "" in each.unparsed else sent
        assert lost(whole, written) == [], (each.unparsed, written)
        assert lost(whole, each.to_dict()) == []
        # So an answer may be kept as JSON and read again without harm.
        assert lost(written, json.loads(model.from_json(each.to_json()).to_json())) == []


# What is sent

NUMBERS = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(max_size=8) | st.sampled_from(["", "true", "3", "2.50", "1,5", " 7 ", "EA", "2026-05-13", "NaN"])
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS
WIRE_NAMES = sorted(
    {field.serialization_alias or name for model in ANSWERS for name, field in model.model_fields.items()}
)
KEYS = st.sampled_from(WIRE_NAMES) | st.text(max_size=5)
ANY_JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=25
)


def spellings(model: type[Answer]) -> dict[str, list[str]]:
    """Second spellings by wire name."""
    found: dict[str, list[str]] = {}
    for theirs, ours in getattr(model, "_spellings", {}).items():
        found.setdefault(ours, []).append(theirs)
    return found


@st.composite
def shaped(draw: st.DrawFn, annotation: Any) -> Any:  # noqa: PLR0911 - one for every kind of annotation
    """What a field is declared to hold, with a deviation here and there."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return draw(shaped(inner[0]))
    if origin in (Union, types.UnionType):
        only = [each for each in inner if each is not type(None)]
        return draw(shaped(draw(st.sampled_from(only)) if len(only) > 1 else only[0]))
    chance = draw(st.integers(0, 19))
    if chance == 0:
        return draw(ANY_JSON)
    if chance == 1:
        return None
    if origin is list:
        items = draw(st.lists(shaped(inner[0]), max_size=3))
        return items[0] if items and chance == 2 else items
    if isinstance(annotation, type) and issubclass(annotation, Answer):
        made = draw(document(annotation))
        return [made] if chance == 2 else made
    if annotation is str:
        return draw(SCALARS if chance < 5 else TEXTS)
    if annotation in (int, float):
        number = draw(NUMBERS if annotation is float else st.integers(0, 999))
        return str(number) if chance < 10 else draw(SCALARS) if chance < 13 else number
    if annotation is bool:
        return draw(st.booleans() | st.sampled_from(["true", "False", "yes", 0, 1, "2"]))
    return draw(ANY_JSON)


@st.composite
def document(draw: st.DrawFn, model: type[Answer]) -> dict[str, Any]:
    """An object with some of a model's fields, now and then under a second spelling or beside a key nobody knows."""
    found: dict[str, Any] = {}
    second = spellings(model)
    for name in draw(st.lists(st.sampled_from(sorted(model.model_fields)), max_size=5, unique=True)):
        field = model.model_fields[name]
        wire = field.serialization_alias or name
        found[draw(st.sampled_from([wire, *second.get(wire, ())]))] = draw(shaped(field.annotation))
    if draw(st.booleans()):
        found[draw(KEYS)] = draw(ANY_JSON)
    return found


@BOUNDED
@given(model=st.sampled_from(ANSWERS), sent=ANY_JSON)
@example(model=models.OrderDetailB2B, sent={"lines": [None, {"lines": 1}, "x", [[]]], "orderTotal": "1,5"})
@example(model=models.OrderSearchResponse, sent=[[{"orders": 1}]])
@example(model=models.OrderModifyResponse, sent={"orderNumber": {"": [0]}, "ingramOrderNumber": 1})
@example(model=models.OrderDetailB2B, sent={"": {"": ""}, "/": "~", "~1": "/"})
def test_any_json_is_read_without_losing_a_value(model: type[Answer], sent: Any) -> None:
    check(model, sent)


@BOUNDED
@given(data=st.data())
def test_well_shaped_documents_with_deviations_are_read_without_losing_a_value(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(COMPOUND))
    sent = data.draw(document(model))
    check(model, data.draw(st.sampled_from([sent, sent, sent, [sent], [sent, sent]])))


@pytest.mark.parametrize("model", ANSWERS)
def test_a_well_shaped_document_leaves_nothing_unparsed(model: type[Answer]) -> None:
    """One value of the declared type in every field, three levels deep."""
    sent = plain(model, levels=3)
    found = model.from_json(json.dumps(sent))
    assert dict(found.unparsed) == {}
    assert found.model_extra == {}
    assert found.to_dict() == sent
    assert truthful(found)


def plain(annotation: Any, levels: int) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return plain(inner[0], levels)
    if origin in (Union, types.UnionType):
        return plain(next(each for each in inner if each is not type(None)), levels)
    if origin is list:
        return [plain(inner[0], levels)] * 2
    if isinstance(annotation, type) and issubclass(annotation, Answer):
        fields = annotation.model_fields.items() if levels else ()
        return {field.serialization_alias or name: plain(field.annotation, levels - 1) for name, field in fields}
    values: dict[Any, Any] = {str: "A1", int: 3, float: 2.5, bool: True}
    return values.get(annotation, {"any": 1})


# The comparison itself has to be able to find a loss


@pytest.mark.parametrize(
    ("sent", "kept", "paths"),
    [
        ({"a": 1}, {}, [("a",)]),
        ({"a": [{"b": 1}, {"b": 2}]}, {"a": [{"b": 1}, {"b": 3}]}, [("a", 1, "b")]),
        ({"a": "x"}, {"a": "y"}, [("a",)]),
        ({"a": False}, {"a": None}, [("a",)]),
        ({"a": 0}, {"a": ""}, [("a",)]),
        ({"a": ["x"]}, {"a": "x"}, []),
        ({"a": {"b": "2.50"}}, {"a": [{"b": 2.5}]}, []),
        ({"a": True, "b": None}, {"a": "true"}, []),
        ({"a": "yes"}, {"a": True}, []),
    ],
)
def test_a_lost_value_would_be_noticed(sent: Any, kept: Any, paths: list[Path]) -> None:
    assert lost(sent, kept) == paths


def test_a_false_type_would_be_noticed() -> None:
    wrong = models.OrderDetailB2B.model_construct(
        lines=[models.OrderDetailB2BLinesInner.model_construct(tax_amount="x")]
    )
    assert not truthful(wrong)
