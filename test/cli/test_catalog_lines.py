"""`catalog search`, `find` and `walk`: what is found, what changed, and what is left after a break."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cli_kit import COMMAND, DEADLINE_S, Cli, environment, valid
from family_kit import answering

from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer, generated_catalogue
from xi.sdk.resellers.testing import TOKEN

PRODUCTS = 250
"""Three pages of a hundred, and the one after."""


@contextmanager
def shop(home: Path, **policy: Any) -> Iterator[Cli]:
    """Yield a user of a catalogue of several pages."""
    catalogue = generated_catalogue(PRODUCTS)
    with SandboxServer(Sandbox(catalogue=catalogue, access_tokens={TOKEN}, policy=Policy(**policy))) as server:
        made = Cli(home, server, {"XI_ACCESS_TOKEN": TOKEN})
        made.configure()
        yield made


@pytest.fixture
def big(tmp_path: Path) -> Iterator[Cli]:
    """Yield a user of a catalogue of several pages."""
    with shop(tmp_path) as made:
        yield made


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Cli]:
    """Yield a user who has to wait where many calls are left to others."""
    with shop(tmp_path, rate_limit=RateLimit(calls=60, window=60.0)) as made:
        yield made


def skus(path: Path) -> list[str]:
    """Return the SKUs of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [each["ingramPartNumber"] for each in csv.DictReader(file)]


# -- search and find


def test_a_search_says_when_it_is_cut_and_is_refused_without_a_filter(cli: Cli) -> None:
    cut, whole, none, everything = cli.run_all(
        "catalog search --keyword monitor --limit 2 --json",
        "catalog search --keyword monitor --vendor 'Halcyon Displays' --jsonl",
        "catalog search --keyword nosuchword",
        "catalog search",
    )
    document = valid("catalog-search", cut.json)
    assert (cut.code, document["complete"], len(document["items"])) == (0, False, 2)
    assert cut.err == "there are more; --limit has cut them\n"
    assert {valid("catalog-search", each)["vendor"] for each in whole.lines} == {"Halcyon Displays"}
    assert (none.code, len(none.rows)) == (0, 1)
    assert (everything.code, everything.out) == (2, "")
    assert "hint:  xi-orders catalog walk -o catalogue.csv" in everything.err


def test_a_page_that_fails_is_told_and_what_came_before_it_is_shown(big: Cli) -> None:
    assert big.server is not None
    big.server.sandbox.faults.add("503", "catalog_search", times=None)
    ran = big.run("catalog", "search", "--limit", "300", "--json", "--call-timeout", "5")
    assert (ran.code, valid("catalog-search", ran.json)["complete"]) == (4, False)
    assert json.loads(ran.err.splitlines()[-1])["message"].startswith("a page could not be fetched: 503")


def test_a_search_that_ends_before_all_came_is_not_complete(cli: Cli) -> None:
    def short(_: str, query: dict[str, list[str]]) -> Any:
        return {"recordsFound": 40, "catalog": [{"ingramPartNumber": "A"}] if query["pageNumber"] == ["1"] else []}

    with answering(short) as url:
        ran = cli.run("catalog", "search", "--keyword", "a", "--json", "-q", "--environment", url)
    assert (ran.code, valid("catalog-search", ran.json)["complete"]) == (4, False)
    assert "the list of products ended after 1 of 40" in ran.err


def test_a_number_has_one_sku_or_none_is_chosen(cli: Cli) -> None:
    found, missed, refused = cli.run_all(
        "catalog find AC-MON20 --json", "catalog find AC-MON20 AC-NOSUCH --json", "catalog find AC-MON20 --by ean"
    )
    (item,) = valid("catalog-find", found.json)["items"]
    assert (found.code, item["found"], item["sku"]) == (0, "one", "1C6094")
    assert item["products"][0]["vendor_part"] == "AC-MON20"
    assert missed.code == 1
    assert [each["found"] for each in missed.json["items"]] == ["one", "none"]
    assert refused.code == 2
    assert cli.server is not None
    cli.server.sandbox.faults.add("503", times=None)
    away = cli.run("catalog", "find", "AC-MON20", "--json", "--call-timeout", "0.5")
    assert (away.code, away.json["complete"], away.json["items"][0]["found"]) == (4, False, "failed")


# -- walk


