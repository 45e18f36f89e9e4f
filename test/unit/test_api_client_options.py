"""The options of a call: timeouts, headers, a credential, a content type, a host."""

from __future__ import annotations

import time
from enum import Enum, StrEnum
from typing import Any

import pytest
from unit_kit import CREATED, ORDER, WHO, Connected, answer

from xi.sdk.resellers._core.messages import Timeouts
from xi.sdk.resellers.api_client import CallOptions
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, UnauthorizedException


def searched(client: Connected, **options: Any) -> Connected:
    client.orders.get_resellers_v6_ordersearch(*WHO, **options)
    return client


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, Timeouts(10, 60, 300)),
        (30, Timeouts(10, 30, 30)),
        (2.5, Timeouts(2.5, 2.5, 2.5)),
        ((3, 27), Timeouts(3, 27, 300)),
        ([3, 27.5], Timeouts(3, 27.5, 300)),
        ((0.001, 250), Timeouts(0.001, 250, 300)),
        ((0.5, 0.25), Timeouts(0.5, 0.25, 300)),
        (0.5, Timeouts(0.5, 0.5, 0.5)),
    ],
)
def test_a_timeout_is_one_number_of_seconds_or_a_pair(
    monkeypatch: pytest.MonkeyPatch, given: Any, expected: Timeouts
) -> None:
    # What is left of the deadline is exact when no time passes before the request.
    monkeypatch.setattr(time, "monotonic", lambda: 1000.0)
    client = searched(Connected(answer(204)), _request_timeout=given)
    (used,) = client.transport.timeouts
    assert used == expected


@pytest.mark.parametrize(
    "given",
    [0, -1, 0.0, float("nan"), True, False, "30", (0, 5), (5, 0), (5,), (1, 2, 3), (None, 5), ("1", "2"), {"read": 1}],
)
def test_an_invalid_timeout_is_refused_before_anything_is_sent(given: Any) -> None:
    client = Connected()
    with pytest.raises(ApiValueError, match=r"_request_timeout is .*; it should be seconds above 0, or a pair"):
        searched(client, _request_timeout=given)
    assert client.sent == []


def test_a_timeout_is_limited_by_the_deadline_of_the_policy() -> None:
    client = searched(Connected(answer(204)), _request_timeout=(5, 10_000))
    (used,) = client.transport.timeouts
    assert used.read <= 300
    assert used.total is not None
    assert used.total <= 300


def test_headers_of_a_call_override_those_of_the_client_and_arguments_override_both() -> None:
    client = Connected(answer(204), header_name="X-Shop", header_value="client", cookie="a=1")
    client.client.set_default_header("X-Till", "client")
    client.client.set_default_header("im-senderid", "client")
    searched(
        client,
        im_sender_id="argument",
        _headers={"x-shop": "call", "IM-CORRELATIONID": "call", "User-Agent": "call", "X-More": "call"},
    )
    assert client.header("X-Shop") == "call"
    assert client.header("X-Till") == "client"
    assert client.header("X-More") == "call"
    assert client.header("User-Agent") == "call"
    assert client.header("Cookie") == "a=1"
    assert client.header("IM-SenderID") == "argument"
    assert client.header("IM-CorrelationID") == WHO[2]


def test_headers_of_a_call_are_not_stored_in_the_client() -> None:
    client = Connected(answer(204), answer(204))
    searched(client, _headers={"X-Once": "1"})
    searched(client)
    assert "X-Once" in client.sent[0].headers
    assert "X-Once" not in client.sent[1].headers


def test_a_header_of_the_client_may_be_blank() -> None:
    assert searched(Connected(answer(204), header_name="X-Blank")).header("X-Blank") == ""


def test_the_user_agent_can_be_set() -> None:
    client = Connected(answer(204))
    assert client.client.user_agent.startswith("xi.sdk.resellers/")
    client.client.user_agent = "shop/1.0"
    assert client.client.user_agent == "shop/1.0"
    assert searched(client).header("User-Agent") == "shop/1.0"


