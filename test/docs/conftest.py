"""Where the tests of the documentation find the kits of others, and the browser with the rules of axe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

for _each in ("cli", "ordering", "browser", "contract"):
    sys.path.append(str(Path(__file__).parents[1] / _each))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from browser_kit import started

    with started() as running:
        yield running


@pytest.fixture(scope="session")
def axe(npm_package: Callable[[str], Path]) -> Path:
    """Return the script of axe-core, which knows the rules for accessible pages."""
    from browser_kit import AXE

    return npm_package(AXE) / "node_modules" / "axe-core" / "axe.min.js"
