"""One table of what goes wrong on a network, for the blocking and the awaited client: the error, and what arrived."""

from __future__ import annotations

import asyncio
import logging
import pickle
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from gzip import compress
from itertools import count
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from transport_kit import (
    CLOSE,
    CORRELATION,
    CREATE_V6,
    DETAILS,
    HALF_BODY,
    HALF_HEAD,
    MODIFY,
    RESET,
    RESET_UNREAD,
    SILENT,
    TOKEN,
    Authority,
    Call,
    Line,
    Server,
    Step,
    answer,
    raw,
    whole,
)

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import (
    ApiException,
    NotApprovedException,
    NotSentException,
    ServiceException,
    TooManyRequestsException,
    UnansweredException,
    UnauthorizedException,
    UnreadableResponseException,
)

SECRET = "cl1ent-s3cret"
QUICK = RetryPolicy(attempts=3, base=0.01, quota_window=0.05, wait_cap=0.2)
Run = Callable[..., Any]


def configured(host: str, **settings: Any) -> Configuration:
    given = {"access_token": TOKEN} if "client_id" not in settings else {}
    more = {name: settings.pop(name) for name in list(settings) if name in ("ssl_ca_cert", "verify_ssl", "proxy")}
    configuration = Configuration(host=host, retry=QUICK, **given, **settings)
    for name, value in more.items():
        setattr(configuration, name, value)
    return configuration


def run_sync(host: str, *calls: Call, options: Mapping[str, Any] | None = None, **settings: Any) -> list[Any]:
    with ApiClient(configured(host, **settings)) as client:
        return [call(OrdersApi(client), **(options or {})) for call in calls]


def run_async(host: str, *calls: Call, options: Mapping[str, Any] | None = None, **settings: Any) -> list[Any]:
    async def main() -> list[Any]:
        async with aio.AsyncApiClient(configured(host, **settings)) as client:
            orders: Any = aio.OrdersApi(client)
            return [await call(orders, **(options or {})) for call in calls]

    return asyncio.run(main())


faces = pytest.mark.parametrize("run", [run_sync, run_async], ids=["sync", "async"])


def leaks(error: BaseException, caplog: pytest.LogCaptureFixture) -> list[str]:
    """The secrets that people get to see of an error: in what it says, in its chain, in the logs on the way there."""
    shown = traceback.format_exception(pickle.loads(pickle.dumps(error)))
    text = "\n".join([str(error), repr(error), *traceback.format_exception(error), *shown, caplog.text])
    return [each for each in (TOKEN, SECRET, "t0ken-1", "t0ken-2") if each in text]


def drip(line: Line) -> bool:
    for byte in whole(200, b"{" + b" " * 400 + b"}", {"Content-Length": "402"}):
        if line.server.stopping.wait(0.02):
            break
        line.sock.sendall(bytes([byte]))
    return False


def token(number: int, **more: Any) -> Step:
    return answer(200, {"access_token": f"t0ken-{number}", "token_type": "Bearer", "expires_in": "86400", **more})


FAULT = {"fault": {"faultstring": "Invalid API call as no apiproduct match found", "detail": {"errorcode": "x"}}}
SPENT = answer(401, {"fault": {"faultstring": "Invalid access token"}})
ENDED = answer(200, DETAILS.good)


class Row(NamedTuple):
    """What the server does, and what comes of it."""

    script: Sequence[Step]
    """For a call that goes once; one that may be repeated gets its last step twice more."""
    once: type[ApiException]
    """What a create or modify raises."""
    repeated: type[ApiException]
    """What a call raises that may be repeated."""
    arrive: tuple[int, int] = (1, 3)
    """Requests that arrive: of the one, and of the other."""
    options: Mapping[str, Any] = MappingProxyType({})
    settings: Mapping[str, Any] = MappingProxyType({})


