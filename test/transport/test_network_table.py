"""A table of faults between client and server, for both clients: the outcome of a call and what the server received."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import pytest
from call_kit import CANCEL, CREATE_V6, DETAILS, TOKEN, Call
from leak_kit import captured_logs
from outcome_kit import Row
from rows_of_answers import create_rows, empty_rows, foreign_rows, packed_rows, read_rows, refused_rows
from rows_of_connections import kept_rows, other_rows, relay_rows, tunnel_rows, unsent_rows
from rows_of_faults import JSON, lost_rows, slow_rows
from rows_of_tokens import no_token_rows, token_rows
from run_kit import CLIENTS, complaints
from server_kit import Authority, ReceivedRequest, ScriptedServer
from step_kit import (
    respond_with,
    response_bytes,
)

from xi.sdk.resellers import ApiClient, Attempt, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import (
    ApiException,
    error_class,
)

TABLE: dict[str, tuple[Callable[[], Iterator[Row]], int]] = {
    "lost": (lost_rows, 6),
    "slow": (slow_rows, 24),
    "read": (read_rows, 6),
    "unreadable": (lambda: chain(foreign_rows(), empty_rows(), create_rows(), packed_rows()), 6),
    "refused": (refused_rows, 6),
    "kept": (kept_rows, 6),
    "of others": (other_rows, 6),
    "tokens": (lambda: chain(no_token_rows(), token_rows()), 6),
    "unsent": (lambda: chain(unsent_rows(), tunnel_rows()), 6),
}
"""Rows by subject, and how many of them run at a time."""


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("about", TABLE)
def test_the_caller_gets_the_outcome_that_agrees_with_what_the_server_received(
    authority: Authority, about: str, client: str
) -> None:
    rows, together = TABLE[about]
    if found := complaints(list(rows()), client, authority, together):
        pytest.fail("\n".join(found), pytrace=False)


def test_errors_of_a_relaying_proxy_have_the_same_outcome_as_those_of_the_service(authority: Authority) -> None:
    # The awaited client makes no call without a credential, and none goes in the clear to others.
    if found := complaints(list(relay_rows()), "blocking", authority, 6):
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_proxy_of_the_environment_has_the_same_outcomes_and_leaks_no_secret(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, client: str
) -> None:
    def named(proxy: str) -> None:
        monkeypatch.setenv("HTTPS_PROXY", proxy)

    if found := complaints(list(tunnel_rows(is_configured=False)), client, authority, 1, named):
        pytest.fail("\n".join(found), pytrace=False)


# ------------------------------------------------------------------------------------------------ every status

REFUSALS = (400, 401, 403, 404, 405, 413, 415, 422, 429)
"""Statuses that refuse a call that is sent once; it was not acted on."""
REPEATED = (429, 500, 502, 503, 504)
STATUSES = (*range(200, 600), 999)
"""Statuses below 200 announce an answer and are not one."""


def expected(call: Call, status: int) -> tuple[str, bool, int]:
    """Return the outcome of a status: the class, whether it is in doubt, the attempts."""
    attempts = 2 if status == 429 or (status in REPEATED and call in (DETAILS, CANCEL)) else 1
    doubt = call is not DETAILS and status not in REFUSALS
    if (status in (204, 205) and call is not CANCEL) or (status < 300 and status not in (200, 204) and call is CANCEL):
        return "UnreadableResponseException", doubt, 1
    return ("result", False, 1) if status < 300 else (error_class(status).__name__, doubt, attempts)


def by_status(request: ReceivedRequest) -> bytes:
    """Answer with the status that the correlation ID ends with."""
    status = int(request.headers["im-correlationid"].rpartition("-")[2])
    call = {"GET": DETAILS, "DELETE": CANCEL, "POST": CREATE_V6}[request.method]
    body = b"" if status in (204, 205, 304) else call.body
    length = {} if status in (204, 304) else {"Content-Length": str(len(body))}
    return response_bytes(status, body, {**JSON, **length, "Retry-After": "0.001"}, "Whatever")


def seen(call: Call, status: int, error: BaseException | None, events: list[Any]) -> list[str]:
    attempts = sum(isinstance(each, Attempt) for each in events)
    events.clear()
    got = ("result", False, attempts)
    if isinstance(error, ApiException):
        got = (type(error).__name__, getattr(error, "may_have_been_acted_on", None), error.attempts)
    elif error is not None:
        got = (repr(error), False, 0)
    want = expected(call, status)
    return [] if got == want else [f"{call.name}, {status}: wanted {want}; got {got}"]


def statuses_blocking(configuration: Configuration, events: list[Any]) -> Iterator[str]:
    with ApiClient(configuration) as client:
        for call in (DETAILS, CANCEL, CREATE_V6):
            for status in STATUSES:
                error = None
                try:
                    call(OrdersApi(client), correlation_id=f"id-{status}")
                except Exception as caught:  # noqa: BLE001 - it is what is looked at
                    error = caught
                yield from seen(call, status, error, events)


def statuses_awaited(configuration: Configuration, events: list[Any]) -> Iterator[str]:
    async def main() -> list[str]:
        found: list[str] = []
        async with aio.AsyncApiClient(configuration) as client:
            orders: Any = aio.OrdersApi(client)
            for call in (DETAILS, CANCEL, CREATE_V6):
                for status in STATUSES:
                    error = None
                    try:
                        await call(orders, correlation_id=f"id-{status}")
                    except Exception as caught:  # noqa: BLE001 - it is what is looked at
                        error = caught
                    found += seen(call, status, error, events)
        return found

    yield from asyncio.run(main())


@pytest.mark.parametrize("run", [statuses_blocking, statuses_awaited], ids=CLIENTS)
def test_every_status_says_whether_the_call_may_have_been_acted_on(
    serve: Callable[..., ScriptedServer], run: Callable[[Configuration, list[Any]], Iterator[str]]
) -> None:
    events: list[Any] = []
    server = serve(always=respond_with(by_status))
    retry = RetryPolicy(attempts=2, base=0, quota_window=0, wait_cap=0.01)
    configuration = Configuration(host=server.url, access_token=TOKEN, retry=retry, observer=events.append)
    with captured_logs():  # which keeps a warning for each doubt out of the report
        found = list(run(configuration, events))
    if found:
        pytest.fail("\n".join(found), pytrace=False)
    assert {each.method for each in server.requests} == {"GET", "DELETE", "POST"}
