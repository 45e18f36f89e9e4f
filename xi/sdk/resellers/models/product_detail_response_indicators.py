"""The model `ProductDetailResponseIndicators`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._respelled import RespelledModel


class ProductDetailResponseIndicators(RespelledModel):
    """Flags of one product.

    All are real booleans but `skuType` and `replacementType`.

    Args:
        has_warranty (bool): Whether a warranty comes with the product.
        is_new_product (bool): Whether the product came into the catalogue lately; the search counts 150 days for goods
            and 10 for digital ones.
        has_return_limits (bool): Whether it can only be sent back within limits of time or number.
        is_back_order_allowed (bool): Whether it may be ordered when none is in stock.
        is_shipped_from_partner (bool): Whether a partner ships the product instead of Ingram Micro.
        is_replacement_product (bool): Whether the product takes the place of an older one.
        replacement_type (str): How the product replaces another, in values that are not documented; null in the
            published example.
        is_directship (bool): Whether the vendor ships it straight to the customer. Whether it can be ordered so is
            `isDirectshipOrderable`.
        is_downloadable (bool): Whether it is delivered as a download.
        is_digital_type (bool): Whether it is digital goods, such as a licence key.
        sku_type (str): Kind of the SKU as one letter, `M` in the published example; the letters are not explained.
        has_std_special_price (bool): Whether a standard special price exists, one without an offer for this account
            alone.
        has_acop_special_price (bool): Whether an ACOP price exists, a special price made for certain customers.
        has_acop_quantity_break (bool): Whether an ACOP price exists that depends on the quantity.
        has_std_web_discount (bool): Whether a standard discount for web orders exists.
        has_acop_web_discount (bool): Whether an ACOP discount for web orders exists. Version 1.3.0 does not declare it.
        has_special_bid (bool): Whether the vendor granted a special price under a bid number.
        is_exportable_to_country (bool): Whether the product may be exported; to which countries is not said.
        is_discontinued_product (bool): Whether the product is no longer made or sold.
        is_refurbished (bool): Whether the product was used before and made ready again.
        is_returnable_product (bool): Whether it can be sent back at all.
        is_ingram_ship (bool): Whether it ships from a warehouse of Ingram Micro.
        is_enduser_required (bool): Whether an order for it must name the end user.
        is_heavy_weight (bool): Whether its weight needs other handling by the carrier.
        has_ltl (bool): Whether it travels as part of a truck load (LTL, less than truckload).
        is_clearance_product (bool): Whether it is sold off as clearance stock.
        has_bundle (bool): Whether it is a bundle or part of one.
        is_oversize_product (bool): Whether its size needs other handling by the carrier.
        is_preorder_product (bool): Whether it can be ordered before it is released.
        is_license_product (bool): Whether the product is a licence and not goods.
        is_directship_orderable (bool): Whether an order may ask the vendor to ship it to the customer.
        is_service_sku (bool): Whether it is a service, such as an installation.
        is_configurable (bool): Whether it is sold in configurations that are put together first.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "HasReturnLimits": "hasReturnLimits",
        "IsBackOrderAllowed": "isBackOrderAllowed",
        "isRefurbishedProduct": "isRefurbished",
    }
    _later_names: ClassVar[Mapping[str, str]] = {"is_refurbished_product": "isRefurbishedProduct"}

    has_warranty: bool | None = None
    """Whether a warranty comes with the product."""

    is_new_product: bool | None = None
    """Whether the product came into the catalogue lately; the search counts 150 days for goods and 10 for digital ones.
    """

    has_return_limits: bool | None = None
    """Whether it can only be sent back within limits of time or number."""

    is_back_order_allowed: bool | None = None
    """Whether it may be ordered when none is in stock."""

    is_shipped_from_partner: bool | None = None
    """Whether a partner ships the product instead of Ingram Micro."""

    is_replacement_product: bool | None = None
    """Whether the product takes the place of an older one."""

    replacement_type: str | None = None
    """How the product replaces another, in values that are not documented; null in the published example."""

    is_directship: bool | None = None
    """Whether the vendor ships it straight to the customer.

    Whether it can be ordered so is `isDirectshipOrderable`.
    """

    is_downloadable: bool | None = None
    """Whether it is delivered as a download."""

    is_digital_type: bool | None = None
    """Whether it is digital goods, such as a licence key."""

    sku_type: str | None = None
    """Kind of the SKU as one letter, `M` in the published example; the letters are not explained."""

    has_std_special_price: bool | None = None
    """Whether a standard special price exists, one without an offer for this account alone."""

    has_acop_special_price: bool | None = None
    """Whether an ACOP price exists, a special price made for certain customers."""

    has_acop_quantity_break: bool | None = None
    """Whether an ACOP price exists that depends on the quantity."""

    has_std_web_discount: bool | None = None
    """Whether a standard discount for web orders exists."""

    has_acop_web_discount: bool | None = None
    """Whether an ACOP discount for web orders exists.

    Version 1.3.0 does not declare it.
    """

    has_special_bid: bool | None = None
    """Whether the vendor granted a special price under a bid number."""

    is_exportable_to_country: bool | None = None
    """Whether the product may be exported; to which countries is not said."""

    is_discontinued_product: bool | None = None
    """Whether the product is no longer made or sold."""

    is_refurbished: bool | None = None
    """Whether the product was used before and made ready again."""

    is_returnable_product: bool | None = None
    """Whether it can be sent back at all."""

    is_ingram_ship: bool | None = None
    """Whether it ships from a warehouse of Ingram Micro."""

    is_enduser_required: bool | None = None
    """Whether an order for it must name the end user."""

    is_heavy_weight: bool | None = None
    """Whether its weight needs other handling by the carrier."""

    has_ltl: bool | None = None
    """Whether it travels as part of a truck load (LTL, less than truckload)."""

    is_clearance_product: bool | None = None
    """Whether it is sold off as clearance stock."""

    has_bundle: bool | None = None
    """Whether it is a bundle or part of one."""

    is_oversize_product: bool | None = None
    """Whether its size needs other handling by the carrier."""

    is_preorder_product: bool | None = None
    """Whether it can be ordered before it is released."""

    is_license_product: bool | None = None
    """Whether the product is a licence and not goods."""

    is_directship_orderable: bool | None = None
    """Whether an order may ask the vendor to ship it to the customer."""

    is_service_sku: bool | None = None
    """Whether it is a service, such as an installation."""

    is_configurable: bool | None = None
    """Whether it is sold in configurations that are put together first."""

    @property
    def is_refurbished_product(self) -> bool | None:
        """The later name of `is_refurbished`; if an answer has both spellings, the value of `isRefurbishedProduct`."""
        value: bool | None = self._later("is_refurbished_product")
        return value

    @is_refurbished_product.setter
    def is_refurbished_product(self, value: bool | None) -> None:
        self._set_later("is_refurbished_product", value)
