"""The states of an order, the moves between them, and what each move changes."""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import count as count_from
from types import MappingProxyType
from typing import Final
from zlib import crc32

from xi.sdk.resellers.sandbox.orders.values import SERIAL_LIMIT, Order, Shipment


class State(StrEnum):
    """The state of an order; it decides which moves are allowed."""

    ON_HOLD = "on hold"
    OPEN = "open"
    """Accepted; no unit has shipped."""
    PARTLY_SHIPPED = "partly shipped"
    """Some units have shipped; other units that are in stock have not."""
    SHIPPED = "shipped"
    """All units in stock have shipped; back-ordered units may still arrive."""
    DELIVERED = "delivered"
    CANCELED = "canceled"
    """Cancelled by its customer, or voided."""


class Move(StrEnum):
    """What can be done with an order, in the usual sequence."""

    SHIP = "ship"
    SHIP_PARTIALLY = "ship-partially"
    RESTOCK = "restock"
    """The back-ordered units arrive."""
    INVOICE = "invoice"
    DELIVER = "deliver"
    HOLD = "hold"
    RELEASE = "release"
    VOID = "void"
    MODIFY = "modify"
    CANCEL = "cancel"

    @property
    def done(self) -> str:
        """The kind of its event, for example `shipped`."""
        return _DONE[self]


_DONE: Final = {
    Move.SHIP: "shipped",
    Move.SHIP_PARTIALLY: "shipped",
    Move.RESTOCK: "restocked",
    Move.INVOICE: "invoiced",
    Move.DELIVER: "delivered",
    Move.HOLD: "held",
    Move.RELEASE: "released",
    Move.VOID: "voided",
    Move.MODIFY: "modified",
    Move.CANCEL: "cancelled",
}

MOVES: Final = tuple(move for move in Move if move not in (Move.MODIFY, Move.CANCEL))
"""The moves of a warehouse, a vendor or sales; the others are those of the customer."""

TRANSITIONS: Final[Mapping[tuple[State, Move], State]] = MappingProxyType(
    {
        (State.ON_HOLD, Move.MODIFY): State.ON_HOLD,
        (State.ON_HOLD, Move.RELEASE): State.OPEN,
        (State.ON_HOLD, Move.CANCEL): State.CANCELED,
        (State.ON_HOLD, Move.VOID): State.CANCELED,
        (State.OPEN, Move.SHIP): State.SHIPPED,
        (State.OPEN, Move.SHIP_PARTIALLY): State.PARTLY_SHIPPED,
        (State.OPEN, Move.RESTOCK): State.OPEN,
        (State.OPEN, Move.HOLD): State.ON_HOLD,
        (State.OPEN, Move.VOID): State.CANCELED,
        (State.PARTLY_SHIPPED, Move.SHIP): State.SHIPPED,
        (State.PARTLY_SHIPPED, Move.SHIP_PARTIALLY): State.PARTLY_SHIPPED,
        (State.PARTLY_SHIPPED, Move.RESTOCK): State.PARTLY_SHIPPED,
        (State.PARTLY_SHIPPED, Move.INVOICE): State.PARTLY_SHIPPED,
        (State.PARTLY_SHIPPED, Move.DELIVER): State.PARTLY_SHIPPED,
        (State.SHIPPED, Move.RESTOCK): State.PARTLY_SHIPPED,
        (State.SHIPPED, Move.INVOICE): State.SHIPPED,
        (State.SHIPPED, Move.DELIVER): State.DELIVERED,
        (State.DELIVERED, Move.RESTOCK): State.PARTLY_SHIPPED,
        (State.DELIVERED, Move.INVOICE): State.DELIVERED,
    }
)
"""The allowed moves in each state, and the states that they lead to; any other move is refused."""


def state_of(order: Order) -> State:
    """Return the state that an order is in."""
    if order.cancelled_at is not None:
        return State.CANCELED
    if order.held:
        return State.ON_HOLD
    if not order.shipments:
        return State.OPEN
    if _in_stock(order):
        return State.PARTLY_SHIPPED
    return State.DELIVERED if all(each.delivered_on for each in order.shipments) else State.SHIPPED


def fits(order: Order, move: Move) -> bool:
    """Return whether the state of an order allows a move."""
    return (state_of(order), move) in TRANSITIONS


def require(order: Order, move: Move) -> None:
    """Check that the state of an order allows a move.

    Raises:
        ValueError: It does not; the message says why.
    """
    if move is Move.RELEASE and order.held and not order.parts:
        raise ValueError(f"order {order.number} has no lines and cannot be {move.done}")
    if fits(order, move):
        return
    if move in _CHANGES and state_of(order) not in (State.ON_HOLD, State.CANCELED):
        raise ValueError(f"order {order.number} has nothing to be {move.done}")
    raise ValueError(f"order {order.number} is {order.status.lower()} and cannot be {move.done}")


