"""What an order shows about a change that was not answered."""

from __future__ import annotations

import re
from typing import Any

import pytest

from xi.sdk.resellers import models
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._change_checks import (
    Act,
    Became,
    Line,
    Picture,
    adds,
    judge,
    picture_of,
    request_of,
    without_rejected,
)
from xi.sdk.resellers.outcomes import rejected_lines
from xi.sdk.resellers.statuses import Status

BEFORE = Picture(Status.ON_HOLD, (Line("1", "A", 1), Line("2", "B", 5)))


def request(*lines: tuple[str, str | None, str | None, int | None], **more: Any) -> models.OrderModifyRequest:
    given = [
        models.OrderModifyRequestLinesInner(
            add_update_delete_line=verb, ingram_line_number=number, ingram_part_number=part, quantity=quantity
        )
        for verb, number, part, quantity in lines
    ]
    return models.OrderModifyRequest(lines=given or None, **more)


def now(*lines: tuple[str, str, int], status: Status = Status.ON_HOLD) -> Picture:
    return Picture(status, tuple(Line(*each) for each in lines))


A, B = ("1", "A", 1), ("2", "B", 5)
ADD = request(("ADD", None, "c", 2))
UPDATE = request(("UPDATE", "002", None, 7), ("DELETE", "1", "A", None))


@pytest.mark.parametrize(
    ("change", "after", "expected"),
    [
        (ADD, now(A, B, ("3", "C", 2)), Became.DONE),
        (ADD, now(A, B), None),
        (ADD, now(A, B, ("3", "C", 1)), Became.UNKNOWN),
        (UPDATE, now(("2", "B", 7)), Became.DONE),
        (UPDATE, now(("9", "B", 7)), Became.DONE),  # some servers give an updated line a new number
        (UPDATE, now(A, ("2", "B", 7)), Became.UNKNOWN),
        (request(("UPDATE", "2", None, 7), ("DELETE", "2", None, None)), now(A), Became.DONE),
        (request(("UPDATE", "9", None, 7), ("DELETE", "1", None, None)), now(B), Became.DONE),  # there is no line 9
        (request(notes="fragile"), now(A, B), Became.UNKNOWN),
        (request(("UPDATE", "2", "B", 5)), now(A, B), Became.UNKNOWN),  # nothing that the lines could show
    ],
)
def test_a_modify_is_seen_in_the_lines(
    change: models.OrderModifyRequest, after: Picture, expected: Became | None
) -> None:
    assert judge(Act.MODIFY, change, BEFORE, after).became is expected


@pytest.mark.parametrize(
    ("act", "before", "after", "expected"),
    [
        (Act.CANCEL, Status.ON_HOLD, Status.CANCELED, Became.DONE),
        (Act.CANCEL, Status.ON_HOLD, Status.VOIDED, Became.DONE),
        (Act.CANCEL, Status.ON_HOLD, Status.ON_HOLD, None),
        (Act.RELEASE, Status.ON_HOLD, Status.PROCESSING, Became.DONE),
        (Act.RELEASE, Status.ON_HOLD, Status.ON_HOLD, None),
        (Act.RELEASE, Status.ON_HOLD, Status.VOIDED, Became.REFUSED),
        (Act.RELEASE, Status.ON_HOLD, Status.UNKNOWN, Became.UNKNOWN),
        (Act.RELEASE, Status.PROCESSING, Status.PROCESSING, Became.UNKNOWN),
    ],
)
def test_a_release_and_a_cancellation_are_seen_in_the_status(
    act: Act, before: Status, after: Status, expected: Became | None
) -> None:
    assert judge(act, None, Picture(before, ()), Picture(after, ())).became is expected


@pytest.mark.parametrize(
    ("act", "change", "before", "after", "says"),
    [
        (Act.CANCEL, None, now(), now(status=Status.VOIDED), "the order is voided"),
        (Act.RELEASE, None, now(), now(status=Status.VOIDED), "the order is voided, so it cannot be released"),
        (Act.RELEASE, None, now(), now(), "the order is still on hold"),
        (Act.RELEASE, None, now(), now(status=Status.PROCESSING), "the order is processing, and was on hold"),
        (
            Act.RELEASE,
            None,
            now(status=Status.PROCESSING),
            now(status=Status.PROCESSING),
            "the order is processing, and was not on hold before",
        ),
        (
            Act.MODIFY,
            request(notes="fragile"),
            now(A),
            now(A),
            "the change is not one of parts or units, so the lines do not show it",
        ),
        (Act.MODIFY, ADD, now(A), now(A, ("3", "C", 2)), "the order has the lines that were wanted"),
        (Act.MODIFY, ADD, now(A), now(A), "the order has the lines that it had before"),
        (
            Act.MODIFY,
            ADD,
            now(A),
            now(B),
            "the order has neither the lines that it had before nor those that were wanted",
        ),
    ],
)
def test_what_an_order_shows_is_said_in_words(
    act: Act, change: models.OrderModifyRequest | None, before: Picture, after: Picture, says: str
) -> None:
    assert judge(act, change, before, after).says == says


