"""What the history of an order keeps of webhooks; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._evidence import is_number
from xi.sdk.resellers.ordering._findings import base_number

KIND: Final = "webhook"
_MOST: Final = 10
"""How many numbers are read in a look. A webhook is not signed, and must not use up the quota."""


def detail_of(tells: str, event_id: str, numbers: Sequence[str]) -> dict[str, Any]:
    """Return what is kept of an event.

    Args:
        tells: what it tells.
        event_id: its ID.
        numbers: the order numbers that it names.
    """
    return {"tells": tells, "event_id": event_id, "numbers": list(numbers)}


def numbers_told(history: Sequence[Note]) -> list[str]:
    """Return the numbers of orders that webhooks have named, those of the newest first.

    Of an event all numbers are returned or none: some of them are not the whole order. What stands for no number, such
    as `null` or `0`, is none.

    Args:
        history: the events of the order.
    """
    told: list[str] = []
    for each in reversed(history):
        numbers = each.detail.get("numbers", ()) if each.kind == KIND else ()
        new = [
            number for number in dict.fromkeys(map(base_number, numbers)) if is_number(number) and number not in told
        ]
        told += new if len(told) + len(new) <= _MOST else []
    return told
