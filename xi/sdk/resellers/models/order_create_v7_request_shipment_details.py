"""The model `OrderCreateV7RequestShipmentDetails`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestShipmentDetails(RequestModel):
    """DRAFT 1219.

    OrderCreateV7RequestShipmentDetails.

    Args:
        carrier_code (str): DRAFT 1220. carrier Code of OrderCreateV7RequestShipmentDetails.
        requested_delivery_date (str): DRAFT 1221. requested Delivery Date of OrderCreateV7RequestShipmentDetails.
        ship_complete (str): DRAFT 1222. ship Complete of OrderCreateV7RequestShipmentDetails.
        shipping_instructions (str): DRAFT 1223. shipping Instructions of OrderCreateV7RequestShipmentDetails.
        freight_account_number (str): DRAFT 1224. freight Account Number of OrderCreateV7RequestShipmentDetails.
        signature_required (bool): DRAFT 1225. signature Required of OrderCreateV7RequestShipmentDetails.
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
    """DRAFT 1220.

    carrier Code of OrderCreateV7RequestShipmentDetails.
    """

    requested_delivery_date: Annotated[str | None, Field(max_length=8)] = None
    """DRAFT 1221.

    requested Delivery Date of OrderCreateV7RequestShipmentDetails.
    """

    ship_complete: Annotated[str | None, Field(max_length=1)] = None
    """DRAFT 1222.

    ship Complete of OrderCreateV7RequestShipmentDetails.
    """

    shipping_instructions: Annotated[str | None, Field(max_length=132)] = None
    """DRAFT 1223.

    shipping Instructions of OrderCreateV7RequestShipmentDetails.
    """

    freight_account_number: str | None = None
    """DRAFT 1224.

    freight Account Number of OrderCreateV7RequestShipmentDetails.
    """

    signature_required: bool | None = None
    """DRAFT 1225.

    signature Required of OrderCreateV7RequestShipmentDetails.
    """
