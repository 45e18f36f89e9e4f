"""The model `PriceAndAvailabilityResponseInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.price_and_availability_response_inner_availability import (
    PriceAndAvailabilityResponseInnerAvailability,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_discounts_inner import (
    PriceAndAvailabilityResponseInnerDiscountsInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_pricing import (
    PriceAndAvailabilityResponseInnerPricing,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_reserve_inventory_details_inner import (
    PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_service_fees_inner import (
    PriceAndAvailabilityResponseInnerServiceFeesInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInner,
)


class PriceAndAvailabilityResponseInner(ResponseModel):
    """DRAFT 225.

    PriceAndAvailabilityResponseInner.

    Args:
        product_status_code (str): DRAFT 226. product Status Code of PriceAndAvailabilityResponseInner.
        product_status_message (str): DRAFT 227. product Status Message of PriceAndAvailabilityResponseInner.
        ingram_part_number (str): DRAFT 228. ingram Part Number of PriceAndAvailabilityResponseInner.
        vendor_part_number (str): DRAFT 229. vendor Part Number of PriceAndAvailabilityResponseInner.
        extended_vendor_part_number (str): DRAFT 230. extended Vendor Part Number of PriceAndAvailabilityResponseInner.
        customer_part_number (str): DRAFT 231. customer Part Number of PriceAndAvailabilityResponseInner.
        upc (str): DRAFT 232. upc of PriceAndAvailabilityResponseInner.
        part_number_type (str): DRAFT 233. part Number Type of PriceAndAvailabilityResponseInner.
        vendor_number (str): DRAFT 234. vendor Number of PriceAndAvailabilityResponseInner.
        vendor_name (str): DRAFT 235. vendor Name of PriceAndAvailabilityResponseInner.
        description (str): DRAFT 236. description of PriceAndAvailabilityResponseInner.
        product_class (str): DRAFT 237. product Class of PriceAndAvailabilityResponseInner.
        uom (str): DRAFT 238. uom of PriceAndAvailabilityResponseInner.
        product_status (str): DRAFT 239. product Status of PriceAndAvailabilityResponseInner.
        accept_back_order (bool): DRAFT 240. accept Back Order of PriceAndAvailabilityResponseInner.
        product_authorized (bool): DRAFT 241. product Authorized of PriceAndAvailabilityResponseInner.
        returnable_product (bool): DRAFT 242. returnable Product of PriceAndAvailabilityResponseInner.
        end_user_info_required (bool): DRAFT 243. end User Info Required of PriceAndAvailabilityResponseInner.
        govt_special_price_available (bool): DRAFT 244. govt Special Price Available of
            PriceAndAvailabilityResponseInner.
        govt_program_type (str): DRAFT 245. govt Program Type of PriceAndAvailabilityResponseInner.
        govt_end_user_type (str): DRAFT 246. govt End User Type of PriceAndAvailabilityResponseInner.
        availability (PriceAndAvailabilityResponseInnerAvailability): DRAFT 247. availability of
            PriceAndAvailabilityResponseInner.
        reserve_inventory_details (list of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner): DRAFT 248.
            reserve Inventory Details of PriceAndAvailabilityResponseInner.
        pricing (PriceAndAvailabilityResponseInnerPricing): The prices for this customer; absent when pricing was not
            asked for, and for a product that is unknown or not authorised.
        discounts (list of PriceAndAvailabilityResponseInnerDiscountsInner): DRAFT 250. discounts of
            PriceAndAvailabilityResponseInner.
        bundle_part_indicator (bool): DRAFT 251. bundle Part Indicator of PriceAndAvailabilityResponseInner.
        service_fees (list of PriceAndAvailabilityResponseInnerServiceFeesInner): DRAFT 252. service Fees of
            PriceAndAvailabilityResponseInner.
        index (int or float): DRAFT 253. index of PriceAndAvailabilityResponseInner.
        subscription_price (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInner): DRAFT 254. subscription
            Price of PriceAndAvailabilityResponseInner.
    """

    _elsewhere: ClassVar[Mapping[str, tuple[str, ...]]] = {"pricing": ("availability",)}

    product_status_code: str | None = None
    """DRAFT 226.

    product Status Code of PriceAndAvailabilityResponseInner.
    """

    product_status_message: str | None = None
    """DRAFT 227.

    product Status Message of PriceAndAvailabilityResponseInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 228.

    ingram Part Number of PriceAndAvailabilityResponseInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 229.

    vendor Part Number of PriceAndAvailabilityResponseInner.
    """

    extended_vendor_part_number: str | None = None
    """DRAFT 230.

    extended Vendor Part Number of PriceAndAvailabilityResponseInner.
    """

    customer_part_number: str | None = None
    """DRAFT 231.

    customer Part Number of PriceAndAvailabilityResponseInner.
    """

    upc: str | None = None
    """DRAFT 232.

    upc of PriceAndAvailabilityResponseInner.
    """

    part_number_type: str | None = None
    """DRAFT 233.

    part Number Type of PriceAndAvailabilityResponseInner.
    """

    vendor_number: str | None = None
    """DRAFT 234.

    vendor Number of PriceAndAvailabilityResponseInner.
    """

    vendor_name: str | None = None
    """DRAFT 235.

    vendor Name of PriceAndAvailabilityResponseInner.
    """

    description: str | None = None
    """DRAFT 236.

    description of PriceAndAvailabilityResponseInner.
    """

    product_class: str | None = None
    """DRAFT 237.

    product Class of PriceAndAvailabilityResponseInner.
    """

    uom: str | None = None
    """DRAFT 238.

    uom of PriceAndAvailabilityResponseInner.
    """

    product_status: str | None = None
    """DRAFT 239.

    product Status of PriceAndAvailabilityResponseInner.
    """

    accept_back_order: bool | None = None
    """DRAFT 240.

    accept Back Order of PriceAndAvailabilityResponseInner.
    """

    product_authorized: bool | None = None
    """DRAFT 241.

    product Authorized of PriceAndAvailabilityResponseInner.
    """

    returnable_product: bool | None = None
    """DRAFT 242.

    returnable Product of PriceAndAvailabilityResponseInner.
    """

    end_user_info_required: bool | None = None
    """DRAFT 243.

    end User Info Required of PriceAndAvailabilityResponseInner.
    """

    govt_special_price_available: bool | None = None
    """DRAFT 244.

    govt Special Price Available of PriceAndAvailabilityResponseInner.
    """

    govt_program_type: str | None = None
    """DRAFT 245.

    govt Program Type of PriceAndAvailabilityResponseInner.
    """

    govt_end_user_type: str | None = None
    """DRAFT 246.

    govt End User Type of PriceAndAvailabilityResponseInner.
    """

    availability: PriceAndAvailabilityResponseInnerAvailability | None = None
    """DRAFT 247.

    availability of PriceAndAvailabilityResponseInner.
    """

    reserve_inventory_details: list[PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner] | None = None
    """DRAFT 248.

    reserve Inventory Details of PriceAndAvailabilityResponseInner.
    """

    pricing: PriceAndAvailabilityResponseInnerPricing | None = None
    """The prices for this customer; absent when pricing was not asked for, and for a product that is unknown or not
    authorised.
    """

    discounts: list[PriceAndAvailabilityResponseInnerDiscountsInner] | None = None
    """DRAFT 250.

    discounts of PriceAndAvailabilityResponseInner.
    """

    bundle_part_indicator: bool | None = None
    """DRAFT 251.

    bundle Part Indicator of PriceAndAvailabilityResponseInner.
    """

    service_fees: list[PriceAndAvailabilityResponseInnerServiceFeesInner] | None = None
    """DRAFT 252.

    service Fees of PriceAndAvailabilityResponseInner.
    """

    index: IntOrFloat | None = None
    """DRAFT 253.

    index of PriceAndAvailabilityResponseInner.
    """

    subscription_price: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInner] | None = None
    """DRAFT 254.

    subscription Price of PriceAndAvailabilityResponseInner.
    """
