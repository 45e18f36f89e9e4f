"""Subclasses of models that a program makes: what they add is written and sent, under the names that they give."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any, ClassVar

import pytest
from models_kit import full
from pydantic import ConfigDict, Field, PrivateAttr, ValidationError, field_serializer

from xi.sdk.resellers import OrderCreateRequest, OrderCreateRequestLinesInner, OrderDetailB2B, models
from xi.sdk.resellers.models import OrderDetailB2BLinesInner
from xi.sdk.resellers.models._model import Model, ResponseModel


class TaggedRequest(OrderCreateRequest):
    """A request with a field under its own name."""

    my_tag: str | None = None


class NumberedRequest(TaggedRequest):
    """A request that adds to another one of the program."""

    batch_number: int = 3


class LineWithReference(OrderCreateRequestLinesInner):
    """A line with a field under a name for the wire."""

    my_ref: str | None = Field(default=None, alias="myRef")


class LineInOwnWay(OrderCreateRequestLinesInner):
    """A line that writes itself."""

    def to_dict(self) -> dict[str, Any]:
        return {**super().to_dict(), "y": 2}


class DumpedInOwnWay(OrderCreateRequestLinesInner):
    """A line that pydantic's method writes."""

    def model_dump(self, **options: Any) -> dict[str, Any]:
        return {**super().model_dump(**options), "z": 3}


class RoundedLine(OrderCreateRequestLinesInner):
    """A line that says how one of its fields is written."""

    @field_serializer("quantity")
    def rounded(self, quantity: int) -> str:
        return f"{quantity}.0"


LINE = {"quantity": 1}


@pytest.mark.parametrize(
    ("model", "written"),
    [
        (TaggedRequest(customer_order_number="P", my_tag="a"), {"my_tag": "a"}),
        (NumberedRequest(customer_order_number="P", my_tag="a"), {"my_tag": "a", "batch_number": 3}),
        (
            OrderCreateRequest(customer_order_number="P", lines=[LineWithReference(quantity=1, my_ref="r")]),
            {"lines": [{**LINE, "myRef": "r"}]},
        ),
        (
            TaggedRequest(customer_order_number="P", lines=[LineWithReference(quantity=1, my_ref="r")]),
            {"lines": [{**LINE, "myRef": "r"}]},
        ),
        (
            OrderCreateRequest(customer_order_number="P", lines=[LineInOwnWay(quantity=1)]),
            {"lines": [{**LINE, "y": 2}]},
        ),
        (
            OrderCreateRequest(customer_order_number="P", lines=[DumpedInOwnWay(quantity=1)]),
            {"lines": [{**LINE, "z": 3}]},
        ),
        (
            OrderCreateRequest(customer_order_number="P", lines=[RoundedLine(quantity=1)]),
            {"lines": [{"quantity": "1.0"}]},
        ),
    ],
    ids=lambda each: "" if isinstance(each, dict) else type(each).__name__,
)
def test_what_a_program_adds_is_written_and_sent(model: Model, written: dict[str, Any]) -> None:
    assert model.to_dict() == {"customerOrderNumber": "P", **written}
    assert json.loads(model.to_json()) == model.to_dict()
    assert json.loads(model.to_json_bytes()) == model.to_dict()


class Tenanted(OrderCreateRequest):
    """A request with all that a class has beside fields."""

    kinds: ClassVar[int] = 3
    _tenant: str = PrivateAttr(default="")

    @property
    def po(self) -> str:
        """The number of the order under a name of the program."""
        return self.customer_order_number

    @po.setter
    def po(self, value: str) -> None:
        self.customer_order_number = value

    @cached_property
    def weight(self) -> int:
        """What is costly to find."""
        return 1


def test_attributes_that_are_no_fields_are_set_as_in_pydantic() -> None:
    request = Tenanted(customer_order_number="P")
    request._tenant, request.po, request.weight = "a", "Q", 7
    request._undeclared = "b"  # type: ignore[attr-defined]
    assert (request._tenant, request.customer_order_number, request.weight) == ("a", "Q", 7)
    assert request.to_dict() == json.loads(request.to_json()) == {"customerOrderNumber": "Q"}
    with pytest.raises(AttributeError, match="ClassVar"):
        request.kinds = 4  # type: ignore[misc]
    with pytest.raises(AttributeError, match="has no field 'notez'; did you mean 'notes'"):
        request.notez = "n"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="has no field 'shout'"):
        request.shout = "n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", models.__all__)
