"""What an answer to a send says: each cell of the table, read from what the real client returns and raises."""

import asyncio
import json
import pickle
from collections.abc import Mapping
from typing import Any

import pytest

from xi.sdk.resellers import Account, ApiClient, ApiResponse, Configuration, OrdersApi, models
from xi.sdk.resellers._core.messages import Headers, NotSent, Request, Response, Timeouts, Unanswered
from xi.sdk.resellers.exceptions import (
    ApiException,
    ApiValueError,
    Doubt,
    ErrorDetail,
    TooManyRequestsException,
    carry_doubt,
)
from xi.sdk.resellers.ordering._entries import RejectedPart
from xi.sdk.resellers.ordering._evidence import (
    Quota,
    Reply,
    quota_of,
    reply_of_answer,
    reply_of_error,
    total_of_details,
)
from xi.sdk.resellers.ordering._protocol import Kind, Said
from xi.sdk.resellers.testing import AT_ONCE

NOW = 1_716_802_200.0
ACCOUNT = Account("20-222222", "US")
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "AB12", "quantity": "2"}]}
GOOD = {"ingramPartNumber": "AB12", "quantityOrdered": 2, "lineStatus": "Backordered"}
BAD = {
    "customerLinenumber": "2",
    "ingramPartNumber": "CD34",
    "rejectCode": "EN",
    "rejectReason": "SKU-NOTFOUND    CD34",
    "quantityOrdered": 3,
}


class Wire:
    """A transport that gives one answer, of any status, or fails."""

    def __init__(self, *steps: Response | BaseException) -> None:
        self.steps = list(steps)

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - one answer for all
        step = self.steps.pop(0)
        if isinstance(step, BaseException):
            raise step
        return step

    def close(self) -> None:
        """There is nothing to close."""


def answer(status: int, body: Any = None, headers: Mapping[str, str] | None = None) -> Response:
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return Response(status, "", Headers({"Content-Type": "application/json", **(headers or {})}.items()), raw)


def reply_to(*steps: Response | BaseException, kind: Kind = Kind.V6, **settings: Any) -> tuple[Reply, Any]:
    """Return what a create says, and the error of the client, if there is one."""
    configuration = Configuration(retry=AT_ONCE, **(settings or {"access_token": "token-of-test"}))
    with ApiClient(configuration, transport=Wire(*steps)) as client:
        api = OrdersApi(client).bound(ACCOUNT)
        create = api.post_createorder_v6_with_http_info if kind is Kind.V6 else api.post_createorder_v7_with_http_info
        try:
            return reply_of_answer(kind, create(ORDER)), None
        except BaseException as error:  # noqa: BLE001 - Ctrl-C too
            reply = reply_of_error(kind, error)
            assert reply.says.isprintable()
            assert "token-of-test" not in reply.says
            assert pickle.loads(pickle.dumps(reply)) == reply
            return reply, error


def said(*steps: Response | BaseException, kind: Kind = Kind.V6, **settings: Any) -> Said:
    return reply_to(*steps, kind=kind, **settings)[0].answered.said


def created(*orders: Any, **more: Any) -> dict[str, Any]:
    return {"customerOrderNumber": "PO-1", "orders": list(orders), **more}


def numbered(number: str = "20-RD128", **more: Any) -> dict[str, Any]:
    return {"ingramOrderNumber": number, "lines": [GOOD], **more}


# -- a success


@pytest.mark.parametrize(
    ("orders", "verdict"),
    [
        ([numbered(lines=[])], Said.EMPTY),
        ([numbered(lines=[]), numbered("20-RD129", lines=[])], Said.EMPTY),
        ([numbered(lines=[]), numbered("20-RD129")], Said.PLACED),
        ([{"ingramOrderNumber": "20-RD128"}], Said.PLACED),  # it says nothing about lines
    ],
)
def test_a_number_with_a_list_of_no_lines_is_an_order_without_a_line(orders, verdict):
    assert said(answer(201, created(*orders))) is verdict


