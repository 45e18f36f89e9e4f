"""What can be ordered: parts with price, kind and stock, and the quotes that bundle them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Self

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from xi.sdk.resellers.sandbox.catalog.default_offers import (
    LICENCE_EMAIL,
    default_deals,
    default_quotes,
    default_renewals,
)
from xi.sdk.resellers.sandbox.catalog.offers import (
    DealTerms,
    GivenQuote,
    QuoteLine,
    QuoteTerms,
    RenewalTerms,
    VendorFields,
    terms_of,
)

DIRECT_WAREHOUSE = "10"
"""The warehouse that is stated for parts which are not in any warehouse."""

_NUMBER_LIMIT: Final = 18
_PRICE_LIMIT: Final = 10**9


class PartKind(StrEnum):
    """The kind of a part; it decides how the part is delivered."""

    STOCK = "stock"
    DIRECT = "direct"
    """Shipped by its vendor."""
    LICENCE = "licence"
    """Not shipped."""
    WARRANTY = "warranty"
    """Not shipped; the vendor may have to authorise it first."""

    @property
    def order_type(self) -> str:
        """The type of its orders in Impulse countries, where stock has separate orders."""
        return "S" if self is PartKind.STOCK else "D"


@dataclass(frozen=True, slots=True)
class Part:
    """One SKU.

    Args:
        number: The Ingram part number.
        price: Unit price, in the currency of the ordering country.
        kind: What it is.
        stock: Units on hand per warehouse; only stocked parts need any.
        needs_authorisation: Whether an order without the vendor's authorisation number goes on hold, as some
            warranties do.
        customer_number: The reseller's own number for it (`customerPartNumber`, SAP).
        weight: Unit weight in pounds.
        vendor_fields: What its vendor wants to be told with an order by v7.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    number: Annotated[str, Field(min_length=1, max_length=_NUMBER_LIMIT)]
    price: Annotated[Decimal, Field(ge=0, lt=_PRICE_LIMIT, allow_inf_nan=False)]
    description: str = ""
    vendor_number: str = ""
    vendor_name: str = ""
    kind: PartKind = PartKind.STOCK
    stock: Mapping[str, Annotated[int, Field(ge=0)]] = field(default_factory=dict[str, int])
    needs_authorisation: bool = False
    customer_number: str = ""
    upc: str = ""
    weight: Annotated[Decimal, Field(ge=0, allow_inf_nan=False)] = Decimal(1)
    vendor_fields: VendorFields = ()

    def __post_init__(self) -> None:
        """Refuse a number or a price that does not fit into an order."""
        if not 1 <= len(self.number) <= _NUMBER_LIMIT:
            raise ValueError(f"number is {self.number!r}; it should be 1 to {_NUMBER_LIMIT} characters")
        if not (self.price.is_finite() and 0 <= self.price < _PRICE_LIMIT):
            raise ValueError(f"price is {self.price}; it should be 0 or more, and below {_PRICE_LIMIT}")

    @property
    def virtual(self) -> bool:
        """Whether it is not shipped."""
        return self.kind in (PartKind.LICENCE, PartKind.WARRANTY)


