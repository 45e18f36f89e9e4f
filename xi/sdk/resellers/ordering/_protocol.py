"""Decides what happens to an order: state and event in, state and commands out. It does no I/O and has no clock.

The rules, which the vectors of kind desk show (contract/vectors/desk):

Sending

1. Nothing is sent that is not durable first. `decide` answers with the row as it is to be written, and with the
    command SEND; the row is written before the request leaves.
2. A request is sent only in the state SENDING, by whoever wrote this state, once. A lease that is over permits
    nothing: it makes the row doubtful.
3. An order is sent again only if all of this holds: it is in DOUBT; the quiet period, which began with the doubt, is
    over; a look after that has found nothing; the server refuses a second order under the same PO (the filing is
    guarded); the row is not barred; it was sent less than `sends` times, not counting probes; and its first send is
    younger than `send_within`. A row for which one of them can never hold any more is held for a person.
4. Before each send the gate is asked: a pause, and the breaker. A closed gate delays a send, and with it the look
    that permits it: the look is made again.

Answers to a send

5. An answer with order numbers settles the row. It does so too if the row has moved on meanwhile, or a person has
    closed it: a yes is never dropped. Another answer that comes late settles nothing, but a row in doubt that v7 has
    accepted is waited for, and one that knows of no send is in doubt.
6. A success without order numbers was probably acted on. The row is in doubt and barred: it is looked for, and never
    sent again.
7. A request that was not sent, or answered 429, was not acted on, and is not counted.
8. A refusal because the PO exists means nothing by itself. The row is looked for; if nothing is seen, it is barred.
9. Any other refusal of the order rejects it, if it was never in doubt before. After a doubt it bars the row: it says
    nothing about the send before.
10. A refusal of the set-up (credentials, approval, address, account) says nothing about the order. It stays planned,
    or in doubt, and the command PROBE asks whether the set-up works at all; `set_up_refused` continues.
11. Every other answer, and none, leaves the row in doubt.

Looks

12. A look that finds our order settles the row; one that finds two of ours marks it as doubled. One that finds
    another's order holds it. One that finds what cannot be compared bars it, and is made again; so does one that finds
    a part of ours before the quiet period is over, since the search may not show the rest yet.
13. An order that v7 accepted is looked for until `patience` is over, then it is held. So is a doubt in which the looks
    have failed until then.
14. A row that is held, or that a person has closed after a send, is looked for hourly for a day, then daily for 20
    days.
15. A settled row that was sent more than once is looked for once more after an hour: the other request may have been
    acted on. A look before that, which a person wants, does not stand in for it.
16. A row of a ledger that is not trusted is looked for before its first send; that look permits the send only after a
    quiet period since the ledger lost its trust, and only of a guarded filing if a send may have been forgotten. So
    does a look for a row that was in doubt already.

Webhooks and persons

17. A webhook is a hint. That an order was created makes the look due at once. That it failed bars the row, and it is
    looked for. A webhook alone never settles anything: its body is not signed. The details of an order that it names
    are evidence as those of one that a search shows, if they are the whole order. One about an order that was never
    sent is about somebody else's.
18. A person can say that an order was placed, or was not; which of two orders stands when the other is cancelled; can
    permit one more send of a row that is held or rejected; and can close a row that is planned or held. A permitted
    send counts once it may have been acted on. What a person has closed is not sent, but evidence of an order still
    counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, assert_never

from xi.sdk.resellers.exceptions import OpenApiException
from xi.sdk.resellers.ordering.settings import DAY, HOUR, Settings

POLL_S: Final = 30.0
"""When to ask again whether a pause is over, in seconds."""
AWAY_S: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0)
"""When to try again after requests that were not sent, in seconds; the last one repeats. A program that runs for
minutes sees a short failure end, and a long one costs a connection a minute."""
WINDOW_S: Final = 60.0
"""The window of the server's quota, in seconds: when to try again after a 429 that names no time."""
LOOK_AGAIN_S: Final = (10.0, 20.0, 60.0, 300.0)
"""When to look again after a look that failed, or that found what cannot be compared; the last one repeats."""
ACCEPTED_LOOK_S: Final = 900.0
"""How often an order that v7 accepted is searched for, when the first looks are over: the webhook is the usual way."""


class State(StrEnum):
    """What is known about an order."""

    PLANNED = "planned"
    """Nothing was sent."""
    SENDING = "sending"
    """It may have been sent; its lease is not over."""
    DOUBT = "doubt"
    """It was acted on, or not."""
    ACCEPTED = "accepted"
    """v7 has accepted it, and has not told the result."""
    PLACED = "placed"
    PARTLY = "partly"
    """Placed, without the lines that were rejected."""
    EMPTY = "empty"
    """It has an order number, but no line."""
    REJECTED = "rejected"
    """Refused, and surely not there."""
    ABANDONED = "abandoned"
    """A person decided that nobody sends it, or sends it again."""
    NOT_PLACED = "not_placed"
    """A person has found out that it was not placed. Nobody sends it again."""
    HELD = "held"
    """A person has to decide; the reason says why."""


