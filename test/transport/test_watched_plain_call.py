"""Under a monitor whose wrappers need the plain call of urllib3, a call keeps its deadline and its errors."""

from __future__ import annotations

import functools
import time
from typing import Any

import pytest
import urllib3.connection
import urllib3.poolmanager
from call_kit import CREATE_V6, DETAILS, ONCE, SEARCH, Call
from rows_of_faults import good
from server_kit import HANGS_S, Authority, ServerConnection, Step
from step_kit import answer, dripping, raw, response_bytes, sending

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers._core.messages import NotSent, Request, Timeouts
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_patches import current_patches
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport
from xi.sdk.resellers.exceptions import ApiException, UnansweredException

WRAPPED = {
    "request_encode_body": urllib3.poolmanager.PoolManager,
    "getresponse": urllib3.connection.HTTPConnection,
}
ONE = RetryPolicy(attempts=1)
JSON = {"Content-Type": "application/json"}
IN_CHUNKS = {**JSON, "Transfer-Encoding": "chunked"}


@pytest.fixture(autouse=True, params=WRAPPED)
def _monitor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrap a function of urllib3 as monitors do: it only passes through."""
    name = request.param
    inner = getattr(WRAPPED[name], name)

    @functools.wraps(inner)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return inner(*args, **kwargs)

    monkeypatch.setattr(WRAPPED[name], name, wrapper)
    assert current_patches().needs_plain_call


@pytest.mark.parametrize("is_tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"HTTP/1.1 201 Created\r\nX: " + b"y" * 9999, id="head"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" * 999, id="interim answers"),
        pytest.param(response_bytes(201, b" " * 9999, {**JSON, "Content-Length": "9999"}), id="body"),
        pytest.param(response_bytes(201, b"[" * 9999, JSON), id="body without a length"),
        pytest.param(response_bytes(201, b"1\r\n \r\n" * 999, IN_CHUNKS), id="chunks"),
    ],
)
def test_an_answer_that_comes_byte_by_byte_is_given_up_at_the_deadline(
    serve, orders_of, authority: Authority, data: bytes, is_tls: bool
) -> None:
    server = serve(dripping(data, 0.01), tls=authority.server() if is_tls else None)
    orders = orders_of(server, ssl_ca_cert=authority.path, retry=ONE)
    began = time.monotonic()
    with pytest.raises(UnansweredException, match="timed out") as caught:
        CREATE_V6(orders, _deadline=0.6)
    assert time.monotonic() - began < HANGS_S  # byte by byte it lasts longer than this
    assert caught.value.may_have_been_acted_on
    assert len(server.requests) == 1
    assert server.wait_until_ended(1)


def test_an_answer_to_connect_that_comes_byte_by_byte_is_given_up_at_the_deadline(serve) -> None:
    server = serve(dripping(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 9999, 0.01))
    transport = Urllib3Transport(ConnectionSettings(proxy=server.url))
    began = time.monotonic()
    with pytest.raises(NotSent, match="timed out"):
        transport.send(Request("GET", "https://api.example", "/", {}, None), Timeouts(60.0, 60.0, 0.4))
    assert time.monotonic() - began < HANGS_S
    transport.close()


@pytest.mark.parametrize("call", [DETAILS, *ONCE], ids=lambda call: call.name)
def test_a_chunk_of_negative_size_is_an_answer_that_broke_off(serve, orders_of, call: Call) -> None:
    broken = response_bytes(201, b"-5\r\nabcde\r\n0\r\n\r\n", IN_CHUNKS)
    server = serve(raw(broken))
    with pytest.raises(UnansweredException) as caught:
        call(orders_of(server, retry=ONE))
    assert caught.value.may_have_been_acted_on == (call is not DETAILS)
    assert caught.value.status == 201
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(b"HTTP/1.1 204 No Content\r\nX-A: b\r\n", id="the head of a 204"),
        pytest.param(b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nRetry-Af", id="the head of a 429"),
        pytest.param(b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n", id="a head that says chunks"),
        pytest.param(
            response_bytes(201, b"%x\r\n%s\r\n0" % (len(CREATE_V6.body), CREATE_V6.body), IN_CHUNKS),
            id="its last chunk",
        ),
    ],
)
@pytest.mark.parametrize("call", [SEARCH, CREATE_V6], ids=lambda call: call.name)
def test_an_answer_that_is_cut_is_no_answer(serve, orders_of, call: Call, part: bytes) -> None:
    server = serve(raw(part))
    with pytest.raises(UnansweredException) as caught:
        call(orders_of(server, retry=ONE))
    assert caught.value.may_have_been_acted_on == (call is CREATE_V6)
    assert len(server.requests) == 1


def test_connections_are_used_again_but_not_after_a_408(serve, orders_of) -> None:
    server = serve(DETAILS.answer(), answer(408, b"{}"), CREATE_V6.answer(), DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    with pytest.raises(ApiException, match="408"):
        CREATE_V6(orders)
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("more", "later"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Le", b"ngth: 4\r\n\r\ntrue", id="half of an answer"),
        pytest.param(b"x", b"", id="a byte"),
    ],
)
def test_a_connection_on_which_more_came_than_the_answer_is_not_used_again(
    serve, orders_of, more: bytes, later: bytes
) -> None:
    def act(connection: ServerConnection) -> bool:
        return CREATE_V6.answer().act(connection) if connection.number > 1 else sending(later).act(connection)

    server = serve(sending(good(DETAILS) + more, ends=False), Step(act))
    orders = orders_of(server)
    DETAILS(orders)
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    assert [each.connection for each in server.requests] == [1, 2]


def test_a_deadline_that_is_over_leaves_later_calls_alone(serve, orders_of) -> None:
    server = serve(CREATE_V6.answer(), DETAILS.answer())
    orders = orders_of(server)
    CREATE_V6(orders, _deadline=0.3)
    time.sleep(0.4)
    assert DETAILS.recognizes(DETAILS(orders))
    assert [each.connection for each in server.requests] == [1, 1]
