"""Find out which lines of a create or modify were accepted; the status and the flags of the answer do not show it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers import models
from xi.sdk.resellers.statuses import Status, fold_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import TypeIs

    Rejected = (
        models.OrderCreateResponseOrdersInnerRejectedLineItemsInner | models.OrderModifyResponseRejectedLineItemsInner
    )


_REJECTION: Final = re.compile(r"/rejectedLineItems(/\d+)?")
"""The place of rejections that cannot be read, in an order or in the answer to a modify."""
_UNREADABLE: Final = re.compile(r"/orders/\d+|(/orders/\d+)?/(lines|rejectedLineItems)(/\d+)?")
"""The places of values in an answer that cannot be read, without which nobody knows whether all was accepted."""


class Outcome(Enum):
    """How many lines were accepted."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that was rejected."""

    code: str | None
    """EN: unknown SKU. EQ: a quantity of 0. EL: the line does not exist. EW: the line cannot be shipped. There are
    other codes too."""
    reason: str | None
    """The server's text."""
    ingram_part_number: str | None
    vendor_part_number: str | None
    customer_line_number: str | None
    """The reseller's line number."""
    ingram_line_number: str | None
    """Ingram Micro's line number, if a modify rejected an existing line."""
    quantity: int | None
    """The requested quantity."""
    order_number: str | None
    """Ingram Micro's number of the order under which the answer lists the line."""


def rejected_lines(answer: models.OrderCreateResponse | models.OrderModifyResponse | None) -> tuple[RejectedLine, ...]:
    """Return the rejected lines. Of one that cannot be read, the `reason` is what came, as JSON.

    Args:
        answer: the answer to a create v6 or a modify. None, the answer to a release, has no rejected lines.
    """
    return () if answer is None else tuple(_rejections(answer))


def _rejections(answer: models.OrderCreateResponse | models.OrderModifyResponse) -> Iterator[RejectedLine]:
    if not _is_create(answer):
        for each in answer.rejected_line_items or ():
            yield _rejected(each, answer.ingram_order_number, each.customer_line_number, each.ingram_line_number)
        yield from _unreadable_rejections(answer)
        return
    for order in answer.orders or ():
        for item in order.rejected_line_items or ():
            yield _rejected(item, order.ingram_order_number, item.customer_linenumber, None)
        yield from _unreadable_rejections(order)


def outcome(answer: models.OrderCreateResponse | models.OrderModifyResponse | None) -> Outcome:
    """Return whether all lines were accepted, or some, or none.

    The lines decide, not the status or `processedPartially`: a create with status 207 may have placed every line or
    none, and a modify that failed on every line has status 200. A backordered line was accepted. A comment counts as a
    line in a modify, but not in a create. If the answer has no lines at all (after a change of the header only, for
    example), a modify gives ALL; a create gives ALL with an order number, and NONE without. If a line or a rejection of
    an order cannot be read, it gives SOME: `unparsed` of the answer has what came. So it does if an order counts lines
    with an error and names none.

    Args:
        answer: the answer to a create v6 or a modify. None, the answer to a release, gives ALL.
    """
    if answer is None:
        return Outcome.ALL
    rejected = len(rejected_lines(answer))
    if _is_create(answer):
        lines = [line for order in answer.orders or () for line in order.lines or ()]
        rejected_here = sum(fold_status(line.line_status).status is Status.REJECTED for line in lines)
        accepted = sum(bool(line.ingram_part_number or line.vendor_part_number) for line in lines) - rejected_here
        rejected += rejected_here
        exists = bool(order_numbers(answer))
        if exists and not rejected and any((each.number_of_lines_with_error or 0) > 0 for each in answer.orders or ()):
            return Outcome.SOME
    else:
        accepted, exists = len(answer.lines or ()), True
    if exists and any(map(_UNREADABLE.fullmatch, _unparsed(answer))):
        return Outcome.SOME
    if rejected:
        return Outcome.SOME if accepted > 0 else Outcome.NONE
    return Outcome.ALL if accepted > 0 or exists else Outcome.NONE


def order_numbers(answer: models.OrderCreateResponse) -> tuple[str, ...]:
    """Return the numbers of the orders that a create placed. One purchase order can become several orders."""
    return tuple(order.ingram_order_number for order in answer.orders or () if order.ingram_order_number)


def _is_create(answer: models.OrderCreateResponse | models.OrderModifyResponse) -> TypeIs[models.OrderCreateResponse]:
    return "orders" in type(answer).model_fields


def _unparsed(
    part: models.OrderCreateResponseOrdersInner | models.OrderModifyResponse | models.OrderCreateResponse,
) -> dict[str, Any]:
    """Return what cannot be read, by its place with the names of the contract."""
    from xi.sdk.resellers.models._unparsed import declared_places  # noqa: PLC0415 - pydantic, loaded with the answer

    return declared_places(part)


def _unreadable_rejections(
    part: models.OrderCreateResponseOrdersInner | models.OrderModifyResponse,
) -> Iterator[RejectedLine]:
    for place, raw in _unparsed(part).items():
        if _REJECTION.fullmatch(place):
            reason = raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False, default=str)
            yield RejectedLine(
                code=None,
                reason=reason,
                ingram_part_number=None,
                vendor_part_number=None,
                customer_line_number=None,
                ingram_line_number=None,
                quantity=None,
                order_number=part.ingram_order_number,
            )


def _rejected(each: Rejected, order: str | None, customer_line: str | None, ingram_line: str | None) -> RejectedLine:
    return RejectedLine(
        code=each.reject_code,
        reason=None if each.reject_reason is None else " ".join(each.reject_reason.split()),
        ingram_part_number=each.ingram_part_number,
        vendor_part_number=each.vendor_part_number,
        customer_line_number=customer_line,
        ingram_line_number=ingram_line,
        quantity=each.quantity_ordered,
        order_number=order,
    )