APPS = count(1)
APP = {"client_id": "app", "client_secret": SECRET}
ROWS = {
    "reset before reading": Row([RESET_UNREAD], UnansweredException, UnansweredException, (0, 0)),
    "reset after reading": Row([RESET], UnansweredException, UnansweredException),
    "closed without a word": Row([CLOSE], UnansweredException, UnansweredException),
    "half a head": Row([raw(HALF_HEAD)], UnansweredException, UnansweredException),
    "half an answer": Row([raw(HALF_BODY)], UnansweredException, UnansweredException),
    "no HTTP": Row([raw(b"SSH-2.0-OpenSSH_9.2\r\n")], UnansweredException, UnansweredException),
    "silence": Row([SILENT], UnansweredException, UnansweredException, options={"_request_timeout": (5, 0.3)}),
    "drip": Row([Step(drip)], UnansweredException, UnansweredException, (1, 1), options={"_deadline": 0.5}),
    "429 for ever": Row([answer(429)] * 3, TooManyRequestsException, TooManyRequestsException, (3, 3)),
    "500": Row([answer(500, {"errors": []})], ServiceException, ServiceException),
    "502 with a page": Row([answer(502, b"<html>", kind="text/html")], ServiceException, ServiceException),
    "503": Row([answer(503, b"")], ServiceException, ServiceException),
    "400": Row([answer(400, {"message": "no"})], ApiException, ApiException, (1, 1)),
    "truncated JSON": Row([answer(200, b'{"a": [')], *[UnreadableResponseException] * 2, (1, 1)),
    "200 with a page": Row([answer(200, b"<html>", kind="text/html")], *[UnreadableResponseException] * 2, (1, 1)),
    "gzip bomb": Row(
        [answer(201, compress(b" " * 50_000_000), Content_Encoding="gzip")],
        UnreadableResponseException,
        UnreadableResponseException,
        (1, 1),
        settings={"max_response_size": 1_000_000},
    ),
    "too large": Row(
        [answer(201, b" " * 2_000_000)],
        UnreadableResponseException,
        UnreadableResponseException,
        (1, 1),
        settings={"max_response_size": 1_000_000},
    ),
    "401 with a token that cannot be renewed": Row([SPENT], *[UnauthorizedException] * 2, (1, 1)),
    "401 for ever": Row([token(1), SPENT, token(2), SPENT], *[UnauthorizedException] * 2, (4, 4), settings=APP),
    "401 for want of a product": Row(
        [token(1), answer(401, FAULT)], NotApprovedException, NotApprovedException, (2, 2), settings=APP
    ),
    "401 from the token URL": Row(
        [answer(401, {"message": f"wrong: {SECRET}"})], *[UnauthorizedException] * 2, (1, 1), settings=APP
    ),
    "500 from the token URL for ever": Row([answer(500)] * 3, *[NotSentException] * 2, (3, 3), settings=APP),
    "reset by the token URL for ever": Row([RESET] * 3, *[NotSentException] * 2, (3, 3), settings=APP),
    "no token in the answer": Row([answer(200, {})], *[NotSentException] * 2, (1, 1), settings=APP),
}


@faces
@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6, MODIFY], ids=lambda call: call.name)
def test_each_failure_has_its_error_and_its_number_of_requests(
    serve, caplog: pytest.LogCaptureFixture, run: Run, call: Call, row: Row
) -> None:
    caplog.set_level(logging.DEBUG, "xi.sdk.resellers")
    goes_once = call is not DETAILS
    script = row.script if goes_once or row.settings or len(row.script) > 1 else [*row.script, *row.script[-1:] * 2]
    server: Server = serve(*script)
    # The token of an app is shared by all clients with its credentials, and ports come round again: each case has an
    # app of its own.
    own = {"token_url": f"{server.url}/token", "client_id": f"app-{next(APPS)}"}
    settings = {**row.settings, **(own if "client_id" in row.settings else {})}
    began = time.monotonic()
    with pytest.raises(row.once if goes_once else row.repeated) as caught:
        run(server.url, call, options=row.options, **settings)
    assert time.monotonic() - began < 8
    assert len(server.requests) == row.arrive[not goes_once]
    assert leaks(caught.value, caplog) == []
    sent = [each for each in server.requests if each.target != "/token"]
    assert {each.headers["im-correlationid"] for each in sent} <= {CORRELATION}


@faces
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6, MODIFY], ids=lambda call: call.name)
def test_nobody_listening_is_not_sent(closed_port: str, caplog: pytest.LogCaptureFixture, run: Run, call: Call) -> None:
    with pytest.raises(NotSentException) as caught:
        run(closed_port, call)
    assert caught.value.attempts == 3
    assert leaks(caught.value, caplog) == []


