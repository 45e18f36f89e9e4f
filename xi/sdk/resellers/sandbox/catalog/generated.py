"""Catalogues of any size, made up from a seed: the same seed and size give the same products."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import (
    Arrival,
    Part,
    PartKind,
    QuantityBreak,
    Special,
    Specification,
)

MOST: Final = 1_000_000
"""The most products of a generated catalogue."""
FIRST_DAY: Final = date(2024, 1, 1)
LAST_DAY: Final = date(2031, 12, 31)
"""Between these days offers begin and end."""

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_HEADS: Final = len(_LETTERS) * 10
_NUMBERS: Final = _HEADS * 10_000
_STEP: Final = 700_001
"""Has no factor in common with _NUMBERS, so that consecutive parts get scattered numbers, and no number comes twice."""
_ALL_DIGITS_EVERY: Final = 40
_STOCKS: Final = 250
_PRICE_STEP: Final = Decimal("0.01")
# How many of a hundred products are so.
_SILENT_BRANCHES: Final = 20
_TWINS: Final = 2
_GONE: Final = 3
_MINIMUM_PRICES: Final = 10
_REFUSED: Final = 3
_NOT_RETURNABLE: Final = 5
_STEPPED: Final = 8
_OFFERED: Final = 5
_ARRIVING: Final = 10
_WAREHOUSES: Final = ("10", "20", "30", "40", "80")
_SILENT: Final = ("05", "81")
"""Branches of which nothing is said but their IDs."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of products.

    Args:
        category: Its category.
        sub_category: Its subcategory.
        noun: What a product of it is called.
        forms: What distinguishes the products.
        lowest: The lowest price.
        highest: The highest price.
        kind: How it is delivered.
        pounds: The weight of a typical product.
    """

    category: str
    sub_category: str
    noun: str
    forms: Sequence[str]
    lowest: int
    highest: int
    kind: PartKind = PartKind.STOCK
    pounds: int = 2


_SIZES: Final = ("13IN 8GB", "14IN 16GB", "15IN 16GB", "16IN 32GB", "17IN 64GB")
_TERMS: Final = ("1YR", "2YR", "3YR", "5YR")
LINES: Final = (
    Line("computers", "Notebooks", "NOTEBOOK", _SIZES, 450, 2_800, pounds=5),
    Line("computers", "Workstations", "WORKSTATION", ("8 CORES", "16 CORES", "24 CORES"), 1_200, 6_000, pounds=22),
    Line("computers", "Tablets", "TABLET", ("8IN 64GB", "10IN 128GB", "12IN 256GB"), 150, 1_100),
    Line(
        "displays", "Monitors", "MONITOR", ("22IN FULL HD", "24IN FULL HD", "27IN QHD", "32IN 4K"), 90, 900, pounds=14
    ),
    Line("displays", "Projectors", "PROJECTOR", ("3000 LUMENS", "4500 LUMENS"), 350, 2_500, pounds=9),
    Line("peripherals", "Keyboards", "KEYBOARD", ("CORDED", "CORDLESS", "COMPACT"), 12, 180),
    Line("peripherals", "Mice", "MOUSE", ("OPTICAL", "CORDLESS", "VERTICAL"), 8, 120, pounds=1),
    Line("peripherals", "Docking Stations", "DOCKING STATION", ("65W", "90W", "130W"), 80, 320),
    Line("device storage", "Solid State Drives", "SSD", ("256GB", "512GB", "1TB", "2TB", "4TB"), 35, 600, pounds=1),
    Line("device storage", "Memory Cards", "MEMORY CARD", ("32GB", "64GB", "128GB", "256GB"), 6, 90, pounds=1),
    Line("storage", "Storage Arrays", "STORAGE ARRAY", ("12 DISKS", "24 DISKS"), 2_500, 30_000, PartKind.DIRECT, 80),
    Line("networking", "Switches", "SWITCH", ("8 PORTS", "24 PORTS", "48 PORTS POE"), 60, 4_500, pounds=8),
    Line("networking", "Access Points", "ACCESS POINT", ("INDOOR", "OUTDOOR"), 70, 900),
    Line("networking", "Routers", "ROUTER", ("BRANCH", "EDGE"), 200, 9_000, PartKind.DIRECT, 12),
    Line("power", "Power Supplies", "UPS", ("650VA", "1500VA", "3000VA"), 70, 2_200, pounds=35),
    Line("cables", "Network Cables", "PATCH CABLE", ("1M", "2M", "3M", "5M", "10M"), 2, 40, pounds=1),
    Line("telephony", "Desk Telephones", "DESK TELEPHONE", ("4 LINES", "8 LINES", "16 LINES"), 50, 400),
    Line("printing", "Laser Printers", "LASER PRINTER", ("MONO", "COLOUR"), 120, 1_900, pounds=40),
    Line("printing", "Toner", "TONER", ("BLACK", "CYAN", "MAGENTA", "YELLOW"), 25, 260),
    Line("software", "Operating Systems", "SYSTEM LICENCE", ("CORE", "SERVER"), 90, 3_500, PartKind.LICENCE, 0),
    Line("software", "Security", "ENDPOINT SECURITY", _TERMS, 15, 400, PartKind.LICENCE, 0),
    Line("services", "Warranties", "ON-SITE REPAIR", _TERMS, 40, 1_500, PartKind.WARRANTY, 0),
)
VENDORS: Final = {
    "ACME PERIPHERALS": ("AC", "100A"),
    "GRIDLINE SYSTEMS": ("GL", "200G"),
    "NORTHWIND TELECOM": ("NW", "300N"),
    "Halcyon Displays": ("HD", "410H"),
    "PALISADE STORAGE": ("PS", "520P"),
    "Quillfeather Print": ("QF", "630Q"),
    "TERRACE NETWORKS": ("TN", "740T"),
    "Umber & Vale": ("UV", "850U"),
}
"""Vendors, with the beginning of their part numbers and their own number; they spell their names as they like."""

_VENDOR_ROWS: Final = tuple(VENDORS.items())


def part_number(place: int) -> str:
    """Return the Ingram part number of the product at a place; six characters, some of them digits alone."""
    if place % _ALL_DIGITS_EVERY == _ALL_DIGITS_EVERY - 1:
        # Digits alone, with zeros in front: a table that reads them as numbers spoils them.
        return f"{place // _ALL_DIGITS_EVERY:06}"
    head, tail = divmod(place * _STEP % _NUMBERS, 10_000)
    return f"{head % 10}{_LETTERS[head // 10]}{tail:04}"


def upc(number: int) -> str:
    """Return a UPC of 13 digits with its check digit."""
    digits = f"0{800_000_000_00 + number:011}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def generated_catalogue(products: int = 100_000, seed: int = 7) -> Catalogue:
    """Return a catalogue of made-up products of all kinds.

    Args:
        products: How many, 1 to MOST. A product is the same in a smaller and in a larger catalogue.
        seed: What they are made up from.

    Raises:
        ValueError: The number of products is not possible.
    """
    if not 1 <= products <= MOST:
        raise ValueError(f"products is {products}; it should be 1 to {MOST}")
    return Catalogue.of(generated_parts(products, seed))


def generated_parts(products: int, seed: int) -> Iterator[Part]:
    """Yield so many made-up parts."""
    # The numbers can be predicted, as they should be in a simulator.
    rng = Random(seed)  # noqa: S311
    stocks = [_stock(rng) for _ in range(_STOCKS)]
    before: Part | None = None
    for place in range(products):
        before = _part(rng, place, stocks, before)
        yield before


def _stock(rng: Random) -> MappingProxyType[str, int]:
    """Return units by warehouse; few different ones, so that many parts take little memory."""
    size = rng.choice((0, 20, 200, 2_000, 20_000))
    names = sorted(rng.sample(_WAREHOUSES, k=rng.randint(1, len(_WAREHOUSES))))
    found = {name: rng.randint(0, size) for name in names}
    if rng.randrange(100) < _SILENT_BRANCHES:
        found |= dict.fromkeys(_SILENT, 0)
    return MappingProxyType(found)


def _part(rng: Random, place: int, stocks: Sequence[MappingProxyType[str, int]], before: Part | None) -> Part:
    line = rng.choice(LINES)
    vendor, (prefix, code) = rng.choice(_VENDOR_ROWS)
    form = rng.choice(line.forms)
    price = Decimal(rng.randint(line.lowest * 100, line.highest * 100)).scaleb(-2)
    is_stock = line.kind is PartKind.STOCK
    chance = rng.randrange(100)
    is_twin = before is not None and before.kind is PartKind.STOCK and not before.refurbished and chance < _TWINS
    is_gone = _TWINS <= chance < _TWINS + _GONE and place > 0
    vendor_number = f"{prefix}-{line.noun[:2]}{place:05}"
    description = f"{line.noun} {form} {prefix}{place % 1000:03}"
    if is_twin and before is not None:
        # Another SKU with the same number of the vendor.
        line = next(each for each in LINES if each.sub_category == before.sub_category)
        vendor, code, vendor_number = before.vendor_name, before.vendor_code, before.vendor_number
        price = before.price / 2
        description, is_stock = f"{before.description} REFURBISHED", True
    size = Decimal(max(line.pounds, 1))
    return Part(
        number=part_number(place),
        price=price.quantize(_PRICE_STEP),
        description=description,
        vendor_number=vendor_number,
        vendor_name=vendor,
        kind=line.kind,
        stock=rng.choice(stocks) if is_stock else _NOWHERE,
        upc=upc(place),
        weight=size if line.pounds else Decimal(0),
        vendor_code=code,
        category=line.category,
        sub_category=line.sub_category,
        retail_price=(price * _RETAIL).quantize(_PRICE_STEP),
        map_price=price.quantize(_PRICE_STEP) if rng.randrange(100) < _MINIMUM_PRICES else Decimal(0),
        authorised=rng.randrange(100) >= _REFUSED,
        discontinued=is_gone,
        replacement=part_number(place - 1) if is_gone else "",
        since=FIRST_DAY + timedelta(days=rng.randint(0, 1_000)),
        returnable=is_stock and rng.randrange(100) >= _NOT_RETURNABLE,
        end_user_required=line.kind is PartKind.LICENCE,
        has_warranty=is_stock,
        refurbished=is_twin,
        length=size * 2 if is_stock else None,
        width=size if is_stock else None,
        height=size / 2 if is_stock else None,
        specifications=before.specifications if is_twin and before is not None else _specifications(line, form),
        breaks=_BREAKS if price > _DEAREST_STEP * 2 and rng.randrange(100) < _STEPPED else (),
        specials=_specials(price) if rng.randrange(100) < _OFFERED else (),
        arrivals=_ARRIVALS if is_stock and rng.randrange(100) < _ARRIVING else (),
    )


_RETAIL: Final = Decimal("1.25")
_NOWHERE: Final = MappingProxyType[str, int]({})
_BREAKS: Final = (QuantityBreak(10, Decimal("0.50")), QuantityBreak(100, Decimal("1.25")))
_DEAREST_STEP: Final = _BREAKS[-1].off
_ARRIVALS: Final = (Arrival("10", 50, 12),)
_SHEETS: Final[dict[tuple[str, str], tuple[Specification, ...]]] = {}
"""The data sheets that were made; most products share one."""


def _specifications(line: Line, form: str) -> tuple[Specification, ...]:
    key = (line.sub_category, form)
    if key not in _SHEETS:
        _SHEETS[key] = (
            Specification("Basic", "Product Type", line.sub_category),
            Specification("Basic", "Model", form.title()),
            Specification("Physical", "Weight (Approximate)", f"{line.pounds} lb"),
        )
    return _SHEETS[key]


def _specials(price: Decimal) -> tuple[Special, ...]:
    off = (price / 10).quantize(_PRICE_STEP)
    # The first has expired, and is listed all the same.
    return (
        Special(off * 2, FIRST_DAY - timedelta(days=700), FIRST_DAY - timedelta(days=400)),
        Special(off, FIRST_DAY, LAST_DAY, bid="BID-100200", minimum=5),
    )
