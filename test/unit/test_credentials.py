"""The bearer token of a client with a scripted transport: fetched, kept, renewed, shared and hidden."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest
import urllib3
from unit_kit import AT_ONCE, CREATED, ORDER, WHO, Connected, Step, answer, not_sent, unanswered

from xi.sdk.resellers._client import apps
from xi.sdk.resellers._core.flow import AskForToken
from xi.sdk.resellers._core.messages import Headers, Response, Unanswered
from xi.sdk.resellers._core.redact import Sealed, opened
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api import AccesstokenApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import (
    ApiException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    NotApprovedException,
    NotSentException,
    ServiceException,
    TooManyRequestsException,
    UnansweredException,
    UnauthorizedException,
    UnreadableResponseException,
    in_doubt,
)

SECRET = 'hush/"7ö+ &'
FOUND = answer(200, {"ingramOrderNumber": "20-RD128"})
PLACED = answer(201, CREATED)
UNAPPROVED = answer(401, {"fault": {"faultstring": "Invalid API call as no apiproduct match found"}})
REFUSED = answer(401, {"fault": {"faultstring": "Access Token expired"}})


class Clock:
    """The clock of all clients."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("time.monotonic", clock.monotonic)
    return clock


def granting(token: str = "t-1", expires_in: object = "3600", **more: object) -> Response:
    return answer(200, {"access_token": token, "token_type": "Bearer", "expires_in": expires_in, **more})


def app(**settings: Any) -> Configuration:
    return Configuration(**{"client_id": "app-1", "client_secret": SECRET, "retry": AT_ONCE} | settings)


def connected(*script: Step, **settings: Any) -> Connected:
    return Connected(*script, configuration=app(**settings))


def read(client: Connected) -> Any:
    return client.orders.get_orderdetails_v6_1("20-RD128", *WHO)


def create(client: Connected) -> Any:
    return client.orders.post_createorder_v6(*WHO, ORDER)


def paths(client: Connected) -> list[str]:
    return [("token" if each.confidential else "call") for each in client.sent]


def bearers(client: Connected) -> list[str | None]:
    return [each.headers.get("Authorization") for each in client.sent if not each.confidential]


# What goes out


