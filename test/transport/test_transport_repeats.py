"""What is repeated and what never is: every row of the table in the design, seen by the server."""

from __future__ import annotations

import socket
import time

import pytest
from call_kit import ALL, CANCEL, CORRELATION, DETAILS, ONCE, RELEASE, REPEATABLE, SEARCH, Call
from server_kit import ScriptedServer, Step
from step_kit import HALF_BODY, HALF_HEAD, RESET, RESET_HANDSHAKE, SILENT, SILENT_UNREAD, answer, chunked, raw

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers.exceptions import (
    NotSentException,
    ServiceException,
    TooManyRequestsException,
    UnansweredException,
    UnauthorizedException,
)

PAGE = b"<html><body>Bad gateway</body></html>"


ENDLESS = raw(b"HTTP/1.1 200 OK\r\nDate: now\r\n\r\n")
"""A complete head without a length; then the connection closes."""
calls = pytest.mark.parametrize("call", ALL, ids=lambda call: call.name)
repeatable = pytest.mark.parametrize("call", REPEATABLE, ids=lambda call: call.name)
once = pytest.mark.parametrize("call", ONCE, ids=lambda call: call.name)


def same_call(server: ScriptedServer) -> bool:
    """Return whether all requests are the same and have one correlation ID."""
    assert {each.headers["im-correlationid"] for each in server.requests} == {CORRELATION}
    return len({(each.method, each.target, each.body, tuple(each.headers.items())) for each in server.requests}) == 1


# ------------------------------------------------------------------------------------------ unanswered


@pytest.mark.parametrize(
    ("lost", "status", "body"),
    [
        pytest.param(RESET, 0, None, id="reset"),
        pytest.param(raw(HALF_HEAD), 0, HALF_HEAD.decode(), id="half a head"),
        pytest.param(raw(HALF_BODY), 200, HALF_BODY.partition(b"\r\n\r\n")[2].decode(), id="half a body"),
        pytest.param(chunked(b'{"lin', b'es": [', ended=False), 200, '{"lines": [', id="chunks without an end"),
        pytest.param(ENDLESS, 200, "", id="a head that does not say it has no body"),
    ],
)
@once
def test_the_part_of_an_answer_before_the_connection_broke_is_in_the_error(
    serve, orders_of, call: Call, lost: Step, status: int, body: str | None
) -> None:
    server = serve(lost)
    with pytest.raises(UnansweredException, match="reconcile before repeating") as caught:
        call(orders_of(server))
    assert (caught.value.status, caught.value.body) == (status, body)
    assert (not caught.value.headers) == (status == 0)
    assert len(server.requests) == 1


@pytest.mark.parametrize("call", [DETAILS, SEARCH], ids=lambda call: call.name)
def test_an_answer_without_a_length_whose_connection_closes_is_not_an_empty_answer(
    serve, orders_of, call: Call
) -> None:
    server = serve(ENDLESS, call.answer())
    assert call.recognizes(call(orders_of(server)))
    assert len(server.requests) == 2


@pytest.mark.parametrize("call", [CANCEL, RELEASE], ids=lambda call: call.name)
def test_an_answer_that_may_be_empty_may_end_with_its_headers(serve, orders_of, call: Call) -> None:
    server = serve(ENDLESS)
    assert call(orders_of(server)) is None
    assert len(server.requests) == 1


def test_a_single_timeout_bounds_an_attempt_without_an_answer(serve, orders_of) -> None:
    server = serve(SILENT)
    with pytest.raises(UnansweredException, match="timed out"):
        ONCE[0](orders_of(server), _request_timeout=1.5)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", id="its body"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX-Filling: ", id="its head"),
    ],
)
def test_a_slow_answer_is_cut_off_at_the_timeout_of_the_attempt(serve, orders_of, begun: bytes) -> None:
    # Each read is quick, so no limit between reads ever strikes; the documented limit is on the attempt.
    cut_off: list[bool] = []

    def trickle(connection) -> bool:
        try:
            connection.sock.sendall(begun)
            for _ in range(6_000):
                connection.sock.sendall(b"x")
                connection.server.stopping.wait(0.01)
        except OSError:
            cut_off.append(True)
        return False

    server = serve(Step(trickle))
    with pytest.raises(UnansweredException, match="timed out"):
        ONCE[0](orders_of(server), _request_timeout=1.5)
    assert server.wait_until_ended(1)
    assert cut_off


