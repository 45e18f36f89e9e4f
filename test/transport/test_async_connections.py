"""The awaited client's connections: how many, how they end, whose they are; and one token for threads and tasks."""

from __future__ import annotations

import asyncio
import os
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import pytest
from transport_kit import (
    CREATE_V6,
    DETAILS,
    RESET,
    TOKEN,
    Line,
    Server,
    Step,
    answer,
    socks5,
    tunnel,
)

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import ApiValueError, NotSentException, UnansweredException

QUICK = RetryPolicy(attempts=3, base=0.01, quota_window=0.05, wait_cap=0.2)
ACCOUNT = Account("20-777777", "US")


def configured(server: Server | str, **settings: Any) -> Configuration:
    host = server if isinstance(server, str) else server.url
    configuration = Configuration(host=host, access_token=TOKEN, retry=QUICK)
    for name, value in settings.items():
        setattr(configuration, name, value)
    return configuration


def slowly(step: Step, seconds: float = 0.05) -> Step:
    """Do a step after a while."""

    def act(line: Line) -> bool:
        line.server.stopping.wait(seconds)
        return step.act(line)

    return Step(act)


# ------------------------------------------------------------------------------------------ cancelling


def cancelled(server: Server, call: Any, arrived: threading.Event) -> tuple[BaseException, Any]:
    """Cancel a call once its request has arrived; return what it raised, and what a call after it gives."""

    async def main() -> tuple[BaseException, Any]:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            task = asyncio.ensure_future(call(orders))
            assert await asyncio.to_thread(arrived.wait, 10)
            task.cancel("enough")
            raised: list[BaseException] = []
            try:
                await task
            except BaseException as error:  # noqa: BLE001 - it is what is looked at
                raised.append(error)
            assert task.cancelled()
            return raised[0], await DETAILS(orders)

    return asyncio.run(main())


def held(arrived: threading.Event) -> Step:
    def act(line: Line) -> bool:
        arrived.set()
        line.server.stopping.wait(10)
        return False

    return Step(act)


@pytest.mark.parametrize("call", [CREATE_V6, DETAILS], ids=lambda call: call.name)
def test_a_cancelled_call_leaves_no_connection_half_used(serve: Callable[..., Server], call: Any) -> None:
    arrived = threading.Event()
    server = serve(held(arrived), DETAILS.answer())
    error, result = cancelled(server, call, arrived)
    assert isinstance(error, asyncio.CancelledError)
    assert DETAILS.told(result)
    assert [each.connection for each in server.requests] == [1, 2]


def test_a_call_cancelled_before_it_has_a_connection_was_not_sent(serve: Callable[..., Server]) -> None:
    arrived = threading.Event()
    server = serve(held(arrived))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server, connection_pool_maxsize=1)) as client:
            orders: Any = aio.OrdersApi(client)
            first = asyncio.ensure_future(DETAILS(orders))
            assert await asyncio.to_thread(arrived.wait, 10)
            waiting = asyncio.ensure_future(CREATE_V6(orders))
            await asyncio.sleep(0.05)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            first.cancel()
            await asyncio.wait({first})

    asyncio.run(main())
    assert len(server.requests) == 1


# ------------------------------------------------------------------------------------------ how many


def test_a_thousand_calls_at_once_hold_to_the_size_of_the_pool(serve: Callable[..., Server]) -> None:
    server = serve(always=DETAILS.answer())

    async def main() -> list[Any]:
        async with aio.AsyncApiClient(configured(server, connection_pool_maxsize=8)) as client:
            orders: Any = aio.OrdersApi(client)
            return await asyncio.gather(*(DETAILS(orders) for _ in range(1000)))

    assert all(DETAILS.told(each) for each in asyncio.run(main()))
    assert len(server.requests) == 1000
    assert server.connections <= 8


def test_connections_are_used_again_and_closed_with_the_client(serve: Callable[..., Server]) -> None:
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


def test_a_lost_connection_does_not_make_a_modify_go_twice(serve: Callable[..., Server]) -> None:
    """A library that repeats what HTTP calls idempotent would repeat a PUT, and a modify is one."""
    from transport_kit import MODIFY

    server = serve(DETAILS.answer(), RESET)

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await DETAILS(orders)
            with pytest.raises(UnansweredException):
                await MODIFY(orders)

    asyncio.run(main())
    assert [each.method for each in server.requests] == ["GET", "PUT"]


# ------------------------------------------------------------------------------------------ whose


