"""What a desk does to the ledger: each function is the content of one commit.

It reads the row, lets `_protocol.decide` decide, and writes what was decided, with an event for the history. The `Turn`
that it returns says what is to be done next.
"""

from __future__ import annotations

import getpass
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, TypeVar

from xi.sdk.resellers._arguments import check_text
from xi.sdk.resellers.account import new_correlation_id
from xi.sdk.resellers.ordering._clock import passed
from xi.sdk.resellers.ordering._content_changes import changes_between
from xi.sdk.resellers.ordering._entries import (
    Entry,
    NewEntry,
    Note,
    Pause,
    key_of,
    told_differences,
    with_differences,
)
from xi.sdk.resellers.ordering._evidence import Reply, quota_of
from xi.sdk.resellers.ordering._filing import Filing, fold
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._matching import Sight
from xi.sdk.resellers.ordering._protocol import (
    POLL_S,
    SETTLED,
    STANDING,
    Answered,
    Command,
    Decision,
    Do,
    Event,
    Gate,
    Kind,
    Looked,
    NotPermittedError,
    Row,
    Said,
    Seen,
    SetUpProbed,
    State,
    Take,
    after_send,
    ask_breaker,
    decide,
    set_up_refused,
)
from xi.sdk.resellers.ordering._searches import detail_of
from xi.sdk.resellers.ordering.errors import Fault, LedgerError, NotAsSeenError, OrderDiffersError
from xi.sdk.resellers.ordering.ledger import KeyTaken, Ledger, MovedOn, Transaction
from xi.sdk.resellers.ordering.records import Record, record_of
from xi.sdk.resellers.ordering.settings import Settings

T = TypeVar("T")

CREATE: Final = "create"
SEARCH: Final = "search"
DETAILS: Final = "details"
RETURN_CREATE: Final = "return_create"
RETURN_SEARCH: Final = "return_search"
RETURN_DETAILS: Final = "return_details"
"""Buckets of the quota."""
LONGEST_RESERVED_S: Final = 30.0
"""The longest wait for a place in the quota that is slept with an intent written; for a longer one the order stays
planned."""
ITSELF: Final = "the desk"
UNAUTHORIZED: Final = 401
_TRIES: Final = 5
"""How often a late answer is offered to a row that others are writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an order is from; kept beside it, and not sent."""

    batch: str | None = None
    source_file: str | None = None
    source_lines: str | None = None
    ref: Mapping[str, str] = field(default_factory=dict[str, str])
    is_bulk: bool = False
    reuse: str | None = None
    search_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a desk knows beside the ledger."""

    customer: str
    country: str
    app: str
    environment: str
    settings: Settings
    by: str
    on_held: Callable[[Record], Any] | None = None
    on_settled: Callable[[Record], Any] | None = None
    monotonic: Callable[[], float] = time.monotonic
    passed: Callable[[], float] = passed
    longest_reserved: float = LONGEST_RESERVED_S

    def record(self, entry: Entry, ledger: Ledger) -> Record:
        """Return what is told about an entry."""
        return record_of(entry, self.environment, partial(read_history, ledger, entry))


def read_history(ledger: Ledger, entry: Entry) -> list[Note]:
    """Return the events of an order, the oldest first."""
    with ledger.reading() as tx:
        return tx.history(entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An order after a commit, and what is to be done next.

    Args:
        entry: the order.
        commands: what is to be done.
        now: the database's time.
        began: the time that has passed before the transaction, so that a lease never seems longer than it is.
        wait: seconds until the reserved place in the quota.
        pause: why nothing is sent, if the desk is paused.
        reject_reason: why the order was rejected, without what differs from order to order.
    """

    entry: Entry
    commands: tuple[Command, ...] = ()
    now: float = 0.0
    began: float = 0.0
    wait: float = 0.0
    pause: Pause | None = None
    reject_reason: str | None = None

    def wants(self, do: Do) -> bool:
        """Return whether something is to be done now."""
        return any(each.do is do and (each.at is None or each.at <= self.now) for each in self.commands)


