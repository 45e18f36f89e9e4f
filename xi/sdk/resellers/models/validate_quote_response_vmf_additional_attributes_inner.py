"""The model `ValidateQuoteResponseVmfAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ValidateQuoteResponseVmfAdditionalAttributesInner(ResponseModel):
    """One value that the vendor wants for the whole order.

    Args:
        attribute_name (str): Name of the value, to be repeated with the order; empty in entries that only pad the list.
        attribute_value (str): A sample, or the word `String` for any text; put the real value in its place.
        attribute_description (str): What the value means, as words or as a flag name such as `resellerContactFlag`.
    """

    attribute_name: str | None = None
    """Name of the value, to be repeated with the order; empty in entries that only pad the list."""

    attribute_value: str | None = None
    """A sample, or the word `String` for any text; put the real value in its place."""

    attribute_description: str | None = None
    """What the value means, as words or as a flag name such as `resellerContactFlag`."""
