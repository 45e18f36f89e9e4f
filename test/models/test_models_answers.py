"""Answers are read leniently: values that fit become fields, others are kept in unparsed, and all are written again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import Field, ValidationError

from xi.sdk.resellers.models import OrderCreateResponse, OrderDetailB2B, OrderModifyResponse, OrderSearchResponse
from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import ListOrOne


class Box(ResponseModel):
    """A model for these tests: a part of `Parcel`."""

    box_number: str | None = None
    count: int | None = None


class Parcel(ResponseModel):
    """A model for these tests: as an answer of the contract, with one field of every kind."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"void_reason"})
    _spellings: ClassVar[Mapping[str, str]] = {"parcelId": "parcelNumber", "parcelid": "parcelNumber"}

    parcel_number: str | None = None
    weight: float | None = None
    is_fragile: bool | None = None
    void_reason: str | None = None
    kept_name: Annotated[str | None, Field(alias="OddWireName")] = None
    first_box: Box | None = None
    boxes: ListOrOne[Box] | None = None
    stored_boxes: list[Box] | None = None
    labels: list[str] | None = None
    rows: list[list[int]] | None = None
    anything: dict[str, Any] | None = None
    code: int | str | None = None


class Truck(ResponseModel):
    """A model for these tests: has no second spelling itself, but is made of what has."""

    truck_name: str | None = None
    parcels: list[Parcel] | None = None


class Van(ResponseModel):
    """A model for these tests: as `Truck`, for one."""

    main_parcel: Parcel | None = None


def read(document: Any) -> Parcel:
    """Read a document from JSON and from a dict, and check that both give the same."""
    found = Parcel.from_json(json.dumps(document))
    if document is not None:
        assert Parcel.from_dict(document) == found
    assert json.loads(found.to_json()) == found.to_dict()
    return found


def test_a_well_shaped_answer_is_read_and_written_as_it_is() -> None:
    document = {
        "parcelNumber": "P",
        "weight": 1.5,
        "isFragile": False,
        "OddWireName": "odd",
        "firstBox": {"boxNumber": "1", "count": 2},
        "boxes": [{"boxNumber": "1"}, {"count": 3}],
        "labels": ["a", "b"],
        "rows": [[1, 2], []],
        "anything": {"of": [{"any": None}]},
        "unknownKey": {"kept": [None, 1]},
    }
    found = read(document)
    assert found.to_dict() == document
    assert dict(found.unparsed) == {}
    assert found.boxes is not None
    assert [type(each) for each in found.boxes] == [Box, Box]


@pytest.mark.parametrize("blank", ["", {}])
@pytest.mark.parametrize(("wire", "name"), [("boxes", "boxes"), ("storedBoxes", "stored_boxes")])
def test_a_blank_for_a_list_is_an_empty_list_and_is_written_as_it_came(blank: Any, wire: str, name: str) -> None:
    found = read({wire: blank, "weight": 1.5})
    assert getattr(found, name) == []
    assert (found.to_dict(), dict(found.unparsed)) == ({wire: blank, "weight": 1.5}, {f"/{wire}": blank})
    getattr(found, name).append(Box(count=1))
    assert found.to_dict() == {wire: [{"count": 1}], "weight": 1.5}
    setattr(found, name, [])
    assert found.to_dict() == {wire: [], "weight": 1.5}


