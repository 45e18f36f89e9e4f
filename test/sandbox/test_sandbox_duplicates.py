"""Searches that lag and duplicate checks that fail in the ways a client must expect, and what stands in the end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from xi.sdk.resellers.sandbox import Policy

EXISTS = "CUSTOMER-PO-EXISTS"


def again(api: Any, *lines: Any, version: int = 6) -> str:
    """Create PO-1 once more; return why it was refused, or an empty text."""
    answer = (api.create if version == 6 else api.create_async)(*lines, customerOrderNumber="po-1")
    if version == 6:
        return "" if answer.status in (201, 207) else answer.body["errors"][0]["message"]
    return api.sandbox.events[-1].reason


def test_an_order_shows_up_in_searches_only_after_the_lag(make: Any, clock: Any) -> None:
    api = make(policy=Policy(search_lag=timedelta(seconds=30)))
    number = api.created(customerOrderNumber="PO-1")
    day = clock.moment.date().isoformat()
    searches: list[dict[str, str]] = [
        {"customerOrderNumber": "po-1"},
        {"ingramOrderNumber": number},
        {"ingramOrderDate": day},
        {},
    ]
    clock.forward(seconds=29)
    assert [api.found(**query) for query in searches] == [[]] * 4
    assert api.details(number).status == 200
    assert again(api) == EXISTS
    clock.forward(seconds=1)
    assert [api.found(**query) for query in searches] == [["PO-1"]] * 4


def test_what_lags_is_left_out_of_the_counts_of_a_page(make: Any, clock: Any) -> None:
    api = make(policy=Policy(search_lag=timedelta(seconds=30)))
    for _ in range(3):
        api.created()
    clock.forward(seconds=30)
    api.created()
    answer = api.search(pageSize="2")
    assert (answer.body["recordsFound"], len(answer.body["orders"])) == ("3", 2)


def test_without_a_lag_an_order_is_found_and_a_duplicate_refused_also_after_the_clock_went_back(api: Any) -> None:
    api.created(customerOrderNumber="PO-1")
    api.sandbox.clock.advance(hours=-2)
    assert api.found(customerOrderNumber="PO-1") == ["PO-1"]
    assert again(api) == EXISTS


@pytest.mark.parametrize("version", [6, 7])
def test_a_check_that_is_off_places_the_same_po_again(make: Any, version: int) -> None:
    api = make(policy=Policy(duplicate_check=False))
    assert [again(api, version=version) for _ in range(3)] == ["", "", ""]
    assert api.sandbox.placements() == {"PO-1": 3}


@pytest.mark.parametrize("version", [6, 7])
def test_a_check_that_lags_does_not_see_a_new_order(make: Any, clock: Any, version: int) -> None:
    api = make(policy=Policy(duplicate_check_lag=timedelta(seconds=10)))
    assert again(api) == ""
    clock.forward(seconds=9)
    assert again(api, version=version) == ""
    clock.forward(seconds=1)
    assert again(api, version=version) == EXISTS
    assert api.sandbox.placements() == {"PO-1": 2}


@pytest.mark.parametrize("version", [6, 7])
def test_a_check_with_a_window_does_not_see_an_old_order(make: Any, clock: Any, version: int) -> None:
    api = make(policy=Policy(duplicate_check_window=timedelta(days=2)))
    assert again(api) == ""
    clock.forward(days=2, seconds=-1)
    assert again(api, version=version) == EXISTS
    clock.forward(seconds=1)
    assert again(api, version=version) == ""
    assert again(api, version=version) == EXISTS


@pytest.mark.parametrize(
    ("line", "reason"),
    [(("NOSUCH", 1), "SKU-NOTFOUND    NOSUCH"), (("DF4128", 0), "ERROR-INVALID-QTY")],
)
def test_a_check_after_stock_tells_of_the_lines_first(make: Any, line: Any, reason: str) -> None:
    for after_stock, told in ((False, EXISTS), (True, reason)):
        api = make(policy=Policy(duplicate_check_after_stock=after_stock))
        api.created(customerOrderNumber="PO-1")
        assert again(api, line) == told
        # Lines that can be shipped leave the duplicate to be told.
        assert again(api) == EXISTS
        assert api.sandbox.placements() == {"PO-1": 1}


def test_a_check_after_stock_reserves_nothing_for_a_duplicate(make: Any) -> None:
    api = make(policy=Policy(duplicate_check_after_stock=True))
    api.created(("5L1701", 1), customerOrderNumber="PO-1")
    for _ in range(10):
        assert again(api, ("5L1701", 3)) == EXISTS
    left = api.create(("5L1701", 2), customerOrderNumber="PO-2")
    assert left.body["orders"][0]["lines"][0]["quantityConfirmed"] == 2


@pytest.mark.parametrize("end", ["cancel", "void"])
def test_a_check_may_forget_cancelled_orders(make: Any, end: str) -> None:
    for forgets, told in ((False, EXISTS), (True, "")):
        api = make(policy=Policy(duplicate_check_forgets_cancelled=forgets))
        number = api.held(customerOrderNumber="PO-1")
        assert again(api) == EXISTS
        api.cancel(number) if end == "cancel" else api.sandbox.void(number)
        assert again(api) == told


def test_an_allowed_duplicate_is_placed_whatever_the_check(api: Any) -> None:
    api.created(customerOrderNumber="PO-1")
    allowed = {"allowDuplicateCustomerOrderNumber": "true"}
    assert api.create(customerOrderNumber="PO-1", attributes=allowed).status == 201


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"search_lag": timedelta(seconds=-1)}, "search_lag is -1 s; it should be 0 to 366 days"),
        ({"duplicate_check_lag": timedelta(seconds=-0.5)}, "duplicate_check_lag is -0.5 s"),
        ({"duplicate_check_window": timedelta(0)}, "duplicate_check_window is 0 s; it should be above 0, or None"),
    ],
)
def test_a_time_that_is_not_possible_is_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Policy(**given)


def test_the_policy_changes_while_the_sandbox_runs_and_only_where_a_change_has_an_effect(api: Any) -> None:
    api.created(customerOrderNumber="PO-1")
    before = api.sandbox.policy
    api.sandbox.change_policy(duplicate_check=False, search_lag=timedelta(seconds=5))
    assert again(api) == ""
    assert api.found(customerOrderNumber="PO-1") == []
    assert before.duplicate_check
    with pytest.raises(ValueError, match="token_lifetime cannot be changed while the sandbox runs; search_lag, "):
        api.sandbox.change_policy(token_lifetime=timedelta(hours=1))
    with pytest.raises(ValueError, match="search_lag is -1 s"):
        api.sandbox.change_policy(search_lag=timedelta(seconds=-1), duplicate_check=True)
    assert not api.sandbox.policy.duplicate_check


def test_the_orders_that_stand_are_listed_by_po(make: Any) -> None:
    api = make(policy=Policy(duplicate_check=False))
    first = api.created(customerOrderNumber="po-1")
    second = api.created(customerOrderNumber="PO-1")
    # A part from stock and one with direct shipment are two orders of one create.
    split = api.create(("DF4128", 1), ("RQ6000", 1), customerOrderNumber="SPLIT").body["orders"]
    gone = api.held(customerOrderNumber="GONE")
    api.cancel(gone)
    api.customer = "30-333333"
    other = api.created(customerOrderNumber="PO-1")
    sandbox = api.sandbox
    numbers = tuple(each["ingramOrderNumber"] for each in split)
    assert len(numbers) == 2
    assert sandbox.purchase_orders("20-222222") == {"PO-1": (first, second), "SPLIT": numbers}
    assert sandbox.purchase_orders("30-333333") == {"PO-1": (other,)}
    assert sandbox.purchase_orders()["PO-1"] == (first, second, other)
    assert sandbox.purchase_orders(cancelled=True)["GONE"] == (gone,)
    assert sandbox.placements("20-222222") == {"PO-1": 2, "SPLIT": 1, "GONE": 1}
    assert sandbox.placements()["PO-1"] == 3


def test_placements_are_counted_across_restarts(make: Any, tmp_path: Any) -> None:
    for count in (1, 2):
        api = make(state=tmp_path / "orders.db", policy=Policy(duplicate_check=False))
        api.created(("DF4128", 1), customerOrderNumber="PO-1")
        assert api.sandbox.placements() == {"PO-1": count}
        api.sandbox.close()
