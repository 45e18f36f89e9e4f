"""The model `GetAccesstoken500Response`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.get_accesstoken500_response_fault import GetAccesstoken500ResponseFault


class GetAccesstoken500Response(Answer):
    """The gateway's own error body.

    It also comes with 401 on any resource, when a token is missing, spent or not approved for the product.
    """

    fault: GetAccesstoken500ResponseFault | None = None
    """What went wrong, in the gateway's words."""
