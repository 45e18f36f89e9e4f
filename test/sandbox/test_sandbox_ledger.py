"""The ledger on the page: what is read of it, in which order, and what becomes of the page while it cannot be read."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import urllib3
from care_kit import AT, KINDS, body, new, place

from xi.sdk.resellers.cli.ledger_view import LedgerView
from xi.sdk.resellers.ordering import Ledger, State
from xi.sdk.resellers.ordering._entries import Note, Pause, RejectedPart
from xi.sdk.resellers.ordering._protocol import Reason, Row
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.http.ledger_view import NEEDS_PERSON, LedgerAwayError, LedgerOrder

PLACED = 50
KEY = "20-222222/US/{}/1"


def fill(url: str) -> None:
    """Make a ledger: 50 placed orders, two held, one doubled, one in doubt, one rejected, and 5 planned in one go."""
    at = (AT + count for count in range(1_000))
    with closing(Ledger.init(url, environment="local")) as ledger, ledger.transaction() as tx:

        def add(po: str, row: Row, **more: Any) -> None:
            moment = next(at)
            # What is sent at once has no event `planned`.
            first = Note(at=moment, kind="intent", state="sending", by="ann", correlation_id="c" * 32)
            entry = tx.insert(new(po, row, planned_at=moment, **more), first)
            tx.note(
                entry, Note(at=moment + 0.5, kind="answer", state=str(row.state), status=201, says=more.get("says"))
            )

        for count in range(PLACED):
            row = Row(state=State.PLACED, sends=1, numbers=(f"20-{count:05}",), settled_at=AT)
            add(f"ACME-{count:04}", row, batch=f"batch {count % 2}")
        add("HELD-1", Row(state=State.HELD, reason=Reason.UNGUARDED, held_at=AT, sends=1), says="not found")
        add("it's <HELD> 2", Row(state=State.HELD, reason=Reason.TOO_OLD, held_at=AT, sends=1))
        add("TWICE", Row(state=State.PLACED, numbers=("20-TWO01", "20-TWO02"), doubled=True, sends=2))
        add("DOUBT-1", Row(state=State.DOUBT, doubt_since=AT + 60, due=AT + 70, sends=1))
        rejected = (RejectedPart(line="2", part="DF4128", reason="discontinued"),)
        add("NO-1", Row(state=State.REJECTED, sends=1), body=body("NO-1", 2, 7), rejected=rejected, ref={"erp": "77"})
        planned = [new(f"LATER-{count}", planned_at=next(at), batch="later") for count in range(5)]
        tx.insert_all(planned)


NEWEST = [f"LATER-{count}" for count in range(4, -1, -1)]
NEWEST += ["NO-1", "DOUBT-1", "TWICE", "it's <HELD> 2", "HELD-1", *(f"ACME-{count:04}" for count in range(49, -1, -1))]


@contextmanager
def view_of(url: str, **options: Any) -> Iterator[LedgerView]:
    with closing(LedgerView(url, **{"patience": 60.0, **options})) as view:
        yield view


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with place(request.param, tmp_path) as url:
        fill(url)
        yield url


@pytest.fixture
def file(tmp_path: Path) -> str:
    fill(str(tmp_path / "orders.db"))
    return str(tmp_path / "orders.db")


def test_all_rows_are_read_page_by_page_the_newest_first(url: str) -> None:
    def pages(state: str, text: str = "") -> list[str]:
        found: list[str] = []
        while taken := view.rows(state, text, len(found), 7):
            assert len(taken) <= 7
            found += [row.po for row in taken]
        return found

    with view_of(url) as view:
        assert pages("") == NEWEST
        assert pages("placed") == ["TWICE", *NEWEST[10:]]
        assert pages("planned") == NEWEST[:5]
        assert pages("held") == ["it's <HELD> 2", "HELD-1"]
        assert pages(NEEDS_PERSON) == ["TWICE", "it's <HELD> 2", "HELD-1"]
        assert pages("", "held") == ["it's <HELD> 2", "HELD-1"]
        assert pages("", "Batch 1") == [f"ACME-{count:04}" for count in range(49, -1, -2)]
        assert pages("placed", "acme-001") == [f"ACME-001{count}" for count in range(9, -1, -1)]
        assert pages("", "20-two02") == ["TWICE"]
        assert pages("held", "20-two02") == []


def test_counts_say_what_needs_a_person_for_all_rows_and_for_a_search(url: str) -> None:
    with view_of(url) as view:
        counts = dict(view.counts())
        assert {each: counts[each] for each in State if each in counts} == {
            "held": 2,
            "doubt": 1,
            "planned": 5,
            "rejected": 1,
            "placed": 51,
        }
        assert counts[NEEDS_PERSON] == 3
        assert view.counts("held")[NEEDS_PERSON] == 2
        assert view.counts("20-TWO01")[NEEDS_PERSON] == 1
        assert view.counts("acme")["placed"] == 50


def test_the_overview_says_why_nothing_is_sent_and_how_old_the_doubt_is(url: str) -> None:
    with view_of(url) as view:
        first = view.overview()
        assert (dict(first.held), first.doubled, list(first.pauses)) == ({"too_old": 1, "unguarded": 1}, 1, [])
        assert first.oldest_doubt == datetime.fromtimestamp(AT + 60, UTC)
        assert (first.environment, first.distrusted_since) == ("local", None)
        assert first.last_event is not None
        with closing(Ledger(url)) as ledger, ledger.transaction() as tx:
            tx.set_pause(Pause(because="prices", by="ann", at=AT))
            tx.set_pause(Pause(because="401", by=None, at=AT, by_itself=True), "20-222222", "US")
            tx.seen("host1")
        # The account's own pause goes before that of all accounts.
        assert {each.because for each in view.overview().pauses} == {"prices", "401"}
        assert list(view.overview().workers) == ["host1"]


def test_an_order_is_read_with_its_lines_and_every_event(url: str) -> None:
    with view_of(url) as view:
        order = view.row(KEY.format("NO-1"))
        assert isinstance(order, LedgerOrder)
        assert [(each.part, each.quantity, each.rejected) for each in order.lines] == [
            ("DF4128", "2", None),
            ("DF4128", "7", "discontinued"),
        ]
        assert [(each.kind, each.state, each.by) for each in order.events] == [
            ("intent", "sending", "ann"),
            ("answer", "rejected", None),
        ]
        assert dict(order.ref) == {"erp": "77"}
        assert view.row("no\0thing") is None
        assert [row.state for row in view.under("20-222222", "US", "no-1")] == ["rejected"]
        assert view.under("20-999999", "US", "no-1") == []


def test_what_is_searched_for_is_never_a_part_of_the_query(url: str) -> None:
    with view_of(url) as view:
        for text in ("' OR '1'='1", "x\\' OR 1=1 --", "x%y_z", "x\0", "ACME%'); DROP"):
            assert view.rows("", text, 0, 25) == []
            assert view.counts(text).get("placed", 0) == 0
        assert [row.po for row in view.rows("", "it's <", 0, 25)] == ["it's <HELD> 2"]
        assert view.counts()["placed"] == 51


def test_nothing_is_written_about_orders_and_nothing_is_migrated(file: str) -> None:
    def content() -> list[Any]:
        with closing(sqlite3.connect(file)) as connection:
            return [line for line in connection.iterdump() if 'INSERT INTO "xi_meta"' not in line]

    before = content()
    with view_of(file) as view:
        view.version(), view.overview(), view.rows("", "", 0, 25), view.row(KEY.format("NO-1"))
        assert content() == before
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE xi_meta SET version = 0")
        connection.commit()
    with view_of(file) as view:
        with pytest.raises(LedgerAwayError, match=r"has version 0 of its tables.*xi-orders ledger migrate"):
            view.rows("", "", 0, 25)
        assert content() == before
    assert [each.name for each in Path(file).parent.iterdir() if "migrat" in each.name] == []


def test_a_ledger_may_come_later_and_another_one_may_take_its_place(tmp_path: Path) -> None:
    path = tmp_path / "orders.db"
    with view_of(str(path)) as view:
        for ask in (view.overview, view.counts, lambda: view.rows("", "", 0, 25), lambda: view.row("k")):
            with pytest.raises(LedgerAwayError, match="there is no ledger"):
                ask()
        assert view.version().startswith("away: there is no ledger")
        fill(str(path))
        assert view.counts()["placed"] == 51
        for each in tmp_path.iterdir():
            each.unlink()
        with pytest.raises(LedgerAwayError, match=r"no longer there|there is no ledger"):
            view.counts()
        with closing(Ledger.init(str(path), environment="local")):
            assert view.counts() == {"doubled": 0, NEEDS_PERSON: 0}
    other = tmp_path / "other"
    other.write_text("something else, and longer than the header of a database would be" * 20)
    with view_of(str(other)) as view, pytest.raises(LedgerAwayError, match="it is no SQLite file"):
        view.counts()


def test_a_ledger_that_is_held_by_another_program_does_not_hold_the_page(file: str) -> None:
    with view_of(file, patience=1.0) as view, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerAwayError, match=r"has not answered within 1 s"):
            view.overview()
        # While one thread waits for the ledger, the others are told at once.
        began = time.monotonic()
        for _ in range(20):
            assert view.version().startswith("away: ")
        assert time.monotonic() - began < 20 * 1.0
        other.execute("ROLLBACK")
        deadline = time.monotonic() + 60
        while view.version().startswith("away: ") and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not view.version().startswith("away: ")


def test_the_version_changes_with_each_event_and_each_pause(file: str) -> None:
    with view_of(file) as view, closing(Ledger(file)) as ledger:

        def version() -> tuple[str, str]:
            event, _, pauses = view.version().split()
            return event, pauses

        before = version()
        assert version() == before
        with ledger.transaction() as tx:
            tx.insert(new("NEW-1"), Note(at=AT, kind="planned", state="planned"))
        after = version()
        assert after[0] != before[0]
        with ledger.transaction() as tx:
            tx.set_pause(Pause(because="prices", by="ann", at=AT))
        assert version()[1] != after[1]


def answered(server: SandboxServer, path: str, status: int = 200) -> str:
    with urllib3.PoolManager(retries=False, timeout=60) as http:
        answer = http.request("GET", server.url + path)
        assert answer.status == status
        return answer.data.decode()


def test_the_page_shows_the_ledger_only_if_one_was_given(file: str) -> None:
    with SandboxServer() as server:
        assert 'href="/ledger"' not in answered(server, "/")
        assert "xi-orders sandbox --ledger URL" in answered(server, "/ledger")
        answered(server, "/ledger/order?key=x", 404)
    with view_of(file) as view, SandboxServer(ledger=view) as server:
        assert 'id="to-ledger" href="/ledger"' in answered(server, "/")
        first = answered(server, "/ledger")
        assert first.index("it&#39;s &lt;HELD&gt; 2") < first.index(">LATER-4<")
        assert "xi-orders history &#39;it" in first
        assert "26 to 50 of 60 orders" in answered(server, "/ledger?page=2")
        assert "51 orders" in answered(server, "/ledger?show=Placed&page=1").replace("1 to 25 of ", "")
        assert "There is no order none in the ledger." in answered(server, "/ledger/order?key=none", 404)


def test_an_order_of_the_sandbox_and_its_row_lead_to_each_other(file: str) -> None:
    from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi
    from xi.sdk.resellers.ordering import OrderDesk

    with view_of(file) as view, SandboxServer(Sandbox(access_tokens={"t"}), ledger=view) as server:
        configuration = Configuration(server.url, access_token="t", account=Account("20-222222", "US"))
        with ApiClient(configuration) as client, closing(Ledger(file)) as ledger:
            desk = OrderDesk(OrdersApi(client).bound(), ledger)
            pulse = answered(server, "/pulse").partition("\n")[0]
            (number,) = desk.place(
                {"customerOrderNumber": "a/b?c=d&e", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
            ).order_numbers
            assert answered(server, "/pulse").partition("\n")[0] != pulse
            link = "/ledger/order?key=20-222222/US/A/B%3FC%3DD%26E/1"
            assert f'<a href="{link}">PO a/b?c=d&amp;e</a>' in answered(server, f"/orders/{number}")
            assert f'<a class="whole" href="/orders/{number}">{number}</a>' in answered(server, link)


def test_pages_say_that_the_ledger_cannot_be_read_and_the_sandbox_goes_on(file: str) -> None:
    with view_of(file) as view, SandboxServer(ledger=view) as server:
        Path(file).rename(f"{file}.away")
        for path in ("/ledger", f"/ledger/order?key={KEY.format('NO-1')}"):
            assert "no longer there" in answered(server, path) or "there is no ledger" in answered(server, path)
        assert " away: " in answered(server, "/pulse")
        assert "<h1>Orders</h1>" in answered(server, "/")
        Path(f"{file}.away").rename(file)
        assert ">LATER-4<" in answered(server, "/ledger")
