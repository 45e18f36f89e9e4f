"""Where a result goes: to a stream, or to a file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_LONE_SURROGATES: Final = "backslashreplace"


class Sink:
    """A stream to write to.

    Args:
        stream: the stream.
        name: what an error calls it.
        goes_on: whether a failure is kept until the end: what is written after it is lost, and stops nothing.
        before: called with each text before it is written.
    """

    def __init__(
        self,
        stream: TextIO,
        name: str = "the output",
        *,
        goes_on: bool = False,
        before: Callable[[str], None] | None = None,
    ) -> None:
        self.stream = stream
        self._before = before
        self._name = name
        self._goes_on = goes_on
        self._failure: CommandError | None = None
        self._is_lost = False
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if stream.isatty():
                reconfigure(errors="replace")
            else:
                # Other programs read it: what they get must not depend on the system that this one runs on.
                reconfigure(encoding="utf-8", errors=_LONE_SURROGATES, newline="")

    def write(self, text: str) -> None:
        """Write text.

        Args:
            text: the text.

        Raises:
            CommandError: it cannot be written.
            BrokenPipeError: nobody reads it any more.
        """
        if not self._is_lost:
            if self._before is not None:
                self._before(text)
            with self._told():
                self.stream.write(text)

    def flush(self) -> None:
        """Let readers have what was written. Errors as for `write`."""
        if not self._is_lost:
            with self._told():
                self.stream.flush()

    def close(self, *, ok: bool) -> None:
        """End the writing. Errors as for `write`; one that was kept is raised now.

        Args:
            ok: whether the result is whole.
        """
        if ok:
            self.flush()
            if self._failure is not None:
                raise self._failure

    @contextmanager
    def _told(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            # Windows says EINVAL of a closed pipe.
            is_windows_pipe = sys.platform == "win32" and error.errno == errno.EINVAL and not self.stream.isatty()
            is_pipe = isinstance(error, BrokenPipeError) or is_windows_pipe
            if self._goes_on:
                self._is_lost = True
                self._failure = None if is_pipe else failed(self._name, error)
                return
            if is_pipe:
                raise BrokenPipeError from error
            raise failed(self._name, error) from error


class FileSink(Sink):
    """A file that is there whole or not at all: it is written beside, and renamed at its end.

    Args:
        path: the file. One that is no regular file, such as /dev/null, is written as it is.
        goes_on: see `Sink`.

    Raises:
        CommandError: it cannot be written.
    """

    def __init__(self, path: Path, *, goes_on: bool = False) -> None:
        # A link stays one; what it names is replaced.
        self._path = Path(os.path.realpath(path))
        self._beside: Path | None = None
        try:
            if self._path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if self._path.exists() and not self._path.is_file():
                stream = self._path.open("w", encoding="utf-8", errors=_LONE_SURROGATES, newline="")
            else:
                self._beside = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}.part")
                stream = self._beside.open("x", encoding="utf-8", errors=_LONE_SURROGATES, newline="")
                if self._path.exists():
                    self._beside.chmod(self._path.stat().st_mode & 0o777)
        except OSError as error:
            self._remove()
            raise failed(str(path), error, code=Code.USAGE) from error
        super().__init__(stream, str(path), goes_on=goes_on)

    def close(self, *, ok: bool) -> None:
        """Put the file in its place, or remove what was written.

        Args:
            ok: whether the result is whole.

        Raises:
            CommandError: the disk does not take it; nothing is left of it.
        """
        if self.stream.closed:
            return
        try:
            if ok:
                if not self._is_lost:
                    with self._told():
                        self._finish()
                if self._failure is not None:
                    raise self._failure
        finally:
            with suppress(OSError):
                self.stream.close()
            self._remove()

    def _finish(self) -> None:
        self.stream.flush()
        if self._beside is not None:
            os.fsync(self.stream.fileno())
            self.stream.close()
            self._beside.replace(self._path)
            self._beside = None
            _sync_folder(self._path.parent)

    def _remove(self) -> None:
        if self._beside is not None:
            with suppress(OSError):
                self._beside.unlink()


def _sync_folder(folder: Path) -> None:
    """Put a new name on the disk. Windows cannot, and need not."""
    if sys.platform != "win32":
        with suppress(OSError):  # some file systems of containers cannot; the name is there all the same
            number = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


def failed(name: str, error: OSError, *, code: Code = Code.UNABLE) -> CommandError:
    """Return what to say of a file that cannot be written.

    Args:
        name: the file.
        error: what the system says.
        code: the exit code.
    """
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    why = "the disk is full" if is_full else (error.strerror or str(error))
    return CommandError(f"{name} cannot be written: {why}", code=code, word="cannot-write")
