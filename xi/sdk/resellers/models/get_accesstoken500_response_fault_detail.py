"""The model `GetAccesstoken500ResponseFaultDetail`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class GetAccesstoken500ResponseFaultDetail(Answer):
    """The machine-readable part of a gateway error."""

    errorcode: str | None = None
    """A dotted code such as `steps.oauth.v2.InvalidAccessToken`; stable enough to compare."""
