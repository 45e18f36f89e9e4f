"""The model `GetResellerV6ValidateQuote400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response_fields_inner import (
    GetResellerV6ValidateQuote400ResponseFieldsInner,
)


class GetResellerV6ValidateQuote400Response(ResponseModel):
    """DRAFT 631.

    GetResellerV6ValidateQuote400Response.

    Args:
        traceid (str): DRAFT 632. traceid of GetResellerV6ValidateQuote400Response.
        type (str): DRAFT 633. type of GetResellerV6ValidateQuote400Response.
        message (str): DRAFT 634. message of GetResellerV6ValidateQuote400Response.
        fields (list of GetResellerV6ValidateQuote400ResponseFieldsInner): DRAFT 635. fields of
            GetResellerV6ValidateQuote400Response.
    """

    traceid: str | None = None
    """DRAFT 632.

    traceid of GetResellerV6ValidateQuote400Response.
    """

    type: str | None = None
    """DRAFT 633.

    type of GetResellerV6ValidateQuote400Response.
    """

    message: str | None = None
    """DRAFT 634.

    message of GetResellerV6ValidateQuote400Response.
    """

    fields: list[GetResellerV6ValidateQuote400ResponseFieldsInner] | None = None
    """DRAFT 635.

    fields of GetResellerV6ValidateQuote400Response.
    """
