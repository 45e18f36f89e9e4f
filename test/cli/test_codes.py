"""The exit codes: which one a command ends with where several apply, and which one each state of an order has."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

import pytest

from xi.sdk.resellers.cli.codes import Code, code_of, worst
from xi.sdk.resellers.cli.commands.help import STATES, TOPICS, topic_text
from xi.sdk.resellers.ordering import Reason, State

WORST_FIRST = (Code.FAULT, Code.LEDGER, Code.UNABLE, Code.PERSON, Code.UNFINISHED, Code.NO, Code.DONE)


def test_the_worst_of_several_codes_is_the_first_of_the_published_order() -> None:
    for count in (1, 2, 3):
        for some in itertools.permutations(WORST_FIRST, count):
            assert worst(some) is min(some, key=WORST_FIRST.index)
    assert worst(()) is Code.DONE


def test_an_end_by_a_signal_hides_no_fault() -> None:
    assert worst((Code.INTERRUPTED, Code.FAULT)) is Code.FAULT
    assert worst((Code.TERMINATED, Code.LEDGER)) is Code.LEDGER
    assert worst((Code.INTERRUPTED, Code.NO)) is Code.INTERRUPTED


@pytest.mark.parametrize("code", Code)
def test_the_numbers_stay(code: Code) -> None:
    numbers = dict(zip(Code, (0, 1, 2, 3, 4, 5, 6, 70, 130, 143), strict=True))
    assert int(code) == numbers[code]
    assert f"\n  {int(code)} " in topic_text("exit-codes")


BY_CODE = {
    Code.DONE: {"placed"},
    Code.NO: {"partly", "empty", "rejected", "abandoned", "not_placed"},
    Code.UNFINISHED: {"planned", "sending", "doubt", "accepted"},
    Code.PERSON: {"held"},
}


@pytest.mark.parametrize("state", State)
def test_each_state_has_a_code_and_a_line_of_help(state: State) -> None:
    record: Any = SimpleNamespace(state=state, doubled=False)
    assert state.value in BY_CODE[code_of(record)]
    doubled: Any = SimpleNamespace(state=state, doubled=True)
    assert code_of(doubled) is Code.PERSON
    assert f"\n  {state.value:<10}  " in topic_text("states")


def test_the_topic_of_states_has_every_reason() -> None:
    assert set(STATES) == {each.value for each in State}
    for reason in Reason:
        assert f"\n  {reason.value:<18}  " in topic_text("states")


def test_every_topic_has_a_text() -> None:
    for name in TOPICS:
        if name not in ("schema", "words"):
            assert topic_text(name).endswith("\n")
            assert max(map(len, topic_text(name).splitlines())) <= 110
