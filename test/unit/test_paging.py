"""paging yields every order of a search once, for all kinds of pages, and in constant memory."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from unit_kit import AT_ONCE, answer

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, aio, paging
from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers.exceptions import (
    ApiTypeError,
    ApiValueError,
    NotFoundException,
    ServiceException,
)

ACCOUNT = Account("20-222222", "US", "sender")


class Pages:
    """A transport that answers each search with a page: a function makes it from the page number."""

    def __init__(self, make: Callable[[int], Response]) -> None:
        self._make = make
        self.queries: list[dict[str, list[str]]] = []
        self.correlation_ids: list[str] = []

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - the protocol's
        query = parse_qs(urlsplit(request.target).query)
        self.queries.append(query)
        self.correlation_ids.append(request.headers["IM-CorrelationID"])
        return self._make(int(query["pageNumber"][0]))

    def close(self) -> None:
        pass


class AsyncPages(Pages):
    async def send(self, request: Request, timeouts: Timeouts) -> Response:  # type: ignore[override]
        await asyncio.sleep(0)
        return super().send(request, timeouts)

    async def close(self) -> None:  # type: ignore[override]
        pass


def page(number: int, size: int, found: Any, start: int | None = None) -> Response:
    first = (number - 1) * size if start is None else start
    orders = [{"ingramOrderNumber": f"20-{first + i:05}"} for i in range(size)]
    return answer(200, {"recordsFound": found, "pageNumber": number, "orders": orders})


def run_sync(make: Callable[[int], Response], **options: Any) -> tuple[list[str | None], Pages]:
    transport = Pages(make)
    api = OrdersApi(ApiClient(Configuration(access_token="t", retry=AT_ONCE), transport=transport)).bound(ACCOUNT)
    return [each.ingram_order_number for each in paging.orders(api, **options)], transport


def run_async(make: Callable[[int], Response], **options: Any) -> tuple[list[str | None], Pages]:
    transport = AsyncPages(make)

    async def collect() -> list[str | None]:
        api = aio.OrdersApi(
            aio.AsyncApiClient(Configuration(access_token="t", retry=AT_ONCE), transport=transport)
        ).bound(ACCOUNT)
        return [each.ingram_order_number async for each in paging.orders(api, **options)]

    return asyncio.run(collect()), transport


both_clients = pytest.mark.parametrize("run", [run_sync, run_async], ids=["sync", "async"])
with_and_without_prefetch = pytest.mark.parametrize("prefetch", [False, True], ids=["one by one", "prefetched"])


def pages_of(*responses: Response) -> Callable[[int], Response]:
    return lambda number: responses[number - 1]


ENDS = {
    "nothing found": (pages_of(answer(204)), 0, 1),
    "one page, counted": (pages_of(page(1, 3, 3)), 3, 1),
    "a page with fewer orders than the page size is not the last": (
        pages_of(page(1, 2, 5), page(2, 2, 5), page(3, 1, 5, 4)),
        5,
        3,
    ),
    "an empty page": (pages_of(page(1, 2, 9), page(2, 0, 9)), 2, 2),
    "204 after the last page": (pages_of(page(1, 2, None), answer(204)), 2, 2),
    "404 after the last page": (pages_of(page(1, 2, None), answer(404, [{"message": "Record not found"}])), 2, 2),
    "a count that becomes smaller is ignored": (pages_of(page(1, 2, 5), page(2, 2, 3), page(3, 1, 5, 4)), 5, 3),
    "a count that becomes larger is used": (pages_of(page(1, 2, 3), page(2, 2, 6), page(3, 2, 6)), 6, 3),
    "a count of 0 with orders is ignored": (pages_of(page(1, 2, 0), page(2, 2, 0), answer(204)), 4, 3),
    "orders missing": (pages_of(answer(200, {"recordsFound": 0})), 0, 1),
    "orders null": (pages_of(answer(200, {"recordsFound": 3, "orders": None})), 0, 1),
    "a count as text": (pages_of(page(1, 2, "2")), 2, 1),
}


@both_clients
@with_and_without_prefetch
@pytest.mark.parametrize(("make", "found", "requests"), ENDS.values(), ids=ENDS)
def test_the_pages_end_after_the_last_order(run: Any, prefetch: bool, make: Any, found: int, requests: int) -> None:
    orders, transport = run(make, prefetch=prefetch)
    assert orders == [f"20-{i:05}" for i in range(found)]
    assert [query["pageNumber"] for query in transport.queries] == [[str(i + 1)] for i in range(requests)]


@both_clients
def test_every_page_is_requested_with_the_filters_and_a_new_correlation_id(run: Any) -> None:
    _, transport = run(
        pages_of(page(1, 2, 4), page(2, 2, 4)),
        order_status="SHIPPED",
        shipped=(date(2026, 5, 1), datetime(2026, 5, 31, 12)),  # noqa: DTZ001 - a day
        ordered=("2026-04-01", "30 April 2026"),
        page_size=2,
    )
    for number, query in enumerate(transport.queries, 1):
        assert query == {
            "pageNumber": [str(number)],
            "pageSize": ["2"],
            "orderStatus": ["SHIPPED"],
            "shipDate_bt": ["2026-05-01", "2026-05-31"],
            "ingramOrderDate-bt": ["2026-04-01", "2026-04-30"],
        }
    assert len(set(transport.correlation_ids)) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in transport.correlation_ids)


WRONG_FILTERS = {
    "misspelt": ({"order_statsu": "SHIPPED"}, ApiTypeError, "no filter 'order_statsu'; did you mean 'order_status'?"),
    "unknown": ({"zzz": 1}, ApiTypeError, "no filter 'zzz'; it has ingram_order_number, "),
    "the range by its published name": ({"ship_date_bt": []}, ApiTypeError, "no filter 'ship_date_bt'"),
    "page number": ({"page_number": 2}, ApiTypeError, "no filter 'page_number'"),
    "page size 0": ({"page_size": 0}, ApiValueError, "page_size is 0; it should be 1 to 100"),
    "page size 101": ({"page_size": 101}, ApiValueError, "page_size is 101"),
    "page size True": ({"page_size": True}, ApiValueError, "page_size is True"),
    "one day": ({"ordered": (date(2026, 1, 1),)}, ApiValueError, "ordered should be a pair of days"),
    "one text": ({"ordered": "2026-01-01"}, ApiValueError, "ordered should be a pair of days"),
    "no day": ({"ordered": ("soon", "later")}, ApiValueError, "ordered: 'soon' is not a date"),
    "number": ({"ordered": (1, 2)}, ApiTypeError, "ordered should be two days"),
    "backwards": (
        {"ordered": ("2026-02-01", "2026-01-01")},
        ApiValueError,
        "starts on 2026-02-01 and ends before that",
    ),
}


@both_clients
@pytest.mark.parametrize(("filters", "kind", "message"), WRONG_FILTERS.values(), ids=WRONG_FILTERS)
def test_a_filter_that_the_server_would_ignore_is_refused(
    run: Any, filters: dict[str, Any], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=re.escape(message)):
        run(lambda _: pytest.fail("it was sent"), **filters)


def test_a_wrong_filter_is_refused_before_the_first_request() -> None:
    api = OrdersApi(ApiClient(Configuration(access_token="t"), transport=Pages(lambda _: answer(204)))).bound(ACCOUNT)
    with pytest.raises(TypeError):
        paging.orders(api, order_statsu="SHIPPED")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


@both_clients
@with_and_without_prefetch
@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (pages_of(answer(404)), NotFoundException),
        (pages_of(page(1, 2, 9), answer(500)), ServiceException),
    ],
    ids=["404 on the first page", "500 later"],
)
def test_a_failed_page_raises_and_does_not_end_the_search(
    run: Any, prefetch: bool, make: Any, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        run(make, prefetch=prefetch)


def test_prefetch_requests_the_next_page_while_the_current_one_is_used() -> None:
    second = threading.Event()

    def make(number: int) -> Response:
        if number == 2:
            second.set()
        return page(number, 2, 6)

    transport = Pages(make)
    api = OrdersApi(ApiClient(Configuration(access_token="t", retry=AT_ONCE), transport=transport)).bound(ACCOUNT)
    found: Iterator[Any] = paging.pages(api, prefetch=True)
    assert len(next(found)) == 2
    assert second.wait(10)
    found.close()  # type: ignore[attr-defined]
    assert len(transport.queries) == 2


@pytest.mark.parametrize("prefetch", [False, True])
def test_many_orders_need_no_more_memory_than_a_few(prefetch: bool) -> None:
    body = json.dumps({"recordsFound": 20_000, "orders": [{"ingramOrderNumber": "20-@@@@@"}] * 100}).encode()

    def make(number: int) -> Response:
        return answer(200, body.replace(b"@@@@@", b"%05d" % number))

    api = OrdersApi(ApiClient(Configuration(access_token="t"), transport=Pages(make))).bound(ACCOUNT)
    api.api_client._bound.transport.queries = _NotStored()  # type: ignore[attr-defined]
    api.api_client._bound.transport.correlation_ids = _NotStored()  # type: ignore[attr-defined]
    found = paging.orders(api, prefetch=prefetch)
    for _ in range(2_000):
        next(found)
    tracemalloc.start()
    try:
        count = 2_000 + sum(1 for _ in found)
        assert tracemalloc.get_traced_memory()[1] < 500_000, "30 bytes of each order would be too many"
    finally:
        tracemalloc.stop()
    assert count == 20_000


class _NotStored(list[Any]):
    """A list that stores nothing, so that the test's own records use no memory."""

    def append(self, item: Any) -> None:
        pass
