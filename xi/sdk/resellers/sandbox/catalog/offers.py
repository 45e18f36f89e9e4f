"""Offers as a catalogue file has them: quotes, deals and renewals, with their dates counted from when they begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, ClassVar, Final, cast

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

NAME_LIMIT: Final = 250
"""Characters of a name or a number in an offer; a limit of the sandbox."""
LINES_LIMIT: Final = 884
"""The most lines of an offer, as of an order."""
_DAYS_LIMIT: Final = 3_650
_UNITS_LIMIT: Final = 99_999
_FIELDS_LIMIT: Final = 50

Name = Annotated[str, Field(max_length=NAME_LIMIT)]
Days = Annotated[int, Field(ge=-_DAYS_LIMIT, le=_DAYS_LIMIT)]
Units = Annotated[int, Field(ge=1, le=_UNITS_LIMIT)]
PRICE_LIMIT: Final = 10**9
CENTS: Final = 2
"""Digits of a price after the point: with more, answers could not agree about sums."""
Money = Annotated[Decimal, Field(ge=0, lt=PRICE_LIMIT, allow_inf_nan=False, decimal_places=CENTS)]

_IN_URLS: Final = frozenset("/\\?#%")
"""Characters that mean something else in the path of a URL: a call could not name what has one in its number."""

_STRICT: Final = ConfigDict(extra="forbid")


def check_number(what: str, number: str) -> None:
    """Check that calls can name something by its number.

    Args:
        what: What it is the number of, for the message.
        number: The number.

    Raises:
        ValueError: They cannot.
    """
    if not number.isprintable() or not _IN_URLS.isdisjoint(number) or number in (".", ".."):
        without = " ".join(sorted(_IN_URLS))
        raise ValueError(f"{what} is {number!r}; it should be printable, and without {without}")


class QuoteStatus(StrEnum):
    """The states of a quote, as the API names them."""

    ACTIVE = "Active"
    """Still being worked on; it cannot be ordered yet."""
    READY = "Ready to Order"
    CLOSED = "Closed"
    EXPIRED = "Expired"
    """It was active or ready, and its last day has passed."""
    ORDERED = "Ordered"
    """All of it was ordered."""


@dataclass(frozen=True, slots=True)
class VendorField:
    """Something that a vendor wants to be told with an order (vendor mandatory field).

    Args:
        name: The attribute's name on the wire.
        description: What it means.
        sample: The example that answers show as its value.
        hint: How to fill it in.
        choices: The values that are possible; with none, any text is.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    name: Annotated[str, Field(min_length=1, max_length=NAME_LIMIT)]
    description: Name = ""
    sample: Name = "String"
    hint: Name = ""
    choices: Annotated[tuple[Name, ...], Field(max_length=_FIELDS_LIMIT)] = ()


VendorFields = Annotated[tuple[VendorField, ...], Field(max_length=_FIELDS_LIMIT)]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A part and its quantity in a quote of a vendor.

    Args:
        part_number: The Ingram part number.
        quantity: Units offered.
        price: Unit price in the quote; by default the price of the part.
        minimum: The fewest units of it in an order, if the quote can be ordered in pieces.
        suggested: Whether it is a suggestion that nobody asked for; an order of the whole quote leaves it out.
        fields: What the vendor wants to be told about this line; by default what it wants to be told about the part.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    part_number: Annotated[str, Field(min_length=1, max_length=18)]
    quantity: Units
    price: Money | None = None
    minimum: Units = 1
    suggested: bool = False
    fields: VendorFields = ()


QuoteLines = Annotated[tuple[QuoteLine, ...], Field(min_length=1, max_length=LINES_LIMIT)]


@dataclass(frozen=True, slots=True)
class QuoteTerms:
    """What a quote offers.

    Args:
        lines: Its lines.
        name: The name that the reseller gave it.
        vendor: By default the vendor of the first line's part.
        status: Its state at first.
        age_days: How many days ago it was made.
        valid_days: How many days from now it can be ordered; None for ever.
        revision: How often it was revised.
        special_bid: The number of the special bid behind it.
        end_user: The company that it is for.
        partial: Whether it can be ordered in pieces.
        fields: What the vendor wants to be told about the whole order.
        customer: The customer that sees it; empty for all.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    lines: QuoteLines
    name: Name = ""
    vendor: Name = ""
    status: QuoteStatus = QuoteStatus.READY
    age_days: Days = 0
    valid_days: Days | None = 30
    revision: Annotated[int, Field(ge=0, le=999)] = 0
    special_bid: Annotated[str, Field(max_length=36)] = ""
    end_user: Name = ""
    partial: bool = False
    fields: VendorFields = ()
    customer: Annotated[str, Field(max_length=10)] = ""


def terms_of(given: QuoteTerms | Sequence[QuoteLine]) -> QuoteTerms:
    """Return the terms of a quote; lines alone make one that can be ordered for ever."""
    return given if isinstance(given, QuoteTerms) else QuoteTerms(tuple(given), valid_days=None)


def _as_terms(given: object) -> object:
    if isinstance(given, list):
        return {"lines": cast("list[object]", given), "valid_days": None}
    return given


GivenQuote = Annotated[QuoteTerms, BeforeValidator(_as_terms)]
"""A quote in a catalogue file: its terms, or only its lines."""


@dataclass(frozen=True, slots=True)
class DealLine:
    """A part in a deal.

    Args:
        part_number: The Ingram part number.
        price: Unit price by this deal.
        quantity: Units that the vendor has approved.
        used: How many of them were used before the sandbox began.
        valid_days: How many days from now the price holds; by default as long as the deal.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    part_number: Annotated[str, Field(min_length=1, max_length=18)]
    price: Money
    quantity: Units
    used: Annotated[int, Field(ge=0, le=_UNITS_LIMIT)] = 0
    valid_days: Days | None = None


