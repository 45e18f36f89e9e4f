"""The part of a transaction that shares the rate limits of an app between all programs and machines.

A quota is a row. A call reserves the next free place in it and waits for that place; nobody asks again and again.

1. A limit of N calls a minute is spread evenly over nine tenths of it: the places are 60 s / 0.9 N apart.
2. Calls of long runs wait for their place. Other calls may go before it, by a tenth of N places less one. So a minute
   never has more than N calls, and long runs leave a tenth of it to the others, who go first.
3. Nothing is delayed before an answer has said something about the quota.
4. One quota for the whole app is assumed, until two of its buckets (kinds of calls) have different limits, or resets
   far from each other: then each bucket has a quota of its own.
5. A 429, and an answer that says that no call is left, move the next place to the reset. An answer that says that few
   are left, because another program uses the app too, moves it so that those places are the last ones before the reset.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Final

from xi.sdk.resellers.ordering.ledger._part import Part
from xi.sdk.resellers.ordering.ledger._schema import ALL

MINUTE_S: Final = 60.0
LONG_RUNS: Final = 0.9
"""The part of each minute that long runs may use."""
UNKNOWN_LIMIT: Final = 60
"""Calls a minute after a 429 that does not say; the number of the portal."""
LONGEST_S: Final = 120.0
"""A reset further away is not credible: a window is a minute long."""
FARTHEST_S: Final = 3_000.0
"""A place further away than this is of a time before the clock was set back, such as by an hour."""
APART_S: Final = 5.0
"""Two resets further from each other than this are never the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """What is known about the quota of an app, or of one kind of its calls.

    Args:
        applies: whether calls take their places here.
        limit: calls a minute; None if it is not known.
        remaining: calls left at the last answer that was written down.
        reset_at: when it is renewed, in seconds since 1970.
        spacing: seconds between two places; 0 while nothing is known.
        head_start: by how many seconds calls may go before their place, unless they belong to a long run.
        next_at: the next free place.
    """

    applies: bool
    limit: int | None = None
    remaining: int | None = None
    reset_at: float | None = None
    spacing: float = 0.0
    head_start: float = 0.0
    next_at: float = 0.0


_QUOTA: Final = tuple(each.name for each in fields(Quota))


Memory = dict[tuple[str, str], Quota]
"""What this program has learnt, by app and bucket; it only saves reads."""


