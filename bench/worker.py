"""One contestant of the call benchmark: makes calls on command and reports what each cost its process.

Run by the driver with the Python of the contestant's environment: `worker.py KIND http://127.0.0.1:PORT`. A third
argument is the folder to import `xi` from; for `models` and `openai`, the file with the shapes of the answers.
Commands come in and results go out as JSON lines; it stops when its standard input closes.
"""

# ruff: noqa: PLC0415 - each environment holds only what its own contestant imports

from __future__ import annotations

import asyncio
import gc
import json
import re
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import others
import payloads
from others import Call, Send

MICROSECONDS = 1e6


def floor_send(url: str) -> Send:
    """Return a function that sends with the least hand-written code."""
    import urllib3

    manager = urllib3.PoolManager()

    def send(method: str, target: str, body: str | None, headers: dict[str, str]) -> bytes:
        return manager.request(method, url + target, body=body, headers=headers).data

    return send


def pool_send(url: str) -> Send:
    """The same, past the manager: one pool for the one host."""
    import urllib3

    address = urlsplit(url)
    pool = urllib3.HTTPConnectionPool(address.hostname or "", address.port)

    def send(method: str, target: str, body: str | None, headers: dict[str, str]) -> bytes:
        return pool.urlopen(method, target, body=body, headers=headers).data

    return send


def raw_calls(send: Send) -> dict[str, Call]:
    """Return the measured calls with json.dumps and json.loads only."""

    def headers() -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Authorization": f"Bearer {payloads.ACCESS_TOKEN}",
            "IM-CustomerNumber": payloads.CUSTOMER_NUMBER,
            "IM-CountryCode": payloads.COUNTRY_CODE,
            "IM-CorrelationID": payloads.CORRELATION_ID,
            "IM-SenderID": payloads.SENDER_ID,
        }

    def create() -> Any:
        body = json.dumps(payloads.CREATE_REQUEST)
        typed = {**headers(), "Content-Type": "application/json"}
        return json.loads(send("POST", "/resellers/v6/orders", body, typed))

    def details() -> Any:
        return json.loads(send("GET", "/resellers/v6.1/orders/20-BNCHS", None, headers()))

    def filled() -> Any:
        return json.loads(send("GET", "/resellers/v6.1/orders/20-BNCHF", None, headers()))

    def search() -> Any:
        return json.loads(send("GET", "/resellers/v6/orders/search?pageSize=100&pageNumber=1", None, headers()))

    def large() -> Any:
        return json.loads(send("GET", "/resellers/v6.1/orders/20-BNCHL", None, headers()))

    return {"create": create, "details": details, "filled": filled, "search": search, "large": large}


def sdk_calls(url: str) -> dict[str, Call]:
    """The measured calls as a user of the published package writes them; `ours` runs this very code."""
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

    orders = OrdersApi(ApiClient(Configuration(host=url, access_token=payloads.ACCESS_TOKEN)))
    caller = (payloads.CUSTOMER_NUMBER, payloads.COUNTRY_CODE, payloads.CORRELATION_ID)
    sender = payloads.SENDER_ID
    request: Any = payloads.CREATE_REQUEST

    def create() -> Any:
        return orders.post_createorder_v6(*caller, request, im_sender_id=sender)

    def details() -> Any:
        return orders.get_orderdetails_v6_1("20-BNCHS", *caller, im_sender_id=sender)

    def filled() -> Any:
        return orders.get_orderdetails_v6_1("20-BNCHF", *caller, im_sender_id=sender)

    def search() -> Any:
        return orders.get_resellers_v6_ordersearch(*caller, im_sender_id=sender, page_size=100, page_number=1)

    def large() -> Any:
        return orders.get_orderdetails_v6_1("20-BNCHL", *caller, im_sender_id=sender)

    return {"create": create, "details": details, "filled": filled, "search": search, "large": large}


