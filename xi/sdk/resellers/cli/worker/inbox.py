"""Places the orders of the files that are put into a folder. Each order is placed once, whatever is killed when."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers import ApiTypeError, ApiValueError
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import batch_name
from xi.sdk.resellers.cli.output import Column, Mode, Output, visible
from xi.sdk.resellers.cli.reading import FileOptions, opened
from xi.sdk.resellers.cli.worker.claims import version_of
from xi.sdk.resellers.cli.worker.notify import LOG
from xi.sdk.resellers.ordering.errors import (
    LedgerError,
    OrderDiffersError,
    RunPausedError,
    RunStoppedError,
    StoppedError,
    TooManyRejectedError,
    WaitOverError,
)
from xi.sdk.resellers.ordering.files import FileRefusedError, Refusal
from xi.sdk.resellers.ordering.files._reading import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.cli.worker.claims import Claims
    from xi.sdk.resellers.ordering import OrderDesk, OrderFiles, Progress

LOOK_S: Final = 1.0
"""How often the folder is looked at, in seconds; a file has to be the same for so long."""
COUNTED: Final = ("done", "placed", "partly", "rejected", "held")
"""The counts of Progress that are summed up over files."""
_WAIT_S: Final = 600.0
"""How long the report of a file waits for an order that is not settled; the worker goes on with it after that."""
_AGAIN_S: Final = 30.0
"""When a file is tried again that cannot be read or moved now."""
_ERRORS: Final = tuple(map(Column, ("file", "line", "column", "name", "code", "value", "po", "hint", "message")))
_ENDS: Final[dict[type[Exception], str]] = {
    TooManyRejectedError: "too-many-rejected",
    OrderDiffersError: "order-differs",
    ApiValueError: "bad-value",
    ApiTypeError: "bad-value",
}
"""What ends the run of a file before its end, so that a person has to mend the file; and the word for it."""
_Told = dict[str, dict[str, Any]]
_LATER: Final = (RunPausedError, WaitOverError)
"""What keeps a file waiting: nothing can be sent now."""
_EXPECTED: Final = (RunStoppedError, StoppedError, *_LATER, LedgerError, OSError, CommandError)
"""What is no fault of the program: the file stays, and is tried again."""
_MOST_DEATHS: Final = 3
"""After so many workers that died with a file in hand, and placed no further order of it, it is put aside."""


class Inbox:
    """The files of a folder.

    Args:
        session: the command.
        desk: where their orders are placed.
        claims: the files that are ours.
        options: how they are read.
        threads: how many orders are sent at once.
        pause: waits for some seconds; returns whether the worker is to stop.
    """

    def __init__(
        self,
        session: Session,
        desk: OrderDesk,
        claims: Claims,
        options: FileOptions,
        *,
        threads: int,
        pause: Callable[[float], bool],
    ) -> None:
        self._session = session
        self._desk = desk
        self._claims = claims
        self._options = options
        self._threads = threads
        self._pause = pause
        self.files: Counter[str] = Counter()
        """How many files are `done`, and how many `failed`."""
        self.faults = 0
        """How many of the files that failed did so by a fault of the program."""
        self.orders: Counter[str] = Counter()
        """Of the orders of those files, how many came to which end; by the names of Progress."""

    def run(self, *, is_once: bool = False) -> None:
        """Place what comes until the worker is to stop, or, once, what is there.

        Raises:
            LedgerError: the ledger cannot be used, and waiting does not help.
        """
        is_first = True
        while True:
            files = self._claims.look()
            for each in files:
                if not self._take(each):
                    return
            if is_once and not files and not is_first:
                return
            is_first = False
            if self._pause(LOOK_S):
                return

    def _take(self, file: Path) -> bool:
        """Place the orders of a file, and put it away; return False if the worker is to stop."""
        while True:
            try:
                outcome = self._outcome(file)
                target = self._claims.put(file, outcome)
            except (RunStoppedError, StoppedError):
                return False  # it stays claimed; whoever works here next takes it over
            except _LATER as error:
                LOG.warning("%s: %s; it is tried again", visible(file.name), error)
                if self._pause(LOOK_S):
                    return False
            except LedgerError as error:
                if error.fault.value not in ("away", "locked"):
                    raise
                LOG.warning("%s: %s; it is tried again in %g s", visible(file.name), error, _AGAIN_S)
                if self._pause(_AGAIN_S):
                    return False
            except (OSError, CommandError) as error:
                LOG.error("%s: %s; it is tried again in %g s", visible(file.name), error, _AGAIN_S)
                return not self._pause(_AGAIN_S)
            else:
                self.files[outcome] += 1
                LOG.info("%s is in %s", visible(file.name), visible(f"{target.parent.name}/{target.name}"))
                return True

    def _outcome(self, file: Path) -> str:
        """Place the orders of a file; return where it belongs. One that the program has a fault with stops no other.

        It would be taken again by the next worker, which would end in the same way, and no file behind it be placed.
        """
        try:
            known = sum(self._desk.overview(batch=_batch_of(file), most=0).states.values())
            died = self._claims.begin(file, known)
            try:
                if died >= _MOST_DEATHS:
                    return self._give_up(file, f"{died} workers have died with it in hand, and got no further with it")
                return self._wholly_placed(file)
            finally:
                self._claims.end(file)
        except _EXPECTED:
            raise
        except Exception as error:  # noqa: BLE001 - nobody can foresee which
            from xi.sdk.resellers.cli.fault_reports import report_fault

            found = report_fault(error)
            return self._give_up(file, f"{found.message}; {found.hint}" if found.hint else found.message)

    def _give_up(self, file: Path, because: str) -> str:
        """Report that the program cannot deal with a file, and what the ledger has of it."""
        from xi.sdk.resellers.cli.reports import Report

        LOG.error("%s: %s [fault]", visible(file.name), because)
        self.faults += 1
        told: _Told = {}
        try:
            self._look(file, told)
            with Report(self._claims.report_of(file), self._session) as report:
                for each in told.values():
                    report.note(each)
                report.note({"state": "refused", "reason": "fault", "answer": because})
        except _EXPECTED:
            raise
        except Exception as error:  # noqa: BLE001 - the report may be what has the fault; the file is put away anyway
            LOG.error("%s: its report cannot be written: %s", visible(file.name), type(error).__qualname__)
        return "failed"

    def _wholly_placed(self, file: Path) -> str:
        """Place the orders of a file, also those that are added meanwhile; return where it belongs."""
        told: _Told = {}
        while True:
            before, counted = version_of(file.stat()), Counter(self.orders)
            outcome = self._placed(file, told)
            if version_of(file.stat()) == before:
                return outcome
            LOG.warning("%s has changed since it was read; it is read again", visible(file.name))
            self.orders = counted  # the ledger knows what was placed: it is counted again

    def _placed(self, file: Path, told: _Told) -> str:
        """Place the orders of a file, and write its report; return where it belongs.

        Args:
            file: the file.
            told: what was told of its orders before, by PO; what is told now is added.
        """
        try:
            orders = opened(self._session, [str(file)], self._options)
        except FileRefusedError as error:
            return self._refuse(file, error.errors, told)
        except (CommandError, ApiValueError, ApiTypeError) as error:
            word = (isinstance(error, CommandError) and error.word) or "bad-value"
            return self._refuse(file, [Refusal(file=name_of(file), code=word, message=str(error))], told)
        with orders:
            if orders.errors and not self._options.skip_bad:
                return self._refuse(file, orders.errors, told)
            return self._place(file, orders, told)

    def _refuse(self, file: Path, refusals: Sequence[Refusal], told: _Told) -> str:
        """Report why a file is refused. A worker before, or a reading before a change, may have placed some of it."""
        from xi.sdk.resellers.cli.reports import Report

        said = " ".join(each for each in (refusals[0].name, refusals[0].message) if each)
        self._look(file, told)
        if told:
            count = f"{len(told):,} of its orders were written down before"
            LOG.error("%s is refused, %s: %s", visible(file.name), count, visible(said))
            with Report(self._claims.report_of(file), self._session) as both:
                for each in told.values():
                    both.note(each)
                both.note_refused(refusals)
            return "failed"
        LOG.error("%s is refused, nothing of it was sent: %s", visible(file.name), visible(said))
        report = Output(Mode.CSV, stream=self._session.stdout, file=self._claims.report_of(file))
        report.rows("check", _ERRORS, [each.as_item() for each in refusals])
        report.close(ok=True)
        return "failed"

    def _look(self, file: Path, told: _Told) -> None:
        """Add what the ledger has of the file, and was not told."""
        from xi.sdk.resellers.cli.records import record_item

        for record in self._desk.rows(batch=_batch_of(file)):
            told.setdefault(record.po, record_item(record))

    def _place(self, file: Path, orders: OrderFiles, told: _Told) -> str:
        from xi.sdk.resellers.cli.failures import in_words
        from xi.sdk.resellers.cli.records import record_item
        from xi.sdk.resellers.cli.reports import Report

        limits = self._session.config.limits()
        run = self._desk.place_all(
            orders,
            threads=self._threads,
            wait=_WAIT_S,
            batch=_batch_of(file),
            max_orders=limits.get("max_orders"),
            max_quantity=self._options.max_quantity or limits.get("max_quantity"),
            skip_bad=self._options.skip_bad,
        )
        noted: set[str] = set()
        with Report(self._claims.report_of(file), self._session) as report:
            report.note_refused(orders.errors)
            try:
                for record in run:
                    told[record.po] = record_item(record)
                    noted.add(record.po)
                    report.note(told[record.po])
                self._count(run.progress)
            except tuple(_ENDS) as error:
                self._count(run.progress)
                self._look(file, told)
                for po, item in told.items():
                    if po not in noted:
                        report.note(item)
                word = next(word for kind, word in _ENDS.items() if isinstance(error, kind))
                for each in (error, *error.others) if isinstance(error, OrderDiffersError) else (error,):
                    report.note({"state": "refused", "reason": word, "answer": in_words(each)})
                LOG.error("%s: %s", visible(file.name), visible(in_words(error)))
                return "failed"
        return "done"

    def _count(self, progress: Progress) -> None:
        self.orders.update({name: getattr(progress, name) for name in COUNTED})


def _batch_of(file: Path) -> str:
    """Return the name of the batch of a file: the same whenever the file is taken."""
    found = file.stat()
    name = name_of(file)
    written = datetime.fromtimestamp(found.st_mtime, UTC)
    return batch_name(name, written, f"{name} {found.st_mtime_ns} {found.st_size}")
