"""The mirror: webhooks and checks go in, stock comes out."""

from __future__ import annotations

import os  # noqa: TC003 - get_type_hints resolves it at runtime
import time
from collections.abc import Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Any, Final, Self, overload

from xi.sdk.resellers import aio, api
from xi.sdk.resellers._arguments import check_method, check_number, seconds_of
from xi.sdk.resellers._keys import kept_id
from xi.sdk.resellers._steps import Flow, Give, Work, is_awaited, only, only_awaited, relayed
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.prices import Price
from xi.sdk.resellers.prices._asked import Options, asked_of, request_of
from xi.sdk.resellers.prices._flow import METHOD, prices_of
from xi.sdk.resellers.stock_mirror._tables import Rows, engine_of, tables
from xi.sdk.resellers.stock_mirror._values import (
    MISSING,
    Checked,
    Difference,
    Noted,
    Stock,
    events_of,
    newest,
    stock_of_price,
    stocks_of,
)
from xi.sdk.resellers.webhooks import Event

_REMEMBERED_S: Final = 30 * 86_400.0
"""For how long the ID of an event is remembered."""
_PIECE: Final = 500
"""SKUs whose check is written at once."""


@dataclass(slots=True)
class _Found:
    """What a check found so far."""

    checked: int = 0
    waiting: list[Stock] = field(default_factory=list[Stock])
    differing: list[Difference] = field(default_factory=list[Difference])
    unanswered: list[Price] = field(default_factory=list[Price])
    missing: list[Price] = field(default_factory=list[Price])


