"""The generator, run once in this process for all tests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "contract"))

from generator.document import Document, load  # noqa: E402 - found only now
from generator.output import formatted  # noqa: E402 - as above
from generator.rendering import render  # noqa: E402 - as above


@pytest.fixture(scope="session")
def document() -> Document:
    """Return the contract's files."""
    return load(ROOT / "contract" / "openapi")


@pytest.fixture(scope="session")
def bundled(document: Document) -> dict[str, Any]:
    """Return the contract as one document."""
    return document.bundled()


@pytest.fixture(scope="session")
def generated(document: Document) -> dict[Path, str]:
    """Return every file that the contract gives, as it is committed."""
    return formatted(render(document))
