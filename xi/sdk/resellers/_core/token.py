"""The bearer token of an app: how long it is valid, when it is renewed, and which call renews it.

The rules:

1. Each app has one token, which all its calls share: live, a second token was seen to end the first.
2. The answer states the life of the token (`expires_in`, a number or a text). It counts as at most a day, and as an
   hour if it is missing. The portal grants 24 hours; a sample next to that text shows 30 days, which contradicts it.
3. A token is renewed when a tenth of its life is left, but at most five minutes. Our choice: this is enough for several
   attempts, and for clocks that differ.
4. One call renews the token for all threads and tasks. While the old token is valid, the other calls use it; after that
   they wait for the new one. If the renewal fails while they wait, they fail with the same error. A renewal that had
   much less time than they have does not count.
5. A renewal that fails while the old token is valid is not an error. The next one is due 30 seconds later. Our choice:
   ten renewals fit into the five minutes.
6. A token that was answered 401 is never used again. Live, tokens were seen to end before their time.
7. A token that came after a call began is used for that call, however short its life is. Without this rule, a call
   would fetch tokens for ever if the server ends each of them at once.
"""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING, NamedTuple, Protocol

from xi.sdk.resellers._core.flow import EnterGate
from xi.sdk.resellers.exceptions import ApiException, NotSentException

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.flow import Flow, Gate
    from xi.sdk.resellers._core.redact import Sealed

LONGEST_S = 86_400.0
"""Longest life of a token, in seconds (rule 2)."""
_UNSTATED_S = 3_600.0
"""Life of a token if the answer does not state it (rule 2)."""
_MARGIN = 0.1
"""Share of its life that is left when it is renewed (rule 3)."""
_LONGEST_MARGIN_S = 300.0
_PAUSE_S = 30.0
"""Time between a renewal that failed and the next one, while the old token is valid (rule 5)."""


class Token(NamedTuple):
    """A bearer token, and the moments of its renewal and its end on the monotonic clock."""

    value: Sealed
    renew_at: float
    ends_at: float


def token_of(value: Sealed, expires_in: object, now: float) -> Token:
    """Return a token with the moments of its renewal and its end.

    Args:
        value: the token itself.
        expires_in: its life as stated in the answer, in seconds, as a number or a text. Any other value counts as an
            hour, and more than a day as a day.
        now: the moment before the token was requested, on the monotonic clock.
    """
    try:
        seconds = float(str(expires_in))
    except ValueError:
        seconds = math.nan
    life = min(seconds, LONGEST_S) if seconds > 0 else _UNSTATED_S
    return Token(value, now + life - min(life * _MARGIN, _LONGEST_MARGIN_S), now + life)


class Fetch(Protocol):
    """Requests a token from the service."""

    def __call__(self, patience: float, *, early: bool) -> Flow[Token]:
        """Return a token.

        Args:
            patience: seconds that it may take.
            early: whether the old token is still valid; then it makes one attempt only.

        Raises:
            ApiException: the service gives no token.
        """
        ...


class _Held:
    """The token in use.

    It knows itself whether it was refused, so that no thread reads a token together with what is known of another.
    """

    __slots__ = ("came", "is_refused", "token")

    def __init__(self, token: Token, came: float) -> None:
        self.token = token
        self.came = came
        self.is_refused = False


class _Failure(NamedTuple):
    """A failed request for a token, for the calls that waited for it."""

    at: float
    error: ApiException
    patience: float
    """Seconds that it was given."""


class AppToken:
    """The token of one app, shared by all clients of the app in this process.

    Args:
        gate: lets one flow of all threads and tasks request a token.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._held: _Held | None = None
        self._not_before = -math.inf
        self._failed: _Failure | None = None

    def current(self, now: float) -> Sealed | None:
        """Return the token if it is valid and not due for renewal."""
        held = self._held
        return held.token.value if held is not None and now < held.token.renew_at and not held.is_refused else None

    def obtain(self, fetch: Fetch, *, refused: Sealed | None, until: float, clock: Callable[[], float]) -> Flow[Sealed]:
        """Return a valid token, renewed if it is due.

        Args:
            fetch: requests a new token.
            refused: a token that the server has just answered with 401.
            until: the latest moment to return.
            clock: the monotonic clock, for all moments.

        Raises:
            ApiException: a new token is necessary, and the service gave none.
            NotSentException: there was no token in time.
        """
        began = clock()
        held = self._held
        if held is not None and held.token.value == refused:
            held.is_refused = True  # marked, not dropped: another token may have come at this moment
        while True:
            now = clock()
            held = self._held
            serving, is_fresh = self._look(held, began, now)
            if serving is not None and is_fresh:
                return serving.value
            self._share_failure(began, until - now)
            me = object()
            try:  # around the way in too: Ctrl-C may come when this flow is in, and does not know it yet
                if not (yield EnterGate(self._gate, 0.0 if serving else until - now, me)):
                    if serving is not None:
                        return serving.value  # another flow is renewing it
                    if clock() >= until:
                        self._share_failure(began, 0.0)
                        raise NotSentException(0, "no token was there before the deadline", attempts=0)
                elif self._held is held:  # no other flow has renewed it in between
                    yield from self._renew(fetch, until - clock(), clock, early=serving is not None)
            finally:
                self._gate.leave(me)

    def _look(self, held: _Held | None, began: float, now: float) -> tuple[Token | None, bool]:
        """Return the token if it is valid, and whether it is not due for renewal."""
        if held is None or held.is_refused:
            return None, False
        token = held.token
        if held.came >= began:
            return token, True  # it came after this call began (rule 7)
        return token if now < token.ends_at else None, now < token.renew_at or now < self._not_before

    def _renew(self, fetch: Fetch, patience: float, clock: Callable[[], float], *, early: bool) -> Flow[None]:
        try:
            token = yield from fetch(patience, early=early)
        except ApiException as error:
            if not early:
                self._failed = _Failure(clock(), copy.copy(error), patience)  # a copy has no traceback
                raise
            self._not_before = clock() + _PAUSE_S
        else:
            self._held, self._failed = _Held(token, clock()), None

    def _share_failure(self, began: float, patience: float) -> None:
        """Raise the error of a request that failed while this call waited, unless it had much less time (rule 4)."""
        failed = self._failed
        if failed is not None and failed.at >= began and patience <= 2 * failed.patience:
            raise copy.copy(failed.error)
