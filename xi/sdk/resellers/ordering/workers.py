"""Workers on many machines: procrastinate rings, the ledger decides. Needs the extra `workers`, and PostgreSQL.

    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo="postgresql://orders@db/orders"))
    tasks = desk_tasks(app, make_desk, [Account("20-222222", "US")])

    record = desk.plan(order)        # in the program that takes orders
    tasks.ring(record.key)

    tasks.run(concurrency=8)         # on each machine that places them

A task carries the key of an order, and asks a desk to do what is due for it. What was sent and what may be sent again
is in the ledger alone. So a task may be lost, run twice, or at once with itself, and each order is placed once all the
same: a sweep, which runs every few seconds on one of the workers, rings for all orders that are due.
"""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import Awaitable, Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from xi.sdk.resellers import Account
from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import aio
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._tracking import StatusChange
from xi.sdk.resellers.ordering._worker_loop import run_again
from xi.sdk.resellers.ordering.desk import OrderDesk
from xi.sdk.resellers.ordering.errors import Fault, LedgerError, StoppedError
from xi.sdk.resellers.ordering.ledger import Ledger

try:
    import procrastinate
    from procrastinate.exceptions import AlreadyEnqueued
    from procrastinate.jobs import Status
    from procrastinate.manager import JobManager
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "procrastinate":
        raise
    raise ImportError(missing("workers need procrastinate", "workers"), name=error.name) from error

if TYPE_CHECKING:
    from procrastinate.jobs import Job
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
Desk = OrderDesk | aio.OrderDesk
MakeDesk = Callable[[Account], Desk | Awaitable[Desk]]
"""Makes the desk of an account: blocking or awaited."""

SWEEP_CRON: Final = "* * * * * */10"
"""Every ten seconds: the first look for an order in doubt is due after ten."""
_SWEPT_AT_ONCE: Final = 500
"""Orders of an account for which one sweep rings at most, and jobs that wait from which on it rings for none: the
next one goes on."""
_SWEEP_PRIORITY: Final = 100
"""A sweep goes before the tasks that wait, so that webhooks are not held up by a long run."""
_THREADS: Final = 64
"""Threads of a process in which blocking desks work; each task needs one, and `concurrency` bounds them."""
_AWAY: Final = frozenset({Fault.AWAY, Fault.LOCKED, Fault.FULL})
"""Faults of a ledger that may end by themselves. After any other one, this program must not go on."""
_SEEN_S: Final = 15.0
"""How often a worker says that it is there."""


def desk_tasks(
    app: procrastinate.App,
    make_desk: MakeDesk,
    accounts: Iterable[Account],
    *,
    name: str = "xi_orders",
    sweep: str = SWEEP_CRON,
    track: str | None = None,
    on_change: Callable[[StatusChange], Any] | None = None,
) -> DeskTasks:
    """Add the tasks that place the orders of a ledger to an app of procrastinate.

    Call it where the app is made, so that each program that uses the app knows the tasks.

    Args:
        app: the app. Its tables are best in the database of the ledger.
        make_desk: makes the desk of an account, the first time that a worker needs it: a blocking or an awaited one, or
            a coroutine function that returns one. The desk is kept; an awaited one is closed at the end of `run`.
        accounts: the accounts whose orders are placed. Each needs a desk.
        name: what the names of the tasks begin with, and the name of their queue. Each ledger needs one of its own.
        sweep: when to ring for all orders that are due, as a cron line; a sixth field is for seconds.
        track: when to read the statuses of the orders that stand, as a cron line, such as `*/15 * * * *`. None reads
            none. One worker does so at a time, within the quota.
        on_change: called with each status that has changed, in a thread or on the loop as the desk is. Its failure is
            logged, and stops nothing.

    Raises:
        ApiTypeError: what is given is no app of procrastinate.
        ApiValueError: there is no account.
    """
    if not isinstance(app, procrastinate.App):  # pyright: ignore[reportUnnecessaryIsInstance] - callers err
        raise ApiTypeError(f"app should be a procrastinate.App, not {type(app).__name__}", argument="app")
    known = {(each.customer_number, each.country_code): each for each in accounts}
    if not known:
        raise ApiValueError(
            "accounts is empty; it should have each account whose orders are placed", argument="accounts"
        )
    tasks = DeskTasks(app, make_desk, known, name, sweep)
    if track is not None:
        tasks.add_tracking(track, on_change)
    return tasks


