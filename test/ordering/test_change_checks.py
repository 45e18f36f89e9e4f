"""What an order shows about a change that was not answered."""

from __future__ import annotations

from typing import Any

import pytest

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering._change_checks import Act, Became, Line, Picture, judge, picture_of, without_rejected
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


def test_lines_that_were_rejected_are_no_part_of_what_was_changed() -> None:
    asked = request(("ADD", None, "C", 2), ("ADD", None, "X", 1), ("UPDATE", "2", "B", 7), ("DELETE", "9", None, None))
    answer = models.OrderModifyResponse.from_dict(
        {"rejectedLineItems": [{"ingramPartNumber": "X", "rejectCode": "EN"}, {"ingramLineNumber": "009"}]}
    )
    left = without_rejected(asked, rejected_lines(answer))
    assert [each.ingram_part_number for each in left.lines or ()] == ["C", "B"]
