"""What can be ordered: parts and cloud plans, with all that the catalogue says about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, Final, Literal

from pydantic import ConfigDict, Field

from xi.sdk.resellers.sandbox.catalog.offers import CENTS, PRICE_LIMIT, Money, VendorFields

DIRECT_WAREHOUSE: Final = "10"
"""The warehouse that is stated for parts which are not in any warehouse."""
UNLIMITED: Final = 9_999_999
"""What stands for a special price without a limit of its quantity."""

_NUMBER_LIMIT: Final = 18
_NEW_FOR: Final = {True: timedelta(days=10), False: timedelta(days=150)}
"""How long a product counts as new, by whether it is digital."""

_EXACT: Final = ConfigDict(extra="forbid")
_Size = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
_Units = Annotated[int, Field(ge=0)]


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
class Specification:
    """A line of a product's data sheet, as prose: numbers stand in it with their units."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    header: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class QuantityBreak:
    """What is taken off the price of each unit, from a quantity on."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    quantity: Annotated[int, Field(ge=1)]
    off: Money


@dataclass(frozen=True, slots=True)
class Special:
    """A special price of a part.

    Args:
        off: What is taken off the price of each unit.
        effective: Its first day.
        expires: Its last day; expired ones are still listed.
        bid: The number of the special bid that asks for it; empty for a promotion, which everybody gets.
        quantity: The units left at this price; UNLIMITED for no limit.
        minimum: The units from which it holds.
        government: The type of a government discount, in the United States only; such an offer holds for no one else.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    off: Money
    effective: date
    expires: date
    bid: str = ""
    quantity: _Units = UNLIMITED
    minimum: _Units = 0
    government: str = ""

    def holds(self, today: date, units: int, used: int = 0) -> bool:
        """Return whether it is in force for so many units, if so many others are used beside them."""
        return self.effective <= today <= self.expires and self.minimum <= units <= self.quantity - used


