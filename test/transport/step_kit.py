"""Steps of a scripted server: what it does with a connection or with a request."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from gzip import compress
from http import HTTPStatus
from typing import Any

from server_kit import CLIENT_WAIT_S, ReceivedRequest, ServerConnection, Step

_NO_BODY = (204, 304)


def response_bytes(status: int, body: bytes, headers: dict[str, str], reason: str | None = None) -> bytes:
    """Return an answer as bytes."""
    if reason is None:
        reason = HTTPStatus(status).phrase
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {reason}\r\n{head}\r\n".encode("latin-1") + body


def answer(status: int = 200, body: Any = b"{}", *, kind: str = "application/json", **headers: str) -> Step:
    """Answer correctly. A body that is not bytes is sent as JSON; underscores in header names become dashes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if status not in _NO_BODY:
        sent = {"Content-Type": kind, "Content-Length": str(len(raw)), **sent}

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(response_bytes(status, raw, sent))
        return sent.get("Connection") != "close"

    return Step(act)


def packed(body: Any) -> Step:
    """Answer with a gzipped body."""
    return answer(200, compress(json.dumps(body).encode()), Content_Encoding="gzip")


def chunked(*chunks: bytes, ended: bool = True) -> Step:
    """Answer in chunks; without `ended` the answer is not complete."""

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(
            response_bytes(200, b"", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
        )
        for chunk in chunks:
            connection.sock.sendall(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        if ended:
            connection.sock.sendall(b"0\r\n\r\n")
        return ended

    return Step(act)


def raw(data: bytes) -> Step:
    """Send these bytes and close the connection."""

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(data)
        return False

    return Step(act)


def _reset(connection: ServerConnection) -> bool:
    connection.reset()
    return False


def _reset_after_reading(connection: ServerConnection) -> bool:
    connection.receive()
    return _reset(connection)


def _reset_unread(connection: ServerConnection) -> bool:
    # Not at once: a reset can overtake the end of the client's `connect`, and then nothing was sent at all.
    connection.sock.recv(1, socket.MSG_PEEK)
    return _reset(connection)


def _silent(connection: ServerConnection) -> bool:
    connection.server.stopping.wait(CLIENT_WAIT_S)
    return False


def block_until_stopped(arrived: threading.Event) -> Step:
    """Set an event once the request is there, and answer nothing until the server stops."""

    def act(connection: ServerConnection) -> bool:
        arrived.set()
        return _silent(connection)

    return Step(act)


def echo(name: str) -> Step:
    """Answer with the value of a request header as the order number."""

    def act(connection: ServerConnection) -> bool:
        assert connection.request is not None
        body = json.dumps({"ingramOrderNumber": connection.request.headers[name]}).encode()
        connection.sock.sendall(
            response_bytes(200, body, {"Content-Type": "application/json", "Content-Length": str(len(body))})
        )
        return True

    return Step(act)


def then_close(step: Step) -> Step:
    """Do a step, then close without `Connection: close`."""

    def act(connection: ServerConnection) -> bool:
        step.act(connection)
        return False

    return Step(act)


def socks5(*, user: str = "", password: str = "", granted: bool = True) -> Step:
    """Accept a connection as a SOCKS5 proxy; the same server acts as the host behind it."""

    def act(connection: ServerConnection) -> bool:
        _, count = connection.exactly(2)
        methods = connection.exactly(count)
        if user:
            assert 2 in methods
            connection.sock.sendall(b"\x05\x02")
            _, size = connection.exactly(2)
            name = connection.exactly(size)
            secret = connection.exactly(connection.exactly(1)[0])
            connection.sock.sendall(b"\x01" + bytes([(name, secret) != (user.encode(), password.encode())]))
        else:
            connection.sock.sendall(b"\x05\x00")
        _, _, _, kind = connection.exactly(4)
        host = (
            connection.exactly(connection.exactly(1)[0]).decode()
            if kind == 3
            else socket.inet_ntoa(connection.exactly(4))
        )
        connection.server.notes.append((host, struct.unpack(">H", connection.exactly(2))[0]))
        connection.sock.sendall(bytes([5, 0 if granted else 5, 0, 1]) + bytes(6))
        return granted

    return Step(act, before_reading=True)


def tunnel(tls: ssl.SSLContext) -> Step:
    """Grant a CONNECT as a proxy; the same server acts as the host behind it."""

    def act(connection: ServerConnection) -> bool:
        connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        connection.start_tls(tls)
        return True

    return Step(act)


def when_released(step: Step) -> Step:
    """Set `arrived`, wait for `proceed`, then do a step."""

    def act(connection: ServerConnection) -> bool:
        connection.server.arrived.set()
        connection.server.proceed.wait(CLIENT_WAIT_S)
        return step.act(connection)

    return Step(act, before_reading=step.before_reading)


def then_push(step: Step, data: bytes = b"", *, ends: str = "") -> Step:
    """Do a step, wait for `proceed`, then send bytes on the idle connection.

    Args:
        step: to do first.
        data: to send.
        ends: how the connection ends after it: "" for not at all, "FIN", "reset", or "TLS" for the close of TLS alone.
    """

    def act(connection: ServerConnection) -> bool:
        step.act(connection)
        connection.server.proceed.wait(CLIENT_WAIT_S)
        if data:
            connection.sock.sendall(data)
        if ends == "FIN":
            socket.socket.shutdown(connection.sock, socket.SHUT_WR)
        elif ends == "reset":
            connection.reset()
        elif ends == "TLS":
            connection.sock.settimeout(0)
            with suppress(OSError):  # that the client has not closed its side, which is not waited for
                connection.sock.unwrap()
            connection.sock.settimeout(CLIENT_WAIT_S)
        connection.server.proceeded.set()
        return ends in ("", "FIN")

    return Step(act)


def dripping(data: bytes, pause: float = 0.02) -> Step:
    """Send bytes one by one until the server stops."""

    def act(connection: ServerConnection) -> bool:
        for byte in data:
            if connection.server.stopping.wait(pause):
                break
            connection.sock.sendall(bytes([byte]))
        return False

    return Step(act)


def sending(*parts: bytes, ends: bool = True, pause: float = 0.0) -> Step:
    """Send these parts, then close the connection or keep it."""

    def act(connection: ServerConnection) -> bool:
        for number, part in enumerate(parts):
            if number and pause:
                connection.server.stopping.wait(pause)
            connection.sock.sendall(part)
        return not ends

    return Step(act)


def respond_with(made: Callable[[ReceivedRequest], bytes]) -> Step:
    """Send bytes that a function makes from the request."""

    def act(connection: ServerConnection) -> bool:
        assert connection.request is not None
        connection.sock.sendall(made(connection.request))
        return True

    return Step(act)


def _granted(connection: ServerConnection) -> bool:
    connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    if connection.server.inside is not None:
        connection.start_tls(connection.server.inside)
    return True


HALF_BODY = response_bytes(
    200, b'{"ingramOrderNumber": "20-A', {"Content-Type": "application/json", "Content-Length": "64"}
)
HALF_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le"
RESET_UNREAD = Step(_reset_unread, before_reading=True)
"""Reset a connection on which something has arrived, none of it read."""
RESET_HANDSHAKE = Step(_reset_after_reading, before_reading=True)
"""Reset a TLS connection within its handshake."""
RESET = Step(_reset)
CLOSE = Step(lambda _: False)
SILENT = Step(_silent)
SILENT_UNREAD = Step(_silent, before_reading=True)
GRANTED = Step(_granted)
"""Grant a CONNECT as a proxy; the same server acts as the host behind it."""
