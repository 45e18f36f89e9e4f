"""The model `PostCreateorderV7400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.post_createorder_v7400_response_fields_inner import PostCreateorderV7400ResponseFieldsInner


class PostCreateorderV7400Response(ResponseModel):
    """Refusal of a v7 create.

    The published schema describes one entry, but the published example wraps it: `{"errors": [entry]}`. Both forms have
    to be read.

    Args:
        traceid (str): Support reference of the refused request; plays the role that `id` has in v6 errors. Sits inside
            `errors[]` in the published example.
        type (str): Class of the refusal, `/errors/validation-failed` in the published example.
        message (str): Short reason for the refusal as a whole, for instance that the customer data failed validation;
            the details are in `fields`.
        fields (list of PostCreateorderV7400ResponseFieldsInner): Headers or body fields for which the request was
            refused, one entry each.
    """

    traceid: str | None = None
    """Support reference of the refused request; plays the role that `id` has in v6 errors.

    Sits inside `errors[]` in the published example.
    """

    type: str | None = None
    """Class of the refusal, `/errors/validation-failed` in the published example."""

    message: str | None = None
    """Short reason for the refusal as a whole, for instance that the customer data failed validation; the details are
    in `fields`.
    """

    fields: list[PostCreateorderV7400ResponseFieldsInner] | None = None
    """Headers or body fields for which the request was refused, one entry each."""
