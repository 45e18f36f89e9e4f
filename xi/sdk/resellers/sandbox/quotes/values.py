"""Quotes and their lines as frozen values, and what the clock and orders make of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus, QuoteTerms, VendorField
from xi.sdk.resellers.sandbox.catalog.parts import Part


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A line of a quote.

    Args:
        number: The customer line number that it gets in an order.
        guid: Its ID, which the details show as its line number.
        part: What is offered.
        quantity: Units offered.
        remaining: Units that were not ordered yet.
        price: Unit price in the quote.
        minimum: The fewest units of it in an order.
        suggested: Whether nobody asked for it.
        fields: What the vendor wants to be told about it.
    """

    number: str
    guid: str
    part: Part
    quantity: int
    remaining: int
    price: Decimal
    minimum: int = 1
    suggested: bool = False
    fields: tuple[VendorField, ...] = ()

    @property
    def least(self) -> int:
        """The fewest units of it in the next order; the last units can be ordered in any case."""
        return min(self.minimum, self.remaining)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote. A change makes a new value.

    Args:
        status: Its state, whatever its last day is; `status_on` knows that too.
        expires_on: The last day on which it can be ordered; None for ever.
        partial: Whether it can be ordered in pieces.
        fields: What the vendor wants to be told about the whole order.
        customer: The customer that it belongs to; empty if each customer has one of its own.
        closed_at: When the last of it was ordered, or it was closed.
    """

    number: str
    name: str
    vendor: str
    created_at: datetime
    modified_at: datetime
    expires_on: date | None
    status: QuoteStatus
    lines: tuple[QuotedLine, ...]
    revision: int = 0
    special_bid: str = ""
    end_user: str = ""
    partial: bool = False
    fields: tuple[VendorField, ...] = ()
    customer: str = ""
    closed_at: datetime | None = None

    @property
    def guid(self) -> str:
        """Its ID, computed from its number."""
        return _guid(self.number)

    @property
    def total(self) -> Decimal:
        """The price of all that is offered, without suggestions."""
        return sum((each.price * each.quantity for each in self.asked), Decimal(0))

    @property
    def asked(self) -> tuple[QuotedLine, ...]:
        """The lines that are not suggestions."""
        return tuple(each for each in self.lines if not each.suggested)

    def status_on(self, day: date) -> QuoteStatus:
        """Return its state on a day: the clock makes an open quote expire."""
        is_over = self.expires_on is not None and day > self.expires_on
        return QuoteStatus.EXPIRED if is_over and self.status in OPEN else self.status


OPEN = frozenset({QuoteStatus.ACTIVE, QuoteStatus.READY})
"""The states in which a search finds a quote."""


def quote_of(number: str, terms: QuoteTerms, catalogue: Catalogue, now: datetime) -> Quote:
    """Return the quote that terms describe.

    Args:
        number: Its number.
        terms: What it offers.
        catalogue: The parts.
        now: The moment that the days of the terms count from.

    Raises:
        ValueError: It offers a part that does not exist.
    """
    lines: list[QuotedLine] = []
    for index, each in enumerate(terms.lines, 1):
        part = catalogue.find(each.part_number)
        if part is None:
            raise ValueError(f"quote {number}: there is no part {each.part_number}")
        lines.append(
            QuotedLine(
                number=str(index),
                guid=_guid(f"{number}/{index}"),
                part=part,
                quantity=each.quantity,
                remaining=each.quantity,
                price=part.price if each.price is None else each.price,
                minimum=each.minimum,
                suggested=each.suggested,
                fields=each.fields or part.vendor_fields,
            )
        )
    made = now - timedelta(days=terms.age_days)
    return Quote(
        number=number,
        name=terms.name or number,
        vendor=terms.vendor or lines[0].part.vendor_name,
        created_at=made,
        modified_at=made,
        expires_on=None if terms.valid_days is None else (now + timedelta(days=terms.valid_days)).date(),
        status=terms.status,
        lines=tuple(lines),
        revision=terms.revision,
        special_bid=terms.special_bid,
        end_user=terms.end_user,
        partial=terms.partial,
        fields=terms.fields,
        customer=terms.customer.strip().upper(),
        closed_at=made if terms.status is QuoteStatus.CLOSED else None,
    )


def with_status(quote: Quote, status: QuoteStatus, now: datetime) -> Quote:
    """Return a quote in another state, as sales puts it there."""
    return replace(quote, status=status, modified_at=now, closed_at=None if status in OPEN else now)


def ordered(quote: Quote, units: Mapping[str, int], now: datetime) -> Quote:
    """Return a quote after an order.

    A quote that cannot be ordered in pieces is used up by its first order.

    Args:
        quote: The quote before it.
        units: The units ordered, by the number of the line.
        now: The time now.
    """
    lines = tuple(replace(each, remaining=max(each.remaining - units.get(each.number, 0), 0)) for each in quote.lines)
    after = replace(quote, lines=lines, modified_at=now)
    is_over = not quote.partial or not any(each.remaining for each in after.asked)
    return replace(after, status=QuoteStatus.ORDERED, closed_at=now) if is_over else after


def _guid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"xi-sandbox-quote:{name}"))
