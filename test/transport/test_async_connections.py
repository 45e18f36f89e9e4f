"""The connections of the asynchronous client: how many, when they are used again, which loop and process own them."""

from __future__ import annotations

import asyncio
import gc
import pickle
import time
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, MODIFY, ORDER, WHO, configured, meeting
from fork_kit import fork, forks
from server_kit import ScriptedServer
from step_kit import RESET, answer, when_released

from xi.sdk.resellers import Account, ApiClient, Configuration, aio, in_doubt, paging
from xi.sdk.resellers._transport.aiohttp_connections import Connection, Connector
from xi.sdk.resellers.exceptions import (
    ApiException,
    NotSentException,
    UnansweredException,
)

ACCOUNT = Account("20-777777", "US")


def test_a_thousand_concurrent_calls_use_no_more_connections_than_the_pool_size(
    serve: Callable[..., ScriptedServer],
) -> None:
    server = serve(always=DETAILS.answer())

    async def main() -> list[Any]:
        async with aio.AsyncApiClient(configured(server, connection_pool_maxsize=8)) as client:
            orders: Any = aio.OrdersApi(client)
            return await asyncio.gather(*(DETAILS(orders) for _ in range(1000)))

    assert all(DETAILS.recognizes(each) for each in asyncio.run(main()))
    assert len(server.requests) == 1000
    assert server.connections <= 8


