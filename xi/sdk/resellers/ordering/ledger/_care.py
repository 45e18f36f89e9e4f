"""The care of a ledger: what it is, what is wrong with it, backups, versions, moving, and whether it is trusted."""

from __future__ import annotations

import os  # noqa: TC003 - get_type_hints resolves it at runtime
from datetime import date, datetime
from pathlib import Path

from xi.sdk.resellers.ordering.ledger import (
    _checking,
    _copying,
    _migrating,
    _moving,
    _queries,
    _redacting,
    _restoring,
    _trust,
)
from xi.sdk.resellers.ordering.ledger._database import Database
from xi.sdk.resellers.ordering.settings import Settings

_QUIET_S = Settings().quiet


class Care:
    """What a person does with a ledger as a whole. What changes it is an act, with who, when and why."""

    _database: Database

    def info(self) -> _checking.Info:
        """Return what the ledger is: where, how big, whose, and how many orders it has.

        Raises:
            LedgerError: it cannot be read.
        """
        return _checking.info(self._database)

    def check(self) -> list[_checking.Finding]:
        """Return what is wrong with the ledger: damage, broken rules of the protocol, rights, clocks.

        Nothing is changed.

        Raises:
            LedgerError: it cannot be read at all.
        """
        return _checking.check(self._database)

    def backup(self, file: str | os.PathLike[str], *, by: str | None = None) -> _copying.Backup:
        """Make a backup while the ledger is in use: an SQLite file that only this user can read, without access tokens.

        A ledger in PostgreSQL is copied into such a file, too; `restore` puts it back into either kind of database.

        Args:
            file: the backup, which must not be there.
            by: who does it; None is the login name.

        Raises:
            ApiValueError: the file is there already.
            LedgerError: the ledger cannot be read, or the file not be written.
        """
        return _copying.back_up(self._database, Path(file), by=by)

    def restore(
        self,
        file: str | os.PathLike[str],
        *,
        quiet: float = _QUIET_S,
        by: str | None = None,
        because: str | None = None,
    ) -> _restoring.Restored:
        """Put a backup in the place of this ledger, and distrust it from the backup's time on.

        The ledger as it is now is kept aside: beside it, or beside the backup if it is in PostgreSQL.

        Args:
            file: the backup; it is only read.
            quiet: for how long after this no order is sent that may have been lost, in seconds; see `Settings.quiet`.
            by: who does it; None is the login name.
            because: why.

        Raises:
            LedgerError: the backup cannot be used, a worker was seen, or an order is being sent.
        """
        restored = _restoring.restore(self._database, Path(file).absolute(), quiet=quiet, by=by, because=because)
        self._forget()
        return restored

    def distrust(
        self,
        since: float | datetime | date,
        *,
        quiet: float = _QUIET_S,
        by: str | None = None,
        because: str | None = None,
    ) -> None:
        """Say that orders from a moment on may be missing: each PO is searched for before its first send.

        It is for a ledger that something else has restored, a snapshot of a machine for example.

        Args:
            since: the moment: seconds since 1970, a datetime with a time zone, or a day, which begins at midnight UTC.
            quiet: how long such a search has to wait, in seconds: what was lost may have been sent just now.
            by: who says so; None is the login name.
            because: why.

        Raises:
            ApiValueError: the moment is in the future.
            LedgerError: the ledger cannot be written.
        """
        _trust.distrust(self._database, since, quiet=quiet, by=by, because=because)

    def trust(self, *, by: str | None = None, because: str | None = None) -> None:
        """Say that the ledger knows of all orders: no PO is searched for before its first send any more.

        Args:
            by: who says so; None is the login name.
            because: why.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        _trust.trust(self._database, by=by, because=because)

    def migrate(self, *, dry_run: bool = False, check: bool = False, by: str | None = None) -> _migrating.Migration:
        """Bring the tables to the version of this program. An SQLite file is copied aside first.

        Args:
            dry_run: whether all of it is done, and then undone.
            check: whether nothing is done, and the answer only says whether a migration is due.
            by: who does it; None is the login name.

        Raises:
            LedgerError: the ledger is of a newer version, or cannot be written.
        """
        return _migrating.migrate(self._database, dry_run=dry_run, check=check, by=by)

    def move(
        self,
        url: str | os.PathLike[str],
        *,
        prefix: str | None = None,
        schema: str | None = None,
        by: str | None = None,
        because: str | None = None,
    ) -> _moving.Moved:
        """Copy everything into another database, compare it, and let nothing be sent from this ledger again.

        Access tokens are not copied. If it fails, this ledger is used as before.

        Args:
            url: where to: the path of an SQLite file that is not there, or the URL of a database.
            prefix: what the names of the tables begin with there; None is as here.
            schema: the schema of the tables there; None is the connection's own.
            by: who does it; None is the login name.
            because: why.

        Raises:
            ApiValueError: the URL cannot be used, or is that of this ledger.
            LedgerError: a worker was seen, an order is being sent, there is a ledger already, or the copy differs.
        """
        target = self._place(url, prefix, schema)
        try:
            return _moving.move(self._database, target, by=by, because=because)
        finally:
            target.close()

    def redact(
        self,
        before: float | datetime | date,
        *,
        dry_run: bool = False,
        by: str | None = None,
        because: str | None = None,
    ) -> _redacting.Redacted:
        """Drop the bodies, addresses and raw answers of orders that were settled before a day.

        Key, fingerprint, order numbers and the lines of the history are kept for ever. Backups that were made before
        are not changed. PostgreSQL writes over what was dropped with time; VACUUM FULL does so at once.

        Args:
            before: seconds since 1970, a datetime with a time zone, or a day, which begins at midnight UTC.
            dry_run: whether it is only counted what would be dropped.
            by: who does it; None is the login name.
            because: why.

        Raises:
            ApiValueError: the moment is in the future.
            LedgerError: the ledger cannot be written, or others read the SQLite file, so that its log keeps what was
            dropped.
        """
        return _redacting.redact(self._database, before, dry_run=dry_run, by=by, because=because)

    def sql(self, query: str) -> _queries.Rows:
        """Run a query over the views orders, lines, events and batches; it cannot write.

        Args:
            query: one SELECT statement, in the dialect of the database.

        Raises:
            ApiValueError: the query is wrong, or would write.
            LedgerError: the ledger cannot be read.
        """
        return _queries.query(self._database, query)

    def _place(self, url: str | os.PathLike[str], prefix: str | None, schema: str | None) -> Database:
        """Return another place for a ledger."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Check the ledger again before its next use."""
        raise NotImplementedError
