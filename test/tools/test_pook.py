"""Answers made up with pook are those of the client, and what pook does not know is not sent."""

from __future__ import annotations

import pook
import pytest
from tools_kit import ORDER, PLACED, WHO, Real

from xi.sdk.resellers import OrdersApi


@pytest.mark.parametrize("warm", [False, True], ids=["before any call", "after a call"])
def test_an_answer_of_pook_is_the_result(real: Real, orders: OrdersApi, warm: bool) -> None:
    if warm:
        orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
    heard = real.heard
    with pook.use():
        create = pook.post(f"{real.url}/resellers/v6/orders").json(ORDER)
        create.reply(201).json({"customerOrderNumber": "PO-9", **PLACED})
        pook.get(f"{real.url}/resellers/v6.1/orders/20-AB1CD").reply(200).json({"ingramOrderNumber": "20-POOK"})
        assert orders.post_createorder_v6(*WHO, ORDER).customer_order_number == "PO-9"
        assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-POOK"
    assert real.heard == heard
    assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"


def test_a_call_that_pook_does_not_know_is_its_own_error_and_not_sent(real: Real, orders: OrdersApi) -> None:
    with pook.use(), pytest.raises(pook.exceptions.PookNoMatches):
        orders.post_createorder_v6(*WHO, ORDER)
    assert real.heard == 0


def test_an_error_status_of_pook_is_an_exception_of_ours(real: Real, orders: OrdersApi) -> None:
    with pook.use():
        pook.post(f"{real.url}/resellers/v6/orders").reply(400).json({"message": "no such part"})
        with pytest.raises(Exception, match="no such part") as caught:
            orders.post_createorder_v6(*WHO, ORDER)
    assert caught.value.status == 400
    assert real.heard == 0
