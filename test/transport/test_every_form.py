"""Every call of the contract sends the same request in each of its forms, blocking and awaited, bound and not."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from operations_kit import Known, every_operation

from xi.sdk.resellers import Account, ApiClient, Configuration, aio, api

WHO = {
    "im_customer_number": "20-222222",
    "im_country_code": "US",
    "im_correlation_id": "c-1",
    "im_sender_id": "shop",
    "im_application_id": "StockRoom",
    "im_customer_contact": "buyer@reseller.example",
}
ACCOUNT = Account("20-222222", "US", "shop", application_id="StockRoom", customer_contact="buyer@reseller.example")
FORMS = ("", "_with_http_info", "_without_preload_content")
Sent = tuple[str, str, tuple[tuple[str, str], ...], bytes]
"""Method, target, the headers of the API and the type of the body, and the body."""


class Recorder(ThreadingHTTPServer):
    """Answers each call with one body, and keeps what was sent."""

    daemon_threads = True
    body = b"{}"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.sent: list[Sent] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Recorder

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        named = {name.lower(): value for name, value in self.headers.items()}
        kept = sorted((name, value) for name, value in named.items() if name.startswith(("im-", "content-type")))
        self.server.sent.append((self.command, self.path, tuple(kept), body))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - the names that http.server looks for

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with Recorder() as running:
        thread = Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def arguments(known: Known) -> dict[str, Any]:
    """Return the needed arguments of a call, with the same caller in each."""
    names = {each.name for each in known.operation.parameters}
    return known.arguments | {name: value for name, value in WHO.items() if name in names}


def of_bound(call: Any, known: Known) -> dict[str, Any]:
    """Return the arguments of a bound call, which fills in who is calling."""
    left = {name for name in WHO if name != "im_correlation_id"}
    taken = inspect.signature(call).parameters
    return {name: value for name, value in arguments(known).items() if name in taken and name not in left}


def blocking_requests(server: Recorder, known: Known) -> list[Sent]:
    server.sent.clear()
    server.body = known.good
    with ApiClient(Configuration(server.url, access_token="t")) as client:
        group = getattr(api, known.group)(client)
        for form in FORMS:
            getattr(group, known.operation.name + form)(**arguments(known))
            if hasattr(group, "bound"):
                call = getattr(group.bound(ACCOUNT), known.operation.name + form)
                call(**of_bound(call, known))
    return list(server.sent)


async def awaited_requests(server: Recorder, known: Known) -> list[Sent]:
    server.sent.clear()
    async with aio.AsyncApiClient(Configuration(server.url, access_token="t")) as client:
        group = getattr(aio, known.group)(client)
        for form in FORMS:
            await getattr(group, known.operation.name + form)(**arguments(known))
            if hasattr(group, "bound"):
                call = getattr(group.bound(ACCOUNT), known.operation.name + form)
                await call(**of_bound(call, known))
    return list(server.sent)


@pytest.mark.parametrize("known", list(every_operation()), ids=str)
def test_each_form_sends_the_same_request(server: Recorder, known: Known) -> None:
    blocking = blocking_requests(server, known)
    assert len(blocking) == len(FORMS) * (2 if hasattr(getattr(api, known.group), "bound") else 1)
    assert set(blocking) == {blocking[0]}
    assert asyncio.run(awaited_requests(server, known)) == blocking