class DeskTasks:
    """The tasks of a ledger on an app of procrastinate; `desk_tasks` makes it."""

    def __init__(
        self,
        app: procrastinate.App,
        make_desk: MakeDesk,
        accounts: dict[tuple[str, str], Account],
        name: str,
        sweep: str,
    ) -> None:
        self._app = app
        self._make_desk = make_desk
        self._accounts = accounts
        self._name = name
        self._desks: dict[Account, Desk] = {}
        self._making = asyncio.Lock()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="xi-desk")
        self._on_change: Callable[[StatusChange], Any] | None = None
        self._seen_at = -_SEEN_S
        self._fault: LedgerError | None = None
        self._stop: Callable[[], None] | None = None
        self._is_sweeping = False
        task: Any = app.task
        self._settle_task: Any = task(name=f"{name}.settle", queue=name)(self._settle)
        swept = task(name=f"{name}.sweep", queue=name, queueing_lock=f"{name}.sweep", priority=_SWEEP_PRIORITY)
        self._sweep_task: Any = app.periodic(cron=sweep)(swept(self._sweep))

    def add_tracking(self, cron: str, on_change: Callable[[StatusChange], Any] | None) -> None:
        """Add the task that reads the statuses of orders; `desk_tasks` does so if it is asked to.

        Args:
            cron: when, as a cron line.
            on_change: called with each status that has changed.
        """
        self._on_change = on_change
        name = f"{self._name}.track"
        task: Any = self._app.task(name=name, queue=self._name, queueing_lock=name, lock=name)
        self._app.periodic(cron=cron)(task(self._track))

    # -- ringing

    def ring(self, key: str, *, connection: Connection | None = None) -> bool:
        """Ask the workers to do what is due for an order. Nothing depends on it: the sweep rings too, seconds later.

        Args:
            key: the key of a record.
            connection: an SQLAlchemy connection by psycopg, in a transaction, as `plan` takes it. The workers hear of
                the order when the program commits, and never if it rolls back. Its `search_path` has to find the tables
                of procrastinate. Without it, the app has to be open.

        Returns:
            False if the workers have been asked before, and have not begun.

        Raises:
            ApiValueError: the key is of an account that has no desk here.
            ApiTypeError: the connection is not one by psycopg.
        """
        job = self._job(key)
        try:
            if connection is None:
                self._app.job_manager.batch_defer_jobs([job])
                return True
            driver = _driver_of(connection.connection.driver_connection, "Connection")
            with connection.begin_nested():  # a key that waits already must not break the program's transaction
                JobManager(procrastinate.SyncPsycopgConnector()).batch_defer_jobs([job], connection=driver)
        except AlreadyEnqueued:
            return False
        return True

    async def ring_async(self, key: str, *, connection: AsyncConnection | None = None) -> bool:
        """Ask the workers to do what is due for an order; see `ring`.

        Args:
            key: the key of a record.
            connection: a connection of SQLAlchemy's asyncio extension by psycopg, in a transaction.

        Returns:
            False if the workers have been asked before, and have not begun.

        Raises:
            ApiValueError: the key is of an account that has no desk here.
            ApiTypeError: the connection is not one by psycopg.
        """
        job = self._job(key)
        try:
            if connection is None:
                await self._app.job_manager.batch_defer_jobs_async([job])
                return True
            raw = await connection.get_raw_connection()
            driver = _driver_of(raw.driver_connection, "AsyncConnection")
            async with connection.begin_nested():
                manager = JobManager(procrastinate.PsycopgConnector())
                await manager.batch_defer_jobs_async([job], connection=driver)
        except AlreadyEnqueued:
            return False
        return True

    def _job(self, key: str) -> Job:
        self._account(key)
        lock = f"{self._name}.{key}"
        return cast("Job", self._settle_task.configure(queueing_lock=lock, task_kwargs={"key": key}).job)

    def _account(self, key: str) -> Account:
        customer, _, rest = key.partition("/")
        account = self._accounts.get((customer, rest.partition("/")[0]))
        if account is None:
            known = ", ".join(f"{number} {country}" for number, country in self._accounts)
            raise ApiValueError(f"{key!r} is no key of an order of {known}", argument="key")
        return account

    # -- the tasks

    async def _settle(self, key: str) -> str:
        """Do what is due for an order, in one round; return its state for the log."""
        with self._noticed():
            desk = await self._desk(self._account(key))
            try:
                if isinstance(desk, OrderDesk):
                    record = await self._in_thread(partial(desk.settle, key))
                else:
                    record = await desk.settle(key)
            except LookupError:  # rung for before the program's commit, or in spite of a rollback
                return "not in the ledger"
            except StoppedError:  # the program has stopped the desk; the order is rung for again
                return "not begun"
        return record.state.value

    async def _sweep(self, timestamp: int) -> int:  # noqa: ARG002 - procrastinate gives it to each periodic task
        """Handle the webhooks that have come, and ring for all orders that are due; return for how many."""
        if self._is_sweeping:  # one that takes longer than the time between two must not fill the worker
            return 0
        self._is_sweeping = True
        try:
            rung = 0
            for account in self._accounts.values():
                with self._noticed():
                    keys = await self._due(await self._desk(account))
                rung += await self._ring_all(keys)
            await self._forget_stalled()
            return rung
        finally:
            self._is_sweeping = False

    async def _ring_all(self, keys: list[str]) -> int:
        """Ring for the orders that no job waits for, in a few statements; return for how many."""
        manager = self._app.job_manager
        queues = await manager.list_queues_async(queue=self._name)
        if sum(each["todo"] for each in queues) >= _SWEPT_AT_ONCE:
            return 0
        waiting = await manager.list_jobs_async(queue=self._name, status=Status.TODO.value)
        locks = {each.queueing_lock for each in waiting}
        jobs = [job for job in map(self._job, keys) if job.queueing_lock not in locks]
        if jobs:
            try:
                await manager.batch_defer_jobs_async(jobs)
            except AlreadyEnqueued:  # somebody rang at the same moment; the next sweep goes on
                return 0
        return len(jobs)

    async def _due(self, desk: Desk) -> list[str]:
        if isinstance(desk, OrderDesk):
            await self._in_thread(desk.handle_webhooks)
            return await self._in_thread(partial(desk.due, _SWEPT_AT_ONCE))
        await desk.handle_webhooks()
        return await desk.due(_SWEPT_AT_ONCE)

    async def _track(self, timestamp: int) -> int:  # noqa: ARG002 - procrastinate gives it to each periodic task
        """Read the statuses of the orders that stand, once; return how many have changed."""
        changes = 0
        for account in self._accounts.values():
            with self._noticed():
                desk = await self._desk(account)
                if isinstance(desk, OrderDesk):
                    changes += await self._in_thread(partial(self._track_all, desk))
                    continue
                async for change in desk.track():
                    changes += 1
                    self._tell(change)
        return changes

    def _track_all(self, desk: OrderDesk) -> int:
        changes = 0
        for change in desk.track():
            changes += 1
            self._tell(change)
        return changes

    def _tell(self, change: StatusChange) -> None:
        if self._on_change is None:
            return
        try:
            self._on_change(change)
        except Exception:
            po = change.record.po
            log.exception("a function of the program failed for PO %s", po, extra={"po": po})

    async def _forget_stalled(self) -> None:
        """Remove the jobs of workers that have died: the ledger knows what is to be done about their orders."""
        manager = self._app.job_manager
        for job in await manager.get_stalled_jobs(queue=self._name):
            if job.id is not None:
                await manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=True)

    @contextmanager
    def _noticed(self) -> Generator[None]:
        """Let the worker end after a fault of the ledger that does not end by itself."""
        try:
            yield
        except LedgerError as error:
            if error.fault not in _AWAY:
                self._fault = error
                if self._stop is not None:
                    self._stop()
            raise

    # -- desks

    async def _desk(self, account: Account) -> Desk:
        desk = self._desks.get(account)
        if desk is None:
            async with self._making:
                desk = self._desks.get(account)
                if desk is None:
                    made = await self._in_thread(partial(self._make_desk, account))
                    desk = await made if isinstance(made, Awaitable) else made
                    self._check(desk, account)
                    self._desks[account] = desk
        await self._say_seen(desk)
        return desk

    async def _say_seen(self, desk: Desk) -> None:
        """Say in the ledger that this worker uses it, so that nobody restores or moves it meanwhile."""
        now = time.monotonic()
        if now - self._seen_at >= _SEEN_S:
            self._seen_at = now
            await self._in_thread(partial(self._write_seen, desk.ledger))

    def _write_seen(self, ledger: Ledger) -> None:
        with ledger.transaction() as tx:
            tx.seen(f"{socket.gethostname()}/{os.getpid()}/{self._name}")

    def _check(self, desk: Desk, account: Account) -> None:
        if not isinstance(desk, (OrderDesk, aio.OrderDesk)):  # pyright: ignore[reportUnnecessaryIsInstance] - callers err
            raise ApiTypeError(f"make_desk should return an OrderDesk, not {type(desk).__name__}", argument="make_desk")
        its = desk.account
        if (its.customer_number, its.country_code) != (account.customer_number, account.country_code):
            raise ApiValueError(
                f"make_desk returned the desk of {its.customer_number} {its.country_code} for "
                f"{account.customer_number} {account.country_code}; write OrdersApi(client).bound(account)",
                argument="make_desk",
            )

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    # -- running

    def run(self, **options: Any) -> None:
        """Run a worker in this process until SIGINT or SIGTERM; requests that are out are awaited.

        A worker of procrastinate ends when its database goes away; this one begins again, with growing pauses. If the
        ledger cannot be used by this program at all, it ends.

        Args:
            **options: as for `procrastinate.App.run_worker`, such as `concurrency`. Finished jobs are deleted unless
                `delete_jobs` says otherwise, since the ledger has the history.

        Raises:
            LedgerError: the ledger cannot be used by this program, for example because a newer one has changed it.
        """
        asyncio.run(self.run_async(**options))

    async def run_async(self, **options: Any) -> None:
        """Run a worker on the event loop that runs; see `run`. Cancel the task to stop it.

        Args:
            **options: as for `run`.

        Raises:
            LedgerError: the ledger cannot be used by this program.
        """
        chosen = {"queues": [self._name], "delete_jobs": "always", "install_signal_handlers": False} | options
        stop = asyncio.Event()
        self._stop, self._fault, self._making = stop.set, None, asyncio.Lock()
        try:
            await run_again(self._app, chosen, stop)
        finally:
            self._stop = None
            self._close_awaited()
        if self._fault is not None:
            raise self._fault

    def _close_awaited(self) -> None:
        """Close the awaited desks: they belong to the event loop, which ends too."""
        for account, desk in list(self._desks.items()):
            if isinstance(desk, aio.OrderDesk):
                desk.close()
                del self._desks[account]


def _driver_of(connection: Any, kind: str) -> Any:
    """Return the connection of psycopg under one of SQLAlchemy."""
    import psycopg  # noqa: PLC0415 - procrastinate works without it, with connections that are no use here

    if not isinstance(connection, getattr(psycopg, kind)):
        raise ApiTypeError(
            f"connection should be one by psycopg (postgresql+psycopg://…), not by {type(connection).__module__}",
            argument="connection",
        )
    return connection
