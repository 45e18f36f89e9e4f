"""The file of metrics that a run leaves for node_exporter, renamed into its place."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from xi.sdk.resellers.cli.codes import Code
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import OrderDesk


def write_metrics(session: Session, path: Path | None, desk: OrderDesk, code: Code) -> None:
    """Write the metrics of the account. What hinders it is told, and changes nothing of what the run has done.

    Args:
        session: the command.
        path: the file; None for none.
        desk: the desk of the run.
        code: the exit code of the run.
    """
    if path is None:
        return
    from xi.sdk.resellers.ordering.errors import LedgerError
    from xi.sdk.resellers.ordering.metrics import openmetrics_text

    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(openmetrics_text(desk.measure(), exit_code=int(code), ended=time.time()), encoding="utf-8")
        beside.replace(path)
    except (OSError, LedgerError) as error:
        session.warn(f"the metrics cannot be written to {path}: {error}")
        with suppress(OSError):
            beside.unlink()
