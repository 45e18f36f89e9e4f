"""The model `PriceAndAvailabilityResponseInnerAvailability`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.price_and_availability_response_inner_availability_availability_by_warehouse_inner import (
    PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner,
)


class PriceAndAvailabilityResponseInnerAvailability(ResponseModel):
    """The stock of one product.

    A figure that is absent was not said; it is not zero.

    Args:
        available (bool): Whether the product can be delivered. `true` without any quantity means "yes, how many is
            unknown".
        total_availability (int): Units in all warehouses together; the sum of the quantities below where these are
            complete.
        availability_by_warehouse (list of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner):
            Stock by warehouse. Warehouses without stock may be missing or come without a figure.
    """

    available: bool | None = None
    """Whether the product can be delivered.

    `true` without any quantity means "yes, how many is unknown".
    """

    total_availability: int | None = None
    """Units in all warehouses together; the sum of the quantities below where these are complete."""

    availability_by_warehouse: (
        list[PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner] | None
    ) = None
    """Stock by warehouse.

    Warehouses without stock may be missing or come without a figure.
    """
