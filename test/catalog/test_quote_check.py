"""A quote is checked before it is ordered: what is empty, what it costs, until when, what was only suggested."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from catalog_kit import Asked, answer, both

from xi.sdk.resellers import quotes
from xi.sdk.resellers.exceptions import (
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    NotFoundException,
    ServiceException,
    UnreadableResponseException,
)
from xi.sdk.resellers.quotes import (
    QuoteCheck,
    QuoteLine,
    VendorField,
    check_values,
    request_of,
)

NUMBER = "QUO-14551943-D2Y9L9"
TODAY = date(2026, 5, 20)


def attribute(name: str, value: str = "String", description: str = "") -> dict[str, str]:
    return {"attributeName": name, "attributeValue": value, "attributeDescription": description}


BLANK = attribute("", "")
BLANK_ERROR = {"traceid": None, "type": "", "message": " ", "fields": [{"field": "", "message": None}]}
VALIDATED: dict[str, Any] = {
    "quoteNumber": NUMBER,
    "vendorName": "ACME",
    "vmfAdditionalAttributes": [attribute("AUTH", "ABC1234", "Authorization"), BLANK, attribute("Company")],
    "lines": [
        {
            "customerLineNumber": "11",
            "ingramPartNumber": "YN6551",
            "quantity": "1",
            "vmfAdditionalAttributesLines": [attribute("mail"), BLANK],
        },
        {
            "customerLineNumber": "12",
            "ingramPartNumber": "YN6231",
            "quantity": 2,
            "linesVendorMandatoryAttributes": [attribute("name", " "), BLANK],
        },
    ],
}
DETAILS: dict[str, Any] = {
    "status": "Ready to Order",
    "totalQuoteAmount": "175.10",
    "extendedQuotePriceTotal": 12000,
    "currencyCode": "USD",
    "extraFeesTotal": "12.50",
    "freightAmount": 7.5,
    "taxTotal": None,
    "ingramQuoteExpiryDate": "2026-05-27T00:00:00Z",
    "isPartialOrderAllowed": True,
    "products": [
        {"ingramPartNumber": "YN6551", "quantity": 1, "price": {"quotePrice": 0.1}, "minimumOrderAllowedQty": 5},
        {"ingramPartNumber": "YN6231", "quantity": 2, "minimumOrderAllowedQty": 2},
        {"ingramPartNumber": "EXTRA", "quantity": 30, "price": {"quotePrice": 24.9}, "isSuggestionProduct": "true"},
    ],
}


def serve(validated: Any = VALIDATED, details: Any = DETAILS) -> Any:
    def handler(asked: Asked) -> Any:
        given = validated if asked.path.endswith("/validatequote") else details
        return answer(200, given) if isinstance(given, (dict, list)) else given

    return handler


def checked(run: Any, *given: Any, number: Any = f" {NUMBER} ") -> Any:
    return run(serve(*given), lambda api: quotes.check(api, number, today=TODAY), "QuotesApi")


@both
def test_fields_price_last_day_and_suggestions(run: Any) -> None:
    found = checked(run)
    check: QuoteCheck = found.value
    assert [(each.line_number, each.name, each.sample) for each in check.fields] == [
        (None, "AUTH", "ABC1234"),
        (None, "Company", None),
        ("11", "mail", None),
        ("12", "name", None),
    ]
    assert (check.can_be_ordered, check.vendor, check.status) == (True, "ACME", "Ready to Order")
    assert (check.total, check.currency, check.expires, check.days_left) == (
        Decimal("175.10"),
        "USD",
        date(2026, 5, 27),
        7,
    )
    assert (check.fees, check.freight, check.tax) == (Decimal("12.50"), Decimal("7.5"), None)
    assert check.lines == (
        QuoteLine(number="11", sku="YN6551", quantity=Decimal(1), minimum=Decimal(5)),
        QuoteLine(number="12", sku="YN6231", quantity=Decimal(2), minimum=Decimal(2)),
    )
    assert [(each.sku, each.unit_price) for each in check.suggested] == [("EXTRA", Decimal("24.9"))]
    assert len(found.asked) == 2


@both
@pytest.mark.parametrize(
    ("day", "expires", "left", "says"),
    [
        ("0001-01-01T00:00:00Z", None, None, False),
        ("2026-05-19", date(2026, 5, 19), -1, False),
        ("next week", None, None, True),
    ],
)
def test_the_last_day(run: Any, day: str, expires: Any, left: Any, says: bool) -> None:
    check = checked(run, VALIDATED, {**DETAILS, "ingramQuoteExpiryDate": day}).value
    assert (check.expires, check.days_left, bool(check.expiry_says)) == (expires, left, says)


EXPIRED = "Quote has expired and cannot be ordered"
REFUSALS: dict[str, tuple[Any, str]] = {
    "400": (answer(400, {"errors": [{"message": "its status is Expired"}]}), "its status is Expired"),
    "404": (answer(404, {"errors": [{"message": "not found"}]}), "not found"),
    "200 with a message": ({"message": "It is a draft"}, "It is a draft"),
    "200 with errors": ({"errors": [{"message": "It is a draft"}]}, "It is a draft"),
    "200 with errors that are a text": ({**VALIDATED, "errors": "It is a draft"}, "It is a draft"),
    "200 with lines and errors": ({**VALIDATED, "errors": [{"message": EXPIRED}]}, EXPIRED),
    "200 with lines and an error alone": ({**VALIDATED, "Errors": {"type": "/errors/expired"}}, "/errors/expired"),
    "200 with lines and a text as error": ({**VALIDATED, "errors": [BLANK, EXPIRED]}, EXPIRED),
    "200 with lines and errors without words": ({**VALIDATED, "errors": [{"code": "E-17"}]}, "errors that say nothing"),
    "200 with lines and a message": ({**VALIDATED, "message": EXPIRED}, EXPIRED),
    "200 with lines and a flat error": ({**VALIDATED, "traceid": "7", "message": "See the quote"}, "See the quote"),
    "200 with lines and an error's type": ({**VALIDATED, "type": "/errors/q", "message": "See it"}, "See it"),
    "200 with nothing": ({}, "says nothing"),
    "200 about another": ({"quoteNumber": "QUO-2", "lines": [{}]}, "answered about QUO-2"),
}


@both
@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS)
def test_a_quote_that_cannot_be_ordered_is_no_error(run: Any, case: tuple[Any, str]) -> None:
    given, says = case
    check = checked(run, given).value
    assert says in check.refusal
    assert (check.can_be_ordered, check.total) == (False, Decimal("175.10"))
    both_gone = checked(run, given, answer(404, {"errors": [{"message": "gone"}]})).value
    assert says in both_gone.refusal


MESSAGES = ("Success", "Quote is valid; no errors", "It has not expired.", "Ordered units cannot be returned")


@both
@pytest.mark.parametrize("more", [*({"message": each} for each in MESSAGES), {"errors": []}, {"errors": [BLANK_ERROR]}])
def test_what_may_mean_a_success_refuses_nothing(run: Any, more: dict[str, Any]) -> None:
    assert checked(run, {**VALIDATED, **more}).value == checked(run).value
    assert checked(run, VALIDATED, {**DETAILS, **more}).value == checked(run).value


@both
def test_errors_in_the_details_refuse(run: Any) -> None:
    check = checked(run, VALIDATED, {**DETAILS, "errors": [{"message": EXPIRED}]}).value
    assert (check.can_be_ordered, check.refusal, check.total) == (False, EXPIRED, Decimal("175.10"))


@both
def test_a_list_of_one_is_read_as_its_object(run: Any) -> None:
    assert checked(run, [VALIDATED], [DETAILS]).value == checked(run).value


UNREADABLE: dict[str, dict[str, Any]] = {
    "vmfAdditionalAttributes": {"vmfAdditionalAttributes": "AUTH"},
    "lines": {"lines": ["11"]},
    "linesVendorMandatoryAttributes": {"lines": [{"customerLineNumber": "11", "linesVendorMandatoryAttributes": [7]}]},
}


@both
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_the_vendor_wants_to_be_told_is_not_lost_if_it_cannot_be_read(run: Any, name: str) -> None:
    check = checked(run, {**VALIDATED, **UNREADABLE[name]}).value
    assert check.refusal == f"{name} in the validation cannot be read"


@both
def test_a_total_that_cannot_be_read_is_not_replaced_by_another_amount(run: Any) -> None:
    assert checked(run, VALIDATED, {**DETAILS, "totalQuoteAmount": "1,75"}).value.total is None
    assert checked(run, VALIDATED, {**DETAILS, "totalQuoteAmount": None}).value.total == Decimal(12000)


@both
def test_details_of_another_quote_are_not_believed(run: Any) -> None:
    check = checked(run, VALIDATED, {**DETAILS, "quoteNumber": "QUO-2"}).value
    assert (check.refusal, check.total) == ("the details are about QUO-2", None)


@both
def test_failures_of_the_call_are_errors(run: Any) -> None:
    away = answer(404, {"fault": {"faultstring": "Unable to identify proxy"}})
    assert isinstance(checked(run, away).error, NotFoundException)
    assert isinstance(checked(run, answer(500, b"{}")).error, ServiceException)
    assert isinstance(checked(run, VALIDATED, answer(500, b"{}")).error, ServiceException)
    assert isinstance(checked(run, answer(200, b"<html>")).error, UnreadableResponseException)
    for field in ("IM-CustomerNumber", "IM-CountryCode", "customerNumber", "IM-SenderID"):
        account = answer(400, {"errors": [{"fields": [{"field": field, "message": "is not valid"}]}]})
        assert isinstance(checked(run, account).error, BadRequestException)
    gone = answer(400, {"errors": [{"message": "its status is Expired"}]})
    assert isinstance(checked(run, gone, account).error, BadRequestException)
    fault = answer(200, {"fault": {"faultstring": "Unable to identify proxy"}})
    assert isinstance(checked(run, fault).error, UnreadableResponseException)


@both
@pytest.mark.parametrize(("number", "error"), [(" ", ApiValueError), (7, ApiTypeError)])
def test_a_bad_number_is_refused_before_anything_is_sent(run: Any, number: Any, error: Any) -> None:
    found = checked(run, number=number)
    assert isinstance(found.error, error)
    assert found.asked == []


# -- the values

CHECK = QuoteCheck(
    number=NUMBER,
    is_partial=True,
    lines=(
        QuoteLine(number="11", sku="YN6551", quantity=Decimal(10), minimum=Decimal(5)),
        QuoteLine(number="12", sku="YN6231", quantity=Decimal(2), minimum=Decimal(5)),
    ),
    fields=(
        VendorField(name="AUTH", description="Authorization", sample="ABC1234"),
        VendorField(name="mail", line_number="11"),
    ),
)
FULL: dict[str, Any] = {"header": {"AUTH": "X1"}, "lines": {"11": {"mail": "a@b.example"}}, "quantities": {}}


def refused(**changed: Any) -> ApiValueError:
    with pytest.raises(ApiValueError) as caught:
        check_values(CHECK, **{**FULL, **changed})
    return caught.value


def test_good_values_are_taken() -> None:
    check_values(CHECK, **FULL)
    check_values(CHECK, {"AUTH": "X1"}, {}, {"12": 2})
    check_values(CHECK, {"AUTH": "abc1234 "[:7].upper()}, FULL["lines"], {}, samples=True)


@pytest.mark.parametrize("value", ["", "  ", "String", "string ", "ABC1234", "abc1234"])
def test_blanks_the_word_string_and_samples_are_no_values(value: str) -> None:
    error = refused(header={"AUTH": value})
    assert "the vendor wants to be told: AUTH (Authorization)." in str(error)
    assert (error.argument, error.pointer) == ("header", "/AUTH")


def test_each_empty_field_is_named() -> None:
    error = refused(header={}, lines={})
    assert "AUTH (Authorization); line 11: mail" in str(error)


@pytest.mark.parametrize(
    ("changed", "pointer", "says"),
    [
        ({"header": {"AUTH": "X1", "auth": "X"}}, "/auth", "did you mean 'AUTH'?"),
        ({"lines": {"13": {}}}, "/13", "no line '13'; there are 11, 12"),
        ({"lines": {"11": {"mail": "x", "nmae": "y"}}}, "/11/nmae", "no field 'nmae' of line 11"),
        ({"quantities": {"99": 1}}, "/99", "no line '99'"),
        ({"quantities": {"11": 4}}, "/11", "it should be 5 to 10"),
        ({"quantities": {"11": 11}}, "/11", "it should be 5 to 10"),
        ({"quantities": {"12": 1}}, "/12", "it should be 2 to 2"),
        ({"quantities": {"11": True}}, "/11", "it should be 5 to 10"),
        ({"quantities": {"11": None}}, "/11", "it should be 5 to 10"),
    ],
)
def test_what_the_quote_does_not_have_is_refused(changed: dict[str, Any], pointer: str, says: str) -> None:
    error = refused(**changed)
    assert says in str(error)
    assert error.pointer == pointer


@pytest.mark.parametrize("given", [{"quantities": {"11": 5}}, {"lines": {"11": {"mail": "x"}}}])
def test_lines_with_one_number_are_not_given_the_same(given: dict[str, Any]) -> None:
    twins = replace(CHECK, lines=(CHECK.lines[0], CHECK.lines[0]))
    with pytest.raises(ApiValueError, match="2 lines with the number 11") as caught:
        check_values(twins, **{**FULL, **given})
    assert caught.value.pointer == "/11"


def test_the_request_has_the_lines_only_where_they_are_needed() -> None:
    plain = request_of(NUMBER, "PO-1", CHECK.lines, {"B": " 2 ", "A": "1"}, {}, {}, {"notes": "n"}).to_dict()
    assert plain == {
        "quoteNumber": NUMBER,
        "customerOrderNumber": "PO-1",
        "notes": "n",
        "vmfadditionalAttributes": [
            {"attributeName": "A", "attributeValue": "1"},
            {"attributeName": "B", "attributeValue": "2"},
        ],
    }
    with_values = request_of(NUMBER, "PO-1", CHECK.lines, {}, FULL["lines"], {}, {}).to_dict()
    assert with_values["lines"] == [
        {
            "customerLineNumber": "11",
            "ingramPartNumber": "YN6551",
            "quantity": "10",
            "vmfAdditionalAttributesLines": [{"attributeName": "mail", "attributeValue": "a@b.example"}],
        },
        {"customerLineNumber": "12", "ingramPartNumber": "YN6231", "quantity": "2"},
    ]
    pieces = request_of(NUMBER, "PO-1", CHECK.lines, {}, {}, {"12": 2}, {}).to_dict()
    assert [each["customerLineNumber"] for each in pieces["lines"]] == ["12"]


@pytest.mark.parametrize(
    "name", ["quoteNumber", "quote_number", "lines", "vmfAdditionalAttributes", "customer_order_number"]
)
def test_members_that_follow_from_the_arguments_are_refused(name: str) -> None:
    with pytest.raises(ApiValueError, match=name):
        request_of(NUMBER, "PO-1", (), {}, {}, {}, {name: "x"})


def test_values_are_text() -> None:
    with pytest.raises(ApiTypeError, match="AUTH is 7"):
        request_of(NUMBER, "PO-1", (), {"AUTH": 7}, {}, {}, {})  # type: ignore[dict-item]


def test_a_quote_of_thousands_of_lines_is_refused_in_a_moment() -> None:
    numbers = [str(at) for at in range(3_000)]
    large = QuoteCheck(
        number=NUMBER,
        lines=tuple(QuoteLine(number=each) for each in numbers),
        fields=tuple(VendorField(name=name, line_number=each) for each in numbers for name in ("mail", "name")),
    )
    began = time.process_time()
    with pytest.raises(ApiValueError, match="line 0: mail; line 0: name"):
        check_values(large, {}, {}, {})
    assert time.process_time() - began < 3
