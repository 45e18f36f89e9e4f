"""Cases of returns as values, their states, and the moves between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class CaseState(StrEnum):
    """The states of a case, as the search filters name them."""

    OPEN = "Open"
    APPROVED = "Approved"
    PARTIALLY_APPROVED = "Partially Approved"
    DENIED = "Denied"
    VOIDED = "Voided"


class CaseMove(StrEnum):
    """What the distributor can do with a case; the API has no call for any of it."""

    APPROVE = "approve"
    """All units, or those that are still left."""
    PART = "part"
    """Approve some of the units only."""
    DENY = "deny"
    VOID = "void"

    @property
    def done(self) -> str:
        """What has been done after it, for messages and events."""
        return _DONE[self]


_DONE: Final = {
    CaseMove.APPROVE: "approved",
    CaseMove.PART: "partly approved",
    CaseMove.DENY: "denied",
    CaseMove.VOID: "voided",
}
CASE_TRANSITIONS: Final[Mapping[tuple[CaseState, CaseMove], CaseState]] = MappingProxyType(
    {
        (CaseState.OPEN, CaseMove.APPROVE): CaseState.APPROVED,
        (CaseState.OPEN, CaseMove.PART): CaseState.PARTIALLY_APPROVED,
        (CaseState.OPEN, CaseMove.DENY): CaseState.DENIED,
        (CaseState.OPEN, CaseMove.VOID): CaseState.VOIDED,
        (CaseState.PARTIALLY_APPROVED, CaseMove.APPROVE): CaseState.APPROVED,
    }
)
"""The allowed moves in each state, and the states that they lead to; any other move is refused."""


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """Units of one line of an invoice that a case returns.

    Args:
        line: The number of the order line.
        part_number: The Ingram part number.
        vendor_number: The vendor's part number.
        description: What it is.
        upc: Its bar code; empty for none.
        quantity: The units that are returned.
        unit_price: The price that was billed for one of them.
        warehouse: The warehouse that it was shipped from.
        approved: How many of the units are approved.
    """

    line: int
    part_number: str
    vendor_number: str
    description: str
    upc: str
    quantity: int
    unit_price: Decimal
    warehouse: str
    approved: int = 0


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """One case: what a reseller asked to return of one invoice, and what became of it.

    Args:
        number: The case number, such as `CAS-12345-A1B2C3-1`.
        customer: The customer number.
        country: The country code.
        order_number: The order that was invoiced.
        customer_order_number: The PO of the order.
        invoice_number: The invoice's number with its dashes.
        invoice_day: The date of the invoice.
        lines: What is returned.
        created_at: When it was filed.
        modified_at: When it changed last.
        reason: The distributor's code and text for the reason.
        is_claim: Whether it is a claim, with which nothing need come back; else it is a return.
        reference: The reseller's own reference.
        state: What has become of it.
        claim_id: The number of the claim, from the time units are approved.
        primary_reason: The reason as the reseller gave it.
        secondary_reason: The reason in more detail, as given.
        notes: The reseller's notes.
        serial_number: The unit that is returned, if the reseller named one.
        boxes: The number of boxes.
        bill_to_id: The ID of the address to credit.
        ship_from: Where the units are.
    """

    number: str
    customer: str
    country: str
    order_number: str
    customer_order_number: str
    invoice_number: str
    invoice_day: date
    lines: tuple[ReturnedLine, ...]
    created_at: datetime
    modified_at: datetime
    reason: str
    is_claim: bool
    reference: str = ""
    state: CaseState = CaseState.OPEN
    claim_id: str = ""
    primary_reason: str = ""
    secondary_reason: str = ""
    notes: str = ""
    serial_number: str = ""
    boxes: int = 1
    bill_to_id: str = "000"
    ship_from: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def quantity(self) -> int:
        """All units of the case."""
        return sum(each.quantity for each in self.lines)

    @property
    def approved(self) -> int:
        """The units that are approved."""
        return sum(each.approved for each in self.lines)

    @property
    def value(self) -> Decimal:
        """What was billed for the units."""
        return sum((each.unit_price * each.quantity for each in self.lines), Decimal(0))

    @property
    def credit(self) -> Decimal | None:
        """What is credited: the price of the approved units; None while none is."""
        if not self.approved:
            return None
        return sum((each.unit_price * each.approved for each in self.lines), Decimal(0))

    @property
    def counts(self) -> bool:
        """Whether its units are returned, or may be: those of a case that was denied or voided are not."""
        return self.state not in (CaseState.DENIED, CaseState.VOIDED)

    @property
    def kind(self) -> str:
        """Claim or Return."""
        return "Claim" if self.is_claim else "Return"


def possible_moves(case: ReturnCase) -> list[CaseMove]:
    """Return the moves that the state of a case allows."""
    return [
        move
        for move in CaseMove
        if (case.state, move) in CASE_TRANSITIONS and (move is not CaseMove.PART or case.quantity > 1)
    ]


def moved_case(case: ReturnCase, move: CaseMove, now: datetime, units: int | None = None) -> ReturnCase:
    """Return the case after a move.

    Args:
        case: The case.
        move: The move.
        now: When it is made.
        units: How many units a part is: 1 or more, and fewer than all; None for half of them. Only for `PART`.

    Raises:
        ValueError: The state does not allow the move, or the number of units is not possible.
    """
    after = CASE_TRANSITIONS.get((case.state, move))
    if after is None:
        raise ValueError(f"return {case.number} is {case.state.lower()} and cannot be {move.done}")
    if units is not None and move is not CaseMove.PART:
        raise ValueError(f"units is {units}; only the move {CaseMove.PART} takes a number of units")
    if move is CaseMove.APPROVE:
        lines = tuple(replace(each, approved=each.quantity) for each in case.lines)
    elif move is CaseMove.PART:
        lines = _approved(case, case.quantity // 2 if units is None else units)
    else:
        lines = case.lines
    return replace(case, state=after, lines=lines, modified_at=now)


def _approved(case: ReturnCase, units: int) -> tuple[ReturnedLine, ...]:
    if case.quantity == 1:
        raise ValueError(f"return {case.number} has one unit, which cannot be approved in part")
    if not 0 < units < case.quantity:
        raise ValueError(f"units is {units}; it should be 1 to {case.quantity - 1}, a part of {case.quantity}")
    lines: list[ReturnedLine] = []
    for each in case.lines:
        approved = min(units, each.quantity)
        units -= approved
        lines.append(replace(each, approved=approved))
    return tuple(lines)
