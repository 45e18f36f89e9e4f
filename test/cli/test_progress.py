"""How far a run is, as a terminal, a pipe and a person who asks see it; and the options that decide about it."""

from __future__ import annotations

import io
import os
import re
import signal
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from cli_kit import Cli
from family_kit import HEADERS
from person_kit import desk_of, order

from xi.sdk.resellers._core.flow import Sleep
from xi.sdk.resellers._transport.driver import log_wait
from xi.sdk.resellers.cli import logs
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.options import Common
from xi.sdk.resellers.cli.output._values import plain
from xi.sdk.resellers.cli.progress import Shown
from xi.sdk.resellers.cli.session import Session
from xi.sdk.resellers.ordering import Progress

SOME = Progress(begun=20, done=12, placed=9, rejected=1, held=1, doubt=2, left_out=1, rate=30)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def named(cli: Cli) -> Cli:
    """Return a user with both headers, and an order that was shipped and billed."""
    cli.env |= HEADERS
    assert cli.server is not None
    with desk_of(cli) as desk:
        number = desk.place(order("A-1"), wait=20).order_numbers[0]
    cli.server.sandbox.ship(number)
    cli.server.sandbox.invoice(number)
    return cli


def session(tmp_path: Path, stderr: io.StringIO, **common: Any) -> Session:
    environ = {"HOME": str(tmp_path), "COLUMNS": "200", "TERM": "xterm"}
    return Session(Common(**common), environ=environ, stdout=io.StringIO(), stderr=stderr)


def test_a_terminal_has_one_line_that_changes_and_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    stderr = Terminal()
    with Shown(session(tmp_path, stderr), 42) as shown:
        shown(SOME)
        shown(replace(SOME, done=42, rate=0, waits_for="the quota"))
    first, second, last = stderr.getvalue().split("\r\x1b[K")[1:]
    counts = "9 placed · 1 rejected · 2 in doubt · 1 held · 1 left out"
    assert first == f"12 of 42 done · {counts} · 30 a minute · 60 s left"
    assert second == f"42 of 42 done · {counts} · waits: the quota"
    assert last == ""


def test_a_narrow_terminal_gets_what_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    stderr = Terminal()
    shown = Shown(session(tmp_path, stderr), 42)
    shown(SOME)
    assert len(stderr.getvalue().split("\r\x1b[K")[1]) == 29


def test_a_pipe_gets_a_line_for_each_new_wait(tmp_path: Path) -> None:
    stderr = io.StringIO()
    with Shown(session(tmp_path, stderr), None) as shown:
        shown(SOME)
        for _ in range(3):
            shown(replace(SOME, waits_for="the quota", rate=1, total=1_000))
    (line,) = stderr.getvalue().splitlines()
    assert line.endswith("1 a minute · 988 min left · waits: the quota")


def test_somebody_who_asks_is_answered_under_q_too(tmp_path: Path) -> None:
    stderr = io.StringIO()
    before = signal.getsignal(signal.SIGUSR1)
    with Shown(session(tmp_path, stderr, quiet=True), 42) as shown:
        os.kill(os.getpid(), signal.SIGUSR1)
        shown(SOME)
        os.kill(os.getpid(), signal.SIGUSR1)
    first, second = stderr.getvalue().splitlines()
    assert first == "nothing is begun yet"
    assert second.startswith("12 of 42 done")
    assert signal.getsignal(signal.SIGUSR1) == before


