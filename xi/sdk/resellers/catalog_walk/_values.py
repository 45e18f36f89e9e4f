"""What a walk is told, how far it is, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import TypedDict


class Filters(TypedDict, total=False):
    """What part of the catalogue is walked; all of it without a filter. See `paging.products`."""

    type: str
    has_discounts: str
    vendor: Sequence[str]
    vendor_part_number: Sequence[str]
    vendor_number: str
    keyword: Sequence[str]
    category: str
    skip_authorisation: str
    accept_language: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a walk is.

    Args:
        page: the page that was read last.
        rows: products so far, without doubles.
        stated: how many products the server states; it moves.
        wait: seconds until the next page is asked for; 0 mostly.
    """

    page: int
    rows: int
    stated: int
    wait: float


Told = Callable[[Progress], object]
"""Is told of each page."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a product since the last complete walk.

    Args:
        kind: `came`, `gone` or `changed`.
        sku: the SKU.
    """

    kind: str
    sku: str


@dataclass(frozen=True, slots=True)
class Walk:
    """What came of a walk.

    Args:
        path: the table. That of a walk which is not complete ends with `.incomplete`.
        is_complete: whether it came to the real end of the catalogue.
        rows: products in the table.
        stated: how many products the server stated at most.
        pages: how many pages had products.
        doubles: products that came on a second page as well; each is in the table once.
        unnamed: products without a SKU; they are in the table, but cannot be compared.
        began: when the walk began, in UTC.
        ended: when it ended.
        since: when the last complete walk before it ended; None if there was none, or if this one is not complete.
        came: products that are new since then; None if `since` is None. The same holds for the next two.
        gone: products that were there then, and are not now; see `unseen`.
        changed: products of which something is different.
        changes_path: the file with all changes, as JSON Lines; see `changes`.
        unseen: products that were there then and did not come, of which it is not known whether they are gone: the
            server stated more products than came. One that the next complete walk does not see either is gone. None if
            `since` is None.
    """

    path: Path
    is_complete: bool
    rows: int
    stated: int
    pages: int
    doubles: int
    unnamed: int
    began: datetime
    ended: datetime
    since: datetime | None = None
    came: int | None = None
    gone: int | None = None
    changed: int | None = None
    changes_path: Path | None = None
    unseen: int | None = None

    def changes(self) -> Iterator[Change]:
        """Yield all changes from the file, one at a time; none if there is nothing to compare with."""
        if self.changes_path is None:
            return
        with self.changes_path.open(encoding="utf-8") as lines:
            for line in lines:
                found = json.loads(line)
                yield Change(found["change"], found["ingramPartNumber"])
