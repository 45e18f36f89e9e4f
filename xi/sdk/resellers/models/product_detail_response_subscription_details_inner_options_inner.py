"""The model `ProductDetailResponseSubscriptionDetailsInnerOptionsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerOptionsInner(ResponseModel):
    """DRAFT 1159.

    ProductDetailResponseSubscriptionDetailsInnerOptionsInner.

    Args:
        resource_id (str): DRAFT 1160. resource Id of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
        resource_name (str): DRAFT 1161. resource Name of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
        vendor_part_number (str): DRAFT 1162. vendor Part Number of
            ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
        min_units (str): DRAFT 1163. min Units of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
        max_units (str): DRAFT 1164. max Units of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
        depends_on (str): DRAFT 1165. depends On of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """

    resource_id: str | None = None
    """DRAFT 1160.

    resource Id of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """

    resource_name: str | None = None
    """DRAFT 1161.

    resource Name of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1162.

    vendor Part Number of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """

    min_units: str | None = None
    """DRAFT 1163.

    min Units of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """

    max_units: str | None = None
    """DRAFT 1164.

    max Units of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """

    depends_on: str | None = None
    """DRAFT 1165.

    depends On of ProductDetailResponseSubscriptionDetailsInnerOptionsInner.
    """
