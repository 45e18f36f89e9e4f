"""What a request model accepts: both kinds of names and the usual conversions; everything else is refused clearly."""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import Field, ValidationError

from xi.sdk.resellers.models import (
    AsyncOrderCreateDTO,
    OrderCreateRequest,
    OrderCreateRequestLinesInner,
    OrderDetailB2B,
    OrderModifyRequest,
    OrderModifyRequestLinesInner,
)
from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Day, Flag, Number, Text, WholeNumber


class Box(RequestModel):
    """A model for these tests: a part of `Order`."""

    box_count: WholeNumber | None = None
    weight: float | None = None


class Order(RequestModel):
    """A model for these tests: as a request of the contract, with one field of every kind."""

    po_number: Annotated[str, Field(max_length=5)]
    needed_by: Day | None = None
    is_urgent: Flag | None = None
    flag_text: Text | None = None
    agreed_rate: Number | str | None = None
    kept_name: Annotated[str | None, Field(alias="OddWireName")] = None
    boxes: list[Box] | None = None
    lid: Box | None = None


class Quote(RequestModel):
    """A model for these tests: as a request with nullable fields and a second spelling."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"quote_number"})
    _spellings: ClassVar[Mapping[str, str]] = {"quoteRemarks": "quoteremarks", "vmfThing": "vmfthingName"}

    quote_number: str | None = None
    other_number: str | None = None
    quoteremarks: str | None = None
    vmfthing_name: Annotated[str | None, Field(alias="vmfthingName")] = None


class Parcel(RequestModel):
    """A model for these tests: nullable, and itself made of what is nullable."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"parcel_note", "quotes"})

    parcel_note: str | None = None
    other_note: str | None = None
    quotes: list[Quote] | None = None


def refusal(make: Any) -> tuple[tuple[int | str, ...], str]:
    """Return the place and the text of the one complaint."""
    with pytest.raises(ValidationError) as caught:
        make()
    (only,) = caught.value.errors()
    return only["loc"], only["msg"]


# Names


@pytest.mark.parametrize(
    "made",
    [
        Order(po_number="A", is_urgent=True, kept_name="k", boxes=[Box(box_count=1)]),
        Order(poNumber="A", isUrgent=True, OddWireName="k", boxes=[{"boxCount": 1}]),
        Order.model_validate({"poNumber": "A", "is_urgent": True, "OddWireName": "k", "boxes": [{"box_count": 1}]}),
        Order.from_dict({"po_number": "A", "isUrgent": True, "kept_name": "k", "boxes": [Box(box_count=1)]}),
        Order.from_dict(
            MappingProxyType({"poNumber": "A", "isUrgent": True, "OddWireName": "k", "boxes": [{"boxCount": 1}]})
        ),
        Order.from_json('{"poNumber": "A", "isUrgent": true, "OddWireName": "k", "boxes": [{"boxCount": 1}]}'),
        Order.from_json(b'{"po_number": "A", "is_urgent": true, "kept_name": "k", "boxes": [{"box_count": 1}]}'),
    ],
)
def test_a_request_is_built_by_python_names_and_by_wire_names(made: Order) -> None:
    assert made == Order(po_number="A", is_urgent=True, kept_name="k", boxes=[Box(box_count=1)])
    document = {"poNumber": "A", "isUrgent": True, "OddWireName": "k", "boxes": [{"boxCount": 1}]}
    assert made.to_dict() == document
    assert json.loads(made.to_json()) == document


def test_unknown_fields_are_kept_and_sent() -> None:
    made = Order(poNumber="A", globalSkuId="g", x={"deep": [1, None]}, boxes=[{"lineType": "P"}])
    assert made.to_dict() == {
        "poNumber": "A",
        "boxes": [{"lineType": "P"}],
        "globalSkuId": "g",
        "x": {"deep": [1, None]},
    }
    assert json.loads(made.to_json()) == made.to_dict()
    again = Order.from_json(made.to_json())
    assert again == made
    assert again.model_extra == {"globalSkuId": "g", "x": {"deep": [1, None]}}


