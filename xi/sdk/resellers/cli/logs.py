"""The log of a command: a line for each call on stderr, and JSON Lines in a file."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers.cli.session import Session

LIBRARY: Final = logging.getLogger("xi.sdk.resellers")
CALLS: Final = logging.getLogger("xi.sdk.resellers.cli.calls")
_FIELDS: Final = ("po", "batch", "correlation_id", "operation", "status", "ms", "attempt", "failure")
_PRIORITIES: Final = {"DEBUG": 7, "INFO": 6, "WARNING": 4, "ERROR": 3, "CRITICAL": 2}
"""The priorities of journald, which reads them between < and > at the beginning of a line."""


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
        """Return the line."""
        line = super().format(record)
        return f"<{_PRIORITIES.get(record.levelname, 5)}>{line}" if self._is_journal else line


def start(session: Session) -> Callable[[], None]:
    """Let the library log as the options say; return what ends it.

    Args:
        session: the command.

    Raises:
        CommandError: the file of the log cannot be written, or an option is wrong.
    """
    common = session.common
    format_name = session.setting("log_format", common.log_format) or "text"
    if format_name not in ("text", "json"):
        raise refused("--log-format", format_name, "text or json")
    errors = logging.StreamHandler(session.stderr)
    errors.setLevel((logging.WARNING, logging.INFO, logging.DEBUG)[min(common.verbose, 2)])
    if common.quiet:
        errors.setLevel(logging.ERROR)
    is_journal = "JOURNAL_STREAM" in session.environ
    errors.setFormatter(JsonLines() if format_name == "json" else Lines(is_journal=is_journal))
    handlers: list[logging.Handler] = [errors]
    name = session.setting("log_file", common.log_file)
    if name:
        try:
            # It is opened again after logrotate has renamed it.
            file = WatchedFileHandler(name, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"--log-file {name}: {error.strerror}", word="file-unusable") from error
        file.setLevel(logging.DEBUG if common.verbose > 1 else logging.INFO)
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