@pytest.mark.parametrize(
    ("sent", "name", "held"),
    [
        ({"weight": "1.5"}, "weight", 1.5),
        ({"weight": " 2 "}, "weight", 2.0),
        ({"weight": True}, "weight", 1.0),
        ({"parcelNumber": 20}, "parcel_number", "20"),
        ({"parcelNumber": 1.5}, "parcel_number", "1.5"),
        ({"parcelNumber": True}, "parcel_number", "true"),
        ({"parcelNumber": False}, "parcel_number", "false"),
        ({"isFragile": "true"}, "is_fragile", True),
        ({"isFragile": "False"}, "is_fragile", False),
        ({"isFragile": 1}, "is_fragile", True),
        ({"boxes": {"count": "3"}}, "boxes", [Box(count=3)]),
        ({"boxes": [{"count": "3"}]}, "boxes", [Box(count=3)]),
        ({"storedBoxes": {"count": 3}}, "stored_boxes", [Box(count=3)]),
        ({"firstBox": [{"count": 3}]}, "first_box", Box(count=3)),
        ({"labels": "a"}, "labels", ["a"]),
        ({"labels": [1, True]}, "labels", ["1", "true"]),
        ({"rows": 1}, "rows", [[1]]),
        ({"rows": [1, ["2"]]}, "rows", [[1], [2]]),
        ({"boxes": [[{"count": 1}]]}, "boxes", [Box(count=1)]),
        ({"boxes": []}, "boxes", []),
        ({"code": 7}, "code", 7),
        ({"code": "A7", "weight": "2"}, "code", "A7"),
        ({"parcel_number": 20}, "parcel_number", "20"),
    ],
)
def test_a_value_of_another_type_is_read_as_what_its_field_holds(sent: Any, name: str, held: Any) -> None:
    found = read(sent)
    assert getattr(found, name) == held
    assert type(getattr(found, name)) is type(held)
    assert dict(found.unparsed) == {}


@pytest.mark.parametrize(
    "key",
    ["parcelNumber", "weight", "isFragile", "firstBox", "boxes", "storedBoxes", "labels", "rows", "anything"],
)
def test_null_is_accepted_anywhere(key: str) -> None:
    found = read({key: None, "OddWireName": "odd"})
    assert found.kept_name == "odd"
    assert dict(found.unparsed) == {}
    assert found.to_dict() == {"OddWireName": "odd"}


def test_null_in_a_nullable_field_is_written_again() -> None:
    assert read({"voidReason": None}).to_dict() == {"voidReason": None}
    assert read({"voidReason": None, "weight": "?"}).to_dict() == {"voidReason": None, "weight": "?"}


@pytest.mark.parametrize(
    ("sent", "place", "value"),
    [
        ({"weight": "about 3"}, "/weight", "about 3"),
        ({"weight": ""}, "/weight", ""),
        ({"weight": [1.5]}, "/weight", [1.5]),
        ({"weight": {"kg": 1}}, "/weight", {"kg": 1}),
        ({"isFragile": "perhaps"}, "/isFragile", "perhaps"),
        ({"parcelNumber": {"is": "X"}}, "/parcelNumber", {"is": "X"}),
        ({"parcelNumber": ["a", "b"]}, "/parcelNumber", ["a", "b"]),
        ({"OddWireName": {}}, "/OddWireName", {}),
        ({"firstBox": "none"}, "/firstBox", "none"),
        ({"firstBox": []}, "/firstBox", []),
        ({"firstBox": [{"count": 1}, {"count": 2}]}, "/firstBox", [{"count": 1}, {"count": 2}]),
        ({"firstBox": {"count": "many"}}, "/firstBox/count", "many"),
        ({"firstBox": [{"count": "many"}]}, "/firstBox/count", "many"),
        ({"boxes": "none"}, "/boxes", "none"),
        ({"boxes": 0}, "/boxes", 0),
        ({"boxes": {"count": "many"}}, "/boxes/0/count", "many"),
        ({"boxes": [{"count": 1}, {"count": "many"}]}, "/boxes/1/count", "many"),
        ({"boxes": [{"count": 1}, "lost", {"count": 3}]}, "/boxes/1", "lost"),
        ({"boxes": ["lost"]}, "/boxes/0", "lost"),
        ({"boxes": [None]}, "/boxes/0", None),
        ({"storedBoxes": [None, {"count": 3}]}, "/storedBoxes/0", None),
        ({"labels": {"a": "b"}}, "/labels", {"a": "b"}),
        ({"labels": ["a", {"b": 1}, "c"]}, "/labels/1", {"b": 1}),
        ({"rows": [[1, "x"], [2]]}, "/rows/0/1", "x"),
        ({"rows": "x"}, "/rows", "x"),
        ({"anything": "x"}, "/anything", "x"),
        ({"code": [1]}, "/code", [1]),
    ],
)
def test_a_value_that_fits_no_field_is_kept_in_unparsed_and_written_again(sent: Any, place: str, value: Any) -> None:
    found = read(sent)
    assert dict(found.unparsed) == {place: value}
    ((key, raw),) = sent.items()
    wanted = raw if isinstance(raw, list) or not place.startswith(f"/{key}/0") else [raw]
    wanted = wanted[0] if place == "/firstBox/count" and isinstance(wanted, list) else wanted
    assert found.to_dict() == {key: wanted}


