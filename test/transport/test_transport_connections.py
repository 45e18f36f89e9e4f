"""How connections are opened, kept, shared and closed, and their timeouts."""

from __future__ import annotations

import errno
import gc
import json
import socket
import threading
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
import urllib3.connection
from call_kit import CANCEL, CREATE_V6, DETAILS, ORDER, TOKEN, WHO, meeting
from fork_kit import fork, forks
from server_kit import ScriptedServer, ServerConnection, Step
from step_kit import CLOSE, answer, echo, then_close

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, RetryPolicy
from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers._transport import urllib3_response
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport
from xi.sdk.resellers.exceptions import ApiException, UnansweredException, UnreadableResponseException

# ------------------------------------------------------------------------------------------ kept and closed


def test_successive_calls_use_one_connection(serve, orders_of) -> None:
    server = serve(DETAILS.answer(), answer(404), CANCEL.answer(), DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    with pytest.raises(Exception, match="404"):
        DETAILS(orders)
    CANCEL(orders)
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, 1, 1, 1]


def test_two_apis_of_one_client_share_its_connection(serve, client_of) -> None:
    server = serve(DETAILS.answer(), DETAILS.answer())
    client = client_of(server)
    DETAILS(OrdersApi(client))
    DETAILS(OrdersApi(client))
    assert server.connections == 1


def test_a_create_opens_a_new_connection_if_the_server_closed_the_idle_one(serve, orders_of) -> None:
    # Sent over the dead one it would be lost, and nobody could tell whether it had been acted on.
    server = serve(then_close(DETAILS.answer()), CREATE_V6.answer())
    orders = orders_of(server)
    DETAILS(orders)
    assert server.wait_until_ended(1)
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    assert [each.connection for each in server.requests] == [1, 2]


@pytest.mark.parametrize(("call", "connection"), [(DETAILS, 1), (CREATE_V6, 2)], ids=["details", "create"])
def test_a_call_that_is_sent_once_gets_a_new_connection(serve, orders_of, call: Any, connection: int) -> None:
    server = serve(DETAILS.answer(), call.answer(), DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    call(orders)
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, connection, connection]


def test_a_connection_that_failed_is_not_used_again(serve, orders_of) -> None:
    server = serve(CLOSE, DETAILS.answer(), DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, 2, 2]


def test_a_connection_that_said_408_is_not_used_again(serve, orders_of) -> None:
    # A server may send it unasked as it closes; read as the answer to one call, it has that of this call behind it.
    server = serve(DETAILS.answer(), answer(408, b"{}"), DETAILS.answer(), DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    with pytest.raises(ApiException, match="408") as caught:
        CREATE_V6(orders)
    assert caught.value.may_have_been_acted_on
    assert DETAILS.recognizes(DETAILS(orders))
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, 2, 3, 3]


def test_close_closes_the_connections_and_a_later_call_opens_new_ones(serve, client_of) -> None:
    server = serve(DETAILS.answer(), DETAILS.answer())
    client = client_of(server)
    DETAILS(OrdersApi(client))
    client.close()
    assert server.wait_until_ended(1)
    DETAILS(OrdersApi(client))
    assert server.connections == 2


def test_a_client_can_be_closed_before_its_first_call_and_more_than_once(serve, client_of) -> None:
    server = serve(DETAILS.answer())
    client = client_of(server)
    client.close()
    client.close()
    DETAILS(OrdersApi(client))
    client.close()
    client.close()
    assert server.wait_until_ended(1)


def test_leaving_the_block_closes_the_connections(serve) -> None:
    server = serve(DETAILS.answer())
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        with ApiClient(Configuration(host=server.url, access_token=TOKEN)) as client:
            DETAILS(OrdersApi(client))
        assert server.wait_until_ended(1)
        del client
        gc.collect()


