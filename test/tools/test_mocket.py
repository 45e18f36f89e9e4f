"""The client gets the answers of mocket, which replaces sockets and TLS."""

from __future__ import annotations

import json

import mocket
import pytest
from mocket.mocks.mockhttp import Entry
from tools_kit import ORDER, PLACED, WHO, CountingServer

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # mocket leaves a socket below its TLS open
@pytest.mark.parametrize("host", ["the server's", "http://localhost:8001", "https://api.example:8443"])
def test_the_client_gets_the_answer_of_mocket(server: CountingServer, host: str) -> None:
    url = server.url if host == "the server's" else host
    with ApiClient(Configuration(host=url, access_token="t")) as client:
        orders = OrdersApi(client)
        if url == server.url:
            orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
        before = server.count
        with mocket.Mocketizer(strict_mode=True):
            Entry.single_register(
                Entry.POST,
                f"{url}/resellers/v6/orders",
                json.dumps({"customerOrderNumber": "PO-9", **PLACED}),
                status=201,
            )
            Entry.single_register(
                Entry.GET, f"{url}/resellers/v6.1/orders/20-AB1CD", json.dumps({"ingramOrderNumber": "20-MOCKET"})
            )
            for _ in range(2):
                assert orders.post_createorder_v6(*WHO, ORDER).customer_order_number == "PO-9"
                assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-MOCKET"
            assert json.loads(mocket.Mocket.request_list()[0].body) == ORDER
        assert server.count == before
        if url == server.url:
            assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"


def test_a_call_without_an_answer_in_mocket_is_not_sent(server: CountingServer, orders: OrdersApi) -> None:
    with mocket.Mocketizer(strict_mode=True), pytest.raises(Exception, match=r".") as caught:
        orders.post_createorder_v6(*WHO, ORDER, _deadline=0.2)
    assert caught.type is not AssertionError
    assert server.count == 0
