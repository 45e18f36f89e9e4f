"""A program places 1,000 orders, and is killed 50 times. See `tox -e kill`."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from kill_kit import FAULTS, SETTINGS, sandbox
from runs_kit import place_and_kill, stop_and_continue

ORDERS = 1_000
KILLS = 50
SLOW = ("delay", 1.0, 0.25)
"""So that 50 kills fit into the run, and meet requests under way."""
LATE = ("act_late", 0.02, 5.0)
"""Some creates are acted on when their quiet period is over, and their repeat has perhaps been sent."""


@pytest.mark.timeout(900)
def test_a_program_that_is_killed_50_times_places_each_of_1000_orders_once(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, LATE, SLOW)) as server:
        place_and_kill(server, tmp_path, orders=ORDERS, kills=KILLS, lives=1.2, seconds=800.0, random=Random(11))


@pytest.mark.timeout(900)
def test_where_the_server_does_not_check_nothing_is_placed_twice_and_what_cannot_be_known_is_held(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, SLOW), duplicate_check=False) as server:
        place_and_kill(
            server,
            tmp_path,
            orders=ORDERS,
            kills=KILLS,
            lives=1.2,
            seconds=800.0,
            unguarded_every=2,
            random=Random(12),
        )


@pytest.mark.timeout(300)
def test_programs_that_are_stopped_over_three_leases_in_turn_place_each_order_once(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, SLOW)) as server:
        stop_and_continue(server, tmp_path, orders=ORDERS, times=6, settings=SETTINGS)
