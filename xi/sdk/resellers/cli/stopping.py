"""SIGTERM, and the end of the terminal: they stop a command as Ctrl-C does, and are told from it by the code."""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.codes import Code

if TYPE_CHECKING:
    from types import FrameType

_NAMES: Final = ("SIGTERM", "SIGHUP", "SIGBREAK")


class Terminated(KeyboardInterrupt):
    """What ends a command at once, after SIGTERM or the end of the terminal."""


class _Asked:
    """Whether one of those signals has come to this process."""

    is_terminated = False


class Signals:
    """Handles those signals in its block."""

    def __enter__(self) -> None:
        self._before: dict[int, Any] = {}
        for name in _NAMES:
            number = getattr(signal, name, None)
            # Under nohup the end of the terminal is ignored, and stays so.
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                with suppress(ValueError):  # not the main thread: tests call the program there
                    self._before[number] = signal.signal(number, _stop)

    def __exit__(self, *_exception: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _stop(_number: int, frame: FrameType | None) -> None:
    """Do what Ctrl-C does now: while the desk keeps it from breaking into its work, that too."""
    _Asked.is_terminated = True
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        handler(signal.SIGINT, frame)
    else:
        raise KeyboardInterrupt


def stop_code(error: BaseException) -> Code:
    """Return the code of a command that was stopped.

    Args:
        error: what has ended it.
    """
    is_terminated = _Asked.is_terminated or isinstance(error, Terminated)
    return Code.TERMINATED if is_terminated else Code.INTERRUPTED