def test_a_token_is_fetched_with_a_form_and_used_for_the_following_calls() -> None:
    client = connected(granting(), FOUND, FOUND)
    read(client)
    read(client)
    fetch = client.sent[0]
    assert (fetch.method, fetch.origin) == ("POST", "https://api.ingrammicro.com:443")
    assert fetch.target == "/oauth/oauth20/token"
    assert fetch.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in fetch.headers
    assert fetch.body is not None
    assert parse_qs(fetch.body.decode()) == {
        "grant_type": ["client_credentials"],
        "client_id": ["app-1"],
        "client_secret": [SECRET],
    }
    assert paths(client) == ["token", "call", "call"]
    assert bearers(client) == ["Bearer t-1", "Bearer t-1"]


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({}, "https://api.ingrammicro.com:443/oauth/oauth20/token"),
        ({"host": "https://api.ingrammicro.com:443/sandbox"}, "https://api.ingrammicro.com:443/oauth/oauth20/token"),
        ({"host": "https://api.ingrammicro.com/sandbox/sandbox/"}, "https://api.ingrammicro.com/oauth/oauth20/token"),
        ({"host": "https://gate.example/im/sandbox"}, "https://gate.example/im/oauth/oauth20/token"),
        ({"host": "http://localhost:8080/sandbox"}, "http://localhost:8080/oauth/oauth20/token"),
        ({"token_url": "https://api.ingrammicro.com/oauth/oauth30/token"}, None),
        ({"token_url": "https://login.example/t", "host": "https://api.example/sandbox"}, "https://login.example/t"),
        ({"token_url": "https://login.example"}, "https://login.example/"),
        ({"token_url": "https://api.example/sandbox/oauth/oauth30/token"}, "https://api.example/oauth/oauth30/token"),
        ({"token_url": "https://api.example/x/sandbox/sandbox/oauth/y"}, "https://api.example/x/oauth/y"),
        ({"token_url": "http://127.0.0.1:9/token"}, "http://127.0.0.1:9/token"),
        ({"token_url": "http://[::1]:9/token"}, "http://[::1]:9/token"),
    ],
)
def test_the_token_comes_from_the_configured_url_and_never_from_under_the_sandbox(
    settings: dict[str, Any], url: str | None
) -> None:
    client = connected(granting(), FOUND, **settings)
    read(client)
    assert client.sent[0].origin + client.sent[0].target == (url or settings["token_url"])


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"client_secret": None}, "client_secret is missing"),
        ({"client_secret": ""}, "client_secret is missing"),
        ({"client_id": None}, "client_id is missing"),
        ({"client_id": "", "client_secret": None}, "client_id is missing"),
        (
            {"token_url": "login.example/t"},
            "token_url does not begin with http:// or https://; it should be like https://api",
        ),
        ({"token_url": "ftp://login.example/t"}, "token_url does not begin with http:// or https://"),
        ({"token_url": "http://login.example/t"}, "token_url is 'http://login.example'; a token or a secret goes only"),
        ({"host": "http://api.example"}, "host is 'http://api.example'; a token or a secret goes only over https"),
        ({"host": "http://127.evil.example"}, "host is"),
        ({"host": "http://localhost.evil.example"}, "host is"),
        ({"host": "http://128.0.0.1"}, "host is"),
        ({"calls_per_minute": 0}, "calls_per_minute is 0; it should be a whole number"),
        ({"calls_per_minute": "60"}, "calls_per_minute is '60'"),
        ({"calls_per_minute": 1.5}, "calls_per_minute is 1.5"),
        ({"calls_per_minute": True}, "calls_per_minute is True"),
    ],
)
def test_impossible_settings_are_refused_when_the_client_is_created(settings: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ApiValueError) as caught:
        connected(**settings)
    assert complaint in str(caught.value)
    assert SECRET not in str(caught.value)


def test_a_url_with_a_password_is_refused_without_showing_it() -> None:
    with pytest.raises(ApiValueError) as caught:
        connected(token_url="https://me:pass-1@login.example/t")
    assert "token_url" in str(caught.value)


@pytest.mark.parametrize("host", ["http://api.example", "http://127.evil.example", "http://10.0.0.1", "http://[::2]"])
@pytest.mark.parametrize("way", ["static", "callable", "of the call", "token call"])
def test_no_secret_is_sent_over_plain_http_to_another_machine(host: str, way: str) -> None:
    token: Any = {"static": "tok-1", "callable": lambda: "tok-1"}.get(way)
    client = Connected(configuration=Configuration(host=host, access_token=token))
    auth = {"in": "header", "key": "X-Key", "value": "k"} if way == "of the call" else None
    call = client.orders.get_orderdetails_v6_1
    arguments: tuple[Any, ...] = ("20-RD128", *WHO)
    if way == "token call":
        call, arguments, auth = client.tokens.get_accesstoken, ("client_credentials", "app-1", SECRET), None
    with pytest.raises(ApiValueError, match="only over https, or to this machine"):
        call(*arguments, _request_auth=auth)
    assert client.sent == []


@pytest.mark.parametrize("host", ["http://localhost:1", "http://127.0.0.1", "http://127.9.9.9:80", "http://[::1]:8"])
def test_plain_http_to_this_machine_is_allowed(host: str) -> None:
    client = Connected(FOUND, configuration=Configuration(host=host, access_token="tok-1"))
    read(client)
    assert client.request.origin == host


@pytest.mark.parametrize("name", ["Authorization", "authorization"])
def test_a_token_in_the_headers_counts_as_a_secret(name: str) -> None:
    client = Connected(configuration=Configuration(host="http://api.example"))
    with pytest.raises(ApiValueError, match="only over https"):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO, _headers={name: "Bearer tok-1"})


def test_plain_http_without_a_secret_is_allowed() -> None:
    client = Connected(FOUND, configuration=Configuration(host="http://proxy.example"))
    read(client)


