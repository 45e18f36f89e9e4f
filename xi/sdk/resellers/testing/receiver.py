"""A receiver of webhooks on this machine."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Final, Self

from xi.sdk.resellers import webhooks
from xi.sdk.resellers._core.messages import Headers
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.testing.expecting import ExpectationError, check_status

if TYPE_CHECKING:
    from types import TracebackType

_LONGEST_LENGTH: Final = len(str(webhooks.MAX_BODY_BYTES))
"""Digits a Content-Length may have."""
_IDLE_S: Final = 10.0
"""Seconds a sender may be silent."""


@dataclass(frozen=True, slots=True)
class ReceivedWebhook:
    """One POST that a receiver got."""

    body: bytes
    headers: Mapping[str, str]
    """By name in any case."""
    genuine: bool
    """Whether it was signed with the receiver's secret."""
    status: int
    """What it was answered with."""

    @property
    def events(self) -> tuple[webhooks.Event, ...]:
        """What it tells of.

        Raises:
            ApiValueError: the body is no webhook's.
        """
        return webhooks.parse(self.body)


class _Server(ThreadingTCPServer):
    """Not http.server's own, which asks the network for this machine's name when it starts."""

    allow_reuse_address = True
    daemon_threads = True


class WebhookReceiver:
    """Receives webhooks on a loopback port of its own, in a thread, while a `with` block lasts.

    It answers 200 to what is signed with its secret, 401 to what is not, and 413 to a body larger than
    `webhooks.MAX_BODY_BYTES`, which it does not keep. `answer_next` lets other statuses come first, for a sender that
    is to try again.

    Args:
        secret: what events are signed with; a new one if left out.
        port: 0 for any free one.

    Raises:
        ApiValueError: the secret is empty.
    """

    def __init__(self, secret: str | None = None, *, port: int = 0) -> None:
        if secret is not None and not secret:
            raise ApiValueError("secret is empty; events are signed with it", argument="secret")
        self.secret: Final = secrets.token_hex(16) if secret is None else secret
        self._port = port
        self._changed = Condition()
        self._received: list[ReceivedWebhook] = []
        self._statuses: deque[int] = deque()
        self._server: _Server | None = None
        self._thread: Thread | None = None

    @property
    def url(self) -> str:
        """Where events are posted.

        Raises:
            RuntimeError: it is not running.
        """
        if self._server is None:
            raise RuntimeError("the receiver is not running: use it in a with block, or call start()")
        return f"http://127.0.0.1:{self._server.server_address[1]}/webhooks"

    @property
    def received(self) -> tuple[ReceivedWebhook, ...]:
        """Every POST so far, in order, with those that were refused."""
        with self._changed:
            return tuple(self._received)

    def answer_next(self, *statuses: int) -> None:
        """Answer the next POSTs with these statuses, whatever their signature; replaces what was laid down before.

        Args:
            statuses: of HTTP, 200 to 599, one for each POST; none for the usual ones.

        Raises:
            ApiValueError: there is no such status.
        """
        for each in statuses:
            check_status(each)
        with self._changed:
            self._statuses = deque(statuses)

    def wait(self, count: int = 1, seconds: float = 5.0) -> tuple[ReceivedWebhook, ...]:
        """Wait until so many POSTs have come, counted from the start, and return all there are.

        Args:
            count: of POSTs, refused ones and repeated ones too.
            seconds: to wait at most.

        Raises:
            ExpectationError: fewer came in that time.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._received) >= count, seconds):
                came = ", ".join(str(each.status) for each in self._received) or "none"
                raise ExpectationError(
                    f"{count} webhooks were expected within {seconds:g} s, {len(self._received)} came; answered: {came}"
                )
            return tuple(self._received)

    def start(self) -> Self:
        """Bind the port and receive.

        Raises:
            OSError: the port cannot be bound.
            RuntimeError: it is running already.
        """
        if self._server is not None:
            raise RuntimeError("the receiver is running already")
        self._server = _Server(("127.0.0.1", self._port), _handler(self._take))
        self._thread = Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="xi-webhooks", daemon=True
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Receive no more, and free the port; what was received stays."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _take(self, body: bytes, headers: Headers) -> int:
        """Keep a POST, and return the status to answer it with."""
        genuine = webhooks.verify(body, headers.get("x-hub-signature"), self.secret)
        with self._changed:
            status = self._statuses.popleft() if self._statuses else 200 if genuine else 401
            self._received.append(ReceivedWebhook(body, headers, genuine, status))
            self._changed.notify_all()
        return status


def _handler(take: Callable[[bytes, Headers], int]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _IDLE_S

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not (length.isascii() and length.isdigit()):
                self._answer(411)
            elif len(length) > _LONGEST_LENGTH or int(length) > webhooks.MAX_BODY_BYTES:
                self._answer(413)
            elif len(body := self.rfile.read(int(length))) < int(length):
                self._answer(400)  # cut short: nothing was received
            else:
                self._answer(take(body, Headers(self.headers.items())))

        def _answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's
            """Leave the test's output alone."""

    return Handler
