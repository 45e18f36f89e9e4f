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
    """What is said of one product.

    A product that was not found has only code, message and the number that was asked; one that this account may not buy
    has no price.

    Args:
        product_status_code (str): `E` where the product was not found; absent from good items.
        product_status_message (str): Words about the product, such as `Product not found` or that special prices exist.
            Good items carry it too, so it does not tell of a failure.
        ingram_part_number (str): Ingram Micro's SKU as text, leading zeros included. It is the SKU that was asked for,
            or the one chosen for another kind of number.
        vendor_part_number (str): The maker's own number, echoed where it was asked for.
        extended_vendor_part_number (str): The maker's number in its long form. Not sent in Mexico, Turkey, New Zealand,
            Colombia, Chile, Brazil, Peru and Western Sahara.
        customer_part_number (str): The reseller's own number of the product; absent where none is on file.
        upc (str): Bar code as text, often with a leading zero. The catalogue search calls it `upcCode`.
        part_number_type (str): Kind of part number, a single letter such as `T` that is not explained.
        vendor_number (str): Ingram Micro's number of the vendor, such as `V417`.
        vendor_name (str): Name of the maker, often in capitals and in more than one spelling.
        description (str): Short text for the product. It may hold no-break spaces and doubled blanks.
        product_class (str): How the product is stocked: `A`, `B`, `C` in all, some or few warehouses; `D` and `V` are
            discontinued by Ingram Micro or the vendor, `E` phased out, `F` for a contract, `N` new, `O` in liquidation,
            `S` ordered on demand, `X` shipped by the vendor. `P` occurs and is not explained.
        uom (str): Unit that price and quantities count in, `EA` (each) in every example.
        product_status (str): Whether the product is active, in words that are not documented.
        accept_back_order (bool): Whether more may be ordered than is in stock.
        product_authorized (bool): Whether this account may buy the product; if not, no price is sent.
        returnable_product (bool): Whether the product can be sent back at all; the terms are not part of the answer.
        end_user_info_required (bool): Whether an order for it must name the end user.
        govt_special_price_available (bool): Whether a price for public bodies exists; its figures stand in `discounts`.
        govt_program_type (str): Programme of the government price: `PA` for authorities, `ED` for education.
        govt_end_user_type (str): Public body that the price is for: `F` federal, `S` state, `E` local, `K` schools, `H`
            universities.
        availability (PriceAndAvailabilityResponseInnerAvailability): What is in stock, in total and by warehouse;
            absent when it was not asked for and from items that were not found.
        reserve_inventory_details (list of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner): Stock that is
            reserved for this account; only on request (`showReserveInventoryDetails`).
        pricing (PriceAndAvailabilityResponseInnerPricing): What this account pays, and the prices to compare with.
            Absent when prices were not asked for, for an unknown product, and for one that the account may not buy.
        discounts (list of PriceAndAvailabilityResponseInnerDiscountsInner): Special prices and quantity breaks, on
            request (`showAvailableDiscounts`), a list even when there is one set. Expired offers are among them.
        bundle_part_indicator (bool): Whether the number stands for a bundle of products. Not sent in Mexico, Turkey,
            New Zealand, Colombia, Chile, Brazil, Peru and Western Sahara.
        service_fees (list of PriceAndAvailabilityResponseInnerServiceFeesInner): Charges that come on top of the price.
            Not sent in the countries that have no `extendedVendorPartNumber`.
        index (int or float): Place of the product in the request, to tell two items of the same number apart. Whether
            it counts from 0 or 1 is not documented.
        subscription_price (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInner): Prices of a cloud plan by
            term and option; only for products that are plans.
    """

    _elsewhere: ClassVar[Mapping[str, tuple[str, ...]]] = {"pricing": ("availability",)}

    product_status_code: str | None = None
    """`E` where the product was not found; absent from good items."""

    product_status_message: str | None = None
    """Words about the product, such as `Product not found` or that special prices exist.

    Good items carry it too, so it does not tell of a failure.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU as text, leading zeros included.

    It is the SKU that was asked for, or the one chosen for another kind of number.
    """

    vendor_part_number: str | None = None
    """The maker's own number, echoed where it was asked for."""

    extended_vendor_part_number: str | None = None
    """The maker's number in its long form.

    Not sent in Mexico, Turkey, New Zealand, Colombia, Chile, Brazil, Peru and Western Sahara.
    """

    customer_part_number: str | None = None
    """The reseller's own number of the product; absent where none is on file."""

    upc: str | None = None
    """Bar code as text, often with a leading zero.

    The catalogue search calls it `upcCode`.
    """

    part_number_type: str | None = None
    """Kind of part number, a single letter such as `T` that is not explained."""

    vendor_number: str | None = None
    """Ingram Micro's number of the vendor, such as `V417`."""

    vendor_name: str | None = None
    """Name of the maker, often in capitals and in more than one spelling."""

    description: str | None = None
    """Short text for the product.

    It may hold no-break spaces and doubled blanks.
    """

    product_class: str | None = None
    """How the product is stocked: `A`, `B`, `C` in all, some or few warehouses; `D` and `V` are discontinued by Ingram
    Micro or the vendor, `E` phased out, `F` for a contract, `N` new, `O` in liquidation, `S` ordered on demand, `X`
    shipped by the vendor.

    `P` occurs and is not explained.
    """

    uom: str | None = None
    """Unit that price and quantities count in, `EA` (each) in every example."""

    product_status: str | None = None
    """Whether the product is active, in words that are not documented."""

    accept_back_order: bool | None = None
    """Whether more may be ordered than is in stock."""

    product_authorized: bool | None = None
    """Whether this account may buy the product; if not, no price is sent."""

    returnable_product: bool | None = None
    """Whether the product can be sent back at all; the terms are not part of the answer."""

    end_user_info_required: bool | None = None
    """Whether an order for it must name the end user."""

    govt_special_price_available: bool | None = None
    """Whether a price for public bodies exists; its figures stand in `discounts`."""

    govt_program_type: str | None = None
    """Programme of the government price: `PA` for authorities, `ED` for education."""

    govt_end_user_type: str | None = None
    """Public body that the price is for: `F` federal, `S` state, `E` local, `K` schools, `H` universities."""

    availability: PriceAndAvailabilityResponseInnerAvailability | None = None
    """What is in stock, in total and by warehouse; absent when it was not asked for and from items that were not found.
    """

    reserve_inventory_details: list[PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner] | None = None
    """Stock that is reserved for this account; only on request (`showReserveInventoryDetails`)."""

    pricing: PriceAndAvailabilityResponseInnerPricing | None = None
    """What this account pays, and the prices to compare with.

    Absent when prices were not asked for, for an unknown product, and for one that the account may not buy.
    """

    discounts: list[PriceAndAvailabilityResponseInnerDiscountsInner] | None = None
    """Special prices and quantity breaks, on request (`showAvailableDiscounts`), a list even when there is one set.

    Expired offers are among them.
    """

    bundle_part_indicator: bool | None = None
    """Whether the number stands for a bundle of products.

    Not sent in Mexico, Turkey, New Zealand, Colombia, Chile, Brazil, Peru and Western Sahara.
    """

    service_fees: list[PriceAndAvailabilityResponseInnerServiceFeesInner] | None = None
    """Charges that come on top of the price.

    Not sent in the countries that have no `extendedVendorPartNumber`.
    """

    index: IntOrFloat | None = None
    """Place of the product in the request, to tell two items of the same number apart.

    Whether it counts from 0 or 1 is not documented.
    """

    subscription_price: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInner] | None = None
    """Prices of a cloud plan by term and option; only for products that are plans."""