class Quotas(Part):
    """Reserves places in rate limits, and learns them from answers."""

    _memory: Memory

    def reserve(self, app: str, bucket: str, *, bulk: bool, longest: float | None = None) -> float:
        """Reserve a place for a call, and return the seconds to wait for it.

        Args:
            app: a short hash of the client ID.
            bucket: the kind of call: create, search, details and so on.
            bulk: whether it belongs to a long run; other calls go before it.
            longest: the longest wait in seconds; if the place is further away, it is given back.
        """
        here = {"at_app": app, "at_bucket": bucket}
        result = self._execute(self._statements.reserve, here | {"now": self.now})
        if not self._statements.is_postgresql:
            if not result.rowcount:
                return 0.0
            result = self._execute(self._statements.reserved, here)
        place = result.one_or_none()
        if place is None:
            return 0.0
        begins, head_start = place
        if longest is not None and begins - self.now > FARTHEST_S:
            # Far places are given back, so the clock was set back: this one would hold everything up until then.
            self._execute(self._statements.begin_again, here | {"now": self.now})
            return 0.0
        wait: float = max(0.0, begins - (0.0 if bulk else head_start) - self.now)
        if longest is not None and wait > longest:
            self._execute(self._statements.give_back, here)
        return wait

    def learn(
        self,
        app: str,
        bucket: str,
        *,
        limit: int | None,
        remaining: int | None,
        reset_at: float | None,
        too_many: bool,
    ) -> None:
        """Learn from an answer; nothing is written unless it changes something.

        Args:
            app: a short hash of the client ID.
            bucket: the kind of call.
            limit: `X-RateLimit-Limit`, calls a minute.
            remaining: `X-RateLimit-Remaining`.
            reset_at: when the quota is renewed, in seconds since 1970.
            too_many: whether the answer is 429.
        """
        if limit is None and remaining is None and not too_many:
            return
        if reset_at is not None and not self.now < reset_at <= self.now + LONGEST_S:
            reset_at = None
        last = self._memory.get((app, bucket))
        if last is not None and not too_many:
            after = _learnt(last, limit, remaining, reset_at, self.now, too_many=False)
            if not _differs(last, after):
                return  # most answers; not even a read
        known = self.quotas(app)
        shared = known.get(ALL, Quota(applies=True))
        own = known.get(bucket, Quota(applies=not shared.applies))
        is_split = not shared.applies or _are_apart(known, bucket, limit, reset_at, self.now)
        for name, quota in ((ALL, shared), (bucket, own)):
            applies = (name == ALL) != is_split
            learnt = _learnt(quota, limit, remaining, reset_at, self.now, too_many=too_many and applies)
            self._memory[app, name] = learnt = replace(learnt, applies=applies)
            self._write_quota(app, name, known.get(name), learnt)
        if is_split and shared.applies:
            self._execute(self._statements.set_applies, {"at_app": app, "is_shared": False, "is_split": True})

    def quotas(self, app: str) -> dict[str, Quota]:
        """Return what is known about the quotas of an app, by bucket; that of the whole app has an empty name.

        Args:
            app: a short hash of the client ID.
        """
        rows = self._execute(self._statements.quotas, {"at_app": app}).mappings()
        return {row["bucket"]: Quota(**{each: row[each] for each in _QUOTA}) for row in rows}

    def _write_quota(self, app: str, bucket: str, before: Quota | None, after: Quota) -> None:
        if before is None or _differs(before, after):
            values: dict[str, Any] = {each: getattr(after, each) for each in _QUOTA}
            self._execute(self._statements.set_quota, values | {"app": app, "bucket": bucket})


def _learnt(
    quota: Quota, limit: int | None, remaining: int | None, reset_at: float | None, now: float, *, too_many: bool
) -> Quota:
    if limit is None and quota.limit is None and too_many:
        limit = UNKNOWN_LIMIT
    if limit:
        spacing = MINUTE_S / (LONG_RUNS * limit)
        head_start = max(0.0, (1.0 - LONG_RUNS) * limit - 1.0) * spacing
        quota = replace(quota, limit=limit, spacing=spacing, head_start=head_start)
    if remaining is not None or too_many:
        quota = replace(quota, remaining=0 if too_many else remaining, reset_at=reset_at)
    if too_many or remaining is not None:
        left = 0 if too_many or remaining is None else remaining
        reset = now + MINUTE_S if reset_at is None else reset_at
        # Calls may go before their place by the head start, but not before the reset if none is left.
        earliest = reset - left * quota.spacing + quota.head_start
        # Calls that keep their places come out within one place of it, and need no write.
        if left == 0 or (reset_at is not None and quota.limit and earliest > now + quota.spacing):
            quota = replace(quota, next_at=max(quota.next_at, earliest))
    return quota


def _differs(before: Quota, after: Quota) -> bool:
    """Return whether it is worth a write: the count of each answer is not, but each tenth of the quota is."""
    if (before.applies, before.limit, before.next_at) != (after.applies, after.limit, after.next_at):
        return True
    tenth = max(1.0, (after.limit or 0) * (1.0 - LONG_RUNS))
    return abs((before.remaining or 0) - (after.remaining or 0)) >= tenth


def _are_apart(known: dict[str, Quota], bucket: str, limit: int | None, reset_at: float | None, now: float) -> bool:
    """Return whether a kind of call has a quota of its own (rule 4)."""
    others = [quota for name, quota in known.items() if name not in (ALL, bucket)]
    if limit is not None and any(each.limit not in (None, limit) for each in others):
        return True
    soon = now + APART_S
    return any(
        reset_at is not None
        and each.reset_at is not None
        and abs(each.reset_at - reset_at) > APART_S
        and min(each.reset_at, reset_at) > soon
        for each in others
    )
