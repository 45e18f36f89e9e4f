"""Every order of a search, page after page, in constant memory.

    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, paging

    with ApiClient(Configuration.from_env()) as client:
        for order in paging.orders(OrdersApi(client).bound(), order_status="BACKORDERED"):
            print(order.ingram_order_number)

With `xi.sdk.resellers.aio.OrdersApi(client).bound()` the same is an asynchronous iterator: `async for order in ...`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, TypedDict, Unpack, overload

from xi.sdk.resellers import aio, models
from xi.sdk.resellers._core.pages import Pages
from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
from xi.sdk.resellers.exceptions import ApiException, ApiTypeError, ApiValueError

LARGEST_PAGE = 100
"""Orders per page, at most; the server's limit."""
_RANGES = {
    "ordered": "ingram_order_date_bt",
    "invoiced": "invoice_date_bt",
    "shipped": "ship_date_bt",
    "delivered": "delivery_date_bt",
}
Day = date | str


class Filters(TypedDict, total=False):
    """What to search for; without any of it, the server gives the orders of the last 20 days."""

    ingram_order_number: str
    order_status: str
    """SHIPPED, PROCESSING, ON HOLD, BACKORDERED or CANCELLED."""
    order_status_in: Sequence[str]
    """Several of them."""
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
    """First and last day of order entry, as the three below."""
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
    """Return every order of a search, one after the other.

    Args:
        api: the orders API, bound to an account; the asynchronous one gives an asynchronous iterator.
        page_size: orders per page, 1 to 100.
        prefetch: whether the next page is fetched while the orders of this one are used.
        filters: what to search for, by name:
            ingram_order_number, customer_order_number, end_customer_order_number, ingram_part_number,
            vendor_part_number, serial_number, tracking_number, vendor_name, special_bid_number: as text;
            order_status: SHIPPED, PROCESSING, ON HOLD, BACKORDERED or CANCELLED;
            order_status_in: several of them, as a list;
            ingram_order_date: the day of order entry;
            ordered, invoiced, shipped, delivered: a pair, the first and the last day.

    Raises:
        ApiTypeError: the API is not bound, or a filter has a name that none has. The server would ignore it, and send
            every order.
        ApiValueError: a range is not two days in order, or the page size is out of bounds.
        ApiException: a page could not be had; raised where it would have come.
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
    """Return the pages of a search, each as its orders; arguments, and what is raised, are those of `orders`."""
    _check_bound(api)
    asked = _asked(page_size, dict(filters))
    if isinstance(api, BoundOrdersApi):
        search = api.get_resellers_v6_ordersearch
        return (_prefetched if prefetch else _one_by_one)(lambda number: search(page_number=number, **asked))
    asearch = api.get_resellers_v6_ordersearch
    return _awaited(lambda number: asearch(page_number=number, **asked), prefetch=prefetch)


def _check_bound(api: object) -> None:
    """Refuse what is ours and not bound; a stand-in of a program's tests is taken as it is."""
    name = type(api).__name__
    if name != "BoundOrdersApi" and type(api).__module__.startswith("xi.sdk.resellers."):
        raise ApiTypeError(f"paging takes OrdersApi(client).bound(Account(...)), not {name}", argument="api")


def _asked(page_size: int, filters: dict[str, Any]) -> dict[str, Any]:
    """The filters as the search takes them."""
    unknown = sorted(filters.keys() - Filters.__annotations__.keys())
    if unknown:
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

        near = get_close_matches(unknown[0], Filters.__annotations__, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(Filters.__annotations__)}"
        raise ApiTypeError(f"the search has no filter {unknown[0]!r}{hint}", argument=unknown[0])
    if isinstance(page_size, bool) or not 1 <= page_size <= LARGEST_PAGE:
        raise ApiValueError(
            f"page_size is {page_size!r}; it should be 1 to {LARGEST_PAGE} orders", argument="page_size"
        )
    asked: dict[str, Any] = {"page_size": page_size}
    for name, value in filters.items():
        asked[_RANGES.get(name, name)] = _range(name, value) if name in _RANGES else value
    return asked


def _range(name: str, value: Any) -> list[date]:
    from xi.sdk.resellers.models._types import read_date  # noqa: PLC0415 - pydantic, not needed until a range is

    if not isinstance(value, (tuple, list)) or len(value) != 2:  # noqa: PLR2004 - a range has two ends  # pyright: ignore[reportUnknownArgumentType]
        raise ApiValueError(f"{name} should be two days, the first and the last", argument=name)
    ends: list[date] = []
    for index, each in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        try:
            day = read_date(each)
        except ValueError as error:
            raise ApiValueError(f"{name}: {error}", argument=name, pointer=f"/{index}") from None
        if not isinstance(day, date):
            like = "should be two days, as dates or as text such as '2026-05-13'"
            raise ApiTypeError(f"{name} {like}", argument=name, pointer=f"/{index}")
        ends.append(day)
    if ends[0] > ends[1]:
        raise ApiValueError(f"{name} begins on {ends[0]}, after it ends on {ends[1]}", argument=name)
    return ends


def _one_by_one(
    search: Callable[[int], models.OrderSearchResponse | None],
) -> Iterator[Sequence[models.OrderSearchResponseOrdersInner]]:
    counted = Pages()
    while counted.number is not None:
        try:
            found = counted.take(search(counted.number))
        except ApiException as error:
            if not counted.ends_with(error.status):
                raise
            return
        if found:
            yield found


def _prefetched(
    search: Callable[[int], models.OrderSearchResponse | None],
) -> Iterator[Sequence[models.OrderSearchResponseOrdersInner]]:
    counted = Pages()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="xi-orders-prefetch") as beside:
        coming = beside.submit(search, 1)
        while True:
            try:
                found = counted.take(coming.result())
            except ApiException as error:
                if not counted.ends_with(error.status):
                    raise
                return
            if counted.number is not None:
                coming = beside.submit(search, counted.number)
            if found:
                yield found
            if counted.number is None:
                return


async def _awaited(
    search: Callable[[int], Awaitable[models.OrderSearchResponse | None]], *, prefetch: bool
) -> AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]]:
    counted = Pages()
    coming = asyncio.ensure_future(search(1))
    try:
        while True:
            try:
                found = counted.take(await coming)
            except ApiException as error:
                if not counted.ends_with(error.status):
                    raise
                return
            if prefetch and counted.number is not None:
                coming = asyncio.ensure_future(search(counted.number))
            if found:
                yield found
            if counted.number is None:
                return
            if not prefetch:
                coming = asyncio.ensure_future(search(counted.number))
    finally:
        coming.cancel()


async def _flattened(
    found: AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]],
) -> AsyncIterator[models.OrderSearchResponseOrdersInner]:
    async for page in found:
        for order in page:
            yield order
