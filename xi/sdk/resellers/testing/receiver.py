"""A receiver of webhooks on this machine, for tests."""

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
from xi.sdk.resellers.testing.script import ExpectationError, check_status

if TYPE_CHECKING:
    from types import TracebackType

_MAX_LENGTH_DIGITS: Final = len(str(webhooks.MAX_BODY_BYTES))
"""Digits in a Content-Length; a longer number is not converted."""
_IDLE_S: Final = 10.0
"""Seconds without data after which a connection is closed."""


@dataclass(frozen=True, slots=True)
class ReceivedWebhook:
    """One POST request that a receiver got."""

    body: bytes
    headers: Mapping[str, str]
    """Headers; names in any case."""
    genuine: bool
    """Whether the event was signed with the receiver's secret."""
    status: int
    """The status of the receiver's answer."""

    @property
    def events(self) -> tuple[webhooks.Event, ...]:
        """The events in the body.

        Raises:
            ApiValueError: the body is not a webhook.
        """
        return webhooks.parse(self.body)


class _Server(ThreadingTCPServer):
    """A server that starts without a name lookup; http.server.HTTPServer looks up the name of this machine."""

    allow_reuse_address = True
    daemon_threads = True


class WebhookReceiver:
    """Receives webhooks on a port of 127.0.0.1, in a thread, during a `with` block.

    The receiver answers 200 if the event is signed with its secret, and 401 if not. A body larger than
    `webhooks.MAX_BODY_BYTES` is answered 413 and not kept. To test how a sender tries again, set other statuses with
    `answer_next`.

    Args:
        secret: the secret for signatures; by default a new random one.
        port: the port to listen on; 0 means any free port.

    Raises:
        ApiValueError: the secret is empty.
    """

    def __init__(self, secret: str | None = None, *, port: int = 0) -> None:
        if secret is not None and not secret:
            raise ApiValueError(
                "secret is empty; it should be the text with which events are signed", argument="secret"
            )
        self.secret: Final = secrets.token_hex(16) if secret is None else secret
        self._port = port
        self._changed = Condition()
        self._received: list[ReceivedWebhook] = []
        self._statuses: deque[int] = deque()
        self._server: _Server | None = None
        self._thread: Thread | None = None

    @property
    def url(self) -> str:
        """The URL for POST requests.

        Raises:
            RuntimeError: the receiver is not running.
        """
        if self._server is None:
            raise RuntimeError("the receiver is not running: use it in a with block, or call start()")
        return f"http://127.0.0.1:{self._server.server_address[1]}/webhooks"

    @property
    def received(self) -> tuple[ReceivedWebhook, ...]:
        """All POST requests so far, in order, including refused ones."""
        with self._changed:
            return tuple(self._received)

    def answer_next(self, *statuses: int) -> None:
        """Set the statuses of the next answers, for genuine events and others alike. Replaces statuses set before.

        Args:
            statuses: HTTP statuses, 200 to 599, one for each POST. Without any, the receiver decides by the signature.

        Raises:
            ApiValueError: a status is not 200 to 599.
        """
        for each in statuses:
            check_status(each)
        with self._changed:
            self._statuses = deque(statuses)

    def wait(self, count: int = 1, seconds: float = 5.0) -> tuple[ReceivedWebhook, ...]:
        """Wait until the receiver has a number of POST requests, and return all that it has.

        Args:
            count: how many requests, counted from the start; refused and repeated ones count too.
            seconds: the longest wait.

        Raises:
            ExpectationError: fewer requests came in that time.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._received) >= count, seconds):
                answers = ", ".join(str(each.status) for each in self._received) or "none"
                raise ExpectationError(
                    f"expected {count} webhooks within {seconds:g} s, {len(self._received)} came; answered: {answers}"
                )
            return tuple(self._received)

    def start(self) -> Self:
        """Start to receive.

        Raises:
            OSError: the port cannot be bound.
            RuntimeError: the receiver is running already.
        """
        if self._server is not None:
            raise RuntimeError("the receiver is running already")
        self._server = _Server(("127.0.0.1", self._port), _handler(self._receive))
        self._thread = Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="xi-webhooks", daemon=True
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop, and free the port. `received` keeps its content."""
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

    def _receive(self, body: bytes, headers: Headers) -> int:
        """Record a POST request, and return the status for the answer."""
        genuine = webhooks.verify(body, headers.get("x-hub-signature"), self.secret)
        with self._changed:
            status = self._statuses.popleft() if self._statuses else 200 if genuine else 401
            self._received.append(ReceivedWebhook(body, headers, genuine, status))
            self._changed.notify_all()
        return status


def _handler(receive: Callable[[bytes, Headers], int]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _IDLE_S

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not (length.isascii() and length.isdigit()):
                self._answer(411)
            elif len(length) > _MAX_LENGTH_DIGITS or int(length) > webhooks.MAX_BODY_BYTES:
                self._answer(413)
            elif len(body := self.rfile.read(int(length))) < int(length):
                self._answer(400)  # the body is incomplete
            else:
                self._answer(receive(body, Headers(self.headers.items())))

        def _answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
            """Write nothing to the output of the test."""

    return Handler
