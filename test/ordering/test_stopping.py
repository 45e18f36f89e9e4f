"""How runs and workers stop: nothing new begins, what is out is waited for, and a second Ctrl-C loses nothing."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk_kit import ACCOUNT, CREATE, SHORT, Clock, away_when_set, bound, desk_of, ledger_url, order, sandbox, spied

from xi.sdk.resellers.ordering import Ledger, LedgerError, OrderDesk, Record, RunStoppedError, State
from xi.sdk.resellers.sandbox import FaultKind

PROGRAM = """
import sys
sys.path.insert(0, {kit!r})
from pathlib import Path
from desk_kit import *
from dataclasses import replace

slow = replace(SHORT, deadline=50.0, lease=60.0)
folder, what = Path(sys.argv[2]), sys.argv[3]
configuration = Configuration(host=sys.argv[1], access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
with ApiClient(configuration) as client:
    desk = desk_of(OrdersApi(client).bound(), folder, settings=slow)
    if what == "place":
        for record in desk.place_all(order(f"PO-{{number}}") for number in range(200)):
            print(record.po, record.state, flush=True)
    else:
        print("begins", flush=True)
        print("ends", desk.work(signals=True), flush=True)
"""


ENDS_S = 60.0
"""After which time a program hangs that was asked to end."""


@contextmanager
def program(server_url: str, folder: Path, what: str) -> Generator[subprocess.Popen[str]]:
    """Yield a running program; it is killed afterwards if it still runs."""
    code = PROGRAM.format(kit=str(Path(__file__).parent))
    command = [sys.executable, "-X", "faulthandler", "-c", code, server_url, str(folder), what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Wait for the end of a program; return what it has written. If it hangs, the test fails and says where."""
    try:
        return process.communicate(timeout=ENDS_S)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT if os.name != "nt" else signal.SIGTERM)
        said, error = process.communicate()
        pytest.fail(f"it did not end within {ENDS_S:g} s; it said {said}\n{error}")


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def test_a_run_that_is_stopped_waits_for_what_is_out(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        run = desk.place_all(order(f"PO-{number}") for number in range(100))
        records = list(itertools.islice(run, 10))
        server.sandbox.faults.add("delay", "create_v6", times=8, seconds=0.2)
        desk.stop()
        with pytest.raises(RunStoppedError, match="asked to stop") as raised:
            records.extend(run)
        assert {each.state for each in records} == {State.PLACED}
        assert set(server.sandbox.placements()) == {each.po for each in records}
        assert raised.value.progress.placed == len(records) < 40


def test_a_stop_breaks_off_waits_and_gives_what_is_in_doubt_as_it_is(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_before", "create_v6")
        clock = Clock()
        ledger = Ledger(ledger_url(tmp_path), clock=clock)
        desk = desk_of(api, tmp_path, ledger=ledger, settings=replace(SHORT, quiet=600.0, looks=(600.0,)))
        run = desk.place_all([order("PO-1")], wait=120)

        def stop() -> None:
            while not is_in(State.DOUBT, desk):
                time.sleep(0.01)
            run.stop()

        stopper = threading.Thread(target=stop)
        stopper.start()
        records: list[Record] = []
        with pytest.raises(RunStoppedError):
            records.extend(run)
        stopper.join()
        assert [each.state for each in records] == [State.DOUBT]
        clock.ahead = 700.0
        # The stop was for this run only.
        assert [each.state for each in desk.place_all([order("PO-1")], wait=60)] == [State.PLACED]


def test_a_loop_that_is_left_waits_for_what_is_out(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        for record in desk.place_all([order(f"PO-{number}") for number in range(50)]):
            assert record.state is State.PLACED
            server.sandbox.faults.add("delay", "create_v6", times=8, seconds=0.2)
            break
        placed = len(server.sandbox.placements())
        assert {each.state for each in desk.rows()} == {State.PLACED}
        time.sleep(0.1)
        assert len(server.sandbox.placements()) == placed < 50


def test_ctrl_c_begins_nothing_new_and_waits_for_what_is_out(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("delay", "create_v6", times=1, seconds=0.01)
        server.sandbox.faults.add("delay", "create_v6", times=200, seconds=0.5)
        with program(server.url, tmp_path, "place") as process:
            assert line(process).startswith("PO-0 placed")
            # It waits for an answer then: where it printed a record, Ctrl-C would leave the loop and the other records.
            while any(each.times == 200 for each in server.sandbox.faults.waiting()):
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            said, error = ended(process)
        assert process.returncode != 0
        assert error.rstrip().endswith("KeyboardInterrupt")
        desk = desk_of(api, tmp_path)
        assert {each.state for each in desk.rows()} == {State.PLACED}
        assert len(said.splitlines()) + 1 == len(server.sandbox.placements()) < 200


def test_a_second_ctrl_c_ends_at_once_and_what_was_out_is_placed_once_later(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        with program(server.url, tmp_path, "place") as process:
            assert line(process).startswith("PO-0 placed")
            server.sandbox.faults.add("delay", "create_v6", times=8, seconds=49)
            while any(each.kind is FaultKind.DELAY and each.times == 8 for each in server.sandbox.faults.waiting()):
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            time.sleep(2.0)  # two signals at once are one
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            _, error = ended(process)
        assert time.monotonic() - began < 30.0  # it did not wait for what was out
        assert "in doubt, not lost" in error
        clock = Clock()
        clock.ahead = 120.0  # the leases are over
        desk = desk_of(api, tmp_path, ledger=Ledger(ledger_url(tmp_path), clock=clock))
        known = [order(each.po) for each in desk.rows()]
        assert State.SENDING in {each.state for each in desk.rows()}
        assert {each.state for each in desk.place_all(known, wait=60)} == {State.PLACED}
        assert set(server.sandbox.placements().values()) == {1}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a program can handle")
def test_a_worker_ends_well_after_a_signal(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        for number in range(20):
            desk.plan(order(f"PO-{number}"))
        with program(server.url, tmp_path, "work") as process:
            assert line(process) == "begins\n"
            while not server.sandbox.placements():
                time.sleep(0.01)
            process.send_signal(signal.SIGTERM)
            said, error = ended(process)
        assert (process.returncode, error) == (0, "")
        assert said.startswith("ends")
        assert {each.state for each in desk.rows()} <= {State.PLACED, State.PLANNED}
        assert ACCOUNT.customer_number not in error


def test_an_answer_that_is_lost_with_the_ledger_is_told_before_all_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_away = away_when_set(monkeypatch)
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=replace(SHORT, record_for=0.2))
        list(desk.place_all([order("PO-0")]))

        def stop(answer: Any) -> Any:
            is_away.set()
            run.stop()
            return answer

        spied(desk, **{CREATE: stop})
        run = desk.place_all([order("PO-1")])
        with pytest.raises(LedgerError) as raised:
            list(run)
        assert raised.value.sent
        assert raised.value.order_numbers == server.sandbox.purchase_orders()["PO-1"]


def is_in(state: State, desk: OrderDesk) -> bool:
    record = desk.find("PO-1")
    return record is not None and record.state is state
