"""The six examples of the published documentation run unchanged, and send exactly what they say.

In `examples/` stands the code alone, in the words of the page; a placeholder like its e-mail address is a value too.
Two things are changed when it runs: the host, and the `import os` that the page forgot.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

EXAMPLES = Path(__file__).parent / "examples"
HOST = "https://api.ingrammicro.com:443"
IM = {
    "im-customernumber": "20-222222",
    "im-countrycode": "US",
    "im-correlationid": "fbac82ba-cf0a-4bcf-fc03-0c5084",
    "im-senderid": "MyCompany",
}
ALWAYS = IM | {"accept": "application/json", "authorization": "Bearer token-of-the-test"}
OF_THE_CONNECTION = {"host", "accept-encoding", "user-agent", "content-length", "connection"}
"""Headers that do not depend on the order."""

Run = Callable[[str], dict[str, Any]]


@dataclass(frozen=True)
class ReceivedRequest:
    """A request as the server read it; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class RecordingServer:
    """Gives every request the same answer, and records the requests."""

    status: int = 200
    answer: Any = None
    arrived: list[ReceivedRequest] = field(default_factory=list)
    url: str = ""

    @property
    def request(self) -> ReceivedRequest:
        (only,) = self.arrived
        return only


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    """A real server on a free port of this machine."""
    recorder = RecordingServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            recorder.arrived.append(ReceivedRequest(self.command, self.path, headers, body))
            answer = b"" if recorder.answer is None else json.dumps(recorder.answer).encode()
            self.send_response(recorder.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815 - names in http.server

        def log_message(self, *_: object) -> None:
            """Write nothing: tests compare the output."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    recorder.url = f"http://127.0.0.1:{httpd.server_port}"
    thread = Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield recorder
    httpd.shutdown()
    thread.join()
    httpd.server_close()


@pytest.fixture
def run(server: RecordingServer, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs an example against the server and returns its variables."""
    monkeypatch.setenv("ACCESS_TOKEN", "token-of-the-test")

    def execute(name: str) -> dict[str, Any]:
        code = (EXAMPLES / f"{name}.py.txt").read_text(encoding="utf-8")
        assert code.count(HOST) == 1
        namespace: dict[str, Any] = {"__name__": "__main__", "os": os}
        exec(compile(code.replace(HOST, server.url), name, "exec"), namespace)
        return namespace

    return execute


def headers(server: RecordingServer) -> dict[str, str]:
    return {name: value for name, value in server.request.headers.items() if name not in OF_THE_CONNECTION}


def test_there_is_an_example_for_each_of_the_six_operations() -> None:
    assert sorted(path.name.removesuffix(".py.txt") for path in EXAMPLES.glob("*.py.txt")) == [
        "delete_ordercancel",
        "get_orderdetails_v6_1",
        "get_resellers_v6_ordersearch",
        "post_createorder_v6",
        "post_createorder_v7",
        "put_ordermodify",
    ]


def test_the_cancel_example(server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("delete_ordercancel")
    assert (server.request.method, server.request.target) == ("DELETE", "/resellers/v6/orders/20-RD128?regionCode=CS")
    assert server.request.body == b""
    assert headers(server) == ALWAYS
    assert capsys.readouterr().out == ""


def test_the_details_example(server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    server.answer = {"ingramOrderNumber": "20-RD3QV", "lines": [{"quantityOrdered": "3"}]}
    response = run("get_orderdetails_v6_1")["api_response"]
    parts = urlsplit(server.request.target)
    assert (server.request.method, parts.path) == ("GET", "/resellers/v6.1/orders/20-RD3QV")
    assert parse_qsl(parts.query, strict_parsing=True) == [
        ("ingramOrderDate", "2020-05-13"),  # in the example: 'Wed May 13 00:00:00 UTC 2020'
        ("vendorNumber", "vendor_number_example"),
        ("simulateStatus", "simulate_status_example"),
        ("isIml", "true"),
        ("regionCode", "region_code_example"),
    ]
    assert server.request.body == b""
    assert headers(server) == ALWAYS
    assert response.lines[0].quantity_ordered == 3
    assert_printed(capsys, "get_orderdetails_v6_1", "20-RD3QV")


def test_the_search_example(server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    server.answer = {"recordsFound": "1", "orders": [{"ingramOrderNumber": "20-FOUND"}]}
    response = run("get_resellers_v6_ordersearch")["api_response"]
    parts = urlsplit(server.request.target)
    assert (server.request.method, parts.path) == ("GET", "/resellers/v6/orders/search")
    query = parse_qsl(parts.query, strict_parsing=True)
    assert len(query) == len(dict(query))
    assert dict(query) == {
        "ingramOrderNumber": "ingram_order_number_example",
        "orderStatus": "order_status_example",
        "orderStatus-in": "order_status_in_example",
        "ingramOrderDate": "2021-04-23",
        "ingramOrderDate-bt": "ingram_order_date_bt_example",
        "customerOrderNumber": "customer_order_number_example",
        "pageSize": "56",
        "pageNumber": "56",
        "endCustomerOrderNumber": "end_customer_order_number_example",
        "invoiceDate_bt": "invoice_date_bt_example",
        "shipDate_bt": "ship_date_bt_example",
        "deliveryDate_bt": "delivery_date_bt_example",
        "ingramPartNumber": "ingram_part_number_example",
        "vendorPartNumber": "vendor_part_number_example",
        "serialNumber": "serial_number_example",
        "trackingNumber": "tracking_number_example",
        "vendorName": "vendor_name_example",
        "specialBidNumber": "special_bid_number_example",
    }
    assert server.request.body == b""
    assert headers(server) == ALWAYS
    assert response.records_found == 1
    assert_printed(capsys, "get_resellers_v6_ordersearch", "20-FOUND")


def test_the_create_example(server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    server.status = 201
    # The published package raises for one object in shipmentDetails, although the order is placed.
    line = {"ingramLineNumber": "002", "shipmentDetails": {"carrierCode": "OT"}}
    server.answer = {
        "customerOrderNumber": "SWAGGER-01",
        "orders": [{"ingramOrderNumber": "20-MADE1", "lines": [line]}],
    }
    left = run("post_createorder_v6")
    assert (server.request.method, server.request.target) == ("POST", "/resellers/v6/orders")
    sent = json.loads(server.request.body)
    assert sent == left["order_create_request"]
    assert sent["lines"] == [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 1}]
    assert headers(server) == ALWAYS | {"content-type": "application/json"}
    assert left["api_response"].orders[0].lines[0].shipment_details[0].carrier_code == "OT"
    assert_printed(capsys, "post_createorder_v6", "20-MADE1")


def test_the_asynchronous_create_example(server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    server.answer = {"quoteNumber": "QUO-1", "confirmationNumber": 1234567890, "message": "Taken"}
    left = run("post_createorder_v7")
    assert (server.request.method, server.request.target) == ("POST", "/resellers/v7/orders")
    sent = json.loads(server.request.body)
    assert sent == left["async_order_create_dto"]
    # Unknown keys, and one key in its second spelling, are sent as they were given.
    assert {"enduserOrderNumber", "vmfAdditionalAttributes"} <= sent.keys()
    assert sent["lines"][0].keys() >= {"vmfAdditionalAttributesLines"}
    assert headers(server) == ALWAYS | {"content-type": "application/json"}
    assert left["api_response"].confirmation_number == "1234567890"
    assert_printed(capsys, "post_createorder_v7", "1234567890")


def test_the_modify_example(server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    server.answer = {"ingramOrderNumber": "20-RC1RD", "orderStatus": "im::hold"}
    left = run("put_ordermodify")
    assert server.request.method == "PUT"
    assert server.request.target == "/resellers/v6/orders/20-RC1RD?actionCode=release&regionCode=CS"
    assert json.loads(server.request.body) == left["order_modify_request"]
    assert json.loads(server.request.body)["lines"][0]["addUpdateDeleteLine"] == "ADD"
    assert headers(server) == ALWAYS | {"content-type": "application/json"}
    assert left["api_response"].order_status == "im::hold"
    assert_printed(capsys, "put_ordermodify", "20-RC1RD")


def test_an_example_prints_the_cause_when_the_server_refuses(
    server: RecordingServer, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    server.status = 404
    server.answer = {"errors": [{"message": "There is no such order"}]}
    run("delete_ordercancel")
    printed = capsys.readouterr().out
    assert printed.startswith("Exception when calling OrdersApi->delete_ordercancel: There is no such order (404")


def assert_printed(capsys: pytest.CaptureFixture[str], method: str, token: str) -> None:
    """Check the output of an example: a heading, then the response, and no exception."""
    printed = capsys.readouterr().out
    heading, _, shown = printed.partition("\n")
    assert heading == f"The response of OrdersApi->{method}:"
    assert token in shown
    assert "Exception when calling" not in printed
