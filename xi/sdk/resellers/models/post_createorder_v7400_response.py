"""The model `PostCreateorderV7400Response`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.post_createorder_v7400_response_fields_inner import PostCreateorderV7400ResponseFieldsInner


class PostCreateorderV7400Response(Answer):
    """How v7 create refuses a request.

    In practice it comes wrapped in an `errors` list, as in v6; read both.
    """

    traceid: str | None = None
    """Identifier of the request in Ingram Micro's logs; quote it to support."""

    type: str | None = None
    """Class of error, such as `Validation error`."""

    message: str | None = None
    """What is wrong with the request as a whole."""

    fields: list[PostCreateorderV7400ResponseFieldsInner] | None = None
    """The fields that were refused."""
