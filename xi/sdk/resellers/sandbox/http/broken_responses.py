"""Responses that faults have broken: none, half of one, a very slow one, and one with wrong types."""

from typing import cast

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from xi.sdk.resellers.sandbox.http.connections import Connections


async def _disconnected(receive: Receive) -> None:
    """Wait until the connection is closed, so that nothing more is written to it."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _head(whole: Response) -> Message:
    return {"type": "http.response.start", "status": whole.status_code, "headers": whole.raw_headers}


class Dropped(Response):
    """No response: the connection is reset."""

    def __init__(self, connections: Connections) -> None:
        super().__init__()
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - nothing is sent
        """Break the connection.

        Raises:
            ConnectionAbortedError: There is no connection, as in a test without sockets.
        """
        if (connection := self._connections.of(scope)) is not None:
            connection.abort()
        await _disconnected(receive)


class Halved(Response):
    """Half of a response, after which the connection is closed.

    Args:
        whole: The response.
        connections: The open connections.
    """

    def __init__(self, whole: Response, connections: Connections) -> None:
        super().__init__()
        self._whole = whole
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head and half of the body, and close.

        Raises:
            ConnectionAbortedError: There is no connection to close.
        """
        body = bytes(self._whole.body)
        await send(_head(self._whole))
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        if (connection := self._connections.of(scope)) is not None:
            connection.close()
        await _disconnected(receive)


class Dripping(Response):
    """A response that is sent a byte at a time.

    Args:
        whole: The response.
        seconds: How long its body takes.
        connections: The open connections.
    """

    def __init__(self, whole: Response, seconds: float, connections: Connections) -> None:
        super().__init__()
        self._whole = whole
        self._seconds = seconds
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, slowly; if the server ends meanwhile, the rest is never sent."""
        body = bytes(self._whole.body)
        await send(_head(self._whole))
        for byte in body:
            await send({"type": "http.response.body", "body": bytes([byte]), "more_body": True})
            if not await self._connections.pause(self._seconds / len(body)):
                await Dropped(self._connections)(scope, receive, send)
                return
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def with_wrong_types(body: object) -> object:
    """Return a body with wrong types: numbers as text, digits as numbers, and lists of one as their item."""
    if isinstance(body, dict):
        return {key: with_wrong_types(value) for key, value in cast("dict[str, object]", body).items()}
    if isinstance(body, list):
        items = cast("list[object]", body)
        return with_wrong_types(items[0]) if len(items) == 1 else [with_wrong_types(each) for each in items]
    if isinstance(body, (int, float)) and not isinstance(body, bool):
        return str(body)
    if isinstance(body, str) and body.isascii() and body.isdigit() and str(int(body[:20])) == body:
        return int(body)
    return body
