"""The rules for a line, the same in a create and in a modify: whether it can be ordered, and what a unit costs."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.catalog.prices import UsualPrice
from xi.sdk.resellers.sandbox.catalog.stock import Stock


@dataclass(frozen=True, slots=True)
class Granted:
    """The unit price of a line.

    Args:
        price: The price.
        by_deal: Whether it is that of a deal; if not, there is none, or it is over or used up.
    """

    price: Decimal
    by_deal: bool


BidPrice = Callable[[str, Part, int, int], Granted | None]
"""Returns what a special bid grants for units of a part, if so many others are used beside them; None if there is no
deal with its number."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A price that a line came with.

    Args:
        price: The price.
        quoted: The units for which a quote offers it; 0 if it was only asked for, which needs a special bid.
    """

    price: Decimal
    quoted: int = 0


class LinePrices:
    """The prices of the lines of one request, of which no two use the same units of a deal.

    Args:
        bid_price: Tells what special bids grant.
        usual: Tells the prices where none grants one.
    """

    def __init__(self, bid_price: BidPrice, usual: UsualPrice) -> None:
        self._bid_price = bid_price
        self._usual = usual
        self._used: Counter[tuple[str, str]] = Counter()

    def price(self, part: Part, units: int, bid: str, wish: Wish | None) -> Granted:
        """Return the price of a line: that of its quote, of its deal, the one it asks for, or the usual one.

        Args:
            part: Its part.
            units: Its units.
            bid: The number of its special bid, or an empty text.
            wish: The price that it came with.
        """
        key = (bid.upper(), part.number)
        granted = self._bid_price(bid, part, units, self._used[key]) if bid else None
        by_deal = granted is not None and granted.by_deal
        if by_deal:
            self._used[key] += units
        if wish is not None and wish.quoted >= units:
            return Granted(wish.price, by_deal)
        if granted is not None:
            return granted
        # A price that is asked for is only granted with a special bid.
        is_granted = bool(bid) and wish is not None and not wish.quoted
        return Granted(wish.price if is_granted and wish is not None else self._usual(part, units), by_deal=False)

    def free(self, part: Part, units: int, bid: str) -> None:
        """Give units back to a deal that a line had taken from it."""
        self._used[bid.upper(), part.number] -= units


def refusal(part: Part | None, units: int | None, asked: str, stock: Stock, *, may_backorder: bool) -> str:
    """Return the code for which a line is refused; an empty text means that it can be ordered.

    Args:
        part: Its part; None if there is none with its number.
        units: Its units; None if the quantity cannot be ordered.
        asked: The warehouse that it asks for, or an empty text.
        stock: What is left beside the other lines.
        may_backorder: Whether the order may wait for stock.
    """
    if part is None:
        return "EN"
    if units is None:
        return "EQ"
    if not part.authorised:
        return "EA"
    return "" if _can_ship(part, units, asked, stock, may_backorder=may_backorder) else "EW"


def _can_ship(part: Part, units: int, asked: str, stock: Stock, *, may_backorder: bool) -> bool:
    if part.kind is not PartKind.STOCK:
        # Its vendor ships it, as long as there is any.
        return not part.discontinued
    # A part that no warehouse holds may be back-ordered anywhere.
    known = tuple(stock.warehouses(part))
    if asked and known and asked not in known:
        return False
    if may_backorder and part.accepts_back_orders:
        return True
    return stock.left(part, stock.choose(part, units, asked)) >= units
