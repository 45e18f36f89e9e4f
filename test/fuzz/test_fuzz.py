"""The fuzzer can find something: a reader that fails for one input in many is found."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from fuzz import fuzz
from hypothesis import given, settings
from hypothesis import strategies as st
from targets import ANSWERS, EVENTS, FILES, any_bytes, check_answer, check_order_file, check_webhook, targets

TARGETS = {name: (inputs, check) for name, inputs, check in targets()}


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run_finds_nothing(name: str) -> None:
    inputs, check = TARGETS[name]

    @settings(max_examples=settings().max_examples * 2)
    @given(inputs)
    def one(given_input: Any) -> None:
        check(given_input)

    one()


def test_a_failure_is_found_and_shown() -> None:
    def fails(data: bytes) -> None:
        assert b"}}" not in data

    with pytest.raises(AssertionError) as caught:
        fuzz(any_bytes(EVENTS), fails, seconds=60)
    (note,) = (each for each in caught.value.__notes__ if each.startswith("input: "))
    assert "}}" in note
    assert len(note) < 1_000


def test_the_time_is_kept_and_inputs_are_counted() -> None:
    seen: list[bytes] = []
    ticks = itertools.count()
    assert fuzz(st.binary(max_size=3), seen.append, seconds=900, clock=lambda: next(ticks)) == len(seen)
    assert 600 < len(seen) < 900  # the second of two rounds of 500 is cut short


def test_a_failure_is_made_simple_also_when_the_time_is_over() -> None:
    failed: list[bytes] = []

    def fails(data: bytes) -> None:
        if len(data) > 2:
            failed.append(data)
            raise ValueError("too long")

    with pytest.raises(ValueError, match="too long") as caught:
        fuzz(st.binary(), fails, seconds=10, clock=lambda: 10.0 if failed else 0.0)
    assert "input: b'\\x00\\x00\\x00'" in caught.value.__notes__


@pytest.mark.parametrize("seeds", [ANSWERS, EVENTS, *FILES.values()])
def test_there_is_something_to_damage(seeds: list[bytes]) -> None:
    assert len(seeds) >= 2
    assert all(seeds)


def test_the_checks_see_a_wrong_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    order = b'[{"customerOrderNumber": "A1", "lines": [{"ingramPartNumber": "B1", "quantity": 1}]}]'
    event = b'{"eventId": "e-1", "resource": [{"eventType": "im::order_shipped"}]}'
    check_order_file(("json", {}, order))
    check_webhook(event)
    check_answer(("post_createorder_v6", 503, None, b"\x00"))
    monkeypatch.setattr("targets.verify", lambda *_: True)
    with pytest.raises(AssertionError):
        check_webhook(event)
    monkeypatch.setattr("targets.check_file", lambda *_, **__: type("Empty", (), {"errors": (), "orders": 0}))
    with pytest.raises(AssertionError):
        check_order_file(("json", {}, order))

    def broken(*_: object) -> None:
        raise KeyError("orders")

    monkeypatch.setattr("targets.parse_answer", broken)
    with pytest.raises(KeyError):
        check_answer(("post_createorder_v6", 200, None, b"{}"))
