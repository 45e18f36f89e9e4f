"""Any JSON, and full documents damaged at random places: nothing raises, types are true, and no value is lost.

The documents hold every field three levels deep, so damage lands where models lie in lists in models.
"""

from __future__ import annotations

import copy
import json
import math
import pickle
import types
from datetime import date
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import example, given
from hypothesis import strategies as st
from models_kit import ANSWERS, ANY_JSON, BOUNDED, at_pointer, core, damaged, full, in_json, wire

from xi.sdk.resellers import models
from xi.sdk.resellers.models._model import Model, RequestModel, ResponseModel

REQUESTS: list[type[RequestModel]] = [
    m for name in models.__all__ if issubclass(m := getattr(models, name), RequestModel)
]


WITH_LISTS = [
    model for model in ANSWERS if any(get_origin(core(each.annotation)) is list for each in model.model_fields.values())
]


@st.composite
def respelt(draw: st.DrawFn, document: Any) -> Any:
    """Return the document with some keys in their second spelling or in another case."""
    if isinstance(document, list):
        return [draw(respelt(item)) for item in document]
    if not isinstance(document, dict):
        return document
    found = {}
    for key, item in document.items():
        cased = [key[:1].upper() + key[1:], key.upper(), key.lower()]
        others = [each for each in [*SECOND.get(key, ()), *cased] if each not in document and each not in found]
        found[draw(st.sampled_from([key, *others]))] = draw(respelt(item)) if item else item
    return found


SECOND: dict[str, list[str]] = {}
for _model in ANSWERS:
    for _theirs, _ours in getattr(_model, "_spellings", {}).items():
        if _theirs not in SECOND.setdefault(_ours, []):
            SECOND[_ours].append(_theirs)


# What is compared


def flat(part: Any, at: str = "") -> dict[str, Any]:
    """Return the scalars that are not null by place; a list of one has the place of its only item."""
    if isinstance(part, dict):
        pairs = [(f"{at}.{key!r}", item) for key, item in part.items()]
    elif isinstance(part, list):
        pairs = [(f"{at}[{index}]" if len(part) > 1 else at, item) for index, item in enumerate(part)]
    else:
        return {} if part is None else {at: part}
    return {place: leaf for key, item in pairs for place, leaf in flat(item, key).items()}


def alike(sent: Any, kept: Any) -> bool:
    """Return whether two values are the same after conversion between text, number and boolean."""
    sent, kept = (each.isoformat() if isinstance(each, date) else each for each in (sent, kept))
    if type(sent) is type(kept) and sent == kept:
        return True
    if isinstance(sent, bool) or isinstance(kept, bool):
        truths = {"true": True, "1": True, "1.0": True, "yes": True, "y": True, "t": True, "on": True}
        truths |= {
            "false": False,
            "0": False,
            "0.0": False,
            "-0.0": False,
            "no": False,
            "n": False,
            "f": False,
            "off": False,
        }
        first, second = (truths.get(str(each).lower()) for each in (sent, kept))
        return first is not None and first is second
    try:
        return math.isclose(float(sent), float(kept), rel_tol=1e-15) or float(sent) == float(kept)
    except ValueError:
        return False


def missing(sent: Any, kept: Any) -> dict[str, Any]:
    there = flat(kept)
    return {at: leaf for at, leaf in flat(sent).items() if at not in there or not alike(leaf, there[at])}


def untrue(model: Model) -> list[str]:
    """Return the fields whose value does not match their annotation."""
    fields = type(model).model_fields.items()
    return [name for name, field in fields if not fits(field.annotation, getattr(model, name))]


def fits(annotation: Any, held: Any) -> bool:
    kinds = get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)
    for kind in kinds:
        if get_origin(kind) is Annotated and fits(get_args(kind)[0], held):
            return True
        if get_origin(kind) is list:
            if isinstance(held, list) and all(fits(get_args(kind)[0], item) for item in held):
                return True
        elif isinstance(kind, type) and issubclass(kind, Model):
            if type(held) is kind and not untrue(held):
                return True
        elif kind is Any or type(held) is (get_origin(kind) or kind):
            return True
    return False


# The properties