@pytest.mark.parametrize(
    ("line", "is_shown"),
    [
        ("price DF4128 NOPE", True),
        ("stock DF4128 NOPE -v", True),
        ("catalog find DF4128 NOPE", True),
        ("catalog walk -o c.csv", True),
        ("catalog walk -o c.csv --plain -v", True),
        ("invoice match --po A-1", True),
        ("invoice match --po A-1 --plain", True),
        # The line of a row has no end before the next one comes.
        ("invoice match --po A-1 --json", False),
        ("price DF4128 NOPE --json", False),
    ],
)
def test_no_other_text_stands_on_the_line_that_changes(named: Cli, line: str, is_shown: bool) -> None:
    out = named.run(*line.split(), together=True).out
    *shown, last = (each.split("\r\x1b[K") for each in out.split("\n"))
    changed = [text for each in shown for text in each[:-1] if text]
    progress = re.compile("[0-9]+ of [0-9]+ [a-z ]+|page [0-9]+ · [0-9]+ of .*")
    assert all(map(progress.fullmatch, changed)), out
    assert bool(changed) is is_shown
    assert not any(progress.match(each[-1]) for each in shown), out
    assert "".join(last) == ""


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (" (see calls_per_minute, _deadline)", " (see calls_per_minute, --call-timeout)"),
        (" (see RetryPolicy.wait_cap, _deadline)", " (see --call-timeout)"),
        (" (see RetryPolicy.quota_window)", ""),
        (" (see _deadline), and then", " (see _deadline), and then"),
    ],
)
def test_a_wait_is_told_with_the_options_of_the_command(settings: str, named: str) -> None:
    stderr = io.StringIO()
    end = logs.start(stderr, verbose=0, quiet=False, form="text", file_name=None, is_journal=True)
    try:
        log_wait(Sleep(60.0, f"get_x: it was answered 429{settings}"))
    finally:
        end()
    assert stderr.getvalue() == f"<4>waiting 60.0 s: get_x: it was answered 429{named}\n"


@pytest.mark.parametrize(
    ("common", "environ", "is_terminal", "expected"),
    [
        ({}, {}, True, True),
        ({}, {}, False, False),
        ({}, {"NO_COLOR": "1"}, True, False),
        ({}, {"FORCE_COLOR": "1"}, False, True),
        ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({}, {"TERM": "dumb"}, True, False),
        ({}, {"CI": "true", "GITHUB_ACTIONS": "true"}, False, False),
        ({"color": "always"}, {"NO_COLOR": "1"}, False, True),
        ({"color": "never"}, {"FORCE_COLOR": "1"}, True, False),
        ({}, {"XI_COLOR": "always"}, False, True),
    ],
)
def test_who_gets_colours(
    tmp_path: Path, common: dict[str, Any], environ: dict[str, str], is_terminal: bool, expected: bool
) -> None:
    stream = Terminal() if is_terminal else io.StringIO()
    found = Session(Common(**common), environ={"HOME": str(tmp_path), **environ}, stdout=stream, stderr=io.StringIO())
    assert found.has_color(stream) is expected


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"color": "red"}, "--color is 'red'"),
        ({"progress": "lots"}, "--progress is 'lots'"),
        ({"mode": "xml"}, "--format is 'xml'"),
        ({"log_format": "xml"}, "--log-format is 'xml'"),
        ({"log_file": "/nonexistent/folder/log"}, "--log-file /nonexistent/folder/log"),
    ],
)
def test_an_option_of_every_command_that_is_wrong_is_refused(
    tmp_path: Path, options: dict[str, Any], said: str
) -> None:
    found = session(tmp_path, io.StringIO(), **options)

    def use(it: Session) -> None:
        it.has_color(it.stderr)
        assert it.progress
        assert it.out

    with pytest.raises(CommandError, match=said):
        found.run(use, {})


class Kind(Enum):
    ONE = "one"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("10.50"), "10.50"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 11, 25), "2026-11-25"),
        (Path("/srv/in"), "/srv/in"),
        (Kind.ONE, "one"),
        ({"a": 1}, {"a": 1}),
        ({"b", "a"}, ["a", "b"]),
        ((1, 2), [1, 2]),
    ],
)
def test_values_of_a_result_become_plain(value: Any, expected: Any) -> None:
    assert plain(value) == expected


def test_a_value_that_cannot_be_shown_is_a_fault() -> None:
    with pytest.raises(TypeError, match="bytes"):
        plain(b"raw")
