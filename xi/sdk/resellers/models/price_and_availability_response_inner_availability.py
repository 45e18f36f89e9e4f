"""The model `PriceAndAvailabilityResponseInnerAvailability`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.price_and_availability_response_inner_availability_availability_by_warehouse_inner import (
    PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner,
)


class PriceAndAvailabilityResponseInnerAvailability(ResponseModel):
    """The stock of one product as this account may order it, in total and by warehouse.

    A figure that is absent was not said; it is not zero.

    Args:
        available (bool): DRAFT 256. available of PriceAndAvailabilityResponseInnerAvailability.
        total_availability (int): DRAFT 257. total Availability of PriceAndAvailabilityResponseInnerAvailability.
        availability_by_warehouse (list of PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner):
            DRAFT 258. availability By Warehouse of PriceAndAvailabilityResponseInnerAvailability.
    """

    available: bool | None = None
    """DRAFT 256.

    available of PriceAndAvailabilityResponseInnerAvailability.
    """

    total_availability: int | None = None
    """DRAFT 257.

    total Availability of PriceAndAvailabilityResponseInnerAvailability.
    """

    availability_by_warehouse: (
        list[PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner] | None
    ) = None
    """DRAFT 258.

    availability By Warehouse of PriceAndAvailabilityResponseInnerAvailability.
    """
