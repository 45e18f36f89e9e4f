"""What a change should make of an order, and whether it did: the order is compared before and after it; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from xi.sdk.resellers import models
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, printable
from xi.sdk.resellers.ordering._gaps import refuse_gaps
from xi.sdk.resellers.ordering._shipping import status_of
from xi.sdk.resellers.outcomes import RejectedLine
from xi.sdk.resellers.statuses import Status

_VERBS: Final = ("ADD", "UPDATE", "DELETE")
_OFF: Final = (Status.CANCELED, Status.VOIDED)


class Act(StrEnum):
    """A kind of change."""

    MODIFY = "modify"
    RELEASE = "release"
    CANCEL = "cancel"


class Became(StrEnum):
    """What became of a change."""

    DONE = "done"
    """It was made; of a modify at least in part, see the rejected lines."""
    REFUSED = "refused"
    """Nothing was changed."""
    NOT_SENT = "not_sent"
    """It did not reach the server, or came when the quota was used up. Nothing was changed; it can be made again."""
    UNKNOWN = "unknown"
    """It was not answered, and the order does not show it, or cannot show it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an order, as far as changes are about it.

    Args:
        number: Ingram Micro's number of the line, without zeros before it.
        part: its part number, in upper case.
        quantity: its units.
    """

    number: str
    part: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Picture:
    """An order at one moment, as far as changes are about it.

    Args:
        status: its status.
        lines: its lines, without comments.
    """

    status: Status
    lines: tuple[Line, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it for the history."""
        return {
            "status": self.status.value,
            "lines": [[each.number, each.part, each.quantity] for each in self.lines],
        }

    @staticmethod
    def of_json(given: Mapping[str, Any]) -> Picture:
        """Return it from the history."""
        return Picture(Status(given["status"]), tuple(Line(*each) for each in given["lines"]))


def picture_of(details: models.OrderDetailB2B) -> Picture:
    """Return an order as changes see it.

    Args:
        details: the answer of the API.
    """
    lines = tuple(
        Line(_plain(each.ingram_order_line_number), (each.ingram_part_number or "").upper(), each.quantity_ordered or 0)
        for each in details.lines or ()
        if each.ingram_part_number
    )
    return Picture(status_of(details), lines)


def request_of(given: models.OrderModifyRequest | Mapping[str, Any]) -> models.OrderModifyRequest:
    """Return a request to modify an order as one of its own, checked as far as the desk can.

    Args:
        given: the request, or a dict of its members.

    Raises:
        ApiValueError: it changes nothing, or a line of it is not complete; it names the place.
        ApiTypeError: it is neither a request nor a dict.
    """
    if not isinstance(given, (models.OrderModifyRequest, Mapping)):  # pyright: ignore[reportUnnecessaryIsInstance] - callers err
        raise ApiTypeError(
            f"request should be an OrderModifyRequest, or a dict of its members, not {type(given).__name__}",
            argument="request",
        )
    refuse_gaps(given, "request")
    fault = None
    try:
        model = models.OrderModifyRequest
        request = model.from_json(
            (model.model_validate(dict(given)) if isinstance(given, Mapping) else given).to_json()
        )
    except ValueError as error:  # the base of what pydantic raises
        listed = getattr(error, "errors", None)
        faults: list[Any] = [] if listed is None else listed(include_url=False, include_input=False)
        texts = [f"{'/'.join(str(step) for step in each['loc'])}: {each['msg']}" for each in faults] or [str(error)]
        fault = printable("; ".join(texts))
        request = models.OrderModifyRequest()
    if fault is not None:  # outside the block above, since an error raised in it would keep the whole request
        raise ApiValueError(f"the request cannot be read: {fault}", argument="request")
    if not request.lines and request.notes is None and request.ship_to_info is None:
        raise ApiValueError("the request changes nothing; give it lines, notes or ship_to_info", argument="request")
    for index, line in enumerate(request.lines or ()):
        wrong = _fault_of(line)
        if wrong is not None:
            name, says = wrong
            raise ApiValueError(f"line {index + 1} {says}", argument="request", pointer=f"/lines/{index}/{name}")
    return request


def _fault_of(line: models.OrderModifyRequestLinesInner) -> tuple[str, str] | None:
    """Return which member of a line change is wrong, and how."""
    verb, quantity = _verb(line), line.quantity
    given = f"has the quantity {quantity}; it should be"
    faults = (
        (verb not in _VERBS, "addUpdateDeleteLine", f"has the verb {verb!r}; it should be ADD, UPDATE or DELETE"),
        (
            verb == "ADD" and not line.ingram_part_number,
            "ingramPartNumber",
            "is to be added and has no part number; add ingramPartNumber",
        ),
        (verb == "ADD" and (quantity or 0) < 1, "quantity", f"{given} a whole number of 1 or more"),
        (
            verb != "ADD" and not line.ingram_line_number,
            "ingramLineNumber",
            f"is to be changed by {verb} and has no line number; add ingramLineNumber",
        ),
        (
            verb == "UPDATE" and quantity is not None and quantity < 1,
            "quantity",
            f"{given} 1 or more, or the line be deleted",
        ),
    )
    return next(((name, says) for is_wrong, name, says in faults if is_wrong), None)


def adds(request: models.OrderModifyRequest | None) -> bool:
    """Return whether a change, made twice, would order more than made once."""
    return any(_verb(each) == "ADD" for each in (request.lines if request is not None else None) or ())


