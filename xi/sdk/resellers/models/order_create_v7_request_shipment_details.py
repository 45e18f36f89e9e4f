"""The model `OrderCreateV7RequestShipmentDetails`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag


class OrderCreateV7RequestShipmentDetails(RequestModel):
    """Wishes for the delivery of a v7 order.

    Args:
        carrier_code (str): Ingram Micro's code of the carrier that is wanted, at most 10 characters.
        requested_delivery_date (str): Day on which delivery is wanted. Only 8 characters fit, so presumably yyyyMMdd;
            v6 takes yyyy-MM-dd.
        ship_complete (str): When to ship, one character: `C` per distribution, `P` per line, `E` across all
            distributions.
        shipping_instructions (str): Words for the carrier or the warehouse, at most 132 characters.
        freight_account_number (str): The reseller's own account at the carrier, which pays the freight.
        signature_required (bool): Whether someone has to sign on delivery; a real JSON boolean.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "carrier_code",
            "freight_account_number",
            "requested_delivery_date",
            "ship_complete",
            "shipping_instructions",
            "signature_required",
        }
    )

    carrier_code: Annotated[str | None, Field(max_length=10)] = None
    """Ingram Micro's code of the carrier that is wanted, at most 10 characters."""

    requested_delivery_date: Annotated[str | None, Field(max_length=8)] = None
    """Day on which delivery is wanted.

    Only 8 characters fit, so presumably yyyyMMdd; v6 takes yyyy-MM-dd.
    """

    ship_complete: Annotated[str | None, Field(max_length=1)] = None
    """When to ship, one character: `C` per distribution, `P` per line, `E` across all distributions."""

    shipping_instructions: Annotated[str | None, Field(max_length=132)] = None
    """Words for the carrier or the warehouse, at most 132 characters."""

    freight_account_number: str | None = None
    """The reseller's own account at the carrier, which pays the freight."""

    signature_required: Flag | None = None
    """Whether someone has to sign on delivery; a real JSON boolean."""
