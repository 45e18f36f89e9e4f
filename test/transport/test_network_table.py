"""One table of faults between client and server, for both clients: the outcome of a call and what the server received."""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from gzip import compress
from itertools import chain
from types import MappingProxyType
from typing import Any

import pytest
from call_kit import CANCEL, CREATE_V6, CREATE_V7, DETAILS, MODIFY, QUICK, RELEASE, SEARCH, TOKEN, Call
from leak_kit import captured_logs
from outcome_kit import EXAMPLE_HOST, OTHER_ONCE, SAFE, Outcome, Row, in_turn, raised, result
from run_kit import CLIENTS, complaints
from server_kit import Authority, ReceivedRequest, ScriptedServer, ServerConnection, Step
from step_kit import (
    CLOSE,
    GRANTED,
    HALF_BODY,
    HALF_HEAD,
    RESET,
    RESET_HANDSHAKE,
    RESET_UNREAD,
    SILENT,
    SILENT_UNREAD,
    answer,
    chunked,
    dripping,
    raw,
    respond_with,
    response_bytes,
    sending,
    then_close,
    then_push,
    when_released,
)

from xi.sdk.resellers import ApiClient, Attempt, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import (
    ApiException,
    BadRequestException,
    ForbiddenException,
    NotApprovedException,
    NotSentException,
    ServiceException,
    TooManyRequestsException,
    UnansweredException,
    UnauthorizedException,
    UnreadableResponseException,
    error_class,
)

PAGE = b"<html><body>Sorry, we are down for maintenance</body></html>"
JSON = {"Content-Type": "application/json"}
safe, beyond = in_turn(SAFE), in_turn(OTHER_ONCE)


def sized(body: bytes, **headers: str) -> dict[str, str]:
    """The headers of an answer with this body."""
    return {**JSON, "Content-Length": str(len(body)), **headers}


# ------------------------------------------------------------------------------------------------ lost


def lost(name: str, step: Step, *, arrives: bool = True, again: bool = True, **more: Any) -> Iterator[Row]:
    """Rows without a complete answer: repeated if that is harmless, else in doubt.

    Args:
        name: of the behaviour.
        step: of the server for each request.
        arrives: whether the server reads the request.
        again: whether the server answers the second request in one more row.
        more: fields of the rows.
    """
    count = 3 * arrives
    if again:
        call = safe()
        yield Row(f"{name}, once", call, [step, call.answer()], result(2, requests=1 + arrives), **more)
        yield Row(f"{name}, once", CANCEL, [step, CANCEL.answer()], result(2, requests=1 + arrives), **more)
    yield Row(name, safe(), [step] * 3, raised(UnansweredException, attempts=3, requests=count), **more)
    yield Row(name, CANCEL, [step] * 3, raised(UnansweredException, doubt=True, attempts=3, requests=count), **more)
    for call in (CREATE_V6, beyond()):
        yield Row(name, call, [step], raised(UnansweredException, doubt=True, requests=int(arrives)), **more)


def broken_off(body: bytes) -> bytes:
    return response_bytes(200, body, {**JSON, "Content-Length": "999"})


LOST: dict[str, Step] = {
    "reset": RESET,
    "closed without a word": CLOSE,
    "half a status line": raw(b"HTTP/1.1 200"),
    "a status line and no more": raw(b"HTTP/1.1 200 OK\r\n"),
    "half a head": raw(HALF_HEAD),
    "a head without its end": raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
    "half a body": raw(HALF_BODY),
    "a length that is never reached": raw(broken_off(CREATE_V6.body)),
    "a body whose first byte never comes": raw(broken_off(b"")),
    "half a body, then a reset": Step(
        lambda connection: bool(connection.sock.sendall(broken_off(b"{"))) or RESET.act(connection)
    ),
    "chunks without an end": chunked(b'{"ingramOrderNumber"', ended=False),
    "whole JSON in chunks without an end": chunked(CREATE_V6.body, ended=False),
    "chunks of no size": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"),
    "a chunk shorter than it says": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{}\r\n0\r\n\r\n"),
    "no HTTP": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "HTTP/0.9": raw(CREATE_V6.body),
    "a status of two digits": raw(b"HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}"),
    "a status that is no number": raw(b"HTTP/1.1 OK 200\r\nContent-Length: 2\r\n\r\n{}"),
    "an interim answer and no other": raw(b"HTTP/1.1 102 Processing\r\n\r\n"),
    "another protocol": raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"),
    "lengths that contradict each other": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}"),
    "a length below zero": raw(b"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}"),
    "a length that is no number": raw(b"HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}"),
    "a header line of 100 KiB": sending(response_bytes(200, b"{}", sized(b"{}", **{"X-Long": "x" * 102_400}))),
}


def lost_rows() -> Iterator[Row]:
    for name, step in LOST.items():
        yield from lost(name, step)
    yield from lost("reset before reading", RESET_UNREAD, arrives=False)
    yield from lost("reset over TLS", RESET, tls="127.0.0.1")
    yield from lost("half a body over TLS", raw(HALF_BODY), tls="127.0.0.1")
    for call in (DETAILS, CREATE_V6):
        # Half an answer tells more than none.
        want = raised(UnansweredException, 200, doubt=call is CREATE_V6, attempts=3 if call is DETAILS else 1)
        yield Row("half a body, and what it tells", call, [raw(HALF_BODY)] * want.attempts, want)
    # An earlier attempt may have been acted on, whatever comes of the later ones.
    for status in (404, 405, 400):
        want = raised(error_class(status), status, doubt=True, attempts=2)
        yield Row(f"reset, then {status}", CANCEL, [RESET, answer(status)], want)
    yield Row("reset, then 404", DETAILS, [RESET, answer(404)], raised(error_class(404), 404, attempts=2))


# ------------------------------------------------------------------------------------------------ silence


