"""The model `AsyncOrderCreateDTOShipmentDetails`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class AsyncOrderCreateDTOShipmentDetails(Request):
    """How a v7 order is shipped."""

    carrier_code: str | None = None
    """Carrier wanted, by the code agreed for the account."""

    requested_delivery_date: str | None = None
    """Day the goods should arrive, as yyyy-MM-dd text."""

    ship_complete: str | None = None
    """Wait for missing goods: `C` per distribution centre, `P` per line, `E` across all."""

    shipping_instructions: str | None = None
    """Words for whoever delivers."""

    freight_account_number: str | None = None
    """Carrier account of the reseller that freight is billed to."""

    signature_required: bool | None = None
    """Whether the carrier must have the delivery signed for; a real boolean in v7."""
