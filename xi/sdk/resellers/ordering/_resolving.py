"""What persons say of orders, and the looks that they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from xi.sdk.resellers._arguments import check_text
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.exceptions import NotFoundException
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _looks as looks
from xi.sdk.resellers.ordering import _return_flows as returns
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Flow, Stored
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._findings import base_number
from xi.sdk.resellers.ordering._protocol import Do, Event, Kind, LookWanted, ResolvedPlaced
from xi.sdk.resellers.ordering._return_filing import folded_reference
from xi.sdk.resellers.ordering._return_findings import FoundReturn
from xi.sdk.resellers.ordering._shipping import status_of
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering.errors import NotPermittedError
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.statuses import Status


def told(
    ctx: Context,
    po_or_key: str,
    event: Event,
    kind: str,
    by: str | None,
    because: str | None,
    seen: Record | None = None,
) -> Flow[Entry]:
    """Write down what a person says about an order, unless it was written since they saw it."""

    def write(tx: Transaction, began: float) -> Turn:
        entry = named(tx, ctx, po_or_key)
        turns.refuse_if_not_as_seen(ctx, entry, seen)
        if isinstance(event, ResolvedPlaced):
            _refuse_shared(tx, entry, event.numbers)
        return turns.told(tx, began, ctx, entry, event, kind=kind, by=by or ctx.by, because=because)

    turn: Turn = yield Stored(turns.again_if_taken(turns.committed(write)))
    yield from flows.tell_turn(ctx, turn)
    return turn.entry


def _refuse_shared(tx: Transaction, entry: Entry, numbers: Sequence[str]) -> None:
    """Refuse numbers that the ledger has for other orders.

    Raises:
        NotPermittedError: a number is another order's.
    """
    given = {form for each in numbers for form in (each, each.strip().upper())}
    for number, owner in sorted(tx.owners(entry, given).items()):
        raise NotPermittedError(f"order {number} is that of {owner.beside(entry)}, not of {entry.beside(owner)}")


def named(tx: Transaction, ctx: Context, po_or_key: str) -> Entry:
    """Return the order that a PO names, or the return that a reference number names; a key names either.

    Raises:
        NotPermittedError: there is none, or there are both.
    """
    entry = turns.get(tx, ctx, po_or_key)
    if entry is not None:
        return entry
    order = tx.find(ctx.customer, ctx.country, folded(po_or_key))
    filed = tx.find(ctx.customer, ctx.country, folded_reference(po_or_key))
    if order is not None and filed is not None:
        raise NotPermittedError(
            f"{po_or_key} is the PO of an order and the reference number of a return; name one of them by its key, "
            f"{order.key} or {filed.key}"
        )
    found = order or filed
    if found is None:
        raise NotPermittedError(
            f"PO {po_or_key} is not in the ledger of {ctx.customer} {ctx.country} ({ctx.environment})"
        )
    return found


def numbered(tx: Transaction, ctx: Context, name: str) -> tuple[Entry, str] | None:
    """Return the order of the account that has an order number, and the number; None if none has it.

    Raises:
        ApiTypeError: the name is no text.
    """
    check_text("order", name, "text: a PO, the key of a record, or an order number")
    number = name.strip().upper()
    entry = tx.by_order_number(number)
    is_ours = entry is not None and (entry.customer, entry.country) == (ctx.customer, ctx.country)
    return (entry, number) if entry is not None and is_ours else None


def ordered(tx: Transaction, ctx: Context, po_or_key: str) -> Entry:
    """Return the order that a PO or a key names; a return with the same reference number is another thing.

    Raises:
        NotPermittedError: there is none, or the key is that of a return.
    """
    entry = turns.get(tx, ctx, po_or_key) or tx.find(ctx.customer, ctx.country, folded(po_or_key))
    return no_return(named(tx, ctx, po_or_key) if entry is None else entry)


def no_return(entry: Entry) -> Entry:
    """Return an order as it is.

    Raises:
        NotPermittedError: it is a return.
    """
    if entry.row.kind is Kind.RETURN:
        raise NotPermittedError(f"{entry.name} is no order; only people at Ingram Micro can change or withdraw it")
    return entry


def resolve_placed(
    ctx: Context,
    po: str,
    numbers: Sequence[str],
    by: str | None,
    why: str,
    *,
    checked: bool,
    seen: Record | None = None,
) -> Flow[Entry]:
    """Write down that an order stands; its numbers are read back first, unless that is not wanted."""
    if checked:
        entry: Entry = yield Stored(partial(_named_entry, ctx=ctx, po=po))
        if entry.row.kind is Kind.RETURN:
            yield from _check_cases(ctx, entry, numbers)
            return (yield from told(ctx, entry.key, ResolvedPlaced(tuple(numbers)), "person", by, why, seen))
        found = yield from looks.read_details(ctx, entry, list(numbers))
        for each in found:
            if each.po is not None and folded(each.po) != entry.folded:
                raise NotPermittedError(f"order {each.number} is under PO {each.po}, not under {entry.po}")
        if entry.row.doubled:
            yield from _refuse_standing(ctx, entry, numbers)
    return (yield from told(ctx, po, ResolvedPlaced(tuple(numbers)), "person", by, why, seen))


def _refuse_standing(ctx: Context, entry: Entry, kept: Sequence[str]) -> Flow[None]:
    """Read the orders that do not stand any more, as a person says of one that stood twice.

    Raises:
        ApiException: one cannot be read.
        NotPermittedError: one of them stands.
    """
    bases = {base_number(each) for each in kept}
    for number in entry.row.numbers:
        if base_number(number) in bases:
            continue
        try:
            details = yield from looks.read_by_number(ctx, entry, [number])
        except NotFoundException:
            continue
        status = status_of(details[0])
        if status not in (Status.CANCELED, Status.VOIDED):
            raise NotPermittedError(
                f"order {number} of {entry.name} still stands ({status.value}): cancel it first, or name it too if "
                "both are to stand"
            )


def _check_cases(ctx: Context, entry: Entry, numbers: Sequence[str]) -> Flow[None]:
    """Read the cases that a person names.

    Raises:
        ApiException: one cannot be read.
        NotPermittedError: one has another reference number.
    """
    for case in (yield from returns.read_cases(ctx, entry, [FoundReturn(number=each) for each in numbers])):
        if case.reference and folded(case.reference) != folded(entry.po):
            raise NotPermittedError(f"{case} has the reference number {case.reference}, not {entry.po}")


def _named_entry(ledger: Ledger, ctx: Context, po: str) -> Entry:
    with ledger.reading() as tx:
        return named(tx, ctx, po)


def recheck(ctx: Context, po: str) -> Flow[Turn]:
    """Look for an order now. Nothing is sent, whatever is seen."""
    turn: Turn = yield Stored(turns.again_if_taken(turns.committed(partial(_look_wanted, ctx=ctx, po=po))))
    if not turn.wants(Do.LOOK):
        return turn
    entry = turn.entry
    sight = yield from looks.let_go(entry, looks.sight_of(ctx, entry))
    write = partial(turns.looked_only, ctx=ctx, entry=entry, sight=sight, looked_at=turn.now)
    after = yield from looks.written(entry, write)
    if after is None:
        return replace(turn, commands=())
    yield from flows.tell_turn(ctx, after)
    return after


def _look_wanted(tx: Transaction, began: float, ctx: Context, po: str) -> Turn:
    entry = named(tx, ctx, po)
    claimed = tx.claim_one(entry.key, until=turns.claim_end(tx, ctx))
    if claimed is None:
        return Turn(entry=entry, now=tx.now, began=began)
    turn = turns.told(tx, began, ctx, claimed, LookWanted(), kind="person", by=ctx.by)
    if not turn.wants(Do.LOOK):  # it was not sent yet
        tx.release(turn.entry)
    return turn
