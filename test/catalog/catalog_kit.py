"""A server inside the process, for both clients: a function answers, and what was asked is kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from xi.sdk.resellers import Account, ApiClient, Configuration, ProductCatalogApi, aio
from xi.sdk.resellers._core.messages import Headers, Request, Response, Timeouts, TransportFailure
from xi.sdk.resellers.testing import AT_ONCE

ACCOUNT = Account("20-222222", "US", "tests", "tests", "somebody@example.com")
LIST = [{"type": "Errors", "message": "Record not found", "fields": []}]
"""The body of the API's 404."""


@dataclass
class Asked:
    """A request: its query, and its body as JSON."""

    path: str
    query: dict[str, list[str]]
    body: Any


Answer = Response | TransportFailure
Handler = Callable[[Asked], Answer]


@dataclass
class Server:
    """A transport that a function answers for."""

    handler: Handler
    asked: list[Asked] = field(default_factory=list)
    at_once: int = 0
    most: int = 0

    def answered(self, request: Request) -> Response:
        target = urlsplit(request.target)
        body = request.open_body()
        asked = Asked(target.path, parse_qs(target.query), json.loads(body) if body else None)
        self.asked.append(asked)
        answer = self.handler(asked)
        if isinstance(answer, TransportFailure):
            raise answer
        return answer


class Blocking(Server):
    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - the protocol's
        return self.answered(request)

    def close(self) -> None:
        pass


class Awaited(Server):
    async def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - the protocol's
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await asyncio.sleep(0)
        try:
            return self.answered(request)
        finally:
            self.at_once -= 1

    async def close(self) -> None:
        pass


def answer(status: int = 200, body: Any = b"", **headers: str) -> Response:
    """Return an answer; what is not bytes goes in as JSON, underscores in header names stand for dashes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = Headers((name.replace("_", "-"), value) for name, value in headers.items())
    return Response(status, HTTPStatus(status).phrase, named, raw)


@dataclass
class Outcome:
    """What a program got: a value or the items of an iterator; or an error, after the items before it."""

    value: Any = None
    items: list[Any] = field(default_factory=list)
    error: Exception | None = None
    server: Server = field(default_factory=lambda: Server(lambda _: answer()))

    @property
    def asked(self) -> list[Asked]:
        return self.server.asked


Use = Callable[[Any], Any]
"""A program: it takes the bound API."""


def blocking(handler: Handler, use: Use, api: str = "ProductCatalogApi", **settings: Any) -> Outcome:
    """Run a program with the client that blocks."""
    server = Blocking(handler)
    found = Outcome(server=server)
    configuration = Configuration(access_token="t", retry=AT_ONCE, **settings)
    import xi.sdk.resellers as package

    client = ApiClient(configuration, transport=server)
    try:
        value = use(getattr(package, api)(client).bound(ACCOUNT))
        if isinstance(value, Iterator):
            for each in value:
                found.items.append(each)
        else:
            found.value = value
    except Exception as error:  # noqa: BLE001 - the test looks at it
        found.error = error
    return found


def awaited(handler: Handler, use: Use, api: str = "ProductCatalogApi", **settings: Any) -> Outcome:
    """Run a program with the asynchronous client."""
    server = Awaited(handler)
    found = Outcome(server=server)
    configuration = Configuration(access_token="t", retry=AT_ONCE, **settings)

    async def main() -> None:
        client = aio.AsyncApiClient(configuration, transport=server)
        try:
            value = use(getattr(aio, api)(client).bound(ACCOUNT))
            if isinstance(value, AsyncIterator):
                async for each in value:
                    found.items.append(each)
            else:
                found.value = await value if isinstance(value, Awaitable) else value
        except Exception as error:  # noqa: BLE001 - the test looks at it
            found.error = error

    asyncio.run(main())
    return found


both = pytest.mark.parametrize("run", [blocking, awaited], ids=["blocking", "awaited"])


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits of a flow, which take no time."""
    from xi.sdk.resellers import _steps

    found: list[float] = []
    sleep = asyncio.sleep

    async def awaited_sleep(seconds: float) -> None:
        if seconds:
            found.append(seconds)
        await sleep(0)

    monkeypatch.setattr(_steps.time, "sleep", found.append)
    monkeypatch.setattr(_steps.asyncio, "sleep", awaited_sleep)
    return found


__all__ = [
    "ACCOUNT",
    "LIST",
    "Asked",
    "Outcome",
    "ProductCatalogApi",
    "Server",
    "answer",
    "awaited",
    "blocking",
    "both",
]
