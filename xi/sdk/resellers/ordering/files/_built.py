"""Orders as they are made, what is counted, and the POs that were there before. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from zlib import crc32

from xi.sdk.resellers._purchase_orders import folded
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
        cut_pos: POs whose last digits a spreadsheet may have made zeros.
        strays: rows with quotes inside two cells that are not used.
    """

    rows: int = 0
    empty: int = 0
    left_out: Counter[str] = field(default_factory=Counter[str])
    refused: int = 0
    lines: int = 0
    long_pos: int = 0
    cut_pos: int = 0
    strays: int = 0


class Known:
    """The POs of all files of a run so far: 16 bytes each, with the place and a check of the spelling."""

    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}
        self._files: list[str] = []

    def begin(self, file: str) -> None:
        """Note that what comes next is from another file.

        Args:
            file: its name.
        """
        self._files.append(file)

    def fault_of(self, po: str, key: bytes, line: int, word: str) -> CellFault | None:
        """Return what is wrong if the PO was there before, and note it.

        Args:
            po: the PO.
            key: its 16 bytes.
            line: where it begins.
            word: what is counted there: line or item.
        """
        here = len(self._files)
        place = here << 48 | line
        spelling = crc32(po.encode()) & 0xFFFF
        before = self._seen.setdefault(key, place << 16 | spelling)
        if before >> 16 == place:
            return None
        file, first = before >> 64, before >> 16 & 0xFFFF_FFFF_FFFF
        where = f"{word} {first:,}" if file == here else f"{self._files[file - 1]}:{first}"
        if before & 0xFFFF != spelling:
            return CellFault("po-spelling", f"is the PO of {where} in another spelling", "write both alike")
        if file != here:
            hint = "take it out of one; to order more of it: another PO"
            return CellFault("po-in-two-files", f"is in {where} too: one PO, one order", hint)
        return CellFault(
            "po-twice",
            f"was there before, from {where}: one PO, one order",
            "keep its rows together, or --group anywhere",
        )

    def file_of(self, key: bytes) -> int:
        """Return the place of the file that a PO was in first, from 0.

        Args:
            key: its 16 bytes.
        """
        return (self._seen[key] >> 64) - 1
