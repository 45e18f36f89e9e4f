"""Complete answers are read in every encoding; nothing else is read as an answer."""

from __future__ import annotations

import json
import tracemalloc
import zlib
from gzip import compress

import pytest
from call_kit import ALL, CANCEL, CORRELATION, CREATE_V6, DETAILS, MODIFY, RELEASE, SEARCH, TOKEN, WHO, Call
from server_kit import ServerConnection, Step
from step_kit import answer, packed, raw, response_bytes, then_close

from xi.sdk.resellers import ApiException, OrdersApi, RetryPolicy
from xi.sdk.resellers.exceptions import UnreadableResponseException

PAGE = b"<html><body>Sorry, we are down for maintenance</body></html>"
FOUND = json.dumps(DETAILS.good).encode()


def test_a_length_of_thousands_of_digits_is_no_answer_and_no_other_error(serve, orders_of) -> None:
    server = serve(raw(b"HTTP/1.1 200 OK\r\nContent-Length: " + b"1" * 5_000 + b"\r\n\r\n{}"), DETAILS.answer())
    assert DETAILS.recognizes(DETAILS(orders_of(server)))
    assert len(server.requests) == 2


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.name)
def test_a_call_sends_one_request_and_returns_its_answer(serve, orders_of, call: Call) -> None:
    server = serve(call.answer())
    assert call.recognizes(call(orders_of(server)))
    arrived = server.request
    assert arrived.method == call.method
    assert arrived.headers["authorization"] == f"Bearer {TOKEN}"
    assert arrived.headers["im-correlationid"] == CORRELATION
    assert arrived.headers["host"] == f"127.0.0.1:{server.port}"


def test_a_path_prefix_of_the_host_precedes_every_path(serve, orders_of) -> None:
    server = serve(DETAILS.answer())
    DETAILS(orders_of(f"{server.url}/sandbox"))
    assert server.request.target == "/sandbox/resellers/v6.1/orders/20-AB1CD"


def test_encoded_values_arrive_unchanged(serve, orders_of) -> None:
    server = serve(SEARCH.answer())
    orders_of(server).get_resellers_v6_ordersearch(*WHO, customer_order_number="PO 1/ä?&#+%2f")
    assert server.request.target == "/resellers/v6/orders/search?customerOrderNumber=PO%201%2F%C3%A4%3F%26%23%2B%252f"


@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
@pytest.mark.parametrize(
    ("step", "body"),
    [
        pytest.param(answer(200, PAGE, kind="text/html"), PAGE, id="a page"),
        pytest.param(answer(200, PAGE), PAGE, id="a page that says it is JSON"),
        pytest.param(answer(200, FOUND[:-4]), FOUND[:-4], id="JSON that stops in the middle"),
        pytest.param(answer(201, b""), b"", id="nothing"),
    ],
)
def test_a_call_is_not_repeated_after_an_unreadable_success(
    serve, orders_of, call: Call, step: Step, body: bytes
) -> None:
    server = serve(step)
    with pytest.raises(UnreadableResponseException, match=r"the body is not a JSON object|carries no body") as caught:
        call(orders_of(server))
    assert caught.value.may_have_been_acted_on is (call is CREATE_V6)
    assert caught.value.body == body.decode()
    assert caught.value.headers["content-length"] == str(len(body))
    assert caught.value.attempts == 1
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [200, 202, 204])
@pytest.mark.parametrize(
    ("call", "statuses"),
    [(CANCEL, {200, 204}), (RELEASE, {200, 204}), (SEARCH, {204}), (MODIFY, set())],
    ids=lambda given: given.name if isinstance(given, Call) else "",
)
def test_an_empty_answer_is_a_success_only_for_operations_that_allow_it(
    serve, orders_of, call: Call, statuses: set[int], status: int
) -> None:
    server = serve(answer(status, b""))
    if status in statuses:
        assert call(orders_of(server)) is None
    else:
        with pytest.raises(UnreadableResponseException, match="the answer carries no body"):
            call(orders_of(server))
    assert len(server.requests) == 1


def test_the_http_info_form_returns_status_headers_and_the_decompressed_body(serve, orders_of) -> None:
    server = serve(packed(DETAILS.good))
    told = orders_of(server).get_orderdetails_v6_1_with_http_info("20-AB1CD", *WHO)
    assert (told.status_code, told.raw_data) == (200, FOUND)
    assert told.headers["content-encoding"] == "gzip"


def test_repeated_headers_of_an_answer_are_joined(serve, orders_of) -> None:
    head = b"HTTP/1.1 200 OK\r\nVia: one\r\nX-Other: a\r\nvia: two\r\nContent-Length: %d\r\n\r\n" % len(FOUND)
    told = orders_of(serve(raw(head + FOUND))).get_orderdetails_v6_1_with_http_info("20-AB1CD", *WHO)
    assert told.headers["Via"] == "one, two"


def test_the_raw_form_returns_the_answer_unchanged_for_any_status(serve, orders_of) -> None:
    server = serve(answer(404, PAGE, kind="text/html"))
    told = orders_of(server).get_orderdetails_v6_1_without_preload_content("20-AB1CD", *WHO)
    assert (told.status, told.data) == (404, PAGE)


def test_large_bodies_are_sent_and_received_completely(serve, orders_of) -> None:
    lines = [{"ingramPartNumber": f"PART{i}", "quantity": i, "notes": "n" * 400} for i in range(10_000)]
    server = serve(answer(200, CREATE_V6.good | {"customerOrderNumber": "P" * 5_000_000}))
    told = orders_of(server).post_createorder_v6(*WHO, {"customerOrderNumber": "PO-1", "lines": lines})
    assert len(told.customer_order_number) == 5_000_000
    assert len(json.loads(server.request.body)["lines"]) == 10_000


