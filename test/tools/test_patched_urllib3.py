"""A replacement of urllib3, http.client or socket in users' tests gets the call, and nothing reaches a network."""

from __future__ import annotations

import http.client
import io
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from unittest import mock

import pytest
import urllib3
from tools_kit import ORDER, PLACED, WHO, CountingServer
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError, ReadTimeoutError, SSLError

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers._core.messages import NotSent, Request, Timeouts
from xi.sdk.resellers._transport import urllib3_patches
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport
from xi.sdk.resellers.exceptions import ApiException, NotSentException, UnansweredException

FOUND = {"ingramOrderNumber": "20-MOCK", "customerOrderNumber": "PO-1", **PLACED}
BODY = json.dumps(FOUND).encode()
WIRE = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


class FakeSocket:
    """Answers every request."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.written = b""

    def sendall(self, data: Any) -> None:
        self.written += bytes(data)

    def makefile(self, *_: Any, **__: Any) -> io.BytesIO:
        return io.BytesIO(WIRE)

    def __getattr__(self, name: str) -> Any:
        return lambda *_, **__: None


class FakeConnection:
    """Everything that urllib3's pool needs of a connection, without a socket."""

    proxy = None
    is_closed = False
    is_connected = True
    is_verified = True
    proxy_is_verified = None
    timeout: Any = None

    def __init__(self, **_: Any) -> None:
        pass

    def request(self, *_: Any, **__: Any) -> None:
        pass

    def getresponse(self) -> urllib3.HTTPResponse:
        return preloaded()

    def close(self) -> None:
        pass


class FakePool(urllib3.HTTPConnectionPool):
    def urlopen(self, *_: Any, **__: Any) -> Any:
        return preloaded()


def preloaded(*_: Any, **__: Any) -> urllib3.HTTPResponse:
    return urllib3.HTTPResponse(body=BODY, status=200, headers={"Content-Type": "application/json"})


def streamed(*_: Any, **__: Any) -> urllib3.HTTPResponse:
    return urllib3.HTTPResponse(body=io.BytesIO(BODY), status=200, headers={"X-A": "b"}, preload_content=False)


def mocked(*_: Any, **__: Any) -> mock.Mock:
    return mock.Mock(status=200, reason="OK", data=BODY, headers={"Content-Type": "application/json"})


def bare(*_: Any, **__: Any) -> mock.Mock:
    return mock.Mock(status=200, data=BODY)


def magic(*_: Any, **__: Any) -> mock.MagicMock:
    return mock.MagicMock(status=200, reason="OK", data=BODY)


def of_http_client(*_: Any, **__: Any) -> http.client.HTTPResponse:
    answer = http.client.HTTPResponse(FakeSocket())  # type: ignore[arg-type]
    answer.begin()
    return answer


def connected(self: Any) -> None:
    self.sock = FakeSocket()


def unsent(self: Any, _: Any) -> None:
    if self.sock is None:
        self.connect()


def class_of_managers(**_: Any) -> mock.Mock:
    return mock.Mock(request=mocked)


Patch = Callable[[], AbstractContextManager[Any]]


def patch(target: str, new: Any) -> Patch:
    return lambda: mock.patch(target, new)


