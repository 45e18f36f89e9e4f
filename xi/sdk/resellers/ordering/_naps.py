"""How long `place` sleeps before it asks the ledger again, and what it says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from xi.sdk.resellers.ordering._log import NOTICEABLE_S, log

_HELD_S: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""The naps while another worker has the order, in seconds; the last one repeats. It is mostly done at once, and if not,
asking often does not make it faster."""
LONGEST_NAP_S: Final = 2.0
"""The longest nap until the order is due: another process or a webhook may settle it."""


@dataclass(slots=True)
class Naps:
    """The naps of one call of `place`.

    Args:
        name: what the order is called in words.
        fields: the fields of its log records.
    """

    name: str
    fields: Mapping[str, Any]
    _held: int = 0
    _silent: float = 0.0
    _told: str | None = None

    def next(self, due_in: float | None, why: str, left: float, *, is_held: bool) -> float:
        """Return the seconds of the next nap; what is waited for is logged once, before anybody wonders.

        Args:
            due_in: in how many seconds something is due for the order; None if nothing is.
            why: what is waited for.
            left: the seconds that are left of the wait.
            is_held: whether another worker has the order.
        """
        if is_held:
            nap = _HELD_S[min(self._held, len(_HELD_S) - 1)]
            self._held += 1
        else:
            nap = LONGEST_NAP_S if due_in is None else min(max(due_in, _HELD_S[0]), LONGEST_NAP_S)
            self._held = 0
        nap = min(nap, left)
        self._silent += nap
        if self._silent > NOTICEABLE_S and why != self._told:
            log.warning("%s: waiting, %.0f s at most: %s", self.name, left, why, extra=dict(self.fields))
            self._told, self._silent = why, 0.0
        return nap
