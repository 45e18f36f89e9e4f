"""A real TCP server that answers, or fails to, step by step as a script says; and calls to make to it."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from gzip import compress
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

import trustme

from xi.sdk.resellers import OrdersApi

TOKEN = "tok-3f9a-secret"
CORRELATION = "c0ffee00c0ffee00c0ffee00c0ffee00"
WHO = ("20-777777", "US", CORRELATION)
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "AB12", "quantity": 2}]}
QUOTE = {"customerOrderNumber": "PO-1", "quoteNumber": "QUO-1"}
CHANGE = {"lines": [{"customerLineNumber": "1", "quantity": 3, "addUpdateDeleteLine": "UPDATE"}]}
_PATIENCE_S = 10.0
"""How long the server waits for a client that never comes; only a broken test gets there."""
_NOTICE_S = 3.0
"""How long a close may take to be noticed; less than the above, after which the server closes by itself."""
_NO_BODY = (204, 304)


# ------------------------------------------------------------------------------------------------ calls


class Call(NamedTuple):
    """A call of the public API, and an answer it takes for a success."""

    name: str
    operation: str
    """The method of the API class."""
    make: Callable[..., Any]
    good: Any
    """The body of a good answer."""
    told: Callable[[Any], Any]
    """What of the result shows that it was this answer."""
    method: str

    def __call__(self, orders: OrdersApi, *, correlation_id: str = CORRELATION, **options: Any) -> Any:
        return self.make(orders, (*WHO[:2], correlation_id), **options)

    def answer(self) -> Step:
        return answer(200, self.good)

    @property
    def body(self) -> bytes:
        """The body of a good answer, as it is sent."""
        return self.good if isinstance(self.good, bytes) else json.dumps(self.good).encode()


DETAILS = Call(
    "details",
    "get_orderdetails_v6_1",
    lambda orders, who, **options: orders.get_orderdetails_v6_1("20-AB1CD", *who, **options),
    {"ingramOrderNumber": "20-AB1CD"},
    lambda result: result.ingram_order_number == "20-AB1CD",
    "GET",
)
SEARCH = Call(
    "search",
    "get_resellers_v6_ordersearch",
    lambda orders, who, **options: orders.get_resellers_v6_ordersearch(*who, customer_order_number="PO-1", **options),
    {"recordsFound": 3, "orders": []},
    lambda result: result.records_found == 3,
    "GET",
)
CANCEL = Call(
    "cancel",
    "delete_ordercancel",
    lambda orders, who, **options: orders.delete_ordercancel("20-AB1CD", *who, **options),
    b"",
    lambda result: result is None,
    "DELETE",
)
CREATE_V6 = Call(
    "create v6",
    "post_createorder_v6",
    lambda orders, who, **options: orders.post_createorder_v6(*who, ORDER, **options),
    {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-AB1CD"}]},
    lambda result: result.orders[0].ingram_order_number == "20-AB1CD",
    "POST",
)
CREATE_V7 = Call(
    "create v7",
    "post_createorder_v7",
    lambda orders, who, **options: orders.post_createorder_v7(*who, QUOTE, **options),
    {"confirmationNumber": "conf-1"},
    lambda result: result.confirmation_number == "conf-1",
    "POST",
)
MODIFY = Call(
    "modify",
    "put_ordermodify",
    lambda orders, who, **options: orders.put_ordermodify("20-AB1CD", *who, CHANGE, **options),
    {"ingramOrderNumber": "20-AB1CD"},
    lambda result: result.ingram_order_number == "20-AB1CD",
    "PUT",
)
RELEASE = Call(
    "release",
    "put_ordermodify",
    lambda orders, who, **options: orders.put_ordermodify("20-AB1CD", *who, {}, action_code="release", **options),
    b"null",
    lambda result: result is None,
    "PUT",
)
REPEATABLE = (DETAILS, SEARCH, CANCEL)
ONCE = (CREATE_V6, CREATE_V7, MODIFY)
ALL = REPEATABLE + ONCE


# ------------------------------------------------------------------------------------------------ certificates


class Authority:
    """A certificate authority with its files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._ca = trustme.CA()
        self.path = str(folder / "ca.pem")
        self._folder = folder
        self._ca.cert_pem.write_to_path(self.path)

    def server(self, *names: str, of_clients: Authority | None = None) -> ssl.SSLContext:
        """Return how a server with a certificate for these names speaks TLS.

        Args:
            names: what the certificate is for.
            of_clients: the authority whose certificate a client has to show.
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


# ------------------------------------------------------------------------------------------------ the server


@dataclass(frozen=True)
class Arrived:
    """A request as the server got it."""

    method: str
    target: str
    headers: dict[str, str]
    """By lower-case name; the server takes no header twice."""
    body: bytes
    connection: int
    """Which of the accepted connections it came over, from 1."""
    pieces: int
    """How many reads it took."""


@dataclass
class Line:
    """The server's end of one connection."""

    sock: socket.socket
    number: int
    server: Server
    pending: bytes = b""
    request: Arrived | None = None
    """The one being answered."""

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

    def read(self) -> Arrived | None:
        """Read a request; None when the client is gone."""
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
        return Arrived(method, target, headers, rest[:length], self.number, pieces)

    def secure(self, context: ssl.SSLContext) -> None:
        # Python leaks the socket where the client has reset the connection before it is wrapped.
        if not self.sock.recv(1, socket.MSG_PEEK):
            raise ConnectionError("the client went away before it began TLS")
        self.sock = context.wrap_socket(self.sock, server_side=True)
        self.server.own(self.number, self.sock)

    def reset(self) -> None:
        """Close in a way that the client sees as `connection reset`."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


@contextmanager
def deaf(address: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """Hold a port on which connections are never made: its queue is full, and nobody takes one out of it; give it."""
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
    """What the server does next: with a connection, or with a request that arrived."""

    act: Callable[[Line], bool]
    """Returns whether the connection goes on."""
    before_reading: bool = False
    """Whether it is done to a new connection, before any request is read (and before TLS)."""


@dataclass(init=False)
class Server:
    """Takes connections on a free port of the loopback and goes through its script, one step for each request.

    Args:
        script: what to do, in the order in which connections and requests come.
        tls: how to speak TLS, where it does.
        always: what to do when the script is through; without it, that is an error of the test.
        address: of this machine, to listen on.
        port: to listen on; a free one without it.
    """

    requests: list[Arrived] = field(default_factory=list)
    connections: int = 0
    ended: int = 0
    """How many connections are over."""

    def __init__(
        self,
        *script: Step,
        tls: ssl.SSLContext | None = None,
        always: Step | None = None,
        address: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.requests = []
        self.broken: list[str] = []
        self.told: list[Any] = []
        """What steps noted."""
        self.connections = self.ended = 0
        self.stopping = threading.Event()
        self.arrived = threading.Event()
        """Set by steps that hold a request back, once it is there."""
        self.go = threading.Event()
        """Set by a test, for steps that wait for it before they go on."""
        self.gone_on = threading.Event()
        """Set by those steps, once they have."""
        self.inside: ssl.SSLContext | None = None
        """How what lies behind it speaks TLS, where it is a proxy."""
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
    def request(self) -> Arrived:
        """The only request that arrived."""
        (only,) = self.requests
        return only

    @property
    def left(self) -> int:
        """How many steps of the script were not asked for."""
        return len(self._script)

    def own(self, number: int, sock: socket.socket) -> None:
        with self._lock:
            self._open[number] = sock

    def wait_until_ended(self, count: int) -> bool:
        """Wait until so many connections are over, because the client closed them; tell whether they are."""
        with self._lock:
            return self._lock.wait_for(lambda: self.ended >= count, _NOTICE_S)

    def stop(self, *, reading: float = 0.0) -> None:
        """End it.

        Args:
            reading: seconds for which connections whose clients have closed them are still read to their end.
        """
        self.stopping.set()
        self.go.set()
        socket.create_connection((self.address, self.port)).close()  # wakes `accept` on every system
        self._threads[0].join(_PATIENCE_S)
        with self._lock:
            self._lock.wait_for(lambda: not self._open, reading)
            for sock in self._open.values():
                with suppress(OSError):
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(_PATIENCE_S)
            assert not thread.is_alive()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            if self.stopping.is_set():
                sock.close()
                return
            sock.settimeout(_PATIENCE_S)
            # What is pushed leaves at once, instead of waiting for the client to acknowledge what came before it.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            line = Line(sock, self.connections, self)
            self.own(line.number, sock)
            thread = threading.Thread(target=self._serve, args=(line,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, line: Line) -> None:
        try:
            if self._greeted(line):
                while self._one(line):
                    pass
        except (OSError, ConnectionError):
            pass  # the client went away, or did not like our certificate
        except Exception as error:  # noqa: BLE001 - the test that ran has to hear of it
            self.broken.append(repr(error))
        finally:
            line.sock.close()
            with self._lock:
                del self._open[line.number]
                self.ended += 1
                self._lock.notify_all()

    def _greeted(self, line: Line) -> bool:
        with self._lock:
            step = self._script.pop(0) if self._script and self._script[0].before_reading else None
        if step is not None and not step.act(line):
            return False
        if self._tls is not None:
            line.secure(self._tls)
        return True

    def _one(self, line: Line) -> bool:
        line.request = line.read()
        if line.request is None:
            return False
        with self._lock:
            self.requests.append(line.request)
            step = self._script.pop(0) if self._script else self._always
        if step is None:
            self.broken.append(f"more arrived than the script foresees: {line.request.method} {line.request.target}")
            return False
        return step.act(line)


# ------------------------------------------------------------------------------------------------ steps


def whole(status: int, body: bytes, headers: dict[str, str], reason: str | None = None) -> bytes:
    """Return an answer as bytes."""
    if reason is None:
        reason = HTTPStatus(status).phrase
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {reason}\r\n{head}\r\n".encode("latin-1") + body


def answer(status: int = 200, body: Any = b"{}", *, kind: str = "application/json", **headers: str) -> Step:
    """Answer as a server should; what is no bytes goes out as JSON, underscores in header names stand for dashes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if status not in _NO_BODY:
        sent = {"Content-Type": kind, "Content-Length": str(len(raw)), **sent}

    def act(line: Line) -> bool:
        line.sock.sendall(whole(status, raw, sent))
        return sent.get("Connection") != "close"

    return Step(act)


