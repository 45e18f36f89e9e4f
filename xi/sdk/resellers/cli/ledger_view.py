"""Reads a ledger for the sandbox's page. Nothing is written about an order, and nothing is migrated.

Pages are found by SQL over the views of the ledger, which stay (see `Ledger.sql`), so that a page of a large ledger
costs the database little and this program nothing. The values of its rows come from the ledger's own transactions.
"""

from __future__ import annotations

import json
import shlex
import string
from collections.abc import Mapping
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeVar

from xi.sdk.resellers import OpenApiException
from xi.sdk.resellers.ordering import Ledger, LedgerError, State
from xi.sdk.resellers.sandbox.http.ledger_view import (
    NEEDS_PERSON,
    LedgerAwayError,
    LedgerEvent,
    LedgerLine,
    LedgerOrder,
    LedgerOverview,
    LedgerPause,
    LedgerRow,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from xi.sdk.resellers.ordering.ledger import Transaction

T = TypeVar("T")

PATIENCE_S: Final = 3.0
"""How long a page waits for the ledger, in seconds. A ledger itself waits half a minute for other programs."""
FRESH_S: Final = 10.0
"""How often a page is renewed while nothing happens, in seconds: the ages that it shows grow."""
_WALKED: Final = 20
"""A group with more than one in so many rows is found by walking through all of them, the newest first."""
_LITERAL: Final = frozenset(string.ascii_letters + string.digits + " -./:#,+@()")
"""Characters that stand for themselves in a search. Any other one fits any one character, so that no text of a user
can be read as SQL."""
_FIRST_EVENT: Final = "(e.kind = 'planned' OR NOT EXISTS (SELECT 1 FROM events b WHERE b.key = e.key AND b.id < e.id))"
"""The first event of an order. One that is sent at once has no event `planned`."""
_CACHED: Final = 32
"""Answers that are kept."""


class LedgerView:
    """Reads a ledger for the sandbox's page; see `LedgerReader`.

    Args:
        url: Where the ledger is, as for `Ledger`. It need not be there yet.
        patience: How long a call waits for the ledger, in seconds.

    Raises:
        ApiValueError: The URL cannot be used.
    """

    def __init__(self, url: str | os.PathLike[str], *, patience: float = PATIENCE_S) -> None:
        self._url = url
        self._ledger = Ledger(url)
        self._patience = patience
        self._lock = Lock()
        self._late: Thread | None = None
        self._is_current = False
        self._known: dict[str, tuple[int, Any]] = {}

    def close(self) -> None:
        """Close the connections."""
        self._ledger.close()

    # -- what the page asks for

    def version(self) -> str:
        """Return a text that changes when what the page shows has changed. It never raises."""
        try:
            return self._read(self._version)
        except LedgerAwayError as error:
            return f"away: {error}".replace("\n", " ")

    def overview(self) -> LedgerOverview:
        """Return what an operator looks at first.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        return self._read(self._overview)

    def counts(self, text: str = "") -> Mapping[str, int]:
        """Return how many rows are in which state, and how many need a person.

        Args:
            text: A part of the PO or of the batch, or an order number; empty for all rows.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        return self._read(lambda ledger: self._counted(ledger, text))

    def rows(self, state: str, text: str, offset: int, limit: int) -> Sequence[LedgerRow]:
        """Return rows, the newest first.

        Args:
            state: A state, or what stands for the rows that need a person; empty for all.
            text: As for `counts`.
            offset: How many rows to skip.
            limit: How many rows to return at most.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        return self._read(lambda ledger: self._rows(ledger, state, text, offset, limit))

    def row(self, key: str) -> LedgerOrder | None:
        """Return one order with its history; None if there is none.

        Args:
            key: Its key.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """

        def read(ledger: Ledger) -> LedgerOrder | None:
            with ledger.reading() as tx:
                entry = tx.get(_without_nul(key))
                return None if entry is None else _order(entry, tx.history(entry))

        return self._read(read)

    def under(self, customer: str, country: str, po: str) -> Sequence[LedgerRow]:
        """Return the orders of an account under a PO, the oldest first.

        Args:
            customer: The customer number.
            country: The country of the account.
            po: The PO, in any case.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """

        def read(ledger: Ledger) -> Sequence[LedgerRow]:
            with ledger.reading() as tx:
                return [_row(each) for each in tx.rows(customer=customer, country=country, po=_without_nul(po))]

        return self._read(read)

    # -- how it is read

    def _read(self, work: Callable[[Ledger], T]) -> T:
        """Return what is read, unless it takes too long.

        The page must not hang with the ledger: a thread of its own waits. While one waits, no other one is begun.
        """
        with self._lock:
            if self._late is not None and self._late.is_alive():
                raise LedgerAwayError(self._too_late())
            ledger = self._ledger
        answers: SimpleQueue[tuple[T | None, LedgerAwayError | None]] = SimpleQueue()

        def read() -> None:
            try:
                self._refuse_old(ledger)
                answers.put((work(ledger), None))
            except LedgerAwayError as error:
                answers.put((None, error))
            except OpenApiException as error:
                self._reopen(ledger, error)
                answers.put((None, LedgerAwayError(str(error))))
            except Exception as error:  # noqa: BLE001 - the page says it, and goes on
                answers.put((None, LedgerAwayError(f"the ledger cannot be read: {type(error).__name__}: {error}")))

        thread = Thread(target=read, name="xi-ledger-view", daemon=True)
        thread.start()
        try:
            answer, error = answers.get(timeout=self._patience)
        except Empty:
            with self._lock:
                self._late = thread
            raise LedgerAwayError(self._too_late()) from None
        if error is not None:
            raise error
        return answer  # type: ignore[return-value] # without an error it is what `work` returned

    def _too_late(self) -> str:
        return (
            f"the ledger {self._ledger.name} has not answered within {self._patience:g} s: another program may hold "
            "it, or its database be away; the page tries again"
        )

    def _refuse_old(self, ledger: Ledger) -> None:
        """Refuse tables of an older version: opening an SQLite file would migrate it."""
        if self._is_current:
            return
        info = ledger.info()
        if info.version < info.known_version:
            raise LedgerAwayError(
                f"the ledger {ledger.name} has version {info.version} of its tables, and this page reads version "
                f"{info.known_version}; `xi-orders ledger migrate` brings it there"
            )
        self._is_current = True

    def _reopen(self, ledger: Ledger, error: OpenApiException) -> None:
        """Begin anew after a failure: a file that was put in the place of another one is simply another ledger here."""
        if not isinstance(error, LedgerError):
            return
        with self._lock:
            if self._ledger is ledger:
                self._ledger = Ledger(self._url)
                self._is_current = False
                self._known.clear()
        ledger.close()

    # -- what is read

    def _version(self, ledger: Ledger) -> str:
        last, _ = _last_event(ledger)
        with ledger.reading() as tx:
            pauses = [f"{each.at} {each.because}" for each in _pauses(tx, self._accounts(ledger))]
            return f"{last} {int(tx.now / FRESH_S)} {hash(tuple(pauses))}"

    def _overview(self, ledger: Ledger) -> LedgerOverview:
        info = ledger.info()
        _, at = _last_event(ledger)
        held = _pairs(
            ledger, "SELECT reason, count(*) FROM orders WHERE state = 'held' GROUP BY reason ORDER BY 2 DESC"
        )
        oldest = _one(ledger, "SELECT min(doubt_since) FROM orders WHERE state = 'doubt'")
        with ledger.reading() as tx:
            now = tx.now
            pauses = _pauses(tx, self._accounts(ledger))
        return LedgerOverview(
            name=ledger.name,
            environment=info.environment,
            now=_moment(now),
            held={reason or "no reason": count for reason, count in held},
            doubled=self._counted(ledger, "")["doubled"],
            oldest_doubt=_time(oldest),
            last_event=at,
            distrusted_since=None if info.distrust is None else _moment(info.distrust.since),
            pauses=[
                LedgerPause(because=each.because, by=each.by, since=_moment(each.at), by_itself=each.by_itself)
                for each in pauses
            ],
            workers=info.workers,
        )

    def _accounts(self, ledger: Ledger) -> Sequence[tuple[str, str]]:
        query = "SELECT DISTINCT customer, country FROM orders"
        moment = int(monotonic() / FRESH_S)  # a new account may be paused a little before the page knows of it
        accounts: Sequence[tuple[str, str]] = self._kept(moment, "accounts", lambda: _pairs(ledger, query))
        return accounts

    def _kept(self, of: int, name: str, make: Callable[[], Any]) -> Any:
        """Return what was read before if it was of the same event or moment."""
        kept = self._known.get(name)
        if kept is not None and kept[0] == of:
            return kept[1]
        made = make()
        if len(self._known) >= _CACHED:
            self._known.clear()
        self._known[name] = of, made
        return made

    def _counted(self, ledger: Ledger, text: str) -> Mapping[str, int]:
        last, _ = _last_event(ledger)

        def count() -> Mapping[str, int]:
            if text and (found := _by_number(ledger, text)) is not None:
                is_held = found.state == State.HELD
                return {found.state: 1, "doubled": int(found.doubled), NEEDS_PERSON: int(is_held or found.doubled)}
            where = _where(text)
            states = dict(_pairs(ledger, f"SELECT state, count(*) FROM orders {where} GROUP BY state"))  # noqa: S608 - see _LITERAL
            doubled = _pairs(ledger, f"SELECT state, count(*) FROM orders {_where(text, 'doubled')} GROUP BY state")  # noqa: S608 - the same
            others = sum(count for state, count in doubled if state != State.HELD)
            return {
                **states,
                "doubled": sum(count for _, count in doubled),
                NEEDS_PERSON: states.get(State.HELD, 0) + others,
            }

        counted: Mapping[str, int] = self._kept(last, f"text {text}", count)
        return counted

    def _rows(self, ledger: Ledger, state: str, text: str, offset: int, limit: int) -> Sequence[LedgerRow]:
        if text and (found := _by_number(ledger, text)) is not None:
            fits = not state or state == found.state or (state == NEEDS_PERSON and (found.doubled or found.reason))
            return [found] if fits and offset == 0 else []
        counts = self._counted(ledger, text)
        if state == NEEDS_PERSON and not counts["doubled"]:
            state = State.HELD  # which has an index
        everything = sum(self._counted(ledger, "").get(each, 0) for each in State)
        wanted = counts.get(state, 0) if state else sum(counts.get(each, 0) for each in State)
        keys = _keys(ledger, state, text, offset, limit, is_common=wanted * _WALKED > everything)
        with ledger.reading() as tx:
            entries = [tx.get(key) for key in keys]
        return [_row(each) for each in entries if each is not None]


def _keys(ledger: Ledger, state: str, text: str, offset: int, limit: int, *, is_common: bool) -> list[str]:
    """Return the keys of one page, the newest first.

    Args:
        ledger: The ledger.
        state: A state, or what stands for the rows that need a person; empty for all.
        text: What the PO or the batch contains.
        offset: How many keys to skip.
        limit: How many keys to return at most.
        is_common: Whether many rows fit. Then those that do not are stepped over, from the newest on, and nothing is
            sorted; else all that fit are found by an index, and sorted.
    """
    page = f"LIMIT {int(limit)} OFFSET {int(offset)}"
    if is_common:
        # `lower` keeps SQLite from the index of states, after which it would have to sort.
        where = _where(text, _in_state("lower(state)", state))
        fitting = f"JOIN (SELECT key AS fitting FROM orders {where}) f ON f.fitting = e.key" if where else ""  # noqa: S608 - see _LITERAL
        query = f"SELECT e.key FROM events e {fitting} WHERE {_FIRST_EVENT} ORDER BY e.id DESC {page}"  # noqa: S608 - the same
    else:
        where = _where(text, _in_state("state", state))
        query = f"SELECT key FROM orders {where} ORDER BY planned_at DESC, key DESC {page}"  # noqa: S608 - the same
    return [key for (key, *_) in ledger.sql(query)]


def _in_state(column: str, state: str) -> str:
    if state == NEEDS_PERSON:
        return "(state = 'held' OR doubled)"
    return f"{column} = '{State(state)}'" if state else ""


def _where(text: str, *conditions: str) -> str:
    like = "".join(each if each in _LITERAL else "_" for each in text.upper())
    named = f"(upper(po) LIKE '%{like}%' OR upper(batch) LIKE '%{like}%')" if text else ""
    given = [each for each in (named, *conditions) if each]
    return f"WHERE {' AND '.join(given)}" if given else ""


def _pairs(ledger: Ledger, query: str) -> list[tuple[Any, Any]]:
    return [(first, second) for first, second, *_ in ledger.sql(query)]


def _one(ledger: Ledger, query: str) -> Any:
    return next((value for (value, *_) in list(ledger.sql(query))), None)


def _last_event(ledger: Ledger) -> tuple[int, datetime | None]:
    """Return the number and the time of what was written last."""
    for number, at in _pairs(ledger, "SELECT id, at FROM events ORDER BY id DESC LIMIT 1"):
        return number, _time(at)
    return 0, None


def _by_number(ledger: Ledger, text: str) -> LedgerRow | None:
    with ledger.reading() as tx:
        entry = tx.by_order_number(_without_nul(text.upper()))
    return None if entry is None else _row(entry)


def _pauses(tx: Transaction, accounts: Sequence[tuple[str, str]]) -> list[Any]:
    """Return the pause of all accounts and those of each."""
    found = (tx.pause(*each) for each in (("", ""), *accounts))
    return list(dict.fromkeys(each for each in found if each is not None))


def _row(entry: Any) -> LedgerRow:
    row = entry.row
    return LedgerRow(
        key=entry.key,
        po=entry.po,
        customer=entry.customer,
        country=entry.country,
        generation=entry.generation,
        kind=row.kind.value,
        state=row.state.value,
        reason=None if row.reason is None else row.reason.value,
        doubled=row.doubled,
        order_numbers=row.numbers,
        sends=row.sends,
        batch=entry.batch,
        source=" ".join(each for each in (entry.source_file, entry.source_lines) if each) or None,
        says=entry.says,
        to_do=_to_do(entry),
        planned=_moment(entry.planned_at),
        doubt_since=None if row.doubt_since is None else _moment(row.doubt_since),
        held=None if row.held_at is None else _moment(row.held_at),
        settled=None if row.settled_at is None else _moment(row.settled_at),
        next_at=None if row.due is None else _moment(row.due),
    )


def _to_do(entry: Any) -> str:
    if entry.row.doubled:
        says: str = entry.two_stand
        return says
    if entry.row.state is State.HELD:
        return f"xi-orders history {shlex.quote(entry.po)} --support"
    return ""


def _order(entry: Any, notes: Sequence[Any]) -> LedgerOrder:
    return LedgerOrder(
        row=_row(entry),
        lines=_lines(entry),
        ref=entry.ref,
        events=[
            LedgerEvent(
                at=_moment(each.at),
                kind=each.kind,
                state=each.state,
                reason=each.reason,
                by=each.by,
                because=each.because,
                status=each.status,
                correlation_id=each.correlation_id,
                says=each.says,
                detail=json.dumps(dict(each.detail), ensure_ascii=False) if each.detail else "",
            )
            for each in notes
        ],
    )


def _lines(entry: Any) -> list[LedgerLine]:
    body: Any = {} if entry.body is None else json.loads(entry.body)
    lines: list[Any] = body.get("lines") or []
    why = {each.line: each.reason or "" for each in entry.rejected if each.line is not None}
    return [
        LedgerLine(
            part=str(each.get("ingramPartNumber") or each.get("vendorPartNumber") or "?"),
            quantity=str(each.get("quantity", "?")),
            rejected=why.get(str(each.get("customerLineNumber", number))),
        )
        for number, each in enumerate(lines, start=1)
    ]


def _time(value: str | datetime | None) -> datetime | None:
    """Return a time of a view: SQLite has texts."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _without_nul(text: str) -> str:
    """Return a text without the character 0, which no database takes and no order has."""
    return text.replace("\0", "")
