"""The demo, as a command."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

import typer

from xi.sdk.resellers.cli.codes import Code

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session


def demo(
    session: Session,  # noqa: ARG001 - it has an account of its own
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the sandbox running until Ctrl-C, to open its page.")
    ] = False,
) -> Code:
    """Take an order through its life in a sandbox, and show each call.

    Exits with status 1 when a step fails.
    """
    from rich.console import Console

    from xi.sdk.resellers.cli.demo import Demo, table_of
    from xi.sdk.resellers.sandbox import SandboxServer

    console = Console()
    with SandboxServer() as server:
        walk = Demo(server.url)
        walk.run()
        console.print(table_of(walk.steps))
        failed = [step for step in walk.steps if not step.passed]
        if failed:
            console.print(f"[bold red]failed:[/] {failed[0].call}: ", end="")
            console.print(failed[0].result, markup=False)
        else:
            total = sum(step.milliseconds for step in walk.steps)
            console.print(f"{len(walk.steps)} calls over real HTTP, all as expected, in {total:.0f} ms.")
        if keep:
            console.print(f"Open {server.url} in a browser to see the orders (Ctrl-C stops it).", soft_wrap=True)
            _wait_for_interrupt()
        else:
            console.print("Next: `xi-orders demo --keep` shows these orders in a browser,")
            console.print("`xi-orders sandbox` runs a sandbox for your own program.")
    return Code.NO if failed else Code.DONE


def _wait_for_interrupt() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        pass
