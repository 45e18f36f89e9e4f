"""Adds the parts of an invoice up, and compares them with what it states; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from xi.sdk.resellers._exact import added, difference, times
from xi.sdk.resellers.invoice_matching._values import (
    ChargeKind,
    Finding,
    Invoice,
    InvoiceLine,
    MatchedInvoice,
    Reason,
)

_ZERO: Final = Decimal(0)
_HALF: Final = Decimal("0.5")
_CENTS: Final = 2
_MOST_ROUNDED: Final = Decimal("0.02")
"""The part of a price that rounding is believed to have changed, at most."""
_OPEN: Final = "OPEN"


def matched_invoice(invoice: Invoice, tolerance: Decimal = _ZERO) -> tuple[MatchedInvoice, list[Finding]]:
    """Return what the parts of an invoice add up to, and what does not match.

    Args:
        invoice: the invoice.
        tolerance: how far a total may be from the sum, in the currency of the invoice.
    """
    currencies = _currencies(invoice)
    currency = next(iter(currencies)) if len(currencies) == 1 else None
    is_addable = invoice.is_read and len(currencies) <= 1
    tax, freight = _tax(invoice), _freight(invoice)
    matched = MatchedInvoice(
        invoice=invoice,
        currency=currency,
        lines=_sum(each.amount for each in invoice.lines) if is_addable else None,
        tax=tax if is_addable else None,
        freight=freight if is_addable else None,
        other_charges=_charged(invoice, ChargeKind.OTHER) if is_addable else None,
        total=_stated(invoice),
        difference=None,
    )
    if matched.sum is not None and matched.total is not None:
        matched = replace(matched, difference=difference(matched.total, matched.sum))
    findings = list(_findings(matched, currencies, tolerance)) if invoice.is_read else []
    return matched, findings


def _currencies(invoice: Invoice) -> list[str]:
    stated = (invoice.currency, *(each.currency for each in invoice.lines))
    return list(dict.fromkeys(each for each in stated if each))


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return the exact sum of amounts; None if one is missing."""
    known: list[Decimal] = []
    for each in amounts:
        if each is None:
            return None
        known.append(each)
    return added(known)


def _charged(invoice: Invoice, kind: ChargeKind) -> Decimal | None:
    return _sum(each.amount for each in invoice.charges if each.kind is kind)


def _places(invoice: Invoice) -> tuple[list[Decimal], list[Decimal]]:
    """Return the taxes, and the freights, that different places of an invoice state, the most believable first."""
    by_line = added(each.tax for each in invoice.lines if each.tax is not None)
    has_tax = any(each.kind is ChargeKind.TAX for each in invoice.charges)
    has_freight = any(each.kind is ChargeKind.FREIGHT for each in invoice.charges)
    taxes = ([_charged(invoice, ChargeKind.TAX)] if has_tax else []) + [invoice.tax, by_line]
    freights = ([_charged(invoice, ChargeKind.FREIGHT)] if has_freight else []) + [invoice.freight]
    # A total of 0 beside a charge means that it is stated there, and not that there is none.
    return [each for each in taxes if each], [each for each in freights if each]


def _tax(invoice: Invoice) -> Decimal | None:
    if any(each.kind is ChargeKind.TAX and each.amount is None for each in invoice.charges):
        return None
    return next(iter(_places(invoice)[0]), _ZERO)


def _freight(invoice: Invoice) -> Decimal | None:
    if any(each.kind is ChargeKind.FREIGHT and each.amount is None for each in invoice.charges):
        return None
    return next(iter(_places(invoice)[1]), _ZERO)


def _stated(invoice: Invoice) -> Decimal | None:
    """Return the total of an invoice.

    What is due is the total of an invoice that is not paid; of another one it may be what is left.
    """
    if invoice.total is not None:
        return invoice.total
    is_open = (invoice.status or _OPEN).upper() == _OPEN
    return invoice.due if is_open or invoice.due else None


# -- what does not match


def _findings(matched: MatchedInvoice, currencies: list[str], tolerance: Decimal) -> Iterator[Finding]:
    invoice = matched.invoice
    if len(currencies) > 1:
        yield _finding(Reason.CURRENCY, invoice, f"its amounts are in {', '.join(currencies)}")
    for line in invoice.lines:
        yield from _of_line(invoice, line)
    for charge in invoice.charges:
        if charge.amount is None:
            says = f"the amount of the charge {charge.description!r} is missing or cannot be read"
            yield _finding(Reason.AMOUNT, invoice, says)
    yield from _counts(invoice)
    taxes, freights = _places(invoice)
    for reason, stated in ((Reason.TAX, taxes), (Reason.FREIGHT, freights)):
        if any(difference(each, stated[0]).copy_abs() > tolerance for each in stated):
            says = f"it states a {reason.value} of {' and of '.join(map(str, dict.fromkeys(stated)))}"
            yield _finding(reason, invoice, says)
    yield from _totals(matched, tolerance)


