"""The numbers that webhooks name are read: details are evidence, and a webhook alone is none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from desk_kit import SHORT, bound, desk_of, order, sandbox
from webhook_kit import SECRET, result, signature, status

from xi.sdk.resellers import BoundOrdersApi, models
from xi.sdk.resellers.exceptions import UnansweredException
from xi.sdk.resellers.ordering import NotSettledError, OrderDesk, Record, State
from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._findings import Found, FoundLine, Part, Wanted
from xi.sdk.resellers.ordering._matching import Sight, judge
from xi.sdk.resellers.ordering._protocol import LOOK_AGAIN_S, Kind, Row, Seen
from xi.sdk.resellers.ordering._searches import with_told
from xi.sdk.resellers.ordering._webhook_notes import numbers_told
from xi.sdk.resellers.ordering.ledger import Transaction
from xi.sdk.resellers.sandbox import SandboxServer

LATE = replace(SHORT, looks=(0.05, 300.0), quiet=300.0, patience=600.0)
"""After the first look the next one is far away, but for a webhook."""


@dataclass
class Waiting:
    """An order of v7 that was accepted, or one of v6 that was not answered, and that the search does not show."""

    server: SandboxServer
    api: BoundOrdersApi
    desk: OrderDesk
    record: Record

    @property
    def number(self) -> str:
        """The order number that Ingram Micro gave it."""
        (number,) = self.server.sandbox.purchase_orders()[self.record.po]
        return number

    def told(self, body: bytes) -> Record:
        """Take a webhook, and do what is due then."""
        assert self.desk.note_webhook(body, signature("e-1"), secret=SECRET)
        self.desk.handle_webhooks()
        return self.desk.settle(self.record.key)

    @property
    def last_look(self) -> Note:
        return [each for each in self.record.history() if each.kind == "look"][-1]

    def detail_calls(self) -> int:
        return sum(each.operation == "details" for each in self.server.sandbox.exchanges)


class Slow:
    """Does not answer details until the deadline of each call is over."""

    def __init__(self, api: BoundOrdersApi) -> None:
        self._api = api
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        return self._unanswered if name == "get_orderdetails_v6_1_with_http_info" else getattr(self._api, name)

    def _unanswered(self, *, _deadline: float, **_: Any) -> None:
        self.seconds += _deadline
        raise UnansweredException(reason="no answer")


@contextmanager
def waiting(folder: Path, *, v7: bool = True, **policy: Any) -> Iterator[Waiting]:
    with sandbox(search_lag=timedelta(hours=1), **policy) as server, bound(server) as api:
        desk = desk_of(api, folder, settings=LATE)
        if not v7:
            server.sandbox.faults.add("drop_after", "create_v6")
        given = order("PO-7", 2)
        with pytest.raises(NotSettledError) as raised:
            desk.place(models.AsyncOrderCreateDTO.from_dict(given.to_dict()) if v7 else given, wait=0)
        (record,) = desk.find_all(raised.value.record.key)
        yield Waiting(server, api, desk, record)


@pytest.mark.parametrize("v7", [True, False])
def test_an_order_that_the_search_does_not_show_is_read_by_the_number_of_a_webhook(tmp_path: Path, v7: bool) -> None:
    with waiting(tmp_path, v7=v7) as order:
        record = order.told(result("PO-7", order.number) if v7 else status("im::order_hold", order.number, "PO-7"))
        assert (record.state, record.order_numbers, record.adopted) == (State.PLACED, (order.number,), True)
        (note,) = [each for each in record.history() if each.kind == "webhook"]
        tells = "created" if v7 else "status"
        assert note.detail == {"tells": tells, "event_id": "e-1", "numbers": [order.number]}
        assert order.server.sandbox.placements() == {"PO-7": 1}


def test_the_number_of_another_order_says_nothing(tmp_path: Path) -> None:
    with waiting(tmp_path) as waits:
        answer = waits.api.post_createorder_v6(order_create_request=order("PO-8", 2))
        assert answer.orders
        record = waits.told(result("PO-7", str(answer.orders[0].ingram_order_number)))
        assert (record.state, waits.last_look.detail["seen"]) == (State.ACCEPTED, "nothing")


def test_the_number_of_another_order_of_the_ledger_is_not_read(tmp_path: Path) -> None:
    with waiting(tmp_path) as waits:
        other = waits.desk.place(order("PO-8", 2), wait=60)
        before = waits.detail_calls()
        record = waits.told(result("PO-7", *other.order_numbers))
        assert (record.state, waits.detail_calls()) == (State.ACCEPTED, before)


@pytest.mark.parametrize("unknown", [404, 500])
def test_a_number_that_cannot_be_read_yet_is_read_again_soon(tmp_path: Path, unknown: int) -> None:
    with waiting(tmp_path, unknown_details_status=unknown) as waits:
        record = waits.told(result("PO-7", "20-ZZZZZ"))
        assert (record.state, waits.last_look.detail["seen"]) == (State.ACCEPTED, "failed")
        assert "20-ZZZZZ, which a webhook names, could not be read" in str(waits.last_look.says)


@pytest.mark.parametrize("none", ["0", "null", "N/A"])
def test_what_stands_for_no_number_is_not_read(tmp_path: Path, none: str) -> None:
    with waiting(tmp_path) as waits:
        record = waits.told(result("PO-7", none))
        assert (waits.last_look.detail["seen"], waits.detail_calls()) == ("nothing", 0)
        assert record.state is State.ACCEPTED


def test_a_number_that_the_client_refuses_says_nothing(tmp_path: Path) -> None:
    with waiting(tmp_path) as waits:
        record = waits.told(result("PO-7", "20-\ud800\0"))
        assert (record.state, waits.last_look.detail["seen"]) == (State.ACCEPTED, "nothing")


def test_numbers_that_are_not_answered_do_not_hold_up_a_look(tmp_path: Path) -> None:
    with waiting(tmp_path) as waits:
        slow = Slow(waits.api)
        waits.desk.orders = cast("Any", slow)
        waits.desk._context = replace(waits.desk._context, monotonic=lambda: time.monotonic() + slow.seconds)
        record = waits.told(result("PO-7", *(f"20-ZZZ{number:02}" for number in range(1, 11))))
        assert (record.state, waits.last_look.detail["seen"]) == (State.ACCEPTED, "failed")
        assert slow.seconds <= LATE.deadline


def test_nor_do_they_wait_long_for_a_place_in_the_quota(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with waiting(tmp_path) as waits:
        real = Transaction.reserve

        def reserve(self: Transaction, app: str, bucket: str, **options: Any) -> float:
            return 900.0 if bucket == "details" else real(self, app, bucket, **options)

        monkeypatch.setattr(Transaction, "reserve", reserve)
        record = waits.told(result("PO-7", waits.number))
        assert (record.state, waits.last_look.detail["seen"]) == (State.ACCEPTED, "failed")
        assert "the quota of details is used up" in str(waits.last_look.says)


def test_an_order_of_a_person_under_the_po_is_not_taken_for_ours(tmp_path: Path) -> None:
    with waiting(tmp_path, v7=False, duplicate_check=False) as waits:
        answer = waits.api.post_createorder_v6(order_create_request=order("PO-7", 9))
        assert answer.orders
        record = waits.told(result("PO-7", str(answer.orders[0].ingram_order_number)))
        assert (record.state, waits.last_look.detail["seen"]) == (State.DOUBT, "unclear")


# -- which count

WANTED = Wanted(kind=Kind.V7, folded="PO-1", units={Part("A"): 2})
NOTHING = judge(WANTED, [])
DOUBT = Row(kind=Kind.V7, state=State.DOUBT, sends=1)


def found(number: str, units: int = 2) -> Found:
    return Found(number=number, po="PO-1", lines=(FoundLine(part=Part("A"), quantity=units),))


def told(
    *orders: Found, sight: Sight = NOTHING, shown: tuple[Found, ...] = (), row: Row = DOUBT, unread: str = ""
) -> Seen:
    return with_told(row, WANTED, sight, shown, orders, unread).seen


def test_the_whole_order_counts_also_of_several_numbers_and_beside_the_search() -> None:
    assert told(found("20-RD128")) is Seen.OURS
    assert told(found("20-RD128", 1), found("20-RD129", 1)) is Seen.OURS
    half = found("20-RD128", 1)
    assert told(found("20-RD129", 1), sight=judge(WANTED, [half]), shown=(half,)) is Seen.OURS
    whole = found("20-RD128")
    assert told(found("20-RD129"), sight=judge(WANTED, [whole]), shown=(whole,)) is Seen.DOUBLED


def test_a_part_of_the_order_only_keeps_it_from_being_sent_again() -> None:
    assert told(found("20-RD128", 1)) is Seen.UNCLEAR
    half = found("20-RD128", 1)
    assert told(found("20-RD129", 7), sight=judge(WANTED, [half]), shown=(half,)) is Seen.PARTLY


def test_what_cannot_be_read_holds_a_look_up_for_a_time_only() -> None:
    assert told(unread="404") is Seen.FAILED
    assert told(unread="404", row=replace(DOUBT, tries=len(LOOK_AGAIN_S))) is Seen.NOTHING
    whole = found("20-RD128")
    assert told(unread="404", sight=judge(WANTED, [whole]), shown=(whole,)) is Seen.OURS


@pytest.mark.parametrize("is_shown", [True, False])
def test_what_cannot_be_read_may_be_the_rest_of_an_order(is_shown: bool) -> None:
    half = found("20-RD128", 1)
    orders = () if is_shown else (half,)
    shown = (half,) if is_shown else ()
    sight = judge(WANTED, shown)
    assert told(*orders, sight=sight, shown=shown, unread="500") is Seen.FAILED
    tried = replace(DOUBT, tries=len(LOOK_AGAIN_S))
    assert told(*orders, sight=sight, shown=shown, unread="500", row=tried) is (
        Seen.PARTLY if is_shown else Seen.UNCLEAR
    )
    assert told(sight=judge(WANTED, [half]), shown=(half,), unread="500", row=Row(state=State.PARTLY)) is Seen.PARTLY


def test_the_numbers_of_the_newest_webhooks_are_read_and_not_too_many() -> None:
    def note(*numbers: str, kind: str = "webhook") -> Note:
        return Note(at=1.0, kind=kind, state="doubt", detail={"numbers": list(numbers)})

    many = [f"20-{number:05}" for number in range(11)]
    assert numbers_told([note("20-00001"), note(*many), note("20-RD128-11", "", "20-rd128")]) == [
        "20-RD128",
        "20-00001",
    ]
    assert numbers_told([note("20-00001", kind="look"), Note(at=1.0, kind="webhook", state="doubt")]) == []
