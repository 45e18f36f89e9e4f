"""Where an answer ends with the asynchronous client; bytes after it are never the answer to another call."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, WHO, configured
from server_kit import HANGS_S, ScriptedServer, ServerConnection, Step
from step_kit import answer, raw, response_bytes, sending

from xi.sdk.resellers import aio, in_doubt
from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers._transport.aiohttp_transport import AiohttpTransport
from xi.sdk.resellers._transport.heads import for_aiohttp, mended
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers.exceptions import (
    ConflictException,
    UnansweredException,
    UnreadableResponseException,
)

OTHERS = response_bytes(201, b'{"orders": [{"ingramOrderNumber": "20-OTHER"}]}', {"Content-Length": "47"})


GOOD = b'{"orders": [{"ingramOrderNumber": "20-AB1CD"}]}'
COUNTED = b"HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n"
CHUNKED = b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(GOOD), GOOD)
BEYOND: dict[str, tuple[list[bytes], bool]] = {
    # What is sent, in pieces, and whether the connection may be used again.
    "a whole answer after it": ([COUNTED % len(GOOD) + GOOD + OTHERS], False),
    "a byte after it": ([COUNTED % len(GOOD) + GOOD + b"\n"], False),
    "a count that leaves out a blank": ([COUNTED % len(GOOD) + GOOD + b"  "], False),
    "a byte after it, alone": ([COUNTED % len(GOOD) + GOOD, b"x"], False),
    "its end with what follows it": ([COUNTED % len(GOOD) + GOOD[:-1], GOOD[-1:] + OTHERS], False),
    "a blank line in two, and an answer that follows": (
        [(COUNTED % len(GOOD))[:-2], b"\r\n" + GOOD + OTHERS],
        False,
    ),
    "a blank line in three, and an answer that follows": (
        [(COUNTED % len(GOOD))[:-3], b"\n", b"\r", b"\n" + GOOD + OTHERS],
        False,
    ),
    "a blank line in two, and no HTTP that follows": (
        [(COUNTED % len(GOOD))[:-2], b"\r\n" + GOOD + b"(c) 2026\r\n\r\n"],
        False,
    ),
    "chunks, a blank line in two, and no HTTP that follows": (
        [CHUNKED[:-2], CHUNKED[-2:] + b"(c) 2026\r\n\r\n"],
        False,
    ),
    "chunks, a blank line in two, and an answer that follows": ([CHUNKED[:-2], CHUNKED[-2:] + OTHERS], False),
    "chunks": ([CHUNKED], True),
    "chunks in pieces": ([CHUNKED[:-9], CHUNKED[-9:-3], CHUNKED[-3:-1], CHUNKED[-1:]], True),
    "chunks, and a byte after them": ([CHUNKED + b"x"], False),
    "chunks, and a whole answer after them": ([CHUNKED + OTHERS], False),
    "chunks, their end with what follows it": ([CHUNKED[:-3], CHUNKED[-3:] + OTHERS], False),
    "chunks with a trailer": ([CHUNKED[:-2] + b"X-Sum: 1\r\n\r\n"], True),
    "no pause between head and body": ([COUNTED % len(GOOD), GOOD], True),
    "a byte at a time": ([bytes([each]) for each in COUNTED % len(GOOD) + GOOD], True),
    "ends of lines without a CR": ([(COUNTED % len(GOOD)).replace(b"\r", b"") + GOOD], True),
    "a header line of 16 KiB": ([(COUNTED % len(GOOD))[:-2] + b"X-Long: " + b"a" * 16_384 + b"\r\n\r\n" + GOOD], True),
    "a header line of 60 KiB": ([(COUNTED % len(GOOD))[:-2] + b"X-Long: " + b"a" * 61_440 + b"\r\n\r\n" + GOOD], True),
    "300 headers": ([(COUNTED % len(GOOD))[:-2] + b"X-Many: a\r\n" * 300 + b"\r\n" + GOOD], True),
    "an interim answer before it": ([b"HTTP/1.1 100 Continue\r\n\r\n" + COUNTED % len(GOOD) + GOOD], True),
    "an interim answer before it, in pieces": (
        [b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n", b"\r\nHTTP/1.1 20", (COUNTED % len(GOOD))[11:], GOOD],
        True,
    ),
}


@pytest.mark.parametrize(("pieces", "goes_on"), BEYOND.values(), ids=BEYOND)
def test_bytes_after_the_end_of_an_answer_are_not_the_next_answer(
    serve: Callable[..., ScriptedServer], pieces: list[bytes], goes_on: bool
) -> None:
    def act(connection: ServerConnection) -> bool:
        for each in pieces:
            connection.sock.sendall(each)
            if len(pieces) < 9:
                connection.server.stopping.wait(0.005)
        connection.server.proceeded.set()
        return True

    server = serve(Step(act), DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            placed = await CREATE_V6(orders)
            assert placed.orders[0].ingram_order_number == "20-AB1CD"
            # What comes alone has to have come.
            assert await asyncio.to_thread(server.proceeded.wait, 60)
            await asyncio.sleep(0.02)
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 1 if goes_on else 2]


def test_an_answer_longer_than_its_content_length_is_in_doubt_and_its_body_is_kept(
    serve: Callable[..., ScriptedServer],
) -> None:
    server = serve(Step(lambda connection: not connection.sock.sendall(COUNTED % 9 + GOOD)), DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            with pytest.raises(UnreadableResponseException) as caught:
                await CREATE_V6(orders)
            assert (caught.value.status, caught.value.body) == (201, GOOD[:9].decode())
            assert in_doubt(caught.value)
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 2]


@pytest.mark.parametrize("broken", [b"zz\r\n", b"but no end\r\n"], ids=["no size", "no line end"])
def test_the_good_part_of_a_broken_body_is_kept_though_all_came_at_once(
    serve: Callable[..., ScriptedServer], broken: bytes
) -> None:
    begun = b"%x\r\n%s%s" % (len(GOOD), GOOD, b"\r\n" if broken.startswith(b"zz") else b"")
    whole = b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n" + begun + broken
    server = serve(Step(lambda connection: not connection.sock.sendall(whole)))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            with pytest.raises(UnansweredException, match="its body is not what its head says") as caught:
                await CREATE_V6(aio.OrdersApi(client))
            assert (caught.value.status, caught.value.body) == (201, GOOD.decode())

    asyncio.run(main())


def test_a_last_chunk_that_the_parser_refuses_at_the_end_of_the_connection_is_not_waited_for(
    serve: Callable[..., ScriptedServer],
) -> None:
    said = b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\nx\r\n" % (len(GOOD), GOOD)
    server = serve(raw(said))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            began = time.monotonic()
            with pytest.raises(UnansweredException, match="its body is not what its head says") as caught:
                await CREATE_V6(aio.OrdersApi(client), _deadline=2 * HANGS_S)
            assert (caught.value.status, caught.value.body) == (201, GOOD.decode())
            assert time.monotonic() - began < HANGS_S

    asyncio.run(main())


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\n", b"Content-Length: 4\r\n\r\ntrue", id="head"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntrue\r\n0\r\n", b"\r\n", id="trailers"
        ),
    ],
)
def test_headers_that_come_one_by_one_are_no_silence(
    serve: Callable[..., ScriptedServer], begin: bytes, end: bytes
) -> None:
    server = serve(sending(begin, *[b"X-A: b\r\n"] * 7, end, pause=0.3))

    async def main() -> Response:
        transport = AiohttpTransport(ConnectionSettings())
        try:
            request = Request("GET", server.url, "/", {}, None)
            return await transport.send(request, Timeouts(connect=60.0, read=1.5, total=60.0))
        finally:
            await transport.close()

    assert asyncio.run(main()).body == b"true"


def test_a_head_of_blanks_is_read_in_linear_time() -> None:
    """A search of lines that may begin or end with blanks can take the square of their number."""

    def seconds(size: int) -> float:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 9%sx\r\nTransfer-Encoding: identity%sx\r\n\r\n" % (
            b" " * size,
            b" " * size,
        )
        began = time.process_time()
        for_aiohttp(mended(head))
        return time.process_time() - began

    short = min(seconds(20_000) for _ in range(5))
    assert min(seconds(400_000) for _ in range(3)) < 150 * max(short, 1e-5)  # 400 times as long if it were the square


@pytest.mark.parametrize("charset", ["latin-1", "utf-8"])
def test_letters_beyond_ascii_in_a_head_can_be_written_to_a_log(
    serve: Callable[..., ScriptedServer], charset: str
) -> None:
    head = "HTTP/1.1 409 Ung\u00fcltig\r\nX-Note: Gr\u00fc\u00dfe\r\nContent-Length: 0\r\n\r\n".encode(charset)
    server = serve(always=Step(lambda connection: not connection.sock.sendall(head)))

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            with pytest.raises(ConflictException) as caught:
                await CREATE_V6(aio.OrdersApi(client))
            error = caught.value
            assert error.headers is not None
            assert (error.reason, error.headers["x-note"]) == ("Ung\u00fcltig", "Gr\u00fc\u00dfe")

    asyncio.run(main())


@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
def test_a_connection_that_switches_protocols_gives_no_answer_and_is_not_used_again(
    serve: Callable[..., ScriptedServer], call: Any
) -> None:
    switching = Step(
        lambda connection: not connection.sock.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")
    )
    server = serve(switching, call.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            if call is CREATE_V6:
                with pytest.raises(UnansweredException, match="only an interim answer, 101"):
                    await call(orders)
            assert call.recognizes(await call(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 2]


def test_the_answer_to_another_call_is_refused_and_its_connection_is_not_used_again(
    serve: Callable[..., ScriptedServer],
) -> None:
    """As with a gateway that is one answer behind."""
    behind = answer(201, CREATE_V6.good, IM_CorrelationID="first-0001")
    server = serve(answer(200, DETAILS.good), behind, DETAILS.answer())

    async def main() -> None:
        async with aio.AsyncApiClient(configured(server)) as client:
            orders: Any = aio.OrdersApi(client)
            await orders.get_orderdetails_v6_1("20-AB1CD", *WHO[:2], "First-0001")
            with pytest.raises(UnansweredException, match="the answer to another call") as caught:
                await CREATE_V6(orders)
            assert in_doubt(caught.value)
            assert DETAILS.recognizes(await DETAILS(orders))

    asyncio.run(main())
    assert [each.connection for each in server.requests] == [1, 2, 3]
