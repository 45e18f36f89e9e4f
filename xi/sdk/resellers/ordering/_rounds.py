"""What a run does with one order at a time: begins it, takes it in hand again, reads what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _looks as looks
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Flow, Stored
from xi.sdk.resellers.ordering._entries import Entry, Pause
from xi.sdk.resellers.ordering._filing import Filing
from xi.sdk.resellers.ordering._turns import Context, Origin, Turn
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction

Follow = Callable[[Context, Turn], Flow[Turn]]
"""Does what a turn says."""


@dataclass(frozen=True, slots=True)
class Shut:
    """Whether something may be sent, as the ledger has it.

    Args:
        pause: the pause of the account; None without one.
        until: the end of the breaker's pause; None while it is closed.
        now: the database's time.
    """

    pause: Pause | None
    until: float | None
    now: float


def read_shut(ledger: Ledger, ctx: Context) -> Shut:
    """Return whether something may be sent."""
    with ledger.reading() as tx:
        return shut_of(tx, ctx)


def shut_of(tx: Transaction, ctx: Context) -> Shut:
    """Return whether something may be sent."""
    return Shut(tx.pause(ctx.customer, ctx.country), tx.breaker(ctx.customer, ctx.country).until, tx.now)


def read_known(ledger: Ledger, ctx: Context, filings: Sequence[Filing]) -> tuple[list[Entry | None], Shut]:
    """Return what the ledger has under the POs of orders, and whether something may be sent."""
    with ledger.reading() as tx:
        found = [tx.find(each.customer, each.country, each.folded) for each in filings]
        return found, shut_of(tx, ctx)


def read_all(ledger: Ledger, keys: Sequence[str]) -> tuple[list[Entry | None], float]:
    """Return orders by their keys, and the database's time."""
    with ledger.reading() as tx:
        return [tx.get(key) for key in keys], tx.now


def begin(ctx: Context, filing: Filing, origin: Origin, begun: Callable[[str], None]) -> Flow[Turn]:
    """Write an order down and send it, or return what is known of one that is not new.

    Args:
        ctx: the desk.
        filing: the order.
        origin: where it is from.
        begun: called with the key of the order as soon as it is in the ledger.
    """
    write = partial(turns.begin, ctx=ctx, filing=filing, origin=origin, send=True)
    turn: Turn = yield Stored(turns.again_if_taken(turns.committed(write)))
    begun(turn.entry.key)
    return (yield from flows.follow(ctx, turn))


def take(ctx: Context, key: str, follow: Follow = flows.follow, *, early: bool = False) -> Flow[Turn | None]:
    """Do what is due for an order, in one round; None if another worker has it.

    Args:
        ctx: the desk.
        key: its key.
        follow: does what is due.
        early: whether an order that waits to be sent is taken although its time has not come: what it waited for is
            over.
    """
    turn: Turn | None = yield Stored(partial(flows.claimed, ctx=ctx, key=key, early=early))
    if turn is None:
        return None
    return (yield from follow(ctx, turn))


def take_claimed(ctx: Context, entry: Entry, follow: Follow = flows.follow) -> Flow[Turn | None]:
    """Do what is due for an order that is claimed; None if it has moved on.

    Args:
        ctx: the desk.
        entry: the order as it was claimed.
        follow: does what is due.
    """
    turn = yield from looks.written(entry, partial(turns.take, ctx=ctx, entry=entry))
    return None if turn is None else (yield from follow(ctx, turn))
