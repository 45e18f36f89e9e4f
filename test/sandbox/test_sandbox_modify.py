"""Changing, releasing, cancelling and voiding orders on customer hold."""

from datetime import timedelta

import pytest

from xi.sdk.resellers.sandbox import Policy
from xi.sdk.resellers.sandbox.orders.requests import LINE_LIMIT

ADDRESS = {
    "companyName": "Newcorp",
    "addressLine1": "2 Hill Road",
    "city": "Flagstaff",
    "state": "AZ",
    "postalCode": "86001",
    "countryCode": "US",
}


def add(part="2GZ200", quantity=2, **more):
    return {"addUpdateDeleteLine": "ADD", "ingramPartNumber": part, "quantity": quantity, **more}


def update(number, quantity=None, **more):
    return {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": number, "quantity": quantity, **more}


def delete(number, **more):
    return {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": number, **more}


def parts(api, number):
    return [
        (line["ingramOrderLineNumber"], line["ingramPartNumber"], line["quantityOrdered"])
        for line in api.details(number).body["lines"]
    ]


def test_added_line_is_a_201_and_stays_in_the_order(api):
    number = api.held(("DF4128", 1))
    answer = api.modify(number, add(customerLineNumber="002"))
    line = answer.body["lines"][0]
    assert answer.status == 201
    assert (line["ingramLineNumber"], line["customerLineNumber"], line["quantityOrdered"]) == ("002", "002", 2)
    assert line["subOrderNumber"] == f"{number}-11"
    assert isinstance(line["shipmentDetails"], dict)
    assert parts(api, number) == [("001", "DF4128", 1), ("002", "2GZ200", 2)]


def test_modify_answers_the_totals_from_before_the_change(api):
    number = api.held(("DF4128", 1))
    before = api.details(number).body["orderTotal"]
    answer = api.modify(number, add())
    assert answer.body["orderTotal"] == before
    assert answer.body["orderStatus"] == "ON HOLD"
    assert answer.body["orderModifiedDate"] == "2024-05-27T09:30:00.000+00:00"
    assert api.details(number).body["orderTotal"] > before


def test_a_line_added_without_a_customer_line_number_is_returned_as_000(api):
    number = api.held()
    assert api.modify(number, add(customerLineNumber="")).body["lines"][0]["customerLineNumber"] == "000"


def test_line_added_from_another_warehouse_starts_a_sub_order(api):
    number = api.held(("TSXML1", 1))
    lines = api.modify(number, add("TXSLM3"), add("TXSLM3")).body["lines"]
    assert [line["subOrderNumber"] for line in lines] == [f"{number}-21", f"{number}-21"]


def test_changed_quantity_is_a_201_and_keeps_the_line_number(api):
    number = api.held(("DF4128", 1), ("TSXML1", 1))
    answer = api.modify(number, update("002", 5, ingramPartNumber="TSXML1"))
    assert answer.status == 201
    assert [line["quantityOrdered"] for line in answer.body["lines"]] == [5]
    assert parts(api, number) == [("001", "DF4128", 1), ("002", "TSXML1", 5)]


def test_policy_can_renumber_updated_lines_as_recorded_answers_do(make):
    api = make(policy=Policy(renumber_updated_lines=True))
    number = api.held(("DF4128", 1), ("TSXML1", 1))
    line = api.modify(number, update(1, 5)).body["lines"][0]
    assert (line["ingramLineNumber"], line["customerLineNumber"]) == ("003", "000")


def test_deleted_line_is_a_200_that_names_only_number_and_part(api):
    number = api.held(("DF4128", 1), ("TSXML1", 1))
    answer = api.modify(number, delete("002"))
    assert answer.status == 200
    assert answer.body["lines"] == [
        {"ingramLineNumber": "002", "customerLineNumber": "2", "ingramPartNumber": "TSXML1"}
    ]
    assert "rejectedLineItems" not in answer.body
    assert parts(api, number) == [("001", "DF4128", 1)]


@pytest.mark.parametrize(
    ("change", "code", "reason"),
    [
        (add("NOPE"), "EN", "ERROR-PART-NOT-FOUND"),
        (add(quantity=0), "EQ", "ERROR-INVALID-QTY"),
        (add(quantity=""), "EQ", "ERROR-INVALID-QTY"),
        (update("009", 2), "EL", "ERROR-LINE-NOT-FOUND"),
        (update("001", 2, ingramPartNumber="TSXML1"), "EL", "ERROR-LINE-NOT-FOUND"),
        (update("001", 0), "EQ", "ERROR-INVALID-QTY"),
        (delete("004"), "EL", "ERROR-LINE-NOT-FOUND"),
        (delete(""), "EL", "ERROR-LINE-NOT-FOUND"),
    ],
)
def test_modify_that_fails_on_every_line_is_still_a_200(api, change, code, reason):
    number = api.held(("DF4128", 1))
    answer = api.modify(number, change)
    assert answer.status == 200
    assert "lines" not in answer.body
    rejected = answer.body["rejectedLineItems"][0]
    assert rejected["rejectCode"] == code
    assert reason in rejected["rejectReason"]
    assert parts(api, number) == [("001", "DF4128", 1)]


def test_good_and_bad_line_together_are_a_200_that_lists_both(api):
    number = api.held()
    answer = api.modify(number, add(), add("NOPE", 3, customerLineNumber="006"))
    assert answer.status == 200
    assert len(answer.body["lines"]) == 1
    rejected = answer.body["rejectedLineItems"][0]
    assert (rejected["customerLineNumber"], rejected["quantityOrdered"]) == ("006", 3)


def test_a_valid_address_is_a_201_and_is_returned_normalised(api):
    number = api.held()
    answer = api.modify(number, shipToInfo=ADDRESS)
    assert answer.status == 201
    assert answer.body["shipToInfo"]["addressLine1"] == "2 HILL RD"
    assert answer.body["shipToInfo"]["postalCode"] == "860010000"
    assert api.details(number).body["shipToInfo"]["city"] == "FLAGSTAFF"


def test_invalid_address_alone_is_a_400_for_ship_to_address(api, fields_of):
    number = api.held()
    answer = api.modify(number, shipToInfo={**ADDRESS, "postalCode": "?"})
    assert (answer.status, fields_of(answer)) == (400, ["shipToAddress"])


def test_invalid_address_beside_a_good_line_is_a_207_that_keeps_the_line(api):
    number = api.held()
    answer = api.modify(number, add(), shipToInfo={"city": "Nowhere"})
    assert answer.status == 207
    assert answer.body["changeDescription"]
    assert "shipToInfo" not in answer.body
    assert len(parts(api, number)) == 2


def test_header_note_becomes_a_comment_line_with_a_bare_number(api):
    number = api.held()
    answer = api.modify(number, notes="This is a note")
    assert answer.status == 201
    assert answer.body["notes"] == "This is a note"
    assert answer.body["lines"] == [{"ingramLineNumber": 2, "customerLineNumber": "1", "notes": "THIS IS A NOTE"}]
    assert api.details(number).body["notes"] == "THIS IS A NOTE"


def test_long_header_note_becomes_several_comment_lines_when_comments_are_lines(api):
    number = api.held()
    attributes = [{"attributeName": "enableCommentsAsLines", "attributeValue": "true"}]
    answer = api.modify(number, notes="a" * 36, additionalAttributes=attributes)
    assert [line["notes"] for line in answer.body["lines"]] == ["A" * 35, "A"]
    assert "notes" not in answer.body


def test_comment_is_edited_and_removed_as_a_line_without_part_number(api):
    number = api.held(("DF4128", 1), notes="first")
    edited = api.modify(number, update(1, notes="second"))
    assert edited.status == 201
    assert edited.body["lines"][0]["notes"] == "SECOND"
    removed = api.modify(number, delete("001"))
    assert (removed.status, removed.body["lines"]) == (
        200,
        [{"ingramLineNumber": "001", "customerLineNumber": "000"}],
    )
    assert api.details(number).body["notes"] == ""


def test_line_note_left_out_is_kept_unless_comments_are_lines(api):
    number = api.held({"ingramPartNumber": "DF4128", "quantity": 1, "notes": "keep"})
    api.modify(number, update(1, 2))
    assert api.details(number).body["lines"][0]["lineNotes"] == "KEEP"
    attributes = [{"attributeName": "enableCommentsAsLines", "attributeValue": "true"}]
    api.modify(number, update(1, 2), additionalAttributes=attributes)
    assert api.details(number).body["lines"][0]["lineNotes"] == ""


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, None),
        ({"lines": "x"}, "lines"),
        ({"lines": [{"addUpdateDeleteLine": "MOVE"}]}, "lines[0].addUpdateDeleteLine"),
        ({"notes": "x" * 133}, "notes"),
        ({"lines": [add(notes="x" * 133)]}, "lines[0].notes"),
    ],
)
def test_malformed_modify_is_refused_as_a_whole(api, fields_of, body, field):
    answer = api.modify(api.held(), **body)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_order_that_was_never_on_hold_cannot_be_modified_or_released(api):
    number = api.created()
    for answer in (api.modify(number, add()), api.release(number)):
        assert answer.status == 400
        entry = answer.body["errors"][0]["fields"][0]
        assert list(entry) == ["message"]
        assert "hold" in entry["message"]


