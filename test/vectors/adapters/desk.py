"""The desk: a row, or the breaker of an account, is carried from step to step through the decisions of the protocol."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from adapters.comparing import Mismatch, compare, compare_listed
from adapters.desk_events import answered_of, event_of

from xi.sdk.resellers.ordering import _protocol as protocol
from xi.sdk.resellers.ordering._protocol import Breaker, Command, Row
from xi.sdk.resellers.ordering.settings import Settings

_SETTINGS = Settings()
_NAMES = {"api": "kind", "firstSent": "first_send"}
"""Names of a row that differ by more than their spelling."""
_TYPES = {
    "kind": protocol.Kind,
    "state": protocol.State,
    "reason": protocol.Reason,
    "why_barred": protocol.Reason,
    "numbers": tuple,
}
Got = dict[str, Any]


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, wrong = vector["given"], list[Mismatch]()
    row, breaker = Row(**_python(given.get("row", {}))), Breaker(**_python(given.get("breaker", {})))
    for n, step in enumerate(vector["script"]):
        if "breaker" in given:
            breaker, got = _asked(breaker, step["event"], step["at"])
        else:
            row, got = _decided(row, step["event"], step["at"])
        wrong += _differences(f"/script/{n}", step, got)
    return wrong


def _decided(row: Row, event: dict[str, Any], now: float) -> tuple[Row, Got]:
    try:
        decision = protocol.decide(row, event_of(event, row, now), now, _SETTINGS)
    except protocol.NotPermittedError:
        return row, {"refused": "not-permitted"}
    commands = [{name: x for name, x in _wire(each).items() if x is not None} for each in decision.commands]
    return decision.row, {"row": _wire(decision.row), "commands": commands}


def _asked(breaker: Breaker, event: dict[str, Any], now: float) -> tuple[Breaker, Got]:
    if "asks" in event:
        breaker, gate = protocol.ask_breaker(breaker, event["asks"], now, _SETTINGS)
        return breaker, {"gate": "probe" if gate.probe else "open" if gate.until is None else {"until": gate.until}}
    said = answered_of(event["answered"]["answer"], Row(), now).said
    breaker = protocol.after_send(breaker, event["answered"]["order"], said, now, _SETTINGS)
    return breaker, {"breaker": _wire(breaker)}


def _differences(at: str, step: dict[str, Any], got: Got) -> list[Mismatch]:
    """Compare what a step lists: of a row and a breaker the listed fields, of everything else all."""
    wanted = {name: value for name, value in step.items() if name not in ("at", "event")}
    found = compare(f"{at}/refused", wanted.pop("refused", None), got.get("refused"))
    for part in ("row", "breaker"):
        found += compare_listed(f"{at}/{part}", wanted.pop(part, {}), got.get(part, {}))
    return found + compare_listed(at, wanted, got)


def _python(given: dict[str, Any]) -> dict[str, Any]:
    named = {_NAMES.get(name) or re.sub("[A-Z]", r"_\g<0>", name).lower(): value for name, value in given.items()}
    return {name: value if value is None else _TYPES.get(name, lambda x: x)(value) for name, value in named.items()}


def _wire(value: Row | Breaker | Command) -> dict[str, Any]:
    back = {python: wire for wire, python in _NAMES.items()}
    plain = json.loads(json.dumps(asdict(value)))
    return {back.get(name) or re.sub("_([a-z])", lambda x: x[1].upper(), name): x for name, x in plain.items()}
