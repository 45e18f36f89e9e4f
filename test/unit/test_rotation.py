"""Credentials that change while a client lives: assigned, or given by a function, blocking and awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
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


@pytest.fixture(autouse=True)
def _no_apps() -> Iterator[None]:
    apps._apps.clear()
    yield
    apps._apps.clear()


class Server:
    """Gives `t-<secret>-<count>` for a secret it knows, and takes what it gave for one that it still knows."""

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
        """Nothing is open."""


class AsyncServer(Server):
    async def send(self, request: Request, timeouts: Any) -> Response:  # type: ignore[override]  # noqa: ARG002
        await asyncio.sleep(0)
        return self.handle(request)

    async def close(self) -> None:  # type: ignore[override]
        """Nothing is open."""


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Returns a server, and what reads an order through a client of either kind."""

    def make(configuration: Configuration, *secrets: str) -> tuple[Server, Callable[[], Any]]:
        if request.param == "sync":
            server = Server(*secrets)
            orders = OrdersApi(ApiClient(configuration, transport=server))
            return server, lambda: orders.get_orderdetails_v6_1("20-RD128", *WHO)
        awaited = AsyncServer(*secrets)
        others = aio.OrdersApi(aio.AsyncApiClient(configuration, transport=awaited))  # type: ignore[arg-type]
        return awaited, lambda: asyncio.run(others.get_orderdetails_v6_1("20-RD128", *WHO))

    return make


def app(**settings: Any) -> Configuration:
    return Configuration(**{"client_id": "app", "client_secret": "old", "retry": AT_ONCE} | settings)


def test_another_pair_is_what_the_next_call_goes_with(connect: Any) -> None:
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


def test_a_pair_that_came_while_a_call_was_out_is_what_its_401_is_answered_with(connect: Any) -> None:
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


def test_a_function_is_asked_when_a_token_is_due_and_not_with_each_call(connect: Any) -> None:
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


def test_the_same_pair_after_a_401_fetches_another_token(connect: Any) -> None:
    server, read = connect(Configuration(credentials=lambda: ("app", "one"), retry=AT_ONCE), "one")
    read()
    server.dead.add("t-one-1")
    read()
    assert server.calls == ["t-one-1", "t-one-1", "t-one-2"]


def test_a_coroutine_function_gives_credentials_in_an_event_loop() -> None:
    async def credentials() -> tuple[str, str]:
        await asyncio.sleep(0)
        return "app", "one"

    server = AsyncServer("one")
    client = aio.AsyncApiClient(Configuration(credentials=credentials), transport=server)  # type: ignore[arg-type]
    asyncio.run(aio.OrdersApi(client).bound(Account("20-1", "US")).get_orderdetails_v6_1("20-RD128"))
    assert server.calls == ["t-one-1"]


def test_clients_of_one_pair_share_token_and_quota_however_they_came_by_it(connect: Any) -> None:
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


def test_another_host_is_asked_for_its_own_token() -> None:
    configuration = app(host="https://one.example")
    server = Server("old")
    orders = OrdersApi(ApiClient(configuration, transport=server))
    orders.get_orderdetails_v6_1("20-RD128", *WHO)
    configuration.host = "https://two.example"
    orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert server.origins == ["https://one.example"] * 2 + ["https://two.example"] * 2


def test_a_token_that_is_stated_comes_first(connect: Any) -> None:
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
def test_what_is_no_pair_is_refused_and_not_repeated(given: Any, connect: Any) -> None:
    server, read = connect(Configuration(credentials=lambda: given))
    with pytest.raises(ApiTypeError) as caught:
        read()
    assert "credentials() should give two texts, (client_id, client_secret)" in str(caught.value)
    assert "hush" not in str(caught.value)
    assert caught.value.argument == "credentials"
    assert server.origins == []


def test_half_a_pair_is_refused_and_what_the_function_raises_is_raised(connect: Any) -> None:
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


def test_a_pair_that_is_refused_is_told_of(connect: Any) -> None:
    server, read = connect(Configuration(credentials=lambda: ("app", "wrong"), retry=AT_ONCE), "right")
    with pytest.raises(UnauthorizedException, match="get_accesstoken") as caught:
        read()
    assert "wrong" not in str(caught.value)
    assert server.calls == []