HURRIED = MappingProxyType({"_request_timeout": (5, 0.4)})
BOUNDED = MappingProxyType({"_deadline": 2.0})
ENDLESS = 100_000
ONE_ATTEMPT = MappingProxyType({"_deadline": 2.0, "_retry": RetryPolicy(attempts=1)})


def slow_rows() -> Iterator[Row]:
    """Slow servers; these rows mostly wait, so more of them run at a time."""
    yield from lost("silence", SILENT, again=False, options=HURRIED)
    yield from lost("silence over TLS", SILENT, again=False, options=HURRIED, tls="127.0.0.1")
    half = Step(lambda connection: bool(connection.sock.sendall(HALF_HEAD)) or SILENT.act(connection))
    yield from lost("half a head, then silence", half, again=False, options=HURRIED)
    half = Step(lambda connection: bool(connection.sock.sendall(broken_off(b"{"))) or SILENT.act(connection))
    yield from lost("half a body, then silence", half, again=False, options=HURRIED)
    # The wait between two bytes never strikes; the deadline has to.
    trickles = {
        "a drip of a head": dripping(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * ENDLESS),
        "a drip of a body": dripping(response_bytes(200, b" " * ENDLESS, {"Content-Length": f"{ENDLESS}"})),
        "a drip of chunks": dripping(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * ENDLESS
        ),
        "a drip without a length": dripping(b"HTTP/1.1 200 OK\r\n\r\n" + b" " * ENDLESS),
        "interim answers for ever": dripping(b"HTTP/1.1 102 Processing\r\n\r\n" * ENDLESS, 0.001),
        "a flood of a body": sending(b"HTTP/1.1 200 OK\r\n\r\n", *[b" "] * ENDLESS, pause=0.002),
    }
    for name, step in trickles.items():
        for call in (DETAILS, CANCEL, CREATE_V6, MODIFY):
            want = raised(UnansweredException, doubt=call is not DETAILS)
            yield Row(name, call, [step], want, options=BOUNDED, at_least=1.8)
    for call in (DETAILS, CREATE_V6):
        want = raised(UnansweredException, doubt=call is not DETAILS)
        options = {"_request_timeout": 0.8, "_retry": RetryPolicy(attempts=1)}
        yield Row("a drip within the time of an attempt", call, [trickles["a drip of a body"]], want, options=options)
        # Before a byte of the request leaves.
        want = raised(NotSentException, attempts=3, requests=0)
        options = {"_request_timeout": (0.5, 5)}
        yield Row("a silent handshake", call, [SILENT_UNREAD] * 3, want, tls="127.0.0.1", options=options)
        yield Row("a silent proxy", call, [SILENT] * 3, want, through=f"https://{EXAMPLE_HOST}", options=options)
        drip = dripping(b"HTTP/1.1 200 Connection established\r\nX-Long: " + b"x" * ENDLESS)
        want = raised(NotSentException, requests=0)
        yield Row("a proxy that drips", call, [drip], want, through=f"https://{EXAMPLE_HOST}", options=ONE_ATTEMPT)
        # The time for the token is the call's own.
        want = raised(NotSentException, attempts=0, requests=0)
        for name, step in {"silence": SILENT, "a drip": trickles["a drip of a body"]}.items():
            yield Row(
                f"{name} instead of a token", call, [step], want, options=BOUNDED, credential="app of this server"
            )
        late = sending(token_answer(), pause=0, ends=False)
        late = Step(lambda connection, step=late: connection.server.stopping.wait(2.4) or step.act(connection))
        yield Row("a token after the deadline", call, [late], want, options=BOUNDED, credential="app of this server")
    for call in (DETAILS, SEARCH, CANCEL):
        busy = answer(503, b"", Retry_After="0.15")
        calm = MappingProxyType({"_retry": replace(QUICK, base=0.0)})
        yield Row("503 with a wait", call, [busy, busy, call.answer()], result(3), options=calm, at_least=0.3)
        busy = answer(503, b"", Retry_After="60")
        yield Row("503 with a wait over the cap", call, [busy, call.answer()], result(2), options=calm, at_least=0.2)
        busy = answer(503, b"", Retry_After="3600")
        hasty = {"_retry": RetryPolicy(attempts=3, deadline=60, wait_cap=3600)}
        want = raised(ServiceException, 503, doubt=call is CANCEL)
        yield Row("503 with a wait beyond the deadline", call, [busy], want, options=hasty)
        busy = answer(429, b"", Retry_After="0.15")
        yield Row("429 with a wait", call, [busy, call.answer()], result(2), options=calm, at_least=0.15)
    busy = answer(503, b"", Retry_After="0.1")
    yield Row("503 with a wait", CREATE_V6, [busy], raised(ServiceException, 503, doubt=True))


# ------------------------------------------------------------------------------------------------ read


def good(call: Call, **headers: str) -> bytes:
    """A good answer as bytes."""
    return response_bytes(200, call.body, sized(call.body, **headers))


def head(call: Call, lines: str) -> bytes:
    """A good answer with another head; LEN stands for the length of the body."""
    return lines.replace("LEN", str(len(call.body))).replace("\n", "\r\n").encode("latin-1") + call.body


def many(call: Call, count: int) -> bytes:
    return good(call, **{f"X-Header-{number}": "x" for number in range(count)})


