"""Errors: every body and every failure becomes an error in one form, which says whether the call is in doubt."""

from __future__ import annotations

from typing import Any

from adapters.calling import (
    FAILURES,
    answer_of,
    api_of,
    configuration_of,
    operation_of,
    patched_runtime,
    python_arguments,
)
from adapters.comparing import Mismatch
from adapters.ends import compare_end

from xi.sdk import resellers
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.testing import Answer, ScriptedTransport


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, now = vector["given"], vector["given"]["now"]
    operation = operation_of(given["operation"])
    arguments = python_arguments(operation, given.get("arguments", {}), filled=True)
    if "fails" in given:
        step: Any = FAILURES[given["fails"]]("a failure of the vector")
    else:
        answer = answer_of(given["answer"])
        step = Answer(answer.status, answer.body, answer.headers, answer.reason)
    with patched_runtime(lambda: 5000.0, lambda: float(now), lambda: 0.5):
        configuration = configuration_of({"token": "tok-1"} | given, {"attempts": 1})
        client = resellers.ApiClient(configuration, transport=ScriptedTransport(step))
        try:
            result = getattr(api_of(client, resellers, operation), operation.name)(**arguments)
        except ApiException as error:
            return compare_end("", vector["expect"], error)
    return compare_end("", vector["expect"], result)
