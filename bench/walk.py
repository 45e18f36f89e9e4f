"""What a walk over 100,000 products takes: memory, time, and the size of what it keeps, for each kind of table.

    tox -e bench-walk

Each walk is a process of its own. Its peak of memory is compared with that of a walk over a tenth of the products.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from prices import ACCOUNT, served

GOALS: Final = {"jsonl": 8.0, "csv": 8.0, "parquet": 14.0}
"""The kinds of tables, each with the MiB by which ten times as many products may raise the peak of memory.

That is mostly the index, up to its cache, and for Parquet what pyarrow keeps for its next batches.
"""
MEBIBYTE: Final = 2**20


def peak() -> int:
    """Return the most memory that this process had, in bytes."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise SystemExit("the memory of a process is measured on Linux only")


def walk(url: str, kind: str) -> None:
    """Walk once, and print what it took."""
    from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, catalog_walk  # noqa: PLC0415 - measured

    with tempfile.TemporaryDirectory() as folder, ApiClient(Configuration(host=url, access_token="bench")) as client:
        began, cpu = time.perf_counter(), time.process_time()
        found = catalog_walk.walk(ProductCatalogApi(client).bound(ACCOUNT), Path(folder, f"all.{kind}"))
        taken = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu}
        size = sum(each.stat().st_size for each in Path(folder).iterdir())
        print(json.dumps({"rows": found.rows, "complete": found.is_complete, "peak": peak(), "kept": size, **taken}))


def measured(url: str, kind: str) -> dict[str, float]:
    """Walk in a process of its own, and return what it took."""
    ended = subprocess.run(
        [sys.executable, __file__, "--walk", url, "--kind", kind], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(ended.stdout)
    return found


def main() -> None:
    """Measure each kind of table, and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", type=int, default=100_000, help="how many products (default 100,000)")
    parser.add_argument("--walk", help=argparse.SUPPRESS)
    parser.add_argument("--kind", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.walk:
        walk(given.walk, given.kind)
        return
    print(f"{'table':<9}{'peak MiB':>10}{'a tenth':>9}{'more':>7}{'seconds':>9}{'CPU s':>7}{'kept MiB':>10}")
    for kind, goal in GOALS.items():
        peaks: list[float] = []
        found: dict[str, float] = {}
        for products in (given.products // 10, given.products):
            with served("--products", str(products)) as url:
                found = measured(url, kind)
            if not found["complete"] or found["rows"] != products:
                raise SystemExit(f"the walk is not complete: {found}")
            peaks.append(found["peak"] / MEBIBYTE)
        more = peaks[1] - peaks[0]
        print(
            f"{kind:<9}{peaks[1]:>10.0f}{peaks[0]:>9.0f}{more:>7.1f}{found['seconds']:>9.1f}{found['cpu']:>7.1f}"
            f"{found['kept'] / MEBIBYTE:>10.0f}   goal {goal:.0f} MiB more: {'reached' if more <= goal else 'MISSED'}"
        )


if __name__ == "__main__":
    main()
