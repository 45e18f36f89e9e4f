"""Names with several addresses, or that take their time to resolve: nothing is sent after the deadline of its call."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, NamedTuple

import pytest
from call_kit import CREATE_V6, DETAILS, TOKEN, Call
from server_kit import Authority, ScriptedServer, ServerConnection, Step, unresponsive_port

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import NotSentException

SLACK_S = 1.0
"""How much later than its deadline a call may end on a machine that is busy."""
DEAF = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
HERE = "127.0.0.1"


class Name(NamedTuple):
    """A name that is resolved in its own way."""

    addresses: tuple[str, ...]
    deadline: float
    pause: float = 0.0
    """Seconds that resolving takes; a thread cannot be stopped in it."""
    connect: float = 10.0
    is_reached: bool | None = False
    """Whether the call has to get through; None where it may."""


NAMES = {
    "nobody there at four addresses": Name(DEAF, 0.6),
    "nobody there at four addresses, each given up early": Name(DEAF, 0.6, connect=0.2),
    "the server at the third address, too late": Name((*DEAF[:2], HERE), 0.5, connect=0.3, is_reached=None),
    "the server at the last address, in time": Name((DEAF[0], HERE), 20.0, connect=0.3, is_reached=True),
    "resolved after the deadline": Name((HERE,), 0.5, pause=1.0),
    "resolved in time": Name((HERE,), 20.0, pause=0.1, is_reached=True),
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
    """Makes `api.example` resolve in some way."""

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
def test_nothing_is_sent_after_its_deadline(
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
    assert took < name.deadline + name.pause + SLACK_S
    if error is None:
        assert name.is_reached is not False
        assert call.recognizes(given)
        assert len(came) == 1
        assert came[0] - began < name.deadline + SLACK_S / 2
    else:
        assert name.is_reached is not True
        assert came == []
