"""The model `PriceAndAvailabilityRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag, ListWithGaps
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
    """The products whose price or stock is asked for, and what is to be told of them.

    Nothing but a product is needed.

    Args:
        show_available_discounts (bool): Whether `discounts` lists the special prices and quantity breaks that exist;
            expired ones come with the others.
        show_reserve_inventory_details (bool): Whether `reserveInventoryDetails` lists the stock that is reserved for
            this account.
        special_bid_number (str): The vendor's approval of a special price, for all products of the call. The identifier
            of a deal serves as such a number.
        availability_by_warehouse (list of PriceAndAvailabilityRequestAvailabilityByWarehouseInner): The warehouses
            whose stock is wanted; without it all are told.
        products (list of PriceAndAvailabilityRequestProductsInner): The products, 50 at most, each named by one kind of
            number.
        additional_attributes (list of PriceAndAvailabilityRequestAdditionalAttributesInner): Settings for the whole
            call, as pairs of name and value; no names are documented at this level.
    """

    show_available_discounts: Flag | None = None
    """Whether `discounts` lists the special prices and quantity breaks that exist; expired ones come with the others.
    """

    show_reserve_inventory_details: Flag | None = None
    """Whether `reserveInventoryDetails` lists the stock that is reserved for this account."""

    special_bid_number: str | None = None
    """The vendor's approval of a special price, for all products of the call.

    The identifier of a deal serves as such a number.
    """

    availability_by_warehouse: list[PriceAndAvailabilityRequestAvailabilityByWarehouseInner] | None = None
    """The warehouses whose stock is wanted; without it all are told."""

    products: list[PriceAndAvailabilityRequestProductsInner] | None = None
    """The products, 50 at most, each named by one kind of number."""

    additional_attributes: ListWithGaps[PriceAndAvailabilityRequestAdditionalAttributesInner] | None = None
    """Settings for the whole call, as pairs of name and value; no names are documented at this level."""
