"""What expires, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal  # noqa: TC003 - get_type_hints resolves it at runtime
from enum import Enum

from xi.sdk.resellers.exceptions import ApiException


class Kind(Enum):
    """What expires."""

    QUOTE = "quote"
    DEAL = "deal"
    RENEWAL = "renewal"


class Standing(Enum):
    """Why something is listed."""

    EXPIRING = "expiring"
    """Its last day is today, or within the days that were asked for."""
    EXPIRED = "expired"
    """Its last day is over, or the service says so."""
    USED_UP = "used up"
    """No unit of a product of a deal is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that expires, or is used up.

    Args:
        kind: what it is.
        number: its number.
        standing: why it is listed.
        day: its last day; None if none is stated.
        days_left: how many days are left: 0 on the last day, below 0 after it.
        name: the name of a quote.
        end_user: the end user.
        vendor: the maker.
        status: the status, as it was sent.
        value: the total of a quote or the value of a renewal, exactly as it was sent.
        currency: the currency of the value, if it is stated.
        sku: the product of a deal, if the row is about one.
        remaining: how many units of the product are left.
        quote_number: the quote that renews a renewal.
    """

    kind: Kind
    number: str
    standing: Standing
    day: date | None = None
    days_left: int | None = None
    name: str | None = None
    end_user: str | None = None
    vendor: str | None = None
    status: str | None = None
    value: Decimal | None = None
    currency: str | None = None
    sku: str | None = None
    remaining: Decimal | None = None
    quote_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that could not be read, so it may expire without a row.

    Args:
        kind: what it is.
        number: its number; None if it has none, or if it is about the rest of a list.
        says: why, for a person.
        error: why a call failed.
        is_rest: whether it is the rest of a list.
    """

    kind: Kind
    number: str | None
    says: str
    error: ApiException | None = field(default=None, repr=False)
    is_rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What expires in an account.

    Args:
        today: the day from which days are counted.
        rows: what expires, has expired or is used up, by its last day; without one at the end.
        unread: what could not be read.
        read: how many of each kind were read.
        undated: how many of each kind state no last day; they do not expire, as far as is known.
    """

    today: date
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]
    read: Mapping[Kind, int]
    undated: Mapping[Kind, int]

    @property
    def is_complete(self) -> bool:
        """Whether everything could be read."""
        return not self.unread
