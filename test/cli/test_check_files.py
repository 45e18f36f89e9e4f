"""`xi-orders check` and `template`: order files without an account, network or ledger."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cli_kit import Cli, Ran, run, valid

HEADER = "customerOrderNumber,ingramPartNumber,quantity,shipToInfo.city\n"
GOOD = f"{HEADER}A1,DF4128,2,Rome\nA1,YN6231,1,Rome\nA2,DF4128,30,\n"
BAD = f"{HEADER}A1,DF4128,2,Rome\nB2,DF4128,x,\nB3,DF4128,5,\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home without any configuration."""
    (tmp_path / "good.csv").write_text(GOOD)
    (tmp_path / "bad.csv").write_text(BAD)
    return tmp_path


def checked(home: Path, *args: str, **options: Any) -> Ran:
    return run("check", *args, home=home, **options)


def test_a_good_file_is_shown_and_the_code_is_0(home: Path) -> None:
    ran = checked(home, "good.csv", "--show", "5")
    first, *lines = ran.out.splitlines()
    assert first.startswith(
        'good.csv: csv, utf-8 (the default), "," (the header fits no other), header line 1, sha256 '
    )
    assert lines == [
        "read      customerOrderNumber, ingramPartNumber, quantity, shipToInfo.city        not read   none",
        "rows      3: 3 lines · 0 empty · 0 refused",
        "orders    2 of 3 lines, 33 units; largest 30 (line 4)        refused 0",
        "first     A1  DF4128 × 2, YN6231 × 1  → Rome",  # noqa: RUF001 - the sign for times
        "          A2  DF4128 × 30",  # noqa: RUF001 - likewise
        "nothing was sent",
    ]
    assert (ran.code, ran.err) == (0, "")
    assert checked(home, "good.csv").out.count("×") == 2, "one order, unless it is said"  # noqa: RUF001 - likewise
    assert not [each for each in home.iterdir() if each.suffix != ".csv"], "nothing is written"


def test_a_long_order_is_shown_by_its_first_lines(home: Path) -> None:
    rows = "".join(f"A1,DF{number:04},1,\n" for number in range(40))
    (home / "long.csv").write_text(HEADER + rows)
    first = next(each for each in checked(home, "long.csv").out.splitlines() if each.startswith("first"))
    assert first.count("\N{MULTIPLICATION SIGN}") == 5
    assert first.endswith("DF0004 \N{MULTIPLICATION SIGN} 1, and 35 more")


def test_a_mapping_that_fits_no_column_tells_which_line_was_read_as_the_header(home: Path) -> None:
    (home / "export.csv").write_text("Orders of today;;\n;;\nPO;Item;Qty\nA1;DF4128;2\n")
    (home / "map.toml").write_text(
        '[columns]\nPO = "customerOrderNumber"\nItem = "ingramPartNumber"\nQty = "quantity"\n'
    )
    ran = checked(home, "export.csv", "--map", "map.toml", "--delimiter", ";")
    assert ran.code == 2
    assert "line 1 is read as the header; if it is another: header in a mapping" in ran.err
    (home / "map.toml").write_text("header = 3\n" + (home / "map.toml").read_text())
    assert checked(home, "export.csv", "--map", "map.toml").code == 0


def test_bad_rows_are_told_with_their_places_and_the_code_is_1(home: Path) -> None:
    ran = checked(home, "bad.csv", "--report", "report.csv")
    assert ran.code == 1
    assert "orders    2 of 2 lines, 7 units; largest 5 (line 4)        refused 1" in ran.out
    assert ran.err.splitlines() == [
        'error: bad.csv:3:3: quantity "x" is not a whole number in this reading [bad-quantity] · PO B2 is refused'
    ]
    with (home / "report.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row.items()) == [
        ("file", "bad.csv"), ("line", "3"), ("item", ""), ("column", "3"), ("name", "quantity"),
        ("code", "bad-quantity"), ("value", "x"), ("po", "B2"), ("hint", ""),
        ("message", "is not a whole number in this reading"),
    ]  # fmt: skip


