"""Find out which lines of a create or modify were accepted; the status and the flags of the answer do not show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from xi.sdk.resellers import models
from xi.sdk.resellers.statuses import Status, fold_status

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    Rejected = (
        models.OrderCreateResponseOrdersInnerRejectedLineItemsInner | models.OrderModifyResponseRejectedLineItemsInner
    )


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
    """Return the rejected lines.

    Args:
        answer: the answer to a create v6 or a modify. None, the answer to a release, has no rejected lines.
    """
    if answer is None:
        return ()
    if _is_create(answer):
        return tuple(
            _rejected(each, order.ingram_order_number, each.customer_linenumber, None)
            for order in answer.orders or ()
            for each in order.rejected_line_items or ()
        )
    return tuple(
        _rejected(each, answer.ingram_order_number, each.customer_line_number, each.ingram_line_number)
        for each in answer.rejected_line_items or ()
    )


def outcome(answer: models.OrderCreateResponse | models.OrderModifyResponse | None) -> Outcome:
    """Return whether all lines were accepted, or some, or none.

    The lines decide, not the status or `processedPartially`: a create with status 207 may have placed every line or
    none, and a modify that failed on every line has status 200. A backordered line was accepted. A comment counts as a
    line in a modify, but not in a create. If the answer has no lines at all (after a change of the header only, for
    example), a modify gives ALL; a create gives ALL with an order number, and NONE without.

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
    else:
        accepted, exists = len(answer.lines or ()), True
    if rejected:
        return Outcome.SOME if accepted > 0 else Outcome.NONE
    return Outcome.ALL if accepted > 0 or exists else Outcome.NONE


def order_numbers(answer: models.OrderCreateResponse) -> tuple[str, ...]:
    """Return the numbers of the orders that a create placed. One purchase order can become several orders."""
    return tuple(order.ingram_order_number for order in answer.orders or () if order.ingram_order_number)


def _is_create(answer: models.OrderCreateResponse | models.OrderModifyResponse) -> TypeIs[models.OrderCreateResponse]:
    return "orders" in type(answer).model_fields


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