READ: dict[str, Callable[[Call], Step]] = {
    "as usual": Call.answer,
    "byte by byte": lambda call: dripping(good(call), 0.0),
    "a head and, later, its body": lambda call: sending(*good(call).partition(b"\r\n\r\n"), pause=0.02),
    "in chunks": lambda call: chunked(call.body[:5], call.body[5:7], call.body[7:]),
    "in chunks with a trailer": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x;why=not\r\n%s\r\n0\r\nX-Sum: 1\r\n\r\n"
        % (len(call.body), call.body)
    ),
    "in chunks, with a length beside": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        % (len(call.body), call.body)
    ),
    "gzipped": lambda call: answer(200, compress(call.body), Content_Encoding="gzip"),
    "gzipped in chunks": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        % (len(compress(call.body)), compress(call.body))
    ),
    "in two gzip members": lambda call: answer(
        200, compress(call.body[:9]) + compress(call.body[9:]), Content_Encoding="gzip"
    ),
    "deflated": lambda call: answer(200, zlib.compress(call.body), Content_Encoding="deflate"),
    "deflated without a frame": lambda call: answer(200, zlib.compress(call.body)[2:-4], Content_Encoding="deflate"),
    "said to be gzipped, which it is not": lambda call: answer(200, call.body, Content_Encoding="gzip"),
    "under a wrong type": lambda call: answer(200, call.body, kind="text/html; charset=iso-8859-1"),
    "under no type": lambda call: raw(head(call, "HTTP/1.1 200 OK\nContent-Length: LEN\n\n")),
    "ended by the close": lambda call: raw(b"HTTP/1.1 200 OK\r\n\r\n" + call.body),
    "with the close announced": lambda call: answer(200, call.body, Connection="close"),
    "with the close not announced": lambda call: then_close(call.answer()),
    "HTTP/1.0": lambda call: raw(head(call, "HTTP/1.0 200 OK\nContent-Length: LEN\n\n")),
    "HTTP/1.0, ended by the close": lambda call: raw(head(call, "HTTP/1.0 200 OK\n\n")),
    "without a reason": lambda call: sending(head(call, "HTTP/1.1 200\nContent-Length: LEN\n\n")),
    "with a reason beyond ASCII": lambda call: sending(head(call, "HTTP/1.1 200 Gr\xfc\xdfe\nContent-Length: LEN\n\n")),
    "with a reason of 4 KiB": lambda call: sending(head(call, f"HTTP/1.1 200 {'x' * 4096}\nContent-Length: LEN\n\n")),
    "lines ended by LF alone": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\nContent-Length: LEN\n\n").replace(b"\r\n", b"\n")
    ),
    "a folded header": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\nX-Note: one\n two\n\tthree\nContent-Length: LEN\n\n")
    ),
    "a header beyond ASCII": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\nX-Note: Gr\xfc\xdfe\nContent-Length: LEN\n\n")
    ),
    "an empty header": lambda call: sending(head(call, "HTTP/1.1 200 OK\nX-Note:\nContent-Length:LEN\n\n")),
    "its length said twice": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\nContent-Length: LEN\nContent-Length: LEN\n\n")
    ),
    "a header line of 16 KiB": lambda call: sending(good(call, **{"X-Long": "x" * 16_384}), ends=False),
    "a header line of 60 KiB": lambda call: sending(good(call, **{"X-Long": "x" * 61_440}), ends=False),
    "90 headers": lambda call: sending(many(call, 90), ends=False),
    "101 headers": lambda call: sending(many(call, 101), ends=False),
    "400 headers": lambda call: sending(many(call, 400), ends=False),
    "a line end after the body": lambda call: sending(good(call) + b"\r\n", ends=False),
    "bytes after the body": lambda call: sending(good(call) + b"and more", ends=False),
    "a second answer after the first": lambda call: sending(good(call) + good(call), ends=False),
    "an interim answer before it": lambda call: sending(b"HTTP/1.1 100 Continue\r\n\r\n" + good(call), ends=False),
    "interim answers before it": lambda call: sending(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n",
        good(call),
        pause=0.02,
        ends=False,
    ),
    "a status of its own before 300": lambda call: sending(
        head(call, "HTTP/1.1 299 Whatever\nContent-Length: LEN\n\n"), ends=False
    ),
    "led by a byte-order mark": lambda call: answer(200, b"\xef\xbb\xbf" + call.body),
    "in UTF-16": lambda call: answer(200, call.body.decode().encode("utf-16"), kind="application/json; charset=utf-16"),
    "led by blanks": lambda call: answer(200, b" \r\n\t" * 99 + call.body),
    "with the ID of nobody": lambda call: answer(200, call.body, IM_CorrelationID="another"),
    "with its own ID": lambda call: respond_with(
        lambda request: good(call, **{"IM-CorrelationID": request.headers["im-correlationid"]})
    ),
}
WITH_BODY = in_turn((CREATE_V7, MODIFY, SEARCH))


def read_rows() -> Iterator[Row]:
    for name, step in READ.items():
        for call in (DETAILS, CREATE_V6, WITH_BODY()):
            yield Row(name, call, [step(call)], result())
        yield Row(f"{name}, over TLS", CREATE_V6, [step(CREATE_V6)], result(), tls="127.0.0.1")


# ------------------------------------------------------------------------------------------------ read, but no use


def nothing(call: Call) -> Call:
    """Return the call with None as its good result."""
    return recognizing(call, lambda given: given is None)


def recognizing(call: Call, recognizes: Callable[[Any], Any]) -> Call:
    return call._replace(recognizes=recognizes)


FAULT = {"fault": {"faultstring": "Execution of policy failed", "detail": {"errorcode": "x"}}}
REJECTED = {
    "customerOrderNumber": "PO-1",
    "orders": [{"rejectedLineItems": [{"customerLinenumber": "1", "rejectcode": "E", "rejectreason": "no such part"}]}],
}
EMPTY: dict[str, bytes] = {"nothing": b"", "blanks": b" \r\n", "null": b"null"}
FOREIGN: dict[str, bytes] = {
    "a page": PAGE,
    "[]": b"[]",
    "a number": b"42",
    "a text": b'"ok"',
    "half of JSON": b'{"orders": [',
    "a fault": json.dumps(FAULT).encode(),
}
NO_ORDER: dict[str, Any] = {
    "{}": {},
    "no number": {"customerOrderNumber": "PO-1"},
    "no orders": {"customerOrderNumber": "PO-1", "orders": []},
    "an order without a number": {"customerOrderNumber": "PO-1", "orders": [{}]},
    "an order whose number is null": {"orders": [{"ingramOrderNumber": None}]},
    "an order whose number is empty": {"orders": [{"ingramOrderNumber": ""}]},
    "a fault beside a number": {**FAULT, "orders": [{"ingramOrderNumber": "20-AB1CD"}]},
}
NO_CONFIRMATION: dict[str, Any] = {
    "{}": {},
    "another field": {"message": "ok"},
    "null as its number": {"confirmationNumber": None},
    "nothing as its number": {"confirmationNumber": ""},
    "a fault beside a number": {**FAULT, "confirmationNumber": "conf-1"},
}


