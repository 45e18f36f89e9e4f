"""The fixtures of the command's tests."""

from __future__ import annotations

import pytest
from cli_kit import Cli, cli, offline, server
from family_kit import HEADERS
from person_kit import FAST, Run, desk, inside, run

__all__ = ["cli", "desk", "offline", "run", "server"]


@pytest.fixture
def act(cli: Cli) -> Run:
    """Return what runs a command of a user with both headers, whose times are short."""
    cli.env |= FAST | HEADERS
    return inside(cli)
