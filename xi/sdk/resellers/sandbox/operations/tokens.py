"""The operation that issues access tokens."""

import base64
import binascii
from typing import cast

from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import GATEWAY_ERRORS
from xi.sdk.resellers.sandbox.wire.messages import (
    ApiRequest,
    ApiResponse,
    FieldError,
    gateway_failure,
)

_PATHS = ("/oauth/oauth20/token", "/oauth/oauth30/token")
"""Both are in use; the contract has the first."""


def issue_token(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Issue a token for credentials in the form, the query or a Basic header."""
    given = dict(request.query) if request.method == "GET" else cast("dict[str, str]", request.body or {})
    user, password = _basic(request.headers.get("authorization", ""))
    client_id, client_secret = given.get("client_id", user), given.get("client_secret", password)
    if given.get("grant_type") != "client_credentials":
        return [FieldError("grant_type must be client_credentials")]
    if not client_id or not client_secret:
        return [FieldError("client_id and client_secret are required")]
    if not sandbox.tokens.accepts(client_id, client_secret):
        return gateway_failure(401, "Invalid client identifier", "oauth.v2.InvalidClientIdentifier")
    token = {
        "access_token": sandbox.tokens.issue(client_id, alone=sandbox.policy.one_token),
        "token_type": "Bearer",  # nosec B105 # not a secret
        # The lifetime is text, as the contract and live clients have it.
        "expires_in": str(int(sandbox.tokens.lifetime.total_seconds())),
    }
    return ApiResponse(200, token)


def _basic(header: str) -> tuple[str, str]:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        pair = base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    user, _, secret = pair.partition(":")
    return user, secret


OPERATIONS = tuple(
    Operation("token", method, path, issue_token, errors=GATEWAY_ERRORS, gives_tokens=True)
    for path in _PATHS
    for method in ("POST", "GET")
)
