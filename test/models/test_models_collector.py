"""The garbage collector is off while a long body is read, and then as it was before, with many threads too."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Annotated, Any

import pytest
from pydantic import BeforeValidator

from xi.sdk.resellers._collector import LONG_BODY, pause
from xi.sdk.resellers.models import OrderDetailB2B
from xi.sdk.resellers.models._model import ResponseModel


class Watched(ResponseModel):
    """A model for these tests: tells, from inside the parse, whether the collector was running."""

    running: Annotated[bool | None, BeforeValidator(lambda _: gc.isenabled())] = None


def long(body: str) -> str:
    """Return a JSON object that is long enough for the collector to be turned off."""
    return body[:-1] + f', "filler": "{"x" * LONG_BODY}"' + body[-1]


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Turn the collector on again after each test."""
    gc.enable()
    yield
    gc.enable()


def test_the_collector_is_off_only_while_a_long_body_is_read() -> None:
    assert Watched.from_json('{"running": 1}').running is True
    assert Watched.from_json(long('{"running": 1}')).running is False
    assert Watched.from_json(long('{"running": 1}').encode()).running is False
    assert gc.isenabled()


@pytest.mark.parametrize("body", ['{"lines": "?"}', '{"lines": {"a": 1}}', '{"notes": "\\ud83d"}', '{"a": 1}'])
def test_the_collector_is_on_again_after_success_and_failure(body: str) -> None:
    assert OrderDetailB2B.from_json(long(body)).to_dict().keys() >= {"filler"}
    assert gc.isenabled()
    with pytest.raises(ValueError, match="delimiter"):
        OrderDetailB2B.from_json(long(body)[:-1])
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off_after_success_and_failure() -> None:
    gc.disable()
    Watched.from_json(long('{"running": 1}'))
    assert not gc.isenabled()
    with pytest.raises(ValueError, match="delimiter"):
        Watched.from_json(long('{"running": 1}')[:-1])
    assert not gc.isenabled()


def test_objects_that_were_read_leave_the_young_generation_and_frozen_objects_stay_frozen() -> None:
    lines = long('{"lines": [' + ", ".join(['{"notes": "a"}'] * 2_000) + "]}")
    held = [OrderDetailB2B.from_json(lines)]
    assert gc.get_count()[0] < 2_000
    gc.freeze()
    try:
        held.append(OrderDetailB2B.from_json(lines))
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    assert held[0] == held[1]


def test_the_collector_is_off_until_the_last_reader_has_finished() -> None:
    with pause():
        with pause():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_is_on_after_threads_that_overlap() -> None:
    start = Barrier(8)

    def parse(_: int) -> bool:
        start.wait()
        rested: list[Any] = []
        for _round in range(200):
            with pause():
                rested.append(not gc.isenabled())
        return all(rested)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parse, range(8))) == [True] * 8
    assert gc.isenabled()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_the_collector_runs_in_a_child_that_was_forked_while_another_thread_stopped_it() -> None:
    script = (
        "import gc, os, threading, warnings\n"
        "from xi.sdk.resellers._collector import pause\n"
        "warnings.simplefilter('ignore')  # of a fork beside other threads, which this is about\n"
        "inside, over = threading.Event(), threading.Event()\n"
        "def work():\n"
        "    with pause():\n"
        "        inside.set()\n"
        "        over.wait(20)\n"
        "thread = threading.Thread(target=work)\n"
        "thread.start()\n"
        "inside.wait(20)\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    with pause():\n"
        "        stopped = not gc.isenabled()\n"
        "    os._exit(0 if stopped and gc.isenabled() else 1)\n"
        "over.set()\n"
        "thread.join()\n"
        "raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n"
    )
    assert subprocess.run([sys.executable, "-c", script], timeout=50, check=False).returncode == 0
