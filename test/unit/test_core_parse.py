"""What an answer becomes: the model, None, or the exception that stands for it; nothing the server sent is lost."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from unit_kit import CREATED, OPERATIONS, Connected, answer

from xi.sdk.resellers import exceptions as errors
from xi.sdk.resellers._core.exchange import Answered
from xi.sdk.resellers._core.messages import Headers, Response
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers.models import ErrorResponse, ErrorResponseDTO, GetAccesstoken500Response, OrderCreateResponse

NOW = 1_700_000_000.0


def parsed(operation: str, response: Response, *, attempts: int = 1, in_doubt: bool = False) -> Any:
    answered = Answered(response, attempts, in_doubt)
    return parse(OPERATIONS[operation], answered, correlation_id="corr-1", now=lambda: NOW)


def raised(operation: str, response: Response, **how: Any) -> errors.ApiException:
    with pytest.raises(errors.ApiException) as caught:
        parsed(operation, response, **how)
    return caught.value


def raw(status: int, body: bytes, content_type: str | None = None) -> Response:
    headers = Headers([("Content-Type", content_type)] if content_type else [])
    return Response(status, "Fine", headers, body)


@pytest.mark.parametrize("status", [200, 201, 202, 203, 207, 226, 299])
@pytest.mark.parametrize("operation", ["post_createorder_v6", "post_createorder_v7"])
def test_every_2xx_with_json_is_a_success_of_a_create(operation: str, status: int) -> None:
    model = parsed(operation, answer(status, {"customerOrderNumber": "PO-1"} | CREATED))
    assert model.to_dict() == CREATED


@pytest.mark.parametrize("body", [b"", b"null", b"  null\r\n", b" ", b"\r\n", b" " * 15, b" " * 16, b"\n" * 5000])
@pytest.mark.parametrize("status", [200, 201, 204])
def test_an_empty_answer_is_none_where_there_need_be_none(status: int, body: bytes) -> None:
    for operation in ("put_ordermodify", "get_resellers_v6_ordersearch", "delete_ordercancel"):
        assert parsed(operation, answer(status, body)) is None


@pytest.mark.parametrize("body", [b"", b"null", b"  null\r\n", b" " * 15, b" " * 16, b"\n" * 5000])
@pytest.mark.parametrize("status", [200, 201, 204])
def test_an_empty_answer_to_a_create_says_that_it_succeeded(status: int, body: bytes) -> None:
    error = raised("post_createorder_v6", answer(status, body, IM_CorrelationID="corr-9"), attempts=2)
    assert type(error) is errors.UnreadableResponseException
    assert "the answer carries no body; the call succeeded" in str(error)
    assert (error.status, error.body, error.attempts) == (status, body.decode(), 2)
    assert (error.correlation_id, error.operation) == ("corr-9", "post_createorder_v6")


@pytest.mark.parametrize("body", [b"", b"{}", b"<html>", b"gone", b"\xff"])
def test_what_a_successful_cancel_says_does_not_matter(body: bytes) -> None:
    assert parsed("delete_ordercancel", answer(200, body)) is None


UNREADABLE = {
    "HTML": b"<html><body>Gateway</body></html>",
    "text": b"OK, order accepted",
    "cut off": b'{"customerOrderNumber": "PO-1", "orders": [{"ingramOr',
    "cut off in a word": b'{"a": tru',
    "two documents": b'{"a": 1}{"b": 2}',
    "binary": bytes(range(256)),
    "nested beyond reason": b"[" * 100_000,
    "nested beyond reason, in objects": b'{"a":' * 100_000,
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("operation", ["post_createorder_v6", "put_ordermodify"])
def test_a_success_that_cannot_be_read_says_so_and_keeps_everything(operation: str, body: bytes) -> None:
    error = raised(operation, Response(201, "Created", Headers([("X-Trace", "7")]), body))
    assert type(error) is errors.UnreadableResponseException
    assert str(error).startswith("201 Created, but the body is not JSON; the call succeeded, only its answer cannot be")
    assert error.headers == {"X-Trace": "7"}
    assert error.body in (body.decode("latin-1"), body.decode("utf-8", "ignore"))
    assert error.__cause__ is None
    assert error.correlation_id == "corr-1"


def test_an_unreadable_success_without_a_reason_still_reads_well() -> None:
    error = raised("post_createorder_v6", Response(200, "", Headers(), b"<html>"))
    assert str(error).startswith("200 but the body is not JSON; ")


# How the body is encoded, and what the answer says of it.
CHARSETS = {
    "utf-8": ("utf-8", None),
    "utf-8 with a mark": ("utf-8-sig", "application/json"),
    "latin-1, unsaid": ("latin-1", None),
    "latin-1, said": ("latin-1", "application/json; charset=ISO-8859-1"),
    "windows, in quotes": ("cp1252", 'application/json;CHARSET="windows-1252"'),
    "utf-16, said": ("utf-16", "application/json; charset=utf-16"),
    "utf-8, said to be something unheard of": ("utf-8", "application/json; charset=klingon"),
    "latin-1, said to be something unheard of": ("latin-1", "application/json; charset=klingon"),
    "latin-1, said to be utf-8": ("latin-1", "application/json; charset=utf-8"),
    "latin-1, said to be no charset for texts": ("latin-1", "application/json; charset=hex"),
    "latin-1, said to be undefined": ("latin-1", "application/json; charset=undefined"),
}


def encoded(text: dict[str, str], codec: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode(codec)


@pytest.mark.parametrize(("codec", "content_type"), CHARSETS.values(), ids=CHARSETS)
def test_an_answer_is_read_in_whatever_charset_it_comes(codec: str, content_type: str | None) -> None:
    text = {"customerOrderNumber": "PO-Größe"}
    assert parsed("post_createorder_v6", raw(201, encoded(text, codec), content_type)).to_dict() == text


@pytest.mark.parametrize(("codec", "content_type"), CHARSETS.values(), ids=CHARSETS)
def test_an_error_is_read_in_whatever_charset_it_comes(codec: str, content_type: str | None) -> None:
    body = encoded({"message": "Größe fehlt"}, codec)
    error = raised("post_createorder_v6", raw(400, body, content_type))
    assert str(error).startswith("Größe fehlt (400 Fine")


@pytest.mark.parametrize("body", [b"[]", b"7", b'"text"', b"true", b"[1, 2]"])
def test_json_of_another_shape_is_kept_beside_the_model(body: bytes) -> None:
    model = parsed("post_createorder_v6", answer(201, body))
    assert isinstance(model, OrderCreateResponse)
    assert model.unparsed == {"": json.loads(body)}


def test_json_of_a_large_answer_is_read_whole() -> None:
    body = {"orders": [{"ingramOrderNumber": f"20-{n}"} for n in range(2000)]}
    assert len(parsed("post_createorder_v6", answer(201, body)).orders) == 2000


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestException),
        (401, errors.UnauthorizedException),
        (403, errors.ForbiddenException),
        (404, errors.NotFoundException),
        (405, errors.MethodNotAllowedException),
        (409, errors.ConflictException),
        (422, errors.UnprocessableEntityException),
        (429, errors.TooManyRequestsException),
        (500, errors.ServiceException),
        (503, errors.ServiceException),
        (599, errors.ServiceException),
        (300, errors.ApiException),
        (302, errors.ApiException),
        (418, errors.ApiException),
        (600, errors.ApiException),
        (199, errors.ApiException),
    ],
)
def test_a_status_is_raised_as_its_class(status: int, kind: type[errors.ApiException]) -> None:
    response = answer(status, {"message": "No"}, X_Trace="7", IM_CorrelationID="corr-9")
    error = raised("put_ordermodify", response, attempts=3)
    assert type(error) is kind
    assert (error.status, error.body, error.attempts) == (status, '{"message": "No"}', 3)
    assert (error.operation, error.correlation_id) == ("put_ordermodify", "corr-9")
    assert error.headers == {"X-Trace": "7", "IM-CorrelationID": "corr-9"}
    assert error.errors == (errors.ErrorDetail("No"),)
    assert ("may have been acted on" in error.hint) == (status >= 500)


def test_without_an_echo_the_error_carries_the_correlation_id_that_was_sent() -> None:
    assert raised("put_ordermodify", answer(400)).correlation_id == "corr-1"


@pytest.mark.parametrize(
    ("operation", "status", "model"),
    [
        ("post_createorder_v6", 400, ErrorResponse),
        ("post_createorder_v6", 401, GetAccesstoken500Response),
        ("get_orderdetails_v6_1", 500, ErrorResponseDTO),
    ],
)
def test_an_error_carries_the_model_declared_for_it(operation: str, status: int, model: type) -> None:
    error = raised(operation, answer(status, {"errors": [{"message": "No"}]}))
    assert isinstance(error.data, model)


def test_an_error_that_is_not_declared_carries_its_json() -> None:
    assert raised("get_orderdetails_v6_1", answer(409, {"message": "No"})).data == {"message": "No"}
    assert raised("post_createorder_v6", answer(400, [{"message": "No"}])).data == [{"message": "No"}]


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"message": "N'])
def test_an_error_without_json_carries_its_body_as_text(body: bytes) -> None:
    error = raised("post_createorder_v6", answer(400, body))
    assert error.data is None
    assert error.body == body.decode()


NESTED = {
    "lists": b"[" * 100_000 + b"]" * 100_000,
    "objects": b'{"errors":' * 100_000 + b"{}" + b"}" * 100_000,
    "errors in errors": b'{"errors":[' * 400 + b"{}" + b"]}" * 400,
    "errors in errors in errors": b'{"errors":[' * 900 + b"{}" + b"]}" * 900,
}


@pytest.mark.parametrize("body", NESTED.values(), ids=NESTED)
def test_an_error_nested_beyond_reason_is_still_raised_as_what_it_is(body: bytes) -> None:
    error = raised("post_createorder_v6", answer(400, body))
    assert type(error) is errors.BadRequestException
    assert error.body == body.decode()


@pytest.mark.parametrize("status", [404, 405, 500])
def test_an_answer_after_an_unanswered_attempt_carries_the_hint(status: int) -> None:
    error = raised("delete_ordercancel", answer(status, {"message": "No"}), attempts=2, in_doubt=True)
    assert "may have been acted on" in error.hint
    assert str(error).startswith(f"No; {error.hint} ({status} ")


def test_a_read_has_nothing_to_doubt() -> None:
    error = raised("get_orderdetails_v6_1", answer(404, {"message": "No"}), attempts=2, in_doubt=True)
    assert error.hint == ""


def test_an_unreadable_success_is_no_doubt_but_a_success() -> None:
    error = raised("put_ordermodify", answer(200, b"<html>"), in_doubt=True)
    assert error.hint.startswith("the call succeeded")


@pytest.mark.parametrize(
    ("headers", "retry_after"),
    [
        ({}, None),
        ({"Retry_After": "7"}, 7),
        ({"X_RateLimit_Reset": "1700000030"}, 30),
        ({"X_RateLimit_Reset": "1700000030500"}, 30.5),
        ({"X_RateLimit_Reset": "1600000000"}, None),
        ({"X_RateLimit_Reset": "soon"}, None),
        ({"Retry_After": "0"}, None),
    ],
)
def test_a_429_tells_when_to_come_back_if_it_said_so(headers: dict[str, str], retry_after: float | None) -> None:
    error = raised("post_createorder_v6", answer(429, **headers))
    assert isinstance(error, errors.TooManyRequestsException)
    assert error.retry_after == retry_after
    assert pickle.loads(pickle.dumps(error)).retry_after == retry_after


def test_only_a_429_tells_when_to_come_back() -> None:
    assert not hasattr(raised("post_createorder_v6", answer(503, Retry_After="7")), "retry_after")


def test_no_token_that_came_back_unreadable_is_shown() -> None:
    client = Connected(answer(200, b'{"access_token": "t0ken", '))
    with pytest.raises(errors.UnreadableResponseException) as caught:
        client.tokens.get_accesstoken("client_credentials", "id", "s3cret")
    for shown in (str(caught.value), repr(caught.value)):
        assert "t0ken" not in shown
        assert "s3cret" not in shown
    assert "t0ken" in (caught.value.body or "")


@pytest.mark.parametrize("operation", ["post_createorder_v6", "post_createorder_v7", "put_ordermodify"])
def test_a_create_or_modify_that_failed_on_the_server_says_that_it_may_exist(operation: str) -> None:
    assert "may have been acted on" in str(raised(operation, answer(503, b"")))
    assert raised("get_orderdetails_v6_1", answer(503, b"")).hint == ""
