"""The catalogue that a sandbox has if it is given none: about two hundred made-up products and some cloud plans."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.default_offers import (
    LICENCE_EMAIL,
    default_deals,
    default_quotes,
    default_renewals,
)
from xi.sdk.resellers.sandbox.catalog.generated import FIRST_DAY, LAST_DAY, VENDORS, generated_parts, upc
from xi.sdk.resellers.sandbox.catalog.parts import (
    UNLIMITED,
    Arrival,
    Fee,
    Part,
    PartKind,
    Plan,
    PlanOption,
    QuantityBreak,
    Reserve,
    Special,
    Specification,
)

_MADE_UP: Final = 180
_SEED: Final = 2_024
_ACME: Final = "ACME PERIPHERALS"
_NORTH: Final = "NORTHWIND TELECOM"
_GRID: Final = "GRIDLINE SYSTEMS"
_PLENTY: Final = {"10": 5_000, "30": 5_000}
_MANY: Final = {"30": 5_000, "10": 800}
_WITHOUT_UPC: Final = "DF4128"
"""A part of which no UPC is known."""
_UPC_FROM: Final = 900_000


def default_catalogue() -> Catalogue:
    """Return a catalogue of our own making: parts of all kinds in all states, offers, and plans of the cloud."""
    return _made()


@cache
def _made() -> Catalogue:
    # Once: a catalogue never changes, and tests start many sandboxes.
    parts = [*_first(), *_special_cases(), *generated_parts(_MADE_UP, _SEED)]
    return Catalogue.of(parts, default_quotes(), default_deals(), default_renewals(), _plans())


def _first() -> Iterator[Part]:
    """Yield stocked, scarce, empty, direct-ship and virtual parts, without offers."""
    for place, part in enumerate((*_stocked(), *_others())):
        _, code = VENDORS[part.vendor_name]
        yield replace(part, vendor_code=code, upc="" if part.number == _WITHOUT_UPC else upc(_UPC_FROM + place))


def _stocked() -> Iterator[Part]:
    rows: list[tuple[str, str, str, str, str, str, str, dict[str, int]]] = [
        ("DF4128", "54.90", "CORDLESS KEYBOARD AND MOUSE", _ACME, "AC-KM550", "peripherals", "Keyboards", _PLENTY),
        (
            "YN6231",
            "129.00",
            "DOCKING STATION 90W",
            _ACME,
            "AC-DOCK90",
            "peripherals",
            "Docking Stations",
            {"30": 5_000, "10": 800},
        ),
        ("2GZ200", "142.50", "DESK TELEPHONE 16 LINES", _NORTH, "NW-T16", "telephony", "Desk Telephones", _PLENTY),
        ("TSXML1", "12.40", "TEST CABLE 1M", _GRID, "GL-TC1", "cables", "Test Cables", {"10": 100_000}),
        ("TXSLM3", "24.90", "TEST CABLE 3M", _GRID, "GL-TC3", "cables", "Test Cables", {"40": 100_000}),
        ("5L1701", "899.00", "NOTEBOOK 14IN 16GB", _GRID, "GL-NB14", "computers", "Notebooks", {"10": 3, "40": 2}),
        ("1C6094", "118.40", "MONITOR 20IN, NONE IN STOCK", _ACME, "AC-MON20", "displays", "Monitors", {}),
        ("4A0036", "36.00", "MONITOR 19IN, NONE IN STOCK", _ACME, "AC-MON19", "displays", "Monitors", {}),
    ]
    arrivals = {"1C6094": (Arrival("10", 40, 12), Arrival("10", 60, 45)), "4A0036": (Arrival("40", 25, 9),)}
    for number, price, description, vendor, vendor_number, category, sub_category, on_hand in rows:
        yield Part(
            number,
            Decimal(price),
            description,
            vendor_number,
            vendor,
            stock=MappingProxyType(on_hand),
            category=category,
            sub_category=sub_category,
            arrivals=arrivals.get(number, ()),
        )


def _others() -> Iterator[Part]:
    kinds, storage, services = PartKind, ("storage", "Storage Arrays"), ("services", "Warranties")
    rows: list[tuple[str, str, str, str, str, PartKind, tuple[str, str]]] = [
        ("RQ6000", "3650.00", "STORAGE ARRAY 14 DISKS", "GL-SA14", _GRID, kinds.DIRECT, storage),
        ("YZ1478", "2795.00", "HYPERVISOR 3YR", "GL-HV3", _GRID, kinds.LICENCE, ("software", "Virtualisation")),
        ("4U0212", "68.00", "NEXT DAY EXCHANGE 3YR", "AC-X3", _ACME, kinds.WARRANTY, services),
        ("6W0300", "210.00", "ON-SITE REPAIR 5YR, BY AUTHORISATION", "GL-R5", _GRID, kinds.WARRANTY, services),
    ]
    for number, price, description, vendor_number, vendor, kind, (category, sub_category) in rows:
        yield Part(
            number,
            Decimal(price),
            description,
            vendor_number,
            vendor,
            kind,
            needs_authorisation=number == "6W0300",
            vendor_fields=(LICENCE_EMAIL,) if number == "YZ1478" else (),
            category=category,
            sub_category=sub_category,
        )
    yield Part(
        "4008025",
        Decimal("2190.00"),
        "WORKSTATION 24 CORES",
        "GL-WS24",
        _GRID,
        stock={"10": 50},
        customer_number="90NB0GI4-M03110",
        category="computers",
        sub_category="Workstations",
    )


def _special_cases() -> Iterator[Part]:
    """Yield a part for each thing that can be said about a product and its price."""
    display, quill = "Halcyon Displays", "Quillfeather Print"
    yield Part(
        "3H2701",
        Decimal("289.00"),
        "MONITOR 27IN QHD",
        "HD-M27Q",
        display,
        stock={"10": 400, "20": 120, "40": 60, "05": 0, "81": 0},
        upc=upc(_UPC_FROM + 100),
        weight=Decimal("13.4"),
        vendor_code="410H",
        category="displays",
        sub_category="Monitors",
        extra="HEIGHT ADJUSTABLE STAND",
        detail="Monitor of 27 inches with 2560 x 1440 pixels, two inputs and a stand that can be raised and turned.",
        retail_price=Decimal("379.00"),
        map_price=Decimal("319.00"),
        has_warranty=True,
        length=Decimal("24.1"),
        width=Decimal("8.3"),
        height=Decimal("21.6"),
        specifications=(
            Specification("Basic", "Product Type", "Monitor"),
            Specification("Basic", "Screen Size", '68.6 cm (27")'),
            Specification("Basic", "Screen Resolution", "2560 x 1440"),
            Specification("Physical", "Weight (Approximate)", "6.10 kg"),
        ),
        breaks=(QuantityBreak(10, Decimal("6.00")), QuantityBreak(50, Decimal("14.00"))),
        specials=(
            Special(Decimal("30.00"), FIRST_DAY, LAST_DAY, bid="HALCYON-27", quantity=200, minimum=5),
            Special(Decimal("40.00"), date(2022, 1, 1), date(2023, 6, 30)),
            Special(Decimal("25.00"), FIRST_DAY, LAST_DAY, quantity=UNLIMITED, government="Federal"),
        ),
        reserved=(Reserve(25, 20, FIRST_DAY, LAST_DAY),),
        fees=(Fee("Recycling", Decimal("4.00")),),
    )
    yield Part(
        "3H2400",
        Decimal("149.00"),
        "MONITOR 24IN FULL HD, NO LONGER MADE",
        "HD-M24F",
        display,
        stock={"10": 7},
        upc=upc(_UPC_FROM + 101),
        vendor_code="410H",
        category="displays",
        sub_category="Monitors",
        discontinued=True,
        replacement="3H2701",
        returnable=False,
    )
    yield Part(
        "3H2702",
        Decimal("199.00"),
        "MONITOR 27IN QHD REFURBISHED",
        "HD-M27Q",
        display,
        stock={"30": 15},
        upc=upc(_UPC_FROM + 102),
        vendor_code="410H",
        category="displays",
        sub_category="Monitors",
        refurbished=True,
    )
    yield Part(
        "8Q0401",
        Decimal("640.00"),
        "LASER PRINTER COLOUR, FOR DEALERS OF THE VENDOR",
        "QF-LP4C",
        quill,
        stock={"20": 30},
        upc=upc(_UPC_FROM + 103),
        vendor_code="630Q",
        category="printing",
        sub_category="Laser Printers",
        authorised=False,
    )
    yield Part(
        "001346",
        Decimal("3.10"),
        "LABEL TAPE 12MM",
        "QF-LT12",
        quill,
        stock={"10": 2_500},
        upc=upc(_UPC_FROM + 104),
        vendor_code="630Q",
        category="printing",
        sub_category="Labels",
        since=date(2026, 9, 1),
    )


def _plans() -> Iterator[Plan]:
    group, meaning = "Harbour Office", "Mail, files and meetings of the Harbour cloud"
    for number, name, price, retail in (
        ("7f1c0a52", "Harbour Office Basic", "4.80", "6.00"),
        ("7f1c0a53", "Harbour Office Business", "10.00", "12.50"),
    ):
        seat = PlanOption(
            f"{number}-seat",
            f"{name} seat",
            f"HB-{number[-2:]}-SEAT",
            Decimal(price),
            Decimal(retail),
            most=300,
            breaks=(QuantityBreak(50, Decimal("0.40")),),
        )
        archive = PlanOption(
            f"{number}-archive",
            f"{name} archive",
            f"HB-{number[-2:]}-ARC",
            Decimal("1.20"),
            Decimal("1.50"),
            most=300,
            depends_on=seat.number,
        )
        yield Plan(
            number, name, f"{name}, paid by seat", group, meaning, "HARBOUR CLOUD", (1, 3), options=(seat, archive)
        )
    yield Plan(
        "9d20b711",
        "Lookout Backup",
        "Backup of servers, paid by server",
        "Lookout",
        "Backup and recovery",
        "HARBOUR CLOUD",
        (1,),
        "Month",
        options=(PlanOption("9d20b711-server", "Server", "LK-SRV", Decimal("18.00"), Decimal("24.00")),),
    )