@dataclass(frozen=True, slots=True)
class Arrival:
    """Units that are on order at the vendor.

    Args:
        warehouse: Where they will arrive.
        quantity: How many.
        days: In how many days, counted from the first start of the sandbox; so a catalogue never grows old.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    warehouse: str
    quantity: Annotated[int, Field(ge=1)]
    days: Annotated[int, Field(ge=0, le=36_500)] = 14


@dataclass(frozen=True, slots=True)
class Reserve:
    """Units that are reserved for the reseller."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    quantity: _Units
    available: _Units
    effective: date
    expires: date


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee that comes with a part, such as one for recycling."""

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    description: str
    amount: Money
    kind: str = "FEE"
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One SKU.

    Args:
        number: The Ingram part number, 1 to 18 characters.
        price: Unit price, in the currency of the ordering country.
        vendor_number: The vendor's number of the part.
        kind: What it is.
        stock: Units on hand per warehouse; only stocked parts need any.
        needs_authorisation: Whether an order without the vendor's authorisation number goes on hold, as some
            warranties do.
        customer_number: The reseller's own number for it (`customerPartNumber`, SAP).
        weight: Unit weight in pounds.
        vendor_code: The number of the vendor itself, such as `802U`.
        extra: A second line of the description.
        detail: The long description, for the details of the product.
        retail_price: The price to compare with; None for that of the part.
        map_price: Below it the reseller must not advertise; 0 for none.
        stock_class: The letter of the product class; empty for that of its kind: A in stock, X from the vendor.
        authorised: Whether the reseller may buy it. If not, it has no price, and an order for it is refused.
        discontinued: Whether its vendor makes it no more.
        replacement: The part number of what replaces it.
        since: The day from which it is offered; it counts as new for 150 days, a digital one for 10.
        returnable: Whether it can be returned.
        end_user_required: Whether an order has to name the end user.
        has_warranty: Whether it comes with a warranty.
        refurbished: Whether it was used before.
        bundle: Whether it consists of several parts.
        length: Its length in inches; None if it is not known, as with width and height.
        vendor_fields: What its vendor wants to be told with an order by v7.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    number: Annotated[str, Field(min_length=1, max_length=_NUMBER_LIMIT)]
    price: Money
    description: str = ""
    vendor_number: str = ""
    vendor_name: str = ""
    kind: PartKind = PartKind.STOCK
    stock: Mapping[str, _Units] = field(default_factory=dict[str, int])
    needs_authorisation: bool = False
    customer_number: str = ""
    upc: str = ""
    weight: _Size = Decimal(1)
    vendor_code: str = ""
    category: str = ""
    sub_category: str = ""
    extra: str = ""
    detail: str = ""
    retail_price: Money | None = None
    map_price: Money = Decimal(0)
    stock_class: Literal["", "A", "B", "C", "D", "E", "F", "N", "O", "P", "S", "V", "X"] = ""
    authorised: bool = True
    discontinued: bool = False
    replacement: str = ""
    since: date | None = None
    returnable: bool = True
    end_user_required: bool = False
    has_warranty: bool = False
    refurbished: bool = False
    bundle: bool = False
    length: _Size | None = None
    width: _Size | None = None
    height: _Size | None = None
    specifications: tuple[Specification, ...] = ()
    breaks: tuple[QuantityBreak, ...] = ()
    specials: tuple[Special, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    reserved: tuple[Reserve, ...] = ()
    fees: tuple[Fee, ...] = ()
    vendor_fields: VendorFields = ()

    def __post_init__(self) -> None:
        """Refuse a number or a price that does not fit into an order."""
        if not 1 <= len(self.number) <= _NUMBER_LIMIT:
            raise ValueError(f"number is {self.number!r}; it should be 1 to {_NUMBER_LIMIT} characters")
        if not (self.price.is_finite() and 0 <= self.price < PRICE_LIMIT):
            raise ValueError(f"price is {self.price}; it should be 0 or more, and below {PRICE_LIMIT}")
        if round(self.price, CENTS) != self.price:
            raise ValueError(f"price is {self.price}; it should have {CENTS} digits after the point at most")

    @property
    def retail(self) -> Decimal:
        """The price to compare with; its own if it has no other."""
        return self.price if self.retail_price is None else self.retail_price

    @property
    def virtual(self) -> bool:
        """Whether it is not shipped."""
        return self.kind in (PartKind.LICENCE, PartKind.WARRANTY)

    @property
    def accepts_back_orders(self) -> bool:
        """Whether an order of it may wait for stock."""
        return self.kind is PartKind.STOCK and not self.discontinued

    @property
    def has_discounts(self) -> bool:
        """Whether there are quantity breaks or special prices."""
        return bool(self.breaks or self.specials)

    @property
    def product_class(self) -> str:
        """The letter that says how it is kept."""
        if self.stock_class:
            return self.stock_class
        if self.discontinued:
            return "V"
        return "A" if self.kind is PartKind.STOCK else "X"

    def is_new(self, today: date) -> bool:
        """Return whether it counts as new."""
        return self.since is not None and today - self.since < _NEW_FOR[self.virtual]


@dataclass(frozen=True, slots=True)
class PlanOption:
    """What can be ordered in a plan.

    Args:
        number: The ID of the resource.
        name: Its name.
        vendor_number: The vendor's number of it.
        price: What the reseller pays for a unit and a period.
        retail_price: The price to compare with.
        least: The fewest units.
        most: The most units.
        depends_on: The ID of the resource that must be ordered with it.
        breaks: What is taken off from a quantity on.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    number: str
    name: str
    vendor_number: str
    price: Money
    retail_price: Money
    least: Annotated[int, Field(ge=1)] = 1
    most: Annotated[int, Field(ge=1)] = 10_000
    depends_on: str = ""
    breaks: tuple[QuantityBreak, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of the cloud: what is paid for by the month or the year.

    Args:
        number: The ID of the plan.
        name: Its name.
        group: The name of the group of plans that it belongs to.
        periods: How long it can be subscribed to, in units.
        period_unit: The unit, `Month` or `Year`.
        billing: After how many units it is billed.
        billing_unit: The unit of that.
        options: What can be ordered in it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    number: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    description: str = ""
    group: str = ""
    group_description: str = ""
    vendor_name: str = ""
    periods: tuple[Annotated[int, Field(ge=1)], ...] = (1,)
    period_unit: Literal["Month", "Year"] = "Year"
    billing: Annotated[int, Field(ge=1)] = 1
    billing_unit: Literal["Month", "Year"] = "Month"
    options: tuple[PlanOption, ...] = ()
