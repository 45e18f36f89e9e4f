"""When to send a request again, and after how long.

The rules:

1. Whether. A request that was not sent, or was answered 429, was not acted on and may always be sent again. A request
   that was not answered, or was answered 500, 502, 503 or 504, may have been acted on. It is sent again only if sending
   it twice does no harm (`Repeat`).
2. How often. The policy limits the number of attempts, and each wait has to end before its deadline.
3. After how long, if the server does not say: a random time up to a bound that doubles with each attempt ("full
   jitter"), so that programs that failed together do not come back together.
4. After how long, if the server says: the time in `Retry-After`. For a 429 without that header it is the time in
   `X-RateLimit-Reset`, or else a whole window of the quota. A random part of the base is added. No wait is longer than
   the cap of the policy.

The defaults of `RetryPolicy`, and where each comes from (docs/why.md says more):

- `attempts` 4, `base` 0.5 s: our choice. A short failure is over after two or three attempts, within 3.5 seconds.
- `wait_cap` 120 s: two windows of the quota; live, resets were seen to move in steps of a minute.
- `quota_window` 60 s: the portal grants calls by the minute.
- `deadline` 300 s: our choice. Several renewals of the quota fit into it.
"""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from xi.sdk.resellers._core.operation import Repeat
from xi.sdk.resellers._records import dataclass
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH_SECONDS_FROM = 1e9
"""A reset of this number or more is a moment; a smaller one is a wait. 1e9 seconds are September 2001, or 32 years."""
_EPOCH_MILLISECONDS_FROM = 1e11
"""A reset of this number or more is in milliseconds, as measured on the live API; in seconds it would be in 5138."""

_MOST_S = 10**18
"""The longest time given as an int; a larger one may not become a float."""


class Outcome(Enum):
    """The outcome of an attempt, as far as it matters for repeating it."""

    ANSWERED = auto()
    NOT_SENT = auto()
    UNANSWERED = auto()
    REFUSED = auto()
    """A 429: not acted on."""
    FAILED = auto()
    """A 500, 502, 503 or 504: perhaps acted on."""


_BY_STATUS = {429: Outcome.REFUSED} | dict.fromkeys((500, 502, 503, 504), Outcome.FAILED)
DOUBTFUL = (Outcome.UNANSWERED, Outcome.FAILED)
"""Outcomes after which the request may have been acted on."""
REFUSALS = frozenset({400, 401, 403, 404, 405, 413, 415, 422, 429})
"""Statuses which prove that the request was not acted on. Any other status but 2xx leaves it open: a gateway sends 408
or 504 while the server goes on working, and 409 can mean that the same request is being processed."""


def outcome_of(status: int) -> Outcome:
    """Return the outcome of an attempt that was answered with a status."""
    return _BY_STATUS.get(status, Outcome.ANSWERED)


def may_repeat(repeat: Repeat, outcome: Outcome) -> bool:
    """Return whether a request may be sent again; never for a create or modify that may have been acted on."""
    if outcome in DOUBTFUL:
        return repeat is not Repeat.ONCE
    return outcome is not Outcome.ANSWERED


def _check_seconds(name: str, value: object) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        # A Decimal too: it cannot be added to the float that a clock gives.
        raise ApiTypeError(f"{name} should be seconds as an int or a float, not {_shown(value)}", argument=name)
    if name == "deadline" and not value > 0:
        raise ApiValueError(f"{name} is {value}; it must be more than 0 seconds", argument=name)
    if not value >= 0:
        raise ApiValueError(f"{name} is {value}; it must be 0 or more seconds", argument=name)
    if isinstance(value, int) and value > _MOST_S:
        raise ApiValueError(f"{name} is more than {_MOST_S:,} seconds, which no clock can add", argument=name)


