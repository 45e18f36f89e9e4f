"""Several files as one run, and files that are none or change while they are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from files_kit import HEADER, lines_of

from xi.sdk.resellers import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import FileRefusedError, OrderFiles, Totals, read_order_files, read_orders
from xi.sdk.resellers.ordering.files import _bytes as bytes_module


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., list[Path]]:
    """Write each text as a CSV file, a.csv, b.csv and so on."""

    def write(*rows: bytes) -> list[Path]:
        paths = [tmp_path / f"{chr(ord('a') + index)}.csv" for index in range(len(rows))]
        for path, each in zip(paths, rows, strict=True):
            path.write_bytes(HEADER + each)
        return paths

    return write


def orders(files: OrderFiles) -> dict[str, list[str]]:
    return {each.order["customerOrderNumber"]: lines_of(each.order) for each in files}


def test_files_give_their_orders_one_after_another_as_often_as_asked(written: Callable[..., list[Path]]) -> None:
    paths = written(b"A2,DF1,1\nA1,DF1,2\n", b"A3,DF1,3\nA3,DF2,4\n")
    with read_order_files(paths) as files:
        wanted = {"A2": ["DF1*1"], "A1": ["DF1*2"], "A3": ["DF1*3", "DF2*4"]}
        assert orders(files) == orders(files) == wanted
        assert [each.source for each in files] == [("a.csv", "2"), ("a.csv", "3"), ("b.csv", "2-3")]
        assert files.totals == Totals(orders=3, lines=4, units=10)
        assert [each.orders for each in files.checks] == [2, 1]
        assert repr(files) == "OrderFiles('a.csv, b.csv', 3 orders)"
    with pytest.raises(ApiValueError, match="closed"):
        next(iter(files))


@pytest.mark.parametrize(
    ("second", "code", "words"),
    [
        (b"A1", "po-in-two-files", "is in a.csv:3 too"),
        (b"a1", "po-spelling", "is the PO of a.csv:3 in another spelling"),
    ],
)
def test_a_po_in_two_files_is_refused_in_both(
    written: Callable[..., list[Path]], second: bytes, code: str, words: str
) -> None:
    paths = written(b"A0,DF1,1\nA1,DF1,70\n", b"B1,DF1,1\n", b"C1,DF1,5\n%s,DF2,9\n" % second)
    with pytest.raises(FileRefusedError) as caught:
        read_order_files(paths)
    assert [(each.place, each.code, each.po) for each in caught.value.errors] == [("c.csv:3:1", code, second.decode())]
    assert words in str(caught.value)
    assert [(each.orders, each.refused_orders) for each in caught.value.checks] == [(1, 1), (1, 0), (1, 1)]
    with read_order_files(paths, skip_bad=True) as files:
        assert orders(files) == {"A0": ["DF1*1"], "B1": ["DF1*1"], "C1": ["DF1*5"]}
        assert files.totals == Totals(orders=3, lines=3, units=7)
        assert files.checks[0].largest == 1
        assert [item.order["customerOrderNumber"] for item in files.checks[0].first] == ["A0"]


def test_a_file_that_is_given_twice_is_one_message(written: Callable[..., list[Path]]) -> None:
    (path,) = written(b"".join(b"A%d,DF1,1\n" % number for number in range(30)))
    with pytest.raises(FileRefusedError, match="30 order numbers are in two files") as caught:
        read_order_files([path, str(path)])
    assert {each.file for each in caught.value.errors} == {str(path)}, "names that end alike are shown whole"
    assert [each.orders for each in caught.value.checks] == [0, 0]


def test_nothing_is_given_if_a_later_file_is_refused(written: Callable[..., list[Path]]) -> None:
    paths = written(b"A1,DF1,1\n", b"A2,DF1\n", b"A1,DF1,2\n")
    with pytest.raises(FileRefusedError) as caught:
        read_order_files(paths, skip_bad=True)
    assert [(each.place, each.code) for each in caught.value.errors] == [
        ("b.csv:2", "cell-count"),
        ("c.csv:2:1", "po-in-two-files"),
    ]
    assert [each.orders for each in caught.value.checks] == [0, 0, 0]


@pytest.mark.parametrize(
    ("expect", "refused"),
    [
        (Totals(), []),
        (Totals(orders=2, lines=3, units=6), []),
        (Totals(orders=3), ["2 orders can be placed, and 3 are expected"]),
        (Totals(lines=2, units=5), ["3 lines can be placed, and 2 are", "6 units can be placed, and 5 are"]),
    ],
)
def test_other_totals_of_all_files_refuse_them(
    written: Callable[..., list[Path]], expect: Totals, refused: list[str]
) -> None:
    paths = written(b"A1,DF1,1\nA1,DF2,2\n", b"A2,DF1,3\n")
    if not refused:
        read_order_files(paths, expect=expect).close()
        return
    with pytest.raises(FileRefusedError) as caught:
        read_order_files(paths, expect=expect, skip_bad=True)
    assert [(each.file, each.code) for each in caught.value.errors] == [("2 files", "other-totals")] * len(refused)
    assert all(words in each.message for words, each in zip(refused, caught.value.errors, strict=True))


def test_the_options_hold_for_each_file_and_unknown_ones_are_refused(written: Callable[..., list[Path]]) -> None:
    paths = written(b"A1,DF1,1\nA1,DF1,1\n", b"A2,DF1,20000\n")
    with read_order_files(paths, equal_rows=True, max_quantity=20_000) as files:
        assert files.totals.units == 20_002
    wrong: Any = {"colour": "red"}
    with pytest.raises(TypeError, match="colour"):
        read_order_files(paths, **wrong)
    with pytest.raises(ApiValueError, match="at least one file"):
        read_order_files([])
    with pytest.raises(ApiTypeError, match="a list of paths"):
        read_order_files(str(paths[0]))


MEANWHILE: list[tuple[str, Callable[[Path], object], str]] = [
    ("a row more", lambda path: path.write_bytes(path.read_bytes() + b"A2,DF1,1\n"), "changed"),
    ("cut", lambda path: os.truncate(path, 10), "changed"),
    ("written over", lambda path: (path.write_bytes(path.read_bytes()), os.utime(path, (1, 1))), "changed"),
    ("deleted", Path.unlink, "moved or deleted"),
    ("moved", lambda path: path.rename(path.with_name("b.csv")), "moved or deleted"),
    ("another in its place", lambda path: path.with_name("c").write_bytes(b"") or path.with_name("c").replace(path), "replaced"),  # noqa: E501 - a case of a table is one line
]  # fmt: skip


@pytest.mark.parametrize(("change", "words"), [each[1:] for each in MEANWHILE], ids=[each[0] for each in MEANWHILE])
def test_a_file_that_changes_while_it_is_read_is_refused(
    written: Callable[..., list[Path]], monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], words: str
) -> None:
    (path,) = written(b"A1,DF1,1\n")
    copies: Any = bytes_module
    copy = copies._copy

    def slow(*arguments: Any) -> int:
        size = copy(*arguments)
        change(path)
        return size

    monkeypatch.setattr(copies, "_copy", slow)
    with pytest.raises(FileRefusedError, match=words) as caught:
        read_orders(path, skip_bad=True)
    assert [each.code for each in caught.value.errors] == ["file-changed"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes in folders")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "orders.csv", tmp_path / "pipe.csv"
    folder.mkdir()
    os.mkfifo(pipe)
    for path, words in ((folder, "a folder"), (pipe, "a pipe"), (Path("/dev/null"), "a device")):
        with pytest.raises(FileRefusedError, match=f"this is {words}, not a file") as caught:
            read_orders(path, kind="csv")
        assert [each.code for each in caught.value.errors] == ["not-a-file"]
    with pytest.raises(FileNotFoundError):
        read_orders(tmp_path / "none.csv")