def test_unknown_fields_that_were_given_can_be_changed() -> None:
    made = Order(po_number="A", globalSkuId="g")
    made.globalSkuId = "h"
    assert made.to_dict() == {"poNumber": "A", "globalSkuId": "h"}
    with pytest.raises(AttributeError, match=r"^Order has no field 'quantity'$"):
        made.quantity = 10


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({"boxs": []}, "boxes"),
        ({"boxees": []}, "boxes"),
        ({"bocxes": []}, "boxes"),
        ({"bxoes": []}, "boxes"),
        ({"bokes": []}, "boxes"),
        ({"Boxes": []}, "boxes"),
        ({"oxes": []}, "boxes"),
        ({"isUrgnt": True}, "is_urgent"),
        ({"isurgent": True}, "is_urgent"),
        ({"OddWireNme": "x"}, "kept_name"),
    ],
)
def test_a_name_that_differs_from_a_field_by_one_letter_is_refused(given: dict[str, Any], meant: str) -> None:
    _, message = refusal(lambda: Order(po_number="A", **given))
    assert message.endswith(f"did you mean {meant!r}?")


@pytest.mark.parametrize("name", ["box", "isUrgentNow", "boxesOfA", "id", "li", "urgent"])
def test_a_name_unlike_any_field_is_sent_unchanged(name: str) -> None:
    assert Order(po_number="A", **{name: 1}).to_dict() == {"poNumber": "A", name: 1}


def test_a_name_like_a_field_is_sent_unchanged_if_the_field_is_given_too() -> None:
    assert Order(po_number="A", boxes=[], boxs=1).to_dict() == {"poNumber": "A", "boxes": [], "boxs": 1}


@pytest.mark.parametrize("value", ["yes", "on", "1", 0, 1, 1.0, b"true"])
def test_only_true_and_false_are_flags(value: Any) -> None:
    with pytest.raises(ValueError, match="should be True or False"):
        Order(po_number="PO-1", is_urgent=value)


@pytest.mark.parametrize(("value", "sent"), [(True, "true"), ("true", "true"), ("False", "false")])
def test_a_flag_may_be_given_as_its_text(value: Any, sent: str) -> None:
    assert f'"isUrgent":{sent}' in Order(po_number="PO-1", is_urgent=value).to_json()


@pytest.mark.parametrize("value", [True, False, "1_0"])
def test_what_python_would_read_as_a_number_is_not_accepted_as_one(value: Any) -> None:
    for make in (lambda: Box(box_count=value), lambda: Box.from_dict({"boxCount": value})):
        place, message = refusal(make)
        assert place in (("boxCount",), ("box_count",))  # as it was given
        assert message == f"Value error, should be a number, not {value!r}"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Order(po_number="A", is_urgnt=True), "Order has no field 'is_urgnt'; did you mean 'is_urgent'?"),
        (
            lambda: Order.from_dict({"poNumber": "A", "need_by": "2026-01-02"}),
            "Order has no field 'need_by'; did you mean 'needed_by'?",
        ),
        (lambda: Order.from_json('{"poNumber":"A","qq_zz":1}'), "Order has no field 'qq_zz'"),
    ],
)
def test_the_refusal_of_a_misspelt_python_name_suggests_the_field(make: Any, said: str) -> None:
    place, message = refusal(make)
    assert place == ()
    assert message == f"Value error, {said}"


def test_the_refusal_of_a_misspelt_nested_name_has_its_place() -> None:
    place, message = refusal(lambda: Order(po_number="A", boxes=[{"boxCount": 1}, {"box_cuont": 1}]))
    assert place == ("boxes", 1)
    assert message.endswith("Box has no field 'box_cuont'; did you mean 'box_count'?")


