"""An order of the ledger, as every command shows it: its fields, its columns, and what a person should do about it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.output import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xi.sdk.resellers.ordering import Record

_COLORS: Final = {
    "placed": "green",
    "partly": "yellow",
    "empty": "yellow",
    "accepted": "cyan",
    "sending": "cyan",
    "doubt": "yellow",
    "held": "bold red",
    "rejected": "red",
}


def paint_state(state: Any) -> str:
    """Return the style of a state in a table; the state is written out too.

    Args:
        state: the state.
    """
    return _COLORS.get(str(state), "")


def rejected_text(rejected: Any) -> str:
    """Return rejected lines in words.

    Args:
        rejected: the lines, as an item has them; None or empty if there are none.
    """
    return "; ".join(
        " ".join(
            [
                *([f"line {each['line']}"] if each["line"] else []),
                *([each["part"]] if each["part"] else []),
                f"rejected: {each['reason']}" if each["reason"] else "rejected",
            ]
        )
        for each in rejected or ()
    )


RECORD_COLUMNS: Final = (
    Column("po", "PO"),
    Column("customer", in_table=False),
    Column("country", in_table=False),
    Column("environment", in_table=False),
    Column("state", paint=paint_state),
    Column("reason"),
    Column("order_numbers", "numbers"),
    Column("rejected", is_cut=True, show=rejected_text),
    Column("adopted", in_table=False),
    Column("sends", is_right=True, in_table=False),
    Column("batch", in_table=False),
    Column("source.file", in_table=False),
    Column("source.lines", in_table=False),
    Column("ref", in_table=False),
    Column("total.amount", "total", is_right=True),
    Column("total.currency", "cur"),
    Column("correlation_ids", in_table=False),
    Column("first_sent", in_table=False),
    Column("settled", in_table=False),
    Column("next.at", in_table=False),
    Column("next.what", in_table=False),
    Column("next.command", in_table=False),
    Column("doubled", in_table=False),
    Column("answer", is_cut=True),
    Column("shipping", in_table=False),
    Column("planned", in_table=False),
    Column("kind", in_table=False),
    Column("generation", is_right=True, in_table=False),
)
"""The columns of orders; new ones come last."""


def record_item(
    record: Record, *, is_paused: bool = False, correlation_ids: Sequence[str] | None = None
) -> dict[str, Any]:
    """Return an order as JSON, CSV and tables have it; the schema `record` describes it.

    Args:
        record: the order.
        is_paused: whether the desk is paused.
        correlation_ids: the IDs of all its requests; None is that of the last one.
    """
    need = needs(record, is_paused=is_paused)
    last = [record.correlation_id] if record.correlation_id else []
    return {
        "po": record.po,
        "customer": record.customer,
        "country": record.country,
        "environment": record.environment,
        "state": record.state.value,
        "reason": reason_of(record),
        "order_numbers": list(record.order_numbers),
        "rejected": [{"line": each.line, "part": each.part, "reason": each.reason} for each in record.rejected],
        "adopted": record.adopted,
        "sends": record.sends,
        "batch": record.batch,
        "source": {"file": record.source_file, "lines": record.source_lines},
        "ref": dict(record.ref),
        "total": {"amount": record.total, "currency": record.currency},
        "correlation_ids": last if correlation_ids is None else list(correlation_ids),
        "first_sent": record.first_sent,
        "settled": record.settled,
        "next": {"at": record.next_at, "what": need.what, "command": need.command},
        "doubled": record.doubled,
        "answer": record.answer,
        "shipping": record.shipping,
        "planned": record.planned,
        "kind": record.kind.value,
        "generation": record.generation,
    }


def reason_of(record: Record) -> str | None:
    """Return why a person has to decide: `doubled` before any other reason; None if nobody has to.

    Args:
        record: the order.
    """
    if record.doubled:
        return "doubled"
    return None if record.reason is None else record.reason.value


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody should do about an order.

    Args:
        what: what is known and what to do, in words; None if there is nothing to do.
        command: what to type; None if nobody has to.
    """

    what: str | None = None
    command: str | None = None


