"""What the unit tests share: no socket may be opened here, and the process's defaults are put back after each test."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests can import `unit_kit`

from unit_kit import Connected

from xi.sdk.resellers._client import apps
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.configuration import Configuration


@pytest.fixture(autouse=True)
def _no_sockets(no_sockets: None) -> None:
    """Guard each test."""


@pytest.fixture(autouse=True)
def _process_settings() -> Iterator[None]:
    loggers = [logging.getLogger("xi.sdk.resellers"), logging.getLogger("urllib3")]
    before = [(logger, logger.level, list(logger.handlers)) for logger in loggers]
    yield
    ApiClient.set_default(None)
    Configuration.set_default(None)
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.fixture(autouse=True)
def _no_apps() -> Iterator[None]:
    """Forget the apps of the process around each test; clients of an app share its token and quota."""
    apps._apps.clear()
    yield
    apps._apps.clear()


@pytest.fixture
def connected() -> type[Connected]:
    """Makes clients that talk to a script instead of a server."""
    return Connected