@pytest.mark.parametrize("status", [200, 201, 202, 207])
@pytest.mark.parametrize(
    ("orders", "verdict"),
    [
        ([numbered()], Said.PLACED),
        ([numbered(lines=None)], Said.PLACED),
        ([numbered(rejectedLineItems=[BAD])], Said.PARTLY),
        ([numbered(), numbered("20-RD129", lines=[], rejectedLineItems=[BAD])], Said.PARTLY),
        ([numbered(lines=[GOOD, GOOD | {"lineStatus": "IM::REJECTED"}])], Said.PARTLY),
        ([numbered(lines=[], rejectedLineItems=[BAD])], Said.EMPTY),
        ([numbered(lines=[GOOD | {"lineStatus": "Rejected"}])], Said.EMPTY),
    ],
)
def test_a_number_says_that_the_order_stands_and_the_lines_say_how_much_of_it(status, orders, verdict):
    reply, _ = reply_to(answer(status, created(*orders)))
    assert reply.answered.said is verdict
    assert reply.answered.numbers == tuple(each["ingramOrderNumber"] for each in orders)
    assert reply.status == status
    assert "20-RD128" in reply.says
    assert bool(reply.rejected) is (verdict is not Said.PLACED)


LINE = GOOD | {"customerLineNumber": "1"}


@pytest.mark.parametrize(
    ("body", "says", "rejected", "reason"),
    [
        (created(numbered(), numbered("20-RD999")), "order 20-RD128, 20-RD999", (), None),
        (created(numbered("999")), "order 999", (), None),
        (
            created(numbered(rejectedLineItems=[BAD, {"vendorPartNumber": "V-1"}])),
            "order 20-RD128; rejected: CD34 (EN: SKU-NOTFOUND CD34), V-1",
            (
                RejectedPart(line="2", part="CD34", reason="EN: SKU-NOTFOUND CD34", quantity=3),
                RejectedPart(part="V-1"),
            ),
            None,
        ),
        (
            created(numbered(lines=[LINE | {"lineStatus": "Rejected"}])),
            "order 20-RD128; rejected: AB12 (Rejected)",
            (RejectedPart(line="1", part="AB12", reason="Rejected", quantity=2),),
            "Rejected",
        ),
        (
            created(numbered(lines=[{"vendorPartNumber": "V-1", "lineStatus": "Rejected"}])),
            "order 20-RD128; rejected: V-1 (Rejected)",
            (RejectedPart(part="V-1", reason="Rejected"),),
            "Rejected",
        ),
        (
            created(numbered(numberOfLinesWithError=1)),
            "order 20-RD128; it counts lines that are not placed, and does not name them",
            (),
            None,
        ),
        (
            created(numbered(lines=[], numberOfLinesWithError=1)),  # it may have others, which it does not show
            "order 20-RD128; it counts lines that are not placed, and does not name them",
            (),
            None,
        ),
    ],
)
def test_a_success_says_in_a_line_what_was_placed_and_what_was_not(body, says, rejected, reason):
    reply, _ = reply_to(answer(201, body))
    assert (reply.says, reply.rejected, reply.reject_reason) == (f"201: {says}", rejected, reason)


def test_a_success_without_a_number_says_so_and_has_neither_sum_nor_difference(caplog):
    rejected = created({"rejectedLineItems": [{"ingramPartNumber": "CD34"}], "currencyCode": "USD"})
    reply, _ = reply_to(answer(207, rejected | {"purchaseOrderTotal": 5}))
    assert (reply.says, reply.total, reply.currency, reply.reject_reason) == (
        "207: rejected: CD34",
        None,
        None,
        "rejected",
    )
    body = json.dumps(ORDER).encode()
    for data in (models.OrderCreateResponse(customer_order_number="PO-2"), models.AsyncOrderCreateResponse(), None):
        reply = reply_of_answer(Kind.V7, ApiResponse(status_code=200, headers=None, data=data, raw_data=b"{}"), body)
        assert (reply.says, reply.differs) == ("200: a success without an order number", ())
    assert caplog.records == []


def test_nothing_but_a_number_of_an_order_confirms_one_of_v6():
    data = models.OrderCreateResponse.from_dict({"confirmation_number": "US-1"})
    answered = ApiResponse(status_code=201, headers=None, data=data, raw_data=b"{}")
    assert reply_of_answer(Kind.V6, answered).answered.said is Said.GARBLED


