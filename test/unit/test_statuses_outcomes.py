"""fold_status reads every known spelling; outcome counts the lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers import OrderCreateResponse, OrderModifyResponse
from xi.sdk.resellers.outcomes import Outcome, order_numbers, outcome, rejected_lines
from xi.sdk.resellers.statuses import FoldedStatus, Status, fold_status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("OPEN", Status.OPEN),
        ("im::open", Status.OPEN),
        ("CLOSED", Status.CLOSED),
        ("Processing", Status.PROCESSING),
        ("In Progress", Status.PROCESSING),
        ("On Hold", Status.ON_HOLD),
        ("ON HOLD", Status.ON_HOLD),
        ("im::hold", Status.ON_HOLD),
        ("IM::HOLD", Status.ON_HOLD),
        ("im::order_hold", Status.ON_HOLD),
        ("IM::SALES_HOLD", Status.ON_HOLD),
        ("IM::IM_ONLINE_HOLD", Status.ON_HOLD),
        ("Backordered", Status.BACKORDERED),
        ("im::backordered", Status.BACKORDERED),
        ("im::order_backordered", Status.BACKORDERED),
        ("IM::PARTIALLY_SHIPPED", Status.PARTIALLY_SHIPPED),
        ("Shipped", Status.SHIPPED),
        ("IM::SHIPPED", Status.SHIPPED),
        ("im::order_shipped", Status.SHIPPED),
        (" shipped ", Status.SHIPPED),
        ("INVOICED", Status.INVOICED),
        ("im::order_invoiced", Status.INVOICED),
        ("Delivered", Status.DELIVERED),
        ("E-DELIVERED", Status.DELIVERED),
        ("Canceled", Status.CANCELED),
        ("CANCELLED", Status.CANCELED),
        ("im::order_voided", Status.VOIDED),
        ("VOIDED", Status.VOIDED),
        ("REJECTED", Status.REJECTED),
        ("", Status.UNKNOWN),
        (None, Status.UNKNOWN),
        ("under review", Status.UNKNOWN),
    ],
)
def test_a_status_is_read_and_its_text_is_kept(text: str | None, status: Status) -> None:
    assert fold_status(text) == FoldedStatus(status, text)
    assert str(fold_status(text)) == (text or "unknown")


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    assert fold_status(text).text == text


def test_the_final_statuses() -> None:
    final = {each.name for each in Status if each.is_final}
    assert final == {"DELIVERED", "CLOSED", "CANCELED", "VOIDED", "REJECTED"}


def create(*orders: dict[str, Any], **more: Any) -> OrderCreateResponse:
    found = OrderCreateResponse.from_dict({"customerOrderNumber": "PO-1", "orders": list(orders), **more})
    assert found is not None
    return found


def modify(**given: Any) -> OrderModifyResponse:
    found = OrderModifyResponse.from_dict({"ingramOrderNumber": "20-AB1CD", **given})
    assert found is not None
    return found


GOOD = {"ingramLineNumber": "002", "ingramPartNumber": "AB12", "lineStatus": "Backordered"}
BAD = {"customerLinenumber": "2", "ingramPartNumber": "ZZ99", "quantityOrdered": 5, "rejectCode": "EN"}
ORDER = {"ingramOrderNumber": "20-AB1CD"}


REJECTED_LINE = {**GOOD, "lineStatus": "REJECTED"}
COMMENT = {"notes": "a comment"}
FLAGS = {**ORDER, "numberOfLinesWithError": 0, "lines": [GOOD], "rejectedLineItems": [BAD]}
EMPTY = {**ORDER, "lines": [], "rejectedLineItems": [BAD]}
OUTCOMES = {
    "create: backordered lines are accepted": (create({**ORDER, "lines": [GOOD]}), Outcome.ALL),
    "create: 207": (create({**ORDER, "lines": [GOOD], "rejectedLineItems": [BAD]}), Outcome.SOME),
    "create: flags that contradict the lines": (create(FLAGS, processedPartially=False), Outcome.SOME),
    "create: an order without lines": (create(EMPTY), Outcome.NONE),
    "create: a comment does not count": (create({**EMPTY, "lines": [COMMENT]}), Outcome.NONE),
    "create: rejected among the lines": (create({**ORDER, "lines": [GOOD, REJECTED_LINE]}), Outcome.SOME),
    "create: only rejected lines": (create({**ORDER, "lines": [REJECTED_LINE]}), Outcome.NONE),
    "create: two orders, one of them rejected": (create({**ORDER, "lines": [GOOD]}, EMPTY), Outcome.SOME),
    "create: an order number without lines": (create(ORDER), Outcome.ALL),
    "create: no order": (create(), Outcome.NONE),
    "create: a line with an error that is not named": (
        create({**ORDER, "lines": [GOOD], "numberOfLinesWithError": 1}),
        Outcome.SOME,
    ),
    "modify": (modify(lines=[GOOD]), Outcome.ALL),
    "modify: partly": (modify(lines=[GOOD], rejectedLineItems=[BAD]), Outcome.SOME),
    "modify: 200, and every line rejected": (modify(rejectedLineItems=[BAD]), Outcome.NONE),
    "modify: a comment": (modify(lines=[COMMENT]), Outcome.ALL),
    "modify: only the header": (modify(), Outcome.ALL),
    "release": (None, Outcome.ALL),
    "create: rejections that cannot be read": (create({**ORDER, "rejectedLineItems": "3 lines"}), Outcome.SOME),
    "create: one of them": (create({**ORDER, "lines": [GOOD], "RejectedLineItems": ["EN"]}), Outcome.SOME),
    "create: a line that cannot be read": (create({**ORDER, "lines": [GOOD, "x"]}), Outcome.SOME),
    "create: an order that cannot be read": (create({**ORDER, "lines": [GOOD]}, "20-AB1CE"), Outcome.SOME),
    "create: a quantity that cannot be read": (
        create({**ORDER, "lines": [{**GOOD, "quantityOrdered": "?"}]}),
        Outcome.ALL,
    ),
    "modify: lines that cannot be read": (modify(lines="oops"), Outcome.SOME),
    "modify: rejections that cannot be read": (modify(lines=[GOOD], rejectedLineItems="001: EQ"), Outcome.SOME),
}


@pytest.mark.parametrize(("answer", "expected"), OUTCOMES.values(), ids=OUTCOMES)
def test_the_lines_decide_the_outcome(answer: Any, expected: Outcome) -> None:
    assert outcome(answer) is expected


def test_rejected_lines_of_a_create_are_collected_from_every_order() -> None:
    other = {**BAD, "rejectCode": "EW", "rejectReason": "BR-CANT-SHIP    AB12", "vendorPartNumber": "V-1"}
    answer = create(
        {**ORDER, "rejectedLineItems": [BAD]}, {"ingramOrderNumber": "20-AB1CE", "rejectedLineItems": [other]}
    )
    first, second = rejected_lines(answer)
    assert (first.code, first.reason, first.customer_line_number, first.order_number) == ("EN", None, "2", "20-AB1CD")
    assert (first.ingram_part_number, first.quantity, first.ingram_line_number) == ("ZZ99", 5, None)
    assert (second.reason, second.vendor_part_number, second.order_number) == ("BR-CANT-SHIP AB12", "V-1", "20-AB1CE")
    assert order_numbers(answer) == ("20-AB1CD", "20-AB1CE")


def test_a_rejection_that_cannot_be_read_says_what_came() -> None:
    answer = create({**ORDER, "lines": [GOOD], "rejectedLineItems": [BAD, "EN", ["é"]]})
    first, *others = rejected_lines(answer)
    assert first.code == "EN"
    assert [(each.code, each.reason, each.order_number) for each in others] == [
        (None, "EN", "20-AB1CD"),
        (None, '["é"]', "20-AB1CD"),
    ]
    (only,) = rejected_lines(modify(rejectedLineItems="001: EQ"))
    assert (only.reason, only.order_number) == ("001: EQ", "20-AB1CD")


def test_rejected_lines_of_a_modify_have_both_line_numbers() -> None:
    (only,) = rejected_lines(
        modify(rejectedLineItems=[{"ingramLineNumber": 7, "customerLineNumber": "1", "rejectCode": "EL"}])
    )
    assert (only.ingram_line_number, only.customer_line_number, only.code) == ("7", "1", "EL")
    assert only.order_number == "20-AB1CD"
    assert rejected_lines(None) == rejected_lines(modify()) == ()
