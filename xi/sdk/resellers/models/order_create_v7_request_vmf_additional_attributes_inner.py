"""The model `OrderCreateV7RequestVmfAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestVmfAdditionalAttributesInner(RequestModel):
    """One value that the vendor demands for a whole v7 order.

    Args:
        attribute_name (str): Name of the value, exactly as the vendor's list has it.
        attribute_value (str): Content that the vendor demands under this name, as text.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"attribute_name", "attribute_value"})

    attribute_name: str | None = None
    """Name of the value, exactly as the vendor's list has it."""

    attribute_value: str | None = None
    """Content that the vendor demands under this name, as text."""
