"""A keep-alive HTTP server in its own process that answers with prepared bytes.

It prints a JSON line with its port and stops when its standard input closes: it never outlives the driver.
"""

from __future__ import annotations

import json
import socket
import sys
import threading

import payloads

MAX_CONNECTIONS = 1024
MAX_HEAD_BYTES = 64 * 1024
MAX_BODY_BYTES = 1024 * 1024
RECEIVE_BYTES = 64 * 1024
# A contestant's connection waits while the others are measured.
IDLE_SECONDS = 1800

Routes = dict[tuple[bytes, bytes], bytes]

NOT_FOUND = payloads.http_answer("404 Not Found", b'{"errors":[{"id":"bench","message":"no such case"}]}')


def content_length(head: bytes) -> int:
    """Body bytes announced in a request head; -1 when the body is sent in a way this server does not read."""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        match name.strip().lower():
            case b"content-length":
                length = int(value)
                return length if 0 <= length <= MAX_BODY_BYTES else -1
            case b"transfer-encoding":
                return -1
    return 0


def converse(connection: socket.socket, routes: Routes) -> None:
    """Answer requests on one connection until the client leaves or asks for something out of bounds."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.settimeout(IDLE_SECONDS)
    buffer = b""
    while True:
        while (end := buffer.find(b"\r\n\r\n")) < 0:
            received = connection.recv(RECEIVE_BYTES)
            if not received or len(buffer) > MAX_HEAD_BYTES:
                return
            buffer += received
        head, buffer = buffer[:end], buffer[end + 4 :]
        length = content_length(head)
        if length < 0:
            return
        while len(buffer) < length:
            received = connection.recv(RECEIVE_BYTES)
            if not received:
                return
            buffer += received
        buffer = buffer[length:]
        method, target = head.split(b" ", 2)[:2]
        connection.sendall(routes.get((method, target.partition(b"?")[0]), NOT_FOUND))


def serve_connection(connection: socket.socket, routes: Routes, free_slots: threading.Semaphore) -> None:
    """Serve one connection to its end, then release its slot."""
    try:
        with connection:
            converse(connection, routes)
    except (OSError, ValueError):
        pass  # The client went away or sent nonsense: its own check reports that.
    finally:
        free_slots.release()


def listen(listener: socket.socket, routes: Routes) -> None:
    """Serve each connection in a thread while a slot is free; close the others."""
    free_slots = threading.Semaphore(MAX_CONNECTIONS)
    while True:
        connection, _ = listener.accept()
        if free_slots.acquire(blocking=False):
            threading.Thread(target=serve_connection, args=(connection, routes, free_slots), daemon=True).start()
        else:
            connection.close()


def main() -> None:
    """Serve until standard input closes."""
    routes = payloads.routes()
    listener = socket.create_server(("127.0.0.1", 0), backlog=MAX_CONNECTIONS)
    threading.Thread(target=listen, args=(listener, routes), daemon=True).start()
    sizes = {case.name: len(routes[case.method.encode(), case.path.encode()]) for case in payloads.CASES.values()}
    print(json.dumps({"port": listener.getsockname()[1], "answer_bytes": sizes}), flush=True)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