def test_release_is_a_200_whose_body_is_null_and_the_order_then_proceeds(api):
    number = api.held(("DF4128", 2))
    assert api.details(number).body["orderStatus"] == "On Hold"
    answer = api.release(number)
    assert (answer.status, answer.body) == (200, None)
    details = api.details(number).body
    assert details["orderStatus"] == "Processing"
    assert details["lines"][0]["quantityConfirmed"] == 2
    assert api.release(number).status == 400


def test_order_on_hold_reserves_no_stock_until_released(api):
    held = api.held(("5L1701", 3), notes="a comment to step over")
    assert api.create(("5L1701", 3)).body["orders"][0]["lines"][0]["quantityConfirmed"] == 3
    api.release(held)
    assert api.details(held).body["orderStatus"] == "Backordered"


def test_unknown_action_code_is_refused(api, fields_of):
    answer = api.call(
        "modify",
        number=api.held(),
        query={"actionCode": "relase"},
    )
    assert (answer.status, fields_of(answer)) == (400, ["actionCode"])


@pytest.mark.parametrize("number", ["20-123", "20-ABCDE-1", "7059827143", "ABC"])
def test_malformed_order_number_is_a_400_in_impulse_countries(api, fields_of, number):
    answer = api.modify(number, add())
    assert (answer.status, fields_of(answer)) == (400, ["OrderNumber"])


