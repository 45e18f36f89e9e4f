"""An answer that names another call's order is not this call's, though it echoes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from unit_kit import ORDER, WHO, Connected, ScriptedTransport, answer

from xi.sdk.resellers.exceptions import UnreadableResponseException


def placed(po: str) -> Any:
    return answer(201, {"customerOrderNumber": po, "orders": [{"ingramOrderNumber": f"20-{po}"}]})


def create(client: Connected, po: str) -> Any:
    return client.orders.post_createorder_v6(*WHO, {**ORDER, "customerOrderNumber": po})


def test_a_create_is_not_told_of_the_order_of_the_call_before() -> None:
    dropped: list[ScriptedTransport] = []
    client = Connected(placed("PO-1"), placed("po-1 "))
    client.transport.drop_connections = lambda: dropped.append(client.transport)  # type: ignore[attr-defined]
    assert create(client, "PO-1").customer_order_number == "PO-1"
    with pytest.raises(UnreadableResponseException, match="the answer to another call") as caught:
        create(client, "PO-2")
    assert caught.value.may_have_been_acted_on
    assert caught.value.customer_order_number == "PO-2"
    assert dropped == [client.transport], "each answer on that connection would go to the wrong call"


def test_a_purchase_order_that_no_call_asked_for_proves_nothing() -> None:
    client = Connected(placed("PO-2026"), placed("Po-2"))
    assert create(client, "PO-1").customer_order_number == "PO-2026", "shortened or padded by the server, say"
    assert create(client, " po-2").customer_order_number == "Po-2"


def test_details_are_those_of_the_order_that_was_asked_for() -> None:
    client = Connected(*(answer(200, {"ingramOrderNumber": "20-A"}) for _ in range(2)))
    assert client.orders.get_orderdetails_v6_1("20-A", *WHO).ingram_order_number == "20-A"
    with pytest.raises(UnreadableResponseException, match="the answer to another call") as caught:
        client.orders.get_orderdetails_v6_1("20-B", *WHO)
    assert not caught.value.may_have_been_acted_on


def test_details_of_a_sub_order_name_its_order() -> None:
    client = Connected(*(answer(200, {"ingramOrderNumber": "20-RD128"}) for _ in range(5)))
    for asked in ("20-RD128", "20-RD128-11", "20-rd128-12", "20RD128"):
        assert client.orders.get_orderdetails_v6_1(asked, *WHO).ingram_order_number == "20-RD128"
    with pytest.raises(UnreadableResponseException, match="the answer to another call"):
        client.orders.get_orderdetails_v6_1("20-RD129-11", *WHO)


def test_purchase_orders_that_end_like_sub_orders_are_told_apart() -> None:
    client = Connected(placed("20-RD128-11"), placed("20-RD128-11"))
    create(client, "20-RD128-11")
    with pytest.raises(UnreadableResponseException, match="the answer to another call"):
        create(client, "20-RD128-12")
