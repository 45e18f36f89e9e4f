"""Reserve places in the quota that all machines share, and learn about it from answers; each is one commit.

A search is learned from in the commit that reads what the ledger knows beside its answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._entries import Entry, Note
from xi.sdk.resellers.ordering._protocol import Row, State
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering._webhook_notes import numbers_told
from xi.sdk.resellers.ordering.ledger import Ledger

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


def reserved(
    ledger: Ledger,
    ctx: Context,
    bucket: str,
    learned: Mapping[str, Mapping[str, str]] | None = None,
    longest: float | None = None,
) -> float:
    """Write down what answers have said about quotas, reserve a place, and return the seconds to wait for it.

    A place that is further away than `longest` is given back.
    """
    with ledger.transaction() as tx:
        for name, headers in (learned or {}).items():
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
