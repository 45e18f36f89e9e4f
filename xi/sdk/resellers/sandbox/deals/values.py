"""Deals and their parts as frozen values, and the price that they give."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.offers import DealTerms
from xi.sdk.resellers.sandbox.catalog.parts import Part


@dataclass(frozen=True, slots=True)
class DealPart:
    """A part in a deal.

    Args:
        part: The part.
        price: Unit price by the deal.
        approved: Units that the vendor has approved.
        used: How many of them were used before the sandbox began.
        starts_at: When the price begins to hold.
        ends_at: The moment from which it does not hold any more.
    """

    part: Part
    price: Decimal
    approved: int
    used: int
    starts_at: datetime
    ends_at: datetime

    def remaining(self, ordered: int) -> int:
        """Return the units that are left, after so many were ordered in the sandbox."""
        return max(self.approved - self.used - ordered, 0)


@dataclass(frozen=True, slots=True)
class Deal:
    """A special bid; its number is the special bid number of orders and of price and availability.

    Args:
        number: Its number, which may have blanks.
        version: The number of its newest version.
        customer: The customer that it belongs to; empty if each customer has one of its own.
    """

    number: str
    end_user: str
    vendor: str
    received_at: datetime
    ends_at: datetime
    parts: tuple[DealPart, ...]
    version: int = 1
    customer: str = ""

    def find(self, part_number: str) -> DealPart | None:
        """Return the part of the deal with this Ingram part number."""
        wanted = part_number.upper()
        return next((each for each in self.parts if each.part.number.upper() == wanted), None)

    def price(self, part_number: str, units: int, ordered: int, now: datetime) -> Decimal | None:
        """Return the unit price that the deal gives; None if the part has its usual price.

        Args:
            part_number: The Ingram part number.
            units: The units that are asked for; all of them have to be left.
            ordered: The units of it that were ordered with this deal so far.
            now: The time now.
        """
        found = self.find(part_number)
        if found is None or not found.starts_at <= now < found.ends_at or now >= self.ends_at:
            return None
        return found.price if 0 < units <= found.remaining(ordered) else None


def deal_of(number: str, terms: DealTerms, catalogue: Catalogue, now: datetime) -> Deal:
    """Return the deal that terms describe.

    Args:
        number: Its number.
        terms: What it grants.
        catalogue: The parts.
        now: The moment that the days of the terms count from.

    Raises:
        ValueError: It has a part that does not exist, or one twice.
    """
    start = _midnight(now - timedelta(days=terms.age_days))
    end = _midnight(now + timedelta(days=terms.valid_days))
    parts: dict[str, DealPart] = {}
    for each in terms.lines:
        part = catalogue.find(each.part_number)
        if part is None:
            raise ValueError(f"deal {number}: there is no part {each.part_number}")
        if part.number in parts:
            raise ValueError(f"deal {number}: part {part.number} is in it twice")
        ends = end if each.valid_days is None else _midnight(now + timedelta(days=each.valid_days))
        parts[part.number] = DealPart(part, each.price, each.quantity, each.used, start, ends)
    found = tuple(parts.values())
    return Deal(
        number=number,
        end_user=terms.end_user,
        vendor=terms.vendor or found[0].part.vendor_name,
        received_at=start,
        ends_at=end,
        parts=found,
        version=terms.version,
        customer=terms.customer.strip().upper(),
    )


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
