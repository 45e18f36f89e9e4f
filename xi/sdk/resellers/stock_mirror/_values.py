"""What the mirror knows of a product, and what it learned. Pure: the decisions are here, the database is elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Final

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.models import AvailabilityAsyncNotificationRequest
from xi.sdk.resellers.prices import Outcome, Price
from xi.sdk.resellers.webhooks import Event, EventKind

_LONGEST: Final = 18
"""Digits of a count; what is longer is none."""
MISSING: Final = (Outcome.NOT_FOUND, Outcome.NOT_AUTHORIZED)
"""What comes for a part that there is not, or not for this account."""
_KNOWN: Final = (Outcome.PRICED, Outcome.UNPRICED, *MISSING)
"""What tells something about the stock of a part."""


class Source(Enum):
    """From where a total is known."""

    EVENT = "event"
    """From a webhook. Its body is not signed: check the total before much depends on it."""
    CHECK = "check"
    """From price and availability."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What is known of the stock of a product.

    Args:
        sku: the SKU.
        total: how many there are in all warehouses; None if the server did not say, which is not zero.
        as_of: when it was so, in UTC.
        source: from where it is known.
        outcome: what a check found: `priced`, `unpriced`, `not found` or `not authorized`; None after an event.
    """

    sku: str
    total: int | None
    as_of: datetime
    source: Source
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that a check found to be another one.

    Args:
        sku: the SKU.
        before: what the mirror had.
        after: what the check found.
    """

    sku: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Noted:
    """What came of the events of a webhook.

    Args:
        applied: the SKUs whose stock is noted.
        outdated: the SKUs of which something newer was known.
        repeated: the IDs of events that were noted before; they changed nothing.
        unnamed: how many entries had no SKU, or one that cannot be text.
    """

    applied: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check.

    Args:
        checked: how many SKUs were asked about and answered.
        differing: those whose total was another one in the mirror.
        unanswered: what came for the others: the call failed, or the server said nothing. The mirror keeps what it had.
        missing: what came for those that the server does not know, or that the account may not buy. They are noted.
    """

    checked: int
    differing: tuple[Difference, ...] = ()
    unanswered: tuple[Price, ...] = ()
    missing: tuple[Price, ...] = ()


def count_of(text: str | None) -> int | None:
    """Return a total, which events have as text; None, which is not zero, if there is none or it fits in no table."""
    digits = (text or "").strip().removesuffix(".0")
    is_count = digits.isascii() and digits.removeprefix("-").isdigit() and len(digits) <= _LONGEST
    return int(digits) if is_count else None


def moment_of(text: str | None, received: float) -> float:
    """Return when an event was raised, in seconds since the epoch.

    Some stamps are in the future, since their offset is wrong; such a one would outlast every check. A stamp that
    cannot be read, or is later than the receipt, counts as the receipt; one before 1970 counts as 1970.

    Args:
        text: the stamp as sent; without an offset it is UTC.
        received: when the event came.
    """
    try:
        found = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return received
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return min(max(found.timestamp(), 0.0), received)


def events_of(events: Iterable[Event]) -> list[Event]:
    """Return those events that are about stock.

    Raises:
        ApiValueError: one of them has no ID, so its signature cannot have been verified.
    """
    found = [each for each in events if each.kind is EventKind.STOCK]
    if any(not each.event_id for each in found):
        raise ApiValueError("an event has no ID; note only what webhooks.verify accepted", argument="events")
    return found


def stocks_of(event: Event, received: float) -> tuple[list[Stock], int]:
    """Return what an event tells, and how many of its entries have no SKU, or one that cannot be text.

    Args:
        event: the event.
        received: when it came, in seconds since the epoch.
    """
    as_of = datetime.fromtimestamp(moment_of(event.time_stamp, received), UTC)
    found: list[Stock] = []
    unnamed = 0
    assert isinstance(event.notification, AvailabilityAsyncNotificationRequest)  # noqa: S101 - it is about stock
    for each in event.notification.resource or ():
        sku = (each.ingram_part_number or "").strip()
        if sku and sku.isprintable():
            found.append(Stock(sku, count_of(each.total_availability), as_of, Source.EVENT))
        else:
            unnamed += 1
    return found, unnamed


def stock_of_price(price: Price) -> Stock | None:
    """Return what a check tells; None if it tells nothing about the stock."""
    if price.outcome not in _KNOWN:
        return None
    sku = price.asked if isinstance(price.asked, str) else price.sku
    assert sku is not None  # noqa: S101 - a check asks by SKU
    total = None if price.total is None else count_of(str(price.total))
    return Stock(sku.strip(), total, price.received, Source.CHECK, price.outcome.value)


def newest(known: Mapping[str, Stock], told: Iterable[Stock]) -> tuple[dict[str, Stock], list[str]]:
    """Return what is to be written, by SKU, and the SKUs of which something newer is known.

    Args:
        known: what the mirror has, by SKU.
        told: what came, in order; of two that are equally old the later one counts.
    """
    written: dict[str, Stock] = {}
    outdated: list[str] = []
    for each in told:
        before = written.get(each.sku) or known.get(each.sku)
        if before is None or each.as_of >= before.as_of:
            written[each.sku] = each
        else:
            outdated.append(each.sku)
    return written, outdated