def test_leaving_the_block_by_an_error_closes_the_connections_too(serve) -> None:
    server = serve(answer(400))
    with pytest.raises(Exception, match="400"), ApiClient(Configuration(host=server.url)) as client:
        DETAILS(OrdersApi(client))
    assert server.wait_until_ended(1)


def test_a_call_in_progress_succeeds_if_the_client_is_closed_meanwhile(serve, client_of) -> None:
    arrived, closed = threading.Event(), threading.Event()

    def late(connection) -> bool:
        arrived.set()
        assert closed.wait(60)
        return CREATE_V6.answer().act(connection)

    server = serve(Step(late))
    client = client_of(server)
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(CREATE_V6, OrdersApi(client))
        assert arrived.wait(60)
        client.close()
        closed.set()
        assert CREATE_V6.recognizes(call.result())
    assert server.wait_until_ended(1)  # and its connection is not kept by anyone


def test_close_closes_idle_connections_while_the_program_still_holds_an_error(serve, client_of) -> None:
    # The traceback of an error leads to what it went through; that must not keep connections open.
    server = serve(*[meeting(2)] * 2, CLOSE)
    client = client_of(server)
    at_once(OrdersApi(client), 2)
    with pytest.raises(UnansweredException) as kept:
        CREATE_V6(OrdersApi(client))
    client.close()
    assert server.wait_until_ended(2)
    assert kept.value.attempts == 1


def test_a_call_opens_a_new_connection_if_the_client_is_closed_before_it_sends(
    serve, client_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = urllib3.connectionpool.HTTPConnectionPool.urlopen
    server = serve(CREATE_V6.answer())
    client = client_of(server)
    between = [client.close]

    def urlopen(self: Any, *args: Any, **kwargs: Any) -> Any:
        if between:
            between.pop()()
        return real(self, *args, **kwargs)

    monkeypatch.setattr(urllib3.connectionpool.HTTPConnectionPool, "urlopen", urlopen)
    assert CREATE_V6.recognizes(CREATE_V6(OrdersApi(client)))
    assert len(server.requests) == 1


def test_a_client_can_call_more_hosts_than_urllib3_keeps_pools_for(serve, client_of) -> None:
    # urllib3 keeps the pools of ten hosts and closes the oldest; a call to that one has to go on working.
    servers = [serve(always=CREATE_V6.answer()) for _ in range(12)]
    client = client_of(servers[0])
    for server in [*servers, *servers]:
        client.configuration.host = server.url
        assert CREATE_V6.recognizes(CREATE_V6(OrdersApi(client)))
    assert [len(server.requests) for server in servers] == [2] * 12


# ------------------------------------------------------------------------------------------ shared


def test_fifty_threads_share_a_client_and_each_gets_its_own_answer(serve, client_of) -> None:
    server = serve(always=echo("im-correlationid"))
    orders = OrdersApi(client_of(server, connection_pool_maxsize=50))
    together = threading.Barrier(50)

    def work(worker: int) -> bool:
        together.wait(60)
        return all(
            orders.get_orderdetails_v6_1("20-AB1CD", "20-777777", "US", f"id-{worker}-{turn}").ingram_order_number
            == f"id-{worker}-{turn}"
            for turn in range(5)
        )

    with ThreadPoolExecutor(50) as pool:
        assert all(pool.map(work, range(50)))
    assert len(server.requests) == len({each.headers["im-correlationid"] for each in server.requests}) == 250
    assert server.connections <= 50


def at_once(orders: OrdersApi, count: int) -> None:
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(lambda _: DETAILS(orders), range(count)))


def test_as_many_idle_connections_are_kept_as_configured(serve, orders_of, caplog: pytest.LogCaptureFixture) -> None:
    server = serve(*[meeting(4)] * 4)
    at_once(orders_of(server, connection_pool_maxsize=3), 4)
    assert server.connections == 4
    assert server.wait_until_ended(1)
    assert server.ended == 1
    assert TOKEN not in caplog.text


