"""How the orders of an account are, and what needs a person: quick, however many orders are settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from xi.sdk.resellers.ordering._entries import Pause
from xi.sdk.resellers.ordering._protocol import Reason, State
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering.ledger import Ledger
from xi.sdk.resellers.ordering.metrics import SEEN_S, WHOLE_APP
from xi.sdk.resellers.ordering.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How the orders of an account are, at one moment of the ledger.

    Args:
        at: this moment.
        batch: the batch that is counted; None counts all orders of the account.
        states: orders by state; each state is there.
        oldest: since when the oldest order is in a state that somebody has to end, by state.
        next_at: when the desk does something about an order that it can end, by state.
        held: held orders by reason; a reason without orders is absent.
        doubled: orders of which two of ours stand.
        needing: the orders that need a person, those that stand twice first, then the oldest; there may be more.
        pause: why nothing new is sent; None if it is.
        breaker_open: whether sends are held back because creates in a row had no clear answer.
        workers: when each worker was seen first and last, by its name; of the last 5 minutes.
        quota_remaining: calls left, by bucket, as of the last answer that said it; `all` is that of all calls.
        last_settled: when an order of the account was settled last.
    """

    at: datetime
    batch: str | None
    states: Mapping[State, int]
    oldest: Mapping[State, datetime]
    next_at: Mapping[State, datetime]
    held: Mapping[Reason, int]
    doubled: int
    needing: tuple[Record, ...]
    pause: Pause | None
    breaker_open: bool
    workers: Mapping[str, tuple[datetime, datetime]]
    quota_remaining: Mapping[str, int]
    last_settled: datetime | None


def read_overview(ledger: Ledger, ctx: Context, batch: str | None, most: int) -> Overview:
    """Return how the orders of an account are.

    Args:
        ledger: the ledger.
        ctx: the account.
        batch: only of this batch.
        most: how many orders that need a person to return.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    account = (ctx.customer, ctx.country)
    with ledger.reading() as tx:
        counts = tx.states(*account, batch)
        groups = tx.open_orders(*account, batch)
        doubled = tx.doubled(*account, batch)
        needing = tx.needing(*account, most, batch)
        pause = tx.pause(*account)
        breaker = tx.breaker(*account)
        quotas = tx.quotas(ctx.app)
        workers = [each for each in tx.workers() if each.last >= tx.now - SEEN_S]
        last_settled = tx.last_settled(*account)
        now = tx.now
    return Overview(
        at=_moment(now),
        batch=batch,
        states={each: counts.get(each, 0) for each in State},
        oldest=_earliest((each.state, each.oldest) for each in groups),
        next_at=_earliest((each.state, each.next_due) for each in groups),
        held={each.reason: each.count for each in groups if each.reason is not None},
        doubled=doubled,
        needing=tuple(ctx.record(each, ledger) for each in needing),
        pause=pause,
        breaker_open=breaker.is_open,
        workers={each.worker: (_moment(each.first), _moment(each.last)) for each in workers},
        quota_remaining={
            name or WHOLE_APP: each.remaining
            for name, each in quotas.items()
            if each.applies and each.remaining is not None
        },
        last_settled=None if last_settled is None else _moment(last_settled),
    )


def _earliest(moments: Iterable[tuple[State, float | None]]) -> dict[State, datetime]:
    found: dict[State, float] = {}
    for state, moment in moments:
        if moment is not None:
            found[state] = min(moment, found.get(state, moment))
    return {state: _moment(moment) for state, moment in found.items()}


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
