"""The model `GetResellerV6ValidateQuote400ResponseFieldsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel


class GetResellerV6ValidateQuote400ResponseFieldsInner(ResponseModel):
    """DRAFT 636.

    GetResellerV6ValidateQuote400ResponseFieldsInner.

    Args:
        var_field (str): DRAFT 637. field of GetResellerV6ValidateQuote400ResponseFieldsInner.
        message (str): DRAFT 638. message of GetResellerV6ValidateQuote400ResponseFieldsInner.
        value (str): DRAFT 639. value of GetResellerV6ValidateQuote400ResponseFieldsInner.
    """

    var_field: Annotated[str | None, Field(alias="field")] = None
    """DRAFT 637.

    field of GetResellerV6ValidateQuote400ResponseFieldsInner.
    """

    message: str | None = None
    """DRAFT 638.

    message of GetResellerV6ValidateQuote400ResponseFieldsInner.
    """

    value: str | None = None
    """DRAFT 639.

    value of GetResellerV6ValidateQuote400ResponseFieldsInner.
    """
