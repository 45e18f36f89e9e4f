"""vcrpy records requests and answers on a cassette, and replays them without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
import vcr
from tools_kit import ORDER, WHO, CountingServer

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi


@pytest.mark.parametrize("warm", [False, True], ids=["before any call", "after a call"])
def test_a_recorded_call_is_replayed_and_not_sent(
    server: CountingServer, orders: OrdersApi, tmp_path: Path, warm: bool
) -> None:
    if warm:
        orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
    before = server.count
    cassette = str(tmp_path / "orders.yaml")
    for once in (True, False):
        with vcr.use_cassette(cassette, record_mode="once", filter_headers=["Authorization"]) as tape:
            assert orders.post_createorder_v6(*WHO, ORDER).customer_order_number == "PO-1"
            assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"
            assert once or tape.all_played
        assert server.count == before + 2
    assert "t-secret" not in Path(cassette).read_text()


def test_a_cassette_of_another_client_is_replayed_to_a_new_client(server: CountingServer, tmp_path: Path) -> None:
    cassette = str(tmp_path / "orders.yaml")
    for mode in ("all", "none"):
        with vcr.use_cassette(cassette, record_mode=mode), ApiClient(Configuration(host=server.url)) as client:
            assert OrdersApi(client).get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"
    assert server.count == 1


def test_a_call_that_is_not_on_the_cassette_raises_the_error_of_vcrpy_and_is_not_sent(
    server: CountingServer, orders: OrdersApi, tmp_path: Path
) -> None:
    cassette = str(tmp_path / "orders.yaml")
    with (
        vcr.use_cassette(cassette, record_mode="none"),
        pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException),
    ):
        orders.post_createorder_v6(*WHO, ORDER)
    assert server.count == 0