def test_sap_order_number_is_ten_digits(make, fields_of):
    api = make(country="SG")
    number = api.held()
    assert api.modify(number, add()).status == 201
    assert fields_of(api.modify("20-ABCDE", add())) == ["OrderNumber"]


def test_modify_of_an_unknown_order_is_a_404_without_body(api):
    answer = api.modify("20-ZZZZZ", add())
    assert answer.status == 404
    assert answer.body is not None
    assert not isinstance(answer.body, dict)


def test_order_can_be_modified_by_a_sub_order_number(api):
    assert api.modify(f"{api.held()}-11", add()).status == 201


# cancel


def test_cancel_of_an_order_on_hold_is_a_200_and_the_order_is_canceled(api):
    number = api.held()
    assert api.cancel(number).status == 200
    details = api.details(number).body
    assert details["orderStatus"] == "Canceled"
    assert details["lines"][0]["lineStatus"] == "Canceled"


def test_cancel_of_an_order_that_is_not_on_hold_is_a_405(api):
    answer = api.cancel(api.created())
    assert answer.status == 405
    assert answer.body["errors"][0]["type"] == "/errors/validation-error"


def test_cancel_of_an_unknown_order_is_a_404(api):
    answer = api.cancel("20-ZZZZZ")
    assert answer.status == 404
    assert answer.body["errors"][0]["type"] == "/errors/validation-error"


@pytest.mark.parametrize("status", [405, 404])
def test_second_cancel_answers_what_the_policy_says(make, status):
    api = make(policy=Policy(cancelled_again_status=status))
    number = api.held()
    api.cancel(number)
    assert api.cancel(number).status == status


# time


def test_order_still_on_hold_after_24_hours_is_voided(api, clock):
    number = api.held()
    clock.forward(hours=23, minutes=59)
    assert api.details(number).body["orderStatus"] == "On Hold"
    clock.forward(minutes=1)
    assert api.details(number).body["orderStatus"] == "Canceled"
    assert api.release(number).status == 400
    assert api.cancel(number).status == 405
    assert [event.kind for event in api.sandbox.events] == ["created", "voided"]


def test_an_order_is_voided_as_of_the_end_of_its_hold_even_if_it_is_read_later(api, clock):
    number = api.held()
    clock.forward(days=3, minutes=7)
    assert api.details(number).body["orderStatus"] == "Canceled"
    assert api.sandbox.orders.get(number).cancelled_at == clock() - timedelta(days=2, minutes=7)


def test_released_order_outlives_the_hold_window(api, clock):
    number = api.held()
    api.release(number)
    clock.forward(days=2)
    assert api.details(number).body["orderStatus"] == "Processing"
    assert api.sandbox.events[-1].kind == "released"


def test_more_lines_than_an_order_can_have_are_refused(api):
    number = api.held()
    line = {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "TSXML1", "quantity": 1}
    assert api.modify(number, *[line] * (LINE_LIMIT + 1)).status == 400
    answer = api.modify(number, *[line] * LINE_LIMIT)
    assert answer.status == 200
    assert [each["rejectReason"] for each in answer.body["rejectedLineItems"]] == ["ERROR-TOO-MANY-LINES: 884 AT MOST"]
    assert len(api.details(number).body["lines"]) == LINE_LIMIT