STANDING: Final = frozenset({State.PLACED, State.PARTLY, State.EMPTY})
"""States of orders that stand at Ingram Micro."""
CLOSED: Final = frozenset({State.ABANDONED, State.NOT_PLACED})
"""States that a person has set."""
SETTLED: Final = STANDING | CLOSED | {State.REJECTED}
"""States after which the desk does nothing by itself."""


class Reason(StrEnum):
    """Why a person has to decide."""

    UNGUARDED = "unguarded"
    """It is in doubt, and the server would not refuse a second one."""
    CONFLICT = "conflict"
    """Under its PO there is an order that is not ours."""
    REFUSED_ON_REPEAT = "refused_on_repeat"
    """A repeat was refused; the send before it may still have been acted on."""
    REFUSED_BY_WEBHOOK = "refused_by_webhook"
    """A webhook said that it failed; a webhook alone is no proof."""
    EXISTS_UNSEEN = "exists_unseen"
    """The server says that the PO exists, but no order is found."""
    TOO_OLD = "too_old"
    """Its first send was too long ago for another one."""
    TOO_MANY_SENDS = "too_many_sends"
    """It was sent as often as is permitted."""
    NO_RESULT = "no_result"
    """It was acted on, or accepted, and no order that can be compared was found."""
    CANNOT_SEND = "cannot_send"
    """The server refuses the set-up for this order alone."""
    DOUBLED = "doubled"
    """Two orders of ours stand; it is beside the state, and a person cancels one of them."""


class Kind(StrEnum):
    """A kind of filing: how an order is sent."""

    V6 = "v6"
    V7 = "v7"
    QUOTE = "quote"
    """A v7 order for a quote, whose lines the quote decides."""
    RETURN = "return"
    """A return of goods. Its reference number is what the PO is of an order, and nothing refuses a second one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the ledger knows about one order, as far as it decides what happens next. Times are in seconds since 1970.

    Args:
        kind: the kind of filing.
        state: what is known.
        reason: why a person has to decide, if it is held.
        guarded: whether the server refuses a second order under the same PO.
        sends: how many requests may have left.
        probes: how many of them tried whether a service that had failed works again; they do not count as sends.
        probing: whether the request that is under way is a probe.
        tries: how often in a row a request could not be sent or a look could not be made, for the wait until the next.
        refusals: how often the set-up was refused for this order.
        doubts: how often it came into doubt. Above 0, a refusal is no proof that nothing was placed.
        barred: whether it must not be sent again. Only a person can permit it.
        why_barred: the reason for which it is held if nothing is found.
        permitted: whether a person has permitted one more send. A request that may have been acted on uses it up.
        search_first: the moment from which orders count as ours, if it has to be looked for before its first send.
        trusted_from: the moment from which such a look permits a send.
        first_send: when the first intent was written.
        doubt_since: when the present doubt began.
        quiet_until: the end of the quiet period.
        looks: looks made since the doubt began.
        lease: the end of the lease of the worker that is sending.
        due: when something is to be done; None if nothing is.
        accepted_at: when v7 accepted it.
        held_at: when it was held, or a person closed it.
        settled_at: when it was settled.
        numbers: the order numbers that Ingram Micro gave it.
        confirmation: the confirmation number of v7.
        adopted: whether a look found it, rather than an answer of ours.
        doubled: whether two orders of ours stand.
        rechecked: whether the look after it was settled has been made.
    """

    kind: Kind = Kind.V6
    state: State = State.PLANNED
    reason: Reason | None = None
    guarded: bool = True
    sends: int = 0
    probes: int = 0
    probing: bool = False
    tries: int = 0
    refusals: int = 0
    doubts: int = 0
    barred: bool = False
    why_barred: Reason | None = None
    permitted: bool = False
    search_first: float | None = None
    trusted_from: float | None = None
    first_send: float | None = None
    doubt_since: float | None = None
    quiet_until: float | None = None
    looks: int = 0
    lease: float | None = None
    due: float | None = None
    accepted_at: float | None = None
    held_at: float | None = None
    settled_at: float | None = None
    numbers: tuple[str, ...] = ()
    confirmation: str | None = None
    adopted: bool = False
    doubled: bool = False
    rechecked: bool = False


# -- events


