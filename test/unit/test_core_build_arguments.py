"""What arguments may be: kinds, limits, dates and bodies; each complaint names its argument, and nothing is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, IntEnum
from typing import Any

import pytest
from unit_kit import OPERATIONS, ORDER, WHO, Connected

from xi.sdk.resellers._core.arguments import pointer_step, require_one_body
from xi.sdk.resellers._core.call import Sender, build
from xi.sdk.resellers._core.messages import Request
from xi.sdk.resellers._core.operation import Kind, Operation, Parameter, Place, Repeat
from xi.sdk.resellers._core.operations.deals import GET_RESELLERS_V6_DEALSSEARCH
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.models import AsyncOrderCreateDTO, OrderCreateRequest

SENDER = Sender("https://h", {})


def made(kind: Kind, value: Any, **parameter: Any) -> Request:
    """Build a request with one argument, `given`, in the query."""
    operation: Operation[None] = Operation(
        name="try_out",
        method="GET",
        path="/p",
        repeat=Repeat.SAFE,
        authorized=False,
        parameters=(Parameter(name="given", wire="g", **({"place": Place.QUERY, "kind": kind} | parameter)),),
        success=None,
    )
    return build(operation, (value,), SENDER).request


def query(kind: Kind, value: Any, **parameter: Any) -> str:
    return made(kind, value, **parameter).target.removeprefix("/p?g=")


class Status(str, Enum):  # noqa: UP042 - what callers of Python 3.10 wrote
    OPEN = "open"


class Size(IntEnum):
    TEN = 10


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("abc", "abc"),
        (12345, "12345"),
        (Status.OPEN, "open"),
        (Size.TEN, "10"),
        (date(2026, 5, 13), "2026-05-13"),
        (datetime(2026, 5, 13, 23, 59, tzinfo=UTC), "2026-05-13"),
    ],
)
def test_text_may_be_given_as_text_number_or_date(value: Any, sent: str) -> None:
    assert query(Kind.TEXT, value) == sent
    assert query(Kind.TEXTS, [value]) == sent


@pytest.mark.parametrize("value", [True, 1.5, b"bytes", ["a"], {"a": 1}, object])
def test_the_refusal_of_a_value_that_is_not_text_names_the_argument(value: Any) -> None:
    with pytest.raises(ApiTypeError, match=f"given should be text, not {type(value).__name__}"):
        made(Kind.TEXT, value)


@pytest.mark.parametrize("value", [b"OPEN", {"OPEN"}, {"OPEN": 1}, 1, iter(["OPEN"])])
def test_a_list_argument_must_be_a_list(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="given should be a list of texts"):
        made(Kind.TEXTS, value)


@pytest.mark.parametrize(
    ("value", "sent"), [("OPEN", "OPEN"), (Status.OPEN, "open"), (date(2026, 5, 13), "2026-05-13")]
)
def test_a_single_text_is_a_list_of_one_but_a_single_day_is_no_range(value: Any, sent: str) -> None:
    assert query(Kind.TEXTS, value) == query(Kind.TEXTS, [value]) == sent
    with pytest.raises(ApiTypeError, match="given should be a list of texts"):
        made(Kind.DAYS, value)


def test_a_single_text_that_is_blank_is_refused_as_a_list_of_one_is() -> None:
    with pytest.raises(ApiValueError, match="given is empty"):
        made(Kind.TEXTS, " ")


@pytest.mark.parametrize("value", [["a", "b"], ("a", "b")])
def test_a_list_may_be_any_sequence(value: Sequence[str]) -> None:
    assert made(Kind.TEXTS, value).target == "/p?g=a&g=b"


def test_the_error_about_an_item_has_its_index() -> None:
    with pytest.raises(ApiTypeError, match=r"given\[1\] should be text, not NoneType"):
        made(Kind.TEXTS, ["a", None])


@pytest.mark.parametrize(("value", "sent"), [(25, "25"), ("25", "25"), (" 25 ", "25"), (0, "0"), (Size.TEN, "10")])
def test_a_number_may_be_given_as_text(value: Any, sent: str) -> None:
    assert query(Kind.NUMBER, value) == sent


@pytest.mark.parametrize("value", ["", "ten", "1.5", 1.5, True, None.__class__, [1], "1e3", "٣", "²", "３"])  # noqa: RUF001
def test_a_value_that_is_not_a_whole_number_is_refused(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="given should be a whole number"):
        made(Kind.NUMBER, value)


@pytest.mark.parametrize(
    ("value", "sent"), [(True, "true"), (False, "false"), ("true", "true"), ("True", "true"), ("FALSE", "false")]
)
def test_a_boolean_is_sent_in_lower_case(value: Any, sent: str) -> None:
    assert query(Kind.FLAG, value) == sent


@pytest.mark.parametrize("value", [1, 0, "yes", "", 1.0, []])
def test_a_value_that_is_not_a_boolean_is_refused(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="given should be True or False"):
        made(Kind.FLAG, value)


@pytest.mark.parametrize(
    "value",
    [
        date(2020, 5, 13),
        datetime(2020, 5, 13, 23, 59),  # noqa: DTZ001 - callers do
        datetime(2020, 5, 13, 1, tzinfo=timezone(timedelta(hours=9))),
        "2020-05-13",
        "2020-05-13T22:15:00Z",
        "20200513",
        "13 May 2020",
        "May 13, 2020",
        "Wed May 13 00:00:00 UTC 2020",
        # Java's toString names zones that dateutil does not know; the day is the same in all of them.
        "Wed May 13 00:00:00 PDT 2020",
        "Wed May 13 23:00:00 CEST 2020",
    ],
)
def test_a_day_may_be_a_date_a_datetime_or_readable_text(value: Any) -> None:
    assert query(Kind.DAY, value) == "2020-05-13"


@pytest.mark.parametrize("value", ["", "soon", "2020-13-40", "9" * 400])
def test_text_that_is_not_a_date_is_refused(value: str) -> None:
    with pytest.raises(ApiValueError, match=r"given: .*is not a date; use yyyy-MM-dd"):
        made(Kind.DAY, value)


@pytest.mark.parametrize("value", [20200513, 1.5, True, ["2020-05-13"]])
def test_a_value_that_is_neither_date_nor_text_is_refused_as_a_date(value: Any) -> None:
    with pytest.raises(ApiTypeError, match=r"given should be a date.*not"):
        made(Kind.DAY, value)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.TEXTS, Kind.NUMBER, Kind.FLAG, Kind.DAY])
def test_a_required_argument_may_not_be_none(kind: Kind) -> None:
    with pytest.raises(ApiValueError, match="try_out: given is required"):
        made(kind, None, required=True)


@pytest.mark.parametrize("value", ["", " ", "\t\n"])
def test_a_filter_may_not_be_blank(value: str) -> None:
    for kind, given in ((Kind.TEXT, value), (Kind.TEXTS, ["a", value]), (Kind.DAYS, [value, value])):
        with pytest.raises(ApiValueError, match="given is empty; leave it out, or None, where"):
            made(kind, given)


def test_a_header_that_is_not_required_may_be_blank() -> None:
    assert made(Kind.TEXT, "", place=Place.HEADER).headers["g"] == ""


@pytest.mark.parametrize(
    ("day", "sent"),
    [
        (date(2026, 5, 13), "2026-05-13"),
        (datetime(2026, 5, 13, 23, 59, tzinfo=UTC), "2026-05-13"),
        ("2026-05-13T10:00:00Z", "2026-05-13"),
        ("13 May 2026", "2026-05-13"),
        ("a day in May", "a%20day%20in%20May"),
    ],
)
def test_the_ends_of_a_date_range_are_sent_as_days(day: Any, sent: str) -> None:
    assert made(Kind.DAYS, [day, "2026-05-31"]).target == f"/p?g={sent}&g=2026-05-31"


@pytest.mark.parametrize("value", ["2026-05-13", date(2026, 5, 13), 5])
def test_a_date_range_is_a_list(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="given should be a list"):
        made(Kind.DAYS, value)


@pytest.mark.parametrize("value", ["", " ", "\t\n"])
def test_a_required_text_may_not_be_blank(value: str) -> None:
    with pytest.raises(ApiValueError, match="given must not be blank"):
        made(Kind.TEXT, value, required=True)


def test_an_optional_path_value_may_not_be_empty() -> None:
    with pytest.raises(ApiValueError, match="given is ''"):
        made(Kind.TEXT, "", place=Place.PATH)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [("a", "has 1 characters; it should have 2"), ("abc", "has 3 characters; at most 2 fit")],
)
def test_a_length_outside_the_limits_is_refused_with_the_limit(value: str, complaint: str) -> None:
    with pytest.raises(ApiValueError, match=f"given {complaint}"):
        made(Kind.TEXT, value, min_length=2, max_length=2)
    assert query(Kind.TEXT, "ab", min_length=2, max_length=2) == "ab"


LIMITED = [
    (operation, parameter)
    for operation in OPERATIONS.values()
    for parameter in operation.parameters
    if parameter.max_length is not None
]


def arguments(operation: Operation[Any], name: str, value: Any) -> dict[str, Any]:
    """Return arguments of a call that would go through, but for the one that is named."""
    fine = {
        Place.PATH: "20-AAAA1",
        Place.HEADER: "US",
        Place.FORM: "x",
        Place.BODY: ORDER if operation.name != "put_ordermodify" else {},
    }
    return {each.name: fine[each.place] for each in operation.parameters if each.required} | {name: value}


@pytest.mark.parametrize(("operation", "parameter"), LIMITED, ids=lambda each: each.name)
def test_every_published_limit_is_checked_before_anything_is_sent(
    operation: Operation[Any], parameter: Parameter
) -> None:
    client = Connected()
    call = getattr(client.orders, operation.name)
    assert parameter.max_length is not None
    with pytest.raises(ApiValueError, match=f"{parameter.name} has {parameter.max_length + 1} characters"):
        call(**arguments(operation, parameter.name, "x" * (parameter.max_length + 1)))
    assert client.sent == []


REQUIRED = [
    (operation, parameter)
    for operation in OPERATIONS.values()
    for parameter in operation.parameters
    if parameter.required
]


@pytest.mark.parametrize(("operation", "parameter"), REQUIRED, ids=lambda each: each.name)
def test_a_missing_required_argument_is_refused_before_anything_is_sent(
    operation: Operation[Any], parameter: Parameter
) -> None:
    client = Connected()
    api = client.tokens if operation.name == "get_accesstoken" else client.orders
    with pytest.raises(ApiValueError, match=f"{operation.name}: {parameter.name} is required"):
        getattr(api, operation.name)(**arguments(operation, parameter.name, None))
    assert client.sent == []


def create(body: Any, name: str = "post_createorder_v6") -> Request:
    return build(OPERATIONS[name], (*WHO, body, None), SENDER).request


@pytest.mark.parametrize(
    "body",
    [
        OrderCreateRequest(customer_order_number="PO-1", lines=[{"ingram_part_number": "AB12", "quantity": 2}]),  # type: ignore[list-item]
        ORDER,
        {"customer_order_number": "PO-1", "lines": [{"ingramPartNumber": "AB12", "quantity": "2"}]},
    ],
    ids=["model", "wire names", "python names"],
)
def test_a_body_may_be_a_model_or_a_dict_with_either_kind_of_names(body: Any) -> None:
    sent = create(body).body
    assert sent is not None
    assert json.loads(sent) == ORDER


def test_a_body_is_sent_in_utf8() -> None:
    sent = create(ORDER | {"notes": "Größe 日本"}).body
    assert sent is not None
    assert "Größe 日本".encode() in sent


@pytest.mark.parametrize("body", ["{}", b"{}", [ORDER], 1, AsyncOrderCreateDTO()])
def test_the_refusal_of_a_body_of_another_type_names_the_accepted_types(body: Any) -> None:
    says = f"order_create_request should be of type OrderCreateRequest or a dict, not {type(body).__name__}"
    with pytest.raises(ApiTypeError, match=f"^{says}$"):
        create(body)


def test_the_error_about_an_invalid_body_has_place_and_reason() -> None:
    with pytest.raises(ApiValueError) as caught:
        create(ORDER | {"lines": [{"ingramPartNumber": "AB12", "quantity": "two"}]})
    said = str(caught.value)
    assert said.startswith("order_create_request does not fit OrderCreateRequest: lines[0].quantity: ")
    assert "(given: 'two')" in said
    assert "\n" not in said
    assert caught.value.__cause__ is None, "the reader is not led through pydantic"


def test_an_error_does_not_repeat_whole_objects() -> None:
    with pytest.raises(ApiValueError) as caught:
        create({"customerOrderNumber": "PO-1", "lines": "a\nb" * 2, "resellerInfo": [{"email": "me@example.org"}]})
    said = str(caught.value)
    assert "me@example.org" not in said
    assert "resellerInfo: " in said
    assert "\n" not in said


def test_the_refusal_of_a_misspelt_name_in_a_body_suggests_the_right_one() -> None:
    with pytest.raises(ApiValueError, match="'customer_ordernumber'; did you mean 'customer_order_number'"):
        create(ORDER | {"customer_ordernumber": "PO-1"})


@pytest.mark.parametrize("extra", [object(), "half a character \ud800", {1, object()}])
@pytest.mark.parametrize("given", ["dict", "model"])
def test_an_extra_value_that_json_cannot_represent_is_an_argument_error(given: str, extra: Any) -> None:
    body: Any = ORDER | {"extraThing": extra}
    if given == "model":
        body = OrderCreateRequest.model_validate(body)
    with pytest.raises(ApiValueError, match="order_create_request"):
        create(body)


def test_a_wrong_assignment_to_a_model_is_refused() -> None:
    body = OrderCreateRequest.model_validate(ORDER)
    with pytest.raises(ValueError, match=r"customerOrderNumber|customer_order_number"):
        body.customer_order_number = ["PO-1"]  # type: ignore[assignment]


LINES = {"customerOrderNumber": "PO-1", "lines": [{"quantity": 1}]}
REFUSED: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "a page too large": ("get_resellers_v6_ordersearch", {"page_size": 1000}, "page_size", ""),
    "no page": ("get_resellers_v6_ordersearch", {"page_number": 0}, "page_number", ""),
    "before the first page": ("get_resellers_v6_ordersearch", {"page_number": "-1"}, "page_number", ""),
    "no number": ("get_resellers_v6_ordersearch", {"page_size": "1e3"}, "page_size", ""),
    "an item that is no text": (
        "get_resellers_v6_ordersearch",
        {"order_status_in": ["A", None]},
        "order_status_in",
        "/1",
    ),
    "a blank item": ("get_resellers_v6_ordersearch", {"order_status_in": ["A", " "]}, "order_status_in", "/1"),
    "an empty list": ("get_resellers_v6_ordersearch", {"order_status_in": []}, "order_status_in", ""),
    "a day of two readings": (
        "get_resellers_v6_ordersearch",
        {"ship_date_bt": ["2026-05-01", "3/4/2026"]},
        "ship_date_bt",
        "/1",
    ),
    "a day that is none": (
        "get_resellers_v6_ordersearch",
        {"ship_date_bt": ["2026-02-30", "2026-03-01"]},
        "ship_date_bt",
        "/0",
    ),
    "the end first": (
        "get_resellers_v6_ordersearch",
        {"ship_date_bt": ["2026-05-02", date(2026, 5, 1)]},
        "ship_date_bt",
        "",
    ),
    "half a character in a range": (
        "get_resellers_v6_ordersearch",
        {"ship_date_bt": ["2026-05-01", "\ud800"]},
        "ship_date_bt",
        "/1",
    ),
    "three ends": ("get_resellers_v6_ordersearch", {"ship_date_bt": ["2026-05-02"] * 3}, "ship_date_bt", ""),
    "too long": ("get_resellers_v6_ordersearch", {"im_country_code": "USA"}, "im_country_code", ""),
    "missing": ("get_resellers_v6_ordersearch", {"im_customer_number": None}, "im_customer_number", ""),
    "a step in a path": ("delete_ordercancel", {"order_number": ".."}, "order_number", ""),
    "a line break": ("delete_ordercancel", {"im_sender_id": "a\nb"}, "im_sender_id", ""),
    "a body that is none": ("post_createorder_v6", {"order_create_request": 5}, "order_create_request", ""),
    "a value in a list": (
        "post_createorder_v6",
        {"order_create_request": {"customer_order_number": "PO-1", "lines": [{}, {"quantity": "many"}]}},
        "order_create_request",
        "/lines/1/quantity",
    ),
    "a value under its Python name": (
        "post_createorder_v6",
        {"order_create_request": LINES | {"lines": [{"ingram_part_number": "1" * 19}]}},
        "order_create_request",
        "/lines/0/ingramPartNumber",
    ),
    "a value of several types": (
        "post_createorder_v6",
        {"order_create_request": LINES | {"lines": [{"endUserInfo": [{"phoneNumber": True}]}]}},
        "order_create_request",
        "/lines/0/endUserInfo/0/phoneNumber",
    ),
    "a name that no field has": (
        "post_createorder_v6",
        {"order_create_request": LINES | {"lines": [{"quantty": 1}]}},
        "order_create_request",
        "/lines/0/quantty",
    ),
    "what is missing in a body": (
        "post_createorder_v6",
        {"order_create_request": {}},
        "order_create_request",
        "/customerOrderNumber",
    ),
    "a second spelling": (
        "post_createorder_v7",
        {"async_order_create_dto": {"vmfAdditionalAttributes": [5]}},
        "async_order_create_dto",
        "/vmfadditionalAttributes/0",
    ),
}


@pytest.mark.parametrize(("name", "value"), [("size", 101), ("size", 0), ("page", 0)])
def test_a_page_of_deals_that_the_server_would_ignore_is_refused(name: str, value: int) -> None:
    operation = GET_RESELLERS_V6_DEALSSEARCH
    given = {"im_customer_number": "20-222222", "im_country_code": "US", "im_correlation_id": "c-1", name: value}
    with pytest.raises(ApiValueError, match=rf"{name} is {value}; it should be 1 ") as refused:
        build(operation, [given.get(each.name) for each in operation.parameters], SENDER)
    assert refused.value.argument == name


@pytest.mark.parametrize("case", REFUSED)
def test_an_argument_error_has_the_argument_and_a_pointer_into_it(case: str) -> None:
    name, given, argument, pointer = REFUSED[case]
    operation = OPERATIONS[name]
    usual = {
        "im_customer_number": "20-222222",
        "im_country_code": "US",
        "im_correlation_id": "c-1",
        "order_number": "20-1",
    }
    values = [({"order_create_request": LINES} | usual | given).get(each.name) for each in operation.parameters]
    with pytest.raises((ApiValueError, ApiTypeError)) as refused:
        build(operation, values, SENDER)
    assert (refused.value.argument, refused.value.pointer) == (argument, pointer)
    assert argument in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "value", "limits", "says"),
    [
        (Kind.NUMBER, 0, {"minimum": 1}, "given is 0; it should be 1 or more"),
        (Kind.NUMBER, 101, {"minimum": 1, "maximum": 100}, "given is 101; it should be 1 to 100"),
        (Kind.NUMBER, 1.5, {}, "given should be a whole number, not 1.5"),
        (Kind.FLAG, 1, {}, "given should be True or False, not 1"),
        (Kind.TEXT, "a\ud800", {}, "given holds half a character (a lone surrogate), which cannot be sent"),
        (Kind.TEXT, 1.5, {}, "given should be text, not float"),
        (Kind.DAY, 5, {}, "given should be a date, or a text such as '2026-05-13', not int"),
        (Kind.TEXT, "abcd", {"max_length": 3}, "given has 4 characters; at most 3 fit"),
        (Kind.TEXT, "a", {"min_length": 2}, "given has 1 characters; it should have 2"),
        (Kind.DAYS, ["2026-05-13"] * 3, {}, "given has 3 entries; it should be the first and the last day"),
        (Kind.DAYS, ["2026-05-14", "2026-05-13"], {}, "given begins on 2026-05-14, after it ends on 2026-05-13"),
    ],
)
def test_a_refusal_says_in_one_sentence_what_would_be_right(
    kind: Kind, value: Any, limits: dict[str, int], says: str
) -> None:
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        made(kind, value, **limits)
    assert (str(caught.value), caught.value.argument) == (says, "given")


def test_a_key_is_escaped_as_a_step_of_a_pointer() -> None:
    assert pointer_step("a/b~c") == "/a~1b~0c"


def test_a_range_may_be_one_day() -> None:
    assert query(Kind.DAYS, ["2026-05-13", "2026-05-13"]) == "2026-05-13&g=2026-05-13"


@pytest.mark.parametrize("given", [(True, True), (False, False)])
def test_a_call_with_two_bodies_or_none_names_both(given: tuple[bool, bool]) -> None:
    operation = OPERATIONS["post_createorder_v7"]
    arguments: list[Any] = [None] * len(operation.parameters)
    for index, is_given in zip(operation.body_indexes, given, strict=True):
        arguments[index] = ORDER if is_given else None
    with pytest.raises(ApiValueError) as caught:
        require_one_body(operation, arguments)
    says = "post_createorder_v7: give async_order_create_dto or order_create_v7_request, one of the two"
    assert str(caught.value) == says
    arguments[operation.body_indexes[0]], arguments[operation.body_indexes[1]] = ORDER, None
    require_one_body(operation, arguments)


def test_text_without_a_digit_is_sent_unchanged_in_a_date_range() -> None:
    assert made(Kind.DAYS, ["invoice_date_bt_example"]).target == "/p?g=invoice_date_bt_example"


def test_a_long_value_is_shortened_in_the_error() -> None:
    with pytest.raises(ApiValueError) as refused:
        made(Kind.MODEL, {"customerOrderNumber": "9" * 100_000}, place=Place.BODY, model="OrderCreateRequest")
    assert len(str(refused.value)) < 400
    assert f"(given: '{'9' * 80}…')" in str(refused.value)
