"""Tells which known name a mistyped one stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG = 8
"""Names of so many letters are still alike when two are wrong; of shorter ones, when one is."""


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that a given one is most likely a slip of; None where it is like none of them.

    Alike are names that differ in case, in dashes and underscores, in the order of their words, or in a letter or two
    left out, added, changed or swapped with the next.
    """
    text = _folded(given)
    best: tuple[int, str] | None = None
    for name in known:
        other = _folded(name)
        most = 2 if min(len(text), len(other)) >= _LONG else 1
        apart = 0 if text == other or _words(given) == _words(name) else _distance(text, other, most)
        if apart <= most and (best is None or apart < best[0]):
            best = (apart, name)
    return None if best is None else best[1]


def _folded(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "")


def _words(name: str) -> list[str]:
    return sorted(name.casefold().replace("-", "_").split("_"))


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters have to be left out, added, changed or swapped; more than `most` is only that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, meant in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != meant))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == meant:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
