"""Reads lists to their ends, and chooses what expires."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from xi.sdk.resellers._exact import amount_at, day_of, loaded, text_at, value_at
from xi.sdk.resellers._json import Json, is_object
from xi.sdk.resellers._keys import objects_at
from xi.sdk.resellers._steps import Begin, Flow, Give, Next, gathered
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.expiring._values import Kind, Row, Standing, Unread, Watch
from xi.sdk.resellers.paging._families import DEALS, QUOTES, RENEWALS, Family
from xi.sdk.resellers.paging._flow import beginning_of, pages_of
from xi.sdk.resellers.paging._raw import RawFamily, raw

_DETAILS: Final = "get_resellers_v6_dealsdetails_with_http_info"
_WINDOW: Final = 364
"""The days back that a search for quotes reaches, with a day to spare for the zone of the service."""
_HOPELESS: Final = 5
"""After so many failed details in a row the others are not asked for."""
_REFUSED: Final = (401, 403)
_CLOSED: Final = frozenset(
    {
        "canceled",
        "cancelled",
        "closed",
        "consolidated",
        "enduseroutofbusiness",
        "eol",
        "losttocompetitor",
        "ordered",
        "other",
        "quoteclosedcontactsalesdesk",
        "renewalwentdirect",
        "transitionedtocloud",
        "transitiontonewupsell",
        "void",
    }
)
"""The statuses of renewals that are over, other than `Expired`; without blanks and marks, in small letters."""


@dataclass(slots=True)
class Watching:
    """Reads the lists, and the details of deals.

    Args:
        today: the day from which days are counted.
        span: how many days ahead, and how many back; None is without a limit.
        most_details: of how many deals the details are read at most.
        quotes: the bound API of quotes, or None; the next two are those of deals and renewals.
    """

    today: date
    span: tuple[int, int | None]
    most_details: int
    quotes: object
    deals: object
    renewals: object
    _rows: list[Row] = field(default_factory=list[Row])
    _unread: list[Unread] = field(default_factory=list[Unread])
    _read: dict[Kind, int] = field(default_factory=dict[Kind, int])
    _undated: dict[Kind, int] = field(default_factory=dict[Kind, int])

    def run(self) -> Flow[None]:
        """Give a `Watch`."""
        if self.quotes is not None:
            first = str(self.today - timedelta(_WINDOW))
            dated = {"ingram_order_date_bt": [first, str(self.today + timedelta(1))]}
            found = yield from self._list(Kind.QUOTE, QUOTES, self.quotes, dated)
            found += yield from self._list(Kind.QUOTE, QUOTES, self.quotes, {})
            self._each(Kind.QUOTE, _once(found, "quoteNumber", "revision"), self._quote)
        if self.renewals is not None:
            found = yield from self._list(Kind.RENEWAL, RENEWALS, self.renewals, {})
            self._each(Kind.RENEWAL, found, self._renewal)
        if self.deals is not None:
            found = yield from self._list(Kind.DEAL, DEALS, self.deals, {})
            live: list[tuple[date, str, Json]] = []
            self._each(Kind.DEAL, found, partial(self._deal, live))
            yield from self._details(sorted(live, key=lambda each: each[:2]))
        if not self._read and self._unread and self._unread[0].error is not None:
            raise self._unread[0].error
        self._rows.sort(key=lambda row: (row.day or date.max, row.kind.value, row.number, row.sku or ""))
        yield Give(
            Watch(
                today=self.today,
                rows=tuple(self._rows),
                unread=tuple(self._unread),
                read=dict(self._read),
                undated=dict(self._undated),
            )
        )

    def _list(
        self, kind: Kind, family: Family[Any, Any, Any], api: object, arguments: dict[str, Any]
    ) -> Flow[list[Json]]:
        """Return the items of a list; if it breaks off, those before, and the rest is noted as unread."""
        wanted: RawFamily = raw(family)
        pages: list[list[Json]] = []
        position = beginning_of(wanted)
        try:
            flow = pages_of(wanted, api, arguments, size=family.usual, prefetch=False, position=position)
            yield from gathered(flow, pages)
        except ApiException as error:
            came = sum(map(len, pages))
            says = f"the list broke off after {came} of them: {error}"
            self._unread.append(Unread(kind=kind, number=None, says=says, error=error, is_rest=True))
            if not came:
                return []
        else:
            if position.is_short:
                says = f"the list ended after {position.seen} of {position.stated}"
                self._unread.append(Unread(kind=kind, number=None, says=says, is_rest=True))
        found = [each for page in pages for each in page]
        self._read[kind] = self._read.get(kind, 0)
        return found

    def _each(self, kind: Kind, found: list[Json], note: Callable[[str, Json], None]) -> None:
        """Note each item of a list; one without a number, or with a date that cannot be read, is told as unread."""
        names = {Kind.QUOTE: "quoteNumber", Kind.DEAL: "dealId", Kind.RENEWAL: "renewalId"}
        for record in found:
            self._read[kind] = self._read.get(kind, 0) + 1
            number = text_at(record, names[kind])
            if number is None:
                self._unread.append(Unread(kind=kind, number=None, says=f"one has no {names[kind]}"))
                continue
            try:
                note(number, record)
            except ValueError as error:
                self._unread.append(Unread(kind=kind, number=number, says=f"its last day cannot be read: {error}"))

    # -- what is listed

    def _quote(self, number: str, record: Json) -> None:
        self._add(
            Kind.QUOTE,
            number,
            day_of(value_at(record, "ingramQuoteExpiryDate")),
            is_over=(text_at(record, "quoteStatus") or "").lower() == "expired",
            name=text_at(record, "quoteName"),
            end_user=text_at(record, "endUserName") or text_at(record, "endUserContact"),
            vendor=text_at(record, "vendor"),
            status=text_at(record, "quoteStatus"),
            value=amount_at(record, "quoteTotal"),
            currency=text_at(record, "currencyCode"),
        )

    def _renewal(self, number: str, record: Json) -> None:
        status = text_at(record, "status")
        folded = re.sub(r"[^a-z]", "", (status or "").lower())
        if folded in _CLOSED:
            return
        self._add(
            Kind.RENEWAL,
            number,
            day_of(value_at(record, "expirationDate")),
            is_over=folded == "expired",
            end_user=text_at(record, "endUser"),
            vendor=text_at(record, "vendor"),
            status=status,
            value=amount_at(record, "renewalValue"),
            quote_number=_quote_of(record),
        )

    def _deal(self, live: list[tuple[date, str, Json]], number: str, record: Json) -> None:
        day: date | None = None
        try:
            day = day_of(value_at(record, "dealExpiryDate"))
            end_user, vendor = text_at(record, "endUser"), text_at(record, "vendor")
            self._add(Kind.DEAL, number, day, end_user=end_user, vendor=vendor)
        finally:
            if day is None or day >= self.today:
                live.append((day or date.max, number, record))

    def _add(self, kind: Kind, number: str, day: date | None, *, is_over: bool = False, **more: Any) -> None:
        """Add a row if it expires in the days that are asked for."""
        if day is None and not is_over:
            self._undated[kind] = self._undated.get(kind, 0) + 1
            return
        left = None if day is None else (day - self.today).days
        ahead, back = self.span
        is_over = is_over or (left is not None and left < 0)
        too_old = back is not None and left is not None and left < -back
        too_far = not is_over and left is not None and left > ahead
        if not too_old and not too_far:
            standing = Standing.EXPIRED if is_over else Standing.EXPIRING
            self._rows.append(Row(kind=kind, number=number, standing=standing, day=day, days_left=left, **more))

    # -- the details of deals

    def _details(self, live: list[tuple[date, str, Json]]) -> Flow[None]:
        """Read what is left of deals that have not expired."""
        failures, hopeless = 0, ""
        for index, (_, number, record) in enumerate(live):
            if index >= self.most_details or hopeless:
                says = hopeless or f"its details were not asked for, as only {self.most_details} are"
                self._unread.append(Unread(kind=Kind.DEAL, number=number, says=f"what is left is not known: {says}"))
                continue
            try:
                yield Begin(partial(getattr(self.deals, _DETAILS), number))
                came = yield Next()
                self._products(number, record, loaded(came.value))
                failures = 0
            except (ApiException, ValueError) as error:
                failed = error if isinstance(error, ApiException) else None
                failures += 1
                if failures >= _HOPELESS or (failed is not None and failed.status in _REFUSED):
                    hopeless = f"not asked for, since the calls before failed: {error}"
                says = f"what is left is not known: {error}"
                self._unread.append(Unread(kind=Kind.DEAL, number=number, says=says, error=failed))

    def _products(self, number: str, record: Json, answer: Any) -> None:
        """Add the products of a deal that are used up, or expire before it.

        Raises:
            ValueError: the details are not an object, are of another deal, or have no products.
        """
        if not is_object(answer):
            raise ValueError("the details are not a JSON object")
        other = text_at(answer, "dealId")
        if other is not None and other.strip() != number.strip():
            raise ValueError(f"the details are those of {other}")
        if not isinstance(value_at(answer, "products"), (list, dict)):
            raise ValueError("the details have no products")  # noqa: TRY004 - told as what cannot be read
        try:
            last = day_of(value_at(record, "dealExpiryDate"))
        except ValueError:
            last = None
        for product in objects_at(answer, "products"):
            sku = text_at(product, "ingramPartNumber") or text_at(product, "vendorPartNumber")
            remaining = amount_at(product, "remainingQuantity")
            told: dict[str, Any] = {
                "end_user": text_at(record, "endUser"),
                "vendor": text_at(record, "vendor"),
                "sku": sku,
                "remaining": remaining,
            }
            try:
                day = day_of(value_at(product, "expirationDate"))
            except ValueError as error:
                day = last
                says = f"the last day of {sku} cannot be read: {error}"
                self._unread.append(Unread(kind=Kind.DEAL, number=number, says=says))
            if remaining is None:
                says = f"what is left of {sku} is missing or cannot be read"
                self._unread.append(Unread(kind=Kind.DEAL, number=number, says=says))
            if remaining is not None and remaining <= 0:
                left = None if (day or last) is None else ((day or last or self.today) - self.today).days
                row = Row(
                    kind=Kind.DEAL, number=number, standing=Standing.USED_UP, day=day or last, days_left=left, **told
                )
                self._rows.append(row)
            elif day is not None and day != last:
                self._add(Kind.DEAL, number, day, **told)


def _once(found: list[Json], *names: str) -> list[Json]:
    """Return records, each once by some of its texts; one without the first text is told by all that it has."""
    once: dict[object, Json] = {}
    for record in found:
        key = tuple(text_at(record, name) for name in names)
        once.setdefault(key if key[0] is not None else json.dumps(record, sort_keys=True, default=str), record)
    return list(once.values())


def _quote_of(record: Json) -> str | None:
    """Return the number of the quote that a renewal has a link to."""
    return next(_linked(record), None)


def _linked(record: Json) -> Iterator[str]:
    for each in objects_at(record, "links"):
        href = text_at(each, "href") or ""
        if (text_at(each, "topic") or "").lower() == "quotedetails" and "/" in href:
            yield href.rstrip("/").rsplit("/", 1)[-1]
