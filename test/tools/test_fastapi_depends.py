"""FastAPI creates the API classes for a route that depends on them, and takes no argument from the caller."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any

import fastapi
import pytest

from xi.sdk.resellers import AccesstokenApi, ApiClient, Configuration, OrdersApi, aio
from xi.sdk.resellers.testing import Answer, ScriptedTransport

CLASSES: dict[str, type[Any]] = {
    "orders": OrdersApi,
    "tokens": AccesstokenApi,
    "orders awaited": aio.OrdersApi,
    "tokens awaited": aio.AccesstokenApi,
    "client": ApiClient,
    "client awaited": aio.AsyncApiClient,
}


def get(app: Any, path: str, query: str = "") -> tuple[int, Any]:
    """Return status and body of a GET to an application, without a socket."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "headers": [],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2),
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    body = b"".join(each.get("body", b"") for each in sent)
    return sent[0]["status"], json.loads(body)


@pytest.mark.parametrize("which", CLASSES)
def test_a_route_that_depends_on_an_api_or_a_client_has_no_parameters(which: str) -> None:
    app = fastapi.FastAPI()

    async def route(api: Any) -> str:
        return type(api).__name__

    route.__annotations__["api"] = Annotated[Any, fastapi.Depends(CLASSES[which])]
    app.get("/")(route)
    described = app.openapi()["paths"]["/"]["get"]
    assert "parameters" not in described
    assert "requestBody" not in described


def test_a_route_uses_the_default_client_whatever_its_caller_sends() -> None:
    script = ScriptedTransport(Answer(200, {"recordsFound": 3}))
    app = fastapi.FastAPI()

    def route(api: Any) -> int | None:
        found: int | None = api.get_resellers_v6_ordersearch("20-222222", "US", "c-1").records_found
        return found

    route.__annotations__["api"] = Annotated[Any, fastapi.Depends(OrdersApi)]
    app.get("/found")(route)
    ApiClient.set_default(ApiClient(Configuration(access_token="t"), transport=script))
    try:
        assert get(app, "/found", "api_client=other") == (200, 3)
    finally:
        ApiClient.set_default(None)


def test_a_subclass_with_its_own_constructor_keeps_its_signature() -> None:
    class Shop(OrdersApi):
        def __init__(self, country: str) -> None:
            super().__init__()
            self.country = country

    app = fastapi.FastAPI()

    def route(api: Any) -> str:
        country: str = api.country
        return country

    route.__annotations__["api"] = Annotated[Any, fastapi.Depends(Shop)]
    app.get("/")(route)
    assert get(app, "/", "country=US") == (200, "US")
