"""Status: what the many spellings of an order's, a sub-order's or a line's status mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Status(Enum):
    """What became of an order, a sub-order or a line."""

    OPEN = "open"
    PROCESSING = "processing"
    ON_HOLD = "on hold"
    BACKORDERED = "backordered"
    PARTIALLY_SHIPPED = "partially shipped"
    SHIPPED = "shipped"
    INVOICED = "invoiced"
    DELIVERED = "delivered"
    CLOSED = "closed"
    CANCELED = "canceled"
    VOIDED = "voided"
    """Never released within the day that customer hold lasts."""
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    """A text not met before, or none; read `FoldedStatus.text`."""

    @property
    def is_final(self) -> bool:
        """Whether nothing more is to come; an invoice does not keep goods from arriving."""
        return self in (Status.DELIVERED, Status.CLOSED, Status.CANCELED, Status.VOIDED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class FoldedStatus:
    """A status, and the text it was told by."""

    status: Status
    text: str | None

    def __str__(self) -> str:
        """Return the text as it came, else the status."""
        return self.text or self.status.value


_OTHER_WORDS = {
    "inprogress": Status.PROCESSING,
    "inprocess": Status.PROCESSING,
    "hold": Status.ON_HOLD,
    "saleshold": Status.ON_HOLD,
    "customerhold": Status.ON_HOLD,
    "imonlinehold": Status.ON_HOLD,
    "backorder": Status.BACKORDERED,
    "edelivered": Status.DELIVERED,
    "cancelled": Status.CANCELED,
    "void": Status.VOIDED,
}
_MEANT = {each.value.replace(" ", ""): each for each in Status} | _OTHER_WORDS
_NOISE = re.compile(r"[^a-z]+")


def fold_status(text: str | None) -> FoldedStatus:
    """Return what a status text means, and the text.

    Args:
        text: as any answer or event has it: `im::backordered`, `Backordered`, `ON HOLD`, `IM::SALES_HOLD`,
            `E-DELIVERED`, `CANCELLED`, and the `im::order_shipped` of events. What is not known is UNKNOWN, never an
            error.
    """
    word = (text or "").strip().lower()
    word = _NOISE.sub("", word.removeprefix("im::").removeprefix("order_"))
    return FoldedStatus(_MEANT.get(word, Status.UNKNOWN), text)