def needs(record: Record, *, is_paused: bool = False) -> Need:
    """Return what a person should do about an order, and the command to type.

    Args:
        record: the order.
        is_paused: whether the desk is paused.
    """
    po = shlex.quote(record.po)
    if record.doubled:
        numbers = ", ".join(record.order_numbers) or "see the history"
        two, act = ("cases", "Withdraw") if record.kind.value == "return" else ("orders", "Cancel")
        what = f"two {two} of it stand: {numbers}. {act} one, then say which one stands: resolve {po} --placed NUMBER"
        return Need(what, f"xi-orders show {po}")
    if record.reason is not None and record.state.value == "held":
        in_words, command = _HELD[record.reason.value]
        return Need(in_words(record), command.format(po=po))
    if record.state.value == "planned" and is_paused:
        return Need("nothing new is sent while the desk is paused", "xi-orders resume")
    found = _OTHERS.get(record.state.value)
    return Need() if found is None else Need(found[0], None if found[1] is None else found[1].format(po=po))


_SUPPORT: Final = "xi-orders history {po} --support"
_HISTORY: Final = "xi-orders history {po}"
_SHOW: Final = "xi-orders show {po}"
_ASK: Final = "Ask Ingram Micro, then: resolve, resend or abandon"


def _sent(record: Record) -> str:
    times = {0: "not sent", 1: "sent once"}.get(record.sends, f"sent {record.sends} times")
    return f"{times}, not found"


_HELD: Final[Mapping[str, tuple[Callable[[Record], str], str]]] = {
    "unguarded": (
        lambda record: f"{_sent(record)}; the server would not refuse a second one. {_ASK}",
        _SUPPORT,
    ),
    "conflict": (
        lambda _: (
            "another order has this PO. If it is this one: resolve --placed NUMBER; if not: abandon, and a new PO"
        ),
        _SHOW,
    ),
    "refused_on_repeat": (
        lambda record: f"{_sent(record)}; a repeat was refused, but the first may have been acted on. {_ASK}",
        _SUPPORT,
    ),
    "refused_by_webhook": (
        lambda record: f"{_sent(record)}; a webhook says that it failed, which is no proof. {_ASK}",
        _SUPPORT,
    ),
    "exists_unseen": (
        lambda _: f"the server says that the PO exists, but no search finds it. {_ASK}",
        _SUPPORT,
    ),
    "too_old": (
        lambda record: f"{_sent(record)}; too long ago to be sent again. {_ASK}",
        _SUPPORT,
    ),
    "too_many_sends": (
        lambda record: f"{_sent(record)}; that is as often as is permitted. {_ASK}",
        _SUPPORT,
    ),
    "no_result": (
        lambda _: f"it was acted on or accepted, but no order is found that can be compared. {_ASK}",
        _SUPPORT,
    ),
    "cannot_send": (
        lambda _: (
            "the server refuses the account's set-up for this order alone. Mend the order, then resend or abandon"
        ),
        _HISTORY,
    ),
}
_OTHERS: Final[Mapping[str, tuple[str, str | None]]] = {
    "planned": ("the same run again, or a worker, sends it", "xi-orders worker --once"),
    "sending": ("it is being sent", None),
    "doubt": ("it may have been placed; it is looked for, and nobody has to do anything", "xi-orders recheck {po}"),
    "accepted": ("Ingram Micro has accepted it and has not told the result", "xi-orders recheck {po}"),
    "partly": ("some lines were rejected; they can be ordered under a new PO", "xi-orders rest {po} --po NEW"),
    "empty": ("it has a number, but no line; order the lines under a new PO", "xi-orders rest {po} --po NEW"),
    "rejected": ("it is not there; mended, it can be placed under the same PO", _HISTORY),
}
