"""Decides whether units of an invoice can be returned, and which of its lines they belong to."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.invoices.values import Invoice, InvoiceLine
from xi.sdk.resellers.sandbox.returns.reasons import reason_of
from xi.sdk.resellers.sandbox.returns.requests import NewReturn
from xi.sdk.resellers.sandbox.returns.values import ReturnCase, ReturnedLine
from xi.sdk.resellers.sandbox.wire.messages import FieldError


@dataclass(frozen=True, slots=True)
class Filed:
    """The cases of one create, and what is wrong with its other entries."""

    cases: Sequence[ReturnCase]
    errors: Sequence[FieldError]


def file_returns(
    entries: Sequence[NewReturn],
    invoice_of: Callable[[str], Invoice | None],
    cases_of: Callable[[Invoice], Sequence[ReturnCase]],
    now: datetime,
    new_number: Callable[[], str],
) -> Filed:
    """Return a case for each entry that can be returned.

    The units of each entry count for those after it, so one create cannot return a unit twice either.

    Args:
        entries: The entries of the create.
        invoice_of: Returns the customer's invoice with a number; None if there is none.
        cases_of: Returns the cases that were filed for an invoice.
        now: The time of the create.
        new_number: Returns an unused case number.
    """
    made: list[ReturnCase] = []
    errors: list[FieldError] = []
    for entry in entries:
        invoice = invoice_of(entry.invoice_number)
        if invoice is None:
            errors.append(_error(entry, "invoiceNumber", "There is no invoice with this number", entry.invoice_number))
            continue
        earlier = [*cases_of(invoice), *(each for each in made if each.invoice_number == invoice.display_number)]
        found = _lines_of(entry, invoice, [each for each in earlier if each.counts])
        if isinstance(found, FieldError):
            errors.append(found)
        else:
            made.append(_case(entry, invoice, found, now, new_number()))
    return Filed(made, errors)


def _error(entry: NewReturn, name: str, message: str, value: object) -> FieldError:
    return FieldError(message, entry.prefix + name, value)


def _lines_of(
    entry: NewReturn, invoice: Invoice, earlier: Collection[ReturnCase]
) -> tuple[ReturnedLine, ...] | FieldError:
    """Return the units of an entry by the invoice's lines, or why they cannot be returned."""
    if entry.invoice_day != invoice.day:
        message = f"The invoice has another date: {invoice.day.isoformat()}"
        return _error(entry, "invoiceDate", message, entry.invoice_day.isoformat())
    if entry.purchase_order and entry.purchase_order != invoice.order.customer_order_number:
        message = "The invoice is not for this purchase order"
        return _error(entry, "customerOrderNumber", message, entry.purchase_order)
    name = "ingramPartNumber" if entry.part_number else "vendorPartNumber"
    matching = [each for each in invoice.lines if _is_part(entry, each.part)]
    if not matching:
        return _error(entry, name, "The invoice does not bill this part", entry.part)
    billed = [each for each in matching if each.part.returnable]
    if not billed:
        return _error(entry, name, "This part cannot be returned", entry.part)
    if entry.serial_number:
        return _lines_of_serial(entry, billed, earlier)
    return _allotted(entry, billed, earlier)


def _is_part(entry: NewReturn, part: Part) -> bool:
    if entry.part_number and entry.part_number.upper() != part.number.upper():
        return False
    return not entry.vendor_number or entry.vendor_number.upper() == part.vendor_number.upper()


def _lines_of_serial(
    entry: NewReturn, billed: Sequence[InvoiceLine], earlier: Collection[ReturnCase]
) -> tuple[ReturnedLine, ...] | FieldError:
    wanted = entry.serial_number.upper()
    holding = [each for each in billed if wanted in {serial.upper() for serial in each.serial_numbers}]
    if not holding:
        message = "The invoice does not bill a unit of this part with this serial number"
        return _error(entry, "serialNumber", message, entry.serial_number)
    if entry.units != 1:
        message = "quantity must be 1 where a serial number names the unit"
        return _error(entry, "quantity", message, entry.units)
    if any(each.serial_number.upper() == wanted for each in earlier):
        message = "This unit was returned before"
        return _error(entry, "serialNumber", message, entry.serial_number)
    return _allotted(entry, holding, earlier)


def _allotted(
    entry: NewReturn, billed: Sequence[InvoiceLine], earlier: Collection[ReturnCase]
) -> tuple[ReturnedLine, ...] | FieldError:
    """Return the units, taken from the lines in their sequence; more than are left is an error."""
    returned = {
        each.line.number: sum(one.quantity for case in earlier for one in case.lines if one.line == each.line.number)
        for each in billed
    }
    left = {each.line.number: each.quantity - returned[each.line.number] for each in billed}
    if entry.units > sum(left.values()):
        total, before = sum(each.quantity for each in billed), sum(returned.values())
        message = f"The invoice bills {total}, of which {before} were returned before: {total - before} can be returned"
        return _error(entry, "quantity", message, entry.units)
    waiting = entry.units
    found: list[ReturnedLine] = []
    for each in billed:
        units = min(waiting, left[each.line.number])
        waiting -= units
        if units:
            found.append(_returned(each, units))
    return tuple(found)


def _returned(billed: InvoiceLine, units: int) -> ReturnedLine:
    return ReturnedLine(
        line=billed.line.number,
        part_number=billed.part.number,
        vendor_number=billed.part.vendor_number,
        description=billed.part.description,
        upc=billed.part.upc,
        quantity=units,
        unit_price=billed.line.unit_price,
        warehouse=billed.line.warehouse,
    )


def _case(
    entry: NewReturn, invoice: Invoice, lines: tuple[ReturnedLine, ...], now: datetime, number: str
) -> ReturnCase:
    reason, is_claim = reason_of(entry.primary_reason, entry.secondary_reason)
    return ReturnCase(
        number=number,
        customer=invoice.order.customer,
        country=invoice.order.country,
        order_number=invoice.order.number,
        customer_order_number=invoice.order.customer_order_number,
        invoice_number=invoice.display_number,
        invoice_day=invoice.day,
        lines=lines,
        created_at=now,
        modified_at=now,
        reason=reason,
        is_claim=is_claim,
        reference=entry.reference,
        primary_reason=entry.primary_reason,
        secondary_reason=entry.secondary_reason,
        notes=entry.notes,
        serial_number=entry.serial_number,
        boxes=entry.boxes,
        bill_to_id=entry.bill_to_id,
        ship_from=entry.ship_from,
    )
