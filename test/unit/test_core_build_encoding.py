"""What arguments look like on the wire, with urllib.parse as the reference, and what is refused for its looks."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_kit import OPERATIONS, ORDER, WHO

from xi.sdk.resellers._core.call import Sender, build
from xi.sdk.resellers._core.headers import authorized_by, header_value
from xi.sdk.resellers._core.hosts import split_host
from xi.sdk.resellers._core.messages import Request
from xi.sdk.resellers._core.redact import Sealed
from xi.sdk.resellers.exceptions import ApiValueError

HOST = "https://api.example:443"
SENDER = Sender(HOST, {})
AWKWARD = [
    "plain",
    "a b",
    "a&b=c",
    "a#b",
    "a/b",
    "a?b",
    "a+b",
    "100%",
    "%2F",
    "é",
    "日本語",
    "emoji 🚚",
    "~-._",
    '"quoted"',
    "a;b",
    "tab\there",
    "line\nbreak",
    "nul\x00",
    "{orderNumber}",
    "..a",
    "a..",
    "...",
]


def cancel(number: Any, **options: Any) -> Request:
    arguments = (number, *WHO, None, None)
    return build(OPERATIONS["delete_ordercancel"], arguments, Sender(HOST, {}, **options)).request


def search(**arguments: Any) -> Request:
    operation = OPERATIONS["get_resellers_v6_ordersearch"]
    given = dict(zip(("im_customer_number", "im_country_code", "im_correlation_id"), WHO, strict=True)) | arguments
    values = [given.pop(parameter.name, None) for parameter in operation.parameters]
    assert not given, given
    return build(operation, values, SENDER).request


def create(**options: Any) -> Request:
    arguments = (*WHO, ORDER, None)
    sender = Sender(options.pop("host", HOST), options.pop("defaults", {}))
    return build(OPERATIONS["post_createorder_v6"], arguments, sender, **options).request


@pytest.mark.parametrize("text", AWKWARD)
def test_a_path_value_is_encoded_like_urllib(text: str) -> None:
    assert cancel(text).target == f"/resellers/v6/orders/{quote(text, safe='')}"


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: text.strip() and text not in (".", "..")))
def test_a_path_value_stays_one_segment_and_can_be_read_back(text: str) -> None:
    *front, last = cancel(text).target.split("/")
    assert front == ["", "resellers", "v6", "orders"]
    assert unquote(last) == text
    assert not set(last) & set("?#&= \t\n")


@pytest.mark.parametrize("text", [".", ".."])
def test_a_path_value_with_dot_segments_is_refused(text: str) -> None:
    with pytest.raises(ApiValueError, match="order_number"):
        cancel(text)


@pytest.mark.parametrize("text", ["../tokens", "a/../b", "./a", "a/."])
def test_dot_segments_are_refused_where_slashes_are_not_encoded(text: str) -> None:
    with pytest.raises(ApiValueError, match="order_number"):
        cancel(text, safe_in_path="/")


def test_characters_declared_safe_are_not_encoded_in_the_path() -> None:
    assert cancel("a/b c:d", safe_in_path="/:").target == "/resellers/v6/orders/a/b%20c:d"


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_a_blank_path_value_is_refused(text: str) -> None:
    with pytest.raises(ApiValueError, match="order_number must not be blank"):
        cancel(text)


@pytest.mark.parametrize("text", AWKWARD)
def test_a_query_value_is_encoded_like_urllib(text: str) -> None:
    path, _, query = search(customer_order_number=text).target.partition("?")
    assert path == "/resellers/v6/orders/search"
    assert query == f"customerOrderNumber={quote(text, safe='')}"
    assert parse_qsl(query, keep_blank_values=True) == [("customerOrderNumber", text)]


@given(st.lists(st.text(st.characters(codec="utf-8")).filter(str.strip), min_size=1))
def test_the_values_of_a_list_can_be_read_back_one_by_one(texts: list[str]) -> None:
    _, _, query = search(order_status_in=texts).target.partition("?")
    assert parse_qsl(query, keep_blank_values=True) == [("orderStatus-in", text) for text in texts]


def test_a_list_repeats_its_key() -> None:
    target = search(order_status_in=["OPEN", "ON HOLD"], page_size=5).target
    assert target.endswith("/search?orderStatus-in=OPEN&orderStatus-in=ON%20HOLD&pageSize=5")


def test_an_empty_list_is_no_filter() -> None:
    """Asked without one, the server would answer with every order of the last 20 days."""
    with pytest.raises(ApiValueError, match="order_status_in is empty"):
        search(order_status_in=[])


def test_an_argument_of_none_is_not_sent() -> None:
    request = search()
    assert "?" not in request.target
    assert "IM-SenderID" not in request.headers


@pytest.mark.parametrize("text", AWKWARD)
def test_urllib_can_decode_an_encoded_form(text: str) -> None:
    operation = OPERATIONS["get_accesstoken"]
    request = build(operation, ("client_credentials", "id", text), SENDER).request
    assert request.target == "/oauth/oauth20/token"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    body = request.open_body()
    assert body is not None
    assert parse_qsl(body.decode(), keep_blank_values=True)[-1] == ("client_secret", text)


def test_a_form_is_confidential_and_a_json_body_is_not() -> None:
    operation = OPERATIONS["get_accesstoken"]
    assert build(operation, ("client_credentials", "id", "s"), SENDER).request.confidential
    assert not create().confidential


@pytest.mark.parametrize("text", ["\ud800", "PO-\udfff"])
@pytest.mark.parametrize("argument", ["customer_order_number", "order_status_in", "im_sender_id"])
def test_the_refusal_of_a_lone_surrogate_names_the_argument(argument: str, text: str) -> None:
    with pytest.raises(ApiValueError, match=argument):
        search(**{argument: [text] if argument == "order_status_in" else text})
    with pytest.raises(ApiValueError, match="order_number"):
        cancel(text)
    with pytest.raises(ApiValueError, match="_request_auth"):
        authorized_by(search(), {"in": "query", "key": "k", "value": text})


BREAKING = ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\x00b", "a\x1bb", "a\x7fb", "\n"]


@pytest.mark.parametrize("text", BREAKING)
def test_a_line_break_or_control_character_is_refused_in_every_header(text: str) -> None:
    with pytest.raises(ApiValueError, match="im_sender_id"):
        search(im_sender_id=text)
    with pytest.raises(ApiValueError, match="X-Mine"):
        create(headers={"X-Mine": text})
    with pytest.raises(ApiValueError, match="X-Ours"):
        create(defaults={"X-Ours": text})
    with pytest.raises(ApiValueError, match="_content_type"):
        create(content_type=text)
    for place in ("header", "cookie"):
        with pytest.raises(ApiValueError, match="_request_auth"):
            authorized_by(create(), {"in": place, "key": "X-Key", "value": text})


@pytest.mark.parametrize("name", ["", "X Y", "X:Y", "X\r\nY", "Ü", "X\n"])
def test_an_invalid_header_name_is_refused(name: str) -> None:
    with pytest.raises(ApiValueError, match="name of a header"):
        create(headers={name: "v"})
    with pytest.raises(ApiValueError, match="name of a header"):
        create(defaults={name: "v"})


@pytest.mark.parametrize("name", ["X Y", "X:Y", "X\r\nY", "Ü"])
def test_a_credential_with_an_invalid_header_name_is_refused(name: str) -> None:
    with pytest.raises(ApiValueError, match=r"_request_auth.*name of a header"):
        authorized_by(create(), {"in": "header", "key": name, "value": "v"})


@pytest.mark.parametrize("text", ["plain", "tab\tinside", "café", "ÿ", "a;b=c, d"])
def test_latin1_text_is_accepted_as_a_header_value(text: str) -> None:
    assert header_value("x", text) == text


@pytest.mark.parametrize("text", ["日本", "€", "🚚", "\ud800"])
def test_text_beyond_latin1_is_refused_as_a_header_value(text: str) -> None:
    with pytest.raises(ApiValueError, match=r"im_sender_id .*Latin-1"):
        header_value("im_sender_id", text)


@pytest.mark.parametrize(
    ("host", "origin", "prefix"),
    [
        ("https://api.example", "https://api.example", ""),
        ("https://api.example:443/", "https://api.example:443", ""),
        ("https://api.example:443/sandbox", "https://api.example:443", "/sandbox"),
        ("https://api.example/sandbox/", "https://api.example", "/sandbox"),
        ("http://127.0.0.1:8123/a/b", "http://127.0.0.1:8123", "/a/b"),
        ("http://[::1]:8123", "http://[::1]:8123", ""),
    ],
)
def test_a_host_is_an_origin_with_an_optional_prefix(host: str, origin: str, prefix: str) -> None:
    assert split_host(host) == (origin, prefix)
    request = create(host=host)
    assert (request.origin, request.target) == (origin, f"{prefix}/resellers/v6/orders")


@pytest.mark.parametrize(
    "host",
    [
        "",
        "api.example",
        "//api.example",
        "ftp://api.example",
        "https://",
        "https:///path",
        "https://api.example?a=b",
        "https://api.example#top",
        "https://[::1",
        "https://api.example:port",
        "https://api.example:99999",
    ],
)
def test_an_invalid_host_url_is_refused(host: str) -> None:
    with pytest.raises(ApiValueError, match="host"):
        split_host(host)


@pytest.mark.parametrize(
    "host", ["https://me:s3cret@api.example", "https://me:s3cret@api.example/?x", "ftp://me:s3cret@api.example"]
)
def test_a_password_in_the_host_is_refused_and_not_repeated(host: str) -> None:
    with pytest.raises(ApiValueError) as caught:
        split_host(host)
    assert "s3cret" not in str(caught.value)


def test_accept_is_always_json_and_content_type_only_with_a_body() -> None:
    assert create().headers["Content-Type"] == create().headers["Accept"] == "application/json"
    assert "Content-Type" not in search().headers


def test_a_content_type_of_the_callers_own_replaces_that_of_the_body() -> None:
    assert create(content_type="application/vnd.x+json").headers["Content-Type"] == "application/vnd.x+json"


def test_arguments_override_headers_of_the_call_and_those_override_headers_of_the_client() -> None:
    request = create(
        defaults={"User-Agent": "client", "X-A": "client", "x-b": "client", "im-senderid": "client"},
        headers={"x-a": "call", "ACCEPT": "text/html", "im-correlationid": "call", "content-type": "text/plain"},
    )
    assert dict(request.headers) == {
        "User-Agent": "client",
        "x-a": "call",
        "x-b": "client",
        "im-senderid": "client",
        "ACCEPT": "text/html",
        "content-type": "text/plain",
        "IM-CustomerNumber": WHO[0],
        "IM-CountryCode": WHO[1],
        "IM-CorrelationID": WHO[2],
    }


def test_an_argument_overrides_a_default_header_of_the_client() -> None:
    headers = create(defaults={"im-countrycode": "XX"}).headers
    assert [value for name, value in headers.items() if name.lower() == "im-countrycode"] == [WHO[1]]


@pytest.mark.parametrize("given", [{"headers": {"authorization": "old"}}, {"defaults": {"AUTHORIZATION": "old"}}])
def test_the_bearer_token_replaces_an_authorization_in_any_spelling(given: dict[str, Any]) -> None:
    headers = create(**given).bearing(Sealed("t0ken")).open_headers()
    assert [value for name, value in headers.items() if name.lower() == "authorization"] == ["Bearer t0ken"]


@pytest.mark.parametrize("name", ["X-Key", "x-key", "Authorization"])
def test_a_credential_in_the_header_replaces_one_of_the_same_name(name: str) -> None:
    request = authorized_by(create(headers={"X-KEY": "old"}), {"in": "header", "key": name, "value": "s3cret"})
    assert request.open_headers()[name] == "s3cret"
    assert ("X-KEY" in request.headers) == (name == "Authorization")


def test_a_credential_in_the_cookie_replaces_the_cookies_of_the_client() -> None:
    request = authorized_by(create(defaults={"cookie": "a=1"}), {"in": "cookie", "key": "sid", "value": "sid=s3cret"})
    assert request.open_headers()["Cookie"] == "sid=s3cret"
    assert "cookie" not in request.headers


@pytest.mark.parametrize("value", AWKWARD)
def test_a_credential_in_the_query_is_encoded_and_makes_the_request_confidential(value: str) -> None:
    request = authorized_by(search(), {"in": "query", "key": "api key", "value": value})
    assert request.target.partition("?")[2] == f"api%20key={quote(value, safe='')}"
    assert request.confidential
    request = authorized_by(search(page_size=5), {"in": "query", "key": "k", "value": value})
    assert request.target.endswith(f"/search?pageSize=5&k={quote(value, safe='')}")


@pytest.mark.parametrize(
    "auth",
    [
        {"in": "body", "key": "k", "value": "v"},
        {"key": "k", "value": "v"},
        {"in": "header", "value": "v"},
        {"in": "query", "key": "", "value": "v"},
        {"in": "header", "key": "k", "value": ""},
        {"in": "cookie", "key": "k", "value": None},
    ],
)
def test_a_credential_that_lacks_a_part_is_refused_without_being_repeated(auth: dict[str, Any]) -> None:
    with pytest.raises(ApiValueError, match=r"_request_auth.*`in`.*`key`.*`value`") as caught:
        authorized_by(create(), auth)
    assert caught.value.argument == "_request_auth"
