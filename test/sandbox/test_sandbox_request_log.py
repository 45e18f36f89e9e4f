"""The request log in a file: one line for each request, with what a test needs to judge a client."""

from __future__ import annotations

import http.client
import json
import stat
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.state.logs import EXCHANGE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "demo-token"
HEADERS = {
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
    "Content-Type": "application/json",
}
START = datetime(2024, 5, 27, 9, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "requests.jsonl"


@pytest.fixture
def server(file: Path) -> Iterator[SandboxServer]:
    sandbox = Sandbox(clock=lambda: START, access_tokens={TOKEN}, request_log=file)
    with closing(sandbox), SandboxServer(sandbox) as running:
        yield running


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def ask(server: SandboxServer, method: str, path: str, body: Any = None, **headers: str) -> int:
    sent = None if body is None else body if isinstance(body, bytes) else json.dumps(body)
    with closing(http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)) as connection:
        try:
            connection.request(method, path, sent, HEADERS | headers)
            return connection.getresponse().status
        except (ConnectionError, http.client.BadStatusLine):
            return 0


def create(server: SandboxServer, po: str = "PO-1", version: int = 6) -> int:
    order = {"customerOrderNumber": po, "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
    return ask(server, "POST", f"/resellers/v{version}/orders", order)


def test_a_line_says_when_who_asked_what_and_what_became_of_it(server: SandboxServer, file: Path) -> None:
    before = time.monotonic()
    create(server, " po-ä ")
    after = time.monotonic()
    # The line is there as soon as the answer is, while the sandbox still runs.
    (line,) = lines_of(file)
    assert before <= line.pop("arrived") <= line.pop("ended") <= after
    assert line == {
        "number": 1,
        "at": "2024-05-27T09:30:00+00:00",
        "method": "POST",
        "operation": "create_v6",
        "customer": "20-222222",
        "correlation_id": "c-1",
        "purchase_order": "PO-Ä",
        "order_number": "",
        "status": 201,
        "acted": True,
        "made": 201,
        "fault": "",
        "late_for": None,
    }
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("fault", "status", "acted", "made"),
    [
        ("drop_before", "dropped", False, None),
        ("drop_after", "dropped", True, 201),
        ("500", 500, False, None),
        ("500_after", 500, True, 201),
        ("429", 429, False, None),
        ("empty_created", 201, True, 201),
        ("half", 201, True, 201),
    ],
)
def test_a_line_says_whether_a_request_with_a_fault_was_acted_on(
    server: SandboxServer, file: Path, fault: str, status: int | str, acted: bool, made: int | None
) -> None:
    server.sandbox.faults.add(fault, "create_v6")
    create(server)
    (line,) = lines_of(file)
    assert [line[name] for name in ("status", "acted", "made", "fault")] == [status, acted, made, fault]
    assert len(server.sandbox.orders) == acted


def test_a_late_act_has_a_line_of_its_own(server: SandboxServer, file: Path) -> None:
    server.sandbox.faults.add("act_late", "create_v6", seconds=600)
    create(server)
    time.sleep(0.02)
    server.sandbox.late.act_all()
    sent, acted = lines_of(file)
    assert (sent["status"], sent["acted"], sent["late_for"]) == ("dropped", False, None)
    assert (acted["status"], acted["acted"], acted["made"], acted["late_for"]) == ("late", True, 201, sent["number"])
    assert acted["purchase_order"] == "PO-1"
    assert acted["arrived"] == sent["arrived"]
    assert acted["ended"] > sent["ended"] + 0.01


def test_searches_and_other_calls_name_what_they_are_about(server: SandboxServer, file: Path) -> None:
    create(server, version=7)
    (order,) = server.sandbox.orders.of("20-222222")
    ask(server, "GET", "/resellers/v6/orders/search?pageSize=5&customerOrderNumber=po-1&customerOrderNumber=other")
    ask(server, "GET", "/resellers/v6/orders/search?pageSize=5")
    ask(server, "GET", f"/resellers/v6.1/orders/{order.number}")
    ask(server, "POST", "/resellers/v6/orders", b"{")
    ask(server, "GET", "/resellers/v6/nothing")
    ask(server, "GET", "/resellers/v6/orders/search", Authorization="Bearer hush")
    seen = [(line["operation"], line["purchase_order"], line["order_number"], line["acted"]) for line in lines_of(file)]
    assert seen == [
        ("create_v7", "PO-1", "", True),
        ("search", "PO-1", "", True),
        ("search", "", "", True),
        ("details", "", order.number, True),
        ("create_v6", "", "", False),
        ("", "", "", False),
        ("search", "", "", False),
    ]


def test_no_secret_is_in_the_file(server: SandboxServer, file: Path) -> None:
    ask(server, "GET", "/oauth/oauth20/token?grant_type=client_credentials&client_id=a&client_secret=hush")
    ask(server, "GET", "/resellers/v6/orders/search?customerOrderNumber=client_secret=hush&token=hush")
    ask(server, "GET", "/oauth/hush?customerOrderNumber=hush")
    create(server, "token=hush")
    kept = file.read_text(encoding="utf-8").lower()
    assert len(kept.splitlines()) == 4
    assert "hush" not in kept
    assert TOKEN not in kept


def test_the_file_keeps_every_request_also_of_earlier_runs(server: SandboxServer, file: Path) -> None:
    wanted = EXCHANGE_LIMIT + 20
    with closing(http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)) as connection:
        for number in range(wanted):
            connection.request("GET", f"/resellers/v6/orders/search?customerOrderNumber=PO-{number}", headers=HEADERS)
            connection.getresponse().read()
    assert len(server.sandbox.exchanges) == EXCHANGE_LIMIT
    assert [line["purchase_order"] for line in lines_of(file)] == [f"PO-{number}" for number in range(wanted)]
    server.sandbox.close()
    again = Sandbox(request_log=file)
    with closing(again), SandboxServer(again) as later:
        ask(later, "GET", "/resellers/v6/orders/search")
    assert len(lines_of(file)) == wanted + 1


def test_a_file_that_cannot_be_written_is_an_error_that_leaves_the_state_file_free(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        Sandbox(state=tmp_path / "state.db", request_log=tmp_path)
    Sandbox(state=tmp_path / "state.db").close()


def test_answers_are_counted_by_operation_and_status_so_that_refusals_by_the_quota_can_be_read(file: Path) -> None:
    policy = Policy(rate_limit=RateLimit(calls=2, every_method=True))
    sandbox = Sandbox(clock=lambda: START, access_tokens={TOKEN}, policy=policy, request_log=file)
    with closing(sandbox), SandboxServer(sandbox) as server:
        statuses = [create(server, f"PO-{number}") for number in range(4)]
        assert ask(server, "GET", "/resellers/v6/orders/search") == 200
        sandbox.faults.add("429", "search")
        assert ask(server, "GET", "/resellers/v6/orders/search") == 429
    assert statuses == [201, 201, 429, 429]
    assert [line["acted"] for line in lines_of(file)] == [True, True, False, False, True, False]
    assert sandbox.answered == {
        ("create_v6", 201): 2,
        ("create_v6", 429): 2,
        ("search", 200): 1,
        ("search", 429): 1,
    }
