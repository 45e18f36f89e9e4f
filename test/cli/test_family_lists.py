"""Lists and details of quotes, invoices, returns, deals and renewals, and what expires."""

from __future__ import annotations

import io
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from cli_kit import Cli, valid
from family_kit import HEADERS, answering
from person_kit import desk_of, order

from xi.sdk.resellers import models
from xi.sdk.resellers.cli import families
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.families import QUOTE as QUOTES
from xi.sdk.resellers.cli.family_calls import show_details
from xi.sdk.resellers.cli.output import Column, Mode, Output
from xi.sdk.resellers.cli.sent import Remembered, body_of, lines_of
from xi.sdk.resellers.exceptions import ApiException, ErrorDetail, FieldError
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.operations import quotes
from xi.sdk.resellers.testing import TOKEN

QUOTE = "QUO-14551943-D2Y9L9"


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """Yield a user with both headers, and an order that was shipped and billed."""
    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy())) as server:
        made = Cli(tmp_path_factory.mktemp("named"), server, {"XI_ACCESS_TOKEN": TOKEN, **HEADERS})
        made.configure()
        with desk_of(made) as desk:
            number = desk.place(order("A-1", 2), wait=20).order_numbers[0]
        server.sandbox.ship(number)
        server.sandbox.invoice(number)
        yield made


def only(cli: Cli, *args: str) -> dict[str, Any]:
    ran = cli.run(*args, "--json")
    assert ran.code == 0, ran.err
    (item,) = valid(f"{args[0]}-list", ran.json)["items"]
    return dict(item)


def test_each_list_streams_its_rows_with_amounts_as_they_were_sent(named: Cli) -> None:
    quote = only(named, "quote", "list", "--number", QUOTE)
    assert (quote["total"], quote["currency"]) == ("258.0", "USD")
    quotes = named.run("quote", "list", "--json")
    last_days = {each["expires"] for each in valid("quote-list", quotes.json)["items"]}
    assert None in last_days, "a quote without an end"
    assert "0001-01-01" not in last_days
    invoice = only(named, "invoice", "list", "--po", "A-1")
    assert Decimal(invoice["total"]) > 2 * Decimal("54.9")
    renewal = only(named, "renewal", "list", "--po", "PO-LAST-YEAR")
    assert (renewal["id"], renewal["value"]) == ("4410001", "2700.0")
    assert only(named, "deal", "list", "--id", "ACME SPRING DISC")["version"] == "3"
    none = named.run("return", "list", "--created", "7d", "--json")
    assert (none.code, valid("return-list", none.json)["items"]) == (0, [])


LISTS = [f"quote list --number {QUOTE}", "invoice list --po A-1", "renewal list --po PO-LAST-YEAR", "deal list"]


def test_amounts_and_all_else_are_shown_whatever_shape_an_answer_has(named: Cli) -> None:
    assert named.server is not None
    number = only(named, "invoice", "list", "--po", "A-1")["order_number"]
    lines = [f"{each} --json" for each in LISTS]
    lines += [f"invoice show {number} --json", f"quote show {QUOTE} --json", "freight --line DF4128=2 --to 200 --json"]
    plain = named.run_all(*lines)
    named.server.sandbox.faults.add("wrong_types", times=None)
    try:
        changed = named.run_all(*lines)
    finally:
        named.server.sandbox.faults.clear()
    for line, one, other in zip(lines, plain, changed, strict=True):
        assert (one.code, other.code) == (0, 0), (line, other.err)
        seen = [json.dumps(each.json.get("items", each.json.get("body"))) for each in (one, other)]
        assert _numbers(seen[0]) <= _numbers(seen[1]), line


def _numbers(text: str) -> Counter[str]:
    """Return the amounts in a text, and how often each is there."""
    return Counter(re.findall(r'"([0-9]+\.[0-9]+)"', text))


SHORT = {"recordsFound": 500, "invoices": [{"invoiceNumber": "1", "invoiceAmountInclTax": 9.50, "currencyCode": "USD"}]}


def _short(path: str, query: dict[str, list[str]]) -> Any:
    if "orders/search" in path:
        return {"recordsFound": 0, "orders": []}
    if not path.endswith("/invoices"):
        return [{"InvoiceNumber": "1", "lines": {"unitPrice": 9.50}}]
    return SHORT if query["pageNumber"] == ["1"] else {"invoices": []}


