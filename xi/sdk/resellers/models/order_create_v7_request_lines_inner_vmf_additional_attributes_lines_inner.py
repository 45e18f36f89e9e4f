"""The model `OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner(RequestModel):
    """One value that the vendor demands for a single line of a v7 order.

    Args:
        attribute_name (str): Name of the line's value, exactly as the vendor's list has it.
        attribute_value (str): Content that the vendor demands for the line, as text.
    """

    attribute_name: str | None = None
    """Name of the line's value, exactly as the vendor's list has it."""

    attribute_value: str | None = None
    """Content that the vendor demands for the line, as text."""
