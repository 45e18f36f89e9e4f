"""The control API and the guard of the page over a real socket: what they do, and which requests they refuse."""

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
import urllib3

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.http.guard import LARGEST_BODY
from xi.sdk.resellers.sandbox.orders.states import MOVES, possible

TOKEN = "demo-token"
API = {
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
    "Content-Type": "application/json",
}


@pytest.fixture
def http():
    with urllib3.PoolManager(retries=False, timeout=5) as pool:
        yield pool


@pytest.fixture
def ask(server, http):
    def request(method: str, path: str, body: Any = None, **headers: str):
        raw = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        named = {"Content-Type": "application/json", **{name.replace("_", "-"): one for name, one in headers.items()}}
        return http.request(method, server.url + path, body=raw, headers=named, redirect=False)

    return request


@pytest.fixture
def placed(server, http) -> str:
    order = {"customerOrderNumber": "po-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 4}]}
    answer = http.request("POST", f"{server.url}/resellers/v6/orders", body=json.dumps(order), headers=API)
    return answer.json()["orders"][0]["ingramOrderNumber"]


def test_the_root_of_the_control_api_describes_the_sandbox_and_its_state(ask, placed):
    body = ask("GET", "/_sandbox").json()
    assert "not Ingram Micro's service" in body["notice"]
    assert (body["orders"], body["faults"], body["webhooks"]) == (1, 0, 0)
    assert body["now"].startswith("2024-05-27T09:30")
    assert placed


def test_faults_are_added_listed_and_removed(ask, server):
    added = ask("POST", "/_sandbox/faults", {"kind": "drop_after", "operation": "create_v6", "times": None}).json()
    assert added == {
        "number": 1,
        "kind": "drop_after",
        "operation": "create_v6",
        "times": None,
        "probability": 1.0,
        "seconds": 1.0,
    }
    ask("POST", "/_sandbox/faults", {"kind": "500"})
    assert [each["number"] for each in ask("GET", "/_sandbox/faults").json()["faults"]] == [1, 2]
    assert [each["number"] for each in ask("DELETE", "/_sandbox/faults/1").json()["faults"]] == [2]
    assert ask("DELETE", "/_sandbox/faults/1").status == 404
    assert ask("DELETE", "/_sandbox/faults").json() == {"faults": []}
    assert server.sandbox.faults.waiting() == ()


def test_the_clock_is_read_moved_set_and_reset(ask, server):
    assert ask("POST", "/_sandbox/clock", {"advance_seconds": 3600}).json()["ahead_seconds"] == 3600
    assert server.sandbox.clock.ahead == timedelta(hours=1)
    assert ask("POST", "/_sandbox/clock", {"set": "2030-01-01T00:00:00Z"}).json()["now"].startswith("2030-01-01T00:00")
    assert ask("POST", "/_sandbox/clock", {"reset": True}).json()["ahead_seconds"] == 0
    assert ask("GET", "/_sandbox/clock").json()["now"].startswith("2024-05-27")
    for odd in ({"reset": False}, {"reset": 1}, {"advance_seconds": True}):
        assert ask("POST", "/_sandbox/clock", odd).status == 400
    assert ask("GET", "/_sandbox/clock").json()["ahead_seconds"] == 0


def test_a_hold_ends_as_soon_as_the_clock_is_moved(ask, server, http):
    order = {
        "customerOrderNumber": "po-1",
        "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}],
        "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}],
    }
    http.request("POST", f"{server.url}/resellers/v6/orders", body=json.dumps(order), headers=API)
    ask("POST", "/_sandbox/clock", {"advance_seconds": 90000})
    kinds = [each["kind"] for each in ask("GET", "/_sandbox/events").json()["events"]]
    assert kinds == ["created", "voided"]


def test_tokens_are_revoked_on_demand(ask, server):
    token = server.sandbox.tokens.issue("id")
    ask("DELETE", "/_sandbox/tokens")
    assert server.sandbox.tokens.state(token).name == "UNKNOWN"


def test_an_order_goes_through_all_moves(ask, placed):
    steps = [
        ("hold", "On Hold"),
        ("release", "Processing"),
        ("ship-partially", "Processing"),
        ("ship", "Shipped"),
        ("invoice", "Shipped"),
        ("deliver", "Delivered"),
    ]
    for name, status in steps:
        assert ask("POST", f"/_sandbox/orders/{placed.lower()}/{name}").json() == {"number": placed, "status": status}
    refused = ask("POST", f"/_sandbox/orders/{placed}/void")
    assert (refused.status, "cannot be voided" in refused.json()["error"]) == (400, True)


def test_back_ordered_units_arrive(api):
    number = api.created(("1C6094", 2))
    assert possible(api.sandbox.orders.get(number)) == ["restock", "hold", "void"]
    api.sandbox.move(number, "restock")
    assert possible(api.sandbox.orders.get(number)) == ["ship", "ship-partially", "hold", "void"]


def test_each_possible_move_succeeds_and_every_other_one_changes_nothing_or_is_refused(make):
    for name in MOVES:
        for prepare in ((), ("hold",), ("ship",), ("ship", "invoice", "deliver"), ("void",)):
            api = make()
            number = api.created(("DF4128", 2))
            for each in prepare:
                api.sandbox.move(number, each)
            before = api.sandbox.orders.get(number)
            if name in possible(before):
                assert api.sandbox.move(number, name) != before
            else:
                with suppress(ValueError):
                    api.sandbox.move(number, name)
                assert api.sandbox.orders.get(number) == before


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/_sandbox/orders/20-ZZZZZ/ship", 404, "there is no order 20-ZZZZZ"),
        ("/_sandbox/orders/20-ZZZZZ/eat", 400, "there is no move 'eat'; there are ship, "),
        ("/_sandbox/deliveries/7/replay", 404, "there is no delivery 7"),
    ],
)
def test_an_unknown_resource_is_a_404(ask, path, status, said):
    answer = ask("POST", path)
    assert answer.status == status
    assert said in answer.json()["error"]