def test_a_picture_survives_the_history_and_leaves_comments_out() -> None:
    details: Any = models.OrderDetailB2B.from_dict(
        {
            "orderStatus": "ON HOLD",
            "lines": [
                {"ingramOrderLineNumber": "001", "ingramPartNumber": "a", "quantityOrdered": 1},
                {"ingramOrderLineNumber": "002", "lineNotes": "a comment"},
            ],
        }
    )
    picture = picture_of(details)
    assert picture == Picture(Status.ON_HOLD, (Line("1", "A", 1),))
    assert Picture.of_json(picture.to_json()) == picture


@pytest.mark.parametrize(
    ("given", "says", "pointer"),
    [
        ({}, "the request changes nothing; give it lines, notes or ship_to_info", ""),
        ({"lines": []}, "the request changes nothing; give it lines, notes or ship_to_info", ""),
        (
            {"lines": [{"quantity": "many"}]},
            r"the request cannot be read: lines/0/quantity: [^;]*",
            "",
        ),
        (
            {"lines": [{"quantity": "many"}, {"quantity": "few"}]},
            r"the request cannot be read: lines/0/quantity: [^;]*[a-z]; lines/1/quantity: [^;]*",
            "",
        ),
        (
            {"lines": [{"addUpdateDeleteLine": "ADD", "ingramPartNumber": "A", "quantity": 1}, {}]},
            "line 2 has the verb ''; it should be ADD, UPDATE or DELETE",
            "/lines/1/addUpdateDeleteLine",
        ),
        (
            {"lines": [{"addUpdateDeleteLine": "ADD", "quantity": 1}]},
            "line 1 is to be added and has no part number; add ingramPartNumber",
            "/lines/0/ingramPartNumber",
        ),
        (
            {"lines": [{"addUpdateDeleteLine": "add", "ingramPartNumber": "A", "quantity": 1}]},
            "the request cannot be read: lines/0/addUpdateDeleteLine: Input should be 'UPDATE', 'DELETE' or 'ADD'",
            "",
        ),
        (
            {"lines": [{"addUpdateDeleteLine": "ADD", "ingramPartNumber": "A"}]},
            "line 1 has the quantity None; it should be a whole number of 1 or more",
            "/lines/0/quantity",
        ),
        (
            {"lines": [{"addUpdateDeleteLine": "DELETE"}]},
            "line 1 is to be changed by DELETE and has no line number; add ingramLineNumber",
            "/lines/0/ingramLineNumber",
        ),
        (
            {"lines": [{"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "1", "quantity": 0}]},
            "line 1 has the quantity 0; it should be 1 or more, or the line be deleted",
            "/lines/0/quantity",
        ),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_by_its_place(given: dict[str, Any], says: str, pointer: str) -> None:
    with pytest.raises(ApiValueError) as caught:
        request_of(given)
    assert re.fullmatch(says, str(caught.value))
    assert (caught.value.argument, caught.value.pointer) == ("request", pointer)


def test_a_release_orders_nothing_more_if_it_is_made_twice() -> None:
    assert not adds(None)


def test_a_change_of_another_type_is_refused_by_its_name() -> None:
    with pytest.raises(ApiTypeError, match="OrderModifyRequest, or a dict of its members, not list") as caught:
        request_of([])  # type: ignore[arg-type]
    assert caught.value.argument == "request"


def test_none_among_the_lines_is_refused_although_the_client_would_leave_it_out() -> None:
    assert ADD.lines is not None
    change = models.OrderModifyRequest(lines=[*ADD.lines])
    change.lines.append(None)  # type: ignore[union-attr, arg-type]
    with pytest.raises(ApiValueError, match="lines/1 is None") as caught:
        request_of(change)
    assert (caught.value.argument, caught.value.pointer) == ("request", "/lines/1")


@pytest.mark.parametrize(
    "line",
    [
        {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "A", "quantity": 1},
        {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "1"},
        {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "1", "quantity": 1},
        {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "1", "quantity": 0},
    ],
)
def test_a_change_that_makes_sense_is_a_request_of_its_own(line: dict[str, Any]) -> None:
    given = {"lines": [line]}
    assert request_of(given).to_dict() == given
    model = models.OrderModifyRequest.from_dict(given)
    assert model is not None
    assert request_of(model) is not model
    assert request_of(model) == model
    assert adds(request_of(given)) == (line["addUpdateDeleteLine"] == "ADD")


def test_lines_that_were_rejected_are_no_part_of_what_was_changed() -> None:
    asked = request(("ADD", None, "C", 2), ("ADD", None, "X", 1), ("UPDATE", "2", "B", 7), ("DELETE", "9", None, None))
    answer = models.OrderModifyResponse.from_dict(
        {
            "rejectedLineItems": [
                {"ingramPartNumber": "X", "rejectCode": "EN"},
                {"ingramLineNumber": "009"},
                {"ingramPartNumber": "NEVER ASKED FOR"},
            ]
        }
    )
    left = without_rejected(asked, rejected_lines(answer))
    assert [each.ingram_part_number for each in left.lines or ()] == ["C", "B"]
