"""A server on a socket that files returns, with faults that a test asks for; and a desk for it."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from desk_kit import ACCOUNT, SHORT

from xi.sdk.resellers import ApiClient, BoundOrdersApi, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

SENDER = {
    "companyName": "Miller Office Supply",
    "contact": "Jo Miller",
    "addressLine1": "14 Mill Lane",
    "city": "Salina",
    "state": "KS",
    "postalCode": "67401",
    "countryCode": "US",
    "email": "returns@reseller.example",
}
Json = dict[str, Any]
ANSWERS: dict[str, tuple[int, Any]] = {
    "double_after": (400, [{"errors": [{"message": "This return has already been submitted"}]}]),
    "empty_after": (200, {"returnsClaims": []}),
    "other_after": (200, {"returnsClaims": [{"caseRequestNumber": "CAS-7", "referenceNumber": "RET-7"}]}),
}
"""What is answered after a return was filed."""


def in_pascal_case(value: Any) -> Any:
    """Return JSON with its keys in PascalCase."""
    if isinstance(value, list):
        return [in_pascal_case(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key[:1].upper() + key[1:]: in_pascal_case(each) for key, each in value.items()}


def goods(reference: str | None = "RET-1", **more: Any) -> Json:
    """Return a return of two units."""
    given = {
        "invoiceNumber": "20-RB417-21",
        "invoiceDate": "2026-05-13",
        "ingramPartNumber": "YN6231",
        "quantity": 2,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "shipFromInfo": SENDER,
        "numberOfBoxes": 1,
        **more,
    }
    return given if reference is None else given | {"referenceNumber": reference}


@dataclass
class ReturnServer:
    """What the server has filed, and how it is to answer.

    Args:
        filed: the cases, each with the entry that it was filed with.
        faults: what is to go wrong with the next creates, one for each: `drop_before`, `drop_after`, `500`,
            `500_after`, `empty_after` (a success that says nothing), `double_after` (a refusal of what a proxy sent
            twice), `pascal_after` (a success with other keys), `other_after` (a success about another return), `slow`
            (acts, and breaks the connection when `goes_on` is set), or a dict, which is the entry of a 400.
        posts: the references that were POSTed.
        searches: how often was searched.
        is_away: whether a gateway answers searches, and finds nobody to ask.
        hides: whether the search shows nothing yet.
        goes_on: lets slow answers go.
    """

    filed: list[Json] = field(default_factory=list)
    faults: deque[Any] = field(default_factory=deque)
    posts: list[str] = field(default_factory=list)
    searches: int = 0
    is_away: bool = False
    hides: bool = False
    goes_on: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def file(self, entry: Json, **more: Any) -> Json:
        """File a return, as this server or as a person at Ingram Micro."""
        number = f"CAS-12345-A{len(self.filed):05}-1"
        case = {
            "caseRequestNumber": number,
            "rmaClaimId": "",
            "referenceNumber": entry["referenceNumber"].upper(),
            "createdOn": "2099-07-31T07:00:00Z",
            "estimatedTotalValue": 812.40,
            "status": "Open",
            "type": "CLAIM",
            "entry": entry,
            **more,
        }
        self.filed.append(case)
        return case

    def create(self, body: Json) -> tuple[int, Any] | None:
        """Answer a create; None breaks the connection."""
        (entry,) = body["list"]
        self.posts.append(entry["referenceNumber"])
        fault = self.faults.popleft() if self.faults else None
        if isinstance(fault, dict):
            return 400, [{"errors": [fault]}]
        case = None if fault in ("drop_before", "500") else self.file(entry)
        if fault == "slow":
            self.goes_on.wait(30)
        if fault in ("500", "500_after"):
            return 500, {"errors": [{"type": "/errors/system-errors"}]}
        if fault in ANSWERS:
            return ANSWERS[fault]
        if fault not in (None, "pascal_after") or case is None:
            return None
        told = {key: value for key, value in case.items() if key != "entry"}
        answer = {"returnsClaims": [told | {"ingramPartNumber": entry.get("ingramPartNumber")}]}
        return 200, in_pascal_case(answer) if fault else answer

    def search(self, query: dict[str, list[str]]) -> tuple[int, Any]:
        """Answer a search by reference and invoice, which is compared as it is spelt."""
        self.searches += 1
        if self.is_away:
            return 404, {"fault": {"faultstring": "Unable to identify proxy", "detail": {"errorcode": "away"}}}
        (reference,), invoices = query["referenceNumber"], query.get("invoiceNumber")
        found = [
            {"caseRequestNumber": case["caseRequestNumber"], "referenceNumber": case["referenceNumber"]}
            for case in self.filed
            if case["referenceNumber"] == reference.upper()
            and (invoices is None or case["entry"]["invoiceNumber"] in invoices)
        ]
        found = [] if self.hides else found
        return 200, {"recordsFound": len(found), "pageNumber": 1, "pageSize": 25, "returnsClaims": found}

    def details(self, number: str) -> tuple[int, Any]:
        """Answer with the details of a case."""
        case = next((each for each in self.filed if each["caseRequestNumber"] == number), None)
        if case is None:
            return 404, {"errors": [{"message": "no such case"}]}
        entry = case["entry"]
        product = {
            "ingramPartNumber": entry["ingramPartNumber"],
            "invoiceNumber": entry["invoiceNumber"].replace("-", ""),
            "quantity": float(entry["quantity"]),
        }
        return 200, {key: value for key, value in case.items() if key != "entry"} | {"products": [product]}


@contextmanager
def return_server() -> Iterator[ReturnServer]:
    """Yield a running server."""
    state = ReturnServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer(state.create(body))

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            name = parts.path.rsplit("/", 1)[1]
            self._answer(state.search(parse_qs(parts.query)) if name == "search" else state.details(name))

        def _answer(self, answer: tuple[int, Any] | None) -> None:
            if answer is None:
                self.close_connection = True
                return
            body = json.dumps(answer[1]).encode()
            self.send_response(answer[0])
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        state.goes_on.set()
        server.shutdown()
        server.server_close()
        thread.join()


def configuration(url: str) -> Configuration:
    """Return the settings of a client for the server at an address."""
    return Configuration(host=url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)


@contextmanager
def orders_at(url: str) -> Iterator[BoundOrdersApi]:
    """Yield the API at an address."""
    with ApiClient(configuration(url)) as client:
        yield OrdersApi(client).bound()


@contextmanager
def desk_at(url: str, ledger: Any, **options: Any) -> Iterator[OrderDesk]:
    """Yield a desk for the server at an address."""
    with orders_at(url) as orders:
        desk = OrderDesk(orders, ledger, **({"settings": SHORT} | options))
        try:
            yield desk
        finally:
            desk.ledger.close()
