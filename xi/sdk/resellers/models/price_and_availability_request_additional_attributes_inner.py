"""The model `PriceAndAvailabilityRequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class PriceAndAvailabilityRequestAdditionalAttributesInner(RequestModel):
    """DRAFT 222.

    PriceAndAvailabilityRequestAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 223. attribute Name of PriceAndAvailabilityRequestAdditionalAttributesInner.
        attribute_value (str): DRAFT 224. attribute Value of PriceAndAvailabilityRequestAdditionalAttributesInner.
    """

    attribute_name: str | None = None
    """DRAFT 223.

    attribute Name of PriceAndAvailabilityRequestAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 224.

    attribute Value of PriceAndAvailabilityRequestAdditionalAttributesInner.
    """
