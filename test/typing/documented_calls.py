"""Calls for an account, asynchronous calls and paging, for type checkers. The file is checked, but never run."""

# pyright: strict
from __future__ import annotations

from datetime import date
from typing import assert_type

from xi.sdk.resellers import (
    Account,
    ApiClient,
    ApiResponse,
    Attempt,
    BoundOrdersApi,
    Configuration,
    Finished,
    OrderCreateRequest,
    OrderCreateResponse,
    OrderDetailB2B,
    OrderModifyResponse,
    OrdersApi,
    OrderSearchResponse,
    OrderSearchResponseOrdersInner,
    RetryPolicy,
    aio,
    paging,
)


def fresh_token() -> str:
    """Return a token, as a function of a program may."""
    return "t"


def watch(event: Attempt | Finished) -> None:
    """Look at the result of an attempt or a call."""
    assert_type(event.status, int | None)
    if isinstance(event, Attempt):
        assert_type(event.wait, float | None)


account = Account("20-222222", "US", sender_id="Me")
Configuration(client_id="id", client_secret="s", account=account, calls_per_minute=60, observer=watch)
Configuration(access_token=fresh_token)
Configuration.from_env({"XI_ENVIRONMENT": "sandbox"})
order = OrderCreateRequest(customer_order_number="PO-1")

with ApiClient(Configuration.from_env()) as client:
    bound = OrdersApi(client).bound(account)
    assert_type(bound, BoundOrdersApi)
    assert_type(bound.post_createorder_v6(order, _deadline=30), OrderCreateResponse)
    assert_type(bound.post_createorder_v6_with_http_info(order), ApiResponse[OrderCreateResponse])
    assert_type(bound.put_ordermodify("20-RD128", {}, action_code="release"), OrderModifyResponse | None)
    assert_type(bound.get_orderdetails_v6_1("20-RD128", _retry=RetryPolicy(attempts=1)), OrderDetailB2B)
    for each in paging.orders(bound, order_status="SHIPPED", shipped=(date(2026, 5, 1), "2026-05-31"), prefetch=True):
        assert_type(each, OrderSearchResponseOrdersInner)
    OrdersApi(client).get_orderdetails_v6_1("20-RD128", "20-222222", "US", "id", _retry=RetryPolicy(), _deadline=5)


async def awaited() -> None:
    """Do the same in an event loop."""
    async with aio.AsyncApiClient(Configuration.from_env()) as client:
        orders = aio.OrdersApi(client)
        assert_type(await orders.post_createorder_v6("20-222222", "US", "id", order), OrderCreateResponse)
        bound = orders.bound()
        assert_type(bound, aio.BoundOrdersApi)
        assert_type(await bound.get_resellers_v6_ordersearch(order_status="SHIPPED"), OrderSearchResponse | None)
        async for each in paging.orders(bound, delivered=("2026-05-01", "2026-05-31")):
            assert_type(each, OrderSearchResponseOrdersInner)
        async for page in paging.pages(bound, page_size=50):
            assert_type([each.ingram_order_number for each in page], list[str | None])
