"""Calls side by side: a missing, additional or different step is a failure, with both clients."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from adapters import concurrent, exchange

FILE = Path(__file__).parents[2] / "contract" / "vectors" / "exchange" / "together.json"
VECTORS = {each["id"]: each for each in json.loads(FILE.read_text("utf-8"))["vectors"]}


@pytest.fixture(autouse=True)
def _soon_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not come here never comes."""
    monkeypatch.setattr(concurrent, "_STUCK_S", 0.7)


def differences(identity: str, *script: dict[str, Any]) -> set[str]:
    found = exchange.run(VECTORS[f"exchange.together.{identity}"] | {"script": list(script)})
    return {each["at"].partition("/")[0] for each in found}


def script_of(identity: str) -> list[dict[str, Any]]:
    script: list[dict[str, Any]] = VECTORS[f"exchange.together.{identity}"]["script"]
    return script


def test_a_second_token_is_a_difference() -> None:
    begin_a, begin_b, token, *rest = script_of("one-token")
    assert differences("one-token", begin_a, begin_b, token, token, *rest) == {"in_threads", "in_tasks"}


def test_a_step_that_does_not_come_ends_those_that_came_together_with_it() -> None:
    script = script_of("own-attempts")
    (at,) = (n for n, step in enumerate(script) if "together" in step)
    with_one_more = {
        "together": [*script[at]["together"], {"as": "z", "sends": {}, "then": {"fails": "not-sent", "after": 0}}]
    }
    assert differences("own-attempts", *script[:at], with_one_more, *script[at + 1 :]) == {"in_threads", "in_tasks"}


def test_a_step_that_cannot_be_read_ends_the_calls() -> None:
    begin_a, begin_b, *_ = script_of("one-token")
    with pytest.raises(KeyError):
        differences("one-token", begin_a, begin_b, {"waits": 1})


@pytest.mark.parametrize("left_out", [4, 5, 6])
def test_a_missing_wait_request_or_end_is_a_difference(left_out: int) -> None:
    script = script_of("own-attempts")
    assert differences("own-attempts", *script[:left_out], *script[left_out + 1 :]) == {"in_threads", "in_tasks"}