def test_json_has_every_error_and_every_body_as_it_would_be_sent(home: Path) -> None:
    for mode in ("--json", "--jsonl"):
        ran = checked(home, "good.csv", "bad.csv", mode, "--skip-bad", "--set", "notes=hello")
        assert (ran.code, ran.err) == (1, "")
        items = valid("check", ran.json)["items"] if mode == "--json" else [valid("check", each) for each in ran.lines]
        assert [each["file"] for each in items] == ["good.csv", "bad.csv"]
        # A1 is in both.
        assert [(each["orders"], each["refused_orders"]) for each in items] == [(1, 1), (1, 2)]
        assert [error["code"] for each in items for error in each["errors"]] == ["po-in-two-files", "bad-quantity"]
        assert items[1]["bodies"] == [
            {
                "source": {"file": "bad.csv", "lines": "4"},
                "ref": {},
                "order": {
                    "customerOrderNumber": "B3",
                    "notes": "hello",
                    "lines": [{"ingramPartNumber": "DF4128", "quantity": 5}],
                },
            }
        ]
    none = valid("check", checked(home, "good.csv", "--json", "--show", "0").json)
    assert none["items"][0]["bodies"] == []


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("good.csv", "--expect", "orders=2,units=33"), 0, ""),
        (("good.csv", "--expect", "orders=3"), 2, "2 orders can be placed, and 3 are expected [other-totals]"),
        (("good.csv", "--max-quantity", "29"), 1, "is more than 29 [max-quantity]"),
        (("good.csv", "--only", "shipToInfo.city=Rome", "--set", "ref.a=b", "--expect", "orders=1"), 0, ""),
        (("good.csv", "--decimal", "dot"), 2, "--decimal is 'dot'; it should be point or comma"),
        (("good.csv", "--set", "notes=a", "--set", "notes=b"), 2, "--set notes is given twice"),
        (("good.csv", "--map", "none"), 2, "neither a file nor a mapping of the profile; the profile has none"),
        (("good.csv", "--expect", "pallets=2"), 2, "orders=412,lines=1912,units=5120"),
        (("none.csv",), 2, "none.csv: No such file or directory"),
        ((".", "--kind", "csv"), 2, "error: .: this is a folder, not a file [not-a-file]"),
        (("/", "--kind", "csv"), 2, "error: /: this is a folder, not a file [not-a-file]"),
        (("-", "-", "--kind", "csv"), 2, "standard input is named twice"),
        ((), 2, "Missing argument"),
    ],
)  # fmt: skip
def test_what_is_expected_and_said_holds(home: Path, args: tuple[str, ...], code: int, words: str) -> None:
    ran = checked(home, *args)
    assert (ran.code, words in ran.err) == (code, True), ran.err


def test_standard_input_needs_its_kind_and_may_have_any_encoding(home: Path) -> None:
    assert "[no-kind]" in checked(home, "-", stdin=GOOD).err
    ran = checked(home, "-", "--kind", "csv", "--json", stdin=GOOD)
    assert (ran.code, ran.json["items"][0]["file"], ran.json["items"][0]["orders"]) == (0, "-", 2)


def test_what_is_in_another_encoding_than_said_is_told_with_what_to_do(home: Path) -> None:
    (home / "wide.csv").write_bytes(GOOD.encode("utf-16-le"))
    ran = checked(home, "wide.csv", "--encoding", "utf-16")
    assert (ran.code, "[bad-encoding]" in ran.err) == (2, True)
    assert "--encoding utf-16-le" in ran.err
    assert checked(home, "wide.csv", "--encoding", "utf-16-le").code == 0
    (home / "erp.toml").write_bytes("# Länge\n".encode("cp1252"))
    ran = checked(home, "good.csv", "--map", "erp.toml")
    assert (ran.code, "[bad-mapping]" in ran.err) == (2, True)
    assert "the file is not UTF-8 (byte 4, 0xe4, in line 1); save it as UTF-8" in ran.err


@pytest.mark.parametrize("name", ["notes", "customerLineNumber", "quoteNumber", "unitPrice"])
def test_a_value_of_a_shell_variable_that_is_not_set_is_refused(home: Path, name: str) -> None:
    ran = checked(home, "good.csv", "--set", f"{name}=")
    assert ran.code == 2
    assert f'good.csv:1: --set {name}="" has no value [bad-set]' in ran.err


