"""`return file`: once through the ledger, with the codes of `place`; and invoices against orders."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from cli_kit import Cli, valid
from family_kit import FROM, returned
from person_kit import Run, desk_of, order

from xi.sdk.resellers import invoice_matching
from xi.sdk.resellers.cli import billing
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.invoice_matching import Finding, MatchedOrder, Reason
from xi.sdk.resellers.invoice_matching._adding import matched_invoice
from xi.sdk.resellers.sandbox import SandboxServer

QUOTE = "QUO-14551943-D2Y9L9"
WANTS = "QUO-20417001-A1B2C3"
PIECES = "QUO-20417002-D4E5F6"


@pytest.fixture
def invoice(cli: Cli, act: Run, server: SandboxServer) -> dict[str, str]:
    """Return an invoice of two units, as the list has it."""
    with desk_of(cli) as desk:
        number = desk.place(order("A-1", 2), wait=20).order_numbers[0]
    server.sandbox.ship(number)
    server.sandbox.invoice(number)
    (found,) = act("invoice", "list", "--json").json["items"]
    return dict(found)


def test_production_asks_and_where_nobody_can_answer_nothing_is_done(cli: Cli, act: Run) -> None:
    (cli.home / "return.json").write_text(json.dumps(returned("20-RD3QV-11", "2026-11-25")))
    for line in (("quote", "order", QUOTE, "--po", "Q-1"), ("return", "file", str(cli.home / "return.json"))):
        ran = act(*line, "--environment", "production")
        assert (ran.code, "[needs-yes]" in ran.err) == (2, True), ran.err


# -- filing returns


def bare_of(invoice: dict[str, str]) -> tuple[str, ...]:
    goods = ("--invoice", invoice["order_number"], "--part", "DF4128", "--reason", "The product is defective")
    return ("return", "file", *goods)


def by_options(invoice: dict[str, str], *more: str) -> tuple[str, ...]:
    address = [part for name, value in FROM.items() for part in ("--from", f"{name}={value}")]
    return (*bare_of(invoice), *address, *more)


def test_a_return_is_filed_once_and_its_case_can_be_shown(act: Run, invoice: dict[str, str]) -> None:
    dry = act(*by_options(invoice, "--quantity", "1", "--dry-run", "--json"))
    assert (dry.code, valid("preview", dry.json)["items"][0]["would"]) == (0, "send")
    for said in ("sends it, and waits for 30m at most", "it stands already; nothing is sent"):
        ran = act(*by_options(invoice, "--quantity", "1", "--json"))
        assert said in ran.err
        (item,) = valid("place", ran.json)["items"]
        assert (ran.code, item["state"], item["kind"]) == (0, "placed", "return"), ran.out
    (listed,) = valid("return-list", act("return", "list", "--json").json)["items"]
    assert listed["case"] == item["order_numbers"][0]
    assert listed["reference"] == item["po"] == dry.json["items"][0]["po"]
    shown = act("return", "show", listed["case"], "--json")
    assert valid("detail", shown.json)["family"] == "return"
    for more in ((), ("--dry-run",)):
        other = act(*by_options(invoice, "--quantity", "2", *more))
        assert (other.code, "[order-differs]" in other.err) == (2, True)
        assert "\nhint:  --reference, with another number; or --reuse WHY\n" in other.err


def test_what_is_said_of_a_return_is_what_is_done(act: Run, invoice: dict[str, str], server: SandboxServer) -> None:
    def creates() -> int:
        return sum(each.operation == "return_create" for each in server.sandbox.exchanges)

    assert act(*by_options(invoice, "--quantity", "1")).code == 0
    other = act(*by_options(invoice, "--quantity", "2"))
    assert (other.code, "[order-differs]" in other.err, creates()) == (2, True, 1)
    assert "quantity is 2, was 1; that one is placed" in other.err
    assert "sends it" not in other.err
    assert "nothing is sent" not in other.err
    wrong = by_options(invoice, "--quantity", "999", "--reference", "R-9")
    assert (act(*wrong).code, creates()) == (1, 2)
    again = act(*wrong)
    assert (again.code, "it is rejected already; nothing is sent" in again.err, creates()) == (1, True, 2), again.err
    assert "sends it" not in again.err
    dry = valid("preview", act(*wrong, "--dry-run", "--json").json)["items"][0]
    assert (dry["would"], dry["state"]) == ("known", "rejected")
    # Other content under the number of what was rejected is a new return, and is sent.
    mended = act(*by_options(invoice, "--quantity", "2", "--reference", "R-9"))
    assert ("sends it, and waits" in mended.err, creates()) == (True, 3), mended.err


def test_a_return_that_is_lost_is_held_for_a_person(
    cli: Cli, act: Run, invoice: dict[str, str], server: SandboxServer
) -> None:
    (cli.home / "return.json").write_text(json.dumps(returned(invoice["order_number"], invoice["invoiced"])))
    server.sandbox.faults.add("drop_before", "return_create")
    ran = act("return", "file", str(cli.home / "return.json"), "--wait", "20", "--json")
    assert (ran.code, ran.json["items"][0]["state"]) == (5, "held"), ran.err
    assert act("return", "list", "--json").json["items"] == []


def test_a_refused_return_is_no_and_the_reason_is_shown(act: Run, invoice: dict[str, str]) -> None:
    ran = act(*by_options(invoice, "--quantity", "1", "--invoice-date", "2020-01-01", "--json"))
    assert (ran.code, ran.json["items"][0]["state"]) == (1, "rejected")
    assert ran.json["items"][0]["answer"]


def test_what_a_return_lacks_is_named(cli: Cli, act: Run, server: SandboxServer) -> None:
    bare = act("return", "file", "--invoice", "20-RD3QV-11")
    assert "--quantity, --reason, --from, --part or --vendor-part" in bare.err
    known = {"order_number": "20-RD3QV-11"}
    for more, said in (
        (
            ("--invoice-date", "2026-13-45"),
            "--invoice-date is '2026-13-45'; it should be a day such as 2026-11-25; there is no day 2026-13-45",
        ),
        (("--invoice-date", "25.11.2026"), "--invoice-date is '25.11.2026'"),
        (("--invoice", "20\x1b"), "--invoice is "),
        (("--notes", "lost\x07"), "--notes is 'lost\\x07'"),
        (("--serial", "a\nb"), "--serial is "),
        (("--reference", " "), "--reference is ' '"),
        (("--from", "addressLine2=\x1b[2J"), "--from is "),
    ):
        ran = act(*by_options(known, "--quantity", "1", *more))
        assert (ran.code, said in ran.err) == (2, True), ran.err
    part = act(*bare_of(known), "--quantity", "1", "--from", "city=Salina", "--from", "STATE=KS")
    assert "--from does not say companyName, contact, addressLine1, postalCode, countryCode, email, which" in part.err
    (cli.home / "bad.json").write_text("[1]")
    bad, both, none = (
        act("return", "file", str(cli.home / "bad.json")),
        act("return", "file", "return.json", "--invoice", "20-RD3QV-11"),
        act("return", "file"),
    )
    assert [each.code for each in (bare, part, bad, both, none)] == [2, 2, 2, 2, 2]
    assert not server.sandbox.exchanges


BODIES = {
    '{"lines": [{"quantity": 2, "quantity": 99}]}': "body.json:lines[0].quantity: is there twice in one object",
    '{"a": {"b": NaN}}': "body.json:a.b: NaN is no number that can be sent",
    '{"a": -Infinity}': "body.json:a: -Infinity is no number that can be sent",
    '{"a": [0, 1e999999999999999999999]}': "body.json:a[1]: 1e999999999999999999999 is no number that can be sent",
    '{"a": 1e999}': "body.json:a: 1E+999 is no number that can be sent",
    '{"a": ' + "[" * 2_000 + "]" * 2_000 + "}": "body.json: this is nested too deeply",
    "{'a': 1}": "body.json: this is no JSON: Expecting property name",
    "[1]": "body.json: this should be an object",
    '{"a": "' + "x" * 1_000_000 + '"}': "it should be a file of 1,000,000 bytes at most",
}
"""Files of requests that would not be sent as they stand, each with what is said of it."""


@pytest.mark.parametrize("content", BODIES, ids=lambda content: content[:30])
def test_a_file_of_a_request_is_sent_as_it_stands_or_not_at_all(
    cli: Cli, act: Run, server: SandboxServer, content: str
) -> None:
    body = cli.home / "body.json"
    body.write_text(content)
    for line in (
        ("return", "file", str(body)),
        ("quote", "order", QUOTE, "--po", "Q-1", "--body", str(body)),
        ("freight", "--body", str(body)),
    ):
        ran = act(*line)
        assert (ran.code, BODIES[content] in ran.err) == (2, True), ran.err
    assert not server.sandbox.exchanges


def test_an_invoice_that_is_not_there_is_told(act: Run, invoice: dict[str, str]) -> None:
    ran = act(*by_options(invoice | {"order_number": "20-XXXXX-11"}, "--quantity", "1"))
    assert (ran.code, "[not-found]" in ran.err) == (1, True)


# -- invoices against orders


def test_invoices_match_their_orders_in_each_way_to_ask(act: Run, invoice: dict[str, str]) -> None:
    for way in (("--po", "A-1"), ("--invoice", invoice["number"]), ("--invoiced", "7d"), ("--ordered", "7d")):
        ran = act("invoice", "match", *way, "--ours", "--json")
        document = valid("invoice-match", ran.json)
        assert (ran.code, document["complete"]) == (0, True), ran.err
        assert document["summary"] == {"match": 1, "waits": 0, "differ": 0, "unread": 0}
        assert [each["row"] for each in document["items"]] == ["invoice", "line"]
    both = act("reconcile", "--ordered", "7d", "--invoices", "--json")
    (row,) = valid("reconcile", both.json)["items"]
    assert (both.code, row["invoices"]["verdict"], row["verdict"]) == (0, "match", "equal")


@pytest.mark.usefixtures("invoice")
@pytest.mark.parametrize("status", [400, 404, 500])
def test_what_is_named_and_not_there_is_told_and_matches_nothing(act: Run, server: SandboxServer, status: int) -> None:
    server.sandbox.policy = replace(server.sandbox.policy, unknown_invoice_status=status)
    for way, said in (
        (("--invoice", "20-XXXXX-11"), "invoice 20-XXXXX-11 is not there: "),
        (("--order", "20-XXXXX"), "order 20-XXXXX is not there: "),
        (("--po", "A-9"), "there is no order and no invoice under PO A-9"),
    ):
        ran = act("invoice", "match", *way, "--ours", "--json")
        document = valid("invoice-match", ran.json)
        assert (ran.code, document["items"], set(document["summary"].values())) == (1, [], {0})
        assert said in json.loads(ran.err.splitlines()[-1])["message"], ran.err


@pytest.mark.parametrize(
    ("po", "error", "code"),
    [(None, ApiException(404), 1), ("A-1", ApiException(404), 4), (None, ApiException(503), 4), (None, None, 4)],
)
def test_what_a_search_has_found_is_there_and_what_could_not_be_asked_may_be(
    act: Run, monkeypatch: pytest.MonkeyPatch, po: str | None, error: ApiException | None, code: int
) -> None:
    found = replace(matched("20-RD3QV", replace(LOST, error=error)), po=po)
    monkeypatch.setattr(invoice_matching, "match_invoices", lambda *_, **__: iter([found]))
    ran = act("invoice", "match", "--order", "20-RD3QV")
    assert (ran.code, "is not there" in ran.err) == (code, code == 1), ran.err


def matched(number: str, *findings: Finding) -> MatchedOrder:
    return MatchedOrder(number=number, po="A-1", order=None, lines=(), invoices=(), unmatched=(), findings=findings)


WRONG = Finding(reason=Reason.PRICE, says="the price is 60.00 and not 54.90", invoice_number="20RD3QV11")
LATER = Finding(reason=Reason.NOT_SHIPPED, says="1 unit is to be shipped")
BACK = Finding(reason=Reason.CREDITED, says="2 units are billed, and 2 of them are credited")
LOST = Finding(reason=Reason.UNREAD, says="invoice 20RD3QV11 could not be read")


@pytest.mark.parametrize(
    ("findings", "code", "counted"),
    [
        ((), 0, "match"),
        ((LATER,), 0, "waits"),
        ((BACK,), 0, "match"),
        ((BACK, LATER), 0, "waits"),
        ((BACK, WRONG), 1, "differ"),
        ((LATER, WRONG), 1, "differ"),
        ((LOST,), 4, "unread"),
        ((LOST, WRONG), 4, "differ"),
    ],
)
def test_the_worst_finding_makes_the_code(
    act: Run, monkeypatch: pytest.MonkeyPatch, findings: tuple[Finding, ...], code: int, counted: str
) -> None:
    monkeypatch.setattr(invoice_matching, "match_invoices", lambda *_, **__: iter([matched("20-RD3QV", *findings)]))
    ran = act("invoice", "match", "--po", "A-1", "--json")
    document = valid("invoice-match", ran.json)
    assert (ran.code, document["summary"][counted], document["complete"]) == (code, 1, LOST not in findings)
    assert [each["says"] for each in document["items"]] == [each.says for each in findings]


def test_an_order_whose_invoice_is_wrong_is_different(
    act: Run, monkeypatch: pytest.MonkeyPatch, invoice: dict[str, str]
) -> None:
    number = invoice["order_number"].rpartition("-")[0]
    for findings, code, verdict, told in (
        ((WRONG,), 1, "different", "differ"),
        ((LATER,), 0, "equal", "none"),
        ((BACK,), 0, "equal", "match"),
        ((LOST,), 4, "equal", "unread"),
    ):
        its = matched_invoice(invoice_matching.Invoice(number="20RD3QV11"))[0] if BACK in findings else None
        found = replace(matched(number, *findings), invoices=() if its is None else (its,))
        monkeypatch.setattr(billing, "match_invoices", lambda *_, found=found, **__: iter([found]))
        ran = act("reconcile", "--ordered", "7d", "--invoices", "--json")
        (row,) = valid("reconcile", ran.json)["items"]
        assert (ran.code, row["verdict"], row["invoices"]["verdict"]) == (code, verdict, told), ran.err
        assert row["differences"] == (["invoices"] if code == 1 else [])
        assert row["invoices"]["says"] == [each.says for each in findings if each is not LATER]
