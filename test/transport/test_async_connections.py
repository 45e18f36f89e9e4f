"""The awaited client's connections: how many, how they end, whose they are; and one token for threads and tasks."""

from __future__ import annotations

import asyncio
import gc
import os
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any

import pytest
from call_kit import CANCEL, CORRELATION, CREATE_V6, DETAILS, MODIFY, ORDER, TOKEN, WHO
from server_kit import ScriptedServer, ServerConnection, Step
from step_kit import HALF_HEAD, RESET, answer, response_bytes, socks5, tunnel

from xi.sdk.resellers import Account, ApiClient, Configuration, Doubt, OrdersApi, RetryPolicy, aio, in_doubt
from xi.sdk.resellers._transport import aiohttp_transport
from xi.sdk.resellers._transport.aiohttp_connections import Connection, Connector
from xi.sdk.resellers.exceptions import (
    ApiValueError,
    NotSentException,
    UnansweredException,
    UnreadableResponseException,
)

QUICK = RetryPolicy(attempts=3, base=0.01, quota_window=0.05, wait_cap=0.2)
ACCOUNT = Account("20-777777", "US")


def configured(server: ScriptedServer | str, **settings: Any) -> Configuration:
    host = server if isinstance(server, str) else server.url
    configuration = Configuration(host=host, access_token=TOKEN, retry=QUICK)
    for name, value in settings.items():
        setattr(configuration, name, value)
    return configuration


def slowly(step: Step, seconds: float = 0.05) -> Step:
    """Do a step after a while."""

    def act(connection: ServerConnection) -> bool:
        connection.server.stopping.wait(seconds)
        return step.act(connection)

    return Step(act)


# ------------------------------------------------------------------------------------------ cancelling


def cancelled(server: ScriptedServer, call: Any, arrived: threading.Event) -> tuple[BaseException, Any]:
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
    def act(connection: ServerConnection) -> bool:
        arrived.set()
        connection.server.stopping.wait(10)
        return False

    return Step(act)


@pytest.mark.parametrize("call", [CREATE_V6, DETAILS], ids=lambda call: call.name)
def test_a_cancelled_call_leaves_no_connection_half_used(serve: Callable[..., ScriptedServer], call: Any) -> None:
    arrived = threading.Event()
    server = serve(held(arrived), DETAILS.answer())
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
def test_a_cancelled_call_says_what_may_have_been_done(
    serve: Callable[..., ScriptedServer], call: Any, doubt: Doubt
) -> None:
    arrived = threading.Event()
    error, _ = cancelled(serve(held(arrived), DETAILS.answer()), call, arrived)
    assert type(error) is asyncio.CancelledError
    assert error.args == ("enough",)
    assert in_doubt(error) == (doubt,)
    assert error.__notes__ == [f"{doubt}: find out before repeating it"]


def test_a_create_that_runs_out_of_the_callers_time_is_a_timeout_that_knows(
    serve: Callable[..., ScriptedServer],
) -> None:
    arrived = threading.Event()
    server = serve(held(arrived))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client, asyncio.timeout(None) as limit:
            create = aio.OrdersApi(client).bound(ACCOUNT).post_createorder_v6({"customerOrderNumber": "PO-1"})
            # The time ends once the request has arrived, however long a busy machine takes until then.
            sent = asyncio.ensure_future(asyncio.to_thread(arrived.wait, 10))
            sent.add_done_callback(lambda _: limit.reschedule(asyncio.get_running_loop().time()))
            await create

    with pytest.raises(TimeoutError) as caught:
        asyncio.run(main())
    assert [each.customer_order_number for each in in_doubt(caught.value)] == ["PO-1"]
    assert len(server.requests) == 1


def test_a_call_cancelled_before_it_has_a_connection_was_not_sent(serve: Callable[..., ScriptedServer]) -> None:
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
            with pytest.raises(asyncio.CancelledError) as caught:
                await waiting
            assert in_doubt(caught.value) == ()
            first.cancel()
            await asyncio.wait({first})

    asyncio.run(main())
    assert len(server.requests) == 1


# ------------------------------------------------------------------------------------------ how many


def test_a_thousand_calls_at_once_hold_to_the_size_of_the_pool(serve: Callable[..., ScriptedServer]) -> None:
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


# ------------------------------------------------------------------------------------------ whose


