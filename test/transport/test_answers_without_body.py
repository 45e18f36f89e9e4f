"""What may follow an answer that has no body is never read as the answer to the next call, with either client."""

from __future__ import annotations

import asyncio

import pytest
from run_kit import CLIENTS
from server_kit import ScriptedServer, ServerConnection, Step
from step_kit import sending

from xi.sdk.resellers._core.messages import DEFAULT_TIMEOUTS, Request, Response
from xi.sdk.resellers._transport.aiohttp_transport import AiohttpTransport
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport

GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrue"
NO_CONTENT = b"HTTP/1.1 204 No Content\r\n%b\r\n"
NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\n%b\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def behind(rest: bytes) -> Step:
    """Send the rest of the answer before, if the connection is that one, and a good answer."""

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(rest * (connection.number == 1) + GOOD)
        return True

    return Step(act)


async def answered(server: ScriptedServer, client: str) -> list[Response]:
    """Return the answers to two calls, one after the other."""
    request = Request("GET", server.url, "/", {}, None)
    if client == "awaited":
        awaited = AiohttpTransport(ConnectionSettings())
        try:
            return [await awaited.send(request, DEFAULT_TIMEOUTS) for _ in range(2)]
        finally:
            await awaited.close()
    blocking = Urllib3Transport(ConnectionSettings())
    try:
        return [blocking.send(request, DEFAULT_TIMEOUTS) for _ in range(2)]
    finally:
        blocking.close()


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("head", "rest"),
    [
        pytest.param(NO_CONTENT % CHUNKED, b"0\r\n\r\n", id="an end of chunks"),
        pytest.param(NO_CONTENT % CHUNKED, b"4\r\nnull\r\n0\r\n\r\n", id="chunks"),
        pytest.param(NO_CONTENT % b"Content-Length: 4\r\n", b"null", id="a body"),
        pytest.param(NOT_MODIFIED % CHUNKED, b"0\r\n\r\n", id="an end of chunks behind a 304"),
    ],
)
def test_a_body_that_a_head_tells_of_is_not_read_as_the_next_answer(
    serve, client: str, head: bytes, rest: bytes
) -> None:
    server = serve(sending(head, ends=False), behind(rest))
    first, second = asyncio.run(answered(server, client))
    assert (first.status, first.body, first.measured) == (int(head[9:12]), b"", True)
    assert (second.status, second.body) == (200, b"true")
    assert [each.connection for each in server.requests] == [1, 2]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    "head",
    [
        pytest.param(NO_CONTENT % b"", id="204"),
        pytest.param(NO_CONTENT % b"Content-Length: 0\r\n", id="204 of no length"),
        pytest.param(NOT_MODIFIED % b"Content-Length: 4\r\n", id="304"),  # the length of what was not modified
    ],
)
def test_the_connection_is_used_again_where_none_is_told_of(serve, client: str, head: bytes) -> None:
    server = serve(sending(head, ends=False), behind(b""))
    asyncio.run(answered(server, client))
    assert [each.connection for each in server.requests] == [1, 1]
