"""The ten shapes of error bodies become one, and one readable line."""

from __future__ import annotations

from typing import Any

import pytest
from unit_kit import answer, call_of

from xi.sdk.resellers._core.errors import read_errors
from xi.sdk.resellers._core.exchange import Runtime
from xi.sdk.resellers._core.messages import FinalResponse
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers.exceptions import ApiException, ErrorDetail, FieldError

RUNTIME = Runtime(lambda: 0.0, lambda: 0.0, lambda: 0.5)

# By the letters under which the project's notes list them: the body, the one shape, and the line it makes.
SHAPES: dict[str, tuple[Any, tuple[ErrorDetail, ...], str]] = {
    "A errors with ids": (
        {
            "errors": [
                {
                    "id": "corr-1-host-2026",
                    "type": "/errors/validation-failed",
                    "message": "Not valid",
                    "fields": [
                        {"field": "IM-CountryCode", "value": "USA", "message": "two letters, please"},
                        {"field": "IM-CorrelationID", "value": "", "message": "may not be blank"},
                    ],
                }
            ]
        },
        (
            ErrorDetail(
                "Not valid",
                "/errors/validation-failed",
                "corr-1-host-2026",
                (
                    FieldError("IM-CountryCode", "USA", "two letters, please"),
                    FieldError("IM-CorrelationID", None, "may not be blank"),
                ),
            ),
        ),
        "Not valid: IM-CountryCode: two letters, please (sent: 'USA'); IM-CorrelationID: may not be blank",
    ),
    "A two errors": (
        {"errors": [{"message": "First"}, {"message": "Second"}]},
        (ErrorDetail("First"), ErrorDetail("Second")),
        "First; Second",
    ),
    "B the same with nulls": (
        {"errors": [{"id": None, "type": "/errors/system-errors", "message": None, "fields": None}]},
        (ErrorDetail(type="/errors/system-errors"),),
        "/errors/system-errors",
    ),
    "C errors with trace ids": (
        {
            "errors": [
                {
                    "traceid": "t-9",
                    "type": "Validation error",
                    "message": "Bad lines",
                    "fields": [{"field": "lines", "message": "at least one", "value": None}],
                }
            ]
        },
        (ErrorDetail("Bad lines", "Validation error", "t-9", (FieldError("lines", None, "at least one"),)),),
        "Bad lines: lines: at least one",
    ),
    "C without the wrapper": (
        {"traceid": "t-9", "type": "Validation error", "message": "Bad lines", "fields": []},
        (ErrorDetail("Bad lines", "Validation error", "t-9"),),
        "Bad lines",
    ),
    "D a field inlined": (
        {"errors": [{"field": None, "message": "slow down"}]},
        (ErrorDetail("slow down"),),
        "slow down",
    ),
    "D a field inlined and named": (
        {"errors": [{"field": "quota", "value": 60, "message": "slow down"}]},
        (ErrorDetail("slow down", fields=(FieldError("quota", "60"),)),),
        "slow down: quota: refused (sent: '60')",
    ),
    "E the gateway's fault": (
        {"fault": {"faultstring": "No such product", "detail": {"errorcode": "gw.NoProduct"}}},
        (ErrorDetail("No such product", "gw.NoProduct"),),
        "No such product",
    ),
    "E without detail": ({"fault": {"faultstring": "Bad client"}}, (ErrorDetail("Bad client"),), "Bad client"),
    "E only a code": (
        {"fault": {"detail": {"errorcode": "gw.Broken"}}},
        (ErrorDetail(type="gw.Broken"),),
        "gw.Broken",
    ),
    "F a flat fault": (
        {"faultcode": "Server", "faultstring": "Not your customer number"},
        (ErrorDetail("Not your customer number", "Server"),),
        "Not your customer number",
    ),
    "G a lone message": ({"message": "No such grant"}, (ErrorDetail("No such grant"),), "No such grant"),
    "H a bare list": (
        [{"traceid": "t-1", "type": "Errors", "message": "Nothing here", "fields": []}],
        (ErrorDetail("Nothing here", "Errors", "t-1"),),
        "Nothing here",
    ),
    "I a lone error": ({"error": "unauthorized"}, (ErrorDetail("unauthorized"),), "unauthorized"),
    "I with a description": (
        {"error": "invalid_client", "error_description": "Unknown client"},
        (ErrorDetail("Unknown client"),),
        "Unknown client",
    ),
    "misspelt keys": (
        {"errors": [{"id": "1", "1ype": "/errors/x", "messaage": "lost", "fields": [{"message": "still told"}]}]},
        (ErrorDetail(id="1", fields=(FieldError(message="still told"),)),),
        "still told",
    ),
    "numbers for texts": (
        {"errors": [{"id": 7, "message": 5, "fields": [{"field": "quantity", "value": 0, "message": "too few"}]}]},
        (ErrorDetail("5", id="7", fields=(FieldError("quantity", "0", "too few"),)),),
        "5: quantity: too few (sent: '0')",
    ),
    "one error instead of a list": ({"errors": {"message": "Alone"}}, (ErrorDetail("Alone"),), "Alone"),
    "several lines": ({"message": "One\r\n  two\tthree"}, (ErrorDetail("One\r\n  two\tthree"),), "One two three"),
    "the tabular message": (
        {"message": "SKU-NOTFOUND    AB12"},
        (ErrorDetail("SKU-NOTFOUND    AB12"),),
        "SKU-NOTFOUND AB12",
    ),
}


