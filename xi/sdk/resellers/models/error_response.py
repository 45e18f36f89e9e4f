"""The model `ErrorResponse`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.error_response_errors_inner import ErrorResponseErrorsInner


class ErrorResponse(Answer):
    """How the v6 orders calls report errors.

    Other bodies occur as well: bare lists, a single error without the list, and the gateway's fault.
    """

    errors: list[ErrorResponseErrorsInner] | None = None
    """One entry per problem; usually exactly one, with the details in its `fields`."""
