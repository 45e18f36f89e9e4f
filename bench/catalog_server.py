"""A catalogue of any size that costs nothing to keep: serves its pages, and the prices of its products, on loopback.

It is a process of its own, prints its URL, and stops when its standard input closes. With a quota it grants so many
calls a minute, states them in its headers as the live API does, and answers 429 beyond.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

WINDOW_S: Final = 60.0


class Quota:
    """Calls of a minute; minutes begin with the first call.

    Args:
        calls: calls a minute; 0 for no quota.
    """

    def __init__(self, calls: int) -> None:
        self._calls = calls
        self._lock = threading.Lock()
        self._ends = 0.0
        self._left = calls
        self.refused = 0

    def take(self) -> tuple[bool, dict[str, str]]:
        """Return whether a call is granted, and the headers of its answer."""
        if not self._calls:
            return True, {}
        with self._lock:
            now = time.time()
            if now >= self._ends:
                self._ends, self._left = now + WINDOW_S, self._calls
            granted = self._left > 0
            self._left -= granted
            self.refused += not granted
            reset = str(int(self._ends * 1000))
            return granted, {
                "X-RateLimit-Limit": str(self._calls),
                "X-RateLimit-Remaining": str(self._left),
                "X-RateLimit-Reset": reset,
            }


def product(number: int) -> dict[str, Any]:
    """Return a product of the catalogue."""
    return {
        "ingramPartNumber": f"{number:07}",
        "vendorPartNumber": f"MK-{number}",
        "upcCode": f"{number:012}",
        "vendorName": "Sample Maker",
        "description": f"Sample product {number} with a text of the usual length, in black, for the office",
        "category": "computers",
        "subCategory": "notebooks",
        "type": "IM::Physical",
        "discontinued": "False",
        "links": [{"topic": "catalog", "href": f"/catalog/{number:07}", "type": "GET"}],
    }


def price(asked: dict[str, Any]) -> dict[str, Any]:
    """Return what is answered about a product."""
    sku = asked["ingramPartNumber"]
    return {
        "ingramPartNumber": sku,
        "productAuthorized": True,
        "description": "Sample product",
        "availability": {"available": True, "totalAvailability": 7},
        "pricing": {"currencyCode": "USD", "retailPrice": 10.25, "customerPrice": 8.75},
    }


def handler(products: int, quota: Quota, latency: float) -> type[BaseHTTPRequestHandler]:
    """Return the class that answers.

    Args:
        products: how many there are.
        quota: calls of a minute.
        latency: seconds before each answer.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            size, page = int(query["pageSize"][0]), int(query["pageNumber"][0])
            numbers = range((page - 1) * size, min(page * size, products))
            if numbers:
                self._answer(200, {"recordsFound": products, "catalog": [product(each) for each in numbers]})
            else:
                self._answer(404, [{"type": "Errors", "message": "There is no such page", "fields": []}])

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer(200, [price(each) for each in body["products"]])

        def _answer(self, status: int, body: object) -> None:
            granted, headers = quota.take()
            if not granted:
                status, body = 429, {"errors": [{"message": "too many"}]}
            time.sleep(latency)
            content = json.dumps(body).encode()
            self.send_response(status)
            for name, value in (headers | {"Content-Type": "application/json"}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def main() -> None:
    """Serve until standard input closes, then print how many calls were refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--quota", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0)
    given = parser.parse_args()
    quota = Quota(given.quota)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(given.products, quota, given.latency))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    sys.stdin.read()
    print(quota.refused, flush=True)


if __name__ == "__main__":
    main()