def test_a_mapping_is_a_file_or_a_name_of_the_profile_with_its_lookups_beside_it(offline: Cli) -> None:
    config = offline.home / "config" / "xi-orders"
    with (config / "config.toml").open("a") as file:
        file.write('limits = { max_quantity = 4 }\n[profiles.test.maps.erp.columns]\n"P" = "customerOrderNumber"\n')
        file.write('"Q" = "quantity"\n"I" = { to = "ingramPartNumber", lookup = "parts.csv" }\n')
    (config / "parts.csv").write_text("own,DF4128\n")
    orders = offline.home / "export.csv"
    orders.write_text("P;I;Q\nA1;own;4\n")
    ran = offline.run("check", "export.csv", "--map", "erp")
    assert ran.code == 0, ran.err
    assert "A1  DF4128 × 4" in ran.out  # noqa: RUF001 - the sign for times
    (offline.home / "erp.toml").write_text('[columns]\nP = "customerOrderNumber"\nX = "orderNo"\n')
    assert "'orderNo', which is no field of an order [bad-mapping]" in (
        offline.run("check", "export.csv", "--map", "erp.toml").err
    )
    orders.write_text("P;I;Q\nA1;own;5\n")
    assert "is more than 4 [max-quantity]" in offline.run("check", "export.csv", "--map", "erp").err
    (offline.home / "erp").write_text("")
    both = offline.run("check", "export.csv", "--map", "erp")
    assert (both.code, "a mapping of the profile and a file [two-mappings]" in both.err) == (2, True)


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl"])
def test_a_template_is_a_good_file_and_its_fields_are_explained_beside_it(home: Path, kind: str) -> None:
    for more in ((), ("--all-fields",)):
        made = run("template", kind, *more, "-o", f"orders.{kind}", home=home)
        assert (made.code, made.out) == (0, "")
        assert "ingramPartNumber (needed, at most 18 characters): Ingram Micro's SKU" in made.err
        ran = checked(home, f"orders.{kind}", "--json")
        assert (ran.code, ran.json["items"][0]["orders"], ran.json["items"][0]["order_lines"]) == (0, 2, 5)
    quiet = run("template", kind, "--all-fields", "-q", home=home)
    assert (quiet.err, quiet.out) == ("", (home / f"orders.{kind}").read_text())


def test_a_template_is_placed_as_it_is(cli: Cli) -> None:
    (cli.home / "orders.csv").write_text(cli.run("template", "csv").out)
    assert cli.run("check", "orders.csv").code == 0
    placed = cli.run("place", "orders.csv", "--json")
    assert (placed.code, len(placed.json["items"])) == (0, 2), placed.err


def test_a_mapping_to_edit_is_for_a_program_or_from_a_file(home: Path) -> None:
    odoo = run("template", "--for", "odoo", home=home)
    assert (odoo.code, tomllib.loads(odoo.out)["fill"]) == (0, ["Order Reference"])
    (home / "export.csv").write_bytes("Bestellung;Menge;Größe\n".encode("cp1252"))
    made = run("template", "--from", "export.csv", "--encoding", "cp1252", home=home)
    assert tomllib.loads(made.out) == {
        "encoding": "cp1252",
        "ignore": ["Bestellung", "Größe"],
        "columns": {"Menge": "quantity"},
    }
    refused = run("template", "--from", "export.csv", home=home)
    assert (refused.code, refused.out) == (2, "")
    assert "does not fit utf-8 [bad-byte]" in refused.err
    for args in (("csv", "--for", "odoo"), ("--for", "excel"), ("xlsx",), ("--for", "odoo", "--all-fields")):
        assert run("template", *args, home=home).code == 2


def test_a_refused_file_is_one_object_for_programs(home: Path) -> None:
    (home / "cut.csv").write_text(GOOD[:-1])
    ran = checked(home, "cut.csv", "--json")
    assert (ran.code, valid("check", ran.json)["items"][0]["errors"][0]["code"]) == (2, "last-line")
    made = run("template", "--from", "none.csv", "--json", home=home)
    assert (made.code, json.loads(made.err)["word"]) == (2, "file-unusable")


@pytest.mark.parametrize("args", [(), ("--yes",)])
def test_good_orders_beside_bad_ones_are_not_placed_where_nobody_says_so(cli: Cli, args: tuple[str, ...]) -> None:
    (cli.home / "bad.csv").write_text(BAD)
    ran = cli.run("place", "bad.csv", *args)
    assert ran.code == 2
    assert "1 of 3 orders is refused. Nothing was sent [file-refused]" in ran.err
    assert cli.server is not None
    assert not cli.server.sandbox.placements()
