"""A night of order automation with a service that often fails: each order is placed once, none is lost.

The orders say that their number may be used again, so the server's own guard does not help: a create sent twice shows.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import pytest

from xi.sdk.resellers import (
    Account,
    ApiClient,
    Configuration,
    NotSentException,
    OrdersApi,
    ServiceException,
    TooManyRequestsException,
    UnansweredException,
    UnauthorizedException,
    aio,
)
from xi.sdk.resellers.sandbox import FaultKind, Sandbox, SandboxServer
from xi.sdk.resellers.testing import AT_ONCE

ACCOUNT = Account("20-222222", "US")
ORDERS, AT_A_TIME, PATIENCE = 60, 6, 40
# Two faults take time alone. A program like this one, without a ledger and with duplicates allowed, cannot know that
# the server acts late; and nothing is told of an order that is created with an empty answer. test/ordering has both.
LEFT_OUT = (FaultKind.DELAY, FaultKind.DRIP, FaultKind.ACT_LATE, FaultKind.EMPTY_CREATED)
FAULTS = [kind for kind in FaultKind if kind not in LEFT_OUT]
APPS = count()
NOT_ACTED_ON = (NotSentException, TooManyRequestsException, UnauthorizedException)
IN_DOUBT = (UnansweredException, ServiceException)

Program = Callable[[Any, str], Coroutine[Any, Any, str]]


def order(purchase_order: str) -> dict[str, Any]:
    return {
        "customerOrderNumber": purchase_order,
        "lines": [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 1}],
        "additionalAttributes": [
            {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"},
            {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"},
        ],
    }


ADDED = {"customerLineNumber": "2", "ingramPartNumber": "2GZ200", "quantity": 1, "addUpdateDeleteLine": "ADD"}


async def made(call: Callable[[], Any]) -> Any:
    """Make a call with either client."""
    result = call()
    return await result if inspect.isawaitable(result) else result


async def insist(call: Callable[[], Any]) -> Any:
    """Repeat a read until it is answered."""
    for _ in range(PATIENCE):
        try:
            return await made(call)
        except (*NOT_ACTED_ON, *IN_DOUBT):
            continue
    raise AssertionError("never answered")


async def once(act: Callable[[], Any], done: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Make a change exactly once: if it may have been made, look before making it again."""
    for _ in range(PATIENCE):
        try:
            await made(act)
        except NOT_ACTED_ON:
            continue
        except IN_DOUBT:
            pass
        if found := await done():
            return found
    raise AssertionError("never done")


async def automation(orders: Any, purchase_order: str) -> str:
    """Place an order, add a line to it, release it; return its number."""

    async def placed() -> str | None:
        found = await insist(lambda: orders.get_resellers_v6_ordersearch(customer_order_number=purchase_order))
        return found.orders[0].ingram_order_number if found and found.orders else None

    async def changed() -> bool:
        seen = await insist(lambda: orders.get_orderdetails_v6_1(number))
        return any(line.ingram_part_number == "2GZ200" for line in seen.lines)

    async def released() -> bool:
        seen = await insist(lambda: orders.get_orderdetails_v6_1(number))
        return str(seen.order_status).upper() != "ON HOLD"

    number: str = await once(lambda: orders.post_createorder_v6(order(purchase_order)), placed)
    await once(lambda: orders.put_ordermodify(number, {"lines": [ADDED]}), changed)
    await once(lambda: orders.put_ordermodify(number, {}, action_code="release"), released)
    return number


def in_threads(configuration: Configuration, names: list[str]) -> list[str]:
    with ApiClient(configuration) as client, ThreadPoolExecutor(AT_A_TIME) as pool:
        orders = OrdersApi(client).bound(ACCOUNT)
        return list(pool.map(lambda name: asyncio.run(automation(orders, name)), names))


def in_tasks(configuration: Configuration, names: list[str]) -> list[str]:
    async def main() -> list[str]:
        seats = asyncio.Semaphore(AT_A_TIME)

        async def one(orders: Any, name: str) -> str:
            async with seats:
                return await automation(orders, name)

        async with aio.AsyncApiClient(configuration) as client:
            orders = aio.OrdersApi(client).bound(ACCOUNT)
            return list(await asyncio.gather(*(one(orders, name) for name in names)))

    return asyncio.run(main())


@pytest.mark.parametrize("run", [in_threads, in_tasks], ids=lambda run: run.__name__)
def test_each_order_is_placed_once_and_none_is_lost(run: Callable[[Configuration, list[str]], list[str]]) -> None:
    sandbox = Sandbox(seed=11)
    names = [f"NIGHT-{number}" for number in range(ORDERS)]
    met: set[str] = set()
    sandbox.note = lambda made, _: met.add((made() if callable(made) else made).fault)
    with SandboxServer(sandbox) as server:
        for kind in FAULTS:
            sandbox.faults.add(kind, times=10 if kind is FaultKind.REFUSE else None, probability=0.04)
        configuration = Configuration(
            host=server.url, client_id=f"night-{next(APPS)}", client_secret="s", retry=AT_ONCE
        )
        numbers = run(configuration, names)
    assert met >= {kind.value for kind in FAULTS if kind is not FaultKind.REFUSE}
    assert len(set(numbers)) == ORDERS
    for name, number in zip(names, numbers, strict=True):
        booked = sandbox.orders.of(ACCOUNT.customer_number, name)
        assert [each.number for each in booked] == [number], f"{name} was placed {len(booked)} times"
        parts = [line.part.number for line, _ in booked[0].parts if line.part]
        assert parts == ["DF4128", "2GZ200"], f"{name} was changed {len(parts) - 1} times"
        assert not booked[0].held
