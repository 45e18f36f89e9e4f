"""Finds for each part that was asked for the items that answer it, by these rules.

1. By the identifier: the item carries the name that was asked for, letter by letter. If several do, an index tells
   which of them are meant. The order of the items is never used, since the server does not promise one.
2. By the index, where the server sends one, if no item has the identifier. Whether it counts from 0 or from 1 is taken
   from the items that have both. An item that carries another identifier of the kind that was asked for is not it.
3. By the identifier in another case, if one part and one item are left that fit each other and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from xi.sdk.resellers.prices._asked import Asked
from xi.sdk.resellers.prices._reading import Item

Matches = dict[int, list[Item]]


def matched(piece: Sequence[Asked], items: Sequence[Item]) -> list[list[Item]]:
    """Return the items for each part of a piece.

    Args:
        piece: the parts, in the order in which they were asked for.
        items: the items of the answer.
    """
    found: Matches = {
        place: [each for each in items if each.is_named(asked.kind, asked.value)] for place, asked in enumerate(piece)
    }
    offset = _offset(found, items, len(piece))
    for place, its in found.items():
        meant = [each for each in its if offset is not None and each.index == place + offset]
        found[place] = meant or its
    _by_index(piece, _left(found, items), found, offset)
    _in_another_case(piece, _left(found, items), found)
    return [found[place] for place in range(len(piece))]


def _left(found: Matches, items: Sequence[Item]) -> list[Item]:
    taken = {id(each) for its in found.values() for each in its}
    return [each for each in items if id(each) not in taken]


def _offset(found: Matches, items: Sequence[Item], count: int) -> int | None:
    """Return what the server calls the first part: 0 or 1; None if that is not clear."""
    seen = {
        each.index - place for place, its in found.items() if len(its) == 1 for each in its if each.index is not None
    }
    if seen:
        return seen.pop() if len(seen) == 1 else None
    indices = {each.index for each in items if each.index is not None}
    if 0 in indices:
        return None if count in indices else 0
    return 1 if count in indices else None


def _by_index(piece: Sequence[Asked], left: list[Item], found: Matches, offset: int | None) -> None:
    if offset is None:
        return
    for each in left:
        place = None if each.index is None else each.index - offset
        if place not in found or found[place]:
            continue
        asked = piece[place]
        if not each.contradicts(asked.kind, asked.value):
            found[place] = [each]


def _in_another_case(piece: Sequence[Asked], left: list[Item], found: Matches) -> None:
    for place, asked in enumerate(piece):
        fitting = [each for each in left if each.is_nearly(asked.kind, asked.value)]
        if found[place] or len(fitting) != 1:
            continue
        rivals = [other for other in piece if fitting[0].is_nearly(other.kind, other.value)]
        if rivals == [asked]:
            found[place] = fitting
