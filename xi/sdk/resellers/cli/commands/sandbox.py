"""The sandbox, as a command."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.ledger_view import LedgerView
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.sandbox import Catalogue, Sandbox

_GENERATED = "generated:"
_SEED = 7


def _refuse_token(given: list[str] | None) -> list[str] | None:
    if given:
        raise typer.BadParameter(
            "process lists show arguments to everyone; put the token into XI_SANDBOX_TOKEN or --token-file"
        )
    return given


def _refuse_secret_in_url(given: list[str] | None) -> list[str] | None:
    if any(sign in each for each in given or () for sign in "=@"):
        raise typer.BadParameter(
            "process lists show arguments to everyone; give the URL without a query or password, and put the secret "
            "into XI_SANDBOX_WEBHOOK_SECRET or --webhook-secret-file"
        )
    return given


def sandbox(
    session: Session,
    host: Annotated[
        str, typer.Option(help="Address to listen on; only this machine can reach the default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8099,
    seed: Annotated[int | None, typer.Option(help="Makes order numbers repeatable.")] = None,
    state: Annotated[
        Path | None, typer.Option(dir_okay=False, help="File that keeps the state; without it a restart forgets all.")
    ] = None,
    catalogue: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="File with the parts, in the format of --print-catalogue; or generated:PRODUCTS:SEED, such as "
            "generated:100000:7, for as many made-up products.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Answer as the published schema says, not as the live API does.")
    ] = False,
    token: Annotated[list[str] | None, typer.Option(hidden=True, callback=_refuse_token)] = None,  # noqa: ARG001 - refused
    token_file: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="File with access tokens that are always good, one per line. XI_SANDBOX_TOKEN sets a single one.",
        ),
    ] = None,
    token_hours: Annotated[
        float, typer.Option(min=0.001, max=876_000, help="Lifetime of issued tokens in hours.")
    ] = 24,
    rate_limit: Annotated[
        int | None, typer.Option(min=1, help="Limit of GET calls per minute for each operation; none by default.")
    ] = None,
    webhook: Annotated[
        list[str] | None,
        typer.Option(callback=_refuse_secret_in_url, help="URL that receives events; can be given more than once."),
    ] = None,
    webhook_secret_file: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="File with the secrets that sign events: one line for all webhooks, or one line for each. "
            "XI_SANDBOX_WEBHOOK_SECRET sets one for all.",
        ),
    ] = None,
    webhooks_anywhere: Annotated[
        bool, typer.Option("--webhooks-anywhere", help="Allow webhook URLs outside this machine.")
    ] = False,
    host_name: Annotated[
        list[str] | None,
        typer.Option(help="Another host name that may be used to reach the page; can be given more than once."),
    ] = None,
    print_catalogue: Annotated[
        bool, typer.Option("--print-catalogue", help="Print the default catalogue, as a start for your own.")
    ] = False,
) -> None:
    """Run a sandbox of the orders API until Ctrl-C, with a page for the browser.

    It stores orders and answers as the real API does. It is not Ingram Micro's service. With --ledger its page also
    shows the ledger of a program that places orders there; it writes nothing about them.
    """
    from xi.sdk.resellers.cli.sockets import listen, url_of
    from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, default_catalogue, serve

    if print_catalogue:
        session.out.text(default_catalogue().to_json().splitlines())
        return
    view = _view(session)
    policy = Policy(
        strict=strict,
        token_lifetime=timedelta(hours=token_hours),
        rate_limit=None if rate_limit is None else RateLimit(calls=rate_limit),
        webhooks_anywhere=webhooks_anywhere,
        host_names=frozenset(name.lower() for name in host_name or ()),
    )
    try:
        parts = None if catalogue is None else _catalogue(catalogue)
        tokens = _secrets("XI_SANDBOX_TOKEN", token_file)
        receivers = _with_secrets(webhook or [], _secrets("XI_SANDBOX_WEBHOOK_SECRET", webhook_secret_file))
        # Before the state is opened: a sandbox that cannot listen must deliver no events either.
        listening = listen(host, port, "another sandbox")
    except ValueError as error:
        raise _failed(error) from error
    with listening:
        try:
            sandbox = Sandbox(seed=seed, state=state, catalogue=parts, access_tokens=tokens, policy=policy)
            for url, secret in receivers:
                _register(sandbox, url, secret)
        except ValueError as error:
            raise _failed(error) from error
        session.out.text(
            [f"A sandbox of the orders API, not Ingram Micro's service, at {url_of(listening)} (Ctrl-C stops it)."]
        )
        try:
            serve(host, port, sandbox, listening=listening, ledger=view)
        except KeyboardInterrupt:
            pass  # it has drained, and ends well
        finally:
            sandbox.close()


def _catalogue(given: str) -> Catalogue:
    """Return the catalogue of a file, or a made-up one.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is no catalogue, or the numbers of a made-up one are not possible.
    """
    from xi.sdk.resellers.sandbox import Catalogue, generated_catalogue

    if not given.startswith(_GENERATED):
        if not Path(given).exists():
            raise ValueError(f"--catalogue is {given!r}; this file does not exist")
        return Catalogue.read(given)
    products, _, seed = given.removeprefix(_GENERATED).partition(":")
    try:
        numbers = int(products), int(seed or _SEED)
    except ValueError:
        raise ValueError(f"--catalogue is {given!r}; it should look like {_GENERATED}100000:7") from None
    try:
        made = generated_catalogue(*numbers)
    except ValueError as error:
        raise ValueError(f"--catalogue is {given!r}: {error}") from None
    made.prepare()
    return made


def _view(session: Session) -> LedgerView | None:
    """Return what reads the ledger that the line names; one of the configuration is not shown by itself."""
    if session.common.ledger is None:
        return None
    from xi.sdk.resellers.cli.ledger_view import LedgerView

    view = LedgerView(session.config.ledger_with_password(session.config.get("ledger")))
    session.closing(closing(view))
    return view


def _failed(error: ValueError) -> CommandError:
    """Return the error of a command that has done nothing."""
    return CommandError(str(error), word="bad-option")


def _register(sandbox: Sandbox, url: str, secret: str) -> None:
    """Register a webhook; it replaces those that the state file has for its URL with another secret."""
    known = [hook for hook in sandbox.hooks.registered() if hook.url == url]
    if secret not in [hook.secret for hook in known]:
        sandbox.hooks.add(url, secret)
        for hook in known:
            sandbox.hooks.remove(hook.number)


def _secrets(variable: str, path: Path | None) -> list[str]:
    """Return the secrets in a file, one per line, or the one in a variable.

    Raises:
        ValueError: Both are given, or the file is empty or no text.
        OSError: The file cannot be read.
    """
    value = os.environ.get(variable, "").strip()
    if path is None:
        return [value] if value else []
    if value:
        raise ValueError(f"{variable} is set and a file is given; use one of them")
    try:
        found = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise ValueError(f"{path} is not UTF-8 text") from None
    if not found:
        raise ValueError(f"{path} is empty; it should hold one secret per line")
    return found


def _with_secrets(urls: list[str], secrets: list[str]) -> list[tuple[str, str]]:
    """Return each URL with its secret.

    Raises:
        ValueError: There are not as many secrets as URLs, nor one for all.
    """
    if urls and not secrets:
        raise ValueError("--webhook needs a secret, in XI_SANDBOX_WEBHOOK_SECRET or --webhook-secret-file")
    if urls and len(secrets) not in (1, len(urls)):
        raise ValueError(f"there are {len(urls)} webhooks and {len(secrets)} secrets; give one for all or one for each")
    return list(zip(urls, secrets * len(urls) if len(secrets) == 1 else secrets, strict=False))


def catalogue(session: Session) -> None:
    """Print the sandbox's catalogue, as a start for your own."""
    from xi.sdk.resellers.sandbox import default_catalogue

    session.warn("catalogue is now: xi-orders sandbox --print-catalogue")
    session.out.text(default_catalogue().to_json().splitlines())
