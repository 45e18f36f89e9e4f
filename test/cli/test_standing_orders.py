"""Orders that stand, on the command line: followed on their way, and changed, each change sent once."""

from __future__ import annotations

import json
import threading

import pytest
from cli_kit import Cli, valid
from person_kit import HOLD, Run, order, rows_of

from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.sandbox import SandboxServer

WHY = ("--because", "ordered twice by phone")


def placed(desk: OrderDesk, po: str = "PO-1") -> str:
    return desk.place(order(po), wait=20).order_numbers[0]


def on_hold(desk: OrderDesk, po: str = "PO-1") -> str:
    """Place an order on customer hold: lines of 1 and of 5 units."""
    return desk.place(order(po, 1, 5, **HOLD), wait=20).order_numbers[0]


def units(desk: OrderDesk, number: str) -> list[tuple[str | None, int | None]]:
    lines = desk.orders.get_orderdetails_v6_1(number).lines or ()
    return [(each.ingram_part_number, each.quantity_ordered) for each in lines]


def sent(server: SandboxServer) -> list[str]:
    """Return the changes that the server has seen."""
    return [each.method for each in server.sandbox.exchanges if each.method in ("PUT", "DELETE")]


# -- track


def test_what_has_changed_is_told_once(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    first, second = placed(desk), on_hold(desk, "PO-2")
    told = run("track", "--json")
    assert [(each["po"], each["before"], each["after"]) for each in valid("track", told.json)["items"]] == [
        ("PO-1", None, "processing"),
        ("PO-2", None, "on hold"),
    ]
    assert (told.code, run("track", "--json").json["items"]) == (0, [])
    server.sandbox.ship(first)
    server.sandbox.release(second)
    (line,) = (valid("track", each) for each in run("track", first.lower(), "--jsonl").lines)
    assert (line["po"], line["before"], line["after"], line["order_numbers"]) == (
        "PO-1",
        "processing",
        "shipped",
        [first],
    )


def test_a_wait_ends_when_the_goal_is_reached_is_lost_or_is_too_far(
    run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    first, second = placed(desk), on_hold(desk, "PO-2")
    until = ("--until", "shipped", "--interval", "0.1s")
    timer = threading.Timer(0.5, lambda: server.sandbox.ship(first))
    timer.start()
    reached = run("track", "PO-1", *until, "--wait", "60s", "--json")
    timer.join()
    assert (reached.code, reached.json["items"][-1]["after"]) == (0, "shipped")
    far = run("track", "PO-2", "PO-1", *until, "--wait", "0.3s", "--json")
    assert (far.code, valid("track", far.json)["complete"]) == (3, False)
    assert "its status is on hold, and not shipped yet; the wait is over" in far.err
    desk.cancel(second)
    assert run("track", "PO-2", *until, "--wait", "60s").code == 1
    server.sandbox.faults.add("drop_before", "create_v6")
    unguarded = {
        "additionalAttributes": [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]
    }
    assert desk.place(order("PO-3", **unguarded), reuse="in two parts", wait=20).state == "held"
    assert run("track", "PO-3", *until, "--wait", "0").code == 5


def test_what_cannot_be_tracked_is_named(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    placed(desk)
    absent = run("track", "PO-9")
    assert (absent.code, "PO-9 is not in the ledger" in absent.err) == (1, True)
    some = run("track", "PO-9", "PO-1", "--json")
    assert (some.code, len(some.json["items"])) == (1, 1)
    for args in (("--wait", "1s"), ("--interval", "1s"), ("--until", "lost"), ("--follow", "--until", "shipped")):
        assert run("track", *args).code == 2, args
    for _ in range(8):
        server.sandbox.faults.add("503", "details")
    away = run("track", "PO-1", "--call-timeout", "1s")
    assert (away.code, "[api-away]" in away.err) == (4, True), away.err


# -- modify, release, cancel


def test_a_modify_shows_what_it_changes_and_changes_it(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    number = on_hold(desk)
    change = ("--add", "2GZ200=2", "--update", "1=3", "--delete", "2", "--set", "ship_to_info.city=Tempe")
    before = rows_of(cli.ledger)
    dry = run("modify", number, *change, "--dry-run", "--json")
    (item,) = valid("change", dry.json)["items"]
    assert (dry.code, item["became"], item["changes"]) == (
        0,
        None,
        [
            'shipToInfo.city: "Tempe"',
            "new line: 2 x 2GZ200",
            "line 001: 1 x DF4128 -> 3",
            "line 002 deleted: 5 x YN6231",
        ],
    )
    assert (sent(server), rows_of(cli.ledger)) == ([], before)
    done = run("modify", "po-1", *change[:-2], "--because", "they want three", "--json")
    (item,) = valid("change", done.json)["items"]
    assert (done.code, item["became"], item["number"]) == (0, "done", number)
    assert units(desk, number) == [("DF4128", 3), ("2GZ200", 2)]
    record = desk.find("PO-1")
    assert record is not None
    assert "they want three" in [each.because for each in record.history()]


def test_a_modify_that_is_refused_in_part_ends_with_1(cli: Cli, run: Run, desk: OrderDesk) -> None:
    number = on_hold(desk)
    body = cli.home / "body.json"
    lines = [{"addUpdateDeleteLine": "ADD", "ingramPartNumber": each, "quantity": 2} for each in ("DF4128", "NO-SUCH")]
    body.write_text(json.dumps({"lines": lines}))
    ran = run("modify", number, "--body", str(body), "--json")
    (item,) = valid("change", ran.json)["items"]
    assert (ran.code, item["became"], [each["code"] for each in item["rejected"]]) == (1, "done", ["EN"])
    assert units(desk, number)[-1] == ("DF4128", 2)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "say what to change"),
        (("--add", "DF4128"), "a part number and a quantity"),
        (("--update", "9=1"), "which has 001, 002"),
        (("--delete", "1", "--update", "001=2"), "line 1 is to be changed twice"),
        (("--set", "colour=red"), "modify has no field 'colour'"),
        (("--set", "notes=" + "x" * 200), "notes: "),
        (("--body", "absent.json"), "absent.json: No such file"),
        (("--body", "list.json"), "this should be an object"),
        (("--body", "deep.json"), "deep.json: this is nested too deeply"),
        (("--body", "twice.json"), "twice.json:notes: is there twice in one object [name-twice]"),
        (("--body", "infinite.json"), "infinite.json:notes: Infinity is no number that can be sent [bad-body]"),
        (("--body", "verb.json"), "lines/0/addUpdateDeleteLine: Input should be 'UPDATE', 'DELETE' or 'ADD'"),
        (("--body", "nothing.json"), "the request changes nothing"),
        (("--body", "other.json"), "did you mean 'lines'?"),
        (("--body", "list.json", "--add", "DF4128=1"), "say what to change"),
        (("--update", "1=99999"), "99,999 units of 001: the limit of a line is 9,999 units; nothing was sent"),
        (("--add", "2GZ200=10000"), "10,000 units of 2GZ200: the limit of a line is 9,999 units"),
        (("--add", "2GZ200=6", "--max-quantity", "5"), "6 units of 2GZ200: the limit of a line is 5 units"),
        (("--body", "many.json"), "10,000 units of 001: the limit of a line is 9,999 units"),
    ],
)
def test_a_modify_that_cannot_be_sent_is_refused_before_it_is_asked_for(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer, args: tuple[str, ...], says: str
) -> None:
    number = on_hold(desk)
    (cli.home / "list.json").write_text("[]")
    (cli.home / "deep.json").write_text("[" * 100_000)
    (cli.home / "twice.json").write_text('{"notes": "a", "notes": "b"}')
    (cli.home / "infinite.json").write_text('{"notes": Infinity}')
    (cli.home / "nothing.json").write_text("{}")
    (cli.home / "other.json").write_text('{"line": []}')
    many = {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "001", "quantity": 10_000}
    (cli.home / "many.json").write_text(json.dumps({"lines": [many]}))
    (cli.home / "verb.json").write_text('{"lines": [{"addUpdateDeleteLine": "RAISE", "ingramLineNumber": "001"}]}')
    args = tuple(str(cli.home / each) if each.endswith(".json") else each for each in args)
    ran = run("modify", number, *args, "--dry-run")
    assert (ran.code, says in ran.err, sent(server)) == (2, True, []), ran.err


def test_release_and_cancel_tell_what_became_of_each_order(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    first, second, third = on_hold(desk), on_hold(desk, "PO-2"), placed(desk, "PO-3")
    released = run("release", first, "PO-3", "--jsonl")
    *items, summary = (valid("change", each) for each in released.lines)
    assert (released.code, [each["became"] for each in items]) == (1, ["done", "refused"])
    assert summary["schema"] == "xi-orders/change-summary/1"
    assert run("cancel", second).code == 2  # why is not said
    assert run("cancel", second, *WHY).code == 0
    assert desk.orders.get_orderdetails_v6_1(second).order_status == "Canceled"
    server.sandbox.faults.add("429", "cancel")
    busy = run("cancel", third, *WHY, "--json")
    assert (busy.code, busy.json["items"][0]["became"]) == (4, "not_sent")


@pytest.mark.parametrize(("fault", "code", "became"), [("drop_after", 0, "done"), ("drop_before", 3, "unknown")])
def test_a_change_without_an_answer_is_sent_once_and_looked_up(
    run: Run, desk: OrderDesk, server: SandboxServer, fault: str, code: int, became: str
) -> None:
    number = on_hold(desk)
    server.sandbox.faults.add(fault, "cancel")
    ran = run("cancel", number, *WHY, "--json")
    assert (ran.code, ran.json["items"][0]["became"], sent(server)) == (code, became, ["DELETE"])
    assert "not answered" in ran.json["items"][0]["says"]


def test_more_units_of_a_line_are_sent_if_it_is_said_how_many(run: Run, desk: OrderDesk) -> None:
    number = on_hold(desk)
    assert run("modify", number, "--update", "1=10000", "--max-quantity", "10000", "--dry-run").code == 0


def test_a_change_that_is_unknown_is_sent_again_only_with_a_reason(
    run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    number = on_hold(desk)
    server.sandbox.faults.add("drop_before", "modify")
    unknown = run("modify", number, "--add", "2GZ200=5")
    assert (unknown.code, '--again "how you know"' in unknown.err) == (3, True), unknown.err
    assert run("modify", number, "--set", "notes=hi").code == 0
    same = run("modify", number, "--add", "2GZ200=5", "--json")
    assert (same.code, same.json["items"][0]["became"], sent(server)) == (3, "unknown", ["PUT"] * 2)
    other = run("modify", number, "--update", "1=3")
    assert (other.code, "[change-unknown]" in other.err, "--again" in other.err) == (2, True, True), other.err
    assert run("modify", number, "--add", "2GZ200=5", "--again", " ").code == 2
    permitted = run(
        "modify", number, "--add", "2GZ200=5", "--again", "IM case 1: not made", "--because", "they want it"
    )
    assert (permitted.code, "has line 001: 1 x DF4128" in permitted.err) == (0, True), permitted.err
    assert units(desk, number)[-1] == ("2GZ200", 5)
    record = desk.find("PO-1")
    assert record is not None
    assert record.history()[-2].because == "they want it; IM case 1: not made"


def test_a_change_that_is_not_permitted_sends_nothing(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    number = on_hold(desk)
    desk.plan(order("PO-2"))
    assert run("release", number, "20-AAAAA").code == 1
    assert run("release", "PO-2").code == 2
    desk.pause("the prices are wrong")
    paused = run("release", number)
    assert (paused.code, "the prices are wrong" in paused.err, sent(server)) == (3, True, [])
