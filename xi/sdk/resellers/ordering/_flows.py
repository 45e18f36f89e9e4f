"""What a desk does, step by step: transactions, calls of the API, waits. The drivers carry the steps out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiException, ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import _return_flows as returns
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Begun, Called, Flow, Slept, Stored, Told
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._evidence import Reply, reply_of_answer, reply_of_error
from xi.sdk.resellers.ordering._filing import Filing, order_of
from xi.sdk.resellers.ordering._log import NOTICEABLE_S, log
from xi.sdk.resellers.ordering._looks import look, search
from xi.sdk.resellers.ordering._naps import Naps
from xi.sdk.resellers.ordering._protocol import SETTLED, STANDING, Answered, Do, Kind, Said, State
from xi.sdk.resellers.ordering._reserved import wait_for_place
from xi.sdk.resellers.ordering._return_filing import return_of
from xi.sdk.resellers.ordering._return_findings import reply_of_return
from xi.sdk.resellers.ordering._shipping import called_off
from xi.sdk.resellers.ordering._turns import Context, Origin, Turn
from xi.sdk.resellers.ordering.errors import LedgerError, NotSettledError
from xi.sdk.resellers.ordering.ledger import Ledger, MovedOn, Transaction
from xi.sdk.resellers.ordering.records import Record, record_of

T = TypeVar("T")

ONCE: Final = RetryPolicy(attempts=1)
"""What places or changes an order is one request: whether to send again is decided from the ledger."""
_KEPT_STEPS: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds between attempts to write down what came back while the database is away; the last one repeats."""
_LOOKS_IN_A_ROUND: Final = 3


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
    yield Begun()
    for warning in filing.warnings:
        log.warning("%s: %s", filing.name, warning, extra={"po": filing.po, "batch": origin.batch})
    patient = _within(ctx, wait)
    write = partial(turns.begin, ctx=patient, filing=filing, origin=origin, send=True, may=may)
    turn: Turn = yield Stored(turns.again_if_taken(turns.committed(write)))
    tell_if_off(turn.entry)
    turn = yield from follow(patient, turn)
    naps = Naps(turn.entry.name, turn.entry.log_fields)
    while not is_done(turn.entry):
        left = began + wait - ctx.monotonic()
        if left <= 0:
            raise not_settled(ctx, turn)
        row, why = turn.entry.row, because(turn)
        due_in = None if row.due is None else row.due - turn.now
        is_held = row.state is State.SENDING or (due_in is not None and due_in <= 0)
        yield Slept(naps.next(due_in, why, left, is_held=is_held), why)
        turn = yield from settle(_within(ctx, began + wait - ctx.monotonic()), turn.entry.key)
    return turn.entry


def _within(ctx: Context, left: float) -> Context:
    """Return a desk that waits for no place in the quota when the wait of the program is over by then.

    What is too short to be noticed is waited for all the same: else an order without a wait would seldom be sent.
    """
    return replace(ctx, longest_reserved=min(ctx.longest_reserved, max(left, NOTICEABLE_S)))


def tell_if_off(entry: Entry) -> None:
    """Log that an order which is to be placed was placed before, and called off since: nobody sends it again."""
    off = called_off(entry.shipping)
    if off and entry.row.state in STANDING:
        says = "%s was placed before, and %s; nothing is ordered. Use another PO, or say why with reuse"
        log.warning(says, entry.name, off, extra=entry.log_fields)


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
    row, why = turn.entry.row, because(turn)
    later = 0.0 if row.due is None else row.due - turn.now
    if row.state is State.PLANNED and turn.pause is None and later > NOTICEABLE_S:
        why += f"; it is sent in {later:.0f} s at the earliest"  # it waits for its place in the quota, or for a breaker
    return NotSettledError(record, why, by_itself=by_itself)


def settle(ctx: Context, key: str) -> Flow[Turn]:
    """Do what is due for an order, in one round."""
    yield Begun()
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
        yield from tell_turn(ctx, turn)
        if turn.wants(Do.SEND):
            turn = yield from _send(ctx, turn)
        elif turn.wants(Do.PROBE):
            turn = yield from _probe(ctx, turn)
        elif turn.wants(Do.LOOK) and looks < _LOOKS_IN_A_ROUND:
            looks += 1
            turn = yield from look(ctx, turn)
        else:
            return turn