def check(model: type[ResponseModel], sent: Any) -> None:
    """Check all promises about one document."""
    before = copy.deepcopy(sent)
    found = model.from_json(json.dumps(sent))
    assert type(found) is model
    assert untrue(found) == []
    written = found.to_dict()
    text = json.loads(found.to_json())
    assert missing({"": sent} if "" in found.unparsed else sent, text) == {}
    assert in_json(written) == text
    assert found.model_dump(by_alias=True, exclude_none=True) == written, "pydantic's own way out writes the same"
    for place, raw in found.unparsed.items():
        # A body that is no object stands under the empty key, which as a pointer is "/".
        assert at_pointer(written, place or "/") == raw
    for twin in (
        pickle.loads(pickle.dumps(found)),
        copy.deepcopy(found),
        copy.copy(found),
        found.model_copy(deep=True),
    ):
        assert twin == found
        assert twin.unparsed == found.unparsed
        assert twin.to_json() == found.to_json()
    if isinstance(sent, dict):  # what is no object is stored under an empty key
        again = model.from_json(found.to_json())
        assert json.loads(again.to_json()) == text, "conversions happen once, so a stored answer does not drift"
        assert again.unparsed == found.unparsed
    twin = model.from_dict(sent)
    if twin is not None:  # equal but for how a number is spelt as text, which test_models_unparsed.py is about
        assert twin.unparsed == found.unparsed
        assert twin.model_fields_set == found.model_fields_set
        assert missing(text, twin.to_dict()) == missing(twin.to_dict(), text) == {}
    assert sent == before, "what was given was changed"


@BOUNDED
@given(data=st.data())
def test_a_damaged_document_is_read_with_true_types_and_no_loss(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(ANSWERS))
    sent = data.draw(damaged(model))
    check(model, data.draw(respelt(sent)) if data.draw(st.booleans()) else sent)


@BOUNDED
@given(model=st.sampled_from(ANSWERS), sent=ANY_JSON)
@example(model=models.OrderDetailB2B, sent={"lines": [None, {"lines": 1}, "x", [[]]], "orderTotal": "1,5"})
@example(model=models.OrderSearchResponse, sent=[[{"orders": 1}]])
@example(model=models.OrderModifyResponse, sent={"orderNumber": {"": [0]}, "ingramOrderNumber": 1})
@example(model=models.OrderDetailB2B, sent={"": {"": ""}, "/": "~", "~1": "/"})
def test_any_json_is_read_with_true_types_and_no_loss(model: type[ResponseModel], sent: Any) -> None:
    check(model, sent)


@BOUNDED
@given(data=st.data())
def test_a_nested_model_is_written_the_same_after_it_is_moved(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(WITH_LISTS))
    first, second = (model.from_json(json.dumps(data.draw(damaged(model)))) for _ in range(2))
    for name in model.model_fields:
        held, others = getattr(first, name), getattr(second, name)
        if held and others and isinstance(held, list) and isinstance(held[0], ResponseModel):
            part = held.pop()
            document, unparsed = part.to_dict(), dict(part.unparsed)
            others.append(part)
            assert second.to_dict()[wire(model, name)][-1] == document
            assert json.loads(second.to_json())[wire(model, name)][-1] == in_json(document)
            assert len(first.to_dict().get(wire(model, name), ())) == len(held)
            assert dict(part.unparsed) == unparsed


@BOUNDED
@given(model=st.sampled_from(REQUESTS), data=st.data())
def test_a_damaged_request_is_refused_or_sent_with_true_types_and_no_loss(
    model: type[RequestModel], data: st.DataObject
) -> None:
    """A refusal is a ValueError; an accepted value is sent completely."""
    sent = data.draw(damaged(model))  # type: ignore[arg-type]
    try:
        found = model.from_json(json.dumps(sent))
    except ValueError:
        return
    assert untrue(found) == []
    assert missing(sent, json.loads(found.to_json())) == {}


# The comparison itself has to be able to find a loss


def test_the_check_detects_a_lost_value_and_a_wrong_type() -> None:
    assert missing({"a": [1, {"b": "x"}]}, {"a": [1, {}]}) == {".'a'[1].'b'": "x"}
    assert missing({"a": "7"}, {"a": 8}) == {".'a'": "7"}
    assert missing({"a": False}, {"a": True}) == {".'a'": False}
    assert missing({"a": [{"b": "7"}], "c": None}, {"a": {"b": 7.0}}) == {}
    line = models.OrderDetailB2BLinesInner.model_construct(tax_amount="x")
    assert untrue(models.OrderDetailB2B.model_construct(lines=[line])) == ["lines"]


def test_an_undamaged_document_has_no_unparsed_values() -> None:
    for model in ANSWERS:
        assert dict(model.from_json(json.dumps(full(model))).unparsed) == {}
