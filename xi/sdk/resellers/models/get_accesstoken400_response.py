"""The model `GetAccesstoken400Response`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class GetAccesstoken400Response(Answer):
    """What the token endpoint says to a request it cannot use."""

    message: str | None = None
    """The complaint in one sentence, such as a missing grant type."""
