"""The model `PriceAndAvailabilityRequestAvailabilityByWarehouseInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class PriceAndAvailabilityRequestAvailabilityByWarehouseInner(RequestModel):
    """DRAFT 208.

    PriceAndAvailabilityRequestAvailabilityByWarehouseInner.

    Args:
        availability_by_warehouse_id (str): DRAFT 209. availability By Warehouse Id of
            PriceAndAvailabilityRequestAvailabilityByWarehouseInner.
        availability_for_all_location (bool): DRAFT 210. availability For All Location of
            PriceAndAvailabilityRequestAvailabilityByWarehouseInner.
    """

    availability_by_warehouse_id: str | None = None
    """DRAFT 209.

    availability By Warehouse Id of PriceAndAvailabilityRequestAvailabilityByWarehouseInner.
    """

    availability_for_all_location: bool | None = None
    """DRAFT 210.

    availability For All Location of PriceAndAvailabilityRequestAvailabilityByWarehouseInner.
    """
