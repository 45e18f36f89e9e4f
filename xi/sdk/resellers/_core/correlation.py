"""Knows the answer to another call by the correlation ID that it echoes."""

from __future__ import annotations

from collections import deque

_REMEMBERED = 1024
"""Calls; an answer that is older has long been given up."""


class RecentCalls:
    """The correlation IDs of the calls that a client made lately.

    An echoed ID that merely differs proves nothing, since gateways put in their own. One that belongs to another call
    of the client proves that the answer does too. Threads share it: a deque adds, and is copied, in one step.
    """

    def __init__(self) -> None:
        self._ids: deque[str] = deque(maxlen=_REMEMBERED)

    def note(self, correlation_id: str) -> None:
        """Take in that a call goes out."""
        self._ids.append(correlation_id.lower())

    def is_another(self, echoed: str, mine: str) -> bool:
        """Tell whether an answer is known to belong to another call.

        Args:
            echoed: the correlation ID in the answer.
            mine: the correlation ID of the call it came for.
        """
        echoed = echoed.strip().lower()
        return echoed != mine.strip().lower() and echoed in tuple(self._ids)