# When it is renewed


@pytest.mark.parametrize("expires_in", ["100", 100, "100.0"])
def test_near_its_end_a_token_is_renewed_before_the_call(expires_in: object, clock: Clock) -> None:
    client = connected(granting("t-1", expires_in), FOUND, FOUND, granting("t-2", expires_in), FOUND)
    read(client)
    clock.now += 89
    read(client)
    clock.now += 2
    read(client)
    assert bearers(client) == ["Bearer t-1", "Bearer t-1", "Bearer t-2"]


@pytest.mark.parametrize("expires_in", [None, "", "soon", "-1", 0, [], {}, True])
def test_a_token_without_a_lifetime_lasts_an_hour(expires_in: object, clock: Clock) -> None:
    client = connected(granting("t-1", expires_in), FOUND, FOUND, granting("t-2", expires_in), FOUND)
    read(client)
    clock.now += 3_299
    read(client)
    clock.now += 301
    read(client)
    assert bearers(client) == ["Bearer t-1", "Bearer t-1", "Bearer t-2"]


@pytest.mark.parametrize("failure", [answer(503), answer(400), not_sent(), unanswered(), answer(200, b"oops")])
def test_an_early_renewal_that_fails_is_tried_once_and_tolerated(failure: Step, clock: Clock) -> None:
    client = connected(granting("t-1", 100), FOUND, failure, PLACED, PLACED)
    read(client)
    clock.now += 91
    create(client)
    clock.now += 1
    create(client)
    assert paths(client) == ["token", "call", "token", "call", "call"]
    assert set(bearers(client)) == {"Bearer t-1"}


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ([answer(400, {"message": "invalid client"})], BadRequestException),
        ([answer(401, {"error": "invalid_client"})], UnauthorizedException),
        ([answer(429)] * 4, TooManyRequestsException),
        ([answer(503)] * 4, NotSentException),
        ([answer(500, {"fault": {"faultstring": "broken"}})] * 4, NotSentException),
        ([not_sent()] * 4, NotSentException),
        ([unanswered()] * 4, NotSentException),
        ([Unanswered("broke off", answer(200, b'{"access_tok'))] * 4, NotSentException),
        ([answer(200, b"<html>")], NotSentException),
        ([answer(200)], NotSentException),
        ([answer(204)], NotSentException),
        ([answer(200, {"expires_in": "3600"})], NotSentException),
        ([answer(200, {"access_token": ""})], NotSentException),
        ([answer(200, {"access_token": "a\nb"})], NotSentException),
        ([answer(200, {"access_token": "a\u20acb"})], NotSentException),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else repr(value[0])[:40],
)
@pytest.mark.parametrize("past", [False, True], ids=["first", "past its end"])
def test_a_failed_token_fetch_is_raised_and_never_in_doubt(
    script: list[Step], kind: type[ApiException], past: bool, clock: Clock
) -> None:
    before: list[Step] = [granting("t-0", 100), FOUND] if past else []
    client = connected(*before, *script, granting("t-9"), PLACED)
    if past:
        read(client)
        clock.now += 101
    with pytest.raises(ApiException) as caught:
        create(client)
    error = caught.value
    assert type(error) is kind
    assert not isinstance(error, (UnansweredException, ServiceException, UnreadableResponseException))
    assert "there is no token, so nothing else was sent" in str(error)
    assert "may have been acted on" not in str(error)
    assert in_doubt(error) == (), "nor does any error it came from"
    assert error.operation == "get_accesstoken"
    assert error.attempts == len(script)
    assert paths(client)[len(before) :] == ["token"] * len(script)
    clock.now += 1
    create(client)
    assert bearers(client)[-1] == "Bearer t-9", "the next call tries anew"


