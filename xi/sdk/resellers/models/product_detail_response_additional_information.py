"""The model `ProductDetailResponseAdditionalInformation`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_detail_response_additional_information_product_weight_inner import (
    ProductDetailResponseAdditionalInformationProductWeightInner,
)


class ProductDetailResponseAdditionalInformation(ResponseModel):
    """DRAFT 410.

    ProductDetailResponseAdditionalInformation.

    Args:
        product_weight (list of ProductDetailResponseAdditionalInformationProductWeightInner): DRAFT 411. product Weight
            of ProductDetailResponseAdditionalInformation.
        is_bulk_freight (bool): DRAFT 412. is Bulk Freight of ProductDetailResponseAdditionalInformation.
        height (str): DRAFT 413. height of ProductDetailResponseAdditionalInformation.
        width (str): DRAFT 414. width of ProductDetailResponseAdditionalInformation.
        length (str): DRAFT 415. length of ProductDetailResponseAdditionalInformation.
        net_weight (str): DRAFT 416. net Weight of ProductDetailResponseAdditionalInformation.
        dimension_unit (str): DRAFT 417. dimension Unit of ProductDetailResponseAdditionalInformation.
    """

    product_weight: list[ProductDetailResponseAdditionalInformationProductWeightInner] | None = None
    """DRAFT 411.

    product Weight of ProductDetailResponseAdditionalInformation.
    """

    is_bulk_freight: bool | None = None
    """DRAFT 412.

    is Bulk Freight of ProductDetailResponseAdditionalInformation.
    """

    height: str | None = None
    """DRAFT 413.

    height of ProductDetailResponseAdditionalInformation.
    """

    width: str | None = None
    """DRAFT 414.

    width of ProductDetailResponseAdditionalInformation.
    """

    length: str | None = None
    """DRAFT 415.

    length of ProductDetailResponseAdditionalInformation.
    """

    net_weight: str | None = None
    """DRAFT 416.

    net Weight of ProductDetailResponseAdditionalInformation.
    """

    dimension_unit: str | None = None
    """DRAFT 417.

    dimension Unit of ProductDetailResponseAdditionalInformation.
    """
