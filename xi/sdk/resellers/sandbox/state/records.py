"""The offers that customers see: those of the catalogue, and those that were added or changed since."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from xi.sdk.resellers.sandbox.keeping import Book, Kept
from xi.sdk.resellers.sandbox.quotes.values import Quote
from xi.sdk.resellers.sandbox.wire.messages import FullError

QUOTE_LIMIT = 10_000
"""The most quotes that are added or changed while the sandbox runs."""


class Record(Protocol):
    """A value with a number and an owner."""

    @property
    def number(self) -> str:
        """Its number."""
        ...

    @property
    def customer(self) -> str:
        """The customer that it belongs to; empty if each customer has one of its own."""
        ...


R = TypeVar("R", bound=Record)


class Listing(Generic[R]):
    """Offers that never change: those of all customers, and those of one. Numbers are found in any case.

    Args:
        records: The offers.
    """

    def __init__(self, records: Iterable[R]) -> None:
        self._records = {each.number.upper(): each for each in records}

    def __iter__(self) -> Iterator[R]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def find(self, customer: str, number: str) -> R | None:
        """Return the offer with this number, if the customer sees it."""
        found = self._records.get(number.strip().upper())
        return found if found is not None and found.customer in ("", customer) else None

    def of(self, customer: str) -> list[R]:
        """Return the offers that a customer sees."""
        return [each for each in self if each.customer in ("", customer)]


QUOTES: Kept[Quote] = Kept(
    "quote", Quote, lambda quote: _key(quote.customer, quote.number), lambda quote: quote.customer
)


class QuoteBook:
    """The quotes. One without a customer stands for one of each: what one customer does with it, no other one sees.

    Args:
        listing: The quotes of the catalogue.
        book: What was added or changed since.
        copy_for: Returns a quote as one of this customer.
    """

    def __init__(self, listing: Listing[Quote], book: Book[Quote], copy_for: Callable[[Quote, str], Quote]) -> None:
        self._listing = listing
        self._book = book
        self._copy_for = copy_for

    def find(self, customer: str, number: str) -> Quote | None:
        """Return the customer's quote with this number, in any case; without a customer the one that all share."""
        for owner in (customer, ""):
            found = self._book.get(_key(owner, number.strip()))
            if found is not None:
                return self._copy_for(found, customer)
        found = self._listing.find(customer, number)
        return None if found is None else self._copy_for(found, customer)

    def of(self, customer: str) -> list[Quote]:
        """Return all quotes of a customer, by number in upper case."""
        seen = {each.number.upper(): each for each in self._listing.of(customer)}
        for owner in dict.fromkeys(("", customer)):
            seen |= {each.number.upper(): each for each in self._book.of(owner)}
        return [self._copy_for(each, customer) for each in seen.values()]

    def everything(self) -> list[Quote]:
        """Return the quotes as they stand in the catalogue or were put; one of all customers has no customer."""
        seen = {_key(each.customer, each.number): each for each in self._listing}
        return list({**seen, **{_key(each.customer, each.number): each for each in self._book}}.values())

    def knows(self, number: str) -> bool:
        """Return whether a customer, whichever, has a quote with this number."""
        wanted = number.upper()
        return any(each.number.upper() == wanted for each in (*self._listing, *self._book))

    def put(self, quote: Quote) -> None:
        """Add or replace a quote; it is stored with the next commit.

        Raises:
            FullError: It is new, and there are QUOTE_LIMIT already.
        """
        if self._book.get(_key(quote.customer, quote.number)) is None and len(self._book) >= QUOTE_LIMIT:
            raise FullError(f"{QUOTE_LIMIT} quotes were added or changed already; the sandbox has no room for more")
        self._book.put(quote)


def _key(customer: str, number: str) -> str:
    return f"{customer}/{number.upper()}"
