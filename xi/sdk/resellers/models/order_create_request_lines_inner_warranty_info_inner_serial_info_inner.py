"""The model `OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Day


class OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner(RequestModel):
    """One unit covered by a warranty line of a v6 order.

    Mind the spelling `dateofPurchase`; v7 writes it `dateOfPurchase`.

    Args:
        dateof_purchase (date): Day on which the covered unit was bought, yyyy-MM-dd. Lower-case `o` in this version.
        ship_date (date): Day on which the covered unit was shipped, as yyyy-MM-dd.
        primary_serial_number (str): Serial number by which the vendor identifies the covered unit.
        secondary_serial_number (str): Second identifying number of the same unit, for products that have two.
    """

    dateof_purchase: Day | None = None
    """Day on which the covered unit was bought, yyyy-MM-dd.

    Lower-case `o` in this version.
    """

    ship_date: Day | None = None
    """Day on which the covered unit was shipped, as yyyy-MM-dd."""

    primary_serial_number: str | None = None
    """Serial number by which the vendor identifies the covered unit."""

    secondary_serial_number: str | None = None
    """Second identifying number of the same unit, for products that have two."""
