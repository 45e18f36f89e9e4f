"""10,000 orders in doubt are cleared under a quota of 60 calls a minute, on a clock that jumps; see `tox -e kill`."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from desk_kit import ACCOUNT, bound

from xi.sdk.resellers.ordering import Kind, Ledger, OrderDesk, Settings, State
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Stop
from xi.sdk.resellers.ordering._entries import NewEntry
from xi.sdk.resellers.ordering._loops import Ended
from xi.sdk.resellers.ordering._pools import Threads
from xi.sdk.resellers.ordering._protocol import Row
from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN

ORDERS = 10_000
LOST_EVERY = 200
"""Each so many-th order was not acted on: no page shows it, and it has to be sent again."""
CHUNK = 500
SETTINGS = Settings()
OPEN = (State.PLANNED, State.SENDING, State.DOUBT, State.ACCEPTED)
CALLS_A_MINUTE = 60
LONGEST_H = 3.5
"""Each order in doubt needs its details: 10,000 take 2.8 hours at the least. Pages take the place of the searches."""


class Clock:
    """A clock that jumps to the end of each wait, so that a wait takes no time.

    A thread waits from the moment that it has read last: other threads may have jumped since, while it waited too.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = datetime.now(UTC).timestamp()
        self._seen = threading.local()

    def __call__(self) -> float:
        self._seen.at = self._now
        return self._seen.at

    def moment(self) -> datetime:
        return datetime.fromtimestamp(self._now, UTC)

    def wait(self, seconds: float) -> None:
        self.jump(getattr(self._seen, "at", self._now) + seconds)

    def jump(self, until: float) -> None:
        with self._lock:
            self._now = max(self._now, until)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock of all waits of the desk."""
    made = Clock()

    def wait(stop: Stop, seconds: float) -> bool:
        made.wait(seconds)
        return stop.is_set()

    take: Callable[[Threads, float], Ended | None] = Threads.take

    def take_or_jump(pool: Threads, seconds: float) -> Ended | None:
        if pool.out or pool.has_ended:
            return take(pool, min(seconds, 0.05))
        made.wait(seconds)
        return None

    monkeypatch.setattr(Stop, "wait", wait)
    monkeypatch.setattr(Threads, "take", take_or_jump)
    monkeypatch.setattr(turns, "time", SimpleNamespace(monotonic=made))
    return made


def order_of(number: int) -> dict[str, object]:
    line = {"customerLineNumber": "1", "ingramPartNumber": "TSXML1", "quantity": 1}
    return {"customerOrderNumber": f"DOUBT-{number:05d}", "lines": [line]}


def add_doubts(desk: OrderDesk, sandbox: Sandbox, now: float) -> None:
    """Write orders down as they are after a create without an answer, and place most of them."""
    from xi.sdk.resellers.sandbox.operations.operation import run
    from xi.sdk.resellers.sandbox.operations.table import NAMED
    from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

    headers = {
        "authorization": f"Bearer {TOKEN}",
        "im-customernumber": ACCOUNT.customer_number,
        "im-countrycode": ACCOUNT.country_code,
        "im-correlationid": "0" * 32,
    }
    row = Row(
        kind=Kind.V6,
        state=State.DOUBT,
        sends=1,
        doubts=1,
        first_send=now,
        doubt_since=now,
        quiet_until=now + SETTINGS.quiet,
        due=now + SETTINGS.looks[0],
    )
    for first in range(0, ORDERS, CHUNK):
        entries: list[NewEntry] = []
        for number in range(first, first + CHUNK):
            if number % LOST_EVERY:
                made = run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), order_of(number), method="POST"))
                assert made.status == 201
            filing = desk.check(order_of(number))
            entries.append(
                NewEntry(
                    customer=filing.customer,
                    country=filing.country,
                    po=filing.po,
                    folded=filing.folded,
                    generation=1,
                    app=desk._context.app,
                    body=filing.body,
                    fingerprint=filing.fingerprint,
                    planned_at=now,
                    row=row,
                )
            )
        with desk.ledger.transaction() as tx:
            tx.insert_all(entries)


@pytest.mark.timeout(600)
def test_10000_doubts_are_cleared_by_pages_in_a_stated_time(tmp_path: Path, clock: Clock):
    limit = RateLimit(calls=CALLS_A_MINUTE, window=60.0, app_wide=False)
    sandbox = Sandbox(access_tokens={TOKEN}, policy=Policy(rate_limit=limit), clock=clock.moment)
    ledger = Ledger(f"sqlite:///{tmp_path / 'orders.db'}", clock=clock)
    with SandboxServer(sandbox) as server, bound(server) as api:
        desk = OrderDesk(api, ledger)
        desk._context = replace(desk._context, monotonic=clock)
        began = ended = clock()
        add_doubts(desk, sandbox, began)
        sandbox.answered.clear()
        while next(desk.rows(state=OPEN, limit=1), None) is not None:
            desk.work(until="idle")
            ended = clock()
            with ledger.reading() as tx:
                due = tx.next_due(ACCOUNT.customer_number, ACCOUNT.country_code)
            clock.jump(began if due is None else due)
        hours = (ended - began) / 3_600
        states = {state: sum(1 for _ in desk.rows(state=state)) for state in State}
        placed = sandbox.placements()
        answered = dict(sandbox.answered)
        ledger.close()
    sys.stdout.write(f"{ORDERS:,} doubts at {CALLS_A_MINUTE} calls a minute: {hours:.2f} hours; calls: {answered}\n")
    assert {state: count for state, count in states.items() if count} == {State.PLACED: ORDERS}
    assert set(placed.values()) == {1}
    assert len(placed) == ORDERS
    assert answered["create_v6", 201] == ORDERS // LOST_EVERY
    assert sum(count for (_, status), count in answered.items() if status == 429) <= 1
    assert hours <= LONGEST_H