@dataclass(frozen=True, slots=True)
class Take:
    """A worker wants to do what is due. The gate says whether something may be sent."""

    gate: Gate


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether something may be sent now.

    Args:
        until: when to ask again, if nothing may be sent; None if it may.
        probe: whether a send now would try whether a service that has failed works again.
    """

    until: float | None = None
    probe: bool = False


OPEN: Final = Gate()


class Said(StrEnum):
    """What an answer to a send says."""

    PLACED = "placed"
    PARTLY = "partly"
    EMPTY = "empty"
    ACCEPTED = "accepted"
    """v7: a confirmation number."""
    GARBLED = "garbled"
    """A success that was cut off, cannot be read, or has no order numbers."""
    NOT_SENT = "not_sent"
    TOO_MANY = "too_many"
    """429."""
    EXISTS = "exists"
    """The PO exists."""
    REFUSED = "refused"
    """The order was refused: 400, 413, 422."""
    SET_UP = "set_up"
    """The set-up was refused: 401, 403, 404, 405, 415, or a 400 about nothing but the account."""
    UNANSWERED = "unanswered"
    """No answer, 5xx, or any other status."""


_STATES_SAID: Final = {Said.PLACED: State.PLACED, Said.PARTLY: State.PARTLY, Said.EMPTY: State.EMPTY}
_BARS_LATE: Final = {
    Said.ACCEPTED: Reason.NO_RESULT,
    Said.GARBLED: Reason.NO_RESULT,
    Said.EXISTS: Reason.EXISTS_UNSEEN,
}
"""Answers that bar a row which has moved on, and the reason for which it is held then."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A send was answered, or is known to have no answer.

    Args:
        said: what the answer says.
        numbers: the order numbers in it.
        confirmation: the confirmation number in it.
        again_at: when the server accepts calls again, after a 429.
        late: whether the row has moved on since the request was sent.
    """

    said: Said
    numbers: tuple[str, ...] = ()
    confirmation: str | None = None
    again_at: float | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class LeaseOver:
    """The lease of a worker that was sending is over, and nothing was heard from it."""


class Seen(StrEnum):
    """What a look has seen."""

    OURS = "ours"
    PARTLY = "partly"
    """Ours, with fewer lines or units than were ordered."""
    EMPTY = "empty"
    """Ours by its number, without lines."""
    DOUBLED = "doubled"
    """Twice ours."""
    FOREIGN = "foreign"
    """An order under our PO that is not ours."""
    UNCLEAR = "unclear"
    """An order under our PO that cannot be compared."""
    NOTHING = "nothing"
    FAILED = "failed"
    """The look was not answered."""


_STATES_SEEN: Final = {
    Seen.OURS: State.PLACED,
    Seen.PARTLY: State.PARTLY,
    Seen.EMPTY: State.EMPTY,
    Seen.DOUBLED: State.PLACED,
}


@dataclass(frozen=True, slots=True)
class Looked:
    """A look was made.

    Args:
        seen: what it has seen.
        numbers: the numbers of our orders, if it has seen some.
        began: when the look began. Only a look that began after the quiet period counts as one after it.
        gate: whether something may be sent now.
    """

    seen: Seen
    numbers: tuple[str, ...] = ()
    began: float | None = None
    gate: Gate = OPEN


class Told(StrEnum):
    """What a webhook tells."""

    CREATED = "created"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Hinted:
    """A webhook has come."""

    told: Told


@dataclass(frozen=True, slots=True)
class SetUpProbed:
    """The search after a refusal of the set-up was made.

    Args:
        works: whether it was answered.
        alone: whether only this order is refused: others were sent meanwhile, or it was refused before.
    """

    works: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedPlaced:
    """A person says that the order stands."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResolvedNotPlaced:
    """A person says that there is no such order."""


@dataclass(frozen=True, slots=True)
class ResendPermitted:
    """A person permits one more send."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A person decides that nobody sends the order."""


@dataclass(frozen=True, slots=True)
class LookWanted:
    """A person, or a page of orders on which the PO was seen, wants a look now."""


Event = (
    Take
    | Answered
    | LeaseOver
    | Looked
    | Hinted
    | SetUpProbed
    | ResolvedPlaced
    | ResolvedNotPlaced
    | ResendPermitted
    | Abandoned
    | LookWanted
)


# -- commands


class Do(StrEnum):
    """What is to be done."""

    SEND = "send"
    """Send the order now; its intent is in the row."""
    WAIT = "wait"
    """Take the row again, at a time."""
    LOOK = "look"
    """Look for the order, at a time."""
    PROBE = "probe"
    """Ask a search whether the set-up works."""
    PAUSE = "pause"
    """Pause the account: its set-up is refused."""
    TELL_HELD = "tell_held"
    TELL_SETTLED = "tell_settled"
    TELL_DOUBLED = "tell_doubled"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to be done, and when; without a time, now."""

    do: Do
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A row as it is to be written, and what is to be done then."""

    row: Row
    commands: tuple[Command, ...] = ()