POOL = "urllib3.connectionpool.HTTPConnectionPool"
CONNECTION = "urllib3.connection.HTTPConnection"
PATCHES: dict[str, Patch] = {
    "the manager's class": patch("urllib3.PoolManager", class_of_managers),
    "the manager's class in its module": patch("urllib3.poolmanager.PoolManager", class_of_managers),
    "the manager's class, a mock": lambda: mock.patch(
        "urllib3.PoolManager", **{"return_value.request.side_effect": mocked}
    ),
    "request": patch("urllib3.PoolManager.request", mocked),
    "request, strictly": patch(
        "urllib3.PoolManager.request",
        lambda self, method, url, timeout, headers, preload_content, body=None, fields=None: mocked(),  # noqa: ARG005
    ),
    "request, autospecced": lambda: mock.patch("urllib3.PoolManager.request", autospec=True, side_effect=mocked),
    "request, with a bare mock": patch("urllib3.PoolManager.request", bare),
    "request, with a magic mock": patch("urllib3.PoolManager.request", magic),
    "request where it is inherited from": patch("urllib3._request_methods.RequestMethods.request", preloaded),
    "the manager's urlopen": patch("urllib3.PoolManager.urlopen", streamed),
    "the manager's connection_from_host": patch(
        "urllib3.PoolManager.connection_from_host", lambda *_, **__: mock.Mock(urlopen=preloaded, proxy=None)
    ),
    "the pools by scheme": lambda: mock.patch.dict("urllib3.poolmanager.pool_classes_by_scheme", {"http": FakePool}),
    "the pools by scheme, all": patch("urllib3.poolmanager.pool_classes_by_scheme", {"http": FakePool}),
    "the pool's urlopen, preloaded": patch(f"{POOL}.urlopen", preloaded),
    "the pool's urlopen, streamed": patch(f"{POOL}.urlopen", streamed),
    "the pool's urlopen, mocked": patch(f"{POOL}.urlopen", mocked),
    "the pool's _make_request": patch(f"{POOL}._make_request", streamed),
    "the pool's connection class": patch(f"{POOL}.ConnectionCls", FakeConnection),
    "the pool's _new_conn": patch(f"{POOL}._new_conn", lambda _: FakeConnection()),
    "the connection's request and getresponse": lambda: mock.patch.multiple(
        CONNECTION, request=lambda *_, **__: None, getresponse=preloaded
    ),
    "the connection's connect": patch(f"{CONNECTION}.connect", connected),
    "the connection's _new_conn": patch(f"{CONNECTION}._new_conn", FakeSocket),
    "http.client's send and getresponse": lambda: mock.patch.multiple(
        "http.client.HTTPConnection", send=unsent, getresponse=of_http_client
    ),
    "http.client's send and class of responses": lambda: mock.patch.multiple(
        "http.client.HTTPConnection", send=unsent, response_class=of_http_client
    ),
    "urllib3's create_connection": patch("urllib3.util.connection.create_connection", FakeSocket),
    "socket.create_connection": patch("socket.create_connection", FakeSocket),
    "socket.socket": patch("socket.socket", FakeSocket),
}


def call(orders: OrdersApi, name: str) -> Any:
    if name == "create":
        return orders.post_createorder_v6(*WHO, ORDER)
    return orders.get_orderdetails_v6_1("20-AB1CD", *WHO)


@pytest.mark.parametrize("name", ["create", "details"])
@pytest.mark.parametrize("warm", [False, True], ids=["before any call", "after a call"])
@pytest.mark.parametrize("replace", PATCHES.values(), ids=PATCHES)
def test_a_replacement_gets_the_call_and_the_server_does_not(
    server: CountingServer, orders: OrdersApi, replace: Patch, warm: bool, name: str
) -> None:
    if warm:
        call(orders, name)
    before = server.count
    with replace():
        found = call(orders, name)
        again = call(orders, name)
    assert found.customer_order_number == again.customer_order_number == "PO-1"
    assert name == "create" or found.ingram_order_number == again.ingram_order_number == "20-MOCK"
    assert server.count == before
    after = orders.get_orderdetails_v6_1("20-AB1CD", *WHO)  # without the replacement the server gets the call again
    assert after.ingram_order_number == "20-REAL"
    assert urllib3_patches.current_patches() is urllib3_patches.NO_PATCHES


@pytest.mark.parametrize(
    "target",
    ["socket.socket.connect", "socket.getaddrinfo", "socket.socket", "socket.create_connection", f"{POOL}.urlopen"],
)
def test_a_tool_that_forbids_the_network_stops_the_call_before_anything_is_sent(
    server: CountingServer, orders: OrdersApi, target: str
) -> None:
    with mock.patch(target, side_effect=ConnectionRefusedError("no network in tests")), pytest.raises(NotSentException):
        orders.post_createorder_v6(*WHO, ORDER, _deadline=0.2)
    assert server.count == 0


