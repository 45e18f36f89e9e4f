"""A crowd of threads and tasks, with clients of their own, on a token that is no good any more: one fetches another."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from threading import Barrier

import pytest

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, aio
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer

ACCOUNT = Account("20-222222", "US")
THREADS, TASKS, CLIENTS = 50, 200, 5
ENOUGH = 60.0
APPS = count()


def expired(sandbox: Sandbox) -> None:
    """Let the one second pass that the token was good for; those issued from now on last."""
    sandbox.tokens.lifetime = timedelta(hours=1)
    time.sleep(1.1)


def revoked(sandbox: Sandbox) -> None:
    """End it early; nobody tells the clients."""
    sandbox.tokens.lifetime = timedelta(hours=1)
    sandbox.tokens.revoke_all()


@pytest.mark.parametrize("end", [expired, revoked], ids=lambda end: end.__name__)
def test_fifty_threads_and_two_hundred_tasks_ask_for_one_token(end: Callable[[Sandbox], None]) -> None:
    lifetime = timedelta(seconds=1 if end is expired else 3600)
    sandbox = Sandbox(policy=Policy(token_lifetime=lifetime))
    called: list[str] = []
    sandbox.note = lambda made: called.append(
        (made() if callable(made) else made).operation
    )  # its own log keeps the last ones only
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
        with ThreadPoolExecutor(THREADS + 1) as pool:
            awaited = pool.submit(asyncio.run, tasks())
            running = [pool.submit(thread, clients[number % CLIENTS]) for number in range(THREADS)]
            answers = [*awaited.result(ENOUGH), *(each.result(ENOUGH) for each in running)]
        for client in clients:
            client.close()

    assert answers == [None] * (THREADS + TASKS)
    # The first token and its successor; what was refused for the old one was sent again.
    assert called.count("token") == 2
    assert called.count("search") >= THREADS + TASKS + 1
