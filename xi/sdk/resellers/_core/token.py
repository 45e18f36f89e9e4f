"""Keeping the bearer token of an app: when it serves, when it is renewed, and who renews it."""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING, NamedTuple, Protocol

from xi.sdk.resellers._core.flow import Guard
from xi.sdk.resellers.exceptions import ApiException, NotSentException

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.flow import Flow, Gate

LONGEST_S = 86_400.0
"""What the service grants; the 30 days of a sample on the portal contradict the text beside it."""
_UNSAID_S = 3_600.0
"""Taken for granted where the answer does not say."""
_MARGIN = 0.1
_LONGEST_MARGIN_S = 300.0
_PUT_OFF_S = 30.0
"""After an early renewal that failed, the old token serves so long before the next one."""


class Token(NamedTuple):
    """A bearer token and its moments, on the monotonic clock."""

    value: str
    renew_at: float
    ends_at: float

    def __repr__(self) -> str:
        """Leave out the token itself."""
        return f"Token(renew_at={self.renew_at:.0f}, ends_at={self.ends_at:.0f})"


def granted(value: str, expires_in: object, now: float) -> Token:
    """Return a token with its moments.

    Args:
        value: the token.
        expires_in: what the answer says of its life: seconds as a number or as text; nonsense, or nothing, counts as
            an hour, and more than a day as a day.
        now: on the monotonic clock, before the token was asked for.
    """
    try:
        seconds = float(str(expires_in))
    except ValueError:
        seconds = math.nan
    life = min(seconds, LONGEST_S) if seconds > 0 else _UNSAID_S
    return Token(value, now + life - min(life * _MARGIN, _LONGEST_MARGIN_S), now + life)


class Fetch(Protocol):
    """Asks the service for a token."""

    def __call__(self, patience: float, *, early: bool) -> Flow[Token]:
        """Return a token.

        Args:
            patience: seconds it may take.
            early: whether another token still serves, so that nothing is tried twice.

        Raises:
            ApiException: there is none to be had.
        """
        ...


class Keeper:
    """What is known of the token of one app. All that call for it share it, since a second token may end the first.

    Args:
        gate: lets one of all threads and tasks fetch.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._token: Token | None = None
        self._no_sooner = -math.inf
        self._failed: tuple[float, ApiException] | None = None

    def held(self, now: float) -> str | None:
        """Return the token where it needs no renewal."""
        token = self._token
        return token.value if token is not None and now < token.renew_at else None

    def acquire(self, fetch: Fetch, *, refused: str | None, until: float, clock: Callable[[], float]) -> Flow[str]:
        """Return a token that serves, renewed where that is due.

        Args:
            fetch: asks for a new one.
            refused: one that the server has just answered 401 to.
            until: moment to be done by.
            clock: the monotonic one, for all moments.

        Raises:
            ApiException: a token has to be fetched and could not be.
            NotSentException: it was not there in time.
        """
        began = clock()
        if self._token is not None and self._token.value == refused:
            self._token = None  # it died before its time
        while True:
            now = clock()
            serving = self._serving(now)
            if serving is not None and (now < serving.renew_at or now < self._no_sooner):
                return serving.value
            if not (yield Guard(self._gate, 0.0 if serving else until - now)):
                if serving is not None:
                    return serving.value  # somebody else sees to it
                if self._failed is not None and self._failed[0] >= began:
                    raise copy.copy(self._failed[1])
                if clock() >= until:
                    raise NotSentException(0, "no token was there before the deadline", attempts=0)
                continue
            try:
                if self._serving(clock()) is serving:  # nobody else has, in between
                    self._token = yield from self._renewed(fetch, serving, until, clock)
            finally:
                self._gate.leave()

    def _serving(self, now: float) -> Token | None:
        token = self._token
        return token if token is not None and now < token.ends_at else None

    def _renewed(
        self, fetch: Fetch, serving: Token | None, until: float, clock: Callable[[], float]
    ) -> Flow[Token | None]:
        try:
            return (yield from fetch(until - clock(), early=serving is not None))
        except ApiException as error:
            now = clock()
            if serving is None or now >= serving.ends_at:
                self._failed = (now, error)
                raise
            self._no_sooner = now + _PUT_OFF_S
            return serving
