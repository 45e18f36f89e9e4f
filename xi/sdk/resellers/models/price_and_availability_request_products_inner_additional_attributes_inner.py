"""The model `PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner(RequestModel):
    """DRAFT 219.

    PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 220. attribute Name of
            PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner.
        attribute_value (str): DRAFT 221. attribute Value of
            PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner.
    """

    attribute_name: str | None = None
    """DRAFT 220.

    attribute Name of PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 221.

    attribute Value of PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner.
    """
