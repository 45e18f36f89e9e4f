"""Reads the orders of a run, and checks them: all before the first one is sent, if they can be read twice."""

from __future__ import annotations

import json
from collections.abc import AsyncIterable, Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any, Final, cast

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._drivers import Stored
from xi.sdk.resellers.ordering._entries import Entry, quote_of, takes_whole_quote
from xi.sdk.resellers.ordering._filing import Filing
from xi.sdk.resellers.ordering._loops import Fed, LoopStep, Source
from xi.sdk.resellers.ordering._protocol import STANDING, Kind
from xi.sdk.resellers.ordering._quote_filing import quote_taken
from xi.sdk.resellers.ordering._turns import Context, Origin
from xi.sdk.resellers.ordering.errors import OrderDiffersError
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction
from xi.sdk.resellers.ordering.runs import BadOrder, Item, Totals

CHUNK: Final = 64
"""Orders that are looked up in the ledger at once."""
READ_S: Final = 0.05
"""For how long a chunk is filled from a program that is slow to give orders."""
_MOST_DIFFERENT: Final = 1_000
"""Orders of other content that are kept beside the first one, to be told together."""
_COUNTED: Final = ("orders", "lines", "units")

Orders = Iterable[Any] | AsyncIterable[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run is to be done; `OrderDesk.place_all` says what each means."""

    threads: int = 8
    wait: float = 600.0
    batch: str | None = None
    reuse: str | None = None
    all_or_nothing: bool = False
    max_rejected: int | None = 20
    max_orders: int | None = None
    max_quantity: int | None = None
    expect: Totals | None = None
    rate: float | None = None
    search_first: bool = False
    skip_bad: bool = False
    on_bad: Callable[[BadOrder], Any] | None = None
    progress: Callable[[Any], Any] | None = None

    def __post_init__(self) -> None:
        """Refuse what does not fit.

        Raises:
            ApiValueError: a limit is out of its range.
            ApiTypeError: an argument has the wrong type.
        """
        check_count("threads", self.threads)
        for name in ("max_rejected", "max_orders", "max_quantity"):
            if getattr(self, name) is not None:
                check_count(name, getattr(self, name))
        check_wait(self.wait)
        if self.rate is not None:
            check_number("rate", self.rate)
            if not self.rate > 0:
                raise ApiValueError(f"rate is {self.rate}; it should be more than 0 orders a minute", argument="rate")
        if self.expect is not None and not isinstance(self.expect, Totals):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            raise ApiTypeError("expect should be Totals(orders=..., lines=..., units=...)", argument="expect")
        if self.on_bad is not None and not self.skip_bad:
            raise ApiValueError("on_bad is for orders that are left out; say skip_bad=True too", argument="on_bad")


def check_wait(value: object) -> None:
    """Refuse what is no number of seconds.

    Raises:
        ApiTypeError: it is no number.
        ApiValueError: it is below 0.
    """
    if not check_number("wait", value) >= 0:
        raise ApiValueError(f"wait is {value}; it should be 0 or more seconds", argument="wait")


def check_number(name: str, value: object) -> int | float:
    """Return a number that a clock can add; a Decimal is none.

    Raises:
        ApiTypeError: it is something else.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ApiTypeError(f"{name} should be a number, not {type(value).__name__}", argument=name)
    return value


def check_count(name: str, value: object) -> None:
    """Refuse what is not a whole number of 1 or more.

    Raises:
        ApiTypeError: it is not a whole number.
        ApiValueError: it is below 1.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise ApiTypeError(f"{name} should be a whole number, not {type(value).__name__}", argument=name)
    if value < 1:
        raise ApiValueError(f"{name} is {value}; it should be 1 or more", argument=name)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An order that was checked, and is not begun.

    Args:
        index: its place among the orders of the run, from 0.
        filing: the order.
        origin: where it is from.
        item: the order as the program gave it.
    """

    index: int
    filing: Filing
    origin: Origin
    item: Item


@dataclass(slots=True)
class Sums:
    """What has been counted."""

    orders: int = 0
    lines: int = 0
    units: Decimal = field(default_factory=Decimal)

    def add(self, filing: Filing) -> None:
        """Count an order."""
        quantities = quantities_of(filing)
        self.orders += 1
        self.lines += len(quantities)
        self.units += sum(quantities, Decimal())


def quantities_of(filing: Filing) -> list[Decimal]:
    """Return the quantity of each line of an order, from its JSON."""
    content = cast("dict[str, Any]", json.loads(filing.body, parse_int=Decimal, parse_float=Decimal))
    lines = cast("list[dict[str, Any]]", content.get("lines") or [])
    return [Decimal(each.get("quantity") or 0) for each in lines]


class Intake:
    """Checks the orders of a run.

    Args:
        ctx: the desk.
        check: returns an order as it is sent; it raises what is wrong with it.
        options: how the run is to be done.
    """

    def __init__(self, ctx: Context, check: Callable[[Any, str | None], Filing], options: Options) -> None:
        self._ctx = ctx
        self._check = check
        self._options = options
        self.total: int | None = None

    def opened(self, orders: Orders) -> Generator[LoopStep, Any, Source]:
        """Return where the orders are read from; they are all checked before, if they can be read twice or have limits.

        Raises:
            ApiValueError: an order cannot be placed, or there are more orders, lines or units than there should be.
            OrderDiffersError: a PO was used before, with other content.
        """
        is_iterable = isinstance(orders, (Iterable, AsyncIterable))  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
        if not is_iterable or isinstance(orders, (str, bytes, Mapping)):
            kind = type(orders).__name__  # pyright: ignore[reportUnknownArgumentType] - the same
            raise ApiTypeError(f"orders should be a list or another iterable of orders, not {kind}", argument="orders")
        options = self._options
        first = Source(orders)
        is_limited = options.max_orders is not None or options.expect is not None
        if not first.is_the_only_one:
            self.total = yield from self._check_all(first, None)
            return Source(orders)
        if not is_limited:
            return first
        # It can be read only once. What is read is kept until all of it is checked; the limits bound it.
        kept: list[Any] = []
        self.total = yield from self._check_all(first, kept)
        return Source(kept)

    def _check_all(self, source: Source, kept: list[Any] | None) -> Generator[LoopStep, Any, int]:
        sums, quotes = Sums(), QuotesTaken(self._ctx)
        different: list[OrderDiffersError] = []
        differ = 0
        index = 0
        places = count()
        while not source.is_over:
            take: Callable[[Any], Any] = lambda given: self.prepared(next(places), given)  # noqa: E731 - with a type
            read: list[Prepared | BadOrder] = yield Fed(source, CHUNK, READ_S, take)
            good: list[Prepared] = []
            for checked in read:
                index += 1
                if isinstance(checked, BadOrder):
                    if not self._options.skip_bad:
                        raise checked.error
                    continue
                good.append(checked)
                sums.add(checked.filing)
            if kept is not None:
                kept += read
                self._check_sums(sums)
            if good and not self._options.skip_bad:
                refused: dict[int, ApiValueError] = yield Stored(partial(refused_quotes, quotes=quotes, prepared=good))
                if refused:
                    raise refused[min(refused)]
                found: list[OrderDiffersError] = yield Stored(partial(_different, ctx=self._ctx, prepared=good))
                differ += len(found)
                different += found[: _MOST_DIFFERENT + 1 - len(different)]
        self._check_sums(sums, is_all=True)
        if different:
            # All of them: whoever mends the file should not find the next one by the next run.
            first, *others = different
            first.others, first.count = tuple(others), differ
            raise first
        return index

    def _check_sums(self, sums: Sums, *, is_all: bool = False) -> None:
        """Refuse what is beyond the limits; what is kept in memory is bounded by them."""
        most = self._options.max_orders
        if most is not None and sums.orders > most:
            raise ApiValueError(
                f"there are {sums.orders if is_all else 'more'} orders; the limit of a run is {most}; nothing was sent",
                argument="max_orders",
            )
        for name in _COUNTED if self._options.expect is not None else ():
            expected = getattr(self._options.expect, name)
            counted = getattr(sums, name)
            if expected is not None and (counted > expected or (is_all and counted != expected)):
                found = f"there are {counted}" if is_all else "there are more"
                raise ApiValueError(f"{expected} {name} are expected, but {found}; nothing was sent", argument="expect")

    def prepared(self, index: int, given: Any) -> Prepared | BadOrder:
        """Return an order as it is sent, or why it cannot be.

        Args:
            index: its place among the orders.
            given: the order, or an Item.
        """
        if isinstance(given, (Prepared, BadOrder)):
            return given  # it was kept
        options = self._options
        item = given if isinstance(given, Item) else Item(order=given)
        reuse = item.reuse if item.reuse is not None else options.reuse
        try:
            filing = self._check(item.order, reuse)
            origin = origin_of(
                options.batch, item.source, item.ref, reuse, is_bulk=True, search_first=options.search_first
            )
            _check_quantities(filing, options.max_quantity)
        except (ApiValueError, ApiTypeError) as error:
            return BadOrder(index=index, item=item, error=located(error, index, item))
        return Prepared(index, filing, origin, item)


def _are_texts(*given: object) -> bool:
    return all(isinstance(each, str) for each in given)


def origin_of(
    batch: str | None,
    source: tuple[str, str] | None,
    ref: Mapping[str, str] | None,
    reuse: str | None,
    *,
    is_bulk: bool = False,
    search_first: bool = False,
) -> Origin:
    """Return where an order is from.

    Raises:
        ApiValueError: a reason for using a PO again is empty.
        ApiTypeError: a reference is not text.
    """
    if reuse is not None and not str(reuse).strip():
        raise ApiValueError("reuse is empty; it should say why the PO is used again", argument="reuse")
    if ref is not None and not isinstance(ref, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
        raise ApiTypeError(f"ref should be a dict of texts, not {type(ref).__name__}", argument="ref")
    if source is not None and (not isinstance(source, tuple) or len(source) != 2 or not _are_texts(*source)):  # pyright: ignore[reportUnnecessaryIsInstance, reportUnnecessaryComparison] - the same  # noqa: PLR2004 - a pair
        raise ApiTypeError("source should be a pair of texts: a file and the lines in it", argument="source")
    if batch is not None and not _are_texts(batch):
        raise ApiTypeError(f"batch should be a text, not {type(batch).__name__}", argument="batch")
    references = dict(ref or {})
    for name, value in references.items():
        if not _are_texts(name, value):
            raise ApiTypeError(f"ref should have texts as names and values; {name!r} has not", argument="ref")
    file, lines = source or (None, None)
    return Origin(
        batch=batch,
        source_file=file,
        source_lines=lines,
        ref=references,
        is_bulk=is_bulk,
        reuse=reuse,
        search_first=search_first,
    )


def located(error: ApiValueError | ApiTypeError, index: int, item: Item) -> ApiValueError:
    """Return the error about an order as one about the orders of a run."""
    place = f"order {index} ({item.place})" if item.place else f"order {index}"
    return ApiValueError(f"{place}: {error}", argument="orders", pointer=f"/{index}{error.pointer}")


def _check_quantities(filing: Filing, most: int | None) -> None:
    for line, quantity in enumerate(() if most is None else quantities_of(filing)):
        if most is not None and quantity > most:
            raise ApiValueError(
                f"line {line + 1} has the quantity {quantity}; the limit of a run is {most}",
                argument="max_quantity",
                pointer=f"/lines/{line}/quantity",
            )


def is_known(entry: Entry | None, prepared: Prepared) -> bool:
    """Return whether an order in the ledger is the given one, so that it opens no new generation."""
    reuse = prepared.origin.reuse
    return entry is not None and entry.fingerprint == prepared.filing.fingerprint and reuse in (None, entry.reuse)


def _different(ledger: Ledger, ctx: Context, prepared: list[Prepared]) -> list[OrderDiffersError]:
    """Return for each order whose PO was used before, with other content, why it cannot be placed."""
    found: list[OrderDiffersError] = []
    with ledger.reading() as tx:
        for each in prepared:
            entry = tx.find(each.filing.customer, each.filing.country, each.filing.folded)
            if entry is None:
                continue
            try:
                turns.opens_next(turns.known(tx, entry, each.filing, each.origin), each.filing, each.origin, ctx)
            except OrderDiffersError as error:
                found.append(error.with_traceback(None))
    return found


class QuotesTaken:
    """The quotes that the orders of a run take: an order of a whole quote stands beside no other one of it.

    An order that the ledger has already goes on, whatever stands beside it; a new one does not stand beside it.

    Args:
        ctx: the desk.
    """

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._taken: dict[str, list[tuple[int, str, bool]]] = {}

    def refused(self, tx: Transaction, prepared: Iterable[Prepared]) -> dict[int, ApiValueError]:
        """Return why orders are refused, by their places in the run; each order is given once.

        Args:
            tx: a transaction; it is only read.
            prepared: orders of the run.
        """
        taken: list[tuple[Prepared, str, bool]] = []
        for each in prepared:
            number, is_whole = quote_taken(each.filing)
            if not number:
                continue
            known = self._known(tx, each)
            if known is None:
                taken.append((each, number, is_whole))
            elif known.row.state in STANDING:
                # A run that is made again leaves out what it left out before, though the other one is settled now.
                stands, takes_all = (quote_of(known), takes_whole_quote(known)) if known.body else (number, is_whole)
                if stands:
                    self._taken.setdefault(stands.casefold(), []).append((each.index, each.filing.folded, takes_all))
        unsettled: dict[str, list[Entry]] = {}
        for entry in tx.unsettled(self._ctx.customer, self._ctx.country, Kind.QUOTE) if taken else ():
            unsettled.setdefault(quote_of(entry).casefold(), []).append(entry)
        found: dict[int, ApiValueError] = {}
        for each, number, is_whole in taken:
            folded, before = each.filing.folded, self._taken.setdefault(number.casefold(), [])
            beside = [
                f"in {entry.name}, which is {entry.row.state.value}"
                for entry in unsettled.get(number.casefold(), ())
                if entry.folded != folded and (is_whole or takes_whole_quote(entry))
            ]
            beside += [
                f"ordered by order {index} too, under PO {other}"
                for index, other, takes_all in before
                if other != folded and (is_whole or takes_all)
            ]
            if beside:
                says = f"quote {number} is {beside[0]}; one quote is one order"
                error = ApiValueError(says, argument="orders", pointer="/quoteNumber")
                found[each.index] = located(error, each.index, each.item)
            else:
                before.append((each.index, folded, is_whole))
        return found

    def _known(self, tx: Transaction, prepared: Prepared) -> Entry | None:
        """Return what the ledger has of an order, also one of other content, for which it is refused; None if new."""
        filing, origin = prepared.filing, prepared.origin
        entry = tx.find(filing.customer, filing.country, filing.folded)
        if entry is None:
            return None
        entry = turns.known(tx, entry, filing, origin)
        try:
            return None if turns.opens_next(entry, filing, origin, self._ctx) else entry
        except OrderDiffersError:
            return entry


def refused_quotes(ledger: Ledger, quotes: QuotesTaken, prepared: list[Prepared]) -> dict[int, ApiValueError]:
    """Return why orders of quotes are refused, by their places in the run.

    Args:
        ledger: the ledger; it is only read.
        quotes: the quotes that the orders of the run before them have taken.
        prepared: the orders.
    """
    with ledger.reading() as tx:
        return quotes.refused(tx, prepared)


def plan_all(ledger: Ledger, ctx: Context, prepared: list[Prepared]) -> list[str]:
    """Write orders down in one transaction, all or none; return their keys.

    Raises:
        OrderDiffersError: a PO was used before, with other content.
    """
    began = ctx.passed()
    with ledger.transaction() as tx:
        return [turns.begin(tx, began, ctx, each.filing, each.origin, send=False).entry.key for each in prepared]
