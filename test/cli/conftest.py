"""The fixtures of the command's tests."""

from __future__ import annotations

from cli_kit import cli, offline, server
from person_kit import desk, run

__all__ = ["cli", "desk", "offline", "run", "server"]
