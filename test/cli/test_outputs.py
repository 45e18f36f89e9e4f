"""Outputs that are the ledger, an input or each other: refused before anything is done, by whatever option and name."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from cli_kit import Cli, run
from place_kit import HEADER
from words_kit import whole_program

from xi.sdk.resellers.cli.framework import Group
from xi.sdk.resellers.cli.outputs import READ, WRITTEN
from xi.sdk.resellers.ordering import Ledger


@pytest.fixture
def home(offline: Cli) -> Cli:
    """A user with a ledger orders.db, links to it, and an order file."""
    with closing(Ledger(offline.home / "orders.db")) as ledger:
        ledger.open("local")
    (offline.home / "link.db").symlink_to("orders.db")
    os.link(offline.home / "orders.db", offline.home / "hard.db")
    (offline.home / "a.csv").write_text(f"{HEADER}A-1,DF4128,1\n")
    os.link(offline.home / "a.csv", offline.home / "b.csv")
    offline.configure(environment="http://127.0.0.1:9", ledger=str(offline.home / "orders.db"))
    return offline


def content(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize(
    "line",
    [
        "place a.csv --report orders.db",
        "place a.csv -o orders.db",
        "place a.csv --metrics-file orders.db",
        "place a.csv --log-file orders.db",
        "place a.csv --report orders.db --ledger sqlite:///orders.db",
        "place a.csv --report new.db --ledger new.db",
        "place a.csv --report ./link.db",
        "place a.csv --report hard.db",
        "place a.csv -o orders.db-wal",
        "place a.csv -o orders.db-shm",
        "place a.csv -o orders.db-journal",
        "place a.csv --report a.csv",
        "place a.csv --report b.csv",
        "place a.csv --dry-run -o a.csv",
        "place a.csv -o r.csv --report ./r.csv",
        "place --po A-1 --line DF4128=1 -o orders.db",
        "check a.csv -o a.csv",
        "check a.csv --report a.csv",
        "check a.csv -o orders.db",
        "list -o orders.db",
        "list -o config/xi-orders/config.toml",
        "status --log-file orders.db",
        "ledger backup new.bak -o new.bak",
        "ledger move new.db --yes -o new.db",
        "webhooks verify a.csv --signature x -o a.csv",
        "worker --once --metrics-file orders.db",
    ],
)
def test_an_output_is_never_the_ledger_or_an_input(home: Cli, line: str) -> None:
    before = content(home.home)
    ran = home.run(*line.split())
    assert (ran.code, ran.out) == (2, ""), ran
    assert "would be overwritten; nothing was done [would-overwrite]" in ran.err
    assert content(home.home) == before


def test_without_an_account_an_input_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEADER}A-1,DF4128,1\n")
    ran = run("check", "a.csv", "-o", "a.csv", home=tmp_path)
    assert (ran.code, (tmp_path / "a.csv").read_text()) == (2, f"{HEADER}A-1,DF4128,1\n"), ran


@pytest.mark.parametrize(
    "line", ["check a.csv -o out.txt --report r.csv", "check a.csv -o /dev/null --report /dev/null", "list -o l.csv"]
)
def test_other_outputs_are_written(home: Cli, line: str) -> None:
    for _ in range(2):  # what an earlier run has written is replaced
        ran = home.run(*line.split())
        assert ran.code == 0, ran


def test_each_option_that_names_a_file_is_known_as_one_that_is_read_or_written() -> None:
    def names(group: Group) -> set[str]:
        found: set[str] = set()
        for name in group.entries:
            command = group.get_command(None, name)
            if isinstance(command, Group):
                found |= names(command)
            else:
                found |= {each.name for each in command.params if "FILE" in str(each.metavar)}
        return found

    assert names(whole_program()) <= {*READ, *WRITTEN}
