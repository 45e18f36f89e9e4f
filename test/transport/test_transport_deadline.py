"""Nothing leaves after its deadline, a slow upload is not cut short, and what was not sent is told so."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, ORDER, WHO
from server_kit import ServerConnection, Step
from step_kit import SILENT, tunnel

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers._core.messages import Request, Timeouts, is_unsent
from xi.sdk.resellers._transport import urllib3_connections, urllib3_response
from xi.sdk.resellers.exceptions import ApiException, NotSentException, UnansweredException

ONE = RetryPolicy(attempts=1)
SPENT = 0.25
"""Seconds of a call's deadline."""


def resolved(monkeypatch: pytest.MonkeyPatch, *addresses: tuple[str, int], pause: float = 0.0) -> None:
    """Let every name resolve to these addresses, after a pause."""

    def getaddrinfo(*_: Any, **__: Any) -> list[Any]:
        time.sleep(pause)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", each) for each in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture
def silent_port() -> Any:
    """A port whose backlog is full, so that connecting to it takes for ever."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen(0)
        filling = []
        for _ in range(4):
            filling.append(socket.socket())
            filling[-1].setblocking(False)
            filling[-1].connect_ex(held.getsockname())
        yield held.getsockname()
        for each in filling:
            each.close()


@pytest.mark.parametrize("silent", [1, 8])
def test_the_deadline_holds_over_all_addresses_of_a_name(serve, orders_of, monkeypatch, silent_port, silent) -> None:
    server = serve()
    resolved(monkeypatch, *[silent_port] * silent, ("127.0.0.1", server.port))
    began = time.monotonic()
    with pytest.raises(NotSentException):
        CREATE_V6(orders_of(f"http://localhost:{server.port}", retry=ONE), _deadline=SPENT)
    assert SPENT <= time.monotonic() - began < 6 * SPENT  # not once for each
    assert server.requests == []


def test_a_name_that_resolves_too_late_is_not_connected_to(serve, orders_of, monkeypatch) -> None:
    server = serve()
    resolved(monkeypatch, ("127.0.0.1", server.port), pause=SPENT + 0.05)
    with pytest.raises(NotSentException, match="timed out"):
        CREATE_V6(orders_of(f"http://localhost:{server.port}", retry=ONE), _deadline=SPENT)
    assert (server.requests, server.connections) == ([], 0)


@pytest.mark.parametrize("at", ["handshake", "tunnel"])
def test_what_comes_after_the_deadline_while_connecting_is_the_end(serve, orders_of, authority, at: str) -> None:
    def late(connection: ServerConnection) -> bool:
        connection.server.stopping.wait(SPENT + 0.1)
        return at == "handshake" or tunnel(authority.server("api.example")).act(connection)

    if at == "handshake":
        server = serve(Step(late, before_reading=True), tls=authority.server())
        orders = orders_of(server, ssl_ca_cert=authority.path, retry=ONE)
    else:
        server = serve(Step(late))
        orders = orders_of("https://api.example", proxy=server.url, ssl_ca_cert=authority.path, retry=ONE)
    with pytest.raises(NotSentException):
        CREATE_V6(orders, _deadline=SPENT)
    assert "POST" not in {each.method for each in server.requests}


def test_the_next_address_is_tried_where_there_is_time(monkeypatch, serve, orders_of, closed_port) -> None:
    server = serve(CREATE_V6.answer())
    orders, nowhere = (orders_of(f"http://localhost:{port}", retry=ONE) for port in (server.port, 1))
    closed = ("127.0.0.1", int(closed_port.rpartition(":")[2]))
    with monkeypatch.context() as patched:
        resolved(patched, closed, closed, ("127.0.0.1", server.port))
        assert CREATE_V6.recognizes(CREATE_V6(orders))
        resolved(patched)
        with pytest.raises(NotSentException, match="no address"):
            CREATE_V6(nowhere)


def test_an_upload_may_take_longer_than_connecting_and_is_bounded_by_the_deadline(serve, orders_of) -> None:
    lines = [{"ingramPartNumber": "PART", "quantity": 1, "notes": "n" * 4000}] * 2000

    server = serve(
        Step(lambda connection: not connection.server.stopping.wait(SPENT), before_reading=True), CREATE_V6.answer()
    )
    orders = orders_of(server, retry=ONE)
    found = orders.post_createorder_v6(*WHO, ORDER | {"lines": lines}, _request_timeout=(0.1, 5))
    assert CREATE_V6.recognizes(found)
    assert len(json.loads(server.request.body)["lines"]) == 2000
    stuck = serve(Step(SILENT.act, before_reading=True))
    began = time.monotonic()
    with pytest.raises(UnansweredException, match="timed out"):
        orders_of(stuck, retry=ONE).post_createorder_v6(*WHO, ORDER | {"lines": lines}, _deadline=SPENT)
    assert time.monotonic() - began < 6 * SPENT


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("when", ["connecting", "sending", "reading"])
def test_breaking_off_says_whether_a_byte_may_have_left(serve, orders_of, monkeypatch, kind, when: str) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise kind("stop")

    server = serve(always=DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    if when == "connecting":
        orders.api_client.close()
    owner, name = {
        "connecting": (urllib3_connections, "remaining"),
        "sending": (urllib3_connections.BaseConnection, "request"),
        "reading": (urllib3_response.BoundedResponse, "begin"),
    }[when]
    monkeypatch.setattr(owner, name, broken)
    with pytest.raises(kind, match="stop") as caught:
        orders.api_client._transport.send(Request("GET", server.url, "/", {}), Timeouts(5, 5, 5))
    assert is_unsent(caught.value) is (when != "reading")
    frames = []
    trace = caught.value.__traceback__
    while trace is not None:
        frames.append(trace.tb_frame.f_code.co_filename)
        trace = trace.tb_next
    assert not [each for each in frames if "urllib3" in Path(each).parts or each.endswith("client.py")]


def test_no_frame_of_urllib3_is_reachable_from_an_error(serve, orders_of, closed_port) -> None:
    def reset(connection: ServerConnection) -> bool:
        connection.reset()
        return False

    for orders in (orders_of(serve(Step(reset)), retry=ONE), orders_of(closed_port, retry=ONE)):
        with pytest.raises(ApiException) as caught:
            CREATE_V6(orders)
        left: list[Any] = [caught.value]
        while left:
            error = left.pop()
            left += [each for each in (error.__cause__, error.__context__) if each is not None]
            trace = error.__traceback__
            while trace is not None:
                assert "urllib3" not in Path(trace.tb_frame.f_code.co_filename).parts
                trace = trace.tb_next
            assert not isinstance(error, OSError)
