"""The model `GetAccesstoken500ResponseFault`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.get_accesstoken500_response_fault_detail import GetAccesstoken500ResponseFaultDetail


class GetAccesstoken500ResponseFault(Answer):
    """The inside of a gateway error."""

    faultstring: str | None = None
    """The cause as text.

    `Invalid API call as no apiproduct match found` means that the app is not approved for this API, not that the token
    is bad.
    """

    detail: GetAccesstoken500ResponseFaultDetail | None = None
    """A code for the cause, for programs to compare."""
