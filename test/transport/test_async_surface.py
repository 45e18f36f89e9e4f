"""Every async method in its three forms with a running sandbox, compared with the blocking one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from xi.sdk.resellers import Account, AsyncOrderCreateDTO, Configuration, OrderCreateRequest, OrderModifyRequest, aio
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

TOKEN = "demo-token"
WHO = ("20-222222", "US", "c-1")
FORMS = ("", "_with_http_info", "_without_preload_content")
BOUND_FORMS = FORMS[:2]


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer(Sandbox(access_tokens={TOKEN}, seed=5)) as running:
        yield running


def order(purchase_order: str) -> OrderCreateRequest:
    hold = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
    return OrderCreateRequest.from_dict(
        {
            "customerOrderNumber": purchase_order,
            "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}],
            "additionalAttributes": [hold],
        }
    )


def parsed(form: str, answer: Any) -> Any:
    """Return the parsed answer of each form."""
    if form == "_with_http_info":
        assert answer.status_code in (200, 201)
        return answer.data
    if form == "_without_preload_content":
        assert answer.status in (200, 201)
        return answer.json() if answer.data and answer.data != b"null" else None
    return answer


def field(said: Any, name: str, wire: str) -> Any:
    return said[wire] if isinstance(said, dict) else getattr(said, name)


async def walk(orders: Any, form: str, who: tuple[str, ...], purchase_order: str) -> None:
    async def say(method: str, *arguments: Any, **named: Any) -> Any:
        return parsed(form, await getattr(orders, method + form)(*arguments, **named))

    made = await say("post_createorder_v6", *who, order(purchase_order))
    placed = field(made, "orders", "orders")[0]
    number = field(placed, "ingram_order_number", "ingramOrderNumber")
    change = OrderModifyRequest.from_dict({"notes": "by the back door"})
    changed = await say("put_ordermodify", number, *who, change)
    assert field(changed, "ingram_order_number", "ingramOrderNumber") == number
    seen = await say("get_orderdetails_v6_1", number, *who)
    assert field(seen, "notes", "notes") == "BY THE BACK DOOR"
    found = await say("get_resellers_v6_ordersearch", *who, customer_order_number=purchase_order)
    assert field(found, "orders", "orders")
    assert await say("delete_ordercancel", number, *who) is None
    later = AsyncOrderCreateDTO.from_dict(
        {
            "customerOrderNumber": f"{purchase_order}-7",
            "lines": [{"ingramPartNumber": "DF4128", "quantity": "1"}],
        }
    )
    accepted = await say("post_createorder_v7", *who, later)
    assert field(accepted, "confirmation_number", "confirmationNumber").startswith("US-")


@pytest.mark.parametrize("form", FORMS)
def test_each_method_of_the_async_orders_api_works(server, form):
    async def main() -> None:
        async with aio.AsyncApiClient(Configuration(server.url, access_token=TOKEN)) as client:
            await walk(aio.OrdersApi(client), form, WHO, f"SURFACE{form}")

    asyncio.run(main())


@pytest.mark.parametrize("form", BOUND_FORMS)
def test_each_method_of_the_async_bound_api_works(server, form):
    async def main() -> None:
        async with aio.AsyncApiClient(Configuration(server.url, access_token=TOKEN)) as client:
            orders = aio.OrdersApi(client).bound(Account("20-222222", "US"))
            await walk(orders, form, (), f"BOUND{form}")

    asyncio.run(main())


@pytest.mark.parametrize("form", FORMS)
def test_the_async_token_api_fetches_a_token(server, form):
    async def main() -> None:
        async with aio.AsyncApiClient(Configuration(server.url)) as client:
            fetch = getattr(aio.AccesstokenApi(client), f"get_accesstoken{form}")
            said = parsed(form, await fetch("client_credentials", "any", "secret"))
            assert field(said, "access_token", "access_token")

    asyncio.run(main())


def test_apis_made_without_a_client_share_one(server):
    async def main() -> None:
        client = aio.AsyncApiClient(Configuration(server.url, access_token=TOKEN))
        aio.AsyncApiClient.set_default(client)
        try:
            assert aio.AsyncApiClient.get_default() is client
            found = await aio.OrdersApi().get_resellers_v6_ordersearch(*WHO, customer_order_number="NOBODY-HAS-IT")
            assert found is None
        finally:
            aio.AsyncApiClient.set_default(None)
            await client.close()

    asyncio.run(main())
    assert aio.AsyncApiClient.get_default() is aio.AsyncApiClient.get_default()
    aio.AsyncApiClient.set_default(None)
