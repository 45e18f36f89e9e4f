"""Holding the garbage collector during a long parse: it is on again afterwards, as it was, also with many threads."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from xi.sdk.resellers.models._collector import pause, uncollected


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Whatever a test did, the next one finds the collector running."""
    yield
    gc.enable()


def test_the_collector_rests_inside_and_runs_outside() -> None:
    with pause():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_inside_leaves_it_running() -> None:
    with pytest.raises(ValueError, match="in between"), pause():
        raise ValueError("in between")
    assert gc.isenabled()


def test_a_program_that_turned_it_off_finds_it_off() -> None:
    gc.disable()
    with pause():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_it_rests_until_the_last_one_has_left() -> None:
    with pause():
        with pause():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_threads_that_overlap_leave_it_running() -> None:
    start = Barrier(8)

    def parse(_: int) -> bool:
        start.wait()
        rested = []
        for _round in range(200):
            with pause():
                rested.append(not gc.isenabled())
        return all(rested)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parse, range(8))) == [True] * 8
    assert gc.isenabled()


def test_where_the_collector_never_runs_inside_a_parse_it_is_left_alone() -> None:
    """Since Python 3.12 it runs between bytecodes only."""
    with uncollected():
        assert gc.isenabled() is (sys.version_info >= (3, 12))
    assert gc.isenabled()