def test_an_error_raised_by_the_test_is_passed_on(server: CountingServer, orders: OrdersApi) -> None:
    class OwnError(Exception):
        pass

    for target in ("urllib3.PoolManager.request", f"{POOL}.urlopen"):
        replaced_by = mock.patch(target, side_effect=OwnError("not in the cassette"))
        with replaced_by, pytest.raises(OwnError, match="not in the cassette"):
            orders.post_createorder_v6(*WHO, ORDER)
    assert server.count == 0


@pytest.mark.parametrize("target", ["urllib3.PoolManager.request", f"{POOL}.urlopen"])
@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ReadTimeoutError(None, "/", "Read timed out."), UnansweredException),  # type: ignore[arg-type]
        (ProtocolError("Connection aborted.", ConnectionResetError(104, "reset")), UnansweredException),
        (NewConnectionError(None, "refused"), NotSentException),  # type: ignore[arg-type]
        (MaxRetryError(None, "/", NewConnectionError(None, "refused")), NotSentException),  # type: ignore[arg-type]
        (SSLError("handshake"), UnansweredException),
        (TimeoutError("timed out"), UnansweredException),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_a_simulated_failure_raises_the_same_exception_as_a_real_one(
    orders: OrdersApi, target: str, error: Exception, kind: type[Exception]
) -> None:
    with mock.patch(target, side_effect=error), pytest.raises(kind) as caught:
        orders.post_createorder_v6(*WHO, ORDER, _deadline=0.2)
    assert isinstance(caught.value, ApiException)
    assert caught.value.status == 0


def test_urllib3_is_called_as_the_published_package_calls_it(orders: OrdersApi) -> None:
    with mock.patch("urllib3.PoolManager.request", side_effect=mocked) as request:
        orders.post_createorder_v6(*WHO, ORDER)
        orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
    posted, got = request.call_args_list
    assert posted.args[0] == "POST"
    assert posted.args[1].endswith("/resellers/v6/orders")
    assert json.loads(posted.kwargs["body"]) == ORDER
    assert isinstance(posted.kwargs["body"], str)
    assert posted.kwargs["headers"]["IM-CustomerNumber"] == "20-777777"
    assert posted.kwargs["headers"]["Authorization"] == "Bearer t-secret"
    assert isinstance(posted.kwargs["timeout"], urllib3.Timeout)
    assert {*posted.kwargs} == {"body", "timeout", "headers", "preload_content"}
    assert {*got.kwargs} == {"fields", "timeout", "headers", "preload_content"}


@pytest.mark.parametrize("status", [301, 404, 503])
def test_the_status_of_a_mock_is_used_and_redirects_are_not_followed(orders: OrdersApi, status: int) -> None:
    calls: list[str] = []

    def urlopen(method: str, *_: Any, **__: Any) -> urllib3.HTTPResponse:
        calls.append(method)
        return urllib3.HTTPResponse(body=b"{}", status=status, headers={"Location": "http://127.0.0.1:9/elsewhere"})

    pool = mock.Mock(urlopen=urlopen)
    made = mock.patch("urllib3.PoolManager.connection_from_host", return_value=pool)
    with made, pytest.raises(ApiException) as caught:
        orders.post_createorder_v6(*WHO, ORDER)
    assert caught.value.status == status
    assert calls == ["POST"]


@pytest.mark.parametrize(
    "made", [mock.Mock(), mock.MagicMock(), mock.Mock(status=None), mock.Mock(status=101), object()]
)
def test_a_mock_that_does_not_look_like_an_answer_raises(orders: OrdersApi, made: Any) -> None:
    with (
        mock.patch("urllib3.PoolManager.request", return_value=made),
        pytest.raises(UnansweredException, match="status"),
    ):
        orders.post_createorder_v6(*WHO, ORDER)


