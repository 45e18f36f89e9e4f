"""The lines at the top of every `--help`: each is run against a sandbox, with the files and orders that it needs."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator

import pytest
from cli_kit import COMMAND, DEADLINE_S, Cli, environment
from family_kit import HEADERS
from person_kit import FAST, inside
from words_kit import each_entry, entry_of, typed
from worlds_kit import (
    World,
    backed_up,
    billed,
    case,
    empty,
    files,
    goods,
    held,
    held_and_there,
    large_file,
    list_of_skus,
    on_hold,
    partly,
    paused,
    placed,
    shipped,
    two_profiles,
)

NUMBERS = ("20-RD3QV-11", "CAS-12345-K2B7Q4-1")
"""The order or invoice and the case of Ingram Micro's in the examples; in their place stands that of the world."""


def lines() -> Iterator[str]:
    """Yield every example of the table of commands."""
    for entry in each_entry():
        assert entry.examples, entry.help
        yield from entry.examples


NOT_EMPTY: dict[str, World] = {
    "xi-orders place orders.csv": files,
    "xi-orders place orders.csv --dry-run": files,
    "xi-orders check orders.csv": files,
    "xi-orders check orders.csv --map erp.toml --expect orders=412,units=5120": large_file,
    "xi-orders status --batch last --exit-code": held,
    "xi-orders list --batch last --csv": placed,
    "xi-orders show A-1": placed,
    "xi-orders show A-1 --from ledger --json": placed,
    "xi-orders track A-1 --until shipped --wait 2h": shipped,
    "xi-orders reconcile --ordered 7d": placed,
    "xi-orders reconcile --ordered 2026-11-01..2026-11-30 --csv -o nov.csv": placed,
    "xi-orders history A-1": placed,
    "xi-orders history A-1 --support": held,
    "xi-orders recheck A-1": held_and_there,
    "xi-orders recheck --all": held,
    'xi-orders resolve A-1 --placed 20-RD3QV-11 --because "IM case 0099123"': held_and_there,
    'xi-orders resolve A-1 --not-placed --because "IM case 0099123"': held,
    'xi-orders resend A-1 --because "IM case 0099123: not there"': held,
    "xi-orders rest A-1 --po A-1-REST": partly,
    'xi-orders abandon A-1 --because "the customer cancelled"': held,
    "xi-orders resume": paused,
    "xi-orders modify 20-RD3QV-11 --add DF4128=2 --delete 3": on_hold,
    "xi-orders release 20-RD3QV-11": on_hold,
    'xi-orders cancel 20-RD3QV-11 --because "ordered twice by phone"': on_hold,
    "xi-orders reconcile --ordered 7d --invoices": billed,
    "xi-orders invoice show 20-RD3QV-11 --serials": billed,
    "xi-orders invoice match --po A-1": billed,
    "xi-orders return show CAS-12345-K2B7Q4-1": case,
    "xi-orders return file return.json": goods,
    "xi-orders return file return.json --dry-run": goods,
    "xi-orders price --file skus.txt --csv -o prices.csv": list_of_skus,
    "xi-orders logout --profile acme-us": two_profiles,
    "xi-orders ledger info": placed,
    "xi-orders ledger check": placed,
    "xi-orders ledger backup backup.db": placed,
    "xi-orders ledger restore backup.db": backed_up,
    "xi-orders ledger distrust --since 2026-11-20": placed,
    "xi-orders ledger trust": placed,
    "xi-orders ledger migrate --dry-run": placed,
    "xi-orders ledger migrate": placed,
    "xi-orders ledger move postgresql://orders@db/orders": placed,
    "xi-orders ledger sql \"SELECT po, state FROM orders WHERE state = 'held'\"": held,
    "xi-orders ledger redact --before 2026-01-01": placed,
}
NOT_0 = {
    "xi-orders status --batch last --exit-code": 5,  # one is held
    "xi-orders recheck --all": 5,  # it is not found
    "xi-orders login --profile acme-us": 2,  # nobody sits there
}
SERVICES = {
    "xi-orders worker",
    "xi-orders worker --inbox /srv/in --listen 127.0.0.1:9102",
    "xi-orders webhooks serve",
    "xi-orders webhooks serve --port 8098",
}
"""These run until they are stopped."""
ELSEWHERE = {
    "xi-orders webhooks verify body.json --headers headers.txt",  # it needs a signed body
    "xi-orders demo",  # test_xi_orders.py runs these three
    "xi-orders demo --keep",
    "xi-orders sandbox",
}


RUN = [each for each in dict.fromkeys(lines()) if each not in SERVICES | ELSEWHERE]


def test_each_line_is_known() -> None:
    assert {*NOT_EMPTY, *NOT_0, *SERVICES, *ELSEWHERE} <= set(lines())


@pytest.mark.parametrize("line", RUN)
def test_a_line_of_the_help_does_what_it_says(cli: Cli, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (args,) = typed(line)
    cli.env |= FAST | HEADERS
    monkeypatch.chdir(cli.home)
    number = NOT_EMPTY.get(line, empty)(cli)
    moved = f"sqlite:///{cli.home}/moved.db"
    args = [moved if each.startswith("postgresql:") and "move" in args else each for each in args]
    entry = entry_of(args)
    assert entry is not None
    for each in NUMBERS:
        args = [arg.replace(each, number) for arg in args]
    ran = inside(cli)(*args, *(["--yes"] if entry.acts else []))
    assert ran.code == NOT_0.get(line, 0), ran.err + ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("line", sorted(SERVICES))
def test_a_service_of_the_help_runs_until_it_is_stopped(cli: Cli, line: str) -> None:
    (args,) = typed(line)
    (cli.home / "in").mkdir()
    own = {"/srv/in": str(cli.home / "in"), "127.0.0.1:9102": "127.0.0.1:0", "8098": "0"}
    args = [own.get(each, each) for each in args]
    args += ["--port", "0"] if "--port" not in args and args[0] == "webhooks" else []
    secret = {"XI_WEBHOOK_SECRET": "s3cret"}
    process = subprocess.Popen(
        [*COMMAND, *args],
        env=environment(cli.home, cli.env | secret),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=cli.home,
        text=True,
    )
    try:
        assert process.stdout is not None
        shown = ""
        for each in process.stdout:
            shown += each
            if any(sign in each for sign in ("is ready", "http://127.0.0.1:", "listens")):
                break
    finally:
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=DEADLINE_S)
    assert process.returncode == 0, shown + rest
