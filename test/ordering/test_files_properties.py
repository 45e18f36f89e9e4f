"""What holds for every order file: nothing is added to it or lost from it unseen, and its form changes no order."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
from files_kit import table
from hypothesis import given, settings
from hypothesis import strategies as st

from xi.sdk.resellers.ordering import check_file, read_orders

Order = list[tuple[int, str, str]]
"""The lines of an order: how many, and two texts."""

PO, PART, QUANTITY = "customerOrderNumber", "ingramPartNumber", "quantity"
NOTES = "notes"


def a_row_a_line(po: str, lines: Order) -> list[list[str]]:
    return [[po, f"DF{n}", str(units), first, second] for n, (units, first, second) in enumerate(lines)]


def the_po_once(po: str, lines: Order) -> list[list[str]]:
    return [[first, "" if n else po, f"DF{n}", second, str(units)] for n, (units, first, second) in enumerate(lines)]


def two_lines_a_row(po: str, lines: Order) -> list[list[str]]:
    (units, first, second), *more = lines[:2]
    return [[first, po, "DF0", str(units), *(["DF1", str(more[0][0])] if more else ["", ""]), second]]


def records(po: str, lines: Order) -> list[list[str]]:
    _, first, second = lines[0]
    return [["H", po, first, second], *(["D", f"DF{n}", str(units)] for n, (units, *_) in enumerate(lines)), ["T"]]


def one_cell(po: str, _lines: Order) -> list[list[str]]:
    return [[po]]


@dataclass(frozen=True)
class Shape:
    """A form that order files have.

    Args:
        rows: makes the rows of an order.
        head: the row above the orders.
        mapping: its mapping.
        options: what else is said.
    """

    rows: Callable[[str, Order], list[list[str]]]
    head: str
    mapping: dict[str, Any]
    options: dict[str, Any] = field(default_factory=dict[str, Any])

    def text(self, orders: list[Order], delimiter: str, end: str) -> str:
        rows = [row for n, lines in enumerate(orders) for row in self.rows(f"A{n}", lines)]
        return table([*([self.head.split()] if self.head else []), *rows], delimiter, end)


MAPPED = {"P": PO, "I": PART, "Q": QUANTITY}
NUMBERED = {"#1": PO, "#2": PART, "#3": QUANTITY, "#4": "lines.notes"}
GROUPED = {"P": PO, "C": NOTES, "I{n}": PART, "Q{n}": QUANTITY}
OF_RECORDS = {"H#2": PO, "H#4": NOTES, "D#2": PART, "D#3": QUANTITY}
SHAPES: dict[str, Shape] = {
    "our own names": Shape(a_row_a_line, f"{PO} {PART} {QUANTITY} lines.notes ref.a", {}),
    "columns that are not read": Shape(a_row_a_line, "P I Q C D", {"columns": MAPPED, "ignore": ["*"]}),
    "rows anywhere": Shape(
        a_row_a_line,
        "P I Q C D",
        {"columns": MAPPED, "ignore": ["C", "D"]},
        {"group": "anywhere", "equal_rows": True},
    ),
    "cells that are filled": Shape(the_po_once, "C P I D Q", {"columns": MAPPED, "fill": ["P"], "ignore": ["C", "D"]}),
    "groups": Shape(two_lines_a_row, "C P I1 Q1 I2 Q2 D", {"layout": "groups", "columns": GROUPED, "ignore": ["D"]}),
    "records": Shape(records, "", {"layout": "records", "columns": OF_RECORDS, "ignore": ["H#3", "T"]}),
    "no header": Shape(a_row_a_line, "", {"header": 0, "columns": NUMBERED, "ignore": ["#5"]}),
    "one cell": Shape(one_cell, PO, {}, {"set": {PART: "DF1", QUANTITY: "1"}, "delimiter": "^"}),
}

PLAIN = st.text("ab 1", max_size=4).map(str.strip)
HARD = st.text('ab ,;\t|"1', max_size=7).map(lambda text: text.strip(" \t").lstrip("#"))
TEXTS = st.one_of(PLAIN, HARD)
LINES = st.lists(st.tuples(st.integers(1, 99), TEXTS, TEXTS), min_size=1, max_size=3)
ORDERS = st.lists(LINES, min_size=1, max_size=4)


def seen_in(shape: Shape, text: str) -> tuple[Any, ...]:
    """Return what a person sees in the check of a file: its errors, or all that is counted."""
    check = check_file(io.BytesIO(text.encode()), kind="csv", mapping=shape.mapping, **shape.options)
    counts = (check.rows, check.lines, check.orders, check.order_lines, check.units)
    return bool(check.errors), *counts, check.empty, dict(check.left_out), check.columns, check.not_read, check.warnings


def outside(text: str) -> Iterator[int]:
    """Yield the places that are not inside quotes."""
    is_inside = False
    for index, each in enumerate(text):
        if not is_inside:
            yield index
        is_inside ^= each == '"'
    yield len(text)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))
@settings(max_examples=settings().max_examples // 4)
@given(ORDERS, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_what_is_added_to_or_lost_from_a_good_file_is_seen(
    shape: Shape, orders: list[Order], delimiter: str, end: str, data: st.DataObject
) -> None:
    delimiter = shape.options.get("delimiter", delimiter)
    text = shape.text(orders, delimiter, end)
    before = seen_in(shape, text)
    if before[0]:
        return  # such as an order of two lines whose notes differ
    free = list(outside(text))
    ends = [index for index in free if text.startswith(end, index)]
    starts = [0, *(index + len(end) for index in ends)]
    first = 1 if shape.head else 0
    places = [index for index in free if text[index - 1 : index + 1] != "\r\n"]
    if shape.rows is records:
        # How many cells a record has that is not read does not matter.
        places = [index for index in places if text[index - 1 : index] != "T"]
    at = data.draw(st.sampled_from(places))
    row = data.draw(st.integers(first, len(starts) - 2))
    whole = text[starts[row] : starts[row + 1]]
    elsewhere = starts[data.draw(st.integers(first, len(starts) - 1))]
    changed = {
        "a delimiter": text[:at] + delimiter + text[at:],
        "a line end": text[:at] + end + text[at:],
        "a row": text[:elsewhere] + whole + text[elsewhere:],
        "a row less": text[: starts[row]] + text[starts[row + 1] :],
        "a line end less": text[: ends[row]] + text[ends[row] + len(end) :],
    }
    if marks := [index for index in free if text[index : index + 1] == delimiter]:
        mark = data.draw(st.sampled_from(marks))
        changed["a delimiter less"] = text[:mark] + text[mark + 1 :]
    for name, each in changed.items():
        after = seen_in(shape, each)
        assert after[0] or after != before, f"{name}: {text!r} is read like {each!r}"


WIDE = st.text("aé ß,;|\"'\n", max_size=6)
FORMS = list(product(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"), ",;\t|", ("\n", "\r\n", "\r")))


@settings(max_examples=settings().max_examples // 8)
@given(st.lists(st.lists(st.tuples(st.integers(1, 99), WIDE, TEXTS), min_size=1, max_size=2), max_size=3))
def test_every_form_of_a_file_gives_the_same_orders(orders: list[Order]) -> None:
    shape = SHAPES["cells that are filled"]
    read: set[str] = set()
    for encoding, delimiter, end in FORMS:
        content = shape.text(orders, delimiter, end).encode(encoding)
        options: dict[str, Any] = {} if encoding in ("utf-8", "utf-8-sig", "utf-16") else {"encoding": encoding}
        with read_orders(io.BytesIO(content), kind="csv", mapping=shape.mapping, **options) as file:
            read.add(repr([each.order for each in file]))
    assert len(read) == 1