def _shown(value: object) -> str:
    return f"{value!r:.40} of {type(value).__name__}"


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how long a call is tried; an immutable value, which clients and threads can share.

    Args:
        attempts: how often a request may be sent, including the first time; at least 1. The repeat with a new token
            after a 401 is not counted.
        deadline: seconds for the whole call, including waits, after which it is not tried again; above 0.
        wait_cap: longest single wait in seconds, also if the server asks for more.
        base: seconds; the wait before attempt n + 1 is random between 0 and `base` times 2 to the n - 1. After a 429 up
            to `base` is added to what the server asks for.
        quota_window: seconds to wait after a 429 that does not say, or says a moment already past. The portal
            grants calls by the minute.

    Raises:
        ApiTypeError: `attempts` is no int, or a time is neither int nor float.
        ApiValueError: a value is too small, or too large for a clock.
    """

    attempts: int = 4
    deadline: float = 300.0
    wait_cap: float = 120.0
    base: float = 0.5
    quota_window: float = 60.0

    def __post_init__(self) -> None:
        """Refuse values that cannot work, before the first call and not after its first attempt."""
        attempts: object = self.attempts
        if not isinstance(attempts, int) or isinstance(attempts, bool):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            raise ApiTypeError(
                f"attempts should be a whole number, 1 or more, not {_shown(attempts)}", argument="attempts"
            )
        if attempts < 1:
            raise ApiValueError(f"attempts is {attempts}; it must be at least 1", argument="attempts")
        for name in ("deadline", "wait_cap", "base", "quota_window"):
            _check_seconds(name, getattr(self, name))

    def wait(self, attempt: int, *, elapsed: float, asked: float | None, chance: float) -> float | None:
        """Return the seconds to wait before the next attempt, or None if there is none.

        Args:
            attempt: the number of attempts so far.
            elapsed: seconds since the first one began.
            asked: seconds that the server asked to wait; None if it did not.
            chance: a random number from 0 to 1.
        """
        if attempt >= self.attempts:
            return None
        if asked is None:
            # Limited, since a float overflows at 2**1024; the cap is reached much earlier.
            seconds = chance * min(self.wait_cap, self.base * 2 ** min(attempt - 1, 60))
        else:
            # The random part is added, so that programs that were refused together do not come back together.
            seconds = min(self.wait_cap, asked + chance * self.base)
        return None if elapsed + seconds >= self.deadline else seconds


DEFAULT_POLICY = RetryPolicy()


def asked_wait(headers: Mapping[str, str], *, now: float, window: float) -> float:
    """Return the seconds that a 429 asks to wait: Retry-After, else X-RateLimit-Reset, else a window.

    Args:
        headers: the headers of the response.
        now: seconds since the epoch.
        window: seconds to wait if the response does not name a wait, or names a moment in the past.
    """
    for found in (retry_after(headers, now), reset_in(headers.get("X-RateLimit-Reset", ""), now)):
        if found is not None and found > 0:
            return found
    return window


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds that Retry-After asks to wait, negative for a moment in the past; None without the header.

    Args:
        headers: the headers of the response.
        now: seconds since the epoch.
    """
    text = headers.get("Retry-After", "")
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds
    try:
        moment = parsedate_to_datetime(text)
        # One of the three date formats of HTTP has no zone. It is in GMT, but Python reads it as local time.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
    except (ValueError, OverflowError):
        return None


def reset_in(text: str, now: float) -> float | None:
    """Return the seconds until the moment in an X-RateLimit-Reset, negative for a moment in the past.

    The portal describes seconds to wait and seconds since the epoch; the live API sent milliseconds since the epoch.

    Args:
        text: the value of the header.
        now: seconds since the epoch.
    """
    value = _number(text)
    if value is None or value < _EPOCH_SECONDS_FROM:
        return value
    return (value / 1000 if value >= _EPOCH_MILLISECONDS_FROM else value) - now


def is_moment(text: str) -> bool:
    """Return whether an X-RateLimit-Reset is a moment, not seconds to wait."""
    value = _number(text)
    return value is not None and value >= _EPOCH_SECONDS_FROM


def _number(text: str) -> float | None:
    """Return the number in a header; the greatest, if a gateway has sent the header twice: `30, 30`."""
    try:
        value = max(float(each) for each in text.split(","))
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None