def test_by_default_one_connection_is_kept_for_each_concurrent_call(serve, orders_of) -> None:
    count = Configuration().connection_pool_maxsize
    assert count is not None
    kept = min(count, 8)
    steps = [meeting(kept)] * kept
    server = serve(*steps, *[meeting(kept)] * kept)
    orders = orders_of(server)
    at_once(orders, kept)
    at_once(orders, kept)
    assert server.connections == kept


def test_a_pool_size_of_none_uses_the_default_of_urllib3(serve, orders_of) -> None:
    server = serve(DETAILS.answer(), DETAILS.answer())
    orders = orders_of(server, connection_pool_maxsize=None)
    DETAILS(orders)
    DETAILS(orders)
    assert server.connections == 1


# ------------------------------------------------------------------------------------------ in one piece


def test_head_and_body_of_a_request_arrive_in_one_piece(serve, orders_of, authority) -> None:
    # Over TLS every write is a record of its own, which the server cannot take for part of another.
    server = serve(CREATE_V6.answer(), CREATE_V6.answer(), tls=authority.server())
    orders = orders_of(server, ssl_ca_cert=authority.path)
    CREATE_V6(orders)
    CREATE_V6(orders)
    assert [each.pieces for each in server.requests] == [1, 1]
    assert server.requests[0].body.startswith(b'{"customerOrderNumber":"PO-1"')
    assert server.requests[0].headers["content-length"] == str(len(server.requests[0].body))


