"""Errors: every body and every failure becomes one shape, which knows what may have been acted on."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Mapping
from typing import Any

from adapters.calling import FAILURES, answer_of, api_of, configuration_of, operation_of, python_arguments, surrounded
from adapters.comparing import MISSING, Mismatch, compare, compare_listed

from xi.sdk import resellers
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.testing import Answer, ScriptedTransport

_KINDS = {
    "BadRequestException": "bad-request",
    "NotApprovedException": "not-approved",
    "UnauthorizedException": "unauthorized",
    "ForbiddenException": "forbidden",
    "NotFoundException": "not-found",
    "MethodNotAllowedException": "method-not-allowed",
    "ConflictException": "conflict",
    "UnprocessableEntityException": "unprocessable",
    "TooManyRequestsException": "too-many-requests",
    "ServiceException": "service",
    "UnreadableResponseException": "unreadable",
    "NotSentException": "not-sent",
    "UnansweredException": "unanswered",
    "ApiException": "other",
}


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, now = vector["given"], vector["given"]["now"]
    operation = operation_of(given["operation"])
    arguments = python_arguments(operation, given.get("arguments", {}), filled=True)
    if "fails" in given:
        step: Any = FAILURES[given["fails"]]("it fails, says the vector")
    else:
        answer = answer_of(given["answer"])
        step = Answer(answer.status, answer.body, answer.headers, answer.reason)
    with surrounded(lambda: 5000.0, lambda: float(now), lambda: 0.5):
        configuration = configuration_of({"token": "tok-1"} | given, {"attempts": 1})
        client = resellers.ApiClient(configuration, transport=ScriptedTransport(step))
        try:
            result = getattr(api_of(client, resellers, operation), operation.name)(**arguments)
        except ApiException as error:
            return compare_error("/error", vector["expect"]["error"], error)
    return [{"at": "/error", "want": vector["expect"]["error"], "got": result}]


def compare_error(at: str, want: Mapping[str, Any], error: ApiException) -> list[Mismatch]:
    """Return how an error differs in what is listed of it."""
    listed = {name: value for name, value in want.items() if name != "hides"}
    shown = printed(error)
    hides = [each for each in want.get("hides", ()) if each in shown]
    return compare_listed(at, listed, _told(error)) + compare(f"{at}/hides", [], hides)


def printed(error: ApiException) -> str:
    """Return all that an error leaves where others may read it: messages, traceback, attributes, pickle."""
    said = [str(error), repr(error), *map(repr, vars(error).values()), *traceback.format_exception(error)]
    return "\n".join([*said, str(error.body), pickle.dumps(error).decode("latin-1")])


def _told(error: ApiException) -> dict[str, Any]:
    found = {
        "kind": next(_KINDS[each.__name__] for each in type(error).__mro__ if each.__name__ in _KINDS),
        "status": error.status or None,
        "correlationId": error.correlation_id,
        "attempts": error.attempts,
        "mayHaveBeenActedOn": getattr(error, "may_have_been_acted_on", MISSING),
        "isDuplicatePo": getattr(error, "is_duplicate_po", MISSING),
        "retryAfter": getattr(error, "retry_after", None),
        "errors": [
            {
                "message": each.message,
                "type": each.type,
                "id": each.id,
                "fields": [{"field": f.field, "value": f.value, "message": f.message} for f in each.fields],
            }
            for each in error.errors
        ],
    }
    return found
