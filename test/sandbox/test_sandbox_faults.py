"""Faults on demand over a real socket: what the client sees, and what the sandbox did."""

import asyncio
import http.client
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from random import Random
from typing import Any, NamedTuple

import pytest

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, UnansweredException
from xi.sdk.resellers.sandbox import Fault, FaultKind, Sandbox, SandboxServer, create_app
from xi.sdk.resellers.sandbox.http.broken_responses import with_wrong_types
from xi.sdk.resellers.sandbox.http.connections import Connections
from xi.sdk.resellers.sandbox.state.faults import FAULT_LIMIT, Faults
from xi.sdk.resellers.testing import AT_ONCE

TOKEN = "demo-token"
HEADERS = {
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
    "Content-Type": "application/json",
}
ORDER = {"customerOrderNumber": "po-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}


class Seen(NamedTuple):
    """What a client saw of an answer: the status, the part of the body, and how it ended."""

    status: int | None
    body: bytes
    broken: bool


def ask(server: SandboxServer, method: str, path: str, body: Any = None) -> Seen:
    with closing(http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)) as connection:
        try:
            connection.request(method, path, None if body is None else json.dumps(body), HEADERS)
            answer = connection.getresponse()
        except (ConnectionError, http.client.BadStatusLine):
            return Seen(None, b"", broken=True)
        try:
            return Seen(answer.status, answer.read(), broken=False)
        except http.client.IncompleteRead as error:
            return Seen(answer.status, error.partial, broken=True)


def create(server: SandboxServer, **changes: Any) -> Seen:
    return ask(server, "POST", "/resellers/v6/orders", {**ORDER, **changes})


ROWS: list[tuple[FaultKind, int | None, bool, int]] = [
    (FaultKind.DROP_BEFORE, None, True, 0),
    (FaultKind.DROP_AFTER, None, True, 1),
    (FaultKind.EMPTY_CREATED, 201, False, 1),
    (FaultKind.DELAY, 201, False, 1),
    (FaultKind.DRIP, 201, False, 1),
    (FaultKind.HALF, 201, True, 1),
    (FaultKind.TOO_MANY, 429, False, 0),
    (FaultKind.ERROR_500, 500, False, 0),
    (FaultKind.ERROR_500_AFTER, 500, False, 1),
    (FaultKind.PAGE_502, 502, False, 0),
    (FaultKind.ERROR_503, 503, False, 0),
    (FaultKind.WRONG_TYPES, 201, False, 1),
    (FaultKind.REFUSE, None, True, 0),
]


@pytest.mark.parametrize(("kind", "status", "broken", "orders"), ROWS, ids=[row[0].value for row in ROWS])
def test_each_fault_has_its_effect_and_leaves_the_documented_number_of_orders(server, kind, status, broken, orders):
    server.sandbox.faults.add(kind, seconds=0.05)
    seen = create(server)
    assert (seen.status, seen.broken) == (status, broken)
    assert len(server.sandbox.orders) == orders
    assert kind is FaultKind.REFUSE or kind.acts == bool(orders)
    # Once is once: the next call is answered as if nothing had been.
    again = create(server, customerOrderNumber="po-2")
    assert (again.status, again.broken) == (201, False)
    assert len(server.sandbox.orders) == orders + 1


def test_every_kind_of_fault_has_a_row():
    assert {row[0] for row in ROWS} | {FaultKind.TOKEN_REVOKED, FaultKind.ACT_LATE} == set(FaultKind)


