"""Make the adapters importable, and let no vector open a socket."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `adapters`
sys.path.insert(1, str(Path(__file__).parents[2] / "contract" / "vectors" / "tools"))  # and the tools


@pytest.fixture(autouse=True)
def _no_sockets(no_sockets: None) -> None:
    """Guard each test."""
