"""The carriers of each warehouse, and their rates, which are made up."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final
from zlib import crc32

PARCEL, AIR, TRUCK = "SML", "AIR", "LTL"

NAME_WIDTH: Final = 12
"""Characters to which the live API pads the name of a carrier."""
PARCEL_LIMIT: Final = Decimal(150)
"""Pounds that a parcel service takes in one shipment; anything heavier goes by truck."""
FARTHEST: Final = 9
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A service of a carrier.

    Args:
        code: Its code, as in orders.
        name: Its name, at most NAME_WIDTH characters.
        mode: Parcel, air or truck.
        base: What any shipment costs.
        per_pound: What a pound costs over the shortest distance; each class of distance adds a tenth.
        fastest: Days in transit over the shortest distance.
        slowest: Days in transit over the longest distance.
    """

    code: str
    name: str
    mode: str
    base: Decimal
    per_pound: Decimal
    fastest: int
    slowest: int

    def takes(self, weight: Decimal) -> bool:
        """Return whether it takes a shipment of this weight in pounds."""
        return (self.mode == TRUCK) == (weight > PARCEL_LIMIT)

    def rate(self, weight: Decimal, distance: int) -> Decimal:
        """Return what a shipment costs, rounded to cents.

        Args:
            weight: Its weight in pounds.
            distance: The class of its distance, from 0 to FARTHEST.
        """
        exact = self.base + self.per_pound * weight * (10 + distance) / 10
        return exact.quantize(_CENT, ROUND_HALF_UP)

    def days(self, distance: int) -> int:
        """Return the days in transit over a distance class."""
        return self.fastest + (self.slowest - self.fastest) * distance // FARTHEST

    @property
    def padded_name(self) -> str:
        """Its name as answers have it."""
        return self.name.ljust(NAME_WIDTH)


def _carrier(code: str, name: str, mode: str, prices: tuple[str, str], days: tuple[int, int]) -> Carrier:
    return Carrier(code, name, mode, Decimal(prices[0]), Decimal(prices[1]), *days)


CARRIERS: Final[Mapping[str, Carrier]] = MappingProxyType(
    {
        each.code: each
        for each in (
            _carrier("RG", "FEDEX GROUND", PARCEL, ("7.90", "0.41"), (1, 5)),
            _carrier("UG", "UPS GROUND", PARCEL, ("8.15", "0.39"), (1, 5)),
            _carrier("HD", "FDX HOME DEL", PARCEL, ("9.60", "0.44"), (1, 5)),
            _carrier("U3", "UPS 3 DAY", AIR, ("12.40", "0.92"), (2, 3)),
            _carrier("UB", "UPS BLUE", AIR, ("15.75", "1.24"), (2, 2)),
            _carrier("F2", "FEDEX 2 DAY", AIR, ("15.20", "1.31"), (2, 2)),
            _carrier("UO", "UPS ONE SAVR", AIR, ("24.50", "1.95"), (1, 1)),
            _carrier("UR", "UPS RED", AIR, ("27.80", "2.10"), (1, 1)),
            _carrier("FO", "FEDEX PRIORI", AIR, ("28.30", "2.06"), (1, 1)),
            _carrier("Z9", "BEST WAY LTL", TRUCK, ("96.00", "0.21"), (2, 7)),
            _carrier("RL", "R+L CARRIERS", TRUCK, ("88.00", "0.24"), (2, 6)),
        )
    }
)
_AT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "10": ("RG", "UG", "HD", "UB", "F2", "UR", "Z9", "RL"),
        "20": ("RG", "HD", "U3", "F2", "RL"),
        "30": ("UG", "U3", "UB", "UO", "UR", "RL"),
        "40": ("RG", "HD", "F2", "FO", "Z9"),
        "80": ("UG", "HD", "UB", "UO", "Z9", "RL"),
    }
)
"""The carriers at a warehouse. 30 and 40 have none in common, as happens on the live API."""
_ELSEWHERE: Final = ("RG", "UG", "F2", "UR", "RL")
_ZONES: Final[Mapping[str, int]] = MappingProxyType({"10": 9, "20": 7, "30": 3, "40": 6, "80": 1})
"""The first digit of the postal code of a warehouse."""


def carriers_at(warehouse: str) -> list[Carrier]:
    """Return the carriers that serve a warehouse."""
    return [CARRIERS[code] for code in _AT.get(warehouse, _ELSEWHERE)]


def distance_class(warehouse: str, postal_code: str) -> int:
    """Return how far a warehouse is from a postal code, from 0 to FARTHEST: how far apart their first digits are.

    American codes begin with the region, from the east to the west. A code that begins with a letter is turned into a
    digit, so that it has a distance too.
    """
    first = postal_code.strip()[:1]
    there = int(first) if first.isascii() and first.isdigit() else crc32(first.upper().encode()) % (FARTHEST + 1)
    here = _ZONES.get(warehouse)
    if here is None:
        here = crc32(warehouse.encode()) % (FARTHEST + 1)
    return abs(here - there)
