"""The store in a file: an SQLite database that one sandbox uses at a time."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.state.books import BOOKS
from xi.sdk.resellers.sandbox.state.faults import Fault
from xi.sdk.resellers.sandbox.state.logs import Event, Exchange
from xi.sdk.resellers.sandbox.state.store import Store
from xi.sdk.resellers.sandbox.state.tokens import Token
from xi.sdk.resellers.sandbox.state.webhooks import Delivery, Hook

_APPLICATION: Final = 0x58_49_53_42
"""Marks the file as the state of a sandbox: the letters XISB."""
_VERSION: Final = 1

_KINDS: Final[dict[str, Any]] = {
    "order": Order,
    "stock": list[tuple[str, str, int]],
    "token": Token,
    "event": Event,
    "hook": Hook,
    "delivery": Delivery,
    "exchange": Exchange,
    "faults": tuple[Fault, ...],
    "clock": float,
    "runs": int,
    **{each.kind: each.type for each in BOOKS},
}


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])


def _text(kind: str, value: object) -> str:
    if callable(value):
        value = value()
    # The stock of a part may be any kind of mapping.
    # A part has many members, and a line of an order has the part; most members have their usual values.
    is_long = kind == "order"
    return _adapter(kind).dump_json(value, fallback=dict, warnings=False, exclude_defaults=is_long).decode()


class SqliteStore(Store):
    """A store in a file.

    Args:
        path: The file; it is created if needed. Only its owner can read it, since it contains secrets of webhooks.

    Raises:
        ValueError: It is not the state of a sandbox, has another version, or is in use.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        self._lock = Lock()
        self._changes: dict[tuple[str, str], object] = {}
        self._rows: sqlite3.Cursor | None = None
        """What is read, or was read last."""
        if not self._path.exists():
            self._path.touch(mode=0o600)
        # The server and the webhooks use it in different threads, one at a time because of the lock.
        try:
            self._database = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=0)
        except sqlite3.Error as error:
            raise ValueError(f"{self._path} cannot be used: it is not a sandbox's state ({error})") from error
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._database.close()
            is_locked = "locked" in str(error)
            reason = "another sandbox has it open" if is_locked else f"it is not a sandbox's state ({error})"
            raise ValueError(f"{self._path} cannot be used: {reason}") from error
        except ValueError:
            self._database.close()
            raise

    def _prepare(self) -> None:
        run = self._database.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("BEGIN EXCLUSIVE")
        (application,) = run("PRAGMA application_id").fetchone()
        (version,) = run("PRAGMA user_version").fetchone()
        (tables,) = run("SELECT count(*) FROM sqlite_master").fetchone()
        if tables == 0:
            run(f"PRAGMA application_id = {_APPLICATION}")
            run(f"PRAGMA user_version = {_VERSION}")
            run(
                "CREATE TABLE kept (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, "
                "value TEXT NOT NULL, UNIQUE (kind, key))"
            )
        elif application != _APPLICATION:
            raise ValueError(f"{self._path} cannot be used: it is a database of something else")
        elif version != _VERSION:
            raise ValueError(f"{self._path} cannot be used: it is of version {version}, this sandbox's is {_VERSION}")
        run("COMMIT")
        # It may have been created with more rights, and it contains secrets of webhooks.
        for name in (self._path, self._path.with_name(f"{self._path.name}-wal")):
            if name.exists():
                name.chmod(0o600)

    def put(self, kind: str, key: str, value: object) -> None:
        """Add a new or changed value, or a function that makes it when it is written."""
        with self._lock:
            self._changes[kind, key] = value

    def drop(self, kind: str, key: str) -> None:
        """Remove a value."""
        with self._lock:
            self._changes[kind, key] = None

    def commit(self) -> None:
        """Write all changes in one transaction."""
        with self._lock:
            if not self._changes:
                return
            # Converted to text first, since an error in this must not leave a transaction open.
            rows = [
                (kind, key, None if value is None else _text(kind, value))
                for (kind, key), value in self._changes.items()
            ]
            run = self._database.execute
            run("BEGIN")
            try:
                for kind, key, text in rows:
                    if text is None:
                        run("DELETE FROM kept WHERE kind = ? AND key = ?", (kind, key))
                    else:
                        run(
                            "INSERT INTO kept (kind, key, value) VALUES (?, ?, ?) "
                            "ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                            (kind, key, text),
                        )
                run("COMMIT")
            except BaseException:
                # The changes are kept for the next commit: a full disk may have room again then.
                if self._database.in_transaction:
                    run("ROLLBACK")
                raise
            self._changes = {}

    def read(self, kind: str) -> Iterator[tuple[str, object]]:
        """Return the values of an earlier run, in the sequence in which they were first put.

        Raises:
            ValueError: A value cannot be read; the message names it.
        """
        key = ""
        try:
            self._rows = self._database.execute("SELECT key, value FROM kept WHERE kind = ? ORDER BY position", (kind,))
            for key, value in self._rows:
                yield key, _adapter(kind).validate_json(value)
        except sqlite3.DatabaseError as error:
            raise ValueError(f"it is not a sandbox's state ({error})") from None
        except ValidationError as error:
            raise ValueError(f"{kind} {key} cannot be read: {error.errors()[0]['msg']}".replace("  ", " ")) from None

    def close(self) -> None:
        """Write all changes, and close the file."""
        self.commit()
        if self._rows is not None:
            # The frames of an error may keep the rows open, and SQLite the lock until they are closed.
            self._rows.close()
            self._rows = None
        self._database.close()
