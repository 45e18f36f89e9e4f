"""The model `PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.price_and_availability_response_inner_availability_availability_by_warehouse_inner_back_order_info_inner import (
    PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner,
)


class PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner(ResponseModel):
    """The stock of one product in one warehouse.

    Any member may be missing, except in practice the identifier.

    Args:
        location (str): Town and state of the warehouse, such as `Reno, NV`; missing for some warehouses.
        warehouse_id (str): Identifier of the warehouse as text, such as `40` or `05`; a leading zero counts. A
            warehouse that is written as a number is read as text.
        quantity_available (int): Units that can be shipped from here now. Absent means that nothing was said, not zero.
        quantity_backordered (int): Units that were ordered from here and wait for new stock.
        quantity_backordered_eta (str): When the units that wait are expected, as text in no documented form;
            `backOrderInfo` may have the dates instead.
        quantity_on_order (int): Units that Ingram Micro has ordered from the vendor for this warehouse.
        back_order_info (list of
            PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner): Expected
            arrivals by date, one entry for each delivery. Not sent in Mexico, Turkey, New Zealand, Colombia, Chile,
            Brazil, Peru and Western Sahara.
    """

    location: str | None = None
    """Town and state of the warehouse, such as `Reno, NV`; missing for some warehouses."""

    warehouse_id: str | None = None
    """Identifier of the warehouse as text, such as `40` or `05`; a leading zero counts.

    A warehouse that is written as a number is read as text.
    """

    quantity_available: int | None = None
    """Units that can be shipped from here now.

    Absent means that nothing was said, not zero.
    """

    quantity_backordered: int | None = None
    """Units that were ordered from here and wait for new stock."""

    quantity_backordered_eta: str | None = None
    """When the units that wait are expected, as text in no documented form; `backOrderInfo` may have the dates instead.
    """

    quantity_on_order: int | None = None
    """Units that Ingram Micro has ordered from the vendor for this warehouse."""

    back_order_info: (
        list[PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner] | None
    ) = None
    """Expected arrivals by date, one entry for each delivery.

    Not sent in Mexico, Turkey, New Zealand, Colombia, Chile, Brazil, Peru and Western Sahara.
    """
