"""Messages: headers in any case, requests and answers that never show a secret, timeouts cut to what is left."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from unit_kit import OPERATIONS

from xi.sdk.resellers._core.flow import AskForToken, Send, Sleep
from xi.sdk.resellers._core.messages import Headers, Request, Response, Timeouts
from xi.sdk.resellers._core.operation import Kind, Operation, Parameter, Place, Repeat
from xi.sdk.resellers._core.redact import HIDDEN, SHOWN_BYTES, Sealed, shown_body, shown_headers


def test_a_header_is_found_in_any_case() -> None:
    headers = Headers([("IM-CorrelationID", "c-1")])
    assert headers["im-correlationid"] == headers["IM-CORRELATIONID"] == "c-1"
    assert "Im-CorrelationId" in headers
    assert headers.get("IM-SenderID") is None


def test_a_name_that_is_not_text_is_not_a_header() -> None:
    assert 1 not in Headers([("1", "x")])


def test_a_header_that_comes_twice_is_joined_by_a_comma_under_its_first_spelling() -> None:
    headers = Headers([("Via", "a"), ("VIA", "b"), ("Date", "now")])
    assert dict(headers) == {"Via": "a, b", "Date": "now"}
    assert len(headers) == 2


REPEATED = [("Content-Type", "a"), ("Set-Cookie", "x=1"), ("set-cookie", "y=2")]


def test_headers_behave_like_a_dict() -> None:
    headers = Headers(REPEATED)
    plain = {"Content-Type": "a", "Set-Cookie": "x=1, y=2"}
    assert isinstance(headers, dict)
    assert headers == plain
    assert json.loads(json.dumps(headers)) == {**headers} == dict(headers.items()) == plain
    assert dict({"Via": "v"} | headers) == {"Via": "v"} | plain
    assert dict(headers | {"CONTENT-TYPE": "b"}) == plain | {"Content-Type": "b"}
    assert headers == plain, "a union is another dict"


def test_every_value_of_a_repeated_header_can_be_read() -> None:
    headers = Headers(REPEATED)
    assert headers.getlist("SET-COOKIE") == headers.get_all("set-cookie") == ["x=1", "y=2"]
    assert headers.getlist("content-type") == ["a"]
    assert headers.getlist("Via") == []
    assert headers.getlist("Via", ["none"]) == ["none"]
    for again in (copy.copy, copy.deepcopy, Headers.copy, lambda each: pickle.loads(pickle.dumps(each))):
        twin = again(headers)
        assert type(twin) is Headers
        assert twin == headers
        twin["set-cookie"] = "z"
        assert headers.getlist("set-cookie") == ["x=1", "y=2"]


def test_a_changed_header_keeps_its_original_spelling() -> None:
    headers = Headers(REPEATED)
    headers["SET-COOKIE"] = "z"
    assert headers.getlist("Set-Cookie") == ["z"]
    assert headers.setdefault("content-TYPE", "b") == "a"
    assert headers.setdefault("Via", "v") == headers["via"] == "v"
    headers.update({"VIA": "w"}, date="now")
    headers |= {"DATE": "then"}
    assert dict(headers) == {"Content-Type": "a", "Set-Cookie": "z", "Via": "w", "date": "then"}
    assert headers.pop("via") == "w"
    assert headers.pop("via", None) is None
    with pytest.raises(KeyError):
        headers.pop("via")
    del headers["SET-cookie"]
    assert headers.popitem() == ("date", "then")
    once = Headers([("Via", "a"), ("Via", "b")])
    once.popitem()
    once["Via"] = "c"
    assert once.getlist("Via") == ["c"]
    assert list(headers) == ["Content-Type"]
    assert "date" not in headers
    headers.clear()
    assert "content-type" not in headers
    assert headers.get("content-type") is None


def test_repr_of_headers_shows_only_harmless_values() -> None:
    shown = repr(Headers([("Content-Type", "application/json"), ("Set-Cookie", "session=s3cret")]))
    assert "application/json" in shown
    assert "s3cret" not in shown


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_headers_can_be_copied_and_pickled(again) -> None:
    headers = Headers([("IM-SenderID", "me")])
    assert again(headers) == headers
    assert again(headers)["im-senderid"] == "me"


@pytest.mark.parametrize(
    "name", ["Authorization", "authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Proxy-Authorization", "X-New"]
)
def test_a_header_not_known_to_be_harmless_is_hidden(name: str) -> None:
    assert shown_headers({name: "s3cret"}) == {name: HIDDEN}


@pytest.mark.parametrize("name", ["IM-CorrelationID", "IM-CORRELATIONID", "Retry-After", "x-ratelimit-reset"])
def test_a_harmless_header_is_shown_in_any_case(name: str) -> None:
    assert shown_headers({name: "value"}) == {name: "value"}


def test_a_shown_body_is_one_line() -> None:
    assert shown_body(b'{\r\n  "a": 1\n}') == ' { "a": 1 }'


def test_an_empty_body_is_shown_as_empty_text() -> None:
    assert shown_body(b"") == ""


def test_a_long_body_is_shortened_with_a_note() -> None:
    assert shown_body(b"x" * SHOWN_BYTES) == " " + "x" * SHOWN_BYTES
    assert shown_body(b"x" * (SHOWN_BYTES + 1)) == " " + "x" * SHOWN_BYTES + "…"


def test_a_body_that_is_not_utf8_is_shown() -> None:
    assert shown_body(b"caf\xe9") == " caf�"


def test_the_token_replaces_any_other_authorization_of_a_request() -> None:
    request = Request("GET", "https://h", "/p", {"Authorization": "Basic old", "Accept": "a"}, b"x", confidential=True)
    bearing = request.bearing(Sealed("new"))
    assert bearing.open_headers() == {"Accept": "a", "Authorization": "Bearer new"}
    assert (bearing.method, bearing.origin, bearing.target, bearing.body) == ("GET", "https://h", "/p", b"x")
    assert bearing.confidential
    assert request.headers["Authorization"] == "Basic old", "the request itself is a value and stays as it was"


def test_a_request_shows_neither_its_body_nor_its_token() -> None:
    shown = repr(Request("POST", "https://h", "/p?q=1", {"Accept": "a"}, b"b0dy").bearing(Sealed("t0ken")))
    assert "POST https://h/p?q=1" in shown
    assert "4 bytes" in shown
    assert "b0dy" not in shown
    assert "t0ken" not in shown


def test_a_request_without_a_body_has_no_bytes() -> None:
    assert repr(Request("GET", "https://h", "/p", {})).endswith("0 bytes)")
    assert Request("GET", "https://h", "/p", {}).shown_body() == ""


def test_a_confidential_request_shows_neither_query_nor_body() -> None:
    request = Request("GET", "https://h", "/p?key=s3cret", {}, b"s3cret", confidential=True)
    assert "s3cret" not in repr(request)
    assert "https://h/p" in repr(request)
    assert request.shown_body() == ""


def test_an_answer_shows_its_status_but_neither_body_nor_cookies() -> None:
    response = Response(201, "Created", Headers([("Set-Cookie", "s3cret")]), b"b0dy")
    assert response.shown() == "Response(201 Created, {'Set-Cookie': '***'}, 4 bytes)"
    assert repr(response) == "Response(201, 4 bytes)", "the reason and the headers may echo a secret"
    assert response.shown_body() == " b0dy"


def test_commands_show_no_token() -> None:
    request = Request("GET", "https://h", "/p", {}).bearing(Sealed("t0ken"))
    for command in (Send(request, Timeouts(1, 1)), Sleep(1), AskForToken(Sealed("t0ken"))):
        assert "t0ken" not in repr(command)


@pytest.mark.parametrize(
    ("given", "remaining", "expected"),
    [
        (Timeouts(10, 60), 300, Timeouts(10, 60, 300)),
        (Timeouts(10, 60), 60, Timeouts(10, 60, 60)),
        (Timeouts(10, 60), 30, Timeouts(10, 30, 30)),
        (Timeouts(10, 60), 4, Timeouts(4, 4, 4)),
        (Timeouts(10, 60, 20), 300, Timeouts(10, 20, 20)),
        (Timeouts(10, 60, 500), 300, Timeouts(10, 60, 300)),
        (Timeouts(10, 60, 20), 30, Timeouts(10, 20, 20)),
        (Timeouts(90, 5), 30, Timeouts(30, 5, 30)),
    ],
)
def test_timeouts_are_cut_to_what_is_left(given: Timeouts, remaining: float, expected: Timeouts) -> None:
    assert given.within(remaining) == expected


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("post_createorder_v6", "application/json"),
        ("put_ordermodify", "application/json"),
        ("get_accesstoken", "application/x-www-form-urlencoded"),
        ("delete_ordercancel", None),
        ("get_resellers_v6_ordersearch", None),
    ],
)
def test_the_content_type_follows_from_where_the_parameters_go(name: str, content_type: str | None) -> None:
    assert OPERATIONS[name].content_type == content_type


@pytest.mark.parametrize(
    ("name", "repeat"),
    [
        ("post_createorder_v6", Repeat.ONCE),
        ("post_createorder_v7", Repeat.ONCE),
        ("put_ordermodify", Repeat.ONCE),
        ("delete_ordercancel", Repeat.IDEMPOTENT),
        ("get_accesstoken", Repeat.IDEMPOTENT),
        ("get_orderdetails_v6_1", Repeat.SAFE),
        ("get_resellers_v6_ordersearch", Repeat.SAFE),
    ],
)
def test_only_creating_and_modifying_are_sent_once(name: str, repeat: Repeat) -> None:
    assert OPERATIONS[name].repeat is repeat


def test_the_correlation_id_is_found_in_every_place() -> None:
    assert OPERATIONS["post_createorder_v6"].correlation_index == 2
    assert OPERATIONS["delete_ordercancel"].correlation_index == 3
    assert OPERATIONS["get_accesstoken"].correlation_index is None


def test_an_operation_declares_no_error_models_unless_it_is_told() -> None:
    parameter = Parameter(name="a", place=Place.QUERY, kind=Kind.TEXT)
    operation: Operation[None] = Operation(
        name="x",
        method="GET",
        path="/",
        repeat=Repeat.SAFE,
        authorized=False,
        parameters=(parameter,),
        success=None,
    )
    assert operation.errors == {}


def test_a_secret_that_a_server_repeats_is_hidden_in_each_part_of_its_answer() -> None:
    secret = "tok-0123456789"
    said = Response(200, f"OK {secret}", Headers([("X-Seen", secret)]), f'{{"t": "{secret}"}}'.encode(), f"at {secret}")
    hidden = said.without((Sealed(secret),))
    assert (hidden.reason, hidden.headers["X-Seen"], hidden.defect) == (f"OK {HIDDEN}", HIDDEN, f"at {HIDDEN}")
    assert hidden.body == f'{{"t": "{HIDDEN}"}}'.encode()