def tell_turn(ctx: Context, turn: Turn) -> Flow[None]:
    """Log what was decided, and call the functions of the program."""
    entry = turn.entry
    record: Record | None = None
    for command in turn.commands:
        function: Callable[[Any], Any] | None = None
        match command.do:
            case Do.TELL_SETTLED:
                log.info("%s is %s", entry.name, entry.row.state.value, extra=entry.log_fields)
                function = ctx.on_settled
            case Do.TELL_HELD:
                log.warning("%s needs a person: %s", entry.name, reason_of(entry), extra=entry.log_fields)
                function = ctx.on_held
            case Do.TELL_DOUBLED:
                numbers = ", ".join(entry.row.numbers)
                log.error("%s stands twice (%s): cancel one order", entry.name, numbers, extra=entry.log_fields)
                function = ctx.on_held
            case Do.PAUSE:
                said = turn.pause.because if turn.pause is not None else ""
                log.error("the desk has paused itself: %s", said, extra=entry.log_fields)
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
        yield from wait_for_place(entry, turn.wait)
        order = _request_of(entry, entry.body)
    except BaseException:
        yield from _write_down(ctx, entry, _not_sent("stopped before it was sent"))
        raise
    if ctx.passed() > fence:  # looked at last: the lease must not end while the request is under way
        return (yield from _write_down(ctx, entry, _not_sent("too late to send it within its lease")))
    log.info("%s: sending, attempt %d", entry.name, entry.row.sends, extra=entry.log_fields)
    try:
        answer: ApiResponse[Any] = yield _create(ctx, entry, order)
    except BaseException as error:
        reply = reply_of_error(entry.row.kind, error)
        after = yield from _write_down(ctx, entry, reply)
        if isinstance(error, Exception):
            return after
        raise
    return (yield from _write_down(ctx, entry, _reply_of_answer(entry, answer)))


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
    """Return what a success says; also one that nobody foresaw, which was acted on, and so must not be repeated."""
    try:
        if entry.row.kind is Kind.RETURN:
            return reply_of_return(answer, entry.po)
        return reply_of_answer(entry.row.kind, answer, entry.body)
    except Exception as error:
        log.exception("%s: the answer cannot be read", entry.name, extra=entry.log_fields)
        says = f"{answer.status_code}: an answer that cannot be read ({type(error).__name__})"
        is_raw = isinstance(answer.raw_data, bytes)  # pyright: ignore[reportUnnecessaryIsInstance] - a client's own
        raw = answer.raw_data if is_raw else None
        return Reply(answered=Answered(Said.GARBLED), status=answer.status_code, says=says, raw=raw)


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
            f"{sent.name}: {reply.told}; this could not be written down: {error}",
            error.fault,
            sent=reply.answered.said is not Said.NOT_SENT,
            order_numbers=reply.answered.numbers,
            answer=reply.raw,
        ) from error
    except BaseException:
        _log_lost(sent, reply)
        raise
    log.log(logging.WARNING if reply.differs else logging.INFO, "%s: %s", sent.name, reply.told, extra=sent.log_fields)
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
        reply.told,
        ", ".join(reply.answered.numbers) or "none",
        extra=sent.log_fields,
    )


def _probe(ctx: Context, turn: Turn) -> Flow[Turn]:
    """Ask one search whether the set-up works at all; a return asks nothing, as its refusal concerns returns alone."""
    if turn.entry.row.kind is Kind.RETURN:
        return (yield from _set_up(turn, partial(turns.return_set_up, ctx=ctx, entry=turn.entry)))
    works = True
    try:
        yield search(ctx, customer_order_number=turn.entry.po)
    except (ApiException, ApiValueError, ApiTypeError) as error:
        status = error.status if isinstance(error, ApiException) else None
        works = status is not None and status not in (400, 401, 403, 404, 405, 415)
        log.warning(
            "%s: the set-up was refused, and a search failed: %s",
            turn.entry.name,
            error,
            extra=turn.entry.log_fields,
        )
    return (yield from _set_up(turn, partial(turns.set_up, ctx=ctx, entry=turn.entry, works=works)))


def _set_up(turn: Turn, write: Callable[[Transaction, float], Turn]) -> Flow[Turn]:
    try:
        after: Turn = yield Stored(turns.committed(write))
    except MovedOn:
        return replace(turn, commands=())
    return after
