"""Orders as they are made, what is counted, and the POs that were there before. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from zlib import crc32

from xi.sdk.resellers.ordering._findings import folded
from xi.sdk.resellers.ordering.files._refusals import CellFault, Refusal


@dataclass(slots=True)
class Built:
    """An order of a file.

    Args:
        po: its PO as it is written.
        order: its fields, as the desk takes them.
        ref: what is kept and not sent.
        first: the first line or item that it is from.
        lines: how many lines it has.
        units: the sum of its quantities.
        largest: the largest quantity, and its line in the file.
        faults: what is wrong with it.
        spans: the lines of the file that it is from, as ranges.
        digits: parts of digits only.
    """

    po: str
    order: dict[str, Any] = field(default_factory=dict[str, Any])
    ref: dict[str, str] = field(default_factory=dict[str, str])
    first: int = 0
    lines: int = 0
    units: int = 0
    largest: tuple[int, int] = (0, 0)
    faults: list[Refusal] = field(default_factory=list[Refusal])
    spans: list[list[int]] = field(default_factory=list[list[int]])
    digits: int = 0

    @property
    def place(self) -> str:
        """The lines of the file, such as `14-16`."""
        return ",".join(f"{a}-{b}" if a != b else str(a) for a, b in self.spans)

    @property
    def key(self) -> bytes:
        """16 bytes that stand for the PO as the ledger compares it."""
        return blake2b(folded(self.po).encode(), digest_size=16).digest()


@dataclass(slots=True)
class Counts:
    """What was counted in a file.

    Args:
        rows: rows of the file without the header.
        empty: rows of nothing but empty cells.
        left_out: rows that the mapping leaves out, by the column and the value.
        refused: rows with a fault.
        lines: lines of orders.
        long_pos: POs that are longer than the newest v7 permits.
    """

    rows: int = 0
    empty: int = 0
    left_out: Counter[str] = field(default_factory=Counter[str])
    refused: int = 0
    lines: int = 0
    long_pos: int = 0


class Known:
    """The POs that were there before: 16 bytes each, with the line and a check of the spelling."""

    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}

    def fault_of(self, po: str, key: bytes, line: int) -> CellFault | None:
        """Return what is wrong if the PO was there before, and note it.

        Args:
            po: the PO.
            key: its 16 bytes.
            line: where it begins.
        """
        spelling = crc32(po.encode()) & 0xFFFF
        before = self._seen.setdefault(key, line << 16 | spelling)
        if before >> 16 == line:
            return None
        if before & 0xFFFF != spelling:
            return CellFault("po-spelling", f"is the PO of line {before >> 16} in another spelling", "write both alike")
        return CellFault(
            "po-twice",
            f"was there before, from line {before >> 16}: one PO, one order",
            "keep its rows together, or --group anywhere",
        )
