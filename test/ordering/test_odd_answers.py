"""Answers that contradict themselves, cannot be asked about, or cannot be stored: no send follows, no yes is lost."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from desk_kit import ACCOUNT, CREATE, SHORT, ledger_url, order, spied

from xi.sdk.resellers import ApiClient, ApiResponse, Configuration, OrdersApi
from xi.sdk.resellers._core.messages import Headers, Request, Response, Timeouts
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import Fault, LedgerError, NotSettledError, OrderDesk, Reason, Settings, State
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

TODAY = time.strftime("%Y-%m-%d")
ROW = {"ingramOrderNumber": "20-RD001", "customerOrderNumber": "PO-1", "ingramOrderDate": TODAY}
DETAILS = ROW | {"lines": [{"ingramPartNumber": "DF4128", "quantityOrdered": 1}]}
PLACED: dict[str, Any] = {"ingramOrderNumber": "20-RD001", "lines": DETAILS["lines"]}
CREATED: dict[str, Any] = {"customerOrderNumber": "PO-1", "orders": [PLACED]}


class Wire:
    """A transport with one answer for each kind of call."""

    def __init__(self, create: Any, found: Any = (), details: Any = None) -> None:
        self.answers = {"create": create, "search": (200, {"recordsFound": len(found), "orders": found})}
        self.answers["details"] = (200, details)
        self.headers: dict[str, str] = {}
        self.calls: list[str] = []

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - it answers at once
        is_search = "search" in request.target.lower()
        kind = "create" if request.method == "POST" else "search" if is_search else "details"
        self.calls.append(kind)
        status, body = self.answers[kind]
        raw = json.dumps(body).encode()
        return Response(status, "", Headers({"Content-Type": "application/json", **self.headers}.items()), raw)

    def close(self) -> None:
        """There is nothing to close."""


@contextmanager
def desk_on(
    wire: Wire, folder: Path, token: str | Callable[[], str] = TOKEN, settings: Settings = SHORT
) -> Generator[OrderDesk]:
    configuration = Configuration(access_token=token, account=ACCOUNT, retry=AT_ONCE, host="http://127.0.0.1:9")
    with ApiClient(configuration, transport=wire) as client:
        desk = OrderDesk(OrdersApi(client).bound(), ledger_url(folder), settings=settings)
        yield desk
        desk.ledger.close()


CONTRADICTIONS: dict[str, tuple[list[Any], Any]] = {
    "none is shown": ([], None),
    "only others are shown": ([ROW | {"customerOrderNumber": f"PO-1{number}"} for number in range(100)], None),
    "the details are under another PO": ([ROW], DETAILS | {"customerOrderNumber": "PO-2"}),
    "the number is a path": ([ROW | {"ingramOrderNumber": "../x"}], DETAILS),
    "the number is too long": ([ROW | {"ingramOrderNumber": "20-RD001-11-11-11"}], DETAILS),
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_a_search_that_may_hide_our_order_permits_no_repeat(tmp_path: Path, case: str) -> None:
    found, details = CONTRADICTIONS[case]
    wire = Wire((500, {}), found, details)
    wire.answers["search"] = (200, {"recordsFound": 300, "orders": found})
    with desk_on(wire, tmp_path) as desk:
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.reason) == (State.HELD, Reason.NO_RESULT)
        assert wire.calls.count("create") == 1


NOT_READ: dict[str, dict[str, Any]] = {
    "an order that cannot be read": {"orders": ["20-RD001"]},
    "the same under a key in another case": {"Orders": ["20-RD001"]},
    "one beside an order of another PO": {"orders": [ROW | {"customerOrderNumber": "PO-9"}, "20-RD001"]},
    "the same in another case": {"RecordsFound": 1, "Orders": [ROW | {"customerOrderNumber": "PO-9"}, "20-RD001"]},
    "orders under another name": {"recordsFound": None, "ordersList": [ROW]},
    "orders under another name, and the page": {"pageNumber": 1, "results": [ROW]},
    "neither orders nor a count": {"orders": None, "pageNumber": 1},
    "the page alone": {"pageNumber": 1},
}


@pytest.mark.parametrize("body", NOT_READ.values(), ids=NOT_READ)
def test_a_search_whose_orders_are_not_all_read_permits_no_repeat(tmp_path: Path, body: dict[str, Any]) -> None:
    wire = Wire((500, {}))
    wire.answers["search"] = (200, body)
    with desk_on(wire, tmp_path) as desk:
        with suppress(NotSettledError):
            assert desk.place(order("PO-1"), wait=1).state is State.HELD
        assert wire.calls.count("create") == 1


def test_lines_of_details_under_a_key_in_another_case_that_cannot_be_read_are_not_fewer_lines(tmp_path: Path) -> None:
    details = {key: value for key, value in DETAILS.items() if key != "lines"} | {"Lines": [*DETAILS["lines"], "more"]}
    with desk_on(Wire((500, {}), [ROW], details), tmp_path) as desk:
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.reason) == (State.HELD, Reason.NO_RESULT)


REJECTIONS: list[Any] = ["1 line: EN", ["EN"], [{"ingramPartNumber": "ZZ"}, "EN"]]


@pytest.mark.parametrize("rejected", REJECTIONS, ids=str)
def test_rejections_that_cannot_be_read_are_rejections(tmp_path: Path, rejected: Any) -> None:
    answer = CREATED | {"orders": [PLACED | {"rejectedLineItems": rejected}]}
    with desk_on(Wire((207, answer)), tmp_path) as desk:
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.order_numbers) == (State.PARTLY, ("20-RD001",))
        assert len(record.rejected) == (len(rejected) if isinstance(rejected, list) else 1)


@pytest.mark.parametrize(
    "body",
    [
        ["CUSTOMER-PO-EXISTS"],
        {"errors": [{"code": "CUSTOMER-PO-EXISTS", "detail": "no"}]},
        {"errors": [{"message": "no", "details": [{"info": "customer_po_exists"}]}]},
    ],
)
def test_that_a_po_exists_is_understood_wherever_it_is_said(tmp_path: Path, body: Any) -> None:
    with desk_on(Wire((400, body), [ROW], DETAILS), tmp_path) as desk:
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.order_numbers, record.adopted) == (State.PLACED, ("20-RD001",), True)


@pytest.mark.parametrize("odd", ["\ud83d", "\0", "\n"])
def test_a_yes_with_characters_that_no_database_keeps_is_written_down(tmp_path: Path, odd: str) -> None:
    placed = PLACED | {"ingramOrderNumber": f"20-RD{odd}1", "currencyCode": f"US{odd}"}
    with desk_on(Wire((201, CREATED | {"orders": [placed]})), tmp_path) as desk:
        record = desk.place(order("PO-1"), wait=60)
        assert record.state is State.PLACED
        assert all(each.isprintable() for each in (*record.order_numbers, record.currency or ""))


@pytest.mark.parametrize("failure", [RuntimeError("secret"), ApiValueError("secret"), OSError("secret")])
def test_a_look_for_which_the_program_gets_no_token_is_made_again(tmp_path: Path, failure: Exception) -> None:
    is_up = threading.Event()

    def token() -> str:
        if "create" in wire.calls and not is_up.is_set():
            raise failure
        return TOKEN

    wire = Wire((500, {}), [ROW], DETAILS)
    with desk_on(wire, tmp_path, token) as desk:
        with pytest.raises(NotSettledError, match=f"the look failed: {type(failure).__name__}"):
            desk.place(order("PO-1"), wait=1)
        is_up.set()
        desk.recheck("PO-1")
        record = desk.find("PO-1")
        assert record is not None
        assert record.state is State.PLACED
        assert not any("secret" in (each.says or "") for each in record.history())


def test_a_program_without_a_usable_token_pauses_the_desk_and_is_told(tmp_path: Path) -> None:
    def token() -> str:
        raise ApiValueError("there is no token")

    with desk_on(Wire((201, CREATED)), tmp_path, token) as desk:
        with pytest.raises(NotSettledError, match="paused by the desk: the set-up is refused: there is no token"):
            desk.place(order("PO-1"), wait=1)
        assert desk.paused is not None


@pytest.mark.parametrize(
    "arguments",
    [{"batch": "\ud83d"}, {"ref": {"id": "\ud83d"}}, {"source": "orders.csv"}, {"ref": [1]}, {"wait": "5"}],
)
def test_arguments_that_cannot_be_kept_are_refused_before_anything_is_sent(
    tmp_path: Path, arguments: dict[str, Any]
) -> None:
    wire = Wire((201, CREATED))
    with desk_on(wire, tmp_path) as desk:
        with pytest.raises((ApiValueError, ApiTypeError)):
            desk.place(order("PO-1"), **arguments)
        assert wire.calls == []
        assert desk.find("PO-1") is None


def test_a_yes_that_nobody_foresaw_bars_a_repeat(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    wire = Wire((201, CREATED))
    with desk_on(wire, tmp_path) as desk:

        def without_text(given: ApiResponse[Any]) -> ApiResponse[Any]:
            return ApiResponse(
                status_code=given.status_code, headers=None, data=given.data, raw_data=cast("bytes", None)
            )

        spied(desk, **{CREATE: without_text})
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.reason, record.sends) == (State.HELD, Reason.NO_RESULT, 1)
        assert [each.says for each in record.history() if each.kind == "answer"] == [
            "201: an answer that cannot be read (TypeError)"
        ]
        assert "the answer cannot be read" in caplog.text
        assert wire.calls.count("create") == 1


def test_an_answer_for_a_row_that_is_gone_is_told_with_the_order_number(tmp_path: Path) -> None:
    class Forgetful(Wire):
        def send(self, request: Request, timeouts: Timeouts) -> Response:
            connection = sqlite3.connect(tmp_path / "orders.db")
            connection.execute("DELETE FROM xi_entries")
            connection.commit()
            connection.close()
            return super().send(request, timeouts)

    hasty = replace(SHORT, record_for=0.1)
    with desk_on(Forgetful((201, CREATED)), tmp_path, settings=hasty) as desk:
        with pytest.raises(LedgerError, match=r"20-RD001.*is not in the ledger any more") as caught:
            desk.place(order("PO-1"), wait=5)
        assert (caught.value.sent, caught.value.order_numbers) == (True, ("20-RD001",))


def test_a_ledger_behind_a_link_that_leads_nowhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "orders.db").symlink_to(tmp_path / "not there" / "orders.db")
    with pytest.raises(LedgerError, match=r"orders\.db") as caught, desk_on(Wire((201, CREATED)), tmp_path):
        pass
    assert caught.value.fault is Fault.MISSING


def test_a_look_does_not_wait_for_minutes_for_its_place_in_the_quota(tmp_path: Path) -> None:
    wire = Wire((500, {}))
    wire.headers = {"X-RateLimit-Limit": "1", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "60"}
    began = time.monotonic()
    with desk_on(wire, tmp_path) as desk, pytest.raises(NotSettledError, match="quota of searches is used up for"):
        desk.place(order("PO-1"), wait=1)
    assert time.monotonic() - began < 50
    assert wire.calls.count("create") == 1


def test_an_order_whose_number_another_po_was_told_permits_no_repeat(tmp_path: Path) -> None:
    wire = Wire((201, CREATED), [ROW | {"customerOrderNumber": "PO-2"}], DETAILS | {"customerOrderNumber": "PO-2"})
    with desk_on(wire, tmp_path) as desk:
        assert desk.place(order("PO-1"), wait=60).order_numbers == ("20-RD001",)
        wire.answers["create"] = (500, {})
        record = desk.place(order("PO-2"), wait=60)
        assert (record.state, record.reason) == (State.HELD, Reason.NO_RESULT)
        assert wire.calls.count("create") == 2
