"""The model `PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner(ResponseModel):
    """A part of the stock that is reserved for this account for a time.

    The two dates have keys in lower case.

    Args:
        quantity_reserved (int): Units that were reserved when the reservation was made.
        quantity_available (int): Units of the reservation that are still there to be ordered.
        effectivedate (str): Day from which the reservation holds, in UTC, as text.
        expirydate (str): Day on which the reservation ends, in UTC, as text.
    """

    quantity_reserved: int | None = None
    """Units that were reserved when the reservation was made."""

    quantity_available: int | None = None
    """Units of the reservation that are still there to be ordered."""

    effectivedate: str | None = None
    """Day from which the reservation holds, in UTC, as text."""

    expirydate: str | None = None
    """Day on which the reservation ends, in UTC, as text."""
