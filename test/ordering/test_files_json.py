"""JSON and JSON Lines: what is read, and each thing that is refused, with its place."""

# ruff: noqa: E501 - a case of a table is one line

from __future__ import annotations

import io
import json
import time
from typing import Any

import pytest
from files_kit import checked, errors_of, only_order, orders_of

from xi.sdk.resellers.ordering import FileRefusedError, read_orders

LINE = {"ingramPartNumber": "DF1", "quantity": 2}
ORDER: dict[str, Any] = {"customerOrderNumber": "A1", "lines": [LINE]}


def bytes_of(order: Any) -> bytes:
    return json.dumps(order).encode()


READ: list[tuple[str, bytes, dict[str, Any]]] = [
    ("one order", bytes_of(ORDER), {}),
    ("a list", bytes_of([ORDER]), {}),
    ("a list elsewhere", bytes_of({"data": {"orders": [ORDER]}}), {"mapping": {"items": "data.orders"}}),
    ("names in snake case", bytes_of({"customer_order_number": "A1", "lines": [{"ingram_part_number": "DF1", "quantity": 2}]}), {}),
    ("keys that a mapping renames", bytes_of({"po": "A1", "items": [{"sku": "DF1", "qty": 2}]}), {"mapping": {"columns": {"po": "customerOrderNumber", "items": "lines", "sku": "ingramPartNumber", "qty": "quantity"}}}),
    ("keys that are ignored", bytes_of(ORDER | {"colour": 1}), {"mapping": {"ignore": ["colour"]}}),
    ("null is absent", bytes_of(ORDER | {"notes": None}), {}),
    ("an object with nothing in it", bytes_of(ORDER | {"endUserInfo": {"city": None}}), {}),
    ("a whole number with a point", bytes_of(ORDER | {"lines": [LINE | {"quantity": 2.0}]}), {}),
    ("a quantity as text", bytes_of(ORDER | {"lines": [LINE | {"quantity": "2"}]}), {}),
    ("JSON without a line end", bytes_of(ORDER).strip(), {}),
    ("JSON Lines", b"\n" + bytes_of(ORDER) + b"\r\n\n", {"kind": "jsonl"}),
]  # fmt: skip


def changed(**members: Any) -> bytes:
    return bytes_of([ORDER | members])


def line(**members: Any) -> bytes:
    return changed(lines=[LINE | members])


def switched(name: str, *values: str) -> bytes:
    return changed(additionalAttributes=[{"attributeName": name, "attributeValue": value} for value in values])


