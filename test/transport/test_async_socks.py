"""The asynchronous client through a SOCKS proxy, if what it needs is installed."""

from __future__ import annotations

import asyncio
import gc
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, configured
from server_kit import HANGS_S, Authority, ScriptedServer, ServerConnection, Step
from step_kit import socks5

from xi.sdk.resellers import RetryPolicy, aio, in_doubt
from xi.sdk.resellers.exceptions import NotSentException

pytest.importorskip("aiohttp_socks", reason="aiohttp-socks, of the extra `socks`, is not installed")

SECURE = "https://api.example:8443"


def silent_tls() -> Step:
    """Accept a connection as a SOCKS5 proxy, then say nothing to the TLS handshake until the client has closed."""

    def act(connection: ServerConnection) -> bool:
        socks5().act(connection)
        while connection.receive():
            connection.server.arrived.set()
        connection.server.proceed.set()
        return False

    return Step(act, before_reading=True)


def closing_tls() -> Step:
    """Accept a connection as a SOCKS5 proxy, then close it within the TLS handshake."""

    def act(connection: ServerConnection) -> bool:
        socks5().act(connection)
        connection.receive()
        return False

    return Step(act, before_reading=True)


async def attempted(proxy: ScriptedServer, authority: Authority, *, cancelled: bool = False, **options: Any) -> Any:
    """Make a create through the proxy, and return how it ended; None if it hangs."""
    settings = {"ssl_ca_cert": authority.path, "retry": RetryPolicy(attempts=1)}
    made = configured(SECURE, proxy=f"socks5h://127.0.0.1:{proxy.port}", **settings)
    async with aio.AsyncApiClient(made) as client:
        call = asyncio.ensure_future(CREATE_V6(aio.OrdersApi(client), **options))
        if cancelled:
            await asyncio.to_thread(proxy.arrived.wait, 30)
            call.cancel()
        done, _ = await asyncio.wait([call], timeout=HANGS_S)
        if not done:
            return None
        if call.cancelled():
            try:
                await call
            except asyncio.CancelledError as error:
                return error
        return call.exception() or call.result()


@pytest.mark.parametrize("end", ["deadline", "connect timeout", "cancel"])
def test_a_silent_tls_handshake_behind_the_proxy_ends_in_time_and_leaves_nothing(
    serve: Callable[..., ScriptedServer], authority: Authority, end: str
) -> None:
    proxy = serve(silent_tls())
    short, long = 0.5, 3 * HANGS_S
    options: dict[str, dict[str, Any]] = {
        "deadline": {"_deadline": short, "_request_timeout": (long, long)},
        "connect timeout": {"_deadline": long, "_request_timeout": (short, long)},
        "cancel": {"_deadline": long, "_request_timeout": (long, long)},
    }

    async def main() -> tuple[Any, int, bool]:
        found = await attempted(proxy, authority, cancelled=end == "cancel", **options[end])
        closed = await asyncio.to_thread(proxy.wait_until_ended, 1)
        return found, len(asyncio.all_tasks()), closed

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        error, tasks, closed = asyncio.run(main())
        gc.collect()
    assert type(error) is (asyncio.CancelledError if end == "cancel" else NotSentException)
    assert not in_doubt(error)
    assert end == "cancel" or "timed out" in str(error)
    assert (tasks, closed) == (1, True)


def test_tls_that_fails_behind_the_proxy_says_why(serve: Callable[..., ScriptedServer], authority: Authority) -> None:
    error = asyncio.run(attempted(serve(closing_tls()), authority))
    assert type(error) is NotSentException
    assert "could not connect through the SOCKS proxy: ConnectionResetError" in str(error)


@pytest.mark.parametrize("name", ["api.example", "other.example"])
def test_tls_goes_through_the_proxy_and_is_checked(
    serve: Callable[..., ScriptedServer], authority: Authority, name: str
) -> None:
    proxy = serve(socks5(), CREATE_V6.answer(), DETAILS.answer(), tls=authority.server(name))

    async def main(*, named: str | None) -> bool:
        made = configured(SECURE, proxy=f"socks5h://127.0.0.1:{proxy.port}", ssl_ca_cert=authority.path)
        made.retry, made.tls_server_name = RetryPolicy(attempts=1), named
        async with aio.AsyncApiClient(made) as client:
            orders: Any = aio.OrdersApi(client)
            return CREATE_V6.recognizes(await CREATE_V6(orders)) and DETAILS.recognizes(await DETAILS(orders))

    if name == "other.example":
        proxy._script.insert(0, socks5())
        with pytest.raises(NotSentException, match="certificate verify failed"):
            asyncio.run(main(named=None))
    assert asyncio.run(main(named=name))
    assert proxy.notes[-1] == ("api.example", 8443)
    assert len({each.connection for each in proxy.requests}) == 1