def possible(order: Order) -> list[Move]:
    """Return those of MOVES that would change an order now."""
    nothing_to_do = {
        Move.SHIP: _in_stock(order) < 1,
        Move.SHIP_PARTIALLY: _in_stock(order) < 2,  # noqa: PLR2004 - one unit has no parts
        Move.RESTOCK: not any(line.backordered for line, _ in order.parts),
        Move.INVOICE: all(each.invoiced_on for each in order.shipments),
        Move.DELIVER: all(each.delivered_on for each in order.shipments),
        Move.RELEASE: not order.parts,
    }
    return [move for move in MOVES if fits(order, move) and not nothing_to_do.get(move)]


def moved(order: Order, move: Move, on: date) -> Order:
    """Return the order after a move that does not change the stock."""
    return _CHANGES[move](order, on)


def filled(order: Order) -> Order:
    """Return the order as if all its back-ordered units had arrived."""
    return replace(order, lines=tuple(replace(line, confirmed=line.quantity) for line in order.lines))


def shipped(order: Order, on: date, *, partially: bool = False) -> Order:
    """Return the order with its confirmed units shipped, or about half of them.

    Tracking and serial numbers are computed from the order number, so that they are the same in each run.
    """
    waiting = {line.number: line.confirmed - order.shipped_per_line.get(line.number, 0) for line, _ in order.parts}
    # The last line with units rounds down, so that "partially" never sends everything.
    last = next((number for number in reversed(waiting) if waiting[number]), 0)
    added: list[Shipment] = []
    for line, part in order.parts:
        units = waiting[line.number]
        if partially:
            units = (units + (line.number != last)) // 2
        if units < 1:
            continue
        before = order.shipped_per_line.get(line.number, 0)
        plain = order.number.replace("-", "")
        serials = [f"SN{plain}{line.number:03}{before + unit + 1:05}" for unit in range(min(units, SERIAL_LIMIT))]
        digits = crc32(f"{order.number}/{line.distribution}/{on.isoformat()}".encode())
        added.append(
            Shipment(
                line=line.number,
                quantity=units,
                shipped_on=on,
                tracking_number="" if part.virtual else f"1Z{plain}{digits:010}",
                serial_numbers=() if part.virtual else tuple(serials),
            )
        )
    return replace(order, shipments=(*order.shipments, *added))


def invoiced(order: Order, on: date) -> Order:
    """Return the order with everything shipped so far invoiced, one invoice per sub-order.

    The first invoice of a sub-order has its number, without dashes. What ships later gets an invoice of its own.
    """
    numbers = {line.number: (order.sub_order(line) or order.number).replace("-", "") for line in order.lines}
    billed = {each.invoice_number for each in order.shipments if each.invoice_number}
    # No other invoice and no other sub-order may have a claim to a number.
    taken = billed | set(numbers.values())
    new: dict[str, str] = {}
    for number in dict.fromkeys(numbers[each.line] for each in order.shipments if each.invoiced_on is None):
        new[number] = _next_number(order, number, taken) if number in billed else number
        taken.add(new[number])

    def bill(shipment: Shipment) -> Shipment:
        if shipment.invoiced_on is not None:
            return shipment
        return replace(shipment, invoice_number=new[numbers[shipment.line]], invoiced_on=on)

    return replace(order, shipments=tuple(bill(each) for each in order.shipments))


def _next_number(order: Order, number: str, taken: Container[str]) -> str:
    """Return the number of a later invoice of the sub-order that has this number."""
    # The last digit of an Impulse sub-order counts on; a number of SAP gets one more.
    head = number[:-1] if order.impulse else number
    return next(each for each in (f"{head}{count}" for count in count_from(2)) if each not in taken)


def delivered(order: Order, on: date) -> Order:
    """Return the order with everything shipped so far delivered."""
    shipments = (each if each.delivered_on else replace(each, delivered_on=on) for each in order.shipments)
    return replace(order, shipments=tuple(shipments))


_CHANGES: Final[Mapping[Move, Callable[[Order, date], Order]]] = {
    Move.SHIP: shipped,
    Move.SHIP_PARTIALLY: lambda order, on: shipped(order, on, partially=True),
    Move.RESTOCK: lambda order, _: filled(order),
    Move.INVOICE: invoiced,
    Move.DELIVER: delivered,
}


def _in_stock(order: Order) -> int:
    """Return how many units are in stock and have not shipped."""
    return sum(line.confirmed - order.shipped_per_line.get(line.number, 0) for line, _ in order.parts)
