"""Runs of many orders that are killed again and again, and what has to be true at the end of each."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from judge_kit import judge, statuses
from kill_kit import FAULTS, SETTINGS, SLOW, START_S, Killed, Program, Server, kill_again_and_again, sandbox
from postgres_kit import server as postgres_server
from team_kit import OPEN, add_tables, disturb, is_done, team, wait_for

from xi.sdk.resellers.ordering import OrderDesk, State

sys.path.insert(0, str(Path(__file__).parent / "programs"))

from orders import desk_at, is_unguarded, order_of, po_of

WAIT_S = 120.0
"""How long an order may take without a kill."""
ON_THE_WIRE_S = 0.15
"""From the intent to the wait for the answer, which comes half a second later."""
UNDER_WAY = 4
"""How many requests are under way at least when a program is stopped."""


def place_and_kill(
    server: Server,
    folder: Path,
    *,
    orders: int,
    kills: int,
    lives: float,
    seconds: float,
    unguarded_every: int = 0,
    settings: dict[str, Any] = SETTINGS,
    random: Random,
) -> Killed:
    """Place orders with a ledger in a file, killing the program again and again, and judge the end.

    Args:
        server: the sandbox.
        folder: where the ledger and the logs are.
        orders: how many orders.
        kills: how often the program is killed.
        lives: how long it lives at most after it has begun.
        seconds: after which time all of it has to be over.
        unguarded_every: each so many-th order turns off the server's check for duplicates; 0 for none.
        settings: the times and limits.
        random: decides when it is killed.
    """
    ledger = f"sqlite:///{folder / 'orders.db'}"
    given = {
        "url": server.url,
        "ledger": ledger,
        "settings": settings,
        "orders": orders,
        "threads": 8,
        "wait": WAIT_S,
        "unguarded_every": unguarded_every,
    }
    killed = kill_again_and_again(
        lambda: Program("place", folder, given), kills=kills, lives=lives, seconds=seconds, random=random
    )
    with desk_at(server.url, ledger, settings) as desk:
        wrong = judge(
            server.log,
            server.purchase_orders(),
            desk.rows(),
            map(po_of, range(orders)),
            quiet=settings["quiet"],
            unguarded=frozenset(po_of(each) for each in range(orders) if is_unguarded(each, unguarded_every)),
        )
        held = len(list(desk.rows(state="held")))
    assert wrong == [], "\n".join(wrong)
    assert killed.code == (4 if held else 0)
    return killed


def work_and_kill(
    folder: Path,
    *,
    orders: int,
    kills: int,
    every: float,
    crash_every: int,
    calls_a_minute: int | None,
    seconds: float,
    search_lag: float = 1.0,
    settings: dict[str, Any] = SETTINGS,
    random: Random,
) -> None:
    """Let four workers place orders that are planned in PostgreSQL, kill them and the database, and judge the end.

    One worker is stopped in the middle, and returns when all is done.

    Args:
        folder: where the logs are.
        orders: how many orders.
        kills: how often a worker is killed.
        every: the longest time between two kills, in seconds.
        crash_every: after how many kills the database crashes.
        calls_a_minute: the quota of each kind of call.
        seconds: after which time all of it has to be over.
        search_lag: how far searches lag behind, in seconds.
        settings: the times and limits.
        random: decides what is killed, and when.
    """
    until = time.monotonic() + seconds
    with (
        postgres_server() as database,
        sandbox(folder, faults=(*FAULTS, SLOW), search_lag=search_lag, calls_a_minute=calls_a_minute) as server,
        desk_at(server.url, database.url, settings) as desk,
    ):
        add_tables(database.url)
        for number in range(orders):
            desk.plan(order_of(number))
        with team(folder, 4, random, url=server.url, ledger=database.url, settings=settings) as workers:
            time.sleep(2.0)
            disturb(workers, database, kills=kills // 2, every=every, crash_every=crash_every, until=until)
            workers.stop_one()
            disturb(workers, database, kills=kills, every=every, crash_every=crash_every, until=until)
            wait_for(lambda: is_done(desk), until, lambda: _open(desk) + _said(folder, "work"))
            workers.let_return()
            codes = workers.end()
        wrong = judge(
            server.log, server.purchase_orders(), desk.rows(), map(po_of, range(orders)), quiet=settings["quiet"]
        )
        refused = sum(statuses(server.log, each).get(429, 0) for each in ("create_v6", "search", "details"))
    assert wrong == [], "\n".join(wrong)
    assert codes == [0] * len(codes), f"{codes}: {_said(folder, 'work')}"
    assert refused <= 1


def _are_out(desk: OrderDesk) -> bool:
    """Return whether enough requests are under way."""
    return len(list(desk.rows(state=State.SENDING, limit=UNDER_WAY))) == UNDER_WAY


def _open(desk: OrderDesk) -> str:
    return "".join(f"{record.summary}; {record.next_at}\n" for record in desk.rows(state=OPEN))


def _said(folder: Path, name: str) -> str:
    return (folder / f"{name}.err").read_text()[-5_000:]


def stop_and_continue(server: Server, folder: Path, *, orders: int, times: int, settings: dict[str, Any]) -> None:
    """Stop a program for three leases while another one goes on with its orders, so often, and judge the end.

    Args:
        server: the sandbox.
        folder: where the ledger and the logs are.
        orders: how many orders.
        times: how often a program is stopped.
        settings: the times and limits.
    """
    ledger = f"sqlite:///{folder / 'orders.db'}"
    given = {
        "url": server.url,
        "ledger": ledger,
        "settings": settings,
        "orders": orders,
        "threads": 8,
        "wait": WAIT_S,
        "unguarded_every": 0,
    }
    running = [Program("place", folder, given)]
    try:
        for number in range(times):
            one = running[number % 2]
            if number < 2:
                assert one.first_line() == "began", _said(folder, "place")
            with desk_at(server.url, ledger, settings) as desk:
                until = time.monotonic() + START_S
                wait_for(
                    lambda one=one, desk=desk: one.process.poll() is not None or _are_out(desk),
                    until,
                    lambda: _said(folder, "place"),
                )
            time.sleep(ON_THE_WIRE_S)
            one.signal(signal.SIGSTOP)
            if len(running) == 1:
                running.append(Program("place", folder, given))
            time.sleep(3 * settings["lease"])
            one.signal(signal.SIGCONT)
        for one in running:
            assert one.ended_within(WAIT_S), _said(folder, "place")
            assert one.process.returncode == 0, _said(folder, "place")
    finally:
        for one in running:
            one.close()
    with desk_at(server.url, ledger, settings) as desk:
        late = sum(note.kind == "late_answer" for record in desk.rows() for note in record.history())
        wrong = judge(
            server.log, server.purchase_orders(), desk.rows(), map(po_of, range(orders)), quiet=settings["quiet"]
        )
    assert wrong == [], "\n".join(wrong)
    assert late, "no answer came after its lease: the stop met no request under way"
