"""Programs that place orders are killed at random moments; `tox -e kill` does the same with many more."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from kill_kit import FAULTS, SHORTER, SLOW, sandbox
from runs_kit import place_and_kill, stop_and_continue, work_and_kill

pytestmark = pytest.mark.apart

LAG_S = 0.5


def test_a_program_that_is_killed_again_and_again_places_each_order_once(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, SLOW), search_lag=LAG_S) as server:
        place_and_kill(
            server, tmp_path, orders=60, kills=6, lives=0.4, seconds=150.0, settings=SHORTER, random=Random(1)
        )


def test_an_order_that_the_server_would_place_twice_is_held_if_it_may_be_there(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, SLOW), search_lag=LAG_S, duplicate_check=False) as server:
        place_and_kill(
            server,
            tmp_path,
            orders=60,
            kills=6,
            lives=0.4,
            seconds=150.0,
            unguarded_every=2,
            settings=SHORTER,
            random=Random(2),
        )


def test_workers_that_are_killed_with_their_database_place_each_order_once(tmp_path: Path):
    work_and_kill(
        tmp_path,
        orders=40,
        kills=4,
        every=0.6,
        crash_every=2,
        calls_a_minute=600,
        seconds=200.0,
        search_lag=LAG_S,
        settings=SHORTER,
        random=Random(3),
    )


def test_a_program_that_is_stopped_over_three_leases_places_nothing_twice(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, ("delay", 1.0, 0.5)), search_lag=LAG_S) as server:
        stop_and_continue(server, tmp_path, orders=40, times=1, settings=SHORTER)
