"""Reads and writes the values of the ledger as rows of its tables."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.ordering._entries import Entry, NewEntry, Note, RejectedPart, Webhook, key_of
from xi.sdk.resellers.ordering._protocol import Kind, Reason, Row, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import RowMapping

Values = dict[str, Any]
"""Values by column."""

_STATES: Final = {str(each): each for each in State}
_KINDS: Final = {str(each): each for each in Kind}
_REASONS: Final[dict[str | None, Reason | None]] = {None: None, **{str(each): each for each in Reason}}
_ROW: Final = tuple(each.name for each in fields(Row))
_get_row: Final = attrgetter(*_ROW)
_FIRST_OF_ROW: Final = 25
"""The columns of an entry before those of its Row."""


def dumps(value: object) -> str:
    """Return JSON text.

    Args:
        value: lists, mappings, text and numbers.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def texts(text: str | None) -> tuple[str, ...]:
    """Return the items of a list of texts.

    Args:
        text: the list as JSON; None is an empty list.
    """
    return tuple(json.loads(text)) if text else ()


def values_of_row(row: Row) -> Values:
    """Return the columns of what decides.

    Args:
        row: the row of the protocol.
    """
    values: Values = dict(zip(_ROW, _get_row(row), strict=True))
    values["numbers"] = dumps(row.numbers) if row.numbers else None
    return values


def values_of_rejected(rejected: Iterable[RejectedPart]) -> str | None:
    """Return the column of the rejected lines.

    Args:
        rejected: the lines.
    """
    return dumps([asdict(each) for each in rejected]) if rejected else None


def values_of_new(new: NewEntry) -> Values:
    """Return all columns of a new entry, but its number.

    Args:
        new: the order.
    """
    values = values_of_row(new.row)
    values.update(
        version=1,
        key=key_of(new.customer, new.country, new.folded, new.generation),
        customer=new.customer,
        country=new.country,
        po=new.po,
        folded=new.folded,
        generation=new.generation,
        app=new.app,
        body=new.body,
        fingerprint=new.fingerprint,
        marker=new.marker,
        reuse=new.reuse,
        batch=new.batch,
        source_file=new.source_file,
        source_lines=new.source_lines,
        ref=dumps(dict(new.ref)) if new.ref else None,
        is_bulk=new.is_bulk,
        correlation_id=new.correlation_id,
        says=new.says,
        rejected=values_of_rejected(new.rejected),
        total=new.total,
        currency=new.currency,
        shipping=new.shipping,
        planned_at=new.planned_at,
        claimed_until=None,
    )
    return values


def entry_of_new(new: NewEntry, entry_id: int, key: str) -> Entry:
    """Return a new entry as it stands in the ledger.

    Args:
        new: the order.
        entry_id: its number.
        key: its key.
    """
    return Entry(id=entry_id, version=1, key=key, **{each: getattr(new, each) for each in _NEW})


_NEW: Final = tuple(each.name for each in fields(NewEntry))


def entry_of(row: Sequence[Any]) -> Entry:
    """Return an entry.

    Args:
        row: the columns of the table `entries`, in its order.
    """
    (
        entry_id,
        version,
        key,
        customer,
        country,
        po,
        folded,
        generation,
        app,
        body,
        fingerprint,
        marker,
        reuse,
        batch,
        source_file,
        source_lines,
        ref,
        is_bulk,
        correlation_id,
        says,
        rejected,
        total,
        currency,
        shipping,
        planned_at,
    ) = row[:_FIRST_OF_ROW]
    return Entry(
        id=entry_id,
        version=version,
        key=key,
        customer=customer,
        country=country,
        po=po,
        folded=folded,
        generation=generation,
        app=app,
        body=body,
        fingerprint=fingerprint,
        marker=marker,
        reuse=reuse,
        batch=batch,
        source_file=source_file,
        source_lines=source_lines,
        ref=json.loads(ref) if ref else {},
        is_bulk=is_bulk,
        correlation_id=correlation_id,
        says=says,
        rejected=tuple(RejectedPart(**each) for each in json.loads(rejected)) if rejected else (),
        total=total,
        currency=currency,
        shipping=shipping,
        planned_at=planned_at,
        row=_row_of(row[_FIRST_OF_ROW : _FIRST_OF_ROW + len(_ROW)]),
    )


def _row_of(row: Sequence[Any]) -> Row:
    values = dict(zip(_ROW, row, strict=True))
    values["kind"] = _KINDS[values["kind"]]
    values["state"] = _STATES[values["state"]]
    values["reason"] = _REASONS[values["reason"]]
    values["why_barred"] = _REASONS[values["why_barred"]]
    values["numbers"] = texts(values["numbers"])
    return Row(**values)


def values_of_note(entry_id: int, note: Note) -> Values:
    """Return the columns of an event.

    Args:
        entry_id: the number of the entry.
        note: the event.
    """
    return {
        "entry_id": entry_id,
        "at": note.at,
        "kind": note.kind,
        "state": note.state,
        "reason": note.reason,
        "by": note.by,
        "because": note.because,
        "correlation_id": note.correlation_id,
        "status": note.status,
        "says": note.says,
        "detail": dumps(dict(note.detail)) if note.detail else None,
        "raw": note.raw,
    }


def note_of(row: RowMapping) -> Note:
    """Return an event.

    Args:
        row: values by column.
    """
    values = {each.name: row[each.name] for each in fields(Note)}
    values["detail"] = json.loads(row["detail"]) if row["detail"] else {}
    return Note(**values)


def webhook_of(row: RowMapping) -> Webhook:
    """Return a webhook.

    Args:
        row: values by column.
    """
    return Webhook(
        id=row["id"],
        event_id=row["event_id"],
        at=row["at"],
        kind=row["kind"],
        body=row["body"],
        pos=texts(row["pos"]),
        numbers=texts(row["numbers"]),
    )
