"""Notices when the clock of a ledger jumps forward: what it skips has not passed."""

from __future__ import annotations

from typing import Final

_JUMP_S: Final = 5.0
"""What a clock may gain between two transactions; NTP sets it right by less."""
_MOST: Final = 100
"""Jumps that are kept; doubts are younger."""


class Jumps:
    """How far a clock has jumped forward, beside the time that has passed."""

    def __init__(self) -> None:
        self._ahead: float | None = None
        self._jumps: list[tuple[float, float]] = []

    def saw(self, now: float, passed: float) -> None:
        """Note what both clocks say at one moment.

        Args:
            now: the ledger's time.
            passed: the time that has passed, which never jumps.
        """
        ahead = now - passed
        if self._ahead is not None and ahead - self._ahead > _JUMP_S:
            self._jumps = [*self._jumps[1 - _MOST :], (now, ahead - self._ahead)]
        self._ahead = ahead

    def since(self, moment: float) -> float:
        """Return how many seconds were skipped since a moment; 0 mostly.

        Args:
            moment: the ledger's time then.
        """
        return sum(size for at, size in self._jumps if moment <= at - size / 2)
