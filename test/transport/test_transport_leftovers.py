"""A connection on which anything waits to be read, or that its peer closed, is never used again."""

from __future__ import annotations

import json

import pytest
from call_kit import CREATE_V6, DETAILS, WHO, Call
from server_kit import ServerConnection, Step
from step_kit import answer, response_bytes

from xi.sdk.resellers.exceptions import UnansweredException, UnreadableResponseException

WRONG = {"ingramOrderNumber": "20-WRONG", "customerOrderNumber": "PO-WRONG"}
PUSHED = response_bytes(201, json.dumps(WRONG).encode(), {"Content-Length": str(len(json.dumps(WRONG)))})
GOOD = json.dumps(DETAILS.good).encode()
GIVEN = response_bytes(200, GOOD, {"Content-Length": str(len(GOOD))})
TIMEOUT_408 = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def then(*later: bytes, pause: float = 0.03) -> Step:
    """Give a good answer, and later something nobody asked for."""

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(GIVEN)
        for each in later:
            connection.server.stopping.wait(pause)
            connection.sock.sendall(each)
        connection.server.notes.append("pushed")
        return True

    return Step(act)


def with_it(more: bytes, rest: bytes = b"") -> Step:
    """Give a good answer and something more in one packet, and perhaps the rest of that later."""

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(GIVEN + more)
        connection.server.stopping.wait(0.03)
        connection.sock.sendall(rest)
        connection.server.notes.append("pushed")
        return True

    return Step(act)


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "over TLS"])
@pytest.mark.parametrize("call", [CREATE_V6, DETAILS], ids=lambda call: call.name)
@pytest.mark.parametrize(
    "step",
    [
        pytest.param(then(PUSHED), id="a whole answer pushed"),
        pytest.param(then(TIMEOUT_408), id="a 408 for an idle connection"),
        pytest.param(then(PUSHED[:20]), id="part of a head"),
        pytest.param(then(b"\r\n"), id="an empty line"),
        pytest.param(with_it(PUSHED), id="a second answer in the same packet"),
        pytest.param(with_it(PUSHED[:-9], PUSHED[-9:]), id="most of one in the same packet, the rest later"),
        pytest.param(with_it(PUSHED, PUSHED), id="one in the same packet, one later"),
        pytest.param(with_it(b"trailing"), id="a length that is too small"),
    ],
)
def test_what_nobody_asked_for_is_no_answer(serve, orders_of, authority, tls: bool, step: Step, call: Call) -> None:
    server = serve(step, call.answer(), tls=authority.server() if tls else None)
    orders = orders_of(server, ssl_ca_cert=authority.path)
    assert DETAILS.recognizes(DETAILS(orders))
    while not server.notes:
        server.stopping.wait(0.005)
    server.stopping.wait(0.01)  # until it has arrived here
    assert call.recognizes(call(orders))
    assert [each.method for each in server.requests] == ["GET", call.method]
    assert [each.connection for each in server.requests] == [1, 2]


def test_what_came_whole_is_read_however_odd_its_frame(serve, orders_of) -> None:
    long = {"X-Long": "a" * 16_384, "Content-Length": str(len(GOOD))}
    steps = [
        response_bytes(200, GOOD, long),
        GIVEN + b"and more",
        response_bytes(200, GOOD + b"}", {"Content-Length": str(len(GOOD))}),
    ]
    for sent in steps:

        def act(connection: ServerConnection, sent: bytes = sent) -> bool:
            connection.sock.sendall(sent)
            return True

        found = orders_of(serve(Step(act))).get_orderdetails_v6_1_with_http_info("20-AB1CD", *WHO)
        assert found.raw_data == GOOD


def test_a_body_of_very_many_chunks_is_read(serve, orders_of) -> None:
    body = b'{"notes": "' + b"a" * 60_000 + b'"}'

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(response_bytes(200, b"", {"Transfer-Encoding": "chunked"}))
        connection.sock.sendall(
            b"".join(b"2\r\n%s\r\n" % body[at : at + 2] for at in range(0, len(body) - 1, 2)) + b"1\r\n}\r\n0\r\n\r\n"
        )
        return True

    assert len(orders_of(serve(Step(act))).get_orderdetails_v6_1("20-AB1CD", *WHO).notes) == 60_000


def test_a_connection_that_carried_another_calls_answer_is_not_used_again(serve, orders_of) -> None:
    """As where a gateway in between is one answer behind."""
    behind = answer(201, CREATE_V6.good, IM_CorrelationID="first-0001")
    server = serve(DETAILS.answer(), behind, DETAILS.answer())
    orders = orders_of(server)
    orders.get_orderdetails_v6_1("20-AB1CD", *WHO[:2], "First-0001")
    with pytest.raises(UnansweredException, match="the answer to another call"):
        CREATE_V6(orders)
    assert DETAILS.recognizes(DETAILS(orders))
    assert [each.connection for each in server.requests] == [1, 1, 2]


def test_after_an_answer_of_somebody_else_its_connection_is_not_used_again(serve, orders_of) -> None:
    server = serve(answer(200, b"<html>", kind="text/html"), DETAILS.answer())
    orders = orders_of(server)
    with pytest.raises(UnreadableResponseException):
        DETAILS(orders)
    assert DETAILS.recognizes(DETAILS(orders))
    assert [each.connection for each in server.requests] == [1, 2]