def test_the_error_of_a_failed_fetch_has_the_answer_of_the_service() -> None:
    client = connected(*[answer(500, {"fault": {"faultstring": "token store down"}})] * 4)
    with pytest.raises(NotSentException, match=r"no token: 500 Internal Server Error \(token store down\)"):
        read(client)
    client = connected(answer(200, {"access_token": ""}), client_id="app-2")
    with pytest.raises(NotSentException, match="no token: the answer holds no access_token; there is no token"):
        read(client)


def test_a_token_that_was_refused_is_renewed_once_and_the_call_repeated_once() -> None:
    client = connected(granting("t-1"), REFUSED, granting("t-2"), FOUND, FOUND)
    read(client)
    read(client)
    assert paths(client) == ["token", "call", "token", "call", "call"]
    assert bearers(client) == ["Bearer t-1", "Bearer t-2", "Bearer t-2"]


@pytest.mark.parametrize("call", [read, create])
def test_a_new_token_that_is_refused_too_raises_and_is_not_renewed_again(call: Callable[[Connected], Any]) -> None:
    client = connected(granting("t-1"), REFUSED, granting("t-2"), REFUSED)
    with pytest.raises(UnauthorizedException) as caught:
        call(client)
    assert type(caught.value) is UnauthorizedException
    assert paths(client) == ["token", "call", "token", "call"]


def test_the_same_token_granted_again_is_not_sent_again() -> None:
    client = connected(granting("t-1"), REFUSED, granting("t-1"))
    with pytest.raises(UnauthorizedException):
        read(client)


def test_a_renewal_that_fails_after_a_401_is_raised() -> None:
    client = connected(granting("t-1"), REFUSED, answer(400, {"message": "app revoked"}))
    with pytest.raises(BadRequestException, match="app revoked; there is no token"):
        create(client)


@pytest.mark.parametrize("doubtful", [unanswered(), answer(500)])
@pytest.mark.parametrize("renewal", [answer(400), not_sent()])
def test_a_cancel_in_doubt_stays_in_doubt_if_no_new_token_is_granted(doubtful: Step, renewal: Step) -> None:
    policy = RetryPolicy(attempts=2, base=0, quota_window=0)
    script = [renewal] if isinstance(renewal, Response) else [renewal] * 2
    client = connected(granting("t-1"), doubtful, REFUSED, *script, retry=policy)
    with pytest.raises(UnansweredException, match="it may have been acted on") as caught:
        client.orders.delete_ordercancel("20-RD128", *WHO)
    assert str(caught.value.reason).startswith("after an attempt in doubt: ")
    assert caught.value.attempts == 2
    assert isinstance(caught.value.__cause__, ApiException)


@pytest.mark.parametrize("call", [read, create])
def test_an_app_without_an_approved_product_gets_its_own_error_and_no_new_token(
    call: Callable[[Connected], Any],
) -> None:
    client = connected(granting("t-1"), UNAPPROVED)
    with pytest.raises(NotApprovedException) as caught:
        call(client)
    assert "request the product for it in the developer portal" in str(caught.value)
    assert paths(client) == ["token", "call"]


def test_the_error_of_a_fetch_without_an_approved_product_says_what_to_do() -> None:
    client = connected(UNAPPROVED)
    with pytest.raises(NotApprovedException, match=r"developer portal.*nothing else was sent"):
        create(client)


# Other sources


def test_a_static_token_takes_precedence_and_none_is_fetched() -> None:
    client = connected(FOUND, access_token="static-1")
    read(client)
    assert bearers(client) == ["Bearer static-1"]


def test_a_static_token_that_is_refused_is_not_sent_again() -> None:
    client = connected(REFUSED, access_token="static-1")
    with pytest.raises(UnauthorizedException):
        read(client)


def test_the_app_credentials_are_used_after_a_static_token_is_removed() -> None:
    client = connected(FOUND, granting(), FOUND, access_token="static-1")
    read(client)
    client.configuration.access_token = None
    read(client)
    assert bearers(client) == ["Bearer static-1", "Bearer t-1"]


def test_a_token_function_is_called_before_each_call_and_again_after_a_401() -> None:
    given = iter(["c-1", "c-2", "c-3"])
    client = connected(FOUND, REFUSED, FOUND, access_token=lambda: next(given))
    read(client)
    read(client)
    assert bearers(client) == ["Bearer c-1", "Bearer c-2", "Bearer c-3"]


