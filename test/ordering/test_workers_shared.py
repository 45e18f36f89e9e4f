"""What workers on several machines share through the ledger: the rate limit and the access token."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from desk_kit import creates, order, sandbox
from postgres_kit import database
from workers_kit import are_settled, check_each_once, desk_at, procrastinate_workers, program, until

from xi.sdk.resellers.sandbox import RateLimit

CALLS, SECONDS = 30, 60
WATCHED_S = 10.0


def test_four_workers_stay_within_one_rate_limit(tmp_path: Path) -> None:
    limit = RateLimit(calls=CALLS, window=SECONDS, every_method=True, reset="wait")
    with (
        database() as url,
        sandbox(rate_limit=limit) as service,
        procrastinate_workers(tmp_path, service, url, 4),
        desk_at(service, url) as desk,
    ):
        # The quota is renewed five seconds from now, so that the test sees the end of a window.
        now = service.sandbox.now().timestamp()
        service.sandbox.clock.advance(seconds=(SECONDS - 5 - now) % SECONDS)
        first = time.monotonic()
        desk.place(order("PO-0"))  # the answer says what the limit is
        for number in range(1, 2 * CALLS):
            desk.plan(order(f"PO-{number}"))
        until(lambda: len(creates(service)) > 1)
        began = time.monotonic()
        until(lambda: time.monotonic() - began > WATCHED_S and len(creates(service)) >= 4)
        statuses = Counter(each.status for each in service.sandbox.exchanges if each.operation == "create_v6")
        # There is a place each 60 s / (0.9 * 30), and two calls go before others.
        assert statuses.keys() == {201}
        assert statuses[201] <= (time.monotonic() - first) / 2.2 + 6


def test_four_workers_that_begin_at_once_fetch_one_token(tmp_path: Path) -> None:
    client = program("def shared_client(", preamble=False)
    with database() as url, sandbox(one_token=True) as service, desk_at(service, url) as desk:
        pos = [f"PO-{number}" for number in range(12)]
        for po in pos:
            desk.plan(order(po))
        service.sandbox.faults.add("delay", "token", seconds=1.0)  # all four ask meanwhile
        with procrastinate_workers(
            tmp_path,
            service,
            url,
            4,
            ("client = ApiClient(Configuration.from_env())", f"{client}\n\nclient = shared_client(ledger)"),
            XI_ACCESS_TOKEN="",
            XI_CLIENT_ID="one",
            XI_CLIENT_SECRET="secret",
        ):
            until(lambda: are_settled(desk, len(pos)))
        check_each_once(service, desk, pos)
        # A create that is slow on a loaded machine is looked for; that takes searches, and no token.
        answered = Counter((each.operation, each.status) for each in service.sandbox.exchanges)
        assert (answered["token", 200], answered["create_v6", 201]) == (1, len(pos))
        assert 401 not in {status for _, status in answered}
