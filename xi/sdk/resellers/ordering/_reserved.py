"""Places in the quota that all machines share: take one, wait for it, and learn about it from answers.

Each place that is taken is one commit, and so is what is learned.

A search is learned from in the commit that reads what the ledger knows beside its answer.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Flow, Slept, Stored
from xi.sdk.resellers.ordering._entries import Entry, Note
from xi.sdk.resellers.ordering._log import NOTICEABLE_S, log
from xi.sdk.resellers.ordering._protocol import Row, State
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering._webhook_notes import numbers_told
from xi.sdk.resellers.ordering.ledger import Ledger

_CALLED: Final[Mapping[str, str]] = {
    turns.SEARCH: "searches",
    turns.DETAILS: "details",
    turns.RETURN_SEARCH: "searches for returns",
    turns.RETURN_DETAILS: "details of returns",
}
"""What the quotas of looks are called."""
_MAY_STAND: Final = frozenset({State.SENDING, State.DOUBT, State.ACCEPTED, State.HELD})
"""States of orders that were perhaps placed, of which no number is known yet."""


class Beside(NamedTuple):
    """What the ledger knows beside the answer to a search.

    Args:
        others: order numbers that other orders have.
        history: the events of the order.
        rivals: the orders under the same PO that were perhaps placed too, and have no number yet, in words.
    """

    others: frozenset[str]
    history: list[Note]
    rivals: Sequence[str]


def take_place(
    ctx: Context,
    entry: Entry | None,
    bucket: str,
    *,
    learned: Mapping[str, Mapping[str, str]] | None = None,
    longest: float | None = None,
    level: int = logging.WARNING,
) -> Flow[float]:
    """Write down what answers have said about quotas, take a place in one, and wait for it.

    With `longest`, a place that is further away is given back; the seconds to it are returned, and nothing is waited
    for. Otherwise 0 is returned.

    Args:
        ctx: the desk.
        entry: the order or return that it is taken for; None if it is for several.
        bucket: which quota.
        learned: the headers of answers, by bucket.
        longest: seconds.
        level: at which level of the log a wait is told.
    """
    wait: float = yield Stored(partial(_reserved, ctx=ctx, bucket=bucket, learned=learned or {}, longest=longest))
    if longest is not None and wait > longest:
        return wait
    yield from wait_for_place(entry, wait, f" of {_CALLED[bucket]}", level=level)
    return 0.0


def wait_for_place(entry: Entry | None, seconds: float, of: str = "", *, level: int = logging.WARNING) -> Flow[None]:
    """Wait for a place in the quota; a wait that is long enough to be noticed is logged.

    The waits of a long run are not: they are a part of its progress.

    Args:
        entry: the order or return that has the place; None if it is for several.
        seconds: how long.
        of: the quota, in words; it follows the word.
        level: at which level of the log it is told.
    """
    if not seconds:
        return
    why = f"a place in the quota{of}"
    if seconds > NOTICEABLE_S and not (entry is not None and entry.is_bulk):
        name, fields = ("pages of orders", {}) if entry is None else (entry.name, entry.log_fields)
        log.log(level, "%s: waiting %.1f s for %s", name, seconds, why, extra=fields)
    yield Slept(seconds, why)


def _reserved(
    ledger: Ledger,
    ctx: Context,
    bucket: str,
    learned: Mapping[str, Mapping[str, str]],
    longest: float | None,
) -> float:
    with ledger.transaction() as tx:
        for name, headers in learned.items():
            turns.learn(tx, ctx, name, headers)
        return tx.reserve(ctx.app, bucket, bulk=False, longest=longest)


def learn(ledger: Ledger, ctx: Context, learned: Mapping[str, Mapping[str, str]]) -> None:
    """Write down what answers have said about quotas."""
    with ledger.transaction() as tx:
        for name, headers in learned.items():
            turns.learn(tx, ctx, name, headers)


def learned_and_beside(
    ledger: Ledger, ctx: Context, bucket: str, entry: Entry, headers: Mapping[str, str], among: Collection[str]
) -> Beside:
    """Write down what the answer to a search has said about the quota, and return what the ledger knows beside it."""
    with ledger.transaction() as tx:
        turns.learn(tx, ctx, bucket, headers)
        history = tx.history(entry)
        numbers = (*among, *numbers_told(history))
        others = tx.numbers_of_others(entry, numbers) if numbers else frozenset[str]()
        generations = tx.generations(entry.customer, entry.country, entry.folded)
        rivals = [each.beside(entry) for each in generations if each.id != entry.id and _may_stand(each.row)]
        return Beside(others, history, rivals)


def _may_stand(row: Row) -> bool:
    """Return whether an order was perhaps placed and has no number yet; of one that was never sent, none is."""
    return row.state in _MAY_STAND and not row.numbers and (row.sends > 0 or row.doubts > 0)
