"""User and password of a proxy URL are sent only to the proxy; this machine is called without a proxy."""

from __future__ import annotations

import base64
import logging
import traceback

import pytest
from call_kit import CREATE_V6, DETAILS, TOKEN
from step_kit import answer, raw, tunnel

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers.exceptions import ApiValueError, NotSentException, in_doubt

PASSWORD = "p@ss wörd/1"
SPELLED = "p%40ss%20w%C3%B6rd%2F1"
PAIR = base64.b64encode(f"me:{PASSWORD}".encode()).decode()
ONE = RetryPolicy(attempts=1)


def with_password(url: str) -> str:
    return url.replace("//", f"//me:{SPELLED}@")


def left_behind(error: BaseException) -> str:
    """Return the messages of an error and its causes, and the variables of all frames but those of these tests."""
    told, left = "", [error]
    while left:
        each = left.pop()
        left += [one for one in (each.__cause__, each.__context__) if one is not None]
        told += f"{each!r} {each}\n"
        for frame, _ in traceback.walk_tb(each.__traceback__):
            if frame.f_code.co_filename != __file__:
                told += f"{frame.f_locals!r}\n"
    return told


@pytest.fixture(params=["configured", "of the environment"])
def through(request, monkeypatch, orders_of):
    """Makes the orders API of a host behind a proxy that wants a password."""

    def make(host: str, proxy: str, **settings):
        if request.param == "configured":
            settings["proxy"] = with_password(proxy)
        else:
            for name in ("HTTP_PROXY", "HTTPS_PROXY"):
                monkeypatch.setenv(name, with_password(proxy))
        return orders_of(host, retry=ONE, **settings)

    return make


def test_a_plain_proxy_gets_user_and_password(serve, through) -> None:
    proxy = serve(DETAILS.answer())
    assert DETAILS.recognizes(DETAILS(through("http://api.example", proxy.url)))
    assert proxy.request.headers["proxy-authorization"] == f"Basic {PAIR}"
    assert "@" not in proxy.request.target


def test_a_tunnel_is_asked_for_with_user_and_password_and_the_server_sees_neither(serve, through, authority) -> None:
    proxy = serve(tunnel(authority.server("api.example")), DETAILS.answer())
    assert DETAILS.recognizes(DETAILS(through("https://api.example", proxy.url, ssl_ca_cert=authority.path)))
    asked, inside = proxy.requests
    assert asked.headers["proxy-authorization"] == f"Basic {PAIR}"
    assert "proxy-authorization" not in inside.headers


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param(answer(407, b"", Connection="close"), id="407"),
        pytest.param(answer(502, b"", Connection="close"), id="502"),
        pytest.param(answer(503, b"", Connection="close"), id="503"),
        pytest.param(raw(f"HTTP/1.1 407 me:{PAIR} p@ss\r\n\r\n".encode()), id="one that echoes"),
        pytest.param(raw(f"HTTP/1.1 407 {PASSWORD}\r\n\r\n".encode("latin-1")), id="one that echoes the password"),
        pytest.param(raw(b""), id="closes"),
    ],
)
def test_user_and_password_are_in_no_error_cause_or_log(serve, through, authority, caplog, refusal) -> None:
    caplog.set_level(logging.DEBUG)
    proxy = serve(refusal)
    with pytest.raises(NotSentException) as caught:
        CREATE_V6(through("https://api.example", proxy.url, ssl_ca_cert=authority.path))
    assert [each.method for each in proxy.requests] == ["CONNECT"]
    told = left_behind(caught.value)
    for secret in (PASSWORD, SPELLED, PAIR):
        assert secret not in told + caplog.text


@pytest.mark.parametrize(
    "proxy", ["http://me:{}@", "ftp://me:{}@proxy:21", "http://me:{}@pro xy:1", "http://me:{}@p:99999"]
)
def test_the_error_for_an_invalid_proxy_url_does_not_repeat_the_url(orders_of, proxy: str) -> None:
    with pytest.raises(ApiValueError, match="proxy is not a URL") as caught:
        CREATE_V6(orders_of("http://api.example", proxy=proxy.format(SPELLED)))
    assert caught.value.argument == "proxy"
    assert SPELLED not in left_behind(caught.value)
    assert in_doubt(caught.value) == ()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_reached_without_a_proxy(serve, through, host: str) -> None:
    proxy, server = serve(), serve(DETAILS.answer())
    assert DETAILS.recognizes(DETAILS(through(server.url.replace("127.0.0.1", host), proxy.url)))
    assert server.request.headers["authorization"] == f"Bearer {TOKEN}"
    assert proxy.connections == 0


def test_a_name_that_only_looks_like_this_machine_goes_through_the_proxy(serve, through) -> None:
    proxy = serve(DETAILS.answer())
    assert DETAILS.recognizes(DETAILS(through("http://127.example.com", proxy.url, access_token=None)))
    assert proxy.request.target.startswith("http://127.example.com/")