def test_one_client_serves_one_loop_after_another(serve: Callable[..., Server]) -> None:
    server = serve(always=DETAILS.answer())
    client = aio.AsyncApiClient(configured(server))

    async def main() -> None:
        assert DETAILS.told(await DETAILS(aio.OrdersApi(client)))
        await client.close()

    asyncio.run(main())
    asyncio.run(main())
    assert server.connections == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes fork on POSIX only")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_child_makes_its_own_connections(serve: Callable[..., Server]) -> None:
    server = serve(always=DETAILS.answer())
    client = aio.AsyncApiClient(configured(server))

    async def once() -> None:
        await DETAILS(aio.OrdersApi(client))

    with asyncio.Runner() as runner:
        runner.run(once())
        child = os.fork()
        if child == 0:
            code = 1
            try:
                asyncio._set_running_loop(None)
                asyncio.run(once())
                code = 0
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
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
    assert again._bearer._app is client._bearer._app
    assert b"s3cret" not in repr(again.configuration.__dict__).encode()


@pytest.mark.parametrize("proxy", ["ftp://proxy:21", "proxy:3128", "http://", "socks5h://me:pr0xy@pro xy:1"])
def test_a_proxy_that_is_none_is_refused_by_the_awaited_client(proxy: str) -> None:
    with pytest.raises(ApiValueError, match="proxy is no URL to connect to") as caught:
        aio.AsyncApiClient(configured("https://h", proxy=proxy))
    assert "pr0xy" not in str(caught.value)


def through_socks(host: str, proxy: str, call: Any, **settings: Any) -> Any:
    async def main() -> Any:
        async with aio.AsyncApiClient(configured(host, proxy=proxy, **settings)) as client:
            orders: Any = aio.OrdersApi(client)
            return await call(orders)

    return asyncio.run(main())


socks = pytest.mark.skipif(
    find_spec("aiohttp_socks") is None, reason="aiohttp-socks, of the extra `socks`, is not installed"
)


@socks
def test_a_socks_proxy_carries_awaited_calls(serve: Callable[..., Server], authority: Any) -> None:
    proxy = serve(socks5(user="me", password="p@ss"), CREATE_V6.answer(), tls=authority.server("api.example"))
    url = f"socks5h://me:p%40ss@127.0.0.1:{proxy.port}"
    assert CREATE_V6.told(through_socks("https://api.example", url, CREATE_V6, ssl_ca_cert=authority.path))
    assert proxy.told == [("api.example", 443)]


@socks
def test_a_socks_proxy_that_refuses_means_not_sent_and_one_that_loses_means_unanswered(
    serve: Callable[..., Server],
) -> None:
    server = serve(*[socks5(granted=False)] * 3)
    with pytest.raises(NotSentException):
        through_socks("https://api.example", f"socks5h://127.0.0.1:{server.port}", CREATE_V6)
    lost = serve(socks5(), RESET)
    with pytest.raises(UnansweredException):
        through_socks("http://127.0.0.1:1", f"socks5h://127.0.0.1:{lost.port}", CREATE_V6)
    assert len(lost.requests) == 1


# ------------------------------------------------------------------------------------------ proxies of the environment