def test_a_success_gives_its_headers():
    assert (
        reply_to(answer(201, created(numbered()), {"X-RateLimit-Limit": "60"}))[0].headers["X-RateLimit-Limit"] == "60"
    )
    data = models.OrderCreateResponse()
    assert reply_of_answer(Kind.V6, ApiResponse(status_code=201, headers=None, data=data, raw_data=b"{}")).headers == {}


def test_each_number_counts_once_and_what_is_none_does_not_count():
    orders = [numbered("null"), numbered(), numbered("20-RD129"), numbered()]
    assert reply_to(answer(201, created(*orders)))[0].answered.numbers == ("20-RD128", "20-RD129")


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        [],
        b"<html>",
        b'{"orders": [{"ingramOrderNumber": "20-RD1',
        created(),
        created({"lines": [GOOD]}),
        created(numbered("")),
        created(numbered("null")),
        created(numbered("0")),
        {"fault": {"faultstring": "x"}},
        {"message": "accepted"},
    ],
)
@pytest.mark.parametrize("status", [200, 201, 207, 299])
@pytest.mark.parametrize("kind", [Kind.V6, Kind.V7, Kind.QUOTE])
def test_a_success_without_a_number_is_garbled(status, body, kind):
    assert said(answer(status, body), kind=kind) is Said.GARBLED


def test_rejected_lines_without_a_number_are_garbled_and_told():
    reply, error = reply_to(answer(207, created({"rejectedLineItems": [BAD]})))
    assert (error, reply.answered.said, reply.answered.numbers) == (None, Said.GARBLED, ())
    assert reply.rejected == (RejectedPart(line="2", part="CD34", reason="EN: SKU-NOTFOUND CD34", quantity=3),)
    assert (reply.total, reply.reject_reason) == (None, "SKU-NOTFOUND")
    assert "CD34" in reply.says


@pytest.mark.parametrize(
    ("status", "verdict"), [(200, Said.GARBLED), (201, Said.GARBLED), (400, Said.UNANSWERED), (503, Said.UNANSWERED)]
)
def test_an_answer_that_begins_and_is_cut_off_says_what_its_status_says(status, verdict):
    begun = answer(status, b'{"orders": [{"ingram')
    assert said(Unanswered("reset", begun)) is verdict


@pytest.mark.parametrize("kind", [Kind.V7, Kind.QUOTE])
@pytest.mark.parametrize("number", ["US-I-T-12345678901234567890", 1669783293])
def test_a_confirmation_of_v7_is_accepted(kind, number):
    reply, _ = reply_to(answer(200, {"quoteNumber": "", "confirmationNumber": number}), kind=kind)
    assert (reply.answered.said, reply.answered.confirmation) == (Said.ACCEPTED, str(number))


@pytest.mark.parametrize("number", [None, "", " ", "null", "0", "None", "pending"])
def test_a_confirmation_without_a_number_is_garbled(number):
    assert said(answer(200, {"confirmationNumber": number, "message": "x"}), kind=Kind.V7) is Said.GARBLED


def test_v7_may_answer_with_orders():
    reply, _ = reply_to(answer(201, created(numbered(), confirmationNumber="US-1")), kind=Kind.V7)
    assert reply.answered.said is Said.PLACED
    assert (reply.answered.numbers, reply.answered.confirmation) == (("20-RD128",), "US-1")
    assert reply.says == "201: order 20-RD128; confirmation US-1"


