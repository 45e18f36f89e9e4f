"""What an order turns on or off by its attributes, checked as the desk does before it files the order. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from xi.sdk.resellers.ordering._filing import DUPLICATE, PARTIAL, switch_of
from xi.sdk.resellers.ordering.files._fields import ATTRIBUTES
from xi.sdk.resellers.ordering.files._refusals import CellFault


class SwitchFault(NamedTuple):
    """An attribute that the desk would refuse.

    Args:
        name: its name, as the order has it.
        place: its place in the list, from 0.
        value: its value, as the order has it.
        fault: what is wrong with it.
    """

    name: str
    place: int
    value: str
    fault: CellFault


def switch_faults(order: Mapping[str, Any], *, may_reuse: bool) -> Iterator[SwitchFault]:
    """Yield what is wrong with the attributes of an order that turn something on or off.

    Args:
        order: the order.
        may_reuse: whether it may turn the server's check for duplicates off.
    """
    listed = order.get(ATTRIBUTES)
    if not listed:
        return
    pairs = [(str(each.get("attributeName") or ""), str(each.get("attributeValue") or "")) for each in listed]
    for name in (DUPLICATE, PARTIAL):
        found = switch_of([(given.strip(), value.strip()) for given, value in pairs], name)
        if found.fault:
            fault = CellFault("bad-attribute", "should be true or false, and be there once", "true or false")
        elif name == DUPLICATE and found.says and not may_reuse:
            fault = CellFault(
                "duplicates-allowed",
                "turns off the server's check for duplicates",
                "leave it out; if the PO is used again on purpose: --reuse WHY",
            )
        else:
            continue
        given, value = pairs[found.place]
        yield SwitchFault(given, found.place, value, fault)
