"""A cancelled call leaves no connection half used, and its error says what may have been done."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from call_kit import CANCEL, CORRELATION, CREATE_V6, DETAILS, configured
from server_kit import ScriptedServer
from step_kit import block_until_stopped

from xi.sdk.resellers import Account, Doubt, aio, in_doubt

ACCOUNT = Account("20-777777", "US")


def cancelled(server: ScriptedServer, call: Any, arrived: threading.Event) -> tuple[BaseException, Any]:
    """Cancel a call when its request has arrived; return its exception and the result of a later call."""

    async def main() -> tuple[BaseException, Any]:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            task = asyncio.ensure_future(call(orders))
            assert await asyncio.to_thread(arrived.wait, 60)
            task.cancel("enough")
            raised: list[BaseException] = []
            try:
                await task
            except BaseException as error:  # noqa: BLE001 - it is what is looked at
                raised.append(error)
            assert task.cancelled()
            return raised[0], await DETAILS(orders)

    return asyncio.run(main())


@pytest.mark.parametrize("call", [CREATE_V6, DETAILS], ids=lambda call: call.name)
def test_the_connection_of_a_cancelled_call_is_not_used_again(serve: Callable[..., ScriptedServer], call: Any) -> None:
    arrived = threading.Event()
    server = serve(block_until_stopped(arrived), DETAILS.answer())
    error, result = cancelled(server, call, arrived)
    assert isinstance(error, asyncio.CancelledError)
    assert bool(in_doubt(error)) is (call is CREATE_V6)
    assert DETAILS.recognizes(result)
    assert [each.connection for each in server.requests] == [1, 2]


@pytest.mark.parametrize(
    ("call", "doubt"),
    [
        (CREATE_V6, Doubt("post_createorder_v6", "PO-1", None, CORRELATION, 1)),
        (CANCEL, Doubt("delete_ordercancel", None, "20-AB1CD", CORRELATION, 1)),
    ],
    ids=["create", "cancel"],
)
def test_the_error_of_a_cancelled_call_says_what_may_have_been_done(
    serve: Callable[..., ScriptedServer], call: Any, doubt: Doubt
) -> None:
    arrived = threading.Event()
    error, _ = cancelled(serve(block_until_stopped(arrived), DETAILS.answer()), call, arrived)
    assert type(error) is asyncio.CancelledError
    assert error.args == ("enough",)
    assert in_doubt(error) == (doubt,)
    assert error.__notes__ == [f"{doubt}: find out before repeating it"]


def test_a_create_that_the_caller_times_out_is_in_doubt(
    serve: Callable[..., ScriptedServer],
) -> None:
    arrived = threading.Event()
    server = serve(block_until_stopped(arrived))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client, asyncio.timeout(None) as limit:
            create = aio.OrdersApi(client).bound(ACCOUNT).post_createorder_v6({"customerOrderNumber": "PO-1"})
            # The time ends once the request has arrived, however long a busy machine takes until then.
            sent = asyncio.ensure_future(asyncio.to_thread(arrived.wait, 60))
            sent.add_done_callback(lambda _: limit.reschedule(asyncio.get_running_loop().time()))
            await create

    with pytest.raises(TimeoutError) as caught:
        asyncio.run(main())
    assert [each.customer_order_number for each in in_doubt(caught.value)] == ["PO-1"]
    assert len(server.requests) == 1


def test_a_call_cancelled_before_it_has_a_connection_was_not_sent(serve: Callable[..., ScriptedServer]) -> None:
    arrived = threading.Event()
    server = serve(block_until_stopped(arrived))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server, connection_pool_maxsize=1)) as client:
            orders: Any = aio.OrdersApi(client)
            first = asyncio.ensure_future(DETAILS(orders))
            assert await asyncio.to_thread(arrived.wait, 60)
            waiting = asyncio.ensure_future(CREATE_V6(orders))
            await asyncio.sleep(0.05)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await waiting
            assert in_doubt(caught.value) == ()
            first.cancel()
            await asyncio.wait({first})

    asyncio.run(main())
    assert len(server.requests) == 1
