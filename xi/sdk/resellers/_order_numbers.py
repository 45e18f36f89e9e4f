"""The numbers of orders and of their sub-orders."""

from __future__ import annotations

import re
from typing import Final

_SUB_ORDER: Final = re.compile(r"([0-9A-Z]{2}-[0-9A-Z]{5})-[0-9A-Z]{2}")


def order_of(number: str) -> str:
    """Return the number of an order from its own or that of one of its sub-orders: `20-RD128` for `20-RD128-11`.

    Args:
        number: the number, in upper case and without blanks around it.
    """
    found = _SUB_ORDER.fullmatch(number)
    return found[1] if found else number
