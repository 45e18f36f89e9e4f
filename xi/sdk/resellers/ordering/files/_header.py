"""The names of columns: which ones are needed, and where each stands. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from xi.sdk.resellers.ordering.files._fields import field_of
from xi.sdk.resellers.ordering.files._mapping import FileMapping

PO: Final = "customerOrderNumber"
PART: Final = "ingramPartNumber"
QUANTITY: Final = "quantity"
QUOTE: Final = "quoteNumber"
NEEDED: Final = (PO, PART, QUANTITY)
NUMBERED: Final = "{n}"
"""Stands for 1, 2, ... in the names of the layout groups."""
_RECORD: Final = re.compile(r"(.+)#([1-9][0-9]*)")

Fits = Callable[[list[str]], int]
"""Tells how many of the columns that are needed a header does not have."""


def fits(mapping: FileMapping, fixed: Mapping[str, str], header: int | None) -> Fits:
    """Return what tells how many needed columns a header lacks.

    Args:
        mapping: the mapping.
        fixed: fields that have one value for every order.
        header: the line of the header; 0 without one.
    """
    if not mapping.columns:
        given = {found.name for found in map(field_of, fixed) if found is not None}

        def own(cells: list[str]) -> int:
            found = {each.name for each in (field_of(cell.strip(" \t")) for cell in cells) if each is not None}
            needed = {PO} if QUOTE in found | given else {*NEEDED} - given
            return len(needed - found)

        return own
    needed = needed_of(mapping)
    if mapping.layout == "records":
        types = record_types(needed)
        return lambda cells: 0 if cells and len(cells) >= types.get(cells[0].strip(" \t"), len(cells) + 1) else 1
    if header == 0:
        most = max((int(name[1:]) for name in needed if name[:1] == "#" and name[1:].isdigit()), default=0)
        return lambda cells: max(most - len(cells), 0)
    return lambda cells: len(needed - positions_of(cells).keys())


def needed_of(mapping: FileMapping) -> set[str]:
    """Return the columns that a mapping names."""
    names = {*mapping.columns, *mapping.only, *mapping.skip, *mapping.must, *mapping.fill}
    return {name.replace(NUMBERED, "1") if mapping.layout == "groups" else name for name in names}


def record_types(names: set[str]) -> dict[str, int]:
    """Return the types of records, each with the highest cell that is needed of it."""
    found: dict[str, int] = {}
    for match in map(_RECORD.fullmatch, names):
        if match is not None:
            found[match[1]] = max(found.get(match[1], 0), int(match[2]))
    return found


def positions_of(cells: Sequence[str]) -> dict[str, int]:
    """Return the place of each column by its name; names that are there twice get #1, #2."""
    names = [cell.strip(" \t") for cell in cells]
    counts, seen = Counter(names), Counter[str]()
    found: dict[str, int] = {}
    for index, name in enumerate(names):
        seen[name] += 1
        if name:
            found[name if counts[name] == 1 else f"{name}#{seen[name]}"] = index
    return found
