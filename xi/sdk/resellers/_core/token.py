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
    from xi.sdk.resellers._core.redact import Sealed

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

    value: Sealed
    renew_at: float
    ends_at: float


def granted(value: Sealed, expires_in: object, now: float) -> Token:
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


class _Failure(NamedTuple):
    """A fetch that failed, for those who waited for it."""

    at: float
    error: ApiException
    patience: float
    """Seconds it had."""


class Keeper:
    """What is known of the token of one app. All that call for it share it, since a second token may end the first.

    Args:
        gate: lets one of all threads and tasks fetch.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._kept: tuple[Token, float] | None = None
        """The token, and when it came."""
        self._dead: Sealed | None = None
        self._no_sooner = -math.inf
        self._failed: _Failure | None = None

    def held(self, now: float) -> Sealed | None:
        """Return the token where it needs no renewal."""
        kept = self._kept
        return kept[0].value if kept is not None and now < kept[0].renew_at and kept[0].value != self._dead else None

    def acquire(
        self, fetch: Fetch, *, refused: Sealed | None, until: float, clock: Callable[[], float]
    ) -> Flow[Sealed]:
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
        kept = self._kept
        if kept is not None and kept[0].value == refused:
            self._dead = refused  # before its time; marked, not dropped: another may have come this instant
        while True:
            now = clock()
            kept = self._kept
            serving, is_fresh = self._look(kept, began, now)
            if serving is not None and is_fresh:
                return serving.value
            self._share_failure(began, until - now)
            if not (yield Guard(self._gate, 0.0 if serving else until - now)):
                if serving is not None:
                    return serving.value  # somebody else sees to it
                if clock() >= until:
                    self._share_failure(began, 0.0)
                    raise NotSentException(0, "no token was there before the deadline", attempts=0)
                continue
            try:
                if self._kept is kept:  # nobody else has fetched, in between
                    yield from self._renew(fetch, until - clock(), clock, early=serving is not None)
            finally:
                self._gate.leave()

    def _look(self, kept: tuple[Token, float] | None, began: float, now: float) -> tuple[Token | None, bool]:
        """Return the token if it serves, and whether it needs no renewal."""
        if kept is None or kept[0].value == self._dead:
            return None, False
        token, came = kept
        if came >= began:
            return token, True  # it came for this call, should it end before anything can be sent
        return token if now < token.ends_at else None, now < token.renew_at or now < self._no_sooner

    def _renew(self, fetch: Fetch, patience: float, clock: Callable[[], float], *, early: bool) -> Flow[None]:
        try:
            token = yield from fetch(patience, early=early)
        except ApiException as error:
            if not early:
                self._failed = _Failure(clock(), copy.copy(error), patience)  # a copy holds no frames
                raise
            self._no_sooner = clock() + _PUT_OFF_S
        else:
            self._kept, self._dead, self._failed = (token, clock()), None, None

    def _share_failure(self, began: float, patience: float) -> None:
        """Raise what others met while this call waited; one that was in much more of a hurry tells nothing."""
        failed = self._failed
        if failed is not None and failed.at >= began and patience <= 2 * failed.patience:
            raise copy.copy(failed.error)