def test_a_half_answer_contains_half_of_the_body(server):
    whole = create(server).body
    server.sandbox.faults.add("half")
    seen = create(server, customerOrderNumber="po-2")
    assert seen.broken
    assert abs(len(seen.body) - len(whole) // 2) < 20


@pytest.mark.parametrize("kind", ["delay", "drip"])
def test_a_slow_answer_is_slow_and_complete(server, kind):
    server.sandbox.faults.add(kind, seconds=0.3)
    began = time.monotonic()
    seen = create(server)
    assert time.monotonic() - began >= 0.29
    assert json.loads(seen.body)["customerOrderNumber"] == "PO-1"


def test_a_delayed_call_is_processed_before_the_pause(server, monkeypatch):
    at_pause = []

    async def pause(_: Connections, seconds: float) -> bool:
        at_pause.append((seconds, len(server.sandbox.orders)))
        return True

    monkeypatch.setattr(Connections, "pause", pause)
    server.sandbox.faults.add("delay", seconds=0.5)
    assert create(server).status == 201
    assert at_pause == [(0.5, 1)]


@pytest.mark.parametrize("kind", ["delay", "drip"])
def test_a_server_that_ends_breaks_the_answer_that_a_fault_holds_up(kind, capfd):
    server = SandboxServer(Sandbox(access_tokens={TOKEN})).start()
    server.sandbox.faults.add(kind, seconds=600)
    with ThreadPoolExecutor(1) as pool:
        seen = pool.submit(create, server)
        while not (server.sandbox.orders or seen.done()):
            time.sleep(0.005)
        server.stop()
        assert seen.result().broken
    assert capfd.readouterr().err == ""  # where uvicorn logs
    assert server.sandbox.answered == {("create_v6", 0 if kind == "delay" else 201): 1}


@pytest.mark.parametrize("kind", ["delay", "drip"])
def test_a_server_that_ends_says_nothing_of_a_client_that_gave_up_before(kind, capfd, monkeypatch):
    gone, forget = threading.Event(), Connections.forget

    def noticed(self: Connections, peer: Any) -> None:
        forget(self, peer)
        gone.set()

    monkeypatch.setattr(Connections, "forget", noticed)
    with SandboxServer(Sandbox(access_tokens={TOKEN})) as server:
        server.sandbox.faults.add(kind, seconds=600)
        with closing(http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=0.2)) as connection:
            connection.request("POST", "/resellers/v6/orders", json.dumps(ORDER), HEADERS)
            with pytest.raises(TimeoutError):
                connection.getresponse().read()
        assert gone.wait(60)
    assert capfd.readouterr().err == ""


def test_a_gateways_page_is_html_and_a_quota_has_its_body(server):
    server.sandbox.faults.add("502")
    server.sandbox.faults.add("429")
    assert create(server).body.startswith(b"<html>")
    assert json.loads(create(server).body) == {"errors": [{"field": None, "message": "too many requests"}]}


def test_the_client_reads_answers_with_wrong_types(server):
    server.sandbox.faults.add("wrong_types")
    body = json.loads(create(server).body)
    assert isinstance(body["orders"], dict)
    assert isinstance(body["purchaseOrderTotal"], str)
    server.sandbox.faults.add("wrong_types", times=2)
    with ApiClient(Configuration(server.url, access_token=TOKEN)) as client:
        orders = OrdersApi(client).bound(Account("20-222222", "US"))
        made = orders.post_createorder_v6({**ORDER, "customerOrderNumber": "po-2"})
        number = made.orders[0].ingram_order_number
        assert orders.get_orderdetails_v6_1(number).lines[0].quantity_ordered == 1


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (1, "1"),
        (1.5, "1.5"),
        (True, True),
        (None, None),
        ("7", 7),
        ("07", "07"),
        ("a", "a"),
        ("²", "²"),
        ([1], "1"),
        ([1, "2"], ["1", 2]),
        ({"a": [{"b": "3"}]}, {"a": {"b": 3}}),
    ],
)
def test_the_wrong_types_fault_changes_types_but_loses_no_value(given, made):
    assert with_wrong_types(given) == made


