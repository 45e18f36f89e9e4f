"""The model `PostCreateorderV7400ResponseFieldsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel


class PostCreateorderV7400ResponseFieldsInner(ResponseModel):
    """One complaint about one field or header of a v7 create.

    Args:
        var_field (str): Header or body field at fault, for example `IM-CountryCode`.
        message (str): Why the field was refused, for example that it is required and missing.
        value (str): The refused value as text; null when the field was not sent at all.
    """

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Header or body field at fault, for example `IM-CountryCode`."""

    message: str | None = None
    """Why the field was refused, for example that it is required and missing."""

    value: str | None = None
    """The refused value as text; null when the field was not sent at all."""