def test_the_refusal_of_a_misspelt_name_is_the_same_in_another_process() -> None:
    # A pool of processes waits for ever for an error that it cannot unpickle.
    with pytest.raises(ValidationError) as refused:
        Order.model_validate({"po_number": "too long", "is_urgnt": True})
    told = pickle.loads(pickle.dumps(refused.value))
    assert str(told) == str(refused.value)
    assert [each["ctx"]["error"].key for each in told.errors() if each["type"] == "value_error"] == ["is_urgnt"]


def test_a_misspelt_name_is_refused_when_assigned() -> None:
    made = Order(po_number="A")
    with pytest.raises(AttributeError, match=r"^Order has no field 'po_numbr'; did you mean 'po_number'"):
        made.po_numbr = "B"
    assert made.to_dict() == {"poNumber": "A"}


@pytest.mark.parametrize(("wire", "name"), [("poNumber", "po_number"), ("OddWireName", "kept_name")])
def test_a_field_cannot_be_assigned_under_its_wire_name(wire: str, name: str) -> None:
    """It would be kept as an extra field, and the body would have the key twice."""
    made = Order(po_number="A")
    with pytest.raises(AttributeError, match=f"^Order has no field '{wire}'; did you mean '{name}'"):
        setattr(made, wire, "B")
    assert made.to_json() == '{"poNumber":"A"}'


def test_a_field_cannot_be_assigned_under_its_second_spelling() -> None:
    with pytest.raises(AttributeError, match="did you mean 'vmfthing_name'"):
        Quote().vmfThing = "x"


def test_a_field_cannot_be_given_with_both_of_its_names() -> None:
    place, message = refusal(lambda: Order(po_number="A", poNumber="B"))
    assert place == ()
    assert message.endswith("Order was given 'po_number' twice: also as 'poNumber'")


def test_a_single_lower_case_word_is_accepted_as_an_unknown_wire_name() -> None:
    assert Order(po_number="A", priority="high").to_dict() == {"poNumber": "A", "priority": "high"}


# Types and limits


def test_a_required_field_that_is_missing_is_named() -> None:
    assert refusal(Order)[0] == ("poNumber",)
    assert refusal(lambda: OrderCreateRequest(notes="n"))[0] == ("customerOrderNumber",)  # type: ignore[call-arg]


@pytest.mark.parametrize("key", ["po_number", "poNumber"])
def test_the_error_about_a_limit_names_the_field(key: str) -> None:
    assert Order.model_validate({key: "12345"}).po_number == "12345"
    place, message = refusal(lambda: Order.model_validate({key: "123456"}))
    assert place == (key,)
    assert "at most 5" in message


def test_a_limit_is_enforced_when_assigned() -> None:
    made = Order(po_number="A")
    assert refusal(lambda: setattr(made, "po_number", "123456"))[0] == ("po_number",)
    assert made.po_number == "A"


