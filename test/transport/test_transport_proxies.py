"""Calls through a proxy: plain, tunnelled, and SOCKS if PySocks is installed."""

from __future__ import annotations

import struct
import sys
import time
import traceback
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any

import pytest
from call_kit import ALL, CREATE_V6, DETAILS, ONCE, Call
from server_kit import HANGS_S, ServerConnection, Step
from step_kit import RESET, RESET_UNREAD, SILENT, answer, dripping, raw, socks5, then_close, tunnel

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers._transport import urllib3_response
from xi.sdk.resellers.exceptions import ApiValueError, NotSentException, ServiceException, UnansweredException

PLAIN = "http://api.example"
SECURE = "https://api.example:8443"
PROXY_HEADERS = {"Proxy-Authorization": "Basic cHJveHktc2VjcmV0"}

calls = pytest.mark.parametrize("call", ALL, ids=lambda call: call.name)
once = pytest.mark.parametrize("call", ONCE, ids=lambda call: call.name)
socks = pytest.mark.skipif(find_spec("socks") is None, reason="PySocks, of the extra `socks`, is not installed")


@pytest.fixture
def behind(authority) -> Step:
    """The step of a proxy that grants a tunnel to api.example."""
    return tunnel(authority.server("api.example"))


# ------------------------------------------------------------------------------------------ for http


@calls
def test_a_plain_proxy_is_asked_for_the_whole_url(serve, orders_of, call: Call) -> None:
    proxy = serve(call.answer(), DETAILS.answer())
    orders = orders_of(f"{PLAIN}:81/sandbox", proxy=proxy.url, proxy_headers=PROXY_HEADERS)
    assert call.recognizes(call(orders))
    assert DETAILS.recognizes(DETAILS(orders))
    first = proxy.requests[0]
    assert first.target.startswith("http://api.example:81/sandbox/resellers/v")
    assert first.headers["host"] == "api.example:81"
    assert first.headers["proxy-authorization"] == PROXY_HEADERS["Proxy-Authorization"]
    assert "authorization" not in first.headers
    assert first.pieces == 1
    assert proxy.connections == 1


def test_a_call_through_a_plain_proxy_that_is_down_was_not_sent(closed_port, orders_of) -> None:
    with pytest.raises(NotSentException, match="refused") as caught:
        CREATE_V6(orders_of(PLAIN, proxy=closed_port))
    assert caught.value.attempts == 3


def test_a_create_that_a_plain_proxy_loses_is_not_sent_again(serve, orders_of) -> None:
    proxy = serve(RESET)
    with pytest.raises(UnansweredException):
        CREATE_V6(orders_of(PLAIN, proxy=proxy.url))
    assert len(proxy.requests) == 1


def test_a_plain_proxy_reached_over_tls_is_asked_for_the_whole_url(serve, orders_of, authority) -> None:
    proxy = serve(DETAILS.answer(), tls=authority.server())
    assert DETAILS.recognizes(DETAILS(orders_of(PLAIN, proxy=proxy.url, ssl_ca_cert=authority.path)))
    assert proxy.request.target.startswith("http://api.example/resellers/")


# ------------------------------------------------------------------------------------------ for https


@calls
def test_a_tunnel_is_asked_for_and_the_call_goes_through_it(serve, orders_of, authority, behind, call: Call) -> None:
    proxy = serve(behind, call.answer(), DETAILS.answer())
    orders = orders_of(SECURE, proxy=proxy.url, proxy_headers=PROXY_HEADERS, ssl_ca_cert=authority.path)
    assert call.recognizes(call(orders))
    assert DETAILS.recognizes(DETAILS(orders))
    asked, *inside = proxy.requests
    assert (asked.method, asked.target) == ("CONNECT", "api.example:8443")
    assert asked.headers["proxy-authorization"] == PROXY_HEADERS["Proxy-Authorization"]
    assert "authorization" not in asked.headers
    assert [each.target.startswith("/resellers/v") for each in inside] == [True, True]
    assert [each.headers.get("proxy-authorization") for each in inside] == [None, None]
    assert proxy.connections == 1


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param(answer(403, b"", Connection="close"), id="forbids"),
        pytest.param(answer(407, b"", Connection="close"), id="wants a password"),
        pytest.param(answer(502, b"", Connection="close"), id="cannot reach it"),
        pytest.param(RESET, id="resets"),
        pytest.param(raw(b""), id="closes"),
        pytest.param(raw(b"SSH-2.0-OpenSSH_9.2\r\n"), id="is none"),
        pytest.param(SILENT, id="says nothing"),
    ],
)
@once
def test_a_refused_tunnel_is_requested_again(serve, orders_of, authority, behind, call: Call, refusal: Step) -> None:
    proxy = serve(refusal, behind, call.answer())
    orders = orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path)
    assert call.recognizes(call(orders, _request_timeout=(1.5, 60) if refusal is SILENT else None))
    assert [each.method for each in proxy.requests] == ["CONNECT", "CONNECT", call.method]


