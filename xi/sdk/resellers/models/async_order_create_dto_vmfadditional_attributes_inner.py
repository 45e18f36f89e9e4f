"""The model `AsyncOrderCreateDTOVmfadditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOVmfadditionalAttributesInner(RequestModel):
    """One vendor-mandated value for a whole v7 order.

    The published example adds `attributeDescription`, which is undeclared and passed on as an extra.

    Args:
        attribute_name (str): Name of the value, chosen by the vendor; the published example leaves it empty.
        attribute_value (str): Content the vendor asks for under that name, as text.
    """

    attribute_name: str | None = None
    """Name of the value, chosen by the vendor; the published example leaves it empty."""

    attribute_value: str | None = None
    """Content the vendor asks for under that name, as text."""