def test_webhooks_are_registered_listed_and_removed_without_their_secret(ask):
    added = ask("POST", "/_sandbox/webhooks", {"url": "http://127.0.0.1:9/x", "secret": "hush"})
    hook = {"number": 1, "url": "http://127.0.0.1:9/x", "topics": ["resellers/orders"]}
    assert added.json() == hook
    assert ask("GET", "/_sandbox/webhooks").json() == {"webhooks": [hook]}
    assert ask("DELETE", "/_sandbox/webhooks/1").json() == {"webhooks": []}
    assert ask("DELETE", "/_sandbox/webhooks/1").status == 404


@pytest.mark.parametrize("topics", [["resellers/nosuch"], [], "nosuch", [{}]], ids=str)
def test_a_webhook_for_a_topic_that_does_not_exist_is_refused(ask, topics):
    refused = ask("POST", "/_sandbox/webhooks", {"url": "http://127.0.0.1:9/x", "secret": "s", "topics": topics})
    assert (refused.status, refused.json()["error"].partition(" ")[0]) == (400, "topics")


def test_a_part_is_read_and_changed(ask):
    before = ask("GET", "/_sandbox/parts/5l1701").json()
    assert before == {
        "number": "5L1701",
        "kind": "stock",
        "price": "899.00",
        "authorised": True,
        "stock": {"10": 3, "40": 2},
        "waiting": {},
    }
    change = {"price": "812.34", "stock": {"10": 0, "20": 7}, "authorised": False}
    after = ask("POST", "/_sandbox/parts/5L1701", change).json()
    assert after == {**before, **change, "stock": {"10": 0, "40": 2, "20": 7}}
    assert ask("GET", "/_sandbox/parts/5L1701").json() == after
    # A number keeps its digits, though JSON has no decimals.
    assert ask("POST", "/_sandbox/parts/5L1701", {"price": 0.1}).json()["price"] == "0.1"


