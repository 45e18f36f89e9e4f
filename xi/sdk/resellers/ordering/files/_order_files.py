"""Several order files as one run: each is checked before an order of the first is given, and a PO is in one of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import Self

from xi.sdk.resellers.ordering.files._built import Known
from xi.sdk.resellers.ordering.files._checks import FileCheck
from xi.sdk.resellers.ordering.files._reading import OrderFile, OrderSource, Said, name_of, written
from xi.sdk.resellers.ordering.files._refusals import Refusal
from xi.sdk.resellers.ordering.runs import Item, Totals

_SUMS = ("orders", "lines", "units")


class OrderFiles:
    """The orders of files that were all read and checked: an iterable of Items, which can be read more than once.

    It holds a private copy of each file. Close it, or use it in a `with` block; the copies are gone then.

    Args:
        given: a path, or a stream of bytes, for each file.
        said: what the program says about all of them.
        expect: the sums that they should have; None if that is not checked.
    """

    def __init__(self, given: Sequence[OrderSource], said: Said, expect: Totals | None) -> None:
        known = Known()
        self._files: list[OrderFile] = []
        with ExitStack() as opened:
            for each, name in zip(given, _names(given), strict=True):
                file = opened.enter_context(OrderFile(each, said, known=known, name=name))
                for index, keys in file.elsewhere.items():
                    if index < len(self._files):
                        self._files[index].exclude(keys)
                self._files.append(file)
            self._others = tuple(_others(self.totals, expect, self.checks))
            self._opened = opened.pop_all()

    @property
    def files(self) -> tuple[OrderFile, ...]:
        """The orders of each file."""
        return tuple(self._files)

    @property
    def checks(self) -> tuple[FileCheck, ...]:
        """What was found in each file."""
        return tuple(each.check for each in self._files)

    @property
    def errors(self) -> tuple[Refusal, ...]:
        """All that is refused: in the order of the files and their rows, then what is wrong with all of them."""
        return (*chain.from_iterable(each.errors for each in self.checks), *self._others)

    @property
    def is_refused(self) -> bool:
        """Whether nothing of the files can be placed, also if bad orders are left out."""
        return any(each.whole_file for each in self.errors)

    @property
    def totals(self) -> Totals:
        """How many orders, lines and units of all files can be placed."""
        checks = self.checks
        return Totals(
            orders=sum(each.orders for each in checks),
            lines=sum(each.order_lines for each in checks),
            units=sum(each.units for each in checks),
        )

    def __iter__(self) -> Iterator[Item]:
        """Yield the orders that are not refused, in the order of the files.

        Raises:
            ApiValueError: they are closed.
        """
        return chain.from_iterable(self._files)

    def close(self) -> None:
        """Delete the private copies. Closing twice does nothing."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        """Return the names of the files and how many orders they have."""
        names = ", ".join(each.file for each in self.checks)
        return f"{type(self).__name__}({names!r}, {self.totals.orders} orders)"


def _names(given: Sequence[OrderSource]) -> list[str]:
    """Return the names of the files; the whole path where two end alike."""
    names = [name_of(each) for each in given]
    counts = Counter(names)
    return [
        written(os.fspath(each)) if counts[name] > 1 and isinstance(each, (str, os.PathLike)) else name
        for each, name in zip(given, names, strict=True)
    ]


def _others(totals: Totals, expect: Totals | None, checks: Sequence[FileCheck]) -> Iterator[Refusal]:
    """Yield a refusal for each sum that is not the expected one."""
    if expect is None:
        return
    name = checks[0].file if len(checks) == 1 else f"{len(checks)} files"
    for each in _SUMS:
        wanted, found = getattr(expect, each), getattr(totals, each)
        if wanted is not None and wanted != found:
            yield Refusal(
                file=name,
                code="other-totals",
                message=f"{found:,} {each} can be placed, and {wanted:,} are expected",
                hint="look for rows that are missing or there twice; if the file is right: --expect",
                whole_file=True,
            )
