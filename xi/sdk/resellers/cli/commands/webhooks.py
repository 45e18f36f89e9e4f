"""The commands that receive webhooks, and that say whether one is genuine."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session

_HEADER: Final = "x-hub-signature"
_DRAIN_S: Final = 30
"""How long webhooks that have begun to come may take at the end, in seconds; each takes milliseconds."""


def serve(
    session: Session,
    host: Annotated[
        str, typer.Option(help="Address to listen on; only this machine can reach the default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8098,
) -> Code:
    """Receive webhooks until Ctrl-C or SIGTERM, and note them in the ledger; stock events in the mirror beside it.

    Any path is good. What a webhook says is a hint: place, recheck or worker look for the order themselves. The secret
    is that of the profile, XI_WEBHOOK_SECRET or XI_WEBHOOK_SECRET_FILE. Ingram Micro sends over HTTPS only: put a
    proxy that ends TLS in front.
    """
    import uvicorn

    from xi.sdk.resellers.cli.mirror import open_mirror
    from xi.sdk.resellers.cli.sockets import listen, url_of
    from xi.sdk.resellers.cli.stock_noting import StockNoting
    from xi.sdk.resellers.ordering import webhook_app
    from xi.sdk.resellers.sandbox.http.connections import KEPT_FILES, Connections

    secrets = session.config.webhook_secrets()
    session.announce()
    app = StockNoting(webhook_app(session.desk(calls=False), secret=secrets), open_mirror(session))
    try:
        listening = listen(host, port, "another receiver")
    except ValueError as error:
        raise CommandError(str(error), word="bad-option") from error
    config = uvicorn.Config(
        app,
        # Senders that open connections and send nothing must not keep out the one that has an event.
        http=Connections().protocol(),
        # So many are accepted in each turn of the loop, and it takes some turns until the first of them can be closed.
        backlog=KEPT_FILES // 12,
        lifespan="off",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=_DRAIN_S,
    )
    # After its shutdown uvicorn raises the signal again: a service that has drained ends with 0.
    with listening, suppress(KeyboardInterrupt):
        session.out.text([f"Webhooks are received at {url_of(listening)} (Ctrl-C stops it)."])
        uvicorn.Server(config).run([listening])
    return Code.DONE


def verify(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The body of the webhook, byte for byte.")],
    signature: Annotated[
        str | None, typer.Option(metavar="TEXT", help=f"The header {_HEADER} that came with it.")
    ] = None,
    headers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file with the headers, a line each, in place of --signature.")
    ] = None,
) -> Code:
    """Say whether a webhook is genuine: 0 if it is, 1 if not.

    Only its event ID is signed, not the rest of its body.
    """
    from xi.sdk.resellers.webhooks import verify as is_signed

    if (signature is None) == (headers is None):
        raise CommandError(
            "give the signature: its text with --signature, or a file with the headers with --headers", word="bad-usage"
        )
    body = file.read_bytes()
    given = [signature] if headers is None else _signatures(headers)
    secrets = session.config.webhook_secrets()
    is_genuine = len(given) == 1 and is_signed(body, given[0], secrets)
    why = None
    if not is_genuine:
        why = "no secret fits the signature" if len(given) == 1 else f"{len(given)} headers {_HEADER}, not one"
    item = {"genuine": is_genuine, "because": why}
    session.out.one("webhook", item, lambda: ["genuine" if is_genuine else f"not genuine: {why}"])
    return Code.DONE if is_genuine else Code.NO


def _signatures(file: Path) -> list[str]:
    """Return the signatures among headers."""
    lines = (line.partition(":") for line in file.read_text(encoding="latin-1").splitlines())
    return [value.strip() for name, _, value in lines if name.strip().lower() == _HEADER]
