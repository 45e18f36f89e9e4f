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
    """DRAFT 211.

    PriceAndAvailabilityRequestProductsInner.

    Args:
        ingram_part_number (str): DRAFT 212. ingram Part Number of PriceAndAvailabilityRequestProductsInner.
        vendor_part_number (str): DRAFT 213. vendor Part Number of PriceAndAvailabilityRequestProductsInner.
        customer_part_number (str): DRAFT 214. customer Part Number of PriceAndAvailabilityRequestProductsInner.
        upc (str): DRAFT 215. upc of PriceAndAvailabilityRequestProductsInner.
        quantity_requested (str): DRAFT 216. quantity Requested of PriceAndAvailabilityRequestProductsInner.
        additional_attributes (list of PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner): DRAFT 217.
            additional Attributes of PriceAndAvailabilityRequestProductsInner.
        plan_id (str): DRAFT 218. plan ID of PriceAndAvailabilityRequestProductsInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"plan_id"})

    ingram_part_number: str | None = None
    """DRAFT 212.

    ingram Part Number of PriceAndAvailabilityRequestProductsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 213.

    vendor Part Number of PriceAndAvailabilityRequestProductsInner.
    """

    customer_part_number: str | None = None
    """DRAFT 214.

    customer Part Number of PriceAndAvailabilityRequestProductsInner.
    """

    upc: str | None = None
    """DRAFT 215.

    upc of PriceAndAvailabilityRequestProductsInner.
    """

    quantity_requested: str | None = None
    """DRAFT 216.

    quantity Requested of PriceAndAvailabilityRequestProductsInner.
    """

    additional_attributes: ListWithGaps[PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner] | None = None
    """DRAFT 217.

    additional Attributes of PriceAndAvailabilityRequestProductsInner.
    """

    plan_id: Annotated[str | None, Field(alias="planID")] = None
    """DRAFT 218.

    plan ID of PriceAndAvailabilityRequestProductsInner.
    """