@pytest.mark.parametrize(
    ("body", "total", "currency"),
    [
        (
            b'{"purchaseOrderTotal": 1234567.10, "orders": [{"ingramOrderNumber": "1", "currencyCode": "USD"}]}',
            "1234567.10",
            "USD",
        ),
        (
            b'{"purchaseOrderTotal": "10.50", "orders": [{"ingramOrderNumber": "1", "currencyCode": "20-RFKT : USD"}]}',
            "10.50",
            "USD",
        ),
        (
            b'{"orders": [{"ingramOrderNumber":"1", "orderTotal":0.10, "currencyCode":"X EUR"}, {"orderTotal":".2"}]}',
            "0.30",
            "EUR",
        ),
        (b'{"orders": [{"ingramOrderNumber": "1", "orderTotal": 0.10}, {"ingramOrderNumber": "2"}]}', None, None),
        (b'[{"Orders": [{"IngramOrderNumber": "1", "OrderTotal": 10.50, "CurrencyCode": "USD"}]}]', "10.50", "USD"),
        (
            (
                b'{"orders": [{"ingramOrderNumber": "1", "orderTotal": 10, "currencyCode": "USD"},'
                b' {"orderTotal": 20, "currencyCode": "EUR"}]}'
            ),
            None,
            "USD, EUR",
        ),
        (b'{"purchaseOrderTotal": 0, "orders": [{"ingramOrderNumber": "1", "currencyCode": "$"}]}', "0", "$"),
        (b'{"purchaseOrderTotal": "free", "orders": {"ingramOrderNumber": "1", "orderTotal": 5}}', "5", None),
        (b'{"orders": [{"ingramOrderNumber": "1", "orderTotal": 5, "currencyCode": "USD"}, 7]}', None, "USD"),
        (b'{"orders": [{"ingramOrderNumber": "1", "orderTotal": 12345678901234567.89}]}', "12345678901234567.89", None),
        (b'{"orders": [{"ingramOrderNumber": "1", "orderTotal": 9e999999}, {"orderTotal": 9e999999}]}', None, None),
    ],
)
def test_sums_keep_the_digits_of_the_server(body, total, currency):
    reply, _ = reply_to(answer(201, body))
    assert (reply.total, reply.currency) == (total, currency)
    assert reply.raw == body


def test_an_answer_in_another_charset_has_its_sums_too():
    body = json.dumps(created(numbered(currencyCode="USD"), purchaseOrderTotal=10.5)).encode("utf-16")
    reply, _ = reply_to(answer(201, body, {"Content-Type": "application/json; charset=utf-16"}))
    assert (reply.answered.said, reply.total, reply.currency) == (Said.PLACED, "10.5", "USD")


@pytest.mark.parametrize("kind", [Kind.V6, Kind.V7])
def test_an_answer_in_a_charset_of_bytes_has_its_numbers_and_digits(kind):
    body = json.dumps(created(numbered(currencyCode="USD", note="café"), purchaseOrderTotal="X"), ensure_ascii=False)
    raw = body.replace('"X"', "10.50").encode("latin-1")
    reply, _ = reply_to(answer(201, raw, {"Content-Type": "application/json; charset=iso-8859-1"}), kind=kind)
    assert (reply.answered.said, reply.answered.numbers) == (Said.PLACED, ("20-RD128",))
    assert (reply.total, reply.currency) == ("10.50", "USD")


def test_the_words_of_an_answer_of_v7_are_read_in_its_own_charset():
    body = json.dumps(created(numbered(rejectedLineItems=[{"rejectReason": "over 9 €"}])), ensure_ascii=False)
    reply, _ = reply_to(
        answer(201, body.encode("cp1252"), {"Content-Type": "application/json; charset=windows-1252"}), kind=Kind.V7
    )
    assert [each.reason for each in reply.rejected] == ["over 9 €"]


@pytest.mark.parametrize("raw", [b"", b"<html>"])
def test_an_answer_without_its_text_is_read_from_what_the_client_returned(raw):
    data = models.OrderCreateResponse.from_dict(created(numbered(currencyCode="USD"), purchaseOrderTotal=10.5))
    reply = reply_of_answer(Kind.V6, ApiResponse(status_code=201, headers=None, data=data, raw_data=raw))
    assert (reply.answered.said, reply.total, reply.currency) == (Said.PLACED, "10.5", "USD")
    seven = models.AsyncOrderCreateResponse.from_dict({"confirmationNumber": "US-1", "orders": [numbered()]})
    reply = reply_of_answer(Kind.V7, ApiResponse(status_code=202, headers=None, data=seven, raw_data=raw))
    assert (reply.answered.said, reply.total, reply.currency) == (Said.ACCEPTED, None, None)


# -- an error: every status, with every kind of body


