"""Which requests the guard accepts, over raw sockets: Host header, target and Origin, on every route."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer, create_app

ROUTES = (
    ("GET", "/", 200),
    ("GET", "/pulse", 200),
    ("GET", "/_sandbox", 200),
    ("POST", "/faults", 303),
    ("GET", "/resellers/v6/orders/search", 401),
    ("GET", "/sandbox/resellers/v6/orders/search", 401),
    ("GET", "/oauth/oauth20/token", 400),
    ("GET", "/sandbox/oauth/oauth20/token", 400),
    ("GET", "/nowhere", 404),
)


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer(
        Sandbox(policy=Policy(host_names=frozenset({"orders.internal", "tunnel.internal:9000"})))
    ) as one:
        yield one


def ask(server: SandboxServer, method: str, target: str, *headers: str, version: str = "1.1") -> int:
    port = int(server.url.rpartition(":")[2])
    lines = [each.replace("{port}", str(port)) for each in headers]
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        head = "\r\n".join(
            [f"{method} {target} HTTP/{version}", *lines, "Content-Length: 0", "Connection: close", "", ""]
        )
        line.sendall(head.encode("latin-1"))
        with line.makefile("rb") as answer:
            return int(answer.readline().split()[1])


@pytest.mark.parametrize(("method", "path", "status"), ROUTES, ids=[path for _, path, _ in ROUTES])
@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:{port}",
        "localhost:{port}",
        "LocalHost:{port}",
        "[::1]:{port}",
        "orders.internal",
        "Orders.Internal:1234",
        "tunnel.internal:9000",
    ],
)
def test_allowed_host_names_are_served_on_every_route(
    server: SandboxServer, host: str, method: str, path: str, status: int
) -> None:
    assert ask(server, method, path, f"Host: {host}") == status


BENT = (
    ("Host: evil.example",),
    ("Host: evil.example:{port}",),
    ("Host: a{b.evil.example",),
    ("Host: a{b.evil.example:{port}",),
    ("Host: localhost",),
    ("Host: localhost:1",),
    ("Host: localhost:{port}x",),
    ("Host: localhost.:{port}",),
    ("Host: localhost:{port}.evil.example",),
    ("Host: localhost:{port}@evil.example",),
    ("Host: me@localhost:{port}",),
    ("Host: http://localhost:{port}",),
    ("Host: localhost:{port}/",),
    ("Host: localhost:{port}, evil.example",),
    ("Host: localhost:{port}#",),
    ("Host: 127.0.0.1.evil.example:{port}",),
    ("Host: 127.1:{port}",),
    ("Host: 127.0.0.2:{port}",),
    ("Host: 2130706433:{port}",),
    ("Host: 192.0.2.1:{port}",),
    ("Host: [::2]:{port}",),
    ("Host: [::1:{port}",),
    ("Host: tunnel.internal:{port}",),
    ("Host: testserver",),
    ("Host: ",),
    ("Host: \xe9vil:{port}",),
    ("Host: localhost:{port}", "Host: evil.example"),
    ("Host: evil.example", "Host: localhost:{port}"),
    ("Host: evil.example", "X-Forwarded-Host: localhost:{port}", "Forwarded: host=localhost:{port}"),
    (),
)


@pytest.mark.parametrize("headers", BENT, ids=[" ".join(each) or "none" for each in BENT])
def test_every_other_host_name_is_refused_on_every_route(server: SandboxServer, headers: tuple[str, ...]) -> None:
    for method, path, _ in ROUTES:
        assert ask(server, method, path, *headers) in (400, 403), path
    assert ask(server, "GET", "/_sandbox", *headers, version="1.0") in (400, 403)
    assert server.sandbox.faults.waiting() == ()


def test_a_forwarded_host_name_is_ignored(server: SandboxServer) -> None:
    assert ask(server, "GET", "/", "Host: localhost:{port}", "X-Forwarded-Host: evil.example") == 200


@pytest.mark.parametrize(
    "target", ["http://evil.example/_sandbox", "http://localhost/_sandbox", "evil.example:80", "*", "_sandbox"]
)
def test_a_request_target_that_is_not_a_path_is_refused(server: SandboxServer, target: str) -> None:
    assert ask(server, "GET", target, "Host: localhost:{port}") == 400


FROM_PAGES = (
    "Origin: http://evil.example",
    "Origin: null",
    "Origin: http://localhost:{port}",
    "Origin:",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-site",
)


@pytest.mark.parametrize("header", FROM_PAGES)
@pytest.mark.parametrize(
    "path",
    [
        "/_sandbox",
        "/resellers/v6/orders/search",
        "/sandbox/resellers/v6/orders/search",
        "/oauth/oauth20/token",
        "/sandbox/oauth/oauth30/token",
        "/resellers/oauth/oauth20/token",
    ],
)
def test_pages_in_a_browser_may_not_call_api_or_control(server: SandboxServer, path: str, header: str) -> None:
    for method in ("GET", "POST", "OPTIONS"):
        assert ask(server, method, path, "Host: localhost:{port}", header) == 403


def test_the_sandboxs_own_page_may_press_its_buttons(server: SandboxServer) -> None:
    own = ("Host: localhost:{port}", "Origin: http://localhost:{port}", "Sec-Fetch-Site: same-origin")
    assert ask(server, "POST", "/faults/clear", *own) == 303
    assert ask(server, "POST", "/faults/clear", "Host: localhost:{port}", "Origin: http://127.0.0.1:{port}") == 403
    assert ask(server, "GET", "/", "Host: localhost:{port}", "Sec-Fetch-Site: cross-site") == 200


async def asked(app: Any, path: str, host: str) -> int:
    """Call an application that is bound to a public address, and return the status."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", host.encode("latin-1"))],
        "client": ("192.0.2.7", 50_000),
        "server": ("192.0.2.1", 8099),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("host", "page", "api"),
    [
        ("192.0.2.1:8099", 200, 401),
        ("localhost:5000", 200, 401),
        ("orders.internal", 200, 401),
        ("buildbox:8099", 403, 401),
        ("a{b.example", 400, 400),
        ("me@192.0.2.1", 400, 400),
    ],
)
def test_on_a_public_address_the_api_accepts_any_host_name_and_the_rest_only_configured_ones(
    host: str, page: int, api: int
) -> None:
    app = create_app(Sandbox(policy=Policy(host_names=frozenset({"orders.internal"}))))
    assert asyncio.run(asked(app, "/", host)) == page
    assert asyncio.run(asked(app, "/_sandbox", host)) == page
    assert asyncio.run(asked(app, "/resellers/v6/orders/search", host)) == api