async def awaited_creates(url: str, calls: int, at_once: int) -> dict[str, float]:
    """Return CPU and wall time per create in microseconds, with several at the same time."""
    from xi.sdk.resellers import Configuration, aio

    configuration = Configuration(host=url, access_token=payloads.ACCESS_TOKEN)
    configuration.connection_pool_maxsize = at_once
    caller = (payloads.CUSTOMER_NUMBER, payloads.COUNTRY_CODE, payloads.CORRELATION_ID)
    request: Any = payloads.CREATE_REQUEST
    each = max(calls // at_once, 1)
    async with aio.AsyncApiClient(configuration) as client:
        orders = aio.OrdersApi(client)

        async def some(count: int) -> None:
            for _ in range(count):
                await orders.post_createorder_v6(*caller, request, im_sender_id=payloads.SENDER_ID)

        await asyncio.gather(*(some(1) for _ in range(at_once)))  # opens the connections
        gc.collect()
        wall = time.perf_counter()
        cpu = time.process_time()
        await asyncio.gather(*(some(each) for _ in range(at_once)))
        cpu = time.process_time() - cpu
        wall = time.perf_counter() - wall
    made = each * at_once
    return {"cpu_us": cpu / made * MICROSECONDS, "wall_us": wall / made * MICROSECONDS}


def snake_case(wire_name: str) -> str:
    """The attribute that holds a wire field."""
    return re.sub(r"([A-Z])", lambda match: "_" + match[1].lower(), wire_name)


def check(case: payloads.Case, answer: Any) -> None:
    """Raise if the deepest value of an answer is not what the server sent."""
    value = answer
    for step in case.leaf:
        if isinstance(step, str) and not isinstance(value, dict):
            name = snake_case(step)
            value = getattr(value, name if hasattr(value, name) else step)
        else:
            value = value[step]
    if value != case.leaf_value:
        message = f"{case.name}: read {value!r} where {case.leaf_value!r} was sent"
        raise ValueError(message)


def measure(case: payloads.Case, call: Call, calls: int) -> dict[str, float]:
    """CPU and wall time per call in microseconds, over `calls` calls in a row."""
    gc.collect()
    answer: Any = None
    wall = time.perf_counter()
    cpu = time.process_time()
    for _ in range(calls):
        answer = call()
    cpu = time.process_time() - cpu
    wall = time.perf_counter() - wall
    check(case, answer)
    return {"cpu_us": cpu / calls * MICROSECONDS, "wall_us": wall / calls * MICROSECONDS}


def calls_of(kind: str, url: str, more: list[str]) -> dict[str, Call]:
    """Return the measured calls of a kind of worker; none for awaited calls, which it makes otherwise."""
    match kind:
        case "floor":
            return raw_calls(floor_send(url))
        case "pool":
            return raw_calls(pool_send(url))
        case "stripe":
            return others.stripe_calls(url)
        case "models":
            return others.model_calls(floor_send(url), json.loads(Path(more[0]).read_text(encoding="utf-8")))
        case "openai":
            return others.openai_calls(url, json.loads(Path(more[0]).read_text(encoding="utf-8")))
        case _:
            sys.path[:0] = more
            return sdk_calls(url) if kind == "sdk" else {}


def main() -> None:
    """Answer the driver's commands one by one."""
    results, sys.stdout = sys.stdout, sys.stderr  # What a contestant prints must not mix with the results.
    kind, url, *more = sys.argv[1:]
    calls = calls_of(kind, url, more)
    for line in sys.stdin:
        command = json.loads(line)
        case = payloads.CASES[command["case"]]
        try:
            if kind == "aio":
                result: dict[str, Any] = dict(asyncio.run(awaited_creates(url, command["calls"], command["at_once"])))
            else:
                result = dict(measure(case, calls[case.name], command["calls"]))
        except Exception as error:  # noqa: BLE001 - the report tells it
            result = {"error": f"{type(error).__name__}: {error}"[:400]}
        print(json.dumps(result), file=results, flush=True)


if __name__ == "__main__":
    main()
