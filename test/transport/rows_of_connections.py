"""Rows of idle connections, of answers to other calls, and of calls that cannot be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from call_kit import CANCEL, CREATE_V6, CREATE_V7, DETAILS, MODIFY, RELEASE, SEARCH, Call
from outcome_kit import EXAMPLE_HOST, Outcome, Row, raised, result
from rows_of_faults import PAGE, good, next_once, sized
from server_kit import ServerConnection, Step
from step_kit import (
    CLOSE,
    GRANTED,
    HALF_HEAD,
    RESET,
    RESET_HANDSHAKE,
    answer,
    raw,
    response_bytes,
    sending,
    then_push,
    when_released,
)

from xi.sdk.resellers.exceptions import (
    NotSentException,
    UnansweredException,
    error_class,
)

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
        closing = b"HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (
            len(DETAILS.body),
            DETAILS.body,
        )
        script = [then_push(sending(closing, ends=False)), call.answer()]
        yield Row("a close in a second line, before it", call, script, result(), **IDLE)
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


NEVER = raised(NotSentException, attempts=3, requests=0)


def unsent_rows() -> Iterator[Row]:
    """Without a connection, TLS or a tunnel no call is sent."""
    plain = Step(lambda connection: raw(b"HTTP/1.1 400 This is no TLS\r\n\r\n").act(connection), before_reading=True)
    for call in (DETAILS, CANCEL, CREATE_V6, next_once()):
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
        for call in (DETAILS, CREATE_V6, next_once()) if is_configured else (CREATE_V6,):
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
    for call in (DETAILS, CANCEL, CREATE_V6, next_once()):
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
    for call in (DETAILS, CANCEL, CREATE_V6, next_once()):
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
