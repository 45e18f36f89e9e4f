"""Input from others in growing sizes, and the work that it causes."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from xi.sdk.resellers import Account, ApiClient, Configuration, OrderDetailB2B, OrdersApi, webhooks
from xi.sdk.resellers._core.errors import read_errors
from xi.sdk.resellers._core.messages import Headers
from xi.sdk.resellers._core.pages import Page, Pages
from xi.sdk.resellers._core.redact import Sealed, without
from xi.sdk.resellers._core.retry import asked_wait
from xi.sdk.resellers._core.token import token_of
from xi.sdk.resellers._transport.decoding import decoded
from xi.sdk.resellers.exceptions import ApiException, ApiValueError, printable
from xi.sdk.resellers.models import OrderSearchResponse
from xi.sdk.resellers.shipments import shipments
from xi.sdk.resellers.statuses import fold_status
from xi.sdk.resellers.testing import AT_ONCE, Answer, ScriptedTransport

SIGNATURE = base64.b64encode(bytes(64)).decode()
"""Has the form of a signature, so that the body is read."""
EVENT = {"eventId": "e", "resource": [{"eventType": "im::order_shipped", "lines": [{"lineNumber": "1"}]}]}
LIMIT = 1 << 26


class Row(NamedTuple):
    """An input that can grow, and the work for it."""

    make: Callable[[int], Any]
    """Returns the input for a size; the work for size 16 should take well under a second."""
    work: Callable[[Any], object]


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


def _spelling(number: int) -> str:
    """Return one of many spellings of the ID's key, all with the same length."""
    return f"event{number:012b}id".replace("0", "_").replace("1", "-")


def _cased(number: int) -> str:
    """Return one of many cases of the key of an order's number."""
    return "".join(b.upper() if number >> i & 1 else b for i, b in enumerate("ingramordernumber"))


def _verified(body: bytes) -> None:
    webhooks.verify(body, SIGNATURE, "secret")


def _parsed(body: bytes) -> None:
    with suppress(ApiValueError):
        webhooks.parse(body)


def _call(answer: Answer) -> None:
    """Make a call with this answer, and use its result or error as a program would."""
    client = ApiClient(Configuration(access_token="t", retry=AT_ONCE), transport=ScriptedTransport(answer))
    try:
        OrdersApi(client).bound(Account("20-222222", "US")).get_orderdetails_v6_1("20-RD128").to_json()
    except ApiException as error:
        _ = str(error), repr(error)


def _refused(body: Any, charset: str = "utf-8") -> Answer:
    raw = body if isinstance(body, bytes) else _json(body)
    return Answer(404, raw, headers={"Content-Type": f"application/json; charset={charset}"})


def _nested(depth: int, inner: Any) -> Any:
    for _ in range(depth):
        inner = [inner]
    return inner


def _staircase(depth: int) -> Any:
    """Return lists in lists, with an error in each."""
    inner: Any = []
    for _ in range(depth):
        inner = [{"message": "no"}, inner]
    return inner


def _paged(count: int) -> None:
    pages = Pages[OrderSearchResponse]()
    for page in range(count):
        pages.take(Page([OrderSearchResponse()], [str(page)], None))


WEBHOOKS = {
    "a repeated key": lambda n: b"{" + b",".join([b'"":0'] * 100 * n) + b"}",
    "many keys": lambda n: _json({f"key{i}": i for i in range(100 * n)}),
    "many keys for the ID": lambda n: _json({_spelling(i): "e" for i in range(100 * n)}),
    "one long key": lambda n: _json({"_" * 5_000 * n: 1, "eventId": "e"}),
    "many events": lambda n: _json([{**EVENT, "n": i} for i in range(10 * n)]),
    "events beyond the limit": lambda n: _json([{}] * 1_001 * n),
    "many lines": lambda n: _json({**EVENT, "resource": EVENT["resource"] * 10 * n}),
    "many lists": lambda n: _json({"eventId": "e", "x": [[]] * 200 * n}),
    "deep lists": lambda n: b"[" * 1_000 * n + b"]" * 1_000 * n,
    "deep and wide": lambda n: _json({"eventId": "e", "x": [_nested(50, 0)] * 5 * n}),
    "a long number": lambda n: b'{"eventId": ' + b"9" * 20_000 * n + b"}",
    "a long fraction": lambda n: b'{"eventId": "e", "x": 0.' + b"9" * 20_000 * n + b"}",
    "a long ID": lambda n: _json({"eventId": "e" * 20_000 * n}),
    "not JSON": lambda n: b"\xff" * 20_000 * n,
}

