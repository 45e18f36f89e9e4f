"""`prepare` leaves nothing to import or build to the first call; a call builds the model of its answer while it waits.

Each case runs in an interpreter of its own, where nothing was imported or built before.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, aio
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

SERVER = """
import asyncio, json, sys, threading
from http.server import BaseHTTPRequestHandler, HTTPServer

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "P", "quantity": 1}]}
WHO = ("20-222222", "US", "0123456789abcdef0123456789abcdef")
ANSWERS = {
    "POST": {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-A", "ingramOrderDate": "2026-01-02"}]},
    "GET": {"ingramOrderNumber": "20-A", "customerOrderNumber": "PO-1"},
}
before_answering = []

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        for each in before_answering:
            each()
        body = json.dumps(ANSWERS[self.command]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_):
        pass

server = HTTPServer(("127.0.0.1", 0), Handler)
url = f"http://127.0.0.1:{server.server_port}"
threading.Thread(target=server.serve_forever, daemon=True).start()
main = threading.current_thread()

from xi.sdk.resellers import Configuration
configuration = Configuration(host=url, access_token="t")
"""

WATCH = """
seen = []
is_watching = False
def hook(event, details):
    if is_watching and threading.current_thread() is main and (event == "import" or event.startswith("socket.")):
        seen.append((event, str(details[0])))
sys.addaudithook(hook)
"""

COUNT_BUILDS = """
import pydantic._internal._model_construction as construction
import pydantic.main
whole = construction.complete_model_class
def counted(kind, *arguments, **options):
    seen.append(("build", kind.__name__))
    return whole(kind, *arguments, **options)
construction.complete_model_class = counted
"""

BLOCKING = """
from xi.sdk.resellers import ApiClient, OrdersApi
client = ApiClient(configuration)
orders = OrdersApi(client)
def create():
    return orders.post_createorder_v6(*WHO, ORDER)
def read():
    return orders.get_orderdetails_v6_1("20-A", *WHO)
def run(function):
    return function()
def prepare(*operations):
    client.prepare(*operations)
"""

AWAITED = """
from xi.sdk.resellers import aio
async def start():
    global client, orders
    client = aio.AsyncApiClient(configuration)
    orders = aio.OrdersApi(client)
loop = asyncio.new_event_loop()
run = lambda function: loop.run_until_complete(function())
run(start)
async def create():
    return await orders.post_createorder_v6(*WHO, ORDER)
async def read():
    return await orders.get_orderdetails_v6_1("20-A", *WHO)
def prepare(*operations):
    async def inside():
        client.prepare(*operations)
    run(inside)
"""
CLOSE = {BLOCKING: "client.close()\n", AWAITED: "run(client.close)\nloop.close()\n"}
CLIENTS = pytest.mark.parametrize("client", [BLOCKING, AWAITED], ids=["blocking", "awaited"])


def run_alone(*parts: str) -> str:
    command = [sys.executable, "-W", "error", "-c", "\n".join(parts)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@CLIENTS
def test_a_prepared_client_imports_and_builds_nothing_for_its_first_call(client: str) -> None:
    said = run_alone(
        SERVER,
        WATCH,
        client,
        "is_watching = True",
        "prepare(orders.post_createorder_v6)",
        "assert not [each for each in seen if each[0].startswith('socket.')], 'nothing is sent'",
        "is_watching = False; seen.clear()",
        COUNT_BUILDS,
        "is_watching = True",
        "created = run(create)",
        "is_watching = False",
        CLOSE[client],
        "assert created.orders[0].ingram_order_number == '20-A'",
        "print([each for each in seen if each[0] in ('import', 'build')])",
    )
    assert said == "[]"


@CLIENTS
def test_without_it_the_first_call_imports_and_builds_its_models(client: str) -> None:
    """The other test could not fail if these events were not seen."""
    said = run_alone(
        SERVER,
        WATCH,
        client,
        COUNT_BUILDS,
        "is_watching = True",
        "run(create)",
        "is_watching = False",
        CLOSE[client],
        "print(sorted({kind for kind, name in seen if 'socket' not in kind}))",
        "print('OrderCreateResponse' in dict(seen).values() or ('build', 'OrderCreateResponse') in seen)",
    )
    assert said == "['build', 'import']\nTrue"


@CLIENTS
@pytest.mark.parametrize(("call", "model"), [("read", "OrderDetailB2B"), ("create", "OrderCreateResponse")])
def test_the_model_of_an_answer_is_built_while_it_is_awaited(client: str, call: str, model: str) -> None:
    said = run_alone(
        SERVER,
        client,
        "import time",
        f"""
def is_built():
    models = sys.modules.get("xi.sdk.resellers.models")
    kind = None if models is None else models.__dict__.get("{model}")
    return kind is not None and kind.__pydantic_complete__
def wait():
    until = time.monotonic() + 20
    while not is_built() and time.monotonic() < until:
        time.sleep(0.001)
    print(is_built())
before_answering.append(wait)
""",
        f"run({call})",
        CLOSE[client],
    )
    assert said == "True"


@pytest.mark.parametrize("kind", [OrdersApi, aio.OrdersApi])
def test_operations_are_named_by_their_methods_or_by_name(kind: Any) -> None:
    client = ApiClient() if kind is OrdersApi else None
    if client is None:
        pytest.importorskip("aiohttp")
        client = aio.AsyncApiClient()
    api = kind(client)
    bound = api.post_createorder_v6_with_http_info
    client.prepare(bound, kind.get_orderdetails_v6_1, "put_ordermodify_without_preload_content")
    with pytest.raises(ApiValueError, match="did you mean 'post_createorder_v6'"):
        client.prepare("post_createorder_6")
    for wrong in (kind, 6, None):
        with pytest.raises(ApiTypeError, match="prepare takes methods of an API or their names"):
            client.prepare(wrong)


def test_a_host_that_does_not_fit_is_told_of_at_once() -> None:
    with pytest.raises(ApiValueError, match="host"):
        ApiClient(Configuration(host="api.example")).prepare("delete_ordercancel")


def test_a_transport_of_a_programs_tests_needs_nothing() -> None:
    class Silent:
        def send(self, request: Any, timeouts: Any) -> Any:
            raise AssertionError(request, timeouts)

        def close(self) -> None:
            pass

    ApiClient(transport=Silent()).prepare()
