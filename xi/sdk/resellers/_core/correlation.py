"""Recognises the answer to another call by what it says of that call."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi.sdk.resellers._core.operation import Subject

_REMEMBERED = 1024
"""Calls; an answer that is older has long been given up."""


class RecentCalls:
    """What the calls that a client made lately were known by.

    An echoed correlation ID that merely differs proves nothing, since gateways put in their own, and neither does a
    purchase order that is spelt in another way. One that belongs to another call of the client proves that the answer
    does too.
    """

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}
        self._subjects: dict[str, None] = {}

    def remember(self, correlation_id: str | None, subject: Subject) -> None:
        """Take in that a call goes out.

        Args:
            correlation_id: that it goes out with.
            subject: what it is about.
        """
        if correlation_id is not None:
            _put_last(self._ids, correlation_id.lower())
        for each in subject:
            if each:
                _put_last(self._subjects, _folded(each))

    def is_another(self, echoed: str, mine: str) -> bool:
        """Tell whether an answer is known to belong to another call.

        Args:
            echoed: the correlation ID in the answer.
            mine: the correlation ID of the call it came for.
        """
        echoed = echoed.strip().lower()
        return echoed != mine.strip().lower() and echoed in self._ids

    def is_about_another(self, named: Subject, mine: Subject) -> bool:
        """Tell whether an answer is known to be about another call's order.

        Args:
            named: what the answer names.
            mine: what the call it came for is about.
        """
        for said, asked in zip(named, mine, strict=True):
            if said and asked and said != asked and _folded(asked) != _folded(said) in self._subjects:
                return True
        return False


def _put_last(known: dict[str, None], text: str) -> None:
    """Put a text last, and forget the first where there are too many."""
    known.pop(text, None)
    known[text] = None
    if len(known) > _REMEMBERED:
        with suppress(RuntimeError, StopIteration):  # another thread has just changed it, and seen to that
            known.pop(next(iter(known)), None)


def _folded(text: str) -> str:
    return text.strip().upper()
