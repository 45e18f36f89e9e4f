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


def test_credentials_assigned_while_the_function_runs_are_those_of_the_next_call() -> None:
    server = RotatingServer("old", "new")

    def current() -> tuple[str, str]:
        configuration.credentials = None
        configuration.client_id, configuration.client_secret = "app", "new"
        orders.get_orderdetails_v6_1("20-RD128", *WHO)  # as another thread may at this moment
        return "app", "old"

    configuration = Configuration(credentials=current, retry=AT_ONCE)
    orders = OrdersApi(ApiClient(configuration, transport=server))
    for _ in range(2):
        orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert server.calls == ["t-new-1", "t-old-2", "t-new-1"]


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
    assert stated._bound.credentials.throttle in {each.throttle for each in apps._apps.values()}


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


@pytest.fixture(params=["sync", "async"])
def connect_client(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Return a server, a client of either kind, and a function that reads an order through it."""

    def make(configuration: Configuration, *secrets: str) -> tuple[RotatingServer, Any, Callable[[], Any]]:
        if request.param == "sync":
            server = RotatingServer(*secrets)
            client = ApiClient(configuration, transport=server)
            return server, client, lambda: OrdersApi(client).get_orderdetails_v6_1("20-RD128", *WHO)
        awaited = AsyncRotatingServer(*secrets)
        other: Any = aio.AsyncApiClient(configuration, transport=awaited)  # type: ignore[arg-type]
        return awaited, other, lambda: asyncio.run(aio.OrdersApi(other).get_orderdetails_v6_1("20-RD128", *WHO))

    return make


@pytest.mark.parametrize("old", [{"access_token": "t-old-stated"}, {"client_id": "app", "client_secret": "old"}])
@pytest.mark.parametrize(
    ("new", "sent"),
    [
        ({"access_token": "t-new-stated"}, "t-new-stated"),
        ({"access_token": lambda: "t-new-given"}, "t-new-given"),
        ({"client_id": "app", "client_secret": "new"}, "t-new-"),
        ({"credentials": lambda: ("app", "new")}, "t-new-"),
    ],
)
def test_a_configuration_that_replaces_another_provides_host_and_token(
    connect_client: Any, old: dict[str, Any], new: dict[str, Any], sent: str
) -> None:
    server, client, read = connect_client(Configuration("https://one.example", **old), "old", "new")
    read()
    before = (len(server.origins), len(server.asked))
    client.configuration = Configuration("https://two.example", **new)
    read()
    assert set(server.origins[before[0] :]) == {"https://two.example"}
    assert server.calls[-1].startswith(sent)
    assert {secret for _, secret in server.asked[before[1] :]} <= {"new"}


def test_a_token_assigned_to_a_configuration_that_replaced_another_is_sent(connect_client: Any) -> None:
    server, client, read = connect_client(Configuration(access_token="t-old-1"), "old")
    client.configuration = Configuration(access_token="t-old-2")
    client.configuration.access_token = "t-old-3"
    read()
    assert server.calls == ["t-old-3"]


def test_a_configuration_that_has_no_credentials_sends_none_of_the_one_before(connect_client: Any) -> None:
    server, client, read = connect_client(Configuration("https://one.example", access_token="t-old-1"), "old")
    client.configuration = Configuration("https://two.example")
    with pytest.raises((UnauthorizedException, ApiValueError), match="no credentials"):
        read()
    assert server.calls in ([""], [])


def test_a_call_that_is_under_way_stays_with_its_configuration(connect_client: Any) -> None:
    tokens = ["t-old-1", "t-old-2"]
    server, client, read = connect_client(
        Configuration("https://one.example", access_token=lambda: tokens.pop(0), retry=AT_ONCE), "old"
    )
    server.dead.add("t-old-1")
    usual = server.handle

    def replace(request: Request) -> Response:
        server.handle = usual
        client.configuration = Configuration("https://two.example", access_token=lambda: "t-old-of-the-other")
        return usual(request)

    server.handle = replace
    read()
    assert (server.calls, server.origins) == (["t-old-1", "t-old-2"], ["https://one.example"] * 2)
    read()
    assert (server.calls[2:], server.origins[2:]) == (["t-old-of-the-other"], ["https://two.example"])


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (None, ApiTypeError),
        ("https://two.example", ApiTypeError),
        (Configuration(client_id="app"), ApiValueError),
        (Configuration(client_id="app", client_secret="new", token_url="http://two.example"), ApiValueError),
    ],
)
def test_a_configuration_that_does_not_fit_replaces_nothing(
    connect_client: Any, given: Any, error: type[Exception]
) -> None:
    first = Configuration("https://one.example", access_token="t-old-1")
    server, client, read = connect_client(first, "old")
    with pytest.raises(error):
        client.configuration = given
    read()
    assert client.configuration is first
    assert (server.calls, server.origins) == (["t-old-1"], ["https://one.example"])


def test_a_subclass_can_assign_its_configuration_in_its_constructor() -> None:
    class Early(ApiClient):
        def __init__(self, configuration: Configuration, server: RotatingServer) -> None:
            self.configuration = configuration
            super().__init__(configuration, transport=server)
            self.configuration = configuration

    server = RotatingServer("old")
    client = Early(Configuration(access_token="t-old-1"), server)
    OrdersApi(client).get_orderdetails_v6_1("20-RD128", *WHO)
    assert server.calls == ["t-old-1"]
