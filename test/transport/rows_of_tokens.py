"""Rows of calls that fetch their token from the server."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from call_kit import CANCEL, CREATE_V6, DETAILS
from outcome_kit import Row, raised, result
from rows_of_faults import LOST, PAGE, sized, token_answer
from server_kit import Step
from step_kit import (
    HALF_BODY,
    RESET,
    answer,
    raw,
    respond_with,
    response_bytes,
    sending,
)

from xi.sdk.resellers.exceptions import (
    ApiException,
    BadRequestException,
    ForbiddenException,
    NotApprovedException,
    NotSentException,
    UnansweredException,
    UnauthorizedException,
    error_class,
)

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
