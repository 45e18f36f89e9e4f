"""The demo, as a command."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xi.sdk.resellers.cli.codes import Code

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session


def demo(
    session: Session,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the sandbox running until Ctrl-C, to open its page.")
    ] = False,
) -> Code:
    """Take an order through its life in a sandbox, and show that a desk places each PO once.

    An answer is lost, and a process is killed. All of it happens on this machine; no account is needed. Exits with
    status 1 when a step fails.
    """
    from rich.console import Console

    from xi.sdk.resellers.cli.demo import Demo, DeskDemo, table_of
    from xi.sdk.resellers.cli.ledger_view import LedgerView
    from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

    console = Console(file=session.stdout)

    def say(text: str) -> None:
        console.print(text, markup=False, highlight=False, soft_wrap=True)

    folder = session.closing(tempfile.TemporaryDirectory(prefix="xi-orders-demo-"))
    ledger = str(Path(folder) / "orders.db")
    view = LedgerView(ledger)
    sandbox = Sandbox()
    with SandboxServer(sandbox, ledger=view) as server:
        walk = Demo(server.url)
        walk.run()
        console.print(table_of(walk.steps))
        failed = next((step for step in walk.steps if not step.passed), None)
        is_good = failed is None
        if failed is not None:
            say(f"failed: {failed.call}: {failed.result}")
        else:
            total = sum(step.milliseconds for step in walk.steps)
            say(f"{len(walk.steps)} calls over real HTTP, all as expected, in {total:.0f} ms.")
            desk = DeskDemo(sandbox, server.url, ledger)
            for line in desk.run():
                say(line)
            is_good = desk.passed
        if keep:
            say(f"Open {server.url} in a browser to see the orders, {server.url}/ledger the ledger (Ctrl-C stops it).")
            _wait_for_interrupt()
        else:
            say("Next: `xi-orders demo --keep` shows these orders in a browser,")
            say("`xi-orders sandbox` runs a sandbox for your own program.")
    view.close()
    return Code.DONE if is_good else Code.NO


def _wait_for_interrupt() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        pass
