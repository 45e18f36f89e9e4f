"""Returns are filed once: sent once, looked for, and held if they are not found; counted at a server on a socket."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from desk_kit import SHORT, Clock, bound, desk_of, order, sandbox
from returns_kit import SENDER, ReturnServer, configuration, desk_at, goods, return_server

from xi.sdk.resellers import aio, models
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import (
    HeldError,
    Kind,
    Ledger,
    NotPermittedError,
    NotSettledError,
    OrderDesk,
    OrderDiffersError,
    Reason,
    State,
)
from xi.sdk.resellers.ordering._findings import Part
from xi.sdk.resellers.ordering._protocol import Seen
from xi.sdk.resellers.ordering._return_findings import FoundLine, FoundReturn, WantedReturn, judge_return
from xi.sdk.resellers.ordering.aio import OrderDesk as AsyncOrderDesk

sys.path.append(str(Path(__file__).parents[1] / "typing"))
from guides_kit import blocks

REFUSED = {"type": "/errors/validation-failed", "fields": [{"field": "primaryReason", "message": "unknown"}]}
NO_CONTACT = {"type": "/errors/validation-failed", "fields": [{"field": "IM-CustomerContact", "message": "missing"}]}
ENVIRONMENT = {
    "XI_ENVIRONMENT": "{url}",
    "XI_CLIENT_ID": "a",
    "XI_CLIENT_SECRET": "b",
    "XI_CUSTOMER_NUMBER": "20-222222",
    "XI_COUNTRY_CODE": "US",
}
PROGRAM = """
import sys
sys.path.insert(0, {kit!r})
from returns_kit import desk_at, goods
with desk_at(sys.argv[1], sys.argv[2]) as desk:
    desk.file_return(goods(), wait=60)