def test_a_call_whose_tunnel_is_always_refused_was_not_sent_and_the_error_has_the_reason(
    serve, orders_of, authority
) -> None:
    proxy = serve(*[answer(403, b"", Connection="close")] * 3)
    with pytest.raises(NotSentException, match="403 Forbidden") as caught:
        CREATE_V6(orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path))
    assert caught.value.attempts == len(proxy.requests) == 3


def test_no_request_goes_through_a_tunnel_to_a_server_with_an_untrusted_certificate(
    serve, orders_of, authority, stranger
) -> None:
    proxy = serve(*[tunnel(stranger.server("api.example"))] * 3)
    with pytest.raises(NotSentException, match="certificate verify failed"):
        CREATE_V6(orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path))
    assert {each.method for each in proxy.requests} == {"CONNECT"}


def test_a_create_lost_inside_a_tunnel_is_not_sent_again(serve, orders_of, authority, behind) -> None:
    proxy = serve(behind, RESET)
    with pytest.raises(UnansweredException):
        CREATE_V6(orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path))
    assert [each.method for each in proxy.requests] == ["CONNECT", "POST"]


def test_a_reopened_tunnel_is_not_bound_by_the_timeout_of_an_earlier_call(
    serve, orders_of, authority, behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    # urllib3 opens the same connection object anew, and asks it for the tunnel before it gets a request.
    proxy = serve(behind, then_close(DETAILS.answer()), behind, CREATE_V6.answer())
    once_only = RetryPolicy(attempts=1)
    orders = orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path, retry=once_only)
    DETAILS(orders, _request_timeout=30)
    assert proxy.wait_until_ended(1)
    monkeypatch.setattr(urllib3_response, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + 100))
    assert CREATE_V6.recognizes(CREATE_V6(orders))


def test_a_call_whose_tunnel_is_granted_after_the_timeout_was_not_sent(
    serve, orders_of, authority, behind, monkeypatch
) -> None:
    monkeypatch.setattr(urllib3_response, "time", SimpleNamespace(monotonic=lambda: time.monotonic() + 100))
    proxy = serve(behind)
    orders = orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path, retry=RetryPolicy(attempts=1))
    with pytest.raises(NotSentException, match="timed out"):
        CREATE_V6(orders, _request_timeout=30)
    assert proxy.wait_until_ended(1)
    assert [each.method for each in proxy.requests] == ["CONNECT"]


def test_a_502_from_inside_the_tunnel_is_an_error_of_the_service(serve, orders_of, authority, behind) -> None:
    proxy = serve(behind, answer(502, b"<html/>", kind="text/html"))
    with pytest.raises(ServiceException):
        CREATE_V6(orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path))
    assert len(proxy.requests) == 2


def test_a_tunnel_goes_through_a_proxy_that_is_reached_over_tls(serve, orders_of, authority) -> None:
    def within(connection: ServerConnection) -> bool:
        # TLS within TLS is more than Python's server side offers, so what arrives is only looked at.
        connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        connection.server.notes.append(connection.receive()[:2])
        return False

    proxy = serve(*[Step(within)] * 3, tls=authority.server())
    with pytest.raises(NotSentException):
        CREATE_V6(orders_of(SECURE, proxy=proxy.url, ssl_ca_cert=authority.path))
    assert [each.target for each in proxy.requests] == ["api.example:8443"] * 3
    assert proxy.notes == [b"\x16\x03"] * 3  # the beginning of a handshake


# ------------------------------------------------------------------------------------------ no proxy at all


@pytest.mark.parametrize(
    "proxy", ["localhost:3128", "ftp://proxy:21", "http://", "socks9://proxy:1", "http://me:pr0xy-s3cret@pro xy:3128"]
)
def test_an_invalid_proxy_url_is_refused(orders_of, proxy: str) -> None:
    # In our own words: a caller who catches this package's errors must catch it, and a password must not show.
    with pytest.raises(ApiValueError, match="proxy") as caught:
        CREATE_V6(orders_of(PLAIN, proxy=proxy))
    assert "pr0xy-s3cret" not in "".join(traceback.format_exception(caught.value))


def test_an_invalid_host_is_refused(orders_of) -> None:
    with pytest.raises(ApiValueError, match="host"):
        CREATE_V6(orders_of("http://ex ample.com"))


# ------------------------------------------------------------------------------------------ SOCKS


def socks4a() -> Step:
    """As a SOCKS4a proxy, take a connection."""

    def act(connection: ServerConnection) -> bool:
        _, _, port = struct.unpack(">BBH", connection.exactly(4))
        connection.exactly(5)  # the address that says that a name follows, and no user
        name = b""
        while (byte := connection.exactly(1)) != b"\0":
            name += byte
        connection.server.notes.append((name.decode(), port))
        connection.sock.sendall(b"\0\x5a" + bytes(6))
        return True

    return Step(act, before_reading=True)


def through(scheme: str, server: Any) -> str:
    return server.url.replace("http", scheme)


