"""Finds the known name that a mistyped one probably means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG = 8
"""Length from which names are similar with two wrong letters; shorter ones with one."""


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most similar to a given one; None if none is similar.

    Similar names differ in case, in dashes and underscores, in the order of their words, or in one or two letters that
    are missing, added, changed or swapped with the next.
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
    """Return the number of letters to remove, add, change or swap; numbers above `most` are not exact."""
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
