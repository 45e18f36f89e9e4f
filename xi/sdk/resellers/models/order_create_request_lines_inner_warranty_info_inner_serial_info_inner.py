"""The model `OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Day


class OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner(Request):
    """One covered unit."""

    dateof_purchase: Day | None = None
    """Day the end user bought the unit; the spelling with a small `o` is the server's."""

    ship_date: Day | None = None
    """Day the unit was shipped to the end user."""

    primary_serial_number: str | None = None
    """Serial number of the covered unit, as on its label."""

    secondary_serial_number: str | None = None
    """Second serial number, for units that carry two, such as a chassis and its node."""
