"""The model `OrderDetailB2BAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BAdditionalAttributesInner(ResponseModel):
    """A datum on an order, in its details.

    Args:
        attribute_name (str): How the order's datum is named.
        attribute_value (str): Value of the datum, always text.
    """

    attribute_name: str | None = None
    """How the order's datum is named."""

    attribute_value: str | None = None
    """Value of the datum, always text."""
