"""Iterate over all orders of a search. Pages are fetched when they are needed, so memory use stays constant.

    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, paging

    with ApiClient(Configuration.from_env()) as client:
        for order in paging.orders(OrdersApi(client).bound(), order_status="BACKORDERED"):
            print(order.ingram_order_number)

With `xi.sdk.resellers.aio.OrdersApi(client).bound()` the result is an asynchronous iterator: `async for order in ...`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, TypedDict, Unpack, overload

from xi.sdk.resellers import aio, models
from xi.sdk.resellers._core.pages import Page, Pages
from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
from xi.sdk.resellers.exceptions import ApiException, ApiTypeError, ApiValueError

LARGEST_PAGE = 100
"""The most orders in a page; the server's limit."""
_RANGES = {
    "ordered": "ingram_order_date_bt",
    "invoiced": "invoice_date_bt",
    "shipped": "ship_date_bt",
    "delivered": "delivery_date_bt",
}
Day = date | str


class Filters(TypedDict, total=False):
    """The filters of a search. Without a filter the server returns the orders of the last 20 days."""

    ingram_order_number: str
    order_status: str
    """SHIPPED, PROCESSING, ON HOLD, BACKORDERED or CANCELLED."""
    order_status_in: Sequence[str]
    """Several statuses."""
    ingram_order_date: Day
    customer_order_number: str
    end_customer_order_number: str
    ingram_part_number: str
    vendor_part_number: str
    serial_number: str
    tracking_number: str
    vendor_name: str
    special_bid_number: str
    ordered: tuple[Day, Day]
    """The first and last day of order entry. The next three fields are such ranges too."""
    invoiced: tuple[Day, Day]
    shipped: tuple[Day, Day]
    delivered: tuple[Day, Day]


@overload
def orders(
    api: BoundOrdersApi, *, page_size: int = ..., prefetch: bool = ..., **filters: Unpack[Filters]
) -> Iterator[models.OrderSearchResponseOrdersInner]: ...
@overload
def orders(
    api: aio.BoundOrdersApi, *, page_size: int = ..., prefetch: bool = ..., **filters: Unpack[Filters]
) -> AsyncIterator[models.OrderSearchResponseOrdersInner]: ...
def orders(
    api: BoundOrdersApi | aio.BoundOrdersApi,
    *,
    page_size: int = LARGEST_PAGE,
    prefetch: bool = False,
    **filters: Unpack[Filters],
) -> Iterator[models.OrderSearchResponseOrdersInner] | AsyncIterator[models.OrderSearchResponseOrdersInner]:
    """Return an iterator over all orders of a search.

    Args:
        api: the orders API, bound to an account. The asynchronous API gives an asynchronous iterator.
        page_size: orders per page, 1 to 100.
        prefetch: whether to fetch the next page while the orders of the current page are used.
        filters: the filters of the search:
            ingram_order_number, customer_order_number, end_customer_order_number, ingram_part_number,
            vendor_part_number, serial_number, tracking_number, vendor_name, special_bid_number: as text;
            order_status: SHIPPED, PROCESSING, ON HOLD, BACKORDERED or CANCELLED;
            order_status_in: a list of these statuses;
            ingram_order_date: the day of order entry;
            ordered, invoiced, shipped, delivered: a pair, the first and the last day.

    Raises:
        ApiTypeError: the API is not bound, or there is no filter of a given name. The server ignores a filter that it
            does not know, and would return every order.
        ApiValueError: a range is not two days in order, or the page size is not 1 to 100.
        ApiException: a page could not be fetched. The iterator raises it after the orders of the pages before.
    """
    _check_bound(api)
    if isinstance(api, BoundOrdersApi):
        return (order for page in pages(api, page_size=page_size, prefetch=prefetch, **filters) for order in page)
    return _flattened(pages(api, page_size=page_size, prefetch=prefetch, **filters))


@overload
def pages(
    api: BoundOrdersApi, *, page_size: int = ..., prefetch: bool = ..., **filters: Unpack[Filters]
) -> Iterator[Sequence[models.OrderSearchResponseOrdersInner]]: ...
@overload
def pages(
    api: aio.BoundOrdersApi, *, page_size: int = ..., prefetch: bool = ..., **filters: Unpack[Filters]
) -> AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]]: ...
def pages(
    api: BoundOrdersApi | aio.BoundOrdersApi,
    *,
    page_size: int = LARGEST_PAGE,
    prefetch: bool = False,
    **filters: Unpack[Filters],
) -> (
    Iterator[Sequence[models.OrderSearchResponseOrdersInner]]
    | AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]]
):
    """Return an iterator over the pages of a search, each a sequence of orders. Arguments and errors: see `orders`."""
    _check_bound(api)
    arguments = _arguments(page_size, dict(filters))
    if isinstance(api, BoundOrdersApi):
        search = api.get_resellers_v6_ordersearch
        return (_prefetched if prefetch else _one_by_one)(lambda number: search(page_number=number, **arguments))
    asearch = api.get_resellers_v6_ordersearch
    return _awaited(lambda number: asearch(page_number=number, **arguments), prefetch=prefetch)


