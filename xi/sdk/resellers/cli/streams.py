"""The three streams of the process: each is there, and what is said on standard error never stops a command."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typing import TextIO

_ERASE: Final = "\r\x1b[K"


class Messages:
    """A stream of messages, whose reader may go away and whose disk may be full: what is lost then stops nothing.

    In a terminal it may have a line that changes. Whatever is written removes that line before, and so does a result
    that goes to a terminal too.

    Args:
        stream: the stream.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_drawn = False
        self._is_in_a_line = False

    def write(self, text: str) -> int:
        """Write, if it can be written."""
        self.clear()
        return self._write(text)

    def _write(self, text: str) -> int:
        with suppress(OSError):
            return self._stream.write(text)
        return len(text)

    def draw(self, line: str) -> None:
        """Write a line that changes in the place of the one before; not over a line of a result that is not ended.

        Args:
            line: the line, which fits into the terminal.
        """
        if self._is_in_a_line:
            return
        self._write(f"{_ERASE}{line}")
        self.flush()
        self._is_drawn = True

    def give_way(self, text: str) -> None:
        """Remove the line that changes, since a result is written to the terminal.

        Args:
            text: what is written.
        """
        self.clear()
        self._is_in_a_line = not text.endswith("\n")

    def clear(self) -> None:
        """Remove the line that changes, so that another text can stand there."""
        if self._is_drawn:
            self._is_drawn = False
            self._write(_ERASE)
            self.flush()

    def flush(self) -> None:
        """Flush, if it can be written."""
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def prepare() -> None:
    """Let each stream be there, write UTF-8 into pipes on each system, and never fail for a missing character."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            _replace(number, name)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            if stream.isatty():
                stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a text stream of Python has it
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # the same


def _replace(number: int, name: str) -> None:
    """Put nothing in the place of a stream that was closed before the program began.

    Its number is taken: the next file that is opened, such as the ledger, would get it, and messages with it.
    """
    mode = os.O_RDONLY if number == 0 else os.O_WRONLY
    opened = os.open(os.devnull, mode)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    setattr(sys, name, open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - open to the end of the process


def forget(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere: Python would complain when it closes it.

    Args:
        stream: a stream whose reader is away, or whose disk is full.
    """
    with suppress(OSError, ValueError):
        number = os.open(os.devnull, os.O_WRONLY)
        os.dup2(number, stream.fileno())
        os.close(number)
