"""Answers that break: half of one, one that drips, and none at all."""

import asyncio

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from xi.sdk.resellers.sandbox.http.connections import Lines


async def _gone(receive: Receive) -> None:
    """Wait until the connection is over, so that nothing more is written to it."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _head(whole: Response) -> Message:
    return {"type": "http.response.start", "status": whole.status_code, "headers": whole.raw_headers}


class Dropped(Response):
    """No answer: the connection is reset."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - nothing is sent
        """Break the connection.

        Raises:
            ConnectionAbortedError: There is none, as in a test without sockets.
        """
        self._lines.of(scope).abort()
        await _gone(receive)


class Halved(Response):
    """Half of an answer, and the connection's end.

    Args:
        whole: The answer.
        lines: Where its connection is found.
    """

    def __init__(self, whole: Response, lines: Lines) -> None:
        super().__init__()
        self._whole = whole
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head and half of the body, and close.

        Raises:
            ConnectionAbortedError: There is no connection to close.
        """
        body = bytes(self._whole.body)
        await send(_head(self._whole))
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        self._lines.of(scope).close()
        await _gone(receive)


class Dripping(Response):
    """An answer that comes a byte at a time.

    Args:
        whole: The answer.
        seconds: How long its body takes.
    """

    def __init__(self, whole: Response, seconds: float) -> None:
        super().__init__()
        self._whole = whole
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - it is never over early
        """Send it, slowly."""
        body = bytes(self._whole.body)
        await send(_head(self._whole))
        for byte in body:
            await send({"type": "http.response.body", "body": bytes([byte]), "more_body": True})
            await asyncio.sleep(self._seconds / len(body))
        await send({"type": "http.response.body", "body": b"", "more_body": False})