def test_connections_are_used_again_and_closed_with_the_client(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(always=DETAILS.answer())

    async def main() -> None:
        client = aio.AsyncApiClient(configured(server))
        for _ in range(2):
            for _ in range(3):
                await DETAILS(aio.OrdersApi(client))
            await client.close()

    asyncio.run(main())
    assert server.connections == 2
    assert server.wait_until_ended(2)


def test_a_connection_that_said_408_is_not_used_again(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(DETAILS.answer(), answer(408, b"{}"), DETAILS.answer(), DETAILS.answer())

    async def main() -> bool:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await DETAILS(orders)
            with pytest.raises(ApiException, match="408") as caught:
                await CREATE_V6(orders)
            await DETAILS(orders)
            await DETAILS(orders)
            return caught.value.may_have_been_acted_on

    assert asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 2, 3, 3]


def test_a_call_in_progress_is_answered_if_the_client_is_closed_meanwhile(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(when_released(CREATE_V6.answer()), DETAILS.answer(), DETAILS.answer())

    async def main() -> tuple[Any, Any]:
        client = aio.AsyncApiClient(configured(server))
        orders: Any = aio.OrdersApi(client)
        created = asyncio.ensure_future(CREATE_V6(orders))
        await asyncio.to_thread(server.arrived.wait)
        await DETAILS(orders)
        await client.close()
        assert await asyncio.to_thread(server.wait_until_ended, 1)  # the one that was idle
        read = await DETAILS(orders)  # on a new one
        await client.close()
        server.proceed.set()
        return await created, read

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        created, read = asyncio.run(main())
        gc.collect()
    assert (CREATE_V6.recognizes(created), DETAILS.recognizes(read)) == (True, True)
    assert [each.connection for each in server.requests] == [1, 2, 3]
    assert server.wait_until_ended(3)


def test_a_list_that_is_left_keeps_nothing_open_that_it_was_ahead_with(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(always=answer(200, {"recordsFound": 9, "orders": [{"ingramOrderNumber": "20-AB1CD"}]}))
    left: list[Any] = []

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            async for _ in paging.orders(aio.OrdersApi(client).bound(ACCOUNT), page_size=1, prefetch=True):
                break
        left.append(client)
        for _ in range(20):
            await asyncio.sleep(0)

    asyncio.run(main())
    assert left[0]._bound.transport._session.is_over
    assert server.wait_until_ended(server.connections)


def test_a_call_beside_one_that_is_cancelled_after_a_close_is_answered(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(when_released(DETAILS.answer()), when_released(CREATE_V6.answer()))

    async def main() -> Any:
        client = aio.AsyncApiClient(configured(server))
        await client.close()
        given_up = asyncio.ensure_future(DETAILS(aio.OrdersApi(client)))
        await asyncio.to_thread(server.arrived.wait)
        server.arrived.clear()
        created = asyncio.ensure_future(CREATE_V6(aio.OrdersApi(client)))
        await asyncio.to_thread(server.arrived.wait)
        given_up.cancel()
        await asyncio.wait([given_up])
        server.proceed.set()
        try:
            return await created
        finally:
            await client.close()

    assert CREATE_V6.recognizes(asyncio.run(main()))


def test_a_lost_connection_does_not_make_a_modify_go_twice(serve: Callable[..., ScriptedServer]) -> None:
    """A library that repeats what HTTP calls idempotent would repeat a PUT, and a modify is one."""
    server = serve(DETAILS.answer(), RESET)

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await DETAILS(orders)
            with pytest.raises(UnansweredException):
                await MODIFY(orders)

    asyncio.run(main())
    assert [each.method for each in server.requests] == ["GET", "PUT"]


@pytest.mark.parametrize(("call", "connection"), [(DETAILS, 1), (CREATE_V6, 2)], ids=["details", "create"])
def test_a_call_that_is_sent_once_gets_a_new_connection(
    serve: Callable[..., ScriptedServer], call: Any, connection: int
) -> None:
    server = serve(DETAILS.answer(), call.answer(), DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await DETAILS(orders)
            await call(orders)
            await DETAILS(orders)

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, connection, connection]


def test_a_new_connection_replaces_one_idle_connection_and_not_all(serve: Callable[..., ScriptedServer]) -> None:
    kept = 3
    server = serve(*[meeting(kept)] * kept, CREATE_V6.answer(), *[meeting(kept)] * kept)

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await asyncio.gather(*(DETAILS(orders) for _ in range(kept)))
            await CREATE_V6(orders)
            await asyncio.gather(*(DETAILS(orders) for _ in range(kept)))

    asyncio.run(main())
    assert server.connections == kept + 1


def test_one_client_serves_one_loop_after_another(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(always=DETAILS.answer())
    client = aio.AsyncApiClient(configured(server))

    async def main() -> None:
        assert DETAILS.recognizes(await DETAILS(aio.OrdersApi(client)))
        await client.close()

    asyncio.run(main())
    asyncio.run(main())
    assert server.connections == 2


@forks
def test_a_forked_child_makes_its_own_connections(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(always=DETAILS.answer())
    client = aio.AsyncApiClient(configured(server))

    async def once() -> None:
        await DETAILS(aio.OrdersApi(client))

    def in_a_loop_of_its_own() -> None:
        asyncio._set_running_loop(None)
        asyncio.run(once())

    with asyncio.Runner() as runner:
        runner.run(once())
        fork(in_a_loop_of_its_own)
        runner.run(once())
        runner.run(client.close())
    assert [each.connection for each in server.requests] == [1, 2, 1]


@pytest.mark.parametrize("kind", [ApiClient, aio.AsyncApiClient])
def test_a_client_pickles_as_its_configuration(kind: Any) -> None:
    configuration = Configuration("https://h", client_id="app", client_secret="s3cret", account=ACCOUNT)
    client = kind(configuration, "X-Mine", "yes")
    again = pickle.loads(pickle.dumps(client))
    assert again.configuration.client_secret == "s3cret"
    assert again.configuration.account == ACCOUNT
    assert again.default_headers == client.default_headers
    assert again._bound.credentials._app is client._bound.credentials._app
    assert b"s3cret" not in repr(again.configuration.__dict__).encode()


def test_a_header_is_sent_in_latin_1_and_the_body_in_utf_8(
    serve: Callable[..., ScriptedServer],
) -> None:
    server = serve(always=CREATE_V6.answer())
    notes = "Größe 日本"

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            for sender in ("Jürgen", "shop", "Jürgen"):
                await aio.OrdersApi(client).post_createorder_v6(*WHO, ORDER | {"notes": notes}, im_sender_id=sender)

    asyncio.run(main())
    # The server reads Latin-1, a byte a character.
    assert [each.headers["im-senderid"] for each in server.requests] == ["Jürgen", "shop", "Jürgen"]
    assert all(notes.encode() in each.body for each in server.requests)


@pytest.fixture(params=["while connecting", "once connected"])
def stalled(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Block the event loop while a request gets its connection."""
    if request.param == "while connecting":
        made = Connection.connection_made

        def connection_made(self: Connection, transport: Any) -> None:
            time.sleep(0.25)
            made(self, transport)

        monkeypatch.setattr(Connection, "connection_made", connection_made)
    else:
        connect = Connector.connect

        async def connected(self: Connector, *arguments: Any, **settings: Any) -> Any:
            found = await connect(self, *arguments, **settings)
            time.sleep(0.25)  # noqa: ASYNC251 - that is what it is about
            return found

        monkeypatch.setattr(Connector, "connect", connected)
    return str(request.param)


@pytest.mark.parametrize("call", [CREATE_V6, DETAILS], ids=lambda call: call.name)
@pytest.mark.usefixtures("stalled")
def test_no_request_is_sent_after_its_deadline_by_a_blocked_event_loop(
    serve: Callable[..., ScriptedServer], call: Any
) -> None:
    server = serve(always=call.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            with pytest.raises(NotSentException) as caught:
                await call(orders, _deadline=0.2)
            assert in_doubt(caught.value) == ()
            await asyncio.sleep(0.05)

    asyncio.run(main())
    assert server.requests == []


@forks
@pytest.mark.parametrize("closes", [False, True], ids=["goes on", "closes all that it inherited"])
def test_child_and_parent_both_make_calls_after_a_fork_inside_a_running_loop(
    serve: Callable[..., ScriptedServer], closes: bool
) -> None:
    server = serve(always=DETAILS.answer())

    async def once(client: aio.AsyncApiClient) -> None:
        orders: Any = aio.OrdersApi(client)
        assert DETAILS.recognizes(await DETAILS(orders, _deadline=5.0))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            await once(client)
            inherited = [each for each in gc.get_objects() if isinstance(each, Connection)] if closes else []

            def go_on() -> None:
                for each in inherited:
                    each.close()
                asyncio.run(once(client))

            fork(go_on)
            await asyncio.gather(once(client), once(client))

    asyncio.run(main())
    assert [each.connection for each in server.requests][:2] == [1, 2]
    assert sorted(each.connection for each in server.requests[2:]) == [1, 3]
