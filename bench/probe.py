"""One new interpreter of the import benchmark: runs a step, prints its time and peak memory as JSON.

Run by the driver with the Python of a contestant's environment: `probe.py STEP http://127.0.0.1:PORT`;
a third argument is the folder to import `xi` from.
Nothing but built-in modules is loaded before the clock starts, so a step pays for all it needs.
"""

# ruff: noqa: ARG001, F401, PLC0415 - imports inside the steps, all of one shape, are what is measured

import sys
import time


def peak_memory_kb() -> int:
    """Return the peak memory of this program; on Linux ru_maxrss survives exec and would include the parent."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - pathlib would weigh
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak // 1024 if sys.platform == "darwin" else peak


def bare(url: str) -> None:
    """Do nothing: the interpreter alone."""


def floor_import(url: str) -> None:
    """Import what every client made of these two needs."""
    import pydantic
    import urllib3


def floor_import_model(url: str) -> None:
    """Import BaseModel, too: pydantic loads most of itself only when a name is used."""
    import urllib3
    from pydantic import BaseModel


def floor_first_call(url: str) -> None:
    """The first answer without an SDK."""
    import json

    import urllib3

    response = urllib3.PoolManager().request("GET", f"{url}/resellers/v6.1/orders/20-BNCHS")
    json.loads(response.data)["lines"][0]["lineStatus"]


def sdk_import(url: str) -> None:
    """Import the package alone."""
    import xi.sdk.resellers


def sdk_usable(url: str) -> None:
    """Run up to an object that can make calls."""
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

    OrdersApi(ApiClient(Configuration(host=url)))


def sdk_first_call(url: str) -> None:
    """Run up to the first answer that was read."""
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

    orders = OrdersApi(ApiClient(Configuration(host=url, access_token="bench-access-token")))
    answer = orders.get_orderdetails_v6_1("20-BNCHS", "20-000042", "US", "0123456789abcdef0123456789abcdef")
    if answer.lines is None or answer.lines[0].line_status != "Shipped":
        raise SystemExit("the answer was not read")


ORDER = {
    "customerOrderNumber": "BENCH-PO-0001",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "ZZ1001", "quantity": 1}],
}
CALLER = ("20-000042", "US", "0123456789abcdef0123456789abcdef")
LATER_CALLS = 60


def _headers() -> dict[str, str]:
    return dict(zip(("IM-CustomerNumber", "IM-CountryCode", "IM-CorrelationID"), CALLER, strict=True))


def floor_first_create(url: str) -> None:
    """The first order placed without an SDK."""
    import json

    import urllib3

    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "Authorization": "Bearer bench-access-token",
        **_headers(),
    }
    manager = urllib3.PoolManager()
    response = manager.request("POST", f"{url}/resellers/v6/orders", body=json.dumps(ORDER), headers=headers)
    json.loads(response.data)["orders"][0]["ingramOrderNumber"]


def sdk_first_create(url: str) -> None:
    """Run up to the first order."""
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

    orders = OrdersApi(ApiClient(Configuration(host=url, access_token="bench-access-token")))
    answer = orders.post_createorder_v6(*CALLER, ORDER)
    if not answer.orders or not answer.orders[0].ingram_order_number:
        raise SystemExit("the answer was not read")


def stripe_first_create(url: str) -> None:
    """The first order with the runtime of stripe."""
    from importlib import import_module

    library = import_module("stripe")
    client = library.StripeClient("bench-access-token", base_addresses={"api": url})
    answer = client.raw_request("post", "/v2/resellers/v6/orders", headers=_headers(), **ORDER)
    if not client.deserialize(answer, api_mode="V2").orders[0].ingramOrderNumber:
        raise SystemExit("the answer was not read")


def openai_first_create(url: str) -> None:
    """The first order with the runtime of openai, into a class that has only what is read here."""
    from importlib import import_module

    library, make = import_module("openai"), import_module("pydantic").create_model
    placed = make("Placed", __base__=library.BaseModel, ingramOrderNumber=(str, ...))
    read = make("Answer", __base__=library.BaseModel, orders=(list[placed], ...))  # type: ignore[valid-type]  # a type that is known at run time only
    client = library.OpenAI(api_key="bench-access-token", base_url=url)
    answer = client.post("/resellers/v6/orders", cast_to=read, body=ORDER, options={"headers": _headers()})
    if not answer.orders[0].ingramOrderNumber:
        raise SystemExit("the answer was not read")


def sdk_prepared_create(url: str) -> dict[str, float]:
    """The first create of a prepared client, and the median of later ones."""
    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

    orders = OrdersApi(ApiClient(Configuration(host=url, access_token="bench-access-token")))
    orders.api_client.prepare(orders.post_createorder_v6)
    spent = []
    for _ in range(1 + LATER_CALLS):
        began = time.process_time()
        orders.post_createorder_v6(*CALLER, ORDER)
        spent.append((time.process_time() - began) * 1e3)
    first, later = spent[0], sorted(spent[1:])[LATER_CALLS // 2]
    return {"first_ms": first, "later_ms": later}


STEPS = {
    step.__name__: step
    for step in (
        bare,
        floor_import,
        floor_import_model,
        floor_first_call,
        sdk_import,
        sdk_usable,
        sdk_first_call,
        floor_first_create,
        sdk_first_create,
        stripe_first_create,
        openai_first_create,
        sdk_prepared_create,
    )
}


def main() -> None:
    """Run the step on the command line."""
    step, url, *tree = STEPS[sys.argv[1]], *sys.argv[2:]
    sys.path[:0] = tree
    wall = time.perf_counter()
    cpu = time.process_time()
    further = step(url) or {}
    whole = time.process_time()
    cpu = whole - cpu
    wall = time.perf_counter() - wall
    found = {
        "cpu_ms": cpu * 1e3,
        "process_ms": whole * 1e3,
        "wall_ms": wall * 1e3,
        "rss_kb": peak_memory_kb(),
        **further,
    }
    print("{" + ", ".join(f'"{name}": {value:.3f}' for name, value in found.items()) + "}")


if __name__ == "__main__":
    main()
