"""Compares what was seen of a quote with what it is now: what decides what is bought, for how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from xi.sdk.resellers.quotes._values import QuoteCheck, QuotedProduct, QuoteLine, VendorField

_NOTHING = Decimal(0)


def differences(seen: QuoteCheck, now: QuoteCheck) -> tuple[str, ...]:
    """Return in words what differs between two checks of a quote in what an order buys; empty if nothing does.

    Compared are the number, the vendor, the total, the currency, extra fees, freight and tax, whether it can be
    ordered, lines with their SKUs and quantities, products with their quantities and prices, and the vendor's fields.
    Not compared are its status and its days, which change without a change of the order, minimum quantities and
    descriptions; nor freight and tax if one of the checks has none, which means that they were not computed.

    Args:
        seen: the check that was seen.
        now: a later one.
    """
    return tuple(_differences(seen, now))


def _differences(seen: QuoteCheck, now: QuoteCheck) -> Iterator[str]:
    for what, was, is_ in (
        ("number", seen.number.casefold(), now.number.casefold()),
        ("vendor", seen.vendor, now.vendor),
        ("total", seen.total, now.total),
        ("currency", seen.currency, now.currency),
        ("refusal", seen.refusal, now.refusal),
    ):
        if was != is_:
            yield f"the {what} was {_text(was)} and is {_text(is_)}"
    for what, amount, now_is in (
        ("sum of extra fees", seen.fees or _NOTHING, now.fees or _NOTHING),
        ("freight", seen.freight, now.freight),
        ("tax", seen.tax, now.tax),
    ):
        if amount is not None and now_is is not None and amount != now_is:
            yield f"the {what} was {_text(amount)} and is {_text(now_is)}"
    yield from _of_parts(map(_line, seen.lines), map(_line, now.lines))
    yield from _of_parts(map(_product, seen.products), map(_product, now.products))
    yield from _of_parts(map(_field, seen.fields), map(_field, now.fields))


_Part = tuple[str, tuple[tuple[str, Hashable], ...]]
"""What a part is called, and its values by their names."""


def _line(line: QuoteLine) -> _Part:
    return f"line {line.number}", (("SKU", line.sku), ("quantity", line.quantity))


def _product(product: QuotedProduct) -> _Part:
    # The description is what it is only where no SKU says it; the words of a product may change, and it stays the same.
    name = f"the product {product.sku or product.description or ''}".rstrip()
    kind = "only suggested" if product.is_suggested else "asked for"
    return name, (("quantity", product.quantity), ("price", product.unit_price), ("kind", kind))


def _field(field: VendorField) -> _Part:
    line = "" if field.line_number is None else f" of line {field.line_number}"
    return f"the vendor's field {field.name}{line}", ()


def _of_parts(seen: Iterable[_Part], now: Iterable[_Part]) -> Iterator[str]:
    """Yield what differs between parts; their order says nothing, and several can have the same name."""
    before, after = Counter(seen), Counter(now)
    gone, new = list((before - after).elements()), list((after - before).elements())
    left: dict[str, list[_Part]] = {}
    for part in new:
        left.setdefault(part[0], []).append(part)
    for name, was in gone:
        others = left.get(name)
        if not others:
            yield f"{name} is gone{_told(was)}"
            continue
        pairs = zip(was, others.pop(0)[1], strict=True)
        changed = [
            f"{what} was {_text(old)} and is {_text(value)}" for (what, old), (_, value) in pairs if old != value
        ]
        yield f"{name}: {', '.join(f'the {each}' for each in changed)}"
    for others in left.values():
        for name, values in others:
            yield f"{name} is new{_told(values)}"


def _told(values: Iterable[tuple[str, Hashable]]) -> str:
    told = ", ".join(f"{what} {_text(value)}" for what, value in values if value is not None)
    return f" ({told})" if told else ""


def _text(value: Any) -> str:
    return "not known" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