def test_the_published_limits_are_enforced() -> None:
    assert OrderCreateRequest(customer_order_number="x" * 35).customer_order_number == "x" * 35
    assert refusal(lambda: OrderCreateRequest(customer_order_number="x" * 36))[0] == ("customer_order_number",)
    assert refusal(lambda: OrderCreateRequest(customer_order_number=""))[0] == ("customer_order_number",)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"poNumber": 12345}, {"poNumber": "12345"}),
        ({"poNumber": 1.5}, {"poNumber": "1.5"}),
        ({"lid": {"boxCount": "2"}}, {"lid": {"boxCount": 2}}),
        ({"lid": {"boxCount": 2.0}}, {"lid": {"boxCount": 2}}),
        ({"lid": {"weight": "2.5"}}, {"lid": {"weight": 2.5}}),
        ({"lid": {"weight": 2}}, {"lid": {"weight": 2.0}}),
        ({"isUrgent": "true"}, {"isUrgent": True}),
        ({"isUrgent": "False"}, {"isUrgent": False}),
        ({"agreedRate": 1.25}, {"agreedRate": 1.25}),
        ({"agreedRate": "on request"}, {"agreedRate": "on request"}),
    ],
)
def test_the_usual_conversions_are_made(given: dict[str, Any], sent: dict[str, Any]) -> None:
    made = Order.model_validate({"poNumber": "A"} | given)
    assert made.to_dict() == {"poNumber": "A"} | sent
    assert json.loads(made.to_json()) == made.to_dict()


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"poNumber": True}, ("poNumber",)),
        ({"poNumber": ["A"]}, ("poNumber",)),
        ({"poNumber": None}, ("poNumber",)),
        ({"isUrgent": "perhaps"}, ("isUrgent",)),
        ({"lid": {"boxCount": "1,"}}, ("lid", "boxCount")),
        ({"lid": {"boxCount": 1.5}}, ("lid", "boxCount")),
        ({"lid": [{"boxCount": 1}]}, ("lid",)),
        ({"boxes": {"boxCount": 1}}, ("boxes",)),
        ({"boxes": [{"boxCount": 1}, "x"]}, ("boxes", 1)),
        ({"neededBy": 20260513}, ("neededBy",)),
    ],
)
def test_the_refusal_of_a_wrong_type_names_the_place(given: dict[str, Any], place: tuple[int | str, ...]) -> None:
    """Answers are read leniently, requests are not: a wrong value must not be sent."""
    assert refusal(lambda: Order.model_validate({"poNumber": "A"} | given))[0] == place


VERBS = "Input should be 'UPDATE', 'DELETE' or 'ADD'"


@pytest.mark.parametrize("value", ["update", "CHANGE", "ADD ", "", 1, True])
@pytest.mark.parametrize("name", ["add_update_delete_line", "addUpdateDeleteLine"])
def test_a_text_that_is_none_of_the_words_of_the_contract_is_refused_with_them(name: str, value: Any) -> None:
    assert refusal(lambda: OrderModifyRequestLinesInner(**{name: value})) == ((name,), VERBS)
    line = OrderModifyRequestLinesInner(add_update_delete_line="ADD")
    assert refusal(lambda: setattr(line, "add_update_delete_line", value)) == (("add_update_delete_line",), VERBS)
    place = ("lines", 0, "addUpdateDeleteLine")
    given = {"lines": [{"addUpdateDeleteLine": value}]}
    assert refusal(lambda: OrderModifyRequest.from_dict(given)) == (place, VERBS)
    assert refusal(lambda: OrderModifyRequest.from_json(json.dumps(given))) == (place, VERBS)


@pytest.mark.parametrize("verb", ["ADD", "UPDATE", "DELETE"])
def test_the_words_of_the_contract_are_sent_as_they_are(verb: str) -> None:
    for given in (verb, StrEnum("Verb", {verb: verb})(verb)):
        line = OrderModifyRequestLinesInner(add_update_delete_line=given)
        assert line.to_json() == f'{{"addUpdateDeleteLine":"{verb}"}}'
    assert OrderModifyRequestLinesInner(add_update_delete_line=None).to_json() == "{}"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "nan", "-inf"])
def test_nan_and_infinity_are_refused_instead_of_sent_as_null(value: Any) -> None:
    assert refusal(lambda: Box.model_validate({"weight": value}))[0] == ("weight",)
    line = {"ingramPartNumber": "AB12", "quantity": 1, "unitPrice": value}
    assert refusal(lambda: OrderCreateRequestLinesInner.from_dict(line))[0] == ("unitPrice",)


@pytest.mark.parametrize(
    "value",
    [
        date(2026, 5, 13),
        datetime(2026, 5, 13, 23, 59, tzinfo=UTC),
        datetime(2026, 5, 13, 0, 30, tzinfo=timezone(timedelta(hours=14))),
        "2026-05-13",
        "2026-05-13T23:30:00+14:00",
        "20260513",
        "13 May 2026",
        "Wed May 13 00:00:00 UTC 2026",
        "Wed May 13 23:00:00 CEST 2026",
    ],
)
def test_a_day_may_be_given_as_a_date_a_datetime_or_text(value: Any) -> None:
    made = Order(po_number="A", needed_by=value)
    assert made.needed_by == date(2026, 5, 13)
    assert type(made.needed_by) is date
    assert made.to_dict() == {"poNumber": "A", "neededBy": date(2026, 5, 13)}
    assert made.to_json() == '{"poNumber":"A","neededBy":"2026-05-13"}'


