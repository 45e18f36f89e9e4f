"""What it costs to place each order once: CPU an order, throughput under a quota, and memory over many orders.

    tox -e bench-ordering

The sandbox runs in a process of its own, on loopback. Ledgers are in a new folder under `--folder`, and in a new
database in the PostgreSQL of `--postgresql`; both are removed afterwards. All of it ends by itself.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import urllib3

from xi.sdk.resellers import Account, ApiClient, BoundOrdersApi, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

TOKEN = "bench-token"
ACCOUNT = Account("20-222222", "US")
POSTGRESQL = "postgresql://postgres@127.0.0.1:5432/postgres"
MICROSECONDS = 1e6
MEBIBYTE = 2**20
MINUTE_S = 60.0
TOO_MANY = 429
BULK = 0.9
"""The part of a quota that long runs use; they leave the rest to other calls."""
GOALS = {"place, SQLite": 5.0, "place, PostgreSQL": 6.5}
"""The largest ratio to a bare POST."""
WORKER_GOAL = 3.0
"""The largest ratio of a worker to `place` on the same database."""
BULK_GOAL = 0.98

NUMBERS = itertools.count(1)
MANAGER = urllib3.PoolManager()
HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/json",
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": ACCOUNT.customer_number,
    "IM-CountryCode": ACCOUNT.country_code,
    "IM-CorrelationID": "0" * 32,
}


def order() -> dict[str, Any]:
    """Return an order of one line, under a PO of its own."""
    line = {"customerLineNumber": "1", "ingramPartNumber": "TSXML1", "quantity": 1}
    return {"customerOrderNumber": f"B-{next(NUMBERS)}", "lines": [line]}


# -- the other end


def serve(calls_a_minute: int) -> None:
    """Serve a sandbox until standard input ends; print its URL, and at the end how calls were answered."""
    from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer  # noqa: PLC0415 - only this part

    limit = RateLimit(calls=calls_a_minute, every_method=True) if calls_a_minute else None
    sandbox = Sandbox(access_tokens={TOKEN}, policy=Policy(rate_limit=limit), seed=1)
    with SandboxServer(sandbox) as server:
        print(server.url, flush=True)
        is_asked = sys.stdin.readline()
    if is_asked:
        refused = sum(count for (_, status), count in sandbox.answered.items() if status == TOO_MANY)
        print(json.dumps({"refused": refused}))


@contextmanager
def served(calls_a_minute: int = 0) -> Generator[tuple[str, Callable[[], dict[str, int]]]]:
    """Yield the URL of a sandbox, and a function that ends it and returns how calls were answered."""
    command = [sys.executable, __file__, "--serve", str(calls_a_minute)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        stdin, stdout = process.stdin, process.stdout

        def end() -> dict[str, int]:
            stdin.write("\n")
            stdin.flush()
            answered: dict[str, int] = json.loads(stdout.readline())
            return answered

        try:
            yield stdout.readline().strip(), end
        finally:
            stdin.close()


@contextmanager
def api(url: str) -> Generator[BoundOrdersApi]:
    """Yield the bound API of a sandbox."""
    with ApiClient(Configuration(host=url, access_token=TOKEN, account=ACCOUNT)) as client:
        yield OrdersApi(client).bound()


@contextmanager
def desk(orders: BoundOrdersApi, ledger: str) -> Generator[OrderDesk]:
    """Yield a desk, and close its ledger."""
    made = OrderDesk(orders, ledger)
    try:
        yield made
    finally:
        made.ledger.close()


@contextmanager
def database(server: str) -> Generator[str]:
    """Yield the URL of a database of its own; it is dropped afterwards."""
    import psycopg  # noqa: PLC0415 - the parts without PostgreSQL do not need it
    from psycopg import sql  # noqa: PLC0415 - likewise

    name = f"xi_bench_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True, connect_timeout=3) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{server.rpartition('/')[0]}/{name}"
        finally:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


# -- CPU an order


def each(call: Callable[[], object]) -> Callable[[int], float]:
    """Return what measures a call that places one order."""

    def batch(count: int) -> float:
        began = time.process_time()
        for _ in range(count):
            call()
        return time.process_time() - began

    return batch


def bare_post(url: str) -> None:
    """Place an order with nothing but urllib3 and json."""
    body = json.dumps(order())
    answer = MANAGER.request("POST", f"{url}/resellers/v6/orders", body=body, headers=HEADERS)
    json.loads(answer.data)


def placing(made: OrderDesk) -> Callable[[], object]:
    """Return what places one order."""
    return lambda: made.place(order())


def worked(made: OrderDesk) -> Callable[[int], float]:
    """Return what measures a worker that places orders which were planned before."""

    def batch(count: int) -> float:
        for _ in range(count):
            made.plan(order())
        began = time.process_time()
        progress = made.work(until="idle")
        spent = time.process_time() - began
        if progress.placed != count:
            raise SystemExit(f"the worker placed {progress.placed} of {count} orders")
        return spent

    return batch


def bulk_of(made: OrderDesk) -> Callable[[int], float]:
    """Return what measures a run over many orders."""

    def batch(count: int) -> float:
        began = time.process_time()
        for record in made.place_all(order() for _ in range(count)):
            record.raise_for_state()
        return time.process_time() - began

    return batch


def costs(folder: Path, server: str, rounds: int, count: int) -> None:
    """Print the CPU time of an order, against a bare POST, in turns."""
    with ExitStack() as opened:
        url, _ = opened.enter_context(served())
        orders = opened.enter_context(api(url))
        contestants = {
            "urllib3 and json": each(lambda: bare_post(url)),
            "a bare POST": each(lambda: orders.post_createorder_v6(order())),
        }
        ledgers = {"SQLite": f"sqlite:///{folder / 'costs.db'}"}
        try:
            ledgers["PostgreSQL"] = opened.enter_context(database(server))
        except Exception as error:  # noqa: BLE001 - whatever is missing, the other rows can be measured
            print(f"FAILED PostgreSQL: {error}")
        for name, ledger in ledgers.items():
            made = opened.enter_context(desk(orders, ledger))
            contestants[f"place, {name}"] = each(placing(made))
            contestants[f"place_all, {name}"] = bulk_of(made)
            contestants[f"work, {name}"] = worked(made)
        samples: dict[str, list[float]] = {name: [] for name in contestants}
        for number in range(rounds + 1):
            # Forwards and backwards in turn: nobody always runs behind the same neighbour.
            for name in contestants if number % 2 else reversed(contestants):
                spent = contestants[name](count) / count * MICROSECONDS
                if number:
                    samples[name].append(spent)
    show_costs(samples)


def show_costs(samples: dict[str, list[float]]) -> None:
    """Print medians, and the ratio of each round to the bare POST of the round."""
    base = samples["a bare POST"]
    for name, found in samples.items():
        ratio = statistics.median(one / other for one, other in zip(found, base, strict=True))
        goal = GOALS.get(name)
        print(f"{name:22} {statistics.median(found):7.0f} us CPU an order  x{ratio:.2f}{verdict(ratio, goal)}")
    for kind in ("SQLite", "PostgreSQL"):
        if f"work, {kind}" in samples:
            pairs = zip(samples[f"work, {kind}"], samples[f"place, {kind}"], strict=True)
            ratio = statistics.median(one / other for one, other in pairs)
            print(f"work against place, {kind}: x{ratio:.2f}{verdict(ratio, WORKER_GOAL)}")


def verdict(found: float, goal: float | None, *, least: bool = False) -> str:
    """Return whether a goal is reached, for the end of a line."""
    if goal is None:
        return ""
    is_reached = found >= goal if least else found <= goal
    return f"  (goal {goal:g}: {'pass' if is_reached else 'MISS'})"


# -- a run under a quota


def throughput(folder: Path, calls_a_minute: int, seconds: float) -> None:
    """Print how near to the optimum a run comes under a quota, and how many calls were refused."""
    count = round(calls_a_minute * BULK * seconds / MINUTE_S)
    with (
        served(calls_a_minute) as (url, end),
        api(url) as orders,
        desk(orders, f"sqlite:///{folder / 'bulk.db'}") as made,
    ):
        began = time.perf_counter()
        placed = sum(record.is_standing for record in made.place_all(order() for _ in range(count)))
        spent = time.perf_counter() - began
        refused = end()["refused"]
    if placed != count:
        raise SystemExit(f"{placed} of {count} orders were placed")
    share = count / (calls_a_minute * BULK * spent / MINUTE_S)
    print(f"{count} orders at {calls_a_minute} calls a minute: {spent:.1f} s, {refused} refused, ", end="")
    print(f"{share:.3f} of what a long run may use{verdict(share, BULK_GOAL, least=True)}")


# -- memory


def resident() -> float:
    """Return the memory of this process, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024 / MEBIBYTE


