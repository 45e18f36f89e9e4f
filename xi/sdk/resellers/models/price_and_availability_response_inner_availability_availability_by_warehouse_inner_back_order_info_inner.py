"""The model `PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner(ResponseModel):
    """One expected arrival of stock in a warehouse.

    Args:
        quantity (int): Units that wait for this arrival; several arrivals add up.
        eta_date (str): Day of the expected arrival, yyyy-MM-dd. A day that is years ahead is rather a placeholder than
            a promise.
    """

    quantity: int | None = None
    """Units that wait for this arrival; several arrivals add up."""

    eta_date: str | None = None
    """Day of the expected arrival, yyyy-MM-dd.

    A day that is years ahead is rather a placeholder than a promise.
    """
