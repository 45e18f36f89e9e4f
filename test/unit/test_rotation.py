"""Credentials that change while a client is in use: assigned or returned by a function, with both clients."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from unit_kit import AT_ONCE, WHO, answer

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, aio
from xi.sdk.resellers._client import apps
from xi.sdk.resellers._core.messages import Request, Response
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, UnauthorizedException

FOUND = answer(200, {"ingramOrderNumber": "20-RD128"})
EXPIRED = answer(401, {"fault": {"faultstring": "Access Token expired"}})


class RotatingServer:
    """Grants `t-<secret>-<count>` for a valid secret, and accepts such a token while its secret is valid."""

    def __init__(self, *secrets: str) -> None:
        self.secrets = set(secrets)
        self.asked: list[tuple[str, str]] = []
        self.calls: list[str] = []
        self.origins: list[str] = []
        self.dead: set[str] = set()

    def handle(self, request: Request) -> Response:
        self.origins.append(request.origin)
        if request.confidential:
            form = {name: value for name, (value,) in parse_qs((request.open_body() or b"").decode()).items()}
            self.asked.append((form["client_id"], form["client_secret"]))
            if form["client_secret"] not in self.secrets:
                return answer(401, {"error": "invalid_client"})
            token = f"t-{form['client_secret']}-{len(self.asked)}"
            return answer(200, {"access_token": token, "expires_in": "3600"})
        bearer = request.open_headers().get("Authorization", "").removeprefix("Bearer ")
        self.calls.append(bearer)
        alive = any(bearer.startswith(f"t-{each}-") for each in self.secrets) and bearer not in self.dead
        return FOUND if alive else EXPIRED

    def send(self, request: Request, timeouts: Any) -> Response:  # noqa: ARG002 - the protocol's
        return self.handle(request)

    def close(self) -> None:
        """Do nothing."""


class AsyncRotatingServer(RotatingServer):
    async def send(self, request: Request, timeouts: Any) -> Response:  # type: ignore[override]  # noqa: ARG002
        await asyncio.sleep(0)
        return self.handle(request)

    async def close(self) -> None:  # type: ignore[override]
        """Do nothing."""


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Return a server, and a function that reads an order through a client of either kind."""

    def make(configuration: Configuration, *secrets: str) -> tuple[RotatingServer, Callable[[], Any]]:
        if request.param == "sync":
            server = RotatingServer(*secrets)
            orders = OrdersApi(ApiClient(configuration, transport=server))
            return server, lambda: orders.get_orderdetails_v6_1("20-RD128", *WHO)
        awaited = AsyncRotatingServer(*secrets)
        others = aio.OrdersApi(aio.AsyncApiClient(configuration, transport=awaited))  # type: ignore[arg-type]
        return awaited, lambda: asyncio.run(others.get_orderdetails_v6_1("20-RD128", *WHO))

    return make


def app(**settings: Any) -> Configuration:
    return Configuration(**{"client_id": "app", "client_secret": "old", "retry": AT_ONCE} | settings)


def test_the_next_call_uses_newly_assigned_credentials(connect: Any) -> None:
    configuration = app()
    server, read = connect(configuration, "old", "new")
    read()
    configuration.client_secret = "new"
    read()
    configuration.client_id = "other-app"
    read()
    read()
    assert server.asked == [("app", "old"), ("app", "new"), ("other-app", "new")]
    assert server.calls == ["t-old-1", "t-new-2", "t-new-3", "t-new-3"]


def test_a_401_is_retried_with_credentials_that_were_assigned_meanwhile(connect: Any) -> None:
    configuration = app()
    server, read = connect(configuration, "old")
    read()
    usual = server.handle

    def rotate(request: Request) -> Response:
        server.handle = usual  # type: ignore[method-assign]
        server.secrets = {"new"}
        configuration.client_secret = "new"
        return usual(request)

    server.handle = rotate  # type: ignore[method-assign]
    read()
    assert server.asked == [("app", "old"), ("app", "new")]
    assert server.calls == ["t-old-1", "t-old-1", "t-new-2"]


