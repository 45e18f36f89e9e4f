"""The model `OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner(ResponseModel):
    """A datum on an accepted line.

    Args:
        attribute_name (str): Name of the datum; letter case varies.
        attribute_value (str): Value of the line's datum, always text.
    """

    attribute_name: str | None = None
    """Name of the datum; letter case varies."""

    attribute_value: str | None = None
    """Value of the line's datum, always text."""
