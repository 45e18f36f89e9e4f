"""The model `OrderCreateResponseOrdersInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateResponseOrdersInnerAdditionalAttributesInner(ResponseModel):
    """A datum on a created order.

    Args:
        attribute_name (str): Name of the datum, in any letter case.
        attribute_value (str): Value of the datum, always as text.
    """

    attribute_name: str | None = None
    """Name of the datum, in any letter case."""

    attribute_value: str | None = None
    """Value of the datum, always as text."""
