"""The vectors of kind exchange have each operation, and each outcome of an attempt for each kind of repeat."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parents[2] / "contract" / "vectors"
KINDS = ("SAFE", "IDEMPOTENT", "ONCE")
REFUSALS = (400, 401, 403, 404, 405, 413, 415, 422)
OUTCOMES = ("not-sent", "unanswered", 429, 500, 502, 503, 504, *REFUSALS, "another status", "unreadable")


def repeats() -> dict[str, str]:
    """Return the kind of repeat of each operation of the contract."""
    contract = json.loads((VECTORS / "contract.json").read_text("utf-8"))
    calls = [each for path in contract["paths"].values() for each in path.values() if "operationId" in each]
    return {each["operationId"]: each["x-repeat"] for each in calls}


def attempts() -> Iterator[tuple[str, Any]]:
    """Yield each attempt at an operation in a session of one call at a time, with its outcome."""
    for path in sorted((VECTORS / "exchange").glob("*.json")):
        for vector in json.loads(path.read_text("utf-8"))["vectors"]:
            operation = ""
            for step, following in zip(vector["script"], [*vector["script"][1:], {}], strict=True):
                operation = step["calls"]["operation"] if "calls" in step else operation
                if "sends" in step and not step["sends"].get("path", "").endswith("/token"):
                    yield operation, outcome_of(step["then"], following)


def outcome_of(then: dict[str, Any], following: dict[str, Any]) -> Any:
    status = then["answer"]["status"] if "answer" in then else None
    is_unreadable = following.get("ends", {}).get("error", {}).get("kind") == "unreadable"
    if status in OUTCOMES or status is None:
        return status or then["fails"]
    return "unreadable" if is_unreadable else "a result" if status < 300 else "another status"


def test_each_kind_of_repeat_has_each_outcome() -> None:
    kinds = repeats()
    found = {(kinds[operation], outcome) for operation, outcome in attempts()}
    assert not set(product(KINDS, OUTCOMES)) - found


def test_each_operation_has_a_session_in_which_it_is_in_doubt_or_repeated() -> None:
    found = {operation for operation, outcome in attempts() if outcome == "unanswered"}
    assert not repeats().keys() - found
