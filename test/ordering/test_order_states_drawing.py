"""The drawing of the states of an order, in docs/ordering.md: it shows what the protocol decides."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from types import ModuleType

import pytest

from xi.sdk.resellers.ordering import State

Changes = dict[tuple[str, str], frozenset[str]]


@pytest.fixture(scope="module")
def script(loaded: Callable[[str], ModuleType]) -> ModuleType:
    return loaded("docs/images/order_states.py")


@pytest.fixture(scope="module")
def decided(script: ModuleType) -> Changes:
    return script.changes()


def test_the_drawing_shows_what_the_protocol_decides(script: ModuleType, decided: Changes) -> None:
    script.check(decided)
    assert script.DRAWING.read_text("utf-8") == script.drawn(), "run: python docs/images/order_states.py"


def test_a_difference_between_the_drawing_and_the_protocol_is_named(script: ModuleType, decided: Changes) -> None:
    decided = dict(decided)
    decided["doubt", "sending"] |= {"take"}
    with pytest.raises(script.DrawingError, match=r"doubt -> sending: .* in the protocol"):
        script.check(decided)
    del decided["held", "stands"]
    with pytest.raises(script.DrawingError, match="held -> stands"):
        script.check(decided)


def test_each_state_has_its_place_in_the_drawing(script: ModuleType) -> None:
    words = "".join(ET.fromstring(script.drawn()).itertext())
    assert [each.value for each in State if each.value not in words] == []
