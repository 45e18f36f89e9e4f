"""What is not as it was ordered is told: in the record, its history and the log; the state stays as it is."""

from __future__ import annotations

import json
import logging
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from desk_kit import CREATE, bound, desk_of, order, sandbox, spied

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering import State
from xi.sdk.resellers.ordering._as_ordered import differences_of_answer, differences_of_lines
from xi.sdk.resellers.ordering._entries import told_differences, with_differences
from xi.sdk.resellers.ordering._findings import FoundLine, Part


def asked(*lines: dict[str, Any], **more: Any) -> bytes:
    """Return a request of lines of 2 units of AB12 at 10.00, unless they say otherwise."""
    base = {"ingramPartNumber": "AB12", "quantity": 2, "unitPrice": 10.0}
    content = {"customerOrderNumber": "po-1", "lines": [base | each for each in lines or ({},)], **more}
    return json.dumps({key: value for key, value in content.items() if value is not None}).encode()


def got(*lines: dict[str, Any], order: dict[str, Any] | None = None, **more: Any) -> models.OrderCreateResponse:
    """Return an answer of lines of 2 units of AB12 at 10.00, unless they say otherwise."""
    base = {"ingramPartNumber": "AB12", "quantityOrdered": 2, "unitPrice": 10.0}
    orders = [{"ingramOrderNumber": "20-AAAA1", "lines": [base | each for each in lines], **(order or {})}]
    return models.OrderCreateResponse.from_dict({"customerOrderNumber": "PO-1", "orders": orders, **more})


REJECTED = [{"ingramPartNumber": "CD34", "quantityOrdered": 2}]
CPN = {"ingramPartNumber": None, "customerPartNumber": "OURS-1"}


