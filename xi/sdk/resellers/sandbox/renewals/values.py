"""Renewals as frozen values, and what the clock and their quotes make of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus, RenewalStatus, RenewalTerms
from xi.sdk.resellers.sandbox.catalog.parts import Part

_TERM: Final = timedelta(days=365)
_NUMBER_LIMIT: Final = 15
"""Digits of the number of a renewal, which is a number in the answer to a search."""


@dataclass(frozen=True, slots=True)
class RenewedPart:
    """A part that is to be renewed.

    Args:
        part: The part.
        quantity: Units.
        price: Unit price of the renewal.
        serial_number: The serial number that it belongs to; empty for none.
    """

    part: Part
    quantity: int
    price: Decimal
    serial_number: str = ""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Something whose term ends.

    Args:
        number: Its number, digits only.
        status: Its state, whatever its last day and its quote are; `status_on` knows those too.
        quote: The number of the quote that renews it.
        starts_on: The first day of the new term.
        expires_on: The last day of the present term.
        bought_at: When it was bought.
        customer: The customer that it belongs to; empty if each customer has one of its own.
    """

    number: str
    end_user: str
    vendor: str
    status: RenewalStatus
    starts_on: date
    expires_on: date
    bought_at: datetime
    parts: tuple[RenewedPart, ...]
    quote: str = ""
    notification: str = ""
    customer_order_number: str = ""
    order_number: str = ""
    customer: str = ""

    @property
    def value(self) -> Decimal:
        """The price of the renewal."""
        return sum((each.price * each.quantity for each in self.parts), Decimal(0))

    @property
    def ends_on(self) -> date:
        """The last day of the new term."""
        return self.starts_on + _TERM

    def status_on(self, day: date, quote: QuoteStatus | None) -> RenewalStatus:
        """Return its state on a day.

        Args:
            day: The day.
            quote: The state of its quote on that day; None if it has none.
        """
        if not self.status.is_open:
            return self.status
        if quote is QuoteStatus.ORDERED:
            return RenewalStatus.ORDERED
        if day > self.expires_on:
            return RenewalStatus.EXPIRED
        return RenewalStatus.QUOTE_CLOSED if quote in (QuoteStatus.CLOSED, QuoteStatus.EXPIRED) else self.status


def renewal_of(number: str, terms: RenewalTerms, catalogue: Catalogue, now: datetime) -> Renewal:
    """Return the renewal that terms describe.

    Args:
        number: Its number.
        terms: What ends, and when.
        catalogue: The parts.
        now: The moment that the days of the terms count from.

    Raises:
        ValueError: Its number is not one, or it has a part that does not exist.
    """
    if not (number.isascii() and number.isdigit() and len(number) <= _NUMBER_LIMIT and number[0] != "0"):
        raise ValueError(f"renewal {number!r}: its number should be 1 to {_NUMBER_LIMIT} digits, the first not 0")
    parts: list[RenewedPart] = []
    for each in terms.lines:
        part = catalogue.find(each.part_number)
        if part is None:
            raise ValueError(f"renewal {number}: there is no part {each.part_number}")
        price = part.price if each.price is None else each.price
        parts.append(RenewedPart(part, each.quantity, price, each.serial_number))
    expires_on = (now + timedelta(days=terms.expires_days)).date()
    return Renewal(
        number=number,
        end_user=terms.end_user,
        vendor=terms.vendor or parts[0].part.vendor_name,
        status=terms.status,
        starts_on=(now + timedelta(days=terms.starts_days)).date(),
        expires_on=expires_on,
        bought_at=(now + timedelta(days=terms.expires_days)).replace(hour=0, minute=0, second=0, microsecond=0) - _TERM,
        parts=tuple(parts),
        quote=terms.quote,
        notification=terms.notification,
        customer_order_number=terms.customer_order_number,
        order_number=terms.order_number,
        customer=terms.customer.strip().upper(),
    )