@pytest.mark.parametrize(("body", "errors", "line"), SHAPES.values(), ids=SHAPES)
def test_every_shape_of_error_body_becomes_the_same_form(body: Any, errors: tuple[ErrorDetail, ...], line: str) -> None:
    assert read_errors(body) == errors
    with pytest.raises(ApiException) as caught:
        parse(call_of("post_createorder_v6"), FinalResponse(answer(400, body), 1), RUNTIME)
    assert caught.value.errors == errors
    assert str(caught.value) == f"{line} (400 Bad Request, post_createorder_v6, correlation ID corr-1)"


@pytest.mark.parametrize(
    "body",
    [
        None,
        "text",
        7,
        True,
        {},
        [],
        [None, "text", 1],
        {"errors": []},
        {"errors": None},
        {"errors": "text"},
        {"errors": [None, {}]},
        {"fault": {}},
        {"fault": {"detail": "text"}},
        {"fault": None},
        {"message": ""},
        {"error": None},
        {"unheard": "of"},
        {"fields": "text"},
        {"fields": ["text", None]},
    ],
)
def test_a_body_without_error_details_gives_no_errors(body: Any) -> None:
    assert read_errors(body) == ()


@pytest.mark.parametrize("body", [b"", b"null", b"<html>", b"{}", b'"text"'])
def test_an_error_without_details_is_described_by_its_status(body: bytes) -> None:
    with pytest.raises(ApiException) as caught:
        parse(call_of("put_ordermodify"), FinalResponse(answer(404, body), 1), RUNTIME)
    assert caught.value.errors == ()
    assert str(caught.value) == "404 Not Found (put_ordermodify, correlation ID corr-1)"


@pytest.mark.parametrize(
    ("detail", "line"),
    [
        (ErrorDetail(), ""),
        (ErrorDetail("m", "t", "i"), "m"),
        (ErrorDetail(type="t"), "t"),
        (ErrorDetail(fields=(FieldError("f"), FieldError())), "f: refused; refused"),
        (ErrorDetail("m", fields=(FieldError("f", "v", "no"),)), "m: f: no (sent: 'v')"),
        (ErrorDetail("m", fields=(FieldError(None, "v", "no"),)), "m: no (sent: 'v')"),
    ],
)
def test_an_error_detail_is_shown_as_one_phrase(detail: ErrorDetail, line: str) -> None:
    assert str(detail) == line


def nested(depth: int) -> Any:
    body: Any = [{"message": "deep"}]
    for _ in range(depth):
        body = [body]
    return body


@pytest.mark.parametrize(
    ("body", "count", "last"),
    [
        ([{"message": f"e{i}"} for i in range(100)], 100, "e99"),
        ([{"message": f"e{i}"} for i in range(10_100)], 101, "and 10,000 more, left out here; the body has them"),
        ({"errors": [{"errors": [{"message": "m"}] * 99}] * 3}, 101, "and 197 more, left out here; the body has them"),
        (nested(7), 1, "deep"),
        (nested(300), 1, "and 1 more, left out here; the body has them"),
    ],
)
def test_long_and_deep_lists_of_errors_are_shortened_with_a_note(body: Any, count: int, last: str) -> None:
    found = read_errors(body)
    assert len(found) == count
    assert found[-1].message == last


@pytest.mark.parametrize(("given", "kept"), [(100, 100), (101, 101), (102, 101)])
def test_a_list_of_fields_is_shortened_only_if_it_is_longer_than_its_limit(given: int, kept: int) -> None:
    (found,) = read_errors({"message": "m", "fields": [{"field": f"f{i}"} for i in range(given)]})
    assert len(found.fields) == kept
    assert (found.fields[-1].message is None) == (given == 100)


def test_long_fields_and_texts_of_an_error_are_shortened_with_a_note() -> None:
    (found,) = read_errors({"message": "m" * 1_000_000, "type": nested(500), "fields": [{"field": "f"}] * 5000})
    assert found.message is not None
    assert found.message.endswith("… (990,000 characters more)")
    assert len(found.type or "") < 100
    assert len(found.fields) == 101
    assert found.fields[-1].message == "and 4,900 more, left out here; the body has them"
