"""The model `GetAccesstoken400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class GetAccesstoken400Response(ResponseModel):
    """Refusal of a malformed token request.

    The only error body with a bare text at the top level.

    Args:
        message (str): Readable reason why the token request was refused. Texts vary, so do not branch on them.
    """

    message: str | None = None
    """Readable reason why the token request was refused.

    Texts vary, so do not branch on them.
    """
