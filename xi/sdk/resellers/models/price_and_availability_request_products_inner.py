"""The model `PriceAndAvailabilityRequestProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import ListWithGaps
from xi.sdk.resellers.models.price_and_availability_request_products_inner_additional_attributes_inner import (
    PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner,
)


class PriceAndAvailabilityRequestProductsInner(RequestModel):
    """One product.

    Give one kind of number only: what the server does with two that disagree is not documented.

    Args:
        ingram_part_number (str): Ingram Micro's SKU, such as `YN6231`; the only number that stands for exactly one
            product.
        vendor_part_number (str): The maker's own number. It may stand for several SKUs; the answer has the one that was
            chosen.
        customer_part_number (str): The number under which the reseller knows the product, if Ingram Micro has it on
            file.
        upc (str): Bar code of the trade item, 12 digits or more, as text; leading zeros count.
        quantity_requested (str): Units wanted, a whole number written as text; may be left out.
        additional_attributes (list of PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner): Settings for
            this product, as pairs of name and value, such as a government programme.
        plan_id (str): Identifier of a cloud plan instead of a part number. Answers spell the key `planId`.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"plan_id"})

    ingram_part_number: str | None = None
    """Ingram Micro's SKU, such as `YN6231`; the only number that stands for exactly one product."""

    vendor_part_number: str | None = None
    """The maker's own number.

    It may stand for several SKUs; the answer has the one that was chosen.
    """

    customer_part_number: str | None = None
    """The number under which the reseller knows the product, if Ingram Micro has it on file."""

    upc: str | None = None
    """Bar code of the trade item, 12 digits or more, as text; leading zeros count."""

    quantity_requested: str | None = None
    """Units wanted, a whole number written as text; may be left out."""

    additional_attributes: ListWithGaps[PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner] | None = None
    """Settings for this product, as pairs of name and value, such as a government programme."""

    plan_id: Annotated[str | None, Field(alias="planID")] = None
    """Identifier of a cloud plan instead of a part number.

    Answers spell the key `planId`.
    """
