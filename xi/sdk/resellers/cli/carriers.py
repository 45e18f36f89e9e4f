"""Reads an estimate of freight, and chooses the cheapest carrier of each shipment; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._json import Json
from xi.sdk.resellers.cli.sent import objects, text_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_AMOUNT: Final = re.compile(r"[0-9]{1,15}(\.[0-9]{0,15})?")
_EXACT: Final = Context(prec=100)
"""Enough digits that sums of amounts are not rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a carrier takes for a shipment.

    Args:
        code: its code, as orders take it; without one it cannot be ordered.
        name: its name.
        mode: how it goes, such as by truck.
        charge: the charge as it was sent.
        days: the days in transit as they were sent.
        is_suggested: whether the estimate counts it.
    """

    code: str | None
    name: str | None
    mode: str | None
    charge: str | None
    days: str | None
    is_suggested: bool

    @property
    def amount(self) -> Decimal | None:
        """The charge; None if it cannot be read as one."""
        return Decimal(self.charge) if self.charge is not None and _AMOUNT.fullmatch(self.charge) else None

    @property
    def speed(self) -> int:
        """The days in transit; many if they are not known."""
        return int(self.days) if self.days is not None and self.days.isascii() and self.days.isdigit() else 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """What goes from one warehouse.

    Args:
        warehouse: the warehouse.
        weight: its weight as it was sent.
        offers: what carriers take for it.
    """

    warehouse: str | None
    weight: str | None
    offers: tuple[Offer, ...]

    @property
    def cheapest(self) -> Offer | None:
        """The carrier with the lowest charge, of equal ones the fastest; None if it cannot be told."""
        priced = [(each.amount, each.speed, number) for number, each in enumerate(self.offers) if each.code is not None]
        known = [(amount, speed, number) for amount, speed, number in priced if amount is not None]
        # A charge that cannot be read may be the lowest.
        return self.offers[min(known)[2]] if known and len(known) == len(priced) else None

    def lacks(self) -> Iterator[str]:
        """Yield why the cheapest carrier cannot be told, in words."""
        orderable = [each for each in self.offers if each.code is not None]
        if not orderable:
            yield "no carrier has a code" if self.offers else "no carrier"
        for each in orderable:
            if each.charge is None:
                yield f"{each.code} has no charge"
            elif each.amount is None:
                yield f"the charge of {each.code} cannot be read: {each.charge!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An estimate of freight.

    Args:
        shipments: what goes from which warehouse.
        sums: the sums of the estimate, as they were sent.
        missing: what has no freight, in words: what is in no shipment, and shipments whose cheapest carrier cannot be
            told.
    """

    shipments: tuple[Shipment, ...]
    sums: Mapping[str, str | None]
    missing: tuple[str, ...]

    @property
    def total(self) -> Decimal | None:
        """What it costs by the cheapest carrier of each shipment; None if something has no freight."""
        amounts = [None if each.cheapest is None else each.cheapest.amount for each in self.shipments]
        known = [each for each in amounts if each is not None]
        if self.missing or not known or len(known) < len(amounts):
            return None
        total = Decimal(0)
        for each in known:
            total = _EXACT.add(total, each)
        return total


_SUMS: Final = {
    "currency": "currencyCode",
    "suggested": "totalFreightAmount",
    "tax": "totalTaxAmount",
    "fees": "totalFees",
    "gross": "grossAmount",
}


def read_estimate(found: Json, asked: Mapping[str, int]) -> Estimate:
    """Return an estimate.

    Args:
        found: the estimate as it was sent.
        asked: the units of each part that were asked for.
    """
    shipments = tuple(map(_shipment, objects(value_of(found, "distribution"))))
    lines = objects(value_of(found, "lines"))
    sums = {name: text_of(found, key) for name, key in _SUMS.items()}
    return Estimate(shipments=shipments, sums=sums, missing=tuple(_missing(lines, shipments, asked)))


def _shipment(found: Json) -> Shipment:
    suggested = text_of(found, "carrierCode")
    offers = tuple(_offer(each, suggested) for each in objects(value_of(found, "carrierList")))
    if not offers and text_of(found, "freightRate") is not None:
        offers = (
            Offer(
                code=suggested,
                name=text_of(found, "shipVia"),
                mode=None,
                charge=text_of(found, "freightRate"),
                days=text_of(found, "transitDays"),
                is_suggested=True,
            ),
        )
    return Shipment(
        warehouse=text_of(found, "shipFromBranchNumber"), weight=text_of(found, "totalWeight"), offers=offers
    )


def _offer(found: Json, suggested: str | None) -> Offer:
    code = text_of(found, "carrierCode")
    return Offer(
        code=code,
        name=text_of(found, "shipVia"),
        mode=text_of(found, "carrierMode"),
        charge=text_of(found, "estimatedFreightCharge"),
        days=text_of(found, "daysInTransit"),
        is_suggested=code is not None and code == suggested,
    )


def _missing(lines: list[Json], shipments: tuple[Shipment, ...], asked: Mapping[str, int]) -> Iterator[str]:
    """Yield what has no freight: parts of which units are missing, warehouses without a shipment, and shipments."""
    units: dict[str, int] = {}
    for each in lines:
        part = (text_of(each, "ingramPartNumber") or "").upper()
        text = text_of(each, "quantity") or ""
        units[part] = units.get(part, 0) + (int(Decimal(text)) if _AMOUNT.fullmatch(text) else 0)
    for part, wanted in asked.items():
        there = units.get(part.upper(), 0)
        if there < wanted:
            yield f"{part}: {there} of {wanted} units"
    known = {(each.warehouse or "").lstrip("0") for each in shipments}
    for warehouse in dict.fromkeys(text_of(each, "warehouseId") for each in lines):
        if warehouse is not None and warehouse.lstrip("0") not in known:
            yield f"what goes from warehouse {warehouse}"
    for number, shipment in enumerate(shipments, start=1):
        place = f"shipment {number}" if shipment.warehouse is None else f"shipment {number} from {shipment.warehouse}"
        yield from (f"{place}: {each}" for each in shipment.lacks())


def says(body: Any) -> str | None:
    """Return what an answer says beside an estimate or instead of one, in words; None if it says nothing.

    Args:
        body: the answer.
    """
    found: list[Any] = []
    for each in objects([body]):
        for error in (each, *objects(value_of(each, "errors"))):
            found += [value_of(error, "message"), *(_of_field(its) for its in objects(value_of(error, "fields")))]
    return "; ".join(str(each) for each in dict.fromkeys(found) if each) or None


def _of_field(field: Json) -> str:
    return " ".join(str(each) for each in (value_of(field, "field"), value_of(field, "message")) if each)
