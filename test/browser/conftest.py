"""Fixtures of the tests in a browser: a laptop and a phone, and where pictures go."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

sys.path.append(str(Path(__file__).parents[1] / "ordering"))  # so that tests can import `desk_kit`


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    from browser_kit import TOKEN

    with SandboxServer(Sandbox(access_tokens={TOKEN}, seed=11)) as running:
        yield running


@pytest.fixture(params=["laptop", "phone"])
def window(request: pytest.FixtureRequest) -> dict[str, int]:
    from browser_kit import LAPTOP, PHONE

    return {"laptop": LAPTOP, "phone": PHONE}[request.param]


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where pictures go: with XI_SCREENSHOTS set, to the folder it names."""
    return Path(os.environ.get("XI_SCREENSHOTS", tmp_path))