@pytest.fixture(params=["sync", "async"])
def asked(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Make a details call through either client."""

    def sync(configuration: Configuration) -> Any:
        with ApiClient(configuration) as client:
            return DETAILS(OrdersApi(client))

    def awaited(configuration: Configuration) -> Any:
        async def main() -> Any:
            async with aio.AsyncApiClient(configuration) as client:
                orders: Any = aio.OrdersApi(client)
                return await DETAILS(orders)

        return asyncio.run(main())

    return sync if request.param == "sync" else awaited


def test_a_proxy_of_the_environment_is_used(
    serve: Callable[..., Server], authority: Any, monkeypatch: pytest.MonkeyPatch, asked: Any
) -> None:
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    monkeypatch.setenv("HTTPS_PROXY", proxy.url.removeprefix("http://"))
    assert DETAILS.told(asked(configured("https://api.example", ssl_ca_cert=authority.path)))
    assert [each.method for each in proxy.requests] == ["CONNECT", "GET"]
    assert proxy.requests[0].target == "api.example:443"
    assert "authorization" not in proxy.requests[0].headers


def test_a_configured_proxy_goes_before_that_of_the_environment(
    serve: Callable[..., Server], authority: Any, monkeypatch: pytest.MonkeyPatch, asked: Any
) -> None:
    other = serve()
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    monkeypatch.setenv("HTTPS_PROXY", other.url)
    assert asked(configured("https://api.example", ssl_ca_cert=authority.path, proxy=proxy.url))
    assert other.connections == 0


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_no_proxy_and_this_machine_are_called_directly(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch, asked: Any, name: str
) -> None:
    other = serve()
    server = serve(DETAILS.answer())
    monkeypatch.setenv("HTTP_PROXY", other.url)
    assert asked(configured(server))
    monkeypatch.setenv("HTTPS_PROXY", other.url)
    monkeypatch.setenv(name, "*")
    configuration = configured("https://192.0.2.1")
    configuration.retry = RetryPolicy(attempts=1, deadline=0.2)
    with pytest.raises(Exception, match=r"192\.0\.2\.1"):
        asked(configuration)
    assert other.connections == 0


# ------------------------------------------------------------------------------------------ one token for all


def issuing(lifetime: float, issued: list[str]) -> Step:
    def act(line: Line) -> bool:
        line.server.stopping.wait(0.05)  # long enough for everyone to come and wait
        issued.append(f"t0ken-{len(issued) + 1}")
        return answer(200, {"access_token": issued[-1], "expires_in": lifetime}).act(line)

    return Step(act)


@pytest.mark.parametrize("lifetime", [86400, "86400", None, "nonsense"])
def test_threads_and_tasks_with_no_token_that_serves_fetch_one(serve: Callable[..., Server], lifetime: Any) -> None:
    issued: list[str] = []
    tokens = serve(always=issuing(lifetime, issued))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"

    def configuration() -> Configuration:
        return Configuration(server.url, client_id="app", client_secret="s", token_url=url, retry=QUICK)

    clients = [ApiClient(configuration()) for _ in range(5)]
    start = threading.Barrier(51)

    def threaded(number: int) -> Any:
        start.wait(10)
        return DETAILS(OrdersApi(clients[number % 5]))

    async def main() -> list[Any]:
        async with aio.AsyncApiClient(configuration()) as client:
            orders: Any = aio.OrdersApi(client)
            await asyncio.to_thread(start.wait, 10)
            return await asyncio.gather(*(DETAILS(orders) for _ in range(200)))

    with ThreadPoolExecutor(50) as pool:
        beside = [pool.submit(threaded, number) for number in range(50)]
        results = asyncio.run(main()) + [each.result(30) for each in beside]
    for client in clients:
        client.close()
    assert len(results) == 250
    assert all(DETAILS.told(each) for each in results)
    assert issued == ["t0ken-1"]
    assert {each.headers["authorization"] for each in server.requests} == {"Bearer t0ken-1"}


def test_a_token_past_its_end_is_renewed_once_by_all_who_come(serve: Callable[..., Server]) -> None:
    issued: list[str] = []
    tokens = serve(always=issuing(0.2, issued))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"
    with ApiClient(Configuration(server.url, client_id="app", client_secret="s", token_url=url)) as client:
        orders = OrdersApi(client)
        DETAILS(orders)
        time.sleep(0.3)
        with ThreadPoolExecutor(50) as pool:
            assert all(pool.map(lambda _: DETAILS.told(DETAILS(orders)), range(50)))
    # 50 calls can take longer than this token lives; two more would be one for every few calls.
    assert 2 <= len(issued) <= 3


@pytest.mark.parametrize("attempts", [1, 3])
def test_a_cancelled_call_that_fetched_the_token_leaves_the_fetching_to_others(
    serve: Callable[..., Server], attempts: int
) -> None:
    arrived = threading.Event()
    tokens = serve(held(arrived), answer(200, {"access_token": "t0ken", "expires_in": 600}))
    server = serve(*[DETAILS.answer()] * 3)
    url = f"{tokens.url}/{time.monotonic_ns()}"
    retry = replace(QUICK, attempts=attempts)

    async def main() -> None:
        configuration = Configuration(server.url, client_id="app", client_secret="s", token_url=url, retry=retry)
        async with aio.AsyncApiClient(configuration) as client:
            orders: Any = aio.OrdersApi(client)
            first = asyncio.ensure_future(CREATE_V6(orders))
            assert await asyncio.to_thread(arrived.wait, 10)
            others = [asyncio.ensure_future(DETAILS(orders)) for _ in range(3)]
            await asyncio.sleep(0.05)
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            assert first.cancelled()
            assert all(DETAILS.told(each) for each in await asyncio.gather(*others))

    asyncio.run(main())
    assert len(tokens.requests) == 2
