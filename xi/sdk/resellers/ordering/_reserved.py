"""Reserve places in the quota that all machines share, and learn about it from answers; each is one commit."""

from __future__ import annotations

from collections.abc import Mapping

from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering.ledger import Ledger


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
