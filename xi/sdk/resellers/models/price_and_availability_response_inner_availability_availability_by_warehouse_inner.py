"""The model `PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.price_and_availability_response_inner_availability_availability_by_warehouse_inner_back_order_info_inner import (
    PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner,
)


class PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner(ResponseModel):
    """DRAFT 259.

    PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.

    Args:
        location (str): DRAFT 260. location of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
        warehouse_id (str): DRAFT 261. warehouse Id of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
        quantity_available (int): DRAFT 262. quantity Available of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
        quantity_backordered (int): DRAFT 263. quantity Backordered of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
        quantity_backordered_eta (str): DRAFT 264. quantity Backordered Eta of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
        quantity_on_order (int): DRAFT 265. quantity On Order of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
        back_order_info (list of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner): DRAFT 266.
            back Order Info of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    location: str | None = None
    """DRAFT 260.

    location of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    warehouse_id: str | None = None
    """DRAFT 261.

    warehouse Id of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    quantity_available: int | None = None
    """DRAFT 262.

    quantity Available of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    quantity_backordered: int | None = None
    """DRAFT 263.

    quantity Backordered of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    quantity_backordered_eta: str | None = None
    """DRAFT 264.

    quantity Backordered Eta of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    quantity_on_order: int | None = None
    """DRAFT 265.

    quantity On Order of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """

    back_order_info: (
        list[PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner] | None
    ) = None
    """DRAFT 266.

    back Order Info of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner.
    """
