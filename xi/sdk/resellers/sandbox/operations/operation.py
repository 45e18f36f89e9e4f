"""An operation as a value, and what is done before each: check the token and the quota, and let time pass."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.state.tokens import TokenState
from xi.sdk.resellers.sandbox.wire.error_shapes import LISTED_ERRORS, ErrorShape
from xi.sdk.resellers.sandbox.wire.messages import (
    ApiRequest,
    ApiResponse,
    FieldError,
    FullError,
    gateway_failure,
    too_many,
)
from xi.sdk.resellers.sandbox.wire.strict import as_published

INVALID_TOKEN: Final = gateway_failure(401, "Invalid access token", "keymanagement.service.invalid_access_token")
"""The answer to a token that is unknown, or was revoked."""
_NO_TOKEN: Final = gateway_failure(401, "Invalid access token", "oauth.v2.InvalidAccessToken")
_BEARER: Final = "bearer "
_CREATED: Final = 201

Handler = Callable[[Sandbox, ApiRequest], ApiResponse | list[FieldError]]
"""Carries out a request; a list of errors means that it was refused with a 400."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the API, and all that the rest of the sandbox has to know about it.

    Args:
        name: Its name in faults, the request log and quotas.
        method: The HTTP method.
        path: The path as the contract writes it, with at most one parameter.
        handler: Carries it out.
        model: The model of a success in `xi.sdk.resellers.models`, for strict mode; of each entry if the answer is a
            list; empty where it has no body.
        errors: The format of its errors.
        created: The model of a 201, where that of a 200 is another.
        family: The API product that it belongs to, by the contract's tag; an app is approved for each separately.
        creates: Whether it makes something of which a repeat makes another; only such a call can lose its answer to
            the fault `empty_created`.
        empty_status: The status of what that fault answers.
        gives_tokens: Whether it issues tokens. Such an operation takes a form and needs no token, and the request log
            does not show its bodies.
        faults: Whether faults can be added for it.
    """

    name: str
    method: str
    path: str
    handler: Handler
    model: str = ""
    errors: ErrorShape = LISTED_ERRORS
    created: str = ""
    family: str = ""
    creates: bool = False
    empty_status: int = 201
    gives_tokens: bool = False
    faults: bool = True


def family(name: str, operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return operations as those of one API product, by the tag that the contract has for it."""
    return tuple(replace(each, family=name) for each in operations)


def run(sandbox: Sandbox, operation: Operation, request: ApiRequest) -> ApiResponse:
    """Check the token and the quota, let time pass, and carry out a request on the settled state."""
    with sandbox.lock:
        admitted = admit(sandbox, operation, request)
        if isinstance(admitted, ApiResponse):
            return admitted
        sandbox.settle()
        made = carry_out(sandbox, operation, request)
        return replace(made, headers={**made.headers, **admitted})


def admit(sandbox: Sandbox, operation: Operation, request: ApiRequest) -> ApiResponse | dict[str, str]:
    """Check the token and the quota of a request; return the refusal, or the quota's headers."""
    if operation.gives_tokens:
        return {}
    with sandbox.lock:
        token = _bearer(request)
        refused = _unauthorised(sandbox, operation, token)
        if refused is not None:
            return refused
        app = sandbox.tokens.client_of(token)
        granted = sandbox.quotas.take(app, operation.name, request.method, sandbox.now())
        return granted.headers if granted.granted else replace(too_many(), headers=granted.headers)


def carry_out(sandbox: Sandbox, operation: Operation, request: ApiRequest) -> ApiResponse:
    """Carry out a request that was admitted, and return its answer without the quota's headers."""
    with sandbox.lock:
        try:
            response = operation.handler(sandbox, request)
        except FullError as error:
            response = operation.errors.broken(request, sandbox.now(), str(error))
        if isinstance(response, list):
            response = operation.errors.invalid(request, sandbox.now(), response)
        sandbox.commit()
        return replace(response, body=published(sandbox, operation, response))


def published(sandbox: Sandbox, operation: Operation, response: ApiResponse) -> object:
    """Return the body of a response, in the published schema if the policy is strict."""
    if response.status == _CREATED and operation.created:
        # Nobody has shown such an answer, so it is always as published.
        return as_published(response, operation.created, operation.errors)
    return as_published(response, operation.model, operation.errors) if sandbox.policy.strict else response.body


def _bearer(request: ApiRequest) -> str:
    header = request.headers.get("authorization", "")
    return header[len(_BEARER) :].strip() if header[: len(_BEARER)].lower() == _BEARER else ""


def _unauthorised(sandbox: Sandbox, operation: Operation, token: str) -> ApiResponse | None:
    state = sandbox.tokens.state(token)
    if state is TokenState.GOOD:
        if sandbox.policy.approves(operation.family):
            return None
        reason = "Invalid API call as no apiproduct match found"
        return gateway_failure(401, reason, "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound")
    if state is TokenState.EXPIRED:
        return gateway_failure(401, "Access Token expired", "keymanagement.service.access_token_expired")
    return INVALID_TOKEN if token else _NO_TOKEN
