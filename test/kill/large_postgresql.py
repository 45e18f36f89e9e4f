"""Four workers place 1,000 orders; they are killed 50 times, and their database crashes; see `tox -e kill`."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from runs_kit import work_and_kill


@pytest.mark.timeout(900)
def test_four_workers_that_are_killed_50_times_place_each_of_1000_orders_once(tmp_path: Path):
    work_and_kill(
        tmp_path,
        orders=1_000,
        kills=50,
        every=2.5,
        crash_every=10,
        calls_a_minute=600,
        seconds=800.0,
        random=Random(13),
    )
