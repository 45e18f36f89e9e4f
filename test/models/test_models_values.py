"""Models as values: equality, copies and pickles keep everything, unparsed values too."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from xi.sdk.resellers.models import (
    AsyncOrderCreateDTO,
    OrderCreateRequest,
    OrderCreateRequestLinesInner,
    OrderCreateRequestShipmentDetails,
    OrderDetailB2B,
    OrderModifyResponse,
)
from xi.sdk.resellers.models._model import Model
from xi.sdk.resellers.models._types import read_date

Copy = Callable[[Any], Any]

VALUES: list[Model] = [
    OrderCreateRequest(
        customer_order_number="PO-1",
        lines=[OrderCreateRequestLinesInner(ingram_part_number="AB12", quantity=2)],
        unknownKey={"kept": [1]},
    ),
    AsyncOrderCreateDTO.model_validate({"quoteNumber": None, "vmfAdditionalAttributes": [{"attributeName": "a"}]}),
    OrderDetailB2B.from_json('{"ingramOrderNumber": 12, "lines": null, "more": 1}'),
    OrderDetailB2B.from_json('{"lines": ["?", {"quantityOrdered": "?"}], "orderTotal": "?"}'),
    OrderDetailB2B.from_json("[1, 2]"),
    OrderModifyResponse.from_json('{"orderNumber": "1", "lines": {"lineNumber": {}}}'),
]
COPIES: list[Copy] = [
    copy.copy,
    copy.deepcopy,
    lambda value: value.model_copy(),
    lambda value: value.model_copy(deep=True),
    *(lambda value, protocol=protocol: pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, 6)),
]


@pytest.mark.parametrize("duplicate", COPIES)
@pytest.mark.parametrize("value", VALUES)
def test_a_copy_is_equal_and_writes_the_same(value: Model, duplicate: Copy) -> None:
    twin = duplicate(value)
    assert twin is not value
    assert twin == value
    assert type(twin) is type(value)
    assert twin.to_json() == value.to_json()
    assert twin.to_dict() == value.to_dict()
    assert twin.model_fields_set == value.model_fields_set
    assert getattr(twin, "unparsed", None) == getattr(value, "unparsed", None)


@pytest.mark.parametrize("duplicate", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_deep_copy_shares_nothing(duplicate: Copy) -> None:
    value = OrderDetailB2B.from_json('{"lines": [{"quantityOrdered": "?"}], "orderTotal": {"a": 1}}')
    twin = duplicate(value)
    twin.lines[0].line_status = "changed"
    twin.unparsed["/orderTotal"]["a"] = 2
    assert value.to_dict() == {"lines": [{"quantityOrdered": "?"}], "orderTotal": {"a": 1}}


def test_models_with_the_same_values_are_equal() -> None:
    assert OrderDetailB2B(order_total=1) == OrderDetailB2B.from_json('{"orderTotal": "1"}')
    assert OrderDetailB2B(order_total=1) != OrderDetailB2B(order_total=2)
    assert OrderDetailB2B(more=1) != OrderDetailB2B(more=2)
    assert OrderDetailB2B() != OrderModifyResponse()


def test_unparsed_values_count_in_a_comparison() -> None:
    assert OrderDetailB2B.from_json('{"orderTotal": "x"}') == OrderDetailB2B.from_json('{"orderTotal": "x"}')
    assert OrderDetailB2B.from_json('{"orderTotal": "x"}') != OrderDetailB2B.from_json('{"orderTotal": "y"}')
    assert OrderDetailB2B.from_json('{"orderTotal": "x"}') != OrderDetailB2B()


def test_str_of_an_answer_has_wire_names() -> None:
    found = OrderDetailB2B.from_json(
        '{"ingramOrderNumber": "20-ABC12", "orderTotal": "?", "lines": [{"taxAmount": 1}]}'
    )
    assert found.to_str().split("\n") == [
        "{'ingramOrderNumber': '20-ABC12',",
        " 'lines': [{'taxAmount': 1}],",
        " 'orderTotal': '?'}",
    ]


def test_str_of_a_token_answer_does_not_show_the_token() -> None:
    from xi.sdk.resellers.models import AccesstokenResponse

    found = AccesstokenResponse.from_json('{"access_token": "secret-token", "expires_in": 86400}')
    assert found.access_token == "secret-token"
    assert "secret-token" not in repr(found)


@pytest.mark.parametrize("value", VALUES)
def test_json_is_compact_and_in_ascii_and_bytes_are_the_same_in_utf8(value: Any) -> None:
    value = copy.deepcopy(value)
    value.notes = "naïve ✓ 😀"
    text, sent = value.to_json(), value.to_json_bytes()
    assert "naïve ✓ 😀".encode() in sent
    assert text == json.dumps(json.loads(text), separators=(",", ":"))
    assert sent == json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False).encode()


def test_to_dict_returns_a_new_dict() -> None:
    found = OrderDetailB2B.from_json('{"orderTotal": "?", "lines": [{"quantityOrdered": 1}]}')
    found.to_dict()["lines"].clear()
    found.to_dict()["orderTotal"] = "changed"
    assert found.to_dict() == {"orderTotal": "?", "lines": [{"quantityOrdered": 1}]}


@pytest.mark.parametrize("text", ["May", "10", "2026", "May 2026", "13:00"])
def test_a_partial_date_is_refused_and_not_completed_from_today(text: str) -> None:
    with pytest.raises(ValueError, match="only a part of a date"):
        read_date(text)


@pytest.mark.parametrize("number", [0, 20260501, 1.5, 1777593600, True])
def test_a_number_is_refused_as_a_date(number: Any) -> None:
    """As seconds or milliseconds since 1970 it would be sent as a wrong day."""
    with pytest.raises(ValueError, match=r"is not a date; use yyyy-MM-dd"):
        OrderCreateRequestShipmentDetails(requested_delivery_date=number)


def test_a_value_that_bypassed_the_checks_is_refused_when_it_is_written() -> None:
    order = OrderCreateRequest(customer_order_number="PO-1", lines=[])
    assert order.lines is not None
    order.lines.append({"quantity": "a lot"})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"quantity|OrderCreateRequestLinesInner"):
        order.to_json_bytes()