BODIES: dict[str, Any] = {
    "nothing": None,
    "page": b"<html>gateway</html>",
    "order": {"errors": [{"type": "x", "message": "SKU-NOTFOUND    AB12", "fields": []}]},
    "exists": {"errors": [{"message": "CUSTOMER-PO-EXISTS"}]},
    "headers": {"errors": [{"message": "Validation failed", "fields": [{"field": "IM-CountryCode", "message": "no"}]}]},
}
OF_SET_UP = (401, 403, 404, 405, 415)


def table(status: int, body: str) -> Said:
    """Return what the specification says of a status that is not a success."""
    if body == "exists" and status in (400, 409, 422):
        return Said.EXISTS
    if status in OF_SET_UP or (body == "headers" and status in (400, 422)):
        return Said.SET_UP
    if status in (400, 413, 422):
        return Said.REFUSED
    return Said.TOO_MANY if status == 429 else Said.UNANSWERED


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("kind", [Kind.V6, Kind.V7])
def test_every_status_says_what_the_table_says_and_what_the_client_says(kind, body):
    for status in [*range(100, 200), *range(300, 600)]:
        reply, error = reply_to(*[answer(status, BODIES[body])] * 4, kind=kind)
        verdict = reply.answered.said
        assert verdict is table(status, body), status
        assert isinstance(error, ApiException)
        if verdict in (Said.REFUSED, Said.SET_UP, Said.TOO_MANY, Said.NOT_SENT):
            assert not error.may_have_been_acted_on, status
        if verdict is Said.EXISTS:
            assert not error.may_have_been_acted_on or status == 409
        if verdict is Said.UNANSWERED:
            assert error.may_have_been_acted_on, status
        assert reply.status == status


@pytest.mark.parametrize("status", range(100, 600))
def test_a_refusal_after_an_attempt_in_doubt_says_nothing(status):
    for errors in ([], [ErrorDetail(message="CUSTOMER-PO-EXISTS")]):
        error = ApiException(status, errors=errors, may_have_been_acted_on=True)
        verdict = Said.EXISTS if errors and status == 409 else Said.UNANSWERED
        assert reply_of_error(Kind.V6, error).answered.said is verdict


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (400, '{"message": "CUSTOMER-PO-EXISTS"}', Said.UNANSWERED),
        (409, '{"message": "CUSTOMER-PO-EXISTS"}', Said.UNANSWERED),
        (400, '{"message": "This return was already filed"}', Said.UNANSWERED),
        (422, '{"message": "Duplicate reference number"}', Said.UNANSWERED),
        (400, '{"message": "the quantity is wrong"}', Said.REFUSED),
        (400, None, Said.REFUSED),
        (401, '{"message": "the token is already expired"}', Said.SET_UP),
        (429, '{"message": "already too many calls"}', Said.TOO_MANY),
    ],
)
def test_a_refusal_of_a_return_that_may_tell_of_another_one_leaves_it_in_doubt(status, body, verdict):
    of = {429: TooManyRequestsException}.get(status, ApiException)
    reply = reply_of_error(Kind.RETURN, of(status, body=body))
    assert reply.answered.said is verdict
    assert (reply.reject_reason is not None) is (verdict is Said.REFUSED)


@pytest.mark.parametrize(
    "text", ["Customer PO already exists", "customer_po_exists", "CUSTOMER-PO-ALREADY_EXISTS: PO-1"]
)
@pytest.mark.parametrize("status", [400, 409, 422])
def test_that_the_po_exists_is_read_in_other_spellings_too(status, text):
    assert said(*[answer(status, {"errors": [{"message": text}]})] * 4) is Said.EXISTS
    assert said(*[answer(413, {"errors": [{"message": text}]})]) is Said.REFUSED
    assert said(*[answer(500, {"errors": [{"message": text}]})] * 4) is Said.UNANSWERED


def test_a_status_that_nobody_knows_is_no_refusal():
    assert reply_of_error(Kind.V6, ApiException(418)).answered.said is Said.UNANSWERED


