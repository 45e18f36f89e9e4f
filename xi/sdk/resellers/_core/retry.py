"""When to send a request again, and after how long.

The rules:

1. Whether. What was not sent, and a 429, may always be sent again: it was not acted on. What was not answered, and a
   500, 502, 503 or 504, may have been acted on: it is sent again only where twice does no harm (`Repeat`).
2. How often. At most as often as the policy has attempts, and only while the wait ends before its deadline.
3. After how long, where the server does not say: a random time up to a bound that doubles with each attempt ("full
   jitter"), so that programs that failed together do not come back together.
4. After how long, where it says: `Retry-After` for a 429 and for a failure; for a 429 else `X-RateLimit-Reset`, else a
   whole window of the quota. To that a random part of the base is added. No wait exceeds the cap of the policy.

The defaults of `RetryPolicy`, and where each comes from (docs/why.md says more):

- `attempts` 4, `base` 0.5 s: our choice. A short failure is over after two or three attempts, within 3.5 seconds.
- `wait_cap` 120 s: two windows of the quota; live, resets were seen to move in steps of a minute.
- `quota_window` 60 s: the portal grants calls by the minute.
- `deadline` 300 s: our choice. Several renewals of the quota fit into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from xi.sdk.resellers._core.operation import Repeat

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH_SECONDS_FROM = 1e9
"""A reset at or above this is a moment, below it a wait: 1e9 seconds is September 2001, or a wait of 32 years."""
_EPOCH_MILLISECONDS_FROM = 1e11
"""A reset at or above this counts milliseconds, as measured on the live API; as seconds it would be the year 5138."""


class Outcome(Enum):
    """What became of one attempt, as far as repeating it goes."""

    ANSWERED = auto()
    NOT_SENT = auto()
    UNANSWERED = auto()
    REFUSED = auto()
    """429: not acted on."""
    FAILED = auto()
    """500, 502, 503 or 504: perhaps acted on."""


_BY_STATUS = {429: Outcome.REFUSED} | dict.fromkeys((500, 502, 503, 504), Outcome.FAILED)
DOUBTFUL = (Outcome.UNANSWERED, Outcome.FAILED)
"""What leaves open whether the request was acted on."""
REFUSALS = frozenset({400, 401, 403, 404, 405, 413, 415, 422, 429})
"""Statuses that say the request was looked at and not acted on. Of any other that is no success nobody knows: a gateway
answers 408 or 504 in place of a server that goes on working, and 409 is sent while the same request is under way."""


def outcome_of(status: int) -> Outcome:
    """Tell what an answer's status means for repeating the request."""
    return _BY_STATUS.get(status, Outcome.ANSWERED)


def may_repeat(repeat: Repeat, outcome: Outcome) -> bool:
    """Tell whether a request may be sent again; a create or modify that may have been acted on never is."""
    if outcome in DOUBTFUL:
        return repeat is not Repeat.ONCE
    return outcome is not Outcome.ANSWERED


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how long a call is tried; a value, shared without a thought.

    Args:
        attempts: how many times a request may be sent, the first included; at least 1. The one repeat with a new token
            after a 401 comes on top.
        deadline: seconds after which a call is not tried again, its waits included; above 0.
        wait_cap: seconds no single wait exceeds, whatever the server asks for.
        base: seconds; the wait before attempt n + 1 is random between 0 and `base` times 2 to the n - 1. After a 429 up
            to `base` is added to what the server asks for.
        quota_window: seconds to wait after a 429 that does not say, or says a moment already past. The portal
            grants calls by the minute.
    """

    attempts: int = 4
    deadline: float = 300.0
    wait_cap: float = 120.0
    base: float = 0.5
    quota_window: float = 60.0

    def __post_init__(self) -> None:
        """Refuse what could never work."""
        if self.attempts < 1:
            raise ValueError(f"attempts is {self.attempts}; it must be at least 1")
        if not self.deadline > 0:
            raise ValueError(f"deadline is {self.deadline}; it must be more than 0 seconds")
        for name in ("wait_cap", "base", "quota_window"):
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} is {getattr(self, name)}; it must be 0 or more seconds")

    def wait(self, attempt: int, *, elapsed: float, asked: float | None, chance: float) -> float | None:
        """Return the seconds to wait before the next attempt, or None when there is to be none.

        Args:
            attempt: how many attempts were made.
            elapsed: seconds since the first one began.
            asked: seconds the server asked to wait, where it did.
            chance: a random number from 0 to 1.
        """
        if attempt >= self.attempts:
            return None
        if asked is None:
            # Beyond 2**60 the cap has long taken over, and a float would overflow at 2**1024.
            seconds = chance * min(self.wait_cap, self.base * 2 ** min(attempt - 1, 60))
        else:
            # On top, so that those who were refused together do not come back together.
            seconds = min(self.wait_cap, asked + chance * self.base)
        return None if elapsed + seconds >= self.deadline else seconds


DEFAULT_POLICY = RetryPolicy()


def asked_wait(headers: Mapping[str, str], *, now: float, window: float) -> float:
    """Return the seconds a 429 asks to wait: Retry-After, else X-RateLimit-Reset, else a whole window.

    Args:
        headers: of the answer, in any case.
        now: seconds since the epoch.
        window: seconds to wait where the answer does not say, or names a moment already past.
    """
    for found in (
        retry_after(headers, now),
        reset_in(headers.get("X-RateLimit-Reset", ""), now),
    ):
        if found is not None and found > 0:
            return found
    return window


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds a Retry-After asks to wait, negative for a moment already past; None where there is none.

    Args:
        headers: of the answer, in any case.
        now: seconds since the epoch.
    """
    return _retry_after(headers.get("Retry-After", ""), now)


def _retry_after(text: str, now: float) -> float | None:
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds
    try:
        moment = parsedate_to_datetime(text)
        # A date without a zone, as in one of the three forms HTTP allows, is in GMT; Python would take it for local.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
    except (ValueError, OverflowError):
        return None


def reset_in(text: str, now: float) -> float | None:
    """Return the seconds until the moment an X-RateLimit-Reset names, negative for one already past.

    The portal gives it in seconds to wait or in seconds since the epoch; the live API was measured in milliseconds.

    Args:
        text: the header.
        now: seconds since the epoch.
    """
    value = _number(text)
    if value is None or value < _EPOCH_SECONDS_FROM:
        return value
    return (value / 1000 if value >= _EPOCH_MILLISECONDS_FROM else value) - now


def is_moment(text: str) -> bool:
    """Tell whether an X-RateLimit-Reset names a moment, rather than seconds to wait."""
    value = _number(text)
    return value is not None and value >= _EPOCH_SECONDS_FROM


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None
