"""The model `AsyncOrderCreateDTOShipmentDetails`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag


class AsyncOrderCreateDTOShipmentDetails(RequestModel):
    """Shipping wishes of a v7 order.

    No lengths or date formats are declared; those of v6 are a safe choice.

    Args:
        carrier_code (str): Ingram Micro's code for the carrier wanted; v6 limits it to 10 characters.
        requested_delivery_date (str): Day on which delivery is wanted. Declared as plain text; yyyy-MM-dd is what v6
            takes.
        ship_complete (str): Condition for shipping: `true` or `C` per distribution, `P` per line, `E` across all
            distributions. No length limit here, unlike v6.
        shipping_instructions (str): Words for the carrier or warehouse; v6 takes 132 characters at most.
        freight_account_number (str): Carrier account of the reseller that pays the freight.
        signature_required (bool): Whether someone must sign on delivery; a real JSON boolean in v7.
    """

    carrier_code: str | None = None
    """Ingram Micro's code for the carrier wanted; v6 limits it to 10 characters."""

    requested_delivery_date: str | None = None
    """Day on which delivery is wanted.

    Declared as plain text; yyyy-MM-dd is what v6 takes.
    """

    ship_complete: str | None = None
    """Condition for shipping: `true` or `C` per distribution, `P` per line, `E` across all distributions.

    No length limit here, unlike v6.
    """

    shipping_instructions: str | None = None
    """Words for the carrier or warehouse; v6 takes 132 characters at most."""

    freight_account_number: str | None = None
    """Carrier account of the reseller that pays the freight."""

    signature_required: Flag | None = None
    """Whether someone must sign on delivery; a real JSON boolean in v7."""
