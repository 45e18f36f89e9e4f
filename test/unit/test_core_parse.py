"""What an answer becomes: a model, None or an exception; nothing that the server sent is lost."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import Any

import pytest
from unit_kit import CREATED, REQUEST, Connected, answer, call_of

from xi.sdk.resellers import exceptions as errors
from xi.sdk.resellers._core.exchange import Runtime
from xi.sdk.resellers._core.messages import FinalResponse, Headers, Response
from xi.sdk.resellers._core.operation import Emptiness, Proof, Subject
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers.models import ErrorResponse, ErrorResponseDTO, GetAccesstoken500Response

NOW = 1_700_000_000.0
RELEASE = "/resellers/v6/orders/20-AAAA1?actionCode=release"
SUBJECT = Subject("PO-1", "20-AAAA1")


def parsed(
    operation: str, response: Response, *, attempts: int = 1, in_doubt: bool = False, target: str = "/orders"
) -> Any:
    runtime = Runtime(lambda: 0.0, lambda: NOW, lambda: 0.5)
    call = call_of(operation, replace(REQUEST, target=target), subject=SUBJECT)
    return parse(call, FinalResponse(response, attempts, in_doubt), runtime)


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


NOTHING = [b"", b"null", b"  null\r\n", b" ", b"\r\n", b" " * 15, b" " * 16, b"\n" * 5000]
MAY_BE_EMPTY = {
    ("get_resellers_v6_ordersearch", ""): {204},
    ("delete_ordercancel", ""): {200, 204},
    ("put_ordermodify", ""): set(),
    ("put_ordermodify", "release"): {200, 204},
    ("get_orderdetails_v6_1", ""): set(),
    ("post_createorder_v6", ""): set(),
    ("post_createorder_v7", ""): set(),
    ("get_accesstoken", ""): set(),
}
"""The statuses that may come with nothing, by operation and what it is asked to do."""


@pytest.mark.parametrize("status", [200, 201, 202, 204, 205, 206, 207])
@pytest.mark.parametrize(("operation", "action"), MAY_BE_EMPTY)
def test_an_empty_answer_is_none_only_where_it_may_be_empty(operation: str, action: str, status: int) -> None:
    target = RELEASE if action else "/resellers/v6/orders?customerOrderNumber=release"
    for body in NOTHING:
        response = answer(status, body, IM_CorrelationID="corr-9")
        if status in MAY_BE_EMPTY[operation, action]:
            assert parsed(operation, response, target=target) is None
            continue
        error = raised(operation, response, target=target, attempts=2)
        assert type(error) is errors.UnreadableResponseException
        assert error.reason == f"{response.reason}, but the answer carries no body".lstrip(", ")
        assert (error.status, error.body, error.attempts) == (status, body.decode(), 2)
        assert (error.correlation_id, error.operation) == ("corr-9", operation)


@pytest.mark.parametrize(
    ("empty", "status", "target", "fits"),
    [
        (Emptiness(statuses=frozenset({204})), 204, "/a?b=c", True),
        (Emptiness(statuses=frozenset({204})), 200, "/a?b=c", False),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 200, RELEASE, True),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 200, "/a?x=1&actionCode=RELEASE", True),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 204, RELEASE, False),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 200, "/a", False),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 200, "/actionCode=release", False),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 200, "/a?actionCode=released", False),
        (Emptiness(statuses=frozenset({200}), query=("actionCode", "release")), 200, "/a?x=actionCode=release", False),
    ],
)
def test_status_and_query_decide_whether_an_answer_may_be_empty(
    empty: Emptiness, status: int, target: str, fits: bool
) -> None:
    assert empty.fits(status, target) is fits


@pytest.mark.parametrize("status", [200, 204])
@pytest.mark.parametrize("body", [b"{}", b"[]", b"<html>", b"gone", b"\xff", b"0", b"false", b'""', b"nullnull"])
def test_a_cancel_with_a_body_in_its_answer_is_in_doubt(status: int, body: bytes) -> None:
    error = raised("delete_ordercancel", answer(status, body))
    assert type(error) is errors.UnreadableResponseException
    assert "the answer should carry no body" in str(error)
    assert error.may_have_been_acted_on


V6, V7, DETAILS, SEARCH = (
    "post_createorder_v6",
    "post_createorder_v7",
    "get_orderdetails_v6_1",
    "get_resellers_v6_ordersearch",
)
RETURN, RENEWALS, FREIGHT = "post_returnscreate", "post_renewalssearch", "post_freightestimate"
READS = (DETAILS, SEARCH, RENEWALS, FREIGHT)
FAULT = {"fault": {"faultstring": "Execution of ServiceCallout failed"}}
REJECTED = {"customerOrderNumber": "PO-1", "orders": [{"rejectedLineItems": [{"ingramPartNumber": "AB12"}]}]}
ACCOUNTS = {
    # What a 2xx tells, by operation, status and body, and whether that is an answer.
    "order number": (V6, 201, CREATED, True),
    "order number, of the second order": (V6, 201, {"orders": [{}, {"ingramOrderNumber": "20-A"}]}, True),
    "order number, as a number": (V6, 201, {"orders": [{"ingramOrderNumber": 12}]}, True),
    "order number, one object for a list": (V6, 201, {"orders": {"ingramOrderNumber": "20-A"}}, True),
    "order number and no text": (V6, 201, {"orders": [{"ingramOrderNumber": " "}]}, False),
    "order number that is null": (V6, 201, {"orders": [{"ingramOrderNumber": None}]}, False),
    "order number, in a list of one": (V6, 201, [CREATED], True),
    "no orders": (V6, 201, {"customerOrderNumber": "PO-1", "orders": []}, False),
    "the PO alone": (V6, 202, {"customerOrderNumber": "PO-1"}, False),
    "orders that are no objects": (V6, 201, {"orders": ["20-A"]}, False),
    "lines rejected, all of them": (V6, 207, REJECTED, True),
    "lines rejected, and none named": (V6, 207, {"orders": [{"rejectedLineItems": []}]}, False),
    "lines rejected, but not with 207": (V6, 201, REJECTED, False),
    "confirmation number": (V7, 202, {"confirmationNumber": "C-1"}, True),
    "confirmation number of a v6": (V6, 202, {"confirmationNumber": "C-1"}, False),
    "order number of a v7": (V7, 200, {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-A"}]}, True),
    "neither number": (V7, 202, {"message": "Order received"}, False),
    "nothing, of a create": (V6, 201, {}, False),
    "nothing, of a v7": (V7, 202, {}, False),
    "words for a number, of a v7": (V7, 202, {"orders": [{"ingramOrderNumber": {"message": "failed"}}]}, False),
    "a flag for a number, of a v7": (V7, 200, {"resource": {"orders": [{"ingramOrderNumber": False}]}}, False),
    "nothing, of a modify": ("put_ordermodify", 200, {}, False),
    "nothing, of a search": (SEARCH, 200, {}, False),
    "nothing, of details": (DETAILS, 200, {}, False),
    "null in each member": (SEARCH, 200, {"orders": None, "recordsFound": None}, False),
    "null in each member but the page": (SEARCH, 200, {"orders": None, "pageNumber": 1}, True),
    "orders of which none can be read, in another case": (SEARCH, 200, {"Orders": ["x", 1]}, False),
    "text for orders, in another case": (SEARCH, 200, {"RecordsFound": 1, "Orders": "oops"}, False),
    "orders under another name": (SEARCH, 200, {"pageNumber": 1, "ordersList": [{"ingramOrderNumber": "2"}]}, False),
    "none found, and something else": (SEARCH, 200, {"recordsFound": 0, "links": [{"topic": "orders"}]}, True),
    "null in each member of a modify": ("put_ordermodify", 200, {"lines": None, "errors": [{"message": "no"}]}, False),
    "lines of a modify that cannot be read": ("put_ordermodify", 200, {"lines": "all"}, True),
    "null for a fault": (V6, 200, CREATED | {"fault": None}, True),
    "orders of which none can be read": (SEARCH, 200, {"orders": ["x", 1]}, False),
    "orders of which one can be read": (SEARCH, 200, {"orders": ["x", {"ingramOrderNumber": "20-A"}]}, True),
    "a number that is none": ("post_createorder_v6", 201, {"orders": [{"ingramOrderNumber": False}]}, False),
    "a number that says null": ("post_createorder_v6", 201, {"orders": [{"ingramOrderNumber": "null"}]}, False),
    "a number that nobody sees": ("post_createorder_v6", 201, {"orders": [{"ingramOrderNumber": "\u200b"}]}, False),
    "a fault beside it": ("post_createorder_v6", 200, {"Fault": {}, "orders": [{"ingramOrderNumber": "2"}]}, False),
    "a rejected line that says nothing": ("post_createorder_v6", 207, {"orders": [{"rejectedLineItems": [{}]}]}, False),
    "none found": (SEARCH, 200, {"recordsFound": 0}, True),
    "none found, and a blank for the list": (SEARCH, 200, {"recordsFound": 0, "orders": ""}, True),
    "none found, and an empty object for the list": (SEARCH, 200, {"recordsFound": "0", "orders": {}}, True),
    "none found, and text for the list": (SEARCH, 200, {"recordsFound": 0, "orders": "oops"}, False),
    "a blank for the list, and no number": (SEARCH, 200, {"pageNumber": 1, "orders": ""}, False),
    "an empty object for the list, and some found": (SEARCH, 200, {"recordsFound": 1, "orders": {}}, False),
    "something else": (DETAILS, 200, {"status": "UP"}, False),
    "something else beside it": (DETAILS, 200, {"status": "UP", "ingramOrderNumber": "20-A"}, True),
    "a fault": (V6, 200, FAULT, False),
    "a fault beside an order number": (V6, 200, FAULT | CREATED, False),
    "a fault, of details": (DETAILS, 200, FAULT | {"ingramOrderNumber": "20-A"}, False),
    "a fault, of a search": (SEARCH, 200, FAULT | {"recordsFound": 0}, False),
    "case number of a return": (RETURN, 200, {"returnsClaims": [{"caseRequestNumber": "CAS-1"}]}, True),
    "case number, one object for a list": (RETURN, 200, {"returnsClaims": {"caseRequestNumber": "CAS-1"}}, True),
    "claim number of a return": (RETURN, 200, {"returnsClaims": [{"rmaClaimId": "12-A-34"}]}, True),
    "errors, of a return": (RETURN, 200, [{"errors": [{"type": "/errors/validation-failed"}]}], False),
    "no renewals in a list of one": (RENEWALS, 200, [{"recordsFound": 0, "renewals": []}], True),
    "errors beside an estimate": (FREIGHT, 200, {"errors": [{}], "freightEstimateResponse": {}}, True),
    "no fault but one of an order": (DETAILS, 200, {"ingramOrderNumber": "20-A", "lines": [FAULT]}, True),
}


@pytest.mark.parametrize(("operation", "status", "body", "fits"), ACCOUNTS.values(), ids=ACCOUNTS)
def test_a_success_must_name_what_was_created(operation: str, status: int, body: Any, fits: bool) -> None:
    if fits:
        assert parsed(operation, answer(status, body)) is not None
        return
    error = raised(operation, answer(status, body))
    assert type(error) is errors.UnreadableResponseException
    assert json.loads(error.body or "") == body
    assert error.may_have_been_acted_on is (operation not in READS)


class ModelWithMembers:
    """A response model with the given members."""

    def __init__(self, **members: Any) -> None:
        self.__dict__ |= members


@pytest.mark.parametrize(
    ("model", "status", "is_in"),
    [
        (ModelWithMembers(a="1"), 200, True),
        (ModelWithMembers(a=0), 200, True),
        (ModelWithMembers(a=""), 200, False),
        (ModelWithMembers(a=[]), 200, False),
        (ModelWithMembers(a=["", "1"]), 200, True),
        (ModelWithMembers(b=ModelWithMembers(c_d="1")), 200, True),
        (ModelWithMembers(b={"cD": "1"}), 200, True),
        (ModelWithMembers(b=[{"x": "1"}, {"c_d": 7}]), 200, True),
        (ModelWithMembers(b="c_d"), 200, False),
        (ModelWithMembers(c_d="1"), 200, False),
        (ModelWithMembers(spare="1"), 200, False),
        (ModelWithMembers(spare="1"), 207, True),
        (ModelWithMembers(a="1"), 207, True),
        (ModelWithMembers(), 207, False),
        (None, 200, False),
    ],
)
def test_a_success_needs_a_proof_field_with_a_value(model: Any, status: int, is_in: bool) -> None:
    assert Proof(any_of=("a", "b.c_d"), instead={207: "spare"}).is_in(model, status) is is_in


@pytest.mark.parametrize("operation", [V6, V7, "put_ordermodify", "delete_ordercancel", SEARCH, DETAILS])
def test_only_operations_that_change_something_can_be_in_doubt(operation: str) -> None:
    error = raised(operation, answer(200, b"<html>", IM_CorrelationID="corr-9"), attempts=3)
    changes = operation not in (SEARCH, DETAILS)
    assert error.doubt == (errors.Doubt(operation, "PO-1", "20-AAAA1", "corr-9", 3) if changes else None)
    assert error.hint == ("it may have been acted on, reconcile before repeating" if changes else "")
    assert ("may have been acted on" in str(error)) is changes


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
@pytest.mark.parametrize("operation", [V6, "put_ordermodify"])
def test_an_unreadable_success_raises_and_keeps_the_whole_answer(operation: str, body: bytes) -> None:
    error = raised(operation, Response(201, "Created", Headers([("X-Trace", "7")]), body))
    assert type(error) is errors.UnreadableResponseException
    assert str(error).startswith("201 Created, but the body is not a JSON object; it may have been acted on")
    assert error.headers == {"X-Trace": "7"}
    assert error.body in (body.decode("latin-1"), body.decode("utf-8", "ignore"))
    assert error.__cause__ is None
    assert error.__context__ is None, "an error of JSON quotes the body"
    assert error.correlation_id == "corr-1"


def test_an_unreadable_success_says_what_its_body_complains_about() -> None:
    complaint = {"errors": [{"message": "No freight", "fields": [{"field": "lines[0]", "message": "unknown"}]}]}
    error = raised("post_freightestimate", answer(200, complaint))
    assert type(error) is errors.UnreadableResponseException
    assert str(error).startswith("No freight: lines[0]: unknown (200 OK, but the body holds nothing of FreightResponse")
    assert [each.fields[0].field for each in error.errors] == ["lines[0]"]


def test_the_error_of_an_unreadable_success_without_a_reason_is_readable() -> None:
    error = raised(V6, Response(200, "", Headers(), b"<html>"))
    assert str(error).startswith("200 but the body is not a JSON object; ")


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


def encoded(text: dict[str, Any], codec: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode(codec)


@pytest.mark.parametrize(("codec", "content_type"), CHARSETS.values(), ids=CHARSETS)
def test_an_answer_is_read_in_every_charset(codec: str, content_type: str | None) -> None:
    text = CREATED | {"customerOrderNumber": "PO-Größe"}
    assert parsed("post_createorder_v6", raw(201, encoded(text, codec), content_type)).to_dict() == text


@pytest.mark.parametrize(("codec", "content_type"), CHARSETS.values(), ids=CHARSETS)
def test_an_error_is_read_in_every_charset(codec: str, content_type: str | None) -> None:
    body = encoded({"message": "Größe fehlt"}, codec)
    error = raised("post_createorder_v6", raw(400, body, content_type))
    assert str(error).startswith("Größe fehlt (400 Fine")


@pytest.mark.parametrize("body", [b"[]", b"7", b'"text"', b"true", b"[1, 2]", b"[[]]"])
def test_json_of_another_shape_is_unreadable(body: bytes) -> None:
    for operation in (V6, "put_ordermodify", DETAILS, SEARCH):
        error = raised(operation, answer(201, body))
        assert type(error) is errors.UnreadableResponseException
        assert error.body == body.decode()


def test_a_large_json_answer_is_read_completely() -> None:
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
def test_each_error_status_raises_its_class(status: int, kind: type[errors.ApiException]) -> None:
    response = answer(status, {"message": "No"}, X_Trace="7", IM_CorrelationID="corr-9")
    error = raised("put_ordermodify", response, attempts=3)
    assert type(error) is kind
    assert (error.status, error.body, error.attempts) == (status, '{"message": "No"}', 3)
    assert (error.operation, error.correlation_id) == ("put_ordermodify", "corr-9")
    assert error.headers == {"X-Trace": "7", "IM-CorrelationID": "corr-9"}
    assert error.errors == (errors.ErrorDetail("No"),)
    assert error.data is None or error.data.to_dict() == {"message": "No"}, "all that came"


REFUSALS = {400, 401, 403, 404, 405, 413, 415, 422, 429}
"""What says that the request was looked at and not acted on."""


@pytest.mark.parametrize("operation", [V6, V7, "put_ordermodify", "delete_ordercancel", SEARCH, DETAILS])
def test_a_call_that_changes_something_is_in_doubt_after_every_status_but_a_refusal(operation: str) -> None:
    changes = operation not in (SEARCH, DETAILS)
    for status in (*range(100, 200), *range(300, 600)):
        error = raised(operation, answer(status, {"message": "No"}))
        doubtful = changes and status not in REFUSALS
        assert error.may_have_been_acted_on is doubtful, status
        assert ("it may have been acted on, reconcile" in str(error)) is doubtful, status
        assert bool(errors.in_doubt(error)) is doubtful, status


def test_without_an_echo_the_error_carries_the_correlation_id_that_was_sent() -> None:
    assert raised("put_ordermodify", answer(400)).correlation_id == "corr-1"


@pytest.mark.parametrize(
    ("operation", "status", "body", "model"),
    [
        (V6, 400, {"errors": [{"message": "No"}]}, ErrorResponse),
        (V6, 400, {"errors": [{"message": "No"}], "traceid": "7"}, ErrorResponse),
        (V6, 401, {"fault": {"faultstring": "No"}}, GetAccesstoken500Response),
        (DETAILS, 500, {"errors": [{"message": "No"}]}, ErrorResponseDTO),
    ],
)
def test_an_error_carries_the_model_declared_for_it(operation: str, status: int, body: Any, model: type[Any]) -> None:
    error = raised(operation, answer(status, body))
    assert isinstance(error.data, model)
    assert error.data.to_dict() == body


@pytest.mark.parametrize(
    ("status", "body", "model", "kept"),
    [
        (400, {"message": "No"}, ErrorResponse, {"message": "No"}),
        (400, [{"errors": [{"id": "7"}]}], ErrorResponse, {"errors": [{"id": "7"}]}),
        (
            400,
            [{"message": "No"}, {"message": "Never"}],
            ErrorResponse,
            {"": [{"message": "No"}, {"message": "Never"}]},
        ),
        (401, {"errors": [{"message": "No"}]}, GetAccesstoken500Response, {"errors": [{"message": "No"}]}),
        (400, {}, ErrorResponse, {}),
        (400, [{}], ErrorResponse, {}),
    ],
)
def test_the_model_of_an_error_keeps_what_it_does_not_declare(
    status: int, body: Any, model: type[Any], kept: Any
) -> None:
    error = raised(V6, answer(status, body))
    assert type(error.data) is model
    assert error.data.to_dict() == kept


@pytest.mark.parametrize(
    ("operation", "status", "body"),
    [
        pytest.param("get_orderdetails_v6_1", 409, {"message": "No"}, id="a status without a model"),
        pytest.param(V6, 400, "No", id="text"),
        pytest.param(V6, 400, [], id="an empty list"),
        pytest.param(V6, 400, [[]], id="a list of lists"),
        pytest.param(V6, 400, None, id="null"),
    ],
)
def test_an_error_body_that_is_no_object_gives_no_data(operation: str, status: int, body: Any) -> None:
    error = raised(operation, answer(status, body))
    assert error.data is None
    assert json.loads(error.body or "") == body, "it is kept as it came"


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
def test_a_very_deeply_nested_error_raises_the_class_of_its_status(body: bytes) -> None:
    error = raised("post_createorder_v6", answer(400, body))
    assert type(error) is errors.BadRequestException
    assert error.body == body.decode()


@pytest.mark.parametrize("status", sorted(REFUSALS))
def test_a_refusal_after_an_attempt_in_doubt_stays_in_doubt(status: int) -> None:
    error = raised("delete_ordercancel", answer(status, {"message": "No"}), attempts=2, in_doubt=True)
    assert error.may_have_been_acted_on
    assert str(error).startswith("No; an attempt before this one failed and may have been acted on (")


def test_a_read_is_never_in_doubt() -> None:
    error = raised(DETAILS, answer(404, {"message": "No"}), attempts=2, in_doubt=True)
    assert error.hint == ""
    assert not error.may_have_been_acted_on


@pytest.mark.parametrize(
    ("status", "body", "is_duplicate"),
    [
        (400, {"errors": [{"type": "CUSTOMER-PO-EXISTS", "message": "no"}]}, True),
        (409, {"errors": [{"id": "X", "message": "Customer-PO-exists: PO-1"}]}, True),
        (422, {"errors": [{"fields": [{"field": "customerOrderNumber", "message": "CUSTOMER-PO-EXISTS"}]}]}, True),
        (400, {"errors": [{"message": "other"}, {"type": "CUSTOMER-PO-EXISTS"}]}, True),
        (400, {"errors": [{"message": "customerOrderNumber is required"}]}, False),
        (500, {"errors": [{"type": "CUSTOMER-PO-EXISTS"}]}, False),
        (400, "CUSTOMER-PO-EXISTS", False),
    ],
)
def test_a_duplicate_purchase_order_is_distinguished_from_other_refusals(
    status: int, body: Any, is_duplicate: bool
) -> None:
    assert raised(V6, answer(status, body)).is_duplicate_po is is_duplicate


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
def test_retry_after_of_a_429_is_in_its_error(headers: dict[str, str], retry_after: float | None) -> None:
    error = raised("post_createorder_v6", answer(429, **headers))
    assert isinstance(error, errors.TooManyRequestsException)
    assert error.retry_after == retry_after
    assert pickle.loads(pickle.dumps(error)).retry_after == retry_after


def test_only_a_429_has_retry_after() -> None:
    assert not hasattr(raised("post_createorder_v6", answer(503, Retry_After="7")), "retry_after")


def test_a_token_in_an_unreadable_answer_is_not_shown() -> None:
    client = Connected(answer(200, b'{"access_token": "t0ken", '))
    with pytest.raises(errors.UnreadableResponseException) as caught:
        client.tokens.get_accesstoken("client_credentials", "id", "s3cret")
    for shown in (str(caught.value), repr(caught.value), pickle.dumps(caught.value).decode("latin-1")):
        assert "t0ken" not in shown
        assert "s3cret" not in shown
    assert caught.value.body == '{"access_token": "***", '
