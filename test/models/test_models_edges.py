"""Edge cases of reading answers: depth, lone surrogates, odd keys, nested models alone."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from pydantic import Field

from xi.sdk.resellers.models import (
    AccesstokenResponse,
    OrderDetailB2B,
    OrderModifyResponse,
)
from xi.sdk.resellers.models._model import ResponseModel

ANSWERS = [OrderDetailB2B, OrderModifyResponse]
"""One without second spellings at its top, and one with."""


# Depth


@pytest.mark.parametrize("model", ANSWERS)
@pytest.mark.parametrize("key", ["unknownKey", "lines", "orderNumber"])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
@pytest.mark.parametrize("levels", [3_000, 100_000])
def test_very_deep_nesting_is_read_or_is_a_value_error(
    model: type[ResponseModel], key: str, opening: str, closing: str, levels: int
) -> None:
    """Anyone can send a webhook; a handler that catches ValueError must be safe."""
    body = f'{{"{key}":' + opening * levels + "1" + closing * levels + "}"
    for text in (body, body.encode()):
        try:
            found = model.from_json(text)
        except ValueError as error:
            assert "too deep" in str(error)  # noqa: PT017 - either outcome is right
        else:
            # How deep Python itself reads differs between its versions.
            assert levels < 100_000
            assert isinstance(found, model)


@pytest.mark.parametrize("model", ANSWERS)
@pytest.mark.parametrize("levels", range(150, 1_150, 100))
def test_every_depth_of_nesting_is_read_or_is_a_value_error(model: type[ResponseModel], levels: int) -> None:
    for body in (
        '{"notes":' + "[" * levels + "1" + "]" * levels + "}",
        '{"x":' + '{"a":' * levels + "1" + "}" * levels + "}",
    ):
        try:
            found = model.from_json(body)
            text = found.to_json()
        except ValueError:
            continue
        assert type(found) is model
        assert text.count("1") == 1


# Text


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude80", "\\ud83d\\ud83d", "\\ude80\\ud83d"])
@pytest.mark.parametrize("as_bytes", [False, True])
def test_a_lone_surrogate_is_read_in_any_place(half: str, as_bytes: bool) -> None:
    body = f'{{"notes": "{half}", "x{half}": ["{half}"], "orderTotal": "{half}", "lines": {{"notes": "a{half}b"}}}}'
    found = OrderDetailB2B.from_json(body.encode() if as_bytes else body)
    marks = "?" * half.count("\\u")
    assert found.notes == marks
    assert found.model_extra == {f"x{marks}": [marks]}
    assert dict(found.unparsed) == {"/orderTotal": marks}
    assert json.loads(found.to_json())["lines"] == [{"notes": f"a{marks}b"}]


def test_a_lone_surrogate_does_not_damage_other_characters() -> None:
    found = OrderDetailB2B.from_json('{"notes": "\\ud83d\\ude80 é ✓ \\ud83d", "x": "é"}')
    assert found.notes == "\U0001f680 é ✓ ?"
    assert found.model_extra == {"x": "é"}


@pytest.mark.parametrize(
    "body",
    [
        '{"notes": "é", "orderTotal": "?"}'.encode(),
        '{"notes": "é", "orderTotal": "?"}',
        b'{"notes": "\\u00e9", "orderTotal": "?"}',
        bytearray('{"notes": "é", "orderTotal": "?"}'.encode()),
    ],
)
def test_bytes_and_text_are_read_alike(body: Any) -> None:
    found = OrderDetailB2B.from_json(body)
    assert found.notes == "é"
    assert found.to_json_bytes() == '{"notes":"é","orderTotal":"?"}'.encode()


# Keys


@pytest.mark.parametrize("key", ["a/b", "a~b", "~1", "~0", "/", "~", "a~1b/c~0d", "0", "-"])
def test_a_json_pointer_finds_its_value_whatever_the_key(key: str) -> None:
    class Part(ResponseModel):
        count: Annotated[int | None, Field(alias=key)] = None

    class Whole(ResponseModel):
        parts: Annotated[list[Part] | None, Field(alias=f"{key}s")] = None

    document = {f"{key}s": [{key: 1}, {key: "x"}, "lost"]}
    found = Whole.from_json(json.dumps(document))
    stem = key.replace("~", "~0").replace("/", "~1")
    assert dict(found.unparsed) == {f"/{stem}s/1/{stem}": "x", f"/{stem}s/2": "lost"}
    assert found.to_dict() == document
    assert json.loads(found.to_json()) == document


@pytest.mark.parametrize(
    "key", ["unparsed", "to_dict", "model_config", "model_fields", "__class__", "__dict__", "_nullable", "_spellings"]
)
@pytest.mark.parametrize("total", [1.0, "?"])
def test_a_key_with_a_name_that_python_uses_is_an_ordinary_key(key: str, total: Any) -> None:
    document = {key: {"/orderTotal": "forged"}, "orderTotal": total}
    found = OrderDetailB2B.from_json(json.dumps(document))
    assert dict(found.unparsed) == ({} if total == 1.0 else {"/orderTotal": "?"})
    assert found.to_dict() == document
    assert json.loads(found.to_json()) == document


def test_an_answer_cannot_set_the_private_attributes_of_a_model() -> None:
    document = {"__pydantic_private__": {"unparsed": {"/orderTotal": "forged"}}}
    found = OrderDetailB2B.from_json(json.dumps(document))
    assert dict(found.unparsed) == {}
    assert found.to_dict() == document


# Secrets


@pytest.mark.parametrize(
    "body", ['{"access_token": "s3cret"}', '{"access_token": {"is": "s3cret"}}', '["s3cret", "s3cret"]', '"s3cret"']
)
@pytest.mark.parametrize("show", [repr, str, "{}".format, lambda answer: repr([answer])])
def test_a_token_in_an_unexpected_shape_is_not_shown(body: str, show: Callable[[Any], str]) -> None:
    found = AccesstokenResponse.from_json(body)
    assert "s3cret" in found.to_json()
    assert "s3cret" not in show(found)


# Parts


def _details() -> OrderDetailB2B:
    return OrderDetailB2B.from_json(
        '{"lines": [{"quantityOrdered": "a"}, {"quantityOrdered": "b"}, {"quantityOrdered": 3}]}'
    )


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda part: pickle.loads(pickle.dumps(part))])
def test_a_nested_model_keeps_its_unparsed_values_when_it_is_taken_out(twin: Callable[[Any], Any]) -> None:
    lines = _details().lines
    assert lines is not None
    assert [twin(line).to_dict() for line in lines] == [{"quantityOrdered": value} for value in ("a", "b", 3)]
    assert [dict(twin(line).unparsed) for line in lines] == [
        {"/quantityOrdered": "a"},
        {"/quantityOrdered": "b"},
        {},
    ]


def test_a_nested_part_of_a_single_object_sent_for_a_list_keeps_its_pointer() -> None:
    found = OrderDetailB2B.from_json('{"lines": {"shipmentDetails": {"quantity": "?", "carrierDetails": "none"}}}')
    (place,) = {key for key in found.unparsed if key.endswith("/carrierDetails")}
    assert place == "/lines/0/shipmentDetails/0/carrierDetails"
    assert found.to_dict()["lines"][0]["shipmentDetails"][0]["carrierDetails"] == "none"


def test_the_unparsed_values_of_a_line_are_removed_with_the_line() -> None:
    found = _details()
    assert found.lines is not None
    del found.lines[0]
    assert found.to_dict() == {"lines": [{"quantityOrdered": "b"}, {"quantityOrdered": 3}]}


@pytest.mark.parametrize("given", ["constructor", "assignment"])
def test_a_nested_model_keeps_its_unparsed_values_in_another_answer(given: str) -> None:
    lines = _details().lines
    if given == "constructor":
        found = OrderDetailB2B(lines=lines)
    else:
        found = OrderDetailB2B()
        found.lines = lines
    assert found.to_dict() == _details().to_dict()


@pytest.mark.parametrize("number", ["20.0", "1e16", "-0.0"])
def test_a_number_becomes_the_same_text_whatever_else_does_not_fit(number: str) -> None:
    plain = OrderDetailB2B.from_json(f'{{"ingramOrderNumber": {number}}}')
    beside = OrderDetailB2B.from_json(f'{{"ingramOrderNumber": {number}, "orderTotal": "?"}}')
    assert plain.ingram_order_number == beside.ingram_order_number


# Parts that were put there unchecked


def _appended(answer: OrderDetailB2B, part: Any) -> OrderDetailB2B:
    answer.lines = []
    answer.lines.append(part)
    return answer


@pytest.mark.parametrize("part", [{"contact": "c"}, {}])
@pytest.mark.parametrize(
    ("made", "name"),
    [
        (lambda part: OrderDetailB2B.model_construct(ship_to_info=part), "ship_to_info"),
        (lambda part: OrderDetailB2B(notes="n").model_copy(update={"ship_to_info": part}), "ship_to_info"),
        (lambda part: _appended(OrderDetailB2B(), part), "lines"),
    ],
)
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning")
def test_a_dict_for_a_part_is_dumped_as_it_is(
    made: Callable[[dict[str, Any]], OrderDetailB2B], name: str, part: dict[str, Any]
) -> None:
    answer = made(part)
    expected = [part] if name == "lines" else part
    assert answer.model_dump()[name] == expected
    assert json.loads(answer.model_dump_json())[name] == expected
    wire = {"ship_to_info": "shipToInfo"}.get(name, name)
    assert answer.model_dump(by_alias=True)[wire] == answer.to_dict()[wire] == expected
    assert json.loads(answer.to_json())[wire] == expected


def test_none_for_a_part_is_dumped_as_it_is() -> None:
    answer = _appended(OrderDetailB2B(), None)
    assert answer.model_dump()["lines"] == json.loads(answer.model_dump_json())["lines"] == [None]
