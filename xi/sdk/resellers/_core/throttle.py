"""Keeps calls within the quota the server grants, as it tells it with each answer."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xi.sdk.resellers._core.retry import reset_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

WINDOW_S = 60.0
"""The portal grants calls by the minute."""
_LONGEST_S = 120.0
"""A reset further off than this is taken for nonsense; the live one moves in steps of a minute."""
_SOON_S = 0.02
"""How soon to look again where answers still out may bring better news."""
_PAST_RESET_S = 0.01
"""The reset comes in whole milliseconds."""
_SAME_S = 0.25
"""Two resets closer than this are one: told in seconds to wait, each answer gives another moment."""


@dataclass(slots=True)
class _Window:
    """What is known of the quota of one operation, or of the whole app."""

    in_flight: int = 0
    limit: int | None = None
    left: int | None = None
    """Calls that could still be made when the last answer was; those in flight may be among them."""
    reset: float | None = None
    """When it is renewed; None until an answer of the present window says."""
    past: float | None = None
    """When it was renewed last."""
    others: int = 0
    """Answers to other operations since the last one to this."""
    sent: deque[float] = field(default_factory=deque[float])
    """When calls were made, for a limit that the configuration states."""

    def until_free(self, now: float) -> float:
        """Return the seconds until a call may be made; 0 where it may."""
        if self.left is None:
            return 0.0
        if self.reset is not None and now >= self.reset:
            self.left, self.past, self.reset = self.limit, self.reset, None
            if self.left is None:
                return 0.0
        if self.left > self.in_flight:
            return 0.0
        if self.in_flight:
            return _SOON_S
        return WINDOW_S if self.reset is None else self.reset - now + _PAST_RESET_S

    def until_within(self, limit: int, now: float) -> float:
        """Return the seconds until a call keeps within a limit per minute, whenever the server's minutes begin.

        0 counts it.
        """
        while self.sent and now - self.sent[0] >= WINDOW_S:
            self.sent.popleft()
        if len(self.sent) < limit:
            self.sent.append(now)
            return 0.0
        return self.sent[0] + WINDOW_S - now

    def learn(self, left: int, limit: int | None, reset: float | None, now: float) -> None:
        """Take over what an answer says.

        Args:
            left: calls that could still be made.
            limit: calls that can be made in each window.
            reset: when the next one begins; None where it does not say, or nonsense.
            now: seconds since the epoch.
        """
        if reset is not None and self.past is not None and reset < self.past + _SAME_S:
            return  # an answer of the window before, overtaken by one of this
        if reset is None or reset <= now:
            # Some answers name a moment already past; the window is then at most a minute from its end.
            reset = now + WINDOW_S if self.reset is None or self.reset <= now else self.reset
        if self.left is not None and self.reset is not None and abs(self.reset - reset) < _SAME_S:
            self.left = min(self.left, left)  # answers overtake each other
        else:
            self.left, self.reset = left, reset
        self.limit = limit or self.limit
        self.others = 0

    def spend(self) -> None:
        """Count a call whose answer said nothing."""
        if self.left:
            self.left -= 1


class Throttle:
    """The quotas of one app. Where no answer has told of one, and no limit was stated, nothing is held back.

    Args:
        lock: held while anything changes; threads and tasks share a throttle.
        limit: GET calls per operation and minute, where the program states it.
    """

    def __init__(self, lock: AbstractContextManager[object], limit: int | None = None) -> None:
        self._lock = lock
        self._limit = limit
        self._windows: dict[str, _Window] = {}
        self._app = _Window()
        self._is_shared = False

    def restrict(self, limit: int | None) -> None:
        """State a limit, or another one; None leaves it as it is."""
        if limit is not None:
            self._limit = limit

    def reserve(self, operation: str, now: float, *, reads: bool) -> float:
        """Return 0 and count a call as in flight, or return the seconds after which to ask again.

        Args:
            operation: what is to be called.
            now: seconds since the epoch.
            reads: whether it is a GET, which a stated limit is about.
        """
        with self._lock:
            window = self._windows.get(operation)
            if window is None:
                window = self._windows[operation] = _Window()
            wait = self._app.until_free(now) if self._is_shared else window.until_free(now)
            if self._limit is not None and reads and not wait:
                wait = window.until_within(self._limit, now)
            if not wait:
                window.in_flight += 1
                self._app.in_flight += 1
            return wait

    def settle(self, operation: str, headers: Mapping[str, str] | None, now: float) -> None:
        """Count a call as done, and take over what its answer says of the quota.

        Args:
            operation: what was called.
            headers: of its answer; None where there was none.
            now: seconds since the epoch.
        """
        with self._lock:
            window, app = self._windows[operation], self._app
            window.in_flight -= 1
            app.in_flight -= 1
            left = None
            if headers is not None and "X-RateLimit-Remaining" in headers:
                left = _count(headers["X-RateLimit-Remaining"])
            if headers is None or left is None:
                window.spend()
                app.spend()
                return
            limit = _count(headers.get("X-RateLimit-Limit", ""))
            wait = reset_in(headers.get("X-RateLimit-Reset", ""), now)
            reset = now + wait if wait is not None and wait <= _LONGEST_S else None
            self._is_shared = self._judged(window, left, reset)
            for each in self._windows.values():
                each.others += 1
            window.learn(left, limit, reset, now)
            app.learn(left, limit, reset, now)

    def _judged(self, window: _Window, left: int, reset: float | None) -> bool:
        """Whether the quota is one for the whole app.

        It is where a count fell by the calls of other operations too, and is not where two counts run side by side.
        """
        app = self._app
        if reset is None or window.reset is None or abs(window.reset - reset) >= _SAME_S:
            return self._is_shared
        if self._is_shared:
            return app.left is None or left <= app.left + app.in_flight + 1
        return bool(window.others and window.left is not None and window.left - left > window.in_flight + 1)

    def refused(self, operation: str, wait: float, now: float) -> None:
        """Take over that the quota is used up.

        Args:
            operation: what was refused.
            wait: seconds until it is renewed.
            now: seconds since the epoch.
        """
        with self._lock:
            for window in (self._windows[operation], self._app):
                window.left, window.reset = 0, now + wait


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
