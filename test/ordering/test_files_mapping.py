"""Mappings: what the columns of a file are, and each thing that a mapping must not say."""

# ruff: noqa: E501 - a case of a table is one line

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from files_kit import checked, errors_of, lines_of, only_order, orders_of

from xi.sdk.resellers import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import FileMapping, read_orders

COLUMNS = {"PO": "customerOrderNumber", "Item": "ingramPartNumber", "Qty": "quantity"}
HEADER = b"PO;Item;Qty;Extra\n"
Options = dict[str, Any]


def mapped(**keys: Any) -> Options:
    """Return a mapping in which the fourth column is read as it is said."""
    extra = keys.pop("extra", None)
    return {"columns": COLUMNS | ({} if extra is None else {"Extra": extra}), **keys}


READ: list[tuple[str, bytes, Options, dict[str, list[str]]]] = [
    ("only the columns that it names", HEADER + b"A1;DF1;2;x\n", mapped(ignore=["Extra"]), {"A1": ["DF1*2"]}),
    ("all others are ignored", HEADER + b"A1;DF1;2;x\n", mapped(ignore=["*"]), {"A1": ["DF1*2"]}),
    ("titles above the header", b'Orders;;;\n"\n' + HEADER + b"A1;DF1;2;\n", mapped(header=3, ignore=["*"]), {"A1": ["DF1*2"]}),
    ("lines that are not read", HEADER + b"----\nA1;DF1;2;\n", mapped(skip_lines=[2], ignore=["*"]), {"A1": ["DF1*2"]}),
    ("a column there twice that is ignored", b"PO,Item,Qty,x,x\nA1,DF1,2,,\n", {"columns": COLUMNS, "ignore": ["x"]}, {"A1": ["DF1*2"]}),
    ("no header", b"A1;DF1;2\n", {"header": 0, "columns": {"#1": "customerOrderNumber", "#2": "ingramPartNumber", "#3": "quantity"}}, {"A1": ["DF1*2"]}),
    ("a name that is there twice", b"PO,Item,Qty,Qty\nA1,DF1,9,2\n", {"columns": {"PO": "customerOrderNumber", "Item": "ingramPartNumber", "Qty#2": "quantity"}, "ignore": ["Qty#1"]}, {"A1": ["DF1*2"]}),
    ("empty cells that repeat the row above", HEADER + b"A1;DF1;2;x\n;DF2;1;\nA2;DF3;1;y\n", mapped(fill=["PO", "Extra"], extra="notes"), {"A1": ["DF1*2", "DF2*1"], "A2": ["DF3*1"]}),
    ("only some rows", HEADER + b"A1;DF1;2;D\nA2;DF2;1;E\n", mapped(only={"Extra": ["D"]}), {"A1": ["DF1*2"]}),
    ("only some rows, by a mark on the first", HEADER + b"A1;DF1;2;D\nA1;DF2;1;\nA2;DF2;1;E\nA2;DF1;1;\n", mapped(fill=["Extra"], only={"Extra": ["D"]}), {"A1": ["DF1*2", "DF2*1"]}),
    ("rows left out", HEADER + b"A1;DF1;2;\nTotal 2;;2;\n#end;;;\n", mapped(skip={"PO": ["Total*", "#*"]}, ignore=["*"]), {"A1": ["DF1*2"]}),
    ("groups", b"PO,I1,Q1,I2,Q2\nA1,D1,1,D2,2\nA2,D1,1,,\n", {"layout": "groups", "columns": {"PO": "customerOrderNumber", "I{n}": "ingramPartNumber", "Q{n}": "quantity"}}, {"A1": ["D1*1", "D2*2"], "A2": ["D1*1"]}),
    ("records", b"H,A1\nD,D1,1\nD,D2,2\nT,3\nH,A2\nD,D1,1\n", {"layout": "records", "ignore": ["T"], "columns": {"H#2": "customerOrderNumber", "D#2": "ingramPartNumber", "D#3": "quantity"}}, {"A1": ["D1*1", "D2*2"], "A2": ["D1*1"]}),
]  # fmt: skip
CELLS: list[tuple[str, bytes, Any, Any]] = [
    ("a pattern", b"[X1] a", {"to": "notes", "pattern": r"\[(\w+)\].*"}, "X1"),
    ("no match", b"X1", {"to": "notes", "pattern": r"\[(\w+)\].*"}, "no-match"),
    ("a part of a match", b"[X1] a", {"to": "notes", "pattern": r"\[(\w+)\]"}, "no-match"),
    ("what is stripped", b"'00815", {"to": "notes", "strip": "'"}, "00815"),
    ("a date", b"1.12.2026", {"to": "shipmentDetails.requestedDeliveryDate", "date": "%d.%m.%Y"}, {"requestedDeliveryDate": "2026-12-01"}),
    ("no date", b"12/1/2026", {"to": "shipmentDetails.requestedDeliveryDate", "date": "%d.%m.%Y"}, "bad-date"),
    ("a code that is looked up", b"own", {"to": "notes", "lookup": {"own": "theirs"}}, "theirs"),
    ("a code that is not there", b"other", {"to": "notes", "lookup": {"own": "theirs"}}, "not-in-lookup"),
    ("zeros in front", b"815", {"to": "notes", "pad": 5}, "00815"),
    ("two fields", b'"a\nb"', {"to": ["shipToInfo.addressLine1", "shipToInfo.addressLine2"], "split": "\n"}, {"addressLine1": "a", "addressLine2": "b"}),
    *[(f"two fields parted by {split!r} in a cell with {end!r}", b'"a' + end + b'b"', {"to": ["shipToInfo.addressLine1", "shipToInfo.addressLine2"], "split": split}, {"addressLine1": "a", "addressLine2": "b"}) for split in ("\n", "\r\n", "\r") for end in (b"\n", b"\r\n", b"\r")],
    *[(f"a line end {end!r} where none parts the cell", b'"a' + end + b'b; c"', {"to": ["shipToInfo.addressLine1", "shipToInfo.addressLine2"], "split": "; "}, "control-character") for end in (b"\n", b"\r\n", b"\r")],
    ("a third part of many line ends", b'"a\r\nb\rc"', {"to": ["shipToInfo.addressLine1", "shipToInfo.addressLine2"], "split": "\n"}, "too-many-parts"),
    ("a third part", b'"a\nb\nc"', {"to": ["shipToInfo.addressLine1", "shipToInfo.addressLine2"], "split": "\n"}, "too-many-parts"),
]  # fmt: skip
WRONG: list[tuple[str, Options, str]] = [
    ("two columns to one field", {"columns": COLUMNS | {"Q2": "lines.quantity"}}, "'Qty' and 'Q2' both go to quantity"),
    ("a field that no schema has", {"columns": {"PO": "orderNo"}}, "'orderNo', which is no field"),
    ("an unknown key", {"colums": {}}, "colums is no key"),
    ("a table that is none", {"columns": COLUMNS, "only": ["D"]}, "only should be a table"),
    ("text that is none", {"columns": COLUMNS, "encoding": 1252}, "encoding should be text"),
    ("texts that are none", {"columns": COLUMNS, "only": {"Extra": 5}}, "should be a text or a list of texts"),
    ("a switch that is none", {"columns": {"PO": {"to": "notes", "as_text": "yes"}}}, "columns.PO.as_text should be true or false"),
    ("an unknown key of a column", {"columns": {"PO": {"to": "notes", "trim": 1}}}, "columns.PO.trim is no key"),
    ("two fields without split", {"columns": {"PO": {"to": ["notes", "ref.x"]}}}, "say split"),
    ("a pattern that is none", {"columns": {"PO": {"to": "notes", "pattern": "("}}}, "no regular expression"),
    *[(f"a date without a year, {form!r}", {"columns": {"PO": {"to": "shipmentDetails.requestedDeliveryDate", "date": form}}}, "has not the year, the month and the day") for form in ("%d.%m", "%a %d.%m", "%j %d", "%Y", "%H:%M", "%")],
    ("a name that has lost a character", {"columns": {"PO": "ref.\ud800"}}, "which is no field"),
    ("a pattern without its group", {"columns": {"PO": {"to": "notes", "pattern": "a"}}}, "one group"),
    ("a layout that is none", {"layout": "tree"}, "rows, groups, records"),
    ("a decimal that is none", {"decimal": ","}, "point, comma"),
    ("a column read and ignored", {"columns": COLUMNS, "ignore": ["PO"]}, "'PO' is read and ignored"),
    ("a header that is none", {"header": -1}, "header should be a whole number of 0 or more"),
    ("a lookup that is not there", {"columns": {"PO": {"to": "notes", "lookup": "none.csv"}}}, "cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "mapping", "orders"), [each[1:] for each in READ], ids=[each[0] for each in READ])
def test_a_mapping_says_what_is_read(content: bytes, mapping: Options, orders: dict[str, list[str]]) -> None:
    assert orders_of(content, mapping=mapping) == orders


@pytest.mark.parametrize(("cell", "rule", "value"), [each[1:] for each in CELLS], ids=[each[0] for each in CELLS])
def test_a_rule_makes_of_a_cell_what_it_says(cell: bytes, rule: Any, value: Any) -> None:
    content, options = HEADER + b"A1;DF1;2;" + cell + b"\n", {"mapping": mapped(extra=rule)}
    codes = [code for *_, code in errors_of(content, **options)]
    if codes:
        assert codes == [value]
    else:
        read = only_order(content, **options)
        assert value in (read.get("notes"), read.get("shipToInfo"), read.get("shipmentDetails"))


@pytest.mark.parametrize(
    ("parts", "message"),
    [("DF1,11,x\n", "two cells a row"), ("DF1,11\nDF1,12\n", "has 'DF1' twice, with two numbers")],
)
def test_a_table_of_part_numbers_that_is_not_clear_is_refused(tmp_path: Path, parts: str, message: str) -> None:
    (tmp_path / "parts.csv").write_text(parts)
    mapping = {"columns": {"Item": {"to": "ingramPartNumber", "lookup": "parts.csv"}}}
    with pytest.raises(ApiValueError, match=message):
        FileMapping.from_dict(mapping, folder=tmp_path)


def test_a_mapping_is_a_file_that_can_be_read_or_a_dict(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text("[columns")
    with pytest.raises(ApiValueError, match=r"mapping map\.toml: "):
        FileMapping.from_file(tmp_path / "map.toml")
    with pytest.raises(ApiTypeError, match="mapping should be a dict"):
        FileMapping.from_dict(["PO"])  # type: ignore[arg-type]


NOT_UTF8 = [
    ("# Länge\n[columns]\n".encode("cp1252"), "byte 4, 0xe4, in line 1"),
    ("\n# Länge\n".encode("cp1252"), "byte 5, 0xe4, in line 2"),
    ("# Länge\n".encode("utf-16"), "its byte order mark says UTF-16"),
    (b"\xfe\xff\0#", "its byte order mark says UTF-16"),
]


@pytest.mark.parametrize(("content", "why"), NOT_UTF8)
@pytest.mark.parametrize("name", ["map.toml", "map.json"])
def test_a_mapping_that_is_not_utf8_says_where_and_what_to_do(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ApiValueError) as caught:
        FileMapping.from_file(tmp_path / name)
    assert str(caught.value) == f"mapping {name}: the file is not UTF-8 ({why}); save it as UTF-8"


@pytest.mark.parametrize(("content", "why"), NOT_UTF8)
def test_a_file_of_lookup_that_is_not_utf8_says_where_and_what_to_do(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "parts.csv").write_bytes(content)
    mapping = {"columns": {"Item": {"to": "ingramPartNumber", "lookup": "parts.csv"}}}
    with pytest.raises(ApiValueError) as caught:
        FileMapping.from_dict(mapping, folder=tmp_path)
    assert str(caught.value) == (
        f"mapping: columns.Item.lookup 'parts.csv' cannot be read: the file is not UTF-8 ({why}); save it as UTF-8"
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [("[]", "it is no table of keys"), ("[" * 100_000, "its tables and lists are nested too deeply")],
)
def test_a_mapping_of_json_that_is_no_table_is_refused(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "map.json").write_text(content)
    with pytest.raises(ApiValueError, match=why):
        FileMapping.from_file(tmp_path / "map.json")


@pytest.mark.parametrize(("mapping", "message"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_a_mapping_that_can_be_meant_in_two_ways_is_refused(mapping: Options, message: str) -> None:
    with pytest.raises(ApiValueError, match="mapping: ") as caught:
        FileMapping.from_dict(mapping)
    assert message in str(caught.value)


def test_parts_of_digits_have_the_width_that_is_said_or_are_padded() -> None:
    content = b"PO;Item;Qty\nA1;815;2\n"
    assert errors_of(content, mapping={"columns": COLUMNS | {"Item": {"to": "ingramPartNumber", "width": 7}}}) == [
        (2, 2, "part-width")
    ]
    padded = {"columns": COLUMNS | {"Item": {"to": "ingramPartNumber", "width": 7, "pad": 7}}}
    assert orders_of(content, mapping=padded) == {"A1": ["0000815*2"]}
    changed = {"columns": COLUMNS | {"Item": {"to": "ingramPartNumber", "as_text": True}}}
    assert orders_of(b"PO;Item;Qty\nA1;12-Nov;2\n", mapping=changed) == {"A1": ["12-Nov*2"]}


def test_rows_that_differ_from_what_they_must_be_are_refused() -> None:
    content = HEADER + b"A1;DF1;2;EA\nA2;DF1;2;box\n"
    assert errors_of(content, mapping=mapped(must={"Extra": ["EA", "pcs"]})) == [(3, 4, "must")]


def test_an_empty_cell_never_repeats_another_order() -> None:
    content = HEADER + b"A1;DF1;2;x\nA2;DF1;2;\n"
    with read_orders(io.BytesIO(content), kind="csv", mapping=mapped(fill=["Extra"], extra="notes")) as file:
        assert [item.order.get("notes") for item in file] == ["x", None]


MARKED = mapped(fill=["PO", "Extra"], skip={"PO": ["Total*", "#*"]}, ignore=["Extra"])
OF_INGRAM = mapped(fill=["PO", "Extra"], skip={"PO": ["#*"]}, only={"Extra": ["D"]})
BY_TYPE = mapped(fill=["PO"], skip={"Extra": ["head"]})


@pytest.mark.parametrize(
    ("rows", "mapping", "lines"),
    [
        (b"A1;DF1;1;\n# urgent;;;\n;DF2;2;\nA2;DF1;1;\n", MARKED, [4]),
        (b"A1;DF1;1;\nTotal 1;;1;\n;DF2;2;\n;DF3;2;\nA2;DF1;1;\n", MARKED, [4, 5]),
        (b"# of May;;;\n;DF2;2;\nA2;DF1;1;\n", MARKED, [3]),
        (b"A1;DF1;1;D\n# urgent;;;\n;DF2;2;\nA2;DF1;1;D\n", OF_INGRAM, [4]),
        (b";DF2;2;\nA2;DF1;1;D\n", OF_INGRAM, [2]),
    ],
)
def test_a_row_never_repeats_what_marks_a_row_that_is_left_out(rows: bytes, mapping: Options, lines: list[int]) -> None:
    check = checked(HEADER + rows, mapping=mapping)
    assert [(each.line, each.column, each.code, each.whole_file) for each in check.errors] == [
        (line, 1, "no-po", True) for line in lines
    ]
    assert "fill in a mapping" not in str(check)


def test_the_message_says_what_stands_above_a_row_without_an_order_number() -> None:
    (error,) = checked(HEADER + b"A1;DF1;1;\n# urgent;;;\n;DF2;2;\n", mapping=MARKED).errors
    assert str(error) == (
        '-:4:1: PO is empty, and "# urgent" above is left out, so it cannot be known which order the row belongs to '
        "[no-po]"
    )
    assert error.hint == "write the order number into the cell"


def test_a_part_that_would_repeat_a_sum_is_missing() -> None:
    mapping = mapped(fill=["Item"], skip={"Item": ["Total*"]}, ignore=["Extra"])
    assert errors_of(HEADER + b"A1;DF1;1;\nA1;Total;1;\nA1;;2;\n", mapping=mapping) == [(4, 2, "missing")]


@pytest.mark.parametrize(
    ("rows", "mapping", "orders", "left_out"),
    [
        (b"A1;DF1;1;\nTotal 1;;1;\nA2;DF2;1;\n;DF3;1;\n", MARKED, {"A1": ["DF1*1"], "A2": ["DF2*1", "DF3*1"]}, 1),
        (b"A1;;;head\n;DF1;1;\n;DF2;1;\n", BY_TYPE, {"A1": ["DF1*1", "DF2*1"]}, 1),
        (b"A1;DF1;1;D\n# x;;;\n;;9;E\nA2;DF2;1;D\n", OF_INGRAM, {"A1": ["DF1*1"], "A2": ["DF2*1"]}, 2),
        (
            b"A1;DF1;1;off\n;DF2;1;\nA2;DF2;1;\n",
            mapped(fill=["PO", "Extra"], skip={"Extra": ["off"]}),
            {"A2": ["DF2*1"]},
            2,
        ),
    ],
)
def test_rows_around_those_that_are_left_out_are_read(
    rows: bytes, mapping: Options, orders: dict[str, list[str]], left_out: int
) -> None:
    assert orders_of(HEADER + rows, mapping=mapping) == orders
    assert sum(checked(HEADER + rows, mapping=mapping).left_out.values()) == left_out


def test_rows_left_out_are_counted_by_column_and_value() -> None:
    content = HEADER + b"A1;DF1;2;D\nA2;DF1;1;E\nTotal 3;;;D\n"
    check = checked(content, mapping=mapped(only={"Extra": "D"}, skip={"PO": "Total*"}))
    assert (check.rows, check.lines, check.left_out) == (3, 1, {"Extra": 1, 'PO "Total*"': 1})


@pytest.mark.parametrize(
    ("rule", "keys", "code"),
    [
        ({"to": "customerOrderNumber", "pattern": "(A[0-9])"}, {}, "no-match"),
        ({"to": "customerOrderNumber", "lookup": {"A1": "P1", "A2": "P2"}}, {}, "not-in-lookup"),
        ("customerOrderNumber", {"must": {"PO": ["A1", "A2"]}}, "must"),
    ],
)
def test_a_po_that_the_mapping_does_not_know_may_be_that_of_a_neighbour(rule: Any, keys: Options, code: str) -> None:
    content = HEADER + b"A1;DF1;1;\nx;DF2;1;\nA2;DF1;1;\n"
    (error,) = checked(content, mapping=mapped(ignore=["*"], **keys) | {"columns": COLUMNS | {"PO": rule}}).errors
    assert (error.code, error.line, error.whole_file) == (code, 3, True)


@pytest.mark.parametrize(
    ("content", "mapping"),
    [
        (
            b"PO,I1,Q1\nA1,D1,1\n#N/A,D1,1\nA2,D1,1\n",
            {
                "layout": "groups",
                "columns": {"PO": "customerOrderNumber", "I{n}": "ingramPartNumber", "Q{n}": "quantity"},
            },
        ),
        (
            b"H,A1\nD,D1,1\nH,#N/A\nD,D2,1\nH,A2\nD,D1,1\n",
            {
                "layout": "records",
                "columns": {"H#2": "customerOrderNumber", "D#2": "ingramPartNumber", "D#3": "quantity"},
            },
        ),
    ],
)
def test_a_po_that_is_damaged_refuses_its_order_where_a_row_or_a_record_begins_one(
    content: bytes, mapping: Options
) -> None:
    assert [(each.code, each.whole_file) for each in checked(content, mapping=mapping).errors] == [
        ("sheet-error", False)
    ]
    assert orders_of(content, mapping=mapping, skip_bad=True) == {"A1": ["D1*1"], "A2": ["D1*1"]}


def test_only_narrows_what_a_mapping_reads() -> None:
    content = HEADER + b"A1;DF1;2;D\nA2;DF1;1;E\nA3;DF1;1;F\n"
    mapping = mapped(only={"Extra": ["D", "E"]})
    assert list(orders_of(content, mapping=mapping, only={"Extra": "E"})) == ["A2"]


@pytest.mark.parametrize(
    ("content", "errors"),
    [
        (b"H,A1\nD,D1,1\nH,A2\n", [(3, None, "no-lines")]),
        (b"H,A1\nH,A2\nD,D1,1\n", [(1, None, "no-lines")]),
        (b"D,D1,1\nH,A2\nD,D1,1\n", [(1, None, "no-order")]),
        (b"H,A1\nD,D1,1\nX,1\n", [(3, None, "record-type")]),
        (b"H,A1\nD,D1,1\nD,D1,1,\n", [(3, None, "cell-count")]),
        (b"H,A1\nD,D1,1\nH,A1\nD,D2,1\n", [(3, 2, "po-twice")]),
        (b"H,A1\nD,D1,1\nD,D2,x\n", [(3, 3, "bad-quantity")]),
        (b"H,A1,x\nD,D1,1\n", [(None, None, "unknown-column")]),
        (b'H,A1\nD,D1,1,x\nD,D2"a,1"\n', [(None, None, "unknown-column")]),
        (b'H,A1\nD,D1,1\nD"a,D1,b"\n', [(3, None, "stray-quote")]),
        (b"H,A1.0\nH,4711.0\nD,D1,1\n", [(1, None, "no-lines"), (2, 2, "changed-po")]),
    ],
)
def test_faults_of_records_are_named_at_their_place(content: bytes, errors: list[Any]) -> None:
    columns = {"H#2": "customerOrderNumber", "D#2": "ingramPartNumber", "D#3": "quantity"}
    assert errors_of(content, mapping={"layout": "records", "columns": columns}) == errors


def test_records_that_are_not_read_are_counted() -> None:
    columns = {"H#2": "customerOrderNumber", "D#2": "ingramPartNumber", "D#3": "quantity"}
    mapping = {"layout": "records", "columns": columns, "ignore": ["H#3", "T"]}
    check = checked(b"H,A1,x\nD,D1,1\nD,D2,1\n\nT,2\nT,9,9\n", mapping=mapping)
    assert (check.rows, check.lines, check.empty, check.left_out) == (6, 2, 1, {'record "T"': 2})
    assert check.not_read == ("H#3",)


@pytest.mark.parametrize("names", ["I3,Q3", "I1,Q1", "I2,I2", "I02,Q02", "I0,Q0"])
@pytest.mark.parametrize("ignore", [["*"], []])
def test_a_column_like_those_of_a_group_is_not_left_out_behind_a_gap(names: str, ignore: list[str]) -> None:
    mapping = {
        "layout": "groups",
        "ignore": ignore,
        "columns": {"PO": "customerOrderNumber", "I{n}": "ingramPartNumber", "Q{n}": "quantity"},
    }
    content = f"PO,I1,Q1,{names}\nA1,D1,1,D3,2\n".encode()
    assert {code for *_, code in errors_of(content, mapping=mapping)} & {"group-gap", "missing-column"}
    assert orders_of(b"PO,I1,Q1,I7\nA1,D1,1,x\n", mapping=mapping | {"ignore": ["I7"]}) == {"A1": ["D1*1"]}


def test_a_row_of_groups_is_an_order_of_its_own() -> None:
    mapping = {
        "layout": "groups",
        "columns": {"PO": "customerOrderNumber", "I{n}": "ingramPartNumber", "Q{n}": "quantity"},
    }
    content = b"PO,I1,Q1,I2,Q2\nA1,D1,1,,\nA1,D2,1,,\nA2,,,,\nA3,D1,1,D2,\n"
    assert errors_of(content, mapping=mapping) == [(3, 1, "po-twice"), (4, None, "no-lines"), (5, 5, "missing")]


@pytest.mark.parametrize(
    ("value", "code", "why", "hint"),
    [
        ("#N/A", "sheet-error", "is the error of a spreadsheet", "mend the formula and save the file again"),
        ("D" * 19, "too-long", "has 19 characters; at most 18 fit", "shorten it; nothing is cut"),
        ("D\a", "control-character", "has the control character '\\x07'", "take it out of the cell"),
        ("12-Nov", "changed-part", "is not a part number any more: a spreadsheet has changed it", ""),
        ("NULL", "missing", "is what a program writes for nothing; each line needs a part", ""),
    ],
)
@pytest.mark.parametrize("is_file", [True, False])
def test_what_is_wrong_with_a_number_that_was_looked_up_is_told_of_where_it_stands(
    tmp_path: Path, value: str, code: str, why: str, hint: str, *, is_file: bool
) -> None:
    (tmp_path / "parts.csv").write_text(f"0815,{value}\n0816,DF1\n")
    lookup: Any = "parts.csv" if is_file else {"0815": value, "0816": "DF1"}
    rule = {"to": "ingramPartNumber", "lookup": lookup}
    mapping = FileMapping.from_dict({"columns": COLUMNS | {"Item": rule}}, folder=tmp_path)
    (error,) = checked(b"PO;Item;Qty\nA1;0815;2\nA2;0816;2\n", mapping=mapping).errors
    where = "parts.csv" if is_file else "the lookup of the mapping"
    shown = value.replace("\a", "\\x07")
    assert (error.line, error.column, error.code) == (2, 2, code)
    assert str(error) == f'-:2:2: Item "0815" stands for "{shown}" in {where}, which {why} [{code}] · PO A1 is refused'
    assert error.hint.startswith(f"mend it in {where}: {hint}")


def test_a_file_of_toml_or_json_is_a_mapping_with_its_lookups_beside_it(tmp_path: Path) -> None:
    (tmp_path / "parts.csv").write_text("own,DF9\n", "utf-8")
    toml = tmp_path / "erp.toml"
    toml.write_text(
        'decimal = "comma"\n[columns]\nPO = "customerOrderNumber"\nQty = "quantity"\n'
        'Item = { to = "ingramPartNumber", lookup = "parts.csv" }\n',
        "utf-8",
    )
    (tmp_path / "erp.json").write_text('{"columns": {"PO": "customerOrderNumber"}, "layout": "x"}', "utf-8")
    file = tmp_path / "orders.csv"
    file.write_bytes(b"PO;Item;Qty\nA1;own;2,0\n")
    with read_orders(file, mapping=toml) as orders:
        assert [(lines_of(item.order), item.source) for item in orders] == [(["DF9*2"], ("orders.csv", "2"))]
    with pytest.raises(ApiValueError, match="layout should be"):
        read_orders(file, mapping=tmp_path / "erp.json")


def test_two_delimiters_that_fit_are_refused() -> None:
    mapping = {"header": 0, "columns": {"#1": "customerOrderNumber", "#2": "ingramPartNumber", "#3": "quantity"}}
    assert errors_of(b"A,1;DF,1;2\n", mapping=mapping) == [(1, None, "two-delimiters")]