@pytest.mark.parametrize("value", ["soon", "", "2026-13-40", "9" * 400])
def test_the_refusal_of_a_text_that_is_not_a_date_names_the_form(value: str) -> None:
    place, message = refusal(lambda: Order.model_validate({"poNumber": "A", "neededBy": value}))
    assert place == ("neededBy",)
    assert message.endswith("is not a date; use yyyy-MM-dd")


@pytest.mark.parametrize(("value", "sent"), [(True, "true"), (False, "false"), ("TRUE", "TRUE"), (7, "7"), ("C", "C")])
def test_a_boolean_for_a_text_field_is_sent_in_json_spelling(value: Any, sent: str) -> None:
    assert Order(po_number="A", flag_text=value).to_dict()["flagText"] == sent


# None, null and second spellings


def test_none_is_left_out_unless_a_nullable_field_was_set_to_none() -> None:
    made = Quote(quote_number=None, other_number=None)
    assert made.to_dict() == {"quoteNumber": None}
    assert made.to_json() == '{"quoteNumber":null}'
    assert Quote().to_dict() == {}
    assert Quote().to_json() == "{}"
    assert Quote(quote_number="Q").to_dict() == {"quoteNumber": "Q"}


def test_null_can_be_assigned_to_a_nullable_field() -> None:
    made = Quote(other_number="1")
    made.quote_number = None
    made.other_number = None
    assert made.to_json() == '{"quoteNumber":null}'


def test_null_is_sent_in_nested_models() -> None:
    made = Parcel(other_note=None, quotes=[Quote(quote_number=None, other_number="1"), Quote(other_number="2")])
    document = {"quotes": [{"otherNumber": "1", "quoteNumber": None}, {"otherNumber": "2"}]}
    assert made.to_dict() == document
    assert json.loads(made.to_json()) == document
    assert Parcel.from_json('{"quotes": null, "otherNote": null, "parcelNote": null}').to_dict() == {
        "quotes": None,
        "parcelNote": None,
    }


def test_null_is_sent_for_the_nullable_fields_of_the_contract_only() -> None:
    made = AsyncOrderCreateDTO(quote_number=None, notes=None)
    assert json.loads(made.to_json()) == made.to_dict() == {"quoteNumber": None}


def test_nulls_have_python_names_in_a_dict_with_python_names() -> None:
    assert Quote(quote_number=None).model_dump(exclude_none=True) == {"quote_number": None}
    assert Quote.model_validate({"vmfThing": "v"}).model_dump(exclude_none=True) == {"vmfthing_name": "v"}
    assert Quote.model_validate({"quoteRemarks": "r"}).model_dump(exclude_none=True) == {"quoteremarks": "r"}


@pytest.mark.parametrize(
    "made",
    [
        Quote(quoteRemarks="r", vmfThing="v"),
        Quote.from_dict({"quoteRemarks": "r", "vmfThing": "v"}),
        Quote.from_json('{"quoteRemarks": "r", "vmfThing": "v"}'),
    ],
)
def test_a_second_spelling_in_a_request_fills_the_field_and_is_sent_unchanged(made: Quote) -> None:
    assert (made.quoteremarks, made.vmfthing_name) == ("r", "v")
    assert made.model_extra == {}
    assert made.to_dict() == {"quoteRemarks": "r", "vmfThing": "v"}
    assert Quote.from_json(made.to_json()) == made


def test_a_second_spelling_is_kept_in_nested_models() -> None:
    made = Parcel.from_dict({"quotes": [{"vmfThing": "v"}, {"vmfthingName": "w"}]})
    assert made is not None
    assert made.quotes is not None
    assert [each.vmfthing_name for each in made.quotes] == ["v", "w"]
    assert made.to_dict() == {"quotes": [{"vmfThing": "v"}, {"vmfthingName": "w"}]}


