"""The client gets the answers of pook, and a call without an answer in pook is not sent."""

from __future__ import annotations

import pook
import pytest
from tools_kit import ORDER, PLACED, WHO, CountingServer

from xi.sdk.resellers import OrdersApi


@pytest.mark.parametrize("warm", [False, True], ids=["before any call", "after a call"])
def test_the_client_gets_the_answer_of_pook(server: CountingServer, orders: OrdersApi, warm: bool) -> None:
    if warm:
        orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
    before = server.count
    with pook.use():
        create = pook.post(f"{server.url}/resellers/v6/orders").json(ORDER)
        create.reply(201).json({"customerOrderNumber": "PO-9", **PLACED})
        pook.get(f"{server.url}/resellers/v6.1/orders/20-AB1CD").reply(200).json({"ingramOrderNumber": "20-POOK"})
        assert orders.post_createorder_v6(*WHO, ORDER).customer_order_number == "PO-9"
        assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-POOK"
    assert server.count == before
    assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"


def test_a_call_without_an_answer_in_pook_raises_its_error_and_is_not_sent(
    server: CountingServer, orders: OrdersApi
) -> None:
    with pook.use(), pytest.raises(pook.exceptions.PookNoMatches):
        orders.post_createorder_v6(*WHO, ORDER)
    assert server.count == 0


def test_an_error_status_of_pook_raises_the_usual_exception(server: CountingServer, orders: OrdersApi) -> None:
    with pook.use():
        pook.post(f"{server.url}/resellers/v6/orders").reply(400).json({"message": "no such part"})
        with pytest.raises(Exception, match="no such part") as caught:
            orders.post_createorder_v6(*WHO, ORDER)
    assert caught.value.status == 400
    assert server.count == 0
