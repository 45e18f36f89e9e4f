"""The exceptions: their tree, their texts, and copies and pickles without loss."""

from __future__ import annotations

import copy
import inspect
import pickle
from io import BytesIO
from typing import Any

import pytest
from unit_kit import answer
from urllib3 import HTTPResponse

from xi.sdk.resellers import exceptions
from xi.sdk.resellers.exceptions import (
    ApiAttributeError,
    ApiException,
    ApiKeyError,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    ConflictException,
    ErrorDetail,
    FieldError,
    ForbiddenException,
    MethodNotAllowedException,
    NotApprovedException,
    NotFoundException,
    NotSentException,
    OpenApiException,
    ServiceException,
    TooManyRequestsException,
    TransportException,
    UnansweredException,
    UnauthorizedException,
    UnprocessableEntityException,
    UnreadableResponseException,
    error_class,
    render_path,
)
from xi.sdk.resellers.models import ErrorResponse

ARGUMENT_ERRORS = {
    ApiTypeError: TypeError,
    ApiValueError: ValueError,
    ApiAttributeError: AttributeError,
    ApiKeyError: KeyError,
}
CALL_ERRORS = [kind for kind in vars(exceptions).values() if inspect.isclass(kind) and issubclass(kind, ApiException)]
AGAIN = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {n}": lambda error, n=n: pickle.loads(pickle.dumps(error, n)) for n in range(2, 6)},
}


def test_the_classes_match_the_tree_in_the_docstring_of_the_module() -> None:
    assert set(CALL_ERRORS) == {
        ApiException,
        BadRequestException,
        UnauthorizedException,
        NotApprovedException,
        ForbiddenException,
        NotApprovedException,
        NotFoundException,
        MethodNotAllowedException,
        ConflictException,
        UnprocessableEntityException,
        TooManyRequestsException,
        ServiceException,
        UnreadableResponseException,
        TransportException,
        NotSentException,
        UnansweredException,
    }
    drawn = exceptions.__doc__ or ""
    for kind in [OpenApiException, *ARGUMENT_ERRORS, *CALL_ERRORS]:
        assert issubclass(kind, OpenApiException)
        assert kind.__name__ in drawn
    assert {kind for kind in CALL_ERRORS if issubclass(kind, TransportException)} == {
        TransportException,
        NotSentException,
        UnansweredException,
    }


@pytest.mark.parametrize(("kind", "builtin"), ARGUMENT_ERRORS.items())
def test_an_argument_error_is_also_the_builtin_error(kind: type[Any], builtin: type[Exception]) -> None:
    error = kind("no good")
    assert isinstance(error, builtin)
    assert str(error) == "no good"
    assert error.path_to_item is None


@pytest.mark.parametrize("kind", ARGUMENT_ERRORS)
def test_an_argument_error_names_the_place(kind: type[Any]) -> None:
    error = kind("no good", ["lines", 0, "quantity"])
    assert str(error) == "no good at ['lines'][0]['quantity']"
    assert error.path_to_item == ["lines", 0, "quantity"]


def test_a_type_error_keeps_the_accepted_types() -> None:
    error = ApiTypeError("no good", ["a"], (str, int), key_type=True)
    assert (error.valid_classes, error.key_type) == ((str, int), True)


@pytest.mark.parametrize(
    ("path", "text"), [([], ""), ([0], "[0]"), (("a",), "['a']"), (["a", 1, "b"], "['a'][1]['b']")]
)
def test_a_path_is_written_like_an_index_in_python(path: Any, text: str) -> None:
    assert render_path(path) == text


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, ApiException),
        (400, BadRequestException),
        (401, UnauthorizedException),
        (403, ForbiddenException),
        (404, NotFoundException),
        (405, MethodNotAllowedException),
        (409, ConflictException),
        (422, UnprocessableEntityException),
        (429, TooManyRequestsException),
        (499, ApiException),
        (500, ServiceException),
        (599, ServiceException),
        (600, ApiException),
    ],
)
def test_a_status_has_an_exception_class(status: int, kind: type[ApiException]) -> None:
    assert error_class(status) is kind


def test_the_published_positional_form_still_works() -> None:
    error = ApiException(418, "Teapot")
    assert (error.status, error.reason) == (418, "Teapot")
    assert str(error) == "418 Teapot"
    assert (error.body, error.data, error.headers, error.errors) == (None, None, None, ())
    assert (error.correlation_id, error.operation, error.attempts, error.hint) == (None, None, 1, "")