def _check_bound(api: object) -> None:
    """Refuse an API class of this package that is not bound. A test double of the program is accepted."""
    name = type(api).__name__
    if (
        name != "BoundOrdersApi"
        and not isinstance(api, BoundOrdersApi)
        and type(api).__module__.startswith("xi.sdk.resellers.")
    ):
        raise ApiTypeError(f"paging takes OrdersApi(client).bound(Account(...)), not {name}", argument="api")


def _arguments(page_size: int, filters: dict[str, Any]) -> dict[str, Any]:
    """Return the filters as arguments of the search operation."""
    unknown = sorted(filters.keys() - Filters.__annotations__.keys())
    if unknown:
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

        near = get_close_matches(unknown[0], Filters.__annotations__, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(Filters.__annotations__)}"
        raise ApiTypeError(f"the search has no filter {unknown[0]!r}{hint}", argument=unknown[0])
    if isinstance(page_size, bool) or not 1 <= page_size <= LARGEST_PAGE:
        raise ApiValueError(
            f"page_size is {page_size!r}; it should be 1 to {LARGEST_PAGE} orders", argument="page_size"
        )
    arguments: dict[str, Any] = {"page_size": page_size}
    for name, value in filters.items():
        arguments[_RANGES.get(name, name)] = _range(name, value) if name in _RANGES else value
    return arguments


def _range(name: str, value: Any) -> list[date]:
    from xi.sdk.resellers.models._types import read_date  # noqa: PLC0415 - imports pydantic, which only ranges need

    if not isinstance(value, (tuple, list)) or len(value) != 2:  # noqa: PLR2004 - a range has two ends  # pyright: ignore[reportUnknownArgumentType]
        raise ApiValueError(f"{name} should be a pair of days: the first and the last", argument=name)
    ends: list[date] = []
    for index, each in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        try:
            day = read_date(each)
        except ValueError as error:
            raise ApiValueError(f"{name}: {error}", argument=name, pointer=f"/{index}") from None
        if not isinstance(day, date):
            wanted = "should be two days, each a date or text such as '2026-05-13'"
            raise ApiTypeError(f"{name} {wanted}", argument=name, pointer=f"/{index}")
        ends.append(day)
    if ends[0] > ends[1]:
        raise ApiValueError(f"{name} starts on {ends[0]} and ends before that, on {ends[1]}", argument=name)
    return ends


def _page(answer: models.OrderSearchResponse | None) -> Page[models.OrderSearchResponseOrdersInner] | None:
    if answer is None:
        return None
    found = answer.orders or []
    return Page(found, [each.ingram_order_number for each in found], answer.records_found)


def _one_by_one(
    search: Callable[[int], models.OrderSearchResponse | None],
) -> Iterator[Sequence[models.OrderSearchResponseOrdersInner]]:
    position = Pages[models.OrderSearchResponseOrdersInner]()
    while position.number is not None:
        try:
            found = position.take(_page(search(position.number)))
        except ApiException as error:
            if not position.ends_with(error.status):
                raise
            return
        if found:
            yield found


def _prefetched(
    search: Callable[[int], models.OrderSearchResponse | None],
) -> Iterator[Sequence[models.OrderSearchResponseOrdersInner]]:
    position = Pages[models.OrderSearchResponseOrdersInner]()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="xi-orders-prefetch") as executor:
        next_page = executor.submit(search, 1)
        while True:
            try:
                found = position.take(_page(next_page.result()))
            except ApiException as error:
                if not position.ends_with(error.status):
                    raise
                return
            if position.number is not None:
                next_page = executor.submit(search, position.number)
            if found:
                yield found
            if position.number is None:
                return


async def _awaited(
    search: Callable[[int], Awaitable[models.OrderSearchResponse | None]], *, prefetch: bool
) -> AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]]:
    position = Pages[models.OrderSearchResponseOrdersInner]()
    next_page = asyncio.ensure_future(search(1))
    try:
        while True:
            try:
                found = position.take(_page(await next_page))
            except ApiException as error:
                if not position.ends_with(error.status):
                    raise
                return
            if prefetch and position.number is not None:
                next_page = asyncio.ensure_future(search(position.number))
            if found:
                yield found
            if position.number is None:
                return
            if not prefetch:
                next_page = asyncio.ensure_future(search(position.number))
    finally:
        next_page.cancel()


async def _flattened(
    pages_found: AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]],
) -> AsyncIterator[models.OrderSearchResponseOrdersInner]:
    async for page in pages_found:
        for order in page:
            yield order
