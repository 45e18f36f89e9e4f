"""The model `OrderCreateV7RequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestAdditionalAttributesInner(RequestModel):
    """DRAFT 1226.

    OrderCreateV7RequestAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 1227. attribute Name of OrderCreateV7RequestAdditionalAttributesInner.
        attribute_value (str): DRAFT 1228. attribute Value of OrderCreateV7RequestAdditionalAttributesInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"attribute_name", "attribute_value"})

    attribute_name: str | None = None
    """DRAFT 1227.

    attribute Name of OrderCreateV7RequestAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 1228.

    attribute Value of OrderCreateV7RequestAdditionalAttributesInner.
    """
