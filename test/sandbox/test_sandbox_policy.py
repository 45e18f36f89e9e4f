"""The policy over the control API and the page: it is read and changed there, and what is not possible is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import urllib3

from xi.sdk.resellers.sandbox.http.page.policy import FIELDS
from xi.sdk.resellers.sandbox.state.policy import CHANGEABLE, LISTS, LONGEST_LAG, Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

API = {
    "Authorization": "Bearer demo-token",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
}
AT_FIRST = {
    "search_lag": 0.0,
    "duplicate_check_lag": 0.0,
    "duplicate_check_window": None,
    "duplicate_check": True,
    "duplicate_check_after_stock": False,
    "duplicate_check_forgets_cancelled": False,
    "short_catalogue_pages": False,
    "moving_catalogue_counts": False,
    "price_limit": True,
    "shuffled_prices": False,
    "unapproved": [],
}
CHANGES = {
    "search_lag": 1.5,
    "duplicate_check_lag": 2.0,
    "duplicate_check_window": 86400.0,
    "duplicate_check": False,
    "duplicate_check_after_stock": True,
    "duplicate_check_forgets_cancelled": True,
    "short_catalogue_pages": True,
    "moving_catalogue_counts": True,
    "price_limit": False,
    "shuffled_prices": True,
    "unapproved": ["Orders"],
}
CHANGED = Policy(
    search_lag=timedelta(seconds=1.5),
    duplicate_check_lag=timedelta(seconds=2),
    duplicate_check_window=timedelta(days=1),
    duplicate_check=False,
    duplicate_check_after_stock=True,
    duplicate_check_forgets_cancelled=True,
    short_catalogue_pages=True,
    moving_catalogue_counts=True,
    price_limit=False,
    shuffled_prices=True,
    unapproved=frozenset({"Orders"}),
)


@pytest.fixture
def ask(server: Any) -> Iterator[Callable[..., Any]]:
    with urllib3.PoolManager(retries=False, timeout=5) as http:

        def request(method: str, path: str, body: Any = None, **headers: str) -> Any:
            raw = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
            named = {"Content-Type": "application/json"} | {key.replace("_", "-"): one for key, one in headers.items()}
            return http.request(method, server.url + path, body=raw, headers=named, redirect=False)

        yield request


def test_the_policy_is_read_and_changed_in_full(ask: Any, server: Any) -> None:
    assert ask("GET", "/_sandbox/policy").json() == AT_FIRST
    assert ask("POST", "/_sandbox/policy", CHANGES).json() == CHANGES
    assert server.sandbox.policy == CHANGED
    # What is not named stays.
    answer = ask("POST", "/_sandbox/policy", {"duplicate_check_window": None}).json()
    assert answer == {**CHANGES, "duplicate_check_window": None}
    assert set(AT_FIRST) == set(CHANGES) == set(CHANGEABLE) == {*FIELDS, *LISTS}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"token_lifetime": 1}, "'token_lifetime' is not known; there are search_lag, "),
        ({"duplicate_check": 1}, "duplicate_check is 1; it should be true or false"),
        ({"search_lag": "1"}, "search_lag is '1'; it should be seconds"),
        ({"search_lag": True}, "search_lag is True; it should be seconds"),
        ({"search_lag": None}, "search_lag is None; it should be seconds"),
        ({"search_lag": -1}, "search_lag is -1 s; it should be 0 to 366 days"),
        ({"search_lag": LONGEST_LAG.total_seconds() + 1}, "it should be 0 to 366 days"),
        ({"search_lag": 1e300}, "it should be fewer seconds"),
        ({"duplicate_check_window": 0}, "duplicate_check_window is 0 s; it should be above 0, or None"),
    ],
)
def test_a_change_that_is_not_possible_is_refused_and_changes_nothing(
    ask: Any, server: Any, given: dict[str, Any], said: str
) -> None:
    answer = ask("POST", "/_sandbox/policy", {"duplicate_check_after_stock": True, **given})
    assert answer.status == 400
    assert said in answer.json()["error"]
    assert server.sandbox.policy == Policy()


def test_a_search_works_with_the_longest_lag_at_the_ends_of_the_calendar(ask: Any) -> None:
    ask("POST", "/_sandbox/policy", {"search_lag": LONGEST_LAG.total_seconds()})
    for year in ("0003", "9997"):
        assert ask("POST", "/_sandbox/clock", {"set": f"{year}-01-01T00:00:00Z"}).status == 200
        found = ask("GET", "/resellers/v6/orders/search?customerOrderNumber=PO-1", **API)
        assert found.status == 204


def test_the_form_of_the_page_changes_the_policy_and_shows_it(ask: Any, server: Any) -> None:
    form = (
        b"search_lag=1.5&duplicate_check_lag=2&duplicate_check_window=86400.000001"
        b"&duplicate_check=no&duplicate_check_after_stock=yes&duplicate_check_forgets_cancelled=yes"
        b"&short_catalogue_pages=yes&moving_catalogue_counts=yes&price_limit=no&shuffled_prices=yes"
    )
    assert ask("POST", "/policy", form).headers["Location"] == "/policy"
    assert server.sandbox.policy == replace(
        CHANGED, duplicate_check_window=timedelta(days=1, microseconds=1), unapproved=frozenset()
    )
    shown = ask("GET", "/policy").data.decode()
    assert 'name="search_lag" type="number" min="0" step="any" value="1.5"' in shown
    assert 'value="86400.000001"' in shown
    assert 'name="duplicate_check"><option value="yes">yes</option><option value="no" selected>' in shown
    ask("POST", "/policy", b"duplicate_check_window=")
    assert server.sandbox.policy.duplicate_check_window is None
    for refused in (b"search_lag=", b"search_lag=x", b"search_lag=-1", b"duplicate_check=perhaps"):
        assert "message=" in ask("POST", "/policy", refused).headers["Location"]


def test_the_page_takes_an_approval_away_and_gives_it_back(ask: Any, server: Any) -> None:
    assert ask("POST", "/policy/approvals", b"Orders=no").headers["Location"] == "/policy/approvals"[: len("/policy")]
    assert server.sandbox.policy.unapproved == {"Orders"}
    assert 'name="Orders"><option value="yes">yes</option><option value="no" selected>' in (
        ask("GET", "/policy").data.decode()
    )
    ask("POST", "/policy/approvals", b"")
    assert server.sandbox.policy.unapproved == {"Orders"}
    assert "message=" in ask("POST", "/policy/approvals", b"Orders=perhaps").headers["Location"]
    ask("POST", "/policy/approvals", b"Orders=yes")
    assert server.sandbox.policy.unapproved == frozenset()


def test_orders_are_counted_by_po_over_the_control_api(ask: Any, server: Any, api: Any) -> None:
    api.sandbox = server.sandbox
    first = api.created(customerOrderNumber="PO-1")
    gone = api.created(customerOrderNumber="GONE")
    api.sandbox.void(gone)
    ask("POST", "/_sandbox/policy", {"duplicate_check": False})
    second = api.created(customerOrderNumber="po-1")
    assert ask("GET", "/_sandbox/purchase-orders").json() == {
        "purchase_orders": {
            "PO-1": {"orders": [first, second], "placements": 2},
            "GONE": {"orders": [], "placements": 1},
        }
    }
    assert ask("GET", "/_sandbox/purchase-orders?customer=20-222222").json()["purchase_orders"].keys() == {
        "PO-1",
        "GONE",
    }
    assert ask("GET", "/_sandbox/purchase-orders?customer=other").json() == {"purchase_orders": {}}


def test_the_control_api_tells_how_calls_were_answered_and_how_many_wait(ask: Any, server: Any) -> None:
    server.sandbox.faults.add("429", "create_v6", times=2)
    server.sandbox.faults.add("act_late", "create_v6", seconds=600)
    for _ in range(2):
        assert ask("POST", "/resellers/v6/orders", {}, **API).status == 429
    with pytest.raises(urllib3.exceptions.ProtocolError):
        ask("POST", "/resellers/v6/orders", {}, **API)
    ask("GET", "/resellers/v6/nothing")
    body = ask("GET", "/_sandbox").json()
    assert body["answered"] == {"create_v6": {"429": 2, "dropped": 1}, "none": {"404": 1}}
    assert body["late"] == 1


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"rate_limit": 4}, "rate_limit should be RateLimit, not int"),
        ({"duplicate_check": "no"}, "duplicate_check should be bool, not str"),
        ({"search_lag": 5}, "search_lag should be timedelta, not int"),
        ({"duplicate_check_window": 5}, "duplicate_check_window should be timedelta, not int"),
        ({"unapproved": "Quotes"}, "unapproved should be frozenset, not str"),
        ({"order_limit": True}, "order_limit should be int, not bool"),
        ({"webhook_pause": "1"}, "webhook_pause should be float, not str"),
    ],
)
def test_a_setting_of_another_type_is_refused_before_any_call_fails_with_it(setting: Any, says: str) -> None:
    with pytest.raises(TypeError, match=f"^{says}$"):
        Policy(**setting)


def test_what_serves_as_well_as_the_type_of_a_setting_is_taken() -> None:
    policy = Policy(webhook_pause=2, unapproved={"Quotes"}, rate_limit=None)  # type: ignore[arg-type]
    assert not policy.approves("Quotes")
