"""The model `Fields`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel


class Fields(ResponseModel):
    """One complaint about one part of a v6.1 details request.

    Args:
        var_field (str): Parameter or header of the complaint, null when it is not about a single one.
        message (str): What is wrong with the named parameter, in words; null when only the name is given.
        value (str): The value as the server received it, as text; null when the parameter was missing.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"message", "value", "var_field"})

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Parameter or header of the complaint, null when it is not about a single one."""

    message: str | None = None
    """What is wrong with the named parameter, in words; null when only the name is given."""

    value: str | None = None
    """The value as the server received it, as text; null when the parameter was missing."""