def test_a_second_spelling_is_kept_when_the_field_is_changed() -> None:
    made = Quote.model_validate({"vmfThing": "v"})
    made.vmfthing_name = "changed"
    assert made.to_dict() == {"vmfThing": "changed"}
    made.vmfthing_name = None
    assert made.to_dict() == {}


def test_a_second_spelling_beside_the_first_is_sent_unchanged() -> None:
    made = Quote.model_validate({"vmfThing": "second", "vmfthingName": "first"})
    assert made.vmfthing_name == "first"
    assert made.to_dict() == {"vmfThing": "second", "vmfthingName": "first"}


def test_a_second_spelling_is_checked_like_the_first() -> None:
    assert refusal(lambda: Quote.from_dict({"vmfThing": ["v"]}))[0][-1] == "vmfthingName"


def test_a_model_with_second_spellings_accepts_models_and_refuses_values_that_are_not_objects() -> None:
    made = Quote(other_number="1")
    assert Quote.from_dict(made) == made
    with pytest.raises(ValidationError):
        Quote.from_dict("text")
    with pytest.raises(ValidationError):
        Quote.from_json("[]")


def test_the_second_spelling_of_a_v7_order_is_sent_unchanged() -> None:
    document = {"customerOrderNumber": "A", "vmfAdditionalAttributes": [{"attributeName": "a", "attributeValue": "b"}]}
    made = AsyncOrderCreateDTO.from_dict(document)
    assert made is not None
    assert made.vmfadditional_attributes is not None
    assert made.vmfadditional_attributes[0].attribute_name == "a"
    assert made.to_dict() == document
    ours = AsyncOrderCreateDTO(vmfadditional_attributes=made.vmfadditional_attributes)
    assert list(ours.to_dict()) == ["vmfadditionalAttributes"]


def test_invalid_json_text_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="Invalid JSON"):
        Order.from_json("{")


def test_invalid_json_raises_the_error_of_the_standard_library() -> None:
    for model in (Order, OrderDetailB2B):
        with pytest.raises(json.JSONDecodeError):
            model.from_json("{bad")


@pytest.mark.parametrize("key", ["poNumbr", "po_nr", "PoNumber", "poNum"])
def test_the_error_about_a_missing_field_names_a_similar_unknown_name(key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Order.model_validate({key: "A", "boxes": [{"boxCount": "many", "wieght": 1}]})
    complaints = {(each["loc"], each["msg"]) for each in refused.value.errors()}
    assert (("poNumber",), "Field required") in complaints
    assert ((), f"Value error, Order has no field {key!r}; did you mean 'po_number'?") in complaints
    assert (("boxes", 0), "Value error, Box has no field 'wieght'; did you mean 'weight'?") in complaints
    assert ("boxes", 0, "boxCount") in {place for place, _ in complaints}


def test_the_error_does_not_name_unknown_fields_unlike_any_field() -> None:
    with pytest.raises(ValidationError) as refused:
        Order.model_validate({"globalSkuId": "g"})
    assert [each["loc"] for each in refused.value.errors()] == [("poNumber",)]


def test_a_model_shows_only_what_is_set() -> None:
    assert repr(Order(po_number="A", boxes=[{"boxCount": 1}])) == "Order(po_number='A', boxes=[Box(box_count=1)])"
    assert repr(OrderDetailB2B.from_json('{"lines": null}')) == "OrderDetailB2B(lines=None)"


@pytest.mark.parametrize("key", ["Quantity", "QUANTITY", "ingrampartnumber"])
def test_a_field_is_not_given_twice_in_two_cases(key: str) -> None:
    with pytest.raises(ValidationError, match=f"has no field '{key}'; did you mean"):
        OrderCreateRequestLinesInner.model_validate({"quantity": 1, "ingramPartNumber": "A", key: 100})