@dataclass(frozen=True, slots=True)
class DealTerms:
    """A special bid: prices that a vendor grants for one end user.

    Args:
        lines: Its parts.
        end_user: The end user's company.
        vendor: By default the vendor of the first line's part.
        version: The number of its newest version.
        age_days: How many days ago it began.
        valid_days: How many days from now it ends.
        customer: The customer that sees it; empty for all.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    lines: Annotated[tuple[DealLine, ...], Field(min_length=1, max_length=LINES_LIMIT)]
    end_user: Name = ""
    vendor: Name = ""
    version: Annotated[int, Field(ge=1, le=999)] = 1
    age_days: Days = 30
    valid_days: Days = 60
    customer: Annotated[str, Field(max_length=10)] = ""


class RenewalStatus(StrEnum):
    """The sub-statuses of a renewal, as the API names them; the first five are open."""

    READY = "Ready to order"
    QUOTE_PENDING = "Quote pending"
    NOTIFIED = "Notification sent"
    FUTURE = "Future"
    QUOTE_REQUESTED = "Quote requested"
    ORDERED = "Ordered"
    QUOTE_CLOSED = "Quote closed (contact sales desk)"
    EXPIRED = "Expired"
    TRANSITION = "Transition to new/upsell"
    LOST = "Lost to competitor"
    CONSOLIDATED = "Consolidated"
    CLOUD = "Transitioned to cloud"
    DIRECT = "Renewal went direct"
    END_OF_LIFE = "EOL"
    OUT_OF_BUSINESS = "End user out of business"
    VOID = "Void"
    OTHER = "Other"
    CANCELLED = "Cancelled"

    @property
    def is_open(self) -> bool:
        """Whether the renewal can still be ordered, now or later."""
        return self in _OPEN


_OPEN: Final = frozenset(tuple(RenewalStatus)[:5])


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """A part that is to be renewed.

    Args:
        part_number: The Ingram part number.
        quantity: Units.
        price: Unit price of the renewal; by default the price of the part.
        serial_number: The serial number or certificate that it belongs to.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    part_number: Annotated[str, Field(min_length=1, max_length=18)]
    quantity: Units
    price: Money | None = None
    serial_number: Name = ""


@dataclass(frozen=True, slots=True)
class RenewalTerms:
    """Something whose term ends, and that can be prolonged.

    Args:
        lines: What it consists of.
        end_user: The end user's company.
        vendor: By default the vendor of the first line's part.
        status: Its state at first.
        quote: The number of the quote that renews it; without one it cannot be ordered.
        notification: The number of the notification about it.
        customer_order_number: The PO by which it was bought.
        order_number: Ingram Micro's number of that order.
        starts_days: Days from now to the beginning of the new term.
        expires_days: Days from now to the end of the present term.
        customer: The customer that sees it; empty for all.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    lines: Annotated[tuple[RenewalLine, ...], Field(min_length=1, max_length=LINES_LIMIT)]
    end_user: Name = ""
    vendor: Name = ""
    status: RenewalStatus = RenewalStatus.NOTIFIED
    quote: Name = ""
    notification: Name = ""
    customer_order_number: Annotated[str, Field(max_length=35)] = ""
    order_number: Name = ""
    starts_days: Days = 31
    expires_days: Days = 30
    customer: Annotated[str, Field(max_length=10)] = ""


def read_terms(given: object) -> QuoteTerms:
    """Return the terms of a quote from JSON.

    Raises:
        ValueError: They are none; the message names the member.
    """
    try:
        return _terms().validate_python(given)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the quote"
        raise ValueError(f"{place}: {first['msg']}") from None


@cache
def _terms() -> TypeAdapter[QuoteTerms]:
    return TypeAdapter(QuoteTerms)
