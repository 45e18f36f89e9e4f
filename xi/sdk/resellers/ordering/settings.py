"""The times and limits of an order desk, with the reason for each default."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

HOUR: Final = 3_600.0
DAY: Final = 24 * HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The times, in seconds, and the limits of an order desk.

    Args:
        deadline: the longest time of one create, with everything that it waits for.
        lease: for how long an intent belongs to the worker that wrote it. It is longer than `deadline`, so that no
            request is under way when the lease is over.
        quiet: after the last doubt about an order, nothing is sent again before this time has passed and a search has
            found nothing. It should be longer than the search lags behind, and than a slow server acts late.
        looks: when to search for an order in doubt, counted from the beginning of the doubt. The first ones only save
            time; the last one is at `quiet` or later, since only a look after `quiet` permits another send.
        patience: how long an order that v7 accepted may stay without a result; the nightly downtime of a region lasts
            hours.
        breaker: after so many creates in a row without a clear answer nothing is sent for `breaker_pause`.
        breaker_pause: the first pause of the breaker. Each one that follows is twice as long.
        breaker_longest: the longest pause of the breaker.
        sends: how often one order is sent at most.
        send_within: how long after its first send an order may be sent again.
        held_for: how long after its first send an order without a result is searched for. A search reaches back 20
            days.
        recheck: when an order that was sent more than once is searched for again, after it was settled.
        record_for: how long an answer that has come is kept and offered to a database that is away.

    Raises:
        ApiValueError: a time or a limit does not fit the others; the error names it.
        ApiTypeError: one is not a number.
    """

    deadline: float = 60.0
    lease: float = 90.0
    quiet: float = 180.0
    looks: tuple[float, ...] = (10.0, 60.0, 180.0)
    patience: float = DAY
    breaker: int = 5
    breaker_pause: float = 60.0
    breaker_longest: float = 900.0
    sends: int = 3
    send_within: float = DAY
    held_for: float = 20 * DAY
    recheck: float = HOUR
    record_for: float = 120.0

    def __post_init__(self) -> None:
        """Refuse times with which an order could be sent twice, or never."""
        if not isinstance(self.looks, tuple):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            raise ApiTypeError(f"looks should be a tuple, not {type(self.looks).__name__}", argument="looks")
        for each in fields(self):
            for number in self.looks if each.name == "looks" else (getattr(self, each.name),):
                _check_number(each.name, number)
        if self.deadline >= self.lease:
            raise ApiValueError(
                f"deadline is {self.deadline:g} s; it should be shorter than the lease, {self.lease:g} s",
                argument="deadline",
            )
        if not self.looks or list(self.looks) != sorted(set(self.looks)):
            raise ApiValueError(f"looks is {self.looks!r}; it should be rising seconds", argument="looks")
        if self.looks[-1] < self.quiet:
            raise ApiValueError(
                f"the last of looks is {self.looks[-1]:g} s; it should not be before the quiet time, {self.quiet:g} s, "
                "since only a look after that permits another send",
                argument="looks",
            )
        if self.breaker_longest < self.breaker_pause:
            raise ApiValueError(
                f"breaker_longest is {self.breaker_longest:g} s; it should not be below breaker_pause, "
                f"{self.breaker_pause:g} s",
                argument="breaker_longest",
            )


def _check_number(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ApiTypeError(f"{name} should be a number, not {type(value).__name__}", argument=name)
    if not 0 < value < float("inf"):
        raise ApiValueError(f"{name} is {value!r}; it should be above 0", argument=name)
    if name in ("breaker", "sends") and value != int(value):
        raise ApiValueError(f"{name} is {value!r}; it should be a whole number", argument=name)
