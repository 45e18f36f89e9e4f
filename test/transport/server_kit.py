"""A real TCP server that follows a script, and certificates for it."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import trustme

CLIENT_WAIT_S = 60.0
"""Seconds the server waits for a client; only a broken test waits so long."""
HANGS_S = 30.0
"""A call that takes so much longer than it may hangs: a machine that stands still adds less, and what the call must not
wait for takes longer."""
_NOTICE_S = 60.0
"""Seconds to wait for a close; less than the above, after which the server closes the connection itself."""


class Authority:
    """A certificate authority with its files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._ca = trustme.CA()
        self.path = str(folder / "ca.pem")
        self._folder = folder
        self._ca.cert_pem.write_to_path(self.path)

    def server(self, *names: str, of_clients: Authority | None = None) -> ssl.SSLContext:
        """Return the TLS context of a server with a certificate for these names.

        Args:
            names: of the certificate.
            of_clients: the authority that must have issued the client's certificate.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert(*(names or ("127.0.0.1",))).configure_cert(context)
        if of_clients is not None:
            of_clients._ca.configure_trust(context)
            context.verify_mode = ssl.CERT_REQUIRED
        return context

    def client(self, name: str) -> tuple[str, str]:
        """Return the paths of a client certificate and of its key."""
        issued = self._ca.issue_cert(name)
        certificate, key = self._folder / f"{name}.pem", self._folder / f"{name}.key"
        issued.private_key_pem.write_to_path(str(key))
        certificate.write_bytes(b"".join(each.bytes() for each in issued.cert_chain_pems))
        return str(certificate), str(key)


@dataclass(frozen=True)
class ReceivedRequest:
    """A request as the server received it."""

    method: str
    target: str
    headers: dict[str, str]
    """By lower-case name; the server refuses a repeated header."""
    body: bytes
    connection: int
    """The number of its connection, from 1."""
    pieces: int
    """How many reads the server needed."""


@dataclass
class ServerConnection:
    """The server's end of one connection."""

    sock: socket.socket
    number: int
    server: ScriptedServer
    pending: bytes = b""
    request: ReceivedRequest | None = None
    """The request that is being answered."""

    def receive(self) -> bytes:
        try:
            return self.sock.recv(65536)
        except OSError:
            return b""

    def exactly(self, count: int) -> bytes:
        while len(self.pending) < count:
            more = self.receive()
            if not more:
                raise ConnectionError("the client went away")
            self.pending += more
        taken, self.pending = self.pending[:count], self.pending[count:]
        return taken

    def read(self) -> ReceivedRequest | None:
        """Read a request; return None if the client closed the connection."""
        pieces = 0
        while b"\r\n\r\n" not in self.pending:
            more = self.receive()
            if not more:
                return None
            pieces += 1
            self.pending += more
        head, _, rest = self.pending.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in lines:
            name, _, value = line.partition(":")
            assert name.lower() not in headers, f"{name} came twice"
            headers[name.lower()] = value.strip()
        length = int(headers.get("content-length", 0))
        while len(rest) < length:
            more = self.receive()
            if not more:
                return None
            pieces += 1
            rest += more
        self.pending = rest[length:]
        method, target, _ = first.split(" ")
        return ReceivedRequest(method, target, headers, rest[:length], self.number, pieces)

    def start_tls(self, context: ssl.SSLContext) -> None:
        # Python leaks the socket where the client has reset the connection before it is wrapped.
        if not self.sock.recv(1, socket.MSG_PEEK):
            raise ConnectionError("the client went away before it began TLS")
        self.sock = context.wrap_socket(self.sock, server_side=True)
        self.server.track(self.number, self.sock)

    def reset(self) -> None:
        """Reset the connection."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


@contextmanager
def unresponsive_port(address: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """Open a port that accepts no connection, as its queue is full; yield its number."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


class Step(NamedTuple):
    """What the server does next with a new connection or a request."""

    act: Callable[[ServerConnection], bool]
    """Returns whether the connection stays open."""
    before_reading: bool = False
    """Whether the step runs on a new connection, before TLS and before a request is read."""


