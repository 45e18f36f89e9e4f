"""Every form of output, and what it promises to whoever reads it."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column, Mode, Output, schema_names, schema_text
from xi.sdk.resellers.ordering import Kind, State

AT = datetime(2026, 11, 3, 9, 12, 4, 987_000, UTC)
EVIL = "A\t[red]:smile:\x1b[31m\r\n\\ü\u202e\x9b\u061c\u200b\u200e\u200f\ufeff\r."
ITEMS: list[dict[str, Any]] = [
    {
        "po": EVIL,
        "state": State.PLACED,
        "kind": Kind.V6,
        "settled": AT,
        "day": date(2026, 11, 3),
        "order_numbers": ["20-A-11", "20-B-11"],
        "total": {"amount": Decimal("812.40"), "currency": "USD"},
        "ref": {"a.b": "=1+1"},
        "adopted": True,
        "rejected": [{"line": "2", "part": "P", "reason": None}],
        "answer": None,
    },
    {
        "po": "-2",
        "state": State.HELD,
        "kind": Kind.V7,
        "settled": None,
        "day": None,
        "order_numbers": [],
        "total": {"amount": None, "currency": None},
        "ref": {},
        "adopted": False,
        "rejected": [],
        "answer": "late",
    },
]
COLUMNS = (
    Column("po"),
    Column("state"),
    Column("settled"),
    Column("day"),
    Column("order_numbers", "numbers"),
    Column("total.amount", is_right=True),
    Column("ref", in_table=False),
    Column("adopted"),
    Column("rejected", in_table=False),
    Column("answer", is_cut=True),
)


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def written(mode: Mode, items: Sequence[dict[str, Any]] = ITEMS, columns: Any = COLUMNS, **options: Any) -> str:
    """Return what rows look like."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    out = Output(mode, stream=stream, **({"width": 500} | options))  # not that of whoever runs the tests
    assert out.rows("list", columns, items) == len(items)
    out.close(ok=True)
    return raw.getvalue().decode("utf-8")


def test_plain_is_a_row_a_line_in_which_nothing_is_cut_and_nothing_is_read_as_a_control() -> None:
    assert written(Mode.PLAIN) == (
        "PO\tSTATE\tSETTLED\tDAY\tORDER_NUMBERS\tTOTAL.AMOUNT\tREF\tADOPTED\tREJECTED\tANSWER\n"
        r"A\t[red]:smile:\x1b[31m\r\n\\ü\u202e\x9b\u061c\u200b\u200e\u200f\ufeff\r." + "\t"
        "placed\t2026-11-03T09:12:04Z\t2026-11-03\t20-A-11 20-B-11\t812.40\t"
        '{"a.b":"=1+1"}\ttrue\t[{"line":"2","part":"P","reason":null}]\t\n'
        "-2\theld\t\t\t\t\t\tfalse\t\tlate\n"
    )
    assert written(Mode.PLAIN, header=False).count("\n") == 2
    # Printable all the same: without the second backslash it would be read as a tab.
    assert written(Mode.PLAIN, [{"po": r"C:\tmp"}], [Column("po")], header=False) == "C:\\\\tmp\n"


def test_json_is_one_document_in_which_the_absent_is_null_and_money_is_as_it_was_sent() -> None:
    text = written(Mode.JSON)
    document = json.loads(text)
    assert document["schema"] == "xi-orders/list/1"
    assert document["complete"] is True
    first, second = document["items"]
    assert first["po"] == EVIL
    assert (first["settled"], first["day"]) == ("2026-11-03T09:12:04Z", "2026-11-03")
    assert first["total"] == {"amount": "812.40", "currency": "USD"}
    assert second["answer"] == "late"
    assert first["answer"] is None
    assert not set("\x1b\u202e\x9b\u061c\u200b\u200e\u200f\ufeff\r") & set(text)
    assert "ü" in text


def test_json_lines_have_the_schema_in_each_and_a_summary_at_the_end() -> None:
    raw = io.StringIO()
    Output(Mode.JSONL, stream=raw).rows("place", COLUMNS, ITEMS, summary=lambda: {"orders": 2}, complete=lambda: False)
    lines = [json.loads(each) for each in raw.getvalue().splitlines()]
    assert [each["schema"] for each in lines] == ["xi-orders/place/1"] * 2 + ["xi-orders/place-summary/1"]
    assert lines[2] == {"schema": "xi-orders/place-summary/1", "complete": False, "orders": 2}


def test_csv_is_read_back_as_it_was() -> None:
    text = written(Mode.CSV)
    assert text.count("\r\n") == 4  # three ends of rows, and one in a value
    header, first, second = csv.reader(io.StringIO(text, newline=""))
    assert header == [each.name for each in COLUMNS]
    assert first[0] == "A\t[red]:smile:\\x1b[31m\r\n\\ü\\u202e\\x9b\\u061c\\u200b\\u200e\\u200f\\ufeff\\r."
    assert first[4:6] == ["20-A-11 20-B-11", "812.40"]
    assert second == ["-2", "held", "", "", "", "", "", "false", "", "late"]


