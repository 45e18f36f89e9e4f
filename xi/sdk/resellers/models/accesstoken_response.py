"""The model `AccesstokenResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel


class AccesstokenResponse(ResponseModel):
    """Answer of the token endpoint: a bearer token and its lifetime.

    There is no refresh token and no scope; a new token is fetched in the same way as the first.

    Args:
        access_token (str): Opaque bearer token for the `Authorization` header of every other call, in the sandbox as
            well as in production. It is a secret: keep it out of logs.
        token_type (str): Always `Bearer` in what is documented; the word that precedes the token in the `Authorization`
            header.
        expires_in (str): Lifetime in seconds, counted from the answer; real tokens last a day (86399 or 86400). The
            portal's sample of 2592000, thirty days, is wrong. A token may become invalid earlier, so a 401 should lead
            to one new token.
    """

    access_token: Annotated[str | None, Field(alias="access_token", repr=False)] = None
    """Opaque bearer token for the `Authorization` header of every other call, in the sandbox as well as in production.

    It is a secret: keep it out of logs.
    """

    token_type: Annotated[str | None, Field(alias="token_type")] = None
    """Always `Bearer` in what is documented; the word that precedes the token in the `Authorization` header."""

    expires_in: Annotated[str | None, Field(alias="expires_in")] = None
    """Lifetime in seconds, counted from the answer; real tokens last a day (86399 or 86400).

    The portal's sample of 2592000, thirty days, is wrong. A token may become invalid earlier, so a 401 should lead to
    one new token.
    """