def test_the_rest_of_an_answer_is_read_despite_a_value_that_does_not_fit() -> None:
    found = read({"weight": "?", "boxes": ["?", {"count": "1"}, None, {"count": "?", "boxNumber": 4}], "labels": "a"})
    assert found.weight is None
    assert found.boxes == [Box(count=1), found.boxes[1] if found.boxes else None]
    assert found.boxes[1].box_number == "4"
    assert found.boxes[1].count is None
    assert found.labels == ["a"]
    assert dict(found.unparsed) == {"/weight": "?", "/boxes/0": "?", "/boxes/2": None, "/boxes/3/count": "?"}
    assert found.to_dict() == {
        "weight": "?",
        "boxes": ["?", {"count": 1}, None, {"count": "?", "boxNumber": "4"}],
        "labels": ["a"],
    }


def test_a_nested_model_has_its_own_unparsed_values() -> None:
    found = read({"firstBox": {"count": "many", "boxNumber": "1"}})
    assert found.first_box is not None
    assert dict(found.first_box.unparsed) == {"/count": "many"}
    assert found.first_box.to_dict() == {"boxNumber": "1", "count": "many"}


def test_places_are_json_pointers() -> None:
    """A slash in a key is written ~1 and a tilde ~0, as RFC 6901 has it."""

    class Odd(ResponseModel):
        odd_key: Annotated[int | None, Field(alias="a/b~c")] = None

    found = Odd.from_json('{"a/b~c": "x", "d/e": 1}')
    assert dict(found.unparsed) == {"/a~1b~0c": "x"}
    assert found.to_dict() == {"a/b~c": "x", "d/e": 1}


@pytest.mark.parametrize("body", [3, "text", True, [], [{"weight": 1}, {"weight": 2}], ["text"], [[{"weight": 1}]]])
def test_a_body_that_is_not_an_object_is_kept_in_unparsed(body: Any) -> None:
    found = read(body)
    assert dict(found.unparsed) == {"": body}
    assert found.to_dict() == {"": body}
    assert found.model_fields_set == set()


def test_a_body_that_is_null_is_an_empty_model() -> None:
    found = read(None)
    assert found.model_fields_set == set()
    assert dict(found.unparsed) == {"": None}


def test_a_list_of_one_object_is_read_as_the_object() -> None:
    found = read([{"weight": "1.5", "boxes": "?"}])
    assert found.weight == 1.5
    assert dict(found.unparsed) == {"/boxes": "?"}
    assert found.to_dict() == {"weight": 1.5, "boxes": "?"}


def test_a_lone_surrogate_is_read() -> None:
    """The back end cuts texts at a fixed length, sometimes within a pair; the rest of the answer must not be lost."""
    found = Parcel.from_json('{"parcelNumber": "cut \\ud83d", "weight": "1.5", "x\\ud83d": 1}')
    assert found.parcel_number == "cut ?"
    assert found.weight == 1.5
    assert json.loads(found.to_json()) == {"parcelNumber": "cut ?", "weight": 1.5, "x?": 1}


def test_a_surrogate_pair_is_read_as_one_character() -> None:
    found = Parcel.from_json('{"parcelNumber": "\\ud83d\\ude80", "weight": "?"}')
    assert found.parcel_number == "\U0001f680"
    assert json.loads(found.to_json()) == {"parcelNumber": "\U0001f680", "weight": "?"}


def _no_constants(name: str) -> Any:
    raise AssertionError(f"{name} is not JSON")