def packed(body: Any) -> Step:
    """Answer with a gzipped body."""
    return answer(200, compress(json.dumps(body).encode()), Content_Encoding="gzip")


def chunked(*chunks: bytes, ended: bool = True) -> Step:
    """Answer in chunks; without its end it is no whole answer."""

    def act(line: Line) -> bool:
        line.sock.sendall(whole(200, b"", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}))
        for chunk in chunks:
            line.sock.sendall(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        if ended:
            line.sock.sendall(b"0\r\n\r\n")
        return ended

    return Step(act)


def raw(data: bytes) -> Step:
    """Send just these bytes and close."""

    def act(line: Line) -> bool:
        line.sock.sendall(data)
        return False

    return Step(act)


def _reset(line: Line) -> bool:
    line.reset()
    return False


def _reset_heard(line: Line) -> bool:
    line.receive()
    return _reset(line)


def _reset_unread(line: Line) -> bool:
    # Not at once: a reset can overtake the end of the client's `connect`, and then nothing was sent at all.
    line.sock.recv(1, socket.MSG_PEEK)
    return _reset(line)


def _silent(line: Line) -> bool:
    line.server.stopping.wait(_PATIENCE_S)
    return False


def echo(name: str) -> Step:
    """Answer with one of the request's own headers as the order number."""

    def act(line: Line) -> bool:
        assert line.request is not None
        body = json.dumps({"ingramOrderNumber": line.request.headers[name]}).encode()
        line.sock.sendall(whole(200, body, {"Content-Type": "application/json", "Content-Length": str(len(body))}))
        return True

    return Step(act)


def then_close(step: Step) -> Step:
    """Do a step, then close without having said so."""

    def act(line: Line) -> bool:
        step.act(line)
        return False

    return Step(act)


def socks5(*, user: str = "", password: str = "", granted: bool = True) -> Step:
    """As a SOCKS5 proxy, take a connection; what lies behind it is played by the same server."""

    def act(line: Line) -> bool:
        _, count = line.exactly(2)
        methods = line.exactly(count)
        if user:
            assert 2 in methods
            line.sock.sendall(b"\x05\x02")
            _, size = line.exactly(2)
            name = line.exactly(size)
            secret = line.exactly(line.exactly(1)[0])
            line.sock.sendall(b"\x01" + bytes([(name, secret) != (user.encode(), password.encode())]))
        else:
            line.sock.sendall(b"\x05\x00")
        _, _, _, kind = line.exactly(4)
        host = line.exactly(line.exactly(1)[0]).decode() if kind == 3 else socket.inet_ntoa(line.exactly(4))
        line.server.told.append((host, struct.unpack(">H", line.exactly(2))[0]))
        line.sock.sendall(bytes([5, 0 if granted else 5, 0, 1]) + bytes(6))
        return granted

    return Step(act, before_reading=True)


def tunnel(tls: ssl.SSLContext) -> Step:
    """As a proxy, grant a CONNECT; what lies behind it is played by the same server."""

    def act(line: Line) -> bool:
        line.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        line.secure(tls)
        return True

    return Step(act)


def holding(step: Step) -> Step:
    """Say that a request is there, and do a step when told to."""

    def act(line: Line) -> bool:
        line.server.arrived.set()
        line.server.go.wait(_PATIENCE_S)
        return step.act(line)

    return Step(act, before_reading=step.before_reading)


def then_push(step: Step, data: bytes = b"", *, ends: str = "") -> Step:
    """Do a step, and when told to push bytes on the connection, which nobody asks anything on.

    Args:
        step: what comes first.
        data: what is pushed.
        ends: how the connection ends after it: "" for not at all, "FIN", "reset", or "TLS" for the close of TLS alone.
    """

    def act(line: Line) -> bool:
        step.act(line)
        line.server.go.wait(_PATIENCE_S)
        if data:
            line.sock.sendall(data)
        if ends == "FIN":
            socket.socket.shutdown(line.sock, socket.SHUT_WR)
        elif ends == "reset":
            line.reset()
        elif ends == "TLS":
            line.sock.settimeout(0)
            with suppress(OSError):  # that the client has not closed its side, which is not waited for
                line.sock.unwrap()
            line.sock.settimeout(_PATIENCE_S)
        line.server.gone_on.set()
        return ends in ("", "FIN")

    return Step(act)


def dripping(data: bytes, pause: float = 0.02) -> Step:
    """Send bytes one by one, until the client has had enough."""

    def act(line: Line) -> bool:
        for byte in data:
            if line.server.stopping.wait(pause):
                break
            line.sock.sendall(bytes([byte]))
        return False

    return Step(act)


def sending(*parts: bytes, ends: bool = True, pause: float = 0.0) -> Step:
    """Send these bytes, part by part, and close or go on."""

    def act(line: Line) -> bool:
        for number, part in enumerate(parts):
            if number and pause:
                line.server.stopping.wait(pause)
            line.sock.sendall(part)
        return not ends

    return Step(act)


def saying(made: Callable[[Arrived], bytes]) -> Step:
    """Send what is made of the request."""

    def act(line: Line) -> bool:
        assert line.request is not None
        line.sock.sendall(made(line.request))
        return True

    return Step(act)


def _granted(line: Line) -> bool:
    line.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    if line.server.inside is not None:
        line.secure(line.server.inside)
    return True


HALF_BODY = whole(200, b'{"ingramOrderNumber": "20-A', {"Content-Type": "application/json", "Content-Length": "64"})
HALF_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le"
RESET_UNREAD = Step(_reset_unread, before_reading=True)
"""Reset a connection on which something has arrived, none of it read."""
RESET_HANDSHAKE = Step(_reset_heard, before_reading=True)
"""Reset a TLS connection within its handshake."""
RESET = Step(_reset)
CLOSE = Step(lambda _: False)
SILENT = Step(_silent)
SILENT_UNREAD = Step(_silent, before_reading=True)
GRANTED = Step(_granted)
"""As a proxy, grant a CONNECT; what lies behind it is played by the same server."""