class NotPermittedError(OpenApiException):
    """A person wants what the state of the order does not permit; the text says what would be right."""


SEND: Final = Command(Do.SEND)
_HELD: Final = Command(Do.TELL_HELD)
_SETTLED: Final = Command(Do.TELL_SETTLED)
_DOUBLED: Final = Command(Do.TELL_DOUBLED)


def decide(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    """Return what an event makes of a row.

    Args:
        row: the row as it is.
        event: what has happened.
        now: the database's time.
        settings: the times and limits.

    Raises:
        NotPermittedError: a person wants what the state does not permit.
    """
    desk = _Desk(row, now, settings)
    match event:
        case Take():
            decision = desk.take(event.gate)
        case Answered():
            decision = desk.answered(event)
        case LeaseOver():
            decision = desk.lease_over()
        case Looked():
            decision = desk.looked(event)
        case Hinted():
            decision = desk.hinted(event.told)
        case SetUpProbed():
            decision = desk.probed(event)
        case LookWanted():
            decision = desk.look_wanted()
        case ResolvedPlaced() | ResolvedNotPlaced() | ResendPermitted() | Abandoned():
            decision = desk.told_by_a_person(event)
        case _:
            assert_never(event)
    return decision


@dataclass(frozen=True, slots=True)
class _Desk:
    """A row, at a moment. Each method returns what an event makes of it."""

    row: Row
    now: float
    settings: Settings

    def of(self, row: Row) -> _Desk:
        """Return the same for a row that has changed."""
        return replace(self, row=row)

    # -- sending

    def take(self, gate: Gate) -> Decision:
        row = self.row
        if row.state is State.SENDING:
            over = row.lease is None or row.lease <= self.now
            return self.lease_over() if over else Decision(row)
        if row.state is not State.PLANNED:
            # What stayed due although nobody looks for it would be taken again and again.
            return self.look_at(self.now) if self.is_looked_for() else Decision(replace(row, due=None))
        if row.search_first is not None and not row.permitted:
            return Decision(replace(row, due=self.now), (Command(Do.LOOK, self.now),))
        return self.send(gate)

    def send(self, gate: Gate) -> Decision:
        """Write the intent, or wait until the gate is open (rules 1 and 4)."""
        row, now = self.row, self.now
        if gate.until is not None:
            at = max(gate.until, now)
            command = Command(Do.WAIT if row.state is State.PLANNED else Do.LOOK, at)
            return Decision(replace(row, due=at), (command,))
        lease = now + self.settings.lease
        sent = replace(
            row,
            state=State.SENDING,
            reason=None,
            sends=row.sends + 1,
            probes=row.probes + gate.probe,
            probing=gate.probe,
            first_send=now if row.first_send is None else row.first_send,
            lease=lease,
            due=lease,
            held_at=None,
            quiet_until=None,
        )
        return Decision(sent, (SEND,))

    # -- answers

    def answered(self, event: Answered) -> Decision:
        row = self.row
        if event.said in _STATES_SAID:
            return self.stands(_STATES_SAID[event.said], event.numbers, by_answer=True)
        if event.late or row.state is not State.SENDING:
            return self._late(event)
        match event.said:
            case Said.ACCEPTED:
                decision = self._accepted(event)
            case Said.GARBLED:
                decision = self.doubt(bar=Reason.NO_RESULT)
            case Said.EXISTS:
                decision = self.doubt(bar=Reason.EXISTS_UNSEEN, look_at=self.now)
            case Said.REFUSED:
                decision = self._refused()
            case Said.NOT_SENT | Said.TOO_MANY | Said.SET_UP:
                decision = self._not_acted_on(event)
            case _:
                decision = self.doubt()
        return decision

    def _accepted(self, event: Answered) -> Decision:
        accepted = self._kept(confirmation=event.confirmation, accepted_at=self.now)
        if self.row.barred and not self.row.permitted:  # a webhook has told of a failure before the answer came
            return self.of(accepted).doubt()
        return self.of(replace(accepted, state=State.ACCEPTED, doubt_since=self.now, looks=0)).look_next()

    def _refused(self) -> Decision:
        if self.row.doubts:
            return self.doubt(bar=Reason.REFUSED_ON_REPEAT)
        return Decision(self._kept(state=State.REJECTED, settled_at=self.now), (_SETTLED,))

    def _late(self, event: Answered) -> Decision:
        """Note an answer that is no yes, and came after the row had moved on. The doubt about its send is counted."""
        row = self.row
        bar = _BARS_LATE.get(event.said)
        if row.state in SETTLED or (bar is None and event.said is not Said.UNANSWERED):
            return Decision(row)
        if row.state is State.PLANNED:  # the ledger is an older copy, which does not know of this send
            return self.doubt(bar=bar)
        if event.said is Said.ACCEPTED and row.state is State.DOUBT:
            return self._accepted(event)
        if bar is None:
            return Decision(row)
        confirmation = event.confirmation or row.confirmation
        return Decision(replace(row, confirmation=confirmation, barred=True, why_barred=row.why_barred or bar))

    def _not_acted_on(self, event: Answered) -> Decision:
        """The request was refused before anybody looked at the order, or never left (rules 7 and 10)."""
        row = self.row
        sends = row.sends - 1
        probes = row.probes - row.probing
        again = self.now + (WINDOW_S if event.said is Said.TOO_MANY else _step(AWAY_S, row.tries))
        if event.again_at is not None:
            again = max(event.again_at, self.now)
        in_doubt = row.doubts > 0 or row.barred
        back = self._kept(
            state=State.DOUBT if in_doubt else State.PLANNED,
            sends=sends,
            probes=probes,
            first_send=row.first_send if sends or in_doubt else None,
            tries=row.tries + 1,
            refusals=row.refusals + (event.said is Said.SET_UP),
            permitted=row.permitted,
            due=again,
            # The quiet period was over before this send, and nothing has been sent since.
            doubt_since=row.doubt_since,
            quiet_until=self.now if in_doubt else None,
        )
        if event.said is Said.SET_UP:
            return Decision(back, (Command(Do.PROBE),))
        return Decision(back, (Command(Do.LOOK if in_doubt else Do.WAIT, again),))

    def probed(self, event: SetUpProbed) -> Decision:
        row = self.row
        if row.state not in (State.PLANNED, State.DOUBT):
            return Decision(row)
        if not event.works:
            at = self.now + POLL_S
            wait = Command(Do.WAIT if row.state is State.PLANNED else Do.LOOK, at)
            return Decision(replace(row, due=at, refusals=0), (Command(Do.PAUSE), wait))
        if event.alone:
            return self.hold(Reason.CANNOT_SEND)
        at = self.now + POLL_S
        return Decision(replace(row, due=at), (Command(Do.WAIT if row.state is State.PLANNED else Do.LOOK, at),))

    def lease_over(self) -> Decision:
        if self.row.state is not State.SENDING:
            return Decision(self.row)
        return self.doubt()

    def doubt(self, bar: Reason | None = None, look_at: float | None = None) -> Decision:
        """Begin a doubt, and with it a quiet period."""
        row = self._kept(
            state=State.DOUBT,
            doubts=self.row.doubts + 1,
            doubt_since=self.now,
            quiet_until=self.now + self.settings.quiet,
            looks=0,
        )
        if bar is not None:
            row = replace(row, barred=True, why_barred=bar)
        desk = self.of(row)
        return desk.look_next() if look_at is None else desk.look_at(look_at)

    def _kept(self, **changes: Any) -> Row:
        """Return the row after its request, without what belongs to the request."""
        after: dict[str, Any] = {"lease": None, "probing": False, "tries": 0, "due": None, "permitted": False} | changes
        return _replaced(self.row, after)

    # -- looks

    def is_looked_for(self) -> bool:
        row = self.row
        if row.state in (State.DOUBT, State.ACCEPTED, State.HELD):
            return True
        if row.state in CLOSED:
            return row.sends > 0 or row.doubts > 0
        return row.state in STANDING and row.sends > 1 and not row.rechecked

    def look_at(self, at: float) -> Decision:
        return Decision(replace(self.row, due=at), (Command(Do.LOOK, at),))

    def look_next(self) -> Decision:
        """Plan the next look of a doubt, or of an accepted order."""
        row = replace(self.row, tries=0)
        since = self.now if row.doubt_since is None else row.doubt_since
        left = self.settings.looks[row.looks :]
        if left:
            at = since + left[0]
        elif row.state is State.ACCEPTED:
            accepted = self.now if row.accepted_at is None else row.accepted_at
            at = min(self.now + ACCEPTED_LOOK_S, accepted + self.settings.patience)
        else:
            at = self._quiet_ends()
        return self.of(row).look_at(max(at, self.now))

    def looked(self, event: Looked) -> Decision:
        row = self.row
        if row.state is State.SENDING or row.state is State.REJECTED:
            return Decision(row)  # a look that began before the row moved on
        if event.seen is Seen.FAILED:
            return self._look_failed()
        return self.seen(event)

    def _look_failed(self) -> Decision:
        """Look again soon. Looks that fail all the time must neither hide an order from people nor use up the quota."""
        row, now = self.row, self.now
        at = self._recheck_to_come()
        if at is not None:
            return self.look_at(at)
        if row.tries >= len(LOOK_AGAIN_S) and not row.permitted:
            if row.state is State.HELD or row.state in CLOSED:
                return self.watch()
            is_tried = row.doubt_since is not None and now >= row.doubt_since + self.settings.patience
            if is_tried and row.state in (State.DOUBT, State.ACCEPTED):
                return self.hold(row.why_barred or Reason.NO_RESULT)
            if row.settled_at is not None and now >= row.settled_at + self.settings.held_for:
                return Decision(replace(row, rechecked=True, due=None))
        return self.of(replace(row, tries=row.tries + 1)).look_at(now + _step(LOOK_AGAIN_S, row.tries))

    def seen(self, event: Looked) -> Decision:
        """Return what a look that was answered makes of a row."""
        row, seen = self.row, event.seen
        is_part = seen in (Seen.PARTLY, Seen.EMPTY) and row.state not in STANDING
        if is_part and (row.state is State.ACCEPTED or self._is_early(event)):
            decision = self._part_seen()
        elif seen in _STATES_SEEN:
            decision = self.stands(_STATES_SEEN[seen], event.numbers, by_answer=False, doubled=seen is Seen.DOUBLED)
        elif row.state in STANDING:
            decision = self.after_recheck()
        elif row.state in CLOSED or row.state is State.HELD:
            decision = self.watch() if self.is_looked_for() else Decision(replace(row, due=None))
        elif row.permitted:
            decision = self.send(event.gate)
        elif seen is Seen.FOREIGN:
            decision = self.hold(Reason.CONFLICT)
        elif seen is Seen.UNCLEAR:
            decision = self.unclear(event)
        else:
            decision = self.nothing_seen(event)
        return decision

    def nothing_seen(self, event: Looked) -> Decision:
        row, now = self.row, self.now
        if row.state is State.PLANNED:
            if self._is_early(event):
                return self.look_at(self._quiet_ends())
            # If the ledger has forgotten a send, this one is a repeat.
            reason = self._why_not_again() if row.doubts or row.barred else None
            return self.hold(reason) if reason is not None else self.send(event.gate)
        after = self.of(replace(row, looks=row.looks + 1))
        if row.state is State.ACCEPTED:
            accepted = now if row.accepted_at is None else row.accepted_at
            if now >= accepted + self.settings.patience:
                return after.hold(Reason.NO_RESULT)
            return after.look_next()
        if self._is_early(event):
            return after.look_next()
        reason = self._why_not_again()
        return after.hold(reason) if reason is not None else after.send(event.gate)

    def _why_not_again(self) -> Reason | None:
        """Return why an order in doubt, not found after the quiet period, must not be sent again (rule 3)."""
        row, settings = self.row, self.settings
        if row.barred:
            return row.why_barred or Reason.NO_RESULT
        if not row.guarded or row.kind is Kind.RETURN:  # nothing refuses a second return, whatever a damaged row says
            return Reason.UNGUARDED
        if row.first_send is not None and self.now - row.first_send >= settings.send_within:
            return Reason.TOO_OLD
        if row.sends - row.probes >= settings.sends:
            return Reason.TOO_MANY_SENDS
        return None

    def unclear(self, event: Looked) -> Decision:
        """There is an order under our PO that cannot be compared: never send again, look again (rule 12)."""
        row = self.row
        if row.state is State.PLANNED:
            return self.hold(Reason.CONFLICT)
        barred = replace(row, barred=True, why_barred=row.why_barred or Reason.NO_RESULT)
        if row.state is State.ACCEPTED:
            return self.of(barred).nothing_seen(event)
        after = self.of(replace(barred, looks=row.looks + 1))
        return after.look_next() if self._is_early(event) else after.hold(Reason.NO_RESULT)

    def _part_seen(self) -> Decision:
        """Bar the row, and look again after the quiet period: the search may not show the rest yet (rule 12)."""
        row = self.row
        why = row.why_barred or Reason.NO_RESULT
        if row.state is State.ACCEPTED:
            return self.doubt(bar=why)
        after = self.of(replace(row, barred=True, why_barred=why, looks=row.looks + 1))
        return after.look_next() if row.state is State.DOUBT else after.look_at(self._quiet_ends())

    def _is_early(self, event: Looked) -> bool:
        """Return whether a look began before the quiet period was over, or the one after the ledger lost its trust."""
        began = self.now if event.began is None else event.began
        return began < self._quiet_ends()

    def _quiet_ends(self) -> float:
        """Return the end of the quiet period, or of the one after the ledger lost its trust."""
        return max(self.row.quiet_until or 0.0, self.row.trusted_from or 0.0)

    def hold(self, reason: Reason) -> Decision:
        row = self._kept(state=State.HELD, reason=reason, held_at=self.now)
        watched = self.of(row).watch()
        return Decision(watched.row, (_HELD, *watched.commands))

    def watch(self) -> Decision:
        """Plan the next look at a row that waits for a person, or that a person has closed (rule 14)."""
        row = replace(self.row, tries=0)
        since = self.now if row.held_at is None else row.held_at
        pause = HOUR if self.now - since < DAY else DAY
        at = self.now + pause
        if at - (since if row.first_send is None else row.first_send) > self.settings.held_for:
            return Decision(replace(row, due=None))
        return self.of(row).look_at(at)

    def stands(self, state: State, numbers: tuple[str, ...], *, by_answer: bool, doubled: bool = False) -> Decision:
        """An order of ours was found, or an answer has named it (rules 5 and 12)."""
        row = self.row
        new = tuple(number for number in numbers if number not in row.numbers)
        known = row.numbers + new
        if row.state in STANDING:
            # A second answer whose numbers are all new names a second order; an order may be split, and a look may have
            # seen some of its numbers. A look is compared as a whole.
            doubled = doubled or (by_answer and bool(row.numbers) and bool(new) and len(new) == len(set(numbers)))
            after = replace(row, numbers=known, doubled=row.doubled or doubled)
            told = (_DOUBLED,) if doubled and not row.doubled else ()
            if by_answer:
                return Decision(replace(after, due=None if row.rechecked else row.due), told)
            rechecked = self.of(after).after_recheck()
            return Decision(rechecked.row, (*told, *rechecked.commands))
        again = row.sends > 1
        at = self.now + self.settings.recheck if again else None
        settled = self._kept(
            state=state,
            reason=None,
            numbers=known,
            adopted=not by_answer,
            doubled=row.doubled or doubled,
            settled_at=self.now,
            held_at=None,
            due=at,
        )
        commands = [_SETTLED]
        if row.state in CLOSED:
            commands.append(_HELD)  # the one change of a row that a person has closed
        if doubled and not row.doubled:
            commands.append(_DOUBLED)
        if at is not None:
            commands.append(Command(Do.LOOK, at))
        return Decision(settled, tuple(commands))

    def after_recheck(self) -> Decision:
        """End the looks for a row that stands, unless the one after an hour is still to come (rule 15)."""
        at = self._recheck_to_come()
        if at is None:
            return Decision(replace(self.row, rechecked=True, due=None))
        return self.of(replace(self.row, tries=0)).look_at(at)

    def _recheck_to_come(self) -> float | None:
        """Return when the look after a row was settled is made; None if it was made, is made now, or is not needed."""
        row = self.row
        if row.state not in STANDING or row.settled_at is None or row.doubled or not self.is_looked_for():
            return None
        at = row.settled_at + self.settings.recheck
        return at if at > self.now else None

    # -- webhooks

    def hinted(self, told: Told) -> Decision:
        row, now = self.row, self.now
        # One that a person has closed before it was sent is not looked for: what stands is somebody else's.
        is_over = row.state in SETTLED and not (row.state in CLOSED and self.is_looked_for())
        if is_over or row.state is State.PLANNED:
            return Decision(row)
        if told is Told.CREATED:
            return Decision(row) if row.state is State.SENDING else self.look_at(now)
        if row.state in CLOSED or row.state is State.HELD:
            return self.look_at(now)
        barred = replace(row, barred=True, why_barred=row.why_barred or Reason.REFUSED_BY_WEBHOOK)
        if row.state is State.SENDING:
            return Decision(replace(barred, permitted=False))
        if row.state is State.DOUBT:
            return self.of(barred).look_at(now)
        return self.of(barred).doubt(look_at=now)

    # -- persons

    def look_wanted(self) -> Decision:
        if self.row.state in (State.PLANNED, State.SENDING, State.REJECTED):
            return Decision(self.row)
        return self.look_at(self.now)

    def told_by_a_person(self, event: ResolvedPlaced | ResolvedNotPlaced | ResendPermitted | Abandoned) -> Decision:
        match event:
            case ResolvedPlaced() if self.row.doubled:
                # A person has cancelled one of the two orders, and says which one stands.
                row = replace(self.row, numbers=event.numbers, doubled=False, rechecked=True, due=None)
                return Decision(row)
            case ResolvedPlaced():
                self._demand(
                    State.PLANNED,
                    State.DOUBT,
                    State.ACCEPTED,
                    State.HELD,
                    State.ABANDONED,
                    State.NOT_PLACED,
                    State.REJECTED,
                )
                settled = self.stands(State.PLACED, event.numbers, by_answer=True)
                return Decision(settled.row, tuple(each for each in settled.commands if each is not _HELD))
            case ResolvedNotPlaced():
                self._demand(State.DOUBT, State.ACCEPTED, State.HELD)
                return self._close(State.NOT_PLACED)
            case Abandoned():
                self._demand(State.PLANNED, State.HELD)
                return self._close(State.ABANDONED)
            case ResendPermitted():
                self._demand(State.HELD, State.REJECTED)
                again = State.PLANNED if self.row.state is State.REJECTED else State.DOUBT
                row = replace(
                    self.row,
                    state=again,
                    reason=None,
                    permitted=True,
                    doubts=self.row.doubts or int(again is State.DOUBT and self.row.sends > 0),
                    settled_at=None,
                    refusals=0,
                    due=self.now,
                )
                do = Do.WAIT if again is State.PLANNED else Do.LOOK  # held: a last look before the send
                return Decision(row, (Command(do, self.now),))
            case _:
                assert_never(event)

    def _close(self, state: State) -> Decision:
        row = self._kept(state=state, settled_at=self.now, held_at=self.now)
        desk = self.of(row)
        watched = desk.watch() if desk.is_looked_for() else Decision(row)
        return Decision(watched.row, (_SETTLED, *watched.commands))

    def _demand(self, *states: State) -> None:
        if self.row.state not in states:
            wanted = ", ".join(each.value for each in states)
            raise NotPermittedError(f"the order is {self.row.state.value}; this is for orders that are {wanted}")


def _step(steps: tuple[float, ...], tries: int) -> float:
    return steps[min(tries, len(steps) - 1)]


def _replaced(row: Row, changes: dict[str, Any]) -> Row:
    return replace(row, **changes)


# -- the breaker of an account


@dataclass(frozen=True, slots=True)
class Breaker:
    """Whether the creates of an account are answered clearly. It is closed while fewer than `breaker` failed in a row.

    Args:
        failures: creates in a row without a clear answer: no answer, 5xx, or a success without order numbers.
        pause: the present pause in seconds; 0 while it is closed.
        until: the end of the pause.
        probe: the key of the order that tries whether the service works again.
        probe_until: when another order may try instead.
    """

    failures: int = 0
    pause: float = 0.0
    until: float | None = None
    probe: str | None = None
    probe_until: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether it holds sends back."""
        return self.until is not None


def ask_breaker(breaker: Breaker, key: str, now: float, settings: Settings) -> tuple[Breaker, Gate]:
    """Return whether an order may be sent, with the breaker as it is to be written if it is.

    Args:
        breaker: the breaker of the account.
        key: the key of the order.
        now: the database's time.
        settings: the times and limits.
    """
    if breaker.until is None:
        return breaker, OPEN
    if now < breaker.until:
        return breaker, Gate(until=breaker.until)
    if breaker.probe not in (None, key) and breaker.probe_until is not None and now < breaker.probe_until:
        return breaker, Gate(until=breaker.probe_until)
    return replace(breaker, probe=key, probe_until=now + settings.lease), Gate(probe=True)


def after_send(breaker: Breaker, key: str, said: Said, now: float, settings: Settings) -> Breaker:
    """Return the breaker after an answer to a send.

    Args:
        breaker: the breaker of the account.
        key: the key of the order.
        said: what the answer says.
        now: the database's time.
        settings: the times and limits.
    """
    if said in (Said.NOT_SENT, Said.TOO_MANY, Said.SET_UP):
        # Nobody looked at the order, so this says nothing about the service. Another order may try at once.
        return replace(breaker, probe=None, probe_until=None) if breaker.probe == key else breaker
    if said not in (Said.UNANSWERED, Said.GARBLED):
        return Breaker()
    failures = breaker.failures + 1
    if breaker.until is None and failures < settings.breaker:
        return replace(breaker, failures=failures)
    if breaker.until is not None and breaker.probe != key:
        return replace(breaker, failures=failures)  # it was sent before the breaker opened
    pause = min(breaker.pause * 2 or settings.breaker_pause, settings.breaker_longest)
    return Breaker(failures=failures, pause=pause, until=now + pause)


# -- a set-up that is refused


SET_UP_ROWS: Final = 3
"""Different orders in a row that are refused because of the set-up, after which the desk pauses itself."""


def set_up_refused(refused: tuple[str, ...], key: str, row: Row, *, works: bool) -> tuple[tuple[str, ...], SetUpProbed]:
    """Return the orders refused in a row, and the event for this one (rule 10).

    Args:
        refused: the keys of the orders that were refused in a row before this one.
        key: the key of this order.
        row: its row.
        works: whether a search was answered meanwhile.
    """
    in_a_row = tuple(dict.fromkeys((*refused, key)))
    if not works or len(in_a_row) >= SET_UP_ROWS:
        return (), SetUpProbed(works=False)
    return in_a_row, SetUpProbed(works=True, alone=row.refusals > 1)
