"""The model `PostRenewalssearch400Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response_fields_inner import (
    GetResellerV6ValidateQuote400ResponseFieldsInner,
)


class PostRenewalssearch400Response(ResponseModel):
    """DRAFT 814.

    PostRenewalssearch400Response.

    Args:
        traceid (str): DRAFT 815. traceid of PostRenewalssearch400Response.
        type (str): DRAFT 816. type of PostRenewalssearch400Response.
        fields (list of GetResellerV6ValidateQuote400ResponseFieldsInner): DRAFT 817. fields of
            PostRenewalssearch400Response.
    """

    traceid: str | None = None
    """DRAFT 815.

    traceid of PostRenewalssearch400Response.
    """

    type: str | None = None
    """DRAFT 816.

    type of PostRenewalssearch400Response.
    """

    fields: list[GetResellerV6ValidateQuote400ResponseFieldsInner] | None = None
    """DRAFT 817.

    fields of PostRenewalssearch400Response.
    """