def test_the_token_fault_revokes_all_tokens(server):
    token = server.sandbox.tokens.issue("id")
    server.sandbox.faults.add("token_revoked", "search")
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)
    statuses = []
    for path in ("/resellers/v6.1/orders/20-ZZZZZ", "/resellers/v6/orders/search", "/resellers/v6.1/orders/20-ZZZZZ"):
        connection.request("GET", path, headers={**HEADERS, "Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        answer.read()
        statuses.append(answer.status)
    connection.close()
    assert statuses == [404, 401, 401]


def test_the_token_fault_refuses_one_call_of_a_fixed_token(server):
    server.sandbox.faults.add("token_revoked", "create_v6")
    seen = create(server)
    assert (seen.status, json.loads(seen.body)["fault"]["faultstring"]) == (401, "Invalid access token")
    assert (server.sandbox.faults.waiting(), len(server.sandbox.orders)) == ((), 0)
    assert create(server).status == 201


def test_a_fault_for_all_operations_waits_for_one_to_which_it_can_happen(server):
    server.sandbox.faults.add("token_revoked")
    server.sandbox.faults.add("empty_created")
    assert (
        ask(server, "GET", "/oauth/oauth20/token?grant_type=client_credentials&client_id=a&client_secret=b").status
        == 200
    )
    search = "/resellers/v6/orders/search"
    assert [ask(server, "GET", search).status for _ in range(2)] == [401, 204]
    assert (create(server).body, server.sandbox.faults.waiting()) == (b"{}", ())


@pytest.mark.parametrize(
    ("kind", "operation", "others"),
    [
        ("empty_created", "catalog_search", "create_v6, create_v7, return_create"),
        ("empty_created", "token", "create_v6, create_v7, return_create"),
        ("token_revoked", "token", "create_v6, create_v7, search, modify"),
    ],
)
def test_a_fault_that_can_never_happen_to_an_operation_is_refused(kind, operation, others):
    faults = Faults(Random(1), lambda: None)
    with pytest.raises(ValueError, match=rf"operation is '{operation}'; {kind} is for \* or one of {others}"):
        faults.add(kind, operation)
    assert faults.waiting() == ()


def test_a_client_with_credentials_renews_a_revoked_token_once(server):
    server.sandbox.faults.add("token_revoked", "search")
    configuration = Configuration(server.url, client_id="dies", client_secret="s", retry=AT_ONCE)
    with ApiClient(configuration) as client:
        orders = OrdersApi(client).bound(Account("20-222222", "US"))
        assert orders.get_resellers_v6_ordersearch(customer_order_number="NONE") is None
    assert [each.operation for each in server.sandbox.exchanges] == ["token", "search", "token", "search"]


@pytest.mark.parametrize("name", ["create_v6", "create_v7", "modify", "cancel", "details", "search", "token"])
def test_a_fault_applies_only_to_its_operation(server, name):
    sandbox = server.sandbox
    calls = {
        "create_v6": ("POST", "/resellers/v6/orders", ORDER),
        "create_v7": ("POST", "/resellers/v7/orders", ORDER),
        "modify": ("PUT", "/resellers/v6/orders/20-ZZZZZ", {"notes": "n"}),
        "cancel": ("DELETE", "/resellers/v6/orders/20-ZZZZZ", None),
        "details": ("GET", "/resellers/v6.1/orders/20-ZZZZZ", None),
        "search": ("GET", "/resellers/v6/orders/search", None),
        "token": ("GET", "/oauth/oauth20/token?grant_type=x", None),
    }
    sandbox.faults.add("503", name, times=None)
    assert {each for each, call in calls.items() if ask(server, *call).status == 503} == {name}
    assert sandbox.faults.take(name) is not None


def test_faults_apply_in_the_order_they_were_added_and_as_often_as_asked(server):
    faults = server.sandbox.faults
    faults.add("500", times=2)
    faults.add("503")
    assert [create(server).status for _ in range(4)] == [500, 500, 503, 201]
    assert faults.waiting() == ()


def test_a_fault_can_be_removed(server):
    faults = server.sandbox.faults
    first, second = faults.add("500", times=None), faults.add("503")
    assert (first.number, second.number) == (1, 2)
    assert faults.remove(first.number)
    assert not faults.remove(first.number)
    assert faults.waiting() == (second,)
    faults.clear()
    assert create(server).status == 201


def test_a_seed_repeats_the_draws_of_a_fault_with_a_probability():
    def drawn(seed: int) -> list[bool]:
        faults = Faults(Random(seed), lambda: None)
        faults.add("500", times=None, probability=0.3)
        return [faults.take("search") is not None for _ in range(1000)]

    met = drawn(1)
    assert met == drawn(1)
    assert met != drawn(2)
    assert 230 < sum(met) < 370


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"kind": "fire"}, "kind is 'fire'; it should be one of refuse, drop_before"),
        ({"kind": "500", "operation": "invoice"}, r"operation is 'invoice'; it should be \* or one of create_v6"),
        ({"kind": "500", "times": 0}, "times is 0; it should be 1 or more"),
        ({"kind": "500", "probability": 0}, "probability is 0; it should be above 0"),
        ({"kind": "500", "probability": 1.5}, "probability is 1.5"),
        ({"kind": "drip", "seconds": -1}, "seconds is -1; it should be 0 to 600"),
        ({"kind": "drip", "seconds": 601}, "seconds is 601"),
        ({"kind": "drip", "seconds": float("nan")}, "seconds is nan"),
        ({"kind": "refuse", "times": None}, "times 1 to 100"),
        ({"kind": "refuse", "times": 101}, "times 1 to 100"),
        ({"kind": "refuse", "operation": "search"}, r"operation \* and times"),
    ],
)
def test_a_fault_that_could_never_apply_is_refused(api, given, named):
    with pytest.raises(ValueError, match=named):
        api.sandbox.faults.add(**given)
    assert api.sandbox.faults.waiting() == ()