def test_a_walk_writes_a_table_and_tells_what_came_is_gone_and_has_changed(big: Cli) -> None:
    assert big.server is not None
    table = big.home / "c.csv"
    first = big.run("catalog", "walk", "-o", "c.csv", "--json")
    told = valid("catalog-walk", first.json)
    assert (first.code, told["complete"], told["since"], told["rows"]) == (0, True, None, len(skus(table)))
    gone, changed = skus(table)[:2]
    big.server.sandbox.change_part(gone, authorised=False)
    big.server.sandbox.change_part(changed, discontinued=True)
    again = big.run("catalog", "walk", "-o", "c.csv", "--changes", "--json")
    rows = {each["sku"]: each["change"] for each in valid("catalog-change", again.json)["items"]}
    assert again.code == 0
    assert rows[gone] in ("gone", "changed")
    assert f"{len(rows)}" in again.err
    assert "in c.csv · since 20" in again.err


def test_a_walk_that_is_stopped_goes_on_with_the_same_line(slow: Cli) -> None:
    assert slow.server is not None
    table = slow.home / "c.csv"
    with subprocess.Popen(
        [*COMMAND, "catalog", "walk", "-o", "c.csv", "--reserve", "59"],
        env=environment(slow.home, slow.env),
        cwd=slow.home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            assert "page 1 · 100 of " in (first := process.stderr.readline())
            assert " · waits " in first
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=DEADLINE_S)
        finally:
            process.kill()
    assert process.returncode == 130, err
    assert "the same line goes on where it was" in err
    assert not table.exists()
    other = slow.run("catalog", "walk", "-o", "c.csv", "--keyword", "monitor")
    assert (other.code, "[other-walk]" in other.err, "--restart" in other.err) == (2, True, True)
    before = len(slow.server.sandbox.exchanges)
    done = slow.run("catalog", "walk", "-o", "c.csv", "--json", "--reserve", "0")
    assert (done.code, done.json["rows"]) == (0, len(skus(table)))
    # The first page was not asked for again.
    pages = [each.target for each in list(slow.server.sandbox.exchanges)[before:]]
    assert not any("pageNumber=1&" in each for each in pages)


def test_a_walk_that_does_not_get_all_leaves_the_table_and_says_so(big: Cli) -> None:
    assert big.server is not None
    table = big.home / "c.jsonl"
    assert big.run("catalog", "walk", "-o", "c.jsonl").code == 0
    whole = table.read_bytes()
    ran = big.run("catalog", "walk", "-o", "c.jsonl", "--keyword", "nosuchword")
    assert ran.code == 4, ran.err
    assert "[walk-incomplete]" in ran.err
    assert table.read_bytes() == whole


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "say where the table is written: -o FILE"),
        (("-o", "c.xlsx"), "-o is 'c.xlsx'; it should be a name that ends with .csv, .jsonl or .parquet"),
        (("-o", "c.txt", "--kind", "xml"), "--kind is 'xml'"),
        (("-o", "none/c.csv"), "there is no folder"),
        (("-o", "folder", "--kind", "csv"), "error: -o folder: it is no file, so a table cannot replace it"),
        (("-o", "pipe", "--kind", "csv"), "error: -o pipe: it is no file"),
        (("-o", "link.csv"), "error: -o link.csv: it is no file"),
        (("-o", "c.csv", "--csv", "--excel"), "--excel is not for the table of a walk"),
        (("-o", "c.csv", "--type", "cloud"), "--type is 'cloud'; it should be physical, digital or any"),
        (("-o", "c.csv", "--least", "95"), "--least"),
        (("-o", "c.csv", "--fields", "rws"), "--fields: there is no field 'rws'"),
        (("-o", "c.csv", "--keyword", " "), "keyword"),
        (("-o", "taken.csv"), "taken.csv.index: Is a directory [file-unusable]"),
    ],
)
def test_a_walk_that_cannot_begin_leaves_nothing(cli: Cli, args: tuple[str, ...], said: str) -> None:
    (cli.home / "folder").mkdir()
    (cli.home / "taken.csv.index").mkdir()
    os.mkfifo(cli.home / "pipe")
    (cli.home / "link.csv").symlink_to("pipe")
    before = {each: each.lstat().st_mode for each in cli.home.iterdir()}
    ran = cli.run("catalog", "walk", *args)
    assert (ran.code, ran.out, said in ran.err) == (2, "", True), ran.err
    assert {each: each.lstat().st_mode for each in cli.home.iterdir()} == before