@socks
@calls
def test_a_socks_proxy_is_asked_for_the_host_by_name(serve, orders_of, call: Call) -> None:
    proxy = serve(socks5(), call.answer(), DETAILS.answer())
    orders = orders_of(f"{PLAIN}:81", proxy=through("socks5h", proxy))
    assert call.recognizes(call(orders))
    assert DETAILS.recognizes(DETAILS(orders))
    assert proxy.notes == [("api.example", 81)]
    assert proxy.requests[0].target.startswith("/resellers/v")
    assert [each.pieces for each in proxy.requests] == [1, 1]


@socks
def test_a_socks5_proxy_without_h_is_asked_for_the_address(serve, orders_of) -> None:
    proxy = serve(socks5(), DETAILS.answer())
    # Without a token, as to any host elsewhere over plain http.
    DETAILS(orders_of("http://192.0.2.1:81", proxy=through("SOCKS5", proxy), access_token=None))
    assert proxy.notes == [("192.0.2.1", 81)]


@socks
def test_a_socks4a_proxy_is_asked_for_the_host_by_name(serve, orders_of) -> None:
    proxy = serve(socks4a(), DETAILS.answer())
    DETAILS(orders_of(PLAIN, proxy=through("socks4a", proxy)))
    assert proxy.notes == [("api.example", 80)]


@socks
def test_tls_goes_through_a_socks_proxy_and_is_checked(serve, orders_of, authority, stranger) -> None:
    proxy = serve(socks5(), CREATE_V6.answer(), tls=authority.server("api.example"))
    proxy_url = through("socks5h", proxy).replace("socks5hs", "socks5h")
    assert CREATE_V6.recognizes(CREATE_V6(orders_of(SECURE, proxy=proxy_url, ssl_ca_cert=authority.path)))
    other = serve(*[socks5()] * 3, tls=stranger.server("api.example"))
    other_url = through("socks5h", other).replace("socks5hs", "socks5h")
    with pytest.raises(NotSentException, match="certificate verify failed"):
        CREATE_V6(orders_of(SECURE, proxy=other_url, ssl_ca_cert=authority.path))
    assert (len(proxy.requests), len(other.requests)) == (1, 0)


@socks
def test_the_password_in_the_url_of_a_socks_proxy_is_sent_to_it(serve, orders_of) -> None:
    proxy = serve(socks5(user="me", password="p@ss"), DETAILS.answer())
    url = through("socks5h", proxy).replace("//", "//me:p%40ss@")
    assert DETAILS.recognizes(DETAILS(orders_of(PLAIN, proxy=url)))


@socks
@once
def test_a_socks_proxy_that_refuses_or_resets_is_asked_again(serve, orders_of, call: Call) -> None:
    proxy = serve(socks5(granted=False), RESET_UNREAD, socks5(), call.answer())
    assert call.recognizes(call(orders_of(PLAIN, proxy=through("socks5h", proxy))))
    assert (proxy.connections, len(proxy.requests)) == (3, 1)


@socks
def test_a_call_through_a_socks_proxy_that_is_down_was_not_sent(closed_port, orders_of) -> None:
    with pytest.raises(NotSentException, match="refused") as caught:
        CREATE_V6(orders_of(PLAIN, proxy=closed_port.replace("http", "socks5h")))
    assert caught.value.attempts == 3


@socks
def test_a_create_lost_behind_a_socks_proxy_is_not_sent_again(serve, orders_of) -> None:
    proxy = serve(socks5(), RESET)
    with pytest.raises(UnansweredException):
        CREATE_V6(orders_of(PLAIN, proxy=through("socks5h", proxy)))
    assert len(proxy.requests) == 1


@socks
@pytest.mark.parametrize("options", [{"_deadline": 0.5}, {"_request_timeout": (0.5, 60)}], ids=["deadline", "connect"])
def test_a_socks_handshake_that_comes_byte_by_byte_ends_in_time(serve, orders_of, options: Any) -> None:
    def act(connection: ServerConnection) -> bool:
        connection.receive()
        connection.sock.sendall(b"\x05\x00")
        connection.receive()
        # A name of 255 bytes, for which 255 times the timeout was allowed; it takes a minute.
        return dripping(b"\x05\x00\x00\x03\xff" + b"a" * 255, 0.25).act(connection)

    proxy = serve(Step(act, before_reading=True))
    orders = orders_of(PLAIN, proxy=through("socks5h", proxy), retry=RetryPolicy(attempts=1))
    began = time.monotonic()
    with pytest.raises(NotSentException, match="timed out"):
        CREATE_V6(orders, **options)
    assert time.monotonic() - began < HANGS_S
    assert proxy.wait_until_ended(1)


@pytest.mark.filterwarnings("ignore:SOCKS support")  # urllib3 warns as well; an error alone is what it was
def test_a_socks_proxy_without_pysocks_names_the_extra(orders_of, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("xi.sdk.resellers._transport.urllib3_socks", "urllib3.contrib.socks"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "socks", None)
    with pytest.raises(ImportError, match=r"PySocks.*pip install"):
        DETAILS(orders_of(PLAIN, proxy="socks5h://127.0.0.1:9"))