def test_a_spreadsheet_gets_a_mark_of_the_encoding_and_runs_nothing() -> None:
    text = written(Mode.CSV, excel=True, fields=("po", "ref.a.b"))
    assert text.startswith("\ufeffpo,ref.a.b\r\n")
    assert text.endswith("'-2,\r\n")
    assert ",'=1+1\r\n" in text
    with pytest.raises(CommandError, match="--excel is for CSV alone"):
        Output(Mode.JSON, stream=io.StringIO(), excel=True)


def test_fields_are_chosen_by_their_paths() -> None:
    paths = ("order_numbers", "total.amount", "ref.a.b", "rejected.part")
    assert written(Mode.PLAIN, fields=paths).splitlines() == [
        "ORDER_NUMBERS\tTOTAL.AMOUNT\tREF.A.B\tREJECTED.PART",
        "20-A-11 20-B-11\t812.40\t=1+1\tP",
        "\t\t\t",
    ]
    document = json.loads(written(Mode.JSON, fields=paths))
    assert document["items"] == [
        {
            "order_numbers": ["20-A-11", "20-B-11"],
            "total": {"amount": "812.40"},
            "ref": {"a.b": "=1+1"},
            "rejected": [{"part": "P"}],
        },
        {"order_numbers": [], "total": {"amount": None}, "ref": {"a.b": None}, "rejected": []},
    ]


@pytest.mark.parametrize("field", ["stat", "total.amounts", "po.x"])
def test_an_unknown_field_is_refused_before_anything_is_written_and_the_known_ones_are_named(field: str) -> None:
    stream = io.StringIO()
    out = Output(Mode.CSV, stream=stream, fields=("po", field))
    with pytest.raises(CommandError, match=r"there are po, customer, .*total, total.amount, total.currency") as caught:
        out.rows("list", COLUMNS, ITEMS)
    assert (caught.value.code, caught.value.word) == (Code.USAGE, "unknown-field")
    assert stream.getvalue() == ""


def test_rows_are_written_as_they_come_and_a_failure_leaves_a_document_that_says_so() -> None:
    stream = io.StringIO()
    seen: list[int] = []

    def items() -> Iterator[dict[str, Any]]:
        for each in ITEMS:
            seen.append(stream.getvalue().count('"state"'))
            yield each
        raise LookupError

    with pytest.raises(LookupError):
        Output(Mode.JSON, stream=stream).rows("list", COLUMNS, items())
    assert seen == [0, 1]
    assert json.loads(stream.getvalue())["complete"] is False


def test_a_number_of_a_schema_that_there_is_not_is_refused() -> None:
    Output(Mode.JSON, stream=io.StringIO(), schema=1)
    with pytest.raises(CommandError, match="--schema is 2; there is only 1"):
        Output(Mode.JSON, stream=io.StringIO(), schema=2)