def memory(folder: Path, count: int) -> None:
    """Print the memory of a program that places many orders, after a tenth and at the end; and places them again."""
    ledger = f"sqlite:///{folder / 'memory.db'}"
    with served() as (url, _), api(url) as orders, desk(orders, ledger) as made:
        for title in ("placed", "placed before"):
            began, marks = time.perf_counter(), dict[int, float]()
            run = made.place_all(numbered(number) for number in range(count))
            for number, _record in enumerate(run, start=1):
                if number in (count // 10, count):
                    marks[number] = resident()
            spent = time.perf_counter() - began
            shown = ", ".join(f"{found:.0f} MiB after {number:,}" for number, found in marks.items())
            print(f"{count:,} orders {title}: {shown}; {count / spent:,.0f} orders a second")


def numbered(number: int) -> dict[str, Any]:
    """Return an order of one line, the same each time."""
    line = {"customerLineNumber": "1", "ingramPartNumber": "TSXML1", "quantity": 1}
    return {"customerOrderNumber": f"M-{number}", "lines": [line]}


def main() -> None:
    """Measure everything, or serve for another process that does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="rounds that medians are taken over (default 9)")
    parser.add_argument("--orders", type=int, default=100, help="orders in a round (default 100)")
    parser.add_argument("--count", type=int, default=100_000, help="orders for the memory (default 100,000)")
    parser.add_argument("--seconds", type=float, default=90.0, help="how long the run under a quota takes (default 90)")
    parser.add_argument("--limit", type=int, default=600, help="calls a minute in it (default 600)")
    parser.add_argument("--only", choices=("costs", "quota", "memory"), help="leave the other parts out")
    parser.add_argument("--postgresql", default=POSTGRESQL, help="a server that databases can be made in")
    parser.add_argument("--folder", type=Path, help="where ledgers are kept while it runs; best on a real disk")
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve is not None:
        serve(given.serve)
        return
    with tempfile.TemporaryDirectory(prefix="xi-bench-", dir=given.folder) as made:
        folder = Path(made)
        if given.only in (None, "costs"):
            costs(folder, given.postgresql, given.rounds, given.orders)
        if given.only in (None, "quota"):
            throughput(folder, given.limit, given.seconds)
        if given.only in (None, "memory"):
            memory(folder, given.count)


if __name__ == "__main__":
    main()
