"""How far an order is on its way: the statuses of its orders and lines, folded into one; pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from xi.sdk.resellers import models
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.shipments import shipments
from xi.sdk.resellers.statuses import Status, fold_status

_NOT_SENT: Final = frozenset({Status.CANCELED, Status.VOIDED, Status.REJECTED})
"""Statuses of what will never be shipped."""
_LEFT: Final = frozenset({Status.PARTIALLY_SHIPPED, Status.SHIPPED, Status.INVOICED, Status.DELIVERED, Status.CLOSED})
"""Statuses of what has left the warehouse, at least in part."""
_RISING: Final = (
    Status.ON_HOLD,
    Status.BACKORDERED,
    Status.OPEN,
    Status.PROCESSING,
    Status.PARTIALLY_SHIPPED,
    Status.SHIPPED,
    Status.INVOICED,
    Status.DELIVERED,
    Status.CLOSED,
)
"""From what needs attention first to what is done. Several orders together are as far as the one that is least far."""
_GOALS: Final = {
    Status.SHIPPED: frozenset({Status.SHIPPED, Status.INVOICED, Status.DELIVERED, Status.CLOSED}),
    Status.INVOICED: frozenset({Status.INVOICED, Status.DELIVERED, Status.CLOSED}),
    Status.DELIVERED: frozenset({Status.DELIVERED, Status.CLOSED}),
    Status.CANCELED: _NOT_SENT,
}
"""What one can wait for, and the statuses that reach it. What was delivered has been invoiced, or will be."""


def goal_of(until: Status | str) -> Status:
    """Return what is waited for.

    Args:
        until: shipped, delivered, invoiced or cancelled, in any spelling.

    Raises:
        ApiValueError: it is none of them.
    """
    status = until if isinstance(until, Status) else fold_status(until).status
    if status not in _GOALS:
        raise ApiValueError(
            f"until is {until!r}; it should be shipped, invoiced, delivered or cancelled", argument="until"
        )
    return status


def has_reached(status: Status | None, goal: Status) -> bool:
    """Return whether an order has reached what is waited for, or an end after which it never will.

    Args:
        status: the status of the order; None if it is not known.
        goal: what `goal_of` has returned.
    """
    return status is not None and (status in _GOALS[goal] or status.is_final)


def called_off(seen: str | None) -> str:
    """Return what is said of an order that was placed and will never be shipped; an empty text of any other.

    Args:
        seen: the status that was seen last, as the ledger has it.
    """
    return f"its order is {seen} at Ingram Micro" if seen in {each.value for each in _NOT_SENT} else ""


def status_of(details: models.OrderDetailB2B) -> Status:
    """Return the status of one order.

    The header alone does not tell that a part of the order was shipped, or that all of it was invoiced.

    Args:
        details: the answer of the API.
    """
    lines = [each for each in details.lines or () if each.ingram_part_number or each.vendor_part_number]
    from_lines = together(fold_status(each.line_status).status for each in lines)
    header = fold_status(details.order_status).status
    status = from_lines if header is Status.UNKNOWN else header
    if status.is_final or status in (Status.ON_HOLD, Status.INVOICED):
        return status
    sent = [each for each in shipments(details) if each.shipped_date]
    if status is Status.SHIPPED or from_lines is Status.SHIPPED:
        return Status.INVOICED if sent and all(each.invoice_number for each in sent) else Status.SHIPPED
    if sent or any(fold_status(each.line_status).status in _LEFT for each in lines):
        return Status.PARTIALLY_SHIPPED
    return status


def together(statuses: Iterable[Status]) -> Status:
    """Return the status of several orders, or lines, taken together.

    Args:
        statuses: theirs. What was cancelled counts only if nothing else is left; an unknown one counts never.
    """
    found = {each for each in statuses if each is not Status.UNKNOWN}
    live = found - _NOT_SENT
    if not live:
        return next(
            (each for each in (Status.CANCELED, Status.VOIDED, Status.REJECTED) if each in found), Status.UNKNOWN
        )
    if live & _LEFT and live - _LEFT:
        return Status.ON_HOLD if Status.ON_HOLD in live else Status.PARTIALLY_SHIPPED
    return min(live, key=_RISING.index)
