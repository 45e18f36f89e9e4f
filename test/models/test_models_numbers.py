"""Numbers keep their type: a whole number is an int, any other a float, and no digit is lost."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import ValidationError

from xi.sdk.resellers.models import (
    OrderCreateRequestLinesInner,
    OrderCreateRequestLinesInnerEndUserInfoInner,
    OrderCreateResponse,
    OrderDetailB2B,
)

BIG = 2**53 + 1
"""The first whole number that no float can hold."""
ANSWERS: dict[str, Any] = {
    "10": 10,
    "0": 0,
    "-7": -7,
    str(BIG): BIG,
    "7.0": 7.0,
    "12.50": 12.5,
    "1e2": 100.0,
    '"10"': 10,
    f'" {BIG} "': BIG,
    '"7.0"': 7.0,
    '"-0.5"': -0.5,
}
REQUESTS: dict[str, tuple[Any, str]] = {
    "a whole number": (7, "7"),
    "beyond a float": (BIG, str(BIG)),
    "a float": (7.0, "7.0"),
    "text": ("7.10", "7.1"),
    "whole text": (str(BIG), str(BIG)),
    "a decimal": (Decimal("7.10"), "7.1"),
    "a whole decimal": (Decimal(BIG), str(BIG)),
}


def same(found: Any, expected: Any) -> bool:
    return type(found) is type(expected) and found == expected


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_holds_the_number_that_was_sent(text: str) -> None:
    sent = f'{{"purchaseOrderTotal":{text}}}'
    for found in (OrderCreateResponse.from_json(sent), OrderCreateResponse.from_dict(json.loads(sent))):
        assert found is not None
        assert same(found.purchase_order_total, ANSWERS[text])
        assert same(json.loads(found.to_json())["purchaseOrderTotal"], ANSWERS[text])
        assert same(found.to_dict()["purchaseOrderTotal"], ANSWERS[text])


def test_a_number_is_read_the_same_beside_one_that_does_not_fit() -> None:
    found = OrderDetailB2B.from_json(f'{{"orderTotal":{BIG},"orderSubTotal":"a lot","freightCharges":"8"}}')
    assert same(found.order_total, BIG)
    assert found.order_sub_total is None
    assert found.unparsed == {"/orderSubTotal": "a lot"}


@pytest.mark.parametrize("case", REQUESTS)
def test_a_request_sends_the_number_that_was_given(case: str) -> None:
    given, sent = REQUESTS[case]
    assert OrderCreateRequestLinesInner(unit_price=given).to_json_bytes() == f'{{"unitPrice":{sent}}}'.encode()


@pytest.mark.parametrize("given", [True, "a lot", "", float("nan"), [1]])
def test_a_value_that_is_not_a_number_is_refused_in_one_line(given: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        OrderCreateRequestLinesInner(unit_price=given)
    (complaint,) = refused.value.errors()
    assert complaint["loc"] == ("unit_price",)
    assert "number" in complaint["msg"]


def test_text_stays_text_in_a_field_for_text_or_number() -> None:
    for given in ("0049123", "+1 555", "15551234"):
        assert OrderCreateRequestLinesInnerEndUserInfoInner(phone_number=given).phone_number == given


def test_the_annotation_names_both_types() -> None:
    assert set(get_args(get_type_hints(OrderDetailB2B)["order_total"])) == {int, float, type(None)}
