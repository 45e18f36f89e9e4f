"""Rows of answers that never arrive completely, and of slow servers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from call_kit import CANCEL, CREATE_V6, DETAILS, MODIFY, QUICK, SEARCH, TOKEN, Call
from outcome_kit import EXAMPLE_HOST, OTHER_ONCE, SAFE, Row, in_turn, raised, result
from server_kit import Step
from step_kit import (
    CLOSE,
    HALF_BODY,
    HALF_HEAD,
    RESET,
    RESET_UNREAD,
    SILENT,
    SILENT_UNREAD,
    answer,
    chunked,
    dripping,
    raw,
    response_bytes,
    sending,
)

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers.exceptions import (
    NotSentException,
    ServiceException,
    UnansweredException,
    error_class,
)

PAGE = b"<html><body>Sorry, we are down for maintenance</body></html>"
JSON = {"Content-Type": "application/json"}
next_safe, next_once = in_turn(SAFE), in_turn(OTHER_ONCE)


def sized(body: bytes, **headers: str) -> dict[str, str]:
    """The headers of an answer with this body."""
    return {**JSON, "Content-Length": str(len(body)), **headers}


def good(call: Call, **headers: str) -> bytes:
    """A good answer as bytes."""
    return response_bytes(200, call.body, sized(call.body, **headers))


def token_answer(**more: Any) -> bytes:
    body = json.dumps({"access_token": TOKEN, "token_type": "Bearer", "expires_in": "86400", **more}).encode()
    return response_bytes(200, body, sized(body))


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
        call = next_safe()
        yield Row(f"{name}, once", call, [step, call.answer()], result(2, requests=1 + arrives), **more)
        yield Row(f"{name}, once", CANCEL, [step, CANCEL.answer()], result(2, requests=1 + arrives), **more)
    yield Row(name, next_safe(), [step] * 3, raised(UnansweredException, attempts=3, requests=count), **more)
    yield Row(name, CANCEL, [step] * 3, raised(UnansweredException, doubt=True, attempts=3, requests=count), **more)
    for call in (CREATE_V6, next_once()):
        yield Row(name, call, [step], raised(UnansweredException, doubt=True, requests=int(arrives)), **more)


IN_CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def started(line: str) -> bytes:
    """A good answer to a create under another status line."""
    return line.encode() + good(CREATE_V6).removeprefix(b"HTTP/1.1 200 OK")


def coded(coding: str) -> bytes:
    """A good answer to a create that says that it is in a coding, beside its length."""
    return good(CREATE_V6, **{"Transfer-Encoding": coding})


def broken_off(body: bytes) -> bytes:
    return response_bytes(200, body, {**JSON, "Content-Length": "999"})


LOST: dict[str, Step] = {
    "reset": RESET,
    "closed without a word": CLOSE,
    "half a status line": raw(b"HTTP/1.1 200"),
    "a status line and no more": raw(b"HTTP/1.1 200 OK\r\n"),
    "half a head": raw(HALF_HEAD),
    "a head without its end": raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
    "a 204 that breaks off in its status line": raw(b"HTTP/1.1 204"),
    "half the head of a 204": raw(b"HTTP/1.1 204 No Content\r\nX-Note: a\r\n"),
    "half the head of a 204 behind an interim answer": raw(
        b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 204 No Content\r\nX-No"
    ),
    "half the head of an empty 200": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"),
    "half the head of a 400": raw(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nX-No"),
    "half the head of a 429": raw(b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nRetry-Af"),
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
    "a last chunk cut behind its zero": raw(IN_CHUNKS + b"%x\r\n%s\r\n0" % (len(CREATE_V6.body), CREATE_V6.body)),
    "a last chunk cut in its line end": raw(IN_CHUNKS + b"%x\r\n%s\r\n0\r" % (len(CREATE_V6.body), CREATE_V6.body)),
    "a chunk that ends with two other bytes": raw(
        IN_CHUNKS + b"%x\r\n%s\nx0\r\n\r\n" % (len(CREATE_V6.body), CREATE_V6.body)
    ),
    "a chunk with a sign before its size": raw(
        IN_CHUNKS + b"+%x\r\n%s\r\n0\r\n\r\n" % (len(CREATE_V6.body), CREATE_V6.body)
    ),
    "a length beside a coding that has another one": raw(coded("gzip")),
    "a length beside a coding of chunks": raw(coded("chunked, gzip")),
    "3,000 headers": raw(good(CREATE_V6, **{f"X-{number}": "a" for number in range(3_000)})),
    "a head of more than 1 MiB": raw(good(CREATE_V6, **{f"X-{number}": "a" * 60_000 for number in range(18)})),
    "no HTTP, and silence": Step(
        lambda connection: bool(connection.sock.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")) or SILENT.act(connection)
    ),
    "HTTP/2 in text": raw(started("HTTP/2.0 200 OK")),
    "RTSP": raw(started("RTSP/1.0 200 OK")),
    "a version that is no number": raw(started("HTTP/1.x 200 OK")),
    "a status with a sign": raw(started("HTTP/1.1 +200 OK")),
    "a status of four digits": raw(started("HTTP/1.1 0200 OK")),
    "no HTTP": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "HTTP/0.9": raw(CREATE_V6.body),
    "a status of two digits": raw(b"HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}"),
    "a status that is no number": raw(b"HTTP/1.1 OK 200\r\nContent-Length: 2\r\n\r\n{}"),
    "an interim answer and no other": raw(b"HTTP/1.1 102 Processing\r\n\r\n"),
    "an answer behind 1,001 interim ones": raw(b"HTTP/1.1 102 Processing\r\n\r\n" * 1001 + good(CREATE_V6)),
    "an answer behind 1,001 that say 100": raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 1001 + good(CREATE_V6)),
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


HURRIED = MappingProxyType({"_request_timeout": (30, 0.4)})
BOUNDED = MappingProxyType({"_deadline": 3.0})
ENDLESS = 100_000
ONE_ATTEMPT = MappingProxyType({"_deadline": 3.0, "_retry": RetryPolicy(attempts=1)})


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
            yield Row(name, call, [step], want, options=BOUNDED, at_least=2.8)
    for call in (DETAILS, CREATE_V6):
        want = raised(UnansweredException, doubt=call is not DETAILS)
        options = {"_request_timeout": 3.0, "_retry": RetryPolicy(attempts=1)}
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
        late = Step(lambda connection, step=late: connection.server.stopping.wait(3.4) or step.act(connection))
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