@pytest.mark.parametrize(
    ("number", "change", "status", "why"),
    [
        ("NOSUCH", {}, 404, "there is no part NOSUCH"),
        ("DF4128", {"price": "cheap"}, 400, "price is 'cheap'"),
        ("DF4128", {"price": "-1"}, 400, "price is -1"),
        ("DF4128", {"authorised": "yes"}, 400, "authorised is 'yes'"),
        ("DF4128", {"stock": 5}, 400, "stock is 5"),
        ("DF4128", {"stock": {"10": True}}, 400, "stock is"),
        ("DF4128", {"stock": {"10": -5}}, 400, "stock of '10' is -5"),
        ("DF4128", {"colour": "red"}, 400, "'colour' is not known"),
    ],
)
def test_a_change_of_a_part_that_is_not_possible_is_refused(ask, number, change, status, why):
    answer = ask("POST", f"/_sandbox/parts/{number}", change)
    assert (answer.status, answer.json()["error"][: len(why)]) == (status, why)


def test_the_latest_calls_are_listed(ask, placed):
    (call,) = ask("GET", "/_sandbox/requests").json()["requests"]
    assert (call["operation"], call["status"], call["correlation_id"]) == ("create_v6", 201, "c-1")
    assert placed in call["answered"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "said"),
    [
        ("POST", "faults", b"{", 400, "not JSON"),
        ("POST", "faults", b"[" * 50_000, 400, "not JSON"),
        ("POST", "faults", b"[]", 400, "should be an object"),
        ("POST", "faults", {}, 400, "kind is missing"),
        ("POST", "faults", {"kind": "500", "colour": 1}, 400, "'colour' is not known; there are kind, operation"),
        ("POST", "faults", {"kind": "fire"}, 400, "kind is 'fire'"),
        ("POST", "faults", {"kind": "500", "times": "x"}, 400, "times is 'x'; it should be 1 or more"),
        ("POST", "faults", b" " * (LARGEST_BODY + 1), 413, "larger than"),
        ("POST", "clock", {"advance_seconds": "soon"}, 400, "advance_seconds is 'soon'; it should be a number"),
        ("POST", "clock", {"advance_seconds": 1e300}, 400, "out of the calendar"),
        ("POST", "clock", {"set": "tomorrow"}, 400, "set is 'tomorrow'; it should be a moment like"),
        ("POST", "webhooks", {"url": "http://example.com/", "secret": "s"}, 400, "this machine only"),
        ("POST", "webhooks", {}, 400, "should be an http or https URL"),
    ],
)
def test_the_refusal_of_a_control_request_names_the_problem(ask, method, path, body, status, said):
    answer = ask(method, f"/_sandbox/{path}", body)
    assert answer.status == status
    assert said in answer.json()["error"]


def test_only_json_is_accepted(ask):
    answer = ask("POST", "/_sandbox/faults", b"kind=500", Content_Type="application/x-www-form-urlencoded")
    assert answer.status == 415


ELSEWHERE = [
    {"Origin": "http://evil.test"},
    {"Origin": "null"},
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"Host": "evil.test"},
    {"Host": "evil.test:80"},
]


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/_sandbox/faults"), ("GET", "/_sandbox/requests"), ("POST", "/faults")]
)
def test_requests_of_other_sites_and_for_other_host_names_are_refused(ask, server, headers, method, path):
    answer = ask(method, path, {"kind": "500"}, **headers)
    assert answer.status == 403
    assert server.sandbox.faults.waiting() == ()


@pytest.mark.parametrize("path", ["/", "/orders/20-ZZZZZ", "/pulse"])
def test_the_page_is_not_shown_under_another_host_name(ask, path):
    assert ask("GET", path, Host="evil.test").status == 403


def test_the_sandboxs_own_origin_and_localhost_are_accepted(ask, server):
    own = server.url
    assert ask("POST", "/faults", b"kind=500", Origin=own, Sec_Fetch_Site="same-origin").status == 303
    port = own.rpartition(":")[2]
    assert ask("GET", "/_sandbox", Host=f"localhost:{port}").status == 200
    assert ask("GET", "/", Host=f"localhost:{port}", Sec_Fetch_Site="cross-site").status == 200


