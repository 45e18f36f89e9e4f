"""What webhooks tell about orders: noted as they come, and handled later, without a call of the API.

A webhook is a hint, since its body is not signed (rule 17 of `_protocol`). The result of a v7 order makes a look due; a
status event makes the order one whose status is read next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, cast

from xi.sdk.resellers import webhooks
from xi.sdk.resellers._keys import kept_id
from xi.sdk.resellers.exceptions import ApiValueError, printable
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Flow, Stored
from xi.sdk.resellers.ordering._entries import Entry, Note, Webhook
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._protocol import STANDING, Hinted, Kind, Told, decide
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering._webhook_notes import KIND, detail_of
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction
from xi.sdk.resellers.ordering.settings import Settings
from xi.sdk.resellers.webhooks import EventKind

_REASONS: Final = frozenset({"message", "reason", "errors", "error", "errormessage", "rejectedskus"})
"""Names, without case and marks, under which a result says why nothing was placed."""
_STATUSES: Final = frozenset(
    {EventKind.SHIPPED, EventKind.INVOICED, EventKind.HOLD, EventKind.VOIDED, EventKind.BACKORDERED}
)


@dataclass(frozen=True, slots=True)
class Hint:
    """What one event says about orders.

    Args:
        event_type: the type of the event as sent, for the history.
        told: whether an order was created, or was not; None for an event about the status of one that stands.
        pos: the POs that it names.
        numbers: the order numbers that it names.
    """

    event_type: str | None
    told: Told | None
    pos: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(slots=True)
class Handled:
    """What became of the webhooks that waited.

    Args:
        count: how many were handled.
        about_status: keys of orders whose status has changed, as a webhook says.
    """

    count: int = 0
    about_status: list[str] = field(default_factory=list[str])


def hints_of(events: Sequence[webhooks.Event]) -> list[Hint]:
    """Return what events say about orders; an event of another kind says nothing.

    Texts that no database keeps, such as half a character, are escaped: the webhook would wait for ever.

    Args:
        events: the events of a body.
    """
    hints: list[Hint] = []
    for event in events:
        if event.kind is EventKind.V7_RESULT:
            told: Told | None = Told.CREATED if _is_created(event) else Told.FAILED
        elif event.kind in _STATUSES:
            told = None
        else:
            continue
        numbers = tuple(map(printable, event.order_numbers))
        event_type = None if event.event_type is None else printable(event.event_type)
        hints.append(Hint(event_type, told, event.customer_order_numbers, numbers))
    return hints


def _is_created(event: webhooks.Event) -> bool:
    """Return whether a result tells of an order. How a failure is told is not documented: anything but a yes is one."""
    if not event.order_numbers:
        return False
    resource: Any = next((value for name, value in event.raw.items() if name.lower() == "resource"), None)
    resources = list(cast("Iterable[Any]", resource)) if isinstance(resource, list) else [resource]
    return not any(map(_has_reason, (event.raw, *resources)))


def _has_reason(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    members = cast("Mapping[str, Any]", value)
    return any(each and "".join(filter(str.isalnum, name)).lower() in _REASONS for name, each in members.items())


def note(ledger: Ledger, body: bytes, signature: str | None, secret: str | Sequence[str], max_bytes: int) -> bool:
    """Write down a webhook, if it is genuine; return whether it is. One that was written down before changes nothing.

    Args:
        ledger: the ledger.
        body: the body as it came.
        signature: the header `x-hub-signature`.
        secret: the secret of the webhook, or several.
        max_bytes: the limit for the size of the body.

    Raises:
        LedgerError: the ledger cannot be used, so that the webhook should be sent again.
    """
    if not webhooks.verify(body, signature, secret, max_bytes=max_bytes):
        return False
    del secret  # tools that show the variables of a traceback must not show it
    events = webhooks.parse(body, max_bytes=max_bytes)
    event_id = kept_id(cast("str", events[0].event_id))  # `verify` has found one ID in all events
    kinds = ",".join(dict.fromkeys(each.kind.value for each in events))
    pos = tuple(dict.fromkeys(printable(po) for each in events for po in each.customer_order_numbers))
    numbers = tuple(dict.fromkeys(printable(number) for each in events for number in each.order_numbers))
    with ledger.transaction() as tx:
        is_new = tx.note_webhook(event_id, body, kinds, pos, numbers)
    log.info(
        "webhook %s (%s) %s",
        event_id,
        kinds,
        "noted" if is_new else "came again",
        extra={"po": ", ".join(pos) or None},
    )
    return True


def handle(ctx: Context) -> Flow[int]:
    """Handle the webhooks that wait, of all accounts of the ledger; return how many."""
    return (yield from take_waiting(ctx)).count


def handle_now(ledger: Ledger, settings: Settings) -> None:
    """Handle the webhooks that wait, in this thread.

    Args:
        ledger: the ledger.
        settings: the times and limits of the desk.

    Raises:
        LedgerError: the ledger cannot be used; they wait.
    """
    handle_next = turns.again_if_taken(partial(_handle_next, settings=settings))
    while handle_next(ledger) is not None:
        pass


def take_waiting(ctx: Context) -> Flow[Handled]:
    """Handle the webhooks that wait; return what became of them."""
    handled = Handled()
    while True:
        keys: list[str] | None = yield Stored(turns.again_if_taken(partial(_handle_next, settings=ctx.settings)))
        if keys is None:
            return handled
        handled.count += 1
        handled.about_status += keys


def _handle_next(ledger: Ledger, settings: Settings) -> list[str] | None:
    """Handle the oldest webhook that waits; return the keys of orders whose status it tells, or None if none waits."""
    about_status: list[str] = []
    known = 0
    with ledger.transaction() as tx:
        webhook = next(iter(tx.waiting_webhooks(1)), None)
        if webhook is None:
            return None
        try:
            hints = hints_of(webhooks.parse(webhook.body, max_bytes=len(webhook.body)))
        except ApiValueError:  # it could be read when it came, so a newer version has noted it
            hints = []
        for hint in hints:
            for entry in _named(tx, hint):
                known += 1
                if _told(tx, settings, entry, hint, webhook):
                    about_status.append(entry.key)
        tx.webhook_done(webhook.id)
    if hints and not known:
        log.info(
            "webhook %s is about no order of the ledger",
            webhook.event_id,
            extra={"po": ", ".join(webhook.pos) or None},
        )
    return about_status


def _named(tx: Transaction, hint: Hint) -> list[Entry]:
    """Return the orders that an event names, the newest under each PO, of any account: a webhook does not say which."""
    found: dict[str, Entry] = {}
    for number in hint.numbers:
        entry = tx.by_order_number(number)
        if entry is not None:
            found[entry.key] = entry
    for po in hint.pos:
        newest: dict[tuple[str, str], Entry] = {}
        for entry in tx.rows(po=_folded(po)):
            account = (entry.customer, entry.country)
            if account not in newest or newest[account].generation < entry.generation:
                newest[account] = entry
        found |= {entry.key: entry for entry in newest.values()}
    return list(found.values())


def _folded(po: str) -> str:
    try:
        return turns.folded(po)
    except ApiValueError:  # no order of ours has such a PO
        return ""


def _told(tx: Transaction, settings: Settings, entry: Entry, hint: Hint, webhook: Webhook) -> bool:
    """Write down what an event says about an order; return whether it says that its status has changed."""
    is_status = hint.told is None and entry.row.state in STANDING
    note = Note(
        at=tx.now,
        kind=KIND,
        state=entry.row.state.value,
        says=hint.event_type,
        detail=detail_of("status" if hint.told is None else hint.told.value, webhook.event_id, hint.numbers),
    )
    # What has a status was placed. And v6 orders have no results, so a failure is another's; a look harms nothing.
    is_failure = hint.told is Told.FAILED and entry.row.kind is not Kind.V6
    row = decide(entry.row, Hinted(Told.FAILED if is_failure else Told.CREATED), tx.now, settings).row
    if is_status or row == entry.row:
        # Without a new version of the row, so that the answer to a request that is under way is not late.
        tx.note(entry, note)
        return is_status
    tx.write(entry, replace(note, state=row.state.value), row=row)
    tells = "failed; it is looked for, and not sent again" if is_failure else "was placed; it is looked for"
    log.info(
        "PO %s: a webhook tells that it %s",
        entry.po,
        tells,
        extra=entry.log_fields,
    )
    return False