PAST, SOON = -5_000, 100
RESETS: dict[str, Callable[[], dict[str, str]]] = {
    "no word": dict,
    "Retry-After": lambda: {"Retry_After": "0.05"},
    "Retry-After of nothing": lambda: {"Retry_After": "0"},
    "seconds to wait": lambda: {"X_RateLimit_Reset": "0.05"},
    "epoch in seconds": lambda: {"X_RateLimit_Reset": f"{time.time() + 0.1:.3f}"},
    "epoch in milliseconds": lambda: {"X_RateLimit_Reset": f"{time.time() * 1000 + SOON:.0f}"},
    "a moment past": lambda: {"X_RateLimit_Reset": f"{time.time() * 1000 + PAST:.0f}"},
    "nonsense": lambda: {"X_RateLimit_Reset": "tomorrow"},
}


@faces
@pytest.mark.parametrize("headers", RESETS.values(), ids=RESETS)
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
def test_a_429_is_waited_out_whatever_form_its_reset_has(
    serve, run: Run, call: Call, headers: Callable[[], dict[str, str]]
) -> None:
    server: Server = serve(answer(429, {"errors": []}, **headers()), call.answer())
    (result,) = run(server.url, call)
    assert call.told(result)
    assert len(server.requests) == 2


@faces
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6, MODIFY], ids=lambda call: call.name)
def test_a_token_that_died_early_costs_one_renewal_and_no_failure(serve, run: Run, call: Call) -> None:
    server: Server = serve(token(1), call.answer(), SPENT, token(2), call.answer(), call.answer())
    results = run(server.url, call, call, call, **APP, token_url=f"{server.url}/token/{next(APPS)}")
    assert all(call.told(each) for each in results)
    bearers = [each.headers.get("authorization") for each in server.requests]
    first, second = "Bearer t0ken-1", "Bearer t0ken-2"
    assert bearers == [None, first, first, None, second, second]
    forms = [each.body for each in server.requests if each.target.startswith("/token/")]
    assert forms == [b"grant_type=client_credentials&client_id=app&client_secret=cl1ent-s3cret"] * 2


@faces
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_to_another_host_is_not_followed(serve, run: Run, status: int) -> None:
    other: Server = serve()
    server: Server = serve(answer(status, b"", Location=f"{other.url}/elsewhere"))
    with pytest.raises(ApiException) as caught:
        run(server.url, CREATE_V6)
    assert caught.value.status == status
    assert (len(server.requests), other.connections) == (1, 0)


@faces
@pytest.mark.parametrize("kind", ["text/plain", "application/octet-stream", "text/html; charset=iso-8859-1"])
def test_a_wrong_content_type_keeps_no_order_from_being_read(serve, run: Run, kind: str) -> None:
    server: Server = serve(answer(201, CREATE_V6.good, kind=kind))
    (result,) = run(server.url, CREATE_V6)
    assert CREATE_V6.told(result)


@faces
@pytest.mark.parametrize("wrong", ["authority", "name"])
@pytest.mark.parametrize("call", [DETAILS, CREATE_V6], ids=lambda call: call.name)
def test_a_wrong_certificate_is_not_sent_to(
    serve, authority: Authority, stranger: Authority, caplog: pytest.LogCaptureFixture, run: Run, call: Call, wrong: str
) -> None:
    tls = stranger.server() if wrong == "authority" else authority.server("other.example")
    server: Server = serve(tls=tls)
    with pytest.raises(NotSentException) as caught:
        run(server.url, call, ssl_ca_cert=authority.path)
    assert server.requests == []
    assert leaks(caught.value, caplog) == []


@faces
def test_a_right_certificate_is(serve, authority: Authority, run: Run) -> None:
    server: Server = serve(ENDED, ENDED, tls=authority.server())
    assert len(run(server.url, DETAILS, DETAILS, ssl_ca_cert=authority.path)) == 2
    assert server.connections == 1


@pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning")
@faces
def test_a_certificate_is_not_checked_where_that_is_switched_off(serve, stranger: Authority, run: Run) -> None:
    server: Server = serve(ENDED, tls=stranger.server("other.example"))
    assert run(server.url, DETAILS, verify_ssl=False)


@faces
def test_nothing_is_sent_in_the_clear_but_to_this_machine(run: Run) -> None:
    with pytest.raises(ValueError, match="only over https"):
        run("http://192.0.2.1", DETAILS)
    with pytest.raises(ValueError, match="only over https"):
        run("https://192.0.2.1", DETAILS, **APP, token_url="http://192.0.2.1/token")