REFUSED: list[tuple[str, bytes, str, str]] = [
    ("a name twice", b'[{"customerOrderNumber":"A1","lines":[{"ingramPartNumber":"D","quantity":1,"quantity":2}]}]', "lines[0].quantity", "name-twice"),
    ("a name twice in two spellings", changed(customer_order_number="A1"), "customer_order_number", "name-twice"),
    ("NaN", b'[{"customerOrderNumber":"A1","lines":[{"ingramPartNumber":"D","quantity":NaN}]}]', "lines[0].quantity", "bad-value"),
    ("an unknown key", line(colour="red"), "lines[0].colour", "unknown-key"),
    ("a number as PO", changed(customerOrderNumber=4711), "customerOrderNumber", "not-text"),
    ("a number as part", line(ingramPartNumber=815), "lines[0].ingramPartNumber", "not-text"),
    ("a number as postcode", changed(shipToInfo={"postalCode": 815}), "shipToInfo.postalCode", "not-text"),
    ("an object for a list", changed(lines=LINE), "lines", "bad-shape"),
    ("text for an object", changed(endUserInfo="@{city=Rome}"), "endUserInfo", "bad-shape"),
    ("text for a list", changed(lines="System.Object[]"), "lines", "bad-shape"),
    ("text in a list", changed(lines=["System.Object"]), "lines[0]", "bad-shape"),
    ("empty text", changed(notes=""), "notes", "empty-text"),
    ("true as quantity", line(quantity=True), "lines[0].quantity", "bad-value"),
    ("a fraction", line(quantity=1.5), "lines[0].quantity", "bad-quantity"),
    ("half of a character", b'[{"customerOrderNumber":"A1","notes":"x\\ud800y","lines":[{"ingramPartNumber":"D","quantity":1}]}]', "notes", "lost-character"),
    *[
        (f"{what} under a key that is {where}", bytes_of([ORDER]).replace(b"}]}", b"}]," + text + b"}", 1), path, code)
        for what, lost, code in (("half of a character", b"\\udc00", "lost-character"), ("a NUL", b"\\u0000", "control-character"), ("U+FFFD", b"\\ufffd", "lost-character"))
        for where, text, path in (
            ("kept", b'"ref":{"id":"x' + lost + b'"}', "ref.id"),
            ("read", b'"billToAddressId":"x' + lost + b'"', "billToAddressId"),
        )
    ],
    ("a price of more digits than a float has", b'[{"customerOrderNumber":"A1","lines":[{"ingramPartNumber":"D","quantity":1,"unitPrice":12345678901234567.89}]}]', "lines[0].unitPrice", "bad-price"),
    ("a negative quantity", line(quantity=-1), "lines[0].quantity", "bad-quantity"),
    ("a quantity without end", b'[{"customerOrderNumber":"A1","lines":[{"ingramPartNumber":"D","quantity":1e999999}]}]', "lines[0].quantity", "bad-quantity"),
    ("a quantity over the limit", line(quantity=10000), "lines[0].quantity", "max-quantity"),
    ("no quantity", changed(lines=[{"ingramPartNumber": "D"}]), "lines[0].quantity", "missing"),
    ("no lines", changed(lines=[]), "lines", "no-lines"),
    ("no PO", bytes_of([{"lines": [LINE]}]), "customerOrderNumber", "no-po"),
    ("too long a city", changed(shipToInfo={"city": "n" * 26}), "shipToInfo.city", "too-long"),
    ("a part that a spreadsheet has changed", line(ingramPartNumber="4.7E+08"), "lines[0].ingramPartNumber", "changed-part"),
    ("the duplicate check turned off", switched("allowDuplicateCustomerOrderNumber", "true"), "additionalAttributes[0].attributeValue", "duplicates-allowed"),
    ("a switch with two values", switched("allowPartialOrder", "true", "false"), "additionalAttributes[1].attributeValue", "bad-attribute"),
    ("a line number twice", changed(lines=[LINE | {"customerLineNumber": "1"}] * 2), "lines[1].customerLineNumber", "line-number-twice"),
    ("no object", b"[1]", "", "not-an-object"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "options"), [each[1:] for each in READ], ids=[each[0] for each in READ])
def test_an_order_is_read_as_it_says(content: bytes, options: dict[str, Any]) -> None:
    assert only_order(content, **{"kind": "json", **options}) == ORDER


@pytest.mark.parametrize(("content", "path", "code"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_what_no_order_can_mean_is_refused_at_its_place(content: bytes, path: str, code: str) -> None:
    (error,) = checked(content, kind="json").errors
    assert (error.item, error.name, error.code) == (1, path, code)
    assert str(error).startswith(f"-:item 1:{path}" if path else "-:item 1")
    assert errors_of(content, kind="json") == [(1, None, code)]


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b'[{"a":1},', "json", "bad-json"),
        (b"[" * 100_000, "json", "bad-json"),
        (b"3", "json", "no-items"),
        (b'{"orders":[]}', "json", "no-items"),
        (b" ", "jsonl", "empty-file"),
    ],
)
def test_a_file_that_is_no_list_of_orders_is_refused(content: bytes, kind: str, code: str) -> None:
    (error,) = checked(content, kind=kind).errors
    assert (error.code, error.whole_file) == (code, True)


def test_a_bad_line_is_a_bad_order_also_a_last_one_that_is_cut() -> None:
    content = (
        bytes_of(ORDER) + b"\n[]\n" + bytes_of(ORDER | {"customerOrderNumber": "A2"}) + b"\n" + bytes_of(ORDER)[:30]
    )
    assert errors_of(content, kind="jsonl") == [(2, None, "not-an-object"), (4, None, "bad-json")]
    assert orders_of(content, kind="jsonl", skip_bad=True) == {"A1": ["DF1*2"], "A2": ["DF1*2"]}


