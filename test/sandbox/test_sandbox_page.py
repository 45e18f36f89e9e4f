"""The page without a browser: its counts and limits; calls are answered while it is rendered."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from threading import Event, Thread

import pytest
import urllib3

from xi.sdk.resellers.sandbox import FaultKind, Part, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.http.page import SECTIONS
from xi.sdk.resellers.sandbox.http.page._section import duration
from xi.sdk.resellers.sandbox.http.page.faults import EFFECTS
from xi.sdk.resellers.sandbox.http.server import WithoutSecrets
from xi.sdk.resellers.sandbox.orders.states import possible
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Status
from xi.sdk.resellers.sandbox.state.logs import Exchange

NOW = datetime(2024, 5, 27, 9, 30, tzinfo=UTC)
PART = Part("TSXML1", Decimal("12.40"), "TEST CABLE 1M")


def order(number: str, *, lines: int = 1, units: int = 2, held: bool = False) -> Order:
    ordered = tuple(Line(each, str(each), PART, units, units) for each in range(1, lines + 1))
    return Order(number, "20-222222", "US", True, f"PO-{number}", NOW, "S", ordered, held=held)


def page(server: SandboxServer, path: str) -> str:
    with urllib3.PoolManager(retries=False, timeout=5) as http:
        answer = http.request("GET", server.url + path)
        assert answer.status == 200
        return answer.data.decode()


def test_the_page_counts_orders_by_status_after_every_change() -> None:
    sandbox, rng = Sandbox(clock=lambda: NOW), Random(4)
    sandbox.orders.add([order(f"20-{count:05}", held=not count % 3) for count in range(60)], sandbox.orders.stock)
    for _ in range(300):
        some = rng.choice(sandbox.orders.latest(0, 60))
        if moves := possible(some):
            sandbox.move(some.number, rng.choice(moves))
    every = sandbox.orders.latest(0, 100)
    assert len(every) == 60
    assert sandbox.orders.counts() == Counter(each.status for each in every)
    assert len(sandbox.orders.counts()) > 3
    for status in Status:
        assert sandbox.orders.latest(0, 100, status) == [each for each in every if each.status is status]


def test_calls_are_answered_while_a_page_is_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    searching, go_on = Event(), Event()

    def search(text: str) -> list[Order]:
        searching.set()
        assert go_on.wait(10), text
        return []

    with SandboxServer() as server:
        monkeypatch.setattr(server.sandbox.orders, "fitting", search)
        looking = Thread(target=page, args=(server, "/?q=slow"))
        looking.start()
        assert searching.wait(10)
        try:
            with urllib3.PoolManager(retries=False, timeout=5) as http:
                assert http.request("GET", f"{server.url}/resellers/v6/orders/search").status == 401
                assert http.request("POST", f"{server.url}/clock/reset", redirect=False).status == 303
        finally:
            go_on.set()
            looking.join(10)


def test_a_long_message_is_cut_before_it_becomes_a_header() -> None:
    with SandboxServer() as server, urllib3.PoolManager(retries=False, timeout=5) as http:
        answer = http.request("POST", f"{server.url}/faults", body=b"kind=" + b"x" * 60_000, redirect=False)
    assert answer.status == 303
    assert len(answer.headers["Location"]) < 1_000


def test_an_order_of_many_lines_is_shown_in_parts() -> None:
    sandbox = Sandbox(clock=lambda: NOW)
    sandbox.orders.add([order("20-LARGE", lines=884, units=500)], sandbox.orders.stock)
    sandbox.ship("20-LARGE")
    with SandboxServer(sandbox) as server:
        first, last = page(server, "/orders/20-LARGE"), page(server, "/orders/20-LARGE?page=18")
        answer = page(server, "/orders/20-LARGE/answer")
    assert (first.count('<th scope="row">'), last.count('<th scope="row">')) == (50, 34)
    assert "851 to 884 of 884 lines" in last
    assert "the first 100,000 characters" in answer
    assert len(answer) < 300_000  # each quote is six characters there


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, ""), (0.2, ""), (1, "1 s"), (60, "1 min"), (90_000, "1 d 1 h"), (-5_400, "back 1 h 30 min")],
)
def test_a_time_span_is_shown_in_words(seconds: float, shown: str) -> None:
    assert duration(timedelta(seconds=seconds)) == shown


def test_an_open_page_does_not_fill_the_access_log() -> None:
    for path, is_logged in (("/pulse", False), ("/", True), ("/assets/live.js", True)):
        args = ("127.0.0.1:1", "GET", path, "1.1", 200)
        record = logging.LogRecord("uvicorn.access", logging.INFO, __file__, 1, "", args, None)
        assert WithoutSecrets().filter(record) is is_logged


def test_each_kind_of_fault_has_a_description() -> None:
    assert set(EFFECTS) == set(FaultKind)


def test_each_section_of_the_navigation_is_a_page_of_its_own() -> None:
    with SandboxServer() as server:
        for section in SECTIONS:
            if section.title:
                assert f"<h1>{section.title}</h1>" in page(server, section.link)
            else:
                assert section.under in {each.link for each in SECTIONS if each.title}


def test_what_was_asked_is_spelt_out_once_and_only_if_somebody_looks_at_it() -> None:
    sandbox = Sandbox()
    made: list[int] = []

    def exchange(number: int) -> Exchange:
        made.append(number)
        return Exchange(number, NOW, "search", "GET", f"/resellers/v6/orders/search?page={number}")

    for number in range(1, 6):
        sandbox.note(partial(exchange, number))
    with SandboxServer(sandbox) as server:
        assert made == []
        assert "search?page=4" in page(server, "/requests/4")
        assert made == [4]
        for _ in range(2):
            assert all(f"search?page={number}" in page(server, "/requests") for number in range(1, 6))
    assert sorted(made) == [1, 2, 3, 4, 5]