def beside_lines(request: models.OrderModifyRequest | None) -> str:
    """Return what a change is about beside lines, in words; an empty text if nothing.

    Args:
        request: the change.
    """
    if request is None:
        return ""
    parts = {"address": request.ship_to_info, "notes": request.notes}
    return " and the ".join(name for name, part in parts.items() if part is not None)


def has_moved(
    wanted: models.OrderModifyRequestShipToInfo, told: models.OrderModifyResponseShipToInfo | None
) -> bool | None:
    """Return whether an answer has the wanted address; None if it does not say.

    The server writes addresses in capitals, cuts them off, and fills up postal codes.

    Args:
        wanted: the address of the request.
        told: that of the answer.
    """
    names = ("address_line1", "city", "postal_code")
    pairs = [(_letters(getattr(wanted, name)), _letters(getattr(told, name, None))) for name in names]
    known = [(one, other) for one, other in pairs if one and other]
    return all(one.startswith(other) or other.startswith(one) for one, other in known) if known else None


def _letters(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))


def without_rejected(request: models.OrderModifyRequest, rejected: Sequence[RejectedLine]) -> models.OrderModifyRequest:
    """Return the part of a request that was accepted.

    Args:
        request: the request.
        rejected: the line changes that were refused.
    """
    left = list(request.lines or ())
    for each in rejected:
        at = next((index for index, line in enumerate(left) if _is_about(each, line)), None)
        if at is not None:
            del left[at]
    return models.OrderModifyRequest(lines=left)


def _is_about(rejected: RejectedLine, line: models.OrderModifyRequestLinesInner) -> bool:
    if _verb(line) == "ADD":
        is_part = (rejected.ingram_part_number or "").upper() == (line.ingram_part_number or "").upper()
        return not rejected.ingram_line_number and is_part
    return _plain(rejected.ingram_line_number) == _plain(line.ingram_line_number)


def expected(before: Picture, request: models.OrderModifyRequest) -> tuple[Line, ...]:
    """Return the lines that an order should have after a change.

    Args:
        before: the order before it.
        request: the change.
    """
    lines = list(before.lines)
    for change in request.lines or ():
        verb = _verb(change)
        if verb == "ADD":
            lines.append(Line("", (change.ingram_part_number or "").upper(), change.quantity or 0))
            continue
        number = _plain(change.ingram_line_number)
        at = next((index for index, each in enumerate(lines) if each.number == number), None)
        if at is None:
            continue
        if verb == "DELETE":
            del lines[at]
        elif change.quantity is not None:
            lines[at] = Line(number, lines[at].part, change.quantity)
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an order shows about a change that was not answered.

    Args:
        became: DONE if the order shows it, UNKNOWN if it cannot show it. None if it does not show it yet.
        says: the same in words.
        unmade: what beside the lines may not have been made; empty if nothing.
    """

    became: Became | None
    says: str
    unmade: str = ""


def judge(act: Act, request: models.OrderModifyRequest | None, before: Picture, now: Picture) -> Verdict:
    """Return what an order shows about a change that was not answered.

    Args:
        act: the kind of change.
        request: what was to be modified; None for the other kinds.
        before: the order before the change.
        now: the order now.
    """
    match act:
        case Act.CANCEL:
            return _judge_cancel(now)
        case Act.RELEASE:
            return _judge_release(before, now)
        case Act.MODIFY:
            return _judge_modify(request or models.OrderModifyRequest(), before, now)


def _judge_cancel(now: Picture) -> Verdict:
    is_off = now.status in _OFF
    return Verdict(Became.DONE if is_off else None, f"the order is {now.status.value}")


def _judge_release(before: Picture, now: Picture) -> Verdict:
    if now.status in _OFF:
        return Verdict(Became.REFUSED, f"the order is {now.status.value}, so it cannot be released")
    if now.status is Status.ON_HOLD:
        return Verdict(None, "the order is still on hold")
    if before.status is Status.ON_HOLD and now.status is not Status.UNKNOWN:
        return Verdict(Became.DONE, f"the order is {now.status.value}, and was on hold")
    return Verdict(Became.UNKNOWN, f"the order is {now.status.value}, and was not on hold before")


def _judge_modify(request: models.OrderModifyRequest, before: Picture, now: Picture) -> Verdict:
    was, is_now, wanted = (_content(each) for each in (before.lines, now.lines, expected(before, request)))
    if wanted == was:
        return Verdict(Became.UNKNOWN, "the change is not one of parts or units, so the lines do not show it")
    if is_now == wanted:
        unseen = beside_lines(request)
        unmade = f"the lines do not show whether it changed the {unseen}" if unseen else ""
        return Verdict(Became.DONE, "the order has the lines that were wanted", unmade)
    if is_now == was:
        return Verdict(None, "the order has the lines that it had before")
    return Verdict(Became.UNKNOWN, "the order has neither the lines that it had before nor those that were wanted")


def _content(lines: Sequence[Line]) -> Counter[tuple[str, int]]:
    """Return what is in lines, whatever their numbers: some servers give an updated line a new one."""
    return Counter((each.part, each.quantity) for each in lines)


def _verb(line: models.OrderModifyRequestLinesInner) -> str:
    return line.add_update_delete_line or ""


def _plain(number: str | None) -> str:
    return (number or "").strip().lstrip("0")


def request_of_json(raw: bytes | None) -> models.OrderModifyRequest | None:
    """Return a request from the history; None if it has none, or the ledger was redacted."""
    return None if raw is None else models.OrderModifyRequest.from_json(raw)