"""


@pytest.fixture
def returns() -> Iterator[ReturnServer]:
    with return_server() as server:
        yield server


@pytest.fixture
def filing(returns: ReturnServer, tmp_path: Path) -> Iterator[OrderDesk]:
    with desk_at(returns.url, tmp_path / "returns.db") as desk:
        yield desk


def test_a_return_is_filed_once_and_told_with_its_case(returns: ReturnServer, filing: OrderDesk) -> None:
    record = filing.file_return(goods(), wait=60, batch="May", ref={"ticket": "T-1"})
    assert (record.kind, record.state, record.po, record.sends) == (Kind.RETURN, State.PLACED, "RET-1", 1)
    assert record.case_number == returns.filed[0]["caseRequestNumber"]
    assert (record.total, record.batch, record.ref) == ("812.4", "May", {"ticket": "T-1"})
    assert record.raise_for_state().summary == f"return RET-1 is placed as {record.case_number}"
    assert filing.find_return(" ret-1 ") == filing.find(record.key) == record
    assert filing.find("RET-1") is None
    assert filing.find_all("RET-1") == filing.find_all(record.case_number or "") == [record]


@pytest.mark.parametrize(
    "again",
    [
        goods(),
        goods(" ret-1 ", quantity="2", numberOfBoxes="1", serialNumber=""),
        goods(shipFromInfo=[SENDER]),
        {"list": [goods()]},
        models.ReturnsCreateRequestListInner.from_dict(goods()),
        models.ReturnsCreateRequest.from_dict({"list": [goods()]}),
    ],
)
def test_the_same_return_in_any_form_is_not_sent_again(returns: ReturnServer, filing: OrderDesk, again: Any) -> None:
    first = filing.file_return(goods(), wait=60)
    assert filing.file_return(again, wait=60) == first
    assert returns.posts == ["RET-1"]


ENDS = {
    # What goes wrong, what becomes of the return, and whether it was found by a look.
    "an answer lost": ("drop_after", (State.PLACED, None), True),
    "a request lost": ("drop_before", (State.HELD, Reason.UNGUARDED), False),
    "a 500 after it was filed": ("500_after", (State.PLACED, None), True),
    "a 500": ("500", (State.HELD, Reason.UNGUARDED), False),
    "the answer to another return": ("other_after", (State.PLACED, None), True),
    "a success without a case": ("empty_after", (State.PLACED, None), True),
    "a refusal": (REFUSED, (State.REJECTED, None), False),
    "keys in another case": ("pascal_after", (State.PLACED, None), False),
    "a refusal of a second one": ("double_after", (State.PLACED, None), True),
}


@pytest.mark.parametrize(("fault", "end", "adopted"), ENDS.values(), ids=ENDS)
def test_a_return_is_sent_once_whatever_the_answer(
    returns: ReturnServer, url: str, fault: Any, end: tuple[State, Reason | None], adopted: bool
) -> None:
    returns.faults.append(fault)
    told: list[Any] = []
    with desk_at(returns.url, url, on_held=told.append) as desk:
        record = desk.file_return(goods(), wait=60)
        assert ((record.state, record.reason), record.adopted) == (end, adopted)
        assert (record.total is None) == (record.state is not State.PLACED or adopted)
        assert desk.file_return(goods(), wait=60).state is record.state
    assert returns.posts == ["RET-1"]
    assert [each.po for each in told] == (["RET-1"] if record.state is State.HELD else [])
    assert len(returns.filed) == (record.state is State.PLACED)


def test_a_success_without_a_case_that_the_search_does_not_show_is_held(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.faults.append("empty_after")
    returns.hides = True
    record = filing.file_return(goods(), wait=60)
    assert (record.state, record.reason) == (State.HELD, Reason.NO_RESULT)
    returns.hides = False
    assert filing.recheck("ret-1").case_number == returns.filed[0]["caseRequestNumber"]
    assert returns.posts == ["RET-1"]


def test_anothers_return_under_our_reference_is_a_conflict(returns: ReturnServer, filing: OrderDesk) -> None:
    returns.file(goods(ingramPartNumber="DF4128"))
    returns.faults.append("drop_before")
    record = filing.file_return(goods(), wait=60)
    assert (record.state, record.reason, record.case_number) == (State.HELD, Reason.CONFLICT, None)
    assert "another part" in (record.answer or "")
    with pytest.raises(HeldError):
        record.raise_for_state()


def test_the_claim_number_is_told_as_soon_as_it_is_seen(returns: ReturnServer, filing: OrderDesk) -> None:
    record = filing.file_return(goods(), wait=60)
    assert record.claim_number is None
    returns.filed[0]["rmaClaimId"] = "12-rc4km-34"
    later = filing.recheck("RET-1")
    assert (later.claim_number, later.case_number, later.doubled) == ("12-RC4KM-34", record.case_number, False)


def test_a_return_that_was_filed_twice_is_told_as_doubled(returns: ReturnServer, filing: OrderDesk) -> None:
    returns.file(goods())
    returns.faults.append("drop_after")
    record = filing.file_return(goods(), wait=60)
    assert (record.state, record.doubled, len(record.order_numbers)) == (State.PLACED, True, 2)
    assert "two cases of it stand: withdraw one" in record.summary


def test_a_return_whose_invoice_the_server_spells_in_another_way_is_found(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.faults.append("drop_after")
    with pytest.raises(NotSettledError):
        filing.file_return(goods(), wait=0)
    (case,) = returns.filed
    case["entry"]["invoiceNumber"] = "20RB41721"
    record = filing.file_return(goods(), wait=60)
    assert (record.state, record.adopted, len(returns.filed)) == (State.PLACED, True, 1)


def test_a_return_of_another_invoice_with_our_reference_is_none_of_ours(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.file(goods(invoiceNumber="40-ZZ999-11"))
    returns.faults.append("drop_before")
    record = filing.file_return(goods(), wait=60)
    assert (record.state, record.reason) == (State.HELD, Reason.UNGUARDED)


def test_only_a_person_permits_a_second_send_and_its_refusal_proves_nothing(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.faults.extend(["drop_before", REFUSED])
    filing.file_return(goods(), wait=60)
    filing.resend("RET-1", because="Ingram Micro has no such case")
    record = filing.file_return(goods(), wait=60)
    assert (record.state, record.reason) == (State.HELD, Reason.REFUSED_ON_REPEAT)
    assert returns.posts == ["RET-1", "RET-1"]


def test_a_gateway_that_finds_no_server_does_not_say_that_there_is_no_case(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.faults.append("drop_before")
    filing.file_return(goods(), wait=60)
    returns.is_away = True
    filing.resend("RET-1", because="Ingram Micro has no such case")
    with pytest.raises(NotSettledError):
        filing.file_return(goods(), wait=0.3)
    assert returns.posts == ["RET-1"], "it is looked for before it is sent again"


def test_a_person_says_under_which_case_a_held_return_was_filed(returns: ReturnServer, filing: OrderDesk) -> None:
    returns.faults.append("drop_before")
    filing.file_return(goods(), wait=60)
    by_phone = returns.file(goods("by phone"))["caseRequestNumber"]
    with pytest.raises(NotPermittedError, match="reference number BY PHONE, not RET-1"):
        filing.resolve("RET-1", placed=[by_phone], because="a person filed it")
    record = filing.resolve("RET-1", placed=[by_phone], because="a person filed it", unchecked=True)
    assert (record.state, record.case_number) == (State.PLACED, by_phone)


def test_the_page_about_returns_files_them_at_the_sandbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    first, many = (compile(each, "docs/returns.md", "exec") for each in blocks("returns"))
    names: dict[str, Any] = {"__name__": "shown"}
    with sandbox() as server, bound(server) as orders:
        for name, value in ENVIRONMENT.items():
            monkeypatch.setenv(name, value.format(url=server.url))
        (number,) = desk_of(orders, tmp_path).place(order("PO-1", 3), wait=60).order_numbers
        server.sandbox.ship(number)
        server.sandbox.invoice(number)
        exec(first, names)
        exec(many, names)
        names["file_all"]([goods(f"R-{each}", **line_of(names["invoice"])) for each in range(2)])
        names["client"].close()
        names["desk"].ledger.close()
        cases = [each.number for each in server.sandbox.returns.of("20-222222")]
    told = re.findall(r"is placed as (\S+)", capsys.readouterr().out)
    assert sorted(told) == sorted(cases)
    assert len(cases) == 3


def line_of(invoice: Any) -> dict[str, Any]:
    """Return what a return says of one unit of an invoice."""
    return {
        "invoiceNumber": invoice.invoice_number,
        "invoiceDate": invoice.invoice_date,
        "ingramPartNumber": "DF4128",
        "quantity": 1,
    }


def test_a_killed_process_leaves_a_return_that_another_finds(returns: ReturnServer, url: str) -> None:
    returns.faults.append("slow")
    code = PROGRAM.format(kit=str(Path(__file__).parent))
    clock = Clock()
    with (
        desk_at(returns.url, Ledger(url, clock=clock)) as desk,
        subprocess.Popen([sys.executable, "-c", code, returns.url, url], start_new_session=True) as program,
    ):
        end = time.monotonic() + 60
        while not returns.filed and time.monotonic() < end:
            time.sleep(0.01)
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        assert getattr(desk.find_return("RET-1"), "state", None) is State.SENDING
        clock.ahead = SHORT.lease + 1
        record = desk.file_return(goods(), wait=60)
        assert (record.state, record.adopted, record.sends) == (State.PLACED, True, 1)
    assert returns.posts == ["RET-1"]


def test_the_reference_that_the_desk_makes_is_the_same_for_the_same_goods(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    made = filing.file_return(goods(None), wait=60)
    assert filing.file_return(goods(None, invoiceNumber="20rb41721".upper(), quantity=2), wait=0).po == made.po
    with pytest.raises(OrderDiffersError, match=f"return {made.po} was filed before, with other content"):
        filing.file_return(goods(None, quantity=1), wait=60)
    others = [
        filing.file_return(goods(None, serialNumber="5CD1234XYZ"), wait=60),
        filing.file_return(goods(None), wait=60, reuse="another two of them broke"),
    ]
    assert len({made.po, *(each.po for each in others)}) == len(returns.posts) == 3


def test_another_content_under_the_same_reference_is_refused_unless_the_first_was_rejected(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.faults.append(REFUSED)
    filing.file_return(goods(), wait=60)
    assert filing.file_return(goods(primaryReason="I do not need it any more"), wait=60).generation == 2
    with pytest.raises(OrderDiffersError):
        filing.file_return(goods(), wait=60)
    assert len(returns.posts) == 2


def test_an_order_and_a_return_may_have_the_same_number(filing: OrderDesk) -> None:
    planned = filing.plan(order("RET-1"))
    filed = filing.file_return(goods(), wait=60)
    assert filing.find("RET-1") == planned
    assert filing.find_all("ret-1") == [filed, planned]
    with pytest.raises(NotPermittedError, match=f"{planned.key} or {filed.key}"):
        filing.abandon("RET-1", because="which one?")
    assert filing.abandon(planned.key, because="not wanted").state is State.ABANDONED
    for named in (filed.key, filed.case_number or ""):
        with pytest.raises(NotPermittedError, match="return RET-1 is no order"):
            filing.cancel(named)
    assert list(filing.track()) == []


def test_a_refused_set_up_is_tried_once_more_and_stops_no_orders(returns: ReturnServer, tmp_path: Path) -> None:
    returns.faults.extend([NO_CONTACT] * 2)
    clock = Clock()
    with desk_at(returns.url, Ledger(tmp_path / "returns.db", clock=clock)) as desk:
        with pytest.raises(NotSettledError) as raised:
            desk.file_return(goods(), wait=0)
        assert (raised.value.record.state, raised.value.record.sends) == (State.PLANNED, 0)
        clock.ahead += 60
        record = desk.settle(raised.value.record.key)
        assert (record.state, record.reason) == (State.HELD, Reason.CANNOT_SEND)
        assert "IM-CustomerContact" in (record.answer or "")
        assert desk.paused is None


def test_returns_that_fail_hold_back_returns_and_no_orders(returns: ReturnServer, tmp_path: Path) -> None:
    returns.faults.extend(["500"] * 5)
    patient = replace(SHORT, breaker_pause=600.0, breaker_longest=600.0)
    with desk_at(returns.url, tmp_path / "returns.db", settings=patient) as filing:
        for number in range(6):
            with pytest.raises(NotSettledError):
                filing.file_return(goods(f"RET-{number}"), wait=0)
        assert returns.posts == [f"RET-{number}" for number in range(5)]
        assert not filing.overview().breaker_open


def test_a_return_that_is_filed_does_not_say_that_the_set_up_of_orders_works(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    account = (filing.account.customer_number, filing.account.country_code)
    with filing.ledger.transaction() as tx:
        tx.set_set_up_refused(*account, ("an order", "another"))
    assert filing.file_return(goods(), wait=60).state is State.PLACED
    with filing.ledger.reading() as tx:
        assert tx.set_up_refused(*account) == ("an order", "another")
    assert returns.posts == ["RET-1"]


def test_a_ledger_that_is_not_trusted_looks_for_a_return_before_it_is_sent(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    returns.file(goods())
    filing.ledger.distrust(datetime.now(UTC) - timedelta(days=3), because="a backup was restored")
    assert filing.file_return(goods(), wait=60).adopted
    record = filing.file_return(goods("RET-2"), wait=60)
    assert (record.state, record.reason, returns.posts) == (State.HELD, Reason.UNGUARDED, [])


def test_planned_returns_are_filed_by_a_worker(returns: ReturnServer, filing: OrderDesk) -> None:
    returns.faults.extend([None, "drop_after"])
    for number in range(4):
        assert filing.plan_return(goods(f"RET-{number}")).state is State.PLANNED
    ends = time.monotonic() + 100
    while {each.state for each in filing.rows()} != {State.PLACED} and time.monotonic() < ends:
        filing.work(threads=2, until="idle")  # which ends where the next look is not due yet
    assert {each.state for each in filing.rows()} == {State.PLACED}
    assert sorted(returns.posts) == [f"RET-{number}" for number in range(4)]


def test_an_awaited_desk_files_a_return_once(returns: ReturnServer, tmp_path: Path) -> None:
    returns.faults.append("drop_after")

    async def filed() -> Any:
        async with aio.AsyncApiClient(configuration(returns.url)) as client:
            orders = aio.OrdersApi(client).bound()
            async with AsyncOrderDesk(orders, tmp_path / "returns.db", settings=SHORT) as desk:
                planned = await desk.plan_return(goods("RET-2"))
                record = await desk.file_return(goods(), wait=60)
                assert await desk.find_return("RET-1") == record
                assert await desk.find_return("RET-2") == planned
                return record

    record = asyncio.run(filed())
    assert (record.state, record.adopted) == (State.PLACED, True)
    assert returns.posts == ["RET-1"]


@pytest.mark.parametrize(
    ("given", "pointer", "says"),
    [
        (goods(invoiceNumber=" "), "/list/0/invoiceNumber", "invoiceNumber is blank"),
        (goods(primaryReason=""), "/list/0/primaryReason", "primaryReason is blank"),
        (goods(quantity=0), "/list/0/quantity", "whole number of 1 or more"),
        (goods(quantity="1,"), "/list/0/quantity", "given: '1,'"),
        (goods(numberOfBoxes=-1), "/list/0/numberOfBoxes", "whole number of 1 or more"),
        (goods(ingramPartNumber=""), "/list/0/ingramPartNumber", "add ingramPartNumber or vendorPartNumber"),
        (goods(shipFromInfo=[]), "/list/0/shipFromInfo", "add shipFromInfo"),
        (goods("R" * 36), "/list/0/referenceNumber", "at most 35"),
        (goods("réf"), "/list/0/referenceNumber", "printable ASCII"),
        ({"list": []}, "/list", "0 entries"),
        ({"list": [goods(), goods("RET-2")]}, "/list", "one at a time"),
        ({"invoiceNumber": "20-RB417-21"}, "/list/0/invoiceDate", "Field required"),
    ],
)
def test_what_cannot_be_filed_is_refused_by_its_place_before_anything_is_written(
    returns: ReturnServer, filing: OrderDesk, given: Any, pointer: str, says: str
) -> None:
    with pytest.raises(ApiValueError, match=says.replace("+", r"\+")) as raised:
        filing.file_return(given)
    assert (raised.value.argument, raised.value.pointer) == ("request", pointer)
    assert (list(filing.rows()), returns.posts) == ([], [])


def test_a_return_with_none_among_its_entries_is_refused_although_the_client_would_leave_it_out(
    returns: ReturnServer, filing: OrderDesk
) -> None:
    request = models.ReturnsCreateRequest.model_validate({"list": [goods()]})
    request.list.append(None)  # type: ignore[union-attr, arg-type]
    with pytest.raises(ApiValueError, match="list/1 is None") as raised:
        filing.file_return(request)
    assert (raised.value.argument, raised.value.pointer, returns.posts) == ("request", "/list/1", [])


def test_what_is_no_return_is_refused(filing: OrderDesk) -> None:
    with pytest.raises(ApiTypeError, match="not OrderCreateRequest"):
        filing.file_return(order("PO-1"))


def test_a_return_is_in_the_view_of_orders_and_has_no_lines(returns: ReturnServer, url: str) -> None:
    with desk_at(returns.url, url) as desk:
        key = desk.file_return(goods(), wait=60).key
        assert list(desk.ledger.sql("SELECT key FROM orders WHERE kind = 'return'")) == [(key,)]
        assert list(desk.ledger.sql("SELECT * FROM lines")) == []
        assert [each.key for each in desk.ledger.check()] == []


WANTED = WantedReturn(
    reference="RET-1",
    invoice="20-RB417-21",
    part=Part("YN6231", "KX-220-B"),
    units=2,
    known=frozenset({"CAS-9"}),
    since=1e9,
)
OTHER_DAY = "2001-09-01T00:00:00Z"


def case(number: str = "CAS-1", units: int | None = 2, **more: Any) -> FoundReturn:
    """Return a case as a look has found it; `more` are its members, or those of its line."""
    part = Part(more.pop("part", "YN6231"), more.pop("vendor", None))
    line = FoundLine(part=part, units=units, invoice=more.pop("invoice", "20RB41721"))
    return FoundReturn(**({"number": number, "reference": "ret-1", "created": None, "lines": (line,)} | more))


VERDICTS = {
    "nothing": ([], Seen.NOTHING, ()),
    "the same goods": ([case()], Seen.OURS, ("CAS-1",)),
    "the same part by the vendor's number": ([case(part=None, vendor="KX-220-B")], Seen.OURS, ("CAS-1",)),
    "another reference": ([case(reference="RET-2")], Seen.NOTHING, ()),
    "another part": ([case(part="DF4128")], Seen.FOREIGN, ()),
    "another invoice": ([case(invoice="20-RB417-22")], Seen.FOREIGN, ()),
    "more units": ([case(units=3)], Seen.FOREIGN, ()),
    "filed before ours was sent": ([case(created=OTHER_DAY)], Seen.FOREIGN, ()),
    "filed on the day before": ([case(created="2001-09-08T00:30:00+00:00")], Seen.OURS, ("CAS-1",)),
    "fewer units": ([case(units=1)], Seen.PARTLY, ("CAS-1",)),
    "in two cases": ([case(units=1), case("CAS-2", 1)], Seen.OURS, ("CAS-1", "CAS-2")),
    "twice": ([case(), case("CAS-2")], Seen.DOUBLED, ("CAS-1", "CAS-2")),
    "too many units in two cases": ([case(units=1), case("CAS-2", 1), case("CAS-3", 1)], Seen.UNCLEAR, ()),
    "units that are not told": ([case(units=None)], Seen.UNCLEAR, ()),
    "an invoice that is not told": ([case(invoice=None)], Seen.UNCLEAR, ()),
    "a part that is not told": ([case(part=None)], Seen.UNCLEAR, ()),
    "no lines": ([case(lines=())], Seen.UNCLEAR, ()),
    "no reference, the same goods": ([case(reference="")], Seen.UNCLEAR, ()),
    "no reference, other goods": ([case(reference="", part="DF4128")], Seen.NOTHING, ()),
    "no number": ([case("")], Seen.UNCLEAR, ()),
    "known by its number, whatever it says": ([case("CAS-9", 7, reference="X")], Seen.OURS, ("CAS-9",)),
    "known, and the same goods again": ([case("CAS-9"), case()], Seen.DOUBLED, ("CAS-9", "CAS-1")),
    "ours beside one that cannot be compared": ([case(lines=None), case("CAS-2")], Seen.OURS, ("CAS-2",)),
}


@pytest.mark.parametrize(("found", "seen", "numbers"), VERDICTS.values(), ids=VERDICTS)
def test_a_case_is_ours_by_reference_invoice_part_units_and_day(
    found: list[FoundReturn], seen: Seen, numbers: tuple[str, ...]
) -> None:
    for cases in (found, found[::-1]):
        sight = judge_return(WANTED, cases)
        assert (sight.seen, sorted(sight.numbers)) == (seen, sorted(numbers))


def test_cases_that_the_search_does_not_show_are_not_taken_for_none() -> None:
    assert judge_return(WANTED, [], left=1).seen is Seen.UNCLEAR
