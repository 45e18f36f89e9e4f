"""The model `PriceAndAvailabilityRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import ListWithGaps
from xi.sdk.resellers.models.price_and_availability_request_additional_attributes_inner import (
    PriceAndAvailabilityRequestAdditionalAttributesInner,
)
from xi.sdk.resellers.models.price_and_availability_request_availability_by_warehouse_inner import (
    PriceAndAvailabilityRequestAvailabilityByWarehouseInner,
)
from xi.sdk.resellers.models.price_and_availability_request_products_inner import (
    PriceAndAvailabilityRequestProductsInner,
)


class PriceAndAvailabilityRequest(RequestModel):
    """DRAFT 201.

    PriceAndAvailabilityRequest.

    Args:
        show_available_discounts (bool): DRAFT 202. show Available Discounts of PriceAndAvailabilityRequest.
        show_reserve_inventory_details (bool): DRAFT 203. show Reserve Inventory Details of PriceAndAvailabilityRequest.
        special_bid_number (str): DRAFT 204. special Bid Number of PriceAndAvailabilityRequest.
        availability_by_warehouse (list of PriceAndAvailabilityRequestAvailabilityByWarehouseInner): DRAFT 205.
            availability By Warehouse of PriceAndAvailabilityRequest.
        products (list of PriceAndAvailabilityRequestProductsInner): DRAFT 206. products of PriceAndAvailabilityRequest.
        additional_attributes (list of PriceAndAvailabilityRequestAdditionalAttributesInner): DRAFT 207. additional
            Attributes of PriceAndAvailabilityRequest.
    """

    show_available_discounts: bool | None = None
    """DRAFT 202.

    show Available Discounts of PriceAndAvailabilityRequest.
    """

    show_reserve_inventory_details: bool | None = None
    """DRAFT 203.

    show Reserve Inventory Details of PriceAndAvailabilityRequest.
    """

    special_bid_number: str | None = None
    """DRAFT 204.

    special Bid Number of PriceAndAvailabilityRequest.
    """

    availability_by_warehouse: list[PriceAndAvailabilityRequestAvailabilityByWarehouseInner] | None = None
    """DRAFT 205.

    availability By Warehouse of PriceAndAvailabilityRequest.
    """

    products: list[PriceAndAvailabilityRequestProductsInner] | None = None
    """DRAFT 206.

    products of PriceAndAvailabilityRequest.
    """

    additional_attributes: ListWithGaps[PriceAndAvailabilityRequestAdditionalAttributesInner] | None = None
    """DRAFT 207.

    additional Attributes of PriceAndAvailabilityRequest.
    """
