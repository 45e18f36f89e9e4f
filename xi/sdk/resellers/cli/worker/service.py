"""The worker as a process: its threads, its signals, and what it tells systemd while it runs."""

from __future__ import annotations

import _thread
import os
import queue
import signal
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.codes import Code, worst
from xi.sdk.resellers.cli.metrics_file import write_metrics
from xi.sdk.resellers.cli.output import visible
from xi.sdk.resellers.cli.stopping import Terminated
from xi.sdk.resellers.cli.worker.claims import Claims
from xi.sdk.resellers.cli.worker.health import Health
from xi.sdk.resellers.cli.worker.inbox import COUNTED, Inbox
from xi.sdk.resellers.cli.worker.listen import Listening
from xi.sdk.resellers.cli.worker.notify import LOG, Notify
from xi.sdk.resellers.ordering.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import FrameType

    from xi.sdk.resellers.cli.reading import FileOptions
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import OrderDesk, Progress

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_METRICS_S: Final = 15.0
"""How often the file of metrics is written, in seconds."""
_HANGS_S: Final = 5.0
"""How long the main thread may take to end at once, in seconds. It can be in a call of a database that hangs."""
_JOIN_S: Final = 0.2
"""The longest wait for a thread in one piece, so that a signal can come in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the worker is to do.

    Args:
        threads: how many orders are in hand at once.
        is_once: whether it ends when nothing is due.
        inbox: the folder of files; None without one.
        reading: how its files are read.
        tracks: whether orders that stand are followed.
        listen: where monitors are answered; None if they are not.
        metrics_file: the file of metrics; None without one.
        drain_s: how long what is out is awaited at the end, in seconds.
    """

    threads: int
    is_once: bool
    inbox: Path | None
    reading: FileOptions
    tracks: bool
    listen: tuple[str, int] | None
    metrics_file: Path | None
    drain_s: float


