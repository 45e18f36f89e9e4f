"""The commands and their options."""

from __future__ import annotations

import os
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


def _no_secret(given: list[str] | None) -> list[str] | None:
    if given:
        raise typer.BadParameter(
            "an argument is shown to everyone by process lists; put the token into XI_SANDBOX_TOKEN or --token-file"
        )
    return given


def _no_secret_in_url(given: list[str] | None) -> list[str] | None:
    if any(sign in each for each in given or () for sign in "=@"):
        raise typer.BadParameter(
            "an argument is shown to everyone by process lists; give the URL alone, without a query or password, and "
            "put the secret into XI_SANDBOX_WEBHOOK_SECRET or --webhook-secret-file"
        )
    return given


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
    token: Annotated[list[str] | None, typer.Option(hidden=True, callback=_no_secret)] = None,  # noqa: ARG001 - refused
    token_file: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="File with access tokens that are always good, one a line; or one in XI_SANDBOX_TOKEN.",
        ),
    ] = None,
    token_hours: Annotated[float, typer.Option(min=0.001, max=876_000, help="Hours an issued token is good for.")] = 24,
    rate_limit: Annotated[
        int | None, typer.Option(min=1, help="GET calls granted a minute, each operation for itself; all otherwise.")
    ] = None,
    webhook: Annotated[
        list[str] | None,
        typer.Option(callback=_no_secret_in_url, help="URL to tell of events; can be given more than once."),
    ] = None,
    webhook_secret_file: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="File with what webhooks are signed with, one line for all or one for each --webhook; or one for all "
            "in XI_SANDBOX_WEBHOOK_SECRET.",
        ),
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
        tokens = _secrets("XI_SANDBOX_TOKEN", token_file)
        signed = _signed(webhook or [], _secrets("XI_SANDBOX_WEBHOOK_SECRET", webhook_secret_file))
        world = Sandbox(seed=seed, state=state, catalogue=parts, access_tokens=tokens, policy=policy)
        for url, secret in signed:
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


def _secrets(variable: str, path: Path | None) -> list[str]:
    """Return the secrets of a file, one a line, or the one of a variable."""
    stated = os.environ.get(variable, "").strip()
    if path is None:
        return [stated] if stated else []
    if stated:
        raise ValueError(f"{variable} is set, and a file is given as well; one of them should be")
    try:
        found = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise ValueError(f"{path} is not UTF-8 text") from None
    if not found:
        raise ValueError(f"{path} is empty; it should hold a secret a line")
    return found


def _signed(urls: list[str], secrets: list[str]) -> list[tuple[str, str]]:
    """Return each URL with its secret."""
    if urls and not secrets:
        raise ValueError("--webhook needs a secret, in XI_SANDBOX_WEBHOOK_SECRET or --webhook-secret-file")
    if len(secrets) not in (1, len(urls)) and urls:
        raise ValueError(f"there are {len(urls)} webhooks and {len(secrets)} secrets; give one for all or one for each")
    return list(zip(urls, secrets * len(urls) if len(secrets) == 1 else secrets, strict=True)) if urls else []


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
