"""`status`: what an operator reads first."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from cli_kit import COMMAND, Cli, environment, valid
from shop_kit import Shop, order, shop, without_credentials

from xi.sdk.resellers.ordering import OrderDesk

__all__ = ["shop", "without_credentials"]


@contextmanager
def paused(desk: OrderDesk, because: str) -> Iterator[None]:
    desk.pause(because, by="ann")
    try:
        yield
    finally:
        desk.resume()


def test_it_counts_and_says_what_needs_you_without_credentials(without_credentials: Cli) -> None:
    json_, plain, answer, monday, last = without_credentials.run_all(
        "status --json",
        "status",
        "status --exit-code",
        "status --batch monday --exit-code --json",
        "status --batch last --exit-code --fields batch",
    )
    document = valid("status", json_.json)
    counts = {each["state"]: each["count"] for each in document["states"] if each["count"]}
    assert counts == {"placed": 1, "held": 1, "rejected": 1, "planned": 1}
    (need,) = document["needs_you"]
    assert (need["po"], need["reason"], need["command"]) == ("PO-3", "unguarded", "xi-orders history PO-3 --support")
    assert (document["needs_you_count"], document["paused"], document["batch"]) == (1, None, None)
    assert document["environment"] == "local"

    assert (json_.code, plain.code, plain.err) == (0, 0, "")
    assert "\nneeds you\tPO-3\theld: unguarded\t" in plain.out
    assert re.search(
        r"^planned 1 \(\d+ \w+; next [-0-9]+T[:0-9]+Z\)\tplaced 1\trejected 1\theld 1", plain.out, re.MULTILINE
    )
    assert answer.code == 5
    assert (monday.code, monday.json["batch"], monday.json["needs_you"]) == (1, "monday", [])
    assert (last.code, last.out) == (3, "BATCH\ttuesday\n")


def test_a_pause_is_shown_with_the_command_that_ends_it(shop: Shop, without_credentials: Cli) -> None:
    with paused(shop.desk, "prices [red] \x1b[2J wrong"):
        (plain, json_) = without_credentials.run_all("status", "status --json")
        terminal = without_credentials.run("status", tty=True, columns=60, env={"TZ": "America/New_York"})
    assert re.search(
        r"^paused\tsince \S+Z by ann: prices \[red\] \\x1b\[2J wrong\txi-orders resume$", plain.out, re.MULTILINE
    )
    assert valid("status", json_.json)["paused"]["because"] == "prices [red] \x1b[2J wrong"
    assert re.search(
        r"^paused   since [-0-9]+ [:0-9]+ by ann: prices \[red\] \\x1b\[2J wrong", terminal.out, re.MULTILINE
    )
    # A command that does not fit stands on a line of its own, whole.
    assert "\n            xi-orders history PO-3 --support\n" in terminal.out
    assert re.search(r"^times: E[SD]T$", terminal.out, re.MULTILINE)
    assert terminal.out.count("times:") == 1


def test_it_is_shown_again_and_again_until_it_is_stopped(without_credentials: Cli) -> None:
    command = [*COMMAND, "status", "--jsonl", "--watch", "0.1s"]
    env = environment(without_credentials.home)
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            lines = [process.stdout.readline() for _ in range(3)]
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
        finally:
            process.kill()
    assert all(each.startswith('{"schema":"xi-orders/status/1"') for each in lines)
    assert process.returncode == 130


def test_what_cannot_be_shown_is_refused(offline: Cli) -> None:
    empty, batch, watched, last = offline.run_all(
        "status --exit-code", "status --batch nope", "status --json --watch 5s", "status --batch last"
    )
    assert (empty.code, "no orders" in empty.out) == (0, True)
    assert (batch.code, last.code, watched.code) == (1, 1, 2)
    assert "has no batch 'nope' [not-found]" in batch.err
    assert "the ledger has no batch yet" in last.err


def test_more_than_twenty_that_need_you_are_counted(offline: Cli) -> None:
    desk = offline.desk()
    for number in range(22):
        desk.plan(order(f"H-{number}"))
    with desk.ledger.transaction() as tx:
        tx._connection.exec_driver_sql("UPDATE xi_entries SET state = 'held', reason = 'too_old', held_at = 1.0")
        tx._connection.exec_driver_sql("UPDATE xi_entries SET doubled = 1 WHERE po = 'H-21'")
        tx._connection.exec_driver_sql("UPDATE xi_entries SET state = 'placed' WHERE po = 'H-20'")
    (json_, plain) = offline.run_all("status --json", "status")
    document = valid("status", json_.json)
    assert [each["po"] for each in document["needs_you"]] == ["H-21", *(f"H-{each}" for each in range(19))]
    assert document["needs_you"][0]["reason"] == "doubled"
    assert document["needs_you_count"] == 21
    assert "\nneeds you\t1 more\txi-orders list --state held\n" in plain.out
