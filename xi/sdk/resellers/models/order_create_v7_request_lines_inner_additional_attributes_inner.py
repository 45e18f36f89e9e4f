"""The model `OrderCreateV7RequestLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestLinesInnerAdditionalAttributesInner(RequestModel):
    """One named setting of a single line of a v7 order.

    Args:
        attribute_name (str): Name of the setting for the line; which names there are is not documented.
        attribute_value (str): Value of the setting for the line, always text.
    """

    attribute_name: str | None = None
    """Name of the setting for the line; which names there are is not documented."""

    attribute_value: str | None = None
    """Value of the setting for the line, always text."""
