"""A walk writes the whole catalogue once, goes on after a break, and compares complete walks only."""

from __future__ import annotations

import csv
import errno
import json
import logging
import os
import re
import sqlite3
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from catalog_kit import LIST, Asked, answer, awaited, blocking, both
from catalog_walk_kit import Catalog, skus, walk

from xi.sdk.resellers import catalog_walk
from xi.sdk.resellers.catalog_walk import Options, Progress, Walk
from xi.sdk.resellers.catalog_walk._quota import Quota
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, ServiceException
from xi.sdk.resellers.paging import RepeatedPageException

pytestmark = pytest.mark.usefixtures("waits")


@both
@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_walk_goes_on_where_it_was_stopped(run: Any, kind: str, tmp_path: Path, waits: list[float]) -> None:
    out = tmp_path / f"all.{kind}"
    pages = [["a", "b"], ["b", "c"], answer(500), ["e"]]
    stopped = walk(run, Catalog(*pages, found=5), out)
    assert isinstance(stopped.error, ServiceException)
    assert not out.exists()
    # What was written after the state was saved does not count.
    with (tmp_path / f"all.{kind}.rows").open("a") as rows:
        rows.write('{"ingramPartNumber": "half' * 99)
    pages[2] = ["d"]
    told: list[Progress] = []
    found = walk(run, Catalog(*pages, found=5), out, on_page=told.append)
    assert [each.query["pageNumber"] for each in found.asked] == [["3"], ["4"], ["5"], ["5"]]
    assert waits == [2.0], "the end is asked for twice"
    result: Walk = found.value
    assert skus(out) == ["a", "b", "c", "d", "e"]
    assert (result.path, result.is_complete, result.rows, result.stated, result.pages, result.doubles) == (
        out,
        True,
        5,
        5,
        4,
        1,
    )
    assert (result.since, result.came, list(result.changes())) == (None, None, [])
    assert [(each.page, each.rows, each.wait) for each in told] == [(3, 4, 0.0), (4, 5, 0.0), (5, 5, 2.0), (5, 5, 0.0)]
    assert {each.name for each in tmp_path.iterdir()} == {f"all.{kind}", f"all.{kind}.index"}


@both
def test_rows_have_the_columns_of_the_contract_however_keys_are_spelt(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    product = {"IngramPartNumber": "a", "Description": "x", "newProduct": "True"}
    page = answer(200, [{"RecordsFound": "1", "Catalog": product}])
    result: Walk = walk(run, Catalog(page, found=1), out).value
    assert (skus(out), result.unnamed) == (["a"], 0)
    with out.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["description"], row["newProduct"], row["other"]) == ("x", "True", "")


def test_a_catalogue_that_never_comes_in_full_can_be_accepted(tmp_path: Path) -> None:
    found = walk(blocking, Catalog(["a"], found=2), tmp_path / "all.csv", least=0.5)
    assert found.value.is_complete


@both
def test_an_end_that_is_none_is_found_out(run: Any, tmp_path: Path, waits: list[float]) -> None:
    catalog = Catalog(["a"], answer(404, LIST), ["c"], found=3)
    once = iter([answer(404, LIST)])

    def handler(asked: Asked) -> Any:
        if asked.query["pageNumber"] == ["2"]:
            return next(once, None) or answer(200, {"recordsFound": 3, "catalog": [{"ingramPartNumber": "b"}]})
        return catalog(asked)

    found = run(handler, lambda api: catalog_walk.walk(api, tmp_path / "all.csv"))
    assert (found.value.is_complete, skus(tmp_path / "all.csv")) == (True, ["a", "b", "c"])
    assert waits == [2.0, 2.0]


@both
def test_a_server_that_ignores_the_page_ends_the_walk(run: Any, tmp_path: Path) -> None:
    found = walk(run, Catalog(*[["a", "b"]] * 5, found=500), tmp_path / "all.csv")
    assert isinstance(found.error, RepeatedPageException)
    assert not (tmp_path / "all.csv").exists()


