"""What the commands of quotes tell of a check of a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.cli.finding import count, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xi.sdk.resellers.quotes import QuoteCheck, QuotedProduct, VendorField


def quote_item(found: QuoteCheck) -> dict[str, Any]:
    """Return a check as JSON has it; the schema `quote-check` describes it."""
    return {
        "number": found.number,
        "can_be_ordered": found.can_be_ordered,
        "refusal": found.refusal,
        "vendor": found.vendor,
        "status": found.status,
        "total": plain(found.total),
        "currency": found.currency,
        "fees": plain(found.fees),
        "freight": plain(found.freight),
        "tax": plain(found.tax),
        "expires": found.expires,
        "days_left": found.days_left,
        "expiry_says": found.expiry_says,
        "is_partial": found.is_partial,
        "lines": [
            {"line": each.number, "sku": each.sku, "quantity": plain(each.quantity), "minimum": plain(each.minimum)}
            for each in found.lines
        ],
        "products": list(map(_product, found.products)),
        "fields": [
            {
                "name": each.name,
                "description": each.description,
                "sample": each.sample,
                "line": each.line_number,
                "sku": each.sku,
                "option": option_of(each),
            }
            for each in found.fields
        ],
    }


def _product(found: QuotedProduct) -> dict[str, Any]:
    return {
        "sku": found.sku,
        "description": found.description,
        "quantity": plain(found.quantity),
        "unit_price": plain(found.unit_price),
        "minimum": plain(found.minimum),
        "is_suggested": found.is_suggested,
    }


def option_of(field: VendorField) -> str:
    """Return how the field is said to `quote order`."""
    line = f"--set-line {field.line_number}:" if field.line_number is not None else "--set "
    return f"{line}{field.name}=VALUE"


def quote_lines(found: QuoteCheck) -> Iterator[str]:
    """Yield the lines that tell a check."""
    total = " ".join(str(each) for each in (plain(found.total), found.currency) if each)
    words = [found.number, found.vendor, found.status, total, "" if found.can_be_ordered else "cannot be ordered"]
    yield "  ".join(each for each in words if each)
    if found.refusal is not None:
        yield f"  {found.refusal}"
    yield from (f"  {each}" for each in (*_beside(found), *_days_of(found)))
    for each in found.lines:
        least = f", {plain(each.minimum)} at least" if each.minimum is not None and found.is_partial else ""
        yield f"  line {each.number}  {each.sku or ''}  {plain(each.quantity) or '?'}{least}"
    for product in found.suggested:
        yield f"  only suggested, not asked for: {product.sku or ''}  {product.description or ''}"
    for field in found.fields:
        yield f"  the vendor wants: {field}  {option_of(field)}"


def _beside(found: QuoteCheck) -> Iterator[str]:
    """Yield what is asked for beside the prices; it need not be in the total."""
    amounts = {"extra fees": found.fees, "freight": found.freight, "tax": found.tax}
    told = ", ".join(f"{name} {plain(amount)}" for name, amount in amounts.items() if amount)
    if told:
        yield f"beside the prices: {told}"


def _days_of(found: QuoteCheck) -> Iterator[str]:
    if found.expires is not None:
        yield f"last day {found.expires}, {count(found.days_left or 0, 'day')} left"
    elif found.expiry_says:
        yield found.expiry_says
