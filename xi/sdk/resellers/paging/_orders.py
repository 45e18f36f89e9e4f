"""The lists of orders."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any, TypedDict, Unpack, overload

from xi.sdk.resellers import aio, models
from xi.sdk.resellers._steps import awaited, blocking
from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
from xi.sdk.resellers.exceptions import ApiTypeError
from xi.sdk.resellers.paging._families import ORDER_LIST
from xi.sdk.resellers.paging._flow import OnShort, check_api, check_limit, check_on_short, check_size, pages_of
from xi.sdk.resellers.paging._listing import flattened
from xi.sdk.resellers.paging._ranges import Day, days_of

LARGEST_PAGE = 100
"""The most orders in a page; the server's limit."""
_RANGES = {
    "ordered": "ingram_order_date_bt",
    "invoiced": "invoice_date_bt",
    "shipped": "ship_date_bt",
    "delivered": "delivery_date_bt",
}


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
    api: BoundOrdersApi,
    *,
    page_size: int = ...,
    prefetch: bool = ...,
    limit: int | None = ...,
    on_short: OnShort | None = ...,
    **filters: Unpack[Filters],
) -> Iterator[models.OrderSearchResponseOrdersInner]: ...
@overload
def orders(
    api: aio.BoundOrdersApi,
    *,
    page_size: int = ...,
    prefetch: bool = ...,
    limit: int | None = ...,
    on_short: OnShort | None = ...,
    **filters: Unpack[Filters],
) -> AsyncIterator[models.OrderSearchResponseOrdersInner]: ...
def orders(
    api: BoundOrdersApi | aio.BoundOrdersApi,
    *,
    page_size: int = LARGEST_PAGE,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
    **filters: Unpack[Filters],
) -> Iterator[models.OrderSearchResponseOrdersInner] | AsyncIterator[models.OrderSearchResponseOrdersInner]:
    """Return an iterator over all orders of a search.

    Args:
        api: the orders API, bound to an account. The asynchronous API gives an asynchronous iterator.
        page_size: orders per page, 1 to 100.
        prefetch: whether to fetch the next page while the orders of the current page are used.
        limit: how many orders at most; None for all.
        on_short: called with how many orders came and how many the server stated, if fewer came.
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
        ApiValueError: a range is not two days in order, the page size is not 1 to 100, or the limit is below 1.
        ApiException: a page could not be fetched. The iterator raises it after the orders of the pages before.
        RepeatedPageException: the server sends the same page again and again.
    """
    if isinstance(api, BoundOrdersApi):
        return (
            order
            for page in pages(api, page_size=page_size, prefetch=prefetch, limit=limit, on_short=on_short, **filters)
            for order in page
        )
    return flattened(pages(api, page_size=page_size, prefetch=prefetch, limit=limit, on_short=on_short, **filters))


@overload
def pages(
    api: BoundOrdersApi,
    *,
    page_size: int = ...,
    prefetch: bool = ...,
    limit: int | None = ...,
    on_short: OnShort | None = ...,
    **filters: Unpack[Filters],
) -> Iterator[Sequence[models.OrderSearchResponseOrdersInner]]: ...
@overload
def pages(
    api: aio.BoundOrdersApi,
    *,
    page_size: int = ...,
    prefetch: bool = ...,
    limit: int | None = ...,
    on_short: OnShort | None = ...,
    **filters: Unpack[Filters],
) -> AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]]: ...
def pages(
    api: BoundOrdersApi | aio.BoundOrdersApi,
    *,
    page_size: int = LARGEST_PAGE,
    prefetch: bool = False,
    limit: int | None = None,
    on_short: OnShort | None = None,
    **filters: Unpack[Filters],
) -> (
    Iterator[Sequence[models.OrderSearchResponseOrdersInner]]
    | AsyncIterator[Sequence[models.OrderSearchResponseOrdersInner]]
):
    """Return an iterator over the pages of a search, each a sequence of orders. Arguments and errors: see `orders`."""
    check_api(ORDER_LIST, api)
    flow = pages_of(
        ORDER_LIST,
        api,
        _arguments(dict(filters)),
        size=check_size(ORDER_LIST, page_size),
        prefetch=prefetch,
        limit=check_limit(limit),
        on_short=check_on_short(on_short),
    )
    return blocking(flow, threads=int(prefetch)) if isinstance(api, BoundOrdersApi) else awaited(flow)


def _arguments(filters: dict[str, Any]) -> dict[str, Any]:
    """Return the filters as arguments of the search operation."""
    unknown = sorted(filters.keys() - Filters.__annotations__.keys())
    if unknown:
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

        near = get_close_matches(unknown[0], Filters.__annotations__, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(Filters.__annotations__)}"
        raise ApiTypeError(f"the search has no filter {unknown[0]!r}{hint}", argument=unknown[0])
    arguments: dict[str, Any] = {}
    for name, value in filters.items():
        arguments[_RANGES.get(name, name)] = list(days_of(name, value)) if name in _RANGES else value
    return arguments