@both
def test_a_part_of_the_minute_is_left_to_others(run: Any, tmp_path: Path, waits: list[float]) -> None:
    left = iter(["12", "11", "10", "59", "x", "10", "10"])

    def handler(asked: Asked) -> Any:
        reset = str(int((time.time() + 30) * 1000))
        pages = Catalog(*"abcde", X_RateLimit_Remaining=next(left), X_RateLimit_Reset=reset)
        pages.pages = [[each] for each in "abcde"]
        return pages(asked)

    found = run(handler, lambda api: catalog_walk.walk(api, tmp_path / "all.csv", Options(reserve=10)))
    assert found.value.rows == 5
    # Until the minute is over; on a slow machine a part of it has passed.
    assert [15 < each < 30.5 for each in waits] == [True, True], waits


def test_a_stated_quota_is_kept_where_the_server_says_nothing() -> None:
    quota = Quota(10, 12)
    assert [quota.wait({}, now) for now in (1000.0, 1001.0, 1061.5)] == [0.0, 59.0, 0.0]
    silent = Quota(10, None)
    assert [silent.wait(None, 1000.0 + each) for each in range(100)] == [0.0] * 100


def test_the_row_has_all_that_came(tmp_path: Path) -> None:
    product = {
        "ingramPartNumber": "001",
        "description": '\u00e9t\u00e9, "quoted"\n',
        "links": [{"href": "/catalog/001"}],
        "brandNew": {"since": 1},
    }
    body = {"recordsFound": 1, "catalog": [product]}
    pages = Catalog(answer(200, body))
    for kind in ("csv", "parquet", "jsonl"):
        out = tmp_path / f"all.{kind}"
        assert walk(blocking, pages, out).value.rows == 1
    assert json.loads((tmp_path / "all.jsonl").read_text()) == product
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row) == catalog_walk.columns()
    assert row["ingramPartNumber"] == "001"
    assert json.loads(row["links"]) == product["links"]
    assert json.loads(row["other"]) == {"brandNew": {"since": 1}}
    import pyarrow.parquet as pq

    (read,) = pq.read_table(tmp_path / "all.parquet").to_pylist()
    assert (read["ingramPartNumber"], read["vendorName"], read["other"]) == ("001", None, row["other"])


