"""An answer that is cut at any byte is no answer, with either client: a part of one is never taken for the whole."""

from __future__ import annotations

import asyncio
from gzip import compress
from typing import Any

import pytest
from run_kit import CLIENTS
from server_kit import ScriptedServer, ServerConnection, Step

from xi.sdk.resellers._core.messages import DEFAULT_TIMEOUTS, Request, Response, TransportFailure, Unanswered
from xi.sdk.resellers._transport.aiohttp_transport import AiohttpTransport
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport

GOOD = b'{"orders": [{"ingramOrderNumber": "20-AB1CD"}]}'
PACKED = compress(GOOD, mtime=0)
KIND = b"Content-Type: application/json\r\n"
CHUNKED = KIND + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNKS = b"7\r\n%b\r\n%x\r\n%b\r\n" % (GOOD[:7], len(GOOD) - 7, GOOD[7:])
ENDS = b"X-Last: a\r\n\r\n"
"""A header behind those that say where the body ends, and the end of the head."""


def sized(body: bytes, more: bytes = b"") -> bytes:
    return KIND + more + b"Content-Length: %d\r\n" % len(body) + ENDS + body


OK, CREATED = b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 201 Created\r\n"
INTERIM = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"

ANSWERS: dict[str, tuple[bytes, int, int, bytes]] = {
    # What comes, how many of its last bytes may be missing, its status and its body. Behind the last chunk trailers and
    # a blank line may be missing: they are no part of the body.
    "a length": (CREATED + sized(GOOD), 0, 201, GOOD),
    "version 1.0": (CREATED.replace(b"1.1", b"1.0") + sized(GOOD), 0, 201, GOOD),
    "version 1.2": (CREATED.replace(b"1.1", b"1.2") + sized(GOOD), 0, 201, GOOD),
    "lines that LF ends": ((CREATED + sized(GOOD)).replace(b"\r", b""), 0, 201, GOOD),
    "gzip": (CREATED + sized(PACKED, b"Content-Encoding: gzip\r\n"), 0, 201, GOOD),
    "chunks": (CREATED + CHUNKED + CHUNKS + b"0\r\n\r\n", 2, 201, GOOD),
    "chunks, extended": (CREATED + CHUNKED + CHUNKS + b"00;x=y\r\n\r\n", 2, 201, GOOD),
    "trailers": (CREATED + CHUNKED + CHUNKS + b"0\r\nX-Sum: 1\r\n\r\n", 12, 201, GOOD),
    "two interim answers": (INTERIM + CREATED + sized(GOOD), 0, 201, GOOD),
    "204": (b"HTTP/1.1 204 No Content\r\nDate: today\r\n" + ENDS, 0, 204, b""),
    "204 behind interim answers": (INTERIM + b"HTTP/1.1 204 No Content\r\n" + ENDS, 0, 204, b""),
    "204 with a length": (b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n" + ENDS, 0, 204, b""),
    "204 with zero bytes": (b"HTTP/1.1 204 No\0Content\r\nX-A: \0\r\n" + ENDS, 0, 204, b""),
    "304": (b"HTTP/1.1 304 Not Modified\r\n" + ENDS, 0, 304, b""),
    "nothing, 200": (OK + sized(b""), 0, 200, b""),
    "nothing, 201": (CREATED + sized(b""), 0, 201, b""),
    "nothing, 202": (b"HTTP/1.1 202 Accepted\r\n" + sized(b""), 0, 202, b""),
    "nothing, in chunks": (OK + CHUNKED + b"0\r\n\r\n", 2, 200, b""),
    "400": (b"HTTP/1.1 400 Bad Request\r\n" + sized(b"{}"), 0, 400, b"{}"),
    "404": (b"HTTP/1.1 404 Not Found\r\n" + sized(b""), 0, 404, b""),
    "429": (b"HTTP/1.1 429 Too Many Requests\r\n" + sized(b""), 0, 429, b""),
}


def cut(connection: ServerConnection) -> bool:
    """Send as much of the answer as the path says, and close the connection."""
    assert connection.request is not None
    _, name, size = connection.request.target.split("/")
    connection.sock.sendall(ANSWERS[name.replace("_", " ")][0][: int(size)])
    return False


def judged(name: str, client: str) -> list[Response | TransportFailure]:
    """Return what a client makes of an answer that is cut at its first byte, at its second one, and so on."""
    server = ScriptedServer(always=Step(cut))
    place = name.replace(" ", "_")
    requests = [
        Request("POST", server.url, f"/{place}/{size}", {}, b"{}", once=True)
        for size in range(len(ANSWERS[name][0]) + 1)
    ]
    try:
        return asyncio.run(awaited(requests)) if client == "awaited" else blocking(requests)
    finally:
        server.stop()


def blocking(requests: list[Request]) -> list[Response | TransportFailure]:
    transport = Urllib3Transport(ConnectionSettings())
    found: list[Response | TransportFailure] = []
    for each in requests:
        try:
            found.append(transport.send(each, DEFAULT_TIMEOUTS))
        except TransportFailure as error:
            found.append(error)
    transport.close()
    return found


async def awaited(requests: list[Request]) -> list[Response | TransportFailure]:
    transport = AiohttpTransport(ConnectionSettings())
    found: list[Response | TransportFailure] = []
    for each in requests:
        try:
            found.append(await transport.send(each, DEFAULT_TIMEOUTS))
        except TransportFailure as error:
            found.append(error)
    await transport.close()
    return found


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_cut_at_any_byte_is_no_answer(name: str, client: str) -> None:
    said, spare, status, body = ANSWERS[name]
    whole = (status, body, True)
    wrong: list[Any] = []
    for size, given in enumerate(judged(name, client)):
        if size < len(said) - spare:
            is_right = isinstance(given, Unanswered)
        else:
            is_right = isinstance(given, Response) and (given.status, given.body, given.measured) == whole
        if not is_right:
            wrong.append((said[:size][-20:], given))
    assert wrong == []