def http_answer(body: bytes | None = b"caf\xc3\xa9 \xff") -> HTTPResponse:
    held = BytesIO(body) if body is not None else None
    return HTTPResponse(body=held, headers={"X-Trace": "7"}, status=404, reason="Not Found")


class Published:
    """An answer as the published package hands it to its exceptions."""

    def __init__(self, data: bytes | None) -> None:
        self.status, self.reason, self.data = 404, "Not Found", data

    def getheaders(self) -> dict[str, str]:
        return {"X-Trace": "7"}


def test_an_answer_supplies_missing_arguments() -> None:
    error = ApiException(http_resp=Published(b"caf\xc3\xa9"))
    assert (error.status, error.reason, error.body, error.headers) == (404, "Not Found", "café", {"X-Trace": "7"})
    assert ApiException(http_resp=Published(b"")).body == ""


@pytest.mark.parametrize("data", [None, "text", b"\xff", 7, ["x"]])
def test_a_body_that_is_no_utf_8_is_none(data: Any) -> None:
    error = ApiException(http_resp=Published(data))
    assert (error.status, error.body, error.headers) == (404, None, {"X-Trace": "7"})


def test_an_answer_of_a_test_needs_no_body() -> None:
    bare: Any = Published(None)
    del bare.data
    error = ApiException(http_resp=bare)
    assert (error.status, error.body, error.headers) == (404, None, {"X-Trace": "7"})


@pytest.mark.parametrize("nothing", [{}, "", False, 0])
def test_what_is_falsy_is_no_answer(nothing: Any) -> None:
    error = ApiException(http_resp=nothing)
    assert (error.status, error.reason, error.body, error.headers) == (None, None, None, None)


def test_given_arguments_take_precedence_over_the_answer() -> None:
    error = ApiException(500, "Ours", Published(b"theirs"), body="ours", headers={})
    assert (error.status, error.reason, error.body, error.headers) == (500, "Ours", "ours", {})


def test_an_answer_is_raised_as_its_class() -> None:
    with pytest.raises(NotFoundException) as caught:
        ApiException.from_response(http_resp=Published(b"x"), body="ours", data={"a": 1})
    assert (caught.value.status, caught.value.body, caught.value.data) == (404, "ours", {"a": 1})


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ApiException(), "no answer"),
        (ApiException(reason="reset"), "reset"),
        (ApiException(0, "reset"), "reset"),
        (ApiException(500), "500"),
        (ApiException(500, "Oops", operation="get_x"), "500 Oops (get_x)"),
        (ApiException(500, "Oops", correlation_id="c"), "500 Oops (correlation ID c)"),
        (ApiException(500, "Oops", attempts=4), "500 Oops (4 attempts)"),
        (ApiException(500, "Oops", hint="look"), "500 Oops; look"),
        (ApiException(400, "Bad", errors=[ErrorDetail("No")]), "No (400 Bad)"),
        (ApiException(400, "Bad", errors=[ErrorDetail(), ErrorDetail("No")]), "No (400 Bad)"),
        (
            BadRequestException(
                400,
                "Bad Request",
                errors=[ErrorDetail("No", fields=(FieldError("f", "v", "not so"),)), ErrorDetail("Nor this")],
                operation="get_x",
                correlation_id="c",
                attempts=2,
                hint="look",
            ),
            "No: f: not so (sent: 'v'); Nor this; look (400 Bad Request, get_x, correlation ID c, 2 attempts)",
        ),
        (NotSentException(0, "no such host"), "no such host; nothing was sent"),
        (UnansweredException(0, "reset"), "reset; it may have been acted on, reconcile before repeating"),
        (
            UnreadableResponseException(201, "Created, but the body is not a JSON object", operation="get_x"),
            "201 Created, but the body is not a JSON object (get_x)",
        ),
        (NotSentException(0, "no such host", hint=""), "no such host"),
    ],
)
def test_an_error_is_one_line_with_the_cause_first(error: ApiException, line: str) -> None:
    assert str(error) == line


BREAKS = "one\ntwo\r\nthree\rfour\x0bfive\x85six\u2028seven"


@pytest.mark.parametrize("kind", CALL_ERRORS)
def test_the_line_of_a_call_error_never_breaks(kind: type[ApiException]) -> None:
    detail = ErrorDetail(BREAKS, BREAKS, BREAKS, (FieldError(BREAKS, BREAKS, BREAKS),))
    error = kind(400, BREAKS, errors=[detail], correlation_id=BREAKS, operation=BREAKS, hint=BREAKS, body=BREAKS)
    assert len(str(error).splitlines()) == 1
    assert len(str(kind(0, BREAKS)).splitlines()) == 1


