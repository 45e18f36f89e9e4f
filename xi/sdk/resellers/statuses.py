"""Read the status of an order, a sub-order or a line. The server spells each status in several ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Status(Enum):
    """The status of an order, a sub-order or a line."""

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
    """Not released before the end of customer hold, which lasts one day."""
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    """An unknown text, or no text: see `FoldedStatus.text`."""

    @property
    def is_final(self) -> bool:
        """Whether no further status follows. INVOICED is not final, since goods can arrive after the invoice."""
        return self in (Status.DELIVERED, Status.CLOSED, Status.CANCELED, Status.VOIDED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class FoldedStatus:
    """A status with its original text."""

    status: Status
    text: str | None

    def __str__(self) -> str:
        """Return the original text; the status if there is none."""
        return self.text or self.status.value


_OTHER_SPELLINGS = {
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
_STATUSES = {each.value.replace(" ", ""): each for each in Status} | _OTHER_SPELLINGS
_NOT_LETTERS = re.compile(r"[^a-z]+")


def fold_status(text: str | None) -> FoldedStatus:
    """Return the status that a text stands for, with the text.

    Args:
        text: a status from an answer, such as `im::backordered`, `Backordered`, `ON HOLD`, `IM::SALES_HOLD`,
            `E-DELIVERED` or `CANCELLED`, or the type of an event, such as `im::order_shipped`. Any other text gives
            UNKNOWN and no error.
    """
    word = (text or "").strip().lower()
    word = _NOT_LETTERS.sub("", word.removeprefix("im::").removeprefix("order_"))
    return FoldedStatus(_STATUSES.get(word, Status.UNKNOWN), text)
