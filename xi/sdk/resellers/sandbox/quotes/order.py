"""Decides whether and how a quote is ordered: its lines, their units, and what the vendor has to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus
from xi.sdk.resellers.sandbox.quotes.values import Quote, QuotedLine
from xi.sdk.resellers.sandbox.quotes.vendor_values import VendorValues, complaints
from xi.sdk.resellers.sandbox.wire.json import Json, quantity, records, text


@dataclass(frozen=True, slots=True)
class Asked:
    """A line in the request for an order of a quote.

    Args:
        number: The customer line number, if it has one.
        part_number: The Ingram part number, if it has one.
        units: How many; None if the quantity cannot be ordered.
    """

    number: str
    part_number: str
    units: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of a quote, and how many units of it are ordered."""

    line: QuotedLine
    units: int


def read_asked(body: Json) -> tuple[Asked, ...]:
    """Return the lines that a create sends beside the number of a quote."""
    return tuple(
        Asked(text(line.get("customerLineNumber")), text(line.get("ingramPartNumber")), quantity(line.get("quantity")))
        for line in records(body.get("lines"))
    )


def obstacle(quote: Quote | None, day: date, *, active_too: bool = False) -> str:
    """Return why a quote cannot be ordered, or an empty text.

    Args:
        quote: The quote; None if there is none with the number.
        day: Today.
        active_too: Whether an active quote can be ordered, and not only one that is ready.
    """
    if quote is None:
        return "The quote was not found"
    status = quote.status_on(day)
    if status is QuoteStatus.READY or (active_too and status is QuoteStatus.ACTIVE):
        return "" if any(each.remaining for each in quote.lines) else f"Quote {quote.number} has nothing left to order"
    return f"Quote {quote.number} cannot be ordered: its status is {status}, not {QuoteStatus.READY}"


def choose(quote: Quote, asked: Sequence[Asked]) -> list[Taken] | list[str]:
    """Return the lines of a quote that are ordered, or what is wrong with the lines that were asked for.

    The quantities come from the quote, and the lines that were sent are not looked at, unless it can be ordered in
    pieces.
    """
    if not quote.partial or not asked:
        return [Taken(each, each.remaining) for each in quote.asked if each.remaining]
    taken: dict[str, Taken] = {}
    problems: list[str] = []
    for each in asked:
        line = _line(quote, each)
        name = each.number or each.part_number
        if line is None:
            problems.append(f"line {name}: quote {quote.number} has no such line")
        elif line.number in taken:
            problems.append(f"line {name}: it is asked for twice")
        elif each.units is None or not line.least <= each.units <= line.remaining:
            problems.append(f"line {name}: the quantity should be {line.least} to {line.remaining}")
        else:
            taken[line.number] = Taken(line, each.units)
    return problems or list(taken.values())


def missing_fields(quote: Quote, taken: Sequence[Taken], given: VendorValues) -> list[str]:
    """Return what the vendor still has to be told, for the whole order and for each line of it."""
    found = complaints(quote.fields, given.header)
    for each in taken:
        values = given.of_line(each.line.number, each.line.part.number)
        found += complaints(each.line.fields, values, f"line {each.line.number}: ")
    return found


def _line(quote: Quote, asked: Asked) -> QuotedLine | None:
    """Return the line that is meant: by its number if the part agrees, or else by its part."""
    part = asked.part_number.upper()
    fitting = [each for each in quote.lines if each.remaining and part in ("", each.part.number.upper())]
    numbered = [each for each in fitting if asked.number == each.number]
    if numbered:
        return numbered[0]
    return fitting[0] if part and fitting else None
