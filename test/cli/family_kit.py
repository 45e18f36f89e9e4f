"""What the commands of quotes, invoices, returns, deals, renewals and freight need of their world."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

HEADERS = {"XI_APPLICATION_ID": "StockRoom", "XI_CUSTOMER_CONTACT": "buyer@reseller.example"}
"""What some of their calls name, as variables of the command."""
FROM = {
    "companyName": "Miller Office Supply",
    "contact": "Jo Miller",
    "addressLine1": "14 Mill Lane",
    "city": "Salina",
    "state": "KS",
    "postalCode": "67401",
    "countryCode": "US",
    "email": "returns@reseller.example",
}


def returned(invoice: str, day: str, **more: Any) -> dict[str, Any]:
    """Return a return of a unit of an invoice of a day, as the API takes it."""
    return {
        "referenceNumber": "RET-1",
        "invoiceNumber": invoice,
        "invoiceDate": day,
        "ingramPartNumber": "DF4128",
        "quantity": 1,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "numberOfBoxes": 1,
        "shipFromInfo": FROM,
        **more,
    }


@contextmanager
def answering(answer: Callable[[str, dict[str, list[str]]], Any]) -> Iterator[str]:
    """Yield the address of a server whose answers are 200 with the JSON that a function gives for path and query."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            target = urlsplit(self.path)
            body = json.dumps(answer(target.path, parse_qs(target.query))).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
