"""Judges a run: what the sandbox was asked and has, against what the ledger says."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xi.sdk.resellers.ordering import Record, State

NOT_ACTED_ON = frozenset({401, 403, 404, 405, 415, 429})
"""Answers after which an order may be sent again without a search: nobody has looked at it."""


@dataclass(frozen=True)
class Line:
    """A request, as far as it is judged."""

    arrived: float
    ended: float
    operation: str
    correlation_id: str
    status: int | str


def read_log(log: Path) -> dict[str, list[Line]]:
    """Return the creates and searches of each PO, in the order in which they arrived."""
    found: dict[str, list[Line]] = defaultdict(list)
    for text in log.read_text(encoding="utf-8").splitlines():
        each = json.loads(text)
        if each["purchase_order"] and each["late_for"] is None:
            found[each["purchase_order"]].append(
                Line(each["arrived"], each["ended"], each["operation"], each["correlation_id"], each["status"])
            )
    return {po: sorted(lines, key=lambda line: line.arrived) for po, lines in found.items()}


def statuses(log: Path, operation: str) -> dict[int | str, int]:
    """Return how often an operation was answered with each status."""
    counts: dict[int | str, int] = defaultdict(int)
    for text in log.read_text(encoding="utf-8").splitlines():
        each = json.loads(text)
        if each["operation"] == operation and each["late_for"] is None:
            counts[each["status"]] += 1
    return dict(counts)


def judge(
    log: Path,
    standing: Mapping[str, Any],
    records: Iterable[Record],
    expected: Iterable[str],
    *,
    quiet: float,
    unguarded: frozenset[str] = frozenset(),
) -> list[str]:
    """Return everything that is wrong, in sentences.

    Args:
        log: the sandbox's request log.
        standing: what the sandbox has under each PO.
        records: the ledger.
        expected: the POs that were to be placed.
        quiet: the quiet period, in seconds.
        unguarded: the POs whose second order the server would not refuse: they are sent once, and held if in doubt.
    """
    requests = read_log(log)
    known = {record.po: record for record in records}
    wrong: list[str] = []
    names = set(expected)
    wrong += [f"{po} was not to be placed" for po in (requests.keys() | standing.keys() | known.keys()) - names]
    for po in sorted(names):
        record = known.get(po)
        if record is None:
            wrong.append(f"{po} is not in the ledger")
            continue
        lines = requests.get(po, [])
        wrong += _state(po, record, standing.get(po), may_be_held=po in unguarded)
        wrong += _sends(po, record, lines)
        wrong += _repeats(po, lines, quiet)
        sent = sum(line.operation == "create_v6" for line in lines)
        if po in unguarded and sent > 1:
            wrong.append(f"{po} was sent {sent} times, although the server would not refuse a second order")
    return wrong


def _state(po: str, record: Record, there: dict[str, Any] | None, *, may_be_held: bool) -> list[str]:
    times = 0 if there is None else there["placements"]
    if times > 1 or record.doubled:
        return [f"{po} was placed {times} times: {there}; the ledger says {record.summary}"]
    if record.state is State.HELD and may_be_held:
        return [] if times == 0 else [f"{po} is held, although it was placed and searches show it: {record.summary}"]
    if record.state is not State.PLACED:
        return [f"{po} is not placed in the ledger: {record.summary}"]
    if there is None or times == 0:
        return [f"{po} is placed in the ledger, but not there: {record.summary}"]
    if sorted(record.order_numbers) != sorted(there["orders"]):
        return [f"{po} is there as {there['orders']}; the ledger says {record.summary}"]
    return []


def _sends(po: str, record: Record, lines: list[Line]) -> list[str]:
    """Each request has an intent in the ledger, with its correlation ID."""
    intents = [note.correlation_id for note in record.history() if note.kind == "intent"]
    sent = [line.correlation_id for line in lines if line.operation == "create_v6"]
    wrong = [f"{po}: a create with the correlation ID {each} has no intent" for each in sent if each not in intents]
    if len(set(sent)) < len(sent):
        wrong.append(f"{po}: two creates came of one intent: {sent}")
    return wrong


def _repeats(po: str, lines: list[Line], quiet: float) -> list[str]:
    """No create without an answered search for the PO, at least `quiet` after the create before."""
    wrong: list[str] = []
    before: Line | None = None
    for place, line in enumerate(lines):
        if line.operation != "create_v6":
            continue
        if before is not None:
            looks = [
                each
                for each in lines[:place]
                if each.operation == "search"
                and each.status in (200, 204)
                and each.arrived >= before.arrived + quiet
                and each.ended <= line.arrived
            ]
            if not looks:
                span = line.arrived - before.arrived
                wrong.append(f"{po} was sent again after {span:.2f} s without a search after {quiet:g} s")
        if line.status not in NOT_ACTED_ON:
            before = line
    return wrong
