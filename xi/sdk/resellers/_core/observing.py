"""What an observer is told of a call: each attempt, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xi.sdk.resellers.exceptions import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt of a call, told as soon as it is clear what became of it and what follows."""

    operation: str
    """The method that was called."""
    correlation_id: str | None
    """The same in all attempts of a call."""
    number: int
    """From 1."""
    started: float
    """Seconds since the epoch."""
    elapsed: float
    """Seconds from sending to the end of the answer."""
    status: int | None
    """The HTTP status; None where there was no answer."""
    failure: str | None
    """Why there was no answer."""
    wait: float | None
    """Seconds until the next attempt; None where there is none."""
    held: float
    """Seconds it was held back before, to keep within the quota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The end of a call, told before its answer is read or its error raised."""

    operation: str
    """The method that was called."""
    correlation_id: str | None
    """As it went out."""
    tried: tuple[Attempt, ...]
    """Its attempts, in order; empty where it was never sent."""
    started: float
    """Seconds since the epoch."""
    elapsed: float
    """Seconds, all attempts and waits included."""
    status: int | None
    """The HTTP status of the last answer; None where there was none."""
    failure: str | None
    """Why there was no answer."""
    doubt: Doubt | None = None
    """What is to be found out before the call is repeated, where it ended without an answer."""

    @property
    def attempts(self) -> int:
        """How many times it was sent."""
        return len(self.tried)


Observer = Callable[[Attempt | Finished], None]