def breaker_account(customer: str, country: str, kind: Kind) -> tuple[str, str]:
    """Return under which account the breaker for a kind of filing is kept.

    Returns are another service of Ingram Micro's than orders. If it fails, orders are sent all the same, and an order
    that is placed does not say that it works again.

    Args:
        customer: the customer number of the account.
        country: its country.
        kind: the kind of filing.
    """
    return customer, f"{country}/returns" if kind is Kind.RETURN else country


def login_name() -> str:
    """Return the name of the person or service that runs this process."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name, in a container for example
        return "unknown"


def committed(work: Callable[[Transaction, float], Turn]) -> Callable[[Ledger], Turn]:
    """Return work on a ledger that makes one commit of a function."""

    def commit(ledger: Ledger) -> Turn:
        began = passed()
        with ledger.transaction() as tx:
            return work(tx, began)

    return commit


# -- a new order


def begin(
    tx: Transaction,
    began: float,
    ctx: Context,
    filing: Filing,
    origin: Origin,
    *,
    send: bool,
    may: Callable[[Transaction], None] | None = None,
) -> Turn:
    """Write down an order that is new, and its intent if it may be sent at once; say what is known of one that is not.

    Args:
        tx: the transaction.
        began: the time that has passed before the transaction.
        ctx: what the desk knows.
        filing: the order.
        origin: where it is from.
        send: whether it may be sent at once.
        may: refuses a new order, by an error, for other orders of the ledger; None writes each.

    Raises:
        OrderDiffersError: the PO was used before, with other content.
    """
    newest = tx.find(filing.customer, filing.country, filing.folded)
    generation = 1
    if newest is not None:
        entry = known(tx, newest, filing, origin)
        if not opens_next(entry, filing, origin, ctx):
            if send and entry.row.state is State.PLANNED:
                return take(tx, began, ctx, entry)
            return Turn(entry=entry, now=tx.now, began=began, pause=tx.pause(ctx.customer, ctx.country))
        generation = newest.generation + 1
    if may is not None:
        may(tx)
    new = _new_entry(tx, ctx, filing, origin, generation)
    key = key_of(filing.customer, filing.country, filing.folded, generation)
    planned = Note(at=tx.now, kind="planned", state=State.PLANNED.value, by=ctx.by, because=origin.reuse)
    if not send:
        return Turn(entry=tx.insert(new, planned), now=tx.now, began=began)
    decided = _decide_gated(tx, ctx, key, new.row, new.is_bulk, Take)
    new = replace(new, row=decided.row, correlation_id=decided.correlation_id)
    note = decided.intent(tx.now, ctx.by) if decided.correlation_id else planned
    inserted = tx.insert(new, note)
    return decided.turn(inserted, tx, began)


def again_if_taken(work: Callable[[Ledger], T]) -> Callable[[Ledger], T]:
    """Return work that reads again if another process has written the same order at the same moment."""

    def retried(ledger: Ledger) -> T:
        for _ in range(_TRIES - 1):
            try:
                return work(ledger)
            except (KeyTaken, MovedOn):
                continue
        return work(ledger)

    return retried


def known(tx: Transaction, newest: Entry, filing: Filing, origin: Origin) -> Entry:
    """Return the order under a PO that a new one is compared with: the same one with the same reason, else the newest.

    A program that runs again gives the orders which it has placed, also those after which the PO was used once more.
    """
    if origin.reuse is None or newest.reuse == origin.reuse or newest.generation == 1:
        return newest
    for each in tx.generations(filing.customer, filing.country, filing.folded):
        if (each.reuse, each.fingerprint) == (origin.reuse, filing.fingerprint):
            return each
    return newest


def opens_next(entry: Entry, filing: Filing, origin: Origin, ctx: Context) -> bool:
    """Return whether an order opens the next generation of its PO; False if it is the one in the ledger."""
    is_same = entry.fingerprint == filing.fingerprint
    if origin.reuse is not None and entry.reuse != origin.reuse and entry.row.state in SETTLED:
        return True
    if is_same:
        return False
    if entry.row.state is State.REJECTED and not entry.row.doubts:
        return True
    record = record_of(entry, ctx.environment, tuple)
    raise OrderDiffersError(
        filing.po,
        filing.fingerprint,
        entry.fingerprint,
        record,
        source=None if origin.source_file is None else (origin.source_file, origin.source_lines or ""),
        changes=changes_between(filing.body, entry.body),
    )


def _new_entry(tx: Transaction, ctx: Context, filing: Filing, origin: Origin, generation: int) -> NewEntry:
    distrust = tx.distrusted()
    row = Row(kind=filing.kind, guarded=filing.guarded, due=tx.now)
    if distrust is not None:
        row = replace(
            row,
            search_first=distrust.since,
            trusted_from=distrust.at + ctx.settings.quiet if distrust.doubtful else distrust.at,
            doubts=int(distrust.doubtful),
        )
    elif origin.search_first:
        # An order that a person has placed under this PO before is taken for ours if it is the same.
        row = replace(row, search_first=tx.now - ctx.settings.held_for, trusted_from=tx.now)
    return NewEntry(
        customer=filing.customer,
        country=filing.country,
        po=filing.po,
        folded=filing.folded,
        generation=generation,
        app=ctx.app,
        body=filing.body,
        fingerprint=filing.fingerprint,
        marker=filing.marker,
        reuse=origin.reuse,
        batch=origin.batch,
        source_file=origin.source_file,
        source_lines=origin.source_lines,
        ref=origin.ref,
        is_bulk=origin.is_bulk,
        planned_at=tx.now,
        row=row,
    )


# -- deciding, where the gate has a say


@dataclass(frozen=True, slots=True)
class _Gated:
    decision: Decision
    wait: float
    pause: Pause | None
    correlation_id: str | None

    @property
    def row(self) -> Row:
        """The row as it is to be written; the lease begins when the wait is over."""
        row = self.decision.row
        if self.correlation_id is None or row.lease is None or not self.wait:
            return row
        return replace(row, lease=row.lease + self.wait, due=row.lease + self.wait)

    def intent(self, now: float, by: str) -> Note:
        """Return the event of the intent."""
        row = self.decision.row
        detail = {"attempt": row.sends, "probe": True} if row.probing else {"attempt": row.sends}
        return Note(
            at=now, kind="intent", state=row.state.value, by=by, correlation_id=self.correlation_id, detail=detail
        )

    def turn(self, entry: Entry, tx: Transaction, began: float) -> Turn:
        return Turn(
            entry=entry, commands=self.decision.commands, now=tx.now, began=began, wait=self.wait, pause=self.pause
        )


def _decide_gated(
    tx: Transaction,
    ctx: Context,
    key: str,
    row: Row,
    is_bulk: bool,
    event: Callable[[Gate], Event],
) -> _Gated:
    """Decide about an event that may lead to a send: read the pause and the breaker, reserve a place in the quota."""
    pause = tx.pause(ctx.customer, ctx.country)
    account = breaker_account(ctx.customer, ctx.country, row.kind)
    breaker = asked = None
    if pause is not None:
        gate = Gate(until=tx.now + POLL_S)
    else:
        breaker = tx.breaker(*account)
        asked, gate = ask_breaker(breaker, key, tx.now, ctx.settings)
    decision = decide(row, event(gate), tx.now, ctx.settings)
    if not any(each.do is Do.SEND for each in decision.commands):
        return _Gated(decision, 0.0, pause, None)
    wait = tx.reserve(ctx.app, _bucket(row.kind), bulk=is_bulk, longest=ctx.longest_reserved)
    if wait > ctx.longest_reserved:
        return _Gated(decide(row, event(Gate(until=tx.now + wait)), tx.now, ctx.settings), 0.0, None, None)
    if asked is not None and asked != breaker:
        tx.set_breaker(*account, asked)
    return _Gated(decision, wait, None, new_correlation_id())


def _bucket(kind: Kind) -> str:
    return RETURN_CREATE if kind is Kind.RETURN else CREATE


def take(tx: Transaction, began: float, ctx: Context, entry: Entry) -> Turn:
    """Do what is due for an order, as far as the ledger is concerned."""
    was = entry.row
    decided = _decide_gated(tx, ctx, entry.key, was, entry.is_bulk, Take)
    row = decided.row
    turn = decided.turn(entry, tx, began)
    goes_on = turn.wants(Do.LOOK)  # a claim is for a look; a send has its lease
    note = None
    if decided.correlation_id is not None:
        note = decided.intent(tx.now, ctx.by)
    elif row.state is not was.state:
        says = "the lease of the worker that was sending is over"
        note = Note(at=tx.now, kind="lease", state=row.state.value, says=says)
    if row != was:
        more = {} if decided.correlation_id is None else {"correlation_id": decided.correlation_id}
        entry = tx.write(entry, note, row=row, release=not goes_on, **more)
    elif not goes_on:
        tx.release(entry)
    return replace(turn, entry=entry)


def claim_end(tx: Transaction, ctx: Context) -> float:
    """Return until when a worker that looks for an order has it to itself: a search and the details of an order.

    It is for progress alone: no send depends on it.
    """
    return tx.now + 2 * ctx.settings.deadline


def get(tx: Transaction, ctx: Context, key: str) -> Entry | None:
    """Return an order of the account; None if the key is of none, or of another account, for which nothing is sent.

    Raises:
        ApiTypeError: it is no text.
    """
    check_text("po", key, "text: a PO, or the key of a record")
    entry = tx.get(key)
    is_ours = entry is not None and (entry.customer, entry.country) == (ctx.customer, ctx.country)
    return entry if is_ours else None


def claim(tx: Transaction, began: float, ctx: Context, key: str, *, early: bool = False) -> Turn | None:
    """Take one order and do what is due, unless another worker has it or nothing is due.

    With `early`, an order that is planned is taken although its time has not come, and no other one is.
    """
    entry = tx.claim_one(key, until=claim_end(tx, ctx))
    if entry is None:
        return None
    row = entry.row
    is_time = row.state is State.PLANNED if early else row.due is not None and row.due <= tx.now
    if not is_time:
        tx.release(entry)
        return Turn(entry=entry, now=tx.now, began=began, pause=tx.pause(ctx.customer, ctx.country))
    return take(tx, began, ctx, entry)


def release(ledger: Ledger, key: str) -> None:
    """Let other workers take an order that nobody is sending."""
    with ledger.transaction() as tx:
        entry = tx.get(key)
        if entry is not None and entry.row.state is not State.SENDING:
            tx.release(entry)


# -- after a request


def answer(tx: Transaction, began: float, ctx: Context, sent: Entry, reply: Reply) -> Turn:
    """Write down what became of a request, with the raw answer; also if the row has moved on since it was sent."""
    reply = _without_others(tx, sent, reply)
    said = reply.answered.said
    differs = {"differs": list(reply.differs)} if reply.differs else {}
    note = Note(
        at=tx.now,
        kind="answer",
        state="",
        correlation_id=sent.correlation_id,
        status=reply.status,
        says=reply.told,
        raw=reply.raw,
        detail={"said": said.value, "numbers": list(reply.answered.numbers)} | differs,
    )
    changes: dict[str, Any] = {"says": reply.told}
    if reply.rejected:
        changes["rejected"] = reply.rejected
    if reply.total is not None:
        changes |= {"total": reply.total, "currency": reply.currency}
    answered = reply.answered
    if reply.again_in is not None:
        answered = replace(answered, again_at=tx.now + reply.again_in)
    entry, decision = _write_answer(tx, ctx, sent, answered, note, changes)
    kind = sent.row.kind
    account = breaker_account(ctx.customer, ctx.country, kind)
    breaker = tx.breaker(*account)
    after = after_send(breaker, sent.key, said, tx.now, ctx.settings)
    if after != breaker:
        tx.set_breaker(*account, after)
    if reply.status == UNAUTHORIZED:
        tx.drop_token(ctx.app)  # the token that the machines share may have ended early
    proves_set_up = kind is not Kind.RETURN and said not in (Said.SET_UP, Said.NOT_SENT, Said.TOO_MANY)
    if proves_set_up and tx.set_up_refused(ctx.customer, ctx.country):
        tx.set_set_up_refused(ctx.customer, ctx.country, ())
    learn(tx, ctx, _bucket(kind), reply.headers, too_many=said is Said.TOO_MANY, again_in=reply.again_in)
    return Turn(entry=entry, commands=decision.commands, now=tx.now, began=began, reject_reason=reply.reject_reason)


def _without_others(tx: Transaction, sent: Entry, reply: Reply) -> Reply:
    """Return an answer without the numbers that other orders have: it says nothing of this one, or that it stands too.

    One that a search has given to the other order stays this one's: the search may have erred, an answer does not.
    """
    owners = tx.owners(sent, reply.answered.numbers)
    if not owners:
        return reply
    taken = {number for number, owner in owners.items() if not owner.row.adopted}
    numbers = tuple(each for each in reply.answered.numbers if each not in taken)
    them = ", ".join(f"order {number} is that of {owner.beside(sent)} too" for number, owner in sorted(owners.items()))
    log.error("%s: %s; %s: a person should read it", sent.name, reply.told, them)
    answered, says = replace(reply.answered, numbers=numbers), f"{reply.says}; {them}"
    if numbers:
        return replace(reply, answered=answered, says=says)
    said = Said.GARBLED if answered.confirmation is None or sent.row.kind is Kind.RETURN else Said.ACCEPTED
    return replace(reply, answered=replace(answered, said=said), says=says, total=None, currency=None, differs=())


def _write_answer(
    tx: Transaction, ctx: Context, sent: Entry, answered: Answered, note: Note, changes: Mapping[str, Any]
) -> tuple[Entry, Decision]:
    try:
        return _write(tx, ctx, sent, answered, note, changes)
    except MovedOn:
        pass
    late = replace(answered, late=True)
    note = replace(note, kind="late_answer")
    for _ in range(_TRIES):
        current = tx.get(sent.key)
        if current is None:
            raise LedgerError(f"{sent.key} is not in the ledger any more; restore a backup", Fault.DAMAGED)
        is_yes = answered.said in (Said.PLACED, Said.PARTLY, Said.EMPTY)
        # A webhook that has come first changes the row, but it is the same request that is answered.
        is_same = current.row.state is State.SENDING and current.correlation_id == sent.correlation_id
        try:
            if is_same:
                return _write(tx, ctx, current, answered, replace(note, kind="answer"), changes)
            return _write(tx, ctx, current, late, note, changes if is_yes else {})
        except MovedOn:
            continue
    raise LedgerError(f"{sent.key} is written by others all the time", Fault.LOCKED)


def _write(
    tx: Transaction, ctx: Context, entry: Entry, event: Event, note: Note, changes: Mapping[str, Any]
) -> tuple[Entry, Decision]:
    decision = decide(entry.row, event, tx.now, ctx.settings)
    row = decision.row
    if isinstance(event, Answered):
        row = _with_claim(row, event.confirmation)
    note = replace(note, state=row.state.value, reason=_reason_of(row))
    return tx.write(entry, note, row=row, release=True, **changes), decision


def _with_claim(row: Row, claim: str | None) -> Row:
    """Return the row of a return with its claim number, which decides nothing; it comes later than the case number."""
    return replace(row, confirmation=claim) if row.kind is Kind.RETURN and claim is not None else row


def _reason_of(row: Row) -> str | None:
    return None if row.reason is None else row.reason.value


def learn(
    tx: Transaction,
    ctx: Context,
    bucket: str,
    headers: Mapping[str, str],
    *,
    too_many: bool = False,
    again_in: float | None = None,
) -> None:
    """Write down what an answer says about the quota; if a 429 names no reset, `again_in` seconds count."""
    quota = quota_of(headers, tx.now)
    reset_at = None if quota is None else quota.reset_at
    if reset_at is None and again_in is not None:
        reset_at = tx.now + again_in
    if quota is not None or too_many:
        tx.learn(
            ctx.app,
            bucket,
            limit=None if quota is None else quota.limit,
            remaining=None if quota is None else quota.remaining,
            reset_at=reset_at,
            too_many=too_many,
        )


def return_set_up(tx: Transaction, began: float, ctx: Context, entry: Entry) -> Turn:
    """Write down that the set-up was refused for a return. It is tried once more, then a person has to decide.

    Returns are approved for an app by themselves, and orders may work without them: so this never pauses the desk.
    """
    event = SetUpProbed(works=True, alone=entry.row.refusals > 1)
    decision = decide(entry.row, event, tx.now, ctx.settings)
    row = decision.row
    note = Note(at=tx.now, kind="set_up", state=row.state.value, reason=_reason_of(row), says=entry.says)
    written = tx.write(entry, note, row=row, release=True)
    return Turn(entry=written, commands=decision.commands, now=tx.now, began=began)


def looked(tx: Transaction, began: float, ctx: Context, entry: Entry, sight: Sight, looked_at: float) -> Turn:
    """Write down what a look has seen; if it permits a send, its intent too."""

    def event(gate: Gate) -> Event:
        return Looked(sight.seen, sight.numbers, looked_at, gate)

    decided = _decide_gated(tx, ctx, entry.key, _quiet_for_real(entry.row, tx, ctx), entry.is_bulk, event)
    row = _with_claim(decided.row, sight.claim)
    note = _look_note(tx, row, sight)
    if decided.correlation_id is None:
        entry = tx.write(entry, note, row=row, says=_says_of(entry, sight), release=True, **_total_of(entry, sight))
    else:
        tx.note(entry, note)
        entry = tx.write(
            entry, decided.intent(tx.now, ctx.by), row=row, correlation_id=decided.correlation_id, release=True
        )
    return decided.turn(entry, tx, began)


def _quiet_for_real(row: Row, tx: Transaction, ctx: Context) -> Row:
    """Return a row whose quiet period ends later by what the clock has skipped since it began.

    Only time that has passed makes another send safe: the server shows an order late, and not by our clock.
    """
    quiet, trust = (
        0.0 if ends is None else tx.skipped_since(ends - ctx.settings.quiet)
        for ends in (row.quiet_until, row.trusted_from)
    )
    if not quiet and not trust:
        return row
    return replace(
        row,
        quiet_until=_later(row.quiet_until, quiet),
        doubt_since=_later(row.doubt_since, quiet),
        trusted_from=_later(row.trusted_from, trust),
    )


def _later(moment: float | None, seconds: float) -> float | None:
    return None if moment is None else moment + seconds


def set_up(tx: Transaction, began: float, ctx: Context, entry: Entry, *, works: bool) -> Turn:
    """Write down what the search after a refusal of the set-up says; the desk may pause itself."""
    refused = tx.set_up_refused(ctx.customer, ctx.country)
    left, event = set_up_refused(refused, entry.key, entry.row, works=works)
    decision = decide(entry.row, event, tx.now, ctx.settings)
    says = f"a search was {'answered' if works else 'refused too'}"
    note = Note(at=tx.now, kind="set_up", state=decision.row.state.value, says=says)
    if left != refused:
        tx.set_set_up_refused(ctx.customer, ctx.country, left)
    pause = None
    if any(each.do is Do.PAUSE for each in decision.commands):
        because = f"the set-up is refused: {entry.says}"
        pause = Pause(because=because, by=ITSELF, at=tx.now, by_itself=True)
        tx.set_pause(pause, ctx.customer, ctx.country)
    entry = tx.write(entry, note, row=decision.row, release=True)
    return Turn(entry=entry, commands=decision.commands, now=tx.now, began=began, pause=pause)


def looked_only(tx: Transaction, began: float, ctx: Context, entry: Entry, sight: Sight, looked_at: float) -> Turn:
    """Write down what a look has seen that a person wanted: it permits no send."""
    shut = Gate(until=tx.now)
    decision = decide(entry.row, Looked(sight.seen, sight.numbers, looked_at, shut), tx.now, ctx.settings)
    row = _with_claim(decision.row, sight.claim)
    note = _look_note(tx, row, sight, by=ctx.by)
    entry = tx.write(entry, note, row=row, says=_says_of(entry, sight), release=True, **_total_of(entry, sight))
    return Turn(entry=entry, commands=decision.commands, now=tx.now, began=began)


def _says_of(entry: Entry, sight: Sight) -> str:
    """Return what a look says; one that has not read an order that stands leaves what is known of how it differs."""
    is_read = sight.seen in (Seen.OURS, Seen.PARTLY)
    known = None if is_read or entry.row.state not in STANDING else told_differences(entry.says)
    return with_differences(sight.says, [known] if known else [])


def _total_of(entry: Entry, sight: Sight) -> dict[str, Any]:
    """Return the total that a look has read, of an order whose answer said none."""
    if sight.total is None or entry.total is not None:
        return {}
    return {"total": sight.total, "currency": sight.currency}


def _look_note(tx: Transaction, row: Row, sight: Sight, by: str | None = None) -> Note:
    """Return the event of a look that has made a row of another one."""
    return Note(
        at=tx.now,
        kind="look",
        state=row.state.value,
        reason=_reason_of(row),
        by=by,
        says=sight.says,
        detail=detail_of(sight),
    )


# -- webhooks and persons


def folded(po: str) -> str:
    """Return a PO as the ledger compares it, whatever a person or a server has written."""
    return fold(po, any_text=True)


def refuse_if_not_as_seen(ctx: Context, entry: Entry, seen: Record | None) -> None:
    """Refuse what a person has decided on an order that was written since they saw it.

    Raises:
        NotAsSeenError: it is another order, or was written since.
    """
    if seen is not None and (seen.key, seen.version) != (entry.key, entry.version):
        raise NotAsSeenError(record_of(entry, ctx.environment, tuple), seen.state.value)


def told(
    tx: Transaction,
    began: float,
    ctx: Context,
    entry: Entry,
    event: Event,
    *,
    kind: str,
    by: str | None = None,
    because: str | None = None,
    detail: Mapping[str, Any] | None = None,
) -> Turn:
    """Write down what a person or a webhook says about an order.

    Raises:
        NotPermittedError: the state of the order does not permit it.
    """
    try:
        decision = decide(entry.row, event, tx.now, ctx.settings)
    except NotPermittedError as error:
        raise NotPermittedError(f"{entry.name}: {error}") from None
    note = Note(
        at=tx.now,
        kind=kind,
        state=decision.row.state.value,
        reason=_reason_of(decision.row),
        by=by,
        because=because,
        detail=dict(detail or {}),
    )
    entry = tx.write(entry, note, row=decision.row)
    return Turn(entry=entry, commands=decision.commands, now=tx.now, began=began)
