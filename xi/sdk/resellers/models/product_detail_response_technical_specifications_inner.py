"""The model `ProductDetailResponseTechnicalSpecificationsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseTechnicalSpecificationsInner(ResponseModel):
    """DRAFT 405.

    ProductDetailResponseTechnicalSpecificationsInner.

    Args:
        header_name (str): DRAFT 406. header Name of ProductDetailResponseTechnicalSpecificationsInner.
        attribute_name (str): DRAFT 407. attribute Name of ProductDetailResponseTechnicalSpecificationsInner.
        attribute_display (str): DRAFT 408. attribute Display of ProductDetailResponseTechnicalSpecificationsInner.
        attribute_value (str): DRAFT 409. attribute Value of ProductDetailResponseTechnicalSpecificationsInner.
    """

    header_name: str | None = None
    """DRAFT 406.

    header Name of ProductDetailResponseTechnicalSpecificationsInner.
    """

    attribute_name: str | None = None
    """DRAFT 407.

    attribute Name of ProductDetailResponseTechnicalSpecificationsInner.
    """

    attribute_display: str | None = None
    """DRAFT 408.

    attribute Display of ProductDetailResponseTechnicalSpecificationsInner.
    """

    attribute_value: str | None = None
    """DRAFT 409.

    attribute Value of ProductDetailResponseTechnicalSpecificationsInner.
    """