@pytest.mark.parametrize("kind", ARGUMENT_ERRORS)
def test_the_line_of_an_argument_error_never_breaks(kind: type[Any]) -> None:
    error = kind(BREAKS, [BREAKS, 0])
    assert len(str(error).splitlines()) == 1
    assert "one two three" in str(error)


def full(kind: type[ApiException]) -> ApiException:
    error = kind(
        400,
        "Bad Request",
        body='{"errors": []}',
        data=ErrorResponse.from_dict({"errors": [{"message": "No", "extra": [1]}], "odd": 1}),
        headers=answer(X_Trace="7", Content_Type="application/json").headers,
        errors=[ErrorDetail("No", "t", "i", (FieldError("f", "v", "m"),))],
        correlation_id="corr-1",
        operation="put_ordermodify",
        attempts=3,
        hint="look",
    )
    if isinstance(error, TooManyRequestsException):
        error.retry_after = 7.5
    error.add_note("seen by the night shift")
    return error


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
@pytest.mark.parametrize("kind", CALL_ERRORS)
def test_a_call_error_is_copied_and_pickled_without_loss(kind: type[ApiException], again: Any) -> None:
    error = full(kind)
    twin = again(error)
    assert type(twin) is kind
    assert vars(twin) == vars(error)
    assert twin.args == error.args
    assert str(twin) == str(error)
    assert twin.headers["x-trace"] == "7"
    assert twin.data.to_dict() == error.data.to_dict()


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
@pytest.mark.parametrize("kind", ARGUMENT_ERRORS)
def test_an_argument_error_is_copied_and_pickled_without_loss(kind: type[Any], again: Any) -> None:
    error = kind("no good", ["lines", 0])
    twin = again(error)
    assert type(twin) is kind
    assert vars(twin) == vars(error)
    assert (twin.args, str(twin)) == (error.args, str(error))


@pytest.mark.parametrize("again", AGAIN.values(), ids=AGAIN)
def test_a_subclass_of_a_program_is_copied_and_pickled_without_loss(again: Any) -> None:
    twin = again(OrderTrouble(order="PO-1"))
    assert (twin.order, twin.status, str(twin)) == ("PO-1", 409, "409 about PO-1")


class OrderTrouble(ConflictException):
    """Its constructor takes what no other does."""

    def __init__(self, *, order: str) -> None:
        self.order = order
        super().__init__(409, f"about {order}")


def test_an_error_made_from_an_answer_of_urllib3_is_pickled_without_loss() -> None:
    source = http_answer()
    error = ApiException(source.status, source.reason, body="x", headers=source.headers)
    twin = pickle.loads(pickle.dumps(error))
    assert twin.headers["x-trace"] == "7"


def test_a_copy_is_independent() -> None:
    error = ApiException(500, "Oops")
    twin = copy.copy(error)
    twin.status = 501
    assert error.status == 500


def test_an_error_shows_no_value_of_a_header() -> None:
    error = ApiException(400, "Bad", headers={"Set-Cookie": "s3cret"}, body="s3cret", data={"a": "s3cret"})
    assert "s3cret" not in str(error) + repr(error)


@pytest.mark.parametrize(
    ("field", "phrase"),
    [
        (FieldError(), "refused"),
        (FieldError("f"), "f: refused"),
        (FieldError("f", "", "no"), "f: no"),
        (FieldError("f", "v", "no"), "f: no (sent: 'v')"),
        (FieldError(None, None, "no"), "no"),
    ],
)
def test_a_field_error_is_a_readable_phrase(field: FieldError, phrase: str) -> None:
    assert str(field) == phrase


def test_details_are_values() -> None:
    assert hash(ErrorDetail("m", fields=(FieldError("f"),))) == hash(ErrorDetail("m", fields=(FieldError("f"),)))


def test_the_old_module_gives_the_same_classes() -> None:
    from xi.sdk.resellers import rest

    assert rest.ApiException is ApiException
    assert rest.ApiValueError is ApiValueError
    assert rest.RESTResponseType is HTTPResponse
    assert rest.__all__ == ["SUPPORTED_SOCKS_PROXIES", "ApiException", "ApiValueError", "RESTResponseType"]