def test_a_configured_host_name_is_accepted(http):
    with SandboxServer(Sandbox(policy=Policy(host_names=frozenset({"sandbox"})))) as server:
        for name, status in (("sandbox:8099", 200), ("other:8099", 403)):
            assert http.request("GET", f"{server.url}/_sandbox", headers={"Host": name}).status == status


def test_the_page_cannot_be_framed_and_loads_nothing_from_other_sites(ask):
    headers = ask("GET", "/").headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "form", "said"),
    [
        ("/faults", b"kind=fire", "kind+is|kind%20is"),
        ("/faults", b"kind=500&times=x", "times%20is"),
        ("/clock", b"hours=x", "hours%20is"),
        ("/clock", b"hours=1e300", "calendar"),
        ("/orders/20-ZZZZZ/ship", b"", "There%20is%20no%20order"),
        ("/deliveries/9/replay", b"", "There%20is%20no%20delivery"),
    ],
)
def test_an_invalid_form_redirects_to_the_page_with_a_message(ask, path, form, said):
    answer = ask("POST", path, form)
    assert answer.status == 303
    assert any(each in answer.headers["Location"] for each in said.split("|"))


def test_a_button_redirects_to_the_page_it_was_pressed_on(ask, server, placed):
    on_the_list = f"{server.url}/?q=A+B&show=Processing&message=old"
    there = ask("POST", f"/orders/{placed}/ship", Referer=on_the_list)
    assert there.headers["Location"] == "/?q=A%20B&show=Processing"
    for elsewhere in ("", "http://evil.test/", f"{server.url}//evil.test/", "http://[", f"{server.url}.evil.test/"):
        there = ask("POST", f"/orders/{placed}/restock", Referer=elsewhere)
        assert there.headers["Location"].startswith(f"/orders/{placed}?message=")
    refused = ask("POST", f"/orders/{placed}/void")
    assert refused.headers["Location"].startswith(f"/orders/{placed}?message=")
    assert ask("POST", "/faults", b"x" * (LARGEST_BODY + 1)).status == 413


@pytest.mark.parametrize("path", ["/orders/20-ZZZZZ", "/assets/secrets.txt", "/assets/..%2f__init__.py"])
def test_a_page_that_is_not_there_is_a_404(ask, path):
    assert ask("GET", path).status == 404


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "²", "9" * 30])
def test_every_page_number_shows_a_page(ask, number):
    assert ask("GET", f"/?page={number}").status == 200


def test_the_buttons_for_webhooks_tokens_and_the_clock_work(ask, server):
    ask("POST", "/webhooks", b"url=http://127.0.0.1:9/&secret=s")
    assert len(server.sandbox.hooks.registered()) == 1
    ask("POST", "/webhooks/1/remove")
    assert server.sandbox.hooks.registered() == ()
    token = server.sandbox.tokens.issue("id")
    ask("POST", "/tokens/revoke")
    assert server.sandbox.tokens.state(token).name == "UNKNOWN"
    ask("POST", "/clock", b"hours=-2.5")
    assert server.sandbox.clock.ahead == timedelta(hours=-2.5)
    ask("POST", "/clock/reset")
    assert server.sandbox.clock.ahead == timedelta()
    ask("POST", "/faults", b"kind=500&times=")
    assert server.sandbox.faults.waiting()[0].times is None
    ask("POST", "/faults/clear")
    assert server.sandbox.faults.waiting() == ()


def test_the_page_links_to_orders_beyond_the_first_page(ask, server):
    from xi.sdk.resellers.sandbox.operations.operation import run
    from xi.sdk.resellers.sandbox.operations.table import NAMED
    from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

    headers = {name.lower(): value for name, value in API.items()}
    for number in range(26):
        body = {"customerOrderNumber": f"PO-{number}", "lines": [{"ingramPartNumber": "TSXML1", "quantity": 1}]}
        run(server.sandbox, NAMED["create_v6"], ApiRequest(headers, (), body, method="POST"))
    first, second = (ask("GET", f"/?page={page}").data.decode() for page in (1, 2))
    assert 'href="/?page=2"' in first
    assert 'href="/">Previous' in second
    assert "PO-25<" in first
    assert "PO-0<" in second
    assert "PO-0<" not in first


