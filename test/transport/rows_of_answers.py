"""Rows of answers: readable, unreadable and refusals."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from gzip import compress
from typing import Any

from call_kit import CANCEL, CREATE_V6, CREATE_V7, DETAILS, MODIFY, RELEASE, SEARCH, Call
from outcome_kit import SAFE, Row, in_turn, raised, result
from rows_of_faults import JSON, PAGE, good, next_once, sized
from server_kit import ReceivedRequest, Step
from step_kit import (
    RESET,
    answer,
    chunked,
    dripping,
    raw,
    respond_with,
    response_bytes,
    sending,
    then_close,
)

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers.exceptions import (
    ApiException,
    BadRequestException,
    ServiceException,
    TooManyRequestsException,
    UnansweredException,
    UnreadableResponseException,
)


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
    "in chunks with a length among the trailers": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\nContent-Length: 9\r\nX: 1\r\n\r\n"
        % (len(call.body), call.body)
    ),
    "in chunks, and closed before the last blank line": lambda call: then_close(
        sending(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n" % (len(call.body), call.body))
    ),
    "two lengths in one line": lambda call: sending(head(call, "HTTP/1.1 200 OK\nContent-Length: LEN, LEN\n\n")),
    "transfer-encoding identity": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\nTransfer-Encoding: identity\nContent-Length: LEN\n\n")
    ),
    "a line that is no header": lambda call: sending(head(call, "HTTP/1.1 200 OK\ngarbage\nContent-Length: LEN\n\n")),
    "such a line, with more of it": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\ngarbage\n and: more\nX-A: 1\n 2\nContent-Length: LEN\n\n")
    ),
    "a blank in the name of a header": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\nX Y: a\nContent-Length: LEN\n\n")
    ),
    "a line that is no header among a hundred": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\n" + "X-A: 1\n" * 120 + "garbage\nContent-Length: LEN\n\n")
    ),
    "twenty thousand lines that are no header": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\n" + "garbage\n" * 20_000 + "Content-Length: LEN\n\n")
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
    "gzipped twice, said in two lines": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s"
        % (len(compress(zlib.compress(call.body))), compress(zlib.compress(call.body)))
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
    "HTTP/1.2": lambda call: sending(head(call, "HTTP/1.2 200 OK\nContent-Length: LEN\n\n")),
    "tabs in its status line": lambda call: sending(head(call, "HTTP/1.1\t200 \t OK\t\nContent-Length: LEN\n\n")),
    "zero bytes in its head": lambda call: sending(
        head(call, "HTTP/1.1 200 O\0K\nX-Note: a\0b\nContent-Type: application\0/json\nContent-Length: LEN\0\n\n")
    ),
    "control characters in its head": lambda call: sending(
        head(call, "HTTP/1.1 200 O\x0bK\n\x0bX-A: b\nX-Note: a\x01\x1c\x7f\rb\nContent-Length:\x0cLEN\x1f\n\n")
    ),
    "a tab before a colon": lambda call: sending(head(call, "HTTP/1.1 200 OK\nContent-Length\t: LEN\n\n")),
    "a folded line behind its status": lambda call: sending(
        head(call, "HTTP/1.1 200 OK\n folded\nContent-Length: LEN\n\n")
    ),
    "a length on a folded line": lambda call: sending(head(call, "HTTP/1.1 200 OK\nContent-Length:\n LEN\n \n\n")),
    "in chunks, with a tab behind that word": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\t\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(call.body), call.body)
    ),
    "in chunks below another coding, with a length beside": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
        % (len(call.body), call.body)
    ),
    "in a chunk that LF ends": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\n0\r\n\r\n" % (len(call.body), call.body)
    ),
    "in a chunk of a size with zeros": lambda call: sending(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%030x\r\n%s\r\n0\r\n\r\n" % (len(call.body), call.body)
    ),
    "an interim answer of HTTP/1.0 before it": lambda call: sending(
        b"HTTP/1.0 102 Processing\r\nContent-Length: 9\r\n\r\n" + good(call), ends=False
    ),
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
    "a thousand interim answers before it": lambda call: sending(
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" * 500 + good(call), ends=False
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


def in_chunks_of(status: int, call: Call | None = None) -> bytes:
    """An answer of a status in chunks, with the body of a good answer to a call, or with none."""
    body = b"" if call is None else b"%x\r\n%s\r\n" % (len(call.body), call.body)
    return response_bytes(status, body, {**JSON, "Transfer-Encoding": "chunked"}) + b"0\r\n\r\n"


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
            yield unreadable("204 with a body in chunks", call, 204, raw(in_chunks_of(204, call)))
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
    yield Row("204 with a body in chunks", nothing(SEARCH), [raw(in_chunks_of(204, SEARCH))], result())
    yield Row("204 that says chunks", nothing(SEARCH), [sending(in_chunks_of(204)[:-5], ends=False)], result())
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
        for call in (DETAILS, CANCEL, CREATE_V6, next_once()):
            step = answer(201, body, Content_Encoding=encoding)
            yield replace(unreadable(name, call, 201, step), settings=small)
    # What a refusal says by its status counts, however long it is.
    yield Row("400 too large", CREATE_V6, [answer(400, b" " * 200_000)], raised(BadRequestException, 400), small)


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
    for call in (DETAILS, CANCEL, CREATE_V6, next_once(), next_once(), next_once()):
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