@pytest.mark.parametrize("beside", ['"a": 1', '"boxes": "?"', '"boxes": ["?"]', '"parcelId": "P"', '"count": 1e999'])
def test_a_number_out_of_range_is_written_as_text_that_is_read_as_that_number(beside: str) -> None:
    """In every way to read and write it: JSON has no number for it, and null would lose it."""
    document = (
        '{"weight": 1e999, "more": -1e999, "anything": {"a": [1e999]}, "code": 1e999, "parcelNumber": -1e999,'
        f' "storedBoxes": [{{"count": -1e999, "x": 1e999}}], {beside}}}'
    )
    found = Parcel.from_json(document)
    assert found.weight == float("inf")
    written = json.loads(found.to_json(), parse_constant=_no_constants)
    assert (written["weight"], written["more"], written["anything"]) == ("Infinity", "-Infinity", {"a": ["Infinity"]})
    assert written["storedBoxes"] == [{"count": "-Infinity", "x": "Infinity"}]
    assert float(written["code"]) == float("inf")
    again = Parcel.from_json(found.to_json())
    assert again.weight == float("inf")
    assert again.to_json() == found.to_json()
    assert found.to_dict()["weight"] == float("inf")
    assert found.to_dict()["more"] == float("-inf")


@pytest.mark.parametrize("levels", [10, 150])
@pytest.mark.parametrize("key", ["parcelNumber", "unknownKey", "boxes"])
def test_deep_nesting_is_read_and_written(levels: int, key: str) -> None:
    body = f'{{"{key}": ' * levels + "1" + "}" * levels
    found = Parcel.from_json(body)
    assert found.to_json().count(key) == levels
    lists = f'{{"{key}": ' + "[" * levels + "7" + "]" * levels + "}"
    assert "7" in Parcel.from_json(lists).to_json()


def test_too_deep_nesting_is_an_error_and_not_a_crash() -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        Parcel.from_json('{"x":' + "[" * 100_000 + "]" * 100_000 + "}")


