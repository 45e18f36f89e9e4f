"""Dropping the content of old orders, so that it is really gone."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from care_kit import AT, everything, execute, filled, found, made, plan, send, settle

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError
from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._protocol import State

DAY = 86_400.0


def test_bodies_and_answers_of_settled_orders_go_and_what_identifies_them_stays(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        recent = settle(ledger, send(ledger, plan(ledger, "recent")), "20-R", at=AT + 2 * DAY)
        before = {entry.po: entry for entry, _ in everything(ledger)}
        with ledger.transaction() as tx:
            tx.note_webhook("e-1", b"12 Secret Street", "created", ["PLACED"], ["20-AAAAA-11"])
            (webhook,) = tx.waiting_webhooks(9)
            tx.webhook_done(webhook.id)
        execute(url, f"UPDATE xi_webhooks SET done_at = {AT}")
        written = everything(ledger)
        counted = ledger.redact(AT + DAY, dry_run=True)
        assert everything(ledger) == written, "a dry run drops nothing"
        redacted = ledger.redact(AT + DAY, by="ann", because="GDPR")
        assert counted == redacted
        assert (redacted.orders, redacted.events, redacted.webhooks) == (1, 1, 1)
        after = {entry.po: (entry, notes) for entry, notes in everything(ledger)}
        placed, notes = after["placed"]
        assert placed == replace(before["placed"], body=None, version=before["placed"].version + 1)
        assert placed.row.numbers == ("20-AAAAA-11", "20-AAAAB-11")
        assert [(each.raw, each.says) for each in notes] == [(None, None), (None, None), (None, "placed")]
        for po in ("planned", "doubt", "held"):
            assert after[po][0] == before[po], "an order that is not settled keeps everything"
        assert after["recent"][0] == recent
        assert after["recent"][1][-1].raw is not None
        assert execute(url, "SELECT length(body) FROM xi_webhooks")[0][0] == 0
        assert ledger.check() == []
        assert ledger.redact(AT + DAY) == replace(redacted, orders=0, events=0, webhooks=0)


def test_an_order_that_is_still_looked_for_keeps_its_body(url: str) -> None:
    with made(url) as ledger:
        entry = send(ledger, plan(ledger, "closed"))
        row = replace(entry.row, state=State.NOT_PLACED, lease=None, settled_at=AT + 2, held_at=AT + 2, due=AT + 3_600)
        with ledger.transaction() as tx:
            tx.write(entry, Note(at=AT + 2, kind="person", state="not_placed"), row=row)
        assert ledger.redact(AT + DAY).orders == 0
        kept = found(ledger, "closed")
        assert kept is not None
        assert kept.body is not None


def test_nothing_of_it_is_left_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "orders.db"
    with made(str(file)) as ledger:
        for number in range(50):
            settle(ledger, send(ledger, plan(ledger, f"PO-{number}")), f"20-{number}")
        files = [file, tmp_path / "orders.db-wal", tmp_path / "orders.db-shm"]
        assert any(b"Secret Street" in each.read_bytes() for each in files), "else this test shows nothing"
        ledger.redact(AT + DAY)
        for each in files:
            assert b"Secret Street" not in each.read_bytes(), each
        with closing(Ledger(file)) as other:
            assert len(everything(other)) == 50


def test_a_file_that_another_program_is_reading_is_said_to_keep_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from xi.sdk.resellers.ordering.ledger import _copying

    monkeypatch.setattr(_copying, "BUSY_S", 0.1)
    file = tmp_path / "orders.db"
    with made(str(file)) as ledger, closing(Ledger(file)) as other:
        settle(ledger, send(ledger, plan(ledger, "placed")), "20-1")
        with other.reading() as tx:
            assert tx.find("20-222222", "US", "PLACED") is not None
            with pytest.raises(LedgerError, match="again") as raised:
                ledger.redact(AT + DAY)
        assert raised.value.fault is Fault.LOCKED
        assert b"Secret Street" in (tmp_path / "orders.db-wal").read_bytes()
        ledger.redact(AT + DAY)
        assert b"Secret Street" not in (tmp_path / "orders.db-wal").read_bytes()


def test_a_day_in_the_future_is_refused(tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db")) as ledger, pytest.raises(ApiValueError, match="before is 2999"):
        ledger.redact(datetime(2999, 1, 1, tzinfo=UTC))