@pytest.mark.parametrize("path", ["faults/{}", "webhooks/{}", "faults/-1", "faults/x"])
def test_an_unknown_order_number_is_not_found(ask, path):
    assert ask("DELETE", f"/_sandbox/{path.format('9' * 5000)}").status == 404


def test_a_move_without_effect_is_refused_and_sends_no_webhook(ask, server, http):
    order = {"customerOrderNumber": "po-1", "lines": [{"ingramPartNumber": "1C6094", "quantity": 1}]}
    answer = http.request("POST", f"{server.url}/resellers/v6/orders", body=json.dumps(order), headers=API)
    number = answer.json()["orders"][0]["ingramOrderNumber"]
    for name in ("ship", "ship-partially", "invoice", "deliver"):
        refused = ask("POST", f"/_sandbox/orders/{number}/{name}")
        assert (refused.status, "has nothing to be" in refused.json()["error"]) == (400, True)
    assert [event.kind for event in server.sandbox.events] == ["created"]


def test_sales_make_and_close_quotes_and_read_what_is_left_of_deals(ask, server):
    sent = {"number": "MY-1", "lines": [{"part_number": "DF4128", "quantity": 3, "price": 41.1}], "name": "New"}
    made = ask("POST", "/_sandbox/quotes", sent).json()
    assert (made["number"], made["status"], made["total"]) == ("MY-1", "Ready to Order", "123.3")
    assert made["lines"][0] == {
        "number": "1",
        "part_number": "DF4128",
        "quantity": 3,
        "remaining": 3,
        "price": "41.1",
    }
    assert ask("POST", "/_sandbox/quotes/my-1", {"status": "closed"}).json()["status"] == "Closed"
    mine = {"status": "Ready to Order", "customer": "20-222222"}
    assert ask("POST", "/_sandbox/quotes/MY-1", mine).json()["customer"] == "20-222222"

    def statuses(query: str) -> list[str]:
        quotes = ask("GET", f"/_sandbox/quotes{query}").json()["quotes"]
        return [each["status"] for each in quotes if each["number"] == "MY-1"]

    assert statuses("") == ["Closed", "Ready to Order"]
    assert statuses("?customer=20-222222") == ["Ready to Order"]
    assert statuses("?customer=20-333333") == ["Closed"]
    deals = {each["number"]: each for each in ask("GET", "/_sandbox/deals?customer=20-222222").json()["deals"]}
    assert deals["NW-2231-T"]["lines"][0]["remaining"] == 3
    renewals = ask("GET", "/_sandbox/renewals").json()["renewals"]
    assert renewals[0]["status"] == "Ready to order"
    assert len(renewals) == len(server.sandbox.catalogue.renewals)


@pytest.mark.parametrize(
    ("path", "body", "status", "why"),
    [
        ("", {"lines": [{"part_number": "DF4128"}]}, 400, "lines.0.quantity"),
        ("", {"lines": [{"part_number": "NOSUCH", "quantity": 1}]}, 400, "there is no part NOSUCH"),
        ("", {"lines": [{"part_number": "DF4128", "quantity": 1}], "colour": "red"}, 400, "colour"),
        ("", {"lines": [{"part_number": "DF4128", "quantity": 1}], "number": 7}, 400, "number is 7"),
        ("/NOSUCH", {"status": "Closed"}, 404, "there is no quote NOSUCH"),
        ("/QUO-14551943-D2Y9L9", {"status": "Expired"}, 400, "status is 'Expired'; it should be one of Active"),
        ("/QUO-14551943-D2Y9L9", {"state": "Closed"}, 400, "'state' is not known"),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_quote_is_named(ask, path, body, status, why):
    answer = ask("POST", f"/_sandbox/quotes{path}", body)
    assert (answer.status, why in answer.json()["error"]) == (status, True), answer.json()
