"""Runs a command of the user for an order, without a shell."""

from __future__ import annotations

import io
import logging
import os
import shlex
import shutil
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Mode, Output

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering import Record

LOG: Final = logging.getLogger("xi.sdk.resellers.cli.worker")
LONGEST_S: Final = 30.0
"""The longest time of a command."""


class Hook:
    """A command that gets the record of an order as JSON on its standard input.

    Its failure is logged, and stops nothing. What it prints comes on the standard error of the worker.

    Args:
        option: the option that names it.
        command: the program and its arguments, as a shell would split them; there is no shell.

    Raises:
        CommandError: there is no such program.
    """

    def __init__(self, option: str, command: str) -> None:
        self._option = option
        try:
            self._arguments = shlex.split(command, posix=os.name == "posix")
        except ValueError as error:
            raise CommandError(f"{option} cannot be split into arguments: {error}", word="bad-option") from None
        if not self._arguments or shutil.which(self._arguments[0]) is None:
            name = self._arguments[0] if self._arguments else command
            raise CommandError(
                f"{option}: there is no program {name!r} that can be run; there is no shell, so pipes need a script",
                word="bad-option",
            )

    def __call__(self, record: Record) -> None:
        """Run it for an order.

        Args:
            record: the order.
        """
        try:
            code = self._run(as_line(record))
        except subprocess.TimeoutExpired:
            LOG.error("%s for PO %s did not end in %g s", self._option, record.po, LONGEST_S, extra=_fields(record))  # noqa: TRY400 - one line says all
            return
        except (OSError, subprocess.SubprocessError) as error:
            LOG.error("%s for PO %s: %s", self._option, record.po, error, extra=_fields(record))  # noqa: TRY400 - one line says all
            return
        if code:
            LOG.error("%s for PO %s ended with %d", self._option, record.po, code, extra=_fields(record))

    def _run(self, text: bytes) -> int:
        # In a session of its own: Ctrl-C is for the worker, and what the command has started is ended with it.
        with subprocess.Popen(  # noqa: S603 - the operator's own command
            self._arguments, stdin=subprocess.PIPE, stdout=2, stderr=2, start_new_session=True
        ) as process:
            try:
                process.communicate(text, timeout=LONGEST_S)
            except subprocess.TimeoutExpired:
                _end(process)
                raise
            except BaseException:
                _end(process)
                raise
            return process.returncode


def as_line(record: Record) -> bytes:
    """Return a record as one line of JSON.

    Args:
        record: the record.
    """
    from xi.sdk.resellers.cli.records import record_item

    line = io.StringIO()
    Output(Mode.JSONL, stream=line).one("record", record_item(record))
    return line.getvalue().encode()


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _fields(record: Record) -> dict[str, Any]:
    return {"po": record.po, "batch": record.batch, "correlation_id": record.correlation_id}
