"""An unparsed value is written in its place until that place is assigned; `unparsed` is a snapshot."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest
from pydantic import BaseModel, ConfigDict, PrivateAttr, TypeAdapter, ValidationError

from xi.sdk.resellers.models import OrderDetailB2B, OrderDetailB2BLinesInner
from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import ListOrOne


class Item(ResponseModel):
    """A model for these tests: a part of `Crate`."""

    count: int | None = None
    label: str | None = None


class Crate(ResponseModel):
    """A model for these tests: names that are the same on the wire and some that are not, and lists of everything."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"items", "weight"})
    _spellings: ClassVar[Mapping[str, str]] = {"crateId": "crateNumber"}

    crate_number: str | None = None
    weight: float | None = None
    items: ListOrOne[Item] | None = None
    spare_item: Item | None = None
    marks: list[str] | None = None
    codes: list[int] | None = None
    rows: list[list[int]] | None = None


class Pile(ResponseModel):
    """A model for these tests: one that pydantic-core writes without a detour through Python."""

    top: Item | None = None
    items: list[Item] | None = None


SENT: dict[str, Any] = {
    "crateNumber": {"no": "text"},
    "weight": "heavy",
    "items": [{"count": 1}, "lost", {"count": "two", "label": "b"}, None, {"count": 3}],
    "spareItem": {"count": "some"},
    "marks": ["a", {"x": 1}, "b", "a"],
    "codes": [1, "one", 2],
    "rows": [[1, "x"], "y", [2]],
}
PLACES = {
    "/crateNumber": {"no": "text"},
    "/weight": "heavy",
    "/items/1": "lost",
    "/items/2/count": "two",
    "/items/3": None,
    "/spareItem/count": "some",
    "/marks/1": {"x": 1},
    "/codes/1": "one",
    "/rows/0/1": "x",
    "/rows/1": "y",
}
TWINS: list[Callable[[Any], Any]] = [
    lambda value: value,
    copy.copy,
    copy.deepcopy,
    lambda value: value.model_copy(),
    lambda value: value.model_copy(deep=True),
    lambda value: pickle.loads(pickle.dumps(value)),
]


def crate(document: Any = None) -> Crate:
    return Crate.from_json(json.dumps(SENT if document is None else document))