def test_an_error_gives_its_body_headers_and_words():
    reply, error = reply_to(answer(400, BODIES["order"], {"X-RateLimit-Limit": "60"}))
    assert (reply.raw, reply.says) == (json.dumps(BODIES["order"]).encode(), str(error))
    assert reply.headers["X-RateLimit-Limit"] == "60"
    reply = reply_of_error(Kind.V6, ApiException(400, body="caf\N{LATIN SMALL LETTER E WITH ACUTE} \ud800"))
    assert (reply.raw, reply.headers) == (b"caf\xc3\xa9 ?", {})
    assert reply_of_error(Kind.V6, ApiException(400)).raw is None


def test_a_429_says_when_to_come_again():
    reply, _ = reply_to(*[answer(429, None, {"Retry-After": "7"})] * 4)
    assert (reply.answered.said, reply.again_in) == (Said.TOO_MANY, 7)
    reply, _ = reply_to(*[answer(429)] * 4)
    assert reply.again_in is None


@pytest.mark.parametrize("asked", ["1000000000", "9" * 30, "Fri, 01 Jan 2099 00:00:00 GMT"])
def test_a_429_parks_no_order_for_good(asked):
    reply, _ = reply_to(*[answer(429, None, {"Retry-After": asked})] * 4)
    assert (reply.again_in, reply.says.endswith("; not sent again for 3600 s")) == (3_600, True)


# -- without an answer


def test_a_request_that_was_not_sent_is_not_sent():
    assert said(*[NotSent("no route")] * 4) is Said.NOT_SENT


def test_a_request_without_an_answer_is_unanswered():
    assert said(Unanswered("reset")) is Said.UNANSWERED


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, asyncio.CancelledError, MemoryError])
def test_what_breaks_into_a_call_leaves_it_unanswered(stop):
    reply, error = reply_to(stop("token-of-test"))
    assert isinstance(error, stop)
    assert (reply.answered.said, reply.status) == (Said.UNANSWERED, None)
    assert "PO-1" in reply.says
    assert stop.__name__ in reply.says


def test_what_breaks_in_before_anything_was_sent_says_so():
    for error in (asyncio.CancelledError(), RuntimeError("token-of-test")):
        reply = reply_of_error(Kind.V6, error)
        assert reply.answered.said is Said.NOT_SENT
        assert reply.says == f"interrupted by {type(error).__name__}, before anything was sent"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_what_can_break_in_after_the_answer_is_never_taken_for_not_sent(stop):
    reply = reply_of_error(Kind.V6, stop())
    assert reply.answered.said is Said.UNANSWERED
    assert reply.says == f"interrupted by {stop.__name__}; it may have been sent"


def test_a_doubt_is_found_behind_other_errors():
    inner = asyncio.CancelledError()
    carry_doubt(inner, Doubt("post_createorder_v6", "PO-1", None, None, 1))
    outer = TimeoutError()
    outer.__cause__ = inner
    for error in (inner, outer, BaseExceptionGroup("tasks", [ValueError(), outer])):
        assert reply_of_error(Kind.V6, error).answered.said is Said.UNANSWERED


# -- tokens


APP = {"client_id": "app", "client_secret": "token-of-test"}


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_an_app_that_gets_no_token_is_a_wrong_set_up(status):
    assert said(answer(status, {"fault": {"faultstring": "Invalid client identifier"}}), **APP) is Said.SET_UP


@pytest.mark.parametrize(
    "step", [NotSent("no route"), Unanswered("reset"), answer(503), answer(200, b"<html>"), answer(302)]
)
def test_a_token_service_that_fails_means_that_nothing_was_sent(step):
    assert said(*[step] * 4, **APP) is Said.NOT_SENT


def test_a_program_that_gives_no_token_means_that_nothing_was_sent():
    def broken() -> str:
        raise RuntimeError("the vault is away")

    assert said(access_token=broken) is Said.NOT_SENT


@pytest.mark.parametrize("token", ["a\nb", 7])
def test_a_token_that_cannot_be_sent_is_a_wrong_set_up(token):
    assert said(access_token=lambda: token) is Said.SET_UP


def test_an_argument_that_cannot_be_sent_is_a_wrong_set_up():
    error = ApiValueError("im_sender_id has 40 characters; at most 32 fit", argument="im_sender_id")
    reply = reply_of_error(Kind.V6, error)
    assert (reply.answered.said, reply.reject_reason) == (Said.SET_UP, None)
    assert reply.says == f"{error}, so nothing was sent"
    doubt = Doubt("post_createorder_v6", "PO-1", None, None, 1)
    carry_doubt(error, doubt)
    reply = reply_of_error(Kind.V6, error)
    assert (reply.answered.said, reply.says) == (Said.UNANSWERED, f"{error}: {doubt}")


