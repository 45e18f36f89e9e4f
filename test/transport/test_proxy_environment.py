"""Proxies of the environment with both clients, and SOCKS proxies with the asynchronous one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, configured
from server_kit import ScriptedServer
from step_kit import RESET, socks5, tunnel

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import (
    ApiValueError,
    NotSentException,
    UnansweredException,
)


@pytest.mark.parametrize("proxy", ["ftp://proxy:21", "proxy:3128", "http://", "socks5h://me:pr0xy@pro xy:1"])
def test_the_async_client_refuses_an_invalid_proxy_url(proxy: str) -> None:
    with pytest.raises(ApiValueError, match="proxy is not a URL to connect to") as caught:
        aio.AsyncApiClient(configured("https://h", proxy=proxy))
    assert "pr0xy" not in str(caught.value)


@pytest.mark.parametrize("proxy", ["ftp://proxy:21", "socks5h://127.0.0.1:1080"])
def test_the_async_client_sends_nothing_past_a_proxy_of_the_environment_that_it_cannot_use(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)

    async def main() -> None:
        async with aio.AsyncApiClient(configured("https://api.example")) as client:
            await CREATE_V6(aio.OrdersApi(client))

    with pytest.raises(ApiValueError, match="proxy") as caught:
        asyncio.run(main())
    assert caught.value.argument == "proxy"


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
def test_the_async_client_sends_calls_through_a_socks_proxy(
    serve: Callable[..., ScriptedServer], authority: Any
) -> None:
    proxy = serve(socks5(user="me", password="p@ss"), CREATE_V6.answer(), tls=authority.server("api.example"))
    url = f"socks5h://me:p%40ss@127.0.0.1:{proxy.port}"
    assert CREATE_V6.recognizes(through_socks("https://api.example", url, CREATE_V6, ssl_ca_cert=authority.path))
    assert proxy.notes == [("api.example", 443)]


@socks
def test_a_call_that_a_socks_proxy_refuses_was_not_sent_and_one_that_it_loses_is_unanswered(
    serve: Callable[..., ScriptedServer],
) -> None:
    server = serve(*[socks5(granted=False)] * 3)
    with pytest.raises(NotSentException):
        through_socks("https://api.example", f"socks5h://127.0.0.1:{server.port}", CREATE_V6)
    lost = serve(socks5(), RESET)
    with pytest.raises(UnansweredException):
        through_socks("http://127.0.0.1:1", f"socks5h://127.0.0.1:{lost.port}", CREATE_V6)
    assert len(lost.requests) == 1


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


def test_the_proxy_of_the_environment_is_used(
    serve: Callable[..., ScriptedServer], authority: Any, monkeypatch: pytest.MonkeyPatch, asked: Any
) -> None:
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    monkeypatch.setenv("HTTPS_PROXY", proxy.url.removeprefix("http://"))
    assert DETAILS.recognizes(asked(configured("https://api.example", ssl_ca_cert=authority.path)))
    assert [each.method for each in proxy.requests] == ["CONNECT", "GET"]
    assert proxy.requests[0].target == "api.example:443"
    said = {name.lower() for name in proxy.requests[0].headers}
    assert "authorization" not in said
    assert not [name for name in said if name.startswith("im-")]
    assert [name for name in proxy.requests[1].headers if name.lower().startswith("im-")]


def test_a_configured_proxy_takes_precedence_over_the_environment(
    serve: Callable[..., ScriptedServer], authority: Any, monkeypatch: pytest.MonkeyPatch, asked: Any
) -> None:
    other = serve()
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    monkeypatch.setenv("HTTPS_PROXY", other.url)
    assert asked(configured("https://api.example", ssl_ca_cert=authority.path, proxy=proxy.url))
    assert other.connections == 0


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_hosts_in_no_proxy_and_this_machine_are_called_directly(
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
