"""An ASGI application around the receiver of webhooks: what genuine webhooks tell of stock is noted in the mirror."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from xi.sdk.resellers.stock_mirror import StockMirror

    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

_GENUINE: Final = 200
_AWAY: Final = 503
_AGAIN: Final = (b"retry-after", b"30")
_log: Final = logging.getLogger("xi.sdk.resellers")


class StockNoting:
    """Notes stock events before a genuine webhook is answered; if that fails it is answered 503, and comes again.

    The receiver inside decides what is genuine: only what it answers with 200 is read here.

    Args:
        app: the receiver.
        mirror: where stock is noted.
    """

    def __init__(self, app: App, mirror: StockMirror) -> None:
        self._app = app
        self._mirror = mirror

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Handle one request, or the lifespan of the server."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        parts: list[bytes] = []

        async def kept() -> Message:
            message = await receive()
            if message["type"] == "http.request":
                parts.append(message.get("body", b""))
            return message

        async def told(message: Message) -> None:
            is_genuine = message["type"] == "http.response.start" and message["status"] == _GENUINE
            if is_genuine and not await asyncio.to_thread(self._note, b"".join(parts)):
                message = {**message, "status": _AWAY, "headers": [*message["headers"], _AGAIN]}
            await send(message)

        await self._app(scope, kept, told)

    def _note(self, body: bytes) -> bool:
        """Note what a webhook tells of stock; return whether it could be done."""
        from xi.sdk.resellers import OpenApiException, webhooks
        from xi.sdk.resellers.stock_mirror import MirrorError

        try:
            noted = self._mirror.note(webhooks.parse(body))
        except MirrorError as error:
            _log.error("stock of a webhook could not be noted: %s", error)
            return False
        except OpenApiException as error:
            # It is genuine all the same, and would be no better when it comes again.
            _log.warning("a webhook tells no stock that can be read: %s", error)
            return True
        if noted.applied or noted.outdated:
            _log.info("stock noted of %s parts; %s were known newer", len(noted.applied), len(noted.outdated))
        return True