def unreadable(name: str, call: Call, status: int, step: Step) -> Row:
    """A success status with a body that does not match the contract."""
    return Row(name, call, [step], raised(UnreadableResponseException, status, doubt=call not in SAFE))


def foreign_rows() -> Iterator[Row]:
    """Empty or foreign bodies where the operation needs an answer."""
    for call in (DETAILS, SEARCH, CREATE_V6, CREATE_V7, MODIFY):
        for status in (200, 201, 202) if call in (CREATE_V6, CREATE_V7) else (200,):
            for name, body in {**EMPTY, **FOREIGN}.items():
                yield unreadable(f"{status} with {name}", call, status, answer(status, body))
        yield unreadable("205", call, 205, answer(205, b""))
        yield unreadable("200 with a page that says so", call, 200, answer(200, PAGE, kind="text/html"))
        yield unreadable(
            "length too small", call, 200, sending(response_bytes(200, call.body, {**JSON, "Content-Length": "9"}))
        )
        if call is not SEARCH:
            yield unreadable("204", call, 204, answer(204))
            yield unreadable("204 with a body", call, 204, raw(response_bytes(204, call.body, sized(call.body))))
    for call in (DETAILS, SEARCH, MODIFY):
        yield unreadable("200 with {}", call, 200, answer(200, {}))
    for call in (CANCEL, RELEASE):
        for name, body in FOREIGN.items():
            yield unreadable(f"200 with {name}", call, 200, answer(200, body))


def empty_rows() -> Iterator[Row]:
    """Empty bodies where the answer may be empty."""
    for call in (CANCEL, RELEASE):
        for name, body in EMPTY.items():
            yield Row(f"200 with {name}", nothing(call), [answer(200, body)], result())
            # Only 200 says that it is done.
            yield unreadable(f"202 with {name}", call, 202, answer(202, body))
        yield Row("204", nothing(call), [answer(204)], result())
        yield Row("a head and the close", nothing(call), [raw(b"HTTP/1.1 200 OK\r\n\r\n")], result())
    yield Row("204", nothing(SEARCH), [answer(204)], result())
    yield Row("204 with a body", nothing(SEARCH), [raw(response_bytes(204, SEARCH.body, sized(SEARCH.body)))], result())


def create_rows() -> Iterator[Row]:
    """Creates whose answer names the new order, or does not."""
    for status in (200, 201, 202):
        for name, body in NO_ORDER.items():
            yield unreadable(f"{status} with {name}", CREATE_V6, status, answer(status, body))
        for name, body in NO_CONFIRMATION.items():
            yield unreadable(f"{status} with {name}", CREATE_V7, status, answer(status, body))
        for call in (CREATE_V6, CREATE_V7):
            yield Row(f"{status} that names what it made", call, [answer(status, call.good)], result())
    partly = recognizing(CREATE_V6, lambda given: given.orders[0].rejected_line_items)
    yield Row("207 with rejected lines alone", partly, [answer(207, REJECTED)], result())


def packed_rows() -> Iterator[Row]:
    """Bodies that cannot be decompressed or become too large."""
    small = {"max_response_size": 100_000}
    bomb = compress(b" " * 20_000_000)
    packed = {
        "gzip that is none": (b"\x1f\x8b no gzip", "gzip"),
        "half of a gzip": (compress(CREATE_V6.body * 9)[:-12], "gzip"),
        "an encoding not asked for": (b"\x8b\x02\x80", "br"),
        "a bomb": (bomb, "gzip"),
        "a bomb in a bomb": (compress(bomb), "gzip, gzip"),
        "gzip members of nothing": (compress(b"") * 10_000, "gzip"),
        "too large": (b" " * 200_000, "identity"),
    }
    for name, (body, encoding) in packed.items():
        for call in (DETAILS, CANCEL, CREATE_V6, beyond()):
            step = answer(201, body, Content_Encoding=encoding)
            yield replace(unreadable(name, call, 201, step), settings=small)
    # What a refusal says by its status counts, however long it is.
    yield Row("400 too large", CREATE_V6, [answer(400, b" " * 200_000)], raised(BadRequestException, 400), small)


# ------------------------------------------------------------------------------------------------ refused, failed


RESETS: dict[str, Callable[[], dict[str, str]]] = {
    "no word": dict,
    "Retry-After of nothing": lambda: {"Retry-After": "0"},
    "seconds to wait": lambda: {"X-RateLimit-Reset": "0.05"},
    "a moment in seconds": lambda: {"X-RateLimit-Reset": f"{time.time() + 0.1:.3f}"},
    "a moment in milliseconds": lambda: {"X-RateLimit-Reset": f"{time.time() * 1000 + 100:.0f}"},
    "a moment past": lambda: {"X-RateLimit-Reset": f"{time.time() * 1000 - 5_000:.0f}"},
    "nonsense": lambda: {"X-RateLimit-Reset": "tomorrow"},
}


