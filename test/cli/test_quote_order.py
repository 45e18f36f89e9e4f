"""`quote order`: once through the ledger, with the codes of `place`, and never what the person has not seen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from cli_kit import valid
from person_kit import Run

from xi.sdk.resellers.cli.quote_view import quote_item, quote_lines
from xi.sdk.resellers.cli.session import Session
from xi.sdk.resellers.quotes import QuoteCheck
from xi.sdk.resellers.sandbox import SandboxServer

QUOTE = "QUO-14551943-D2Y9L9"
WANTS = "QUO-20417001-A1B2C3"
PIECES = "QUO-20417002-D4E5F6"


def test_a_quote_is_ordered_once_however_often_the_line_is_run(act: Run, server: SandboxServer) -> None:
    dry = act("quote", "order", QUOTE, "--po", "Q-1", "--dry-run", "--json")
    assert (dry.code, valid("preview", dry.json)["items"][0]["would"]) == (0, "send")
    assert server.sandbox.purchase_orders() == {}
    for _ in range(2):
        ran = act("quote", "order", QUOTE, "--po", "Q-1", "--json")
        (item,) = valid("place", ran.json)["items"]
        assert (ran.code, item["state"], item["kind"]) == (0, "placed", "quote")
    assert server.sandbox.placements() == {"Q-1": 1}
    known = act("quote", "order", QUOTE, "--po", "Q-1", "--dry-run", "--json")
    assert known.json["items"][0]["would"] == "known"
    long = act("quote", "order", QUOTE, "--po", "Q" * 36, "--dry-run")
    assert (long.code, "at most 35 fit" in long.err) == (2, True), long.err


def test_a_lost_answer_is_looked_for_and_nothing_is_sent_twice(act: Run, server: SandboxServer) -> None:
    server.sandbox.faults.add("drop_after", "create_v7")
    ran = act("quote", "order", QUOTE, "--po", "Q-2", "--wait", "20", "--json")
    assert (ran.code, ran.json["items"][0]["adopted"]) == (0, True)
    assert server.sandbox.placements() == {"Q-2": 1}


def test_a_check_tells_what_the_vendor_wants_and_an_order_without_it_is_refused(
    act: Run, server: SandboxServer
) -> None:
    checked = valid("quote-check", act("quote", "check", WANTS, "--json").json)
    options = [each["option"] for each in checked["fields"]]
    assert (checked["can_be_ordered"], checked["total"]) == (True, "8510.00")
    refused = act("quote", "order", WANTS, "--po", "Q-3")
    assert (refused.code, "[vendor-fields]" in refused.err) == (2, True)
    assert all(each.partition(" ")[2].partition("=")[0].rpartition(":")[2] in refused.err for each in options)
    said = [part for each in options for part in each.replace("=VALUE", "=Miller").split(" ", 1)]
    unknown = act("quote", "order", WANTS, "--po", "Q-3", *said, "--set", "nope=1")
    assert (unknown.code, "nope" in unknown.err) == (2, True)
    assert server.sandbox.purchase_orders() == {}
    # The sandbox takes it, and tells the result by a webhook alone.
    taken = act("quote", "order", WANTS, "--po", "Q-3", *said, "--wait", "1", "--json")
    assert (taken.code, taken.json["items"][0]["state"]) == (3, "accepted")
    assert "waits for 1 at most" in taken.err
    for more in ((), ("--dry-run",)):
        second = act("quote", "order", WANTS, "--po", "Q-4", *said, *more)
        assert (second.code, "[quote-in-use]" in second.err, "PO Q-3 is accepted" in second.err) == (2, True, True)
    meant = act("quote", "order", WANTS, "--po", "Q-4", *said, "--another", "--wait", "1", "--json")
    assert (meant.code, meant.json["items"][0]["state"]) == (3, "accepted")


def test_what_is_asked_for_beside_the_prices_is_shown() -> None:
    check = QuoteCheck(number="QUO-1", fees=Decimal("12.50"), freight=Decimal("7.5"), tax=Decimal(0))
    assert list(quote_lines(check)) == ["QUO-1", "  beside the prices: extra fees 12.50, freight 7.5"]
    assert [quote_item(check)[each] for each in ("fees", "freight", "tax")] == ["12.50", "7.5", "0"]
    assert list(quote_lines(QuoteCheck(number="QUO-1"))) == ["QUO-1"]


def test_a_quote_that_cannot_be_ordered_ends_with_no(act: Run) -> None:
    checked = act("quote", "check", "QUO-20417004-K1L2M3", "--json")
    assert (checked.code, valid("quote-check", checked.json)["can_be_ordered"]) == (1, False)
    ran = act("quote", "order", "QUO-20417004-K1L2M3", "--po", "Q-4")
    assert (ran.code, "[quote-refused]" in ran.err) == (1, True)


def test_a_quote_that_is_not_what_was_shown_is_not_ordered_and_is_shown_anew(
    act: Run, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = server.sandbox.offers.quotes
    (quote,) = [each for each in book.everything() if each.number == QUOTE]

    def meanwhile(_session: Session, _question: str) -> None:
        lines = tuple(replace(each, quantity=500, remaining=500, price=Decimal("99999.00")) for each in quote.lines)
        book.put(replace(quote, lines=lines))

    with monkeypatch.context() as patch:
        patch.setattr(Session, "confirm", meanwhile)
        ran = act("quote", "order", QUOTE, "--po", "Q-1", "--yes")
    assert (ran.code, "[not-as-seen]" in ran.err) == (2, True), ran.err
    assert "line 1: the quantity was 2 and is 500" in ran.err
    _, _, anew = ran.err.partition("sends it")
    assert "49999500.0" in anew  # what it is now is shown, for the next decision
    assert server.sandbox.purchase_orders() == {}
    again = act("quote", "order", QUOTE, "--po", "Q-1", "--yes", "--json")
    assert (again.code, again.json["items"][0]["state"]) == (0, "placed"), again.err


def test_an_order_that_is_only_planned_is_shown_as_a_new_one_is(act: Run, server: SandboxServer) -> None:
    assert act("pause", "--because", "stocktaking").code == 0
    assert act("quote", "order", QUOTE, "--po", "Q-1", "--wait", "0").code == 3
    assert act("resume").code == 0
    dry = act("quote", "order", QUOTE, "--po", "Q-1", "--dry-run", "--json")
    assert (dry.code, dry.json["items"][0]["would"], "199998.00" in dry.err) == (0, "goes_on", False)
    book = server.sandbox.offers.quotes
    (quote,) = [each for each in book.everything() if each.number == QUOTE]
    book.put(replace(quote, lines=tuple(replace(each, price=Decimal("99999.00")) for each in quote.lines)))
    ran = act("quote", "order", QUOTE, "--po", "Q-1", "--yes", "--json")
    assert (ran.code, ran.json["items"][0]["state"], "199998.00 USD" in ran.err) == (0, "placed", True)
    again = act("quote", "order", QUOTE, "--po", "Q-1", "--yes", "--json")
    assert (again.code, "199998.00" in again.err) == (0, False)
    assert server.sandbox.placements() == {"Q-1": 1}


def test_a_part_of_a_quote_can_be_ordered(act: Run) -> None:
    few = act("quote", "order", PIECES, "--po", "Q-5", "--quantity", "1=9")
    assert few.code == 2
    ran = act("quote", "order", PIECES, "--po", "Q-5", "--quantity", "1=10", "--json")
    assert (ran.code, ran.json["items"][0]["state"]) == (0, "placed")


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ((), "2 lines, 6730.00 USD"),
        (("--quantity", "1=10"), "1 line, 475.00 USD, in pieces"),
        (("--quantity", "1=10", "--quantity", "2=1"), "2 lines, 484.90 USD, in pieces"),
    ],
)
def test_what_is_asked_for_is_what_is_ordered(
    act: Run, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], what: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Session, "confirm", lambda _, question, **__: asked.append(question))
    assert act("quote", "order", PIECES, "--po", "Q-9", *more, "--wait", "0").code in (0, 3)
    (question,) = asked
    assert f"quote {PIECES}, {what}, PO Q-9. Order it?" in question


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--set", "a=1", "--set", "a=2"), "a is said twice"),
        (("--set-line", "a=1"), "--set-line is 'a=1'"),
        (("--set-line", "1:a=1", "--set-line", "1:a=2"), "a of line 1 is said twice"),
        (("--quantity", "1"), "--quantity is '1'"),
        (("--wait", "soon"), "--wait is 'soon'"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused(
    act: Run, server: SandboxServer, args: tuple[str, ...], said: str
) -> None:
    ran = act("quote", "order", QUOTE, "--po", "Q-1", *args)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    ran = act("quote", "order", f"{QUOTE}\x1b", "--po", "Q-1")
    assert (ran.code, "NUMBER is " in ran.err) == (2, True), ran.err
    assert not server.sandbox.exchanges


def test_what_is_said_of_an_order_of_a_quote_is_what_is_done(act: Run) -> None:
    line = ("quote", "order", QUOTE, "--po", "Q-1")
    assert act(*line).code == 0
    again = act(*line)
    assert (again.code, "it stands already; nothing is sent" in again.err) == (0, True), again.err
    other = act(*line, "--quantity", "1=1")
    assert "nothing is sent" not in other.err
    assert (other.code, "[order-differs]" in other.err) == (2, True), other.err
