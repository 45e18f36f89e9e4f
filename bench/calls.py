"""What a call costs beyond its bytes: blocking and async clients, two async libraries, and the throttle.

    tox -e bench-calls

Everything runs in one process against a server in another, on loopback, and stops by itself after a minute or so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import httpx2
import payloads
import urllib3

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, aio
from xi.sdk.resellers._core.messages import Headers, Request, Response, Timeouts
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers.models import OrderDetailB2B

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

HERE = Path(__file__).resolve().parent
ACCOUNT = Account("20-222222", "US")
CASE = payloads.CASES["details"]
HEADERS = {
    "Accept": "application/json",
    "Authorization": "Bearer t",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "0" * 32,
}
MICROSECONDS = 1e6


@contextmanager
def served() -> Iterator[str]:
    """Run the server of these benchmarks, and yield its URL."""
    command = [sys.executable, str(HERE / "server.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{json.loads(server.stdout.readline())['port']}"
        finally:
            server.stdin.close()


def cpu(call: Callable[[], object], calls: int) -> float:
    """Return the microseconds of CPU time one call takes."""
    started = time.process_time()
    for _ in range(calls):
        call()
    return (time.process_time() - started) / calls * MICROSECONDS


async def together(call: Callable[[], Awaitable[object]], calls: int, at_once: int) -> None:
    """Make calls, several at the same time."""

    async def some() -> None:
        for _ in range(calls // at_once):
            await call()

    await asyncio.gather(*(some() for _ in range(at_once)))


def blocking(url: str, calls: int, rounds: int) -> Iterator[tuple[str, list[float]]]:
    """Measure urllib3 with json, and the blocking client."""
    manager = urllib3.PoolManager()
    target = url + CASE.path
    orders = OrdersApi(ApiClient(Configuration(host=url, access_token="t"))).bound(ACCOUNT)
    contestants: dict[str, Callable[[], object]] = {
        "urllib3 + json": lambda: json.loads(manager.request("GET", target, headers=HEADERS).data),
        "ApiClient": lambda: orders.get_orderdetails_v6_1(CASE.path.rpartition("/")[2]),
    }

    samples: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds + 1):
        for name, call in contestants.items():
            samples[name].append(cpu(call, calls))
    for name, found in samples.items():
        yield name, found[1:]


def awaited(url: str, calls: int, rounds: int, at_once: int) -> Iterator[tuple[str, list[float]]]:
    """Measure aiohttp and httpx2 with json, and the awaited client."""
    samples: dict[str, list[float]] = {}

    async def measure() -> None:
        target = url + CASE.path
        limits = httpx2.Limits(max_connections=at_once)
        configuration = Configuration(host=url, access_token="t")
        configuration.connection_pool_maxsize = at_once
        async with (
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=at_once)) as session,
            httpx2.AsyncClient(limits=limits) as httpx_client,
            aio.AsyncApiClient(configuration) as client,
        ):
            orders = aio.OrdersApi(client).bound(ACCOUNT)

            async def by_aiohttp() -> object:
                async with session.get(target, headers=HEADERS) as answer:
                    return json.loads(await answer.read())

            async def by_httpx2() -> object:
                return json.loads((await httpx_client.get(target, headers=HEADERS)).content)

            async def by_client() -> object:
                return await orders.get_orderdetails_v6_1(CASE.path.rpartition("/")[2])

            contestants = {"aiohttp + json": by_aiohttp, "httpx2 + json": by_httpx2, "AsyncApiClient": by_client}
            for _ in range(rounds + 1):
                for name, call in contestants.items():
                    started = time.process_time()
                    await together(call, calls, at_once)
                    spent = (time.process_time() - started) / calls * MICROSECONDS
                    samples.setdefault(name, []).append(spent)

    asyncio.run(measure())
    for name, found in samples.items():
        yield name, found[1:]


class Instant:
    """A transport that answers at once."""

    def __init__(self, body: bytes) -> None:
        self._answer = Response(200, "OK", Headers([("Content-Type", "application/json")]), body)

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - the protocol's
        """Answer."""
        return self._answer

    def close(self) -> None:
        """Do nothing."""


def flow_overhead(calls: int, rounds: int) -> tuple[float, float]:
    """Return the microseconds of a whole call without a network, and of reading its answer alone."""
    body = payloads.small_details_answer()
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    orders = OrdersApi(ApiClient(Configuration(access_token="t"), transport=Instant(raw))).bound(ACCOUNT)
    whole: list[float] = []
    reading: list[float] = []
    for _ in range(rounds + 1):
        whole.append(cpu(lambda: orders.get_orderdetails_v6_1("20-AB1CD"), calls))
        reading.append(cpu(lambda: OrderDetailB2B.from_json(raw), calls))
    return statistics.median(whole[1:]), statistics.median(reading[1:])


class Quota:
    """A server with a fixed number of calls in each window, which its answers report."""

    def __init__(self, limit: int, window: float) -> None:
        self._limit = limit
        self._window = window
        self._lock = threading.Lock()
        self._made: dict[int, int] = {}
        self.refused = 0

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - the protocol's
        """Answer after a moment, 429 beyond the limit."""
        time.sleep(0.002)
        with self._lock:
            current = int(time.time() / self._window)
            made = self._made[current] = self._made.get(current, 0) + 1
            left = max(self._limit - made, 0)
            status = 200 if made <= self._limit else 429
            self.refused += status == 429  # noqa: PLR2004 - the status
        headers = {
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(left),
            "X-RateLimit-Reset": str(int((current + 1) * self._window * 1000)),
        }
        return Response(status, "", Headers(headers.items()), b"{}")

    def close(self) -> None:
        """Do nothing."""


def throttle(callers: int) -> tuple[float, int]:
    """Read 200 orders with 60 calls a window; return the time relative to the optimum, and the number of 429s."""
    window = 1.0
    quota = Quota(60, window)
    orders = OrdersApi(ApiClient(Configuration(access_token="t"), transport=quota)).bound(ACCOUNT)
    time.sleep(window - time.time() % window + 0.01)
    started = time.perf_counter()
    orders.get_orderdetails_v6_1("20-AB1CD")  # tells of the quota
    with ThreadPoolExecutor(callers) as pool:
        list(pool.map(lambda _: orders.get_orderdetails_v6_1("20-AB1CD"), range(199)))
    spent = time.perf_counter() - started
    # Three windows are used up; the last calls follow at once.
    best = 3 * window - 0.01 + 20 / callers * 0.002
    return spent / best, quota.refused


def reserving(calls: int, rounds: int) -> float:
    """Return the microseconds to reserve and settle a call in a quota."""
    throttled = Throttle(threading.Lock())
    headers = Headers([("Content-Type", "application/json")])

    def run() -> None:
        throttled.reserve("get", 0.0, reads=True)
        throttled.settle("get", headers, 0.0)

    return statistics.median(cpu(run, calls) for _ in range(rounds))


def show(title: str, samples: Iterator[tuple[str, list[float]]]) -> None:
    """Print medians, and their ratio to the first."""
    print(f"\n{title}")
    first = 0.0
    for name, found in samples:
        median = statistics.median(found)
        first = first or median
        print(f"  {name:16} {median:7.0f} us CPU a call  x{median / first:.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="times all are measured (default 9)")
    parser.add_argument("--calls", type=int, default=640, help="calls per round (default 640)")
    given = parser.parse_args()
    with served() as url:
        show("blocking, one at a time", blocking(url, given.calls, given.rounds))
        for at_once in (1, 64):
            title = f"awaited, {at_once} under way"
            show(title, awaited(url, max(given.calls // 64, 1) * 64, given.rounds, at_once))
    whole, reading = flow_overhead(given.calls, given.rounds)
    print(f"\na call without a network: {whole:.1f} us, of which reading the answer {reading:.1f} us")
    print(f"counting a call in and out of its quota: {reserving(given.calls, given.rounds):.1f} us")
    print("\n200 reads under 60 calls a window, against the optimum")
    for callers in (1, 8):
        ratio, refused = throttle(callers)
        print(f"  {callers} at once: x{ratio:.3f}, {refused} refused")


if __name__ == "__main__":
    main()