def refused_rows() -> Iterator[Row]:
    busy = answer(429, {"errors": []}, Retry_After="0.02")
    failed = answer(502, PAGE, kind="text/html")
    for call in (DETAILS, CANCEL, CREATE_V6, beyond(), beyond(), beyond()):
        yield Row("429 twice", call, [busy, busy, call.answer()], result(3))
        for name, headers in RESETS.items():
            step = respond_with(lambda _, headers=headers: response_bytes(429, b"{}", sized(b"{}", **headers())))
            yield Row(f"429 with {name}", call, [step, call.answer()], result(2))
        yield Row("429 for ever", call, [busy] * 3, raised(TooManyRequestsException, 429, attempts=3))
        later = answer(429, b"{}", Retry_After="3600")
        options = {"_retry": RetryPolicy(attempts=3, deadline=60, wait_cap=3600)}
        yield Row("429 for an hour", call, [later], raised(TooManyRequestsException, 429), options=options)
        yield Row(
            "429, then a reset",
            call,
            [busy, RESET] + [RESET] * (call in (DETAILS, CANCEL)),
            raised(UnansweredException, doubt=call is not DETAILS, attempts=3 if call in (DETAILS, CANCEL) else 2),
        )
        if call in (DETAILS, CANCEL):
            yield Row("502 twice", call, [failed, failed, call.answer()], result(3))
            yield Row(
                "502 for ever", call, [failed] * 3, raised(ServiceException, 502, doubt=call is CANCEL, attempts=3)
            )
            # The first attempt may have been acted on.
            want = raised(TooManyRequestsException, 429, doubt=call is CANCEL, attempts=3)
            yield Row("502, then 429 for ever", call, [failed, busy, busy], want)
        else:
            yield Row("502", call, [failed], raised(ServiceException, 502, doubt=True))
            yield Row("429, then 502", call, [busy, failed], raised(ServiceException, 502, doubt=True, attempts=2))
        # Elsewhere is nobody that may see the call: the port is one that nobody listens on.
        for status in (301, 302, 303, 307, 308):
            elsewhere = answer(status, b"", Location="http://127.0.0.1:9/elsewhere")
            yield Row(f"{status} with a place", call, [elsewhere], raised(ApiException, status, doubt=call not in SAFE))
        for name, step in echoes().items():
            yield Row(name, call, [step], raised(BadRequestException, 400))


def echoes() -> dict[str, Step]:
    """Refusals that repeat the credential of the call."""

    def saying_again(made: Callable[[str], tuple[bytes, str, bytes]]) -> Step:
        def act(request: ReceivedRequest) -> bytes:
            reason, header, body = made(request.headers.get("authorization", "").removeprefix("Bearer "))
            return response_bytes(400, body, sized(body, **{"X-Said": header}), reason.decode())

        return respond_with(act)

    return {
        "400 whose reason repeats the token": saying_again(lambda token: (b"not " + token.encode(), "", b"{}")),
        "400 whose header repeats the token": saying_again(lambda token: (b"Bad", f"not {token}", b"{}")),
        "400 whose body repeats the token": saying_again(
            lambda token: (b"Bad", "", json.dumps({"message": f"not {token}", "errors": [{"message": token}]}).encode())
        ),
        "400 whose text repeats the token": saying_again(lambda token: (b"Bad", "", f"not {token}".encode())),
    }


# ------------------------------------------------------------------------------------------------ connections at rest


IDLE = MappingProxyType({"first": "good", "reconnects": True})


def kept_rows() -> Iterator[Row]:
    """Bytes on an idle connection are not an answer, and no request is sent on a connection that ended."""
    page = response_bytes(200, PAGE, sized(PAGE))
    timeout = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    for call in (DETAILS, SEARCH, CANCEL, CREATE_V6, CREATE_V7, MODIFY, RELEASE):
        pushes = {
            "one more answer": then_push(DETAILS.answer(), good(call)),
            "two more answers": then_push(DETAILS.answer(), good(call) * 2),
            "one more answer, then the end": then_push(DETAILS.answer(), good(call), ends="FIN"),
            "a page": then_push(DETAILS.answer(), page),
            "a 408": then_push(DETAILS.answer(), timeout),
            "a 408, then the end": then_push(DETAILS.answer(), timeout, ends="FIN"),
            "half a head": then_push(DETAILS.answer(), HALF_HEAD),
            "half a head, then the end": then_push(DETAILS.answer(), HALF_HEAD, ends="FIN"),
            "one byte": then_push(DETAILS.answer(), b"x"),
            "a line end": then_push(DETAILS.answer(), b"\r\n"),
            "an interim answer": then_push(DETAILS.answer(), b"HTTP/1.1 100 Continue\r\n\r\n"),
            "the end": then_push(DETAILS.answer(), ends="FIN"),
            "a reset": then_push(DETAILS.answer(), ends="reset"),
        }
        for name, step in pushes.items():
            yield Row(f"{name} at rest", call, [step, call.answer()], result(), **IDLE)
        for name, step in {
            **{name: pushes[name] for name in ("one more answer", "one byte", "the end", "a reset")},
            "the end of TLS": then_push(DETAILS.answer(), ends="TLS"),
        }.items():
            yield Row(f"{name} at rest, over TLS", call, [step, call.answer()], result(), **IDLE, tls="127.0.0.1")
        at_once = {
            "two answers at once": (good(DETAILS) + good(call), b""),
            "two answers at once, and a third later": (good(DETAILS) + good(call), good(call)),
            "an answer and a byte": (good(DETAILS) + b"x", b""),
            "an answer and half of one": (good(DETAILS) + HALF_HEAD, b""),
            "an answer and most of one, the rest later": (good(DETAILS) + good(call)[:-9], good(call)[-9:]),
        }
        for name, (first, later) in at_once.items():
            script = [then_push(sending(first, ends=False), later), call.answer()]
            yield Row(f"{name}, before it", call, script, result(), **IDLE)
            yield Row(f"{name}, before it, over TLS", call, script, result(), **IDLE, tls="127.0.0.1")
        late = when_released(
            Step(
                lambda connection, call=call: (
                    bool(connection.sock.sendall(good(call))) or connection.server.proceeded.set() or True
                )
            )
        )
        yield Row(
            "the answer of a call given up comes late",
            call,
            [late, call.answer()],
            result(),
            first="late",
            reconnects=True,
        )


