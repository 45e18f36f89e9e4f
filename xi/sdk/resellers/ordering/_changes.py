"""Changes of orders that stand: modify, release and cancel.

1. Before a change the order is read, so that it can be compared afterwards. Then the intent is written down, with the
   order as it was, and the change is sent once.
2. Of two changes of one order, the second is refused while the first is being sent.
3. A change that was not answered is looked for in the details of the order. Until the order shows it, it is unknown,
   whatever else is changed meanwhile, and each later change or tracking of the order looks again.
4. A change that is unknown, and that would order more if it were made twice, is not sent again unless a person permits
   it. Nor is another change of lines sent until then: the lines would not show any more which of them was made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from xi.sdk.resellers import models
from xi.sdk.resellers.account import new_correlation_id
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiException, ApiValueError, printable
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _looks as looks
from xi.sdk.resellers.ordering import _resolving as resolving
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._change_checks import (
    Act,
    Became,
    Picture,
    Verdict,
    judge,
    picture_of,
    request_of,
)
from xi.sdk.resellers.ordering._change_notes import (
    Asked,
    Pending,
    Result,
    intent_note,
    may_add,
    pendings_of,
    result_note,
    result_of_answer,
    result_of_error,
    units_changed,
)
from xi.sdk.resellers.ordering._drivers import Begun, Called, Flow, Slept, Stored
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._evidence import may_have_been_sent
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._protocol import STANDING
from xi.sdk.resellers.ordering._reserved import wait_for_place
from xi.sdk.resellers.ordering._turns import Context, Turn
from xi.sdk.resellers.ordering.errors import ChangeUnknownError, LedgerError, NotPermittedError, StoppedError
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.outcomes import RejectedLine

MODIFY: Final = "modify"
"""The bucket of the quota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeResult:
    """What became of a change.

    Args:
        act: modify, release or cancel.
        number: the order number.
        became: done, refused, not sent, or unknown.
        says: why, in one line.
        rejected: the line changes that were refused; the others were made if `became` is done.
        correlation_id: the ID of the request, for Ingram Micro's support.
        record: the order in the ledger; its history has the change.
        unmade: what beside the lines was not made, or may not have been, such as a new address; empty if nothing.
    """

    act: Act
    number: str
    became: Became
    says: str
    rejected: tuple[RejectedLine, ...]
    correlation_id: str | None
    record: Record
    unmade: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the change was made as a whole."""
        return self.became is Became.DONE and not self.rejected and not self.unmade


# -- a change


def modify(
    ctx: Context,
    name: str,
    request: models.OrderModifyRequest | Mapping[str, Any],
    because: str | None,
    *,
    again: bool,
    wait: float,
    by: str | None,
    seen: Record | None,
) -> Flow[ChangeResult]:
    """Return the flow that modifies an order.

    Raises:
        ApiValueError: the request changes nothing, or a line of it is not complete.
    """
    checked = request_of(request)
    asked = Asked(act=Act.MODIFY, request=checked, again=again, by=by, because=_why(because), wait=wait)
    return change(ctx, name, asked, seen)


def release(
    ctx: Context, name: str, because: str | None, region_code: str | None, *, wait: float, by: str | None
) -> Flow[ChangeResult]:
    """Return the flow that releases an order."""
    asked = Asked(act=Act.RELEASE, region_code=region_code, by=by, because=_why(because), wait=wait)
    return change(ctx, name, asked)


def cancel(
    ctx: Context, name: str, because: str | None, region_code: str | None, *, wait: float, by: str | None
) -> Flow[ChangeResult]:
    """Return the flow that cancels an order."""
    asked = Asked(act=Act.CANCEL, region_code=region_code, by=by, because=_why(because), wait=wait)
    return change(ctx, name, asked)


def _why(because: str | None) -> str | None:
    if because is not None and not because.strip():
        raise ApiValueError('because is empty; leave it out, or say why, such as "wrong price"', argument="because")
    return because


def change(ctx: Context, name: str, asked: Asked, seen: Record | None = None) -> Flow[ChangeResult]:
    """Change an order that stands, and find out what became of it."""
    yield Begun()
    target: tuple[Entry, str, list[Pending]] = yield Stored(partial(_target, ctx=ctx, name=name, seen=seen))
    entry, number, pendings = target
    details = yield from looks.read_by_number(ctx, entry, [number])
    now = picture_of(details[0])
    for pending in reversed(pendings):  # the newest first: only what it left open can be one before it
        result = yield from _look_up(ctx, entry, pending, now)
        is_same = pending.asked.act is asked.act and pending.asked.body == asked.body
        if is_same and result.became is Became.DONE:
            return (yield from _told(ctx, entry, asked.act, number, result, pending.correlation_id))
        if result.became is not Became.UNKNOWN or asked.again or not (_is_of_lines(asked) and may_add(pending.asked)):
            continue
        if not is_same:
            raise ChangeUnknownError(
                f"{pending.name} of order {number} is unknown, and may still be made: {result.says}; "
                "no line is changed until the order shows it, or a person permits it"
            )
        says = f"{result.says}; it was sent before and may still be made, so it is not sent again"
        return (yield from _told(ctx, entry, asked.act, number, replace(result, says=says), pending.correlation_id))
    known = frozenset(each.correlation_id for each in pendings)
    write = turns.committed(
        partial(_intent, ctx=ctx, key=entry.key, number=number, asked=asked, before=now, known=known, seen=seen)
    )
    turn: Turn = yield Stored(turns.again_if_taken(write))
    sent = yield from _sent(ctx, turn, number, asked, now)
    if sent is None:
        sent = yield from _looked_for(ctx, turn.entry, number, asked, now)
    return (yield from _told(ctx, turn.entry, asked.act, number, sent, turn.entry.correlation_id))


def _is_of_lines(asked: Asked) -> bool:
    return asked.request is not None and bool(asked.request.lines)


def _target(ledger: Ledger, ctx: Context, name: str, seen: Record | None) -> tuple[Entry, str, list[Pending]]:
    with ledger.reading() as tx:
        entry, number = order_named(tx, ctx, name)
        turns.refuse_if_not_as_seen(ctx, entry, seen)
        pendings = _permitted(tx, ctx, entry, number)
    return entry, number, pendings


def order_named(tx: Transaction, ctx: Context, name: str) -> tuple[Entry, str]:
    """Return the entry and the order number that a PO, a key or an order number names.

    Raises:
        NotPermittedError: there is none, or it is several orders.
    """
    known = resolving.numbered(tx, ctx, name)
    if known is not None:
        return resolving.no_return(known[0]), known[1]
    entry = resolving.ordered(tx, ctx, name)
    numbers = entry.row.numbers
    if len(numbers) > 1:
        raise NotPermittedError(f"PO {entry.po} is {len(numbers)} orders: name one of {', '.join(numbers)}")
    if not numbers or entry.row.state not in STANDING:
        state = entry.row.state.value
        raise NotPermittedError(f"PO {entry.po} is {state}; only an order that stands can be changed")
    return entry, numbers[0]


def _permitted(tx: Transaction, ctx: Context, entry: Entry, number: str) -> list[Pending]:
    """Return the changes before of which it is not known what became of them.

    Raises:
        NotPermittedError: no change can be made now; the text says why.
    """
    if entry.row.state not in STANDING:
        state = entry.row.state.value
        raise NotPermittedError(f"PO {entry.po} is {state}; only an order that stands can be changed")
    pause = tx.pause(ctx.customer, ctx.country)
    if pause is not None:
        raise NotPermittedError(f"{pause}; resume it before order {number} is changed")
    pendings = pendings_of(tx.history(entry), number)
    for pending in pendings:
        if not pending.is_told and tx.now < pending.until:
            raise NotPermittedError(
                f"order {number} is being changed ({pending.asked.act.value}, by {pending.asked.by}); "
                f"wait up to {pending.until - tx.now:.0f} s until it is known what became of it"
            )
    return pendings


def _intent(
    tx: Transaction,
    began: float,
    ctx: Context,
    key: str,
    number: str,
    asked: Asked,
    before: Picture,
    known: frozenset[str | None],
    seen: Record | None,
) -> Turn:
    entry = resolving.named(tx, ctx, key)
    turns.refuse_if_not_as_seen(ctx, entry, seen)
    for pending in _permitted(tx, ctx, entry, number):
        if _is_of_lines(asked) and may_add(pending.asked) and pending.correlation_id not in known:
            raise ChangeUnknownError(f"{pending.name} of order {number} was sent meanwhile, and is unknown")
    wait = tx.reserve(ctx.app, MODIFY, bulk=False)
    entry = replace(entry, correlation_id=new_correlation_id())
    lease = tx.now + wait + ctx.settings.lease
    note = intent_note(entry, number, asked, before, by=asked.by or ctx.by, at=tx.now, lease=lease)
    # The row is written too, so that only one of two changes at the same moment gets its intent.
    written = tx.write(entry, note)
    return Turn(entry=written, now=tx.now, began=began, wait=wait)


def _sent(ctx: Context, turn: Turn, number: str, asked: Asked, before: Picture) -> Flow[Result | None]:
    """Send a change whose intent is written, once; return None if it was not answered."""
    entry = turn.entry
    fence = turn.began + turn.wait + ctx.settings.lease - ctx.settings.deadline
    headers: Mapping[str, str] = {}
    try:
        yield from wait_for_place(entry, turn.wait, " of changes")
        if ctx.passed() > fence:  # the lease must not end while the request is under way
            result: Result | None = Result(Became.NOT_SENT, "too late to send it within its lease")
        else:
            log.info("PO %s: %s of order %s", entry.po, asked.act.value, number, extra=entry.log_fields)
            answer: ApiResponse[Any] = yield _call(ctx, entry, number, asked)
            headers = answer.headers or {}
            result = result_of_answer(asked, before, answer)
    except StoppedError:
        result = Result(Became.NOT_SENT, "the desk is stopping")
    except ApiException as error:
        headers = error.headers or {}
        result = result_of_error(error)
        if result is None:
            log.warning("PO %s: %s", entry.po, error, extra=entry.log_fields)
    except BaseException as error:
        became = Became.UNKNOWN if may_have_been_sent(error) else Became.NOT_SENT
        yield from _write_down(ctx, entry, asked, number, Result(became, f"interrupted by {type(error).__name__}"), {})
        raise
    if result is not None:
        yield from _write_down(ctx, entry, asked, number, result, headers)
    return result


def _call(ctx: Context, entry: Entry, number: str, asked: Asked) -> Called:
    options: dict[str, Any] = {
        "order_number": number,
        "im_correlation_id": entry.correlation_id,
        "_retry": flows.ONCE,
        "_deadline": ctx.settings.deadline,
        "_request_timeout": ctx.settings.deadline,
    }
    if asked.region_code is not None:
        options["region_code"] = asked.region_code
    if asked.act is Act.CANCEL:
        return Called("delete_ordercancel_with_http_info", options)
    if asked.act is Act.RELEASE:
        options |= {"order_modify_request": models.OrderModifyRequest(), "action_code": "release"}
    else:
        options |= {"order_modify_request": asked.request}
    return Called("put_ordermodify_with_http_info", options)


# -- looking for a change that was not answered


def _looked_for(ctx: Context, entry: Entry, number: str, asked: Asked, before: Picture) -> Flow[Result]:
    """Look for a change in the details of its order, until it is seen or the wait is over; write down what is seen."""
    began = ctx.monotonic()
    result = Result(Became.UNKNOWN, "it was not answered")
    for at in (each for each in ctx.settings.looks if each <= asked.wait):
        try:
            yield Slept(max(began + at - ctx.monotonic(), 0.0), f"the order shows the {asked.act.value}")
        except StoppedError:
            break
        try:
            details = yield from looks.read_by_number(ctx, entry, [number])
        except ApiException as error:
            says = f"it was not answered, and the order cannot be read: {printable(str(error))}"
            result = Result(Became.UNKNOWN, says)
            continue
        verdict = judge(asked.act, asked.request, before, now := picture_of(details[0]))
        result = _seen(verdict, f"it was not answered; {verdict.says}", before, now)
        if verdict.became is not None:
            break
    yield from _write_down(ctx, entry, asked, number, result, {})
    return result


def _seen(verdict: Verdict, says: str, before: Picture, now: Picture) -> Result:
    if verdict.became is not Became.DONE:
        return Result(verdict.became or Became.UNKNOWN, says)
    says = f"{says}; {verdict.unmade}" if verdict.unmade else says
    return Result(Became.DONE, says, units=units_changed(before.lines, now.lines), unmade=verdict.unmade)


def look_up(ctx: Context, entry: Entry, orders: Mapping[str, models.OrderDetailB2B]) -> Flow[None]:
    """Look for changes that nobody waits for any more: their sender has died, or they were unknown.

    Args:
        ctx: the desk.
        entry: the entry.
        orders: its orders as they were read just now, by number.
    """
    pending: list[Pending] = yield Stored(partial(_pending, entry=entry, numbers=list(orders)))
    for each in pending:
        yield from _look_up(ctx, entry, each, picture_of(orders[each.number]))


def _pending(ledger: Ledger, entry: Entry, numbers: Sequence[str]) -> list[Pending]:
    with ledger.reading() as tx:
        history = tx.history(entry)
        found = [each for number in numbers for each in pendings_of(history, number)]
        return [each for each in found if each.is_told or tx.now >= each.until]


def _look_up(ctx: Context, entry: Entry, pending: Pending, now: Picture) -> Flow[Result]:
    """Compare an order with what a change should have made of it; write down what is seen, if it is new."""
    asked = pending.asked
    if asked.act is Act.MODIFY and asked.request is None:
        result = Result(Became.UNKNOWN, "its content was redacted, so the order cannot be compared with it")
    elif asked.act is Act.MODIFY and pending.is_overtaken:
        result = Result(Became.UNKNOWN, "the lines of the order were changed since, so they do not show it")
    else:
        verdict = judge(asked.act, asked.request, pending.before, now)
        result = _seen(verdict, f"looked up later: {verdict.says}", pending.before, now)
    if result.became is not Became.UNKNOWN or not pending.is_told:
        entry = replace(entry, correlation_id=pending.correlation_id)
        yield from _write_down(ctx, entry, asked, pending.number, result, {})
    return result


# -- writing down


def _write_down(
    ctx: Context, entry: Entry, asked: Asked, number: str, result: Result, headers: Mapping[str, str]
) -> Flow[None]:
    """Write down what became of a change, also while the database is away for a time.

    Raises:
        LedgerError: the database did not come back. The next change or tracking of the order looks the change up.
    """
    write: Callable[[Ledger], None] = partial(
        _write_result, ctx=ctx, entry=entry, asked=asked, number=number, result=result, headers=headers
    )
    try:
        yield from flows.kept(ctx, write)
    except LedgerError as error:
        raise LedgerError(
            f"order {number}: {asked.act.value} is {result.became.value}; not written down: {error}",
            error.fault,
            sent=result.became is not Became.NOT_SENT,
            order_numbers=(number,),
            answer=result.raw,
        ) from error
    level = logging.INFO if result.became is Became.DONE and not result.unmade else logging.WARNING
    log.log(
        level,
        "PO %s: %s of order %s is %s: %s",
        entry.po,
        asked.act.value,
        number,
        result.became.value,
        result.says,
        extra=entry.log_fields,
    )


def _write_result(
    ledger: Ledger,
    ctx: Context,
    entry: Entry,
    asked: Asked,
    number: str,
    result: Result,
    headers: Mapping[str, str],
) -> None:
    with ledger.transaction() as tx:
        tx.note(entry, result_note(entry, number, asked, result, at=tx.now))
        turns.learn(tx, ctx, MODIFY, headers)


def _told(
    ctx: Context, entry: Entry, act: Act, number: str, result: Result, correlation_id: str | None
) -> Flow[ChangeResult]:
    def read(ledger: Ledger) -> Record:
        with ledger.reading() as tx:
            current = tx.get(entry.key)
        return ctx.record(current or entry, ledger)

    record: Record = yield Stored(read)
    return ChangeResult(
        act=act,
        number=number,
        became=result.became,
        says=result.says,
        rejected=result.rejected,
        correlation_id=correlation_id,
        record=record,
        unmade=result.unmade,
    )
