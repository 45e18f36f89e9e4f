"""A report of a run: CSV that is written beside its place, and put there at the end, however the run ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Mode, Output
from xi.sdk.resellers.cli.records import RECORD_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import Refusal


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
            f"the report cannot be written: {error.message}; the orders go on. The same line again writes it; "
            "`xi-orders list --batch last --csv` has the orders that this run was the first to write down"
        )
