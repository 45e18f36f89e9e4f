"""A program of 1.1.0 and one of 1.3.0, over all families, run as they are written, and send what they say."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

EXAMPLES = Path(__file__).parent / "examples"
V7, PRICES, CATALOG = (
    "POST /resellers/v7/orders",
    "POST /resellers/v6/catalog/priceandavailability",
    "/resellers/v6/catalog",
)
FREIGHT, DEAL = "POST /resellers/v6/freightestimate", "GET /resellers/v6/deals/D-7"
RECEIPT = {"confirmationNumber": "US-1", "message": "taken"}
ANSWERS: dict[str, tuple[int, Any]] = {
    V7: (200, RECEIPT),
    "POST /resellers/v7/vendorrequiredinfo": (200, [{"ingramPartNumber": "YN6231"}]),
    DEAL: (200, {"dealId": "D-7"}),
    FREIGHT: (200, {"freightEstimateResponse": {"currencyCode": "USD"}}),
    PRICES: (200, [{"upc": "0001"}]),
    f"GET {CATALOG}": (200, {"recordsFound": 1, "catalog": []}),
    "GET /resellers/v6/quotes/search": (200, {"recordsFound": 0, "quotes": []}),
    "GET /resellers/v6.1/invoices/31-1": (200, {"invoiceNumber": "31-1"}),
    "POST /resellers/v6/returns/create": (409, [{"errors": [{"message": "Returned before"}]}]),
}
OF_1_1_0: dict[str, tuple[int, Any]] = {
    f"GET {CATALOG}/details/YN6231": (
        200,
        {"productSubCategory": "Cables", "upc": None, "indicators": {"hasReturnLimits": True}},
    ),
    "GET /resellers/v6/renewals/R-1": (200, {"products": [{"quantity": "05"}]}),
}
OF_1_3_0: dict[str, tuple[int, Any]] = {
    f"GET {CATALOG}/details": (
        200,
        {"productSubcategory": "Cables", "indicators": {"HasReturnLimits": True, "isRefurbishedProduct": False}},
    ),
    "GET /resellers/v6/renewals/R-1": (200, {"products": [{"quantity": 5}]}),
}


class Server(ThreadingHTTPServer):
    """Answers by method and path, and keeps what it received."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.answers: dict[str, tuple[int, Any]] = {}
        self.received: list[tuple[str, str, dict[str, str], Any]] = []

    def of(self, call: str) -> list[tuple[str, dict[str, str], Any]]:
        """Return the query, the headers and the body of each request."""
        return [(query, headers, body) for name, query, headers, body in self.received if name == call]


class Answering(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = urlsplit(self.path)
        name = f"{self.command} {url.path}"
        headers = {key.lower(): value for key, value in self.headers.items()}
        self.server.received.append((name, url.query, headers, json.loads(body) if body else None))
        status, answer = self.server.answers.get(name, (404, {"message": f"nothing for {name}"}))
        if headers["im-correlationid"] == "c-201":
            status, answer = 201, RECEIPT | {"topic": "resellers/orders"}
        sent = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    do_POST = do_GET  # noqa: N815 - the name that the server looks for

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def run(name: str, server: Server, answers: dict[str, tuple[int, Any]]) -> list[object]:
    server.answers = ANSWERS | answers
    found: list[object] = runpy.run_path(str(EXAMPLES / name))["main"](f"http://127.0.0.1:{server.server_port}")
    return found


def test_a_program_of_1_1_0_runs_as_it_is(server: Server) -> None:
    assert run("program_of_1_1_0.py", server, OF_1_1_0) == [
        *("US-1", True, "D-7", "USD"),
        *(["0001"], 1, "Cables", True, ""),
        *(0, "31-1", ["05"], 409),
    ]
    order = {
        "customerOrderNumber": "PO-1",
        "lines": [{"customerLineNumber": "1", "ingramPartNumber": "YN6231", "quantity": "2"}],
    }
    assert [body for _, _, body in server.of(V7)] == [order, order]
    ((query, headers, _),) = server.of(DEAL)
    assert (query, headers["im-applicationid"], headers["im-environment"]) == ("", "shop", "sandbox")
    ((_, headers, body),) = server.of(FREIGHT)
    assert headers["im-customercontact"] == "buyer@reseller.example"
    assert body == {"billToAddressId": "000", "shipToAddress": {"city": "Buffalo", "countryCode": "US"}}
    ((query, _, _),) = server.of(f"GET {CATALOG}")
    assert query == "pageNumber=1&pageSize=25&keyword=AT%26T&keyword=c%2Bd"
    ((query, headers, body),) = server.of(PRICES)
    assert query == "includeAvailability=true&includePricing=true&includeProductAttributes=true"
    assert (headers["im-senderid"], [*body]) == ("shop", ["products", "additionalAttributes"])
    ((_, _, body),) = server.of("POST /resellers/v6/returns/create")
    assert [part["city"] for part in body["list"][0]["shipFromInfo"]] == ["Buffalo"], "a list stays a list"


def test_a_program_of_1_3_0_runs_with_names_where_its_order_differs(server: Server) -> None:
    assert run("program_of_1_3_0.py", server, OF_1_3_0) == [
        *(1, ["application"]),
        *("US-1", "OrderCreateV7Response201", "resellers/orders", ["YN6231"], "D-7", "USD"),
        *(["0001"], 1, 1, "Cables", False, True, None),
        *(0, "31-1", [6], 409),
    ]
    numbers = [body["lines"][0]["quantity"] for _, _, body in server.of(V7)]
    assert numbers == [2, 2]
    ((query, headers, _),) = server.of(DEAL)
    assert (query, "im-environment" in headers) == ("vendorName=Vendor", False)
    ((_, _, body),) = server.of(FREIGHT)
    assert body == {"billToAddressId": 7, "shipToAddress": {"city": "Buffalo", "countryCode": "US"}}
    ((query, _, _),) = server.of(f"GET {CATALOG}")
    assert query == "groupName=Office&planID=P-1&showGroupInfo=true"
    ((query, _, _),) = server.of(f"GET {CATALOG}/details")
    assert query == "planId=P-1"
    (_, _, body), (_, headers, nothing) = server.of(PRICES)
    assert body["products"] == [{"ingramPartNumber": "YN6231", "planID": None}]
    assert body["additionalAttributes"] == [{"attributeName": "govtprogramtype", "attributeValue": "PA"}]
    assert "specialBidNumber" not in body, "null is only sent where version 1.1.0 allows it"
    assert (nothing, "content-type" in headers) == (None, False)