def test_an_app_that_is_not_approved_is_a_wrong_set_up():
    fault = {"fault": {"faultstring": "Invalid API call as no apiproduct match found"}}
    assert said(answer(401, fault)) is Said.SET_UP


# -- a 400 about the order, or about the set-up


def of_fields(*names: str | None, message: str = "is not valid", sent: str = "x") -> dict[str, Any]:
    fields = [{"field": name, "message": message, "value": sent} for name in names]
    return {"errors": [{"type": "/errors/validation-failed", "message": "Validation failed", "fields": fields}]}


@pytest.mark.parametrize(
    "body",
    [
        of_fields("IM-CustomerNumber"),
        of_fields("im-customernumber", "IM-CorrelationId"),
        of_fields("IMCountryCode"),
        of_fields("IM_SenderID"),
        of_fields("customerNumber"),
        of_fields("CountryCode", "CorrelationID"),
        of_fields("header.IM-CustomerNumber"),
        of_fields("Request-Headers/im-country-code"),
        of_fields(None, message="IM-CorrelationID cannot be blank"),
        of_fields("", message="The customer number is not known"),
        {"faultcode": "Server", "faultstring": "Invalid customer number. Please check."},
        {"fault": {"faultstring": "Invalid customer number"}},
        {"message": "IM-CustomerNumber is missing"},
        {"errors": [{"field": "IM-CountryCode", "message": "IM-CountryCode is not valid"}]},
        [{"message": "invalid customer-number", "fields": []}],
    ],
)
def test_a_400_that_names_nothing_but_the_account_is_a_wrong_set_up(body):
    reply, _ = reply_to(answer(400, body))
    assert (reply.answered.said, reply.reject_reason) == (Said.SET_UP, None)


@pytest.mark.parametrize(
    "body",
    [
        of_fields("IM-CountryCode", "lines[0].quantity"),
        of_fields("customerOrderNumber"),
        of_fields("endCustomerOrderNumber"),
        of_fields("shipToInfo.countryCode"),
        of_fields("endUserInfo/customerNumber"),
        of_fields(None, message="is not valid"),
        of_fields(),
        {"errors": [*of_fields("IM-CountryCode")["errors"], {"message": "SKU-NOTFOUND    AB12"}]},
        {"message": "the end customer number is wrong"},
        {"message": "the customer order number is wrong"},
        {"errors": []},
        None,
    ],
)
def test_a_400_that_names_anything_of_the_order_is_about_the_order(body):
    assert said(answer(400, body)) is Said.REFUSED


@pytest.mark.parametrize(
    ("bodies", "reason"),
    [
        ([{"errors": [{"message": f"SKU-NOTFOUND    {sku}"}]} for sku in ("AB12", "CDEF")], "SKU-NOTFOUND"),
        ([{"errors": [{"message": f"Part '{sku}' is unknown"}]} for sku in ("AB", "CD")], "Part is unknown"),
        (
            [of_fields(f"lines[{index}].quantity", message=f"{index} is too much") for index in (1, 22)],
            "lines.quantity: is too much",
        ),
        ([of_fields("shipToInfo.state", message="x is no state")], "shipToInfo.state: is no state"),
        ([of_fields("tax", message=f"'{each}' or x is no tax, extra") for each in "ab"], "tax: or is no tax, extra"),
        (
            [of_fields("sku", sent=each, message=f"SKU_{each} is not sold") for each in ("AB12", "CD34")],
            "sku: SKU_ is not sold",
        ),
        ([of_fields("sku", sent=each, message=f"NO{each}YES") for each in ("ABCD", "EFGH")], "sku: NOYES"),
        ([of_fields("sku", sent=each, message=f"the_{each}_one") for each in ("ab", "cd")], "sku: the__one"),
        ([of_fields("sku", sent="ate", message="no state")], "sku: no state"),
        ([of_fields(f"lines[{index}].quantity", message="") for index in (1, 2)], "lines.quantity"),
        ([of_fields(None, message="x is no state")], "is no state"),
        ([of_fields(None, message="")], "Validation failed"),
        ([{"errors": [{"message": "EN: not there: ask AB12"}]}], "EN"),
        ([{"errors": [{"message": f"NO PART {sku}"}]} for sku in ("AB12", "CD34")], "NO PART"),
        ([{"errors": [{"message": "not " * 99}]}], "not " * 49 + "not…"),
        ([{"errors": [{"fields": [{"message": "no such part"}]}]}], "no such part"),
        ([None], "400"),
    ],
)
def test_orders_that_are_refused_for_the_same_reason_have_the_same_reason(bodies, reason):
    for body in bodies:
        assert reply_to(answer(400, body))[0].reject_reason == reason


