"""Programs that place orders are killed at random moments; tox -e kill does the same with many more."""

from __future__ import annotations

from pathlib import Path
from random import Random

from kill_kit import FAULTS, sandbox
from run_kit import place_and_kill

SLOW = ("delay", 1.0, 0.15)
"""All other creates are answered late, so that kills meet them under way."""


def test_a_killed_program_places_each_order_once_where_the_server_checks(tmp_path: Path):
    with sandbox(tmp_path, faults=(*FAULTS, SLOW)) as server:
        place_and_kill(server, tmp_path, orders=60, kills=6, lives=0.4, seconds=60.0, random=Random(1))
