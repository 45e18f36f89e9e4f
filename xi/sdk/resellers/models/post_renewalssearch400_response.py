"""The model `PostRenewalssearch400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response_fields_inner import (
    GetResellerV6ValidateQuote400ResponseFieldsInner,
)


class PostRenewalssearch400Response(ResponseModel):
    """One failure of a call for renewals, deals, returns, freight or the check of a quote.

    The schema describes one entry; published examples wrap it in `errors`, and some put that into a list of one.

    Args:
        traceid (str): Reference for support, usually the correlation ID of the call. Plays the part of `id` in other
            errors.
        type (str): Class of the failure, such as `/errors/validation-failed`.
        fields (list of GetResellerV6ValidateQuote400ResponseFieldsInner): The fields or headers that were refused.
            Entries in published examples also carry a `message`, which may be null.
    """

    traceid: str | None = None
    """Reference for support, usually the correlation ID of the call.

    Plays the part of `id` in other errors.
    """

    type: str | None = None
    """Class of the failure, such as `/errors/validation-failed`."""

    fields: list[GetResellerV6ValidateQuote400ResponseFieldsInner] | None = None
    """The fields or headers that were refused.

    Entries in published examples also carry a `message`, which may be null.
    """
