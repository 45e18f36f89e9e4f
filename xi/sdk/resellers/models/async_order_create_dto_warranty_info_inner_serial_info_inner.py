"""The model `AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner(Request):
    """One unit covered by a warranty of a v7 order."""

    date_of_purchase: str | None = None
    """Day of purchase as yyyy-MM-dd text; spelt with a capital `O` here, unlike in v6."""

    ship_date: str | None = None
    """Day of shipment to the end user, as yyyy-MM-dd text."""

    primary_serial_number: str | None = None
    """Serial number on the unit's label."""

    secondary_serial_number: str | None = None
    """Second serial number, where the unit has one."""
