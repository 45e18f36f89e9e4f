"""What a person says about orders on the command line: checked first, asked for, written with who and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_kit import Cli, valid
from person_kit import FAST, UNGUARDED, Run, desk_of, inside, order, rows_of
from postgres_kit import database

from xi.sdk.resellers.cli.session import Session
from xi.sdk.resellers.ordering import Ledger, OrderDesk, Record
from xi.sdk.resellers.sandbox import SandboxServer

WHY = ("--because", "IM case 0099123")


def held(desk: OrderDesk, server: SandboxServer, po: str = "PO-1") -> Record:
    """Return an order that never arrived, and that the server would not refuse a second time."""
    server.sandbox.faults.add("drop_before", "create_v6")
    record = desk.place(order(po, **UNGUARDED), reuse="in two parts", wait=20)
    assert record.state == "held"
    return record


def partly(desk: OrderDesk, po: str = "PO-2") -> Record:
    """Return an order of which one line was rejected."""
    some = {"additionalAttributes": [{"attributeName": "allowPartialOrder", "attributeValue": "true"}]}
    record = desk.place(order(po, 1, part="NO-SUCH", **some), wait=20)
    assert record.state == "partly"
    return record


def state(desk: OrderDesk, po: str) -> str:
    record = desk.find(po)
    assert record is not None
    return record.state.value


def words(desk: OrderDesk, po: str) -> list[tuple[str | None, str]]:
    record = desk.find(po)
    assert record is not None
    return [(each.because, each.state) for each in record.history() if each.kind == "person"]


# -- recheck


def test_a_recheck_tells_what_is_found_by_its_exit_code(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    held(desk, server)
    desk.plan(order("PO-3"))
    before = len(server.sandbox.exchanges)
    still = run("recheck", "po-1", "PO-3", "--json")
    assert (still.code, [each["state"] for each in valid("act", still.json)["items"]]) == (5, ["held", "planned"])
    assert "PO PO-3 was not searched for: it is planned" in still.err
    assert {each.operation for each in list(server.sandbox.exchanges)[before:]} == {"search"}
    desk.orders.post_createorder_v6(order("PO-1", **UNGUARDED))
    found = run("recheck", "--all", "--jsonl")
    (item, summary) = (valid("act", each) for each in found.lines)
    assert (found.code, item["state"], item["order_numbers"]) == (
        0,
        "placed",
        list(server.sandbox.purchase_orders()["PO-1"]),
    )
    assert summary["dry_run"] is False
    assert run("recheck", "--all").code == 0


def test_a_recheck_without_an_answer_ends_with_4_and_of_an_unknown_po_with_1(
    run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    held(desk, server)
    unknown = run("recheck", "PO-8", "PO-9")
    assert (unknown.code, "PO-8, PO-9 are not in the ledger of 20-222222 US (local)" in unknown.err) == (1, True)
    for _ in range(8):
        server.sandbox.faults.add("503", "search")
    away = run("recheck", "PO-1", "--call-timeout", "1s", "--lease", "2s")
    assert (away.code, "the look failed" in away.err) == (4, True), away.err
    assert state(desk, "PO-1") == "held"


def test_the_times_of_a_recheck_are_options_and_wrong_ones_are_refused(run: Run, desk: OrderDesk) -> None:
    assert desk.rows() is not None
    wrong = run("recheck", "--all", "--lease", "1s")
    assert (wrong.code, "deadline is 20 s; it should be shorter than the lease, 1 s" in wrong.err) == (2, True), (
        wrong.err
    )
    assert run("recheck").code == run("recheck", "PO-1", "--all").code == 2


# -- resolve


def test_a_number_is_read_back_before_an_order_is_taken_for_placed(
    run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    held(desk, server)
    other = desk.place(order("PO-2"), wait=20).order_numbers[0]
    wrong = run("resolve", "PO-1", "--placed", other, *WHY)
    assert (wrong.code, f"order {other} is under PO PO-2, not under PO-1" in wrong.err) == (2, True)
    absent = run("resolve", "PO-1", "--placed", "20-AAAAA", *WHY)
    assert (absent.code, "order 20-AAAAA is not at Ingram Micro" in absent.err) == (1, True)
    assert (state(desk, "PO-1"), words(desk, "PO-1")) == ("held", [])
    desk.orders.post_createorder_v6(order("PO-1", **UNGUARDED))
    number = server.sandbox.purchase_orders()["PO-1"][0]
    dry = run("resolve", "PO-1", "--placed", number.lower(), *WHY, "--dry-run", "--json")
    assert (dry.code, dry.json["items"][0]["state"], state(desk, "PO-1")) == (0, "placed", "held")
    right = run("resolve", "PO-1", "--placed", number.lower(), *WHY, "--json")
    (item,) = valid("act", right.json)["items"]
    assert (right.code, item["state"], item["order_numbers"]) == (0, "placed", [number])
    assert words(desk, "PO-1") == [("IM case 0099123", "placed")]
    again = run("resolve", "PO-1", "--placed", number, *WHY)
    assert (again.code, words(desk, "PO-1")) == (0, [("IM case 0099123", "placed")])


def test_what_a_person_resolves_without_a_check_makes_no_call(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    held(desk, server)
    held(desk, server, "PO-2")
    before = len(server.sandbox.exchanges)
    assert run("resolve", "PO-1", "--placed", "20-AAAAA,20-BBBBB", "--unchecked", *WHY).code == 0
    assert run("resolve", "PO-2", "--not-placed", *WHY).code == 0
    assert run("resolve", "PO-2", "--not-placed", *WHY).code == 0
    assert [state(desk, each) for each in ("PO-1", "PO-2")] == ["placed", "not_placed"]
    assert len(words(desk, "PO-2")) == 1
    assert len(server.sandbox.exchanges) == before


@pytest.mark.parametrize(
    "args",
    [
        ("resolve", "PO-1", *WHY),
        ("resolve", "PO-1", "--placed", "20-AAAAA", "--not-placed", *WHY),
        ("resolve", "PO-1", "--not-placed", "--unchecked", *WHY),
        ("resolve", "PO-1", "--not-placed", "--because", " "),
        ("resolve", "PO-1", "--not-placed"),
        ("abandon", *WHY),
        ("abandon", "PO-1", "--batch", "b", *WHY),
        ("rest", "PO-1", "--po", "PO-1"),
    ],
)
def test_a_line_that_says_too_little_or_too_much_changes_nothing(
    run: Run, desk: OrderDesk, server: SandboxServer, args: tuple[str, ...]
) -> None:
    before = held(desk, server)
    assert run(*args).code == 2
    assert desk.find("PO-1") == before


# -- resend


def test_one_more_send_is_permitted_to_who_types_the_po(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    before = held(desk, server)
    refused = run("resend", "PO-1", *WHY)
    assert (refused.code, "hint:  add --yes" in refused.err) == (2, True)
    assert "is held" not in refused.err  # at once, before anything is read
    wrong = cli.run("resend", "PO-1", *WHY, tty=True, stdin="PO-2\n")
    assert (wrong.code, desk.find("PO-1")) == (2, before)
    assert "PO PO-1 is held (unguarded)" in wrong.err  # what is known is shown before it is asked
    assert "sent 1 time, first at" in wrong.err
    assert "no order under PO PO-1" in wrong.err
    right = cli.run("resend", "PO-1", *WHY, tty=True, stdin="po-1\n")
    assert (right.code, state(desk, "PO-1")) == (0, "doubt"), right.err
    assert words(desk, "PO-1") == [("IM case 0099123", "doubt")]
    desk.work(until="idle")
    assert (state(desk, "PO-1"), server.sandbox.placements()) == ("placed", {"PO-1": 1})
    done = run("resend", "PO-1", *WHY, "--yes")
    assert (done.code, "the order is placed; this is for orders that are held, rejected" in done.err) == (2, True)


def test_a_decision_on_what_changed_while_it_was_asked_for_is_refused_and_shown_anew(
    run: Run, desk: OrderDesk, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second person permits a send while the first one reads; it is made, and the order is held again."""
    held(desk, server)

    def meanwhile(_session: Session, _question: str, **_: object) -> None:
        server.sandbox.faults.add("drop_before", "create_v6")
        desk.resend("PO-1", because="the other one")
        assert desk.place(order("PO-1", **UNGUARDED), reuse="in two parts", wait=20).state == "held"

    monkeypatch.setattr(Session, "confirm", meanwhile)
    for sends, args in enumerate((("resend",), ("resolve", "--not-placed")), 2):
        ran = run(args[0], "PO-1", *args[1:], *WHY, "--yes")
        assert (ran.code, state(desk, "PO-1")) == (2, "held"), ran.err
        assert "PO PO-1 has changed since it was read" in ran.err
        assert "[not-as-seen]" in ran.err
        assert f"sent {sends} times" in ran.err
    kept = run("abandon", "PO-1", *WHY, "--yes")
    assert (kept.code, state(desk, "PO-1")) == (1, "held")
    assert "PO PO-1 was not abandoned: PO PO-1 has changed" in kept.err
    assert {because for because, _ in words(desk, "PO-1")} == {"the other one"}


