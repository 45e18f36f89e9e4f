"""The model `PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner(ResponseModel):
    """DRAFT 270.

    PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.

    Args:
        quantity_reserved (int): DRAFT 271. quantity Reserved of
            PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
        quantity_available (int): DRAFT 272. quantity Available of
            PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
        effectivedate (str): DRAFT 273. effectivedate of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
        expirydate (str): DRAFT 274. expirydate of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
    """

    quantity_reserved: int | None = None
    """DRAFT 271.

    quantity Reserved of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
    """

    quantity_available: int | None = None
    """DRAFT 272.

    quantity Available of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
    """

    effectivedate: str | None = None
    """DRAFT 273.

    effectivedate of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
    """

    expirydate: str | None = None
    """DRAFT 274.

    expirydate of PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner.
    """
