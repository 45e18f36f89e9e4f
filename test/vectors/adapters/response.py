"""Responses: an answer becomes a typed result with everything that the server sent, or an error."""

from __future__ import annotations

from typing import Any

from adapters.calling import answer_of, api_of, configuration_of, operation_of, python_arguments
from adapters.comparing import Mismatch
from adapters.ends import compare_end

from xi.sdk import resellers
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.testing import Answer, ScriptedTransport


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given = vector["given"]
    operation = operation_of(given["operation"])
    arguments = python_arguments(operation, given.get("arguments", {}), filled=True)
    answer = answer_of(given["answer"])
    script = ScriptedTransport(Answer(answer.status, answer.body, answer.headers, answer.reason))
    client = resellers.ApiClient(configuration_of({"token": "tok-1"}, {"attempts": 1}), transport=script)
    try:
        result = getattr(api_of(client, resellers, operation), operation.name)(**arguments)
    except ApiException as error:
        return compare_end("", vector["expect"], error)
    return compare_end("", vector["expect"], result)
