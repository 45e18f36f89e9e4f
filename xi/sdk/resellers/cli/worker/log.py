"""What a service says about itself, where other commands are silent: when it begins, what becomes of files, its end."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from xi.sdk.resellers.cli.logs import JsonLines, Lines
from xi.sdk.resellers.cli.worker.notify import LOG

if TYPE_CHECKING:
    from collections.abc import Generator

    from xi.sdk.resellers.cli.session import Session


@contextmanager
def speaking(session: Session) -> Generator[None]:
    """Show the lines of the service on stderr too, unless `-q` is given; warnings and errors are shown anyway.

    Args:
        session: the command.
    """
    level = LOG.level
    LOG.setLevel(logging.INFO)
    handler: logging.Handler | None = None
    if not session.common.quiet and not session.common.verbose:
        handler = logging.StreamHandler(session.stderr)
        handler.addFilter(lambda record: record.levelno < logging.WARNING)
        is_json = session.setting("log_format", session.common.log_format) == "json"
        handler.setFormatter(JsonLines() if is_json else Lines(is_journal=session.is_journal))
        LOG.addHandler(handler)
    try:
        yield
    finally:
        LOG.setLevel(level)
        if handler is not None:
            LOG.removeHandler(handler)