def test_a_credentials_function_is_called_when_a_token_is_needed_and_not_for_each_call(connect: Any) -> None:
    secrets = ["one", "two"]
    asked: list[str] = []

    def credentials() -> tuple[str, str]:
        asked.append(secrets[0])
        return "app", secrets[0]

    server, read = connect(Configuration(credentials=credentials, retry=AT_ONCE), "one")
    read()
    read()
    assert asked == ["one"]
    server.secrets, secrets[:] = {"two"}, ["two"]
    read()
    read()
    assert asked == ["one", "two"]
    assert server.asked == [("app", "one"), ("app", "two")]
    assert server.calls == ["t-one-1", "t-one-1", "t-one-1", "t-two-2", "t-two-2"]


def test_a_401_fetches_another_token_with_unchanged_credentials(connect: Any) -> None:
    server, read = connect(Configuration(credentials=lambda: ("app", "one"), retry=AT_ONCE), "one")
    read()
    server.dead.add("t-one-1")
    read()
    assert server.calls == ["t-one-1", "t-one-1", "t-one-2"]


def test_a_coroutine_function_can_return_credentials() -> None:
    async def credentials() -> tuple[str, str]:
        await asyncio.sleep(0)
        return "app", "one"

    server = AsyncRotatingServer("one")
    client = aio.AsyncApiClient(Configuration(credentials=credentials), transport=server)  # type: ignore[arg-type]
    asyncio.run(aio.OrdersApi(client).bound(Account("20-1", "US")).get_orderdetails_v6_1("20-RD128"))
    assert server.calls == ["t-one-1"]


def test_clients_with_the_same_credentials_share_token_and_quota_whatever_their_source(connect: Any) -> None:
    configuration = app(client_secret="gone")
    server, read = connect(configuration, "one")
    stated = ApiClient(app(client_secret="one"), transport=server)
    provided = Configuration(credentials=lambda: ("app", "one"), retry=AT_ONCE)
    other, read_other = connect(provided, "one")
    configuration.client_secret = "one"
    read()
    read_other()
    assert (server.asked, other.asked) == ([("app", "one")], [])
    assert other.calls == server.calls == ["t-one-1"]
    assert len(apps._apps) == 2  # that of the pair, and the one it was before
    assert stated._credentials.throttle in {each.throttle for each in apps._apps.values()}


def test_another_host_gets_its_own_token() -> None:
    configuration = app(host="https://one.example")
    server = RotatingServer("old")
    orders = OrdersApi(ApiClient(configuration, transport=server))
    orders.get_orderdetails_v6_1("20-RD128", *WHO)
    configuration.host = "https://two.example"
    orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert server.origins == ["https://one.example"] * 2 + ["https://two.example"] * 2


def test_a_configured_token_takes_precedence(connect: Any) -> None:
    configuration = app()
    server, read = connect(configuration, "old")
    configuration.access_token = "t-old-stated"
    read()
    configuration.access_token = None
    read()
    assert (server.calls, server.asked) == (["t-old-stated", "t-old-1"], [("app", "old")])


@pytest.mark.parametrize(
    "given", [None, "hush", ("hush",), ("a", "hush", "c"), ("a", ""), ("", "hush"), (b"a", b"hush"), {"a": "hush"}]
)
def test_invalid_credentials_are_refused_and_not_repeated_in_the_error(given: Any, connect: Any) -> None:
    server, read = connect(Configuration(credentials=lambda: given))
    with pytest.raises(ApiTypeError) as caught:
        read()
    assert "credentials() should give two texts, (client_id, client_secret)" in str(caught.value)
    assert "hush" not in str(caught.value)
    assert caught.value.argument == "credentials"
    assert server.origins == []


def test_incomplete_credentials_are_refused_and_exceptions_of_the_function_are_raised(connect: Any) -> None:
    configuration = app()
    _, read = connect(configuration, "old")
    configuration.client_secret = None
    with pytest.raises(ApiValueError, match="client_secret is missing; client_id and client_secret go together"):
        read()

    def broken() -> tuple[str, str]:
        raise LookupError("the vault is shut")

    configuration.credentials = broken
    with pytest.raises(LookupError, match="the vault is shut"):
        read()


def test_refused_credentials_raise_the_error_of_the_service(connect: Any) -> None:
    server, read = connect(Configuration(credentials=lambda: ("app", "wrong"), retry=AT_ONCE), "right")
    with pytest.raises(UnauthorizedException, match="get_accesstoken") as caught:
        read()
    assert "wrong" not in str(caught.value)
    assert server.calls == []
