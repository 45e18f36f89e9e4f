"""The model `ProductDetailResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import Any, ClassVar

from xi.sdk.resellers.models._model import RespelledModel
from xi.sdk.resellers.models.product_detail_response_additional_information import (
    ProductDetailResponseAdditionalInformation,
)
from xi.sdk.resellers.models.product_detail_response_cisco_fields import ProductDetailResponseCiscoFields
from xi.sdk.resellers.models.product_detail_response_indicators import ProductDetailResponseIndicators
from xi.sdk.resellers.models.product_detail_response_subscription_details_inner import (
    ProductDetailResponseSubscriptionDetailsInner,
)
from xi.sdk.resellers.models.product_detail_response_technical_specifications_inner import (
    ProductDetailResponseTechnicalSpecificationsInner,
)


class ProductDetailResponse(RespelledModel):
    """DRAFT 339.

    ProductDetailResponse.

    Args:
        ingram_part_number (str): DRAFT 340. ingram Part Number of ProductDetailResponse.
        vendor_part_number (str): DRAFT 341. vendor Part Number of ProductDetailResponse.
        customer_part_number (str): DRAFT 342. customer Part Number of ProductDetailResponse.
        product_authorized (str): DRAFT 343. product Authorized of ProductDetailResponse.
        description (str): DRAFT 344. description of ProductDetailResponse.
        product_detail_description (str): DRAFT 345. product Detail Description of ProductDetailResponse.
        upc (str): DRAFT 346. upc of ProductDetailResponse.
        product_category (str): DRAFT 347. product Category of ProductDetailResponse.
        product_sub_category (str): DRAFT 348. product Sub Category of ProductDetailResponse.
        vendor_name (str): DRAFT 349. vendor Name of ProductDetailResponse.
        vendor_number (str): DRAFT 350. vendor Number of ProductDetailResponse.
        product_status_code (str): DRAFT 351. product Status Code of ProductDetailResponse.
        product_class (str): DRAFT 352. product Class of ProductDetailResponse.
        indicators (ProductDetailResponseIndicators): DRAFT 353. indicators of ProductDetailResponse.
        cisco_fields (ProductDetailResponseCiscoFields): DRAFT 354. cisco Fields of ProductDetailResponse.
        technical_specifications (list of ProductDetailResponseTechnicalSpecificationsInner): DRAFT 355. technical
            Specifications of ProductDetailResponse.
        warranty_information (list of any value): DRAFT 356. warranty Information of ProductDetailResponse.
        additional_information (ProductDetailResponseAdditionalInformation): DRAFT 357. additional Information of
            ProductDetailResponse.
        subscription_details (list of ProductDetailResponseSubscriptionDetailsInner): DRAFT 359. subscription Details of
            ProductDetailResponse.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"productSubcategory": "productSubCategory"}
    _later_names: ClassVar[Mapping[str, str]] = {"product_subcategory": "productSubcategory"}

    ingram_part_number: str | None = None
    """DRAFT 340.

    ingram Part Number of ProductDetailResponse.
    """

    vendor_part_number: str | None = None
    """DRAFT 341.

    vendor Part Number of ProductDetailResponse.
    """

    customer_part_number: str | None = None
    """DRAFT 342.

    customer Part Number of ProductDetailResponse.
    """

    product_authorized: str | None = None
    """DRAFT 343.

    product Authorized of ProductDetailResponse.
    """

    description: str | None = None
    """DRAFT 344.

    description of ProductDetailResponse.
    """

    product_detail_description: str | None = None
    """DRAFT 345.

    product Detail Description of ProductDetailResponse.
    """

    upc: str | None = None
    """DRAFT 346.

    upc of ProductDetailResponse.
    """

    product_category: str | None = None
    """DRAFT 347.

    product Category of ProductDetailResponse.
    """

    product_sub_category: str | None = None
    """DRAFT 348.

    product Sub Category of ProductDetailResponse.
    """

    vendor_name: str | None = None
    """DRAFT 349.

    vendor Name of ProductDetailResponse.
    """

    vendor_number: str | None = None
    """DRAFT 350.

    vendor Number of ProductDetailResponse.
    """

    product_status_code: str | None = None
    """DRAFT 351.

    product Status Code of ProductDetailResponse.
    """

    product_class: str | None = None
    """DRAFT 352.

    product Class of ProductDetailResponse.
    """

    indicators: ProductDetailResponseIndicators | None = None
    """DRAFT 353.

    indicators of ProductDetailResponse.
    """

    cisco_fields: ProductDetailResponseCiscoFields | None = None
    """DRAFT 354.

    cisco Fields of ProductDetailResponse.
    """

    technical_specifications: list[ProductDetailResponseTechnicalSpecificationsInner] | None = None
    """DRAFT 355.

    technical Specifications of ProductDetailResponse.
    """

    warranty_information: list[Any] | None = None
    """DRAFT 356.

    warranty Information of ProductDetailResponse.
    """

    additional_information: ProductDetailResponseAdditionalInformation | None = None
    """DRAFT 357.

    additional Information of ProductDetailResponse.
    """

    subscription_details: list[ProductDetailResponseSubscriptionDetailsInner] | None = None
    """DRAFT 359.

    subscription Details of ProductDetailResponse.
    """

    @property
    def product_subcategory(self) -> str | None:
        """The later name of `product_sub_category`; if an answer has both spellings, the value of `productSubcategory`."""
        return self._later("product_subcategory")

    @product_subcategory.setter
    def product_subcategory(self, value: str | None) -> None:
        self._set_later("product_subcategory", value)
