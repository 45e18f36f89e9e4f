"""What can be done with an order from this side of the counter, and when."""

from collections.abc import Callable
from typing import Final

from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

MOVES: Final[dict[str, Callable[[Sandbox, str], Order]]] = {
    "ship": lambda sandbox, number: sandbox.ship(number),
    "ship-partially": lambda sandbox, number: sandbox.ship(number, partially=True),
    "restock": lambda sandbox, number: sandbox.restock(number),
    "invoice": lambda sandbox, number: sandbox.invoice(number),
    "deliver": lambda sandbox, number: sandbox.deliver(number),
    "hold": lambda sandbox, number: sandbox.hold(number),
    "release": lambda sandbox, number: sandbox.release(number),
    "void": lambda sandbox, number: sandbox.void(number),
}
"""Every move by its name, in the order an order usually meets them."""


def move(sandbox: Sandbox, number: str, name: str) -> Order:
    """Make a move.

    Args:
        sandbox: Where the order is.
        number: The order.
        name: One of MOVES.

    Raises:
        KeyError: There is no such order.
        ValueError: There is no such move, or the order is in no state for it.
    """
    if name not in MOVES:
        raise ValueError(f"{name!r} is no move; there are {', '.join(MOVES)}")
    return MOVES[name](sandbox, number)


def possible(order: Order) -> list[str]:
    """Return the moves that would change an order as it is."""
    if order.cancelled_at is not None:
        return []
    if order.held:
        return ["release", "void"]
    waiting = sum(line.confirmed - order.shipped_per_line.get(line.number, 0) for line, _ in order.parts)
    can = {
        "ship": waiting > 0,
        "ship-partially": waiting > 1,
        "restock": any(line.backordered for line, _ in order.parts),
        "invoice": any(shipment.invoiced_on is None for shipment in order.shipments),
        "deliver": any(shipment.delivered_on is None for shipment in order.shipments),
        "hold": not order.shipments,
        "void": not order.shipments,
    }
    return [name for name in MOVES if can.get(name)]
