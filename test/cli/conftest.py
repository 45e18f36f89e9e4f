"""The fixtures of the command's tests."""

from __future__ import annotations

from cli_kit import cli, offline, server

__all__ = ["cli", "offline", "server"]
