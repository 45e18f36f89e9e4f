"""Whether a ledger is trusted to know of all orders."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from care_kit import AT, Clock, doubt, everything, execute, filled, found, made, plan, send

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import Ledger
from xi.sdk.resellers.ordering._entries import Distrust

DAY = 86_400.0
NOW = AT + 10 * DAY


def distrusted(ledger: Ledger) -> Distrust | None:
    with ledger.reading() as tx:
        return tx.distrusted()


def test_a_new_ledger_of_production_is_not_trusted_for_20_days(tmp_path: Path) -> None:
    clock = Clock(AT)
    with made(str(tmp_path / "orders.db"), "production", clock=clock) as ledger:
        assert distrusted(ledger) == Distrust(since=AT - 20 * DAY, at=AT, doubtful=False)
        clock.now = AT + 20 * DAY - 1
        assert distrusted(ledger) is not None
        clock.now = AT + 20 * DAY
        assert distrusted(ledger) is None


@pytest.mark.parametrize(("environment", "trusted"), [("production", True), ("sandbox", False), ("local", False)])
def test_other_new_ledgers_are_trusted(environment: str, trusted: bool, tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db"), environment, trusted=trusted) as ledger:
        assert distrusted(ledger) is None


def test_a_ledger_without_an_environment_is_not_trusted_once_it_is_used_for_production(tmp_path: Path) -> None:
    with closing(Ledger.init(tmp_path / "orders.db")) as ledger:
        ledger.open("production")
        assert distrusted(ledger) is not None


def test_distrust_makes_each_order_that_is_not_sent_be_looked_for_first(url: str) -> None:
    with made(url, clock=Clock(NOW)) as ledger:
        filled(ledger)
        before = {entry.po: entry for entry, _ in everything(ledger)}
        ledger.distrust(AT - 60, quiet=180, by="ann", because="disk lost")
        assert distrusted(ledger) == Distrust(since=AT - 60, at=NOW, doubtful=True)
        after = {entry.po: (entry, notes) for entry, notes in everything(ledger)}
    planned, notes = after["planned"]
    assert (planned.row.search_first, planned.row.trusted_from, planned.row.doubts) == (AT - 60, NOW + 180, 1)
    assert planned.version == before["planned"].version + 1
    assert (notes[-1].kind, notes[-1].state, notes[-1].by, notes[-1].because) == (
        "person",
        "planned",
        "ann",
        "disk lost",
    )
    in_doubt = after["doubt"][0]
    assert in_doubt.row.quiet_until == NOW + 180, "a send that was lost may have been made a moment ago"
    assert in_doubt.version == before["doubt"].version + 1
    assert after["placed"][0] == before["placed"]
    assert after["held"][0] == before["held"]


def test_a_second_distrust_reaches_back_as_far_as_the_first(url: str) -> None:
    clock = Clock(NOW)
    with made(url, clock=clock) as ledger:
        plan(ledger, "planned")
        ledger.distrust(AT, quiet=180)
        clock.now += 60
        ledger.distrust(AT + 50, quiet=180)
        assert distrusted(ledger) == Distrust(since=AT, at=NOW + 60, doubtful=True)
        entry = found(ledger, "planned")
    assert entry is not None
    assert (entry.row.search_first, entry.row.trusted_from) == (AT, NOW + 240)


def test_distrust_and_trust_move_the_row_on_so_that_a_worker_that_holds_an_old_copy_cannot_send(url: str) -> None:
    from xi.sdk.resellers.ordering.ledger import MovedOn

    with made(url) as ledger:
        entry = plan(ledger, "planned")
        ledger.distrust(AT)
        with pytest.raises(MovedOn):
            send(ledger, entry)


def test_trust_ends_it_and_what_was_in_doubt_before_stays_in_doubt(url: str) -> None:
    with made(url, "production", clock=Clock(NOW)) as ledger:
        plan(ledger, "planned")
        doubt(ledger, send(ledger, plan(ledger, "doubt")))
        ledger.distrust(AT)
        ledger.trust(by="ann", because="compared with the ERP")
        assert distrusted(ledger) is None
        (planned, notes), (in_doubt, _) = everything(ledger)
        assert (planned.row.search_first, planned.row.trusted_from, planned.row.doubts) == (None, None, 0)
        assert (notes[-1].by, notes[-1].because) == ("ann", "compared with the ERP")
        assert in_doubt.row.doubts == 1
        assert ledger.check() == []
    acts = execute(url, 'SELECT kind, "by", because FROM xi_acts ORDER BY id')
    assert [kind for kind, *_ in acts] == ["distrust", "trust"]
    assert tuple(acts[1]) == ("trust", "ann", "compared with the ERP")


@pytest.mark.parametrize(
    ("since", "moment"),
    [
        (AT, AT),
        (int(AT), AT),
        (datetime(2026, 9, 21, tzinfo=UTC), 1_789_948_800.0),
        (date(2026, 9, 21), 1_789_948_800.0),
    ],
)
def test_a_moment_is_said_in_seconds_or_as_a_time_or_as_a_day(since: Any, moment: float, tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db")) as ledger:
        ledger.distrust(since)
        assert distrusted(ledger) is not None
        assert ledger.info().distrust.since == moment  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("since", "error"),
    [
        (datetime(2026, 9, 21), ApiValueError),  # noqa: DTZ001 - it is refused
        ("yesterday", ApiTypeError),
        (True, ApiTypeError),
        (NOW + 1, ApiValueError),
    ],
)
def test_a_moment_that_is_unclear_or_in_the_future_is_refused(
    since: Any, error: type[Exception], tmp_path: Path
) -> None:
    with made(str(tmp_path / "orders.db"), clock=Clock(NOW)) as ledger:
        with pytest.raises(error, match="since"):
            ledger.distrust(since)
        assert distrusted(ledger) is None
