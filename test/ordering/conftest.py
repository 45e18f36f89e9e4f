"""Fixtures of the tests of ordering: a sandbox, its API, a desk with short times, and a place for a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from care_kit import KINDS, place
from desk_kit import bound, desk_of, sandbox

from xi.sdk.resellers import BoundOrdersApi
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.sandbox import SandboxServer


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with sandbox() as running:
        yield running


@pytest.fixture
def api(server: SandboxServer) -> Iterator[BoundOrdersApi]:
    with bound(server) as orders:
        yield orders


@pytest.fixture
def desk(api: BoundOrdersApi, tmp_path: Path) -> Iterator[OrderDesk]:
    desk = desk_of(api, tmp_path, by="ann")
    yield desk
    desk.ledger.close()


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a place without a ledger, in SQLite and in PostgreSQL."""
    with place(request.param, tmp_path) as url:
        yield url
