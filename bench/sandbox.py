"""The load that the sandbox can bear: calls a second on one core, the time to start, and a hundred thousand orders.

    tox -e bench-sandbox

Each part runs in a process of its own, on loopback, and all of it stops by itself after a few minutes. The floor of the
calls is a Starlette application, served the same way, that answers fixed JSON.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from starlette.applications import Starlette
    from starlette.requests import Request

    from xi.sdk.resellers.sandbox import Sandbox

TOKEN = "bench-token"
HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/json",
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "0" * 32,
}
MILLISECONDS = 1e3
MEBIBYTE = 2**20
NUMBERS = itertools.count()


def orders_of(count: int, sandbox: Sandbox) -> str:
    """Place so many orders directly, without HTTP, and return the number of one in the middle."""
    from xi.sdk.resellers.sandbox.operations.operation import run  # noqa: PLC0415 - each part loads what it measures
    from xi.sdk.resellers.sandbox.operations.table import NAMED  # noqa: PLC0415 - each part loads what it measures
    from xi.sdk.resellers.sandbox.wire.messages import ApiRequest  # noqa: PLC0415

    headers = {name.lower(): value for name, value in HEADERS.items()}
    for number in range(count):
        body = {
            "customerOrderNumber": f"PO-{number}",
            "lines": [{"ingramPartNumber": "TSXML1", "quantity": 1}, {"ingramPartNumber": "RQ6000", "quantity": 1}],
            "additionalAttributes": [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}],
        }
        run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), body, method="POST"))
    return sandbox.orders.latest(count // 2, 1)[0].number


def serve_part(kind: str, count: int) -> None:
    """Serve until standard input ends; print the URL and the times to start."""
    first = time.perf_counter()
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi  # noqa: PLC0415 - its import is measured

    OrdersApi(ApiClient(Configuration()))  # a test that starts a sandbox has this as well
    began = time.perf_counter()
    from xi.sdk.resellers.sandbox import Sandbox, SandboxServer  # noqa: PLC0415 - likewise
    from xi.sdk.resellers.sandbox.http import server as server_module  # noqa: PLC0415

    imported = time.perf_counter()
    catalogue = None
    if kind == "catalogue":
        from xi.sdk.resellers.sandbox import generated_catalogue  # noqa: PLC0415 - as above

        empty = _resident()
        catalogue = generated_catalogue(count)
        made = time.perf_counter()
        catalogue.prepare()
        indexed, memory = time.perf_counter() - made, (_resident() - empty) / MEBIBYTE
        sys.stderr.write(f"{count} products: {made - imported:.1f} s, their index {indexed:.1f} s, {memory:.0f} MiB\n")
    sandbox = Sandbox(access_tokens={TOKEN}, seed=1, catalogue=catalogue)
    number = ""
    before = _resident()
    if count and catalogue is None:
        number = orders_of(count // 2, sandbox)
    grown = _resident() - before
    ready = time.perf_counter()
    if kind == "floor":
        server_module.create_app = fixed_answers  # type: ignore[attr-defined, assignment] # the floor is served the same way
    server = SandboxServer(sandbox)
    with server:
        up = time.perf_counter()
        started = {
            "url": server.url,
            "client": began - first,
            "import": imported - began,
            "start": up - ready,
            "number": number,
            "memory": grown,
            "orders": len(sandbox.orders),
        }
        sys.stdout.write(json.dumps(started) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


def fixed_answers(sandbox: Sandbox | None = None) -> Starlette:  # noqa: ARG001 - it stands in for create_app
    """Return the floor: an application that always gives the same answer."""
    from starlette.applications import Starlette  # noqa: PLC0415
    from starlette.responses import Response  # noqa: PLC0415
    from starlette.routing import Route  # noqa: PLC0415

    from xi.sdk.resellers.sandbox.http.connections import Connections  # noqa: PLC0415

    fixed = json.dumps({"ingramOrderNumber": "20-AB1CD", "lines": [{"a": "b" * 40}] * 40}).encode()

    async def answer(request: Request) -> Response:
        await request.body()
        return Response(fixed, media_type="application/json")

    made = Starlette(routes=[Route("/{rest:path}", answer, methods=["GET", "POST"])])
    made.state.connections = Connections(lambda: False)
    return made


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - not a file of ours
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def served(kind: str = "sandbox", count: int = 0) -> Generator[dict[str, object]]:
    """Run a server on a core of its own if the machine has one."""
    command = [sys.executable, __file__, "--serve", kind, "--count", str(count)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(process.pid, {min(os.sched_getaffinity(0))})
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()


def ask(connection: http.client.HTTPConnection, method: str, path: str, body: object = None) -> int:
    """Make one call and return its status."""
    connection.request(method, path, None if body is None else json.dumps(body), HEADERS)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def per_second(url: str, work: Callable[[http.client.HTTPConnection], int], seconds: float, clients: int) -> float:
    """Return how many calls a second some clients make together."""
    host = url.removeprefix("http://")
    done = [0] * clients
    until = time.perf_counter() + seconds

    def run(place: int) -> None:
        connection = http.client.HTTPConnection(host, timeout=30)
        while time.perf_counter() < until:
            status = work(connection)
            assert status < 300, status  # noqa: PLR2004 - every call here is a good one
            done[place] += 1
        connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / seconds


def create(connection: http.client.HTTPConnection) -> int:
    """Place an order of one line with a new purchase order number."""
    body = {"customerOrderNumber": f"B-{next(NUMBERS)}", "lines": [{"ingramPartNumber": "TSXML1", "quantity": 1}]}
    return ask(connection, "POST", "/resellers/v6/orders", body)


def calls(rounds: int, seconds: float) -> None:
    """Print how many calls a second are answered, against the floor, in turns."""
    found: dict[str, list[float]] = {"floor": [], "create": [], "details": []}
    with served("floor") as floor, served("sandbox", 2) as sandbox:
        number = str(sandbox["number"])
        work: dict[str, tuple[object, Callable[[http.client.HTTPConnection], int]]] = {
            "floor": (floor["url"], create),
            "create": (sandbox["url"], create),
            "details": (sandbox["url"], lambda line: ask(line, "GET", f"/resellers/v6.1/orders/{number}")),
        }
        for _ in range(rounds):
            for name, (url, do) in work.items():
                found[name].append(per_second(str(url), do, seconds, 2))
    base = found["floor"]
    for name, rates in found.items():
        ratio = statistics.median(rate / other for rate, other in zip(rates, base, strict=True))
        print(f"{name:>8}: {statistics.median(rates):7.0f} calls a second, {ratio:.2f} of the floor's")


def start_up(rounds: int) -> None:
    """Print how long it takes until a sandbox answers."""
    steps = ("client", "import", "start")
    runs: list[list[float]] = []
    for _ in range(rounds):
        with served() as started:
            runs.append([float(str(started[step])) * MILLISECONDS for step in steps])
    client, imports, starts = (statistics.median(each[place] for each in runs) for place in range(len(steps)))
    print(f"a client: {client:.0f} ms; the sandbox's import after it: {imports:.0f} ms, then up in {starts:.1f} ms")


def large(count: int, rounds: int) -> None:
    """Print memory and the latency of searches with many orders."""
    with served("sandbox", count) as started:
        print(f"{started['orders']} orders: {float(str(started['memory'])) / MEBIBYTE:.0f} MiB")
        connection = http.client.HTTPConnection(str(started["url"]).removeprefix("http://"), timeout=120)
        for name, query in {
            "by purchase order": f"customerOrderNumber=PO-{count // 4}",
            "by order number": f"ingramOrderNumber={started['number']}",
            "of the last 20 days": "pageSize=100",
            "the last page of these": f"pageSize=100&pageNumber={count // 100}",
            "by status": "orderStatus=PROCESSING&pageSize=100",
            "by part": "ingramPartNumber=RQ6000&pageSize=100",
        }.items():
            spans: list[float] = []
            for _ in range(rounds):
                began = time.perf_counter()
                ask(connection, "GET", f"/resellers/v6/orders/search?{query}")
                spans.append((time.perf_counter() - began) * MILLISECONDS)
            print(f"{name:>24}: {statistics.median(spans):7.1f} ms")


def catalogue(products: int, rounds: int) -> None:
    """Print the latency of searches and questions for prices among many products.

    A search that was made before is remembered, so each is made for the first time: in every round with another value
    that nothing has, or once only.
    """
    with served("catalogue", products) as started:
        connection = http.client.HTTPConnection(str(started["url"]).removeprefix("http://"), timeout=120)
        root = "/resellers/v6/catalog"

        def took(method: str, target: str, body: object = None) -> float:
            began = time.perf_counter()
            ask(connection, method, target, body)
            return (time.perf_counter() - began) * MILLISECONDS

        for name, query in {
            "everything": "pageSize=100",
            "the last page of it": f"pageSize=100&pageNumber={products * 9 // 1000}",
            "without discounts": "pageSize=100&hasDiscounts=false",
            "by type": "pageSize=100&type=IM::physical",
            "by a word": "keyword=monitor&keyword=none{round}",
            "by the first letter": "keyword=m&keyword=none{round}",
            "by a part number": "keyword=0L0022&keyword=none{round}",
            "by vendor's number": "vendorPartNumber=PS-MO00021&vendorPartNumber=none{round}",
            "by vendors and category": "vendor=TERRACE%20NETWORKS&vendor=none{round}&category=displays",
        }.items():
            times = rounds if "{round}" in query else 1
            spans = [took("GET", f"{root}?{query.format(round=number)}") for number in range(times)]
            print(f"{name:>24}: {statistics.median(spans):7.1f} ms")
        body = {"products": [{"ingramPartNumber": f"0L{place:04}"} for place in range(50)]}
        target = f"{root}/priceandavailability?includeAvailability=true&includePricing=true"
        spans = [took("POST", target, body) for _ in range(rounds)]
        print(f"{'prices of 50':>24}: {statistics.median(spans):7.1f} ms")


def main() -> None:
    """Measure everything, or serve for another process that does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="rounds that medians are taken over")
    parser.add_argument("--seconds", type=float, default=2.0, help="seconds a burst of calls lasts")
    parser.add_argument("--count", type=int, default=100_000, help="orders, and products, in a large sandbox")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve_part(given.serve, given.count)
        return
    start_up(given.rounds)
    calls(given.rounds, given.seconds)
    large(given.count, given.rounds)
    catalogue(given.count, given.rounds)


if __name__ == "__main__":
    main()