def test_no_authorization_is_sent_if_the_token_function_returns_none() -> None:
    client = Connected(FOUND, configuration=Configuration(access_token=lambda: None))
    read(client)
    assert bearers(client) == [None]


@pytest.mark.parametrize("given", [7, b"tok", ["tok"]])
def test_a_token_function_that_does_not_return_text_is_refused(given: Any) -> None:
    client = Connected(configuration=Configuration(access_token=lambda: given))
    with pytest.raises(ApiTypeError, match=rf"access_token\(\) should give a str, not {type(given).__name__}"):
        read(client)


def test_a_token_function_that_returns_an_invalid_header_value_is_refused() -> None:
    client = Connected(configuration=Configuration(access_token=lambda: "tok\n1"))
    with pytest.raises(ApiValueError, match=r"access_token\(\) holds a line break"):
        read(client)


def test_an_exception_of_the_token_function_is_raised() -> None:
    def broken() -> str:
        raise LookupError("the vault is shut")

    client = Connected(configuration=Configuration(access_token=broken))
    with pytest.raises(LookupError, match="the vault is shut"):
        read(client)
    assert client.sent == []


def test_no_authorization_is_sent_without_credentials() -> None:
    client = Connected(FOUND, configuration=Configuration())
    assert client.client._bound.credentials.is_known is False
    read(client)
    with pytest.raises(StopIteration) as end:
        next(client.client._bound.credentials.obtain(None, 0.0))
    assert end.value.value is None
    empty = Connected(configuration=Configuration(access_token=lambda: "")).client
    assert isinstance(next(empty._bound.credentials.obtain("x", 0.0)), AskForToken)


# Who shares it


@pytest.mark.parametrize(
    ("other", "fetches"),
    [
        ({}, 1),
        ({"host": "https://api.ingrammicro.com:443/sandbox"}, 1),
        ({"client_secret": "another"}, 2),
        ({"client_id": "app-2"}, 2),
        ({"token_url": "https://login.example/t"}, 2),
    ],
)
def test_clients_with_the_same_credentials_share_a_token_and_the_quota(other: dict[str, Any], fetches: int) -> None:
    first = connected(granting(), FOUND)
    read(first)
    second = connected(*([granting("t-2")] if fetches == 2 else []), FOUND, **other)
    read(second)
    assert paths(second) == ["token", "call"][2 - fetches :]
    shares = first.client._bound.runtime.throttle is second.client._bound.runtime.throttle
    assert shares is (fetches == 1)


def test_a_token_renewed_by_one_client_is_used_by_the_other() -> None:
    first, second = connected(granting("t-1"), FOUND), connected(REFUSED, granting("t-2"), FOUND)
    read(first)
    read(second)
    first.transport.script.append(FOUND)
    read(first)
    assert bearers(first) == ["Bearer t-1", "Bearer t-2"]


def test_a_forked_child_has_its_own_locks_and_counts() -> None:
    client = connected(calls_per_minute=1)
    throttle = client.client._bound.runtime.throttle
    assert throttle is not None
    assert throttle.reserve("get_orderdetails_v6_1", 100.0, reads=True) == 0
    with apps._lock, throttle._lock:
        apps._after_fork()
        assert throttle.reserve("get_orderdetails_v6_1", 100.0, reads=True) == 0
        connected()


def test_a_configured_quota_holds_for_all_clients_of_the_app() -> None:
    first = connected()
    connected(calls_per_minute=2)
    throttle = first.client._bound.runtime.throttle
    assert throttle is not None
    assert [throttle.reserve("get_orderdetails_v6_1", 100.0, reads=True) for _ in range(2)] == [0, 0]
    assert throttle.reserve("get_orderdetails_v6_1", 100.0, reads=True) > 0


# What shows