# ------------------------------------------------------------------------------------------------ answers of others


def other_rows() -> Iterator[Row]:
    """Answers with the correlation ID of another call."""

    def of_first(connection: ServerConnection, call: Call, status: int) -> bool:
        first = connection.server.requests[0].headers["im-correlationid"]
        body = call.body if status < 300 else b"{}"
        connection.sock.sendall(response_bytes(status, body, sized(body, **{"IM-CorrelationID": first})))
        return True

    for call in (DETAILS, SEARCH, CANCEL, CREATE_V6, CREATE_V7, MODIFY, RELEASE):
        for status in (200, 400):
            wrong = Step(lambda connection, call=call, status=status: of_first(connection, call, status))
            first = then_push(DETAILS.answer())
            if call in (DETAILS, SEARCH, CANCEL):
                script, want = [first, wrong, call.answer()], result(2)
            else:
                script, want = [first, wrong], raised(UnansweredException, doubt=True)
            yield Row(f"{status} with the ID of the call before", call, script, want, first="good")


# ------------------------------------------------------------------------------------------------ tokens


def token_answer(**more: Any) -> bytes:
    body = json.dumps({"access_token": TOKEN, "token_type": "Bearer", "expires_in": "86400", **more}).encode()
    return response_bytes(200, body, sized(body))


TOKEN_GIVEN = sending(token_answer(), ends=False)
SPENT = answer(401, {"fault": {"faultstring": "Invalid access token"}})
UNAPPROVED = answer(401, {"fault": {"faultstring": "Invalid API call as no apiproduct match found"}})


def another_token(number: int) -> Step:
    return sending(token_answer(access_token=f"tok-{number}"), ends=False)


APP = MappingProxyType({"credential": "app of this server"})


def no_token_rows() -> Iterator[Row]:
    """No token is granted, so nothing is sent."""
    never = raised(NotSentException, attempts=0, requests=0)
    failing = {
        **LOST,
        **{str(status): answer(status, PAGE, kind="text/html") for status in (500, 502, 503, 504)},
    }
    useless = {
        "{}": {},
        "[]": b"[]",
        "a page": PAGE,
        "nothing": b"",
        "no token": {"token_type": "Bearer", "expires_in": "86400"},
        "null as a token": {"access_token": None},
        "an empty token": {"access_token": ""},
        "a token with a line end": {"access_token": "to\r\nken: x"},
        "a token beyond Latin-1": {"access_token": "tok\u20ac"},
        "a list as a token": {"access_token": ["t"]},
    }
    for call in (DETAILS, CREATE_V6):
        for name, step in failing.items():
            yield Row(f"{name} instead of a token", call, [step] * 3, never, **APP)
            if call is CREATE_V6:
                script = [step, TOKEN_GIVEN, call.answer()]
                yield Row(f"{name} once, then a token", call, script, result(), **APP)
        for name, body in useless.items():
            yield Row(f"{name} instead of a token", call, [answer(200, body)], never, **APP)
        for status, kind in {
            400: BadRequestException,
            401: UnauthorizedException,
            403: ForbiddenException,
            404: error_class(404),
        }.items():
            for name, body in {"": {"message": "no"}, " and a page": PAGE}.items():
                want = raised(kind, status, attempts=0, requests=0)
                yield Row(f"{status}{name} instead of a token", call, [answer(status, body)], want, **APP)
        for status in (301, 302, 307):
            step = answer(status, b"", Location="http://127.0.0.1:9/token")
            yield Row(
                f"{status} instead of a token",
                call,
                [step],
                raised(ApiException, status, attempts=0, requests=0),
                **APP,
            )
        said_again = respond_with(
            lambda request: response_bytes(
                401, request.body, sized(request.body, **{"X-Said": request.body.decode()}), "secret"
            )
        )
        want = raised(UnauthorizedException, 401, attempts=0, requests=0)
        yield Row("401 that repeats the secret", call, [said_again], want, **APP)


def token_rows() -> Iterator[Row]:
    """A token is granted in the end, or refused when it is used."""
    for call in (DETAILS, CREATE_V6):
        for life in (None, "nonsense", -1, 0, 1e300, "Infinity", "NaN", [], {}, True, "86400 ", 10**30):
            script = [sending(token_answer(expires_in=life), ends=False), call.answer()]
            yield Row(f"a token for {life!r} s", call, script, result(), **APP)
        for name, head in {
            "as HTTP/1.0": b"HTTP/1.0 200 OK\r\n\r\n",
            "until the close": b"HTTP/1.1 200 OK\r\n\r\n",
        }.items():
            script = [raw(head + token_answer().partition(b"\r\n\r\n")[2]), call.answer()]
            yield Row(f"a token {name}", call, script, result(), **APP)
        busy = answer(429, b"{}", Retry_After="0.02")
        yield Row("429 once, then a token", call, [busy, TOKEN_GIVEN, call.answer()], result(), **APP)
        # Tokens that end before their time.
        renewed = [TOKEN_GIVEN, SPENT, another_token(2), call.answer()]
        yield Row("401, then another token", call, renewed, result(2), **APP)
        script = [TOKEN_GIVEN, SPENT, another_token(2), SPENT]
        yield Row("401 for ever", call, script, raised(UnauthorizedException, 401, attempts=2), **APP)
        script = [TOKEN_GIVEN, SPENT, TOKEN_GIVEN]
        yield Row("401, then the same token", call, script, raised(UnauthorizedException, 401), **APP)
        yield Row(
            "401 for want of a product", call, [TOKEN_GIVEN, UNAPPROVED], raised(NotApprovedException, 401), **APP
        )
        yield Row("401 with a fixed token", call, [SPENT], raised(UnauthorizedException, 401), credential="token")
        for name, step in {"reset": RESET, "500": answer(500), "half a body": raw(HALF_BODY)}.items():
            script = [TOKEN_GIVEN, SPENT, step, step, step]
            want = raised(NotSentException, attempts=0, requests=1)
            yield Row(f"401, then {name} instead of a token", call, script, want, **APP)
    # Refused for its token, so not acted on; what comes after is.
    want = raised(UnansweredException, doubt=True, attempts=2)
    script = [TOKEN_GIVEN, SPENT, another_token(2), RESET]
    yield Row("401, another token, then a reset", CREATE_V6, script, want, **APP)
    script = [TOKEN_GIVEN, RESET, SPENT, *[answer(500)] * 3]
    want = raised(UnansweredException, doubt=True, attempts=2)
    yield Row("a reset, 401, then no token", CANCEL, script, want, **APP)


