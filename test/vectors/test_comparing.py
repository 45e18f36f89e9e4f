"""The comparison is strict: a different key, digit or type is a difference, and so is an unknown special key."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from adapters.comparing import MISSING, compare, exact

SAME: dict[str, tuple[Any, Any]] = {
    "null": (None, None),
    "order of keys": ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    "numbers by value": (20, 20.0),
    "a decimal": ({"$number": "12.50"}, 12.5),
    "a decimal beyond a float": ({"$number": "9007199254740993"}, Decimal(9007199254740993)),
    "a whole number": ({"$integer": "20"}, 20),
    "absent": ({"a": {"$absent": True}}, {}),
    "any": ({"a": {"$any": True}}, {"a": None}),
    "length": ({"$length": 2}, [1, None]),
    "matches": ({"$matches": "[0-9a-f]{4}"}, "c0fe"),
    "text by code point": ("é", "é"),
}
DIFFERENT: dict[str, tuple[Any, Any]] = {
    "null and no value": (None, MISSING),
    "an additional key": ({"a": 1}, {"a": 1, "b": 2}),
    "a missing key": ({"a": 1, "b": None}, {"a": 1}),
    "order of a list": ([1, 2], [2, 1]),
    "an additional item": ([1], [1, 1]),
    "true is not one": (1, True),
    "one is not true": (True, 1),
    "zero is not false": (False, 0),
    "text is not a number": (20, "20"),
    "a number is not text": ("20", 20),
    "a decimal text": ({"$number": "12.5"}, "12.5"),
    "another decimal": ({"$number": "12.5"}, 12.51),
    "rounded": ({"$number": "9007199254740993"}, 9007199254740992.0),
    "a whole number of another type": ({"$integer": "20"}, 20.0),
    "a boolean is not a whole number": ({"$integer": "1"}, True),
    "a fraction without $number": (12.5, 12.5),
    "a long number without $number": (2**53 + 1, 2**53 + 1),
    "present": ({"a": {"$absent": True}}, {"a": None}),
    "not present": ({"a": {"$any": True}}, {}),
    "another length": ({"$length": 2}, [1]),
    "the length of null": ({"$length": 0}, None),
    "matches only a part": ({"$matches": "[0-9]{2}"}, "123"),
    "an unknown special key": ({"$maybe": 1}, 1),
    "a special key next to another key": ({"$any": True, "a": 1}, {"a": 1}),
    "text in another normal form": ("é", "e\u0301"),
    "an object instead of a list": ([], {}),
}


@pytest.mark.parametrize(("want", "got"), SAME.values(), ids=SAME)
def test_equal_values_have_no_difference(want: Any, got: Any) -> None:
    assert compare("", want, got) == []


@pytest.mark.parametrize(("want", "got"), DIFFERENT.values(), ids=DIFFERENT)
def test_a_difference_is_reported(want: Any, got: Any) -> None:
    assert compare("", want, got) != []


def test_a_difference_is_reported_with_its_place() -> None:
    wrong = compare("/result", {"lines": [{"quantity": 2}]}, exact(b'{"lines": [{"quantity": 3}]}'))
    assert wrong == [{"at": "/result/lines/0/quantity", "want": 2, "got": 3}]
