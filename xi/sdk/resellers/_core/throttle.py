"""Keeps calls within the quota that the server grants. It learns the quota from the answers, by these rules.

What an answer says

1. Three headers describe a quota: `X-RateLimit-Limit` (calls in a window), `X-RateLimit-Remaining` (calls left) and
   `X-RateLimit-Reset` (when the next window begins). An answer without `Remaining` says nothing about the quota. If no
   answer says anything, and the program states no limit, no call is delayed.
2. A window lasts a minute, since the portal grants calls by the minute. If no reset is known, the window is assumed to
   end a minute from now. This is a guess; the first reset that the server names replaces it.
3. A reset is a moment, in milliseconds or seconds since the epoch, or it is a number of seconds to wait. `retry`
   distinguishes the three by their size. The portal describes seconds to wait and a moment in seconds. Live, it was
   measured in milliseconds, in steps of a minute, and sometimes in the past. A reset more than two minutes away is not
   credible. A reset in whole seconds may have been rounded down, so a second is added.

What is known about a window

4. A call may be sent while more calls are left than are in flight, since the server may not have counted those yet. If
   no call is left but some are in flight, their answers may change the count: the call asks again soon. Otherwise it
   waits for the reset.
5. Answers can arrive in another order than they were sent. For one window the lowest count and the earliest reset are
   valid. An answer with the reset of the window before is late, and ignored. An answer with a later reset begins the
   next window. Resets are compared with a tolerance, since rounding and the time on the way change them.
6. If an answer says nothing although earlier ones did, it counts as one call. A call that was not sent does not count.
7. A 429 says that no call is left until the wait that it asks for is over.
8. A known reset further away than rule 3 allows means that the clock was set back. Then the window is forgotten.

Who shares a quota

9. The portal grants calls by operation; live, one quota for the whole app was observed. One quota for the app is
   assumed until there is evidence of several: two operations have different limits, or the same count in one window, or
   resets far from each other. It is assumed again when a count falls by more than the calls of its operation.
10. If the app has no call left, an operation without a known count may have its own quota: one call is sent to find
    out. An operation whose answers never say anything is not delayed.

What the program states

11. With `calls_per_minute` each operation makes at most that many GET calls a minute: the portal's number, 60, is about
    GET calls. A call counts from its beginning until a minute after its end, since the server counts it at some moment
    between the two, and nobody knows when the server's minutes begin.

The numbers that do not come from the server or the portal are our choice. A simulation of servers of each kind tests
them (test/unit/test_core_throttle_simulation.py): no 429, and at most one window lost.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from xi.sdk.resellers._core.retry import is_moment, reset_in
from xi.sdk.resellers._records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

WINDOW_S = 60.0
"""Length of a window (rule 2)."""
_LONGEST_S = 120.0
"""A reset further away is not credible (rule 3)."""
_ROUNDED_S = 1.0
"""A reset in whole seconds may have been rounded down by this much (rule 3)."""
_SOON_S = 0.02
"""When to ask again if the answers to calls in flight may change the count (rule 4)."""
_PAST_RESET_S = 0.01
"""Added to the wait for a reset, which is in whole milliseconds (rule 4)."""
_SAME_MOMENT_S = 0.25
"""Two resets closer than this are the same, if the server names moments (rule 5)."""
_SAME_WAIT_S = 2.0
"""The same if it names seconds to wait, which rounding and the time on the way change (rule 5)."""
_APART_S = 5.0
"""Two resets further from each other than this are never the same (rule 9)."""
_MOST_DIGITS = 11
"""Digits of a count, and of a moment in seconds; a longer number is not a count, and a longer moment is in
milliseconds."""


class _Reset(NamedTuple):
    """The moment when a quota is renewed."""

    at: float
    is_moment: bool
    """Whether the server named this moment, not seconds to wait."""

    @property
    def tolerance(self) -> float:
        """Largest difference, in seconds, between two resets that are the same (rule 5)."""
        return _SAME_MOMENT_S if self.is_moment else _SAME_WAIT_S


@dataclass(slots=True)
class _Window:
    """What is known about the quota of one operation, or of the whole app."""

    in_flight: int = 0
    limit: int | None = None
    left: int | None = None
    """Calls left at the time of the last answer; calls in flight may not be subtracted yet."""
    reset: float | None = None
    """The moment when it is renewed; None until an answer in this window names it."""
    is_guess: bool = False
    """Whether `reset` is our assumption, not from the server."""
    last_reset: float | None = None
    """The last moment when it was renewed, if the server named it."""
    is_unmetered: bool = False
    """Whether all answers so far said nothing about a quota (rule 10)."""
    ended: deque[float] = field(default_factory=deque[float])
    """The moments when calls ended, for a limit that the program states (rule 11)."""

    def until_free(self, now: float) -> float:
        """Return the seconds until a call may be made; 0 if it may be made now."""
        self.roll(now)
        if self.left is None or self.left > self.in_flight:
            return 0.0
        if self.in_flight and (self.left > 0 or self.is_guess):
            return _SOON_S
        return self._guessed_reset(now) - now + _PAST_RESET_S

    def until_within(self, limit: int, now: float) -> float:
        """Return the seconds until a call is within a limit per minute, whenever the minutes begin (rule 11)."""
        while self.ended and not 0 <= now - self.ended[0] < WINDOW_S:
            self.ended.popleft()
        if len(self.ended) + self.in_flight < limit:
            return 0.0
        return self.ended[0] + WINDOW_S - now if self.ended else _SOON_S

    def roll(self, now: float) -> None:
        """Begin the next window if this one is over."""
        if self.reset is None:
            return
        if now >= self.reset:
            self.left, self.last_reset, self.reset = self.limit, None if self.is_guess else self.reset, None
        elif self.reset - now > _LONGEST_S + _ROUNDED_S:
            self.left = self.last_reset = self.reset = None  # the clock was set back

    def learn(self, left: int, limit: int | None, reset: _Reset | None, now: float) -> None:
        """Update the window from an answer.

        Args:
            left: calls left.
            limit: calls in each window; None if the answer does not say.
            reset: when the next window begins; None if the answer does not say, or the value is not credible.
            now: seconds since the epoch.
        """
        self.roll(now)
        self.is_unmetered = False
        self.limit = limit or max(self.limit or 0, left + 1)
        if reset is not None and self.last_reset is not None and abs(reset.at - self.last_reset) < reset.tolerance:
            return  # a late answer of the window before
        if reset is None or reset.at <= now:
            # Some answers name a moment in the past; then the window ends within a minute.
            self._guessed_reset(now)
        elif self.reset is None:
            self.reset, self.is_guess = reset.at, False
        elif self.is_guess or self._begins_another(reset, now):
            self.last_reset = None if self.is_guess else self.reset
            self.left, self.reset, self.is_guess = left, reset.at, False
            return
        elif abs(self.reset - reset.at) < reset.tolerance:
            self.reset = min(self.reset, reset.at)
        self.left = left if self.left is None else min(self.left, left)  # answers can overtake each other

    def _begins_another(self, reset: _Reset, now: float) -> bool:
        assert self.reset is not None  # noqa: S101 - asked only where it is known
        return reset.at >= self.reset + reset.tolerance and (reset.is_moment or now >= self.reset - reset.tolerance)

    def spend(self, now: float) -> None:
        """Subtract a call whose answer said nothing about the quota."""
        if self.left:
            self.left -= 1
            self._guessed_reset(now)

    def _guessed_reset(self, now: float) -> float:
        """Return the moment of the reset; if it is not known, assume one (rule 2)."""
        if self.reset is None:
            self.reset, self.is_guess = now + WINDOW_S, True
        return self.reset


class Throttle:
    """The quotas of one app; the rules are at the top of this module.

    Args:
        lock: held during each change, since threads and tasks share a throttle.
        limit: GET calls per operation and minute, if the program states a limit.
    """

    def __init__(self, lock: AbstractContextManager[object], limit: int | None = None) -> None:
        self._lock = lock
        self._limit = limit
        self._windows: dict[str, _Window] = {}
        self._app = _Window()
        self._is_shared = True
        self._counted: dict[int, str] = {}
        """The operation that received each count, in the present window of the app (rule 9)."""

    def restrict(self, limit: int | None) -> None:
        """Set the stated limit; None does not change it."""
        if limit is not None:
            self._limit = limit

    def restart(self, lock: AbstractContextManager[object]) -> None:
        """Continue in a forked process, in which the calls in flight never end.

        Args:
            lock: a new lock.
        """
        self._lock = lock
        for window in (self._app, *self._windows.values()):
            window.in_flight = 0

    def reserve(self, operation: str, now: float, *, reads: bool) -> float:
        """Count a call as in flight and return 0, or return the seconds after which to ask again.

        Args:
            operation: the operation to call.
            now: seconds since the epoch.
            reads: whether it is a GET, to which a stated limit applies.
        """
        with self._lock:
            window = self._windows.get(operation)
            if window is None:
                window = self._windows[operation] = _Window()
            wait = self._until_free(window, now)
            if self._limit is not None and reads:
                wait = max(wait, window.until_within(self._limit, now))
            if not wait:
                window.in_flight += 1
                self._app.in_flight += 1
            return wait

    def _until_free(self, window: _Window, now: float) -> float:
        if not self._is_shared:
            return window.until_free(now)
        if window.is_unmetered:
            return 0.0
        wait = self._app.until_free(now)
        if wait and window.left is None:
            # It may have a quota of its own: one call finds out (rule 10).
            return _SOON_S if window.in_flight else 0.0
        return wait

    def settle(self, operation: str, headers: Mapping[str, str] | None, now: float, *, is_sent: bool = True) -> None:
        """Count a call as ended, and learn from its answer.

        Args:
            operation: the operation that was called.
            headers: the headers of the answer; None if there was no answer.
            now: seconds since the epoch.
            is_sent: whether the server may have received, and counted, the call.
        """
        with self._lock:
            window, app = self._windows[operation], self._app
            window.in_flight -= 1
            app.in_flight -= 1
            if not is_sent:
                return
            if self._limit is not None:
                window.ended.append(now)
            left = None if headers is None else _count(headers.get("X-RateLimit-Remaining", ""))
            if headers is None or left is None:
                if window.left is None:
                    window.is_unmetered = window.is_unmetered or headers is not None
                else:
                    window.spend(now)
                    app.spend(now)
                return
            limit = _count(headers.get("X-RateLimit-Limit", ""))
            reset = _reset(headers.get("X-RateLimit-Reset", ""), now)
            self._compare(operation, left, limit, reset, now)
            before = app.reset
            window.learn(left, limit, reset, now)
            app.learn(left, limit, reset, now)
            tolerance = _SAME_MOMENT_S if reset is None else reset.tolerance
            if before is None or app.reset is None or abs(app.reset - before) >= tolerance:
                self._counted.clear()
            if left and reset is not None and app.reset is not None and abs(app.reset - reset.at) < tolerance:
                self._counted[left] = operation

    def _compare(self, operation: str, left: int, limit: int | None, reset: _Reset | None, now: float) -> None:
        """Learn from an answer whether there is one quota for the whole app (rule 9)."""
        window, app = self._windows[operation], self._app
        others = [each.limit for name, each in self._windows.items() if name != operation and each.limit is not None]
        if limit is not None and any(each != limit for each in others):
            self._is_shared = False
        if reset is None or reset.at <= now:
            return
        if app.reset is not None and not app.is_guess:
            apart = abs(app.reset - reset.at)
            if apart < reset.tolerance:
                if self._counted.get(left, operation) != operation:
                    self._is_shared = False  # one quota never gives the same count twice
            elif min(app.reset, reset.at) > now + _APART_S and (reset.is_moment or apart > _APART_S):
                self._is_shared = False  # one quota has one next reset
        if window.left is not None and window.reset is not None and abs(window.reset - reset.at) < reset.tolerance:
            fell = window.left - left
            if fell > window.in_flight + 1 and others:
                self._is_shared = True

    def refused(self, operation: str, wait: float, now: float) -> None:
        """Learn from a 429 that the quota is used up.

        Args:
            operation: the operation that was refused.
            wait: seconds until the quota is renewed.
            now: seconds since the epoch.
        """
        with self._lock:
            for window in (self._windows[operation], self._app) if self._is_shared else (self._windows[operation],):
                reset = now + wait
                if window.reset is not None and abs(window.reset - reset) < _SAME_WAIT_S:
                    reset = max(window.reset, reset)  # the same reset, perhaps rounded down
                window.left, window.reset, window.is_guess, window.is_unmetered = 0, reset, False, False


def _reset(text: str, now: float) -> _Reset | None:
    """Return when a quota is renewed; None for a value that is not credible."""
    wait = reset_in(text, now)
    if not wait or wait > _LONGEST_S:
        return None
    named = is_moment(text)
    # Whole seconds may have been rounded down; milliseconds are exact.
    whole = "." not in text and (not named or len(text.strip()) <= _MOST_DIGITS)
    return _Reset(now + wait + (_ROUNDED_S if whole else 0.0), named)


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None
