"""Run each conformance vector against this package. Each ID is a case, so `-k exchange.token` selects a topic."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).parents[2] / "contract" / "vectors"
FORMAT = (1, 0)
CAPABILITIES = {"webhooks", "prices", "exact-numbers", "keeps-unknown"}
"""The capabilities of this package. A vector that requires another one fails, and the message names it."""


def cases() -> list[Any]:
    found = []
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    for path in sorted({VECTORS / entry["file"] for entry in manifest["vectors"].values()}):
        file = json.loads(path.read_text("utf-8"))
        assert tuple(map(int, file["format"].split("."))) <= FORMAT, f"{path.name} needs format {file['format']}"
        found += [pytest.param(file["kind"], vector, id=vector["id"]) for vector in file["vectors"]]
    return found


@pytest.mark.parametrize(("kind", "vector"), cases())
def test_vector(kind: str, vector: dict[str, Any]) -> None:
    missing = set(vector.get("requires", ())) - CAPABILITIES
    assert not missing, f"missing capabilities: {missing}"
    adapter = importlib.import_module(f"adapters.{kind}")  # a kind without an adapter is an error
    wrong = adapter.run(vector)
    assert not wrong, "\n".join(
        [vector["why"], *(f"{each['at']}: want {each['want']!r}, got {each['got']!r}" for each in wrong)]
    )


def test_the_vectors_are_valid_and_their_manifest_is_up_to_date() -> None:
    check = subprocess.run(
        [sys.executable, VECTORS / "tools" / "check.py"], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stderr
