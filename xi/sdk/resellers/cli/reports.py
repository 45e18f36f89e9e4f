"""A report of a run: CSV that is written beside its place, and put there at the end, however the run ends."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Mode, Output
from xi.sdk.resellers.cli.records import RECORD_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xi.sdk.resellers.cli.codes import Code
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import OrderDesk, Refusal


class Report:
    """A report. A full disk stops no order: the report is given up then, and what says so names what gives it later.

    Args:
        path: where it will be.
        session: the command.

    Raises:
        CommandError: no file can be written there.
    """

    def __init__(self, path: Path, session: Session) -> None:
        self._session = session
        self._out = Output(Mode.CSV, stream=session.stdout, file=path, excel=session.common.excel)
        self._writer = self._out.begin("place", RECORD_COLUMNS)
        self._failure: CommandError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        try:
            self._out.close(ok=self._failure is None)
        except CommandError as error:
            self._give_up(error)

    def note(self, item: Mapping[str, Any]) -> None:
        """Write a row.

        Args:
            item: what is told about an order.
        """
        if self._failure is None:
            try:
                self._writer.row(item)
            except CommandError as error:
                self._give_up(error)

    def note_refused(self, refusals: Iterable[Refusal]) -> None:
        """Write a row for each thing that the files' own faults kept out.

        Args:
            refusals: what is refused.
        """
        for each in refusals:
            lines = str(each.line if each.line is not None else each.item if each.item is not None else "")
            self.note(
                {
                    "po": each.po or None,
                    "state": "refused",
                    "reason": each.code,
                    "source": {"file": each.file, "lines": lines},
                    "answer": str(each),
                }
            )

    def _give_up(self, error: CommandError) -> None:
        self._failure = error
        self._session.warn(
            f"the report cannot be written: {error.message}; the orders go on, and "
            "`xi-orders list --batch last --csv` gives it later"
        )


def write_metrics(path: Path | None, desk: OrderDesk, code: Code | None) -> None:
    """Write the metrics of the account into a file for node_exporter, renamed into its place.

    Args:
        path: the file; None writes none.
        desk: the desk.
        code: the exit code of the run that has ended; None while it goes on.

    Raises:
        OSError: it cannot be written.
        LedgerError: the ledger cannot be read.
    """
    if path is None:
        return
    from xi.sdk.resellers.ordering.metrics import openmetrics_text

    exit_code, ended = (None, None) if code is None else (int(code), time.time())
    text = openmetrics_text(desk.measure(), exit_code=exit_code, ended=ended)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def leave_metrics(session: Session, path: Path | None, desk: OrderDesk, code: Code) -> None:
    """Write the metrics of a run that has ended. What hinders it is told, and changes nothing of what the run has done.

    Args:
        session: the command.
        path: see `write_metrics`.
        desk: see `write_metrics`.
        code: see `write_metrics`.
    """
    from xi.sdk.resellers.ordering.errors import LedgerError

    try:
        write_metrics(path, desk, code)
    except (OSError, LedgerError) as error:
        session.warn(f"the metrics cannot be written to {path}: {error}")
