"""Calls that are acted on late, and creates that are answered with nothing: what stands, and what the logs say."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.state import late
from xi.sdk.resellers.sandbox.state.late import LateCalls

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "demo-token"
HEADERS = {
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
    "Content-Type": "application/json",
}
START = datetime(2024, 5, 27, 9, 30, tzinfo=UTC)


def ask(server: SandboxServer, method: str, path: str, body: Any = None, token: str = TOKEN) -> tuple[int, bytes]:
    """Return the status and the body of an answer; the status is 0 if the connection was broken."""
    headers = HEADERS | {"Authorization": f"Bearer {token}"}
    with closing(http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)) as connection:
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
        except (ConnectionError, http.client.BadStatusLine):
            return 0, b""
        return answer.status, answer.read()


def create(server: SandboxServer, po: str = "PO-1", version: int = 6, part: str = "DF4128", **more: Any) -> int:
    order = {"customerOrderNumber": po, "lines": [{"ingramPartNumber": part, "quantity": 1}]}
    return ask(server, "POST", f"/resellers/v{version}/orders", order, **more)[0]


def search(server: SandboxServer, po: str = "PO-1") -> int:
    return ask(server, "GET", f"/resellers/v6/orders/search?customerOrderNumber={po}")[0]


@pytest.fixture
def still() -> Iterator[SandboxServer]:
    """A server whose clock stands still: only a timer, or a move of the clock, makes a moment come."""
    with SandboxServer(Sandbox(clock=lambda: START, seed=7, access_tokens={TOKEN})) as running:
        yield running


def until(condition: Any) -> bool:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return bool(condition())


@pytest.mark.parametrize("version", [6, 7])
def test_a_call_is_acted_on_by_a_timer_after_its_client_has_gone(
    still: SandboxServer, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = still.sandbox
    came, has_looked = list[float](), threading.Event()
    act = sandbox.late.act

    def put_off(number: int) -> None:
        """Act when the timer runs out, but not before the test has looked, however long that takes it."""
        came.append(time.monotonic())
        if has_looked.is_set():
            act(number)
        else:
            asyncio.get_running_loop().call_later(0.01, put_off, number)

    monkeypatch.setattr(sandbox.late, "act", put_off)
    sandbox.faults.add("act_late", f"create_v{version}", seconds=0.2)
    began = time.monotonic()
    assert create(still, version=version) == 0
    assert (len(sandbox.orders), len(sandbox.late)) == (0, 1)
    assert search(still) == 204
    has_looked.set()
    assert until(lambda: len(sandbox.orders))
    assert came[0] - began >= 0.19
    assert (search(still), len(sandbox.late)) == (200, 0)


def test_moving_the_clock_makes_late_calls_act_in_the_order_of_their_moments(still: SandboxServer) -> None:
    sandbox = still.sandbox
    for po, seconds in (("SECOND", 90.0), ("FIRST", 60.0), ("THIRD", 600.0)):
        sandbox.faults.add("act_late", "create_v6", seconds=seconds)
        assert create(still, po) == 0
    sandbox.clock.advance(seconds=59)
    assert sandbox.purchase_orders() == {}
    sandbox.clock.advance(seconds=31)
    # The move alone did it; nobody has asked yet.
    assert len(sandbox.orders) == 2
    assert list(sandbox.purchase_orders()) == ["FIRST", "SECOND"]
    assert len(sandbox.late) == 1
    assert sandbox.events[-1].at == sandbox.now()


def test_the_sandbox_used_after_the_moment_acts_first(make: Any, clock: Any) -> None:
    api = make()
    done: list[str] = []
    api.sandbox.late.add(30, lambda: done.append("late"))
    clock.forward(seconds=29)
    api.search()
    assert done == []
    clock.forward(seconds=1)
    api.search()
    assert done == ["late"]


def test_a_repeat_comes_first_and_the_late_one_is_refused_by_the_duplicate_check(still: SandboxServer) -> None:
    sandbox = still.sandbox
    sandbox.faults.add("act_late", "create_v6", seconds=600)
    assert (create(still), create(still)) == (0, 201)
    sandbox.late.act_all()
    assert sandbox.placements() == {"PO-1": 1}
    assert sandbox.exchanges[-1].status == 400
    sandbox.change_policy(duplicate_check=False)
    sandbox.faults.add("act_late", "create_v6", seconds=600)
    assert create(still, "PO-2") == 0
    assert create(still, "PO-2") == 201
    sandbox.late.act_all()
    assert sandbox.placements() == {"PO-1": 1, "PO-2": 2}


def test_the_request_log_shows_the_broken_connection_and_then_that_it_was_acted_on(still: SandboxServer) -> None:
    sandbox = still.sandbox
    sandbox.faults.add("act_late", "create_v6", seconds=600)
    create(still)
    sandbox.late.act_all()
    broken, acted = sandbox.exchanges
    assert (broken.number, broken.status, broken.fault, broken.late_for) == (1, 0, "act_late", 0)
    assert (acted.number, acted.status, acted.fault, acted.late_for) == (2, 201, "act_late", 1)
    assert acted.sent == broken.sent
    assert sandbox.orders.of("20-222222")[0].number in acted.answered
    assert sandbox.answered == {("create_v6", 0): 1}
    assert b"acted late: 201" in ask(still, "GET", "/requests")[1]
    assert b'<a href="/requests/1">request 1</a>' in ask(still, "GET", "/requests/2")[1]


def test_a_late_call_without_a_good_token_or_over_the_quota_never_acts() -> None:
    policy = Policy(rate_limit=RateLimit(1, every_method=True))
    sandbox = Sandbox(clock=lambda: START, access_tokens={TOKEN}, policy=policy)
    sandbox.faults.add("act_late", "create_v6", times=None, seconds=600)
    with SandboxServer(sandbox) as server:
        assert [create(server, token="nobody"), create(server, "PO-1"), create(server, "PO-2")] == [0, 0, 0]
        # The token was good when the call came; that it ends meanwhile changes nothing.
        sandbox.revoke_tokens()
        sandbox.late.act_all()
    assert list(sandbox.purchase_orders()) == ["PO-1"]


def test_a_server_that_stops_leaves_late_calls_to_the_next_use_of_the_sandbox(clock: Any) -> None:
    sandbox = Sandbox(clock=clock, access_tokens={TOKEN})
    sandbox.faults.add("act_late", "create_v6", seconds=600)
    with SandboxServer(sandbox) as server:
        began = time.monotonic()
        create(server)
    assert time.monotonic() - began < 60, "the server waited for its late call"
    assert len(sandbox.late) == 1
    assert sandbox.purchase_orders() == {}
    clock.forward(seconds=600)
    assert list(sandbox.purchase_orders()) == ["PO-1"]
    assert len(sandbox.late) == 0
    sandbox.close()


def test_a_sandbox_that_is_closed_never_acts_on_what_waits() -> None:
    sandbox, done = Sandbox(), list[str]()
    number = sandbox.late.add(0, lambda: done.append("acted"))
    sandbox.close()
    sandbox.late.act(number)
    sandbox.late.act_due()
    assert (done, len(sandbox.late)) == ([], 0)


def test_the_number_of_waiting_calls_is_limited_by_acting_on_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "LATE_LIMIT", 2)
    calls, done = LateCalls(lambda: START, threading.RLock()), list[int]()
    for seconds in (30, 20, 10, 40):
        calls.add(seconds, lambda seconds=seconds: done.append(seconds))
    assert done == [20, 10]
    assert len(calls) == 2


def test_a_call_is_acted_on_once_by_timer_and_clock_together() -> None:
    calls, done = LateCalls(lambda: START, threading.RLock()), list[str]()
    number = calls.add(0, lambda: done.append("acted"))
    calls.act(number)
    calls.act_due()
    calls.act_all()
    calls.act(number)
    assert done == ["acted"]


@pytest.mark.parametrize("version", [6, 7])
def test_a_create_is_answered_with_an_empty_object_and_its_order_stands(still: SandboxServer, version: int) -> None:
    still.sandbox.faults.add("empty_created", f"create_v{version}", times=2)
    order = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
    assert ask(still, "POST", f"/resellers/v{version}/orders", order) == (201, b"{}")
    assert still.sandbox.placements() == {"PO-1": 1}
    # What is refused is no success, so it is answered as it is.
    assert ask(still, "POST", f"/resellers/v{version}/orders", {**order, "lines": []})[0] == 400
