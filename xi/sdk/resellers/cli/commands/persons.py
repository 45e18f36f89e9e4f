"""What a person decides about orders that are held, in doubt or planned: each is an event with who, when and why."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import options
from xi.sdk.resellers.cli.codes import Code, code_of, worst
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import SHOWN, all_by_name, batch_named, count, not_in_ledger, some

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.rehearsal import RehearsingLedger
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import OrderDesk, Record

_SENT_BY: Final = "xi-orders worker --once"
_OPEN: Final = ("doubt", "accepted", "held")
"""The states of orders that have to be found at Ingram Micro, or not."""
_NOT_OUT: Final = ("planned", "rejected")
"""The states of orders for which nothing is searched."""

_POs = Annotated[list[str] | None, typer.Argument(metavar="PO…", help="Purchase order numbers.", show_default=False)]
_PO = Annotated[str, typer.Argument(metavar="PO", help="The purchase order number.")]


def recheck(
    session: Session,
    pos: _POs = None,
    all_: Annotated[bool, typer.Option("--all", help="Every order that is in doubt, accepted or held.")] = False,
    dry_run: options.DryRun = False,
    times: options.Times = options.NO_TIMES,
) -> Code:
    """Search the API for orders now; never sends one.

    What is found is evidence: an order in doubt that is there is placed from now on, and so is one that a person has
    closed.
    """
    if bool(pos) == all_:
        raise CommandError("say which orders: POs, or --all", word="bad-usage", hint="xi-orders recheck --all")
    settings = session.settings(times)
    session.announce()
    desk = session.desk(calls=not dry_run, make=_make(dry_run), settings=settings)
    found, missing = all_by_name(desk, pos) if pos else (list(desk.rows(state=_OPEN)), [])
    if missing:
        session.warn(not_in_ledger(desk, missing).message)
    codes = [Code.NO] * bool(missing)

    def items() -> Iterator[dict[str, Any]]:
        for record in found:
            after = record if dry_run else _looked(session, desk, record, codes)
            codes.append(code_of(after))
            yield record_item(after)

    from xi.sdk.resellers.cli.records import record_item

    _write(session, items(), dry_run=dry_run, empty="no order is in doubt, accepted or held")
    if dry_run:
        session.say(f"{count(len(found), 'order')} would be searched for")
        return Code.NO if missing else Code.DONE
    return worst(codes)


def _looked(session: Session, desk: OrderDesk, record: Record, codes: list[Code]) -> Record:
    """Search for an order; say so where it was not searched for, or not answered."""
    before = len(record.history())
    after = desk.recheck(record.key)
    looks = [each for each in after.history()[before:] if each.kind == "look"]
    if not looks:
        why = "nothing of it is out" if after.state in _NOT_OUT else "another program is at it"
        session.warn(f"PO {after.po} was not searched for: it is {after.state.value}, and {why}")
    elif looks[-1].detail.get("seen") == "failed":
        session.warn(f"PO {after.po}: {looks[-1].says}")
        codes.append(Code.UNABLE)
    return after


def resolve(
    session: Session,
    po: _PO,
    because: options.Because,
    placed: Annotated[
        list[str] | None,
        typer.Option("--placed", metavar="NUMBER", help="It stands, under this order number; repeatable."),
    ] = None,
    not_placed: Annotated[
        bool, typer.Option("--not-placed", help="It is not there. Nobody sends it again; a late yes still counts.")
    ] = False,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Do not read the numbers back first.")] = False,
    dry_run: options.DryRun = False,
) -> None:
    """Say what became of an order that is in doubt or held.

    The numbers are read back first: each has to be there, to be under this PO, and not to be that of another order of
    the ledger. Of an order that stood twice, the one that is not named has to be cancelled. With
    --not-placed nobody sends the order again, but it is looked for as a held one is, and a late yes still counts.
    """
    numbers = tuple(dict.fromkeys(each.strip().upper() for text in placed or () for each in text.split(",")))
    if bool(numbers) == not_placed:
        raise CommandError("say --placed NUMBER or --not-placed", word="bad-usage", hint=f"xi-orders history {po}")
    if unchecked and not numbers:
        raise CommandError("--unchecked is for --placed", word="bad-usage")
    _begin(session, dry_run=dry_run)
    desk = session.desk(calls=bool(numbers) and not unchecked, make=_make(dry_run))
    record = _the(desk, po)
    if _is_resolved(record, numbers):
        session.say(f"it was said before: {record.summary}")
        _tell(session, record, dry_run=dry_run)
        return

    def act(*, is_read: bool) -> Record:
        return desk.resolve(
            record.key,
            because=because,
            placed=numbers or None,
            not_placed=not_placed,
            unchecked=bool(numbers) and (unchecked or is_read),
            seen=record,
        )

    session.say(record.summary)
    with rehearsing(desk).rehearsal():
        after = _read_back(numbers, act)
    what = f"placed as {', '.join(numbers)}" if numbers else "not placed: nobody sends it again"
    if not dry_run:
        session.confirm(f"{session.where} · PO {record.po} is {what}?")
        with _shown_anew(session, desk, record.key):
            after = act(is_read=True)
    session.say(f"{'would write down: ' if dry_run else ''}PO {record.po} is {what}")
    _tell(session, after, dry_run=dry_run)


def _is_resolved(record: Record, numbers: Sequence[str]) -> bool:
    """Return whether the ledger says it already, so that the same line again changes nothing."""
    if numbers:
        return record.is_standing and not record.doubled and set(record.order_numbers) == set(numbers)
    return record.state == "not_placed"


def _read_back(numbers: Sequence[str], act: Callable[..., Record]) -> Record:
    from xi.sdk.resellers.exceptions import NotFoundException

    try:
        return act(is_read=False)
    except NotFoundException as error:
        named = f"order {numbers[0]} is" if len(numbers) == 1 else f"one of the orders {', '.join(numbers)} is"
        raise CommandError(
            f"{named} not at Ingram Micro; nothing was done",
            code=Code.NO,
            word="not-found",
            hint="check the number; --unchecked takes it all the same",
            correlation_id=error.correlation_id,
        ) from error


def resend(
    session: Session,
    po: _PO,
    because: options.Because,
    dry_run: options.DryRun = False,
) -> None:
    """Permit one more send of an order that is held or rejected.

    It shows what is known, and wants the PO typed. The order is searched for once more before it is sent, by whoever
    sends it: a worker, or place.
    """
    _begin(session, dry_run=dry_run, everywhere=True)
    desk = session.desk(calls=False, make=_make(dry_run))
    record = _the(desk, po)
    with rehearsing(desk).rehearsal():
        after = desk.resend(record.key, because=because)
    show = session.say if session.common.yes or dry_run else session.warn
    for line in _known(record):
        show(line)
    if not dry_run:
        session.confirm(
            f"{session.where} · if it was placed all the same, it may stand twice. Send PO {record.po} once more?",
            typed=record.po,
        )
        with _shown_anew(session, desk, record.key):
            after = desk.resend(record.key, because=because, seen=record)
    if dry_run:
        session.say(f"PO {record.po} would be sent once more")
    else:
        session.say(f"PO {record.po} will be sent once more, after a search for it: {_SENT_BY}")
    _tell(session, after, dry_run=dry_run)


@contextmanager
def _shown_anew(session: Session, desk: OrderDesk, key: str) -> Generator[None]:
    """Show an order again if it was written since it was shown, so that the decision on it was refused."""
    from xi.sdk.resellers.ordering import NotAsSeenError

    try:
        yield
    except NotAsSeenError:
        for line in _known(_the(desk, key)):
            session.warn(line)
        raise


def _known(record: Record) -> Iterator[str]:
    """Yield what is known of an order, for the person who decides."""
    yield record.summary
    if record.first_sent is not None:
        yield f"  sent {count(record.sends, 'time')}, first at {record.first_sent.astimezone():%Y-%m-%d %H:%M:%S}"
    notes = record.history()
    if len(notes) > SHOWN:
        yield f"  … {len(notes) - SHOWN} events before; xi-orders history {record.po}"
    for note in notes[-SHOWN:]:
        yield f"  {_moment(note.at)} {_line_of(note)}"


def _moment(seconds: float) -> str:
    return f"{moment_at(seconds).astimezone():%Y-%m-%d %H:%M:%S}"


def moment_at(seconds: float) -> datetime:
    """Return a moment of the ledger.

    Args:
        seconds: seconds since 1970.
    """
    return datetime.fromtimestamp(seconds, UTC)


def _line_of(note: Any) -> str:
    parts = (note.kind, f"-> {note.state}", note.says, f"by {note.by}" if note.by else "", note.because)
    return " · ".join(each for each in parts if each)


def rest(
    session: Session,
    po: _PO,
    new_po: Annotated[str, typer.Option("--po", metavar="NEW", help="The PO for the rejected lines.")],
    dry_run: options.DryRun = False,
) -> None:
    """Plan the rejected lines of a partly placed order under a new PO.

    They are shown first. A worker, or place, sends the new order.
    """
    _begin(session, dry_run=dry_run)
    desk = session.desk(calls=False, make=_make(dry_run))
    record = _the(desk, po)
    with rehearsing(desk).rehearsal():
        after = desk.rest(record.key, new_po=new_po)
    show = session.say if session.common.yes or dry_run else session.warn
    show(f"PO {record.po}, {count(len(record.rejected), 'line')} rejected:")
    for each in record.rejected:
        quantity = f" x {each.quantity}" if each.quantity else ""
        show(f"  line {each.line or '?'}  {each.part or '?'}{quantity}  {each.reason or ''}".rstrip())
    if not dry_run:
        session.confirm(f"{session.where} · plan {count(len(record.rejected), 'line')} as PO {new_po}?")
        after = desk.rest(record.key, new_po=new_po)
    if dry_run:
        session.say(f"PO {after.po} would be planned")
    else:
        session.say(f"{after.summary}; sent by: {_SENT_BY}" if after.state == "planned" else after.summary)
    _tell(session, after, dry_run=dry_run)


def abandon(
    session: Session,
    because: options.Because,
    pos: _POs = None,
    batch: Annotated[
        str | None, typer.Option("--batch", metavar="B", help="All planned and held orders of a batch; or last.")
    ] = None,
    dry_run: options.DryRun = False,
) -> Code:
    """Let nobody send planned or held orders any more.

    Evidence of a send still counts: if one of them turns out to be placed, that is told. All are checked before the
    first one is abandoned.
    """
    if bool(pos) == (batch is not None):
        raise CommandError("say which orders: POs, or --batch", word="bad-usage", hint="xi-orders list --state held")
    _begin(session, dry_run=dry_run)
    desk = session.desk(calls=False, make=_make(dry_run))
    found = _of_batch(desk, batch) if batch is not None else _all_named(desk, pos or [])
    waiting = [each for each in found if each.state != "abandoned"]
    with rehearsing(desk).rehearsal():
        ahead = _tried(desk, waiting, because)
    if not dry_run and waiting:
        session.confirm(f"{session.where} · abandon {count(len(waiting), 'order')}?")
    codes: list[Code] = []

    def items() -> Iterator[dict[str, Any]]:
        for record in found:
            after = ahead.get(record.key, record)
            if record.key in ahead and not dry_run:
                after = _abandoned(session, desk, record, because, codes)
            yield record_item(after)

    from xi.sdk.resellers.cli.records import record_item

    _write(session, items(), dry_run=dry_run, empty="nothing is planned or held there")
    verb = "would be abandoned" if dry_run else "abandoned"
    session.say(f"{count(len(waiting) - len(codes), 'order')} {verb}")
    return worst(codes)


def _tried(desk: OrderDesk, records: Sequence[Record], because: str) -> dict[str, Record]:
    """Return what each order would become, in a rehearsal.

    Raises:
        CommandError: one cannot be abandoned.
    """
    from xi.sdk.resellers.ordering import NotPermittedError

    found: dict[str, Record] = {}
    refused: list[str] = []
    for each in records:
        try:
            found[each.key] = desk.abandon(each.key, because=because)
        except NotPermittedError:
            refused.append(each.summary)
    if refused:
        raise CommandError(
            f"only planned and held orders can be abandoned, and nothing was done: {some(refused, '; ')}",
            word="not-permitted",
        )
    return found


def _abandoned(session: Session, desk: OrderDesk, record: Record, because: str, codes: list[Code]) -> Record:
    """Abandon an order, which a worker may have taken meanwhile."""
    from xi.sdk.resellers.ordering import NotPermittedError

    try:
        return desk.abandon(record.key, because=because, seen=record)
    except NotPermittedError as error:
        session.warn(f"PO {record.po} was not abandoned: {error}")
        codes.append(Code.NO)
        return desk.find(record.key) or record


def _of_batch(desk: OrderDesk, batch: str) -> list[Record]:
    """Return the orders of a batch that can be abandoned.

    Raises:
        CommandError: the ledger has no such batch.
    """
    return list(desk.rows(batch=batch_named(desk, batch), state=("planned", "held")))


_Account = Annotated[bool, typer.Option("--account", help="For this account only; else for all of the ledger.")]


def pause(
    session: Session, because: options.Because, account: _Account = False, dry_run: options.DryRun = False
) -> None:
    """Begin no further order, on any machine that uses the ledger.

    It asks nothing: a brake has to work at once. Searches and webhooks go on. `xi-orders resume` ends it.
    """
    session.announce()
    desk = session.desk(calls=False, make=_make(dry_run))
    with rehearsing(desk).rehearsal() if dry_run else nullcontext():
        desk.pause(because, all_accounts=not account)
    _tell_pause(session, desk, dry_run=dry_run, would=f"would be paused: {because}")


def resume(session: Session, account: _Account = False, dry_run: options.DryRun = False) -> None:
    """End a pause, also one that the desk has made itself because the set-up was refused.

    With --account a pause of all accounts stays.
    """
    _begin(session, dry_run=dry_run)
    desk = session.desk(calls=False, make=_make(dry_run))
    paused = desk.paused
    if paused is None:
        session.say("it is not paused")
    elif not dry_run:
        session.confirm(f"{session.where} · {paused}. Send orders again?")
        if desk.paused != paused:
            what = "the pause"  # the page of this word says the same of an order
            raise CommandError(
                f"{what} has changed since it was read (it was {paused}): {desk.paused or 'it is over'}",
                word="not-as-seen",
                hint="the same line again",
            )
        desk.resume(all_accounts=not account)
        paused = desk.paused
        if paused is not None:
            session.warn(f"all accounts are still paused: {paused}; to end that too: xi-orders resume")
    _tell_pause(session, desk, dry_run=dry_run, would="would be resumed")


def _tell_pause(session: Session, desk: OrderDesk, *, dry_run: bool, would: str) -> None:
    paused = desk.paused
    item = {
        "paused": paused is not None,
        "because": None if paused is None else paused.because,
        "by": None if paused is None else paused.by,
        "by_itself": paused is not None and paused.by_itself,
        "since": None if paused is None else moment_at(paused.at),
        "dry_run": dry_run,
    }

    def lines() -> Iterator[str]:
        yield "orders are sent" if paused is None else str(paused)

    session.out.one("pause", item, lines)
    if dry_run:
        session.say(f"it {would}; nothing was written")


# -- what the commands have in common


def _make(dry_run: bool) -> bool | None:
    """Return whether a ledger is made that is not there: a dry run makes none."""
    return False if dry_run else None


def _begin(session: Session, *, dry_run: bool, everywhere: bool = False) -> None:
    """Say where it is, and refuse at once what nobody can confirm."""
    session.announce()
    if not dry_run:
        session.require_answer(everywhere=everywhere)


def rehearsing(desk: OrderDesk) -> RehearsingLedger:
    """Return the ledger of a desk that a session has made."""
    from xi.sdk.resellers.cli.rehearsal import RehearsingLedger

    ledger = desk.ledger
    assert isinstance(ledger, RehearsingLedger)  # noqa: S101 - a session makes no other
    return ledger


def _the(desk: OrderDesk, po: str) -> Record:
    """Return an order.

    Raises:
        CommandError: the ledger does not have it.
    """
    return _all_named(desk, [po])[0]


def _all_named(desk: OrderDesk, pos: Sequence[str]) -> list[Record]:
    """Return the orders, each once.

    Raises:
        CommandError: the ledger lacks some of them; nothing was done.
    """
    found, missing = all_by_name(desk, pos)
    if missing:
        raise not_in_ledger(desk, missing)
    return found


def _write(session: Session, items: Iterable[dict[str, Any]], *, dry_run: bool, empty: str = "") -> None:
    """Write what became of orders."""
    from xi.sdk.resellers.cli.records import RECORD_COLUMNS

    session.out.rows("act", RECORD_COLUMNS, items, summary=lambda: {"dry_run": dry_run}, empty=empty, live=True)
    if dry_run:
        session.say("nothing was written or sent")


def _tell(session: Session, record: Record, *, dry_run: bool) -> None:
    from xi.sdk.resellers.cli.records import record_item

    _write(session, [record_item(record)], dry_run=dry_run)
