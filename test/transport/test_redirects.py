"""A redirect to another machine is an error of the call: nothing follows it, so nobody else gets token or order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, Call, configured
from server_kit import ScriptedServer
from step_kit import answer

from xi.sdk.resellers import ApiClient, ApiException, OrdersApi, aio


def blocking(server: ScriptedServer, call: Call) -> Any:
    with ApiClient(configured(server)) as client:
        return call(OrdersApi(client))


def awaited(server: ScriptedServer, call: Call) -> Any:
    async def main() -> Any:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            return await call(orders)

    return asyncio.run(main())


@pytest.mark.parametrize("made", [blocking, awaited])
@pytest.mark.parametrize("call", [CREATE_V6, DETAILS], ids=lambda call: call.name)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host_is_not_followed_and_that_host_is_told_nothing(
    serve: Callable[..., ScriptedServer], status: int, call: Call, made: Callable[..., Any]
) -> None:
    other = serve(call.answer())
    server = serve(answer(status, b"", Location=f"{other.url}/resellers/v6/orders"))
    with pytest.raises(ApiException) as caught:
        made(server, call)
    assert caught.value.status == status
    assert len(server.requests) == 1
    assert other.connections == 0