# ------------------------------------------------------------------------------------------------ not sent


NEVER = raised(NotSentException, attempts=3, requests=0)


def unsent_rows() -> Iterator[Row]:
    """Without a connection, TLS or a tunnel no call is sent."""
    plain = Step(lambda connection: raw(b"HTTP/1.1 400 This is no TLS\r\n\r\n").act(connection), before_reading=True)
    for call in (DETAILS, CANCEL, CREATE_V6, beyond()):
        yield Row("a reset within the handshake", call, [RESET_HANDSHAKE] * 3, NEVER, tls="127.0.0.1")
        script = [RESET_HANDSHAKE, call.answer()]
        yield Row("a reset within the handshake, once", call, script, result(2, requests=1), tls="127.0.0.1")
        yield Row("the certificate of another name", call, [], NEVER, tls="other.example")
        unknown = {"ssl_ca_cert": None}
        yield Row("the certificate of an unknown authority", call, [], NEVER, unknown, tls="127.0.0.1")
        unchecked = {"verify_ssl": False}
        yield Row(
            "a certificate that is not looked at", call, [call.answer()], result(), unchecked, tls="other.example"
        )
        wrong = Outcome("ApiValueError", doubt=False, attempts=0, requests=0)
        yield Row("a token in the clear", call, [], wrong, host="http://192.0.2.1:PORT", credential="token")
        yield Row("no TLS", call, [plain] * 3, NEVER, host="https://127.0.0.1:PORT")
        yield Row("nobody listening", call, [], NEVER, host="http://127.0.0.1:1")
        if call in (CANCEL, CREATE_V6):
            script = [RESET_HANDSHAKE, RESET, *[RESET_HANDSHAKE] * (call is CANCEL)]
            want = raised(UnansweredException, doubt=True, attempts=3 if call is CANCEL else 2, requests=1)
            yield Row("a reset within the handshake, then one after it", call, script, want, tls="127.0.0.1")


def tunnel_rows(*, is_configured: bool = True) -> Iterator[Row]:
    """A proxy that is asked for a tunnel."""
    more: Mapping[str, Any] = {"through": f"https://{EXAMPLE_HOST}:8443", "is_configured": is_configured}
    said = b"HTTP/1.1 200 Connection established\r\n\r\n"
    refusals = {
        **{
            f"{status} to CONNECT": answer(status, PAGE, kind="text/html", Connection="close")
            for status in (302, 401, 403, 404, 407, 429, 500, 502, 503, 504)
        },
        "407 with a challenge": answer(407, b"", Proxy_Authenticate='Basic realm="here"', Connection="close"),
        "407, and the connection stays": answer(407, b""),
        "a reset instead of a tunnel": RESET,
        "the end instead of a tunnel": CLOSE,
        "a proxy that speaks no HTTP": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        "half a head to CONNECT": raw(b"HTTP/1.1 200 Connection est"),
        "a tunnel and a reset": Step(lambda connection: bool(connection.sock.sendall(said)) or RESET.act(connection)),
        "a tunnel and the end": raw(said),
        "a tunnel to what speaks no TLS": raw(said + b"HTTP/1.1 400 This is no TLS\r\n\r\n"),
    }
    for name, step in refusals.items():
        for call in (DETAILS, CREATE_V6, beyond()) if is_configured else (CREATE_V6,):
            yield Row(name, call, [step] * 3, NEVER, **more)
            script = [step, GRANTED, call.answer()]
            yield Row(f"{name}, once", call, script, result(2, requests=1), **more)
    # The token is got from this machine, which no proxy lies before.
    yield Row(
        "a tunnel, and a token of this machine",
        CREATE_V6,
        [GRANTED, CREATE_V6.answer()],
        result(),
        credential="app",
        **more,
    )
    for call in (DETAILS, CANCEL, CREATE_V6, beyond()):
        goes_once = call not in (DETAILS, CANCEL)
        yield Row("a tunnel", call, [GRANTED, call.answer()], result(), **more)
        script = [GRANTED, RESET] if goes_once else [GRANTED, RESET] * 3
        want = raised(UnansweredException, doubt=call is not DETAILS, attempts=1 if goes_once else 3)
        yield Row("a reset within the tunnel", call, script, want, **more)
        failed = answer(502, PAGE, kind="text/html")
        script = [GRANTED, *[failed] * (1 if goes_once else 3)]
        yield Row("502 within the tunnel", call, script, want._replace(kind="ServiceException", status=502), **more)


def relay_rows() -> Iterator[Row]:
    """A proxy that is asked for the whole URL."""
    more: Mapping[str, Any] = {"through": f"http://{EXAMPLE_HOST}"}
    for call in (DETAILS, CANCEL, CREATE_V6, beyond()):
        goes_once = call not in (DETAILS, CANCEL)
        times = 1 if goes_once else 3
        yield Row("a relay", call, [call.answer()], result(), **more)
        want = raised(UnansweredException, doubt=call is not DETAILS, attempts=times)
        yield Row("a relay that resets", call, [RESET] * times, want, **more)
        for status in (407, 502, 503, 504):
            repeats = 1 if status == 407 else times
            want = raised(error_class(status), status, doubt=call is not DETAILS, attempts=repeats)
            yield Row(
                f"a relay that says {status}", call, [answer(status, PAGE, kind="text/html")] * repeats, want, **more
            )