def test_the_size_of_a_mocked_answer_is_limited(server: CountingServer) -> None:
    configuration = Configuration(host=server.url, access_token="t")
    configuration.max_response_size = 100
    large = b"a" * 1_000_000
    for body in (large, io.BytesIO(large)):
        answer = urllib3.HTTPResponse(body=body, status=200, preload_content=False)
        request = mock.patch("urllib3.PoolManager.request", return_value=answer)
        larger = pytest.raises(ApiException, match="larger than 100 bytes")
        with request, ApiClient(configuration) as client, larger:
            OrdersApi(client).post_createorder_v6(*WHO, ORDER)


@pytest.mark.parametrize(
    "target", ["urllib3.PoolManager", f"{POOL}.urlopen", f"{CONNECTION}", f"{POOL}", "socket.socket"]
)
def test_a_replacement_made_before_the_import_gets_the_call_too(server: CountingServer, target: str) -> None:
    program = f"""
        import urllib3, socket
        from unittest import mock
        answer = mock.Mock(status=200, reason="OK", data={BODY!r}, headers={{}})
        effect = OSError("no network") if {target!r} == "socket.socket" else lambda *a, **k: answer
        with mock.patch({target!r}, side_effect=effect) as new:
            new.return_value.request.return_value = answer
            new.side_effect = None if {target!r} == "urllib3.PoolManager" else new.side_effect
            from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
            orders = OrdersApi(ApiClient(Configuration(host={server.url!r}, access_token="t")))
            try:
                print(orders.get_orderdetails_v6_1("20-AB1CD", *{WHO!r}, _deadline=0.5).ingram_order_number)
            except Exception as error:
                print(type(error).__name__)
        print(orders.get_orderdetails_v6_1("20-AB1CD", *{WHO!r}).ingram_order_number)
    """
    run = [sys.executable, "-c", textwrap.dedent(program)]
    first, second = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    if target in ("urllib3.PoolManager", f"{POOL}.urlopen"):
        assert first == "20-MOCK"
    assert second == "20-REAL"
    if target == "socket.socket":
        assert first == "NotSentException"


def test_connections_of_mocks_and_of_real_calls_are_never_mixed(server: CountingServer, orders: OrdersApi) -> None:
    found = [call(orders, "details").ingram_order_number]
    for _ in range(2):
        with mock.patch("socket.socket", FakeSocket):
            found.append(call(orders, "details").ingram_order_number)
        found.append(call(orders, "details").ingram_order_number)
    assert found == ["20-REAL", "20-MOCK", "20-REAL", "20-MOCK", "20-REAL"]
    assert server.count == 3


def test_a_wrapper_that_calls_the_original_does_not_change_the_call(server: CountingServer, orders: OrdersApi) -> None:
    # Tools for tracing wrap functions in this way.
    for target in (
        "http.client.HTTPConnection.putrequest",
        "http.client.HTTPConnection.getresponse",
        f"{POOL}.urlopen",
    ):
        owner, _, name = target.rpartition(".")
        module, _, kind = owner.rpartition(".")
        genuine = getattr(getattr(sys.modules[module], kind), name)
        with mock.patch(target, autospec=True, side_effect=genuine) as wrapped:
            assert call(orders, "details").ingram_order_number == "20-REAL"
        assert wrapped.call_count == 1
    assert server.count == 3


def test_a_deadline_that_has_just_passed_is_a_call_that_was_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock goes on between the last look at it and the call of urllib3, which takes no time below 0."""
    monkeypatch.setattr("urllib3.PoolManager.request", lambda *_, **__: pytest.fail("it was sent"))
    request = Request("POST", "http://127.0.0.1:9", "/", {}, b"{}")
    with pytest.raises(NotSent, match="the deadline passed"):
        Urllib3Transport(ConnectionSettings()).send(request, Timeouts(-1e-6, 1.0, -1e-6))
