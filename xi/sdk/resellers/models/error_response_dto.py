"""The model `ErrorResponseDTO`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.error import Error


class ErrorResponseDTO(ResponseModel):
    """Error body of the v6.1 details call, documented for 500.

    It equals the v6 error body, but every member may be null.

    Args:
        errors (list of Error): Failures of the details call, one entry each; null or empty when the back end gave no
            reason.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"errors"})

    errors: list[Error] | None = None
    """Failures of the details call, one entry each; null or empty when the back end gave no reason."""
