"""The model `GetResellerV6ValidateQuote400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response_fields_inner import (
    GetResellerV6ValidateQuote400ResponseFieldsInner,
)


class GetResellerV6ValidateQuote400Response(ResponseModel):
    """Refusal to validate a quote.

    The schema describes one entry, but the published example wraps it in `errors`; both forms are read.

    Args:
        traceid (str): Reference of the refused call for support; other errors call it `id`.
        type (str): Class of the refusal, `/errors/validation-failed` in the published example.
        message (str): Reason in a few words; what is wrong in particular is in `fields`.
        fields (list of GetResellerV6ValidateQuote400ResponseFieldsInner): Headers or parameters at fault, one entry
            each.
    """

    traceid: str | None = None
    """Reference of the refused call for support; other errors call it `id`."""

    type: str | None = None
    """Class of the refusal, `/errors/validation-failed` in the published example."""

    message: str | None = None
    """Reason in a few words; what is wrong in particular is in `fields`."""

    fields: list[GetResellerV6ValidateQuote400ResponseFieldsInner] | None = None
    """Headers or parameters at fault, one entry each."""
