"""What is written in the history about changes of an order, and what is read from it; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from xi.sdk.resellers import models
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import ApiException, NotSentException, TooManyRequestsException, printable
from xi.sdk.resellers.ordering._change_checks import (
    Act,
    Became,
    Line,
    Picture,
    adds,
    beside_lines,
    expected,
    has_moved,
    request_of_json,
    without_rejected,
)
from xi.sdk.resellers.ordering._entries import Entry, Note
from xi.sdk.resellers.ordering._findings import Part
from xi.sdk.resellers.outcomes import Outcome, RejectedLine, outcome, rejected_lines

KIND: Final = "change"
_SENDING: Final = "sending"
_MIXED: Final = 207


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A change that a person wants.

    Args:
        act: the kind of change.
        request: what is to be modified; None for the other kinds.
        region_code: the region, which the API's own sandbox needs.
        again: whether it may be sent although one that is unknown adds lines: a person has looked, and answers for it.
        by: who wants it.
        because: why.
        wait: how long to look for a change that is not answered, in seconds.
    """

    act: Act
    request: models.OrderModifyRequest | None = None
    region_code: str | None = None
    again: bool = False
    by: str | None = None
    because: str | None = None
    wait: float = 600.0

    @property
    def body(self) -> bytes | None:
        """What is sent."""
        return None if self.request is None else self.request.to_json_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A change that was sent, and of which it is not known what became of it.

    Args:
        asked: the change.
        number: the order number.
        before: the order before it.
        at: when it was sent, in seconds since 1970.
        until: the end of the lease of its sender, in seconds since 1970.
        is_told: whether the history says already that it is unknown.
        correlation_id: the ID of its request.
        is_overtaken: whether another change has changed the lines since, so that they do not show this one.
    """

    asked: Asked
    number: str
    before: Picture
    at: float
    until: float
    is_told: bool
    correlation_id: str | None
    is_overtaken: bool = False

    @property
    def name(self) -> str:
        """What it is called in words."""
        by = f" by {self.asked.by}" if self.asked.by else ""
        return f"the {self.asked.act.value} of {datetime.fromtimestamp(self.at, UTC):%Y-%m-%dT%H:%M:%SZ}{by}"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a change.

    Args:
        became: done, refused, not sent, or unknown.
        says: why, in one line.
        status: the HTTP status of the answer.
        raw: the body of the answer as it came.
        rejected: the line changes that were refused.
        units: by how many units of each part it has changed the order.
        unmade: what beside the lines was not made, or may not have been; empty if nothing.
    """

    became: Became
    says: str
    status: int | None = None
    raw: bytes | None = None
    rejected: tuple[RejectedLine, ...] = ()
    units: Mapping[str, int] = field(default_factory=dict[str, int])
    unmade: str = ""


def pendings_of(history: Sequence[Note], number: str) -> list[Pending]:
    """Return every change of an order that is not known to be over, the oldest first.

    A change that a person has permitted again takes the place of those before it that may add lines, unless nothing of
    it was made.

    Args:
        history: the history of the entry.
        number: the order number.
    """
    found: list[Pending] = []
    replaced: dict[str | None, list[Pending]] = {}
    for note in history:
        detail = note.detail
        if note.kind != KIND or detail.get("number") != number:
            continue
        if detail["step"] == _SENDING:
            if detail.get("again"):
                replaced[note.correlation_id] = [each for each in found if may_add(each.asked)]
                found = [each for each in found if not may_add(each.asked)]
            found.append(_pending_from(note, number))
            continue
        # Another change may have been sent before it was known what became of this one.
        at = next((i for i, each in enumerate(found) if each.correlation_id == note.correlation_id), None)
        if at is None:
            continue
        if detail["step"] == Became.UNKNOWN:
            found[at] = replace(found[at], is_told=True)
            continue
        del found[at]
        if detail["step"] != Became.DONE:
            found = replaced.get(note.correlation_id, []) + found
        elif detail["units"]:
            found = [replace(each, is_overtaken=True) for each in found]
    return found


def _pending_from(note: Note, number: str) -> Pending:
    detail = note.detail
    asked = Asked(act=Act(detail["change"]), request=request_of_json(note.raw), by=note.by, because=note.because)
    return Pending(
        asked=asked,
        number=number,
        before=Picture.of_json(detail["before"]),
        at=note.at,
        until=detail["lease"],
        is_told=False,
        correlation_id=note.correlation_id,
    )


def may_add(asked: Asked) -> bool:
    """Return whether a change, made twice, may order more than made once; one that was redacted may."""
    return asked.act is Act.MODIFY and (asked.request is None or adds(asked.request))


# -- what an answer says