def test_a_pause_that_was_not_shown_is_not_ended(run: Run, desk: OrderDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.pause("the prices are wrong")
    monkeypatch.setattr(Session, "confirm", lambda *_, **__: desk.pause("the stock is wrong"))
    ran = run("resume", "--yes")
    assert (ran.code, "[not-as-seen]" in ran.err) == (2, True), ran.err
    assert desk.paused is not None


# -- rest


def test_the_rest_of_an_order_is_shown_and_planned_once(run: Run, desk: OrderDesk) -> None:
    partly(desk)
    dry = run("rest", "PO-2", "--po", "PO-2R", "--dry-run")
    assert (dry.code, desk.find("PO-2R")) == (0, None)
    first = run("rest", "PO-2", "--po", "PO-2R", "--json")
    (item,) = valid("act", first.json)["items"]
    assert (first.code, item["po"], item["state"]) == (0, "PO-2R", "planned")
    assert "line 2  NO-SUCH x 1  EN: SKU-NOTFOUND NO-SUCH" in first.err
    again = run("rest", "PO-2", "--po", "PO-2R", "--json")
    assert (again.code, again.json["items"]) == (0, first.json["items"])
    assert run("rest", "PO-2", "--po", "PO-2S").code == 2
    assert run("rest", "PO-9", "--po", "PO-2S").code == 1


# -- abandon


def test_orders_are_abandoned_all_or_none(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    for number in range(3):
        desk.plan(order(f"A-{number}"), batch="monday")
    held(desk, server)
    partly(desk)
    for others, code in ((("PO-9",), 1), (("PO-2",), 2)):
        ran = run("abandon", "A-0", *others, *WHY)
        assert (ran.code, others[0] in ran.err, state(desk, "A-0")) == (code, True, "planned")
    assert run("abandon", "A-0", "PO-1", *WHY).code == 0
    newest = run("abandon", "--batch", "last", *WHY, "--dry-run", "--json")
    dry = run("abandon", "--batch", "monday", *WHY, "--dry-run", "--json")
    # Each says when it would be settled, which is another second for each.
    first, second = ([each | {"settled": None} for each in ran.json["items"]] for ran in (newest, dry))
    assert first == second
    assert [each["state"] for each in valid("act", dry.json)["items"]] == ["abandoned"] * 2
    assert (dry.json["summary"], state(desk, "A-1")) == ({"dry_run": True}, "planned")
    assert run("abandon", "--batch", "monday", *WHY).code == 0
    assert run("abandon", "--batch", "monday", "--because", "again").code == 0
    assert run("abandon", "A-0", "--because", "again").code == 0
    assert run("abandon", "--batch", "tuesday", *WHY).code == 1
    assert [words(desk, each) for each in ("PO-1", "A-0", "A-1", "A-2")] == [[("IM case 0099123", "abandoned")]] * 4
    desk.work(until="idle")
    assert "A-0" not in server.sandbox.placements()


# -- pause and resume


def test_a_pause_holds_every_machine_until_it_is_ended(run: Run, desk: OrderDesk) -> None:
    assert run("pause", "--because", "price list wrong", "--dry-run").code == 0
    assert desk.paused is None
    paused = run("pause", "--because", "price list wrong", "--json")
    assert (paused.code, valid("pause", paused.json)["because"]) == (0, "price list wrong")
    assert desk.paused is not None
    account = run("resume", "--account", "--json")
    assert (account.code, account.json["paused"]) == (0, True)
    assert "still paused" in account.err
    assert run("resume", "--dry-run").code == 0
    assert desk.paused is not None
    resumed = run("resume", "--json")
    assert (resumed.code, valid("pause", resumed.json)["paused"], desk.paused) == (0, False, None)
    assert run("resume").code == 0
    assert run("pause", "--account", *WHY).code == 0
    assert run("resume", "--account").code == 0
    assert desk.paused is None


# -- the brakes, and what a dry run leaves


def test_in_production_nothing_is_done_that_nobody_confirms(tmp_path: Path) -> None:
    user = Cli(tmp_path)
    ledger = tmp_path / "orders.db"
    user.configure(environment="https://api.ingrammicro.com", ledger=str(ledger))
    Ledger.init(ledger, trusted=True, environment="production").close()
    with desk_of(user, url=str(ledger), host="https://api.ingrammicro.com") as desk:
        for number in range(2):
            desk.plan(order(f"A-{number}"))
    run = inside(user)
    before = rows_of(ledger)
    acts = [("abandon", "A-0", *WHY), ("resolve", "A-0", "--placed", "20-AAAAA", "--unchecked", *WHY)]
    for act in acts:
        refused = run(*act)
        assert (refused.code, "--yes" in refused.err) == (2, True)
        assert "production · 20-222222 US · ledger orders.db" in refused.err
    declined = user.run("abandon", "A-0", *WHY, tty=True, stdin="n\n")
    assert (declined.code, "abandon 1 order? [y/N]" in declined.err) == (2, True), declined.err
    assert rows_of(ledger) == before
    assert user.run("abandon", "A-0", *WHY, tty=True, stdin="y\n").code == 0
    assert run(*acts[1][:1], "A-1", *acts[1][2:], "--yes").code == 0
    assert run("pause", *WHY).code == 0  # a brake works at once
    assert (run("resume").code, run("resume", "--yes").code) == (2, 0)


def test_a_dry_run_leaves_every_row_of_the_ledger_as_it_was(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    held(desk, server)
    number = partly(desk).order_numbers[0]
    desk.plan(order("A-1"), batch="monday")
    before, calls = rows_of(cli.ledger), len(server.sandbox.placements())
    for act in (
        ("recheck", "--all"),
        ("resolve", "PO-1", "--not-placed", *WHY),
        ("resolve", "PO-1", "--placed", number, *WHY),
        ("resend", "PO-1", *WHY),
        ("rest", "PO-2", "--po", "PO-2R"),
        ("abandon", "--batch", "monday", *WHY),
        ("pause", *WHY),
        ("resume",),
        ("reconcile", "--ordered", "today"),
        ("release", number),
        ("cancel", number, *WHY),
        ("modify", number, "--add", "DF4128=1"),
    ):
        ran = run(*act, "--dry-run")
        assert ran.code in ((2,) if number in act and act[0] == "resolve" else (0, 1)), (act, ran.err)
        assert rows_of(cli.ledger) == before, act
    assert len(server.sandbox.placements()) == calls


def test_a_dry_run_makes_no_ledger(cli: Cli, run: Run) -> None:
    ran = run("abandon", "A-1", *WHY, "--dry-run")
    assert (ran.code, cli.ledger.exists()) == (6, False), ran.err


def test_persons_decide_on_postgresql_as_on_sqlite(cli: Cli, server: SandboxServer) -> None:
    with database() as url:
        cli.configure(ledger=url)
        cli.env |= FAST
        run = inside(cli)
        with desk_of(cli, url=url) as desk:
            held(desk, server)
            desk.plan(order("A-1"))
            dry = run("abandon", "A-1", *WHY, "--dry-run", "--json")
            assert (dry.code, dry.json["items"][0]["state"], state(desk, "A-1")) == (0, "abandoned", "planned")
            assert run("abandon", "A-1", *WHY).code == 0
            assert run("resolve", "PO-1", "--not-placed", *WHY).code == 0
            assert [state(desk, each) for each in ("A-1", "PO-1")] == ["abandoned", "not_placed"]


def test_what_others_have_typed_cannot_steer_a_terminal(run: Run, desk: OrderDesk) -> None:
    number = desk.place(order("A-1"), wait=20).order_numbers[0]
    desk.pause("\x1b[2Jnothing to see")
    for act in (("resume", "--account"), ("release", number)):
        shown = run(*act)
        assert ("\\x1b[2Jnothing to see" in shown.err, "\x1b" in shown.err + shown.out) == (True, False), shown
