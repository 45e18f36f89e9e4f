"""Shared by the adapters: Python names for names of the contract, answers, configurations, and a scripted clock."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.client import responses
from types import SimpleNamespace
from typing import Any
from unittest import mock

from xi.sdk.resellers import api
from xi.sdk.resellers._client import apps
from xi.sdk.resellers._core import operations
from xi.sdk.resellers._core.messages import Headers, NotSent, Response, Unanswered
from xi.sdk.resellers._core.operation import Kind, Operation, Parameter, Place
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.configuration import Configuration

OPERATIONS: dict[str, Operation[Any]] = {
    each.name.replace("_", ""): each for each in map(partial(getattr, operations), operations.__all__)
}
FAILURES = {"not-sent": NotSent, "unanswered": Unanswered}
_POLICY = {"waitCap": "wait_cap", "quotaWindow": "quota_window"}
SETTINGS = {"host": "host", "token": "access_token", "tokenUrl": "token_url", "callsPerMinute": "calls_per_minute"}
_DEFAULT_BODIES = {"PUT": {"lines": []}, "POST": {"customerOrderNumber": "PO-1", "lines": []}}
_DEFAULTS = {
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c0ffee",
    "grant_type": "client_credentials",
    "client_id": "app-1",
    "client_secret": "vectors-only-not-for-use-1",
}


def operation_of(given: str) -> Operation[Any]:
    """Return an operation by its ID in the contract."""
    return OPERATIONS[re.sub(r"\W|_", "", given.lower())]


def python_arguments(operation: Operation[Any], given: Mapping[str, Any], *, filled: bool) -> dict[str, Any]:
    """Return arguments by their Python names. A required argument that is not given gets a default, or None.

    Args:
        operation: the operation of the call.
        given: the arguments by their wire names; the body is `body`.
        filled: whether required arguments get a default.
    """
    left = dict(given)
    found: dict[str, Any] = {}
    second = {operation.parameters[i].name for i in operation.body_indexes[1:]}
    for each in operation.parameters:
        if each.name in second:  # a body of another model, which the vectors do not have
            continue
        name = each.wire or "body"
        if name in left:
            found[each.name] = left.pop(name)
        elif each.required or each.other_model:
            found[each.name] = _default_of(operation, each, name) if filled else None
    assert not left, f"{operation.name} has no arguments {list(left)}"
    return found


def _default_of(operation: Operation[Any], parameter: Parameter, name: str) -> Any:
    if parameter.place is Place.BODY:
        return _DEFAULT_BODIES[operation.method]
    return True if parameter.kind is Kind.FLAG else _DEFAULTS.get(name, "20-RD128")


def api_of(client: Any, module: Any, operation: Operation[Any]) -> Any:
    """Return the API, blocking or asynchronous, that has an operation."""
    names = (each for each in api.__all__ if not each.startswith("Bound"))
    return next(getattr(module, each)(client) for each in names if hasattr(getattr(module, each), operation.name))


def body_of(given: Mapping[str, Any]) -> bytes:
    """Return the bytes of a vector's body."""
    ((form, value),) = given.items()
    match form:
        case "text":
            return str(value).encode()
        case "base64":
            return base64.b64decode(value, validate=True)
        case "json":
            return json.dumps(value).encode()
        case "none":
            return b""
        case _:
            raise AssertionError(f"unknown form of a body: {form}")


def answer_of(given: Mapping[str, Any]) -> Response:
    """Return an answer as a transport returns it."""
    reason = given.get("reason", responses.get(given["status"], ""))
    return Response(given["status"], reason, Headers(map(tuple, given["headers"])), body_of(given["body"]))


def configuration_of(given: Mapping[str, Any], policy: Mapping[str, Any]) -> Configuration:
    """Return the configuration of a vector."""
    settings = {name: given[wire] for wire, name in SETTINGS.items() if wire in given}
    credentials = given.get("credentials", {})
    retry = RetryPolicy(**{_POLICY.get(name, name): value for name, value in policy.items()})
    return Configuration(retry=retry, **settings, **credentials)


@contextmanager
def patched_runtime(monotonic: Any, wall: Any, chance: Any) -> Iterator[None]:
    """Replace clock and random source for clients created in the block. They share no token or quota with others."""
    with (
        mock.patch("xi.sdk.resellers._client.client.time", SimpleNamespace(monotonic=monotonic, time=wall)),
        mock.patch("xi.sdk.resellers._client.client.random", SimpleNamespace(random=chance)),
        mock.patch.dict(apps._apps, clear=True),
    ):
        yield
