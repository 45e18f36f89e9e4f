"""The worker: settles what is due, as a service or once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xi.sdk.resellers.cli import options, reading
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import seconds

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.codes import Code
    from xi.sdk.resellers.cli.session import Session


def worker(
    session: Session,
    threads: Annotated[int, typer.Option("--threads", metavar="N", min=1, max=64, help="Orders in hand at once.")] = 8,
    inbox: Annotated[
        Path | None,
        typer.Option("--inbox", metavar="DIR", help="Place the orders of files that are renamed into this folder."),
    ] = None,
    said: reading.FileOptions = reading.AS_THEY_ARE,
    track: Annotated[bool, typer.Option("--track", help="Follow orders until they are delivered or invoiced.")] = False,
    listen: Annotated[
        str | None,
        typer.Option("--listen", metavar="ADDR", help="Answer /livez, /readyz and /metrics here: 127.0.0.1:9102."),
    ] = None,
    metrics_file: options.MetricsFile = None,
    on_held: Annotated[
        str | None,
        typer.Option("--on-held", metavar="CMD", help="Run it for each order that needs a person; no shell."),
    ] = None,
    on_settled: Annotated[
        str | None, typer.Option("--on-settled", metavar="CMD", help="Run it for each order that is settled; no shell.")
    ] = None,
    drain: Annotated[
        str, typer.Option("--drain", metavar="TIME", help="How long what is out is awaited at the end.")
    ] = "60s",
    once: Annotated[
        bool, typer.Option("--once", help="End when nothing is due; the exit code says what is left.")
    ] = False,
    times: options.Times = options.NO_TIMES,
) -> Code:
    """Settle what is due until SIGTERM or Ctrl-C: send what is planned, look for what is in doubt, take webhooks.

    Any number of workers can share a ledger. On the first signal nothing new begins, what is out is awaited, and the
    exit code is 0; on a second one it ends at once. See docs/worker-service.md for systemd, containers and Windows.
    """
    from xi.sdk.resellers.cli.worker.hooks import Hook
    from xi.sdk.resellers.cli.worker.listen import address_of
    from xi.sdk.resellers.cli.worker.log import speaking
    from xi.sdk.resellers.cli.worker.service import Plan, Service

    if said != reading.AS_THEY_ARE and inbox is None:
        raise CommandError("how files are read is for the worker with an inbox", word="bad-usage", hint="--inbox DIR")
    reading.read_options(session, said)
    plan = Plan(
        threads=threads,
        is_once=once,
        inbox=inbox,
        reading=said,
        tracks=track,
        listen=None if listen is None else address_of(listen),
        metrics_file=None if metrics_file is None else Path(metrics_file),
        drain_s=seconds(drain, "--drain"),
    )
    held = None if on_held is None else Hook("--on-held", on_held)
    settled = None if on_settled is None else Hook("--on-settled", on_settled)
    settings = session.settings(times)
    session.announce()
    desk = session.desk(settings=settings, on_held=held, on_settled=settled)
    with speaking(session):
        code, progress, files = Service(session, desk, plan).run()
    item = {
        "done": progress.done,
        "placed": progress.placed,
        "partly": progress.partly,
        "rejected": progress.rejected,
        "held": progress.held,
        "files": files,
        "seconds": round(progress.seconds, 3),
        "exit_code": int(code),
    }
    session.out.one("worker", item, lambda: [str(progress)])
    return code
