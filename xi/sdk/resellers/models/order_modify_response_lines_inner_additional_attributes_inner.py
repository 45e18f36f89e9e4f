"""The model `OrderModifyResponseLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderModifyResponseLinesInnerAdditionalAttributesInner(ResponseModel):
    """A datum on a touched line.

    Args:
        attribute_name (str): Name of the line's datum.
        attribute_value (str): Value of the line's datum, as text.
    """

    attribute_name: str | None = None
    """Name of the line's datum."""

    attribute_value: str | None = None
    """Value of the line's datum, as text."""
