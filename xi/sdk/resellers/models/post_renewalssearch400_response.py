"""The model `PostRenewalssearch400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response_fields_inner import (
    GetResellerV6ValidateQuote400ResponseFieldsInner,
)


class PostRenewalssearch400Response(ResponseModel):
    """Refusal or failure of a call.

    The schema describes one entry, but published examples wrap it in `errors`, some the whole in a list; all forms are
    read.

    Args:
        traceid (str): Reference of the call for support; other errors call it `id`.
        type (str): Class of the error, such as `/errors/validation-failed`.
        fields (list of GetResellerV6ValidateQuote400ResponseFieldsInner): Headers or fields at fault, one entry each;
            may be empty.
    """

    traceid: str | None = None
    """Reference of the call for support; other errors call it `id`."""

    type: str | None = None
    """Class of the error, such as `/errors/validation-failed`."""

    fields: list[GetResellerV6ValidateQuote400ResponseFieldsInner] | None = None
    """Headers or fields at fault, one entry each; may be empty."""
