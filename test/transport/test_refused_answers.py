"""An answer that is refused is kept as it was received: a person finds the number of a placed order in it."""

from __future__ import annotations

import asyncio
import time
from gzip import compress
from typing import Any

import pytest
from call_kit import CREATE_V6, TOKEN, configured
from run_kit import CLIENTS
from server_kit import HANGS_S, ScriptedServer, Step
from step_kit import raw, sending

from xi.sdk.resellers import ApiClient, OrdersApi, RetryPolicy, UnansweredException, aio
from xi.sdk.resellers._core.messages import DEFAULT_TIMEOUTS, Request, Unanswered
from xi.sdk.resellers._core.redact import HIDDEN
from xi.sdk.resellers._transport.aiohttp_transport import AiohttpTransport
from xi.sdk.resellers._transport.refused import KEPT, longest_body, refused
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport

NUMBER = "20-ORD77"
GOOD = b'{"orders": [{"ingramOrderNumber": "20-ORD77"}]}'
KIND = b"Content-Type: application/json\r\n"
SIZED = KIND + b"Content-Length: %d\r\n" % len(GOOD)
CHUNKED = KIND + b"Transfer-Encoding: chunked\r\n"
HALVES = GOOD[:30], GOOD[30:]
"""The number is in both."""


def in_chunks(extension: bytes = b"", before: bytes = b"", end: bytes = b"\r\n") -> bytes:
    sized = [before + b"%x" % len(each) + extension + end + each + end for each in HALVES]
    return b"".join(sized) + b"0" + end + end


def answered(head: bytes, body: bytes = GOOD, status: bytes = b"HTTP/1.1 201 Created\r\n") -> bytes:
    return status + head + b"\r\n" + body


REFUSED = {
    "a NUL in a header": answered(SIZED + b"X-A: a\0b\r\n"),
    "a NUL in the Content-Type": answered(b"Content-Length: 47\r\nContent-Type: a\0b\r\n"),
    "an extension behind a blank": answered(CHUNKED, in_chunks(b" ; foo")),
    "a blank before the size": answered(CHUNKED, in_chunks(before=b" ")),
    "a folded line behind the status": answered(b" folded\r\n" + SIZED),
    "HTTP/1.2": answered(SIZED, status=b"HTTP/1.2 201 Created\r\n"),
    "two blanks in the status line": answered(SIZED, status=b"HTTP/1.1  201 Created\r\n"),
    "a tab in the status line": answered(SIZED, status=b"HTTP/1.1\t201 Created\r\n"),
    "a line end before the status line": answered(SIZED, status=b"\r\nHTTP/1.1 201 Created\r\n"),
    "HTTP/2.0": answered(SIZED, status=b"HTTP/2.0 201 Created\r\n"),
    "chunked twice": answered(KIND + b"Transfer-Encoding: chunked, chunked\r\n", in_chunks()),
    "two lengths": answered(SIZED + b"Content-Length: 3\r\n"),
    "an empty length": answered(KIND + b"Content-Length: \r\n"),
    "a signed length": answered(KIND + b"Content-Length: +47\r\n"),
    "a hexadecimal length": answered(KIND + b"Content-Length: 0x2f\r\n"),
    "bare line ends between chunks": answered(CHUNKED, in_chunks(end=b"\n")),
    "3,000 headers": answered(SIZED + b"".join(b"X-%d: 1\r\n" % i for i in range(3_000))),
    "ICY": answered(SIZED, status=b"ICY 201 Created\r\n"),
    "http in small letters": answered(SIZED, status=b"http/1.1 201 Created\r\n"),
    "an interim answer before it": b"HTTP/1.1 103 Early\r\n\r\n" + answered(KIND + b"Content-Length: +47\r\n"),
}


