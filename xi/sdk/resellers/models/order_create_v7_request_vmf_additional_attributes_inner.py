"""The model `OrderCreateV7RequestVmfAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestVmfAdditionalAttributesInner(RequestModel):
    """DRAFT 1229.

    OrderCreateV7RequestVmfAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 1230. attribute Name of OrderCreateV7RequestVmfAdditionalAttributesInner.
        attribute_value (str): DRAFT 1231. attribute Value of OrderCreateV7RequestVmfAdditionalAttributesInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"attribute_name", "attribute_value"})

    attribute_name: str | None = None
    """DRAFT 1230.

    attribute Name of OrderCreateV7RequestVmfAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 1231.

    attribute Value of OrderCreateV7RequestVmfAdditionalAttributesInner.
    """
