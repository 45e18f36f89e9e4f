"""Both clients with the answers of a vector as their script, for what makes many calls."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

from adapters.calling import answer_of, configuration_of

from xi.sdk import resellers
from xi.sdk.resellers import Account, aio
from xi.sdk.resellers.testing import Answer, AsyncScriptedTransport, ScriptedTransport

ACCOUNT = Account("20-222222", "US", application_id="app-1", customer_contact="buyer@example.com")


def both_clients(answers: list[dict[str, Any]]) -> Iterator[tuple[str, Any, Any, Any]]:
    """Yield a name, a package, its client and its script, once blocking and once awaited. A call has one attempt."""
    configuration = configuration_of({"token": "tok-1"}, {"attempts": 1})
    steps = [Answer(each.status, each.body, each.headers, each.reason) for each in map(answer_of, answers)]
    script = ScriptedTransport(*steps)
    yield "blocking", resellers, resellers.ApiClient(configuration, transport=script), script
    awaited = AsyncScriptedTransport(*steps)
    yield "awaited", aio, aio.AsyncApiClient(configuration, transport=awaited), awaited


def carried_out(found: Any, items: list[Any]) -> None:
    """Add to a list what an iterator gives, blocking or not, also what comes before an error."""
    if not inspect.isasyncgen(found):
        items.extend(found)
        return

    async def read() -> None:
        async for each in found:
            items.append(each)  # noqa: PERF401 - what came before an error stays

    asyncio.run(read())