class StockMirror:
    """The stock of products, as webhooks and checks told it, in a table. Threads and programs can share it.

    Each method but `close` raises a `MirrorError` where the database cannot be used: it does not answer, is full,
    locked or damaged, may not be written, or has other tables of these names. What was written before stays.

    Args:
        url: where it is: the database of a ledger or another one, named as for `Ledger`: the path of an SQLite file,
            `sqlite:///orders.db` or `postgresql://user@host/database`. The tables are made at first use.
        account: whose stock it is; None if there is only one account.
        prefix: what the names of its tables begin with.
        schema: the schema of its tables in PostgreSQL; None is the connection's own.
        clock: the time in seconds since the epoch, for tests.

    Raises:
        ApiValueError: the URL, the prefix or the schema cannot be used.
    """

    def __init__(
        self,
        url: str | os.PathLike[str],
        *,
        account: Account | None = None,
        prefix: str = "xi_",
        schema: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        name = "" if account is None else f"{account.customer_number} {account.country_code}"
        self._rows = Rows(engine_of(url), tables(prefix, schema), name)
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close all connections."""
        self.close()

    def close(self) -> None:
        """Close all connections; the next use opens them again."""
        self._rows.close()

    def note(self, events: Iterable[Event]) -> Noted:
        """Note the stock that the events of a webhook tell. Events of other kinds are left alone.

        An event that was noted before changes nothing. Of each SKU the newest event counts, in whatever order they
        come. A total that is missing is noted as not said.

        The signature of a webhook covers its ID and nothing else: whoever saw one event can send another body with it.
        Before much depends on a total, call `check` for its SKU.

        Args:
            events: all events of one body, as `webhooks.parse` returns them, after `webhooks.verify` accepted it.

        Raises:
            ApiValueError: an event has no ID, so it was not verified.
        """
        about_stock = events_of(events)
        if not about_stock:
            return Noted()
        now = self._clock()
        with_ids = [(kept_id(str(each.event_id)), each) for each in about_stock]
        ids = list(dict.fromkeys(id_ for id_, _ in with_ids))
        with self._rows.writing() as connection:
            before = self._rows.noted(connection, ids)
            told = [stocks_of(each, now) for id_, each in with_ids if id_ not in before]
            stocks = [stock for its, _ in told for stock in its]
            written, outdated = newest(self._rows.known(connection, {each.sku for each in stocks}), stocks)
            self._rows.write(connection, written.values())
            self._rows.note(connection, [each for each in ids if each not in before], now, now - _REMEMBERED_S)
        unnamed = sum(count for _, count in told)
        return Noted(tuple(written), tuple(outdated), tuple(each for each in ids if each in before), unnamed)

    @overload
    def check(
        self, api: api.BoundProductCatalogApi, skus: Iterable[str] | None = ..., *, older_than: float | None = ...
    ) -> Checked: ...
    @overload
    def check(
        self, api: aio.BoundProductCatalogApi, skus: Iterable[str] | None = ..., *, older_than: float | None = ...
    ) -> Coroutine[Any, Any, Checked]: ...
    def check(
        self,
        api: api.BoundProductCatalogApi | aio.BoundProductCatalogApi,
        skus: Iterable[str] | None = None,
        *,
        older_than: float | None = None,
    ) -> Checked | Coroutine[Any, Any, Checked]:
        """Ask the server for the stock, and note it. A missed event may not come again, so do it regularly.

        Args:
            api: the API of the catalogue, bound to an account. With the asynchronous one the result is awaited.
            skus: the SKUs to ask about, also new ones; None for all in the mirror.
            older_than: only SKUs of which nothing was learned for more seconds than this; None for all.

        Raises:
            ApiTypeError: a SKU is no text.
            ApiValueError: a SKU is blank, or `older_than` is given together with SKUs or is below 0.
        """
        if older_than is not None:
            wanted = "0 seconds or more, and without skus"
            if skus is not None:
                raise ApiValueError(f"older_than is {older_than!r}; it should be {wanted}", argument="older_than")
            check_number("older_than", older_than, 0, None, wanted)
        check_method(api, METHOD)
        given = None if skus is None else _texts(skus)
        flow = self._check(api, given, older_than)
        return only_awaited(flow) if is_awaited(api) else only(flow)

    def _check(self, api: object, given: list[str] | None, older_than: float | None) -> Flow[None]:
        skus: list[str] = (yield Work(partial(self._skus, older_than))) if given is None else given
        found = _Found()
        prices = prices_of(api, asked_of(skus), request_of(Options(pricing=False, attributes=False)), None)
        yield from relayed(prices, partial(self._take, found))
        yield Work(partial(self._write, found))
        yield Give(Checked(found.checked, tuple(found.differing), tuple(found.unanswered), tuple(found.missing)))

    def _take(self, found: _Found, price: Price) -> tuple[Work, ...]:
        """Take what came for a SKU; return the work of writing, if enough came."""
        stock = stock_of_price(price)
        if stock is None:
            found.unanswered.append(price)
        else:
            found.waiting.append(stock)
            found.missing += [price] if price.outcome in MISSING else []
        return (Work(partial(self._write, found)),) if len(found.waiting) >= _PIECE else ()

    def _skus(self, older_than: float | None) -> list[str]:
        with self._rows.reading() as connection:
            before = None if older_than is None else self._clock() - older_than
            return [each.sku for each in self._rows.every(connection, before)]

    def _write(self, found: _Found) -> None:
        """Write what a check found and is not yet written."""
        with self._rows.writing() as connection:
            known = self._rows.known(connection, [each.sku for each in found.waiting])
            written, _ = newest(known, found.waiting)
            self._rows.write(connection, written.values())
        found.checked += len(found.waiting)
        found.differing += [
            Difference(sku, known[sku].total, each.total)
            for sku, each in written.items()
            if sku in known and known[sku].total != each.total
        ]
        found.waiting.clear()

    def stock(self, sku: str) -> Stock | None:
        """Return what is known of a SKU; None if nothing is. Part numbers are compared letter by letter.

        Args:
            sku: the SKU.

        Raises:
            ApiTypeError: it is no text.
            ApiValueError: it is blank.
        """
        (wanted,) = _texts([sku])
        with self._rows.reading() as connection:
            return self._rows.known(connection, [wanted]).get(wanted)

    def all(self, *, before: datetime | None = None) -> Iterator[Stock]:
        """Yield what is known of all SKUs, in their order, a few at a time.

        Args:
            before: only what was so before this moment, which has a time zone; a day begins at midnight UTC. None for
                all.

        Raises:
            ApiTypeError: it is no time.
            ApiValueError: it has no time zone.
        """
        with self._rows.reading() as connection:
            yield from self._rows.every(connection, None if before is None else seconds_of("before", before))

    def forget(self, skus: Iterable[str]) -> int:
        """Delete SKUs from the mirror, such as those that are no longer sold, and return how many there were.

        Args:
            skus: the SKUs.

        Raises:
            ApiTypeError: a SKU is no text.
            ApiValueError: a SKU is blank.
        """
        with self._rows.writing() as connection:
            return self._rows.forget(connection, _texts(skus))


def _texts(skus: Iterable[str]) -> list[str]:
    asked = asked_of(skus)
    if any(each.kind != "sku" for each in asked):
        raise ApiTypeError("skus should be SKUs as text; a mirror has no parts of other names", argument="skus")
    return [each.value for each in asked]