@dataclass(init=False)
class ScriptedServer:
    """Accepts connections on a loopback port and follows its script, one step for each request.

    Args:
        script: the steps, in the order of connections and requests.
        tls: the TLS context; None for plain HTTP.
        always: the step after the end of the script; without it, a further request is an error of the test.
        address: of this machine to listen on.
        port: to listen on; 0 for a free one.
    """

    requests: list[ReceivedRequest] = field(default_factory=list)
    connections: int = 0
    ended: int = 0
    """How many connections have ended."""

    def __init__(
        self,
        *script: Step,
        tls: ssl.SSLContext | None = None,
        always: Step | None = None,
        address: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.requests = []
        self.errors: list[str] = []
        self.notes: list[Any] = []
        """What the steps recorded."""
        self.connections = self.ended = 0
        self.stopping = threading.Event()
        self.arrived = threading.Event()
        """Set by a step that holds a request back, when the request is there."""
        self.proceed = threading.Event()
        """Set by a test; some steps wait for it."""
        self.proceeded = threading.Event()
        """Set by those steps after they went on."""
        self.inside: ssl.SSLContext | None = None
        """The TLS context of the server behind it, if it is a proxy."""
        self._script = list(script)
        self._always = always
        self._tls = tls
        self._lock = threading.Condition()
        self._open: dict[int, socket.socket] = {}
        self._listener = socket.create_server((address, port), backlog=128)
        self.address = address
        self.port: int = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://{address}:{self.port}"
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def request(self) -> ReceivedRequest:
        """The only request that arrived."""
        (only,) = self.requests
        return only

    @property
    def left(self) -> int:
        """How many steps of the script are left."""
        return len(self._script)

    def track(self, number: int, sock: socket.socket) -> None:
        with self._lock:
            self._open[number] = sock

    def wait_until_ended(self, count: int) -> bool:
        """Wait until the client has closed so many connections; return whether it has."""
        with self._lock:
            return self._lock.wait_for(lambda: self.ended >= count, _NOTICE_S)

    def stop(self, *, reading: float = 0.0) -> None:
        """Stop the server.

        Args:
            reading: seconds in which connections that the client has closed are still read to their end.
        """
        self.stopping.set()
        self.proceed.set()
        socket.create_connection((self.address, self.port)).close()  # wakes `accept` on every system
        self._threads[0].join(CLIENT_WAIT_S)
        with self._lock:
            self._lock.wait_for(lambda: not self._open, reading)
            for sock in self._open.values():
                with suppress(OSError):
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(CLIENT_WAIT_S)
            assert not thread.is_alive()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            if self.stopping.is_set():
                sock.close()
                return
            sock.settimeout(CLIENT_WAIT_S)
            # What is pushed leaves at once, instead of waiting for the client to acknowledge what came before it.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            connection = ServerConnection(sock, self.connections, self)
            self.track(connection.number, sock)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: ServerConnection) -> None:
        try:
            if self._greeted(connection):
                while self._one(connection):
                    pass
        except (OSError, ConnectionError):
            pass  # the client went away, or did not like our certificate
        except Exception as error:  # noqa: BLE001 - the test that ran has to hear of it
            self.errors.append(repr(error))
        finally:
            connection.sock.close()
            with self._lock:
                del self._open[connection.number]
                self.ended += 1
                self._lock.notify_all()

    def _greeted(self, connection: ServerConnection) -> bool:
        with self._lock:
            step = self._script.pop(0) if self._script and self._script[0].before_reading else None
        if step is not None and not step.act(connection):
            return False
        if self._tls is not None:
            connection.start_tls(self._tls)
        return True

    def _one(self, connection: ServerConnection) -> bool:
        connection.request = connection.read()
        if connection.request is None:
            return False
        with self._lock:
            self.requests.append(connection.request)
            step = self._script.pop(0) if self._script else self._always
        if step is None:
            self.errors.append(f"a request beyond the script: {connection.request.method} {connection.request.target}")
            return False
        return step.act(connection)
