"""Paging: a list is read to its end, page after page, with the blocking and with the asynchronous client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from adapters.calling import api_of, operation_of, python_arguments
from adapters.comparing import Mismatch
from adapters.listed import compare_list
from adapters.scripted import ACCOUNT, both_clients, carried_out

from xi.sdk.resellers import paging
from xi.sdk.resellers.exceptions import ApiException, ApiValueError

_FUNCTIONS = {"catalog": "products", "subscriptionCatalog": "subscriptions", "returnsClaims": "returns"}
"""Functions with another name than their list."""


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, wrong = vector["given"], list[Mismatch]()
    operation = operation_of(given["operation"])
    wire = given.get("list", operation.listing and operation.listing.wire)
    function = getattr(paging, _FUNCTIONS.get(wire, wire))
    arguments = python_arguments(operation, given.get("arguments", {}), filled=False)
    filters = {name: value for name, value in arguments.items() if value is not None}
    for name, module, client, script in both_clients(given["answers"]):
        api = api_of(client, module, operation).bound(ACCOUNT)
        items, waits = list[Any](), list[float]()
        end: Any = "done"
        with _waiting(waits):
            try:
                found = function(api, page_size=given["pageSize"], limit=given.get("limit"), **filters)
                carried_out(found, items)
            except (ApiException, ApiValueError) as error:
                end = error
        differences = compare_list(vector, script.sent, items, waits, end)
        wrong += [{**each, "at": f"{name}{each['at']}"} for each in differences]
    return wrong


@contextmanager
def _waiting(waits: list[float]) -> Iterator[None]:
    """Record waits in place of waiting."""

    async def sleep(seconds: float) -> None:
        waits.extend([seconds] if seconds else [])

    with mock.patch("time.sleep", waits.append), mock.patch("asyncio.sleep", sleep):
        yield
