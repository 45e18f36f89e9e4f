"""Calls of the public API, each with an answer that it takes for a success."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from server_kit import ScriptedServer
from step_kit import Step, answer

from xi.sdk.resellers import Configuration, OrdersApi, RetryPolicy

TOKEN = "tok-3f9a-secret"
CORRELATION = "c0ffee00c0ffee00c0ffee00c0ffee00"
WHO = ("20-777777", "US", CORRELATION)
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "AB12", "quantity": 2}]}
QUOTE = {"customerOrderNumber": "PO-1", "quoteNumber": "QUO-1"}
CHANGE = {"lines": [{"customerLineNumber": "1", "quantity": 3, "addUpdateDeleteLine": "UPDATE"}]}


class Call(NamedTuple):
    """A call of the public API, with a good answer to it."""

    name: str
    operation: str
    """The method of the API class."""
    make: Callable[..., Any]
    good: Any
    """The body of a good answer."""
    recognizes: Callable[[Any], Any]
    """Whether a result is that of the good answer."""
    method: str

    def __call__(self, orders: OrdersApi, *, correlation_id: str = CORRELATION, **options: Any) -> Any:
        return self.make(orders, (*WHO[:2], correlation_id), **options)

    def answer(self) -> Step:
        return answer(200, self.good)

    @property
    def body(self) -> bytes:
        """The body of the good answer as bytes."""
        return self.good if isinstance(self.good, bytes) else json.dumps(self.good).encode()


DETAILS = Call(
    "details",
    "get_orderdetails_v6_1",
    lambda orders, who, **options: orders.get_orderdetails_v6_1("20-AB1CD", *who, **options),
    {"ingramOrderNumber": "20-AB1CD"},
    lambda result: result.ingram_order_number == "20-AB1CD",
    "GET",
)
SEARCH = Call(
    "search",
    "get_resellers_v6_ordersearch",
    lambda orders, who, **options: orders.get_resellers_v6_ordersearch(*who, customer_order_number="PO-1", **options),
    {"recordsFound": 3, "orders": []},
    lambda result: result.records_found == 3,
    "GET",
)
CANCEL = Call(
    "cancel",
    "delete_ordercancel",
    lambda orders, who, **options: orders.delete_ordercancel("20-AB1CD", *who, **options),
    b"",
    lambda result: result is None,
    "DELETE",
)
CREATE_V6 = Call(
    "create v6",
    "post_createorder_v6",
    lambda orders, who, **options: orders.post_createorder_v6(*who, ORDER, **options),
    {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-AB1CD"}]},
    lambda result: result.orders[0].ingram_order_number == "20-AB1CD",
    "POST",
)
CREATE_V7 = Call(
    "create v7",
    "post_createorder_v7",
    lambda orders, who, **options: orders.post_createorder_v7(*who, QUOTE, **options),
    {"confirmationNumber": "conf-1"},
    lambda result: result.confirmation_number == "conf-1",
    "POST",
)
MODIFY = Call(
    "modify",
    "put_ordermodify",
    lambda orders, who, **options: orders.put_ordermodify("20-AB1CD", *who, CHANGE, **options),
    {"ingramOrderNumber": "20-AB1CD"},
    lambda result: result.ingram_order_number == "20-AB1CD",
    "PUT",
)
RELEASE = Call(
    "release",
    "put_ordermodify",
    lambda orders, who, **options: orders.put_ordermodify("20-AB1CD", *who, {}, action_code="release", **options),
    b"null",
    lambda result: result is None,
    "PUT",
)
REPEATABLE = (DETAILS, SEARCH, CANCEL)
ONCE = (CREATE_V6, CREATE_V7, MODIFY)
ALL = REPEATABLE + ONCE


QUICK = RetryPolicy(attempts=3, base=0.01, quota_window=0.05, wait_cap=0.2)
"""Retries with short waits."""


def configured(
    server: ScriptedServer | str, *, retry: RetryPolicy = QUICK, access_token: str | None = TOKEN, **settings: Any
) -> Configuration:
    """Return the configuration of a client that calls a server.

    Args:
        server: a server or a URL.
        retry: of the client.
        access_token: of the client.
        settings: more attributes of the configuration.
    """
    host = server if isinstance(server, str) else server.url
    configuration = Configuration(host=host, access_token=access_token, retry=retry)
    for name, value in settings.items():
        assert hasattr(configuration, name), name
        setattr(configuration, name, value)
    return configuration


def meeting(count: int) -> Step:
    """Answer when this many requests have arrived, so that each has its own connection."""
    together = threading.Barrier(count)

    def act(connection: Any) -> bool:
        together.wait(60)
        return DETAILS.answer().act(connection)

    return Step(act)
