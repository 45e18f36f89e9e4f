"""Threads and tasks with clients of the same app share one token and fetch it once."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from threading import Barrier
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, QUICK
from server_kit import ScriptedServer, ServerConnection, Step
from step_kit import answer, block_until_stopped

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, RetryPolicy, aio, in_doubt
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer

ACCOUNT = Account("20-222222", "US")
THREADS, TASKS, CLIENTS = 50, 200, 5
ENOUGH = 60.0
APPS = count()


def expired(sandbox: Sandbox) -> None:
    """Wait until the token has expired; later tokens last an hour."""
    sandbox.tokens.lifetime = timedelta(hours=1)
    time.sleep(1.1)


def revoked(sandbox: Sandbox) -> None:
    """Revoke the token without telling the clients."""
    sandbox.tokens.lifetime = timedelta(hours=1)
    sandbox.tokens.revoke_all()


@pytest.mark.parametrize("end", [expired, revoked], ids=lambda end: end.__name__)
def test_fifty_threads_and_two_hundred_tasks_fetch_one_token(end: Callable[[Sandbox], None]) -> None:
    lifetime = timedelta(seconds=1 if end is expired else 3600)
    sandbox = Sandbox(policy=Policy(token_lifetime=lifetime))
    called: list[str] = []

    def note(entry: Any, _: Any = None) -> None:  # instead of the sandbox's own log, which keeps the last ones only
        called.append((entry() if callable(entry) else entry).operation)

    sandbox.note = note  # type: ignore[method-assign]
    together = Barrier(THREADS + 1)

    with SandboxServer(sandbox) as server:
        configuration = Configuration(host=server.url, client_id=f"crowd-{next(APPS)}", client_secret="s")

        def thread(client: ApiClient) -> object:
            together.wait()
            return OrdersApi(client).bound(ACCOUNT).get_resellers_v6_ordersearch()

        async def tasks() -> list[object]:
            clients = [aio.AsyncApiClient(configuration) for _ in range(CLIENTS)]
            try:
                together.wait()
                orders = [aio.OrdersApi(client).bound(ACCOUNT) for client in clients]
                calls = [orders[number % CLIENTS].get_resellers_v6_ordersearch() for number in range(TASKS)]
                return list(await asyncio.gather(*calls))
            finally:
                for client in clients:
                    await client.close()

        clients = [ApiClient(configuration) for _ in range(CLIENTS)]
        assert OrdersApi(clients[0]).bound(ACCOUNT).get_resellers_v6_ordersearch() is None
        end(sandbox)
        # One, or more where this machine took longer for the first call than a token lives.
        before = called.count("token")
        with ThreadPoolExecutor(THREADS + 1) as pool:
            awaited = pool.submit(asyncio.run, tasks())
            running = [pool.submit(thread, clients[number % CLIENTS]) for number in range(THREADS)]
            answers = [*awaited.result(ENOUGH), *(each.result(ENOUGH) for each in running)]
        for client in clients:
            client.close()

    assert answers == [None] * (THREADS + TASKS)
    # One successor; what was refused for the old one was sent again.
    assert called.count("token") == before + 1
    assert called.count("search") >= THREADS + TASKS + 1


def issuing(lifetimes: list[Any], issued: list[str]) -> Step:
    """Issue tokens; the last lifetime is that of all that follow."""

    def act(connection: ServerConnection) -> bool:
        connection.server.stopping.wait(0.05)  # long enough for everyone to come and wait
        issued.append(f"t0ken-{len(issued) + 1}")
        return answer(
            200, {"access_token": issued[-1], "expires_in": lifetimes[min(len(issued), len(lifetimes)) - 1]}
        ).act(connection)

    return Step(act)


@pytest.mark.parametrize("lifetime", [86400, "86400", None, "nonsense"])
def test_threads_and_tasks_without_a_valid_token_fetch_one_token(
    serve: Callable[..., ScriptedServer], lifetime: Any
) -> None:
    issued: list[str] = []
    tokens = serve(always=issuing([lifetime], issued))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"

    def configuration() -> Configuration:
        return Configuration(server.url, client_id="app", client_secret="s", token_url=url, retry=QUICK)

    clients = [ApiClient(configuration()) for _ in range(5)]
    start = threading.Barrier(51)

    def threaded(number: int) -> Any:
        start.wait(60)
        return DETAILS(OrdersApi(clients[number % 5]))

    async def main() -> list[Any]:
        async with aio.AsyncApiClient(configuration()) as client:
            orders: Any = aio.OrdersApi(client)
            await asyncio.to_thread(start.wait, 60)
            return await asyncio.gather(*(DETAILS(orders) for _ in range(200)))

    with ThreadPoolExecutor(50) as pool:
        beside = [pool.submit(threaded, number) for number in range(50)]
        results = asyncio.run(main()) + [each.result(60) for each in beside]
    for client in clients:
        client.close()
    assert len(results) == 250
    assert all(DETAILS.recognizes(each) for each in results)
    assert issued == ["t0ken-1"]
    assert {each.headers["authorization"] for each in server.requests} == {"Bearer t0ken-1"}


def test_an_expired_token_is_renewed_once_for_all_calls(serve: Callable[..., ScriptedServer]) -> None:
    issued: list[str] = []
    tokens = serve(always=issuing([0.2, 600], issued))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"
    with ApiClient(Configuration(server.url, client_id="app", client_secret="s", token_url=url)) as client:
        orders = OrdersApi(client)
        DETAILS(orders)
        time.sleep(0.3)
        with ThreadPoolExecutor(50) as pool:
            assert all(pool.map(lambda _: DETAILS.recognizes(DETAILS(orders)), range(50)))
    assert len(issued) == 2


def test_another_call_fetches_the_token_if_the_call_that_fetched_it_is_cancelled(
    serve: Callable[..., ScriptedServer],
) -> None:
    arrived = threading.Event()
    tokens = serve(block_until_stopped(arrived), answer(200, {"access_token": "t0ken", "expires_in": 600}))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"

    async def main() -> None:
        once = RetryPolicy(attempts=1)  # the attempt that is cancelled is the last one
        configuration = Configuration(server.url, client_id="app", client_secret="s3cret", token_url=url, retry=once)
        async with aio.AsyncApiClient(configuration) as client:
            orders: Any = aio.OrdersApi(client)
            first = asyncio.ensure_future(CREATE_V6(orders))
            assert await asyncio.to_thread(arrived.wait, 60)
            others = [asyncio.ensure_future(DETAILS(orders)) for _ in range(3)]
            await asyncio.sleep(0.05)
            first.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await first
            assert first.cancelled()
            assert in_doubt(caught.value) == (), "no order was sent"
            assert [DETAILS.recognizes(each) for each in await asyncio.gather(*others)] == [True] * 3

    asyncio.run(main())
    assert len(tokens.requests) == 2
