"""The commands and their options."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from xi.sdk.resellers import __version__
from xi.sdk.resellers.cli.demo import Demo, table_of
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer, serve

app = typer.Typer(
    name="xi-orders",
    help="Work with Ingram Micro's reseller orders API, and with a sandbox of it on this machine.",
    no_args_is_help=True,
    add_completion=False,
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"xi-orders {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take what all commands share; the version is shown before anything else."""


@app.command()
def sandbox(
    host: Annotated[
        str, typer.Option(help="Address to listen on; only this machine reaches the default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8099,
    seed: Annotated[int | None, typer.Option(help="Makes order numbers repeatable.")] = None,
) -> None:
    """Serve the sandbox until interrupted.

    It holds orders in memory and answers as the real API does. It is not Ingram Micro's service.
    """
    where = f"http://{host}:{port}" if port else "the address below"
    typer.echo(f"A sandbox of the orders API, not Ingram Micro's service, at {where} (Ctrl-C stops it).")
    serve(host, port, Sandbox(seed=seed))


@app.command()
def demo() -> None:
    """Walk an order through its life against a sandbox of its own, and show each call.

    Exits with status 1 when a step fails.
    """
    console = Console()
    with SandboxServer() as server:
        walk = Demo(server.url)
        walk.run()
    console.print(table_of(walk.steps))
    failed = [step for step in walk.steps if not step.passed]
    if failed:
        console.print(f"[bold red]failed:[/] {failed[0].call}: ", end="")
        console.print(failed[0].result, markup=False)
        raise typer.Exit(1)
    total = sum(step.milliseconds for step in walk.steps)
    console.print(f"{len(walk.steps)} calls over real HTTP, all as expected, in {total:.0f} ms.")