def test_arguments_override_replaced_headers_of_the_client() -> None:
    client = Connected(answer(204))
    client.client.default_headers = {"im-countrycode": "XX"}
    assert searched(client).header("IM-CountryCode") == "US"


class Kind(StrEnum):
    SHOP = "abc"


class OldKind(str, Enum):  # noqa: UP042 - `str()` of a member of such a class is its name
    SHOP = "abc"


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (b"abc", "abc"),
        (bytearray(b"abc"), "abc"),
        ("J\u00fcrgen".encode("latin-1"), "J\u00fcrgen"),
        (b"", ""),
        (Kind.SHOP, "abc"),
        (OldKind.SHOP, "abc"),
        (7, "7"),
    ],
)
@pytest.mark.parametrize("name", ["X-Shop", "User-Agent", "X-Api-Key"])
def test_a_value_is_sent_as_the_text_that_it_is_on_the_wire(name: str, given: Any, sent: str) -> None:
    assert searched(Connected(answer(204)), _headers={name: given}).header(name) == sent
    client = Connected(answer(204))
    client.client.set_default_header(name, given)
    assert searched(client).header(name) == sent
    client = Connected(answer(204))
    client.client.default_headers = {name: given}
    assert searched(client).header(name) == sent


@pytest.mark.parametrize("place", ["header", "cookie", "query"])
def test_a_credential_may_be_given_as_bytes(place: str) -> None:
    client = searched(Connected(answer(204)), _request_auth={"in": place, "key": "X-Key", "value": b"mine"})
    shown = {"header": client.header("X-Key"), "cookie": client.header("Cookie"), "query": client.request.target[-4:]}
    assert shown[place] == "mine"


@pytest.mark.parametrize("given", [b"a\r\nX-Other: 1", b"a\x00", bytearray(b"\n")])
def test_bytes_that_are_no_value_of_a_header_are_refused_before_anything_is_sent(given: Any) -> None:
    client = Connected()
    with pytest.raises(ApiValueError, match="line break or control character"):
        searched(client, _headers={"X-Shop": given})
    client.client.default_headers = {"User-Agent": given}
    with pytest.raises(ApiValueError, match="line break or control character"):
        searched(client)
    assert client.sent == []


@pytest.mark.parametrize(
    "given",
    [
        ["X-Once"],
        "X-Once: 1",
        {1: "x"},
        {"X-Once": None},
        {"X-Once": ["1"]},
        {"X-Once": {"a": 1}},
        {"X-Once": memoryview(b"1")},
        {"User-Agent": None},
    ],
)
def test_headers_that_are_no_texts_by_name_are_refused_before_anything_is_sent(given: Any) -> None:
    client = Connected(answer(204))
    with pytest.raises(ApiTypeError, match="_headers should"):
        searched(client, _headers=given)
    assert client.sent == []
    client.client.default_headers = given
    with pytest.raises(ApiTypeError, match="default_headers should"):
        searched(client)


def test_the_token_overrides_an_authorization_header_of_the_call() -> None:
    client = searched(Connected(answer(204)), _headers={"authorization": "Basic old"})
    assert client.header("Authorization") == "Bearer tok-1"


def test_without_a_token_an_authorization_header_of_the_call_is_sent() -> None:
    client = Connected(answer(204), configuration=Configuration())
    assert searched(client, _headers={"authorization": "Basic mine"}).header("Authorization") == "Basic mine"


def test_the_content_type_of_a_body_can_be_replaced() -> None:
    client = Connected(answer(201, CREATED))
    client.orders.post_createorder_v6(*WHO, ORDER, _content_type="application/vnd.x+json")
    assert client.header("Content-Type") == "application/vnd.x+json"


def test_without_a_body_there_is_no_content_type_to_replace() -> None:
    assert searched(Connected(answer(204)), _content_type="text/plain").header("Content-Type") is None


@pytest.mark.parametrize("key", ["X-Api-Key", "Authorization"])
def test_a_credential_in_the_header_replaces_the_token(key: str) -> None:
    client = searched(Connected(answer(204)), _request_auth={"in": "header", "key": key, "value": "mine"})
    assert client.header(key) == "mine"
    assert client.header("Authorization") == (None if key == "X-Api-Key" else "mine")


