"""How a line can go on: from the configuration and the ledger, without a call, a question or an error."""

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from cli_kit import COMMAND, PROFILE, Cli, environment

from xi.sdk.resellers import OrderCreateRequest, OrderCreateRequestLinesInner
from xi.sdk.resellers.cli import completing
from xi.sdk.resellers.cli.completing import words


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Cli]:
    """Yield a user whose variables are those of the process."""
    made = Cli(tmp_path)
    made.configure(environment="http://127.0.0.1:9")
    with patch.dict("os.environ", environment(tmp_path), clear=True):
        yield made


def plan(user: Cli, *pos: str, **options: str) -> None:
    lines = [OrderCreateRequestLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity=1)]
    desk = user.desk()
    for po in pos:
        desk.plan(OrderCreateRequest(customer_order_number=po, lines=lines), **options)
    desk.ledger.close()


@pytest.mark.usefixtures("user")
def test_names_of_profiles_and_words_that_are_fixed() -> None:
    assert words("profile", {}, "") == [PROFILE]
    assert words("profile", {"profile": "half-typed"}, "te") == [PROFILE]
    assert words("profile", {}, "x") == []
    assert words("state", {}, "pl") == ["planned", "placed"]
    assert "unguarded" in words("reason", {}, "un")
    assert words("shell", {}, "p") == ["powershell"]
    assert words("key", {}, "limits.") == ["limits.max_orders", "limits.max_quantity"]
    assert words("quantity", {}, "") == []


def test_orders_of_the_ledger_the_newest_first(user: Cli) -> None:
    plan(user, "A-1", "A-2", "it's-1", "B-1", batch="monday")
    assert sorted(words("po", {}, "A-")) == ["A-1", "A-2"]
    assert sorted(words("ids", {}, "")) == ["A-1", "A-2", "B-1", "it's-1"]
    assert words("pos", {}, "it's") == ["it's-1"]
    assert words("po", {}, "' OR 1=1 --") == []
    assert words("batch", {}, "") == ["last", "monday"]
    # The options in the line count: another environment has another ledger.
    assert words("po", {"environment": "sandbox"}, "") == []
    assert words("po", {"environment": "sandbox", "ledger": str(user.ledger)}, "B") == ["B-1"]


def test_no_more_than_fit_a_screen(user: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completing, "MOST", 2)
    plan(user, "A-1", "A-2", "A-3")
    assert len(words("po", {}, "A-")) == 2


def test_what_is_wrong_is_nothing_to_offer(user: Cli, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert words("po", {}, "") == []  # there is no ledger, and none is made
    assert not user.ledger.exists()
    user.configure(environment="http://127.0.0.1:9", ledger="postgresql://nobody@127.0.0.1:9/none")
    assert words("po", {}, "") == []
    asks = tmp_path / "asked"
    user.configure(
        environment="http://127.0.0.1:9",
        ledger="postgresql://nobody@127.0.0.1:9/none",
        ledger_password_command=["touch", str(asks)],
    )
    assert words("po", {}, "") == []
    assert not asks.exists()
    (tmp_path / "config/xi-orders/config.toml").write_text("what")
    assert words("profile", {}, "") == []
    assert words("po", {}, "\0") == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_a_shell_with_the_printed_script_completes_a_po_a_profile_and_a_command(user: Cli) -> None:
    plan(user, "A-1", "A-2", "B-1")
    program = user.home / "xi-orders"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n')
    program.chmod(0o755)
    script = user.run("completion", "bash").out
    asked = "\n".join(
        f'COMP_WORDS=({line}); COMP_CWORD={line.count(" ")}; _xi_orders_completion {program}; echo "${{COMPREPLY[@]}}"'
        for line in ("xi-orders history A-", "xi-orders list --profile te", "xi-orders logo")
    )
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{asked}"], env=environment(user.home), capture_output=True, text=True, check=True
    )
    assert [sorted(each.split()) for each in done.stdout.splitlines()] == [["A-1", "A-2"], [PROFILE], ["logout"]]
    assert done.stderr == ""
