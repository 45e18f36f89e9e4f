"""The model `OrderCreateRequestShipmentDetails`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Day


class OrderCreateRequestShipmentDetails(Request):
    """How and when to ship the order."""

    carrier_code: Annotated[str | None, Field(max_length=10)] = None
    """Code of the wanted carrier, at most 10 characters, from the list agreed for the account."""

    freight_account_number: str | None = None
    """The reseller's own account with the carrier, to bill freight there."""

    ship_complete: str | None = None
    """Whether to wait for missing goods: `true` or `C` per distribution centre, `P` per line, `E` across all centres.

    Overrules `acceptBackOrder`.
    """

    requested_delivery_date: Day | None = None
    """Day the goods should arrive, yyyy-MM-dd; a wish, not a promise."""

    signature_required: bool | None = None
    """Whether the carrier must collect a signature."""

    shipping_instructions: Annotated[str | None, Field(max_length=132)] = None
    """Words for the carrier, at most 132 characters."""
