"""Nothing is sent after the deadline of its call, and a slow upload is not cut short before it."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, NamedTuple

import pytest
from call_kit import CREATE_V6, DETAILS, ORDER, TOKEN, WHO, Call
from server_kit import HANGS_S, Authority, ScriptedServer, ServerConnection, Step, unresponsive_port
from step_kit import SILENT, tunnel

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers._client import prepare
from xi.sdk.resellers.exceptions import NotSentException, UnansweredException

DEAF = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
MANY_DEAF = tuple(f"127.0.0.{each}" for each in range(2, 202))
"""So many that to try each of them once takes longer than a late call may."""
HERE = "127.0.0.1"


class Name(NamedTuple):
    """A host name with its addresses."""

    addresses: tuple[str, ...]
    deadline: float
    pause: float = 0.0
    """Seconds that resolving takes; a thread cannot be interrupted in it."""
    connect: float = 10.0
    is_reached: bool | None = False
    """Whether the call must succeed; None if it may."""


NAMES = {
    "nobody there at four addresses": Name(DEAF, 0.6),
    "nobody there at many addresses, each given up early": Name(MANY_DEAF, 0.6, connect=0.2),
    "the server at the third address, too late": Name((*DEAF[:2], HERE), 0.5, connect=0.3, is_reached=None),
    "the server at the last address, in time": Name((DEAF[0], HERE), 60.0, connect=1.5, is_reached=True),
    "resolved after the deadline": Name((HERE,), 0.5, pause=1.0),
    "resolved in time": Name((HERE,), 60.0, pause=0.1, is_reached=True),
}


def run_blocking(configuration: Configuration, call: Call, **options: Any) -> Any:
    with ApiClient(configuration) as client:
        return call(OrdersApi(client), **options)


def run_awaited(configuration: Configuration, call: Call, **options: Any) -> Any:
    async def main() -> Any:
        async with aio.AsyncApiClient(configuration) as client:
            orders: Any = aio.OrdersApi(client)
            return await call(orders, **options)

    return asyncio.run(main())


@pytest.fixture
def resolve(monkeypatch: pytest.MonkeyPatch) -> Callable[[Name], None]:
    """Return a function that makes `api.example` resolve to the addresses of a name."""

    def resolving(name: Name) -> None:
        real = socket.getaddrinfo

        def getaddrinfo(host: Any, port: Any, *more: Any, **options: Any) -> Any:
            if host not in ("api.example", b"api.example"):
                return real(host, port, *more, **options)
            time.sleep(name.pause)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, int(port))) for each in name.addresses]

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)

    return resolving


@pytest.fixture
def others() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.mark.parametrize("run", [run_blocking, run_awaited])
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_request_is_sent_after_its_deadline(
    serve: Callable[..., ScriptedServer],
    resolve: Callable[[Name], None],
    others: ExitStack,
    authority: Authority,
    run: Callable[..., Any],
    call: Call,
    name: Name,
) -> None:
    came: list[float] = []

    def note(connection: ServerConnection) -> bool:
        came.append(time.monotonic())
        return call.answer().act(connection)

    server = serve(always=Step(note), tls=authority.server("api.example"))
    for address in name.addresses:
        if address != HERE:
            others.enter_context(unresponsive_port(address, server.port))
    resolve(name)
    configuration = Configuration(
        host=f"https://api.example:{server.port}",
        access_token=TOKEN,
        ssl_ca_cert=authority.path,
        retry=RetryPolicy(attempts=3, base=0.01),
    )
    error, given = None, None
    began = time.monotonic()
    try:
        given = run(configuration, call, _deadline=name.deadline, _request_timeout=(name.connect, 10))
    except NotSentException as caught:
        error = caught
    took = time.monotonic() - began
    assert took < name.deadline + name.pause + HANGS_S
    if error is None:
        assert name.is_reached is not False
        assert call.recognizes(given)
        assert len(came) == 1
        assert came[0] - began < name.deadline + HANGS_S
    else:
        assert name.is_reached is not True
        assert came == []


@pytest.mark.parametrize("run", [run_blocking, run_awaited])
def test_what_a_client_does_while_it_waits_takes_nothing_from_the_time_of_the_server(
    serve: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch, run: Callable[..., Any]
) -> None:
    """On a slow machine a model takes longer to build than a call may take; the order was placed all the same."""
    monkeypatch.setattr(prepare, "_ready", set[str]())
    monkeypatch.setattr(prepare, "_build_quietly", lambda _: time.sleep(3.2))
    server = serve(always=CREATE_V6.answer())
    configuration = Configuration(host=server.url, access_token=TOKEN)
    assert CREATE_V6.recognizes(run(configuration, CREATE_V6, _request_timeout=3.0))


# ------------------------------------------------------------------------------------------------ the blocking client

ONE_ATTEMPT = RetryPolicy(attempts=1)
DEADLINE_S = 0.25


@pytest.mark.parametrize("at", ["handshake", "tunnel"])
def test_a_handshake_or_tunnel_that_completes_after_the_deadline_is_not_used(
    serve, orders_of, authority, at: str
) -> None:
    def late(connection: ServerConnection) -> bool:
        connection.server.stopping.wait(DEADLINE_S + 0.1)
        return at == "handshake" or tunnel(authority.server("api.example")).act(connection)

    if at == "handshake":
        server = serve(Step(late, before_reading=True), tls=authority.server())
        orders = orders_of(server, ssl_ca_cert=authority.path, retry=ONE_ATTEMPT)
    else:
        server = serve(Step(late))
        orders = orders_of("https://api.example", proxy=server.url, ssl_ca_cert=authority.path, retry=ONE_ATTEMPT)
    with pytest.raises(NotSentException):
        CREATE_V6(orders, _deadline=DEADLINE_S)
    assert "POST" not in {each.method for each in server.requests}


def resolve_to(monkeypatch: pytest.MonkeyPatch, *addresses: tuple[str, int]) -> None:
    """Let every name resolve to these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", each) for each in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_the_next_address_is_tried_if_one_refuses(monkeypatch, serve, orders_of, closed_port) -> None:
    server = serve(CREATE_V6.answer())
    orders, nowhere = (orders_of(f"http://localhost:{port}", retry=ONE_ATTEMPT) for port in (server.port, 1))
    closed = ("127.0.0.1", int(closed_port.rpartition(":")[2]))
    with monkeypatch.context() as patched:
        resolve_to(patched, closed, closed, ("127.0.0.1", server.port))
        assert CREATE_V6.recognizes(CREATE_V6(orders))
        resolve_to(patched)
        with pytest.raises(NotSentException, match="no address"):
            CREATE_V6(nowhere)


def test_the_connect_timeout_does_not_apply_to_an_upload_but_the_deadline_does(serve, orders_of) -> None:
    lines = [{"ingramPartNumber": "PART", "quantity": 1, "notes": "n" * 4000}] * 2000

    server = serve(
        Step(lambda connection: not connection.server.stopping.wait(DEADLINE_S), before_reading=True),
        CREATE_V6.answer(),
    )
    orders = orders_of(server, retry=ONE_ATTEMPT)
    found = orders.post_createorder_v6(*WHO, ORDER | {"lines": lines}, _request_timeout=(0.1, 60))
    assert CREATE_V6.recognizes(found)
    assert len(json.loads(server.request.body)["lines"]) == 2000
    stuck = serve(Step(SILENT.act, before_reading=True))
    began = time.monotonic()
    with pytest.raises(UnansweredException, match="timed out"):
        orders_of(stuck, retry=ONE_ATTEMPT).post_createorder_v6(*WHO, ORDER | {"lines": lines}, _deadline=DEADLINE_S)
    assert time.monotonic() - began < DEADLINE_S + HANGS_S