# ------------------------------------------------------------------------------------------ not sent


@calls
def test_a_refused_connection_is_retried_for_every_operation(closed_port, orders_of, call: Call) -> None:
    with pytest.raises(NotSentException, match="nothing was sent") as caught:
        call(orders_of(closed_port))
    assert caught.value.attempts == 3
    assert caught.value.correlation_id == CORRELATION


@calls
def test_a_call_that_could_not_be_sent_at_first_is_sent_exactly_once(serve, orders_of, authority, call: Call) -> None:
    # Not a byte of a request leaves before the TLS handshake is over.
    server = serve(RESET_HANDSHAKE, RESET_HANDSHAKE, call.answer(), tls=authority.server())
    assert call.recognizes(call(orders_of(server, ssl_ca_cert=authority.path)))
    assert (server.connections, len(server.requests)) == (3, 1)


@calls
def test_a_call_whose_handshake_times_out_is_repeated(serve, orders_of, authority, call: Call) -> None:
    server = serve(SILENT_UNREAD, call.answer(), tls=authority.server())
    assert call.recognizes(call(orders_of(server, ssl_ca_cert=authority.path), _request_timeout=(1.5, 60)))
    assert (server.connections, len(server.requests)) == (2, 1)


@calls
def test_a_call_to_a_name_that_does_not_resolve_was_not_sent(orders_of, monkeypatch, call: Call) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NotSentException, match=r"nowhere\.invalid.*Name or service not known") as caught:
        call(orders_of("https://nowhere.invalid"))
    assert caught.value.attempts == 3


@calls
def test_a_call_that_cannot_connect_in_time_was_not_sent(orders_of, monkeypatch, call: Call) -> None:
    def stuck(*_: object, **__: object) -> None:
        raise TimeoutError("timed out")

    monkeypatch.setattr(socket.socket, "connect", stuck)
    with pytest.raises(NotSentException, match="timed out") as caught:
        call(orders_of("http://127.0.0.1:9"))
    assert caught.value.attempts == 3


@calls
def test_a_call_whose_connection_is_reset_while_connecting_was_not_sent(orders_of, monkeypatch, call: Call) -> None:
    # Seen on the loopback: a server that resets at once can be quicker than the client's own `connect`.
    def reset(*_: object, **__: object) -> None:
        raise ConnectionResetError("Connection reset by peer")

    monkeypatch.setattr(socket.socket, "connect", reset)
    with pytest.raises(NotSentException, match="reset by peer") as caught:
        call(orders_of("http://127.0.0.1:9"))
    assert caught.value.attempts == 3


@once
def test_a_create_that_is_lost_on_its_second_attempt_is_not_sent_again(serve, orders_of, authority, call: Call) -> None:
    server = serve(RESET_HANDSHAKE, RESET, tls=authority.server())
    with pytest.raises(UnansweredException) as caught:
        call(orders_of(server, ssl_ca_cert=authority.path))
    assert (len(server.requests), caught.value.attempts) == (1, 2)


def test_a_lost_call_stays_in_doubt_if_its_repeat_cannot_be_sent(serve, orders_of, monkeypatch) -> None:
    # The first attempt may have been acted on, whatever became of the later ones.
    server = serve(RESET)
    orders = orders_of(server)
    real, tries = socket.socket.connect, []

    def first_only(self: socket.socket, address: tuple[str, int]) -> None:
        tries.append(address)
        if len(tries) > 1:
            raise ConnectionRefusedError("refused")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", first_only)
    with pytest.raises(UnansweredException) as caught:
        REPEATABLE[0](orders)
    monkeypatch.undo()
    assert (len(tries), caught.value.attempts, len(server.requests)) == (3, 3, 1)


# ------------------------------------------------------------------------------------------ refused for the quota


