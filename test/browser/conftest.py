"""Fixtures of the tests in a browser: the browser, a laptop and a phone, where pictures go, the rules of axe.

The kit is imported when it is used: it skips the module that imports it where there is no playwright.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1] / "ordering"))  # so that tests can import `desk_kit`


@pytest.fixture(scope="module")  # while it runs, no other test of the process can begin an event loop
def browser() -> Iterator[Any]:
    from browser_kit import started

    with started() as running:
        yield running


@pytest.fixture(params=["laptop", "phone"])
def window(request: pytest.FixtureRequest) -> dict[str, int]:
    from browser_kit import LAPTOP, PHONE

    return {"laptop": LAPTOP, "phone": PHONE}[request.param]


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where pictures go: with XI_SCREENSHOTS set, to the folder it names."""
    return Path(os.environ.get("XI_SCREENSHOTS", tmp_path))


@pytest.fixture(scope="session")
def axe(npm_package: Callable[[str], Path]) -> Path:
    """Return the script of axe-core, which knows the rules for accessible pages."""
    from browser_kit import AXE

    return npm_package(AXE) / "node_modules" / "axe-core" / "axe.min.js"
