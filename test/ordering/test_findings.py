"""How the answers of a search and of details are read, as what is compared."""

from dataclasses import replace

import pytest

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering._findings import base_number, day_of, units_of
from xi.sdk.resellers.ordering._matching import (
    Found,
    FoundLine,
    Part,
    Sight,
    Wanted,
    candidates,
    found_of,
    judge,
    unnumbered,
)
from xi.sdk.resellers.ordering._protocol import Kind, Seen
from xi.sdk.resellers.ordering._searches import contradicted

MARKER = "XI-ABCDEFGHIJKLMNOP"
WANTED = Wanted(kind=Kind.V6, folded="PO-1", units={Part("A"): 2, Part("B"): 1})


def seen(wanted: Wanted, found: Found) -> Seen:
    return judge(wanted, [found]).seen


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-27", "2024-05-27"),
        (" 2024-05-27T23:30:00-07:00 ", "2024-05-28"),
        ("2024-05-27T23:30:00.1234567Z", "2024-05-27"),
        ("2024-05-27 23:30", "2024-05-27"),
        ("2024-05-27T99:00:00", "2024-05-27"),
        ("0001-01-01", None),
        ("27/05/2024", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_in_all_their_forms(text, day):
    assert str(day_of(text)) == str(day)


def test_a_search_gives_the_orders_to_read():
    answer = models.OrderSearchResponse.from_dict(
        {
            "orders": [
                {"ingramOrderNumber": "20-AAAA1", "customerOrderNumber": "PO-1"},
                {"ingramOrderNumber": "20-AAAA1-11", "customerOrderNumber": "po-1 "},
                {"ingramOrderNumber": "20-BBBB2", "customerOrderNumber": "PO-11"},
                {"ingramOrderNumber": "20-CCCC3", "customerOrderNumber": ""},
                {"subOrders": [{"subOrderNumber": "20-DDDD4-11"}], "customerOrderNumber": "PO-1"},
                {"ingramOrderNumber": "7051234567"},
                {"ingramOrderNumber": "20-EEEE5", "customerOrderNumber": "PO-1"},
                {"customerOrderNumber": "PO-1", "ingramOrderDate": "2024-05-27"},
                {"customerOrderNumber": "PO-2"},
            ]
        }
    )
    assert answer is not None
    orders = answer.orders or []
    wanted = replace(WANTED, others=frozenset({"20-EEEE5"}))
    assert candidates(wanted, orders) == ["20-AAAA1", "20-CCCC3", "20-DDDD4", "7051234567"]
    assert unnumbered(wanted, orders) == (Found(number="", po="PO-1", date="2024-05-27"),)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"recordsFound": 0}, None),
        ({"recordsFound": 0, "orders": []}, None),
        ({}, "the search says neither which orders it has found nor that there are none"),
        ({"recordsFound": 1, "orders": []}, "the search says that it has found 1 orders, and shows 0"),
        ({"recordsFound": 1, "orders": [7]}, "1 of the orders that the search has found cannot be read"),
        (
            {"orders": [{"ingramOrderNumber": "20-AAAA1", "customerOrderNumber": "po-1"}]},
            "order 20-AAAA1 is under our PO in the search, and under another in its details or in the ledger",
        ),
    ],
)
def test_a_search_that_contradicts_what_was_seen_is_unclear(answer, says):
    search = models.OrderSearchResponse.from_dict(answer)
    assert search is not None
    assert contradicted(WANTED, search) == (None if says is None else Sight(Seen.UNCLEAR, (), says))


def test_lines_of_one_part_are_added_up_by_any_number_that_they_share():
    lines = [(Part("A"), 1), (Part(vendor="V"), 4), (Part("A", "W"), 2), (Part(None, "W", "1"), 3)]
    assert units_of(lines) == {Part("A", "W", "1"): 6, Part(vendor="V"): 4}


def test_no_units_are_lost_where_a_line_joins_two_names_of_a_part() -> None:
    lines = [(Part(vendor="V"), 1), (Part("A"), 2), (Part("A", "V"), 3), (Part("A", "V"), 4)]
    assert units_of(lines) == {Part("A", "V"): 10}


