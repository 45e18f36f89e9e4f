"""What `status` shows: an overview of the orders of an account, and what needs a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.codes import Code, worst
from xi.sdk.resellers.cli.records import needs, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from xi.sdk.resellers.cli.output import Output
    from xi.sdk.resellers.ordering import OrderDesk, Overview, Record

MOST: Final = 20
"""How many orders that need a person are shown; `list --state held` has all."""
_RUNNING: Final = ("planned", "sending", "doubt", "accepted")
_NO: Final = ("partly", "empty", "rejected", "abandoned", "not_placed")


def status_item(desk: OrderDesk, overview: Overview) -> dict[str, Any]:
    """Return an overview as JSON has it; the schema `status` describes it.

    Args:
        desk: the desk that it is of.
        overview: the overview.
    """
    pause = overview.pause
    return {
        "environment": desk.environment,
        "customer": desk.account.customer_number,
        "country": desk.account.country_code,
        "ledger": desk.ledger.name,
        "batch": overview.batch,
        "at": overview.at,
        "states": [
            {
                "state": state.value,
                "count": count,
                "oldest": overview.oldest.get(state),
                "next_at": overview.next_at.get(state),
            }
            for state, count in overview.states.items()
        ],
        "needs_you": [_need(each, overview) for each in overview.needing],
        "needs_you_count": _needing(overview),
        "paused": None
        if pause is None
        else {
            "because": pause.because,
            "by": pause.by,
            "at": _moment(pause.at),
            "by_itself": pause.by_itself,
        },
        "breaker_open": overview.breaker_open,
        "workers": [
            {"name": name, "first_seen": first, "last_seen": last} for name, (first, last) in overview.workers.items()
        ],
        "last_settled": overview.last_settled,
        "quota": [{"bucket": name, "remaining": left} for name, left in overview.quota_remaining.items()],
    }


def _need(record: Record, overview: Overview) -> dict[str, Any]:
    need = needs(record, is_paused=overview.pause is not None)
    return {
        "po": record.po,
        "state": record.state.value,
        "reason": reason_of(record),
        "what": need.what,
        "command": need.command,
        "since": record.first_sent,
    }


def _needing(overview: Overview) -> int:
    """Return how many orders need a person: of those that are held, some may be doubled too."""
    if len(overview.needing) < MOST:
        return len(overview.needing)
    both = sum(each.doubled and each.state.value == "held" for each in overview.needing)
    return sum(overview.held.values()) + overview.doubled - both


def _moment(seconds: float) -> datetime:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC)


def status_code(overview: Overview) -> Code:
    """Return the exit code for what an overview shows: 5, 3, 1 or 0.

    Args:
        overview: the overview.
    """
    counts = {state.value: count for state, count in overview.states.items()}
    codes = [Code.DONE]
    if counts["held"] or overview.doubled:
        codes.append(Code.PERSON)
    if overview.pause is not None or any(counts[each] for each in _RUNNING):
        codes.append(Code.UNFINISHED)
    if any(counts[each] for each in _NO):
        codes.append(Code.NO)
    return worst(codes)


def status_lines(item: Mapping[str, Any], out: Output) -> Iterator[str]:
    """Yield what a table and plain output show of an overview; in plain output the words are apart by tabs.

    Args:
        item: the overview, as `status_item` returns it.
        out: where it is shown.
    """
    gap = "   " if out.is_for_eyes else "\t"
    batch = [f"batch {out.text_of(item['batch'])}"] if item["batch"] is not None else []
    account = f"{item['customer']} {item['country']}"
    yield gap.join([item["environment"], account, f"ledger {out.text_of(item['ledger'])}", *batch])
    counted = [_count(each, item["at"], out) for each in item["states"] if each["count"]]
    yield gap.join(counted) if counted else "no orders"
    for each in item["needs_you"]:
        state = each["state"] if each["reason"] is None else f"{each['state']}: {each['reason']}"
        words = gap.join(["needs you", out.text_of(each["po"]), state, out.text_of(each["what"])])
        command = out.text_of(each["command"])
        if out.is_for_eyes and out.width is not None and len(words) + len(gap) + len(command) > out.width:
            # On a line of its own it can be read, and copied whole.
            yield words
            yield f"            {command}"
        else:
            yield gap.join([words, command])
    more = item["needs_you_count"] - len(item["needs_you"])
    if more > 0:
        yield gap.join(["needs you", f"{more:,} more", "xi-orders list --state held"])
    yield from _working(item, out, gap)


def _count(state: Mapping[str, Any], now: datetime, out: Output) -> str:
    known = [
        *([age(state["oldest"], now)] if state["oldest"] else []),
        *([f"next {out.text_of(state['next_at'])}"] if state["next_at"] and state["state"] != "held" else []),
    ]
    return f"{state['state']} {state['count']:,}" + (f" ({'; '.join(known)})" if known else "")


def _working(item: Mapping[str, Any], out: Output, gap: str) -> Iterator[str]:
    paused = item["paused"]
    if paused is not None:
        who = "the desk itself" if paused["by_itself"] else out.text_of(paused["by"] or "somebody")
        words = f"since {out.text_of(paused['at'])} by {who}: {out.text_of(paused['because'])}"
        command = "xi-orders doctor; then: xi-orders resume" if paused["by_itself"] else "xi-orders resume"
        yield gap.join(["paused", words, command])
    if item["breaker_open"]:
        yield gap.join(["held back", "creates in a row had no clear answer; one order at a time is tried"])
    for each in item["workers"]:
        yield gap.join(["worker", out.text_of(each["name"]), f"seen {age(each['last_seen'], item['at'])} ago"])
    if item["last_settled"] is not None:
        yield gap.join(["last settled", f"{age(item['last_settled'], item['at'])} ago"])
    for each in item["quota"]:
        yield gap.join(["calls left", f"{each['remaining']:,}", f"of {out.text_of(each['bucket'])}"])


_STEPS: Final = ((86_400, "d"), (3_600, "h"), (60, "min"))


def age(since: datetime, now: datetime) -> str:
    """Return how long ago a moment was, such as `2 min`.

    Args:
        since: the moment.
        now: the moment of now.
    """
    seconds = max(0, int((now - since).total_seconds()))
    for step, unit in _STEPS:
        if seconds >= 2 * step or (seconds >= step and step == 60):  # noqa: PLR2004 - 90 min says more than 1 h
            return f"{seconds // step} {unit}"
    return f"{seconds} s"