def test_a_list_that_ends_before_all_came_is_not_complete(named: Cli) -> None:
    with answering(_short) as url:
        lines = ("invoice list", "invoice match --invoiced 7d", "invoice list --limit 1", "invoice show 1")
        listed, matched, cut, shown = named.run_all(*(f"{each} --json -q --environment {url}" for each in lines))
    document = valid("invoice-list", listed.json)
    assert (listed.code, document["complete"]) == (4, False)
    assert document["items"][0]["other"]["currencyCode"] == "USD"
    assert "the list of invoices ended after 1 of 500" in listed.err
    assert (matched.code, matched.json["complete"]) == (4, False)
    assert "a search ended after 1 of 500" in matched.err
    assert (cut.code, cut.json["complete"]) == (0, False)
    assert shown.json["body"] == {"invoiceNumber": "1", "lines": [{"unitPrice": "9.5"}]}


def test_words_of_a_list_are_sent_as_the_api_has_them(named: Cli) -> None:
    assert named.server is not None
    returns, renewals, _ = named.run_all(
        "return list --status 'open, partially approved' --reason '(DF) Defective Items,ITAD - Trade-in Credit'",
        "renewal list --status OPEN --sub-status 'quote pending' --json",
        "return list --claim-status VOIDED",
    )
    assert (returns.code, renewals.code) == (0, 0), (returns.err, renewals.err)
    assert {each["status"] for each in renewals.json["items"]} == {"Quote pending"}
    asked, _, claims = (each.target for each in list(named.server.sandbox.exchanges)[-3:])
    assert "returnStatus-in=Open%2CPartially%20Approved" in asked
    assert "claimStatus-in=Voided" in claims


def test_days_from_before_the_api_has_quotes_are_told(named: Cli) -> None:
    year, dated, created = named.run_all(
        "quote list --dated 365d", "quote list --dated 2020-01-01..2020-02-01", "quote list --created 367d"
    )
    assert (year.code, dated.code, created.code) == (0, 0, 0)
    assert ("365 days" in year.err, dated.rows[1:]) == (False, [])
    for option, ran in (("--dated", dated), ("--created", created)):
        assert f"{option} begins before " in ran.err
        assert "the API gives no quote that is older than 365 days" in ran.err


def test_a_limit_cuts_and_says_so(named: Cli) -> None:
    cut, whole = named.run_all("deal list --limit 2 --jsonl", "deal list --csv --fields id,expires")
    assert (cut.code, len(cut.lines)) == (0, 2)
    assert "--limit has cut them" in cut.err
    assert len(whole.out.splitlines()) == 6


