"""The store in a file: an SQLite database that one sandbox at a time works on."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.state.faults import Fault
from xi.sdk.resellers.sandbox.state.logs import Event, Exchange
from xi.sdk.resellers.sandbox.state.tokens import Token
from xi.sdk.resellers.sandbox.state.webhooks import Delivery, Hook

_APPLICATION: Final = 0x58_49_53_42
"""Marks the file as a sandbox's: the letters XISB."""
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
}


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind])


def _text(kind: str, value: object) -> str:
    if callable(value):
        value = value()
    # A catalogue may hold its stock in any kind of mapping.
    return _adapter(kind).dump_json(value, fallback=dict, warnings=False).decode()


class SqliteStore:
    """A store in a file.

    Args:
        path: The file; made when it is not there, readable by its owner alone, since secrets of webhooks are in it.

    Raises:
        ValueError: It is not a sandbox's file, of another version, or in use.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        self._lock = Lock()
        self._changes: dict[tuple[str, str], object] = {}
        if not self._path.exists():
            self._path.touch(mode=0o600)
        # Calls come from the server's thread, webhooks from their own; the lock keeps them apart.
        try:
            self._database = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=0)
        except sqlite3.Error as error:
            raise ValueError(f"{self._path} cannot be used: it is no sandbox's state ({error})") from error
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._database.close()
            reason = "another sandbox has it open" if "locked" in str(error) else f"it is no sandbox's state ({error})"
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
        # Also where it was made by somebody more generous: secrets of webhooks are in it.
        for name in (self._path, self._path.with_name(f"{self._path.name}-wal")):
            if name.exists():
                name.chmod(0o600)

    def put(self, kind: str, key: str, value: object) -> None:
        """Take something new or changed: a value, or a function that makes it when it is written."""
        with self._lock:
            self._changes[kind, key] = value

    def drop(self, kind: str, key: str) -> None:
        """Take that something is gone."""
        with self._lock:
            self._changes[kind, key] = None

    def commit(self) -> None:
        """Make all that was taken last, in one transaction."""
        with self._lock:
            if not self._changes:
                return
            # Made into text first: what cannot be is a fault of the program, and must not leave a transaction open.
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
                # What was taken stays so, for the next time: a full disk may have room again by then.
                if self._database.in_transaction:
                    run("ROLLBACK")
                raise
            self._changes = {}

    def read(self, kind: str) -> Iterator[tuple[str, object]]:
        """Return what an earlier run left, in the order it first came.

        Raises:
            ValueError: Something in it cannot be read; it names that.
        """
        key = ""
        try:
            for key, value in self._database.execute(
                "SELECT key, value FROM kept WHERE kind = ? ORDER BY position", (kind,)
            ):
                yield key, _adapter(kind).validate_json(value)
        except sqlite3.DatabaseError as error:
            raise ValueError(f"it is no sandbox's state ({error})") from None
        except ValidationError as error:
            raise ValueError(f"{kind} {key} cannot be read: {error.errors()[0]['msg']}".replace("  ", " ")) from None

    def close(self) -> None:
        """Make what was taken last, and let go of the file."""
        self.commit()
        self._database.close()
