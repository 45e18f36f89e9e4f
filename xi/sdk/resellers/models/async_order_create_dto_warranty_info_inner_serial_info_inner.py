"""The model `AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner(RequestModel):
    """One unit covered by a warranty of a v7 order.

    Args:
        date_of_purchase (str): Day the unit was bought, plain text by schema; v6 takes yyyy-MM-dd and spells the key
            `dateofPurchase`.
        ship_date (str): Day the unit was shipped; plain text in v7, a yyyy-MM-dd date in v6.
        primary_serial_number (str): Main serial number of the covered unit.
        secondary_serial_number (str): Further serial number of the covered unit, if it has two.
    """

    date_of_purchase: str | None = None
    """Day the unit was bought, plain text by schema; v6 takes yyyy-MM-dd and spells the key `dateofPurchase`."""

    ship_date: str | None = None
    """Day the unit was shipped; plain text in v7, a yyyy-MM-dd date in v6."""

    primary_serial_number: str | None = None
    """Main serial number of the covered unit."""

    secondary_serial_number: str | None = None
    """Further serial number of the covered unit, if it has two."""
