"""Prices for a customer: those of deals, of special bids in the catalogue, and the usual ones."""

from decimal import Decimal

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.prices import Price, UsualPrice, price_of
from xi.sdk.resellers.sandbox.orders.lines import BidPrice, LinePrices
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def bid_price(sandbox: Sandbox, customer: str) -> BidPrice:
    """Return the function that tells what a special bid grants this customer now."""
    now = sandbox.now()
    return lambda bid, part, units, used: sandbox.offers.bid_price(customer, bid, part.number, now, units, used)


def usual_price(sandbox: Sandbox, *, government: bool = False) -> UsualPrice:
    """Return what finds the prices of today where no deal grants one."""
    today = sandbox.now().date()
    return lambda part, units: price_of(part, units, today, government=government)


def line_prices(sandbox: Sandbox, customer: str) -> LinePrices:
    """Return what finds the prices of the lines of one request of a customer."""
    return LinePrices(bid_price(sandbox, customer), usual_price(sandbox))


def pricer(sandbox: Sandbox, customer: str, *, government: bool = False) -> Price:
    """Return what finds the prices of a customer, as an order placed now gets them."""
    granted, usual = bid_price(sandbox, customer), usual_price(sandbox, government=government)

    def price(part: Part, units: int, bid: str) -> Decimal:
        found = granted(bid, part, units, 0) if bid else None
        return usual(part, units) if found is None else found.price

    return price
