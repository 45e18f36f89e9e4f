"""The sandbox stores and shows no secret, wherever it was in a request."""

from __future__ import annotations

import json
import logging
import time
from pathlib import Path

import pytest
import urllib3

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.http.redaction import shown_target, shown_text
from xi.sdk.resellers.sandbox.http.server import WithoutSecrets

CALL = {
    "Authorization": "Bearer demo-token",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
}
QUERY = "grant_type=client_credentials&client_id=me&client_secret=hush"
PASSWORD = 51_770_265_904_318
"""A number, with more digits than any time, port or amount has."""


@pytest.mark.parametrize("prefix", ["", "/sandbox", "/resellers", "/sandbox/resellers"])
@pytest.mark.parametrize("path", ["/oauth/oauth20/token", "/oauth/oauth30/token"])
def test_token_requests_are_answered_on_every_path_and_logged_without_their_query(prefix: str, path: str) -> None:
    with SandboxServer() as server, urllib3.PoolManager(retries=False, timeout=5) as http:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for answer in (
            http.request("GET", f"{server.url}{prefix}{path}?{QUERY}"),
            http.request("POST", f"{server.url}{prefix}{path}", body=QUERY, headers=form),
        ):
            assert answer.status == 200
            assert answer.json()["access_token"]
        assert [each.target for each in server.sandbox.exchanges] == [prefix + path] * 2


def test_no_secret_is_in_the_log_the_page_or_the_state_file(tmp_path: Path) -> None:
    path = tmp_path / "orders.db"
    sandbox = Sandbox(state=path, access_tokens={"demo-token"})
    order = {
        "customerOrderNumber": "PO-1",
        "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}],
        "clientSecret": "hush-1",
        "deep": [{"access_token": "hush-2", "password": PASSWORD}],
        "notes": "client_secret=hush-3&x=1",
    }
    with SandboxServer(sandbox) as server, urllib3.PoolManager(retries=False, timeout=5) as http:
        calls: tuple[tuple[str, str, object], ...] = (
            ("GET", f"/sandbox/oauth/oauth20/token?{QUERY}", None),
            ("GET", f"/sandbox/oauth/oauth20/tokens?{QUERY}&q=hush-q", None),
            ("GET", f"/oauth2/token?{QUERY}", None),
            ("PATCH", f"/oauth/oauth20/token?{QUERY}", None),
            ("GET", "/resellers/v6/nothing?anything=hush-4", None),
            ("GET", "/resellers/v6/nothing/client_secret=hush-5;x", None),
            ("GET", "/resellers/v6/orders/search?customerOrderNumber=KEPT&client_secret=hush-6", None),
            ("GET", "/resellers/v6/orders/search?client%5Fsecret=hush-7&Access-Token=hush-8&apiKey=hush-9", None),
            ("GET", "/resellers/v6/orders/search?vendorName=https%3A%2F%2Fx%2F%3Ftoken%3Dhush-10", None),
            ("GET", "/resellers/v6.1/orders/20-XXXXX?key=hush-11&password=hush-12", None),
            ("POST", "/resellers/v6/orders?token=hush-13", order),
            ("POST", "/resellers/v6/orders", "client_secret=hush-14"),
        )
        for method, target, body in calls:
            raw = None if body is None else json.dumps(body)
            headers = CALL | {"Content-Type": "application/json"}
            http.request(method, server.url + target, body=raw, headers=headers, redirect=False)
        pages = ["/", "/requests", *(f"/requests/{each.number}" for each in sandbox.exchanges)]
        page = "".join(http.request("GET", server.url + path).data.decode() for path in pages)
        shown = http.request("GET", f"{server.url}/_sandbox/requests").data.decode()
    sandbox.close()
    assert len(sandbox.exchanges) >= len(calls) - 1
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir()).decode("latin-1")
    exchanges = repr(list(sandbox.exchanges))
    for text in (page, shown, exchanges):
        assert "hush" not in text
        assert str(PASSWORD) not in text
        assert "customerOrderNumber=KEPT" in text.replace("&amp;", "&")
    # What an order says of itself is its own; only what was kept of the calls is looked at.
    assert "hush-6" not in kept
    assert "hush-13" not in kept


@pytest.mark.parametrize(
    ("target", "status", "shown"),
    [
        ("/?q=shown", 200, "/?q=shown"),
        (
            "/resellers/v6/orders/search?pageSize=25&client_secret=hush",
            204,
            "/resellers/v6/orders/search?pageSize=25&client_secret=***",
        ),
        ("/sandbox/oauth/oauth20/token?client_id=hush", 200, "/sandbox/oauth/oauth20/token"),
        ("/oauth/oauth20/token?x=hush", 200, "/oauth/oauth20/token"),
        ("/nowhere?x=hush", 404, "/nowhere"),
        ("/nowhere/token=hush", 404, "/nowhere/token=***"),
        # uvicorn quotes the path.
        ("/nowhere/client_secret%3Dhush", 404, "/nowhere/client_secret=***"),
        ("/nowhere/%3Bclient_secret%3Ahush%0A;x", 404, "/nowhere/;client_secret:***%0A;x"),
        ("/orders/client_secret%253Dhush", 401, "/orders/client_secret=***"),
        ("/orders/Bearer%20hush", 404, "/orders/Bearer%20***"),
        ("/client_secret/hush/orders", 404, "/client_secret/***/orders"),
        ("/a=1:client_secret=hush=hush", 404, "/a=1:client_secret=***"),
        ("/requests?q=client_secret%3Ahush", 200, "/requests?q=***"),
        ("/_sandbox/tokens/1?page=2", 200, "/_sandbox/tokens/1?page=2"),
        ("/orders/20-RD3QV-11/caf%C3%A9%20=1", 200, "/orders/20-RD3QV-11/caf%C3%A9%20=1"),
    ],
)
def test_the_access_log_shows_no_secret(target: str, status: int, shown: str) -> None:
    args = ("127.0.0.1:1", "GET", target, "1.1", status)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, '%s - "%s %s HTTP/%s" %d', args, None)
    assert WithoutSecrets().filter(record)
    assert f'"GET {shown} HTTP' in record.getMessage()


def test_values_that_are_not_secret_are_shown_unchanged() -> None:
    query = "orderStatus=SHIPPED&invoiceDate_bt=2026-01-01&vendorName=Keys%20%26%20Co&flag&=x"
    assert shown_target("/resellers/v6/orders/search", query) == f"/resellers/v6/orders/search?{query}"
    assert shown_text("the token: expired; at 12:00") == "the token: expired; at 12:00"
    text = json.dumps({"vendorAuthorizationNumber": "A1", "rejectCode": "EN", "keyboard": 1}, indent=1)
    assert shown_text(text) == text


@pytest.mark.parametrize(
    "piece",
    [
        '"token',
        "\\",
        '"\\"',
        "secret",
        "token=",
        '"a',
        "bearer ",
        "a.",
        " :",
        "token:token:",
        "a:token:",
        '"token":"\\',
    ],
    ids=ascii,
)
def test_the_time_to_hide_secrets_grows_linearly_with_the_text(piece: str) -> None:
    def took(length: int) -> float:
        text = '"token":"' + piece * length
        before = time.process_time()
        shown_text(text)
        return time.process_time() - before

    short = min(took(1_000) for _ in range(3))
    assert min(took(8_000) for _ in range(3)) < 40 * short + 0.05