@both
def test_another_walk_is_not_gone_on_with(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    walk(run, Catalog(["a"], answer(500)), out)
    other = walk(run, Catalog(["a"]), out, filters={"vendor": ["Maker"]})
    assert isinstance(other.error, ApiValueError)
    assert "is the state of another walk" in str(other.error)
    assert walk(run, Catalog(["a"]), out, filters={"vendor": ["Maker"]}, restart=True).value.rows == 1


def test_a_state_that_cannot_be_used_begins_the_walk_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    out, state, rows = (tmp_path / f"all.csv{ending}" for ending in ("", ".state.json", ".rows"))
    caplog.set_level(logging.WARNING, "xi.sdk.resellers")

    def stop() -> None:
        walk(blocking, Catalog(["a"], ["b"], answer(500)), out)

    def damage(text: str) -> None:
        state.write_text(text)

    for spoil in (
        lambda: damage("{"),
        lambda: damage("[]"),
        lambda: damage(state.read_text().replace('"page": 3', '"page": "3"')),
        rows.unlink,
    ):
        stop()
        spoil()
        found = walk(blocking, Catalog(["a"], ["b"]), out)
        assert found.asked[0].query["pageNumber"] == ["1"]
        assert skus(out) == ["a", "b"]
        out.unlink()
    stop()
    assert walk(blocking, Catalog(["a"], ["b"]), out, resume_within=0).value.rows == 2
    assert [each.getMessage()[:26] for each in caplog.records if "anew" in each.getMessage()] == [
        "the walk is begun anew, si"
    ] * 5


def test_two_walks_do_not_write_one_table(tmp_path: Path) -> None:
    out = tmp_path / "all.csv"

    def second(_: Progress) -> None:
        errors.append(walk(blocking, Catalog(["a"]), out).error)

    errors: list[Any] = []
    assert walk(blocking, Catalog(["a"]), out, on_page=second).value.rows == 1
    assert "another walk is writing this table" in str(errors[0])
    (tmp_path / "all.csv.index").write_bytes(b"no database, but long enough to be taken for something else" * 20)
    assert "delete it to begin without it" in str(walk(blocking, Catalog(["a"]), out).error)


@pytest.mark.parametrize("beside", ["all.csv.index", "all.csv.index-journal"])
def test_an_index_that_cannot_be_written_is_told_as_any_other_file(beside: str, tmp_path: Path) -> None:
    (tmp_path / beside).mkdir()
    ran = walk(blocking, Catalog(["a"]), tmp_path / "all.csv")
    assert (type(ran.error) in {IsADirectoryError, PermissionError}, ran.asked) == (True, []), ran.error
    assert ran.error.filename == str(tmp_path / "all.csv.index")
    (tmp_path / beside).rmdir()
    assert walk(blocking, Catalog(["a"]), tmp_path / "all.csv").value.is_complete


@pytest.mark.parametrize("pages", [1, 10])
def test_a_full_disk_is_told_and_the_index_need_not_be_deleted(
    pages: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "all.csv"
    many = Catalog([f"{number:0100}" for number in range(900)])
    connect = sqlite3.connect

    def narrow(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as full:
        full.setattr(sqlite3, "connect", narrow)
        error = walk(blocking, many, out).error
    assert (type(error), getattr(error, "errno", None)) == (OSError, errno.ENOSPC), error
    assert "delete" not in str(error)
    assert walk(blocking, many, out).value.rows == 900


WRONG: dict[str, tuple[str, dict[str, Any], dict[str, Any], type[Exception], str]] = {
    "kind": ("all.xlsx", {}, {}, ApiValueError, "it should end with .csv, .jsonl or .parquet"),
    "page size": ("all.csv", {"page_size": 101}, {}, ApiValueError, "page_size is 101; it should be 1 to 100"),
    "reserve": ("all.csv", {"reserve": -1}, {}, ApiValueError, "reserve is -1"),
    "least": ("all.csv", {"least": 95}, {}, ApiValueError, "least is 95; it should be a part, 0 to 1"),
    "folder": ("none/all.csv", {}, {}, ApiValueError, "but there is no folder"),
    "state": (
        "all.csv",
        {"state": "none/state.json"},
        {},
        ApiValueError,
        "but there is no folder",
    ),
    "filter": ("all.csv", {}, {"sku": "A"}, ApiTypeError, "the catalogue has no filter 'sku'; it has type,"),
}


NO_FILES: dict[str, Any] = {
    "a folder": Path.mkdir,
    "a pipe": getattr(os, "mkfifo", Path.mkdir),  # Windows has none
    "a link to itself": lambda place: place.symlink_to(place),
}


@both
@pytest.mark.parametrize(("name", "options", "filters", "kind", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_walked_is_not_begun(
    run: Any, tmp_path: Path, name: str, options: Any, filters: Any, kind: type[Exception], message: str
) -> None:
    found = walk(run, Catalog(["a"]), tmp_path / name, filters, **options)
    assert isinstance(found.error, kind)
    assert re.search(re.escape(message), str(found.error))
    assert (found.asked, list(tmp_path.iterdir())) == ([], [])


@both
def test_rows_that_are_damaged_are_named(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    assert isinstance(walk(run, Catalog(["a"], answer(500)), out).error, ServiceException)
    rows = tmp_path / "all.csv.rows"
    rows.write_bytes(b"?" * rows.stat().st_size)
    found = walk(run, Catalog(["a"], ["b"]), out)
    assert isinstance(found.error, ApiValueError)
    assert f"{rows} is damaged" in str(found.error)
    assert walk(run, Catalog(["a"], ["b"]), out, restart=True).value.rows == 2


@both
def test_a_link_stays_one_and_what_it_names_is_replaced(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    table, link = folder / "all", tmp_path / "all.csv"
    link.symlink_to(table)
    assert walk(run, Catalog(["a"]), link).value.path == table.resolve()
    assert walk(run, Catalog(["b"]), link).value.came == 1
    assert (link.is_symlink(), skus(link), table.read_text()) == (True, ["b"], link.read_text())
    assert [each.name for each in tmp_path.iterdir() if each != folder] == ["all.csv"]


def kind_and_content(path: Path) -> tuple[int, ...]:
    """Return what a write, or another thing in this place, would change; when it was last read is left out."""
    found = path.lstat()
    return found.st_mode, found.st_dev, found.st_ino, found.st_nlink, found.st_size, found.st_mtime_ns


@both
@pytest.mark.parametrize("make", NO_FILES.values(), ids=NO_FILES)
def test_what_is_no_file_is_not_replaced(run: Any, tmp_path: Path, make: Any) -> None:
    made, link = tmp_path / "made.csv", tmp_path / "link.csv"
    make(made)
    link.symlink_to(made)
    for place, options in ((made, {}), (link, {}), (tmp_path / "all.csv", {"state": made})):
        before = kind_and_content(made)
        found = walk(run, Catalog(["a"]), place, **options)
        assert isinstance(found.error, ApiValueError)
        assert "which is no file and cannot be replaced" in str(found.error)
        assert (found.asked, kind_and_content(made)) == ([], before)
    assert {each.name for each in tmp_path.iterdir()} == {"made.csv", "link.csv"}


def test_parquet_names_the_extra_before_anything_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = walk(awaited, Catalog(["a"]), tmp_path / "all.parquet")
    assert str(found.error) == 'a Parquet table needs pyarrow (the extra "parquet"): pip install "pyarrow>=18"'
    assert found.asked == []


def test_memory_does_not_grow_with_the_catalogue(tmp_path: Path) -> None:
    def handler(asked: Asked) -> Any:
        number = int(asked.query["pageNumber"][0])
        if number > 50:
            return answer(404, LIST)
        items = [{"ingramPartNumber": f"{number:03}{each:03}", "description": "x" * 200} for each in range(100)]
        return answer(200, {"recordsFound": 5_000, "catalog": items})

    peaks: list[int] = []

    def on_page(progress: Progress) -> None:
        if progress.page == 10:
            tracemalloc.start()
        elif progress.page > 10:
            peaks.append(tracemalloc.get_traced_memory()[1])

    from catalog_kit import ACCOUNT, Blocking

    from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi

    server = Blocking(handler)
    server.asked = _Forgetful()
    api = ProductCatalogApi(ApiClient(Configuration(access_token="t"), transport=server)).bound(ACCOUNT)
    try:
        found = catalog_walk.walk(api, tmp_path / "all.csv", Options(on_page=on_page))
        peaks.append(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()
    assert found.rows == 5_000
    assert peaks[-1] < 900_000, "4,000 products of 300 bytes are more than that"


class _Forgetful(list[Any]):
    def append(self, item: Any) -> None:
        pass


@both
def test_products_that_came_twice_do_not_stand_in_for_those_that_did_not_come(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    assert walk(run, Catalog(["a", "b"], ["c", "d"]), out).value.is_complete
    moved = walk(run, Catalog(["a", "b"], ["a", "c"], found=4), out).value
    assert (moved.is_complete, moved.gone, skus(out)) == (False, None, ["a", "b", "c", "d"])


@both
@pytest.mark.parametrize("how", ["a restarted walk that was killed", "another table with this state"])
def test_a_state_of_other_rows_is_not_gone_on_with(run: Any, how: str, tmp_path: Path) -> None:
    out, state = tmp_path / "all.jsonl", tmp_path / "state.json"
    assert walk(run, Catalog(["a", "b"], answer(500)), out, state=state).error
    before = state.read_bytes()
    longer = Catalog(["longer than a and b", "even longer"], answer(500))
    if how.startswith("another"):
        other = tmp_path / "other.jsonl"
        assert walk(run, longer, other, state=state, restart=True).error
    else:
        assert walk(run, longer, out, state=state, restart=True).error
        state.write_bytes(before)  # it was killed between its first row and its first state
    found = walk(run, Catalog(["x"], ["y"]), out, state=state)
    assert (found.asked[0].query["pageNumber"], skus(out)) == (["1"], ["x", "y"])