def test_every_model_can_be_given_private_attributes_and_properties(name: str) -> None:
    had: list[Any] = []

    def keep(_: object, value: Any) -> None:
        had.append(value)

    members = {"__annotations__": {"_tenant": str}, "_tenant": "", "po": property(None, keep), "__module__": __name__}
    model: Any = type("Own", (getattr(models, name),), members)
    made = model.model_construct()
    made._tenant, made.po = "a", "Q"
    assert (made._tenant, had) == ("a", ["Q"])


def test_what_a_program_adds_is_read_under_its_name() -> None:
    found = TaggedRequest.from_dict({"customerOrderNumber": "P", "my_tag": "a"})
    assert found is not None
    assert (found.customer_order_number, found.my_tag) == ("P", "a")

    class Details(OrderDetailB2B):
        """An answer with a field that the contract does not have."""

        loyalty_points: int | None = None

    answer = Details.from_json('{"ingramOrderNumber": "20-X", "loyalty_points": "7", "other": 1}')
    assert (answer.ingram_order_number, answer.loyalty_points) == ("20-X", 7)
    assert answer.to_dict() == {"ingramOrderNumber": "20-X", "loyalty_points": 7, "other": 1}


def test_an_answer_is_read_by_a_subclass_that_forbids_unknown_keys() -> None:
    class Exact(OrderDetailB2B):
        """A model that programs cannot make with a key by mistake."""

        model_config = ConfigDict(extra="forbid")

    answer = Exact.from_dict({"ingramOrderNumber": "20-X", "other": 1})
    assert (answer.ingram_order_number, answer.to_dict()) == ("20-X", {"ingramOrderNumber": "20-X", "other": 1})
    with pytest.raises(ValidationError):
        Exact.model_validate({"other": 1})


def with_constructor(base: type[Model]) -> tuple[type[Model], list[set[str]]]:
    """Return a subclass with a constructor of its own, and the names that each call of it was given."""
    calls: list[set[str]] = []

    class Constructed(base):  # type: ignore[misc, valid-type]
        """A model that keeps what it was made of."""

        def __init__(self, **given: Any) -> None:
            super().__init__(**given)
            calls.append(set(given))

    return Constructed, calls


@pytest.mark.parametrize("name", [each for each in models.__all__ if issubclass(getattr(models, each), ResponseModel)])
def test_the_constructor_of_a_subclass_is_called_once_for_each_answer(name: str) -> None:
    model, calls = with_constructor(getattr(models, name))
    body = full(model)
    for found in (model.from_dict(body), model.from_json(json.dumps(body))):
        assert type(found) is model
        assert found.to_dict() == getattr(models, name).from_dict(body).to_dict()
    assert len(calls) == 2
    model.from_json(json.dumps({each.upper(): value for each, value in body.items()}))
    assert len(calls) == 3


def test_the_constructor_of_a_subclass_is_given_an_answer_that_does_not_fit() -> None:
    model, calls = with_constructor(OrderDetailB2B)
    body = {"orderTotal": "many", "CustomerOrderNumber": "P", "lines": [None, {"quantity": 1}], "new": 1}
    found = model.from_dict(body)
    assert isinstance(found, OrderDetailB2B)
    assert calls == [{"orderTotal", "customerOrderNumber", "lines", "new"}]
    assert (found.order_total, found.customer_order_number) == (None, "P")
    assert found.unparsed == {"/orderTotal": "many", "/lines/0": None}
    assert found.to_dict() == body


def test_the_constructor_of_a_part_is_called_too() -> None:
    line, calls = with_constructor(OrderDetailB2BLinesInner)

    class Details(OrderDetailB2B):
        """An answer with lines of a program."""

        model_config = ConfigDict(extra="forbid")
        lines: list[line] | None = None  # type: ignore[valid-type]

        def __init__(self, **given: Any) -> None:
            super().__init__(**{**given, "notes": "made"})

    found = Details.from_json('{"lines": [{"quantity": 1}, {"quantity": "x"}], "other": 1}')
    assert calls == [{"quantity"}, {"quantity"}]
    assert found.to_dict() == {"notes": "made", "lines": [{"quantity": 1}, {"quantity": "x"}], "other": 1}


@pytest.mark.parametrize("body", [{"orderTotal": 1}, {"orderTotal": "many", "OrderStatus": "x"}])
def test_what_follows_the_construction_of_a_subclass_is_done(body: dict[str, Any]) -> None:
    class Seen(OrderDetailB2B):
        """An answer that looks at itself."""

        _seen: str | None = PrivateAttr(default=None)

        def model_post_init(self, _: Any, /) -> None:
            self._seen = f"{self.order_total}"

    for found in (Seen.from_dict(body), Seen.from_json(json.dumps(body))):
        assert found is not None
        assert found._seen == f"{found.order_total}"
        assert found.to_dict() == body
