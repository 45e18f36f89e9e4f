"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner(
    ResponseModel
):
    """One special price that a vendor's programme grants for a part of a plan.

    Args:
        currency_code (str): Currency of the reduction, where it is an amount.
        discount (int or float): Size of the reduction, an amount or a percentage as `discountType` says.
        discount_type (str): What the figure is, in values that are not documented.
        discount_qty_limit (int): Most units that the reduction is given for; null where there is no limit.
        discount_expiry_date (str): Last day of the reduction, as text in no documented form.
        vendor_program_name (str): Name of the vendor's programme that grants it.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "currency_code",
            "discount",
            "discount_expiry_date",
            "discount_qty_limit",
            "discount_type",
            "vendor_program_name",
        }
    )

    currency_code: str | None = None
    """Currency of the reduction, where it is an amount."""

    discount: IntOrFloat | None = None
    """Size of the reduction, an amount or a percentage as `discountType` says."""

    discount_type: str | None = None
    """What the figure is, in values that are not documented."""

    discount_qty_limit: int | None = None
    """Most units that the reduction is given for; null where there is no limit."""

    discount_expiry_date: str | None = None
    """Last day of the reduction, as text in no documented form."""

    vendor_program_name: str | None = None
    """Name of the vendor's programme that grants it."""
