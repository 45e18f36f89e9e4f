"""Encodings, delimiters, line ends, large files, and what a check counts."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from files_kit import HEADER, checked, lines_of, orders_of, table

from xi.sdk.resellers import ApiValueError
from xi.sdk.resellers.ordering import FileRefusedError, check_file, read_orders

ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "cp932")
WORDS = {"cp932": "東京\u3000都"}
"""A city; U+3000 is a blank there."""


@pytest.mark.parametrize(("encoding", "delimiter", "end"), list(product(ENCODINGS, ",;\t|", ENDS)))
def test_every_encoding_delimiter_and_line_end_gives_the_same_orders(encoding: str, delimiter: str, end: str) -> None:
    city = WORDS.get(encoding, "Zürich")
    rows = [
        ["customerOrderNumber", "ingramPartNumber", "quantity", "shipToInfo.city", "ref.note"],
        ["A1", "DF1", "2", city, 'a;b,c|d "e"'],
        ["A1", "DF2", "1", city, 'a;b,c|d "e"'],
        ["A2", "DF1", "1", "", ""],
    ]
    content = table(rows, delimiter, ENDS[end]).encode(encoding)
    said = {} if encoding.startswith("utf") else {"encoding": encoding}
    with read_orders(io.BytesIO(content), kind="csv", **said) as file:
        items = list(file)
    assert [lines_of(item.order) for item in items] == [["DF1*2", "DF2*1"], ["DF1*1"]]
    assert [item.order.get("shipToInfo") for item in items] == [{"city": city}, None]
    assert [item.source for item in items] == [("-", "2-3"), ("-", "4")]
    assert file.check.delimiter == delimiter


def test_mixed_line_ends_count_one_line_each_also_in_quotes() -> None:
    content = HEADER.replace(b"\n", b",ref.n\r") + b'A1,DF1,1,"x"\r\nA2,DF1,1,x\nA3,DF1,"1\r\n\r\n",x\rA4,DF1,y,z\n'
    assert [(each.line, each.code) for each in checked(content).errors] == [
        (4, "control-character"),
        (7, "bad-quantity"),
    ]


def test_a_bad_byte_at_the_end_of_a_chunk_is_found_at_its_place() -> None:
    content = HEADER + b"A1,DF1,1\n" * 30_000
    cut = (1 << 18) - len("ä")
    content = content[:cut] + "ä".encode() + b"\xe4," + content[cut:]
    (error,) = checked(content).errors
    assert error.code == "bad-byte"
    assert f"byte {cut + 3:,} of" in error.message
    assert error.line == content[:cut].count(b"\n") + 1


PEAK = """
import re, sys
from pathlib import Path
from xi.sdk.resellers.ordering import read_order_files

def peak(paths):
    with read_order_files(paths) as files:
        assert sum(len(each.order["lines"]) for each in files) == files.totals.lines, files
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

few, *many = sys.argv[1:]
before = peak([few])
print(peak(many) - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize("files", [1, 3])
def test_100_000_rows_take_constant_memory(files: int, tmp_path: Path) -> None:
    def written(name: str, count: int) -> str:
        rows = (b"PO-%s-%d,DF%06d,%d\n" % (name.encode(), n // 100, n, n % 9 + 1) for n in range(count))
        (tmp_path / f"{name}.csv").write_bytes(HEADER + b"".join(rows))
        return str(tmp_path / f"{name}.csv")

    paths = [written("few", 5_000), *(written(f"m{number}", 100_000 // files) for number in range(files))]
    command = [sys.executable, "-c", PEAK, *paths]
    grown = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    # The rows alone would take over 30 MiB, as lists of texts; 1,000 POs with 16 bytes each are nothing beside that.
    assert grown < 2 << 10, f"{grown} KiB"


def test_the_orders_can_be_read_again_until_the_file_is_closed() -> None:
    with read_orders(io.BytesIO(HEADER + b"A1,DF1,1\nA2,DF1,1\n"), kind="csv") as file:
        first = iter(file)
        next(first)
        assert len(list(file)) == 2, "two readers do not disturb each other"
        assert next(first).order["customerOrderNumber"] == "A2"
    with pytest.raises(ApiValueError, match="closed"):
        next(iter(file))


def test_a_check_counts_what_is_in_the_file() -> None:
    check = checked(HEADER + b"A1,DF1,2\nA1,DF2,30\n,,\nA2,DF1,x\nA3,DF1,1\nA3,DF1,4\n", equal_rows=True)
    counts = (check.rows, check.lines, check.empty, check.refused_rows, check.orders, check.refused_orders)
    assert counts == (6, 5, 1, 1, 2, 1)
    assert (check.totals.orders, check.totals.lines, check.totals.units) == (2, 4, 37)
    assert (check.largest, check.largest_line, check.header) == (30, 3, 1)
    assert [item.source for item in check.first] == [("-", "2-3"), ("-", "6-7")]
    assert "orders    2 of 4 lines, 37 units; largest 30 (line 3)        refused 1" in str(check)


def test_a_check_is_a_plain_dict_for_json() -> None:
    bad = checked(HEADER + b"A1,DF1,x\nA2,815,7\n").as_item()
    assert json.loads(json.dumps(bad)) == bad
    assert {name: value for name, value in bad.items() if name not in ("sha256", "warnings")} == {
        "file": "-", "kind": "csv", "encoding": "utf-8", "delimiter": ",", "header": 1, "decimal": None,
        "read": ["customerOrderNumber", "ingramPartNumber", "quantity"], "not_read": [],
        "rows": 2, "lines": 2, "empty": 0, "left_out": {}, "refused_rows": 1,
        "orders": 1, "order_lines": 1, "units": 7, "largest": {"quantity": 7, "line": 3}, "refused_orders": 1,
        "errors": [{
            "file": "-", "line": 2, "item": None, "column": 3, "name": "quantity", "code": "bad-quantity",
            "value": "x", "po": "A1", "hint": None, "message": "is not a whole number in this reading",
        }],
    }  # fmt: skip
    assert (len(bad["sha256"]), len(bad["warnings"])) == (64, 1)
    empty = checked(b"").as_item()
    assert (empty["encoding"], empty["sha256"], empty["largest"], empty["errors"][0]["line"]) == (None,) * 4
    assert empty.keys() == bad.keys()


def test_a_check_does_not_count_the_first_order_of_a_po_that_comes_back() -> None:
    check = checked(HEADER + b"A1,DF1,2\nA2,DF1,1\nA1,DF2,5\n")
    assert (check.orders, check.units, check.refused_orders) == (1, 1, 2)


def test_a_stream_of_text_is_refused() -> None:
    with pytest.raises(TypeError, match="stream of bytes"):
        check_file(io.StringIO("x"), kind="csv")  # type: ignore[arg-type]


def test_bad_orders_left_out_are_still_named() -> None:
    with read_orders(io.BytesIO(HEADER + b"A1,DF1,x\nA2,DF1,1\n"), kind="csv", skip_bad=True) as file:
        assert [item.order["customerOrderNumber"] for item in file] == ["A2"]
    assert [each.po for each in file.check.errors] == ["A1"]
    with pytest.raises(FileRefusedError, match="A1 is refused"):
        orders_of(HEADER + b"A1,DF1,x\nA2,DF1,1\n")
