"""The rest of an order that was placed in part: its rejected lines under a new PO, planned once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk_kit import bound, desk_of, sandbox

from xi.sdk.resellers import ApiValueError, models
from xi.sdk.resellers.ordering import NotPermittedError, OrderDesk, OrderDiffersError, Record, State
from xi.sdk.resellers.ordering._entries import Entry, RejectedPart
from xi.sdk.resellers.ordering._protocol import Kind, Row
from xi.sdk.resellers.ordering._rest import rest_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OrderDesk]:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, partial=True, marker=True)
        yield desk
        desk.ledger.close()


def partly(desk: OrderDesk, po: str = "PO-1") -> Record:
    lines = [
        {"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 1},
        {"customerLineNumber": "2", "ingramPartNumber": "NO-SUCH", "quantity": 2, "notes": "blue"},
    ]
    members = {"customerOrderNumber": po, "notes": "fragile", "lines": lines}
    record = desk.place(members, wait=60, batch="monday", source=("orders.csv", "3-4"), ref={"sap": "4711"})
    assert record.state is State.PARTLY
    return record


def body(desk: OrderDesk, po: str) -> dict[str, Any]:
    with desk.ledger.reading() as tx:
        entry = tx.find("20-222222", "US", po)
    assert entry is not None
    assert entry.body is not None
    return dict(json.loads(entry.body))


def test_the_rejected_lines_become_an_order_of_their_own(desk: OrderDesk) -> None:
    partly(desk)
    rest = desk.rest("PO-1", new_po="PO-1R")
    assert (rest.po, rest.state, rest.batch) == ("PO-1R", State.PLANNED, "monday")
    assert (rest.source_file, rest.source_lines, rest.ref) == ("orders.csv", "3-4", {"sap": "4711"})
    was, planned = body(desk, "PO-1"), body(desk, "PO-1R")
    assert planned["lines"] == [was["lines"][1]]
    assert planned["notes"] == "fragile"
    assert planned["endCustomerOrderNumber"] != was["endCustomerOrderNumber"]
    first = desk.find("PO-1")
    assert first is not None
    assert first.history()[-1].says == "its rejected lines are planned as PO PO-1R"


def test_the_rest_is_planned_once(desk: OrderDesk) -> None:
    partly(desk)
    rest = desk.rest("PO-1", new_po="PO-1R")
    assert desk.rest("PO-1", new_po="po-1r").key == rest.key
    with pytest.raises(NotPermittedError, match="the rest of PO PO-1 was planned before, as PO PO-1R"):
        desk.rest("PO-1", new_po="PO-1S")
    desk.abandon("PO-1R", because="another PO is wanted")
    assert desk.rest("PO-1", new_po="PO-1S").state is State.PLANNED


def test_what_has_no_rest_is_refused(desk: OrderDesk) -> None:
    partly(desk)
    whole = {"customerOrderNumber": "PO-2", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
    desk.place(whole, wait=60)
    with pytest.raises(NotPermittedError, match="PO PO-2 is placed, and no rejected line of it is known"):
        desk.rest("PO-2", new_po="PO-3")
    with pytest.raises(ApiValueError, match="give the rest a PO of its own"):
        desk.rest("PO-1", new_po="po-1")
    with pytest.raises(OrderDiffersError):
        desk.rest("PO-1", new_po="PO-2")
    with pytest.raises(NotPermittedError, match="is not in the ledger"):
        desk.rest("NONE", new_po="PO-3")


def entry(lines: list[dict[str, Any]], *rejected: RejectedPart, kind: Kind = Kind.V6, **more: Any) -> Entry:
    content = json.dumps({"customerOrderNumber": "PO-1", "lines": lines, **more}).encode()
    return Entry(
        id=1,
        version=1,
        key="k",
        customer="20-222222",
        country="US",
        po="PO-1",
        folded="PO-1",
        generation=1,
        app="a",
        body=content,
        fingerprint="f",
        rejected=rejected,
        planned_at=0.0,
        row=Row(kind=kind, state=State.PARTLY),
    )


def line(part: str, quantity: int, number: str | None = None, **more: Any) -> dict[str, Any]:
    named = {} if number is None else {"customerLineNumber": number}
    return {"ingramPartNumber": part, "quantity": quantity, **named, **more}


@pytest.mark.parametrize(
    ("rejected", "taken"),
    [
        ((RejectedPart(line="002", part="A"),), [1]),
        ((RejectedPart(part="b"),), [2]),
        ((RejectedPart(part="A", quantity=4),), [1]),
        ((RejectedPart(line="3", part="of-another-kind"),), [2]),
        ((RejectedPart(line="9", part="A", quantity=1), RejectedPart(part="A", quantity=4)), [0, 1]),
        ((RejectedPart(part="C"),), [3]),  # two lines with the same content: either of them
        ((RejectedPart(part="C"), RejectedPart(part="C")), [3, 4]),
    ],
)
def test_lines_are_told_apart_by_number_part_and_units(rejected: tuple[RejectedPart, ...], taken: list[int]) -> None:
    lines = [line("A", 1, "1"), line("A", 4, "2"), line("B", 2, "3"), line("C", 1, "4"), line("C", 1, "5")]
    rest = rest_of(entry(lines, *rejected), "PO-2")
    assert [each.to_dict() for each in rest.lines or ()] == [lines[index] for index in taken]


def test_lines_that_cannot_be_told_apart_are_refused() -> None:
    lines = [line("A", 1, notes="red"), line("A", 1, notes="blue"), line("B", 3)]
    with pytest.raises(NotPermittedError, match=r"PO PO-1: 2 of its lines may be the rejected line \?, part A"):
        rest_of(entry(lines, RejectedPart(part="A")), "PO-2")
    with pytest.raises(NotPermittedError, match="the rejected line 7, part X is not among its lines"):
        rest_of(entry(lines, RejectedPart(line="7", part="X")), "PO-2")
    with pytest.raises(NotPermittedError, match=r"2 of 3 units of line \?, part B were rejected"):
        rest_of(entry(lines, RejectedPart(part="B", quantity=2)), "PO-2")


def test_an_order_without_lines_of_its_own_has_no_rest() -> None:
    with pytest.raises(NotPermittedError, match="for a quote"):
        rest_of(entry([], RejectedPart(part="A"), kind=Kind.QUOTE), "PO-2")
    with pytest.raises(NotPermittedError, match="was redacted"):
        rest_of(replace(entry([], RejectedPart(part="A")), body=None), "PO-2")


def test_the_rest_never_turns_the_duplicate_check_off() -> None:
    off = {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}
    partial = {"attributeName": "allowPartialOrder", "attributeValue": "true"}
    seventh = entry([line("A", 1)], RejectedPart(part="A"), kind=Kind.V7, additionalAttributes=[off, partial])
    rest = rest_of(seventh, "PO-2")
    assert isinstance(rest, models.AsyncOrderCreateDTO)
    assert [each.attribute_name for each in rest.additional_attributes or ()] == ["allowPartialOrder"]
