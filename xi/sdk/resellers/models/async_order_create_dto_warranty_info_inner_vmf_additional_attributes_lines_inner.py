"""The model `AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner(RequestModel):
    """One vendor-mandated value for a warranty of a v7 order.

    The published example adds an undeclared `attributeDescription` to entries of this kind, passed on as an extra.

    Args:
        attribute_name (str): Name under which the vendor expects the warranty value.
        attribute_value (str): Text the vendor expects for the warranty under that name.
    """

    attribute_name: str | None = None
    """Name under which the vendor expects the warranty value."""

    attribute_value: str | None = None
    """Text the vendor expects for the warranty under that name."""