class Service:
    """A worker.

    Args:
        session: the command.
        desk: its desk.
        plan: what it is to do.
    """

    def __init__(self, session: Session, desk: OrderDesk, plan: Plan) -> None:
        self._session = session
        self._desk = desk
        self._plan = plan
        self._notify = Notify(session.environ)
        self._health = Health(desk)
        configuration = desk.orders.api_client.configuration
        configuration.observer = self._health.watching(configuration.observer)
        self._stop = threading.Event()
        self._signalled: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._first: int | None = None
        self._is_asked = False
        self._is_ready = False
        self._failures: list[BaseException] = []
        self._inbox: Inbox | None = None

    def run(self) -> tuple[Code, Progress, dict[str, int]]:
        """Work until a signal comes, or nothing is due; return the exit code, and what was done.

        Raises:
            LedgerError: the ledger cannot be used, and waiting does not help.
            KeyboardInterrupt: it had to end at once.
        """
        plan = self._plan
        with ExitStack() as opened, self._signals():
            if plan.inbox is not None:
                claims = Claims(plan.inbox)
                opened.callback(claims.close)
                _use_for_copies(claims.own)
                self._inbox = Inbox(
                    self._session, self._desk, claims, plan.reading, threads=plan.threads, pause=self._pause
                )
            if plan.listen is not None:
                listening = Listening(plan.listen, self._health.page)
                opened.enter_context(listening)
                LOG.info("listening at %s", listening.url)
            sides = self._sides()
            for each in sides:
                each.start()
            try:
                progress = self._work()
                self._end(sides)
            except BaseException:
                self._stop_all()
                raise
        files = {name: 0 if self._inbox is None else self._inbox.files[name] for name in ("done", "failed")}
        code = self._left(files) if plan.is_once and self._first is None else Code.DONE
        self._write_metrics(code)
        return code, self._with_files(progress), files

    def _work(self) -> Progress:
        """Do what is due, in this thread."""
        plan = self._plan
        if plan.is_once and self._inbox is not None:
            self._inbox.run(is_once=True)
        return self._desk.work(threads=plan.threads, until="idle" if plan.is_once else None, on_tick=self._tick)

    def _sides(self) -> list[threading.Thread]:
        """Return the threads beside the loop."""
        plan = self._plan
        found: dict[str, Callable[[], None]] = {}
        if not plan.is_once:
            if self._inbox is not None:
                found["inbox"] = self._inbox.run
            if plan.tracks:
                found["track"] = self._track
            if plan.metrics_file is not None:
                found["metrics"] = self._keep_metrics
        return [
            threading.Thread(target=self._guarded, args=(work,), name=f"xi-orders-{name}", daemon=True)
            for name, work in found.items()
        ]

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do the work of a side; its failure ends the service, which is begun again by whoever runs it."""
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised by the main thread
            self._failures.append(error)
            self._desk.stop()
            self._stop.set()

    def _end(self, sides: list[threading.Thread]) -> None:
        """Wait for the sides, and raise what has ended one of them."""
        self._stop.set()
        self._desk.stop()
        for each in sides:
            while each.is_alive():
                each.join(_JOIN_S)
        if self._failures:
            raise self._failures[0]

    def _stop_all(self) -> None:
        self._stop.set()
        self._desk.stop()

    def _pause(self, seconds: float) -> bool:
        """Wait; return whether the worker is to stop."""
        return self._stop.wait(seconds)

    # -- the loop

    def _tick(self, progress: Progress) -> None:
        """Tell how the loop is, about once a second."""
        self._health.tick()
        status = visible(str(self._with_files(progress)))
        if not self._is_ready:
            self._is_ready = True
            self._notify.tell(READY="1", STATUS=status)
            LOG.info("the worker is ready")
        else:
            self._notify.tell(WATCHDOG="1", STATUS=status)
        if self._is_asked:
            self._is_asked = False
            self._session.warn(status)

    def _with_files(self, progress: Progress) -> Progress:
        """Return the progress of the loop with the orders of the files."""
        if self._inbox is None:
            return progress
        return replace(progress, **{name: getattr(progress, name) + self._inbox.orders[name] for name in COUNTED})

    def _track(self) -> None:
        """Follow orders that stand, and say what has changed."""
        while not self._stop.is_set():
            try:
                for change in self._desk.track(follow=True):
                    before = "" if change.before is None else f"{change.before.value} → "
                    LOG.info("PO %s: %s%s", visible(change.record.po), before, change.after.value)
            except LedgerError as error:
                if error.fault.value not in ("away", "locked"):
                    raise
                LOG.warning("%s; tracking goes on in a minute", error)
                self._pause(60.0)

    def _keep_metrics(self) -> None:
        while True:
            self._write_metrics(None)
            if self._pause(_METRICS_S):
                return

    def _write_metrics(self, code: Code | None) -> None:
        """Write the file of metrics beside its place, and put it there; what hinders it is logged."""
        write_metrics(self._plan.metrics_file, self._desk, code, LOG.warning)

    def _left(self, files: dict[str, int]) -> Code:
        """Return the code for what is left when nothing is due any more."""
        pause = self._desk.paused
        unsettled = ("planned", "sending", "doubt", "accepted")
        is_unfinished = any(True for _ in self._desk.rows(state=unsettled, limit=1))
        needs_person = any(True for _ in self._desk.rows(state="held", limit=1)) or any(
            True for _ in self._desk.rows(reason="doubled", limit=1)
        )
        codes = {
            Code.UNABLE: pause is not None and pause.by_itself,
            Code.PERSON: needs_person,
            Code.UNFINISHED: is_unfinished or (pause is not None and not pause.by_itself),
            Code.NO: files["failed"] > 0,
            Code.FAULT: self._inbox is not None and self._inbox.faults > 0,
        }
        return worst(code for code, applies in codes.items() if applies)

    # -- signals

    @contextmanager
    def _signals(self) -> Generator[None]:
        """Let the first signal drain the worker, and the second one end it at once."""
        before: dict[int, Any] = {}
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            # Under nohup the end of the terminal is ignored, and stays so.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, self._signal)
        asked = getattr(signal, "SIGUSR1", None)
        if asked is not None:
            before[asked] = signal.signal(asked, self._ask)
        drained = threading.Event()
        drainer = threading.Thread(target=self._drain, args=(drained,), name="xi-orders-drain", daemon=True)
        drainer.start()
        try:
            yield
        finally:
            drained.set()
            self._signalled.put(0)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._is_asked = True

    def _signal(self, number: int, _frame: FrameType | None) -> None:
        if self._first is not None:
            raise KeyboardInterrupt if self._first == signal.SIGINT else Terminated
        self._first = number
        # Nothing here takes a lock that the interrupted code could hold.
        self._desk.stop()
        self._signalled.put(number)

    def _drain(self, drained: threading.Event) -> None:
        """Wait for the first signal; then end the worker if it does not end by itself in time."""
        number = self._signalled.get()
        if drained.is_set():
            return
        self._stop.set()
        self._notify.tell(STOPPING="1", STATUS="ending; what is out is awaited")
        LOG.info("ending: nothing new begins, and what is out is awaited for %g s at most", self._plan.drain_s)
        if drained.wait(self._plan.drain_s):
            return
        LOG.warning("what is out did not come back in %g s", self._plan.drain_s)
        _interrupt_main(number)
        if not drained.wait(_HANGS_S):
            os._exit(Code.INTERRUPTED if number == signal.SIGINT else Code.TERMINATED)


def _use_for_copies(folder: Path) -> None:
    """Let the private copies of files be made in a folder, if there is no other place: the root may be read-only."""
    try:
        tempfile.gettempdir()
    except FileNotFoundError:
        tempfile.tempdir = str(folder)


def _interrupt_main(number: int) -> None:
    """Let the main thread handle a signal again, also while it waits."""
    ident = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and ident is not None:
        signal.pthread_kill(ident, number)
    else:
        _thread.interrupt_main(signal.Signals(number))
