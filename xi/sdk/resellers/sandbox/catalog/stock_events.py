"""Stock events: which parts changed since the last one, and the bodies that tell it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.keeping import Kept
from xi.sdk.resellers.sandbox.wire.json import Json

EVENT_TYPE: Final = "IM::STOCK_UPDATE"
INTERVAL: Final = timedelta(minutes=15)
"""How often changes are told: at each quarter of an hour by the sandbox's clock."""
LARGEST: Final = 4_000
"""Parts in an event; further ones come in another."""


@dataclass(frozen=True, slots=True)
class Told:
    """The stock of a part as an event last told it, or as it was at the start."""

    number: str
    total: int


TOLD: Final[Kept[Told]] = Kept("told", Told, key=lambda told: told.number)
"""Where it is kept; a part of which nothing changed yet has no entry."""


def slot(now: datetime) -> int:
    """Return the number of the quarter of an hour that a moment is in."""
    return int(now.timestamp() // INTERVAL.total_seconds())


def news(
    catalogue: Catalogue, stock: Stock, numbers: Iterable[str], told: Callable[[str], Told | None]
) -> Iterator[tuple[Part, int]]:
    """Yield the parts whose stock differs from what was told, with the units that there are now.

    Args:
        catalogue: The parts.
        stock: What was taken of them.
        numbers: The parts that may have changed.
        told: Returns what was told of a part; None for the stock at the start.
    """
    for number in sorted(numbers):
        part = catalogue.parts.get(number.upper())
        if part is None or part.kind is not PartKind.STOCK:
            continue
        before, total = told(part.number), stock.total(part)
        if total != (sum(part.stock.values()) if before is None else before.total):
            yield part, total


def event_bodies(changes: Sequence[tuple[Part, int]]) -> Iterator[Callable[[str, str], object]]:
    """Yield what makes the bodies of events; a part that the reseller may not buy is in none."""
    allowed = [(part, total) for part, total in changes if part.authorised]
    for first in range(0, len(allowed), LARGEST):
        yield _body_of([_resource(part, total) for part, total in allowed[first : first + LARGEST]])


def _body_of(resources: Sequence[Json]) -> Callable[[str, str], object]:
    return lambda event_id, at: {
        "topic": "resellers/catalog",
        "event": "im::updated",
        "eventTimeStamp": at,
        "eventId": event_id,
        "resource": resources,
    }


def _resource(part: Part, total: int) -> Json:
    return {
        "eventType": EVENT_TYPE,
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "vendorName": part.vendor_name,
        "upcCode": part.upc,
        "skuStatus": None,
        "backOrderFlag": "N" if part.discontinued else "Y",
        "totalAvailability": str(total),
        # An old path, which leads nowhere; the live API sends it all the same.
        "links": [{"topic": "orders", "href": f"/resellers/v5/catalog/{part.number}", "type": "GET"}],
    }