def texts(error: BaseException) -> str:
    """Return all texts of an error and its causes that a program might print, log or send."""
    told = [traceback.format_exc()]
    seen: BaseException | None = error
    while seen is not None:
        told += [str(seen), repr(seen), repr(seen.args), repr({k: v for k, v in vars(seen).items() if k != "headers"})]
        told += [repr(dict(getattr(seen, "headers", None) or {}))]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(told)


PLAIN = "s3cr3t-of-the-app"
ODD = 's3c "r/3t&of<ö+%'
ECHOES = {
    "a field": lambda secret: answer(
        400, {"errors": [{"fields": [{"field": "client_secret", "value": secret, "message": f"{secret}?"}]}]}
    ),
    "the body": lambda secret: answer(400, f"bad secret {secret}".encode()),
    "a form": lambda secret: answer(400, form(secret)),
    "json": lambda secret: answer(500, {"fault": {"faultstring": f"<{secret}>"}}),
    "the reason": lambda secret: answer(401, b"", reason=f"no {secret}"),
    "a header": lambda secret: answer(401, b"", X_Echo=f"no {secret}", X_Other="x"),
    "a success": lambda secret: answer(200, f"<p>{secret}</p>".encode()),
    "a success without a token": lambda secret: answer(200, {"client_secret": secret}),
    "an unapproved": lambda secret: answer(401, f"apiproduct {secret}".encode()),
    "half an answer": lambda secret: Unanswered(
        f"no whole answer: {secret}", Response(200, secret, Headers([("X", secret)]), secret.encode())
    ),
    "an answer that breaks off": lambda secret: replace(answer(200, b"", X_Echo=secret), measured=False),
}


def form(secret: str) -> bytes:
    from urllib.parse import urlencode

    return urlencode({"client_id": "app-1", "client_secret": secret}).encode()


def spellings(secret: str) -> list[str]:
    import json

    return [secret, form(secret).decode().rpartition("=")[2], json.dumps(secret)[1:-1], repr(secret)[1:-1]]


@pytest.mark.parametrize("secret", [PLAIN, ODD])
@pytest.mark.parametrize("echo", ECHOES)
@pytest.mark.parametrize("way", ["of the configuration", "of the token call"])
def test_no_error_shows_the_secret_even_if_the_server_echoes_it(secret: str, echo: str, way: str) -> None:
    configuration = app(client_secret=secret, retry=RetryPolicy(attempts=1))
    client = Connected(ECHOES[echo](secret), configuration=configuration)
    try:
        if way == "of the configuration":
            create(client)
        else:
            answered = client.tokens.get_accesstoken("client_credentials", "app-1", configuration.client_secret or "")
            assert answered.access_token is None
    except ApiException as error:
        shown = texts(error)
        assert not [each for each in spellings(secret) if each in shown]
        assert echo in {"half an answer", "an answer that breaks off"} or client.sent
        pickle.loads(pickle.dumps(error))
    else:
        assert (echo, way) == ("a success without a token", "of the token call")


@pytest.mark.parametrize("short", ["a", "e", "token", "access_token", '"', "t-1"])
def test_a_short_secret_is_not_removed_from_a_token_that_contains_it(short: str) -> None:
    client = connected(granting("a-token-t-1"), FOUND, client_secret=short)
    read(client)
    assert bearers(client) == ["Bearer a-token-t-1"]


def test_repr_of_settings_shows_no_secret() -> None:
    configuration = app(access_token="tok-hush")
    client = Connected(configuration=configuration)
    shown = [repr(configuration), repr(vars(configuration)), str(vars(configuration)), repr(client.client)]
    shown += [repr(vars(client.client)), configuration.to_debug_report(), repr(apps._apps)]
    assert not [each for each in shown if SECRET in each or "tok-hush" in each]
    assert configuration.client_secret == SECRET


# Copies


AGAIN: list[Callable[[Any], Any]] = [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))]


