"""Templates: order files to begin with, and mappings to edit."""

# ruff: noqa: E501 - a case of a table is one line

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from files_kit import checked, errors_of, orders_of

from xi.sdk.resellers import ApiValueError
from xi.sdk.resellers.models import AsyncOrderCreateDTO, OrderCreateRequest
from xi.sdk.resellers.ordering import (
    FileMapping,
    FileRefusedError,
    OrderDesk,
    Totals,
    field_notes,
    mapping_template,
    order_template,
    read_orders,
)
from xi.sdk.resellers.ordering.files import MAPPED_PROGRAMS
from xi.sdk.resellers.sandbox import SandboxServer

KINDS = ("csv", "json", "jsonl")
NEEDED = ["customerOrderNumber", "ingramPartNumber", "quantity"]


@pytest.mark.parametrize("all_fields", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_a_good_file_of_the_same_orders_in_each_kind(kind: str, all_fields: bool) -> None:
    check = checked(order_template(kind, all_fields=all_fields).encode(), kind=kind)
    assert (check.errors, check.warnings, check.totals) == ((), (), Totals(orders=2, lines=5, units=19))
    first, second = check.first
    assert first.order["shipToInfo"]["city"] == "Buffalo"
    assert [each.get("notes") for each in first.order["lines"]] == [None, "for the office", None]
    assert "shipToInfo" not in second.order
    assert second.ref == {"id": "5502"}


def test_the_sandbox_places_the_orders_of_a_template(server: SandboxServer, desk: OrderDesk) -> None:
    with read_orders(io.BytesIO(order_template().encode()), kind="csv") as file:
        assert [each.is_standing for each in desk.place_all(file)] == [True, True]
    assert server.sandbox.placements() == {"PO-1001": 1, "PO-1002": 1}


def test_all_fields_are_all_that_an_order_of_v6_has() -> None:
    columns = order_template(all_fields=True).splitlines()[0].split(",")
    top = {each.split(".")[0] for each in columns if not each.startswith("ref.")}
    wanted = {info.alias for info in OrderCreateRequest.model_fields.values()}
    assert wanted - top == {"additionalAttributes"}
    assert len(columns) == len(set(columns)) > 70
    names = {each.name for each in field_notes(all_fields=True)}
    assert {*columns} - names == {"ref.id"}
    seventh = {each.name for each in field_notes(all_fields=True) if each.kinds == ("v7",)}
    lists = {"vmfadditionalAttributes", "warrantyInfo"}
    assert {info.alias for info in AsyncOrderCreateDTO.model_fields.values()} - wanted - lists <= seventh
    assert not seventh & {*columns}


@pytest.mark.parametrize("all_fields", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_each_field_of_a_template_is_explained(kind: str, all_fields: bool) -> None:
    notes = field_notes(kind, all_fields=all_fields)
    assert all(len(each.meaning) > 20 for each in notes)
    assert [each.name.removeprefix("lines[].") for each in notes if each.is_needed] == NEEDED
    by_name = {each.name: each for each in notes}
    assert (by_name["shipToInfo.city"].limit, by_name["customerOrderNumber"].limit) == (25, 35)
    assert str(by_name["shipToInfo.city"]).startswith("shipToInfo.city (at most 25 characters): ")
    if kind == "csv" and not all_fields:
        columns = order_template().splitlines()[0].split(",")
        assert [each.name for each in notes] == [*columns[:-1], "ref.NAME"]


def test_a_kind_that_is_none_is_refused() -> None:
    for function in (order_template, field_notes):
        with pytest.raises(ApiValueError, match="csv, json, jsonl"):
            function("xlsx")


EXPORTS: dict[str, tuple[str, str]] = {
    "odoo": ("Order Reference,Vendor,Order Lines/Vendor Product Code,Order Lines/Quantity,Order Lines/Unit Price\nA1,IM,DF1,2.0,9\n,,DF2,1.0,9\nA2,IM,DF1,1.0,9\n", "Order Lines/Vendor Product Code"),
    "netsuite": ("Document Number,Item,Vendor Code,Quantity,Item Rate\nA1,x,DF1,2,9\nA1,y,DF2,1,9\nA2,x,DF1,1,9\n", "Vendor Code"),
    "shopify": ("Name,Email,Lineitem quantity,Lineitem sku,Lineitem price,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country\nA1,a@b.c,2,DF1,9,Jo,1 Main St,,Rome,'00118,RM,IT\nA1,a@b.c,1,DF2,9,,,,,,,\nA2,,1,DF1,9,,,,,,,\n", "Lineitem sku"),
    "sap-b1": ("Document Number;Item No.;BP Catalog No.;Quantity;Unit Price\nA1;x;DF1;2;9\nA1;y;DF2;1;9\nA2;x;DF1;1;9\n", "BP Catalog No."),
    "dynamics-bc": ("Document No.,Type,No.,Vendor Item No.,Quantity,Direct Unit Cost Excl. VAT\nA1,Item,x,DF1,2,9\nA1,Comment,,,,\nA1,Item,y,DF2,1,9\nA2,Item,x,DF1,1,9\n", "Vendor Item No."),
    "quickbooks": ("Num,Product/Service,Qty,Rate\nA1,DF1,2,9\nA1,DF2,1,9\nTotal for A1,,3,\nA2,DF1,1,9\n", "Product/Service"),
    "woocommerce": ("Order Number,SKU,Quantity,Item Cost,Company (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping)\nA1,DF1,2,9,,,,,,\nA1,DF2,1,9,,,,,,\nA2,DF1,1,9,,,,,,\n", "SKU"),
}  # fmt: skip
"""A small export of each program, and its column with the part number."""


def filled(text: str, part: str) -> str:
    """Return a mapping with the lines for the part number and the order number taken in."""
    wanted = (rf'"{re.escape(part)}" = .*ingramPartNumber', '"[^"]+" = "customerOrderNumber"')
    for each in wanted:
        text = re.sub(rf"^# ({each})", r"\1", text, count=1, flags=re.MULTILINE)
    return text.replace('{ to = "ingramPartNumber", lookup = "parts.csv" }', '"ingramPartNumber"')


@pytest.mark.parametrize("name", MAPPED_PROGRAMS)
def test_a_mapping_for_a_program_reads_its_export_once_the_part_number_is_filled_in(name: str, tmp_path: Path) -> None:
    text = mapping_template(name)
    content, part = EXPORTS[name]
    codes = {code for *_, code in errors_of(content.encode(), mapping=FileMapping.from_dict(tomllib.loads(text)))}
    assert codes == {"missing-column"}, "the part number is left open"
    path = tmp_path / "map.toml"
    path.write_text(filled(text, part), "utf-8")
    mapping = FileMapping.from_file(path)
    targets = {field.name for rule in mapping.columns.values() for field in rule.fields}
    assert {*NEEDED} <= targets
    assert not targets & {"unitPrice", "endUserPrice"}
    assert orders_of(content.encode(), mapping=mapping) == {"A1": ["DF1*2", "DF2*1"], "A2": ["DF1*1"]}


@pytest.mark.parametrize("name", ["shopify", "woocommerce"])
def test_the_order_numbers_of_a_shop_are_left_open(name: str) -> None:
    text = mapping_template(name)
    assert "customerOrderNumber" not in str(tomllib.loads(text))
    assert "#1001" in text


def test_each_line_of_a_mapping_that_is_commented_out_can_be_taken_in() -> None:
    for name in MAPPED_PROGRAMS:
        for line in re.findall(r'^# (\S.*? = ["\[{].*)$', mapping_template(name), re.MULTILINE):
            assert tomllib.loads(line), line


def test_a_mapping_from_a_header_names_what_it_knows_and_leaves_the_part_number_open() -> None:
    header = 'PO No.;Unsere Artikelnr.;Vendor Part;Part Name;Menge;Unit Price;"Ship to ""City""";Menge\n'
    content = ("Export\n" + header + "A1;x;DF1;y;2;9,00;Rome;5\n").encode("cp1252")
    said: dict[str, Any] = {"encoding": "cp1252", "delimiter": ";", "header": 2}
    text = mapping_template(file=io.BytesIO(content), **said)
    found = tomllib.loads(text)
    assert found.pop("columns") == {"PO No.": "customerOrderNumber", 'Ship to "City"': "shipToInfo.city"}
    assert found == {**said, "ignore": ["Part Name", "Menge#1", "Unit Price", "Menge#2"]}
    open_ = re.findall(r'^# ("[^"]+") = "ingramPartNumber"$', text, re.MULTILINE)
    assert open_ == ['"Unsere Artikelnr."', '"Vendor Part"']
    assert '# Needed: "COLUMN" = "quantity"' in text
    mended = filled(text, "Vendor Part").replace('"Menge#2"]', '"Unsere Artikelnr."]')
    mended = mended.replace("[columns]\n", '[columns]\n"Menge#2" = "quantity"\n')
    assert orders_of(content, mapping=tomllib.loads(mended)) == {"A1": ["DF1*5"]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("said", [{}, {"delimiter": "|"}, {"header": 2}], ids=str)
def test_a_first_line_that_says_the_delimiter_is_not_the_header(said: dict[str, Any], end: str) -> None:
    content = end.join(("sep=|", "PO No.|Ingram Part Number, ours|Quantity", "A1|DF1|2", "")).encode()
    text = mapping_template(file=io.BytesIO(content), **said)
    mapping = tomllib.loads(text)
    assert mapping.pop("columns") == {"PO No.": "customerOrderNumber", "Quantity": "quantity"}
    assert mapping == said
    columns = {"PO No.": "customerOrderNumber", "Quantity": "quantity", "Ingram Part Number, ours": "ingramPartNumber"}
    assert orders_of(content, mapping={**mapping, "columns": columns}) == {"A1": ["DF1*2"]}


def test_another_delimiter_than_the_first_line_says_is_refused() -> None:
    with pytest.raises(FileRefusedError) as caught:
        mapping_template(file=io.BytesIO(b"sep=|\na|b\n"), delimiter=";")
    assert [each.code for each in caught.value.errors] == ["other-delimiter"]


def test_a_mapping_from_a_header_of_known_columns_reads_the_file_as_it_is() -> None:
    content = b"PO No.,Ingram Part Number,Quantity\nA1,DF1,2\n"
    mapping = tomllib.loads(mapping_template(file=io.BytesIO(content)))
    assert "ignore" not in mapping
    for nothing in ({}, {"ignore": [], "fill": []}):
        assert orders_of(content, mapping=mapping | nothing) == {"A1": ["DF1*2"]}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty-file"), (b"PK\3\4", "workbook"), (b"a;b,c\n", "two-delimiters"), (b"abc\n", "no-delimiter"), (b"\na,b\n", "no-header")],
)  # fmt: skip
def test_a_header_that_cannot_be_read_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        mapping_template(file=io.BytesIO(content))
    assert [each.code for each in caught.value.errors] == [code]


def test_a_mapping_is_for_a_known_program_or_a_file() -> None:
    with pytest.raises(ApiValueError, match="odoo, netsuite, shopify, sap-b1"):
        mapping_template("excel")
    with pytest.raises(ApiValueError, match="either"):
        mapping_template()
    with pytest.raises(ApiValueError, match="either"):
        mapping_template("odoo", file=io.BytesIO(b"a,b\n"))