def test_one_client_serves_one_loop_after_another(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(always=DETAILS.answer())
    client = aio.AsyncApiClient(configured(server))

    async def main() -> None:
        assert DETAILS.recognizes(await DETAILS(aio.OrdersApi(client)))
        await client.close()

    asyncio.run(main())
    asyncio.run(main())
    assert server.connections == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes fork on POSIX only")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_child_makes_its_own_connections(serve: Callable[..., ScriptedServer]) -> None:
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
    assert again._credentials._app is client._credentials._app
    assert b"s3cret" not in repr(again.configuration.__dict__).encode()


@pytest.mark.parametrize("proxy", ["ftp://proxy:21", "proxy:3128", "http://", "socks5h://me:pr0xy@pro xy:1"])
def test_a_proxy_that_is_none_is_refused_by_the_awaited_client(proxy: str) -> None:
    with pytest.raises(ApiValueError, match="proxy is not a URL to connect to") as caught:
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
def test_a_socks_proxy_carries_awaited_calls(serve: Callable[..., ScriptedServer], authority: Any) -> None:
    proxy = serve(socks5(user="me", password="p@ss"), CREATE_V6.answer(), tls=authority.server("api.example"))
    url = f"socks5h://me:p%40ss@127.0.0.1:{proxy.port}"
    assert CREATE_V6.recognizes(through_socks("https://api.example", url, CREATE_V6, ssl_ca_cert=authority.path))
    assert proxy.notes == [("api.example", 443)]


@socks
def test_a_socks_proxy_that_refuses_means_not_sent_and_one_that_loses_means_unanswered(
    serve: Callable[..., ScriptedServer],
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
    serve: Callable[..., ScriptedServer], authority: Any, monkeypatch: pytest.MonkeyPatch, asked: Any
) -> None:
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    monkeypatch.setenv("HTTPS_PROXY", proxy.url.removeprefix("http://"))
    assert DETAILS.recognizes(asked(configured("https://api.example", ssl_ca_cert=authority.path)))
    assert [each.method for each in proxy.requests] == ["CONNECT", "GET"]
    assert proxy.requests[0].target == "api.example:443"
    assert "authorization" not in proxy.requests[0].headers


def test_a_configured_proxy_goes_before_that_of_the_environment(
    serve: Callable[..., ScriptedServer], authority: Any, monkeypatch: pytest.MonkeyPatch, asked: Any
) -> None:
    other = serve()
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    monkeypatch.setenv("HTTPS_PROXY", other.url)
    assert asked(configured("https://api.example", ssl_ca_cert=authority.path, proxy=proxy.url))
    assert other.connections == 0


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_no_proxy_and_this_machine_are_called_directly(
    serve: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch, asked: Any, name: str
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
    def act(connection: ServerConnection) -> bool:
        connection.server.stopping.wait(0.05)  # long enough for everyone to come and wait
        issued.append(f"t0ken-{len(issued) + 1}")
        return answer(200, {"access_token": issued[-1], "expires_in": lifetime}).act(connection)

    return Step(act)


@pytest.mark.parametrize("lifetime", [86400, "86400", None, "nonsense"])
def test_threads_and_tasks_with_no_token_that_serves_fetch_one(
    serve: Callable[..., ScriptedServer], lifetime: Any
) -> None:
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
    assert all(DETAILS.recognizes(each) for each in results)
    assert issued == ["t0ken-1"]
    assert {each.headers["authorization"] for each in server.requests} == {"Bearer t0ken-1"}


def test_a_token_past_its_end_is_renewed_once_by_all_who_come(serve: Callable[..., ScriptedServer]) -> None:
    issued: list[str] = []
    tokens = serve(always=issuing(0.2, issued))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"
    with ApiClient(Configuration(server.url, client_id="app", client_secret="s", token_url=url)) as client:
        orders = OrdersApi(client)
        DETAILS(orders)
        time.sleep(0.3)
        with ThreadPoolExecutor(50) as pool:
            assert all(pool.map(lambda _: DETAILS.recognizes(DETAILS(orders)), range(50)))
    # 50 calls can take longer than this token lives; two more would be one for every few calls.
    assert 2 <= len(issued) <= 3


def test_a_cancelled_call_that_fetched_the_token_leaves_the_fetching_to_others(
    serve: Callable[..., ScriptedServer],
) -> None:
    arrived = threading.Event()
    tokens = serve(held(arrived), answer(200, {"access_token": "t0ken", "expires_in": 600}))
    server = serve(always=DETAILS.answer())
    url = f"{tokens.url}/{time.monotonic_ns()}"

    async def main() -> None:
        once = RetryPolicy(attempts=1)  # the attempt that is cancelled is the last one
        configuration = Configuration(server.url, client_id="app", client_secret="s3cret", token_url=url, retry=once)
        async with aio.AsyncApiClient(configuration) as client:
            orders: Any = aio.OrdersApi(client)
            first = asyncio.ensure_future(CREATE_V6(orders))
            assert await asyncio.to_thread(arrived.wait, 10)
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


# ------------------------------------------------------------------------------------------ one answer for one request


class Pushed:
    """A good answer, and then bytes that nobody asked for."""

    def __init__(self, data: bytes, *, closes: bool = False) -> None:
        self.done = threading.Event()
        self.data = data
        self.closes = closes

    def step(self) -> Step:
        def act(connection: ServerConnection) -> bool:
            DETAILS.answer().act(connection)
            connection.server.stopping.wait(0.03)
            if self.data:
                connection.sock.sendall(self.data)
            if self.closes:
                connection.sock.close()
            self.done.set()
            return not self.closes

        return Step(act)


OTHERS = response_bytes(201, b'{"orders": [{"ingramOrderNumber": "20-OTHER"}]}', {"Content-Length": "47"})
UNASKED = {
    "a whole answer": Pushed(OTHERS),
    "a whole answer, and closes": Pushed(OTHERS, closes=True),
    "a 408": Pushed(response_bytes(408, b"", {"Content-Length": "0", "Connection": "close"}), closes=True),
    "an interim answer": Pushed(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "half a head": Pushed(HALF_HEAD),
    "one byte": Pushed(b"\n"),
    "nothing, and closes": Pushed(b"", closes=True),
}


@pytest.mark.parametrize("blocks_loop", [False, True], ids=["idle", "computing"])
@pytest.mark.parametrize("pushed", UNASKED.values(), ids=UNASKED)
def test_what_nobody_asked_for_is_no_answer_to_the_next_call(
    serve: Callable[..., ScriptedServer], pushed: Pushed, blocks_loop: bool
) -> None:
    pushed.done.clear()
    server = serve(pushed.step(), CREATE_V6.answer(), DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            assert DETAILS.recognizes(await DETAILS(orders))
            if blocks_loop:
                compute(pushed.done)
            else:
                await asyncio.to_thread(pushed.done.wait, 10)
                await asyncio.sleep(0.01)
            assert CREATE_V6.recognizes(await CREATE_V6(orders))
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [(each.method, each.connection) for each in server.requests] == [("GET", 1), ("POST", 2), ("GET", 2)]


@pytest.mark.parametrize(("call", "connection"), [(DETAILS, 1), (CREATE_V6, 2)], ids=["details", "create"])
def test_what_goes_out_once_does_not_risk_a_connection_that_was_idle_for_long(
    serve: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch, call: Any, connection: int
) -> None:
    monkeypatch.setattr(aiohttp_transport, "_LONGEST_IDLE_ONCE_S", 0.02)
    server = serve(DETAILS.answer(), call.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await DETAILS(orders)
            await asyncio.sleep(0.05)
            await call(orders)

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, connection]


def compute(done: threading.Event) -> None:
    """Keep the loop from reading until the server has done something."""
    done.wait(10)
    time.sleep(0.01)


GOOD = b'{"orders": [{"ingramOrderNumber": "20-AB1CD"}]}'
COUNTED = b"HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n"
CHUNKED = b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(GOOD), GOOD)
BEYOND: dict[str, tuple[list[bytes], bool]] = {
    # What is sent, in pieces, and whether the connection may be used again.
    "a whole answer after it": ([COUNTED % len(GOOD) + GOOD + OTHERS], False),
    "a byte after it": ([COUNTED % len(GOOD) + GOOD + b"\n"], False),
    "a count that leaves out a blank": ([COUNTED % len(GOOD) + GOOD + b"  "], False),
    "a byte after it, alone": ([COUNTED % len(GOOD) + GOOD, b"x"], False),
    "its end with what follows it": ([COUNTED % len(GOOD) + GOOD[:-1], GOOD[-1:] + OTHERS], False),
    "a blank line in two, and an answer that follows": (
        [(COUNTED % len(GOOD))[:-2], b"\r\n" + GOOD + OTHERS],
        False,
    ),
    "a blank line in three, and an answer that follows": (
        [(COUNTED % len(GOOD))[:-3], b"\n", b"\r", b"\n" + GOOD + OTHERS],
        False,
    ),
    "a blank line in two, and no HTTP that follows": (
        [(COUNTED % len(GOOD))[:-2], b"\r\n" + GOOD + b"(c) 2026\r\n\r\n"],
        False,
    ),
    "chunks, a blank line in two, and no HTTP that follows": (
        [CHUNKED[:-2], CHUNKED[-2:] + b"(c) 2026\r\n\r\n"],
        False,
    ),
    "chunks, a blank line in two, and an answer that follows": ([CHUNKED[:-2], CHUNKED[-2:] + OTHERS], False),
    "chunks": ([CHUNKED], True),
    "chunks in pieces": ([CHUNKED[:-9], CHUNKED[-9:-3], CHUNKED[-3:-1], CHUNKED[-1:]], True),
    "chunks, and a byte after them": ([CHUNKED + b"x"], False),
    "chunks, and a whole answer after them": ([CHUNKED + OTHERS], False),
    "chunks, their end with what follows it": ([CHUNKED[:-3], CHUNKED[-3:] + OTHERS], False),
    "chunks with a trailer": ([CHUNKED[:-2] + b"X-Sum: 1\r\n\r\n"], True),
    "no pause between head and body": ([COUNTED % len(GOOD), GOOD], True),
    "a byte at a time": ([bytes([each]) for each in COUNTED % len(GOOD) + GOOD], True),
    "ends of lines without a CR": ([(COUNTED % len(GOOD)).replace(b"\r", b"") + GOOD], True),
    "a header line of 16 KiB": ([(COUNTED % len(GOOD))[:-2] + b"X-Long: " + b"a" * 16_384 + b"\r\n\r\n" + GOOD], True),
    "a header line of 60 KiB": ([(COUNTED % len(GOOD))[:-2] + b"X-Long: " + b"a" * 61_440 + b"\r\n\r\n" + GOOD], True),
    "300 headers": ([(COUNTED % len(GOOD))[:-2] + b"X-Many: a\r\n" * 300 + b"\r\n" + GOOD], True),
    "an interim answer before it": ([b"HTTP/1.1 100 Continue\r\n\r\n" + COUNTED % len(GOOD) + GOOD], True),
    "an interim answer before it, in pieces": (
        [b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n", b"\r\nHTTP/1.1 20", (COUNTED % len(GOOD))[11:], GOOD],
        True,
    ),
}


@pytest.mark.parametrize(("pieces", "goes_on"), BEYOND.values(), ids=BEYOND)
def test_an_answer_ends_where_it_says_and_what_follows_it_is_no_other(
    serve: Callable[..., ScriptedServer], pieces: list[bytes], goes_on: bool
) -> None:
    def act(connection: ServerConnection) -> bool:
        for each in pieces:
            connection.sock.sendall(each)
            if len(pieces) < 9:
                connection.server.stopping.wait(0.005)
        return True

    server = serve(Step(act), DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            placed = await CREATE_V6(orders)
            assert placed.orders[0].ingram_order_number == "20-AB1CD"
            await asyncio.sleep(0.02)  # what comes alone has to have come
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 1 if goes_on else 2]


def test_an_answer_that_is_cut_by_its_own_length_is_kept_and_in_doubt(serve: Callable[..., ScriptedServer]) -> None:
    server = serve(Step(lambda connection: not connection.sock.sendall(COUNTED % 9 + GOOD)), DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            with pytest.raises(UnreadableResponseException) as caught:
                await CREATE_V6(orders)
            assert (caught.value.status, caught.value.body) == (201, GOOD[:9].decode())
            assert in_doubt(caught.value)
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 2]


@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
def test_a_connection_that_changes_its_protocol_gives_no_answer_and_is_not_used_again(
    serve: Callable[..., ScriptedServer], call: Any
) -> None:
    switching = Step(
        lambda connection: not connection.sock.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")
    )
    server = serve(switching, call.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            if call is CREATE_V6:
                with pytest.raises(UnansweredException, match="only an interim answer, 101"):
                    await call(orders)
            assert call.recognizes(await call(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 2]


def test_the_answer_to_another_call_is_not_taken_and_its_connection_not_used_again(
    serve: Callable[..., ScriptedServer],
) -> None:
    """As where a gateway in between is one answer behind."""
    behind = answer(201, CREATE_V6.good, IM_CorrelationID="first-0001")
    server = serve(answer(200, DETAILS.good), behind, DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await orders.get_orderdetails_v6_1("20-AB1CD", *WHO[:2], "First-0001")
            with pytest.raises(UnansweredException, match="the answer to another call") as caught:
                await CREATE_V6(orders)
            assert in_doubt(caught.value)
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 1, 2]


# ------------------------------------------------------------------------------------------ what leaves, and when


def test_a_header_leaves_in_the_encoding_of_http_and_the_body_in_that_of_json(
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
    assert server.connections == 1


@pytest.fixture(params=["while connecting", "once connected"])
def stalled(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the program keep the loop busy on the way of a request to its connection."""
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
def test_nothing_leaves_after_its_deadline(serve: Callable[..., ScriptedServer], call: Any) -> None:
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


def fork(do: Callable[[], None]) -> None:
    """Do something in a child, and wait until it has ended well."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            do()
            gc.collect()
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes fork on POSIX only")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("closes", [False, True], ids=["goes on", "closes all that it inherited"])
def test_after_a_fork_inside_a_running_loop_child_and_parent_both_go_on(
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
