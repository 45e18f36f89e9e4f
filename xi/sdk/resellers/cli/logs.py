"""The log of a command: a line for each call on stderr, and JSON Lines in a file."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

LIBRARY: Final = logging.getLogger("xi.sdk.resellers")
CALLS: Final = logging.getLogger("xi.sdk.resellers.cli.calls")
_FIELDS: Final = ("po", "batch", "correlation_id", "operation", "status", "ms", "attempt", "failure")
_PRIORITIES: Final = {"DEBUG": 7, "INFO": 6, "WARNING": 4, "ERROR": 3, "CRITICAL": 2}
"""The priorities of journald, which reads them between < and > at the beginning of a line."""


_SETTINGS: Final = re.compile(r" \(see ([\w., ]+)\)$")
"""The settings that decided, at the end of a message of the library."""


def _as_options(found: re.Match[str]) -> str:
    """Return them by the names that an operator can use; nothing sets those of a RetryPolicy here."""
    names = [each for each in found[1].split(", ") if not each.startswith("RetryPolicy.")]
    named = ", ".join("--call-timeout" if each == "_deadline" else each for each in names)
    return f" (see {named})" if named else ""


class JsonLines(logging.Formatter):
    """Writes a record as an object in a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC)
            .isoformat(timespec="milliseconds")
            .replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        told |= {name: getattr(record, name, None) for name in _FIELDS}
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


class Lines(logging.Formatter):
    """Writes a record as a line for a person; for journald with its priority instead of a time.

    Args:
        is_journal: whether journald reads it.
    """

    def __init__(self, *, is_journal: bool) -> None:
        super().__init__("%(message)s" if is_journal else "%(asctime)s %(message)s", "%H:%M:%S")
        self._is_journal = is_journal

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with the options of the command where the library names its settings."""
        line = _SETTINGS.sub(_as_options, super().format(record))
        return f"<{_PRIORITIES.get(record.levelname, 5)}>{line}" if self._is_journal else line


def start(
    stream: TextIO, *, verbose: int, quiet: bool, form: str, file_name: str | None, is_journal: bool
) -> Callable[[], None]:
    """Let the library log, and return what ends it.

    Args:
        stream: where lines for a person go.
        verbose: 1 for a line a call, 2 for bodies too.
        quiet: whether a person is told of errors only.
        form: text or json, for the stream.
        file_name: a file for JSON Lines; None for none.
        is_journal: whether journald reads the stream.

    Raises:
        CommandError: the file of the log cannot be written, or the form is unknown.
    """
    if form not in ("text", "json"):
        raise refused("--log-format", form, "text or json")
    errors = logging.StreamHandler(stream)
    errors.setLevel(logging.ERROR if quiet else (logging.WARNING, logging.INFO, logging.DEBUG)[min(verbose, 2)])
    errors.setFormatter(JsonLines() if form == "json" else Lines(is_journal=is_journal))
    handlers: list[logging.Handler] = [errors]
    if file_name:
        try:
            # It is opened again after logrotate has renamed it.
            file = WatchedFileHandler(file_name, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"--log-file {file_name}: {error.strerror}", word="file-unusable") from error
        file.setLevel(logging.DEBUG if verbose > 1 else logging.INFO)
        file.setFormatter(JsonLines())
        handlers.append(file)
    before = LIBRARY.level, LIBRARY.propagate
    LIBRARY.setLevel(min(each.level for each in handlers))
    LIBRARY.propagate = False
    for each in handlers:
        LIBRARY.addHandler(each)

    def end() -> None:
        LIBRARY.setLevel(before[0])
        LIBRARY.propagate = before[1]
        for each in handlers:
            LIBRARY.removeHandler(each)
            each.close()

    return end


def observer(attempt: Any) -> None:
    """Log an attempt of a call as a line; it is for `Configuration(observer=...)`.

    Args:
        attempt: an Attempt, or the end of a call, which is not logged.
    """
    number = getattr(attempt, "number", None)
    if number is None:
        return
    outcome = attempt.status if attempt.status is not None else attempt.failure
    ms = round(attempt.elapsed * 1000)
    CALLS.info(
        "%s %s %s in %d ms, attempt %d, correlation ID %s%s",
        attempt.method,
        attempt.path,
        outcome,
        ms,
        number,
        attempt.correlation_id,
        f", PO {attempt.po}" if attempt.po else "",
        extra={
            "po": attempt.po,
            "correlation_id": attempt.correlation_id,
            "operation": attempt.operation,
            "status": attempt.status,
            "failure": attempt.failure,
            "ms": ms,
            "attempt": number,
        },
    )