ROWS: dict[str, Row] = {
    **{f"verify: {name}": Row(make, _verified) for name, make in WEBHOOKS.items()},
    **{f"parse: {name}": Row(make, _parsed) for name, make in WEBHOOKS.items()},
    "verify: a long signature": Row(lambda n: "A" * 20_000 * n, lambda given: webhooks.verify(b"{}", given, "s")),
    "errors: many": Row(lambda n: {"errors": [{"message": "no"}] * 50 * n}, read_errors),
    "errors: many fields": Row(lambda n: {"errors": [{"fields": [{"field": "f"}] * 50 * n}]}, read_errors),
    "errors: wide lists": Row(lambda n: [[{"message": "no"}] for _ in range(50 * n)], read_errors),
    "errors: deep lists": Row(lambda n: _staircase(15 * n), read_errors),
    "answer: deep errors": Row(lambda n: _refused(_staircase(15 * n)), _call),
    **{
        f"answer: in {charset}": Row(lambda n, charset=charset: _refused(b"a" * 2_000 * n, charset), _call)  # type: ignore[misc]
        for charset in ("punycode", "idna", "utf-7", "unicode_escape", "cp1252")
    },
    "answer: many errors": Row(lambda n: _refused({"errors": [{"message": "no"}] * 30 * n}), _call),
    "answer: many fields": Row(
        lambda n: _refused({"errors": [{"message": "no", "fields": [{"field": "f", "value": "v"}] * 30 * n}]}), _call
    ),
    "answer: a long message": Row(lambda n: _refused({"message": "no\x1b " * 5_000 * n}), _call),
    "answer: not JSON": Row(lambda n: _refused(b"<p>\xff" * 5_000 * n), _call),
    "answer: UTF-16": Row(lambda n: _refused("[{}]".encode("utf-16") + b"\0" * 5_000 * n, "utf-16"), _call),
    "answer: deep lists": Row(lambda n: Answer(200, b"[" * 1_000 * n + b"]" * 1_000 * n), _call),
    "answer: a wrong value in each line": Row(
        lambda n: Answer(200, {"orderStatus": "open", "lines": [{"quantityOrdered": "many"}] * 20 * n}), _call
    ),
    "answer: wrong items in lists": Row(
        lambda n: Answer(200, {"orderStatus": "open", "lines": [1, {"shipmentDetails": ["x"] * 20 * n}] * 2}), _call
    ),
    "answer: many lines": Row(lambda n: Answer(200, {"lines": [{"quantityOrdered": 1}] * 20 * n}), _call),
    "answer: keys in another case in each line": Row(
        lambda n: Answer(200, {"Lines": [{"QuantityOrdered": 1, "ShipmentDetails": [{"Quantity": 1}]}] * 10 * n}), _call
    ),
    "answer: a key in many cases": Row(lambda n: Answer(200, {_cased(i): "x" for i in range(100 * n)}), _call),
    "gzip: one large member": Row(
        lambda n: gzip.compress(bytes(50_000 * n)), lambda given: decoded(given, "gzip", LIMIT)
    ),
    "gzip: many empty members": Row(
        lambda n: gzip.compress(b"") * 200 * n, lambda given: decoded(given, "gzip", LIMIT)
    ),
    "gzip: named many times": Row(lambda n: ", ".join(["gzip"] * 50 * n), lambda given: decoded(b"{}", given, LIMIT)),
    "headers: many": Row(lambda n: Headers([(f"X-{i}", "v") for i in range(300 * n)]), len),
    "headers: a repeated name": Row(lambda n: Headers([("X-A", "v" * 50)] * 200 * n), len),
    "headers: a long time": Row(
        lambda n: {"X-RateLimit-Reset": "9" * 5_000 * n, "Retry-After": "9" * 5_000 * n},
        lambda given: asked_wait(given, now=0.0, window=60.0),
    ),
    "token: a long lifetime": Row(lambda n: "9" * 5_000 * n, lambda given: token_of(Sealed("t"), given, 0.0)),
    "status: a long text": Row(lambda n: "IM::" * 5_000 * n, fold_status),
    "redaction: a repeated secret": Row(lambda n: "hush " * 5_000 * n, lambda given: without(given, [Sealed("hush")])),
    "redaction: the repeated start of a secret": Row(
        lambda n: "%2F%2F%2" * 5_000 * n, lambda given: without(given, [Sealed("//////////")])
    ),
    "redaction: backslashes": Row(
        lambda n: "\\" * 5_000 * n, lambda given: without(given, [Sealed("\\" * 8 + "secret")])
    ),
    "messages: a long unprintable text": Row(
        lambda n: "\x1b\u202e\ud800 " * 5_000 * n, lambda given: printable(given, len(given))
    ),
    "paging: many pages": Row(lambda n: 20 * n, _paged),
    "shipments: many tracking numbers": Row(
        lambda n: OrderDetailB2B.from_dict(
            {
                "lines": [
                    {
                        "shipmentDetails": [
                            {"carrierDetails": [{"trackingDetails": [{"trackingNumber": "1, " * 3_000 * n}]}]}
                        ]
                    }
                ]
            }
        ),
        lambda given: [each.tracking_numbers for each in shipments(given)],
    ),
}