@pytest.mark.parametrize("again", AGAIN, ids=["copy", "deepcopy", "pickle"])
def test_a_configuration_copies_with_its_secrets(again: Callable[[Any], Any]) -> None:
    configuration = app(
        access_token="tok-hush", token_url="https://login.example/t", account=Account("20-1", "US"), calls_per_minute=6
    )
    configuration.retries = urllib3.Retry(2)
    twin = again(configuration)
    for name in ("client_id", "client_secret", "access_token", "token_url", "account", "calls_per_minute", "host"):
        assert getattr(twin, name) == getattr(configuration, name), name
    assert twin.retry == AT_ONCE
    assert "tok-hush" not in repr(vars(twin))
    assert SECRET not in repr(vars(twin))
    assert twin.logger == configuration.logger


def test_a_configuration_with_an_open_log_file_pickles_without_it(tmp_path: Any) -> None:
    configuration = app()
    configuration.logger_file = str(tmp_path / "log")
    twin = pickle.loads(pickle.dumps(configuration))
    configuration.logger_file = None
    assert twin.logger_file is None
    assert twin.logger_file_handler is None


@pytest.mark.parametrize("again", AGAIN[1:], ids=["deepcopy", "pickle"])
def test_a_copy_of_a_client_has_its_settings_without_sockets_or_fetched_tokens(again: Callable[[Any], Any]) -> None:
    client = connected(granting("fetched-1"), FOUND)
    read(client)
    client.client.set_default_header("X-Team", "blue")
    client.client.cookie = "c=1"
    raw = pickle.dumps(ApiClient(client.configuration))
    assert b"fetched-1" not in raw
    assert SECRET.encode() in raw
    twin = again(client.client)
    assert isinstance(twin, ApiClient)
    assert twin.default_headers == client.client.default_headers
    assert twin.cookie == "c=1"
    assert twin.configuration.client_secret == SECRET
    assert opened(twin._bound.credentials.current(0.0)) == "fetched-1", "in the same process it is the same app"
    assert AccesstokenApi(twin).api_client is twin


def test_a_client_unpickled_in_another_process_fetches_its_own_token() -> None:
    client = connected(granting("t-1"), FOUND)
    read(client)
    raw = pickle.dumps(client.client)
    apps._apps.clear()  # as in another process
    twin = pickle.loads(raw)
    assert twin._bound.credentials.current(0.0) is None
    assert "_given" not in vars(twin)


def test_a_client_can_be_pickled_if_its_observer_can() -> None:
    client = pickle.loads(pickle.dumps(ApiClient(app(observer=print))))
    assert client.configuration.observer is print


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("proxy", "http://proxy.example:3128"),
        ("proxy", "http://me:other@proxy.example:3128"),
        ("proxy_headers", {"Proxy-Authorization": "Basic x"}),
        ("verify_ssl", False),
        ("ssl_ca_cert", "/ca.pem"),
        ("cert_file", "/cert.pem"),
        ("key_file", "/key.pem"),
        ("assert_hostname", False),
        ("tls_server_name", "other.example"),
    ],
)
def test_clients_share_a_token_only_with_the_same_connection_settings(name: str, value: object) -> None:
    from xi.sdk.resellers import Configuration
    from xi.sdk.resellers._client.apps import Pair, app_of

    def app(**settings: object) -> object:
        configuration = Configuration(client_id="id-way", client_secret="s-way")
        for each, given in settings.items():
            setattr(configuration, each, given)
        pair = Pair(configuration.client_id or "", Sealed(configuration.client_secret or ""))
        return app_of(configuration, {"User-Agent": "a"}, pair)

    assert app() is app()
    assert app(**{name: value}) is app(**{name: value})
    assert app(**{name: value}) is not app()


def test_clients_with_different_proxies_of_the_environment_share_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    from xi.sdk.resellers import Configuration
    from xi.sdk.resellers._client.apps import Pair, app_of

    configuration = Configuration(client_id="id-way", client_secret="s-way")
    pair = Pair(configuration.client_id or "", Sealed(configuration.client_secret or ""))
    before = app_of(configuration, {"User-Agent": "a"}, pair)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert app_of(configuration, {"User-Agent": "a"}, pair) is not before
