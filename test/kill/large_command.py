"""`xi-orders place` killed fifty times; `tox -e kill` runs it."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))

import pytest
from cli_kit import Cli, cli, server
from place_kit import place_and_kill

from xi.sdk.resellers.sandbox import SandboxServer

__all__ = ["cli", "server"]


@pytest.mark.timeout(900)
def test_the_command_killed_fifty_times_places_each_order_once(cli: Cli, server: SandboxServer) -> None:
    place_and_kill(cli, server, orders=1_000, kills=50, random=Random(13))
