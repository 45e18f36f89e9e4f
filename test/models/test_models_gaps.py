"""None among the items of a list of models, which programs append, and an empty text in place of such a list."""

from __future__ import annotations

import json
from typing import Any

import pytest
from models_kit import full
from pydantic import ValidationError, field_serializer

from xi.sdk.resellers import models
from xi.sdk.resellers.models._gaps import are_models
from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._schema import ListOf, Nested, OneOrMany, fields, wire_names

LINE = models.OrderCreateRequestLinesInner(ingram_part_number="D", quantity=1)
WRITTEN = {"ingramPartNumber": "D", "quantity": 1}


def lists_of_models() -> list[tuple[type[RequestModel], str]]:
    """Return each list of models that is sent, by model and wire name."""
    found: list[tuple[type[RequestModel], str]] = []
    for name in models.__all__:
        model = getattr(models, name)
        if issubclass(model, RequestModel):
            for wire, kind in fields(model).items():
                if are_models(kind.many if isinstance(kind, OneOrMany) else kind):
                    found.append((model, wire))
    return found


@pytest.mark.parametrize(("model", "wire"), lists_of_models(), ids=lambda each: getattr(each, "__name__", each))
def test_none_is_left_out_of_each_list_of_models(model: type[RequestModel], wire: str) -> None:
    kind = fields(model)[wire]
    kind = kind.many if isinstance(kind, OneOrMany) else kind
    assert isinstance(kind, ListOf)
    assert isinstance(kind.item, Nested)
    names, known = wire_names(kind.item.model), kind.item.model.model_fields
    values = {key: value for key, value in full(kind.item.model).items() if known[names[key]].is_required()}
    part = kind.item.model.model_validate(values)
    written = part.to_dict()
    request = model.model_construct()
    request.__dict__[wire_names(model)[wire]] = [None, part, None, part]
    assert request.to_dict()[wire] == [written, written]
    assert json.loads(request.to_json())[wire] == [json.loads(part.to_json())] * 2


def test_what_is_left_of_a_list_is_sent() -> None:
    order = models.OrderCreateRequest(customer_order_number="P", notes="[null,null]", lines=[LINE])
    assert order.lines is not None
    order.lines.append(None)  # type: ignore[arg-type]
    assert json.loads(order.to_json()) == order.to_dict()
    assert order.to_dict() == {"customerOrderNumber": "P", "notes": "[null,null]", "lines": [WRITTEN]}
    order.lines = []
    order.lines.append(None)  # type: ignore[arg-type]
    assert json.loads(order.to_json())["lines"] == order.to_dict()["lines"] == []


def test_the_one_address_that_is_left_is_sent_as_an_object() -> None:
    address = models.FreightRequestShipToAddressInner(city="Irvine")
    freight = models.FreightRequest(ship_to_address=[address])
    freight.ship_to_address.append(None)  # type: ignore[union-attr, arg-type]
    assert freight.to_dict() == json.loads(freight.to_json()) == {"shipToAddress": {"city": "Irvine"}}


def test_an_answer_is_written_without_it_too() -> None:
    details = models.OrderDetailB2B.from_dict({"lines": [None, {"quantity": 1}]})
    assert details is not None
    assert details.to_dict() == {"lines": [None, {"quantity": 1}]}  # as the server sent it
    details.lines.append(None)  # type: ignore[union-attr, arg-type]
    assert details.to_dict() == {"lines": [{"quantity": 1}]}


def test_none_is_a_value_in_a_list_of_texts() -> None:
    invoice = models.InvoiceSearchResponseInvoicesInner(special_bid_numbers=["a"])
    invoice.special_bid_numbers.append(None)  # type: ignore[union-attr, arg-type]
    assert invoice.to_dict() == json.loads(invoice.to_json()) == {"specialBidNumbers": ["a", None]}


@pytest.mark.parametrize("empty", ["", {}])
@pytest.mark.parametrize(("model", "wire"), lists_of_models(), ids=lambda each: getattr(each, "__name__", each))
def test_an_empty_text_or_object_is_an_empty_list(model: type[RequestModel], wire: str, empty: Any) -> None:
    names, known = wire_names(model), model.model_fields
    needed = {key: value for key, value in full(model).items() if known[names[key]].is_required() and key != wire}
    given = {**needed, wire: empty}
    # For the address of freight, 1.3.0 has an object.
    sent: Any = {} if (model, empty) == (models.FreightRequest, {}) and wire == "shipToAddress" else []
    for key in (wire, names[wire]):
        said = {**needed, key: empty}
        for found in (
            model.from_dict(said),
            model.from_json(json.dumps(said)),
            model.from_json(json.dumps(said).encode()),
        ):
            assert found is not None
            assert found.to_dict()[wire] == json.loads(found.to_json())[wire] == sent
    if sent == []:
        with pytest.raises(ValidationError):
            model.model_validate(given)
    assert given[wire] == empty


def test_an_empty_text_within_a_line_is_an_empty_list() -> None:
    given = {"customerOrderNumber": "P", "lines": [{"quantity": 1, "endUserInfo": ""}], "additionalAttributes": {}}
    order = models.OrderCreateRequest.from_dict(given)
    assert order is not None
    assert order.to_dict() == {
        "customerOrderNumber": "P",
        "lines": [{"quantity": 1, "endUserInfo": []}],
        "additionalAttributes": [],
    }


@pytest.mark.parametrize("other", ["x", " ", {"a": 1}, 0, False, [""], [None]])
def test_no_other_text_or_object_is_a_list(other: Any) -> None:
    given = {"customerOrderNumber": "P", "lines": other, "additionalAttributes": ""}
    with pytest.raises(ValidationError, match="lines"):
        models.OrderCreateRequest.from_dict(given)
    with pytest.raises(ValidationError, match="lines"):
        models.OrderCreateRequest.from_json(json.dumps(given))


class Dumped(models.OrderCreateRequest):
    """A request that pydantic's method writes."""

    def model_dump(self, **options: Any) -> dict[str, Any]:
        return super().model_dump(**options)


class Shouting(models.OrderCreateRequest):
    """A request that says how one of its fields is written."""

    @field_serializer("notes")
    def loud(self, notes: str | None) -> str | None:
        return notes


@pytest.mark.parametrize("model", [Dumped, Shouting])
def test_a_class_of_a_program_that_writes_itself_sends_none_neither(model: type[models.OrderCreateRequest]) -> None:
    order = model(customer_order_number="P", lines=[LINE.model_copy()])
    assert order.lines is not None
    order.lines.append(None)  # type: ignore[arg-type]
    order.lines[0].additional_attributes = []
    order.lines[0].additional_attributes.append(None)  # type: ignore[arg-type]
    assert order.to_dict()["lines"] == [{**WRITTEN, "additionalAttributes": []}]
    assert json.loads(order.to_json()) == order.to_dict()
