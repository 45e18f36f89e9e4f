"""Recognises a response that belongs to another call."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from xi.sdk.resellers._order_numbers import order_of

if TYPE_CHECKING:
    from xi.sdk.resellers._core.operation import Subject

_REMEMBERED = 1024
"""Number of calls; a response to an older call is no longer expected."""


class RecentCalls:
    """The correlation IDs and the orders of a client's last calls.

    A response with a different correlation ID proves nothing, since gateways set their own; neither does a purchase
    order number in another spelling. But an ID or a number of another call of this client proves that the response
    belongs to that call.
    """

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}
        self._subjects: dict[str, None] = {}

    def remember(self, correlation_id: str | None, subject: Subject) -> None:
        """Remember a call that is about to be sent.

        Args:
            correlation_id: the correlation ID of the call.
            subject: the order that the call is about.
        """
        if correlation_id is not None:
            _put_last(self._ids, correlation_id.lower())
        for each in _folded(subject):
            if each:
                _put_last(self._subjects, each)

    def is_another(self, echoed: str, mine: str) -> bool:
        """Return whether a response belongs to another call, by its correlation ID.

        Args:
            echoed: the correlation ID in the response.
            mine: the correlation ID of the call that received it.
        """
        echoed = echoed.strip().lower()
        return echoed != mine.strip().lower() and echoed in self._ids

    def is_about_another(self, named: Subject, mine: Subject) -> bool:
        """Return whether a response is about the order of another call.

        Args:
            named: the order that the response names.
            mine: the order of the call that received it.
        """
        if named == mine or not any(named):
            return False
        pairs = zip(_folded(named), _folded(mine), strict=True)
        return any(said and asked and asked != said in self._subjects for said, asked in pairs)


def _put_last(known: dict[str, None], text: str) -> None:
    """Put a text at the end, and remove the first one if there are too many."""
    known.pop(text, None)
    known[text] = None
    if len(known) > _REMEMBERED:
        with suppress(
            RuntimeError, StopIteration
        ):  # another thread has just changed the dict, and removed the first itself
            known.pop(next(iter(known)), None)


def _folded(subject: Subject) -> tuple[str, str]:
    """Return the purchase order number and the order number as they are compared, without blanks and in upper case.

    Details can be asked for by the number of a sub-order, and name the order; order numbers exist with dashes and
    without. In a purchase order number both mean what its reseller wants.
    """
    po, number = ((each or "").strip().upper() for each in subject)
    return po, order_of(number).replace("-", "")
