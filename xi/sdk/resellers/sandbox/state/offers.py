"""The offers of a sandbox: quotes, deals and renewals, each customer's own, with the units that orders use up."""

import string
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus, QuoteTerms, RenewalStatus, check_number, read_terms
from xi.sdk.resellers.sandbox.catalog.parts import UNLIMITED, Part, Special
from xi.sdk.resellers.sandbox.catalog.prices import price_of
from xi.sdk.resellers.sandbox.deals.values import Deal, deal_of
from xi.sdk.resellers.sandbox.keeping import Book, Kept
from xi.sdk.resellers.sandbox.orders.book import OrderBook
from xi.sdk.resellers.sandbox.orders.lines import Granted
from xi.sdk.resellers.sandbox.quotes.values import Quote, ordered, quote_of, with_status
from xi.sdk.resellers.sandbox.renewals.values import Renewal, renewal_of
from xi.sdk.resellers.sandbox.state.records import Listing, QuoteBook
from xi.sdk.resellers.sandbox.wire.messages import FullError

SETTABLE: Final = (QuoteStatus.ACTIVE, QuoteStatus.READY, QuoteStatus.CLOSED)
"""The states that sales can put a quote in; the clock and orders lead to the others."""

BEGUN: Final[Kept[datetime]] = Kept("offers_begun", datetime, lambda _: "")
"""The moment that the days of the catalogue's offers count from: when the sandbox was first started."""

_QUOTE_LIMIT: Final = 35
"""Characters of a quote's number, as in a create."""
_DIGITS: Final = 8
_TAIL: Final = 6


