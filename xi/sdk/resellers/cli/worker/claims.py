"""Shares a folder of files among workers, on one machine or many: each file is one worker's, and never lost with it.

1. A worker has a folder of its own in `work/`, and holds a lock as long as it lives. A file is claimed by renaming it
   into that folder, which only one worker can do.
2. A lock that can be had belongs to a worker that has died: its files are taken over.
3. A file that is done is put into another folder under a name that is free there. Nothing is ever overwritten.
"""

from __future__ import annotations

import os
import secrets
import socket
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import visible
from xi.sdk.resellers.cli.worker.notify import LOG

if TYPE_CHECKING:
    from collections.abc import Iterator

UNFINISHED: Final = (".tmp", ".part", ".filepart")
"""What names of files end with that are still being written."""
REPORT: Final = ".report.csv"
"""What the name of a report ends with."""
_BEGUN: Final = ".begun"
"""What the name of the mark of a file ends with that is in hand."""
_LONGEST: Final = 255
"""The bytes that a name may have on the file systems in use."""
_BESIDE: Final = 24
"""Bytes for what a name gets before and after it while its file is written: dots and a number."""
_DIGEST: Final = 8
"""Characters that tell long names apart that begin alike."""


def version_of(found: os.stat_result) -> tuple[int, int]:
    """Return what tells whether a file has changed: its size and its time.

    Args:
        found: what the system says about it.
    """
    return found.st_size, found.st_mtime_ns


