"""The model `AccesstokenResponse`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Answer


class AccesstokenResponse(Answer):
    """A bearer token and how long it lives.

    It can die earlier: issuing another for the same client may end it.
    """

    access_token: Annotated[str | None, Field(alias="access_token", repr=False)] = None
    """The token itself, an opaque text for the Authorization header.

    A secret: it is never logged.
    """

    token_type: Annotated[str | None, Field(alias="token_type")] = None
    """How the token is to be presented; always `Bearer`."""

    expires_in: Annotated[str | None, Field(alias="expires_in")] = None
    """Lifetime in seconds from now, as text.

    86400 in practice; read it leniently.
    """