def test_a_credential_in_the_query_replaces_the_token() -> None:
    auth = {"type": "apiKey", "in": "query", "key": "api key", "value": "a&b"}
    client = searched(Connected(answer(204)), page_size=5, _request_auth=auth)
    assert client.request.target == "/resellers/v6/orders/search?pageSize=5&api%20key=a%26b"
    assert client.header("Authorization") is None


def test_a_credential_in_the_cookie_replaces_the_token_and_the_clients_cookie() -> None:
    client = Connected(answer(204), cookie="a=1")
    searched(client, _request_auth={"in": "cookie", "key": "sid", "value": "sid=mine"})
    assert client.header("Cookie") == "sid=mine"
    assert client.header("Authorization") is None


def test_a_credential_that_is_refused_is_not_sent_again() -> None:
    client = Connected(answer(401))
    with pytest.raises(UnauthorizedException):
        searched(client, _request_auth={"in": "header", "key": "X-Api-Key", "value": "mine"})
    assert len(client.sent) == 1


@pytest.mark.parametrize("auth", [None, {}])
def test_without_a_credential_the_token_is_sent(auth: Any) -> None:
    assert searched(Connected(answer(204)), _request_auth=auth).header("Authorization") == "Bearer tok-1"


def test_the_settings_of_the_configuration_may_serve_as_the_credential() -> None:
    other = Configuration(access_token="tok-other").auth_settings()["application"]
    assert searched(Connected(answer(204)), _request_auth=other).header("Authorization") == "Bearer tok-other"


def test_an_invalid_credential_is_refused_before_anything_is_sent() -> None:
    client = Connected()
    with pytest.raises(ApiValueError, match="_request_auth"):
        searched(client, _request_auth={"in": "body", "key": "k", "value": "s3cret"})
    with pytest.raises(ApiTypeError, match=r"^_request_auth should be a dict with `in`, `key` and `value`, not str$"):
        searched(client, _request_auth="s3cret")
    with pytest.raises(ApiValueError, match="what cannot be the name of a header") as caught:
        searched(client, _request_auth={"in": "header", "key": "X: s3cret", "value": "v"})
    assert caught.value.argument == "_request_auth"
    assert client.sent == []


def test_host_0_is_the_configured_host() -> None:
    configuration = Configuration(host="https://ours.example/sandbox")
    client = searched(Connected(answer(204), configuration=configuration), _host_index=0)
    assert client.request.origin == "https://ours.example"
    assert client.request.target.startswith("/sandbox/resellers/")


@pytest.mark.parametrize("index", [-1, 1, 99])
def test_a_host_that_does_not_exist_is_refused_before_anything_is_sent(index: int) -> None:
    client = Connected()
    with pytest.raises(ApiValueError, match=f"_host_index: there is no host {index}; the known hosts are 0 to 0"):
        searched(client, _host_index=index)
    assert client.sent == []


class TwoHosts(Configuration):
    def get_host_settings(self):
        return [{"url": "https://first.example"}, {"url": "https://second.example"}]


def test_another_known_host_is_called_by_its_index() -> None:
    client = searched(Connected(answer(204), configuration=TwoHosts(host="https://ours.example")), _host_index=1)
    assert client.request.origin == "https://second.example"
    with pytest.raises(ApiValueError, match="_host_index: there is no host 2; the known hosts are 0 to 1"):
        searched(client, _host_index=2)


@pytest.mark.parametrize("host", ["api.ingrammicro.com", "https://[::1", "https://h:port"])
def test_an_invalid_host_is_refused_at_the_call(host: str) -> None:
    client = Connected(configuration=Configuration(host=host))
    with pytest.raises(ApiValueError, match="host"):
        searched(client)


def test_options_show_no_secret() -> None:
    options = CallOptions(5, {"in": "header", "key": "X-Key", "value": "s3cret"}, "a/b", {"Cookie": "s3cret"}, 0)
    assert "s3cret" not in repr(options)
    assert options.request_auth
    assert options.headers
