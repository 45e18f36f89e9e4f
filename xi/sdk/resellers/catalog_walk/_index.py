"""The index of a table: each SKU with a digest of its row, of this walk and of the last complete one.

It is on the disk, so that a catalogue of any size can be compared.
"""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._databases import primary_code
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from pathlib import Path

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS row (sku TEXT PRIMARY KEY, digest BLOB NOT NULL, page INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS last (sku TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unseen (sku TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS begun (id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS walk (id TEXT NOT NULL, ended REAL NOT NULL, asked TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS told (since REAL, counts TEXT NOT NULL);
"""
_CHANGES: Final = """
SELECT 'came', row.sku FROM row LEFT JOIN last USING (sku) WHERE last.sku IS NULL
UNION ALL
SELECT 'changed', row.sku FROM row JOIN last USING (sku) WHERE row.digest <> last.digest
UNION ALL
SELECT 'gone', last.sku FROM last LEFT JOIN row USING (sku)
WHERE row.sku IS NULL AND (NOT :is_short OR last.sku IN (SELECT sku FROM unseen))
"""
# What was not seen once more is gone. The rest of the last walk is not seen in this one for the first time, and stays.
_KEEP_UNSEEN: Final = (
    "DELETE FROM last WHERE sku IN (SELECT sku FROM row) OR sku IN (SELECT sku FROM unseen)",
    "DELETE FROM unseen",
    "INSERT INTO unseen SELECT sku FROM last",
)
_KEEP_NONE: Final = ("DELETE FROM last", "DELETE FROM unseen")
_DIGEST_BYTES: Final = 16
_NO_FILE: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
"""What SQLite says of the disk and of rights, as the other files of a walk say it."""


class _Database:
    """The database of an index. Where there is no room for it or no right to write it, it raises an `OSError`.

    Args:
        path: its file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.open("ab").close()  # SQLite does not say why a file cannot be opened
        # An awaited walk uses threads, one after the other.
        self._database = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)

    @contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            number = _NO_FILE.get(primary_code(error) or 0)
            if number is None:
                raise
            raise OSError(number, str(error), str(self._path)) from error

    def execute(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Carry out a statement."""
        with self._told():
            return self._database.execute(statement, values)

    def each(self, statement: str, values: Mapping[str, Any]) -> Iterator[Any]:
        """Yield the rows of a query that is too long for the memory."""
        with self._told():
            yield from self._database.execute(statement, values)

    def close(self) -> None:
        """Let others have it."""
        self._database.close()


class Index:
    """The index beside a table. One program has it at a time; it is free again when that program ends, however it ends.

    Args:
        path: its file.

    Raises:
        ApiValueError: another walk has it, or the file is something else.
        OSError: it cannot be written, or there is no room for it; so do all methods.
    """

    def __init__(self, path: Path) -> None:
        self._database = _Database(path)
        try:
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("BEGIN EXCLUSIVE")
            for each in _TABLES.strip().split(";\n"):
                self._database.execute(each)
            self._database.execute("COMMIT")
        except OSError:
            self._database.close()
            raise
        except sqlite3.DatabaseError as error:
            self._database.close()
            is_locked = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
            why = "another walk is writing this table" if is_locked else f"{error}; delete it to begin without it"
            raise ApiValueError(f"the index {path} cannot be used: {why}", argument="out") from None

    def close(self) -> None:
        """Let others have it."""
        self._database.close()

    def begun(self) -> str | None:
        """Return the ID of the walk whose rows are noted; None before the first."""
        found: tuple[str] | None = self._database.execute("SELECT id FROM begun").fetchone()
        return None if found is None else found[0]

    def begin(self, walk: str, page: int) -> None:
        """Forget what was noted of a page and of those after it.

        Args:
            walk: the ID of the walk.
            page: the page; with 1 all is forgotten.
        """
        self._database.execute("BEGIN")
        self._database.execute("DELETE FROM row WHERE page >= ?", (page,))
        self._database.execute("DELETE FROM begun")
        self._database.execute("INSERT INTO begun VALUES (?)", (walk,))
        self._database.execute("COMMIT")

    def add(self, page: int, rows: Sequence[tuple[str | None, bytes]]) -> list[bool]:
        """Note the rows of a page; return for each whether it is new in this walk.

        Args:
            page: the number of the page.
            rows: SKU and row; a row without a SKU is always new.
        """
        self._database.execute("BEGIN")
        found = [sku is None or self._note(page, sku, row) for sku, row in rows]
        self._database.execute("COMMIT")
        return found

    def _note(self, page: int, sku: str, row: bytes) -> bool:
        digest = blake2b(row, digest_size=_DIGEST_BYTES).digest()
        added = self._database.execute("INSERT OR IGNORE INTO row VALUES (?, ?, ?)", (sku, digest, page))
        return added.rowcount == 1

    def last(self) -> tuple[str, float, str] | None:
        """Return the ID of the last complete walk, when it ended, and what was walked; None if there was none."""
        found: tuple[str, float, str] | None = self._database.execute("SELECT id, ended, asked FROM walk").fetchone()
        return found

    def counts(self) -> tuple[int, int]:
        """Return how many products with a SKU this walk found, and how many the last complete one."""
        found = self._database.execute("SELECT (SELECT count(*) FROM row), (SELECT count(*) FROM last)")
        now, then = found.fetchone()
        return now, then

    def changes(self, *, is_short: bool) -> Iterator[tuple[str, str]]:
        """Yield the kind and the SKU of each difference from the last complete walk.

        Args:
            is_short: whether the server stated more products than came. Then one that did not come may be there still,
                and is gone only if the complete walk before did not see it either.
        """
        yield from self._database.each(_CHANGES, {"is_short": is_short})

    def told(self) -> tuple[float | None, dict[str, int]]:
        """Return what was told of the last complete walk: since when, and how many changes of each kind."""
        since, counts = self._database.execute("SELECT since, counts FROM told").fetchone() or (None, "{}")
        return since, json.loads(counts)

    def complete(
        self, walk: str, ended: float, asked: str, told: tuple[float | None, Mapping[str, int]], *, keeps_unseen: bool
    ) -> None:
        """Make this walk the last complete one.

        Args:
            walk: its ID.
            ended: when it ended.
            asked: what was walked.
            told: since when changes are told, and how many of each kind.
            keeps_unseen: whether the next walk is compared also with the products that this one did not see.
        """
        self._database.execute("BEGIN")
        for each in _KEEP_UNSEEN if keeps_unseen else _KEEP_NONE:
            self._database.execute(each)
        since, counts = told
        if since is not None:
            counts = {**counts, "unseen": self._database.execute("SELECT count(*) FROM unseen").fetchone()[0]}
        self._database.execute("DELETE FROM told")
        self._database.execute("INSERT INTO told VALUES (?, ?)", (since, json.dumps(counts)))
        self._database.execute("INSERT INTO last SELECT sku, digest FROM row")
        self._database.execute("DELETE FROM row")
        self._database.execute("DELETE FROM walk")
        self._database.execute("INSERT INTO walk VALUES (?, ?, ?)", (walk, ended, asked))
        self._database.execute("COMMIT")
