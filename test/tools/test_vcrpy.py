"""A cassette of vcrpy records what was sent and answered, and replays it without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
import vcr
from tools_kit import ORDER, WHO, Real

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi


@pytest.mark.parametrize("warm", [False, True], ids=["before any call", "after a call"])
def test_what_was_recorded_is_replayed_and_not_sent(real: Real, orders: OrdersApi, tmp_path: Path, warm: bool) -> None:
    if warm:
        orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
    before = real.heard
    cassette = str(tmp_path / "orders.yaml")
    for once in (True, False):
        with vcr.use_cassette(cassette, record_mode="once", filter_headers=["Authorization"]) as tape:
            assert orders.post_createorder_v6(*WHO, ORDER).customer_order_number == "PO-1"
            assert orders.get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"
            assert once or tape.all_played
        assert real.heard == before + 2
    assert "t-secret" not in Path(cassette).read_text()


def test_a_cassette_made_by_another_client_is_replayed_to_one_that_never_had_a_connection(
    real: Real, tmp_path: Path
) -> None:
    cassette = str(tmp_path / "orders.yaml")
    for mode in ("all", "none"):
        with vcr.use_cassette(cassette, record_mode=mode), ApiClient(Configuration(host=real.url)) as client:
            assert OrdersApi(client).get_orderdetails_v6_1("20-AB1CD", *WHO).ingram_order_number == "20-REAL"
    assert real.heard == 1


def test_a_call_that_is_not_on_the_cassette_is_vcrpys_own_error_and_not_sent(
    real: Real, orders: OrdersApi, tmp_path: Path
) -> None:
    cassette = str(tmp_path / "orders.yaml")
    with (
        vcr.use_cassette(cassette, record_mode="none"),
        pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException),
    ):
        orders.post_createorder_v6(*WHO, ORDER)
    assert real.heard == 0
