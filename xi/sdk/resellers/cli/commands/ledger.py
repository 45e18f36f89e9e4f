"""The commands that take care of the ledger: make, check, copy, restore, move and query it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import urlsplit

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.values import day, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering.ledger import Info

_SEARCHED_DAYS: Final = 20
"""For how long a PO is searched for before its first send, in a new ledger of the environment production."""
_Because = Annotated[str | None, typer.Option("--because", metavar="WHY", help="Why, for the history.")]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")]


def init(
    session: Session,
    trusted: Annotated[
        bool,
        typer.Option("--trusted", help="No order was placed before there was this ledger: search for none of them."),
    ] = False,
) -> None:
    """Make a ledger.

    In production every PO is then searched for before its first send, for 20 days, since it may have been placed before
    there was a ledger. With --trusted none is.
    """
    from xi.sdk.resellers.ordering import Ledger

    environment = session.identity.label
    session.announce()
    if trusted:
        session.confirm("No PO will be searched for before its first send: each order placed earlier is sent again.")
    made = Ledger.init(session.ledger_place(), trusted=trusted, environment=environment)
    session.closing(_closed(made))
    distrust = made.info().distrust
    until = None if distrust is None else _moment(distrust.at) + timedelta(days=_SEARCHED_DAYS)
    item = {"ledger": made.name, "environment": environment, "searched_until": until}

    def lines() -> Iterator[str]:
        yield f"made {made.name} for {environment}"
        if until is not None:
            yield f"each PO is searched for before its first send, until {session.out.text_of(until)}"

    session.out.one("ledger-init", item, lines)


def info(session: Session) -> None:
    """Show where the ledger is and what is in it."""
    item = _info(session.unopened_ledger().info())
    session.out.one("ledger-info", item)


def check(session: Session) -> Code:
    """Check the ledger: is it whole, does it keep the rules, who can read it.

    A line for each fault, and exit code 1. Nothing is changed.
    """
    found = session.unopened_ledger().check()
    columns = (Column("code"), Column("says"), Column("to_do"), Column("key", in_table=False))
    items = ({"code": each.code, "says": each.says, "to_do": each.to_do, "key": each.key} for each in found)
    session.out.rows("ledger-check", columns, items, empty="nothing is wrong with it")
    return Code.NO if found else Code.DONE


def backup(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup; it must not be there.", show_default=False)],
) -> None:
    """Copy the ledger while it is in use, into a file that only this user can read.

    A ledger in PostgreSQL becomes such a file too. It has no access tokens.
    """
    if not file.absolute().parent.is_dir():
        raise CommandError(f"there is no folder {file.absolute().parent}", word="file-unusable")
    made = session.unopened_ledger().backup(file)
    item = {"file": str(made.file), "at": _moment(made.at), "orders": made.orders}
    session.out.one("ledger-backup", item, lambda: [f"{_counted(made.orders, 'order')} copied to {made.file}"])


def restore(
    session: Session,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup; it is only read.", show_default=False)],
    because: _Because = None,
) -> None:
    """Put a backup in the place of the ledger, and distrust it from the backup's time on.

    What was sent since the backup is not in it, so each PO is searched for before its first send. The ledger as it is
    now is kept aside. Stop all workers first.
    """
    if not file.is_file():
        raise CommandError(f"there is no backup {file}", word="file-unusable")
    ledger = session.unopened_ledger()
    settings = session.settings()
    session.announce()
    name = _name_of(ledger.name)
    session.confirm(f"{file} takes the place of the ledger {name}; what is newer is kept aside.", typed=name)
    restored = ledger.restore(file, quiet=settings.quiet, because=because)
    aside = None if restored.aside is None else str(restored.aside)
    item = {"ledger": ledger.name, "since": _moment(restored.since), "aside": aside}

    def lines() -> Iterator[str]:
        yield f"{file} was put back; orders since {session.out.text_of(item['since'])} may be missing, and are searched"
        if aside is not None:
            yield f"the ledger as it was: {aside}"

    session.out.one("ledger-restore", item, lines)
    session.say(f"no new order is sent for {settings.quiet:g} s: it is searched for until then")
    session.say("when all is well again: xi-orders ledger trust")


def distrust(
    session: Session,
    since: Annotated[
        str,
        typer.Option("--since", metavar="T", help="Orders from this time on may be missing; 2026-11-25T09:30 or 2h."),
    ],
    because: _Because = None,
) -> None:
    """Search for each PO before its first send, since the ledger may have lost orders.

    For a ledger that something else has restored, such as a snapshot of a machine.
    """
    when = moment(since, "--since", now=datetime.now(UTC))
    settings = session.settings()
    session.announce()
    ledger = session.ledger()
    ledger.distrust(when, quiet=settings.quiet, because=because)
    said = ledger.info().distrust
    item = {"ledger": ledger.name, "since": when if said is None else _moment(said.since)}
    shown = session.out.text_of(item["since"])
    lines = [f"each PO is searched for before its first send: orders since {shown} may be missing"]
    session.out.one("ledger-distrust", item, lambda: lines)
    session.say("when all is well again: xi-orders ledger trust")


def trust(session: Session, because: _Because = None) -> None:
    """End the distrust: no PO is searched for before its first send any more."""
    session.announce()
    session.confirm("POs are sent without a search: is every order that was ever placed in this ledger?")
    ledger = session.ledger()
    ledger.trust(because=because)
    session.out.one("ledger-trust", {"ledger": ledger.name}, lambda: [f"{ledger.name} knows of all orders"])


def migrate(
    session: Session,
    dry_run: _DryRun = False,
    check: Annotated[bool, typer.Option("--check", help="Only say whether one is due; exit code 1 if it is.")] = False,
) -> Code:
    """Bring the tables of the ledger to this version of the program.

    An SQLite file is copied aside first. It is migrated when it is opened, too; a shared database never is.
    """
    if not check:
        session.announce()
    done = session.unopened_ledger().migrate(dry_run=dry_run, check=check)
    item = {
        "before": done.before,
        "after": done.after,
        "steps": list(done.steps),
        "due": done.is_due,
        "copy": None if done.copy is None else str(done.copy),
    }

    def lines() -> Iterator[str]:
        if not done.steps:
            yield f"its tables have version {done.after}: nothing to do"
            return
        yield from (f"{'to do' if done.is_due else 'done'}: {each}" for each in done.steps)
        yield f"version {done.before} {'would become' if done.is_due else 'became'} {done.after}"
        if done.copy is not None:
            yield f"the file as it was: {done.copy}"

    session.out.one("ledger-migrate", item, lines)
    return Code.NO if check and done.is_due else Code.DONE


def move(
    session: Session,
    url: Annotated[str, typer.Argument(metavar="URL", help="Where to: a new file, or a database.", show_default=False)],
    because: _Because = None,
) -> None:
    """Copy all into another database, compare both, and let nothing be sent from the old one again.

    Refused while a worker is seen. If it fails, the old one is used as before.
    """
    _refuse_password(url)
    ledger = session.unopened_ledger()
    session.announce()
    name = _name_of(ledger.name)
    session.confirm(f"The ledger {name} moves to {url}; nothing is sent from the old one again.", typed=name)
    moved = ledger.move(url, because=because)
    orders, events = moved.rows["entries"], moved.rows["notes"]
    item = {"ledger": ledger.name, "to": moved.to, "orders": orders, "events": events}
    counts = f"{_counted(orders, 'order')}, {_counted(events, 'event')} copied and compared"
    session.out.one("ledger-move", item, lambda: [f"{counts} · the old one will not send"])
    is_file = "://" not in url or url.lower().startswith("sqlite:")
    session.say(f"now: xi-orders config set ledger {moved.to if is_file else url}")


def sql(
    session: Session,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT.", show_default=False)],
) -> None:
    """Query the ledger by its views: orders, lines, events and batches. Nothing can be written.

    The dialect is that of the database: SQLite or PostgreSQL.
    """
    rows = session.closing(session.unopened_ledger().sql(query))
    twice = [name for name, count in Counter(rows.columns).items() if count > 1]
    if twice:
        raise CommandError(
            f"two columns of the answer are named {twice[0]!r}", word="bad-query", hint="name each of them with AS"
        )
    items = ({name: _plain(value) for name, value in zip(rows.columns, row, strict=True)} for row in rows)
    session.out.rows("ledger-sql", [Column(name, title=name) for name in rows.columns], items)


def redact(
    session: Session,
    before: Annotated[str, typer.Option("--before", metavar="DAY", help="Orders settled before this day, in UTC.")],
    dry_run: _DryRun = False,
    because: _Because = None,
) -> None:
    """Remove bodies, addresses and answers of orders that were settled before a day.

    That they were placed is kept for ever: POs, fingerprints, order numbers, the lines of the history. Backups that
    were made before are not changed.
    """
    first_kept = day(before, "--before")
    session.announce()
    ledger = session.ledger()
    if not dry_run:
        found = ledger.redact(first_kept, dry_run=True)
        session.confirm(
            f"The content of {_counted(found.orders, 'order')} settled before {first_kept} goes for good.",
            everywhere=True,
        )
    done = ledger.redact(first_kept, dry_run=dry_run, because=because)
    item = {
        "before": first_kept,
        "orders": done.orders,
        "events": done.events,
        "webhooks": done.webhooks,
        "dry_run": dry_run,
    }
    said = "would be removed" if dry_run else "removed"
    what = f"{_counted(done.orders, 'order')}, {_counted(done.events, 'event')}, {_counted(done.webhooks, 'webhook')}"
    session.out.one("ledger-redact", item, lambda: [f"content of {what} {said}"])


# -- what they have in common


class _closed:  # noqa: N801 - it is used as a function
    """Closes a ledger at the end of the command."""

    def __init__(self, ledger: Any) -> None:
        self._ledger = ledger

    def __enter__(self) -> None:
        """Do nothing: it is open."""

    def __exit__(self, *_error: object) -> None:
        self._ledger.close()


def _info(found: Info) -> dict[str, Any]:
    """Return what a ledger is, in the words of the schema."""
    return {
        "ledger": found.where,
        "environment": found.environment,
        "bytes": found.size,
        "version": found.version,
        "known_version": found.known_version,
        "made": _moment(found.made_at),
        "orders": sum(found.orders.values()),
        "states": {state.value: count for state, count in found.orders.items()},
        "events": found.events,
        "last_event": None if found.last_event is None else _moment(found.last_event),
        "distrusted_since": None if found.distrust is None else _moment(found.distrust.since),
        "moved_to": found.moved_to,
        "workers": list(found.workers),
    }


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _name_of(where: str) -> str:
    """Return the name of a ledger that a person types: of its file, or of its database."""
    path = urlsplit(where).path if "://" in where else where
    return Path(path).name or where


def _refuse_password(url: str) -> None:
    if "://" in url and urlsplit(url).password:
        raise CommandError(
            "the URL has a password, which process lists show to everyone",
            word="bad-option",
            hint="leave it out, and put it into the file that PGPASSFILE names",
        )


def _plain(value: Any) -> Any:
    """Return a value of a database as a value of JSON."""
    match value:
        case float() if not isfinite(value):
            return str(value)  # JSON has no infinity
        case None | str() | bool() | int() | float() | date() | Decimal():
            return value
        case bytes():
            return value.hex()
        case dict():
            pairs: dict[Any, Any] = value  # pyright: ignore[reportUnknownVariableType] - anything of JSON
            return {str(name): _plain(each) for name, each in pairs.items()}
        case list():
            items: list[Any] = value  # pyright: ignore[reportUnknownVariableType] - anything of JSON
            return [_plain(each) for each in items]
        case _:
            return str(value)