# ------------------------------------------------------------------------------------------------ the table

TABLE: dict[str, tuple[Callable[[], Iterator[Row]], int]] = {
    "lost": (lost_rows, 6),
    "slow": (slow_rows, 24),
    "read": (read_rows, 6),
    "unreadable": (lambda: chain(foreign_rows(), empty_rows(), create_rows(), packed_rows()), 6),
    "refused": (refused_rows, 6),
    "kept": (kept_rows, 6),
    "of others": (other_rows, 6),
    "tokens": (lambda: chain(no_token_rows(), token_rows()), 6),
    "unsent": (lambda: chain(unsent_rows(), tunnel_rows()), 6),
}
"""Rows by subject, and how many of them run at a time."""


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("about", TABLE)
def test_the_caller_gets_the_outcome_that_agrees_with_what_the_server_received(
    authority: Authority, about: str, client: str
) -> None:
    rows, together = TABLE[about]
    if found := complaints(list(rows()), client, authority, together):
        pytest.fail("\n".join(found), pytrace=False)


def test_errors_of_a_relaying_proxy_have_the_same_outcome_as_those_of_the_service(authority: Authority) -> None:
    # The awaited client makes no call without a credential, and none goes in the clear to others.
    if found := complaints(list(relay_rows()), "blocking", authority, 6):
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_proxy_of_the_environment_has_the_same_outcomes_and_leaks_no_secret(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, client: str
) -> None:
    def named(proxy: str) -> None:
        monkeypatch.setenv("HTTPS_PROXY", proxy)

    if found := complaints(list(tunnel_rows(is_configured=False)), client, authority, 1, named):
        pytest.fail("\n".join(found), pytrace=False)


# ------------------------------------------------------------------------------------------------ every status

REFUSALS = (400, 401, 403, 404, 405, 413, 415, 422, 429)
"""Statuses that refuse a call that is sent once; it was not acted on."""
REPEATED = (429, 500, 502, 503, 504)
STATUSES = (*range(200, 600), 999)
"""Statuses below 200 announce an answer and are not one."""


def expected(call: Call, status: int) -> tuple[str, bool, int]:
    """Return the outcome of a status: the class, whether it is in doubt, the attempts."""
    attempts = 2 if status == 429 or (status in REPEATED and call in (DETAILS, CANCEL)) else 1
    doubt = call is not DETAILS and status not in REFUSALS
    if (status in (204, 205) and call is not CANCEL) or (status < 300 and status not in (200, 204) and call is CANCEL):
        return "UnreadableResponseException", doubt, 1
    return ("result", False, 1) if status < 300 else (error_class(status).__name__, doubt, attempts)


def by_status(request: ReceivedRequest) -> bytes:
    """Answer with the status that the correlation ID ends with."""
    status = int(request.headers["im-correlationid"].rpartition("-")[2])
    call = {"GET": DETAILS, "DELETE": CANCEL, "POST": CREATE_V6}[request.method]
    body = b"" if status in (204, 205, 304) else call.body
    length = {} if status in (204, 304) else {"Content-Length": str(len(body))}
    return response_bytes(status, body, {**JSON, **length, "Retry-After": "0.001"}, "Whatever")


def seen(call: Call, status: int, error: BaseException | None, events: list[Any]) -> list[str]:
    attempts = sum(isinstance(each, Attempt) for each in events)
    events.clear()
    got = ("result", False, attempts)
    if isinstance(error, ApiException):
        got = (type(error).__name__, getattr(error, "may_have_been_acted_on", None), error.attempts)
    elif error is not None:
        got = (repr(error), False, 0)
    want = expected(call, status)
    return [] if got == want else [f"{call.name}, {status}: wanted {want}; got {got}"]


def statuses_blocking(configuration: Configuration, events: list[Any]) -> Iterator[str]:
    with ApiClient(configuration) as client:
        for call in (DETAILS, CANCEL, CREATE_V6):
            for status in STATUSES:
                error = None
                try:
                    call(OrdersApi(client), correlation_id=f"id-{status}")
                except Exception as caught:  # noqa: BLE001 - it is what is looked at
                    error = caught
                yield from seen(call, status, error, events)


def statuses_awaited(configuration: Configuration, events: list[Any]) -> Iterator[str]:
    async def main() -> list[str]:
        found: list[str] = []
        async with aio.AsyncApiClient(configuration) as client:
            orders: Any = aio.OrdersApi(client)
            for call in (DETAILS, CANCEL, CREATE_V6):
                for status in STATUSES:
                    error = None
                    try:
                        await call(orders, correlation_id=f"id-{status}")
                    except Exception as caught:  # noqa: BLE001 - it is what is looked at
                        error = caught
                    found += seen(call, status, error, events)
        return found

    yield from asyncio.run(main())


@pytest.mark.parametrize("run", [statuses_blocking, statuses_awaited], ids=CLIENTS)
def test_every_status_says_whether_the_call_may_have_been_acted_on(
    serve: Callable[..., ScriptedServer], run: Callable[[Configuration, list[Any]], Iterator[str]]
) -> None:
    events: list[Any] = []
    server = serve(always=respond_with(by_status))
    retry = RetryPolicy(attempts=2, base=0, quota_window=0, wait_cap=0.01)
    configuration = Configuration(host=server.url, access_token=TOKEN, retry=retry, observer=events.append)
    with captured_logs():  # which keeps a warning for each doubt out of the report
        found = list(run(configuration, events))
    if found:
        pytest.fail("\n".join(found), pytrace=False)
    assert {each.method for each in server.requests} == {"GET", "DELETE", "POST"}
