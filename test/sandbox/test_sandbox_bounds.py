"""Limits of the server: connections, incomplete requests, large bodies, long searches."""

import asyncio
import http.client
import json
import logging
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from datetime import timedelta

import pytest

from xi.sdk.resellers.sandbox import Policy, SandboxServer
from xi.sdk.resellers.sandbox.http import app, connections

HEADERS = {
    "Authorization": "Bearer demo-token",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
}
ORDERS = "/resellers/v6/orders"
HALF = b"POST /resellers/v6/orders HTTP/1.1\r\nHost: %b\r\nContent-Length: 100\r\n\r\n{"


def address(server: SandboxServer) -> tuple[str, int]:
    host, _, port = server.url.removeprefix("http://").partition(":")
    return host, int(port)


def half_a_request(server: SandboxServer) -> socket.socket:
    line = socket.create_connection(address(server), timeout=10)
    with suppress(ConnectionError):  # its time may be over before this thread goes on
        line.sendall(HALF % server.url.removeprefix("http://").encode())
    return line


def is_closed(line: socket.socket) -> bool:
    try:
        return line.recv(1) == b""
    except ConnectionResetError:
        return True


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.01)


def ask(server: SandboxServer, method: str, path: str) -> tuple[int, http.client.HTTPMessage]:
    with closing(http.client.HTTPConnection(*address(server), timeout=5)) as connection:
        connection.request(method, path, headers=HEADERS)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PATCH", ORDERS, {"POST"}),
        ("PATCH", f"/sandbox{ORDERS}/20-ABCDE", {"GET", "HEAD", "PUT", "DELETE"}),
        ("PUT", "/oauth/oauth20/token", {"GET", "HEAD", "POST"}),
        ("PUT", "/_sandbox/faults", {"GET", "HEAD", "POST", "DELETE"}),
    ],
)
def test_a_405_lists_the_methods_that_the_path_has(server, method, path, allowed):
    status, headers = ask(server, method, path)
    assert status == 405
    assert set(headers["Allow"].split(", ")) == allowed


def test_the_refusal_of_a_cancel_lists_the_methods_that_are_allowed(server, api):
    api.sandbox = server.sandbox
    status, headers = ask(server, "DELETE", f"{ORDERS}/{api.created()}")
    assert (status, headers["Allow"]) == (405, "PUT, GET")


def test_a_client_that_disconnects_during_its_body_leaves_one_line_in_the_log(server, caplog):
    with caplog.at_level(logging.WARNING):
        half_a_request(server).close()
        until = time.monotonic() + 60
        while not caplog.records and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.05)
    assert [record.getMessage() for record in caplog.records] == [
        "POST /resellers/v6/orders: the client hung up before its body was whole"
    ]
    assert not caplog.records[0].exc_info


def test_incomplete_requests_time_out_while_others_are_served(server, monkeypatch):
    with ExitStack() as stack:
        other = stack.enter_context(closing(http.client.HTTPConnection(*address(server), timeout=10)))

        def search() -> int:
            other.request("GET", f"{ORDERS}/search", headers=HEADERS)
            answer = other.getresponse()
            answer.read()
            return answer.status

        # The connection of the others gets the usual time: on a slow machine its request may come late.
        assert search() == 204
        monkeypatch.setattr(connections, "REQUEST_TIME_S", 0.5)
        lines = [stack.enter_context(half_a_request(server)) for _ in range(20)]
        silent = stack.enter_context(socket.create_connection(address(server), timeout=10))
        assert search() == 204
        assert [is_closed(line) for line in (*lines, silent)] == [True] * 21


def test_half_a_request_behind_a_whole_one_times_out(server, monkeypatch):
    with socket.create_connection(address(server), timeout=10) as line:
        host = "{}:{}".format(*address(server))
        whole = f"GET /pulse HTTP/1.1\r\nHost: {host}\r\n\r\n"
        # A connection that has been used has the usual time for its next request, which may come late.
        line.sendall(whole.encode())
        answer = line.makefile("rb")
        assert answer.readline() == b"HTTP/1.1 200 OK\r\n"
        length = 0
        while (head := answer.readline()) != b"\r\n":
            length = int(head[16:]) if head.lower().startswith(b"content-length: ") else length
        answer.read(length)
        monkeypatch.setattr(connections, "REQUEST_TIME_S", 0.5)
        line.sendall(f"{whole}POST {ORDERS} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n\r\n{{".encode())
        assert answer.readline() == b"HTTP/1.1 200 OK\r\n"
        with suppress(ConnectionResetError):
            while answer.read(1):  # a connection that stays open is a TimeoutError
                pass


def test_a_connection_that_is_in_use_is_not_closed(server, monkeypatch):
    """Each request ends its timer and begins another; a test that waited for one to run out would have to be quick."""
    timers: list[asyncio.TimerHandle] = []
    watch = connections._Protocol._watch

    def noted(protocol: connections._Protocol) -> None:
        watch(protocol)
        if protocol._deadline is not None and protocol._deadline not in timers:
            timers.append(protocol._deadline)

    monkeypatch.setattr(connections._Protocol, "_watch", noted)
    with closing(http.client.HTTPConnection(*address(server), timeout=10)) as connection:
        for _ in range(6):
            connection.request("GET", f"{ORDERS}/search", headers=HEADERS)
            assert connection.getresponse().read() == b""
        wait_until(lambda: len(timers) == 7)
        assert [each.cancelled() for each in timers[:6]] == [True] * 6
        assert timers[0].when() < timers[-1].when()


