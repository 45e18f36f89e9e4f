"""The model `ProductDetailResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import Any, ClassVar

from xi.sdk.resellers.models._respelled import RespelledModel
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
    """All that is known of one product.

    Null is usual where nothing is known, and the two published versions spell some keys differently.

    Args:
        ingram_part_number (str): Ingram Micro's SKU as it was asked for; seven characters in the published example.
        vendor_part_number (str): The maker's own number of the product, as printed on it.
        customer_part_number (str): The reseller's own number for the product, if one is on file.
        product_authorized (str): Whether this account may buy the product, as the text `True` or `False`; the flags in
            `indicators` are booleans.
        description (str): Short text for the product, in capitals and abbreviations.
        product_detail_description (str): Long text for the product, with commas and inch marks. Version 1.3.0 does not
            declare it, yet it is sent.
        upc (str): Bar code as text; the catalogue search calls it `upcCode`.
        product_category (str): First level of the classification, as the shop shows it.
        product_sub_category (str): Second level of the classification.
        vendor_name (str): Name of the maker in mixed case, unlike the capitals that come with prices.
        vendor_number (str): Number of the vendor, in some countries ten digits with leading zeros.
        product_status_code (str): Status of the product as a code, null in the published example.
        product_class (str): Letter that says how the product is stocked, with the meanings that it has beside prices;
            null in the published example.
        indicators (ProductDetailResponseIndicators): Some thirty flags about stock, shipping, price and kind of the
            product.
        cisco_fields (ProductDetailResponseCiscoFields): Values that only Cisco's products have. The object comes with
            other vendors too, and is then all null.
        technical_specifications (list of ProductDetailResponseTechnicalSpecificationsInner): The specifications, one
            entry for each attribute. Version 1.3.0 does not declare them, yet they are sent.
        warranty_information (list of any value): What is known of the warranty: objects by version 1.1.0, texts by
            version 1.3.0, an empty list in the published example.
        additional_information (ProductDetailResponseAdditionalInformation): Weight and size of the product.
        subscription_details (list of ProductDetailResponseSubscriptionDetailsInner): Plans of a cloud product, with
            terms and options; absent for goods.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"productSubcategory": "productSubCategory"}
    _later_names: ClassVar[Mapping[str, str]] = {"product_subcategory": "productSubcategory"}

    ingram_part_number: str | None = None
    """Ingram Micro's SKU as it was asked for; seven characters in the published example."""

    vendor_part_number: str | None = None
    """The maker's own number of the product, as printed on it."""

    customer_part_number: str | None = None
    """The reseller's own number for the product, if one is on file."""

    product_authorized: str | None = None
    """Whether this account may buy the product, as the text `True` or `False`; the flags in `indicators` are booleans.
    """

    description: str | None = None
    """Short text for the product, in capitals and abbreviations."""

    product_detail_description: str | None = None
    """Long text for the product, with commas and inch marks.

    Version 1.3.0 does not declare it, yet it is sent.
    """

    upc: str | None = None
    """Bar code as text; the catalogue search calls it `upcCode`."""

    product_category: str | None = None
    """First level of the classification, as the shop shows it."""

    product_sub_category: str | None = None
    """Second level of the classification."""

    vendor_name: str | None = None
    """Name of the maker in mixed case, unlike the capitals that come with prices."""

    vendor_number: str | None = None
    """Number of the vendor, in some countries ten digits with leading zeros."""

    product_status_code: str | None = None
    """Status of the product as a code, null in the published example."""

    product_class: str | None = None
    """Letter that says how the product is stocked, with the meanings that it has beside prices; null in the published
    example.
    """

    indicators: ProductDetailResponseIndicators | None = None
    """Some thirty flags about stock, shipping, price and kind of the product."""

    cisco_fields: ProductDetailResponseCiscoFields | None = None
    """Values that only Cisco's products have.

    The object comes with other vendors too, and is then all null.
    """

    technical_specifications: list[ProductDetailResponseTechnicalSpecificationsInner] | None = None
    """The specifications, one entry for each attribute.

    Version 1.3.0 does not declare them, yet they are sent.
    """

    warranty_information: list[Any] | None = None
    """What is known of the warranty: objects by version 1.1.0, texts by version 1.3.0, an empty list in the published
    example.
    """

    additional_information: ProductDetailResponseAdditionalInformation | None = None
    """Weight and size of the product."""

    subscription_details: list[ProductDetailResponseSubscriptionDetailsInner] | None = None
    """Plans of a cloud product, with terms and options; absent for goods."""

    @property
    def product_subcategory(self) -> str | None:
        """The later name of `product_sub_category`; if an answer has both spellings, the value of `productSubcategory`."""
        value: str | None = self._later("product_subcategory")
        return value

    @product_subcategory.setter
    def product_subcategory(self, value: str | None) -> None:
        self._set_later("product_subcategory", value)