@pytest.mark.parametrize("name", schema_names())
def test_every_schema_is_one_and_stands_alone(name: str) -> None:
    schema = json.loads(schema_text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert ".json#" not in schema_text(name)


# -- tables


def test_a_table_is_for_eyes_with_local_times_whose_zone_is_named_once(in_zone: Callable[[str], None]) -> None:
    in_zone("America/New_York")
    columns = [each for each in COLUMNS if each.name != "po"]
    assert [each.rstrip() for each in written(Mode.TABLE, columns=columns).splitlines()] == [
        "STATE   SETTLED              DAY         NUMBERS           AMOUNT  ADOPTED  ANSWER",
        "placed  2026-11-03 04:12:04  2026-11-03  20-A-11, 20-B-11  812.40  true",
        "held                                                               false    late",
        "times: EST",
    ]
    assert written(Mode.TABLE, utc=True).splitlines()[1].split("  ")[2] == "2026-11-03 09:12:04"
    assert written(Mode.TABLE, utc=True).endswith("\ntimes: UTC\n")


def test_a_table_reads_no_markup_and_obeys_no_control() -> None:
    text = written(Mode.TABLE, color=False)
    assert r"A\t[red]:smile:\x1b[31m\r\n\ü\u202e\x9b\u061c\u200b\u200e\u200f\ufeff\r." in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", range(20, 100, 5))
def test_a_table_fits_and_cuts_only_what_may_be_cut(width: int) -> None:
    item = {"po": "ACME-4711", "state": "held", "numbers": ["20-RD3QV-11", "20-RD3QW-11"], "answer": "x" * 60}
    columns = [Column("po"), Column("state"), Column("numbers"), Column("answer", is_cut=True)]
    text = written(Mode.TABLE, [item], columns, width=width)
    for each in ("ACME-4711", "held", "20-RD3QV-11, 20-RD3QW-11"):
        assert each in text
    if width >= 9 + 4 + 24 + 8 + 6 + 1:
        assert max(len(each.rstrip()) for each in text.splitlines()) <= width
        assert text.count("…") == 1
    else:
        # It does not fit: each value stands on a line of its own, whole.
        assert "x" * 60 in text
    assert "…" not in text.replace("x…", "")


def test_a_table_says_the_same_without_colour() -> None:
    columns = [Column("po"), Column("state", paint=lambda _: "bold red")]
    colored = written(Mode.TABLE, ITEMS[1:], columns, color=True)
    assert "\x1b[1;31mheld" in colored
    assert "held" in written(Mode.TABLE, ITEMS[1:], columns)


def test_a_long_table_has_one_header_and_all_rows() -> None:
    items = [{"po": f"P-{each}", "state": "placed"} for each in range(1_200)]
    lines = written(Mode.TABLE, items, [Column("po"), Column("state"), Column("answer")]).splitlines()
    assert [each.split()[0] for each in lines] == ["PO", *(f"P-{each}" for each in range(1_200))]
    live = io.StringIO()
    seen: list[int] = []

    def watched() -> Iterator[dict[str, Any]]:
        for each in items[:3]:
            seen.append(live.getvalue().count("P-"))
            yield each

    Output(Mode.TABLE, stream=live).rows("list", [Column("po")], watched(), live=True)
    assert seen == [0, 1, 2]


def test_columns_in_which_nothing_is_are_left_out_and_no_rows_are_said_in_words() -> None:
    items = [{"po": "P-1", "state": None}]
    assert written(Mode.TABLE, items, [Column("po"), Column("state")]).split() == ["PO", "P-1"]
    stream = io.StringIO()
    Output(Mode.TABLE, stream=stream).rows("list", COLUMNS, [], empty="no orders")
    assert stream.getvalue() == "no orders\n"


def test_a_console_that_lacks_a_character_gets_a_question_mark() -> None:
    raw = io.BytesIO()
    out = Output(Mode.TABLE, stream=Terminal(raw, encoding="latin-1"), width=12)
    out.rows("list", [Column("po", is_cut=True)], [{"po": "ü 漢 " + "x" * 30}])
    out.close(ok=True)
    assert "ü ? xxxx" in raw.getvalue().decode("latin-1")


# -- one document


def test_one_document_is_a_line_a_field_unless_lines_are_given() -> None:
    def shown(mode: Mode, lines: Any = None, **options: Any) -> str:
        stream = io.StringIO()
        Output(mode, stream=stream, **options).one("list", ITEMS[1], lines)
        return stream.getvalue()

    assert "STATE\theld\n" in shown(Mode.PLAIN)
    assert shown(Mode.PLAIN, lambda: ["a\tb\x1b"]) == "a\tb\\x1b\n"
    assert shown(Mode.PLAIN, lambda: ["a"], fields=("po", "state")) == "PO\t-2\nSTATE\theld\n"
    assert shown(Mode.CSV, lambda: ["a"], fields=("po", "state")) == "po,state\r\n-2,held\r\n"
    assert json.loads(shown(Mode.JSON))["schema"] == "xi-orders/list/1"
    assert shown(Mode.JSONL).count("\n") == 1
    assert "answer" in shown(Mode.TABLE)
    assert "settled" not in shown(Mode.TABLE)


# -- files


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: (synced.append(os.fstat(number).st_size), real(number)))
    target = tmp_path / "list.csv"
    target.write_text("before")
    target.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(target)

    def write(*, ok: bool) -> None:
        out = Output(Mode.CSV, stream=io.StringIO(), file=link)
        out.rows("list", COLUMNS, ITEMS)
        assert target.read_text() == "before"
        out.close(ok=ok)
        out.close(ok=True)  # again does nothing

    write(ok=False)
    assert target.read_text() == "before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.csv", "list.csv"]
    write(ok=True)
    assert target.read_text().startswith("po,")
    assert synced[0] == target.stat().st_size  # all of it was on the disk before it had its name
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.csv", "list.csv"]


def test_a_new_file_has_the_rights_that_the_user_gives_to_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        out = Output(Mode.PLAIN, stream=io.StringIO(), file=tmp_path / "new")
        out.text(["x"])
        out.close(ok=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_file_that_cannot_be_made_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    for path in (tmp_path / "missing" / "list.csv", tmp_path):
        with pytest.raises(CommandError, match="cannot be written") as caught:
            Output(Mode.CSV, stream=io.StringIO(), file=path)
        assert caught.value.code is Code.USAGE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [Mode.PLAIN, Mode.TABLE])
@pytest.mark.parametrize("width", [None, 10])
def test_a_full_disk_is_told(mode: Mode, width: int | None) -> None:
    out = Output(mode, stream=io.StringIO(), file=Path("/dev/full"), width=width)
    with pytest.raises(CommandError, match="/dev/full cannot be written: the disk is full") as caught:
        out.rows("list", COLUMNS, ITEMS)
    assert (caught.value.code, caught.value.word) == (Code.UNABLE, "cannot-write")
    out.close(ok=False)
