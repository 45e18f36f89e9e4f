"""The commands and their options."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import Annotated

import typer
from rich.console import Console

from xi.sdk.resellers import __version__
from xi.sdk.resellers.cli.demo import Demo, table_of
from xi.sdk.resellers.sandbox import (
    Catalogue,
    Policy,
    RateLimit,
    Sandbox,
    SandboxServer,
    default_catalogue,
    serve,
)

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
    state: Annotated[
        Path | None, typer.Option(dir_okay=False, help="File that keeps everything across restarts; memory otherwise.")
    ] = None,
    catalogue: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="What can be ordered, as `xi-orders catalogue` prints it."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Answer as the published schema says, not as the live API does.")
    ] = False,
    token: Annotated[
        list[str] | None, typer.Option(help="An access token that is always good; can be given more than once.")
    ] = None,
    token_hours: Annotated[float, typer.Option(min=0.001, max=876_000, help="Hours an issued token is good for.")] = 24,
    rate_limit: Annotated[
        int | None, typer.Option(min=1, help="GET calls granted a minute, each operation for itself; all otherwise.")
    ] = None,
    webhook: Annotated[
        list[str] | None,
        typer.Option(help="URL=SECRET to tell of events, split at the first =; can be given more than once."),
    ] = None,
    webhooks_anywhere: Annotated[
        bool, typer.Option("--webhooks-anywhere", help="Let webhooks lead off this machine.")
    ] = False,
    host_name: Annotated[
        list[str] | None,
        typer.Option(help="A name the page and the control API may be reached by, beside localhost and addresses."),
    ] = None,
) -> None:
    """Serve the sandbox until interrupted, with a page to look at.

    It holds orders and answers as the real API does. It is not Ingram Micro's service.
    """
    policy = Policy(
        strict=strict,
        token_lifetime=timedelta(hours=token_hours),
        rate_limit=None if rate_limit is None else RateLimit(calls=rate_limit),
        webhooks_anywhere=webhooks_anywhere,
        host_names=frozenset(name.lower() for name in host_name or ()),
    )
    try:
        parts = None if catalogue is None else Catalogue.read(catalogue)
        world = Sandbox(seed=seed, state=state, catalogue=parts, access_tokens=token or (), policy=policy)
        for url, secret in map(_receiver, webhook or ()):
            _register(world, url, secret)
    except (ValueError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    where = f"http://{host}:{port}" if port else "the address below"
    typer.echo(f"A sandbox of the orders API, not Ingram Micro's service, at {where} (Ctrl-C stops it).")
    try:
        serve(host, port, world)
    finally:
        world.close()


def _register(world: Sandbox, url: str, secret: str) -> None:
    """Register a receiver, in place of what a state file has for its URL under another secret."""
    known = [hook for hook in world.hooks.registered() if hook.url == url]
    if secret not in [hook.secret for hook in known]:
        world.hooks.add(url, secret)
        for hook in known:
            world.hooks.remove(hook.number)


def _receiver(given: str) -> tuple[str, str]:
    url, _, secret = given.partition("=")
    if not secret:
        raise ValueError(f"--webhook is {given!r}; it should be URL=SECRET")
    return url, secret


@app.command()
def catalogue() -> None:
    """Print the sandbox's own catalogue, to begin one of your own with."""
    typer.echo(default_catalogue().to_json())


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
