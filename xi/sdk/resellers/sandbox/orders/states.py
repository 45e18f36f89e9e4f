"""The states an order goes through, which moves lead from one to the next, and what a move does to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from zlib import crc32

from xi.sdk.resellers.sandbox.orders.values import SERIAL_LIMIT, Order, Shipment


class State(StrEnum):
    """Where an order stands, which decides what can be done with it."""

    ON_HOLD = "on hold"
    OPEN = "open"
    """Accepted, and nothing has shipped."""
    PARTLY_SHIPPED = "partly shipped"
    """Something has shipped, and more of what is in stock has not."""
    SHIPPED = "shipped"
    """All that was in stock has shipped; back-ordered units may still arrive."""
    DELIVERED = "delivered"
    CANCELED = "canceled"
    """By its customer, or voided."""


class Move(StrEnum):
    """What can be done with an order, in the order it usually happens."""

    SHIP = "ship"
    SHIP_PARTIALLY = "ship-partially"
    RESTOCK = "restock"
    """The units that an order waits for arrive."""
    INVOICE = "invoice"
    DELIVER = "deliver"
    HOLD = "hold"
    RELEASE = "release"
    VOID = "void"
    MODIFY = "modify"
    CANCEL = "cancel"

    @property
    def done(self) -> str:
        """The kind of event that it is noted as: `shipped`, say."""
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
"""The moves that a warehouse, a vendor or sales makes; the others are the customer's."""

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
"""Which moves an order can make in a state, and where they lead; a move that is not here is refused."""


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
    """Return whether an order is in a state for a move."""
    return (state_of(order), move) in TRANSITIONS


def require(order: Order, move: Move) -> None:
    """Let a move go on where the order is in a state for it.

    Raises:
        ValueError: It is not; the message says why.
    """
    if fits(order, move):
        return
    if move in _CHANGES and state_of(order) not in (State.ON_HOLD, State.CANCELED):
        raise ValueError(f"order {order.number} has nothing to be {move.done}")
    raise ValueError(f"order {order.number} is {order.status.lower()} and cannot be {move.done}")


def possible(order: Order) -> list[Move]:
    """Return the moves that would change an order as it is, of MOVES."""
    nothing_to_do = {
        Move.SHIP: _in_stock(order) < 1,
        Move.SHIP_PARTIALLY: _in_stock(order) < 2,  # noqa: PLR2004 - one unit has no parts
        Move.RESTOCK: not any(line.backordered for line, _ in order.parts),
        Move.INVOICE: all(each.invoiced_on for each in order.shipments),
        Move.DELIVER: all(each.delivered_on for each in order.shipments),
    }
    return [move for move in MOVES if fits(order, move) and not nothing_to_do.get(move)]


def moved(order: Order, move: Move, on: date) -> Order:
    """Return the order after a move that takes nothing from stock and gives nothing back."""
    return _CHANGES[move](order, on)


def filled(order: Order) -> Order:
    """Return the order as if all its back-ordered units had arrived."""
    return replace(order, lines=tuple(replace(line, confirmed=line.quantity) for line in order.lines))


def shipped(order: Order, on: date, *, partially: bool = False) -> Order:
    """Return the order with its confirmed units shipped, or about half of them.

    Tracking and serial numbers follow from the order number, so that the same order always ships the same.
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
    """Return the order with everything shipped so far invoiced, one invoice per sub-order."""
    numbers = {line.number: (order.sub_order(line) or order.number).replace("-", "") for line in order.lines}

    def bill(shipment: Shipment) -> Shipment:
        if shipment.invoiced_on is not None:
            return shipment
        return replace(shipment, invoice_number=numbers[shipment.line], invoiced_on=on)

    return replace(order, shipments=tuple(bill(each) for each in order.shipments))


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
    """How many units have stock and have not shipped."""
    return sum(line.confirmed - order.shipped_per_line.get(line.number, 0) for line, _ in order.parts)
