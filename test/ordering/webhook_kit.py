"""Servers for a webhook application, and senders of webhooks, over real sockets."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socketserver
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import urllib3
import uvicorn

SECRET = "whsec-2Fq8"


def signature(event_id: str, secret: str = SECRET) -> str:
    """Return the signature of an event."""
    digest = hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()
    return base64.b64encode(digest).decode()


def result(po: str, *numbers: str, event_id: str = "e-1", **more: Any) -> bytes:
    """Return the body of a v7 result."""
    orders = [{"ingramOrderNumber": each} for each in numbers]
    resource = {"eventType": "IM::async_order_create", "customerOrderNumber": po, "orders": orders, **more}
    return json.dumps([{"event": "IM::created", "eventId": event_id, "resource": resource}]).encode()


def status(event_type: str, number: str, po: str, event_id: str = "e-1") -> bytes:
    """Return the body of an order-status event."""
    resource = [{"eventType": event_type, "orderNumber": number, "customerOrderNumber": po}]
    return json.dumps({"event": "im::updated", "eventId": event_id, "resource": resource}).encode()


def post(url: str, body: bytes, signed: str | None = None, **options: Any) -> int:
    """Send a webhook, and return the status of the answer; its body has to be empty."""
    headers = options.pop("headers", {} if signed is None else {"X-Hub-Signature": signed})
    with urllib3.PoolManager(retries=False) as pool:
        answer = pool.request(options.pop("method", "POST"), url, body=body, headers=headers, timeout=60, **options)
        assert answer.data == b""
        return answer.status


@contextmanager
def asgi_server(app: Any, *, lifespan: str = "on") -> Generator[str]:
    """Yield the URL of a server that runs an ASGI application."""
    config = uvicorn.Config(app, port=0, lifespan=lifespan, log_level="error", ws="none")  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    sock = config.bind_socket()
    thread = threading.Thread(target=server.run, args=([sock],))
    thread.start()
    try:
        while not server.started:
            time.sleep(0.005)
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        sock.close()


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


@contextmanager
def wsgi_server(app: Any) -> Generator[str]:
    """Yield the URL of a server that runs a WSGI application."""
    with make_server("127.0.0.1", 0, app, _Server, _Silent) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