@dataclass(frozen=True, slots=True)
class _File:
    """The content of a catalogue file."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    parts: list[Part]
    quotes: dict[str, GivenQuote] = field(default_factory=dict[str, QuoteTerms])
    deals: dict[str, DealTerms] = field(default_factory=dict[str, DealTerms])
    renewals: dict[str, RenewalTerms] = field(default_factory=dict[str, RenewalTerms])


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The parts and quotes that exist; any other number is unknown.

    Args:
        parts: The parts by Ingram part number, in upper case.
        quotes: The quotes by their numbers.
        deals: The special bids by their numbers.
        renewals: The renewals by their numbers.
    """

    parts: Mapping[str, Part]
    quotes: Mapping[str, QuoteTerms] = field(default_factory=dict[str, QuoteTerms])
    deals: Mapping[str, DealTerms] = field(default_factory=dict[str, DealTerms])
    renewals: Mapping[str, RenewalTerms] = field(default_factory=dict[str, RenewalTerms])

    @classmethod
    def of(
        cls,
        parts: Iterable[Part],
        quotes: Mapping[str, QuoteTerms | Sequence[QuoteLine]] | None = None,
        deals: Mapping[str, DealTerms] | None = None,
        renewals: Mapping[str, RenewalTerms] | None = None,
    ) -> Self:
        """Build a catalogue from parts in any order, and offers by number; lines alone are a quote that never ends."""
        by_number = {part.number.upper(): part for part in parts}
        return cls(
            MappingProxyType(by_number),
            MappingProxyType({number: terms_of(given) for number, given in (quotes or {}).items()}),
            MappingProxyType(dict(deals or {})),
            MappingProxyType(dict(renewals or {})),
        )

    @classmethod
    def read(cls, path: Path | str) -> Self:
        """Read a catalogue from a JSON file, as `to_json` writes it.

        Args:
            path: The file.

        Raises:
            OSError: It cannot be read.
            ValueError: It is not a catalogue; the message names the place.
        """
        raw = Path(path).read_bytes()
        try:
            found = _file().validate_json(raw)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "the file"
            raise ValueError(f"{path} is not a catalogue: {place}: {first['msg']}") from None
        made = cls.of(found.parts, found.quotes, found.deals, found.renewals)
        for place, number in made.offered():
            if made.find(number) is None:
                raise ValueError(f"{path} is not a catalogue: {place}: there is no part {number}")
        return made

    def to_json(self) -> str:
        """Return the catalogue as the JSON that `read` reads."""
        file = _File(list(self), dict(self.quotes), dict(self.deals), dict(self.renewals))
        return _file().dump_json(file, indent=1, fallback=dict, warnings=False).decode()

    def offered(self) -> Iterator[tuple[str, str]]:
        """Yield the part number of each line of an offer, with the place of the offer, such as `quotes.QUO-1`."""
        for name, quote in self.quotes.items():
            yield from ((f"quotes.{name}", line.part_number) for line in quote.lines)
        for name, deal in self.deals.items():
            yield from ((f"deals.{name}", line.part_number) for line in deal.lines)
        for name, renewal in self.renewals.items():
            yield from ((f"renewals.{name}", line.part_number) for line in renewal.lines)

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts.values())

    def find(self, number: str, customer_number: str = "") -> Part | None:
        """Return the part with this Ingram part number, or else with this part number of the reseller."""
        found = self.parts.get(number.upper()) if number else None
        if found is None and customer_number:
            wanted = customer_number.upper()
            found = next((part for part in self if part.customer_number.upper() == wanted), None)
        return found


@cache
def _file() -> TypeAdapter[_File]:
    return TypeAdapter(_File)


def default_catalogue() -> Catalogue:
    """Return a small catalogue of our own making: stocked, scarce, empty, direct-ship and virtual parts."""
    acme, north, grid = "ACME PERIPHERALS", "NORTHWIND TELECOM", "GRIDLINE SYSTEMS"
    plenty = {"10": 5_000, "30": 5_000}
    stocked: list[tuple[str, str, str, str, str, dict[str, int]]] = [
        ("DF4128", "54.90", "CORDLESS KEYBOARD AND MOUSE", acme, "AC-KM550", plenty),
        ("YN6231", "129.00", "DOCKING STATION 90W", acme, "AC-DOCK90", {"30": 5_000, "10": 800}),
        ("2GZ200", "142.50", "DESK TELEPHONE 16 LINES", north, "NW-T16", plenty),
        ("TSXML1", "12.40", "TEST CABLE 1M", grid, "GL-TC1", {"10": 100_000}),
        ("TXSLM3", "24.90", "TEST CABLE 3M", grid, "GL-TC3", {"40": 100_000}),
        ("5L1701", "899.00", "NOTEBOOK 14IN 16GB", grid, "GL-NB14", {"10": 3, "40": 2}),
        ("1C6094", "118.40", "MONITOR 20IN, NONE IN STOCK", acme, "AC-MON20", {}),
        ("4A0036", "36.00", "MONITOR 19IN, NONE IN STOCK", acme, "AC-MON19", {}),
    ]
    direct = [
        Part("RQ6000", Decimal("3650.00"), "STORAGE ARRAY 14 DISKS", "GL-SA14", grid, PartKind.DIRECT),
        Part(
            "YZ1478",
            Decimal("2795.00"),
            "HYPERVISOR 3YR",
            "GL-HV3",
            grid,
            PartKind.LICENCE,
            vendor_fields=(LICENCE_EMAIL,),
        ),
        Part("4U0212", Decimal("68.00"), "NEXT DAY EXCHANGE 3YR", "AC-X3", acme, PartKind.WARRANTY),
        Part(
            "6W0300",
            Decimal("210.00"),
            "ON-SITE REPAIR 5YR, BY AUTHORISATION",
            "GL-R5",
            grid,
            PartKind.WARRANTY,
            needs_authorisation=True,
        ),
    ]
    by_customer_number = Part(
        "4008025",
        Decimal("2190.00"),
        "WORKSTATION 24 CORES",
        "GL-WS24",
        grid,
        stock={"10": 50},
        customer_number="90NB0GI4-M03110",
    )
    parts = [
        Part(number, Decimal(price), description, vendor_number, vendor, stock=MappingProxyType(on_hand))
        for number, price, description, vendor, vendor_number, on_hand in stocked
    ]
    everything = [*parts, *direct, by_customer_number]
    return Catalogue.of(everything, default_quotes(), default_deals(), default_renewals())
