"""What happens to an order, from the words of a vector."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from adapters.ends import KINDS

from xi.sdk.resellers import exceptions
from xi.sdk.resellers.exceptions import ApiException, ErrorDetail, FieldError
from xi.sdk.resellers.ordering import _protocol as protocol
from xi.sdk.resellers.ordering._evidence import reply_of_error
from xi.sdk.resellers.ordering._protocol import Answered, Gate, Looked, Row, Said, Seen

_SAID = {"all": Said.PLACED, "some": Said.PARTLY, "none": Said.EMPTY}
_GATES = {"open": Gate(), "probe": Gate(probe=True)}
_BY_PERSONS = {
    "not-placed": protocol.ResolvedNotPlaced,
    "resend": protocol.ResendPermitted,
    "abandon": protocol.Abandoned,
    "recheck": protocol.LookWanted,
}
_CLASSES = {kind: getattr(exceptions, name) for name, kind in KINDS.items()}


def event_of(given: dict[str, Any], row: Row, now: float) -> protocol.Event:
    """Return the event of a step; an unknown word is an error."""
    event: protocol.Event
    match given:
        case {"take": {"gate": gate}}:
            event = protocol.Take(_gate(gate))
        case {"answer": answer}:
            event = answered_of(answer, row, now)
        case {"leaseOver": True}:
            event = protocol.LeaseOver()
        case {"looked": seen, **more}:
            numbers, gate = tuple(more.get("numbers", ())), _gate(more.get("gate", "open"))
            event = Looked(Seen(seen), numbers, more.get("began"), gate)
        case {"webhook": told}:
            event = protocol.Hinted(protocol.Told(told))
        case {"searched": {"works": works, "refusedBefore": keys}}:
            event = protocol.set_up_refused(tuple(keys), "this order", row, works=works)[1]
        case {"person": {"placed": numbers}}:
            event = protocol.ResolvedPlaced(tuple(numbers))
        case _:
            event = _BY_PERSONS[given["person"]]()
    return event


def answered_of(given: dict[str, Any], row: Row, now: float) -> Answered:
    """Return what an answer to a send says."""
    late = given.get("late", False)
    match given:
        case {"numbers": numbers, "lines": lines}:
            return Answered(_SAID[lines], tuple(numbers), late=late)
        case {"confirmation": number}:
            return Answered(Said.ACCEPTED, confirmation=number, late=late)
    reply = reply_of_error(row.kind, _error_of(given["error"]))
    again_at = None if reply.again_in is None else now + reply.again_in
    return replace(reply.answered, again_at=again_at, late=late)


def _gate(given: Any) -> Gate:
    return Gate(until=given["until"]) if isinstance(given, dict) else _GATES[given]


def _error_of(given: dict[str, Any]) -> ApiException:
    errors = [
        ErrorDetail(**{**each, "fields": tuple(FieldError(**field) for field in each["fields"])})
        for each in given.get("errors", ())
    ]
    error: ApiException = _CLASSES[given["kind"]](
        given.get("status", 0), errors=errors, may_have_been_acted_on=given["mayHaveBeenActedOn"]
    )
    if "retryAfter" in given:
        error.retry_after = given["retryAfter"]  # type: ignore[attr-defined]
    return error