class Claims:
    """The files of a folder that this worker has, or can have.

    Args:
        folder: the folder. `work`, `done` and `failed` are made in it.

    Raises:
        CommandError: it is no folder, or cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise CommandError(f"--inbox {folder} is no folder", word="bad-option", hint=f"mkdir {folder}")
        self._folder = folder.absolute()
        self._work = self._folder / "work"
        name = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
        self.own = self._work / name
        """The folder of this worker."""
        try:
            for each in (self._work, self._folder / "done", self._folder / "failed"):
                each.mkdir(exist_ok=True)
            # The lock first: a folder without a lock looks like that of a worker that has died.
            lock = _Lock.of(self.own)
            if lock is None:
                raise OSError(None, "files in it cannot be locked")  # noqa: TRY301 - told with the others
            self._lock = lock
            self.own.mkdir()
        except OSError as error:
            raise CommandError(f"--inbox {folder}: {error.strerror or error}", word="file-unusable") from error
        self._seen: dict[str, tuple[int, int]] = {}
        self._odd: set[str] = set()

    def close(self) -> None:
        """Let other workers have what is not done."""
        with suppress(OSError):
            self.own.rmdir()
        self._lock.end(self.own)

    def look(self) -> list[Path]:
        """Claim the files that are there, and did not change since the last look; return all that are claimed."""
        self._take_over()
        with suppress(FileNotFoundError):
            for name in self._ready():
                with suppress(OSError):  # another worker has it
                    if not (self.own / name).exists():
                        (self._folder / name).rename(self.own / name)
        return sorted(self._claimed(self.own), key=lambda each: (each.stat().st_mtime_ns, each.name))

    def _ready(self) -> list[str]:
        """Return the names of whole files that have the same size and time as at the last look."""
        seen: dict[str, tuple[int, int]] = {}
        with os.scandir(self._folder) as entries:
            for each in entries:
                if each.name.startswith(".") or each.name.lower().endswith(UNFINISHED):
                    continue
                with suppress(FileNotFoundError):
                    found = each.stat(follow_symlinks=False)
                    if stat.S_ISREG(found.st_mode):
                        seen[each.name] = version_of(found)
                    elif not stat.S_ISDIR(found.st_mode) and each.name not in self._odd:
                        self._odd.add(each.name)
                        LOG.warning("%s in the inbox is no regular file; it is left alone", visible(each.name))
        before, self._seen = self._seen, seen
        return [name for name, its in seen.items() if before.get(name) == its]

    @staticmethod
    def _claimed(folder: Path) -> Iterator[Path]:
        with suppress(FileNotFoundError):
            for each in folder.iterdir():
                if not each.name.startswith("."):
                    yield each

    def _take_over(self) -> None:
        """Take the files of workers that have died."""
        for folder in self._claimed(self._work):
            if folder == self.own or not folder.is_dir():
                continue
            lock = _Lock.of(folder)
            if lock is None:
                continue
            try:
                for each in self._claimed(folder):
                    if not (self.own / each.name).exists():
                        with suppress(FileNotFoundError):
                            _mark_of(each).rename(_mark_of(self.own / each.name))
                        each.rename(self.own / each.name)
                        LOG.warning("%s was with a worker that has died; it is taken again", visible(each.name))
                for each in list(folder.iterdir()):
                    if each.name.startswith("."):
                        each.unlink()  # a report that was not finished
                folder.rmdir()
            except OSError as error:
                LOG.debug("%s cannot be taken over: %s", folder, error)
            finally:
                lock.end(folder)

    def report_of(self, file: Path) -> Path:
        """Return where the report of a claimed file is written, before it is put beside it.

        Args:
            file: the file.
        """
        return file.with_name(f".{_fitting(file.name, REPORT)}")

    def begin(self, file: Path, known: int) -> int:
        """Mark a claimed file as in hand; return how many workers have died with it in hand, without getting on.

        Only the file in hand can be what they died of: those that wait behind it are not marked.

        Args:
            file: the file.
            known: how many of its orders are in the ledger; if there are more than the last time, that worker got on.
        """
        mark = _mark_of(file)
        died = 0
        with suppress(FileNotFoundError, ValueError):
            before, known_before = map(int, mark.read_text(encoding="ascii").split())
            died = before + 1 if known <= known_before else 0
        mark.write_text(f"{died} {known}", encoding="ascii")
        return died

    def end(self, file: Path) -> None:
        """Say that a file is in hand no more, and that this worker has not died of it.

        Args:
            file: the file.
        """
        with suppress(OSError):
            _mark_of(file).unlink()

    def put(self, file: Path, outcome: str) -> Path:
        """Put a claimed file into a folder, with its report beside; return where it is.

        Args:
            file: the file.
            outcome: `done` or `failed`.

        Raises:
            OSError: it cannot be put there.
        """
        folder = self._folder / outcome
        number = 1
        while True:
            name = file.name if number == 1 else _fitting(file.stem, f"-{number}{file.suffix}")
            target = folder / name
            its_report = target.with_name(_fitting(name, REPORT))
            # An order file may be there that is named as the report of this one.
            if (_is_same(file, target) or not its_report.exists()) and _linked(file, target):
                break
            number += 1
        # A worker that is killed here leaves the file in both places; the next one finds it, and ends this.
        with suppress(FileNotFoundError):
            self.report_of(file).replace(its_report)
        with suppress(FileNotFoundError):
            file.unlink()
        return target


def _mark_of(file: Path) -> Path:
    return file.with_name(f".{_fitting(file.name, _BEGUN)}")


def _fitting(name: str, end: str) -> str:
    """Return a name with an end; a long one is cut, and gets a digest in place of what is missing.

    Args:
        name: the name.
        end: what comes after it.
    """
    room = _LONGEST - _BESIDE - len(os.fsencode(end))
    whole = os.fsencode(name)
    if len(whole) <= room:
        return name + end
    digest = sha256(whole).hexdigest()[:_DIGEST]
    return f"{whole[: room - _DIGEST - 1].decode(errors='ignore')}~{digest}{end}"


def _linked(file: Path, target: Path) -> bool:
    """Give a file a second name; return False where another file has that name."""
    try:
        os.link(file, target, follow_symlinks=False)
    except FileExistsError:
        return _is_same(file, target)
    except (OSError, NotImplementedError):  # a file system without links
        if target.exists():
            return False
        file.rename(target)
    return True


def _is_same(file: Path, target: Path) -> bool:
    """Return whether both are names of one file."""
    with suppress(OSError):
        return target.samefile(file)
    return False


class _Lock:
    """A file that is locked as long as this process lives.

    Args:
        path: the file.
        number: its open descriptor.
    """

    def __init__(self, path: Path, number: int) -> None:
        self._path = path
        self._number = number

    @classmethod
    def of(cls, folder: Path) -> _Lock | None:
        """Return the lock of a worker; None if it has that itself.

        Args:
            folder: the folder of the worker.
        """
        path = folder.with_name(f".{folder.name}.lock")
        try:
            number = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        except OSError:
            return None
        try:
            _lock(number)
        except OSError:
            os.close(number)
            return None
        return cls(path, number)

    def end(self, folder: Path) -> None:
        """Give it back, and remove it with the folder of its worker.

        Args:
            folder: the folder.
        """
        os.close(self._number)
        if not folder.exists():
            with suppress(OSError):
                self._path.unlink()


def _lock(number: int) -> None:
    """Lock an open file, without waiting; an OSError means that another process has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
