"""What came for a part, as values: prices as Decimal, stock, discounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal  # noqa: TC003 - get_type_hints resolves it at runtime
from enum import Enum

from xi.sdk.resellers import models
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.prices._asked import Part


class Outcome(Enum):
    """What came of asking for a part."""

    PRICED = "priced"
    """A price came."""
    UNPRICED = "unpriced"
    """The product is known, but no price came: none was asked for, or the server has none."""
    NOT_FOUND = "not found"
    """The server does not know it."""
    NOT_AUTHORIZED = "not authorized"
    """The account may not buy it."""
    SEVERAL = "several"
    """The server answered with several products, or several prices; see `Price.products`. None of them was chosen."""
    NOT_SAID = "not said"
    """The server answered, but said nothing about it."""
    FAILED = "failed"
    """The call failed; see `Price.error`. Nothing is known about the part."""


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The stock of a warehouse. What the server did not say is None, which is not zero.

    Args:
        warehouse_id: its ID as text, such as `05`.
        location: its place.
        quantity: how many it has.
        on_order: how many it has ordered from the maker.
        backordered: how many are promised to others.
        etas: what is to come: how many, and the day as the server wrote it.
    """

    warehouse_id: str | None
    location: str | None
    quantity: int | None
    on_order: int | None
    backordered: int | None
    etas: tuple[tuple[int | None, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Discount:
    """A special price or a quantity discount.

    Args:
        kind: the kind as the server wrote it.
        special_bid_number: the special bid that it belongs to.
        amount: what is taken off the price; of a quantity discount, what the server states with it.
        price: the price that the server states with it, as for government discounts.
        currency: the currency, if the server states one with it.
        first: the first day on which it is valid; None if there is no limit.
        last: the last day; None if there is no limit.
        minimum: the quantity from which it is valid.
        left: how many can still be bought with it; None if there is no limit, or none was said.
        is_dated: whether its days could be read.
    """

    kind: str | None
    special_bid_number: str | None
    amount: Decimal | None
    price: Decimal | None
    currency: str | None
    first: date | None
    last: date | None
    minimum: int | None
    left: int | None
    is_dated: bool = True

    def is_live(self, day: date) -> bool:
        """Return whether it is valid on a day. One whose days cannot be read is not.

        Args:
            day: the day.
        """
        begun = self.first is None or self.first <= day
        return self.is_dated and begun and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Price:
    """What came for a part.

    Args:
        asked: the part as it was given.
        outcome: what came of it.
        message: what the server, or the exception, said about it; a good product may have a message too.
        received: when the answer came, in UTC. How long a price is valid is not said by the server.
        sku: the SKU of the product that answered.
        currency: the currency of the amounts.
        amount: what the reseller pays, after special prices; exactly as it stood in the answer.
        retail: the list price.
        lowest_advertised: the price below which the reseller must not advertise; None if there is none.
        available: whether it is in stock; None if not said.
        total: how many are in stock in all warehouses; None if not said, which is not zero.
        warehouses: the stock of each warehouse.
        discounts: the discounts that were valid on the day of receipt.
        listed_discounts: all discounts in the answer, also those that are over.
        product: all that the server sent, as a model.
        products: all products that answered, where there are several.
        error: why the call failed.
    """

    asked: str | Part
    outcome: Outcome
    message: str | None
    received: datetime
    sku: str | None = None
    currency: str | None = None
    amount: Decimal | None = None
    retail: Decimal | None = None
    lowest_advertised: Decimal | None = None
    available: bool | None = None
    total: int | None = None
    warehouses: tuple[Warehouse, ...] = ()
    discounts: tuple[Discount, ...] = ()
    listed_discounts: tuple[Discount, ...] = ()
    product: models.PriceAndAvailabilityResponseInner | None = field(default=None, repr=False)
    products: tuple[models.PriceAndAvailabilityResponseInner, ...] = field(default=(), repr=False)
    error: ApiException | None = None
