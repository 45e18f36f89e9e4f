"""The model `Error`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.fields import Fields


class Error(ResponseModel):
    """One failure of a v6.1 details call.

    All members may be null, so the HTTP status may be the only information.

    Args:
        id (str): Support reference for this failure, null when the back end supplied none. Quote it together with the
            correlation ID.
        type (str): Class of the failure as a path-like text, from the same family as v6 (`/errors/server-error` and
            others), or null.
        message (str): Readable cause in a sentence; null leaves only `fields` and the HTTP status.
        fields (list of Fields): Complaints about single request fields; null or empty when the failure concerns the
            call as a whole.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"fields", "id", "message", "type"})

    id: str | None = None
    """Support reference for this failure, null when the back end supplied none.

    Quote it together with the correlation ID.
    """

    type: str | None = None
    """Class of the failure as a path-like text, from the same family as v6 (`/errors/server-error` and others), or
    null.
    """

    message: str | None = None
    """Readable cause in a sentence; null leaves only `fields` and the HTTP status."""

    fields: list[Fields] | None = None
    """Complaints about single request fields; null or empty when the failure concerns the call as a whole."""
