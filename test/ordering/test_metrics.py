"""The numbers of an account: counted from the ledger, as OpenMetrics text and as OpenTelemetry gauges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from desk_kit import SHORT, Clock, bound, ledger_url, order, sandbox
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

from xi.sdk.resellers.ordering import Ledger, LedgerError, NotSettledError, OrderDesk, Reason, State
from xi.sdk.resellers.ordering.errors import Fault
from xi.sdk.resellers.ordering.metrics import Metrics, openmetrics_text, otel_gauges, read_metrics
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.sandbox.state.quotas import RateLimit


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with sandbox(rate_limit=RateLimit(60)) as running:
        yield running


def some_orders(desk: OrderDesk, server: SandboxServer) -> None:
    """One is placed, one is planned, one is held, one is in doubt."""
    desk.place(order("PO-1"), wait=5)
    desk.plan(order("PO-2"))
    other = {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}
    server.sandbox.faults.add("drop_before", "create_v6")
    held = desk.place(order("PO-3", additionalAttributes=[other]), reuse="the first was lost", wait=60)
    assert held.reason is Reason.UNGUARDED
    desk.pause("prices are wrong")


def test_they_say_how_the_orders_of_the_account_are(desk: OrderDesk, server: SandboxServer) -> None:
    assert sum(desk.metrics().rows.values()) == 0
    some_orders(desk, server)
    with desk.ledger.transaction() as tx:
        tx.seen("host1/1")
    metrics = desk.metrics()
    assert {state: count for state, count in metrics.rows.items() if count} == {
        State.PLACED: 1,
        State.PLANNED: 1,
        State.HELD: 1,
    }
    assert (metrics.held[Reason.UNGUARDED], metrics.doubled, metrics.oldest_doubt_s) == (1, 0, 0.0)
    assert metrics.sends == {State.PLACED: 1, State.DOUBT: 1}
    assert (metrics.paused, metrics.pause, metrics.breaker_open) == (True, "ann: prices are wrong", False)
    assert 0 < max(metrics.quota_remaining.values()) < 60
    assert metrics.last_settled is not None
    assert metrics.workers == 1


def test_a_doubt_has_an_age_and_a_worker_that_has_gone_does_not_count(server: SandboxServer, tmp_path: Path) -> None:
    clock = Clock()
    with bound(server) as api:
        ledger = Ledger(ledger_url(tmp_path), clock=clock)
        desk = OrderDesk(api, ledger, settings=SHORT)
        with ledger.transaction() as tx:
            tx.seen("host1/1")
        server.sandbox.faults.add("drop_before", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1"), wait=0)
        clock.ahead = 400.0
        metrics = desk.metrics()
        assert (metrics.rows[State.DOUBT], metrics.workers) == (1, 0)
        assert 400 <= metrics.oldest_doubt_s < 410
        ledger.close()


def test_a_quota_that_calls_do_not_use_is_left_out(desk: OrderDesk) -> None:
    app = "app"
    with desk.ledger.transaction() as tx:
        tx.learn(app, "create", limit=60, remaining=10, reset_at=None, too_many=False)
        tx.learn(app, "search", limit=30, remaining=20, reset_at=None, too_many=False)
    metrics = read_metrics(desk.ledger, "20-222222", "US", app)
    assert metrics.quota_remaining == {"create": 10, "search": 20}  # and none for the whole app, since they differ


METRICS = Metrics(
    rows={State.PLACED: 187, State.DOUBT: 1},
    oldest_doubt_s=122.5,
    held={Reason.UNGUARDED: 1},
    doubled=2,
    sends={State.PLACED: 190},
    paused=False,
    pause=None,
    breaker_open=True,
    quota_remaining={"all": 12},
    last_settled=1_795_667_000.25,
    workers=2,
)


def test_openmetrics_text_has_the_documented_names() -> None:
    text = openmetrics_text(METRICS, exit_code=3, ended=1_795_667_001.0)
    samples = [each for each in text.splitlines() if not each.startswith("#")]
    assert samples == [
        'xi_orders_rows{state="placed"} 187',
        'xi_orders_rows{state="doubt"} 1',
        "xi_orders_oldest_doubt_seconds 122.5",
        'xi_orders_held{reason="unguarded"} 1',
        "xi_orders_doubled_total 2",
        'xi_orders_sends_total{outcome="placed"} 190',
        "xi_orders_paused 0",
        "xi_orders_breaker_open 1",
        'xi_orders_quota_remaining{bucket="all"} 12',
        "xi_orders_last_settled_timestamp_seconds 1795667000.25",
        "xi_orders_workers 2",
        "xi_orders_run_last_exit_code 3",
        "xi_orders_run_last_end_timestamp_seconds 1795667001",
    ]
    assert text.endswith("\n# EOF\n")
    assert "# TYPE xi_orders_doubled counter" in text
    assert "# TYPE xi_orders_held gauge" in text


def test_labels_of_the_caller_are_escaped_and_stand_before_ours() -> None:
    text = openmetrics_text(METRICS, labels={"account": 'a"b\\c\nd'})
    assert 'xi_orders_rows{account="a\\"b\\\\c\\nd",state="placed"} 187' in text
    assert "run_last" not in text


def collected(reader: InMemoryMetricReader) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    data: Any = reader.get_metrics_data()
    for resource in data.resource_metrics if data is not None else ():
        for scope in resource.scope_metrics:
            for metric in scope.metrics:
                points = metric.data.data_points
                found[metric.name] = {"/".join(map(str, each.attributes.values())): each.value for each in points}
    return found


def test_gauges_are_read_from_the_ledger_when_they_are_collected(
    desk: OrderDesk, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xi.sdk.resellers.ordering.metrics._KEPT_S", 0.0)
    reader = InMemoryMetricReader()
    provider = MeterProvider([reader])
    otel_gauges(desk, provider)
    assert collected(reader)["xi.orders.rows"]["placed"] == 0
    some_orders(desk, server)
    now = collected(reader)
    assert now["xi.orders.rows"]["placed"] == 1
    assert now["xi.orders.held"]["unguarded"] == 1
    assert now["xi.orders.paused"] == {"": 1.0}
    assert now["xi.orders.sends"]["placed"] == 1
    provider.shutdown()


def test_a_ledger_that_is_away_leaves_the_gauges_out(
    desk: OrderDesk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> Metrics:
        raise LedgerError("the database does not answer", Fault.AWAY)

    reader = InMemoryMetricReader()
    provider = MeterProvider([reader])
    otel_gauges(desk, provider)
    monkeypatch.setattr(desk, "measure", away)
    assert collected(reader) == {}
    assert caplog.messages == ["the metrics cannot be read: the database does not answer"]
    provider.shutdown()


def test_a_desk_tells_it_in_words_of_its_own(desk: OrderDesk) -> None:
    assert desk.last_batch() is None
    placed = desk.place(order("PO-1"), wait=60, batch="monday")
    desk.plan(order("PO-2"))
    desk.abandon("PO-2", because="a mistake")
    again = desk.plan(order("PO-2", 3), reuse="corrected", batch="tuesday")
    desk.pause("prices are wrong", by="ann")
    found = desk.overview()
    assert {state: count for state, count in found.states.items() if count} == {
        State.PLACED: 1,
        State.ABANDONED: 1,
        State.PLANNED: 1,
    }
    assert found.oldest == {State.PLANNED: again.planned}
    assert (found.needing, found.doubled, found.held) == ((), 0, {})
    assert found.pause is not None
    assert found.pause.because == "prices are wrong"
    assert found.last_settled is not None
    assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=1)
    assert desk.overview(batch="monday").states[State.PLANNED] == 0
    assert desk.last_batch() == "tuesday"
    assert [each.generation for each in desk.find_all("po-2")] == [1, 2]
    assert desk.find_all(placed.order_numbers[0]) == [placed]
    assert desk.find_all(again.key) == [again]
    assert desk.find_all("PO-3") == []
