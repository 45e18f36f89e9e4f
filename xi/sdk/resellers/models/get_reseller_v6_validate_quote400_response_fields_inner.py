"""The model `GetResellerV6ValidateQuote400ResponseFieldsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel


class GetResellerV6ValidateQuote400ResponseFieldsInner(ResponseModel):
    """One complaint about one header or field of a call, in errors that have `traceid`.

    Args:
        var_field (str): Name of the header or field at fault, such as `IM-CountryCode`; a name of the service's own
            model occurs too.
        message (str): What is wrong with the value, or that it is missing.
        value (str): What the server received for it, as text; null or empty when nothing came.
    """

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Name of the header or field at fault, such as `IM-CountryCode`; a name of the service's own model occurs too."""

    message: str | None = None
    """What is wrong with the value, or that it is missing."""

    value: str | None = None
    """What the server received for it, as text; null or empty when nothing came."""
