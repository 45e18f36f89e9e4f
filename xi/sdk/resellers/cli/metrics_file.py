"""The file of metrics that a run leaves for node_exporter, renamed into its place."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from xi.sdk.resellers.cli.codes import Code
    from xi.sdk.resellers.ordering import OrderDesk


def write_metrics(path: Path | None, desk: OrderDesk, code: Code | None, warn: Callable[[str], object]) -> None:
    """Write the metrics of the account. What hinders it is told, and changes nothing of what the run has done.

    Args:
        path: the file; None for none.
        desk: the desk of the run.
        code: the exit code of the run; None while it goes on.
        warn: tells what hinders it.
    """
    if path is None:
        return
    from xi.sdk.resellers.ordering.errors import LedgerError
    from xi.sdk.resellers.ordering.metrics import openmetrics_text

    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        exit_code, ended = (None, None) if code is None else (int(code), time.time())
        text = openmetrics_text(desk.measure(), exit_code=exit_code, ended=ended)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except (OSError, LedgerError) as error:
        warn(f"the metrics cannot be written to {path}: {error}")
        with suppress(OSError):
            beside.unlink()
