"""Keeps a part of the minute's calls for others, from what the answers say about the quota."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Final

from xi.sdk.resellers._core.retry import reset_in

_MINUTE_S: Final = 60.0
_LONGEST_S: Final = 120.0
"""A reset further away is not credible."""
_PAST_RESET_S: Final = 0.5
"""Added to a wait, so that the next window has begun everywhere."""


class Quota:
    """Says how long to wait before the next call.

    Args:
        reserve: calls of each minute that are left to others.
        stated: calls in a minute, if the program states them; the server's headers come first.
    """

    def __init__(self, reserve: int, stated: int | None) -> None:
        self._reserve = reserve
        self._stated = stated
        self._made: deque[float] = deque()

    def wait(self, headers: Mapping[str, str] | None, now: float) -> float:
        """Return the seconds to wait after an answer.

        Args:
            headers: its headers; None if there is no answer.
            now: when it came, in seconds since the epoch.
        """
        self._made.append(now)
        left = (headers or {}).get("X-RateLimit-Remaining", "").strip()
        if left.isascii() and left.isdigit():
            if int(left) > self._reserve or not self._reserve:
                return 0.0
            reset = reset_in((headers or {}).get("X-RateLimit-Reset", ""), now)
            return (reset if reset and 0 < reset <= _LONGEST_S else _MINUTE_S) + _PAST_RESET_S
        return self._wait_by_count(now)

    def _wait_by_count(self, now: float) -> float:
        while self._made and not 0 <= now - self._made[0] < _MINUTE_S:
            self._made.popleft()
        if self._stated is None or not self._made or len(self._made) < max(1, self._stated - self._reserve):
            return 0.0
        return self._made[0] + _MINUTE_S - now
