"""The command doctor: a line for each part of the set-up, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from xi.sdk.resellers.cli.codes import Code, worst
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xi.sdk.resellers.cli.commands._checks import Row
    from xi.sdk.resellers.cli.config import Identity, Value
    from xi.sdk.resellers.cli.session import Session

_STYLES = {"ok": "green", "warning": "yellow", "failed": "red"}
_COLUMNS = (
    Column("check"),
    Column("state", paint=lambda value: _STYLES[value]),
    Column("found"),
    Column("do"),
)


def doctor(
    session: Session,
    offline: Annotated[bool, typer.Option("--offline", help="Call nobody: look at this machine only.")] = False,
) -> Code:
    """Check the set-up: a line for each part of it, and what to do.

    Nothing is changed and no order is sent. Each API product is asked once whether the app is approved for it, if the
    quota has room for that. Ends with 0 if all is well or only a warning, 6 for the ledger, 4 for what
    keeps the API from working, else 1.
    """
    call_timeout = session.call_timeout
    codes: list[Code] = []

    def items() -> Iterator[dict[str, str | None]]:
        for row in _rows(session, call_timeout, offline=offline):
            codes.append(row.code)
            yield {"check": row.check, "state": row.state, "found": row.found, "do": row.do or None}

    session.out.rows("doctor", _COLUMNS, items(), live=True)
    return worst(codes)


def _rows(session: Session, call_timeout: float | None, *, offline: bool) -> Iterator[Row]:
    from xi.sdk.resellers.cli.commands import _checks as checks

    config = session.config
    files = ", ".join(str(file.path) for file in config.files) or "no file"
    chosen = f"profile {config.profile}" if config.profile else "no profile"
    try:
        config.check()
        yield checks.Row("configuration", checks.OK, f"{chosen}, of {files}")
    except CommandError as error:
        yield checks.failed("configuration", error)
    identity: Identity | None = None
    try:
        identity = config.identity(acting=False)
        yield checks.Row("environment", checks.OK, f"{identity.label}: {identity.host}")
    except CommandError as error:
        yield checks.failed("environment", error)
    has_account = False
    if identity is not None:
        try:
            identity = config.identity()
            has_account = True
            yield checks.Row("account", checks.OK, f"{identity.customer_number} {identity.country_code}")
        except CommandError as error:
            yield checks.failed("account", error)
    has_credentials = False
    try:
        yield _credentials(session)
        has_credentials = True
    except CommandError as error:
        yield checks.failed("credentials", error)
    if not offline and identity is not None and has_account and has_credentials:
        with Steps(session) as steps:
            trial = checks.tried(session.configuration(), steps, call_timeout=call_timeout)
        yield from checks.api_rows(trial, identity)
    ledger: Value | None = None
    if identity is not None:
        yield checks.ledger_row(session)
        ledger = config.ledger_url(identity)
        disk = checks.disk_row(ledger)
        if disk is not None:
            yield disk
    yield from checks.file_rows(config, ledger)


def _credentials(session: Session) -> Row:
    """Return that there are credentials.

    Raises:
        CommandError: there are none.
    """
    from xi.sdk.resellers.cli.commands import _checks as checks

    config = session.config
    if config.access_token() is not None:
        source = config.get("access_token").source
        found = f"a token of {source}, which ends by itself"
        return checks.Row("credentials", checks.WARNING, found, "use a client ID and its secret for what runs longer")
    client_id, _ = config.credentials()
    place = config.secret_place("client_secret")
    kept = "" if place is None else f"; its secret by {place[0]} ({place[1].source})"
    return checks.Row("credentials", checks.OK, f"{client_id}{kept}")