def test_a_po_that_comes_back_is_refused() -> None:
    other = ORDER | {"customerOrderNumber": "a1"}
    assert errors_of(bytes_of([ORDER, ORDER, other]), kind="json") == [(2, None, "po-twice"), (3, None, "po-spelling")]


def test_unknown_keys_are_sent_if_that_is_wanted() -> None:
    order = only_order(changed(colour={"red": 1.5}), kind="json", send_unknown=True)
    assert order == ORDER | {"colour": {"red": 1.5}}


def test_a_key_that_is_kept_has_lost_nothing_either() -> None:
    content = bytes_of([ORDER]).replace(b"}]}", b'}],"ref":{"\\ud800":"x"}}', 1)
    (error,) = checked(content, kind="json").errors
    assert (error.place, error.code) == (r"-:item 1:ref.\ud800", "lost-character")


def test_an_unknown_key_that_is_sent_has_lost_nothing_in_its_names_and_texts() -> None:
    order = '[{"customerOrderNumber":"A1","lines":[{"ingramPartNumber":"D","quantity":1}],"x":{"a\\ud800":["b\\u0000","c"]}}]'
    found = checked(order.encode(), kind="json", send_unknown=True).errors
    assert [(each.name, each.code) for each in found] == [
        ("x.a\ud800", "lost-character"),
        ("x.a\ud800[0]", "control-character"),
    ]


def test_prices_are_numbers_in_v6_and_text_in_v7() -> None:
    content = changed(lines=[LINE | {"unitPrice": 12.50}])
    assert only_order(content, kind="json")["lines"][0]["unitPrice"] == 12.5
    seventh = changed(internalComments="x", lines=[LINE | {"unitPrice": "12.50"}])
    assert only_order(seventh, kind="json")["lines"][0]["unitPrice"] == "12.50"


def test_what_is_kept_beside_the_order_is_not_sent() -> None:
    from io import BytesIO

    from xi.sdk.resellers.ordering import read_orders

    with read_orders(BytesIO(changed(ref={"erp": "7"})), kind="json") as file:
        (item,) = file
    assert (item.order, item.ref, item.source) == (ORDER, {"erp": "7"}, ("-", "item 1"))


def test_a_mapping_for_csv_is_refused() -> None:
    (error,) = checked(bytes_of(ORDER), kind="json", mapping={"fill": ["PO"]}).errors
    assert error.code == "csv-only"


def test_a_key_cannot_write_control_characters_or_lines_to_a_terminal() -> None:
    key = "\x1b[2J\nPO is fine\u202e\x00"
    with pytest.raises(FileRefusedError) as caught:
        read_orders(io.BytesIO(changed(**{key: 1})), kind="json")
    (refusal,) = caught.value.errors
    assert refusal.name == key
    for each in (str(refusal), refusal.place, *str(caught.value).splitlines()):
        assert each.isprintable(), each
    assert r"\x1b[2J\nPO is fine\u202e\x00" in str(refusal)


@pytest.mark.parametrize(
    "number",
    [
        "9" * 5_000,
        "1e99999999999999999999",
        "-1e99999999999999999999",
        "1e-99999999999999999999",
        "1e-999999",
        "1e999999",
    ],
)
def test_a_number_that_nobody_means_is_refused_at_its_place(number: str) -> None:
    content = bytes_of(ORDER).replace(b'"quantity": 2', b'"quantity": ' + number.encode())
    began = time.monotonic()
    (error,) = checked(content, kind="json").errors
    assert error.name == "lines[0].quantity"
    assert error.code.startswith("bad-")
    assert time.monotonic() - began < 60


def test_an_unknown_key_that_is_nested_too_deeply_is_refused() -> None:
    deep = "[" * 5_000 + "]" * 5_000  # before Python 3.12 it is no JSON that can be read at all
    content = bytes_of(ORDER).replace(b'"lines"', f'"colour": {deep}, "lines"'.encode())
    assert [code for _, _, code in errors_of(content, kind="json", send_unknown=True)] == ["bad-json"]


def test_a_number_without_end_is_not_sent_under_an_unknown_key_either() -> None:
    content = bytes_of(ORDER).replace(b'"lines"', b'"weight": 1e999999, "lines"')
    (error,) = checked(content, kind="json", send_unknown=True).errors
    assert (error.name, error.code) == ("weight", "bad-value")
