"""Modify, release and cancel: written down first, sent once, looked for when they are not answered."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk_kit import SHORT, Clock, Frozen, away_when_set, desk_of, ledger_url, order, spied

from xi.sdk.resellers import ApiResponse, ApiValueError, BoundOrdersApi, models
from xi.sdk.resellers.ordering import (
    ChangeUnknownError,
    Ledger,
    NotAsSeenError,
    NotPermittedError,
    OrderDesk,
    Record,
    Settings,
)
from xi.sdk.resellers.ordering._change_checks import Act, Picture
from xi.sdk.resellers.ordering._change_notes import Asked, result_of_answer
from xi.sdk.resellers.ordering._changes import Became
from xi.sdk.resellers.ordering._clock import passed
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.statuses import Status

HOLD = {"additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]}


def held(desk: OrderDesk, po: str = "PO-1") -> Record:
    """Place an order on customer hold: two lines, of 1 and of 5 units."""
    return desk.place(order(po, 1, 5, **HOLD), wait=60)


def line(verb: str, number: str | None = None, part: str | None = None, quantity: int | None = None) -> dict[str, Any]:
    members = {"ingramLineNumber": number, "ingramPartNumber": part, "quantity": quantity}
    return {"addUpdateDeleteLine": verb, **{name: value for name, value in members.items() if value is not None}}


def units(api: BoundOrdersApi, number: str) -> list[int | None]:
    return [each.quantity_ordered for each in api.get_orderdetails_v6_1(number).lines or ()]


def changes(desk: OrderDesk, po: str = "PO-1") -> list[tuple[str, str]]:
    record = desk.find(po)
    assert record is not None
    return [(each.detail["change"], each.detail["step"]) for each in record.history() if each.kind == "change"]


def sent(server: SandboxServer, method: str) -> int:
    return sum(each.method == method for each in server.sandbox.exchanges)


def test_each_kind_of_change_is_made_and_is_in_the_history(desk: OrderDesk, api: BoundOrdersApi) -> None:
    number = held(desk).order_numbers[0]
    first = (api.get_orderdetails_v6_1(number).lines or [])[0].ingram_order_line_number
    modified = desk.modify(number, {"lines": [line("UPDATE", first, quantity=3)]}, because="they want three")
    assert (modified.became, modified.rejected, modified.is_done) == (Became.DONE, (), True)
    assert units(api, number) == [3, 5]
    assert desk.release("po-1").became is Became.DONE
    other = held(desk, "PO-2")
    cancelled = desk.cancel(other.order_numbers[0], because="ordered elsewhere", by="bob")
    assert cancelled.became is Became.DONE
    assert api.get_orderdetails_v6_1(other.order_numbers[0]).order_status == "Canceled"
    assert changes(desk) == [("modify", "sending"), ("modify", "done"), ("release", "sending"), ("release", "done")]
    notes = [each for each in cancelled.record.history() if each.kind == "change"]
    assert [(each.by, each.because) for each in notes] == [("bob", "ordered elsewhere"), (None, None)]
    assert notes[0].correlation_id == notes[1].correlation_id == cancelled.correlation_id is not None


def test_the_lines_that_a_modify_rejects_are_in_the_result(desk: OrderDesk, api: BoundOrdersApi) -> None:
    number = held(desk).order_numbers[0]
    request = models.OrderModifyRequest.model_validate(
        {"lines": [line("ADD", part="DF4128", quantity=2), line("ADD", part="NO-SUCH", quantity=1)]}
    )
    some = desk.modify(number, request)
    assert (some.became, [each.code for each in some.rejected], some.is_done) == (Became.DONE, ["EN"], False)
    assert units(api, number) == [1, 5, 2]
    none = desk.modify(number, {"lines": [line("ADD", part="NO-SUCH", quantity=1)]})
    assert (none.became, [each.code for each in none.rejected]) == (Became.REFUSED, ["EN"])


GOOD_ADDRESS = {
    "companyName": "New Office",
    "addressLine1": "2 New St",
    "city": "Salina",
    "state": "KS",
    "postalCode": "67401",
    "countryCode": "US",
}
BAD_ADDRESS = {**GOOD_ADDRESS, "state": "ZZZ", "postalCode": ""}


@pytest.mark.parametrize("is_answered", [True, False])
def test_an_address_that_was_not_accepted_is_no_change_as_a_whole(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer, is_answered: bool
) -> None:
    number = held(desk).order_numbers[0]
    before = api.get_orderdetails_v6_1(number)
    first = (before.lines or [])[0].ingram_order_line_number
    if not is_answered:
        server.sandbox.faults.add("drop_after", "modify")
    result = desk.modify(number, {"lines": [line("UPDATE", first, quantity=3)], "shipToInfo": BAD_ADDRESS}, wait=60)
    assert units(api, number) == [3, 5]
    assert api.get_orderdetails_v6_1(number).ship_to_info == before.ship_to_info
    assert (result.became, result.is_done) == (Became.DONE, False)
    assert "address" in result.unmade
    assert result.unmade in result.says
    last = next(each for each in reversed(result.record.history()) if each.kind == "change")
    assert last.detail["unmade"] == result.unmade


def test_an_address_that_was_accepted_without_any_line_is_no_refusal(desk: OrderDesk, api: BoundOrdersApi) -> None:
    number = held(desk).order_numbers[0]
    lines = [line("UPDATE", "999", quantity=3)]
    result = desk.modify(number, {"lines": lines, "shipToInfo": GOOD_ADDRESS})
    address = api.get_orderdetails_v6_1(number).ship_to_info
    assert address is not None
    assert address.address_line1 == "2 NEW ST"
    assert (result.became, result.is_done, len(result.rejected)) == (Became.DONE, False, 1)
    assert desk.modify(number, {"lines": lines}).became is Became.REFUSED


def modified(told: dict[str, Any], status: int = 200, **wanted: Any) -> tuple[Became, str]:
    """Return what an answer to a modify says of the change of the good address, and of a line."""
    request = models.OrderModifyRequest.model_validate(
        {"shipToInfo": GOOD_ADDRESS, "lines": [line("UPDATE", "001", quantity=3)], **wanted}
    )
    data = models.OrderModifyResponse.from_dict(told)
    answer: Any = ApiResponse(status_code=status, headers={}, data=data, raw_data=json.dumps(told).encode())
    result = result_of_answer(Asked(act=Act.MODIFY, request=request), Picture(Status.ON_HOLD, ()), answer)
    assert result is not None
    return result.became, result.unmade


def test_an_answer_with_the_old_address_does_not_say_that_it_is_changed() -> None:
    rejected = {"rejectedLineItems": [{"ingramLineNumber": "001", "rejectCode": "EL"}]}
    moved = {"shipToInfo": {"addressLine1": "2 NEW", "city": "SALINA", "postalCode": "674010000"}}
    stayed = {"shipToInfo": {"addressLine1": "1 OLD STREET", "city": "SALINA", "postalCode": "67401"}}
    other = "the answer has another address than the new one"
    lines = {"lines": [{"ingramLineNumber": "001", "quantityOrdered": 3}]}
    assert modified({**lines, **moved}) == (Became.DONE, "")
    assert modified({**lines, **stayed}) == (Became.DONE, other)
    assert modified({**rejected, **moved}) == (Became.DONE, "")
    assert modified({**rejected, **stayed}) == modified(rejected) == (Became.REFUSED, "")
    assert modified({**rejected, "notes": "by noon"}, shipToInfo=None, notes="by noon") == (Became.DONE, "")
    assert modified({**rejected, "notes": "old"}, shipToInfo=None, notes="by noon") == (Became.REFUSED, "")


def test_a_refusal_of_the_server_is_a_result(desk: OrderDesk, server: SandboxServer) -> None:
    number = desk.place(order("PO-1"), wait=60).order_numbers[0]
    assert desk.release(number).became is Became.REFUSED
    assert desk.cancel(number).became is Became.REFUSED
    assert "not on hold" in desk.cancel(number).says
    server.sandbox.faults.add("429", "cancel")
    assert desk.cancel(number).became is Became.NOT_SENT


@pytest.mark.parametrize("fault", ["drop_after", "500_after", "half"])
def test_a_change_without_an_answer_is_seen_in_the_order(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer, fault: str
) -> None:
    number = held(desk).order_numbers[0]
    server.sandbox.faults.add(fault, "modify")
    modified = desk.modify(number, {"lines": [line("ADD", part="DF4128", quantity=2)]})
    assert (modified.became, units(api, number), sent(server, "PUT")) == (Became.DONE, [1, 5, 2], 1)
    assert "not answered" in modified.says
    server.sandbox.faults.add("drop_after", "cancel")
    assert desk.cancel(number).became is Became.DONE
    assert changes(desk)[-1] == ("cancel", "done")


def test_a_change_that_the_order_does_not_show_is_unknown_and_not_sent_again(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    number = held(desk).order_numbers[0]
    server.sandbox.faults.add("drop_before", "modify")
    request = {"lines": [line("ADD", part="DF4128", quantity=2)]}
    began = time.monotonic()
    assert desk.modify(number, request).became is Became.UNKNOWN
    assert time.monotonic() - began >= SHORT.quiet
    again = desk.modify(number, request)
    assert (again.became, sent(server, "PUT")) == (Became.UNKNOWN, 1)
    assert "not sent again" in again.says
    assert desk.modify(number, request, again=True).became is Became.DONE
    assert units(api, number) == [1, 5, 2]


ADD = {"lines": [line("ADD", part="DF4128", quantity=2)]}


def one_unknown(desk: OrderDesk, server: SandboxServer) -> str:
    """Return the number of an order whose ADD was lost, so that it is unknown."""
    number = held(desk).order_numbers[0]
    server.sandbox.faults.add("drop_before", "modify")
    assert desk.modify(number, ADD, wait=0).became is Became.UNKNOWN
    return number


def test_a_change_between_does_not_hide_one_that_is_unknown(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    number = one_unknown(desk, server)
    assert desk.modify(number, {"notes": "by the door"}).became is Became.DONE
    again = desk.modify(number, ADD)
    assert (again.became, sent(server, "PUT")) == (Became.UNKNOWN, 2)
    assert "not sent again" in again.says
    for other in (ADD | {"notes": "twice"}, {"lines": [line("UPDATE", "001", quantity=3)]}):
        with pytest.raises(ChangeUnknownError, match=rf"the modify of 2.* by .* of order {number} is unknown"):
            desk.modify(number, other)
    api.put_ordermodify(number, ADD)  # as if the first had been acted on late
    assert desk.modify(number, ADD).became is Became.DONE
    assert (sent(server, "PUT"), units(api, number)) == (3, [1, 5, 2])
    assert "missing" not in (desk.recheck("PO-1").answer or "")


def test_tracking_sees_a_change_that_was_made_late_behind_another(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    number = one_unknown(desk, server)
    assert desk.modify(number, {"notes": "by the door"}).became is Became.DONE
    api.put_ordermodify(number, ADD)
    list(desk.track([number]))
    assert changes(desk)[-1] == ("modify", "done")
    assert desk.modify(number, {"lines": [line("UPDATE", "001", quantity=3)]}).became is Became.DONE


def test_a_change_that_a_person_permits_again_takes_the_place_of_the_one_before(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    number = one_unknown(desk, server)
    absent = {"lines": [line("ADD", part="NO-SUCH", quantity=1)]}
    assert desk.modify(number, absent, again=True).became is Became.REFUSED
    assert desk.modify(number, ADD).became is Became.UNKNOWN  # nothing was made in its place
    assert desk.modify(number, ADD, again=True, because="IM case 1").became is Became.DONE
    assert units(api, number) == [1, 5, 2]
    assert desk.modify(number, {"lines": [line("UPDATE", "001", quantity=3)]}).became is Became.DONE
    assert [each for each in changes(desk) if each[1] == "done"] == [("modify", "done")] * 2
    assert "missing" not in (desk.recheck("PO-1").answer or "")


def test_a_permission_does_not_count_for_a_change_that_nobody_saw(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    """Two persons see that a change is unknown, and each permits it again: one of them sends it."""
    number = one_unknown(desk, server)
    seen = desk.find("PO-1")
    assert desk.modify(number, ADD, again=True, seen=seen).became is Became.DONE
    with pytest.raises(NotAsSeenError, match="PO PO-1 has changed since it was read"):
        desk.modify(number, ADD, again=True, seen=seen)
    assert units(api, number) == [1, 5, 2]


def test_a_change_that_another_process_sends_meanwhile_stops_one_that_was_begun_before(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    number = held(desk).order_numbers[0]
    other = OrderDesk(desk.orders, desk.ledger, settings=SHORT)

    def unanswered(answer: Any) -> Any:
        server.sandbox.faults.add("drop_before", "modify")
        assert other.modify(number, ADD, wait=0).became is Became.UNKNOWN
        return answer

    spied(desk, get_orderdetails_v6_1_with_http_info=unanswered)
    with pytest.raises(ChangeUnknownError, match="was sent meanwhile, and is unknown"):
        desk.modify(number, ADD, again=True)
    assert (sent(server, "PUT"), units(api, number)) == (1, [1, 5])


def test_a_change_that_is_made_late_is_seen_by_the_next_one(
    desk: OrderDesk, api: BoundOrdersApi, server: SandboxServer
) -> None:
    number = held(desk).order_numbers[0]
    request = {"lines": [line("ADD", part="DF4128", quantity=2)]}
    server.sandbox.faults.add("drop_before", "modify")
    assert desk.modify(number, request).became is Became.UNKNOWN
    api.put_ordermodify(number, request)  # as if the first had been acted on late
    seen = desk.modify(number, request)
    assert (seen.became, sent(server, "PUT"), units(api, number)) == (Became.DONE, 2, [1, 5, 2])
    assert changes(desk)[-1] == ("modify", "done")


def test_a_crash_between_intent_and_answer_is_looked_up_first(
    api: BoundOrdersApi, server: SandboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    desk = desk_of(api, tmp_path, ledger=Ledger(ledger_url(tmp_path), clock=clock), by="ann")
    number = held(desk).order_numbers[0]

    def die(*_: Any, **__: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("xi.sdk.resellers.ordering._changes._write_result", die)
        with pytest.raises(SystemExit):
            desk.cancel(number)
    with pytest.raises(
        NotPermittedError, match=rf"order {number} is being changed \(cancel, by ann\); wait up to \d+ s"
    ):
        desk.release(number)
    clock.ahead = SHORT.lease
    again = desk.cancel(number)
    assert (again.became, sent(server, "DELETE")) == (Became.DONE, 1)
    assert "looked up later" in again.says
    desk.ledger.close()


def test_a_change_that_cannot_be_made_is_refused_before_anything_is_sent(
    desk: OrderDesk, server: SandboxServer
) -> None:
    number = held(desk).order_numbers[0]
    desk.plan(order("PO-2"))
    with pytest.raises(NotPermittedError, match="PO NONE is not in the ledger of 20-222222 US"):
        desk.cancel("NONE")
    with pytest.raises(NotPermittedError, match="PO PO-2 is planned; only an order that stands can be changed"):
        desk.cancel("PO-2")
    desk.pause("prices are wrong")
    with pytest.raises(NotPermittedError, match="paused by ann: prices are wrong"):
        desk.cancel(number)
    desk.resume()
    for request, says in {
        "changes nothing": {},
        "line 1 has the verb ''": {"lines": [{"quantity": 1}]},
        "line 1 is to be added and has no part number": {"lines": [line("ADD", quantity=1)]},
        "line 1 has the quantity 0": {"lines": [line("ADD", part="DF4128", quantity=0)]},
        "line 1 is to be changed by DELETE and has no line number": {"lines": [line("DELETE")]},
        "cannot be read: lines/0/quantity": {"lines": [line("ADD", part="DF4128") | {"quantity": "two"}]},
    }.items():
        with pytest.raises(ApiValueError, match=request):
            desk.modify(number, says)
    with pytest.raises(ApiValueError, match="because is empty"):
        desk.cancel(number, because=" ")
    assert (sent(server, "PUT"), sent(server, "DELETE"), changes(desk)) == (0, 0, [])


def test_of_two_changes_at_once_one_is_refused(desk: OrderDesk, server: SandboxServer) -> None:
    number = held(desk).order_numbers[0]
    results: list[Any] = []

    def wait(answer: Any) -> Any:
        """Keep the answer until the others were told, however late their threads begin."""
        end = time.monotonic() + 60
        while len(results) < 3 and time.monotonic() < end:
            time.sleep(0.01)
        return answer

    spied(desk, delete_ordercancel_with_http_info=wait)

    def cancel() -> None:
        try:
            results.append(desk.cancel(number).became)
        except NotPermittedError as error:
            results.append(type(error))

    threads = [threading.Thread(target=cancel) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(map(str, results)) == sorted(map(str, [Became.DONE, *[NotPermittedError] * 3]))
    assert sent(server, "DELETE") == 1


def test_a_desk_that_stops_leaves_the_change_to_be_looked_up(
    api: BoundOrdersApi, server: SandboxServer, tmp_path: Path
) -> None:
    desk = desk_of(api, tmp_path, settings=Settings())  # the first look is after 10 s
    number = held(desk).order_numbers[0]
    server.sandbox.faults.add("drop_after", "cancel")

    def stop() -> None:
        while not sent(server, "DELETE"):
            time.sleep(0.01)
        desk.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    assert desk.cancel(number).became is Became.UNKNOWN
    stopper.join()
    another = desk_of(api, tmp_path)
    assert another.cancel(number).became is Became.DONE
    assert sent(server, "DELETE") == 1
    for each in (desk, another):
        each.ledger.close()


def test_a_later_look_compares_with_what_was_last_confirmed(desk: OrderDesk, api: BoundOrdersApi) -> None:
    number = held(desk).order_numbers[0]
    first, second = (each.ingram_order_line_number for each in api.get_orderdetails_v6_1(number).lines or [])
    request = {
        "lines": [line("DELETE", first), line("UPDATE", second, quantity=2), line("ADD", part="NO-SUCH", quantity=1)]
    }
    assert desk.modify(number, request).became is Became.DONE
    assert "missing" not in (desk.recheck("PO-1").answer or "")


def test_a_change_that_would_outlive_its_lease_is_not_sent(
    api: BoundOrdersApi, server: SandboxServer, tmp_path: Path
) -> None:
    ledger = Frozen(ledger_url(tmp_path))
    desk = desk_of(api, tmp_path, ledger=ledger)
    desk._context = replace(desk._context, passed=ledger.passed)
    number = held(desk).order_numbers[0]
    ledger.seconds = SHORT.lease - SHORT.deadline + 1
    result = desk.cancel(number)
    assert (result.became, sent(server, "DELETE")) == (Became.NOT_SENT, 0)
    assert "too late" in result.says
    ledger.seconds = 0.0
    desk._context = replace(desk._context, passed=passed)
    assert desk.cancel(number).became is Became.DONE
    ledger.close()


def test_what_became_of_a_change_is_kept_until_the_database_is_back(
    desk: OrderDesk, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = held(desk).order_numbers[0]
    is_away = away_when_set(monkeypatch)

    def away() -> None:
        while not changes(desk):
            time.sleep(0.01)
        is_away.set()
        time.sleep(0.6)
        is_away.clear()

    server.sandbox.faults.add("delay", "cancel", seconds=0.3)
    thread = threading.Thread(target=away)
    thread.start()
    assert desk.cancel(number).became is Became.DONE
    thread.join()
    assert changes(desk) == [("cancel", "sending"), ("cancel", "done")]