# -- the quota


@pytest.mark.parametrize(
    ("headers", "quota"),
    [
        ({}, None),
        ({"X-RateLimit-Reset": "5"}, None),
        ({"X-RateLimit-Limit": "60"}, Quota(limit=60, remaining=None, reset_at=None)),
        (
            {"x-ratelimit-limit": "60", "X-RATELIMIT-REMAINING": "0", "x-ratelimit-reset": f"{(NOW + 30) * 1000:.0f}"},
            Quota(limit=60, remaining=0, reset_at=NOW + 30),
        ),
        (
            {"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": f"{NOW + 30:.0f}"},
            Quota(limit=None, remaining=7, reset_at=NOW + 30),
        ),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "30"}, Quota(limit=None, remaining=7, reset_at=NOW + 30)),
        (
            {"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": f"{NOW - 1:.0f}"},
            Quota(limit=None, remaining=7, reset_at=None),
        ),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "3600"}, Quota(limit=None, remaining=7, reset_at=None)),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "nan"}, Quota(limit=None, remaining=7, reset_at=None)),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "1"}, Quota(limit=None, remaining=7, reset_at=NOW + 1)),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "0"}, Quota(limit=None, remaining=7, reset_at=None)),
        (
            {"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "121"},
            Quota(limit=None, remaining=7, reset_at=NOW + 121),
        ),
        ({"X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "122"}, Quota(limit=None, remaining=7, reset_at=None)),
        ({"X-RateLimit-Limit": "9" * 11}, Quota(limit=99_999_999_999, remaining=None, reset_at=None)),
        ({"X-RateLimit-Limit": "9" * 12}, None),
        ({"X-RateLimit-Remaining": "-1", "X-RateLimit-Limit": "x"}, None),
    ],
)
def test_the_quota_is_read_in_all_its_forms(headers, quota):
    assert quota_of(headers, NOW) == quota


@pytest.mark.parametrize(("reset", "moment"), [("1000000000", 1e9), ("100000000000", 1e8)])
def test_the_first_moment_in_seconds_and_the_first_in_milliseconds_are_moments(reset, moment):
    quota = quota_of({"X-RateLimit-Limit": "60", "X-RateLimit-Reset": reset}, moment - 30)
    assert quota == Quota(limit=60, remaining=None, reset_at=moment)


def test_an_answer_without_headers_says_nothing_about_the_quota():
    assert quota_of(None, NOW) is None


@pytest.mark.parametrize(
    ("raw", "total"),
    [
        (b'{"orderTotal": 54.90, "currencyCode": "USD"}', ("54.90", "USD")),
        (b'[{"OrderTotal": "54.90", "CurrencyCode": "20-RFKT : USD"}]', ("54.90", "USD")),
        (b'{"orderTotal": "much"}', (None, None)),
        ('{"orderTotal": 1}'.encode("utf-16"), ("1", None)),
        ('{"orderTotal": 1.50, "note": "café"}'.encode("latin-1"), ("1.50", None)),
        (b'{"orderTotal": 1, "lines": [' + b"9" * 5_000 + b"]}", ("1", None)),  # more digits than Python reads
        (b"\xff", (None, None)),
    ],
)
def test_the_total_of_details_is_that_of_the_text(raw: bytes, total: tuple[str | None, str | None]) -> None:
    assert total_of_details(raw) == total
