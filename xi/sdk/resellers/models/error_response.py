"""The model `ErrorResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.error_response_errors_inner import ErrorResponseErrorsInner


class ErrorResponse(ResponseModel):
    """Error body of most operations.

    Everything useful is inside `errors`; there is no message at the top level. A caller can also get other bodies: a
    gateway `fault`, a flat `faultcode`, a bare array and an empty body.

    Args:
        errors (list of ErrorResponseErrorsInner): One entry per failure, normally exactly one. The real cause is often
            not here but in the `fields` of the entry.
    """

    errors: list[ErrorResponseErrorsInner] | None = None
    """One entry per failure, normally exactly one.

    The real cause is often not here but in the `fields` of the entry.
    """
