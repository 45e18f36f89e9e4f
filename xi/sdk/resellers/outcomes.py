"""What went through of a create or a modify, told from its lines: the status code and the flags do not say."""

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
    """How much went through."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that did not go through."""

    code: str | None
    """EN for a SKU that is not known, EQ for a quantity of 0, EL for a line that is not there, EW for one that cannot
    be shipped; others occur."""
    reason: str | None
    """In the server's words."""
    ingram_part_number: str | None
    vendor_part_number: str | None
    customer_line_number: str | None
    """The reseller's own number of the line."""
    ingram_line_number: str | None
    """Ingram Micro's, where a modify rejected an existing line."""
    quantity: int | None
    """As it was asked for."""
    order_number: str | None
    """The order the answer names it under."""


def rejected_lines(answer: models.OrderCreateResponse | models.OrderModifyResponse | None) -> tuple[RejectedLine, ...]:
    """Return the lines that did not go through.

    Args:
        answer: to a create v6 or a modify; None, as a release is answered, has none.
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
    """Return whether all lines went through, some, or none.

    A create answered 207 may have placed every line or none, and a modify that failed on every line is answered 200:
    the lines count, not the status or `processedPartially`. A backordered line went through; a comment is a line of a
    modify, but none of a create. Where there are no lines either way, as after a change of the header alone, it is ALL
    for a modify, and for a create it is ALL where there is an order number and NONE where there is not.

    Args:
        answer: to a create v6 or a modify; None, as a release is answered, is ALL.
    """
    if answer is None:
        return Outcome.ALL
    rejected = len(rejected_lines(answer))
    if _is_create(answer):
        lines = [line for order in answer.orders or () for line in order.lines or ()]
        refused = sum(fold_status(line.line_status).status is Status.REJECTED for line in lines)
        taken = sum(bool(line.ingram_part_number or line.vendor_part_number) for line in lines) - refused
        rejected += refused
        stands = bool(order_numbers(answer))
    else:
        taken, stands = len(answer.lines or ()), True
    if rejected:
        return Outcome.SOME if taken > 0 else Outcome.NONE
    return Outcome.ALL if taken > 0 or stands else Outcome.NONE


def order_numbers(answer: models.OrderCreateResponse) -> tuple[str, ...]:
    """Return the numbers of the orders that a create made; one purchase order can become several."""
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
