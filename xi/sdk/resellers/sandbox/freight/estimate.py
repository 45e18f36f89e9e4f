"""Makes an estimate: which warehouse each line ships from, and what each of its carriers would take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.catalog.prices import UsualPrice
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.freight.carriers import Carrier, carriers_at, distance_class
from xi.sdk.resellers.sandbox.freight.requests import FreightLine
from xi.sdk.resellers.sandbox.orders.lines import refusal
from xi.sdk.resellers.sandbox.wire.messages import FieldError

_REASONS: Final = {
    "EN": "it is unknown",
    "EA": "you are not authorised to buy it",
    "EW": "it is not in stock, and takes no back orders",
}
"""Why an order would refuse a part."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a carrier would take for a shipment."""

    carrier: Carrier
    charge: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class EstimatedLine:
    """A line with its part and its warehouse.

    Args:
        line: The line.
        part: What it asks for.
        warehouse: Where it ships from.
        unit_price: What an order of it would pay for a unit.
    """

    line: FreightLine
    part: Part
    warehouse: str
    unit_price: Decimal

    @property
    def net(self) -> Decimal:
        """The price of its units."""
        return self.unit_price * self.line.units


@dataclass(frozen=True, slots=True)
class Distribution:
    """What ships from one warehouse.

    Args:
        warehouse: The warehouse.
        weight: Its weight in pounds.
        offers: Those of its carriers, the cheapest first; at least one.
    """

    warehouse: str
    weight: Decimal
    offers: tuple[Offer, ...]

    @property
    def suggested(self) -> Offer:
        """The cheapest offer."""
        return self.offers[0]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the lines would cost to ship.

    Args:
        lines: The lines that could be estimated.
        distributions: A shipment for each warehouse; only parts that a warehouse holds have any.
        unknown: Errors for parts that do not exist, or that the reseller may not buy.
        errors: Errors for which there is no estimate at all.
    """

    lines: Sequence[EstimatedLine]
    distributions: Sequence[Distribution]
    unknown: Sequence[FieldError]
    errors: Sequence[FieldError]

    @property
    def freight(self) -> Decimal:
        """The charges of the suggested carriers, which need not be the cheapest for all shipments together."""
        return sum((each.suggested.charge for each in self.distributions), Decimal(0))

    @property
    def gross(self) -> Decimal:
        """The price of the goods, and the freight."""
        return sum((each.net for each in self.lines), self.freight)


def estimate(
    lines: Iterable[FreightLine], postal_code: str, catalogue: Catalogue, stock: Stock, price: UsualPrice
) -> Estimate:
    """Return the estimate for some lines; warehouses and prices are those of an order of the same lines.

    Args:
        lines: The lines.
        postal_code: Where they are shipped to.
        catalogue: The parts that exist.
        stock: The units that are left; it is not changed.
        price: Tells the prices.
    """
    trial = stock.copy()
    placed: list[EstimatedLine] = []
    unknown: list[FieldError] = []
    errors: list[FieldError] = []
    for line in lines:
        part = catalogue.find(line.part_number)
        code = refusal(part, line.units, line.warehouse, trial, may_backorder=True)
        is_elsewhere = part is not None and part.kind is PartKind.STOCK and _lacks(trial, part, line.warehouse)
        if part is None or (code and not (is_elsewhere and code == "EW")):
            message = f"There are no freight details for this part: {_REASONS[code]}"
            unknown.append(FieldError(message, f"{line.prefix}ingramPartNumber", line.part_number))
        elif is_elsewhere:
            message = f"Warehouse {line.warehouse} does not hold part {part.number}"
            errors.append(FieldError(message, f"{line.prefix}warehouseId", line.warehouse))
        else:
            warehouse = trial.choose(part, line.units, line.warehouse)
            trial.take(part, line.units, warehouse)
            placed.append(EstimatedLine(line, part, warehouse, price(part, line.units)))
    distributions = _distributions(placed, postal_code, errors)
    return Estimate(placed, distributions, unknown, errors)


def _lacks(stock: Stock, part: Part, warehouse: str) -> bool:
    known = tuple(stock.warehouses(part))
    return bool(warehouse and known) and warehouse not in known


def _distributions(
    placed: Sequence[EstimatedLine], postal_code: str, errors: list[FieldError]
) -> Sequence[Distribution]:
    groups: dict[str, list[EstimatedLine]] = {}
    for each in placed:
        # As in orders, what its vendor ships, and what is not shipped, has no freight.
        if each.part.kind is PartKind.STOCK:
            groups.setdefault(each.warehouse, []).append(each)
    found: list[Distribution] = []
    for warehouse, lines in sorted(groups.items()):
        weight = sum((each.part.weight * each.line.units for each in lines), Decimal(0))
        offers = _offers(warehouse, weight, distance_class(warehouse, postal_code))
        asked = {each.line.carrier for each in lines if each.line.carrier}
        kept = tuple(each for each in offers if not asked or each.carrier.code in asked)
        refused = asked - {each.carrier.code for each in offers}
        errors += [_not_served(each, warehouse, weight) for each in lines if each.line.carrier in refused]
        if kept:
            found.append(Distribution(warehouse, weight, kept))
    return found


def _offers(warehouse: str, weight: Decimal, distance: int) -> list[Offer]:
    fitting = [each for each in carriers_at(warehouse) if each.takes(weight)]
    offers = [Offer(each, each.rate(weight, distance), each.days(distance)) for each in fitting]
    return sorted(offers, key=lambda offer: (offer.charge, offer.carrier.code))


def _not_served(each: EstimatedLine, warehouse: str, weight: Decimal) -> FieldError:
    message = f"Carrier {each.line.carrier} takes no shipment of {weight:f} pounds from warehouse {warehouse}"
    return FieldError(message, f"{each.line.prefix}carrierCode", each.line.carrier)
