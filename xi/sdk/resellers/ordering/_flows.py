"""What a desk does, step by step: transactions, calls of the API, waits. The drivers carry the steps out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from xi.sdk.resellers import RetryPolicy, models
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiException, ApiTypeError, ApiValueError, NotFoundException, printable
from xi.sdk.resellers.ordering import _return_flows as returns
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._change_notes import units_after
from xi.sdk.resellers.ordering._drivers import Called, Flow, Slept, Stored, Told
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._evidence import Reply, reply_of_answer, reply_of_error
from xi.sdk.resellers.ordering._filing import Filing, order_of, wanted_of
from xi.sdk.resellers.ordering._findings import base_number
from xi.sdk.resellers.ordering._log import NOTICEABLE_S, log
from xi.sdk.resellers.ordering._matching import (
    Found,
    Sight,
    Wanted,
    candidates,
    found_of,
    judge,
    unnumbered,
)
from xi.sdk.resellers.ordering._naps import Naps
from xi.sdk.resellers.ordering._protocol import (
    SETTLED,
    STANDING,
    Answered,
    Do,
    Event,
    Kind,
    LookWanted,
    ResolvedPlaced,
    Said,
    Seen,
    State,
)
from xi.sdk.resellers.ordering._reserved import Beside, learn, learned_and_beside, reserved
from xi.sdk.resellers.ordering._return_filing import folded_reference, return_of
from xi.sdk.resellers.ordering._return_findings import FoundReturn, reply_of_return
from xi.sdk.resellers.ordering._searches import (
    contradicted,
    left_out,
    missing_orders,
    unless_open,
    unless_rivals,
    with_told,
)
from xi.sdk.resellers.ordering._shipping import status_of
from xi.sdk.resellers.ordering._turns import Context, Origin, Turn
from xi.sdk.resellers.ordering._webhook_notes import numbers_told
from xi.sdk.resellers.ordering.errors import LedgerError, NotPermittedError, NotSettledError, StoppedError
from xi.sdk.resellers.ordering.ledger import Ledger, MovedOn, Transaction
from xi.sdk.resellers.ordering.records import Record, record_of
from xi.sdk.resellers.statuses import Status

T = TypeVar("T")

ONCE: Final = RetryPolicy(attempts=1)
"""What places or changes an order is one request: whether to send again is decided from the ledger."""
PAGE: Final = 100
"""Orders in a page of a search; the server's limit."""
_KEPT_STEPS: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds between attempts to write down what came back while the database is away; the last one repeats."""
_LOOKS_IN_A_ROUND: Final = 3


def fields_of(entry: Entry) -> dict[str, Any]:
    """Return the fields that each log record about an order has."""
    return {"po": entry.po, "batch": entry.batch, "correlation_id": entry.correlation_id}


# -- one order


def place(
    ctx: Context,
    filing: Filing,
    origin: Origin,
    wait: float,
    may: Callable[[Transaction], None] | None = None,
) -> Flow[Entry]:
    """Place an order that is new, or go on with one that is not, until it is settled or held, or the wait is over.

    Args:
        ctx: what the desk knows.
        filing: the order.
        origin: where it is from.
        wait: how long, in seconds.
        may: refuses a new order for other orders of the ledger, as `turns.begin` has it.
    """
    began = ctx.monotonic()
    for warning in filing.warnings:
        log.warning("%s: %s", filing.name, warning, extra={"po": filing.po, "batch": origin.batch})
    write = partial(turns.begin, ctx=ctx, filing=filing, origin=origin, send=True, may=may)
    turn: Turn = yield Stored(turns.again_if_taken(turns.committed(write)))
    turn = yield from follow(ctx, turn)
    naps = Naps(turn.entry.name, fields_of(turn.entry))
    while not is_done(turn.entry):
        left = began + wait - ctx.monotonic()
        if left <= 0:
            raise not_settled(ctx, turn)
        row, why = turn.entry.row, because(turn)
        due_in = None if row.due is None else row.due - turn.now
        is_held = row.state is State.SENDING or (due_in is not None and due_in <= 0)
        yield Slept(naps.next(due_in, why, left, is_held=is_held), why)
        turn = yield from settle(ctx, turn.entry.key)
    return turn.entry


def is_done(entry: Entry) -> bool:
    """Return whether the desk has come to an end with an order, for now."""
    return entry.row.state in SETTLED or entry.row.state is State.HELD


def because(turn: Turn) -> str:
    """Return what is waited for, in words."""
    if turn.pause is not None:
        return str(turn.pause)
    row = turn.entry.row
    match row.state:
        case State.PLANNED:
            return f"it was not sent yet{f' ({turn.entry.says})' if turn.entry.says else ''}"
        case State.SENDING:
            return "another worker is sending it"
        case State.ACCEPTED:
            return "it was accepted; its result comes by webhook or is found by a search"
        case _:
            return f"it is looked for before anything is sent again{f' ({turn.entry.says})' if turn.entry.says else ''}"


def not_settled(ctx: Context, turn: Turn) -> NotSettledError:
    """Return the error for an order whose wait is over."""
    record = record_of(turn.entry, ctx.environment, tuple)
    by_itself = turn.pause is not None and turn.pause.by_itself
    return NotSettledError(record, because(turn), by_itself=by_itself)


def settle(ctx: Context, key: str) -> Flow[Turn]:
    """Do what is due for an order, in one round."""
    read: tuple[Entry | None, float, Any] = yield Stored(partial(_read, ctx=ctx, key=key))
    entry, now, pause = read
    if entry is None:
        raise LookupError(f"{key} is not the key of an order of {ctx.customer} {ctx.country} in the ledger")
    if entry.row.due is None or entry.row.due > now:
        return Turn(entry=entry, now=now, pause=pause)
    turn: Turn | None = yield Stored(partial(claimed, ctx=ctx, key=key))
    if turn is None:  # another worker has it
        return Turn(entry=entry, now=now, pause=pause)
    return (yield from follow(ctx, turn))


def _read(ledger: Ledger, ctx: Context, key: str) -> tuple[Entry | None, float, Any]:
    with ledger.reading() as tx:
        return turns.get(tx, ctx, key), tx.now, tx.pause(ctx.customer, ctx.country)


def claimed(ledger: Ledger, ctx: Context, key: str, *, early: bool = False) -> Turn | None:
    """Take an order and do what is due, as `turns.claim` does; None also if another worker has written it meanwhile."""
    began = ctx.passed()
    try:
        with ledger.transaction() as tx:
            return turns.claim(tx, began, ctx, key, early=early)
    except MovedOn:
        return None


def follow(ctx: Context, turn: Turn) -> Flow[Turn]:
    """Do what a turn says is to be done now."""
    looks = 0
    while True:
        yield from _tell(ctx, turn)
        if turn.wants(Do.SEND):
            turn = yield from _send(ctx, turn)
        elif turn.wants(Do.PROBE):
            turn = yield from _probe(ctx, turn)
        elif turn.wants(Do.LOOK) and looks < _LOOKS_IN_A_ROUND:
            looks += 1
            turn = yield from look(ctx, turn)
        else:
            return turn


def _tell(ctx: Context, turn: Turn) -> Flow[None]:
    """Log what was decided, and call the functions of the program."""
    entry = turn.entry
    record: Record | None = None
    for command in turn.commands:
        function: Callable[[Any], Any] | None = None
        match command.do:
            case Do.TELL_SETTLED:
                log.info("%s is %s", entry.name, entry.row.state.value, extra=fields_of(entry))
                function = ctx.on_settled
            case Do.TELL_HELD:
                log.warning("%s needs a person: %s", entry.name, reason_of(entry), extra=fields_of(entry))
                function = ctx.on_held
            case Do.TELL_DOUBLED:
                numbers = ", ".join(entry.row.numbers)
                log.error("%s stands twice (%s): cancel one order", entry.name, numbers, extra=fields_of(entry))
                function = ctx.on_held
            case Do.PAUSE:
                said = turn.pause.because if turn.pause is not None else ""
                log.error("the desk has paused itself: %s", said, extra=fields_of(entry))
            case _:
                pass
        if function is not None:
            known: Record = record or (yield Stored(partial(ctx.record, entry)))
            record = known
            yield from tell(function, known)


def tell(function: Callable[[Any], Any], record: Record) -> Flow[None]:
    """Call a function of the program; its failure is logged, and stops nothing."""
    try:
        yield Told(partial(function, record))
    except Exception:
        fields = {"po": record.po, "batch": record.batch, "correlation_id": record.correlation_id}
        log.exception("a function of the program failed for %s", record.name, extra=fields)


def reason_of(entry: Entry) -> str:
    """Return why a person has to decide, in words."""
    if entry.row.state in SETTLED:
        return f"it was closed by a person, and is {entry.row.state.value} now"
    reason = entry.row.reason.value if entry.row.reason is not None else "unknown"
    return f"{reason}{f'; {entry.says}' if entry.says else ''}"


# -- a request


def _send(ctx: Context, turn: Turn) -> Flow[Turn]:
    """Send an order whose intent is written, once, and write down what became of it."""
    entry, settings = turn.entry, ctx.settings
    if entry.body is None:
        return (yield from _write_down(ctx, entry, _not_sent("its content was redacted, so it cannot be sent")))
    fence = turn.began + turn.wait + settings.lease - settings.deadline
    try:
        if turn.wait:
            _tell_wait(entry, turn.wait, "a place in the quota")
            yield Slept(turn.wait, "a place in the quota")
        order = _request_of(entry, entry.body)
    except BaseException:
        yield from _write_down(ctx, entry, _not_sent("stopped before it was sent"))
        raise
    if ctx.passed() > fence:  # looked at last: the lease must not end while the request is under way
        return (yield from _write_down(ctx, entry, _not_sent("too late to send it within its lease")))
    log.info("%s: sending, attempt %d", entry.name, entry.row.sends, extra=fields_of(entry))
    try:
        answer: ApiResponse[Any] = yield _create(ctx, entry, order)
    except BaseException as error:
        reply = reply_of_error(entry.row.kind, error)
        after = yield from _write_down(ctx, entry, reply)
        if isinstance(error, Exception):
            return after
        raise
    return (yield from _write_down(ctx, entry, _reply_of_answer(entry, answer)))


def _tell_wait(entry: Entry, seconds: float, why: str) -> None:
    """Log a wait that is long enough to be noticed; those of a run are a part of its progress."""
    if seconds > NOTICEABLE_S and not entry.is_bulk:
        log.warning("%s: waiting %.1f s for %s", entry.name, seconds, why, extra=fields_of(entry))


def _create(ctx: Context, entry: Entry, order: object) -> Called:
    deadline = ctx.settings.deadline
    options = {"_retry": ONCE, "_deadline": deadline, "_request_timeout": deadline}
    if entry.row.kind is Kind.RETURN:
        return returns.create(entry, order, options)
    is_v6 = entry.row.kind is Kind.V6
    method = "post_createorder_v6_with_http_info" if is_v6 else "post_createorder_v7_with_http_info"
    body = "order_create_request" if is_v6 else "async_order_create_dto"
    return Called(method, {body: order, "im_correlation_id": entry.correlation_id, **options})


def _request_of(entry: Entry, body: bytes) -> object:
    """Return the request that is sent as these bytes."""
    return return_of(body) if entry.row.kind is Kind.RETURN else order_of(entry.row.kind, body)


def _reply_of_answer(entry: Entry, answer: ApiResponse[Any]) -> Reply:
    """Return what a success says."""
    if entry.row.kind is Kind.RETURN:
        return reply_of_return(answer, entry.po)
    return reply_of_answer(entry.row.kind, answer)


def _not_sent(says: str) -> Reply:
    return Reply(answered=Answered(Said.NOT_SENT), status=None, says=says)


def _write_down(ctx: Context, sent: Entry, reply: Reply) -> Flow[Turn]:
    """Write down what became of a request, also while the database is away for a time.

    Raises:
        LedgerError: the database did not come back. The log has what was answered.
    """
    write = turns.committed(partial(turns.answer, ctx=ctx, sent=sent, reply=reply))
    try:
        turn = yield from kept(ctx, write)
    except LedgerError as error:
        _log_lost(sent, reply)
        raise LedgerError(
            f"{sent.name}: {reply.says}; this could not be written down: {error}",
            error.fault,
            sent=reply.answered.said is not Said.NOT_SENT,
            order_numbers=reply.answered.numbers,
            answer=reply.raw,
        ) from error
    except BaseException:
        _log_lost(sent, reply)
        raise
    log.info("%s: %s", sent.name, reply.says, extra=fields_of(sent))
    return turn


def kept(ctx: Context, write: Callable[[Ledger], T]) -> Flow[T]:
    """Write down what came back, and offer it to a database that is away for as long as the settings say.

    Raises:
        LedgerError: the database did not come back.
    """
    end = ctx.monotonic() + ctx.settings.record_for
    tries = 0
    while True:
        try:
            written: T = yield Stored(write)
        except LedgerError:
            if ctx.monotonic() > end:
                raise
        else:
            return written
        yield Slept(_KEPT_STEPS[min(tries, len(_KEPT_STEPS) - 1)], "the ledger", stops=False)
        tries += 1


def _log_lost(sent: Entry, reply: Reply) -> None:
    """Log an answer that could not be written down; what counts is the order number."""
    log.error(
        "%s was answered, and this could not be written down: %s, order numbers %s",
        sent.name,
        reply.says,
        ", ".join(reply.answered.numbers) or "none",
        extra=fields_of(sent),
    )


def _probe(ctx: Context, turn: Turn) -> Flow[Turn]:
    """Ask one search whether the set-up works at all; a return asks nothing, as its refusal concerns returns alone."""
    if turn.entry.row.kind is Kind.RETURN:
        return (yield from _set_up(turn, partial(turns.return_set_up, ctx=ctx, entry=turn.entry)))
    works = True
    try:
        yield _search(ctx, customer_order_number=turn.entry.po)
    except (ApiException, ApiValueError, ApiTypeError) as error:
        status = error.status if isinstance(error, ApiException) else None
        works = status is not None and status not in (400, 401, 403, 404, 405, 415)
        log.warning(
            "%s: the set-up was refused, and a search failed: %s",
            turn.entry.name,
            error,
            extra=fields_of(turn.entry),
        )
    return (yield from _set_up(turn, partial(turns.set_up, ctx=ctx, entry=turn.entry, works=works)))


def _set_up(turn: Turn, write: Callable[[Transaction, float], Turn]) -> Flow[Turn]:
    try:
        after: Turn = yield Stored(turns.committed(write))
    except MovedOn:
        return replace(turn, commands=())
    return after


def _search(ctx: Context, **filters: Any) -> Called:
    return Called(
        "get_resellers_v6_ordersearch_with_http_info",
        {"page_size": PAGE, "_deadline": ctx.settings.deadline, **filters},
    )


def details(ctx: Context, number: str) -> Called:
    """Return the call for the details of an order."""
    return Called("get_orderdetails_v6_1_with_http_info", {"ordernumber": number, "_deadline": ctx.settings.deadline})


# -- looks


def look(ctx: Context, turn: Turn) -> Flow[Turn]:
    """Look for an order, and write down what was seen."""
    entry = turn.entry
    sight = yield from _sight(ctx, entry)
    write = partial(turns.looked, ctx=ctx, entry=entry, sight=sight, looked_at=turn.now)
    try:
        after: Turn = yield Stored(turns.committed(write))
    except MovedOn:
        # Somebody has written the row since, with what they know. What was seen here will be seen again.
        return replace(turn, commands=())
    # A look that counts although it leaves something open may have missed a second order.
    level = logging.WARNING if sight.leaves_open and sight.seen is not Seen.FAILED else logging.INFO
    log.log(level, "%s: %s", entry.name, sight.says, extra=fields_of(entry))
    return after


def wanted(entry: Entry) -> Wanted:
    """Return what an order of the ledger is compared with."""
    row = entry.row
    since = row.search_first if row.search_first is not None else row.first_send
    base = wanted_of(row.kind, entry.body) if entry.body is not None else None
    if base is None:
        base = Wanted(kind=row.kind, folded=entry.folded, units=None)
    return replace(base, marker=entry.marker, known=frozenset(row.numbers), since=since)


def _sight(ctx: Context, entry: Entry) -> Flow[Sight]:
    """Look for an order. A look that fails, for whatever reason, has seen nothing, and is made again."""
    try:
        sight = yield from _see(ctx, entry)
    except (LedgerError, StoppedError):
        raise
    except ApiException as error:
        sight = Sight(seen=Seen.FAILED, numbers=(), says=f"the look failed: {error}")
    except Exception as error:  # a token that the program cannot get, or an answer that nobody foresaw
        log.warning("%s: the look failed", entry.name, exc_info=error, extra=fields_of(entry))
        sight = Sight(seen=Seen.FAILED, numbers=(), says=f"the look failed: {type(error).__name__}")
    return replace(sight, says=printable(sight.says))


def _see(ctx: Context, entry: Entry) -> Flow[Sight]:
    if entry.row.kind is Kind.RETURN:
        return (yield from returns.see(ctx, entry))
    longest = turns.LONGEST_RESERVED_S  # a claim must not end in a wait, nor `place` wait much longer than it was told
    wait: float = yield Stored(partial(reserved, ctx=ctx, bucket=turns.SEARCH, longest=longest))
    if wait > longest:
        return Sight(Seen.FAILED, (), f"the quota of searches is used up for {wait:.0f} s; it is looked for later")
    if wait:
        _tell_wait(entry, wait, "a place in the quota of searches")
        yield Slept(wait, "a place in the quota of searches")
    answer: ApiResponse[models.OrderSearchResponse | None] = yield _search(ctx, customer_order_number=entry.po)
    orders = answer.data.orders or () if answer.data is not None else ()
    target = wanted(entry)
    shown = candidates(target, orders)
    numbers = list(dict.fromkeys((*shown, *entry.row.numbers)))
    headers = answer.headers or {}
    beside: Beside = yield Stored(
        partial(learned_and_beside, ctx=ctx, bucket=turns.SEARCH, entry=entry, headers=headers, among=numbers)
    )
    others, history, rivals = beside
    target = replace(target, others=others)
    if entry.row.state in STANDING and target.units is not None:  # it may have been changed since it was placed
        target = replace(target, units=units_after(target.units, history))
    try:
        found = yield from read_details(ctx, [each for each in numbers if each not in others])
    except ApiValueError as error:  # the client refuses to ask for such a number, now and later
        return Sight(seen=Seen.UNCLEAR, numbers=(), says=f"an order under the PO cannot be read: {error}")
    found += unnumbered(target, orders)
    sight = judge(target, found)
    if entry.row.state is not State.PLANNED:  # of an order that was never sent a webhook tells nothing
        known = set(map(base_number, (*numbers, *others)))
        named = [each for each in numbers_told(history) if each not in known]
        told, unread = yield from _read_told(ctx, target, named)
        sight = with_told(entry.row, target, sight, found, told, unread)
    if sight.seen is Seen.NOTHING and answer.data is not None:
        if others:
            owners: dict[str, Entry] = yield Stored(partial(_owners, entry=entry, numbers=others))
            # Those that the ledger has under other POs contradict it: an answer may have been another order's.
            of_po = {each: owner for each, owner in owners.items() if owner.folded == entry.folded}
            target = replace(target, others=frozenset(of_po))
            sight = _of_owners(entry, of_po, sight)
        sight = contradicted(target, answer.data) or sight
    ours = [each for each in entry.row.numbers if each not in others]
    if target.marker is None:
        sight = unless_rivals(entry.row, sight, missing_orders(sight.numbers, ours), rivals)
    missing, recheck = missing_orders(ours, shown), ctx.settings.recheck
    return unless_open(entry.row, sight, missing, left_out(answer.data), history, recheck)


def _owners(ledger: Ledger, entry: Entry, numbers: Collection[str]) -> dict[str, Entry]:
    with ledger.reading() as tx:
        return tx.owners(entry, numbers)


def _of_owners(entry: Entry, owners: Mapping[str, Entry], sight: Sight) -> Sight:
    """Return a look that has found nothing of ours with the words for what is there: other orders of the ledger."""
    if not owners:
        return sight
    them = ", ".join(f"order {number} is that of {owner.beside(entry)}" for number, owner in sorted(owners.items()))
    return replace(sight, says=f"no other order under PO {entry.folded}: {them}")


def read_details(ctx: Context, numbers: Sequence[str]) -> Flow[list[Found]]:
    """Read orders by their numbers, to compare them with what was ordered."""
    answers = yield from read_by_number(ctx, numbers)
    return [found_of(each, number=number) for number, each in zip(numbers, answers, strict=True)]


def _read_told(ctx: Context, target: Wanted, numbers: Sequence[str]) -> Flow[tuple[list[Found], str]]:
    """Read orders that webhooks name; return those under the PO, and why one could not be read.

    A webhook is no proof. One that names an order under another PO, or a number that nobody has, says nothing. Nor must
    it hold up a look: once that has taken as long as one request may, the other numbers are left to the next one.
    """
    found: list[Found] = []
    unread = ""
    end = ctx.monotonic() + ctx.settings.deadline
    for number in numbers:
        if ctx.monotonic() >= end:
            return found, _unread(number, "those before it have taken too long")
        try:
            read = yield from read_by_number(ctx, [number], longest=turns.LONGEST_RESERVED_S)
        except (ApiValueError, ApiTypeError):  # the client refuses to ask for such a number
            continue
        except ApiException as error:
            unread = _unread(number, str(error))
            continue
        if not read:
            return found, _unread(number, "the quota of details is used up")
        order = found_of(read[0], number=number)
        if folded(order.po) == target.folded:
            found.append(order)
    return found, unread


def _unread(number: str, why: str) -> str:
    return f"order {number}, which a webhook names, could not be read: {why}"


def read_by_number(
    ctx: Context, numbers: Sequence[str], *, longest: float | None = None
) -> Flow[list[models.OrderDetailB2B]]:
    """Read orders by their numbers, within the quota of all machines.

    With `longest`, those from the first on whose place in the quota is further away, in seconds, are left out.
    """
    orders: list[models.OrderDetailB2B] = []
    learned: dict[str, Mapping[str, str]] = {}
    for number in numbers:
        wait: float = yield Stored(partial(reserved, ctx=ctx, bucket=turns.DETAILS, learned=learned, longest=longest))
        if longest is not None and wait > longest:
            return orders
        if wait:
            yield Slept(wait, "a place in the quota of details")
        answer: ApiResponse[models.OrderDetailB2B] = yield details(ctx, number)
        learned = {turns.DETAILS: answer.headers or {}}
        orders.append(answer.data)
    if learned:
        yield Stored(partial(learn, ctx=ctx, learned=learned))
    return orders


# -- persons and webhooks


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
    yield from _tell(ctx, turn)
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
    order = tx.find(ctx.customer, ctx.country, turns.folded(po_or_key))
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


def ordered(tx: Transaction, ctx: Context, po_or_key: str) -> Entry:
    """Return the order that a PO or a key names; a return with the same reference number is another thing.

    Raises:
        NotPermittedError: there is none, or the key is that of a return.
    """
    entry = turns.get(tx, ctx, po_or_key) or tx.find(ctx.customer, ctx.country, turns.folded(po_or_key))
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
        found = yield from read_details(ctx, list(numbers))
        for each in found:
            if each.po is not None and turns.folded(each.po) != entry.folded:
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
            details = yield from read_by_number(ctx, [number])
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
    for case in (yield from returns.read_cases(ctx, [FoundReturn(number=each) for each in numbers])):
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
    sight = yield from _sight(ctx, entry)
    write = partial(turns.looked_only, ctx=ctx, entry=entry, sight=sight, looked_at=turn.now)
    try:
        after: Turn = yield Stored(turns.committed(write))
    except MovedOn:
        return replace(turn, commands=())
    yield from _tell(ctx, after)
    return after


def _look_wanted(tx: Transaction, began: float, ctx: Context, po: str) -> Turn:
    entry = named(tx, ctx, po)
    claimed = tx.claim_one(entry.key, until=turns.claim_end(tx, ctx))
    if claimed is None:
        return Turn(entry=entry, now=tx.now, began=began)
    return turns.told(tx, began, ctx, claimed, LookWanted(), kind="person", by=ctx.by)
