"""The values of a run over many orders: what goes in, what it may be at most, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal  # noqa: TC003 - get_type_hints resolves it at runtime
from types import MappingProxyType
from typing import Any, Final

from xi.sdk.resellers.exceptions import OpenApiException

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An order, and where it is from.

    Args:
        order: an OrderCreateRequest (v6), an AsyncOrderCreateDTO (v7), or a dict of the fields of either.
        source: the file that it is from, and its lines in the file, such as `("orders.csv", "14-16")`.
        ref: the program's own IDs, which are kept beside the order and not sent.
        reuse: why its PO is used again, if it is.
    """

    order: Any
    source: tuple[str, str] | None = None
    ref: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    reuse: str | None = None

    @property
    def place(self) -> str:
        """Where it is from, for a message: the file and its lines; empty if that is not known."""
        return "" if self.source is None else ":".join(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many orders, lines and units a run has, or is expected to have.

    Args:
        orders: how many orders; None if that is not checked.
        lines: how many lines in all of them.
        units: the sum of all quantities.
    """

    orders: int | None = None
    lines: int | None = None
    units: Decimal | int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadOrder:
    """An order that was left out, because it cannot be placed.

    Args:
        index: its place among the orders of the run, from 0.
        item: the order, and where it is from.
        error: why.
    """

    index: int
    item: Item
    error: OpenApiException


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is.

    Args:
        total: how many orders there are; None if that is not known before the end.
        begun: how many orders the run has begun or found in the ledger.
        done: how many of them have come to an end: settled, held, or given up at the end of the wait.
        known: how many of those that are done had been settled before this run.
        placed: how many stand with all their lines.
        partly: how many stand without some of their lines, or without any.
        rejected: how many are refused, or closed by a person.
        held: how many wait for a person.
        doubt: how many were sent, and are looked for.
        out: how many are in the hands of a thread or a task now.
        left_out: how many were left out because they cannot be placed.
        rate: orders that came to an end in the last minute.
        seconds: how long the run has taken.
        waits_for: what it waits for, in words; None if it does not wait.
    """

    total: int | None = None
    begun: int = 0
    done: int = 0
    known: int = 0
    placed: int = 0
    partly: int = 0
    rejected: int = 0
    held: int = 0
    doubt: int = 0
    out: int = 0
    left_out: int = 0
    rate: int = 0
    seconds: float = 0.0
    waits_for: str | None = None

    def __str__(self) -> str:
        """Return one line."""
        counts = {
            "placed": self.placed,
            "partly placed": self.partly,
            "rejected": self.rejected,
            "held": self.held,
            "in doubt": self.doubt,
            "left out": self.left_out,
        }
        shown = ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "none placed yet"
        not_begun = "" if self.total is None or self.total <= self.begun else f", {self.total - self.begun} not begun"
        waits = f"; waits: {self.waits_for}" if self.waits_for else ""
        return f"{self.done} orders done: {shown}{not_begun}{waits}"
