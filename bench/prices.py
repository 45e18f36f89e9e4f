"""How near to the optimum `prices` comes for 5,000 parts under a quota, blocking and awaited; and what a part costs.

    tox -e bench-prices

The server grants 60 calls a minute and takes 0.2 s for each. 5,000 parts are 100 calls: 60 in the first minute, the
rest as soon as the second begins. So each run takes more than a minute, and all of it less than three.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from xi.sdk.resellers import Account, ApiClient, Configuration, ProductCatalogApi, aio, prices

ACCOUNT: Final = Account("20-222222", "US")
GOAL: Final = 1.1
"""The time of a run, in times of its optimum, at most."""
PIECE: Final = 50


@contextmanager
def served(*arguments: str) -> Generator[str]:
    """Yield the URL of a server; afterwards nothing may have been refused."""
    command = [sys.executable, str(Path(__file__).with_name("catalog_server.py")), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.stdin.close()
        refused = int(process.stdout.readline())
        if refused:
            print(f"  {refused} calls were refused")


def check(found: dict[str | prices.Part, prices.Price], count: int) -> None:
    """Stop if not every part has its price."""
    if sum(each.outcome is prices.Outcome.PRICED for each in found.values()) != count:
        raise SystemExit("a part has no price")


def blocking(url: str, skus: list[str], in_flight: int) -> float:
    """Return the seconds that a run takes."""
    with ApiClient(Configuration(host=url, access_token="bench")) as client:
        began = time.perf_counter()
        check(prices.prices(ProductCatalogApi(client).bound(ACCOUNT), skus, in_flight=in_flight), len(skus))
        return time.perf_counter() - began


def awaited(url: str, skus: list[str], in_flight: int) -> float:
    """Return the seconds that an awaited run takes."""

    async def run() -> float:
        async with aio.AsyncApiClient(Configuration(host=url, access_token="bench")) as client:
            began = time.perf_counter()
            check(
                await prices.prices(aio.ProductCatalogApi(client).bound(ACCOUNT), skus, in_flight=in_flight), len(skus)
            )
            return time.perf_counter() - began

    return asyncio.run(run())


def optimum(calls: int, quota: int, latency: float, in_flight: int) -> float:
    """Return the seconds that calls take at least: full minutes, and the calls of the last one, so many at once."""
    minutes, last = divmod(calls - 1, quota)
    return 60.0 * minutes + math.ceil((last + 1) / in_flight) * latency


def main() -> None:
    """Measure, and print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", type=int, default=5_000, help="how many parts (default 5,000)")
    parser.add_argument("--quota", type=int, default=60, help="calls a minute (default 60)")
    parser.add_argument("--latency", type=float, default=0.2, help="seconds for an answer (default 0.2)")
    parser.add_argument("--in-flight", type=int, default=4, help="calls at once (default 4)")
    given = parser.parse_args()
    skus = [f"{number:07}" for number in range(given.parts)]
    best = optimum(math.ceil(given.parts / PIECE), given.quota, given.latency, given.in_flight)
    for name, run in (("blocking", blocking), ("awaited", awaited)):
        with served("--quota", str(given.quota), "--latency", str(given.latency)) as url:
            taken = run(url, skus, given.in_flight)
        verdict = "reached" if taken <= best * GOAL else "MISSED"
        print(f"{name:<10}{taken:8.1f} s, optimum {best:.1f} s, ratio {taken / best:.2f}, goal {GOAL}: {verdict}")
    with served() as url:
        blocking(url, skus[:PIECE], 1)
        began = time.process_time()
        blocking(url, skus, 1)
        print(f"{'CPU':<10}{(time.process_time() - began) / len(skus) * 1e6:8.0f} µs for a part")


if __name__ == "__main__":
    main()
