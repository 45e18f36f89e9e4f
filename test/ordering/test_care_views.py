"""The views of a ledger, and queries over them that only read."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from care_kit import AT, body, execute, filled, made, new, place, plan

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError

KEY = "20-222222/US/%s/1"


def moment(seconds: float, url: str) -> object:
    at = datetime.fromtimestamp(seconds, UTC)
    return at if "://" in url else at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_orders_lines_events_and_batches_are_there_for_people(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        plan(ledger, "two", body=body("two", 3, 40))
        query = (
            "SELECT key, po, state, order_numbers, sends, total, currency, batch, planned_at, settled_at FROM orders "
            "WHERE po = 'placed'"
        )
        assert list(ledger.sql(query)) == [
            (
                KEY % "PLACED",
                "placed",
                "placed",
                "20-AAAAA-11 20-AAAAB-11",
                1,
                "812.40",
                "USD",
                "b1",
                moment(AT, url),
                moment(AT + 2, url),
            )
        ]
        lines = ledger.sql(
            "SELECT key, position, line, part, vendor_part, quantity FROM lines WHERE po = 'two' ORDER BY 2"
        )
        assert lines.columns == ("key", "position", "line", "part", "vendor_part", "quantity")
        assert list(lines) == [(KEY % "TWO", 1, "1", "DF4128", "V-1", 3), (KEY % "TWO", 2, "2", "DF4128", "V-1", 40)]
        events = ledger.sql("SELECT kind, state, status, at FROM events WHERE po = 'placed' ORDER BY id")
        assert list(events) == [
            ("planned", "planned", None, moment(AT, url)),
            ("intent", "sending", None, moment(AT + 1, url)),
            ("answer", "placed", 201, moment(AT + 2, url)),
        ]
        batches = ledger.sql("SELECT batch, source_file, orders, planned, placed, held, first_planned FROM batches")
        assert list(batches) == [("b1", "orders.csv", 2, 1, 1, 0, moment(AT, url))]


def test_other_programs_read_the_views_by_their_full_names(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
    for view, count in (("orders", 4), ("lines", 4), ("events", 11), ("batches", 1)):
        assert execute(url, f"SELECT count(*) FROM xi_{view}")[0][0] == count


def test_a_body_without_lines_does_not_break_the_views(url: str) -> None:
    with made(url) as ledger:
        for number, lines in enumerate((b"", b',"lines":null', b',"lines":[]', b',"notes":"\\u0000","lines":[]')):
            plan(ledger, f"odd-{number}", body=b'{"quoteNumber":"Q-1"%s}' % lines)
        plan(ledger, "redacted", body=None)
        plan(ledger, "v7", body=b'{"lines":[{"ingramPartNumber":"A","quantity":"2"}]}')
        assert list(ledger.sql("SELECT po, line, quantity FROM lines")) == [("v7", None, 2)]


def test_a_query_can_have_its_own_names_and_percent_signs(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        query = "WITH p AS (SELECT * FROM orders WHERE po LIKE 'p%d') SELECT count(*) AS n FROM p; -- all of them\n"
        query = query.replace(" -- all of them\n", "")
        rows = ledger.sql(query)
        assert (rows.columns, list(rows)) == (("n",), [(2,)])


WRONG = (
    "DELETE FROM xi_entries",
    "UPDATE xi_meta SET version = 9 RETURNING version",
    "INSERT INTO xi_acts (at, kind, says) VALUES (1, 'a', 'b')",
    "DROP TABLE xi_entries",
    "CREATE TABLE other (a INTEGER)",
    "PRAGMA query_only=OFF",
    "ATTACH 'other.db' AS other",
    "SELECT 1; DELETE FROM xi_entries",
    "COMMIT",
    "SELECT * FROM nowhere",
    "SELECT",
    "",
)


def test_a_query_that_would_write_or_is_wrong_is_refused(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        for query in WRONG:
            with pytest.raises(ApiValueError, match="one SELECT over orders"):
                list(ledger.sql(query))
        assert len(list(ledger.sql("SELECT * FROM orders"))) == 4
        assert ledger.check() == []


def test_a_query_that_ends_its_own_connection_is_an_error_of_the_ledger(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url, made(url) as ledger:
        for _ in range(2):
            with pytest.raises(LedgerError, match="the database does not answer") as caught:
                list(ledger.sql("SELECT pg_terminate_backend(pg_backend_pid())"))
            assert caught.value.fault is Fault.AWAY
        assert list(ledger.sql("SELECT 1")) == [(1,)]


def test_a_query_needs_no_other_program_that_has_the_ledger_open(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
    with closing(Ledger(url)) as ledger:
        assert list(ledger.sql("SELECT count(*) FROM orders")) == [(4,)]


def test_a_long_query_keeps_nobody_from_acts_on_the_ledger(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        with ledger.sql("SELECT * FROM orders") as rows:
            next(rows)
            ledger.distrust(AT)
            assert len(list(rows)) == 3


def test_a_write_that_is_hidden_in_a_query_is_refused(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url, made(url) as ledger:
        plan(ledger, "planned")
        for query in (
            "WITH gone AS (DELETE FROM xi_notes RETURNING id) SELECT * FROM gone",
            "SELECT nextval('xi_notes_id_seq')",
            "SELECT set_config('transaction_read_only', 'off', true)",
        ):
            with pytest.raises((ApiValueError, LedgerError)):
                list(ledger.sql(query))
        assert execute(url, "SELECT count(*) FROM xi_notes") == [(1,)]


def test_an_access_token_is_not_read_with_a_query_on_a_file(tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db")) as ledger, pytest.raises(ApiValueError, match="prohibited"):
        ledger.sql("SELECT token FROM xi_tokens")


def test_rows_are_read_as_they_are_wanted(url: str) -> None:
    with made(url) as ledger:
        with ledger.transaction() as tx:
            tx.insert_all([new(f"PO-{number}") for number in range(60)])
        endless = "SELECT a.po FROM orders a, orders b, orders c, orders d, orders e, orders f"
        with ledger.sql(endless) as rows:
            assert len(next(rows)) == 1
        if "://" not in url:
            plan(ledger, "after")


def test_a_ledger_that_was_moved_is_still_read(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        execute(url, "UPDATE xi_meta SET moved_to = 'elsewhere'")
        assert len(list(ledger.sql("SELECT * FROM orders"))) == 4


def test_a_ledger_that_is_not_there_is_named(url: str) -> None:
    with closing(Ledger(url)) as ledger, pytest.raises(LedgerError) as raised:
        ledger.sql("SELECT * FROM orders")
    assert raised.value.fault is Fault.MISSING