class Offers:
    """Quotes, deals and renewals.

    Args:
        catalogue: The parts as they are when the offers begin, whose prices are offered, and the offers that are there
            from the beginning.
        begun: The moment that the days of those offers count from.
        rng: Makes up numbers.
        orders: The orders, which use up the units of deals.
        book: The quotes that were added or changed in an earlier run, and will be in this one.

    Raises:
        ValueError: An offer of the catalogue has a part that does not exist, or a number that is not possible.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        begun: datetime,
        rng: Random,
        orders: OrderBook,
        book: Book[Quote],
    ) -> None:
        self.catalogue = catalogue
        """The parts as they are now; the sandbox changes it with them."""
        self._rng = rng
        self._orders = orders
        self.quotes = QuoteBook(
            Listing(quote_of(number, terms, catalogue, begun) for number, terms in catalogue.quotes.items()),
            book,
            lambda quote, customer: replace(quote, customer=customer or quote.customer),
        )
        self.deals = Listing(deal_of(number, terms, catalogue, begun) for number, terms in catalogue.deals.items())
        self.renewals = Listing(
            renewal_of(number, terms, catalogue, begun) for number, terms in catalogue.renewals.items()
        )

    def add_quote(self, terms: QuoteTerms, now: datetime, number: str = "") -> Quote:
        """Add a quote that sales has made.

        Args:
            terms: What it offers.
            now: The time now.
            number: Its number, at most 35 characters; by default one is made up.

        Raises:
            ValueError: A term is not possible, the number is in use or too long, there is no such part, or there are
                too many quotes.
        """
        terms = read_terms(asdict(terms))
        number = number.strip() or self._new_number()
        if len(number) > _QUOTE_LIMIT:
            raise ValueError(f"number is {number!r}; it should have at most {_QUOTE_LIMIT} characters")
        check_number("number", number)
        if self.quotes.knows(number):
            raise ValueError(f"number is {number!r}; there is a quote with this number")
        try:
            quote = quote_of(number, terms, self.catalogue, now)
        except OverflowError:
            raise ValueError("valid_days or age_days lead out of the calendar at the sandbox's time") from None
        return self._put(quote)

    def set_quote(self, customer: str, number: str, status: str, now: datetime) -> Quote:
        """Put a quote in another state, as sales does.

        Args:
            customer: The customer whose quote it is; empty for the quote of all customers that have not changed it.
            number: Its number.
            status: One of SETTABLE.
            now: The time now.

        Raises:
            KeyError: There is no such quote.
            ValueError: The state is none of them, or the quote was ordered.
        """
        wanted = next((each for each in SETTABLE if each.value.lower() == status.strip().lower()), None)
        if wanted is None:
            raise ValueError(f"status is {status!r}; it should be one of {', '.join(SETTABLE)}")
        quote = self.quotes.find(customer, number)
        if quote is None:
            raise KeyError(f"quote {number}")
        if quote.status is QuoteStatus.ORDERED:
            raise ValueError(f"quote {number} was ordered; its status cannot be changed")
        return self._put(with_status(quote, wanted, now))

    def _put(self, quote: Quote) -> Quote:
        try:
            self.quotes.put(quote)
        except FullError as error:
            raise ValueError(str(error)) from None
        return quote

    def take(self, quote: Quote, units: Iterable[tuple[str, int]], now: datetime) -> Quote:
        """Record that lines of a customer's quote were ordered, by line number and units."""
        counts: dict[str, int] = {}
        for number, count in units:
            counts[number] = counts.get(number, 0) + count
        after = ordered(quote, counts, now)
        self.quotes.put(after)
        return after

    def bid_price(
        self, customer: str, bid: str, part_number: str, now: datetime, units: int = 1, used: int = 0
    ) -> Granted | None:
        """Return the price that a special bid gives for a part; None if there is none with this number.

        It may be one of the customer's deals, or stand in the catalogue with the part.

        Args:
            customer: The customer number.
            bid: The number of the special bid.
            part_number: The Ingram part number.
            now: The time now.
            units: Units that are asked for. Its price holds if all of them are left; else it is the usual price.
            used: Units that other lines of the request use; fewer than none if they give some back.
        """
        part = self.catalogue.find(part_number) if bid else None
        if part is None:
            return None
        deal = self.deals.find(customer, bid)
        if deal is not None:
            ordered = self.deal_units(customer, deal, part.number)
            price = deal.price(part.number, units, ordered + used, now)
        else:
            known = [each for each in part.specials if each.bid and each.bid.upper() == bid.strip().upper()]
            if not known:
                return None
            used += self._bid_units(customer, known[0].bid, part.number)
            holding = (each for each in known if each.holds(now.date(), units, used))
            price = next((max(part.price - each.off, Decimal(0)) for each in holding), None)
        if price is None:
            return Granted(price_of(part, units, now.date()), by_deal=False)
        return Granted(price, by_deal=True)

    def specials_for(self, customer: str, part: Part) -> list[Special]:
        """Return all special prices of a part: those of the catalogue, and those of a customer's deals.

        Those that are over or used up are among them.
        """
        found = [self._left(customer, part, each) for each in part.specials]
        for deal in self.deals.of(customer):
            line = deal.find(part.number)
            if line is None:
                continue
            found.append(
                Special(
                    max(part.price - line.price, Decimal(0)),
                    line.starts_at.date(),
                    # The first moment that is not in it is a midnight.
                    min(line.ends_at, deal.ends_at).date() - timedelta(days=1),
                    bid=deal.number,
                    quantity=line.remaining(self.deal_units(customer, deal, part.number)),
                    minimum=1,
                )
            )
        return found

    def _left(self, customer: str, part: Part, special: Special) -> Special:
        """Return a special price of the catalogue with the units that are left of it; promotions have no end."""
        if not special.bid or special.quantity == UNLIMITED:
            return special
        used = self._bid_units(customer, special.bid, part.number)
        return replace(special, quantity=max(special.quantity - used, 0))

    def deal_units(self, customer: str, deal: Deal, part_number: str) -> int:
        """Return the units of a part that are ordered at the deal's price; those of cancelled orders do not count."""
        line = deal.find(part_number)
        return self._bid_units(customer, deal.number, part_number, 0 if line is None else line.remaining(0))

    def _bid_units(self, customer: str, bid: str, part_number: str, enough: int = UNLIMITED) -> int:
        """Return the units of a part that are ordered at the price of a special bid.

        Args:
            customer: The customer number.
            bid: The number of the special bid.
            part_number: The Ingram part number.
            enough: From how many on they need not be counted.
        """
        units = 0
        for order in self._orders.with_bid(customer, bid):
            if units >= enough:
                break
            if order.cancelled_at is None:
                units += sum(
                    each.quantity
                    for each, part in order.parts
                    if each.by_deal and part.number == part_number and each.special_bid.upper() == bid.upper()
                )
        return units

    def quote_status(self, customer: str, number: str, day: date) -> QuoteStatus | None:
        """Return the state of a customer's quote on a day; None if there is none with this number."""
        quote = self.quotes.find(customer, number) if number else None
        return None if quote is None else quote.status_on(day)

    def renewal_status(self, customer: str, renewal: Renewal, day: date) -> RenewalStatus:
        """Return the state of a customer's renewal on a day, which follows from its quote and the clock."""
        return renewal.status_on(day, self.quote_status(customer, renewal.quote, day))

    def _new_number(self) -> str:
        while True:
            digits = "".join(self._rng.choices(string.digits[1:], k=_DIGITS))
            tail = "".join(self._rng.choices(string.ascii_uppercase + string.digits, k=_TAIL))
            number = f"QUO-{digits}-{tail}"
            if not self.quotes.knows(number):
                return number