def test_the_refusal_of_a_server_that_closes_during_a_large_upload_is_raised(serve, orders_of) -> None:
    # What it says is not "connection reset": the order was refused, and that is known.
    def refuse(connection) -> bool:
        connection.sock.recv(1000)
        connection.sock.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        connection.sock.shutdown(1)
        while connection.receive():
            pass
        return False

    server = serve(Step(refuse, before_reading=True))
    lines = [{"ingramPartNumber": "PART", "quantity": 1, "notes": "n" * 400}] * 10_000
    with pytest.raises(ApiException) as caught:
        orders_of(server).post_createorder_v6(*WHO, {"customerOrderNumber": "PO-1", "lines": lines})
    assert (caught.value.status, caught.value.attempts) == (413, 1)


def test_a_redirect_to_the_same_host_is_not_followed(serve, orders_of) -> None:
    server = serve(answer(302, b"", Location="/elsewhere"))
    with pytest.raises(ApiException):
        DETAILS(orders_of(server))
    assert len(server.requests) == 1


def test_urllib3_does_not_retry_on_its_own_for_a_retry_after_header(serve, orders_of) -> None:
    # It does so by default for 413, 429 and 503; only the policy may decide.
    server = serve(answer(503, b"", Retry_After="0"))
    with pytest.raises(ApiException) as caught:
        DETAILS(orders_of(server, retry=RetryPolicy(attempts=1)))
    assert (caught.value.attempts, len(server.requests)) == (1, 1)


def test_a_server_may_close_the_connection_without_announcing_it(serve, orders_of) -> None:
    server = serve(then_close(DETAILS.answer()), DETAILS.answer())
    orders: OrdersApi = orders_of(server)
    DETAILS(orders)
    assert server.wait_until_ended(1)
    DETAILS(orders)
    assert [each.connection for each in server.requests] == [1, 2]


def bomb(size: int) -> bytes:
    """Return `size` bytes of a JSON text, packed into about a thousandth."""
    return compress(b'{"notes": "' + b"a" * size + b'"}', 9)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(b'{"notes": "' + b"a" * 1_000_000 + b'"}', {}, id="plain"),
        pytest.param(bomb(50_000_000), {"Content_Encoding": "gzip"}, id="packed"),
        pytest.param(compress(bomb(50_000_000)), {"Content_Encoding": "gzip, gzip"}, id="packed twice"),
    ],
)
def test_an_answer_over_the_size_limit_raises_and_is_not_kept_in_memory(
    serve, orders_of, body: bytes, headers: dict[str, str]
) -> None:
    server = serve(answer(201, body, **headers), CREATE_V6.answer())
    orders = orders_of(server, max_response_size=100_000)
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableResponseException, match="larger than 100,000 bytes") as caught:
            CREATE_V6(orders)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
    assert caught.value.status == 201
    assert caught.value.body.startswith('{"notes": "aaaa')
    assert len(caught.value.body) == 1 << 16
    assert CREATE_V6.recognizes(CREATE_V6(orders))
    assert len(server.requests) == 2


def test_an_answer_within_the_size_limit_is_read_completely(serve, orders_of) -> None:
    server = serve(answer(200, bomb(99_000), Content_Encoding="gzip"))
    found = orders_of(server, max_response_size=100_000).get_orderdetails_v6_1("20-AB1CD", *WHO)
    assert len(found.notes) == 99_000


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        pytest.param(compress(FOUND), "gzip", id="gzip"),
        pytest.param(compress(FOUND[:9]) + compress(FOUND[9:]), "gzip", id="gzip in two members"),
        pytest.param(zlib.compress(FOUND), "deflate", id="deflate"),
        pytest.param(zlib.compress(FOUND)[2:-4], "deflate", id="deflate without its frame"),
        pytest.param(compress(zlib.compress(FOUND)), "deflate, x-gzip", id="one in the other"),
        pytest.param(FOUND, "identity", id="identity"),
        pytest.param(FOUND, "gzip", id="labelled wrongly"),
    ],
)
def test_a_compressed_body_is_decompressed(serve, orders_of, body: bytes, encoding: str) -> None:
    server = serve(answer(200, body, Content_Encoding=encoding))
    assert DETAILS(orders_of(server)).ingram_order_number == "20-AB1CD"
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("body", "encoding", "said"),
    [
        pytest.param(b"\x1f\x8b no gzip", "gzip", "the body is not a JSON object", id="not what it says"),
        pytest.param(b"\x8b\x02\x80", "br", "its encoding, br, was not asked for", id="not asked for"),
        pytest.param(compress(FOUND * 9)[:-12], "gzip", "its gzip body breaks off", id="half"),
    ],
)
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
def test_a_body_that_cannot_be_decompressed_is_kept_in_the_error(
    serve, orders_of, call: Call, body: bytes, encoding: str, said: str
) -> None:
    server = serve(answer(201, body, Content_Encoding=encoding))
    with pytest.raises(UnreadableResponseException, match=said) as caught:
        call(orders_of(server))
    assert caught.value.status == 201
    assert caught.value.body
    assert len(server.requests) == 1


def test_a_body_of_very_many_chunks_is_read(serve, orders_of) -> None:
    body = b'{"notes": "' + b"a" * 60_000 + b'"}'

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(response_bytes(200, b"", {"Transfer-Encoding": "chunked"}))
        connection.sock.sendall(
            b"".join(b"2\r\n%s\r\n" % body[at : at + 2] for at in range(0, len(body) - 1, 2)) + b"1\r\n}\r\n0\r\n\r\n"
        )
        return True

    assert len(orders_of(serve(Step(act))).get_orderdetails_v6_1("20-AB1CD", *WHO).notes) == 60_000