def is_written_as(found: ResponseModel, document: dict[str, Any]) -> None:
    """Check every way to write a model; a key written twice would be lost in a dict."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs), pairs
        return dict(pairs)

    assert found.to_dict() == document
    assert json.loads(found.to_json(), object_pairs_hook=once) == document
    assert found.model_dump(by_alias=True, exclude_none=True) == document
    assert json.loads(found.model_dump_json(by_alias=True, exclude_none=True)) == document


# Changes in place


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(
    ("change", "key", "written"),
    [
        (lambda it: it.items, "items", SENT["items"]),
        (lambda it: it.items.reverse() or it.items.reverse(), "items", SENT["items"]),
        (
            lambda it: setattr(it.items[1], "count", 2),
            "items",
            [*SENT["items"][:2], {"label": "b", "count": 2}, None, {"count": 3}],
        ),
        (lambda it: setattr(it.items[0], "label", "a"), "items", [{"count": 1, "label": "a"}, *SENT["items"][1:]]),
        (lambda it: setattr(it, "items", None), "items", None),
        (lambda it: setattr(it, "items", [Item(count=9)]), "items", [{"count": 9}]),
        (lambda it: setattr(it, "items", list(it.items)), "items", [SENT["items"][i] for i in (0, 2, 4)]),
        (lambda it: setattr(it, "weight", 2), "weight", 2.0),
        (lambda it: setattr(it, "weight", None), "weight", None),
        (lambda it: setattr(it, "crate_number", "C"), "crateNumber", "C"),
        (lambda it: setattr(it, "spare_item", it.items[1]), "spareItem", {"count": "two", "label": "b"}),
        (lambda it: setattr(it.spare_item, "count", 6), "spareItem", {"count": 6}),
    ],
)
def test_an_unparsed_value_is_written_until_its_field_is_assigned(
    twin: Callable[[Any], Any], change: Callable[[Any], Any], key: str, written: Any
) -> None:
    found = twin(crate())
    change(found)
    is_written_as(found, SENT | {key: written})
    assert dict(found.unparsed) == PLACES


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(
    ("change", "key", "written"),
    [
        (lambda it: it.items.pop(0), "items", [SENT["items"][2], SENT["items"][4]]),
        (lambda it: it.items.clear(), "items", []),
        (lambda it: it.items.append(Item()), "items", [*(SENT["items"][i] for i in (0, 2, 4)), {}]),
        (lambda it: it.items.reverse(), "items", [SENT["items"][i] for i in (4, 2, 0)]),
        (lambda it: it.items.__setitem__(1, Item(count=5)), "items", [{"count": 1}, {"count": 5}, {"count": 3}]),
        (lambda it: it.marks.remove("b"), "marks", ["a", "a"]),
        (lambda it: it.codes.insert(1, 7), "codes", [1, 7, 2]),
        (lambda it: it.rows.pop(), "rows", [[1]]),
        (lambda it: it.rows[0].append(8), "rows", [[1, 8], [2]]),
    ],
)
def test_a_changed_list_is_written_without_its_unparsed_items(
    twin: Callable[[Any], Any], change: Callable[[Any], Any], key: str, written: Any
) -> None:
    found = twin(crate())
    change(found)
    is_written_as(found, SENT | {key: written})
    assert dict(found.unparsed) == PLACES, "what was sent stays readable"


def test_a_change_that_is_refused_changes_nothing() -> None:
    found = crate()
    for name, value in (("weight", "x"), ("items", 3), ("spare_item", "x")):
        with pytest.raises(ValidationError):
            setattr(found, name, value)
    with pytest.raises(AttributeError, match="did you mean 'spare_item'"):
        found.spareItem = None  # type: ignore[attr-defined]
    assert found == crate()
    is_written_as(found, SENT)


def test_an_unparsed_value_keeps_the_second_spelling_of_its_key() -> None:
    found = crate({"crateId": {"no": "text"}, "weight": 1.0})
    assert dict(found.unparsed) == {"/crateId": {"no": "text"}}
    found.weight = None
    is_written_as(found, {"crateId": {"no": "text"}, "weight": None})
    found.crate_number = "C"
    is_written_as(found, {"crateId": "C", "weight": None})
    assert dict(found.unparsed) == {"/crateId": {"no": "text"}}


@pytest.mark.parametrize("name", ["weight", "items", "spare_item", "spareItem"])
def test_a_copy_with_changes_writes_the_changes(name: str) -> None:
    found = crate()
    value = None if name != "spareItem" else Item(count=1)
    twin = found.model_copy(update={name: value})
    wire = "spareItem" if name == "spare_item" else name
    kept = {key: sent for key, sent in SENT.items() if key != wire}
    if name in ("weight", "items"):
        kept[name] = None
    is_written_as(twin, kept | ({"spareItem": {"count": 1}} if value else {}))
    is_written_as(found, SENT)


def test_a_list_with_gaps_is_written_once() -> None:
    for document in (
        {"items": ["lost", {"count": "x"}]},
        {"items": ["lost"]},
        {"items": [None], "top": {"count": "x"}},
    ):
        found = Pile.from_json(json.dumps(document))
        is_written_as(found, document)
        is_written_as(Pile(inner=found), {"inner": document})


# Parts that go elsewhere


def test_a_nested_model_alone_writes_its_unparsed_values() -> None:
    found = crate()
    assert found.items is not None
    assert found.spare_item is not None
    is_written_as(found.spare_item, {"count": "some"})
    is_written_as(found.items[1], {"count": "two", "label": "b"})
    assert dict(found.items[1].unparsed) == {"/count": "two"}


@pytest.mark.parametrize("twin", TWINS)
def test_a_nested_model_keeps_its_unparsed_values_when_it_is_moved(twin: Callable[[Any], Any]) -> None:
    found = twin(crate())
    appended = Crate(items=[])
    assert appended.items is not None
    appended.items.append(found.items[1])
    replaced = Crate(items=[Item(), Item()])
    assert replaced.items is not None
    replaced.items[1] = found.items[1]
    assigned = Crate()
    assigned.spare_item = found.items[1]
    made = Crate(spare_item=found.items[1])
    by_dict = Crate.from_dict({"spareItem": found.items[1]})
    assert by_dict is not None
    beside_damage = Crate.from_dict({"spareItem": found.items[1], "weight": "?"})
    assert beside_damage is not None
    part = {"count": "two", "label": "b"}
    for whole, document in (
        (appended, {"items": [part]}),
        (replaced, {"items": [{}, part]}),
        (assigned, {"spareItem": part}),
        (made, {"spareItem": part}),
        (by_dict, {"spareItem": part}),
        (beside_damage, {"spareItem": part, "weight": "?"}),
    ):
        is_written_as(whole, document)
    assert dict(found.items[1].unparsed) == {"/count": "two"}
    assert dict(assigned.unparsed) == {}, "nothing was read into it"
    assert dict(beside_damage.unparsed) == {"/weight": "?", "/spareItem/count": "two"}


def test_a_model_under_an_unknown_key_writes_its_unparsed_values() -> None:
    found = Crate(first=crate(), more=[crate().spare_item], notParts=[[["x"]]])
    is_written_as(found, {"first": SENT, "more": [{"count": "some"}], "notParts": [[["x"]]]})


@pytest.mark.parametrize("body", [None, 3, "x", [], [1, 2]])
def test_a_model_of_a_body_that_was_not_an_object_can_be_nested(body: Any) -> None:
    part = Item.from_json(json.dumps(body))
    found = Crate(spare_item=part)
    is_written_as(found, {"spareItem": {"": body}})
    assert dict(part.unparsed) == {"": body}
    assert part == pickle.loads(pickle.dumps(part))
    assert part != Item.from_json('"another"')
    assert part != Item.from_json('{"": 1}')


def test_other_serialisers_of_pydantic_write_unparsed_values() -> None:
    class Envelope(BaseModel):
        crates: list[Crate]

    assert json.loads(TypeAdapter(list[Crate]).dump_json([crate()], by_alias=True, exclude_none=True)) == [SENT]
    assert Envelope(crates=[crate()]).model_dump(by_alias=True, exclude_none=True) == {"crates": [SENT]}
    assert crate().model_dump()["weight"] == "heavy"


# Models as before


def test_an_unparsed_value_is_neither_an_extra_field_nor_an_attribute() -> None:
    found = crate(SENT | {"unknownKey": 1})
    assert found.model_extra == {"unknownKey": 1}
    assert crate().model_extra == {}
    assert found.weight is None
    assert not hasattr(found, "spareItem")
    assert not hasattr(found, "crateNumber")
    shown = dict(found)
    assert shown.keys() == {*Crate.model_fields, "unknownKey"}
    assert shown["weight"] is None
    assert shown["marks"] == ["a", "b", "a"]
    assert Crate(**shown).codes == [1, 2]
    assert "heavy" not in repr(found)
    assert "unknownKey=1" in repr(found)


def test_models_are_equal_if_they_are_written_the_same() -> None:
    assert crate() == crate()
    for key in ("weight", "items", "spareItem", "marks", "rows"):
        other = (
            json.loads(json.dumps(SENT).replace("heavy", "light")) if key == "weight" else json.loads(json.dumps(SENT))
        )
        if key != "weight":
            other[key] = other[key][:1] if isinstance(other[key], list) else {"count": "none"}
        assert crate(other) != crate()
    moved, other = crate(), crate({**SENT, "items": ["lost", *SENT["items"][:1], *SENT["items"][2:]]})
    assert moved.items == other.items
    assert moved != other, "the same values between other neighbours"


def test_a_change_to_a_copy_does_not_change_the_original() -> None:
    found = crate()
    for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found)), found.model_copy(deep=True)):
        assert twin.items is not None
        del twin.items[1:]
        twin.items[0].count = 8
        is_written_as(twin, SENT | {"items": [{"count": 8}]})
    shallow = copy.copy(found)
    shallow.weight = 1.0
    shallow.rows = None
    is_written_as(found, SENT)


def test_a_subclass_keeps_unparsed_values_and_its_own_fields() -> None:
    class Mine(OrderDetailB2B):
        rating: int | None = 3
        _seen: int = PrivateAttr(0)

    document = {"rating": "good", "orderTotal": "?", "lines": ["x", {"quantityOrdered": "q"}]}
    found = Mine.from_json(json.dumps(document))
    found._seen = 7
    for twin in (found, copy.copy(found), copy.deepcopy(found)):
        assert twin._seen == 7
        assert twin.rating is None
        is_written_as(twin, document)
    assert dict(found.unparsed) == {
        "/rating": "good",
        "/orderTotal": "?",
        "/lines/0": "x",
        "/lines/1/quantityOrdered": "q",
    }


def test_a_subclass_without_extra_fields_can_read_unparsed() -> None:
    class Strict(ResponseModel):
        model_config = ConfigDict(extra="ignore")
        count: int | None = None
        codes: list[int] | None = None

    found = Strict.from_json('{"count": "?", "codes": [1, "x"], "unknownKey": 1}')
    assert dict(found.unparsed) == {"/count": "?", "/codes/1": "x"}
    found.count = 1
    assert found.to_dict() == {"count": 1, "codes": [1, "x"]}
    assert "unknownKey" not in repr(found)


@pytest.mark.parametrize("levels", [100, 300, 400])
def test_unparsed_values_deeper_than_the_limit_of_pydantic_are_written(levels: int) -> None:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    document = {"weight": value, "items": ["x"], "unknownKey": value}
    found = crate(document)
    assert found.to_dict() == document
    assert json.loads(found.to_json()) == document
    assert found.unparsed["/weight"] == value


# Numbers and texts


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("20.0", "20"),
        ("20", "20"),
        ("1E2", "100"),
        ("1e16", "10000000000000000"),
        ("1e-7", "0.0000001"),
        ("-0.0", "-0"),
        ("0.10", "0.1"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_a_number_is_written_the_same_whatever_is_beside_it(number: str, text: str) -> None:
    for beside in ('"a": 1', '"weight": "?"', '"crateId": {}'):
        found = Crate.from_json(f'{{"spareItem": {{"label": {number}}}, "marks": [{number}], {beside}}}')
        assert found.spare_item is not None
        assert found.spare_item.label == text
        assert found.marks == [text]
        assert float(text) == float(number)


@pytest.mark.parametrize("beside", ["a", "weight"])
@pytest.mark.parametrize(
    ("sent", "count"),
    [("20.0", 20), (20.0, 20), (" 20 ", 20), ("2e1", None), (20.5, None), ("20.5", None), (True, None), (False, None)],
)
def test_a_float_with_a_whole_value_is_read_as_an_integer_and_nothing_else_that_is_no_integer(
    beside: str, sent: Any, count: int | None
) -> None:
    document = {"spareItem": {"count": sent}, beside: "?"}
    for found in (crate(document), Crate.from_dict(document)):
        assert found is not None
        assert found.spare_item is not None
        assert found.spare_item.count == count
        is_written_as(found, document | {"spareItem": {"count": sent if count is None else count}})


def test_a_float_becomes_the_same_text_whatever_is_beside_it() -> None:
    for beside in ("a", "weight"):
        found = Crate.from_dict({"crateNumber": 20.0, beside: "?"})
        assert found is not None
        assert found.crate_number == "20.0"


def test_a_line_of_the_contract_can_be_moved_between_orders() -> None:
    found = OrderDetailB2B.from_json('{"lines": [{"quantityOrdered": "a"}, {"quantityOrdered": 2}], "orderTotal": "?"}')
    assert found.lines is not None
    other = OrderDetailB2B(lines=[OrderDetailB2BLinesInner(quantity_ordered=1)])
    assert other.lines is not None
    other.lines.append(found.lines.pop(0))
    is_written_as(found, {"lines": [{"quantityOrdered": 2}], "orderTotal": "?"})
    is_written_as(other, {"lines": [{"quantityOrdered": 1}, {"quantityOrdered": "a"}]})
