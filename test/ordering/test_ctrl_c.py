"""Ctrl-C at the worst moments: where something was taken, and the block that gives it back has not begun.

A program interrupts itself there, once in each run. No lock may stay held after it, no order be forgotten, and no
interrupt be lost.
"""

from __future__ import annotations

import faulthandler
import itertools
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from desk_kit import ACCOUNT, SHORT, bound, desk_of, order, sandbox, spied

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import NotSettledError, OrderDesk, State
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

HANGS_S = 60.0
"""After which time an interrupted run hangs; it takes some milliseconds."""
TAKING = ("__enter__", "take", "acquire", "connect", "transaction")
"""Functions that return when something was taken."""


class Interrupting:
    """Raises SIGINT at one event of the main thread.

    Args:
        number: at which one, from 1.
        is_one: whether an event counts.
    """

    def __init__(self, number: int, is_one: Callable[[FrameType, str], bool]) -> None:
        self.left = number
        self._is_one = is_one

    @contextmanager
    def on(self) -> Generator[None]:
        """Count the events of the block."""
        sys.settrace(self._trace)
        try:
            yield
        finally:
            sys.settrace(None)

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if self.left and self._is_one(frame, event):
            self.left -= 1
            if not self.left:
                signal.raise_signal(signal.SIGINT)
        return self._trace


def has_taken(frame: FrameType, event: str) -> bool:
    """Whether something was taken: a lock, a transaction, a connection, a flow that has ended."""
    return event == "return" and frame.f_code.co_name in TAKING and not is_in_a_call(frame)


def is_in_a_call(frame: FrameType | None) -> bool:
    """Whether it is in a call of the API, which Ctrl-C breaks off wherever it is."""
    while frame is not None and frame.f_code.co_name != "post_createorder_v6_with_http_info":
        frame = frame.f_back
    return frame is not None


def in_a_run(desk: OrderDesk, interrupting: Interrupting, pos: list[str]) -> None:
    """Interrupt a run: what it has begun is placed and given, then it ends."""
    given: list[str] = []
    run = desk.place_all(iter([order(po) for po in pos]), threads=2)
    with interrupted(interrupting):
        while True:
            with interrupting.on():
                record = next(run, None)
            if record is None:
                break
            assert record.state is State.PLACED
            given.append(record.po)
    assert {each.po for each in desk.rows() if each.po in pos} == set(given)


def in_an_order(desk: OrderDesk, interrupting: Interrupting, pos: list[str]) -> None:
    """Interrupt an order: it can be placed then."""
    with interrupted(interrupting), interrupting.on():
        desk.place(order(pos[0]))
    assert desk.place(order(pos[0]), wait=HANGS_S).state is State.PLACED


def in_a_transaction(desk: OrderDesk, interrupting: Interrupting, _: list[str]) -> None:
    """Interrupt a transaction: another thread can begin one then, while the error and so all frames are still there."""
    with interrupted(interrupting) as raised, interrupting.on(), desk.ledger.transaction() as tx:
        tx.seen("one")

    def write() -> None:
        with desk.ledger.transaction() as tx:
            tx.seen("another")

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    thread.join(HANGS_S)
    assert not thread.is_alive(), raised


@contextmanager
def interrupted(interrupting: Interrupting) -> Generator[list[KeyboardInterrupt]]:
    """Check that the block is interrupted, unless it ends before the event; yield what it has raised."""
    raised: list[KeyboardInterrupt] = []
    try:
        yield raised
    except KeyboardInterrupt as error:
        raised.append(error)
    assert bool(raised) is not bool(interrupting.left), "an interrupt was lost"


WHAT = {each.__name__: each for each in (in_a_run, in_an_order, in_a_transaction)}


def main(url: str, folder: str, name: str) -> None:
    """Interrupt what is done at each moment that counts, and print how many there were."""
    pos = (f"PO-{number}" for number in itertools.count())
    configuration = Configuration(host=url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
    with ApiClient(configuration) as client:
        desk = desk_of(OrdersApi(client).bound(), Path(folder), settings=replace(SHORT, deadline=20.0, lease=30.0))
        list(desk.place_all([order("PO-OPENS")]))
        for number in itertools.count(1):
            faulthandler.dump_traceback_later(HANGS_S, exit=True)
            interrupting = Interrupting(number, has_taken)
            WHAT[name](desk, interrupting, list(itertools.islice(pos, 3)))
            if interrupting.left:  # it has ended before
                faulthandler.cancel_dump_traceback_later()
                sys.stdout.write(str(number - 1))
                return


@pytest.mark.parametrize("name", WHAT)
def test_ctrl_c_where_something_was_taken_leaves_no_lock_and_forgets_nothing(name: str, tmp_path: Path) -> None:
    with sandbox() as server:
        command = [sys.executable, __file__, server.url, str(tmp_path), name]
        done = subprocess.run(command, capture_output=True, text=True, timeout=10 * HANGS_S, check=False)
        assert done.returncode == 0, done.stderr
        assert int(done.stdout) > 2
        assert set(server.sandbox.placements().values()) == {1}


@pytest.mark.parametrize("by", ["place", "recheck"])
def test_ctrl_c_in_a_look_keeps_nobody_from_the_next_one(tmp_path: Path, by: str) -> None:
    def interrupted(_: Any) -> Any:
        raise KeyboardInterrupt

    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        server.sandbox.faults.add("drop_after", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1"), wait=0)
        spied(desk, get_resellers_v6_ordersearch_with_http_info=interrupted)
        with pytest.raises(KeyboardInterrupt):
            desk.place(order("PO-1"), wait=10) if by == "place" else desk.recheck("PO-1")
        desk.ledger.close()
        again = desk_of(api, tmp_path)
        assert again.place(order("PO-1"), wait=10).state is State.PLACED  # a look may take 40 seconds
        again.ledger.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
