"""Paging: a list is read to its end, page after page, with the blocking and with the asynchronous client."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

from adapters.calling import answer_of, api_of, configuration_of, operation_of, python_arguments
from adapters.comparing import Mismatch
from adapters.listed import compare_list

from xi.sdk import resellers
from xi.sdk.resellers import Account, aio, paging
from xi.sdk.resellers.exceptions import ApiException, ApiValueError
from xi.sdk.resellers.testing import Answer, AsyncScriptedTransport, ScriptedTransport

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACCOUNT = Account("20-222222", "US", application_id="app-1", customer_contact="buyer@example.com")
_FUNCTIONS = {"catalog": "products", "subscriptionCatalog": "subscriptions", "returnsClaims": "returns"}
"""Functions with another name than their list."""


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, wrong = vector["given"], list[Mismatch]()
    for name, kind in {"blocking": ScriptedTransport, "awaited": AsyncScriptedTransport}.items():
        answers = map(answer_of, given["answers"])
        script = kind(*(Answer(each.status, each.body, each.headers, each.reason) for each in answers))
        items, waits, end = list[Any](), list[float](), "done"
        with _waiting(waits):
            try:
                _read(given, script, items)
            except (ApiException, ApiValueError) as error:
                end = error
        wrong += [
            {**each, "at": f"{name}{each['at']}"} for each in compare_list(vector, script.sent, items, waits, end)
        ]
    return wrong


def _read(given: dict[str, Any], script: Any, items: list[Any]) -> None:
    operation, configuration = operation_of(given["operation"]), configuration_of({"token": "tok-1"}, {"attempts": 1})
    is_awaited = isinstance(script, AsyncScriptedTransport)
    client = (aio.AsyncApiClient if is_awaited else resellers.ApiClient)(configuration, transport=script)
    api = api_of(client, aio if is_awaited else resellers, operation).bound(_ACCOUNT)
    wire = given.get("list", operation.listing.wire)
    arguments = python_arguments(operation, given.get("arguments", {}), filled=False)
    arguments = {name: value for name, value in arguments.items() if value is not None}
    found = getattr(paging, _FUNCTIONS.get(wire, wire))(
        api, page_size=given["pageSize"], limit=given.get("limit"), **arguments
    )
    if not is_awaited:
        items.extend(found)  # keeps what came before an error
        return

    async def read() -> None:
        async for each in found:
            items.append(each)  # noqa: PERF401 - keeps what came before an error

    asyncio.run(read())


@contextmanager
def _waiting(waits: list[float]) -> Iterator[None]:
    async def sleep(seconds: float) -> None:
        waits.extend([seconds] if seconds else [])

    with mock.patch("time.sleep", waits.append), mock.patch("asyncio.sleep", sleep):
        yield
