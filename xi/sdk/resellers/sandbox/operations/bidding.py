"""Prices that depend on the state of the sandbox: those of special bids."""

from datetime import date
from decimal import Decimal
from functools import partial

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.prices import Price, bid_in_catalogue, price_of
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def bid_price(sandbox: Sandbox, customer: str, bid: str, part: Part) -> Decimal | None:  # noqa: ARG001 - no deals are kept
    """Return the price of a unit that a deal grants a customer; None if no deal has this number and part."""
    return None


def pricer(sandbox: Sandbox, customer: str, *, government: bool = False) -> Price:
    """Return what finds the prices of a customer, for questions as for orders.

    A special bid counts if it gives a price: one of a deal, else one of the catalogue; otherwise the usual price does.
    """
    return partial(_price, sandbox, customer, sandbox.now().date(), government)


def _price(sandbox: Sandbox, customer: str, today: date, government: bool, part: Part, units: int, bid: str) -> Decimal:
    special = bid_price(sandbox, customer, bid, part) if bid else None
    if special is None:
        special = bid_in_catalogue(part, units, today, bid)
    return price_of(part, units, today, government=government) if special is None else special