def outcome(server: ScriptedServer, client: str) -> Any:
    """Return the result of a create, or its error."""
    configuration = configured(server, retry=RetryPolicy(attempts=1, deadline=2 * HANGS_S))
    try:
        if client == "blocking":
            with ApiClient(configuration) as blocking:
                return CREATE_V6(OrdersApi(blocking))

        async def awaited() -> Any:
            async with aio.AsyncApiClient(configuration) as its:
                return await CREATE_V6(aio.OrdersApi(its))

        return asyncio.run(awaited())
    except UnansweredException as error:
        return error


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("way", ["at once", "head first"])
@pytest.mark.parametrize("said", REFUSED.values(), ids=REFUSED)
def test_the_number_is_in_the_error_of_a_refused_answer(serve, said: bytes, way: str, client: str) -> None:
    head, blank, body = said.rpartition(b"\r\n\r\n{") if b"chunked" not in said else said.partition(b"\r\n\r\n")
    parts = (head + blank[:4], blank[4:] + body)
    step: Step = sending(said) if way == "at once" else sending(*parts, pause=0.02)
    got = outcome(serve(step), client)
    if isinstance(got, UnansweredException):
        assert got.may_have_been_acted_on
        assert NUMBER in got.body
        assert len(got.body) <= KEPT
    else:  # one of the clients reads what the other refuses
        assert got.orders[0].ingram_order_number == NUMBER


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_waits_only_a_moment_for_the_rest_of_a_refused_answer(serve, client: str) -> None:
    server = serve(sending(answered(SIZED + b"X-A: \r\n", status=b"ICY 201 Created\r\n"), ends=False))
    began = time.monotonic()
    assert NUMBER in outcome(server, client).body
    assert time.monotonic() - began < HANGS_S


@pytest.mark.parametrize("client", CLIENTS)
def test_not_more_than_the_first_bytes_of_a_refused_answer_are_kept(serve, client: str) -> None:
    body = GOOD + b" " * (4 * KEPT)
    got = outcome(serve(raw(answered(KIND, body, status=b"ICY 201 Created\r\n"))), client)
    assert (got.status, len(got.body)) == (0, KEPT)
    assert got.body.startswith("ICY 201 Created")
    assert NUMBER in got.body


@pytest.mark.parametrize("client", CLIENTS)
def test_a_secret_is_hidden_in_a_refused_answer_also_one_in_two_chunks(serve, client: str) -> None:
    said = TOKEN.encode()
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(each), each) for each in (said[:7], said[7:], GOOD)) + b"0\r\n\r\n"
    got = outcome(serve(raw(answered(CHUNKED + b"X-A: " + said + b"\r\n", chunks, b"ICY 201 Created\r\n"))), client)
    assert TOKEN not in got.body
    assert got.body.count(HIDDEN) == 2
    assert NUMBER in got.body


@pytest.mark.parametrize("client", CLIENTS)
def test_nothing_is_kept_of_a_refused_answer_that_has_a_token(serve, client: str) -> None:
    server = serve(raw(answered(KIND, b"access_token=tok-granted", b"ICY 200 OK\r\n")))
    request = Request("POST", server.url, "/oauth", {}, b"", confidential=True)
    with pytest.raises(Unanswered) as caught:
        send(request, client)
    assert caught.value.begun is None


def send(request: Request, client: str) -> None:
    if client == "blocking":
        Urllib3Transport(ConnectionSettings()).send(request, DEFAULT_TIMEOUTS)
    else:
        asyncio.run(sent(request))


async def sent(request: Request) -> None:
    transport = AiohttpTransport(ConnectionSettings())
    try:
        await transport.send(request, DEFAULT_TIMEOUTS)
    finally:
        await transport.close()


def test_what_is_packed_in_a_refused_answer_is_unpacked() -> None:
    head = b"ICY 201 Created\r\nContent-Encoding: gzip\r\n\r\n"
    kept = refused(head + compress(GOOD), 1 << 20)
    assert kept is not None
    assert kept.body == head + GOOD


@pytest.mark.parametrize(
    ("came", "received", "kept"),
    [
        (b"abc", b"HTTP/1.1 200 OK\r\n\r\nabc", b"abc"),
        (b"", b"HTTP/1.1 200 OK\r\n\r\nabc", b"abc"),
        (b"", b"HTTP/1.1 200 OK\r\n", b""),
        (b"", b"", b""),
        (b"ab", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nab", b"ab"),
        (b"abc", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1", b"abc"),
        (b"abc", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzzzz\r\n", b"abc"),
        (b"abc", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2 ; a=b\r\nde", b"abcde"),
    ],
)
def test_the_longer_of_what_was_read_and_what_was_received_is_kept(came: bytes, received: bytes, kept: bytes) -> None:
    assert longest_body(came, received) == kept