DETAILS = {
    "ingramOrderNumber": "20-RD128",
    "ingramOrderDate": "2024-05-27T09:31:00-07:00",
    "customerOrderNumber": "PO-1",
    "endCustomerOrderNumber": MARKER,
    "orderStatus": "Processing",
    "lines": [
        {
            "subOrderNumber": "20-RD128-11",
            "ingramOrderLineNumber": "002",
            "ingramPartNumber": "a",
            "quantityOrdered": "2",
        },
        {
            "ingramPartNumber": " b ",
            "vendorPartNumber": "v",
            "upcCode": "1",
            "customerPartNumber": "c",
            "quantityOrdered": 1,
        },
        {"lineStatus": "IM::Rejected", "ingramPartNumber": "X", "quantityOrdered": 1},
        {"lineNotes": "a comment", "quantityOrdered": None},
    ],
}


def test_details_are_read_with_all_that_is_compared():
    details = models.OrderDetailB2B.from_dict(DETAILS)
    assert details is not None
    found = found_of(details)
    assert found == Found(
        number="20-RD128",
        po="PO-1",
        date="2024-05-27T09:31:00-07:00",
        marker=MARKER,
        lines=(
            FoundLine(part=Part("A"), quantity=2, place="20-RD128-11/002"),
            FoundLine(part=Part("B", "V", "1", "C"), quantity=1),
            FoundLine(part=Part("X"), quantity=1, is_rejected=True),
            FoundLine(part=Part(), quantity=None),
        ),
    )
    assert seen(replace(WANTED, marker=MARKER), found) is Seen.OURS
    canceled = models.OrderDetailB2B.from_dict(DETAILS | {"orderStatus": "Canceled"})
    assert canceled is not None
    assert found_of(canceled) == found  # a canceled order was placed


@pytest.mark.parametrize("quantity", [None, "", "2.5", "many", -1])
def test_a_quantity_that_is_missing_or_wrong_is_not_clear(quantity):
    lines = [{"ingramPartNumber": "A", "quantityOrdered": quantity}, {"ingramPartNumber": "B", "quantityOrdered": 1}]
    details = models.OrderDetailB2B.from_dict(DETAILS | {"lines": lines, "endCustomerOrderNumber": ""})
    assert details is not None
    assert seen(WANTED, found_of(details)) is Seen.UNCLEAR


LINE = {"ingramPartNumber": "A", "quantityOrdered": 2}


def test_a_line_of_no_units_is_clear():
    details = models.OrderDetailB2B.from_dict(DETAILS | {"lines": [LINE | {"quantityOrdered": 0}]})
    assert details is not None
    (found,) = found_of(details).lines or ()
    assert found.quantity == 0


@pytest.mark.parametrize("lines", [None, [], "none", [7], [LINE, 7], [LINE, {"ingramPartNumber": ["B"]}]])
def test_details_whose_lines_cannot_all_be_read_are_not_clear(lines):
    wanted = replace(WANTED, units={Part("A"): 2})
    details = models.OrderDetailB2B.from_dict(DETAILS | {"lines": lines, "endCustomerOrderNumber": ""})
    assert details is not None
    assert seen(wanted, found_of(details)) is Seen.UNCLEAR


def test_one_line_without_a_list_is_read():
    wanted = replace(WANTED, units={Part("A"): 2})
    details = models.OrderDetailB2B.from_dict(DETAILS | {"lines": LINE, "endCustomerOrderNumber": ""})
    assert details is not None
    assert seen(wanted, found_of(details)) is Seen.OURS


def test_details_that_do_not_repeat_their_number_are_those_that_were_asked_for():
    details = models.OrderDetailB2B.from_dict({"customerOrderNumber": "PO-1"})
    assert details is not None
    assert found_of(details, number="20-RD128-11").number == "20-RD128"
    assert found_of(details).number == ""


@pytest.mark.parametrize(
    ("number", "base"),
    [
        ("20-RD128", "20-RD128"),
        ("20-rd128-11", "20-RD128"),
        (" 20-RD128-21 ", "20-RD128"),
        ("7051234567", "7051234567"),
        ("20-RD128-111", "20-RD128-111"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_sub_order_has_the_number_of_its_order(number, base):
    assert base_number(number) == base
