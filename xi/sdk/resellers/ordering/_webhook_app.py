"""An ASGI application that takes webhooks for an order desk, without any framework.

    from xi.sdk.resellers.ordering import webhook_app

    app = Starlette(routes=[Route("/webhooks", webhook_app(desk, secret="..."))])

It runs by itself under any ASGI server too, and in a WSGI application by a2wsgi. docs/webhooks.md shows all of them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from functools import partial
from typing import Any, Final, Protocol

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import _webhooks
from xi.sdk.resellers.ordering._base import Base
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering.errors import LedgerError
from xi.sdk.resellers.webhooks import MAX_BODY_BYTES, verify

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_OK: Final = 200
_NOT_GENUINE: Final = 401
_NOT_POST: Final = 405
_TOO_LARGE: Final = 413
_AWAY: Final = 503
_AGAIN_S: Final = b"30"
"""When a webhook may be sent again while the ledger is away, in seconds."""


class AsgiApp(Protocol):
    """An ASGI application."""

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Handle one request, or the lifespan of the server."""


def webhook_app(desk: Base, *, secret: str | Sequence[str], max_bytes: int = MAX_BODY_BYTES) -> AsgiApp:
    """Return an ASGI application that takes the webhooks of an app, at any path.

    A genuine webhook is written into the ledger and answered 200; the API is not called in the request. Each event is
    written down once, however often it comes, on however many machines. What it says is a hint: the desk looks for the
    order itself. Anything else is answered 401 without a reason, 405 if it is no POST, 413 if it is too large, and 503
    while the ledger is away, so that it is sent again.

    Args:
        desk: an OrderDesk, blocking or awaited. The event loop is not blocked by either.
        secret: the secret of the webhook; or several, while a new one replaces an old one.
        max_bytes: the limit for the size of a body.

    Raises:
        ApiValueError: the secret is empty, or the limit is not above 0.
        ApiTypeError: the desk is no order desk, or the secret is no text.
    """
    if not isinstance(desk, Base):  # pyright: ignore[reportUnnecessaryIsInstance] - callers err
        raise ApiTypeError(f"desk should be an OrderDesk, not {type(desk).__name__}", argument="desk")
    if max_bytes < 1:
        raise ApiValueError(f"max_bytes is {max_bytes!r}; it should be above 0", argument="max_bytes")
    verify("", None, secret)  # raises if the secret could not be used
    return _App(desk, secret, max_bytes)


class _App:
    """The application. Its attributes are not shown, since one is a secret."""

    __slots__ = ("_desk", "_max_bytes", "_secret")

    def __init__(self, desk: Base, secret: str | Sequence[str], max_bytes: int) -> None:
        self._desk = desk
        self._secret = secret
        self._max_bytes = max_bytes

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "http":
                await self._http(scope, receive, send)
            case "lifespan":
                await _lifespan(receive, send)
            case "websocket":
                await receive()
                await send({"type": "websocket.close", "code": 1000})
            case other:
                raise ValueError(f"scope type {other!r}; this application takes http and lifespan")

    async def _http(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await _answer(send, _NOT_POST, (b"allow", b"POST"))
            return
        headers: list[tuple[bytes, bytes]] = list(scope["headers"])
        if _length(headers) > self._max_bytes:
            await _answer(send, _TOO_LARGE)
            return
        body = await _read(receive, self._max_bytes)
        if body is None:  # the sender has gone
            return
        if len(body) > self._max_bytes:
            await _answer(send, _TOO_LARGE)
            return
        status = await self._note(body, _one(headers, b"x-hub-signature"))
        await _answer(send, status, *((b"retry-after", _AGAIN_S),) if status == _AWAY else ())
        if status == _OK:
            await self._handle()

    async def _note(self, body: bytes, signature: str | None) -> int:
        note = partial(_webhooks.note, self._desk.ledger, body, signature, self._secret, self._max_bytes)
        try:
            is_genuine = await asyncio.to_thread(note)
        except LedgerError as error:
            log.error("a webhook could not be written down: %s", error)  # noqa: TRY400 - the text says all
            return _AWAY
        if not is_genuine:
            log.warning("a webhook without a right signature was refused")
        return _OK if is_genuine else _NOT_GENUINE

    async def _handle(self) -> None:
        """Handle what was noted, after the answer. If this fails, the work loop of the desk does it."""
        try:
            await asyncio.to_thread(_webhooks.handle_now, self._desk.ledger, self._desk.settings)
        except LedgerError as error:
            log.warning("webhooks wait to be handled: %s", error)


async def _lifespan(receive: Receive, send: Send) -> None:
    """Say yes to the server: the desk has opened its ledger, and its program closes it."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await send({"type": "lifespan.shutdown.complete"})
            return


async def _read(receive: Receive, limit: int) -> bytes | None:
    """Return a body, or a part of it that is over the limit; None if the sender has gone."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > limit or not message.get("more_body", False):
            return b"".join(parts)


async def _answer(send: Send, status: int, *headers: tuple[bytes, bytes]) -> None:
    await send(
        {"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0"), *headers]},
    )
    await send({"type": "http.response.body", "body": b""})


def _one(headers: Sequence[tuple[bytes, bytes]], name: bytes) -> str | None:
    """Return the header of a name; None if there is none, or more than one."""
    values = [value for given, value in headers if given.lower() == name]
    return values[0].decode("latin-1") if len(values) == 1 else None


def _length(headers: Sequence[tuple[bytes, bytes]]) -> int:
    text = _one(headers, b"content-length") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("9" * 12) else 0