@pytest.mark.parametrize("text", ["", "   ", "<html>", "{", '{"a": 1} x', "{'a': 1}", b"\xff\xfe"])
def test_invalid_json_is_a_value_error(text: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which text it carries is the JSON reader's business
        Parcel.from_json(text)
    with pytest.raises(ValueError):  # noqa: PT011 - as above, for a model without second spellings
        Box.from_json(text)


# Second spellings


@pytest.mark.parametrize("key", ["parcelId", "parcelid"])
@pytest.mark.parametrize("value", ["P", {"not": "text"}])
def test_a_second_spelling_fills_the_field_and_is_written_unchanged(key: str, value: Any) -> None:
    found = read({key: value, "weight": 1.0})
    assert found.parcel_number == ("P" if value == "P" else None)
    assert dict(found.unparsed) == ({} if value == "P" else {f"/{key}": value})
    assert found.to_dict() == {key: value, "weight": 1.0}


@pytest.mark.parametrize("weight", [1.5, "?"])
def test_a_second_spelling_is_read_in_deeply_nested_models(weight: Any) -> None:
    """Also if all values fit, so that only the spelling needs the slow way of reading."""
    parcels = [{"parcelId": "1"}, {"parcelNumber": "2"}, {"parcelid": "3", "weight": weight}]
    document = {"truckName": "T", "parcels": parcels}
    for found in (Truck.from_json(json.dumps(document)), Truck.from_json(json.dumps(document).encode())):
        assert found.parcels is not None
        assert [each.parcel_number for each in found.parcels] == ["1", "2", "3"]
        assert found.to_dict() == document
        assert Truck.from_dict(document) == found


def test_a_second_spelling_is_read_in_a_nested_model_outside_a_list() -> None:
    found = Van.from_json('{"mainParcel": {"parcelId": 1}}')
    assert found.main_parcel is not None
    assert found.main_parcel.parcel_number == "1"
    assert found.to_dict() == {"mainParcel": {"parcelId": "1"}}


def test_the_spelling_of_the_contract_takes_precedence_and_the_other_is_kept() -> None:
    found = read({"parcelId": "second", "parcelNumber": "first"})
    assert found.parcel_number == "first"
    assert found.to_dict() == {"parcelNumber": "first", "parcelId": "second"}


def test_one_of_two_second_spellings_fills_the_field_and_the_other_is_kept() -> None:
    found = read({"parcelId": "a", "parcelid": "b"})
    assert found.parcel_number in ("a", "b")
    assert found.to_dict() == {"parcelId": "a", "parcelid": "b"}


def test_a_second_spelling_as_a_value_is_left_unchanged() -> None:
    assert read({"parcelNumber": "parcelId"}).to_dict() == {"parcelNumber": "parcelId"}


# Python names


def test_a_response_model_can_be_built_with_python_names() -> None:
    made = Parcel(parcel_number="P", boxes=[Box(count=1)], kept_name="k")
    assert made.to_dict() == {"parcelNumber": "P", "boxes": [{"count": 1}], "OddWireName": "k"}


@pytest.mark.parametrize(
    ("sent", "written", "places"),
    [
        ({"parcel_number": {"a": 1}}, {"parcelNumber": {"a": 1}}, {"/parcelNumber"}),
        ({"first_box": {"count": "?"}}, {"firstBox": {"count": "?"}}, {"/firstBox/count"}),
        (
            {"first_box": {"box_number": "1"}, "weight": "?"},
            {"firstBox": {"boxNumber": "1"}, "weight": "?"},
            {"/weight"},
        ),
        ({"parcel_number": "a", "parcelNumber": "b"}, {"parcelNumber": "b", "parcel_number": "a"}, set()),
        (
            {"parcel_number": "a", "parcelNumber": "b", "weight": "?"},
            {"parcelNumber": "b", "parcel_number": "a", "weight": "?"},
            {"/weight"},
        ),
    ],
)
def test_a_python_name_in_an_answer_does_not_make_it_invalid(sent: Any, written: Any, places: set[str]) -> None:
    found = read(sent)
    assert found.to_dict() == written
    assert set(found.unparsed) == places


# Models, mappings, None


@pytest.mark.parametrize("model", [Parcel, Box, Truck, OrderModifyResponse, OrderDetailB2B, OrderSearchResponse])
def test_from_dict_accepts_none_models_and_any_mapping(model: type[ResponseModel]) -> None:
    assert model.from_dict(None) is None
    made = model.from_dict({"extraKey": "x"})
    assert model.from_dict(made) == made
    assert model.from_dict(MappingProxyType({"extraKey": "x"})) == made
    assert made is not None
    assert made.to_dict() == {"extraKey": "x"}


def test_from_dict_accepts_models_inside_dicts() -> None:
    inner = Parcel(parcel_number="P")
    found = Truck.from_dict({"truckName": {"no": "text"}, "parcels": [inner, {"parcelId": "Q"}]})
    assert found is not None
    assert found.parcels is not None
    assert found.parcels[0] == inner
    assert found.to_dict() == {"parcels": [{"parcelNumber": "P"}, {"parcelId": "Q"}], "truckName": {"no": "text"}}


# What is assigned later


def test_assignments_to_a_response_model_are_checked() -> None:
    found = read({"weight": 1.0})
    with pytest.raises(ValidationError):
        found.weight = "heavy"  # type: ignore[assignment]
    assert found.weight == 1.0


def test_an_assigned_value_is_written_instead_of_the_unparsed_one() -> None:
    found = read({"weight": "?", "voidReason": {}, "boxes": [{"count": "?"}], "firstBox": {"count": "?"}})
    found.weight = 2.0
    found.void_reason = "broken"
    found.boxes = None
    found.first_box = Box(count=1)
    assert found.to_dict() == {"weight": 2.0, "voidReason": "broken", "firstBox": {"count": 1}}
    assert json.loads(found.to_json()) == found.to_dict()
    assert found.unparsed["/weight"] == "?"


def test_assigned_values_are_written_beside_a_body_that_was_not_an_object() -> None:
    found = read([1, 2])
    found.weight = 2.0
    assert found.to_dict() == {"weight": 2.0, "": [1, 2]}


def test_unparsed_is_read_only() -> None:
    unparsed: Any = read({"weight": "?"}).unparsed
    with pytest.raises(TypeError):
        unparsed["/weight"] = 1
    with pytest.raises(TypeError):
        Parcel().unparsed["/weight"] = 1  # type: ignore[index]


# The deviations that are known, in the contract's own models


def test_a_created_order_is_read_with_one_object_for_its_shipment() -> None:
    found = OrderCreateResponse.from_json('{"orders": {"lines": {"shipmentDetails": {"carrierCode": 7}}}}')
    assert found.orders is not None
    assert found.orders[0].lines is not None
    assert found.orders[0].lines[0].shipment_details is not None
    assert found.orders[0].lines[0].shipment_details[0].carrier_code == "7"
    assert dict(found.unparsed) == {}