def result_of_answer(asked: Asked, before: Picture, answer: ApiResponse[Any]) -> Result | None:
    """Return what a success says; None if it says nothing.

    Args:
        asked: the change.
        before: the order before it.
        answer: the answer, of the `_with_http_info` form.
    """
    act, status, raw = asked.act, answer.status_code, answer.raw_data
    if act is not Act.MODIFY:
        return Result(Became.DONE, f"{status}: {act.value} accepted", status, raw)
    if not isinstance(answer.data, models.OrderModifyResponse):
        return None  # a success that says nothing
    rejected = rejected_lines(answer.data)
    refused = outcome(answer.data) is Outcome.NONE and (status == _MIXED or not _shows_more(asked, answer.data))
    unmade = "" if refused else _unmade(asked, status, answer.data)
    says = [f"{status}: {'nothing was changed' if refused else 'changed'}"]
    if unmade:
        says.append(unmade)
    elif answer.data.change_description:
        says.append(answer.data.change_description)
    says += [f"rejected: {each.ingram_part_number or each.ingram_line_number} ({each.reason})" for each in rejected]
    became = Became.REFUSED if refused else Became.DONE
    accepted = without_rejected(asked.request or models.OrderModifyRequest(), rejected)
    units = units_changed(before.lines, expected(before, accepted))
    return Result(became, printable("; ".join(says)), status, raw, rejected, units, printable(unmade))


def _shows_more(asked: Asked, answer: models.OrderModifyResponse) -> bool:
    """Return whether an answer has the new address or notes: they are changed even where every line is rejected."""
    request = asked.request
    if request is None:
        return False
    has_address = request.ship_to_info is not None and has_moved(request.ship_to_info, answer.ship_to_info) is True
    return has_address or (request.notes is not None and request.notes.strip() == (answer.notes or "").strip())


def _unmade(asked: Asked, status: int, answer: models.OrderModifyResponse) -> str:
    """Return what beside the lines was perhaps not changed: 207 says so of an address (OrdersApi, put_ordermodify)."""
    wanted = beside_lines(asked.request)
    address = None if asked.request is None else asked.request.ship_to_info
    if address is not None and has_moved(address, answer.ship_to_info) is False:
        return "the answer has another address than the new one"
    if status != _MIXED or not wanted:
        return ""
    about = f": {answer.change_description}" if answer.change_description else ""
    return f"the {wanted} may not have been changed{about}"


def result_of_error(error: ApiException) -> Result | None:
    """Return what an error says; None if the change may have been made."""
    raw = None if error.body is None else error.body.encode("utf-8", "replace")
    says = printable(str(error))
    if error.may_have_been_acted_on:
        return None
    if isinstance(error, (NotSentException, TooManyRequestsException)):
        return Result(Became.NOT_SENT, says, error.status or None, raw)
    return Result(Became.REFUSED, says, error.status, raw)


# -- notes


def intent_note(entry: Entry, number: str, asked: Asked, before: Picture, *, by: str, at: float, lease: float) -> Note:
    """Return the event of an intent.

    Args:
        entry: the entry, with the correlation ID of the request.
        number: the order number.
        asked: the change.
        before: the order before it.
        by: who wants it.
        at: when, in seconds since 1970.
        lease: until when its sender has it to itself.
    """
    return Note(
        at=at,
        kind=KIND,
        state=entry.row.state.value,
        by=by,
        because=asked.because,
        correlation_id=entry.correlation_id,
        says=f"{asked.act.value} of order {number}",
        detail={
            "change": asked.act.value,
            "number": number,
            "step": _SENDING,
            "lease": lease,
            "before": before.to_json(),
            **({"again": True} if asked.again else {}),
        },
        raw=asked.body,
    )


def result_note(entry: Entry, number: str, asked: Asked, result: Result, *, at: float) -> Note:
    """Return the event of a result.

    Args:
        entry: the entry, with the correlation ID of the request.
        number: the order number.
        asked: the change.
        result: what became of it.
        at: when, in seconds since 1970.
    """
    return Note(
        at=at,
        kind=KIND,
        state=entry.row.state.value,
        correlation_id=entry.correlation_id,
        status=result.status,
        says=f"{asked.act.value} of order {number}: {result.says}",
        detail={
            "change": asked.act.value,
            "number": number,
            "step": result.became.value,
            "rejected": [asdict(each) for each in result.rejected],
            "units": dict(result.units),
            **({"unmade": result.unmade} if result.unmade else {}),
        },
        raw=result.raw,
    )


def units_after(units: Mapping[Part, int], history: Sequence[Note]) -> Mapping[Part, int]:
    """Return the units of each part that an order has after the changes that were made.

    Args:
        units: what was ordered.
        history: the history of the entry.
    """
    after = dict(units)
    for note in history:
        if note.kind != KIND or note.detail["step"] != Became.DONE:
            continue
        for number, count in note.detail["units"].items():
            part = next((each for each in after if each.ingram == number), Part(ingram=number))
            after[part] = after.get(part, 0) + count
    return {part: count for part, count in after.items() if count > 0}


def units_changed(before: Sequence[Line], after: Sequence[Line]) -> Mapping[str, int]:
    """Return by how many units of each part two states of an order differ."""
    units: Counter[str] = Counter()
    for sign, lines in ((1, after), (-1, before)):
        for line in lines:
            units[line.part] += sign * line.quantity
    return {part: count for part, count in units.items() if count}
