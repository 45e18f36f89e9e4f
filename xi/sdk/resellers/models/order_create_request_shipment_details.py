"""The model `OrderCreateRequestShipmentDetails`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Day, Flag


class OrderCreateRequestShipmentDetails(RequestModel):
    """Shipping wishes for a whole v6 order.

    Args:
        carrier_code (str): Carrier or service the reseller prefers, as Ingram Micro's short code such as `RG`; at most
            10 characters.
        freight_account_number (str): The reseller's own account with the carrier, which is charged for the freight.
        ship_complete (str): How much must be ready before anything ships: `true` or `C` per distribution, `P` per line,
            `E` across all distributions. If it is present, `acceptBackOrder` has no effect.
        requested_delivery_date (date): Day on which the reseller would like the goods, yyyy-MM-dd; a request, not a
            promise.
        signature_required (bool): Whether the carrier has to collect a signature on delivery.
        shipping_instructions (str): Instructions for the shipment in words, at most 132 characters.
    """

    carrier_code: Annotated[str | None, Field(max_length=10)] = None
    """Carrier or service the reseller prefers, as Ingram Micro's short code such as `RG`; at most 10 characters."""

    freight_account_number: str | None = None
    """The reseller's own account with the carrier, which is charged for the freight."""

    ship_complete: str | None = None
    """How much must be ready before anything ships: `true` or `C` per distribution, `P` per line, `E` across all
    distributions.

    If it is present, `acceptBackOrder` has no effect.
    """

    requested_delivery_date: Day | None = None
    """Day on which the reseller would like the goods, yyyy-MM-dd; a request, not a promise."""

    signature_required: Flag | None = None
    """Whether the carrier has to collect a signature on delivery."""

    shipping_instructions: Annotated[str | None, Field(max_length=132)] = None
    """Instructions for the shipment in words, at most 132 characters."""