def test_a_fault_is_a_value():
    assert Fault(FaultKind.HALF) == Fault(FaultKind.HALF, "*", 1, 1.0, 1.0)


@pytest.fixture
def orders(server) -> Iterator[Any]:
    with ApiClient(Configuration(server.url, access_token=TOKEN, retry=AT_ONCE)) as client:
        yield OrdersApi(client).bound(Account("20-222222", "US"))


@pytest.mark.parametrize("kind", ["drop_after", "half", "drop_before"])
def test_the_sdk_never_places_an_order_twice(server, orders, kind):
    server.sandbox.faults.add(kind, "create_v6")
    with pytest.raises(UnansweredException):
        orders.post_createorder_v6(ORDER)
    assert len(server.sandbox.exchanges) == 1
    assert len(server.sandbox.orders) == (0 if kind == "drop_before" else 1)


@pytest.mark.parametrize(
    "kind", ["drop_before", "drop_after", "half", "429", "500", "502", "503", "500_after", "refuse"]
)
def test_the_sdk_reads_despite_faults(server, orders, kind):
    number = orders.post_createorder_v6(ORDER).orders[0].ingram_order_number
    # Only new connections are refused, and the create left one open.
    orders.api_client.close()
    server.sandbox.faults.add(kind, "details" if kind != "refuse" else "*", times=2)
    assert orders.get_orderdetails_v6_1(number).order_status == "Processing"
    assert server.sandbox.faults.waiting() == ()


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "half"])
def test_a_broken_connection_is_an_error_without_a_socket(kind):
    sandbox = Sandbox(access_tokens={TOKEN})
    sandbox.faults.add(kind)
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/resellers/v6/orders",
        "query_string": b"",
        "headers": [
            (name.lower().encode(), value.encode()) for name, value in (HEADERS | {"Host": "localhost"}).items()
        ],
        "client": ("127.0.0.1", 50000),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": json.dumps(ORDER).encode()}

    async def send(message: dict[str, Any]) -> None:
        """Record what is sent before the connection breaks."""

    with pytest.raises(ConnectionAbortedError, match="fault of the sandbox"):
        asyncio.run(create_app(sandbox)(scope, receive, send))


def test_calls_are_logged_with_their_faults_and_without_secrets(server):
    server.sandbox.faults.add("drop_after", "create_v6")
    create(server)
    ask(server, "GET", "/oauth/oauth20/token?grant_type=client_credentials&client_id=a&client_secret=hush")
    ask(server, "GET", "/resellers/v6/orders/search?customerOrderNumber=PO-1")
    created, token, search = server.sandbox.exchanges
    assert (created.operation, created.status, created.fault) == ("create_v6", 0, "drop_after")
    assert (created.customer, created.correlation_id) == ("20-222222", "c-1")
    assert json.loads(created.sent) == ORDER
    assert (token.status, token.target, token.sent, token.answered) == (200, "/oauth/oauth20/token", "", "")
    assert (search.status, search.target) == (200, "/resellers/v6/orders/search?customerOrderNumber=PO-1")
    assert json.loads(search.answered)["recordsFound"] == "1"
    assert [each.number for each in server.sandbox.exchanges] == [1, 2, 3]
    assert "hush" not in repr(list(server.sandbox.exchanges))
    assert TOKEN not in repr(list(server.sandbox.exchanges))


def test_the_number_of_faults_is_limited():
    faults = Faults(Random(1), lambda: None)
    for _ in range(FAULT_LIMIT):
        faults.add("500")
    with pytest.raises(ValueError, match=f"there are {FAULT_LIMIT} faults waiting already"):
        faults.add("500")
    assert len(faults.waiting()) == FAULT_LIMIT


def test_a_half_answer_without_a_body_is_a_broken_connection(server):
    server.sandbox.faults.add("half", "search")
    assert ask(server, "GET", "/resellers/v6/orders/search") == Seen(None, b"", broken=True)


def test_a_fault_breaks_its_own_connection_whatever_a_header_claims(server):
    server.sandbox.faults.add("drop_after", "create_v6")
    with closing(http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)) as connection:
        connection.request(
            "POST", "/resellers/v6/orders", json.dumps(ORDER), {**HEADERS, "X-Forwarded-For": "127.0.0.1:9"}
        )
        with pytest.raises(ConnectionError):
            connection.getresponse()
    assert len(server.sandbox.orders) == 1