def test_the_number_of_connections_is_limited(server, monkeypatch):
    monkeypatch.setattr(connections, "CONNECTION_LIMIT", 3)
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(half_a_request(server))
        with pytest.raises(ConnectionError):
            ask(server, "GET", f"{ORDERS}/search")

    def is_served() -> bool:
        with suppress(ConnectionError):
            return ask(server, "GET", f"{ORDERS}/search")[0] == 204
        return False

    wait_until(is_served)  # the server may see the end of the others later than this thread does


def test_large_bodies_are_received_one_after_another(server, monkeypatch, caplog):
    monkeypatch.setattr(app, "BODIES_LIMIT", 3_000)
    with ExitStack() as stack:
        with caplog.at_level(logging.WARNING):
            half_a_request(server).close()
            wait_until(lambda: "the client hung up" in caplog.text)  # until then its byte counts with the others
        lines = [stack.enter_context(socket.create_connection(address(server), timeout=10)) for _ in range(4)]
        for line in lines:
            head = f"POST {ORDERS} HTTP/1.1\r\nHost: 127.0.0.1:{address(server)[1]}\r\nContent-Length: 2000\r\n\r\n"
            line.sendall(head.encode() + b" " * 1_000)
        # Three have room; which one is the fourth depends on when the server looks at each.
        (refused,) = select.select(lines, [], [], 10)[0]
        assert refused.recv(12) == b"HTTP/1.1 503"
    assert ask(server, "GET", f"{ORDERS}/search")[0] == 204


def test_the_total_number_of_order_lines_is_limited(make):
    api = make(policy=Policy(line_limit=3))
    api.created(("DF4128", 1), ("YN6231", 1))
    api.created(("DF4128", 1), ("YN6231", 1))
    answer = api.create()
    assert answer.status == 500
    assert answer.body["errors"][0]["message"] == "The sandbox holds 4 order lines; its limit is 3"


def test_a_search_by_index_finds_the_same_orders_as_a_full_scan(make):
    """With orders of many days and states, some placed after the clock was set back, and some changed later."""
    api = make()
    for day in range(8):
        number = api.created(("DF4128", 1)) if day % 2 else api.held(("TSXML1", 1), ("RQ6000", 1))
        if day % 4 == 1:
            api.sandbox.ship(number)
        if day == 4:
            api.modify(number, {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "YN6231", "quantity": 1})
            api.modify(number, {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "001"})
        api.sandbox.clock.advance(days=5 if day != 5 else -12)
    # One that comes back to a state it has left, behind others in it.
    oldest = [order for order in api.sandbox.orders.of(api.customer) if order.status == "Processing"][-1]
    api.sandbox.hold(oldest.number)
    api.sandbox.release(oldest.number)
    # By the sandbox's clock, also if it was set back.
    orders = sorted(api.sandbox.orders.of(api.customer), key=lambda order: order.placed_at, reverse=True)
    now = api.sandbox.now()

    def parts(order):
        return {part.number for _, part in order.parts}

    expected = {
        (): lambda order: order.placed_at >= now - timedelta(days=20),
        (("ingramPartNumber", "tsxml1"),): lambda order: "TSXML1" in parts(order),
        (("ingramPartNumber", "YN6231"),): lambda order: "YN6231" in parts(order),
        (("orderStatus-in", "SHIPPED"), ("orderStatus-in", "CANCELLED")): lambda order: (
            order.status in ("Shipped", "Canceled")
        ),
        (("orderStatus", "PROCESSING"),): lambda order: order.status == "Processing",
        (("orderStatus", "CANCELLED"), ("vendorName", "acme peripherals")): lambda order: (
            order.status == "Canceled" and any(part.vendor_name == "ACME PERIPHERALS" for _, part in order.parts)
        ),
        (("ingramOrderDate-bt", "2024-06-01"), ("ingramOrderDate-bt", "2024-06-10")): lambda order: (
            "2024-06-01" <= order.placed_at.date().isoformat() <= "2024-06-10"
        ),
    }
    for query, fits in expected.items():
        found = [order.customer_order_number for order in orders if fits(order)]
        assert api.found(*query) == found, query
        assert found
    assert len(orders) > 8


@pytest.fixture
def crowded(server, api) -> Iterator[SandboxServer]:
    """A server with many copies of one order."""
    api.sandbox = server.sandbox
    api.created()
    book = server.sandbox.orders
    (order,) = book.of(api.customer)
    for number in range(20_000):
        book.restore(type(order)(**{**vars_of(order), "number": f"20-{number:05}"}))
    return server


def vars_of(order) -> dict[str, object]:
    return {name: getattr(order, name) for name in type(order).__dataclass_fields__}


def test_a_page_of_many_orders_costs_little_more_than_a_page_of_few(crowded, api):
    few = api.__class__(type(crowded.sandbox)(clock=api.clock, access_tokens={"demo-token"}), api.clock)
    for _ in range(25):
        few.created()
    api.sandbox = crowded.sandbox

    def cost(caller) -> float:
        spans = []
        for _ in range(7):
            began = time.thread_time()
            assert caller.search(pageSize="25").body["pageSize"] == "25"
            spans.append(time.thread_time() - began)
        return min(spans)

    assert cost(api) < 12 * cost(few)


def test_several_threads_search_and_create_at_the_same_time(server):
    failures: list[BaseException] = []

    def run() -> None:
        try:
            for _ in range(20):
                with closing(http.client.HTTPConnection(*address(server), timeout=10)) as connection:
                    body = {"customerOrderNumber": f"{threading.get_ident()}-{time.monotonic_ns()}", "lines": [LINE]}
                    connection.request("POST", ORDERS, json.dumps(body), HEADERS)
                    assert connection.getresponse().status == 201
                assert ask(server, "GET", f"{ORDERS}/search?orderStatus=PROCESSING")[0] == 200
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(server.sandbox.orders) == 80


LINE = {"ingramPartNumber": "DF4128", "quantity": 1}