def test_a_page_that_fails_ends_with_what_came_before(cli: Cli) -> None:
    assert cli.server is not None
    cli.env |= HEADERS
    cli.server.sandbox.faults.add("drop_before", "deals", times=None)
    ran = cli.run("deal", "list", "--json", "--call-timeout", "0.5")
    assert (ran.code, ran.json["complete"]) == (4, False)
    assert json.loads(ran.err)["word"] == "api-away"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("invoice list", "application_id"),
        ("invoice show 1", "application_id"),
        ("invoice match --po A-1", "application_id"),
        ("reconcile --ordered 7d --invoices --ledger sqlite:///x.db", "application_id"),
        ("deal show 1", "application_id"),
        ("deal expiring", "application_id"),
        ("quote list", "customer_contact"),
        ("quote expiring", "customer_contact"),
        ("freight --line DF4128=1 --to 200", "customer_contact"),
    ],
)
def test_what_nobody_says_is_named_before_a_call(cli: Cli, line: str, key: str) -> None:
    cli.run("ledger", "init", "--ledger", "sqlite:///x.db")
    (ran,) = cli.run_all(line)
    assert (ran.code, ran.out) == (2, "")
    assert f"needs {key} (" in ran.err
    assert f"hint:  xi-orders config set {key} " in ran.err
    assert cli.server is not None
    assert not cli.server.sandbox.exchanges


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("quote list --dated soon", "--dated is 'soon'"),
        ("quote list --vendor ''", "--vendor is ''; it should be text that is not blank"),
        ("deal list --vendor 'a\tb'", "--vendor is 'a\\tb'; it should be text that is not blank and has no"),
        ("quote check 'Q\x1b'", "NUMBER is 'Q\\x1b'"),
        ("deal list --id ''", "--id is ''"),
        ("deal show 1 --vendor 'a\x1b'", "--vendor is 'a\\x1b'"),
        ("invoice list --po ''", "--po is ''"),
        ("invoice list --end-customer-po '\x1b'", "--end-customer-po is '\\x1b'"),
        ("invoice match --po ''", "--po is ''"),
        ("invoice match --po 'a\x1b[31m'", "--po is 'a\\x1b[31m'"),
        ("invoice match --order '\x07'", "--order is"),
        ("invoice match --invoice ' '", "--invoice is ' '"),
        ("return list --vendor-part ''", "--vendor-part is ''"),
        ("renewal list --ingram-po ''", "--ingram-po is ''"),
        ("catalog search --vendor-part a --vendor-part ''", "--vendor-part is ''"),
        ("renewal list --vendor '\x01'", "--vendor is '\\x01'"),
        ("freight --line DF4128=1 --to ''", "--to is ''"),
        ("freight --line DF4128=1 --to 'city=a\x07b'", "--to is 'city=a\\x07b'"),
        ("freight --line DF4128=1 --to 200 --warehouse ' '", "--warehouse is ' '"),
        ("freight --line DF4128=1 --to 200 --bill-to '\x1b[31m'", "--bill-to is"),
        ("freight --line 'DF\x1b4128=1' --to 200", "--line is"),
        ("renewal list --status half", "--status is 'half'; it should be open or closed"),
        ("renewal list --status Open --sub-status Void", "Future or Quote requested beside --status open"),
        ("renewal list --status closed --sub-status Nope", "Other or Cancelled beside --status closed"),
        (
            "return list --status Open,Bogus",
            "'Bogus'; it should be Open, Approved, Partially Approved, Denied or Voided; several with commas",
        ),
        ("return list --claim-status Open,", "--claim-status is ''; it should be Open, "),
        ("return list --reason '(DT1) Direct Ship billed, not shipped.'", "takes a comma as the end of a reason"),
        ("renewal list --sub-status Void", "beside --status"),
        ("deal expiring --within 36h", "whole days"),
        ("renewal expiring --within -1d", "whole days"),
        ("quote expiring --overdue soon", "whole days"),
        ("deal show ' '", "is no number of a deal"),
        ("invoice match --po A-1 --invoiced 7d", "say which orders in one way"),
        ("invoice match --po A-1 --tolerance -1", "--tolerance is '-1'"),
        ("freight --line DF4128=1", "say where it goes: --to"),
        ("freight --to 200", "say what goes: --line"),
        ("freight --line DF4128 --to 200", "--line is 'DF4128'"),
        ("freight --line DF4128=1 --to town=Salina --to zip=1", "there is no field 'town'"),
        ("freight --line DF4128=1 --to city=A --to CITY=B", "city is said twice"),
        ("freight --line DF4128=1 --to city=", "--to city is ''; it should be text that is not blank"),
        ("freight --line DF4128=1 --to 200 --body none.json", "--body FILE alone"),
        ("freight --body none.json", "none.json"),
        ("freight --body /dev/zero", "--body is '/dev/zero'; it should be a file of 1,000,000 bytes at most"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_a_call(named: Cli, line: str, said: str) -> None:
    assert named.server is not None
    calls = len(named.server.sandbox.exchanges)
    (ran,) = named.run_all(line)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(named.server.sandbox.exchanges) == calls


@pytest.mark.parametrize("line", ["quote show NOPE", "return show NOPE", "deal show NOPE", "renewal show 9"])
def test_what_is_not_there_is_no_fault_of_the_api(named: Cli, line: str) -> None:
    (ran,) = named.run_all(line)
    assert (ran.code, ran.out) == (1, "")
    assert "[not-found]" in ran.err
    assert ran.err.count("correlation ID") == 1


def refusal(status: int, message: str, **fields: str) -> ApiException:
    named = tuple(FieldError(name.replace("_", "-"), message=each) for name, each in fields.items())
    return ApiException(status, errors=[ErrorDetail(message, fields=named)])


@pytest.mark.parametrize(
    ("error", "is_told"),
    [
        (refusal(404, ""), True),
        (ApiException(404, body='{"errors": [{"message": "no such quote"}]}'), True),
        (ApiException(404, body='{"fault": {"faultstring": "Unable to identify proxy for path"}}'), False),
        (ApiException(404, body="<html>Not Found</html>"), False),
        (refusal(400, "Validation failed", quoteNumber="The quote was not found"), True),
        (refusal(422, "The quote does not exist"), True),
        (refusal(500, "Message :The remote server returned an error: (404) Not Found."), True),
        (refusal(500, "Host db17 not found"), False),
        (refusal(503, "The quote was not found"), False),
        (refusal(400, "Validation failed", IM_CustomerNumber="Customer number not found"), False),
        (refusal(400, "Validation failed", IM_ApplicationID="there is no such application"), False),
        (refusal(400, "IM-CountryCode: not found"), False),
    ],
)
def test_details_are_not_there_only_if_the_api_says_so_of_the_number(error: ApiException, is_told: bool) -> None:
    def call(_number: str) -> None:
        raise error

    api = SimpleNamespace(get_resellers_v6_quotes_with_http_info=call)
    session: Any = SimpleNamespace(family=lambda _name: api)
    with pytest.raises(CommandError if is_told else ApiException) as raised:
        show_details(session, QUOTES, "Q1", raw=False)
    assert is_told == str(raised.value).startswith("quote Q1 is not there: ")


def test_details_are_shown_whole_and_raw_is_the_body_itself(named: Cli) -> None:
    number = only(named, "invoice", "list", "--po", "A-1")["order_number"]
    shown, raw, lines = named.run_all(
        f"invoice show {number} --json", f"invoice show {number} --raw", "quote show " + QUOTE
    )
    body = valid("detail", shown.json)["body"]
    assert body["lines"][0]["unitPrice"] == "54.9"
    assert json.loads(raw.out)["lines"][0]["unitPrice"] == 54.9
    assert f"quoteNumber  {QUOTE}\n" in lines.out


def test_what_expires_is_told_for_each_family(named: Cli) -> None:
    deals, renewals, offers, none = named.run_all(
        "deal expiring --within 30d --json",
        "renewal expiring --within 20d --json",
        "quote expiring --within 45d --json",
        "quote expiring --within 0 --overdue 0",
    )
    standings = {(each["number"], each["standing"]) for each in valid("expiring", deals.json)["items"]}
    assert {("GRID-70001", "expired"), ("ACME-9001", "used_up"), ("ACME SPRING DISC", "expiring")} <= standings
    assert {each["number"] for each in valid("expiring", renewals.json)["items"]} >= {"4410002", "4410006"}
    assert all(each["kind"] == "quote" for each in valid("expiring", offers.json)["items"])
    assert (none.code, none.rows[1:]) == (0, [])


def test_what_could_not_be_read_is_named_once(named: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both lists of quotes have two without a number, and end before all came."""
    searched, links = quotes.answers.searched_quote, quotes.page_links
    unnamed: set[str] = set()

    def without_number(quote: Any, *more: Any) -> Any:
        if len(unnamed) < 2:
            unnamed.add(quote.number)
        return searched(quote, *more) | ({"quoteNumber": ""} if quote.number in unnamed else {})

    monkeypatch.setattr(quotes.answers, "searched_quote", without_number)
    monkeypatch.setattr(quotes, "page_links", lambda *args, **names: links(*args, **names) | {"recordsFound": 999})
    ran = named.run("quote", "expiring")
    assert "all the same: the rest of the quotes, 2 quotes without a number: the list ended after" in ran.err


# -- what was sent


MODELS: dict[str, type[Any]] = {
    "QUOTE": models.QuoteSearchResponseQuotesInner,
    "INVOICE": models.InvoiceSearchResponseInvoicesInner,
    "RETURN": models.ReturnsSearchResponseReturnsClaimsInner,
    "DEAL": models.DealsSearchResponseDealsInner,
    "RENEWAL": models.RenewalsSearchResponseRenewalsInner,
}


@pytest.mark.parametrize(
    ("family", "field", "sent", "told", "seen"),
    [
        ("RETURN", "created", "2026-11-27T11:55:15+00:00", "2026-11-27T11:55:15Z", "2026-11-27 20:55:15"),
        ("RETURN", "modified", "2026-11-27T20:25:15.5+08:30", "2026-11-27T11:55:15Z", "2026-11-27 20:55:15"),
        ("RETURN", "created", "2026-11-27T00:00:00-07:00", "2026-11-27T07:00:00Z", "2026-11-27 16:00:00"),
        ("RETURN", "created", "2026-11-27T11:55:15", "2026-11-27T11:55:15", "2026-11-27T11:55:15"),  # no zone is known
        ("DEAL", "expires", "2026-11-26T00:00:00", "2026-11-26", "2026-11-26"),
        ("RENEWAL", "expires", " 2026-11-26T00:00 ", "2026-11-26", "2026-11-26"),
        ("QUOTE", "expires", "2026-11-26T00:00:00Z", "2026-11-26", "2026-11-26"),
        ("QUOTE", "expires", "0001-01-01T00:00:00Z", None, ""),
        ("QUOTE", "expires", "0001-01-01", None, ""),
        ("INVOICE", "due", "2026-02-30T10:00:00Z", "2026-02-30T10:00:00Z", "2026-02-30T10:00:00Z"),
        ("INVOICE", "terms_due", "9999-12-31T23:59:59-10:00", "9999-12-31T23:59:59-10:00", "9999-12-31T23:59:59-10:00"),
        ("INVOICE", "invoiced", "end of month", "end of month", "end of month"),
        ("QUOTE", "name", "2026-11-26T00:00:00", "2026-11-26T00:00:00", "2026-11-26T00:00:00"),  # no time
    ],
)
def test_moments_are_in_utc_and_in_tables_local_and_a_day_stays_one(
    monkeypatch: pytest.MonkeyPatch, family: str, field: str, sent: str, told: str | None, seen: str
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    its: families.Family = getattr(families, family)
    item = MODELS[family].model_construct(**{its.values[field]: sent})
    shown = {mode: io.StringIO() for mode in (Mode.JSON, Mode.CSV, Mode.TABLE)}
    for mode, stream in shown.items():
        rows = Output(mode, stream=stream, fields=[field])
        rows.rows(f"{its.name}-list", [Column(field)], [its.row(item, {})], empty="")
    monkeypatch.undo()
    time.tzset()
    assert json.loads(shown[Mode.JSON].getvalue())["items"] == [{field: told}]
    assert shown[Mode.CSV].getvalue().splitlines()[1:] == [told or '""']
    assert "".join(shown[Mode.TABLE].getvalue().splitlines()[1:2]).strip() == seen


def test_amounts_are_those_of_the_text_whatever_form_the_answer_has() -> None:
    for body in (b'{"deals": [{"Quote_Total": 812.40}]}', b'[{"DEALS": [{"quoteTotal": "812.40"}]}]'):
        item = object()
        answer = SimpleNamespace(data=SimpleNamespace(deals=[item]), raw_data=body)
        api = SimpleNamespace(search_with_http_info=lambda answer=answer: answer)
        sent = Remembered(api, "search", "deals")
        api.search()
        assert "812.40" in sent.of(item).values()
        assert sent.of(object()) == {}


def test_foreign_text_of_details_is_data() -> None:

    body = body_of(b'{"a": "x\\u001b[31m", "b": [], "c": {"d": 1.50}, "e": [{"f": [{"g": true}]}], "h": ["p", "q"]}')
    shown = list(lines_of(body, Output(Mode.PLAIN, stream=io.StringIO())))
    assert shown == ["a  x\\x1b[31m", "c.d  1.50", "e 1  f.1.g true", "h  p q"]


def test_each_value_of_details_is_shown_whatever_it_stands_beside() -> None:
    body = {"n": [1, {"a": 1, "b": [2, [3], {"c": 4}]}, [5, {"d": False}], None, "x\x1b", {"e": None}], "m": [[6, 7]]}
    shown = list(lines_of(body, Output(Mode.PLAIN, stream=io.StringIO())))
    numbered = ["n 1  1", "n 2  a 1 · b.1 2 · b.2 3 · b.3.c 4", "n 3  1 5 · 2.d false", "n 4", "n 5  x\\x1b", "n 6"]
    assert shown == [*numbered, "m 1  6 7"]
