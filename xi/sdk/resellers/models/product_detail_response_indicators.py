"""The model `ProductDetailResponseIndicators`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import RespelledModel


class ProductDetailResponseIndicators(RespelledModel):
    """DRAFT 360.

    ProductDetailResponseIndicators.

    Args:
        has_warranty (bool): DRAFT 361. has Warranty of ProductDetailResponseIndicators.
        is_new_product (bool): DRAFT 362. is New Product of ProductDetailResponseIndicators.
        has_return_limits (bool): DRAFT 363. has Return Limits of ProductDetailResponseIndicators.
        is_back_order_allowed (bool): DRAFT 364. is Back Order Allowed of ProductDetailResponseIndicators.
        is_shipped_from_partner (bool): DRAFT 365. is Shipped From Partner of ProductDetailResponseIndicators.
        is_replacement_product (bool): DRAFT 366. is Replacement Product of ProductDetailResponseIndicators.
        replacement_type (str): DRAFT 367. replacement Type of ProductDetailResponseIndicators.
        is_directship (bool): DRAFT 368. is Directship of ProductDetailResponseIndicators.
        is_downloadable (bool): DRAFT 369. is Downloadable of ProductDetailResponseIndicators.
        is_digital_type (bool): DRAFT 370. is Digital Type of ProductDetailResponseIndicators.
        sku_type (str): DRAFT 371. sku Type of ProductDetailResponseIndicators.
        has_std_special_price (bool): DRAFT 372. has Std Special Price of ProductDetailResponseIndicators.
        has_acop_special_price (bool): DRAFT 373. has Acop Special Price of ProductDetailResponseIndicators.
        has_acop_quantity_break (bool): DRAFT 374. has Acop Quantity Break of ProductDetailResponseIndicators.
        has_std_web_discount (bool): DRAFT 375. has Std Web Discount of ProductDetailResponseIndicators.
        has_acop_web_discount (bool): DRAFT 376. has Acop Web Discount of ProductDetailResponseIndicators.
        has_special_bid (bool): DRAFT 377. has Special Bid of ProductDetailResponseIndicators.
        is_exportable_to_country (bool): DRAFT 378. is Exportable To Country of ProductDetailResponseIndicators.
        is_discontinued_product (bool): DRAFT 379. is Discontinued Product of ProductDetailResponseIndicators.
        is_refurbished (bool): DRAFT 380. is Refurbished of ProductDetailResponseIndicators.
        is_returnable_product (bool): DRAFT 381. is Returnable Product of ProductDetailResponseIndicators.
        is_ingram_ship (bool): DRAFT 382. is Ingram Ship of ProductDetailResponseIndicators.
        is_enduser_required (bool): DRAFT 383. is Enduser Required of ProductDetailResponseIndicators.
        is_heavy_weight (bool): DRAFT 384. is Heavy Weight of ProductDetailResponseIndicators.
        has_ltl (bool): DRAFT 385. has Ltl of ProductDetailResponseIndicators.
        is_clearance_product (bool): DRAFT 386. is Clearance Product of ProductDetailResponseIndicators.
        has_bundle (bool): DRAFT 387. has Bundle of ProductDetailResponseIndicators.
        is_oversize_product (bool): DRAFT 388. is Oversize Product of ProductDetailResponseIndicators.
        is_preorder_product (bool): DRAFT 389. is Preorder Product of ProductDetailResponseIndicators.
        is_license_product (bool): DRAFT 390. is License Product of ProductDetailResponseIndicators.
        is_directship_orderable (bool): DRAFT 391. is Directship Orderable of ProductDetailResponseIndicators.
        is_service_sku (bool): DRAFT 392. is Service Sku of ProductDetailResponseIndicators.
        is_configurable (bool): DRAFT 393. is Configurable of ProductDetailResponseIndicators.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "HasReturnLimits": "hasReturnLimits",
        "IsBackOrderAllowed": "isBackOrderAllowed",
        "isRefurbishedProduct": "isRefurbished",
    }
    _later_names: ClassVar[Mapping[str, str]] = {"is_refurbished_product": "isRefurbishedProduct"}

    has_warranty: bool | None = None
    """DRAFT 361.

    has Warranty of ProductDetailResponseIndicators.
    """

    is_new_product: bool | None = None
    """DRAFT 362.

    is New Product of ProductDetailResponseIndicators.
    """

    has_return_limits: bool | None = None
    """DRAFT 363.

    has Return Limits of ProductDetailResponseIndicators.
    """

    is_back_order_allowed: bool | None = None
    """DRAFT 364.

    is Back Order Allowed of ProductDetailResponseIndicators.
    """

    is_shipped_from_partner: bool | None = None
    """DRAFT 365.

    is Shipped From Partner of ProductDetailResponseIndicators.
    """

    is_replacement_product: bool | None = None
    """DRAFT 366.

    is Replacement Product of ProductDetailResponseIndicators.
    """

    replacement_type: str | None = None
    """DRAFT 367.

    replacement Type of ProductDetailResponseIndicators.
    """

    is_directship: bool | None = None
    """DRAFT 368.

    is Directship of ProductDetailResponseIndicators.
    """

    is_downloadable: bool | None = None
    """DRAFT 369.

    is Downloadable of ProductDetailResponseIndicators.
    """

    is_digital_type: bool | None = None
    """DRAFT 370.

    is Digital Type of ProductDetailResponseIndicators.
    """

    sku_type: str | None = None
    """DRAFT 371.

    sku Type of ProductDetailResponseIndicators.
    """

    has_std_special_price: bool | None = None
    """DRAFT 372.

    has Std Special Price of ProductDetailResponseIndicators.
    """

    has_acop_special_price: bool | None = None
    """DRAFT 373.

    has Acop Special Price of ProductDetailResponseIndicators.
    """

    has_acop_quantity_break: bool | None = None
    """DRAFT 374.

    has Acop Quantity Break of ProductDetailResponseIndicators.
    """

    has_std_web_discount: bool | None = None
    """DRAFT 375.

    has Std Web Discount of ProductDetailResponseIndicators.
    """

    has_acop_web_discount: bool | None = None
    """DRAFT 376.

    has Acop Web Discount of ProductDetailResponseIndicators.
    """

    has_special_bid: bool | None = None
    """DRAFT 377.

    has Special Bid of ProductDetailResponseIndicators.
    """

    is_exportable_to_country: bool | None = None
    """DRAFT 378.

    is Exportable To Country of ProductDetailResponseIndicators.
    """

    is_discontinued_product: bool | None = None
    """DRAFT 379.

    is Discontinued Product of ProductDetailResponseIndicators.
    """

    is_refurbished: bool | None = None
    """DRAFT 380.

    is Refurbished of ProductDetailResponseIndicators.
    """

    is_returnable_product: bool | None = None
    """DRAFT 381.

    is Returnable Product of ProductDetailResponseIndicators.
    """

    is_ingram_ship: bool | None = None
    """DRAFT 382.

    is Ingram Ship of ProductDetailResponseIndicators.
    """

    is_enduser_required: bool | None = None
    """DRAFT 383.

    is Enduser Required of ProductDetailResponseIndicators.
    """

    is_heavy_weight: bool | None = None
    """DRAFT 384.

    is Heavy Weight of ProductDetailResponseIndicators.
    """

    has_ltl: bool | None = None
    """DRAFT 385.

    has Ltl of ProductDetailResponseIndicators.
    """

    is_clearance_product: bool | None = None
    """DRAFT 386.

    is Clearance Product of ProductDetailResponseIndicators.
    """

    has_bundle: bool | None = None
    """DRAFT 387.

    has Bundle of ProductDetailResponseIndicators.
    """

    is_oversize_product: bool | None = None
    """DRAFT 388.

    is Oversize Product of ProductDetailResponseIndicators.
    """

    is_preorder_product: bool | None = None
    """DRAFT 389.

    is Preorder Product of ProductDetailResponseIndicators.
    """

    is_license_product: bool | None = None
    """DRAFT 390.

    is License Product of ProductDetailResponseIndicators.
    """

    is_directship_orderable: bool | None = None
    """DRAFT 391.

    is Directship Orderable of ProductDetailResponseIndicators.
    """

    is_service_sku: bool | None = None
    """DRAFT 392.

    is Service Sku of ProductDetailResponseIndicators.
    """

    is_configurable: bool | None = None
    """DRAFT 393.

    is Configurable of ProductDetailResponseIndicators.
    """

    @property
    def is_refurbished_product(self) -> bool | None:
        """The later name of `is_refurbished`; if an answer has both spellings, the value of `isRefurbishedProduct`."""
        return self._later("is_refurbished_product")

    @is_refurbished_product.setter
    def is_refurbished_product(self, value: bool | None) -> None:
        self._set_later("is_refurbished_product", value)