def _of_line(invoice: Invoice, line: InvoiceLine) -> Iterator[Finding]:
    missing = [name for name in ("quantity", "unit_price", "amount") if getattr(line, name) is None]
    if missing:
        says = f"{line.name}: missing, or cannot be read: {', '.join(missing)}"
        yield _finding(Reason.AMOUNT, invoice, says, line)
    elif line.quantity is not None and line.unit_price is not None and line.amount is not None:
        product = times(line.unit_price, line.quantity)
        # A credit has its sign at the units, at the price, at the amount, or at several of them.
        off = difference(line.amount, product.copy_abs().copy_negate() if line.is_credit else product)
        if off.copy_abs() > _rounding(line.unit_price, line.quantity, line.amount):
            says = f"{line.name}: {line.quantity} at {line.unit_price} are {product}, and it states {line.amount}"
            yield _finding(Reason.LINE_AMOUNT, invoice, says, line)
    shipped = None if line.is_credit else line.quantity_shipped
    if line.quantity is not None and shipped is not None and line.quantity > shipped:
        says = f"{line.name} bills {line.quantity} units, and says that {shipped} were shipped"
        yield _finding(Reason.QUANTITY, invoice, says, line)


def _rounding(price: Decimal, quantity: Decimal, amount: Decimal) -> Decimal:
    """Return how far an amount may be from price times quantity, as both were rounded to the digits that they have.

    Of a price of few cents that would be much of the amount, so there is an end to it.
    """
    units = quantity.copy_abs()
    of_price = min(_half_digit(price), times(price.copy_abs(), _MOST_ROUNDED))
    return added((times(of_price, units), _half_digit(amount)))


def _half_digit(number: Decimal) -> Decimal:
    """Return half of the last digit of an amount, which has cents even where its zeros are not written."""
    exponent = number.as_tuple().exponent
    places = max(_CENTS, -exponent) if isinstance(exponent, int) else _CENTS
    return _HALF.scaleb(-places)


def _counts(invoice: Invoice) -> Iterator[Finding]:
    if invoice.line_count is not None and invoice.line_count != len(invoice.lines):
        yield _finding(Reason.COUNT, invoice, f"it states {invoice.line_count} lines, and has {len(invoice.lines)}")
    units = _sum(each.quantity for each in invoice.lines)
    if invoice.unit_count is not None and units is not None and invoice.unit_count != units:
        yield _finding(Reason.COUNT, invoice, f"it states {invoice.unit_count} units, and its lines have {units}")


def _totals(matched: MatchedInvoice, tolerance: Decimal) -> Iterator[Finding]:
    # Some write a discount as what is taken off, others as what is added; both mean that less is due.
    invoice, discount = matched.invoice, (matched.invoice.discount or _ZERO).copy_abs()
    if matched.lines is not None and invoice.net is not None:
        short = difference(matched.lines, invoice.net)
        if not _is_explained(short, discount, tolerance):
            says = f"its lines add up to {matched.lines}, and it states a net amount of {invoice.net}"
            yield _finding(Reason.NET, invoice, says)
    if matched.difference is None:
        # What was to be paid for an invoice that is paid is not stated by its details.
        if matched.total is None and invoice.due is None:
            yield _finding(Reason.AMOUNT, invoice, "it states no total that could be compared")
    elif not _is_explained(matched.difference.copy_negate(), discount, tolerance):
        parts = f"lines {matched.lines}, tax {matched.tax}, freight {matched.freight}, charges {matched.other_charges}"
        says = f"{parts} add up to {matched.sum}, and it states a total of {matched.total}"
        yield _finding(Reason.TOTAL, invoice, says)


def _is_explained(short: Decimal, discount: Decimal, tolerance: Decimal) -> bool:
    """Return whether a difference is none, or the discount, which may be for early payment only.

    Args:
        short: how much a stated sum is below that of its parts.
        discount: the discount, 0 or more: it never explains that more is due.
        tolerance: how far a sum may be from its parts.
    """
    return any(each.copy_abs() <= tolerance for each in (short, difference(short, discount)))


def _finding(reason: Reason, invoice: Invoice, says: str, line: InvoiceLine | None = None) -> Finding:
    name = None if line is None else line.name
    return Finding(reason=reason, says=says, invoice_number=invoice.number, line=name, about=line)
