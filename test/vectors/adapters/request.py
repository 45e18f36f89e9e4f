"""Requests: the arguments of a call become an exact request, or are refused with name and place."""

from __future__ import annotations

from typing import Any

from adapters.calling import SETTINGS, api_of, configuration_of, operation_of, python_arguments
from adapters.comparing import MISSING, Mismatch, compare
from adapters.sent import compare_request

from xi.sdk import resellers
from xi.sdk.resellers._core.messages import NotSent, Request, Response, Timeouts
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, NotSentException


class _RecordingTransport:
    """Records requests, and sends nothing."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - part of the protocol
        self.requests.append(request)
        raise NotSent("nothing is sent here")

    def close(self) -> None:
        pass


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, expect = vector["given"], vector["expect"]
    operation = operation_of(given["operation"])
    arguments = python_arguments(operation, given["arguments"], filled=False)
    wires = {name: wire for wire, name in SETTINGS.items()}
    wires |= {each.name: each.wire or "body" for each in operation.parameters}
    transport = _RecordingTransport()
    refused: dict[str, str | None] | None = None
    try:
        client = resellers.ApiClient(configuration_of({"token": "tok-1"} | given, {"attempts": 1}), transport=transport)
        getattr(api_of(client, resellers, operation), operation.name)(**arguments)
    except NotSentException:
        pass
    except (ApiTypeError, ApiValueError) as error:
        refused = {"about": wires.get(error.argument or "", error.argument), "at": error.pointer}
    if "refused" in expect:
        sent = compare("/sent", 0, len(transport.requests))
        return sent + compare("/refused", expect["refused"], MISSING if refused is None else refused)
    if not transport.requests:
        return [{"at": "/request", "want": expect["request"], "got": refused}]
    return compare_request("/request", expect["request"], transport.requests[0])