@pytest.mark.parametrize(
    ("body", "answer", "differs"),
    [
        # as it was ordered
        (asked(), got({}), []),
        (asked(), got({"ingramPartNumber": "ab12"}), []),
        (asked(), got({"quantityOrdered": 1}, {"quantityOrdered": 1}), []),
        (asked({}, {}), got({"quantityOrdered": 4}), []),
        (asked(), got({}, {"ingramPartNumber": None}), []),
        # units
        (asked(), got({"quantityOrdered": 1}), ["quantity 1 of AB12 instead of 2"]),
        (asked(), got({}, {}), ["quantity 4 of AB12 instead of 2"]),
        (
            asked(),
            got({"ingramPartNumber": "CD34"}),
            ["quantity 0 of AB12 instead of 2", "quantity 2 of CD34 instead of 0"],
        ),
        # the parts of a set, under numbers of their own
        (
            asked({"ingramPartNumber": "SET"}),
            got({}),
            ["quantity 0 of SET instead of 2", "quantity 2 of AB12 instead of 0"],
        ),
        # the vendor's number is enough
        (
            asked({"ingramPartNumber": None, "vendorPartNumber": "V-1"}),
            got({"vendorPartNumber": "V-1", "quantityOrdered": 1}),
            ["quantity 1 of V-1 instead of 2"],
        ),
        # not known
        (asked(), got(), []),
        (asked(), got({"quantityOrdered": None}, {}), []),
        (asked(CPN), got({}), []),
        (asked({}, {"ingramPartNumber": None}), got({}), []),
        # told as rejected
        (asked({}, {"ingramPartNumber": "CD34"}), got({}, order={"rejectedLineItems": REJECTED}), []),
        (asked(), got({"quantityOrdered": 1}, order={"numberOfLinesWithError": 1}), []),
        (asked(), got({"lineStatus": "Rejected", "quantityOrdered": 0, "unitPrice": 99}), []),
        # prices
        (asked(), got({"unitPrice": 12.5}), ["AB12 at 12.5 a unit instead of 10.0"]),
        (asked(), got({"unitPrice": 9}), ["AB12 at 9 a unit instead of 10.0"]),
        (asked({"unitPrice": "10.00"}), got({"unitPrice": 11}), ["AB12 at 11 a unit instead of 10.00"]),
        (asked(), got({"ingramPartNumber": None}, {"unitPrice": 12.5}), ["AB12 at 12.5 a unit instead of 10.0"]),
        (asked().replace(b"10.0", b"10.50"), got({}), ["AB12 at 10.0 a unit instead of 10.50"]),
        (asked({"unitPrice": 10.004}), got({}), []),
        (asked({"unitPrice": 10.005}), got({}), []),
        (asked({"unitPrice": 10.006}), got({}), ["AB12 at 10.0 a unit instead of 10.006"]),
        (asked({"unitPrice": None}), got({"unitPrice": 12.5}), []),
        (asked({}, {"unitPrice": None}), got({"quantityOrdered": 4, "unitPrice": 12.5}), []),
        (asked({}, {"unitPrice": 12.5}), got({}, {"unitPrice": 12.5}), []),
        (asked(), got({"unitPrice": 0}), []),
        (asked(), got({"unitPrice": None}), []),
        (asked({"quantity": 4}), got({"unitPrice": 11}, {"unitPrice": 11}), ["AB12 at 11 a unit instead of 10.0"]),
        # bids
        (asked({"specialBidNumber": "B1"}), got({"specialBidNumber": "B2"}), ["AB12 with bid B2 instead of B1"]),
        (asked(specialBidNumber="B1"), got({"specialBidNumber": "B2"}), ["AB12 with bid B2 instead of B1"]),
        (asked({"specialBidNumber": "B2"}, specialBidNumber="B1"), got({"specialBidNumber": "b2"}), []),
        (asked({"specialBidNumber": "B1"}), got({"specialBidNumber": ""}), []),
        (asked({"specialBidNumber": "B1"}), got({"specialBidNumber": "0"}), []),
        (asked(), got({"specialBidNumber": "B2"}), []),
        # the PO
        (asked(), got({}, customerOrderNumber="PO-2"), ["PO PO-2 instead of po-1"]),
        (asked(), got({}, customerOrderNumber=None), []),
        # a quote decides what is ordered
        (asked(quoteNumber="QUO-1-AB", lines=None), got({"unitPrice": 12.5}), []),
        (asked(quoteNumber="QUO-1-AB"), got({"quantityOrdered": 1, "unitPrice": 12.5}), []),
        (None, got({"unitPrice": 12.5}), []),
    ],
)
def test_an_answer_is_compared_with_what_was_ordered(
    body: bytes | None, answer: models.OrderCreateResponse, differs: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert list(differences_of_answer(body, answer)) == differs
    assert caplog.records == [], "a comparison that fails tells no difference either"


def test_of_what_was_found_the_prices_and_bids_are_compared(caplog: pytest.LogCaptureFixture) -> None:
    line = FoundLine(part=Part(vendor="V-1", ingram="AB12"), quantity=1, price=Decimal("12.5"), bid="B2")
    body = asked({"specialBidNumber": "B1"})
    told = ("AB12 at 12.5 a unit instead of 10.0", "AB12 with bid B2 instead of B1")
    assert differences_of_lines(body, [line]) == told
    assert differences_of_lines(None, [line]) == ()
    assert caplog.records == []


def test_a_line_tells_the_first_differences_and_how_many_more_there_are() -> None:
    assert with_differences("201: order 20-AAAA1", []) == "201: order 20-AAAA1"
    says = with_differences("201: order 20-AAAA1", list("abcdefg"))
    assert says == "201: order 20-AAAA1; not as ordered: a, b, c, d, e, and 2 more"
    assert told_differences(says) == "a, b, c, d, e, and 2 more"
    assert told_differences("201: order 20-AAAA1") is told_differences(None) is None


ASKED_LESS = {"lines": [{"ingramPartNumber": "DF4128", "quantity": 1, "unitPrice": 1.5}]}


def test_a_price_that_was_not_granted_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        record = desk.place(order("PO-1", **ASKED_LESS))
        assert record.state is State.PLACED
        assert record.differs is not None
        assert record.differs.startswith("DF4128 at ")
        assert record.differs.endswith(" a unit instead of 1.5")
        assert record.summary.endswith(f"; not as ordered: {record.differs}")
        assert record.raise_for_state() is record, "the server took the order; whether that will do is for a person"
        notes = [each for each in record.history() if each.kind == "answer"]
        assert notes[-1].detail["differs"] == [record.differs]
        warned = [each for each in caplog.records if each.levelno == logging.WARNING]
        assert [record.differs in each.getMessage() for each in warned] == [True]
        assert desk.place(order("PO-2", 1)).differs is None


def test_so_it_is_for_an_order_that_was_found(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        server.sandbox.faults.add("drop_after", "create_v6")
        record = desk.place(order("PO-1", **ASKED_LESS), wait=60)
        assert (record.state, record.adopted) == (State.PLACED, True)
        assert record.differs is not None
        assert record.differs.endswith(" a unit instead of 1.5")
        looks = [each for each in record.history() if each.kind == "look"]
        assert looks[-1].detail["differs"] == [record.differs]
        assert any(each.levelno == logging.WARNING and record.differs in each.getMessage() for each in caplog.records)


def test_a_look_that_fails_leaves_what_is_known_of_an_order_that_stands(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        differs = desk.place(order("PO-1", **ASKED_LESS)).differs
        assert differs is not None
        server.sandbox.faults.add("500", "search", times=9)
        record = desk.recheck("PO-1")
        assert (record.state, record.differs) == (State.PLACED, differs)
        assert str(record.answer).startswith("the look failed: ")


def test_odd_texts_of_an_answer_are_told_as_every_database_keeps_them() -> None:
    said = differences_of_answer(
        asked({"specialBidNumber": "B1"}),
        got({"specialBidNumber": "B2\0\n\x1b[31m" + "9" * 500}, customerOrderNumber="PO\0-2"),
    )
    assert [each[:32] for each in said] == [r"PO PO\x00-2 instead of po-1", r"AB12 with bid B2\x00 \x1b[31m999"]
    assert all(each.isprintable() and len(each) < 250 for each in said)


def test_prices_that_no_order_has_are_not_compared() -> None:
    assert differences_of_answer(asked({"unitPrice": "1E+9999999"}), got({})) == ()
    assert differences_of_answer(asked({"unitPrice": "1E-9999999"}), got({})) == ()


def test_what_cannot_be_compared_costs_no_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(value: object) -> Decimal:
        raise ZeroDivisionError(value)

    monkeypatch.setattr("xi.sdk.resellers.ordering._as_ordered.price_of", fail)
    assert differences_of_answer(asked(), got({})) == ()
    assert differences_of_lines(asked(), []) == ()
    assert caplog.text.count("could not be compared with what was ordered") > 1


def test_lines_that_name_one_part_in_two_ways_are_not_compared_by_units() -> None:
    by_vendor = {"ingramPartNumber": None, "vendorPartNumber": "V-1"}
    both = {"vendorPartNumber": "V-1", "quantityOrdered": 4}
    assert differences_of_answer(asked({}, by_vendor), got(both)) == ()


def test_a_large_order_is_compared_without_looking_at_each_pair_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [{"ingramPartNumber": f"AB{number}", "vendorPartNumber": f"V{number}"} for number in range(3_000)]
    compared = 0
    is_same = Part.is_same

    def counted(part: Part, other: Part) -> bool | None:
        nonlocal compared
        compared += 1
        return is_same(part, other)

    monkeypatch.setattr(Part, "is_same", counted)
    assert differences_of_answer(asked(*parts), got(*parts)) == ()
    assert 0 < compared < 10 * len(parts)


def test_the_number_of_another_order_is_told_beside_what_differs(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        first = desk.place(order("PO-1")).order_numbers[0]

        def mixed_up(answer: Any) -> Any:
            answer.data.customer_order_number = "PO-3"
            answer.data.orders.append(models.OrderCreateResponseOrdersInner(ingram_order_number=first))
            return answer

        spied(desk, **{CREATE: mixed_up})
        record = desk.place(order("PO-2"))
        assert (record.state, record.differs) == (State.PLACED, "PO PO-3 instead of PO-2")
        assert f"; order {first} is that of PO PO-1 too; not as ordered: " in str(record.answer)