def test_a_request_is_one_write_to_its_socket(serve, orders_of, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[bytes] = []
    write = socket.socket.sendall
    mine = threading.get_ident()

    def sendall(self: socket.socket, data: bytes, *rest: int) -> None:
        if threading.get_ident() == mine:
            writes.append(bytes(data))
        write(self, data, *rest)

    server = serve(CREATE_V6.answer(), DETAILS.answer())
    orders = orders_of(server)
    monkeypatch.setattr(socket.socket, "sendall", sendall)
    CREATE_V6(orders)
    DETAILS(orders)
    assert [each.split(b" ")[0] for each in writes] == [b"POST", b"GET"]
    assert writes[0].endswith(server.requests[0].body)


def test_no_bytes_of_a_request_whose_write_failed_are_sent_with_the_next_one(
    serve, orders_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = socket.socket.sendall
    mine = threading.get_ident()
    left = [1]

    def sendall(self: socket.socket, data: bytes, *rest: int) -> None:
        if threading.get_ident() == mine and left:
            left.pop()
            raise OSError(errno.ENETDOWN, "Network is down")
        write(self, data, *rest)

    server = serve(DETAILS.answer())
    orders = orders_of(server)
    monkeypatch.setattr(socket.socket, "sendall", sendall)
    with pytest.raises(UnansweredException, match="Network is down"):  # some of it may be out
        CREATE_V6(orders)
    DETAILS(orders)
    assert server.request.method == "GET"


# ------------------------------------------------------------------------------------------ how long


class TimeoutRecorder:
    """The real transport; records the timeouts of each call."""

    def __init__(self) -> None:
        self.real = Urllib3Transport(ConnectionSettings())
        self.timeouts: list[Timeouts] = []

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        self.timeouts.append(timeouts)
        return self.real.send(request, timeouts)

    def close(self) -> None:
        self.real.close()


@pytest.fixture
def recorder(serve) -> Iterator[tuple[ScriptedServer, TimeoutRecorder]]:
    transport = TimeoutRecorder()
    yield serve(always=DETAILS.answer()), transport
    transport.close()


def timeouts_of(
    recorder: tuple[ScriptedServer, TimeoutRecorder], retry: RetryPolicy | None = None, **options: Any
) -> Timeouts:
    server, transport = recorder
    client = ApiClient(Configuration(host=server.url, retry=retry), transport=transport)
    DETAILS(OrdersApi(client), **options)
    return transport.timeouts[-1]


def test_a_call_may_take_10_s_to_connect_and_60_s_between_reads_and_never_outlasts_the_deadline(recorder) -> None:
    connect, read, total = timeouts_of(recorder)
    assert (connect, read) == (10, 60)
    assert 290 < total <= RetryPolicy().deadline == 300


def test_a_pair_of_timeouts_is_connect_and_read(recorder) -> None:
    connect, read, total = timeouts_of(recorder, _request_timeout=(1.5, 7))
    assert (connect, read) == (1.5, 7)
    assert 290 < total <= 300


def test_a_single_timeout_bounds_the_whole_attempt(recorder) -> None:
    assert timeouts_of(recorder, _request_timeout=7) == Timeouts(connect=7, read=7, total=7)


def test_the_timeouts_of_an_attempt_end_at_the_deadline(recorder) -> None:
    timeouts = timeouts_of(recorder, retry=RetryPolicy(deadline=5))
    assert 0 < timeouts.connect == timeouts.read == timeouts.total <= 5


@pytest.mark.parametrize(("given", "connecting", "reading"), [(None, 10, 60), ((2, 3), 2, 3), ((3, 2), 3, 2)], ids=str)
def test_the_timeouts_reach_the_sockets(
    serve, orders_of, monkeypatch: pytest.MonkeyPatch, given: Any, connecting: float, reading: float
) -> None:
    real = urllib3.connection.connection.create_connection
    made: list[tuple[socket.socket, float]] = []

    def create(address: Any, timeout: float, *args: Any, **kwargs: Any) -> socket.socket:
        made.append((real(address, timeout, *args, **kwargs), timeout))
        return made[-1][0]

    monkeypatch.setattr(urllib3.connection.connection, "create_connection", create)
    server = serve(DETAILS.answer())
    DETAILS(orders_of(server), _request_timeout=given)
    ((sock, timeout),) = made
    assert timeout == connecting
    assert sock.gettimeout() == reading


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """The socket timeout of each read of this thread."""
    noted: list[float | None] = []
    read = socket.socket.recv_into
    mine = threading.get_ident()

    def recv_into(self: socket.socket, *given: Any) -> int:
        if threading.get_ident() == mine:
            noted.append(self.gettimeout())
        return read(self, *given)

    monkeypatch.setattr(socket.socket, "recv_into", recv_into)
    return noted


def in_parts(connection: ServerConnection) -> bool:
    body = json.dumps(DETAILS.good).encode()
    for part in (b"HTTP/1.1 200 OK\r\n", b"Content-Length: %d\r\n\r\n" % len(body), body[:9], body[9:]):
        connection.sock.sendall(part)
        connection.server.stopping.wait(0.02)
    return True


def test_each_read_waits_at_most_for_the_time_left_of_the_attempt(serve, orders_of, waits) -> None:
    DETAILS(orders_of(serve(Step(in_parts))), _request_timeout=30)
    assert waits[0] <= 30
    assert waits[-1] < waits[0]
    assert waits == sorted(waits, reverse=True)


def test_a_read_timeout_shorter_than_the_time_left_is_kept(serve, orders_of, waits) -> None:
    # More is asked for than the deadline leaves, which puts a limit on the whole; the pair still means what it says.
    orders = orders_of(serve(Step(in_parts)), retry=RetryPolicy(deadline=60))
    DETAILS(orders, _request_timeout=(100, 20))
    assert set(waits) == {20}


def test_the_timeout_of_one_call_does_not_apply_to_the_next_call_on_its_connection(serve, orders_of, waits) -> None:
    server = serve(DETAILS.answer(), Step(in_parts))
    orders = orders_of(server)
    DETAILS(orders, _request_timeout=30)
    waits.clear()
    DETAILS(orders)
    assert set(waits) == {60}
    assert server.connections == 1


def test_an_answer_after_the_deadline_is_refused(serve, orders_of, monkeypatch: pytest.MonkeyPatch) -> None:
    # Otherwise a server that sends without a pause, so that no read ever waits, would have no limit.
    monkeypatch.setattr(urllib3_response, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + 100))
    server = serve(CREATE_V6.answer())
    with pytest.raises(UnansweredException, match="timed out"):
        CREATE_V6(orders_of(server), _request_timeout=30)
    assert server.wait_until_ended(1)
    assert len(server.requests) == 1


def test_sockets_get_the_socket_options_of_the_configuration(serve, orders_of, monkeypatch: pytest.MonkeyPatch) -> None:
    options: list[tuple[object, ...]] = []
    setsockopt = socket.socket.setsockopt

    def seen(self: socket.socket, *given: Any) -> None:
        options.append(given)
        setsockopt(self, *given)

    server = serve(DETAILS.answer())
    monkeypatch.setattr(socket.socket, "setsockopt", seen)
    DETAILS(orders_of(server, socket_options=[(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]))
    assert (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1) in options


def test_urllib3_is_called_without_retries_and_redirects(serve, orders_of, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []
    real = urllib3.connectionpool.HTTPConnectionPool.urlopen

    def urlopen(self: Any, *args: Any, **kwargs: Any) -> Any:
        told.append(kwargs)
        return real(self, *args, **kwargs)

    monkeypatch.setattr(urllib3.connectionpool.HTTPConnectionPool, "urlopen", urlopen)
    orders_of(serve(CREATE_V6.answer())).post_createorder_v6(*WHO, ORDER)
    (kwargs,) = told
    assert kwargs["redirect"] is False
    retries = kwargs["retries"]
    assert (retries.total, retries.redirect, retries.raise_on_status) == (False, False, False)
    assert not retries.is_retry("GET", 503, has_retry_after=True)


@pytest.mark.parametrize("pause", [0, 0.05], ids=["at once", "after a while"])
def test_interim_answers_are_skipped(serve, orders_of, pause: float) -> None:
    def announce(connection: Any) -> bool:
        connection.sock.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n")
        time.sleep(pause)
        return CREATE_V6.answer().act(connection)

    server = serve(Step(announce), DETAILS.answer())
    orders = orders_of(server)
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    assert DETAILS.recognizes(DETAILS(orders))
    assert len(server.requests) == 2
    assert server.connections == 1


def test_a_connection_that_switches_protocols_is_not_used_again(serve, orders_of) -> None:
    def switch(connection: Any) -> bool:
        connection.sock.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
        return True

    server = serve(Step(switch), CREATE_V6.answer())
    orders = orders_of(server)
    with pytest.raises(UnansweredException, match="interim"):
        CREATE_V6(orders)
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    assert server.connections == 2


def test_a_connection_that_delivered_the_answer_to_another_call_is_not_used_again(serve, orders_of) -> None:
    """As with a gateway that is one answer behind."""
    behind = answer(201, CREATE_V6.good, IM_CorrelationID="first-0001")
    server = serve(DETAILS.answer(), behind, DETAILS.answer())
    orders = orders_of(server)
    orders.get_orderdetails_v6_1("20-AB1CD", *WHO[:2], "First-0001")
    with pytest.raises(UnansweredException, match="the answer to another call"):
        CREATE_V6(orders)
    assert DETAILS.recognizes(DETAILS(orders))
    assert [each.connection for each in server.requests] == [1, 2, 3]


def test_the_connection_is_not_used_again_after_an_unreadable_answer(serve, orders_of) -> None:
    server = serve(answer(200, b"<html>", kind="text/html"), DETAILS.answer())
    orders = orders_of(server)
    with pytest.raises(UnreadableResponseException):
        DETAILS(orders)
    assert DETAILS.recognizes(DETAILS(orders))
    assert [each.connection for each in server.requests] == [1, 2]


@forks
def test_a_forked_child_does_not_use_the_connections_of_its_parent(serve, orders_of) -> None:
    server = serve(DETAILS.answer(), DETAILS.answer(), DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    fork(lambda: DETAILS(orders))
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, 2, 1]