@pytest.mark.parametrize(
    "asks", [{"Retry_After": "0.02"}, {"X_RateLimit_Reset": "0.02"}, {}], ids=["Retry-After", "X-RateLimit-Reset", "-"]
)
@calls
def test_a_call_over_the_quota_waits_and_is_sent_again(serve, orders_of, call: Call, asks: dict[str, str]) -> None:
    server = serve(answer(429, b"{}", **asks), answer(429, PAGE, kind="text/html", **asks), call.answer())
    assert call.recognizes(call(orders_of(server)))
    assert len(server.requests) == 3
    assert same_call(server)


@calls
def test_a_call_that_is_always_over_the_quota_raises_too_many_requests(serve, orders_of, call: Call) -> None:
    server = serve(*[answer(429, b"{}", Retry_After="0.02")] * 3)
    with pytest.raises(TooManyRequestsException) as caught:
        call(orders_of(server))
    assert len(server.requests) == caught.value.attempts == 3
    assert caught.value.retry_after == 0.02
    assert same_call(server)


def test_the_wait_that_the_server_asks_for_is_kept(serve, orders_of) -> None:
    server = serve(answer(429, b"{}", Retry_After="0.3"), ONCE[0].answer())
    started = time.monotonic()
    ONCE[0](orders_of(server, retry=RetryPolicy(attempts=2, base=0, quota_window=0)))
    assert time.monotonic() - started >= 0.3


def test_a_wait_beyond_the_deadline_is_not_started(serve, orders_of) -> None:
    server = serve(answer(429, b"{}", Retry_After="3600"))
    with pytest.raises(TooManyRequestsException) as caught:
        ONCE[0](orders_of(server, retry=RetryPolicy(attempts=3, deadline=60, wait_cap=3600)))
    assert (len(server.requests), caught.value.retry_after) == (1, 3600)


# ------------------------------------------------------------------------------------------ failed


@repeatable
def test_a_call_to_a_service_that_keeps_failing_raises_its_last_answer(serve, orders_of, call: Call) -> None:
    server = serve(answer(500), answer(502, PAGE, kind="text/html"), answer(503, {"message": "later"}))
    with pytest.raises(ServiceException, match="503") as caught:
        call(orders_of(server))
    assert len(server.requests) == caught.value.attempts == 3
    assert caught.value.status == 503


# ------------------------------------------------------------------------------------------ refused for good


@calls
def test_a_call_is_repeated_once_with_a_renewed_token(serve, orders_of, call: Call) -> None:
    orders = None

    def renewed(connection) -> bool:
        orders.api_client.configuration.access_token = "tok-new"
        return answer(401, b"{}").act(connection)

    server = serve(Step(renewed), call.answer())
    orders = orders_of(server)
    assert call.recognizes(call(orders))
    assert [each.headers["authorization"] for each in server.requests][1:] == ["Bearer tok-new"]
    assert len({each.headers["im-correlationid"] for each in server.requests}) == 1


@once
def test_a_call_ends_if_its_renewed_token_is_refused_too(serve, orders_of, call: Call) -> None:
    orders = None

    def renewed(connection) -> bool:
        orders.api_client.configuration.access_token += "x"
        return answer(401, b"{}").act(connection)

    server = serve(Step(renewed), Step(renewed))
    orders = orders_of(server)
    with pytest.raises(UnauthorizedException) as caught:
        call(orders)
    assert len(server.requests) == caught.value.attempts == 2


# ------------------------------------------------------------------------------------------ the published settings


def test_the_retries_setting_of_the_published_package_bounds_the_attempts(serve, orders_of) -> None:
    server = serve(answer(503), answer(503))
    with pytest.raises(ServiceException) as caught:
        REPEATABLE[0](orders_of(server, retries=1))
    assert len(server.requests) == caught.value.attempts == 2


def test_the_retries_setting_of_the_published_package_never_repeats_a_create(serve, orders_of) -> None:
    import urllib3

    server = serve(RESET)
    with pytest.raises(UnansweredException):
        ONCE[0](orders_of(server, retries=urllib3.Retry(total=5, allowed_methods=None, status_forcelist=[500])))
    assert len(server.requests) == 1
