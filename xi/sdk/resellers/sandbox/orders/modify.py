"""Changes an order on customer hold: which changes are accepted or refused, and the status of the answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.lines import LinePrices, refusal
from xi.sdk.resellers.sandbox.orders.requests import LINE_LIMIT, LineChange, OrderChange
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Rejection, comment_texts, normalised
from xi.sdk.resellers.sandbox.wire.json import whole
from xi.sdk.resellers.sandbox.wire.messages import FieldError

BAD_ADDRESS: Final = "The ship-to address is not valid; send it again with complete and correct details"
NO_LINE_NUMBER: Final = "000"
"""The customer line number in the answer for a line without one."""
_WHY: Final = {
    "EN": "ERROR-PART-NOT-FOUND",
    "EQ": "ERROR-INVALID-QTY",
    "EA": "SKU-NOT-AUTHORIZED",
    "EW": "BR-CANT-SHIP",
}
_REASONS: Final = {code: f"Line {{}} was not added: {why}" for code, why in _WHY.items()} | {"EQ": _WHY["EQ"]}


class _RefusedError(Exception):
    """A line change that cannot be made."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that a modify changed; the answer has only these.

    Args:
        line: The line after the change, or before it if it was deleted.
        deleted: Whether it was deleted.
    """

    line: Line
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Modified:
    """The result of a modify that was not refused as a whole.

    Args:
        order: The order after the change.
        status: 200, 201 or 207.
        changed_lines: The lines that changed.
        rejected: The line changes that were refused.
        ship_to: The new address, if one was accepted.
        notes: The header notes as sent, if any.
        description: What else was wrong.
    """

    order: Order
    status: int
    changed_lines: tuple[ChangedLine, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    ship_to: dict[str, str] | None = None
    notes: str = ""
    description: str = ""


class _Editor:
    """Applies line changes one after another, so that each change sees the result of the earlier ones."""

    def __init__(
        self,
        order: Order,
        catalogue: Catalogue,
        stock: Stock,
        prices: LinePrices,
        *,
        comments: bool,
        renumber: bool,
    ) -> None:
        self.order = order
        self.catalogue = catalogue
        self.stock = stock
        self.prices = prices
        self.comments = comments
        self.renumber = renumber

    def apply(self, change: LineChange) -> ChangedLine:
        """Make one change.

        Raises:
            _RefusedError: It cannot be made.
        """
        if change.action == "ADD":
            return self._add(change)
        line = self._line(change)
        if change.action == "DELETE":
            if line.part is not None and line.by_deal:
                self.prices.free(line.part, line.quantity, line.special_bid)
            self._keep(item for item in self.order.lines if item is not line)
            return ChangedLine(line, deleted=True)
        return self._update(line, change)

    def comment(self, note: str, index: int) -> ChangedLine:
        """Append a comment line."""
        return self._append(Line(self.order.next_line_number, str(index), note=note))

    def _add(self, change: LineChange) -> ChangedLine:
        if len(self.order.lines) >= LINE_LIMIT:
            raise _RefusedError("EL", f"ERROR-TOO-MANY-LINES: {LINE_LIMIT} AT MOST")
        part = self.catalogue.find(change.part_number)
        customer_line = change.customer_line or NO_LINE_NUMBER
        code = self._refusal(part, change.units)
        if part is None or change.units is None or code:
            raise _RefusedError(code, _REASONS[code].format(customer_line))
        if self.order.impulse and part.kind.order_type != self.order.order_type:
            # A create makes an order of its own for each type, which a modify cannot.
            raise _RefusedError("EW", f"Line {customer_line} was not added: ERROR-OTHER-ORDER-TYPE")
        bid = self.order.special_bid
        agreed = self.prices.price(part, change.units, bid, None)
        warehouse = self.stock.choose(part, change.units)
        return self._append(
            Line(
                number=self.order.next_line_number,
                customer_line=customer_line,
                part=part,
                quantity=change.units,
                unit_price=agreed.price,
                warehouse=warehouse,
                distribution=self._distribution(warehouse),
                special_bid=bid,
                by_deal=agreed.by_deal,
                note=change.note.upper(),
            )
        )

    def _update(self, line: Line, change: LineChange) -> ChangedLine:
        sent = change.note.upper()
        # With comments as lines, a missing note removes the note; otherwise the note stays.
        note = sent if sent or (self.comments and line.part is not None) else line.note
        updated = replace(line if line.part is None else self._with_units(line, line.part, change.units), note=note)
        if self.renumber:
            updated = replace(updated, number=self.order.next_line_number, customer_line=NO_LINE_NUMBER)
        self._keep(updated if item is line else item for item in self.order.lines)
        return ChangedLine(updated)

    def _with_units(self, line: Line, part: Part, units: int | None) -> Line:
        """Return a line with another quantity, at the price that a create would give it now."""
        if units is None:
            raise _RefusedError("EQ", _REASONS["EQ"])
        if units > line.quantity:
            code = self._refusal(self.catalogue.find(part.number) or part, units, line)
            if code:
                raise _RefusedError(code, f"Line {line.number:03} was not changed: {_WHY[code]}")
        if units == line.quantity:
            return line
        if line.by_deal:
            self.prices.free(part, line.quantity, line.special_bid)
        agreed = self.prices.price(part, units, line.special_bid, line.wish)
        return replace(line, quantity=units, unit_price=agreed.price, by_deal=agreed.by_deal)

    def _refusal(self, part: Part | None, units: int | None, changed: Line | None = None) -> str:
        """Return the code for which a line is refused, beside the other lines of the order."""
        trial = self.stock
        warehouse = changed.warehouse if changed is not None else ""
        if part is not None and not (self.order.may_backorder and part.accepts_back_orders):
            # An order on hold has reserved nothing.
            trial = self.stock.copy()
            for other, known in self.order.parts:
                if other is not changed and known.number == part.number:
                    trial.take(part, other.quantity, other.warehouse)
        return refusal(part, units, warehouse, trial, may_backorder=self.order.may_backorder)

    def _line(self, change: LineChange) -> Line:
        number = whole(change.ingram_line)
        part_number = change.part_number.upper()
        for line in self.order.lines:
            own = line.part.number if line.part is not None else ""
            if line.number == number and part_number in {"", own}:
                return line
        raise _RefusedError("EL", "ERROR-LINE-NOT-FOUND")

    def _distribution(self, warehouse: str) -> int:
        known = {line.warehouse: line.distribution for line, _ in self.order.parts}
        return known.get(warehouse, max(known.values(), default=0) + 1)

    def _append(self, line: Line) -> ChangedLine:
        self._keep([*self.order.lines, line])
        return ChangedLine(line)

    def _keep(self, lines: Iterable[Line]) -> None:
        self.order = replace(self.order, lines=tuple(lines))


def modify(
    order: Order,
    change: OrderChange,
    catalogue: Catalogue,
    stock: Stock,
    *,
    renumber: bool = False,
    prices: LinePrices,
) -> Modified | list[FieldError]:
    """Return the result of a modify of an order on hold, or errors if it is refused as a whole.

    Args:
        order: The order before the change.
        change: The requested changes.
        catalogue: The parts that can be added.
        stock: Decides the warehouse of new lines; nothing is reserved while the order is on hold.
        renumber: Whether an updated line gets a new number.
        prices: Tells the prices.
    """
    editor = _Editor(order, catalogue, stock, prices, comments=change.comments_as_lines, renumber=renumber)
    changed_lines: list[ChangedLine] = []
    rejected: list[Rejection] = []
    for each in change.lines:
        try:
            changed_lines.append(editor.apply(each))
        except _RefusedError as refusal:
            rejected.append(_rejection(each, refusal, catalogue.find(each.part_number)))
    texts = comment_texts(change.notes, wrap=change.comments_as_lines)
    comments = [editor.comment(note, index) for index, note in enumerate(texts, start=1)]
    if change.bad_address and not changed_lines and not comments:
        return [FieldError(BAD_ADDRESS, "shipToAddress")]
    changed = editor.order
    ship_to: dict[str, str] | None = None
    if change.ship_to and not change.bad_address:
        ship_to = {**changed.ship_to, **normalised(change.ship_to)}
        changed = replace(changed, ship_to=ship_to)
    grew = bool(comments or ship_to) or any(not item.deleted for item in changed_lines)
    return Modified(
        order=changed,
        # A refused line, even the only one, still makes a 200: callers must read rejectedLineItems.
        status=207 if change.bad_address else 201 if grew and not rejected else 200,
        changed_lines=(*changed_lines, *comments),
        rejected=tuple(rejected),
        ship_to=ship_to,
        notes=change.notes if not change.comments_as_lines else "",
        description=BAD_ADDRESS if change.bad_address else "",
    )


def _rejection(change: LineChange, refusal: _RefusedError, part: Part | None) -> Rejection:
    return Rejection(
        code=refusal.code,
        reason=refusal.reason,
        customer_line=change.customer_line,
        ingram_line=change.ingram_line,
        part_number=change.part_number,
        vendor_number=part.vendor_number if part is not None else "",
        quantity=change.units_sent,
    )
